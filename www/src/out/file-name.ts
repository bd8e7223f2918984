/** File names from titles. */

/** Longer names break on some systems: 255 bytes, and an Urdu letter has two. */
const longest = 80;

/** A name that every system takes: no signs with a meaning in paths, no dots at its ends. */
export function fileName(title: string | null, extension: string): string {
  const clean = (title ?? "")
    .replace(/[\p{Cc}\p{Cf}"*/:<>?\\|]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const words = clean.length > longest ? clean.slice(0, clean.lastIndexOf(" ", longest) + 1 || longest) : clean;
  const name = words.replace(/^[\s.]+|[\s.،۔]+$/g, "");
  return `${name || "matn"}.${extension}`;
}

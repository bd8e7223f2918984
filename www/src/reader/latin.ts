/** Stretches of Latin letters in Urdu text, with the signs that belong to them. */

/** A stretch of a text: start and end. */
export type Stretch = readonly [start: number, end: number];

const letter = "A-Za-z\\u00c0-\\u024f";
/** A quotation wholly in Latin letters, with its marks: its full stop stands inside of them. */
const quoted = `“[${letter}][^“”\\n\\u0590-\\u08ff]{0,2000}”|"[${letter}][^"\\n\\u0590-\\u08ff]{0,2000}"`;
/** A telephone number; hyphens between other numbers are ranges, which run with the text around them. */
const phone = "\\+\\d[\\d-]{6,18}|0\\d{2,4}-\\d[\\d-]{4,14}";
/** A word with what may stand before it and what follows: "#Budget2024", "4G", "World Wildlife Fund". */
const words = `[#@$+.]?(?:\\d[\\d.,]{0,8})?[${letter}][${letter}\\d .,'’&@/:+_#%=?~-]*`;
const stretch = new RegExp(`${quoted}|${phone}|${words}`, "g");

/** Signs that may end a word: "C++", "C#", "A+". */
const isEnd = (char: string): boolean => new RegExp(`[${letter}\\d+#%”"]`).test(char);

/** The stretches of a text from start to end. */
export function latinIn(text: string): Stretch[] {
  return [...text.matchAll(stretch)].map(({ 0: found, index }) => [index, index + lengthOf(found)] as const);
}

/** Without punctuation that belongs to the sentence around it; the point of "U.S." stays. */
function lengthOf(found: string): number {
  let end = found.length;
  while (end > 1 && !isEnd(found[end - 1] ?? "")) end -= 1;
  const isShort =
    found[end] === "." && /(?:^|[^A-Za-z])(?:[A-Za-z]\.)+[A-Za-z]$/.test(found.slice(Math.max(0, end - 12), end));
  return isShort ? end + 1 : end;
}

/** Texts as they are compared: by letters and digits, whatever package or keyboard wrote them. */

/** What differs between spellings of the same letters; done here, so that normalization is not judged by itself. */
const same = [
  [/[\u064b-\u065f\u0670\u0610-\u061a\u06d6-\u06ed\u0640]/g, ""],
  [/[يىئۓ]/g, "ی"],
  [/ك/g, "ک"],
  [/[ةهۃۀەۂھ]/g, "ہ"],
  [/[أإٱ]/g, "ا"],
  [/ؤ/g, "و"],
  [/ے/g, "ی"],
  [/[٠-٩]/g, (digit) => String(digit.codePointAt(0) - 0x660)],
  [/[۰-۹]/g, (digit) => String(digit.codePointAt(0) - 0x6f0)],
  [/[^\p{L}\p{N}]/gu, ""],
];

/** The letters and digits of a text. */
export function letters(text) {
  const composed = (text ?? "").normalize("NFKC").replace(same[0][0], "");
  const bare = composed.normalize("NFD").replace(/[\u0653-\u0655]/g, "");
  return same.reduce((left, [what, by]) => left.replace(what, by), bare).toLowerCase();
}

/** The same, or of a piece without letters, as an icon is, what is visible of it. */
export const lettersOrMarks = (text) => letters(text) || (text ?? "").replace(/\s|\ufe0f/g, "");

/** Every four words that follow each other; whatever is neither letter nor digit parts words. */
export function shingles(paragraphs) {
  const plain = paragraphs
    .join(" ")
    .normalize("NFC")
    .replace(/[\u200c\u200d]/g, "");
  const words = plain.split(/[^\p{L}\p{N}\p{M}]+/u).map(letters);
  const spoken = words.filter(Boolean);
  return spoken.map((_, at) => spoken.slice(at, at + 4).join(" "));
}

/** F1 of two lists, in which an entry may stand several times. */
export function f1(found, wanted) {
  if (found.length + wanted.length === 0) return 1;
  const left = new Map();
  for (const entry of wanted) left.set(entry, (left.get(entry) ?? 0) + 1);
  let both = 0;
  for (const entry of found) {
    const count = left.get(entry) ?? 0;
    if (count > 0) both++;
    left.set(entry, count - 1);
  }
  return (2 * both) / (found.length + wanted.length);
}

/** Stretches of Latin letters in Urdu text, with the signs that belong to them. */

/** A stretch of a text: start and end. */
export type Stretch = readonly [start: number, end: number];

const letter = "A-Za-z\\u00c0-\\u024f";
/** A quotation wholly in Latin letters, with its marks: its full stop stands inside of them. */
const quoted = `“[${letter}][^“”\\n\\u0590-\\u08ff]{0,2000}”|"[${letter}][^"\\n\\u0590-\\u08ff]{0,2000}"`;
/** A telephone number; hyphens between other numbers are ranges, which run with the text around them. */
const phone = "(?<![\\d-])(?:\\+\\d[\\d-]{6,18}|0\\d{2,4}-\\d[\\d-]{4,14})";
/** A word with what may stand before it and what follows: "#Budget2024", "4G", "World Wildlife Fund". */
const words = `[#@$+.]?(?:(?<![\\d.,])\\d[\\d.,]{0,8})?[${letter}][${letter}\\d .,'’&@/:+_#%=?~-]*`;
const stretch = new RegExp(`${quoted}|${phone}|${words}`, "g");

/** Signs that may end a word: "C++", "C#", "A+". */
const end = new RegExp(`[${letter}\\d+#%”"]`);
const isEnd = (char = ""): boolean => end.test(char);

/** Letters with points between them, up to the last point. */
const short = /(?:^|[^A-Za-z])(?:[A-Za-z]\.)+[A-Za-z]$/;

/** The stretches of a text from start to end. */
export function latinIn(text: string): Stretch[] {
  return [...text.matchAll(stretch)].map(({ 0: found, index }) => [index, index + lengthOf(found)] as const);
}

/** Without punctuation that belongs to the sentence around it; the point of "U.S." stays. */
function lengthOf(found: string): number {
  let length = found.length;
  while (length > 1 && !isEnd(found[length - 1])) length -= 1;
  const isShort = found[length] === "." && short.test(found.slice(Math.max(0, length - 12), length));
  return isShort ? length + 1 : length;
}

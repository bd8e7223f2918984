/** The beginning of a text, of whole words. */

/** At most so many characters of a text, cut at a space where there is one; `…` tells that there is more. */
export function excerpt(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.slice(0, length + 1).search(/\s+\S*$/);
  // A surrogate pair is not cut in two.
  return `${end > 0 ? text.slice(0, end) : text.slice(0, length).replace(/[\ud800-\udbff]$/, "")}…`;
}

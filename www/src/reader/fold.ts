/** Text as a search sees it: one letter for each way to write it, no diacritics, no case. */

/** Letters that differ by keyboard or form only: Arabic yeh and kaf, the forms of he, hamza carriers. */
const same: Record<string, string> = {
  ي: "ی",
  ى: "ی",
  ئ: "ی",
  ې: "ی",
  ك: "ک",
  ه: "ہ",
  ة: "ہ",
  ۃ: "ہ",
  ۂ: "ہ",
  ھ: "ہ",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ؤ: "و",
};

/** Marks and signs that a search does not see: combining marks, tatweel, zero-width characters. */
const unseen = /^[\p{Mn}\p{Cf}ـ]$/u;

/** The folded text and, for each unit of it, where that stood; one more entry ends the last. */
export function fold(text: string): { text: string; at: number[] } {
  let folded = "";
  const at: number[] = [];
  let place = 0;
  for (const char of text) {
    if (!unseen.test(char)) {
      const one = foldOne(char);
      for (let unit = 0; unit < one.length; unit += 1) at.push(place);
      folded += one;
    }
    place += char.length;
  }
  at.push(place);
  return { text: folded, at };
}

function foldOne(char: string): string {
  const digit = /[٠-٩۰-۹]/.test(char) ? String((char.codePointAt(0) ?? 0) & 15) : undefined;
  if (/\s/.test(char)) return " ";
  return digit ?? same[char] ?? char.toLowerCase();
}

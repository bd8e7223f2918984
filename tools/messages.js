/** The messages that the JavaScript around the core needs, from data/messages.tsv. */

const codes = ["too-large", "bad-line", "not-readable", "internal"];

/** A module with `messages`: of each code its sentence in English and Urdu. */
export function errorMessages(table) {
  const rows = table.split("\n").map((line) => line.split("\t"));
  const entries = codes.map((code) => {
    const [, en, ur] = rows.find(([key]) => key === `error.${code}`);
    return [code, { en, ur }];
  });
  return `export const messages = ${JSON.stringify(Object.fromEntries(entries), null, 2)};\n`;
}

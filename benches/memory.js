/** How much memory the module has after one call on an input: its linear memory, which grows and never shrinks. */

import { unbundled } from "../tests/package/unbundled.js";
import { page } from "./text.js";

const sizes = [1, 10, 50];
const MB = 1_000_000;
const bytes = (text) => new TextEncoder().encode(text).length;
const filled = (piece, size) => piece.repeat(Math.floor(size / bytes(piece)));

/** Articles as they are pasted, and what is dearest to keep account of: a line for each word. */
const inputs = [
  ["text", "text", (size) => page(size)],
  ["HTML", "html", (size) => `<article><p>${page(size).replaceAll("\n\n", "</p>\n<p>")}</p></article>`],
  ["text, a word a line", "text", (size) => `${page(2000)}\n${filled("خبر\n", size - 2000)}`],
  ["HTML, a word a line", "html", (size) => `<p>${page(2000)}</p>${filled("<p>خبر</p>", size - 2100)}`],
];

const cell = (value) => String(value).padStart(12);
console.log(
  ["", ...sizes.map((size) => `${size} MB`)].map((value, at) => (at ? cell(value) : value.padEnd(20))).join(""),
);
for (const [name, form, made] of inputs) {
  const row = [];
  for (const size of sizes) {
    // An instance for each: memory goes back to the system with its instance only.
    const matn = await unbundled();
    try {
      matn.extract(made(size * MB), { as: form });
    } catch (error) {
      // Lines of one word are a menu, and have been read to the end all the same.
      if (error.code !== "no-article") {
        row.push(error.code);
        continue;
      }
    }
    row.push(`${Math.round(matn.memory() / MB)} MB`);
  }
  console.log(name.padEnd(20) + row.map(cell).join(""));
}

/** What the module takes of memory it uses again: it does not grow from call to call. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { made } from "./native.js";
import { paragraphs, pasted } from "./sample.js";
import { unbundled } from "./unbundled.js";

const matn = await unbundled();
const inputs = { text: made("text", 40), html: made("html", 40), bytes: made("bytes", 20) };
const page = `<h1>سرخی</h1>${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("")}`.repeat(40);

/** Calls of every function; what fails is a call too. */
function call(at) {
  const one = (list) => list[at % list.length];
  const text = one(inputs.text);
  const uses = [
    () => matn.extract(text, { as: "text", edits: at % 3 === 0 }),
    () => matn.extractAll(one(inputs.html), { as: "html" }),
    () => matn.extract(Uint8Array.from(one(inputs.bytes))),
    () => matn.normalize(text, { edits: true }),
    () => [matn.sentences(text), matn.words(text)],
    () => [matn.parseDate("17 جنوری 2024"), matn.parseDateline(text), matn.sourceText(text)],
    () => matn.render(matn.extract(pasted), one(["text", "markdown", "html", "document", "json"])),
    () => matn.remove(matn.restore(matn.extract(pasted), 0), 0),
    () => matn.render({}, "html"),
    () => matn.extract(at % 100 === 8 ? page : pasted),
  ];
  try {
    one(uses)();
  } catch (error) {
    assert.equal(error.name, "MatnError");
    assert.notEqual(error.code, "internal");
  }
}

test("ten thousand calls of all kinds need no more memory than the first thousand", () => {
  for (let at = 0; at < 1000; at++) call(at);
  const before = matn.memory();
  for (let at = 1000; at < 11_000; at++) call(at);
  assert.equal(matn.memory(), before);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { followed, linear, linearPage, linearText, pair, patterns, repeated, sentences } from "./cost.js";
import { pages, texts } from "./shapes.js";

for (const [name, shape] of Object.entries(pages)) {
  test(`the cost grows as the page does: ${name}`, () => linearPage(name, pair(shape)));
}

for (const [name, shape] of Object.entries(texts)) {
  test(`the cost grows as the text does: ${name}`, () => linearText(name, pair(shape)));
}

test("the cost grows as the input does: patterns that the fuzzer makes", () => {
  for (const pattern of patterns("date", 12, 1)) linearText(JSON.stringify(pattern), pair(repeated(pattern), 3000));
  for (const pattern of patterns("html", 12, 1)) linearPage(JSON.stringify(pattern), pair(repeated(pattern), 3000));
});

test("the cost grows as the input does: one pattern behind another", () => {
  for (const [name, shape] of followed(patterns("normalize", 12, 1))) linearText(name, pair(shape, 3000));
  for (const [name, shape] of followed(patterns("html", 6, 1))) linearPage(name, pair(shape, 3000));
});

test("the counter sees a square", () => {
  const square = (n) => {
    for (let at = 0; at < n.length / 400; at++) sentences(n.slice(0, at * 400));
  };
  const inputs = pair(texts.sentences);
  assert.throws(() => linear("again from the start", inputs, square), /times the steps/);
});

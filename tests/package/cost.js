/** Whether the cost of a shape of input grows as its length does: steps are counted for two lengths of it. */

import assert from "node:assert/strict";
import { counted } from "./counted.js";
import { made } from "./native.js";

const matn = await counted();
const { steps } = matn;

/** Characters of the smaller input, and how many times as long the larger one is. */
const small = 12_000;
const times = 4;
/** What is steady costs less in proportion, what begins at some size costs more; a square would be 16 times as much. */
const most = times * 1.4;

/** A function of how often a pattern stands in an input as that input in two lengths. */
export function pair(shape, smaller = small) {
  const count = Math.max(8, Math.round((smaller * 1000) / shape(1000).length / 8) * 8);
  return [shape(count), shape(count * times)];
}

/** Short inputs of the fuzzer, each to be repeated. */
export function patterns(target, count, seed) {
  const short = made(target, count * 4, seed).map((input) => Array.from(input).slice(0, 60).join("").toWellFormed());
  return short.filter((input) => input.trim() !== "").slice(0, count);
}

export const repeated = (pattern) => (n) => pattern.repeat(n);

/** The first characters of each pattern again and again, and then those of the next: what looks back from each of these
    finds all of the others. */
export function followed(patterns) {
  const heads = patterns.map((pattern, at) =>
    Array.from(pattern)
      .slice(0, 1 + (at % 5))
      .join(""),
  );
  return heads.slice(1).map((head, at) => [`${heads[at]} … ${head}`, (n) => heads[at].repeat(n) + head.repeat(n)]);
}

/** Fails where the larger input costs more than in proportion. */
export function linear(name, [short, long], work) {
  const [less, more] = [short, long].map((input) => steps(() => work(input)));
  const inputs = long.length / short.length / times;
  assert.ok(more <= less * most * Math.max(1, inputs), `${name}: ${more / less} times the steps (${less}, ${more})`);
}

/** Runs the work; an input without an article is an answer too. */
function answered(work) {
  try {
    return work();
  } catch (error) {
    if (!["no-article", "too-large", "empty-input"].includes(error.code)) throw error;
  }
}

function everything(input, options) {
  const article = answered(() => matn.extract(input, options));
  answered(() => matn.extractAll(input, { ...options, edits: true }));
  if (!article) return;
  for (const format of ["text", "markdown", "html", "document", "json"])
    matn.render(article, format, { include: ["related", "removed"] });
  if (article.removed.length > 0) matn.restore(article, article.removed.length - 1);
  if (article.blocks.length > 0) matn.remove(article, 0);
}

/** Everything that is done with a page. */
export function linearPage(name, inputs) {
  linear(name, inputs, (input) => everything(input, { as: "html", url: "https://example.com/a/b" }));
}

/** Everything that is done with a text. */
export function linearText(name, inputs) {
  linear(`extract of ${name}`, inputs, (input) => everything(input, { as: "text" }));
  const all = { spelling: true, digits: "urdu", diacritics: "strip", edits: true };
  linear(`normalize of ${name}`, inputs, (input) => matn.normalize(input, all));
  for (const what of ["sentences", "words", "parseDate", "parseDateline"])
    linear(`${what} of ${name}`, inputs, (input) => matn[what](input));
}

export const { sentences } = matn;

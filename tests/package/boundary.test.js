/** The wasm package and the native crate are one thing: of the same call they give the same JSON, byte for byte. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import * as matn from "matn";
import { answers, made } from "./native.js";

const tests = join(process.env.MATN_ROOT, "tests");
const formats = ["text", "markdown", "html", "document", "json"];
const asked = { edits: true, language: "ur", url: "https://example.com/a/b", now: "2024-01-17T12:00:00+05:00" };

/** How the package is called with what the crate's program takes by name. */
const inPackage = {
  extract: ({ input, options }) => matn.extract(given(input), options),
  extractAll: ({ input, options }) => matn.extractAll(given(input), options),
  sourceText: ({ input, options }) => matn.sourceText(given(input), options),
  restore: ({ article, index }) => matn.restore(article, index),
  remove: ({ article, index }) => matn.remove(article, index),
  render: ({ article, format, options }) => matn.render(article, format, options),
  normalize: ({ text, options }) => matn.normalize(text, options),
  sentences: ({ text }) => matn.sentences(text),
  words: ({ text }) => matn.words(text),
  parseDate: ({ text, now }) => matn.parseDate(text, { now }),
  parseDateline: ({ text }) => matn.parseDateline(text),
};

const given = (input) => (typeof input === "string" ? input : Uint8Array.from(input));

/** What the package answers, as the crate's program writes it. */
function answer(call) {
  try {
    return JSON.stringify(inPackage[call.call](call));
  } catch ({ code, message, blocks }) {
    return JSON.stringify({ error: { code, message, blocks } });
  }
}

/** Strings have lone surrogates in JavaScript only; in the core each is U+FFFD. */
const wellFormed = (call) => JSON.parse(JSON.stringify(call, (_, value) => value?.toWellFormed?.() ?? value));

/** Fails where the two differ; gives the answers. */
function same(calls) {
  const answered = answers(calls.map(wellFormed));
  assert.equal(answered.length, calls.length);
  for (const [at, call] of calls.entries()) {
    const [here, there] = [answer(call), answered[at]];
    if (here === there) continue;
    const from = Math.max(0, [...here].findIndex((_, place) => here[place] !== there[place]) - 60);
    assert.equal(here.slice(from, from + 200), there.slice(from, from + 200), JSON.stringify(call).slice(0, 1000));
  }
  return answered.map((line) => JSON.parse(line));
}

/** Every way to read an input. */
function readings(input, form) {
  const plain = form ? { as: form } : {};
  return [
    { call: "extract", input, options: plain },
    { call: "extractAll", input, options: { ...plain, ...asked } },
    { call: "sourceText", input, options: plain },
  ];
}

/** Every function of a text. */
function uses(text) {
  return [
    { call: "normalize", text, options: {} },
    { call: "normalize", text, options: { edits: true, spelling: true, digits: "urdu", diacritics: "strip" } },
    { call: "sentences", text },
    { call: "words", text },
    { call: "parseDate", text, now: asked.now },
    { call: "parseDateline", text },
  ];
}

/** Every format of an article, and what a reader does to it by hand. */
function rest(article) {
  const include = ["related", "removed"];
  const renders = formats.flatMap((format) => [
    { call: "render", article, format, options: {} },
    { call: "render", article, format, options: { include } },
  ]);
  const edits = [0, article.removed.length - 1, article.removed.length].filter((index) => index >= 0);
  const taken = [0, article.blocks.length - 1, article.blocks.length].filter((index) => index >= 0);
  return [
    ...renders,
    ...edits.map((index) => ({ call: "restore", article, index })),
    ...taken.map((index) => ({ call: "remove", article, index })),
  ];
}

/** Reads the inputs, then does everything with each article that came of it. */
function sameThroughout(calls) {
  const articles = same(calls).filter((value) => value?.version === 1);
  assert.ok(articles.length > 0, "some input has an article");
  same(articles.flatMap(rest));
}

test("each case gives the same in the package and in the crate", () => {
  const files = readdirSync(join(tests, "cases"));
  const cases = files.flatMap((file) => JSON.parse(readFileSync(join(tests, "cases", file), "utf8")));
  assert.ok(cases.length > 0);
  same(cases.flatMap(({ input, options = {} }) => [...uses(input), { call: "normalize", text: input, options }]));
});

test("each golden article gives the same in the package and in the crate", () => {
  const golden = readdirSync(join(tests, "golden"), { recursive: true });
  const inputs = golden.filter((file) => /input\.(txt|html)$/.test(file));
  assert.ok(inputs.length > 0);
  sameThroughout(
    inputs.flatMap((file) => {
      const form = file.endsWith(".html") ? "html" : "text";
      return readings(readFileSync(join(tests, "golden", file), "utf8"), form);
    }),
  );
});

test("a long paragraph crosses whole, whatever it begins with", () => {
  const words = "شہر میں بارش کے بعد بجلی بحال ہو گئی 🔴 اور لوگ گھروں کو لوٹ آئے۔ ".repeat(3);
  for (const first of ["", "\ufeff", "\ufffe", "🔴", "\ud83d", "a"]) {
    const input = `صفحہ اول\n\n${first}${words}\n\n${words}${first}`;
    same([{ call: "extract", input, options: { normalize: false } }]);
  }
});

test("what the fuzzer makes gives the same in the package and in the crate", () => {
  const broken = (text, at) => (at % 3 === 0 ? text.replace(/[\ufffd ]/, "\ud83d") : text);
  sameThroughout([
    ...made("text", 100).flatMap((input, at) => readings(broken(input, at), "text")),
    ...made("html", 100).flatMap((input, at) => readings(broken(input, at), "html")),
    ...made("bytes", 100).flatMap((input) => readings(input)),
  ]);
  const texts = ["normalize", "sentences", "date", "dateline"].flatMap((target) => made(target, 60));
  same(texts.flatMap((text, at) => uses(broken(text, at))));
});

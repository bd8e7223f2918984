import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { pasted, title } from "./sample.js";

const require = createRequire(import.meta.url);
const functions = [
  "MatnError",
  "extract",
  "extractAll",
  "init",
  "normalize",
  "parseDate",
  "parseDateline",
  "remove",
  "render",
  "restore",
  "sentences",
  "sourceText",
  "words",
];

test("every entry exports the same functions", async () => {
  for (const entry of ["matn", "matn/web", "matn/inline"]) {
    assert.deepEqual(Object.keys(await import(entry)).sort(), functions, entry);
  }
  assert.deepEqual(Object.keys(require("matn")).sort(), functions);
});

test("importing an entry leaves the globals alone", async () => {
  const before = Object.getOwnPropertyNames(globalThis);
  for (const entry of ["matn", "matn/web", "matn/inline", "matn/worker", "matn/element"]) await import(entry);
  assert.deepEqual(Object.getOwnPropertyNames(globalThis), before);
});

test("extract is ready right after the import", async () => {
  const { extract } = await import("matn");
  assert.equal(extract(pasted).title, title);
});

test("extract is ready right after require", () => {
  assert.equal(require("matn").extract(pasted).title, title);
});

test("init changes nothing where nothing is needed", async () => {
  const { init, extract } = await import("matn/inline");
  await Promise.all([init(), init()]);
  await init();
  assert.equal(extract(pasted).title, title);
});

test("the element can be imported where there is no HTMLElement", async () => {
  assert.equal(typeof (await import("matn/element")).MatnArticleElement, "function");
});

test("the package names its version", () => {
  assert.match(require("matn/package.json").version, /^\d+\.\d+\.\d+$/);
});

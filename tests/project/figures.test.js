import assert from "node:assert/strict";
import { test } from "node:test";
import { stale } from "../../tools/figures.js";

test("tables and charts of docs/compare.md are what docs/figures says", () => {
  assert.deepEqual(stale(), []);
});

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { packageNotices } from "../../tools/notices.js";

const root = new URL("../../", import.meta.url);

/** What cargo says is compiled into the module, without what is matn's own. */
function compiled() {
  const tree = ["tree", "--locked", "--package", "matn", "--target", "wasm32-unknown-unknown"];
  const shown = ["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"];
  const lines = execFileSync("cargo", [...tree, ...shown], { cwd: root, encoding: "utf8" })
    .trim()
    .split("\n");
  const others = lines.filter((line) => !line.includes("("));
  return [...new Set(others.map((line) => line.replace(" v", " ")))];
}

test("the notices name every crate in the module, each with a licence's text", () => {
  const text = readFileSync(new URL("pkg/THIRD-PARTY-NOTICES", root), "utf8");
  const names = compiled();
  assert.ok(names.length > 20, `${names.length} crates`);
  for (const name of names) assert.ok(text.includes(`\n${name} (`), name);
  for (const part of text.split(/\n-{72}\n/).slice(1))
    assert.match(part, /Permission is hereby granted|Apache License/);
});

test("the notices of a package name what it needs at run time", () => {
  const text = packageNotices(["docx"]);
  for (const name of ["docx", "fflate", "nanoid"]) assert.match(text, new RegExp(`^${name} [\\d.]+ \\(MIT\\)$`, "m"));
});

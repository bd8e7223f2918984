import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";

const root = process.env.MATN_ROOT;
const installed = "node_modules/matn";
const manifest = JSON.parse(readFileSync(`${installed}/package.json`, "utf8"));

/** Of the wasm compressed with brotli, in KB: it only falls. */
const RECORDED = 360;

test("the wasm is no larger than recorded", () => {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  const size = brotliCompressSync(readFileSync(`${installed}/pkg/matn.wasm`), { params }).length;
  assert.ok(size <= RECORDED * 1024, `${size} bytes`);
});

test("the package needs no other at run time and runs nothing when installed", () => {
  assert.deepEqual(Object.keys(manifest.dependencies ?? {}), []);
  const hooks = ["preinstall", "install", "postinstall", "prepare"];
  assert.deepEqual(
    hooks.filter((hook) => hook in manifest.scripts),
    [],
  );
});

test("every file that the package names is in it", () => {
  const named = JSON.stringify([manifest.main, manifest.module, manifest.types, manifest.bin, manifest.exports]);
  for (const [path] of named.matchAll(/(?:\.\/)?pkg\/[\w./-]+/g)) readFileSync(join(installed, path));
});

test("the notices of others' work are in the package", () => {
  assert.match(
    readFileSync(`${installed}/pkg/THIRD-PARTY-NOTICES`, "utf8"),
    /^html5ever [\d.]+ \(MIT OR Apache-2\.0\)$/m,
  );
});

test("the package tells nothing of the machine that built it", () => {
  for (const entry of readdirSync(installed, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const text = readFileSync(join(entry.parentPath ?? entry.path, entry.name), "latin1");
    assert.ok(!text.includes(root), entry.name);
    assert.doesNotMatch(text, /\.cargo\/registry|\/home\/\w|\/root\//, entry.name);
  }
});

/** What a page loads of matn and of its peers in JavaScript: bundled and minified by esbuild for browsers, with brotli. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { root } from "../../tools/run.js";
import { packages } from "../../tools/setup.js";
import { keep } from "../keep.js";

const folder = join(root, "benches/peers");
await packages("benches/peers");
const { buildSync } = createRequire(join(folder, "package.json"))("esbuild");

const size = (bytes) => brotliCompressSync(bytes).length;

/** Bytes of a program of one line, bundled. */
function bundled(contents, options = {}) {
  const stdin = { contents, resolveDir: folder };
  const common = { bundle: true, minify: true, format: "esm", platform: "browser", write: false, logLevel: "error" };
  return size(buildSync({ ...common, ...options, stdin }).outputFiles[0].contents);
}

const wasm = size(readFileSync(join(root, "pkg/matn.wasm")));
// jsdom is made for Node: no bundle of it runs in a browser, so it is not listed.
const rows = [
  {
    name: "matn/web",
    parts: "the module and what loads it",
    bytes: bundled('export * from "../../pkg/web.js"') + wasm,
  },
  {
    name: "matn",
    parts: "one file, the module inside as base64",
    bytes: bundled('export * from "../../pkg/inline.js"'),
  },
  { name: "Readability", parts: "uses the page's own DOM", bytes: bundled('export * from "@mozilla/readability"') },
  {
    name: "Readability with linkedom",
    parts: "where there is no DOM, as in a Worker",
    bytes: bundled('export * from "@mozilla/readability"; export { parseHTML } from "linkedom"', {
      external: ["canvas", "perf_hooks"],
    }),
  },
  { name: "Defuddle", parts: "uses the page's own DOM", bytes: bundled('export { default } from "defuddle"') },
  {
    name: "Defuddle, full",
    parts: "with Markdown and formulas",
    bytes: bundled('export { default } from "defuddle/full"'),
  },
].map((row) => ({ ...row, kilobytes: Math.round(row.bytes / 1024) }));
for (const { name, kilobytes } of rows) console.log(`${name}: ${kilobytes} KB with brotli`);
keep("sizes", { rows });

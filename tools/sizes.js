/** What a page loads for each entry: `npm run sizes` measures and writes it into the README's table. */

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "./build.js";
import { main, root } from "./run.js";

/** The file of each entry, and what it loads beside its imports. */
const entries = {
  matn: ["pkg/index.js"],
  "matn/inline": ["pkg/inline.js"],
  "matn/web": ["pkg/web.js", "pkg/matn.wasm"],
  "matn/worker": ["pkg/worker.js", "pkg/worker-thread.js"],
  "matn/element": ["pkg/element.js"],
};

/** The files and all that they import. */
function loaded(files, known = new Set()) {
  for (const file of files.filter((name) => !known.has(name))) {
    known.add(file);
    const text = file.endsWith(".js") ? readFileSync(join(root, file), "utf8") : "";
    const imported = [...text.matchAll(/^(?:import|export)\b[^"]*"(\.[^"]+)"/gm)];
    loaded(
      imported.map(([, path]) => join(dirname(file), path)),
      known,
    );
  }
  return [...known];
}

/** Kilobytes of the files together, each compressed with brotli as hosts do. */
function size(files) {
  const bytes = files.map((file) => brotliCompressSync(readFileSync(join(root, file))).length);
  return Math.round(bytes.reduce((sum, part) => sum + part, 0) / 1024);
}

await main(async () => {
  await build();
  let readme = readFileSync(join(root, "README.md"), "utf8");
  for (const [name, files] of Object.entries(entries)) {
    const kilobytes = size(loaded(files));
    console.log(`${name}: ${kilobytes} KB`);
    readme = readme.replace(new RegExp(`^(\\| \`${name}\` \\|.*\\|) [^|]*\\|$`, "m"), `$1 ${kilobytes} KB |`);
  }
  writeFileSync(join(root, "README.md"), readme);
});

/** The installed package as its parts, so that a test can look into the instance or run another module in it. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Where the package is installed. */
export const installed = dirname(fileURLToPath(import.meta.resolve("matn")));

/**
 * The package's functions over a changed module or glue, and `memory()`: how many bytes the instance has.
 *
 * @param {{ wasm?: (bytes: Buffer, folder: string) => Buffer, glue?: (source: string) => string }} [changes]
 */
export async function unbundled({ wasm = (bytes) => bytes, glue = (source) => source } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "matn-unbundled-"));
  try {
    cpSync(join(installed, "lib"), folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    const glueFile = join(folder, "glue.js");
    writeFileSync(glueFile, glue(readFileSync(glueFile, "utf8")));
    const bytes = wasm(readFileSync(join(installed, "matn.wasm")), folder);
    const api = await import(pathToFileURL(join(folder, "api.js")));
    const { initSync } = await import(pathToFileURL(glueFile));
    api.provide(() => bytes);
    await api.init();
    // Once there is an instance, this gives what it exports.
    return { ...api, memory: () => initSync().memory.buffer.byteLength };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

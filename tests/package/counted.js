/**
 * The installed package with counters: each call of a function and each round of a loop inside the wasm is a step.
 * Cost is counted and not timed, so that the same input has the same cost on every machine.
 */

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const counter = "matnSteps";

/** The package's functions, and `steps(work)`: what a piece of work cost. */
export async function counted() {
  const pkg = dirname(fileURLToPath(import.meta.resolve("matn")));
  const folder = mkdtempSync(join(tmpdir(), "matn-counted-"));
  try {
    cpSync(join(pkg, "lib"), folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    const wasm = join(folder, "matn.wasm");
    const optimizer = join(process.env.MATN_ROOT, "node_modules/binaryen/bin/wasm-opt");
    const made = spawnSync(process.execPath, [optimizer, join(pkg, "matn.wasm"), "--log-execution", "-o", wasm]);
    if (made.status !== 0) throw new Error(`wasm-opt: ${made.stderr}`);
    const glue = join(folder, "glue.js");
    const marked = "const import0 = {";
    const source = readFileSync(glue, "utf8");
    if (!source.includes(marked)) throw new Error("the glue has no list of imports to put the counter in");
    writeFileSync(glue, source.replace(marked, `${marked} log_execution: () => { globalThis.${counter}++; },`));
    const api = await import(pathToFileURL(join(folder, "api.js")));
    const bytes = readFileSync(wasm);
    api.provide(() => bytes);
    await api.init();
    return { ...api, steps };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function steps(work) {
  globalThis[counter] = 0;
  work();
  return globalThis[counter];
}

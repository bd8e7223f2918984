/**
 * The installed package with counters: each call of a function and each round of a loop inside the wasm is a step.
 * Cost is counted and not timed, so that the same input has the same cost on every machine.
 */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installed, unbundled } from "./unbundled.js";

const counter = "matnSteps";

/** The package's functions, and `steps(work)`: what a piece of work cost. */
export async function counted() {
  return { ...(await unbundled({ wasm: withCounters, glue: withCounter })), steps };
}

function withCounters(_, folder) {
  const wasm = join(folder, "matn.wasm");
  const optimizer = join(process.env.MATN_ROOT, "node_modules/binaryen/bin/wasm-opt");
  const made = spawnSync(process.execPath, [optimizer, join(installed, "matn.wasm"), "--log-execution", "-o", wasm]);
  if (made.status !== 0) throw new Error(`wasm-opt: ${made.stderr}`);
  return readFileSync(wasm);
}

function withCounter(glue) {
  const marked = "const import0 = {";
  if (!glue.includes(marked)) throw new Error("the glue has no list of imports to put the counter in");
  return glue.replace(marked, `${marked} log_execution: () => { globalThis.${counter}++; },`);
}

function steps(work) {
  globalThis[counter] = 0;
  work();
  return globalThis[counter];
}

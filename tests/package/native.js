/** The native crate beside the package: the same calls, and inputs that the fuzzer makes (tests/fuzz). */

import { spawnSync } from "node:child_process";

/** Builds the program where it is not built yet, and runs it. */
function native(args, input = "") {
  const cargo = ["run", "--quiet", "--locked", "--package", "matn-fuzz", "--", ...args];
  const run = spawnSync("cargo", cargo, { cwd: process.env.MATN_ROOT, input, maxBuffer: 2 ** 30, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`cargo ${cargo.join(" ")}: ${run.error ?? run.stderr}`);
  return run.stdout.split("\n").slice(0, -1);
}

/** What the crate answers to calls, each as JSON: a value, or `{ error }`. */
export function answers(calls) {
  return native(["answer"], calls.map((call) => `${JSON.stringify(call)}\n`).join(""));
}

/** Inputs for a target of the fuzzer: strings, or lists of bytes. The same seed gives the same ones. */
export function made(target, count, seed = 1) {
  const args = ["inputs", "--target", target, "--inputs", String(count), "--seed", String(seed)];
  return native(args).map((line) => JSON.parse(line));
}

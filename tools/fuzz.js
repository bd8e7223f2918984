/**
 * `npm run fuzz -- [--target NAME] [--inputs N] [--minutes N] [--seed N]`: attacks matn with made inputs.
 *
 * Stable Rust is all it needs: LLVM's coverage counters, by which the fuzzer knows what is worth changing further, are
 * in it, and every check of a debug build is on (`[profile.fuzz]`). With `--target cost` the steps inside the wasm are
 * counted instead (tests/fuzz/cost.js).
 */

import { join } from "node:path";
import { build } from "./build.js";
import { main, must, root, run, Stop } from "./run.js";
import { setup } from "./setup.js";

const flags = [
  "-Cpasses=sancov-module",
  "-Cllvm-args=-sanitizer-coverage-level=3",
  "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
];

await main(async () => {
  const args = process.argv.slice(2);
  const at = args.indexOf("--target");
  if (at >= 0 && args[at + 1] === "cost") return cost([...args.slice(0, at), ...args.slice(at + 2)]);
  return attack(args);
});

async function attack(args) {
  const version = await run("rustc", ["--version", "--verbose"], { quiet: true });
  const target = /^host: (.+)$/m.exec(version.output)?.[1];
  if (!target) throw new Stop("Rust is missing: install it from https://rustup.rs and run this again.");
  // With a target named, the flags are for what is attacked and not for the programs that build it.
  const compile = ["build", "--quiet", "--locked", "--profile", "fuzz", "--package", "matn-fuzz", "--target", target];
  await must("cargo", compile, { env: { CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f") } });
  const { code } = await run(join(root, "target", target, "fuzz", "matn-fuzz"), ["run", ...args]);
  return code;
}

async function cost(args) {
  await setup();
  await build();
  return (await run(process.execPath, ["tests/fuzz/cost.js", ...args], { env: { MATN_ROOT: root } })).code;
}

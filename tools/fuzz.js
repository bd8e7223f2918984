/**
 * `npm run fuzz -- [--target NAME] [--inputs N] [--minutes N] [--seed N]`: attacks matn with made inputs.
 *
 * Stable Rust is all it needs: LLVM's coverage counters, by which the fuzzer knows what is worth changing further, are
 * in it, and every check of a debug build is on (`[profile.fuzz]`). With `--target cost` the steps inside the wasm are
 * counted instead (tests/fuzz/cost.js).
 */

import { main, must, root, run, Stop } from "./run.js";

const flags = [
  "-Cpasses=sancov-module",
  "-Cllvm-args=-sanitizer-coverage-level=3",
  "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
];

await main(async () => {
  const version = await run("rustc", ["--version", "--verbose"], { quiet: true });
  const target = /^host: (.+)$/m.exec(version.output)?.[1];
  if (!target) throw new Stop("Rust is needed: https://rustup.rs");
  // With a target named, the flags are for what is attacked and not for the programs that build it.
  const build = ["build", "--quiet", "--locked", "--profile", "fuzz", "--package", "matn-fuzz", "--target", target];
  await must("cargo", build, { env: { CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f") } });
  const { code } = await run(`${root}/target/${target}/fuzz/matn-fuzz`, ["run", ...process.argv.slice(2)]);
  return code;
});

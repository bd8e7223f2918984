/**
 * `npm test`: sets up and runs everything, and closes with one line: how many passed, how many failed.
 * Nothing is skipped in silence: what a runner skips counts as failed.
 */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.js";
import { packAndInstall } from "./pack.js";
import { root, run } from "./run.js";
import { chromium, setup } from "./setup.js";
import { check, close, count, nodeTests, part, sum } from "./tally.js";

async function rust() {
  await check("Rust: formatting", "cargo", ["fmt", "--all", "--check"]);
  const clippy = ["clippy", "--quiet", "--locked", "--package", "matn"];
  const fuzzer = ["--package", "matn-fuzz"];
  await check("Rust: clippy", "cargo", [...clippy, ...fuzzer, "--all-targets", "--", "-D", "warnings"]);
  await check("Rust: clippy for wasm", "cargo", [
    ...clippy,
    "--target=wasm32-unknown-unknown",
    "--lib",
    "--",
    "-D",
    "warnings",
  ]);
  await check("Rust: documentation", "cargo", ["doc", "--quiet", "--locked", "--no-deps", "--lib"], {
    RUSTDOCFLAGS: "-D warnings",
  });
  await check("Rust: the crate as it is published", "cargo", ["package", "--quiet", "--locked", "--allow-dirty"]);
  console.log("\n# Rust: tests");
  const { code, output } = await run("cargo", ["test", "--quiet", "--locked", "--no-fail-fast"]);
  const failed = sum(output, /^test result: .*? (\d+) failed/gm) + sum(output, /^test result: .*? (\d+) ignored/gm);
  count("Rust: tests", { passed: sum(output, /^test result: .*? (\d+) passed/gm), failed, code });
}

async function inNode() {
  console.log("\n# The packed package, installed in a folder of its own");
  const folder = mkdtempSync(join(tmpdir(), "matn-package-"));
  try {
    await packAndInstall(folder);
    const tests = readdirSync(folder).filter((name) => name.endsWith(".test.js"));
    await nodeTests("package", folder, tests, { MATN_ROOT: root });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ofProject() {
  console.log("\n# What is said of the project and what goes along with it");
  const tests = readdirSync(join(root, "tests/project")).filter((name) => name.endsWith(".test.js"));
  await nodeTests("project", join(root, "tests/project"), tests);
}

async function inBrowser() {
  console.log("\n# The page in Chromium");
  await chromium();
  const results = join(root, "test-results", "browser.json");
  rmSync(results, { force: true });
  const { code } = await run(process.execPath, ["node_modules/@playwright/test/cli.js", "test"]);
  const stats = existsSync(results) ? JSON.parse(readFileSync(results, "utf8")).stats : undefined;
  const failed = stats ? stats.unexpected + stats.flaky + stats.skipped : 1;
  count("browser", { passed: stats?.expected ?? 0, failed, code });
}

await part("setup", async () => {
  await setup({ components: ["rustfmt", "clippy"] });
  await rust();
  await check("JavaScript: formatting and lint", process.execPath, [
    "node_modules/@biomejs/biome/bin/biome",
    "check",
    "--error-on-warnings",
  ]);
  await part("build", async () => {
    await build();
    await part("package", inNode);
    await part("project", ofProject);
    await check("page: types", process.execPath, ["node_modules/typescript/bin/tsc", "--noEmit", "--project", "www"]);
    await check("page: build", "npm", ["run", "--silent", "build:page"]);
    await part("browser", inBrowser);
  });
});

close();

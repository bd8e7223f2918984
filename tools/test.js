/**
 * `npm test`: sets up and runs everything, and closes with one line: how many passed, how many failed.
 * Nothing is skipped in silence: what a runner skips counts as failed.
 */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.js";
import { packAndInstall } from "./pack.js";
import { root, run, Stop } from "./run.js";
import { chromium, setup } from "./setup.js";

const total = { passed: 0, failed: 0 };
const broken = [];

/** Adds up one runner's results; a runner that fails without a failed test is one itself. */
function count(name, { passed, failed, code = 0 }) {
  total.passed += passed;
  total.failed += failed || (code === 0 ? 0 : 1);
  if (failed > 0 || code !== 0) broken.push(name);
}

/** A step that passes or fails as a whole. */
async function check(name, command, args) {
  console.log(`\n# ${name}`);
  const { code } = await run(command, args);
  count(name, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
}

/** A part of the run; where it cannot start, that is one failure and one sentence. */
async function part(name, work) {
  try {
    return await work();
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    count(name, { passed: 0, failed: 1 });
  }
}

const sum = (text, pattern) => [...text.matchAll(pattern)].reduce((all, match) => all + Number(match[1]), 0);

async function rust() {
  await check("Rust: formatting", "cargo", ["fmt", "--all", "--check"]);
  const clippy = ["clippy", "--quiet", "--locked", "--package", "matn"];
  await check("Rust: clippy", "cargo", [...clippy, "--all-targets", "--", "-D", "warnings"]);
  await check("Rust: clippy for wasm", "cargo", [
    ...clippy,
    "--target=wasm32-unknown-unknown",
    "--lib",
    "--",
    "-D",
    "warnings",
  ]);
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
    const reporters = ["spec", "tap"].flatMap((name, at) => [
      `--test-reporter=${name}`,
      `--test-reporter-destination=${at === 0 ? "stdout" : join(folder, "results.tap")}`,
    ]);
    const { code } = await run(process.execPath, ["--test", ...reporters, ...tests], {
      cwd: folder,
      env: { MATN_ROOT: root },
    });
    const results = readFileSync(join(folder, "results.tap"), "utf8");
    const failed = ["fail", "cancelled", "skipped", "todo"].map((what) =>
      sum(results, new RegExp(`^# ${what} (\\d+)`, "gm")),
    );
    count("package", { passed: sum(results, /^# pass (\d+)/gm), failed: failed.reduce((a, b) => a + b), code });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
    await check("page: types", process.execPath, ["node_modules/typescript/bin/tsc", "--noEmit", "--project", "www"]);
    await check("page: build", "npm", ["run", "--silent", "build:page"]);
    await part("browser", inBrowser);
  });
});

if (broken.length > 0) console.log(`\nFailed: ${broken.join(", ")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** Results of several runners, added up. Nothing is skipped in silence: what a runner skips counts as failed. */

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, Stop } from "./run.js";

const total = { passed: 0, failed: 0 };
const broken = [];

/** Adds up one runner's results; a runner that fails without a failed test is one itself. */
export function count(name, { passed, failed, code = 0 }) {
  total.passed += passed;
  total.failed += failed || (code === 0 ? 0 : 1);
  if (failed > 0 || code !== 0) broken.push(name);
}

/** A step that passes or fails as a whole. */
export async function check(name, command, args, env = {}) {
  console.log(`\n# ${name}`);
  const { code } = await run(command, args, { env });
  count(name, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
}

/** A part of the run; where it cannot start, that is one failure and one sentence. */
export async function part(name, work) {
  try {
    return await work();
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    count(name, { passed: 0, failed: 1 });
  }
}

/** Runs files of Node's test runner in a folder. */
export async function nodeTests(name, folder, files, env = {}) {
  const results = mkdtempSync(join(tmpdir(), "matn-results-"));
  try {
    const tap = join(results, "results.tap");
    const reporters = ["--test-reporter=spec", "--test-reporter-destination=stdout"];
    reporters.push("--test-reporter=tap", `--test-reporter-destination=${tap}`);
    const { code } = await run(process.execPath, ["--test", ...reporters, ...files], { cwd: folder, env });
    const report = readFileSync(tap, "utf8");
    const failed = ["fail", "cancelled", "skipped", "todo"].map((what) =>
      sum(report, new RegExp(`^# ${what} (\\d+)`, "gm")),
    );
    count(name, { passed: sum(report, /^# pass (\d+)/gm), failed: failed.reduce((a, b) => a + b), code });
  } finally {
    rmSync(results, { recursive: true, force: true });
  }
}

/** The sum of the numbers that a pattern finds. */
export const sum = (text, pattern) => [...text.matchAll(pattern)].reduce((all, match) => all + Number(match[1]), 0);

/** Prints the closing line and sets the exit status. */
export function close() {
  if (broken.length > 0) console.log(`\nFailed: ${broken.join(", ")}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** Fresh folders with the packed package installed, and nothing else. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { extract } from "../../pkg/index.js";
import { pasted } from "../package/sample.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const execute = promisify(execFile);

/** Where a program of the pinned packages is. */
export const tool = (name) => join(here, "node_modules", name);

/** The package.json of whoever uses the package. */
export const manifest = { name: "user-of-matn", private: true, type: "module" };

/**
 * A folder with the package installed from the tarball, the sample, and the named programs; it goes with the test.
 *
 * @param {import("node:test").TestContext} t
 * @param {string[]} programs files of programs/
 */
export async function project(t, programs) {
  const folder = mkdtempSync(join(tmpdir(), "matn-target-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "pasted.json"), JSON.stringify(pasted));
  for (const program of programs) cpSync(join(here, "programs", program), join(folder, program));
  await run(folder, "npm", ["install", "--offline", "--no-audit", "--no-fund", process.env.MATN_TARBALL]);
  return folder;
}

/** Runs a program in the folder; what it prints is the result, and a failure shows all of it. */
export async function run(folder, command, args, env = {}) {
  try {
    const { stdout } = await execute(command, args, { cwd: folder, env: { ...process.env, ...env } });
    return stdout;
  } catch (error) {
    assert.fail(`${command} ${args.join(" ")}\n${error.stdout ?? ""}${error.stderr ?? error.message}`);
  }
}

const parts = ({ title, blocks, removed }) => JSON.parse(JSON.stringify({ title, blocks, removed }));
const expected = parts(extract(pasted));

/** What a program found in the sample must be what the package finds in this very process. */
export function assertRead(found) {
  assert.deepEqual(parts(typeof found === "string" ? JSON.parse(found) : found), expected);
}

/** Programs that the tools start, always in the project's root. */

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The project's root, without a slash at its end. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/** A message for whoever started the tool: printed as it is, without a stack. */
export class Stop extends Error {}

/**
 * Runs a program and shows what it prints, or keeps that for the caller with `quiet`.
 * Resolves to its exit code, all that it printed and, apart, its standard output; 127 where there is no such program.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, cwd?: string, env?: Record<string, string> }} [options]
 * @returns {Promise<{ code: number, output: string, stdout: string }>}
 */
export function run(command, args, { quiet = false, cwd = root, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    let stdout = "";
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from.setEncoding("utf8").on("data", (text) => {
        output += text;
        if (to === process.stdout) stdout += text;
        if (!quiet) to.write(text);
      });
    }
    child.on("error", () => resolve({ code: 127, output, stdout }));
    child.on("close", (code) => resolve({ code: code ?? 1, output, stdout }));
  });
}

/** Runs a program that must succeed and gives its standard output; where it does not, what it printed is shown. */
export async function must(command, args, options = {}) {
  const { code, output, stdout } = await run(command, args, options);
  if (code !== 0) {
    if (options.quiet) process.stderr.write(output);
    throw new Stop(`${command} ${args.slice(0, 3).join(" ")} failed.`);
  }
  return stdout;
}

/** Runs a tool's main function; a failure becomes one message and the exit code 1. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    process.exitCode = 1;
  }
}

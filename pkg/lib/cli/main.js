/** The command `matn`. */

import { readFile, stat } from "node:fs/promises";
import { evaluate } from "./eval/command.js";
import { convertAll } from "./files.js";
import { help } from "./help.js";
import { listInputs, pageExtensions, recordExtensions } from "./inputs.js";
import { answerAll } from "./jsonl.js";
import { Output } from "./output.js";
import { Progress } from "./progress.js";
import { readArguments, WrongUsage } from "./usage.js";

/**
 * Runs the command.
 *
 * @param {string[]} args
 * @returns {Promise<number>} the exit status
 */
export async function main(args) {
  // Whoever read the output has gone, as `head` does: no failure.
  const output = new Output(process.stdout.fd ?? 1, () => process.exit(0));
  try {
    return await command(readArguments(args), output);
  } catch (error) {
    if (error instanceof WrongUsage) console.error(`matn: ${error.message}\nTry "matn --help".`);
    else if (error.syscall) console.error(`matn: ${error.message}`);
    else throw error;
    return error instanceof WrongUsage ? 2 : 1;
  }
}

async function command(asked, output) {
  if (asked.help) return say(help, output);
  if (asked.version) return say(`${await version()}\n`, output);
  if (asked.command === "eval") return evaluate(asked, output);
  if (asked.inputs.length === 0 && process.stdin.isTTY) {
    throw new WrongUsage("name a file or a folder, or pipe a text in");
  }
  const named = asked.inputs.length > 0 ? asked.inputs : ["-"];
  const inputs = await listInputs(named, asked.jsonl ? recordExtensions : pageExtensions);
  const progress = new Progress(process.stderr, await extent(inputs, asked));
  const run = { ...asked, output, progress, report: reporter(progress) };
  endOnSignal(run);
  const { done, failed } = await (asked.jsonl ? answerAll(inputs, run) : convertAll(inputs, run));
  progress.clear();
  if (run.stopped) process.kill(process.pid, run.stopped);
  if (failed > 0 && done + failed > 1) run.report(`${done} done, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

/** What there is to do, as far as it is known beforehand. */
async function extent(inputs, { jsonl, out }) {
  if (!jsonl) return { unit: "files", total: inputs.length };
  // Records that go to the terminal are their own progress.
  if (out === undefined && process.stdout.isTTY) return { unit: "lines", hidden: true };
  const sizes = await Promise.all(inputs.map(({ path }) => path && stat(path).catch(() => undefined)));
  const known = sizes.every((size) => size?.isFile());
  return { unit: "lines", ...(known ? { totalBytes: sizes.reduce((sum, { size }) => sum + size, 0) } : {}) };
}

/** Says on standard error what went wrong, above the line of progress. */
function reporter(progress) {
  return (message) => {
    progress.clear();
    console.error(`matn: ${message}`);
  };
}

/** Ends as the signal wants it, but never within a line or a file of output; a second signal ends at once. */
function endOnSignal(run) {
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, async () => {
      run.stopped = signal;
      run.progress.clear();
      await run.output.stop();
      // Files under way come to their end first.
      if (run.jsonl || run.out === undefined) process.kill(process.pid, signal);
    });
  }
}

async function say(text, output) {
  await output.write(Buffer.from(text));
  return 0;
}

async function version() {
  return JSON.parse(await readFile(new URL("../../../package.json", import.meta.url), "utf8")).version;
}

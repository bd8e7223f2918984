/** Pages in, articles out: one result for each file. */

import { join } from "node:path";
import { convert } from "./convert.js";
import { OrderedQueue } from "./queue.js";
import { told } from "./refusal.js";
import { threads } from "./threads.js";
import { WrongUsage } from "./usage.js";

const extensions = { text: ".txt", markdown: ".md", html: ".html", document: ".html", json: ".json" };
/** Files under way for each thread, so that none waits for the one whose turn it is. */
const AHEAD = 4;

/**
 * Converts every input; a failure is reported, and the others go on.
 *
 * @param {{ path?: string, name: string, problem?: string }[]} inputs
 * @param {object} run what is asked for, with `output`, `progress` and `report`
 * @returns {Promise<{ done: number, failed: number }>}
 */
export async function convertAll(inputs, run) {
  const { jobs, out, format, options, output, progress, report } = run;
  if (inputs.length > 1 && out === undefined) throw new WrongUsage("more than one input needs --out DIR");
  const counts = { done: 0, failed: 0 };
  const take = async ({ path, result }) => {
    if (result.error) report(`${path ?? "standard input"}: ${reason(result.error)}`);
    if (result.text !== undefined) await output.write(Buffer.from(result.text));
    const failed = result.error ? 1 : 0;
    counts.failed += failed;
    counts.done += 1 - failed;
    progress.advance({ done: 1 - failed, failed });
  };
  const pool = inputs.length > 1 ? threads(Math.min(jobs, inputs.length)) : undefined;
  const queue = new OrderedQueue(take, { most: jobs * AHEAD, mostBytes: Number.POSITIVE_INFINITY });
  try {
    for (const { path, name, problem } of inputs) {
      if (run.stopped) break;
      const target = out === undefined ? undefined : join(out, name + extensions[format]);
      const task = { path, target, format, options };
      await queue.add(0, async () => ({ path, result: problem ? unread(problem) : await done(task, pool) }));
    }
    await queue.end();
  } finally {
    await pool?.close();
  }
  return counts;
}

const reason = ({ code, message }) => (code ? `${message} (${code})` : message);

const unread = (message) => ({ error: { code: "not-readable", message } });

/** One input's result, from a thread where there are any; they have no standard input. */
async function done(task, pool) {
  if (!pool || task.path === undefined) return convert(task);
  try {
    return await pool.run(() => ({ work: "file", ...task }));
  } catch {
    return { error: told(undefined, task.options.language) };
  }
}

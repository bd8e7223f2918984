/** The installed command, as the tests run it. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { buffer, text } from "node:stream/consumers";

/** Starts it; all its streams are pipes. */
export const start = (args) => spawn(process.execPath, ["node_modules/.bin/matn", ...args]);

/** Runs it to its end. */
export async function run(args, input = "") {
  const child = start(args);
  const closed = once(child, "close");
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const [out, err] = await Promise.all([buffer(child.stdout), text(child.stderr)]);
  const [code, signal] = await closed;
  return { code, signal, out: out.toString(), err };
}

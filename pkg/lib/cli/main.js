/** The command `matn`. */

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { extract, MatnError, render } from "../../index.js";
import { listInputs } from "./inputs.js";
import { help, readArguments, WrongUsage } from "./usage.js";

const extensions = { text: ".txt", markdown: ".md", html: ".html", document: ".html", json: ".json" };

/**
 * Runs the command.
 *
 * @param {string[]} args
 * @returns {Promise<number>} the exit status
 */
export async function main(args) {
  process.stdout.on("error", (error) => {
    // Whoever read the output has gone, as `head` does: no failure.
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  try {
    return await command(readArguments(args));
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    console.error(`matn: ${error.message}\nTry "matn --help".`);
    return 2;
  }
}

async function command(asked) {
  if (asked.help) return say(help);
  if (asked.version) return say(`${await version()}\n`);
  if (asked.inputs.length === 0) {
    if (process.stdin.isTTY) throw new WrongUsage("name a file or a folder, or pipe a text in");
    return convert({ path: undefined, name: "stdin" }, asked);
  }
  const inputs = await listInputs(asked.inputs);
  if (inputs.length > 1 && asked.out === undefined) throw new WrongUsage("more than one input needs --out DIR");
  let status = 0;
  for (const input of inputs) status = Math.max(status, await convert(input, asked));
  return status;
}

/** One input to its output; a failure is reported and the others go on. */
async function convert({ path, name }, { format, out, options }) {
  try {
    const article = extract(await read(path), options);
    const text = `${render(article, format).trimEnd()}\n`;
    if (out === undefined) return say(text);
    await write(resolve(join(out, name + extensions[format])), text, path);
    return 0;
  } catch (error) {
    console.error(`matn: ${path ?? "standard input"}: ${error.message}${error.code ? ` (${error.code})` : ""}`);
    return 1;
  }
}

async function read(path) {
  if (path === undefined) {
    const chunks = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
  try {
    return await readFile(path);
  } catch (cause) {
    throw new MatnError("not-readable", `The file cannot be read: ${reason(cause)}.`);
  }
}

async function write(file, text, from) {
  if (from !== undefined && file === resolve(from))
    throw new Error("The result would overwrite it; choose another --out.");
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

function reason({ code, message }) {
  const known = { ENOENT: "there is none", EACCES: "permission is denied", EISDIR: "it is a folder" };
  return known[code] ?? message;
}

function say(text) {
  process.stdout.write(text);
  return 0;
}

async function version() {
  return JSON.parse(await readFile(new URL("../../../package.json", import.meta.url), "utf8")).version;
}

/** One file to one result. */

import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { extract, render } from "./core.js";
import { refusal, told, unreadable } from "./refusal.js";

/** Largest file, in bytes: what `extract` takes. */
const LARGEST = 50 * 2 ** 20;

/**
 * Reads a file and renders its article, into `target` where one is named.
 *
 * @param {{ path: string, target?: string, format: string, options: object }} task
 * @returns {Promise<{ text?: string, error?: { code?: string, message: string } }>}
 */
export async function convert({ path, target, format, options }) {
  try {
    const input = path === undefined ? await standardInput(options.language) : await read(path, options.language);
    const text = `${render(extract(input, options), format).trimEnd()}\n`;
    if (target === undefined) return { text };
    await save(target, text, path);
    return {};
  } catch (error) {
    return { error: error.code === undefined ? error : told(error, options.language) };
  }
}

async function standardInput(language) {
  const chunks = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > LARGEST) throw refusal("too-large", { size: `${size}+`, limit: LARGEST }, language);
  }
  return Buffer.concat(chunks);
}

async function read(path, language) {
  try {
    const { size } = await stat(path);
    if (size > LARGEST) throw refusal("too-large", { size, limit: LARGEST }, language);
    return await readFile(path);
  } catch (cause) {
    throw cause.code === "too-large" ? cause : unreadable(cause, language);
  }
}

async function save(target, text, from) {
  if (from !== undefined && (await isSameFile(target, from))) {
    throw unwritten("The result would overwrite the input; choose another --out.");
  }
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  } catch (error) {
    throw unwritten(`The result cannot be written: ${error.message}`);
  }
}

/** The contract has no code for an output. */
const unwritten = (message) => ({ message });

/** Whether both paths lead to one file. */
export async function isSameFile(one, other) {
  const [a, b] = await Promise.all([one, other].map((path) => stat(path).catch(() => undefined)));
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

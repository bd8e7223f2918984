/** What the command line names, as single files. */

import { readdir, stat } from "node:fs/promises";
import { basename, extname, join, relative } from "node:path";
import { isPattern, matching } from "./glob.js";

/** What a folder means: its pages, or with `--jsonl` its files of records. */
export const pageExtensions = [".txt", ".html", ".htm", ".mht", ".mhtml"];
export const recordExtensions = [".jsonl", ".ndjson"];

/**
 * Each input with the name that its result gets below `--out`, without extension. What is not there is an input
 * as well: reading it fails and is reported.
 *
 * @param {string[]} named files, folders, patterns; `-` is standard input
 * @param {string[]} extensions of the files that are meant in a folder
 * @returns {Promise<{ path: string | undefined, name: string, problem?: string }[]>}
 */
export async function listInputs(named, extensions) {
  const inputs = [];
  for (const path of named) {
    for (const input of await filesOf(path, extensions)) inputs.push(input);
  }
  return withoutClashes(inputs);
}

async function filesOf(path, extensions) {
  if (path === "-") return [{ path: undefined, name: "stdin" }];
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return filesBelow(path, extensions);
  // A file may be called "a[1].txt": what is there is no pattern.
  const files = !found && isPattern(path) ? await matching(path) : [];
  return files.length > 0 ? files : [{ path, name: basename(path) }];
}

async function filesBelow(folder, extensions) {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => !entry.isDirectory() && extensions.includes(extname(entry.name).toLowerCase()))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .sort();
    if (paths.length > 0) return paths.map((path) => ({ path, name: relative(folder, path) }));
    return [{ path: folder, name: "", problem: `there is no ${extensions.join(" ")} file in this folder` }];
  } catch (error) {
    return [{ path: folder, name: "", problem: error.message }];
  }
}

/** `a.txt` and `a.html` would both become `a.md`: the second keeps its extension. */
function withoutClashes(inputs) {
  const taken = new Set();
  return inputs.map((input) => {
    const { name } = input;
    const bare = name.slice(0, name.length - extname(name).length) || name;
    let free = taken.has(bare) ? name : bare;
    for (let number = 2; taken.has(free); number++) free = `${name}-${number}`;
    taken.add(free);
    return { ...input, name: free };
  });
}

/** What the command line names, as single files. */

import { readdir, stat } from "node:fs/promises";
import { basename, extname, join, relative } from "node:path";

const extensions = new Set([".txt", ".html", ".htm", ".mht", ".mhtml"]);

/**
 * Each input with the name that its result gets below `--out`, without extension. A path that is not there is
 * an input as well: reading it fails and is reported.
 *
 * @param {string[]} paths
 * @returns {Promise<{ path: string, name: string }[]>}
 */
export async function listInputs(paths) {
  const inputs = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    const files = found?.isDirectory() ? await pagesBelow(path) : [{ path, name: basename(path) }];
    inputs.push(...files);
  }
  return withoutClashes(inputs);
}

async function pagesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && extensions.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .map((path) => ({ path, name: relative(folder, path) }));
}

/** `a.txt` and `a.html` would both become `a.md`: the second keeps its extension. */
function withoutClashes(inputs) {
  const taken = new Set();
  return inputs.map(({ path, name }) => {
    const bare = name.slice(0, name.length - extname(name).length) || name;
    let free = taken.has(bare) ? name : bare;
    for (let number = 2; taken.has(free); number++) free = `${name}-${number}`;
    taken.add(free);
    return { path, name: free };
  });
}

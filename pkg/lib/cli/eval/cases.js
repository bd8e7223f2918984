/** Labelled cases on disk. */

import { isUtf8 } from "node:buffer";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const inputs = ["input.txt", "input.html", "input.bin", "input.mhtml"];
const saved = ".case.json";

/**
 * The cases below a folder, sorted: folders with an input and expected.json, and files that the page saved.
 *
 * @param {string} folder
 * @returns {Promise<{ id: string, read(): Promise<object> }[]>}
 */
export async function casesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const cases = entries.flatMap((entry) => {
    const parent = entry.parentPath ?? entry.path;
    const path = join(parent, entry.name);
    if (entry.name.endsWith(saved)) return [{ id: path.slice(0, -saved.length), read: () => readSaved(path) }];
    const input = entry.name === "expected.json" && inputs.find((name) => existsSync(join(parent, name)));
    return input ? [{ id: parent, read: () => readFolder(parent, input) }] : [];
  });
  return cases.sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function readFolder(folder, name) {
  const expected = JSON.parse(await readFile(join(folder, "expected.json"), "utf8"));
  const bytes = await readFile(join(folder, name));
  return labelled({ input: textOr(bytes), form: name === "input.txt" ? "text" : "html", ...expected, expected });
}

async function readSaved(path) {
  const { input, base64, expected, ...rest } = JSON.parse(await readFile(path, "utf8"));
  const given = input ?? textOr(Buffer.from(base64, "base64"));
  return labelled({ ...rest, input: given, form: rest.as === "text" ? "text" : "html", expected });
}

function labelled({ input, form, as, url, now, expected }) {
  const articles = expected?.articles ?? [expected];
  if (!articles.every((article) => Array.isArray(article?.body))) throw new Error("the labels have no body");
  return { input, form: as === "text" ? "text" : form, options: { as, url, now }, expected };
}

/** Text where it is UTF-8; of other encodings the bytes, for `extract` to find out. */
function textOr(bytes) {
  if (!isUtf8(bytes)) return new Uint8Array(bytes);
  return new TextDecoder().decode(bytes);
}

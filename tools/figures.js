/**
 * `npm run figures`: the tables and charts of docs/compare.md from the data in docs/figures/. The sentences around them are
 * written by hand. `node tools/figures.js --check` says whether they agree, and writes nothing.
 */

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { charts } from "./figures/charts.js";
import { tables } from "./figures/tables.js";
import { main, root, Stop } from "./run.js";

const folder = "docs/figures";
const page = "docs/compare.md";
const read = (file) => readFileSync(join(root, file), "utf8");

/** All that was measured, by the name of its file. */
function figures() {
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(files.map((name) => [name.replace(".json", ""), JSON.parse(read(`${folder}/${name}`))]));
}

/** The page with every table made anew: each stands between `<!-- table NAME -->` and `<!-- end -->`. */
function withTables(text, made) {
  return text.replace(/(<!-- table (\w+) -->\n)[\s\S]*?(<!-- end -->)/g, (whole, before, name, after) => {
    if (made[name] === undefined) throw new Stop(`${page} has a table "${name}" that nothing makes.`);
    return made[name] === null ? whole : `${before}\n${made[name]}\n\n${after}`;
  });
}

/** What every generated file has to hold. */
function contents() {
  const data = figures();
  const drawn = Object.entries(charts(data)).map(([name, svg]) => [`${folder}/${name}.svg`, svg]);
  return [[page, withTables(read(page), tables(data))], ...drawn];
}

/** Writes the tables and the charts. */
export async function writeAll() {
  for (const [file, text] of contents()) writeFileSync(join(root, file), text);
}

/** The files that do not agree with the data. */
export const stale = () =>
  contents()
    .filter(([file, text]) => !existsSync(join(root, file)) || read(file) !== text)
    .map(([file]) => file);

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    if (!process.argv.includes("--check")) return writeAll();
    const files = stale();
    if (files.length > 0) throw new Stop(`Not what docs/figures says: ${files.join(", ")}. Run "npm run figures".`);
  });
}

/** Notices of others' work that ships with the package and with the page: names, versions, and licences as their owners wrote them. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compiledCrates } from "./crates.js";
import { root, Stop } from "./run.js";

const rule = `\n\n${"-".repeat(72)}\n\n`;

/** What the module is compiled from; the glue beside it is wasm-bindgen's. */
export async function crateNotices() {
  const parts = (await compiledCrates()).map(({ folder, ...crate }) => ({
    ...crate,
    text: licenceIn(folder, crate.name),
  }));
  const rust = readFileSync(join(root, "tools/notices/rust.txt"), "utf8").trim();
  parts.push({ name: "Rust's standard library", version: "", license: "MIT OR Apache-2.0", text: rust });
  return notices("matn's WebAssembly module and the code that loads it hold work of others:", parts);
}

/** npm packages, with those that they need at run time. */
export function packageNotices(names) {
  const parts = [...closure(names)].map(([folder, { name, version, license }]) => {
    return { name, version, license, text: licenceIn(folder, name) };
  });
  return notices("The page holds, besides:", parts);
}

/** Those of the same text stand together. */
function notices(head, parts) {
  const texts = new Map();
  for (const part of parts) texts.set(part.text, [...(texts.get(part.text) ?? []), part]);
  const said = [...texts].map(([text, of]) => {
    const names = of.map(({ name, version, license }) => `${`${name} ${version}`.trim()} (${license})`);
    return `${names.join("\n")}\n\n${text}`;
  });
  return [head, ...said].join(rule);
}

/** The licence under which it is used: MIT where there is a choice, and what stands beside it. */
function licenceIn(folder, name) {
  const files = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|unlicense)/i.test(file))
    .sort();
  const mit = files.filter((file) => /mit|unicode/i.test(file));
  const chosen = mit.length > 0 ? mit : files.filter((file) => !/apache/i.test(file));
  if (chosen.length === 0) throw new Stop(`${name} has no file that tells its licence: look into ${folder}.`);
  const texts = chosen.map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
  return texts.join("\n\n");
}

/** Folders and manifests of packages and of all that they need; types are no part of what runs. */
function closure(names, from = root, found = new Map()) {
  for (const name of names.filter((name) => !name.startsWith("@types/"))) {
    const folder = [from, root].map((place) => join(place, "node_modules", name)).find(existsSync);
    if (found.has(folder)) continue;
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    found.set(folder, manifest);
    closure(Object.keys(manifest.dependencies ?? {}), folder, found);
  }
  return found;
}

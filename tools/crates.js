/** The crates that are compiled into the module, as Cargo.lock has them. */

import { dirname } from "node:path";
import { must } from "./run.js";

const target = "wasm32-unknown-unknown";

/**
 * Every crate of others that matn's module holds: what runs at build time only (macros, build scripts) is not among them.
 *
 * @returns {Promise<{ name: string, version: string, license: string, folder: string }[]>}
 */
export async function compiledCrates() {
  const args = ["metadata", "--locked", "--format-version", "1", "--filter-platform", target];
  const { packages, resolve } = JSON.parse(await must("cargo", args, { quiet: true }));
  const byId = new Map(packages.map((one) => [one.id, one]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const isMacro = (id) => byId.get(id).targets.some(({ kind }) => kind.includes("proc-macro"));
  const found = new Set();
  const open = [resolve.root];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || isMacro(id)) continue;
    found.add(id);
    const compiled = nodes.get(id).deps.filter(({ dep_kinds }) => dep_kinds.some(({ kind }) => kind === null));
    open.push(...compiled.map(({ pkg }) => pkg));
  }
  const others = [...found].map((id) => byId.get(id)).filter(({ source }) => source !== null);
  return others
    .map(({ name, version, license, manifest_path }) => ({ name, version, license, folder: dirname(manifest_path) }))
    .sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

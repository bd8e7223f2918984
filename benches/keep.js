/**
 * Figures as data: what a bench measured goes to docs/figures/NAME.json, with the machine and the day, if the bench was
 * started with `--keep`. From there `tools/figures.js` makes the tables and charts of docs/compare.md.
 */

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../docs/figures/", import.meta.url));

/** Writes the figures, if they are to be kept. */
export function keep(name, figures) {
  if (!process.argv.includes("--keep")) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}${name}.json`, `${JSON.stringify({ run: run(), ...figures }, null, 2)}\n`);
}

function run() {
  return {
    date: new Date().toISOString().slice(0, 10),
    cores: availableParallelism(),
    rust: version("rustc"),
    node: process.versions.node,
    python: version("python3"),
  };
}

function version(program) {
  try {
    return /\d+(?:\.\d+)+/.exec(execFileSync(program, ["--version"], { encoding: "utf8" }))[0];
  } catch {
    return null;
  }
}

/** The value in the middle. */
export const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

/** So many digits that count, as a number. */
export const round = (value, digits = 3) => Number(value.toPrecision(digits));

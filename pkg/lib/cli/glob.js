/** Patterns of file names: `*` and `?` within a name, `**` across folders, `[a-z]`, `{one,two}`. */

import { readdir } from "node:fs/promises";
import { join, sep } from "node:path";

/** Whether a path can be a pattern. */
export const isPattern = (path) => /[*?[{]/.test(path);

/**
 * The files that a pattern names, sorted, each with its path below the pattern's fixed part.
 *
 * @param {string} pattern
 * @returns {Promise<{ path: string, name: string }[]>}
 */
export async function matching(pattern) {
  const found = new Map();
  for (const plain of withoutBraces(pattern)) {
    const steps = plain.split(sep === "\\" ? /[\\/]/ : "/");
    const fixed = steps.findIndex(isPattern);
    const base = fixed === -1 ? steps.slice(0, -1) : steps.slice(0, fixed);
    await walk(base.join("/") || (plain.startsWith("/") ? "/" : "."), "", steps.slice(base.length), found);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, name]) => ({ path, name }));
}

async function walk(folder, below, [step, ...rest], found) {
  for (const entry of await entries(folder)) {
    const path = folder === "." ? entry.name : join(folder, entry.name);
    const name = join(below, entry.name);
    // Hidden names want a pattern that begins with a dot, as in a shell.
    if (entry.name.startsWith(".") && !step.startsWith(".")) continue;
    if (step === "**") {
      if (entry.isDirectory()) await walk(path, name, ["**", ...rest], found);
    } else if (matches(entry.name, step)) {
      if (rest.length > 0) {
        if (!entry.isFile()) await walk(path, name, rest, found);
      } else if (!entry.isDirectory()) found.set(path, name);
    }
  }
  if (step === "**") await walk(folder, below, rest.length > 0 ? rest : ["*"], found);
}

/** What a pattern finds is what can be read: a folder that cannot is passed over, as in a shell. */
const entries = (folder) => readdir(folder, { withFileTypes: true }).catch(() => []);

/** `a{b,c}d` is `abd` and `acd`; braces without a comma are letters. */
export function withoutBraces(pattern) {
  const open = pattern.indexOf("{");
  const close = pattern.indexOf("}", open);
  if (open === -1 || close === -1) return [pattern];
  const choices = pattern.slice(open + 1, close).split(",");
  const tails = withoutBraces(pattern.slice(close + 1));
  const middles = choices.length > 1 ? choices : [`{${choices[0]}}`];
  return middles.flatMap((middle) => tails.map((tail) => pattern.slice(0, open) + middle + tail));
}

/** Whether a name fits one step of a pattern. On a dead end only the last star takes one letter more. */
export function matches(name, step) {
  const letters = [...name];
  const parts = parsed(step);
  let [at, part] = [0, 0];
  let star;
  while (at < letters.length) {
    if (parts[part] === "*") star = { part: part++, at };
    else if (part < parts.length && parts[part](letters[at])) {
      part++;
      at++;
    } else if (star) {
      part = star.part + 1;
      at = ++star.at;
    } else return false;
  }
  while (parts[part] === "*") part++;
  return part === parts.length;
}

/** A step as stars and tests of one letter. */
function parsed(step) {
  const parts = [];
  const letters = [...step];
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at];
    const close = letter === "[" ? letters.indexOf("]", at + 2) : -1;
    if (letter === "*") parts.push("*");
    else if (letter === "?") parts.push(() => true);
    else if (close !== -1) {
      parts.push(oneOf(letters.slice(at + 1, close)));
      at = close;
    } else parts.push((other) => other === letter);
  }
  return parts;
}

function oneOf(letters) {
  const not = letters[0] === "!" || letters[0] === "^";
  const set = not ? letters.slice(1) : letters;
  return (letter) => {
    for (let at = 0; at < set.length; at++) {
      const range = set[at + 1] === "-" && at + 2 < set.length;
      const end = range ? set[at + 2] : set[at];
      if (set[at] <= letter && letter <= end) return !not;
      if (range) at += 2;
    }
    return not;
  };
}

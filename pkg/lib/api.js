/** The package's functions over the glue. Each entry says only where the wasm comes from: `provide`. */

import { MatnError } from "./error.js";
import * as glue from "./glue.js";
import { prepare, withPlainNow } from "./input.js";

export { MatnError };

/** Bytes or compiled module for the first call; undefined where only `init` can get them. */
let immediate;
let ready = false;
let starting;

/** Says where the wasm comes from: a function that gives bytes or a module at once. */
export function provide(source) {
  immediate = source;
}

/** Makes the functions ready with a module from anywhere; asking again changes nothing. */
export function start(source) {
  if (ready) return Promise.resolve();
  starting ??= glue.default({ module_or_path: source() }).then(
    () => {
      ready = true;
    },
    (cause) => {
      starting = undefined;
      throw new MatnError("not-ready", `The wasm module did not load: ${cause?.message ?? cause}`, { cause });
    },
  );
  return starting;
}

/** Compiles the module off the main thread; needed in `matn/web` only, welcome before the first call elsewhere. */
export function init() {
  return start(immediate);
}

/** One call into the core. Whatever is not the core's own error is a trap, and the instance is replaced. */
function call(work, ...args) {
  if (!ready) startNow();
  try {
    return work(...args);
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw new MatnError(thrown.code, thrown.message, thrown);
    glue.__wbg_reset_state();
    throw new MatnError("internal", "matn failed on this input. The next call works; please report the input.", {
      cause: thrown,
    });
  }
}

function startNow() {
  if (!immediate) throw new MatnError("not-ready", "Call init() and await it before the first call.");
  glue.initSync({ module: immediate() });
  ready = true;
}

function text(value) {
  if (typeof value !== "string") throw new MatnError("bad-option", "The text must be a string.");
  return value;
}

/** The glue would make numbers of "1" and null, and 0 of 2 ** 32. */
function index(value) {
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** 32) {
    throw new MatnError("bad-option", `The index must be a whole number from 0 up, not ${String(value)}.`);
  }
  return value;
}

export const extract = (input, options) => call(glue.extract, ...prepare(input, options));
export const extractAll = (input, options) => call(glue.extractAll, ...prepare(input, options));
export const sourceText = (input, options) => call(glue.sourceText, ...prepare(input, options));
export const restore = (article, at) => call(glue.restore, article, index(at));
export const remove = (article, at) => call(glue.remove, article, index(at));
export const render = (article, format, options) => call(glue.render, article, format, options);
export const normalize = (value, options) => call(glue.normalize, text(value), options);
export const sentences = (value) => call(glue.sentences, text(value));
export const words = (value) => call(glue.words, text(value));
export const parseDate = (value, options) => call(glue.parseDate, text(value), withPlainNow(options));
export const parseDateline = (value) => call(glue.parseDateline, text(value));

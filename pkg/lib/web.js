/** Source of web.js: loads the wasm file beside it. */

import { start } from "./api.js";

/**
 * Loads the wasm; call it once and await it before the first call.
 *
 * @param {unknown} [source] address, Response, promise of one, bytes or WebAssembly.Module
 */
export function init(source) {
  return start(() => source ?? new URL("./matn.wasm", import.meta.url));
}

export * from "./functions.js";

/** Source of inline.js and index.cjs: the wasm travels inside as base64 and is decoded at the first call. */

import wasm from "../matn.wasm";
import { provide } from "./api.js";
import { decode } from "./base64.js";

provide(() => decode(wasm));

export { init } from "./api.js";
export * from "./functions.js";

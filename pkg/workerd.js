// workerd compiles no bytes at run time, but gives an imported .wasm file as a ready module.
import { provide } from "./lib/api.js";
import module from "./matn.wasm";

provide(() => module);

export { init } from "./lib/api.js";
export * from "./lib/functions.js";

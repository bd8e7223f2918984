export * from "./index.js";

/** Where the wasm comes from: an address, a Response, bytes or a WebAssembly.Module. */
export type WasmSource = string | { readonly href: string } | ArrayBuffer | ArrayBufferView | object;

/**
 * Loads the wasm file, the one beside this module unless told otherwise. Await it before the first call; a
 * second call changes nothing.
 *
 * @example
 * import { extract, init } from "matn/web";
 *
 * await init();
 * extract(pasted).title; // "کراچی میں بارش کے بعد بجلی بحال"
 *
 * @throws {MatnError} `not-ready` where it does not load; it may then be called again
 */
export declare function init(from?: WasmSource | Promise<WasmSource>): Promise<void>;

/**
 * The package's functions over the wasm file itself, read and compiled once: threads are handed the compiled
 * module, and share what the engine has made of it.
 */

import { readFileSync } from "node:fs";
import { isMainThread, workerData } from "node:worker_threads";
import { provide } from "../api.js";

let compiled = isMainThread ? undefined : workerData.module;

/** The compiled module, to be handed to a thread as `workerData.module`. */
export function module() {
  compiled ??= new WebAssembly.Module(readFileSync(new URL("../../matn.wasm", import.meta.url)));
  return compiled;
}

provide(module);

export * from "../functions.js";

/** A `WebAssembly.Module`, its address or its bytes: what an import of a wasm file gives is up to the bundler. */
declare const wasm: unknown;
export default wasm;

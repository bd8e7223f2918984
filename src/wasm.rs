//! The JavaScript boundary: the only file that knows wasm-bindgen, js-sys, web-sys and serde-wasm-bindgen.

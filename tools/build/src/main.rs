//! Makes the JavaScript glue and its types from the compiled wasm, with the wasm-bindgen of Cargo.lock.
//!
//! `matn-build MODULE.wasm OUT_DIR` writes `glue.js`, `glue.d.ts` and `glue_bg.wasm` into `OUT_DIR`; with `--names` at the end,
//! the module keeps the names of its functions, for a profile.

use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(module), Some(out)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: matn-build MODULE.wasm OUT_DIR [--names]");
        return ExitCode::from(2);
    };
    let names = arguments.next().is_some_and(|argument| argument == "--names");
    let made = Bindgen::new().web(true).and_then(|bindgen| {
        bindgen
            .input_path(&module)
            .out_name("glue")
            .typescript(true)
            // A default address would make bundlers ship the wasm file where only `initSync` is used.
            .omit_default_module_path(true)
            // After a trap the instance is replaced: its memory may be half-written.
            .reset_state_function(true)
            .remove_name_section(!names)
            .remove_producers_section(!names)
            .generate(&out)
    });
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("matn-build: {error:#}");
            ExitCode::FAILURE
        }
    }
}

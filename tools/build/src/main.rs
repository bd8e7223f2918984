//! Makes the JavaScript glue and its types from the compiled wasm, with the wasm-bindgen of Cargo.lock.
//!
//! `matn-build MODULE.wasm OUT_DIR` writes `glue.js`, `glue.d.ts` and `glue_bg.wasm` into `OUT_DIR`; with `--names` at the end,
//! the module keeps the names of its functions, for a profile. What nobody needs is cut out of the module first.

use std::error::Error;
use std::process::ExitCode;
use walrus::{FunctionKind, Module};
use wasm_bindgen_cli_support::Bindgen;

/// What the module holds and nobody needs. Each of these becomes a trap, and what only they use is left out.
const CUT_OUT: [&str; 17] = [
    // html5ever can print how long its tokenizer was in each state, which is never asked for.
    "<f64 as core::fmt::Display>::fmt",
    // Where there is no hook for panics, a panic is a trap anyway, and its message goes nowhere.
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "core::cell::panic_already_borrowed",
    "core::cell::panic_already_mutably_borrowed",
    "core::num::from_ascii_radix_panic",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::panicking::assert_failed_inner",
    "core::panicking::panic",
    "core::panicking::panic_bounds_check",
    "core::panicking::panic_fmt",
    "core::result::unwrap_failed",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
    "core::str::slice_error_fail_rt",
];

/// Parts of the names of functions that nobody needs either.
const CUT_OUT_ALL: [&str; 4] = [
    // Nothing is printed.
    "std::io::",
    "core::fmt::builders::",
    "FormatStringPayload",
    // Without threads no lock is ever waited for.
    "parking_lot",
];

/// The end of the names of functions that tell a programmer what a value is. html5ever asks them for what it says of
/// mistakes in a page, which nobody reads; they write nothing.
const MUTE: &str = " as core::fmt::Debug>::fmt";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(module), Some(out)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: matn-build MODULE.wasm OUT_DIR [--names]");
        return ExitCode::from(2);
    };
    let names = arguments.next().is_some_and(|argument| argument == "--names");
    match make(&module, &out, names) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("matn-build: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn make(module: &str, out: &str, names: bool) -> Result<(), Box<dyn Error>> {
    let mut module = Module::from_file(module)?;
    cut_out(&mut module);
    Bindgen::new()
        .web(true)?
        .input_bytes("glue", module.emit_wasm())
        .typescript(true)
        // A default address would make bundlers ship the wasm file where only `initSync` is used.
        .omit_default_module_path(true)
        // After a trap the instance is replaced: its memory may be half-written.
        .reset_state_function(true)
        .remove_name_section(!names)
        .remove_producers_section(!names)
        .generate(out)?;
    Ok(())
}

/// Makes traps of the functions that nobody needs; another compiler may have made others of them.
fn cut_out(module: &mut Module) {
    for function in module.funcs.iter_mut() {
        let name = format!("{:#}", rustc_demangle::demangle(function.name.as_deref().unwrap_or_default()));
        let FunctionKind::Local(local) = &mut function.kind else { continue };
        let needless = CUT_OUT.contains(&name.as_str())
            || CUT_OUT_ALL.iter().any(|part| name.contains(part))
            // What html5ever would print is sorted first.
            || name.contains("::sort::") && name.contains("tokenizer::states::State");
        let mut body = local.builder_mut().func_body();
        if needless {
            body.instrs_mut().clear();
            body.unreachable();
        } else if name.ends_with(MUTE) {
            body.instrs_mut().clear();
            // `Ok(())`
            body.i32_const(0);
        }
    }
}

//! Makes `src/script/tables.rs` from Unicode's data and checks that the committed file agrees.
//!
//! `UPDATE=1 cargo test --test tables` writes it anew.

use std::fmt::Write;
use unicode_normalization::UnicodeNormalization;

const COMMITTED: &str = include_str!("../src/script/tables.rs");

/// The letters that a presentation form stands for, as distances from U+0600.
///
/// The space or tatweel on which Unicode shows a mark alone is not a part of it.
fn letters(form: u32) -> Vec<u32> {
    let form = char::from_u32(form).expect("a scalar value");
    let decomposed: Vec<char> = form.nfkc().filter(|c| !matches!(c, ' ' | '\u{640}')).collect();
    if decomposed == [form] { Vec::new() } else { decomposed.into_iter().map(|c| c as u32 - 0x600).collect() }
}

fn forms(out: &mut String, name: &str, doc: &str, from: u32, to: u32) {
    let all: Vec<Vec<u32>> = (from..=to).map(letters).collect();
    let width = all.iter().map(Vec::len).max().expect("a range");
    writeln!(out, "\n/// {doc}").unwrap();
    writeln!(out, "#[rustfmt::skip]").unwrap();
    writeln!(out, "pub(super) static {name}: [[u8; {width}]; {}] = [", all.len()).unwrap();
    for row in all.chunks(8) {
        out.push_str("   ");
        for letters in row {
            let padded: Vec<String> =
                (0..width).map(|at| letters.get(at).copied().unwrap_or(0).to_string()).collect();
            write!(out, " [{}],", padded.join(", ")).unwrap();
        }
        out.push('\n');
    }
    out.push_str("];\n");
}

fn compositions(out: &mut String) {
    out.push_str("\n/// Base, mark and the letter that both make, by canonical composition.\n");
    let mut rows = Vec::new();
    for base in 0x600..0x700 {
        for mark in 0x600..0x700 {
            let pair: String = [base, mark].into_iter().filter_map(char::from_u32).collect();
            let composed: Vec<char> = pair.nfc().collect();
            if let [one] = composed[..] {
                rows.push(format!("('\\u{{{base:x}}}', '\\u{{{mark:x}}}', '\\u{{{:x}}}'),", one as u32));
            }
        }
    }
    writeln!(out, "#[rustfmt::skip]").unwrap();
    writeln!(out, "pub(super) static COMPOSED: [(char, char, char); {}] = [", rows.len()).unwrap();
    for row in rows {
        writeln!(out, "    {row}").unwrap();
    }
    out.push_str("];\n");
}

fn generate() -> String {
    let mut out = String::from(
        "//! Tables of the Arabic blocks, made by `tests/tables.rs` from Unicode's data. Not to be edited.\n",
    );
    forms(
        &mut out,
        "FORMS_A",
        "Of U+FB50..=U+FDC7: the letters as distances from U+0600; 0 where there is none.",
        0xfb50,
        0xfdc7,
    );
    forms(&mut out, "FORMS_B", "Of U+FE70..=U+FEFC, in the same way.", 0xfe70, 0xfefc);
    compositions(&mut out);
    out
}

#[test]
fn the_committed_tables_are_what_unicode_says() {
    let made = generate();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/script/tables.rs"), &made).unwrap();
    } else {
        assert!(made == COMMITTED, "run UPDATE=1 cargo test --test tables");
    }
}

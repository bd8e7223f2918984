//! data/messages.tsv into a table sorted by key.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

const SOURCE: &str = "data/messages.tsv";

/// Writes `messages.rs`: the expression `[(key, English, Urdu); N]`.
pub(crate) fn generate() {
    println!("cargo::rerun-if-changed={SOURCE}");
    let table = fs::read_to_string(SOURCE).unwrap_or_else(|error| panic!("{SOURCE}: {error}"));
    let mut rows: Vec<[&str; 3]> =
        table.lines().skip(1).enumerate().map(|(at, line)| row(at + 2, line)).collect();
    rows.sort_unstable();
    if let Some(pair) = rows.windows(2).find(|pair| pair[0][0] == pair[1][0]) {
        panic!("{SOURCE}: {} stands twice", pair[0][0]);
    }
    let mut code = String::from("[\n");
    for [key, en, ur] in rows {
        let _ = writeln!(code, "    ({key:?}, {en:?}, {ur:?}),");
    }
    code.push(']');
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("messages.rs"), code).expect("OUT_DIR is writable");
}

fn row(number: usize, line: &str) -> [&str; 3] {
    let cells: Vec<&str> = line.split('\t').collect();
    match cells[..] {
        [key, en, ur] if [key, en, ur].iter().all(|cell| !cell.trim().is_empty()) => [key, en, ur],
        _ => panic!("{SOURCE}:{number}: wanted key, English and Urdu, each separated by one tab"),
    }
}

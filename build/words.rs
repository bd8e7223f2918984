//! The tables of words: months, weekdays, date words, cities and agencies, each sorted by its folded
//! spelling.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

#[path = "../src/script/fold.rs"]
mod fold;

/// Writes `date_words.rs`, `places.rs` and `agencies.rs`, each the expression `&[(spelling, …), …]`.
pub(crate) fn generate() {
    println!("cargo::rerun-if-changed=src/script/fold.rs");
    date_words();
    flags("data/cities.tsv", "places.rs", &["city", "region", "country"]);
    flags("data/agencies.tsv", "agencies.rs", &["agency", "word", "role", "media", "beat", "desk"]);
}

/// One table of all that may stand in a date line: a spelling with several meanings has several rows.
fn date_words() {
    let mut rows = Vec::new();
    each_row("data/months.tsv", |[calendar, month, spelling]| {
        let meaning = match calendar {
            "gregorian" => format!("Word::Month({month})"),
            _ => format!("Word::ForeignMonth(Calendar::{})", camel(calendar)),
        };
        rows.push((key(spelling), meaning));
    });
    each_row("data/weekdays.tsv", |[_, spelling]| rows.push((key(spelling), "Word::Weekday".into())));
    each_row("data/date-words.tsv", |[kind, meaning, spelling]| {
        let meaning = match (kind, meaning.parse::<i16>()) {
            ("suffix" | "ago" | "few" | "filler", _) => format!("Word::{}", camel(kind)),
            (_, Ok(number)) => format!("Word::{}({number})", camel(kind)),
            (_, Err(_)) => {
                format!("Word::{kind}({kind}::{meaning})", kind = camel(kind), meaning = camel(meaning))
            }
        };
        rows.push((key(spelling), meaning));
    });
    rows.sort();
    rows.dedup();
    write("date_words.rs", rows.iter().map(|(key, meaning)| format!("({key:?}, {meaning})")));
}

/// A table of spellings with the sum of their kinds: the first of `kinds` is 1, the next 2, then 4.
fn flags(source: &str, out: &str, kinds: &[&str]) {
    let mut table = BTreeMap::<String, u8>::new();
    each_line(source, |line| {
        let mut cells = line.split('\t');
        let (name, kind) = (cells.next().unwrap_or(""), cells.next().unwrap_or(""));
        let at = kinds.iter().position(|known| *known == kind);
        let at = at.unwrap_or_else(|| panic!("{source}: {line:?}: the kind is one of {kinds:?}"));
        *table.entry(key(name)).or_default() |= 1 << at;
    });
    write(out, table.iter().map(|(key, kinds)| format!("({key:?}, {kinds})")));
}

/// How spellings are compared: folded, and nothing but letters and digits.
fn key(spelling: &str) -> String {
    spelling
        .chars()
        .filter_map(fold::fold)
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn camel(name: &str) -> String {
    let (first, rest) = name.split_at(1);
    first.to_uppercase() + rest
}

fn each_row<const N: usize>(source: &str, mut row: impl FnMut([&str; N])) {
    each_line(source, |line| {
        let cells: Vec<&str> = line.split('\t').collect();
        row(cells
            .try_into()
            .unwrap_or_else(|_| panic!("{source}: {line:?}: wanted {N} cells, a tab between them")));
    });
}

/// The lines after the comment and the header.
fn each_line(source: &str, row: impl FnMut(&str)) {
    println!("cargo::rerun-if-changed={source}");
    let table = fs::read_to_string(source).unwrap_or_else(|error| panic!("{source}: {error}"));
    table.lines().skip_while(|line| line.starts_with('#')).skip(1).for_each(row);
}

fn write(name: &str, rows: impl Iterator<Item = String>) {
    let mut code = String::from("&[\n");
    for row in rows {
        let _ = writeln!(code, "    {row},");
    }
    code.push(']');
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join(name), code).expect("OUT_DIR is writable");
}

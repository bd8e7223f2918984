//! `data/months.tsv`, `weekdays.tsv` and `date-words.tsv` as a table sorted by folded spelling, `cities.tsv` and
//! `agencies.tsv` as fingerprints of it.

use std::collections::BTreeMap;

use crate::fingerprint::Fingerprint;
use crate::{script, table};

/// As data/weekdays.tsv names them.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// All that may stand in a date line, `&[(spelling, Word), …]`; what has several meanings has several
/// rows.
pub fn dates() -> String {
    let mut rows = Vec::new();
    for row in table::rows("months.tsv") {
        let [calendar, month, spelling] = cells("months.tsv", &row);
        let meaning = match calendar {
            "gregorian" => format!("Word::Month({month})"),
            _ => format!("Word::ForeignMonth(Calendar::{})", camel(calendar)),
        };
        rows.push((key(spelling), meaning));
    }
    for row in table::rows("weekdays.tsv") {
        let [weekday, spelling] = cells("weekdays.tsv", &row);
        let number = WEEKDAYS.iter().position(|&name| name == weekday);
        let number = number.unwrap_or_else(|| panic!("weekdays.tsv: {weekday} is no weekday"));
        rows.push((key(spelling), format!("Word::Weekday({number})")));
    }
    for row in table::rows("date-words.tsv") {
        let [kind, meaning, spelling] = cells("date-words.tsv", &row);
        rows.push((key(spelling), date_word(kind, meaning)));
    }
    rows.sort();
    rows.dedup();
    slice(rows.iter().map(|(key, meaning)| format!("({key:?}, {meaning})")))
}

/// "label", "published" → `Word::Label(Label::Published)`; numbers stay numbers, and some kinds have
/// one meaning only.
fn date_word(kind: &str, meaning: &str) -> String {
    let name = camel(kind);
    match (kind, meaning.parse::<i16>()) {
        ("suffix" | "ago" | "few" | "filler", _) => format!("Word::{name}"),
        (_, Ok(number)) => format!("Word::{name}({number})"),
        (_, Err(_)) => format!("Word::{name}({name}::{})", camel(meaning)),
    }
}

/// A table of names as sorted fingerprints, and the kinds of each: the first of `known` is 1, the next 2, then 4, and a
/// name of several kinds has their sum.
pub fn kinds(file: &str, [names, name_kinds]: [&str; 2], known: &[&str]) -> String {
    let mut table = BTreeMap::<u32, (String, u8)>::new();
    for row in table::rows(file) {
        let [name, kind, ..] = row.as_slice() else { panic!("data/{file}: a name and its kind in {row:?}") };
        let at = known.iter().position(|known| known == kind);
        let at = at.unwrap_or_else(|| panic!("data/{file}: in {row:?} the kind is none of {known:?}"));
        let key = key(name);
        let entry = table.entry(Fingerprint::of_name(&key).short()).or_insert_with(|| (key.clone(), 0));
        assert!(entry.0 == key, "data/{file}: {name} has the fingerprint of {}", entry.0);
        entry.1 |= 1 << at;
    }
    let (prints, kinds): (Vec<u32>, Vec<u8>) =
        table.iter().map(|(print, (_, kinds))| (*print, *kinds)).unzip();
    table::prints(names, &prints) + &format!("static {name_kinds}: [u8; {}] = {kinds:?};\n", kinds.len())
}

fn cells<'a, const N: usize>(file: &str, row: &'a [String]) -> [&'a str; N] {
    let cells: Vec<&str> = row.iter().map(String::as_str).collect();
    cells.try_into().unwrap_or_else(|_| panic!("data/{file}: {N} columns in {row:?}"))
}

/// How spellings are compared: folded, and nothing but letters and digits.
fn key(spelling: &str) -> String {
    let folded = spelling.chars().filter_map(script::fold).filter(|c| c.is_alphanumeric());
    folded.flat_map(char::to_lowercase).collect()
}

fn camel(name: &str) -> String {
    let (first, rest) = name.split_at(1);
    first.to_uppercase() + rest
}

fn slice(rows: impl Iterator<Item = String>) -> String {
    format!("&[\n    {},\n]", rows.collect::<Vec<_>>().join(",\n    "))
}

//! `data/names.tsv` and `data/function-words.tsv` as sorted fingerprints.

use std::collections::BTreeSet;

use crate::fingerprint::Fingerprint;
use crate::table;

/// The words of a file, as a table of that name.
pub fn table(file: &str, name: &str) -> String {
    let rows = table::rows(file);
    let prints: BTreeSet<u32> = rows.iter().map(|row| Fingerprint::of_phrase(&row[0]).short()).collect();
    table::prints(name, &Vec::from_iter(prints))
}

//! `data/names.tsv` as sorted fingerprints.

use std::collections::BTreeSet;

use crate::fingerprint::Fingerprint;
use crate::table;

/// The words that names are made of.
pub fn table() -> String {
    let rows = table::rows("names.tsv");
    let prints: BTreeSet<u32> = rows.iter().map(|row| Fingerprint::of_phrase(&row[0]).short()).collect();
    format!("static NAMES: Prints = Prints::of(&{:?});\n", table::steps(&Vec::from_iter(prints)))
}

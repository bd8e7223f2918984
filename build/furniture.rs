//! `data/furniture.tsv` as a table of phrase fingerprints.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::fingerprint::Fingerprint;
use crate::table;

/// Bits of the filter that tells most other phrases apart without a search.
const FILTER_BITS: u64 = 1 << 14;

/// The sorted phrases and the filter in front of them.
pub fn table() -> String {
    let mut phrases: BTreeMap<u64, Vec<(String, String)>> = BTreeMap::new();
    for row in table::rows("furniture.tsv") {
        let [phrase, label, place] = row.as_slice() else {
            panic!("data/furniture.tsv: three columns in {row:?}")
        };
        let print = Fingerprint::of_phrase(phrase).0;
        let entry = (camel(label), camel(place));
        let entries = phrases.entry(print).or_default();
        if print != 0 && !entries.iter().any(|known| known.1 == entry.1) {
            entries.push(entry);
        }
    }
    phrases.retain(|_, entries| !entries.is_empty());
    let mut filter = vec![0u64; (FILTER_BITS / 64) as usize];
    let mut code = String::from("static PHRASES: &[(u64, Label, Place)] = &[\n");
    for (&print, entries) in &phrases {
        let bit = print % FILTER_BITS;
        filter[(bit / 64) as usize] |= 1 << (bit % 64);
        for (label, place) in entries {
            writeln!(code, "({print}, Label::{label}, Place::{place}),").expect("a string takes it");
        }
    }
    writeln!(code, "];\nconst FILTER_BITS: u64 = {FILTER_BITS};").expect("a string takes it");
    writeln!(code, "static FILTER: [u64; {}] = {filter:?};", filter.len()).expect("a string takes it");
    code
}

/// `comment-form` as `CommentForm`.
fn camel(name: &str) -> String {
    name.split('-').map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}

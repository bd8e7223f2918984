//! `data/furniture.tsv` as a table of phrase fingerprints.

use std::collections::BTreeMap;

use crate::fingerprint::Fingerprint;
use crate::table;

/// Longest phrase that is looked for inside a line, in words; a whole line is known at any length.
const PHRASE_WORDS: usize = 5;

/// The sorted phrases, what each means, and how long those inside a line may be.
pub fn table() -> String {
    let mut phrases: BTreeMap<u32, Vec<(String, String)>> = BTreeMap::new();
    for row in table::rows("furniture.tsv") {
        let [phrase, label, place] = row.as_slice() else {
            panic!("data/furniture.tsv: three columns in {row:?}")
        };
        assert!(
            place == "whole" || phrase.split_whitespace().count() <= PHRASE_WORDS,
            "data/furniture.tsv: {phrase} is long"
        );
        let print = Fingerprint::of_phrase(phrase).short();
        let entry = (camel(label), camel(place));
        let entries = phrases.entry(print).or_default();
        assert!(
            print != 0 && entries.iter().all(|known| known.1 != entry.1),
            "data/furniture.tsv: {phrase} stands there already, but for its marks, or has no letter"
        );
        entries.push(entry);
    }
    let (mut prints, mut meanings) = (Vec::new(), Vec::new());
    for (&print, entries) in &phrases {
        for (label, place) in entries {
            prints.push(print);
            meanings.push(format!("(Label::{label}, Place::{place})"));
        }
    }
    table::prints("PRINTS", &prints)
        + &format!(
            "const PHRASE_WORDS: usize = {PHRASE_WORDS};\nstatic MEANINGS: [(Label, Place); {}] = [{}];\n",
            meanings.len(),
            meanings.join(", "),
        )
}

/// `comment-form` as `CommentForm`.
fn camel(name: &str) -> String {
    name.split('-').map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}

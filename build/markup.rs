//! `data/markup.tsv` as a hash table of class words.

use crate::table;
use crate::word_hash::WordHash;

/// Places in the table; a power of two, at least twice the words.
const PLACES: usize = 1024;

/// The open-addressed table: a word's hash and the number of its topic, 0 and 0 where free.
pub fn table() -> String {
    let mut topics: Vec<String> = Vec::new();
    let mut places = vec![(0u32, 0u8); PLACES];
    for row in table::rows("markup.tsv") {
        let [word, topic] = row.as_slice() else { panic!("data/markup.tsv: two columns in {row:?}") };
        let number = topics.iter().position(|known| known == topic).unwrap_or_else(|| {
            topics.push(topic.clone());
            topics.len() - 1
        });
        let hash = WordHash::of(word.as_bytes());
        let mut at = hash as usize % PLACES;
        while places[at].0 != 0 {
            assert!(
                places[at].0 != hash,
                "data/markup.tsv: {word} stands twice, or hashes as another word does"
            );
            at = (at + 1) % PLACES;
        }
        places[at] = (hash, number as u8);
    }
    assert!(topics.len() <= 32, "data/markup.tsv: a set of topics has 32 bits");
    let camel =
        |name: &str| name.split('-').map(|part| part[..1].to_uppercase() + &part[1..]).collect::<String>();
    let variants: Vec<String> = topics.iter().map(|topic| camel(topic)).collect();
    format!(
        "/// What a class word speaks of.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\n#[allow(dead_code)]\npub(crate) enum Topic {{ {} }}\n\
         pub(crate) const TOPICS: usize = {};\n\
         static WORDS: [(u32, u8); {PLACES}] = {places:?};\n",
        variants.join(", "),
        topics.len(),
    )
}

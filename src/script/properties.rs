//! What holds inside of normalization for every text: tried on random mixtures of everything that it knows.
//! What holds of its results is in tests/fuzz/src/invariants/ and tried in tests/properties.rs.

use super::protect::protected;
use super::{ByteEdit, Changes, OffsetMap, Pipeline, Recorder};
use super::{count_sentences, count_words, normalize_into, sentences, words};
use crate::options::{Diacritics, Digits, NormalizeOptions};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => proptest::sample::select(matn_fuzz::generate::PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => (0x600u32..0x700).prop_filter_map("a scalar value", char::from_u32).prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn options() -> impl Strategy<Value = NormalizeOptions> {
    let switch = || prop::bool::weighted(0.8);
    let digits = prop_oneof![Just(Digits::Keep), Just(Digits::Urdu), Just(Digits::Western)];
    let diacritics = prop_oneof![Just(Diacritics::Keep), Just(Diacritics::Strip)];
    let switches = (switch(), switch(), switch(), switch(), switch(), any::<bool>());
    (switches, digits, diacritics).prop_map(
        |((letters, invisible, entities, spacing, punctuation, spelling), digits, diacritics)| {
            let edits = true;
            let encoding = true;
            NormalizeOptions {
                letters,
                invisible,
                entities,
                spacing,
                punctuation,
                spelling,
                digits,
                diacritics,
                encoding,
                edits,
            }
        },
    )
}

fn with_edits(text: &str, options: &NormalizeOptions) -> (String, Changes, Vec<ByteEdit>) {
    let (mut out, mut changes, mut edits) = (String::new(), Changes::default(), Vec::new());
    normalize_into(text, options, &mut out, &mut changes, Some(&mut edits));
    (out, changes, edits)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, rng_seed: seed(), ..ProptestConfig::default() })]

    #[test]
    fn the_fast_road_misses_nothing(text in text(), options in options()) {
        let (fast, ..) = with_edits(&text, &options);
        let (mut thorough, mut changes) = (String::new(), Changes::default());
        Pipeline::new(&text, &options, &mut thorough, Recorder::new(&mut changes, None)).thorough().run();
        prop_assert_eq!(fast, thorough);
    }

    #[test]
    fn protected_spans_stay_and_are_found_again(text in text(), options in options()) {
        let (out, _, edits) = with_edits(&text, &options);
        let map = OffsetMap::new(&edits);
        for span in protected(&text) {
            prop_assert_eq!(out.get(map.start(span.start)..map.end(span.end)), text.get(span.clone()));
        }
    }

    #[test]
    fn words_and_sentences_are_counted_as_they_are_cut_out(text in text()) {
        let cut = (words(&text).len(), sentences(&text).len());
        prop_assert_eq!(cut, (count_words(&text) as usize, count_sentences(&text) as usize));
    }
}

/// How many texts each property is tried on.
fn cases() -> u32 {
    from_environment("PROPTEST_CASES").unwrap_or(512)
}

/// The same texts in every run, unless others are asked for.
fn seed() -> RngSeed {
    RngSeed::Fixed(from_environment("PROPTEST_SEED").unwrap_or(1))
}

fn from_environment<T: std::str::FromStr>(name: &str) -> Option<T> {
    std::env::var(name).ok()?.parse().ok()
}

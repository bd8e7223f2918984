//! Urdu as written: letters, spacing, punctuation, sentences and words.
//!
//! `normalize` copies clean text and works on the rest in clusters, with one file for each subject;
//! what `protect` names stays as it is. Nothing here knows of articles or pages.

mod address;
mod aspirates;
mod class;
mod cluster;
mod diacritics;
mod digits;
mod direction;
mod edits;
mod entities;
mod fold;
mod forms;
mod initials;
mod invisible;
mod language;
mod letters;
mod lexicon;
mod line;
mod pipeline;
#[cfg(test)]
mod properties;
mod protect;
mod punctuation;
mod quotes;
mod scan;
mod sentence;
mod spacing;
mod spelling;
mod tables;
pub(crate) mod unicode;
mod word;

pub(crate) use class::class_index;
pub(crate) use digits::{glued_rank, leading_number};
pub(crate) use edits::{ByteEdit, Changes, OffsetMap, edits_of};
pub(crate) use entities::WINDOWS_1252;
pub(crate) use fold::fold;

use crate::article::{Normalized, Piece};
use crate::options::NormalizeOptions;
use edits::{Recorder, Utf16};
use pipeline::Pipeline;
use std::ops::Range;

/// Sets `text` right, appends the result to `out` and counts what changed.
///
/// `edits` receives each change in order, so that an offset in `text` can be followed into the result
/// with `OffsetMap`; their `out` offsets count from where the result begins.
pub(crate) fn normalize_into(
    text: &str,
    options: &NormalizeOptions,
    out: &mut String,
    changes: &mut Changes,
    edits: Option<&mut Vec<ByteEdit>>,
) {
    Pipeline::new(text, options, out, Recorder::new(changes, edits)).run();
}

/// Sets an Urdu text right for reading and leaves alone what must not be touched.
///
/// ```
/// let text = matn::normalize("پاكستان ، زندہ باد !", &matn::NormalizeOptions::default()).text;
/// assert_eq!(text, "پاکستان، زندہ باد!");
/// ```
pub fn normalize(text: &str, options: &NormalizeOptions) -> Normalized {
    let mut out = String::with_capacity(text.len() + text.len() / 64);
    let mut changes = Changes::default();
    let mut edits = options.edits.then(Vec::new);
    normalize_into(text, options, &mut out, &mut changes, edits.as_mut());
    let edits = edits.map(|edits| edits_of(&edits, text, &out));
    Normalized { text: out, changes: changes.list(), edits }
}

/// The sentences of a text, without the space around them; offsets are UTF-16 code units.
///
/// ```
/// let pieces = matn::sentences("وہ گیا۔ پھر آیا۔");
/// assert_eq!((pieces[1].text.as_str(), pieces[1].start), ("پھر آیا۔", 8));
/// ```
pub fn sentences(text: &str) -> Vec<Piece> {
    pieces(text, sentence::Sentences::new(text))
}

/// The words of a text; offsets are UTF-16 code units.
///
/// ```
/// let words = matn::words("پی۔ٹی۔آئی نے کہا۔");
/// assert_eq!(words.len(), 3);
/// ```
pub fn words(text: &str) -> Vec<Piece> {
    pieces(text, word::Words::new(text))
}

/// How many words `words` finds.
pub(crate) fn count_words(text: &str) -> u32 {
    word::Words::new(text).count() as u32
}

/// How many sentences `sentences` finds.
pub(crate) fn count_sentences(text: &str) -> u32 {
    sentence::Sentences::new(text).count() as u32
}

fn pieces(text: &str, ranges: impl Iterator<Item = Range<usize>>) -> Vec<Piece> {
    let mut units = Utf16::new(text);
    ranges
        .map(|range| Piece {
            start: units.at(range.start),
            end: units.at(range.end),
            text: text.get(range).unwrap_or_default().to_owned(),
        })
        .collect()
}

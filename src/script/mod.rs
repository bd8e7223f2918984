//! Urdu as written: letters, spacing, punctuation, sentences and words.

mod fold;

pub(crate) use fold::fold;

use crate::article::{Change, ChangeKind, Normalized, Piece};
use crate::options::NormalizeOptions;

/// How often each kind of normalization changed something.
#[derive(Clone, Debug, Default)]
pub(crate) struct Changes([u32; ChangeKind::ALL.len()]);

impl Changes {
    pub(crate) fn add(&mut self, kind: ChangeKind, count: u32) {
        self.0[kind as usize] += count;
    }

    /// The kinds that changed something, in their order.
    pub(crate) fn list(&self) -> Vec<Change> {
        ChangeKind::ALL
            .into_iter()
            .map(|kind| Change { kind, count: self.0[kind as usize] })
            .filter(|change| change.count > 0)
            .collect()
    }
}

/// One change, in bytes: `out` in the resulting text, `source` in the text that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ByteEdit {
    pub kind: ChangeKind,
    pub out: std::ops::Range<usize>,
    pub source: std::ops::Range<usize>,
}

/// Sets `text` right, appends the result to `out` and counts what changed.
///
/// `edits` receives each change in order, so that an offset in `text` can be followed into `out`.
pub(crate) fn normalize_into(
    text: &str,
    options: &NormalizeOptions,
    out: &mut String,
    changes: &mut Changes,
    edits: Option<&mut Vec<ByteEdit>>,
) {
    let _ = (options, changes, edits);
    out.push_str(text);
}

/// Sets an Urdu text right for reading and leaves alone what must not be touched.
pub fn normalize(text: &str, options: &NormalizeOptions) -> Normalized {
    let mut out = String::with_capacity(text.len());
    let mut changes = Changes::default();
    normalize_into(text, options, &mut out, &mut changes, None);
    Normalized { text: out, changes: changes.list(), edits: None }
}

/// The sentences of a text, without the space around them; offsets are UTF-16 code units.
pub fn sentences(_text: &str) -> Vec<Piece> {
    Vec::new()
}

/// The words of a text; offsets are UTF-16 code units.
pub fn words(_text: &str) -> Vec<Piece> {
    Vec::new()
}

/// How many words `words` finds.
pub(crate) fn count_words(text: &str) -> u32 {
    text.split_whitespace().count() as u32
}

/// How many sentences `sentences` finds.
pub(crate) fn count_sentences(text: &str) -> u32 {
    text.matches('۔').count() as u32
}

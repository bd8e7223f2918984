//! What metadata tells of the text itself: its beginning as a description, all of it for search engines.

use crate::evidence::measure::{Words, words};
use crate::fingerprint::Word;
use crate::page::Page;
use crate::sort;

/// Words that are compared at once.
const RUN: usize = 3;
/// A body of fewer words tells nothing.
const FEWEST_WORDS: usize = 30;

/// Of each line, what metadata repeats of it.
pub(super) struct Told {
    /// The share of its runs of words that stand in the body that metadata give; below 0 where they give none.
    pub body: Vec<f32>,
    /// That of the description.
    pub description: Vec<f32>,
    /// The share of the description's runs of words that stand in the line.
    pub start: Vec<f32>,
}

impl Told {
    pub(super) fn of(page: &Page, lines: &Words) -> Self {
        let body_words = words(page.metadata.article_body.as_deref().unwrap_or_default());
        let body = if body_words.len() >= FEWEST_WORDS { runs(&body_words) } else { Vec::new() };
        let description = runs(&words(page.metadata.description.as_deref().unwrap_or_default()));
        let count = page.lines.len();
        let mut told =
            Self { body: vec![-1.0; count], description: vec![-1.0; count], start: vec![-1.0; count] };
        if body.is_empty() && description.is_empty() {
            return told;
        }
        for at in 0..count {
            let own = runs(lines.line(at));
            let common = |all: &[u64]| own.iter().filter(|run| all.binary_search(run).is_ok()).count() as f32;
            let share = |all: &[u64], of: usize| if of == 0 { 0.0 } else { common(all) / of as f32 };
            if !body.is_empty() {
                told.body[at] = if own.is_empty() { -0.5 } else { share(&body, own.len()) };
            }
            if !description.is_empty() {
                told.description[at] = share(&description, own.len());
                told.start[at] = share(&description, description.len());
            }
        }
        told
    }
}

/// The runs of words of a text, sorted, each once.
fn runs(words: &[Word]) -> Vec<u64> {
    let one = |run: &[Word]| {
        run.iter()
            .fold(0u64, |hash, word| (hash.rotate_left(7) ^ word.print.0).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    };
    let mut runs: Vec<u64> = words.windows(RUN).map(one).collect();
    sort::numbers(&mut runs);
    runs.dedup();
    runs
}

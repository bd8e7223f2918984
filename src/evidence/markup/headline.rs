//! The line that repeats the title of the page's metadata.

use crate::evidence::measure::{self, Measure, Words};
use crate::fingerprint::Word;
use crate::page::{LineForm, Page};
use crate::sort;

/// A headline has at most this many words.
const LONGEST: u32 = 40;
/// Less likeness than this is chance.
const LEAST: f32 = 0.3;
/// From this likeness on a line is the title again, but for a word or two.
const REPEATED: f32 = 0.6;

pub(super) struct Headline {
    /// The line most like the title; the first heading of level 1 where none is.
    pub line: Option<usize>,
    /// How like the title each line is: shared words of all words, 0 to 1.
    pub likeness: Vec<f32>,
}

impl Headline {
    pub(super) fn of(page: &Page, measures: &[Measure], words: &Words) -> Self {
        let title = sorted(&measure::words(page.metadata.title.as_deref().unwrap_or_default()));
        let mut likeness = vec![0.0; page.lines.len()];
        let (mut best, mut line) = (LEAST, None);
        for (at, m) in measures.iter().enumerate() {
            let hidden = page.lines[at].is_hidden();
            if hidden || title.is_empty() || !(1..=LONGEST).contains(&m.words) {
                continue;
            }
            likeness[at] = shared(&title, words.line(at));
            let rank = match page.lines[at].form {
                LineForm::Heading(1) => 0.3,
                LineForm::Heading(_) => 0.1,
                _ => 0.0,
            };
            if m.words > 1 && likeness[at] > 0.0 && likeness[at] + rank > best {
                (best, line) = (likeness[at] + rank, Some(at));
            }
        }
        let first = || page.lines.iter().position(|line| line.form == LineForm::Heading(1));
        Self { line: line.or_else(first), likeness }
    }

    /// The line that repeats the title.
    pub(super) fn repeated(&self) -> Option<usize> {
        self.line.filter(|&line| self.likeness[line] >= REPEATED)
    }
}

/// Words as numbers, sorted, each once.
fn sorted(words: &[Word]) -> Vec<u64> {
    let mut words: Vec<u64> = words.iter().map(|word| word.print.0).collect();
    sort::numbers(&mut words);
    words.dedup();
    words
}

/// The share of words that a text and the title, sorted, have in common.
fn shared(title: &[u64], text: &[Word]) -> f32 {
    let is_common = |word: u64| title.binary_search(&word).is_ok();
    if !text.iter().any(|word| is_common(word.print.0)) {
        return 0.0;
    }
    let words = sorted(text);
    let common = words.iter().filter(|word| is_common(**word)).count();
    let all = title.len() + words.len() - common;
    common as f32 / all.max(1) as f32
}

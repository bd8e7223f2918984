//! The line that repeats the title of the page's metadata.

use crate::evidence::measure::{self, Measure};
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
        let mut title = words_of(page.metadata.title.as_deref().unwrap_or_default());
        sort::numbers(&mut title);
        title.dedup();
        let mut likeness = vec![0.0; page.lines.len()];
        let (mut best, mut line) = (LEAST, None);
        for (at, m) in measures.iter().enumerate() {
            let hidden = page.lines[at].markup.as_ref().is_some_and(|markup| markup.hidden);
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

/// The words of a text, as numbers.
pub(super) fn words_of(text: &str) -> Vec<u64> {
    measure::words(text).map(|word| word.print.0).collect()
}

/// The words of all lines of a page, as numbers.
pub(super) struct Words {
    words: Vec<u64>,
    /// Where the words of each line end.
    ends: Vec<usize>,
}

impl Words {
    /// None of a page whose metadata repeat nothing.
    pub(super) fn of(page: &Page) -> Self {
        let told = &page.metadata;
        let nothing = told.title.is_none() && told.description.is_none() && told.article_body.is_none();
        let lines = if nothing { 0 } else { page.lines.len() };
        let mut all = Self { words: Vec::new(), ends: Vec::with_capacity(lines) };
        for at in 0..lines {
            all.words.extend(measure::words(page.text(at)).map(|word| word.print.0));
            all.ends.push(all.words.len());
        }
        all
    }

    pub(super) fn line(&self, at: usize) -> &[u64] {
        let start = at.checked_sub(1).map_or(0, |above| self.ends[above]);
        &self.words[start..self.ends[at]]
    }
}

/// The share of words that a text and the title, sorted, have in common.
fn shared(title: &[u64], text: &[u64]) -> f32 {
    let is_common = |word: &u64| title.binary_search(word).is_ok();
    if !text.iter().any(is_common) {
        return 0.0;
    }
    let mut words = text.to_vec();
    sort::numbers(&mut words);
    words.dedup();
    let common = words.iter().filter(|word| is_common(word)).count();
    let all = title.len() + words.len() - common;
    common as f32 / all.max(1) as f32
}

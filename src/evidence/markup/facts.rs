//! The numbers of a page that the features of its lines are made of, each found in one pass.

use super::blocks::Blocks;
use super::headline::Headline;
use super::told::Told;
use crate::article::MarkKind;
use crate::evidence::measure::{Measure, Words};
use crate::evidence::shape::Shape;
use crate::page::Page;

/// Words of a line beyond this count no more.
const MOST_WORDS: f32 = 120.0;
/// Scripts without spaces have a word for so many letters.
const LETTERS_IN_WORD: f32 = 7.0;
/// From this share of linked text on, a line is no prose.
pub(super) const LINKED: f32 = 0.5;

pub(super) struct Facts {
    /// Words of each line; none of hidden ones.
    pub words: Vec<f32>,
    /// Share of each line's text in links.
    pub links: Vec<f32>,
    /// Share of each line's text that is emphasized.
    pub strong: Vec<f32>,
    pub sums: Sums,
    pub blocks: Blocks,
    pub headline: Headline,
    pub told: Told,
}

/// Running sums over the lines: entry `n` is that of the first `n` lines.
pub(super) struct Sums {
    pub words: Vec<f32>,
    pub linked_words: Vec<f32>,
    pub prose_words: Vec<f32>,
}

impl Facts {
    pub(super) fn of(page: &Page, measures: &[Measure], said: &Words, shapes: &[Shape]) -> Self {
        let words: Vec<f32> = page
            .lines
            .iter()
            .zip(measures)
            .map(|(line, m)| if line.is_hidden() { 0.0 } else { words(m) })
            .collect();
        let links = shares(page, |kind| kind == MarkKind::Link);
        let strong = shares(page, |kind| kind != MarkKind::Link);
        let prose: Vec<bool> = (0..page.lines.len())
            .map(|at| is_prose(&measures[at], &shapes[at], words[at]) && links[at] < LINKED)
            .collect();
        let sums = Sums::of(&words, &links, &prose);
        let blocks = Blocks::of(page, &sums);
        let headline = Headline::of(page, measures, said);
        let told = Told::of(page, said);
        Self { words, links, strong, sums, blocks, headline, told }
    }

    /// All words of prose on the page, at least one.
    pub(super) fn all_prose(&self) -> f32 {
        self.sums.prose_words.last().copied().unwrap_or(0.0).max(1.0)
    }
}

fn words(m: &Measure) -> f32 {
    (m.words as f32).max(m.size() as f32 / LETTERS_IN_WORD).min(MOST_WORDS)
}

/// Prose as text has it, also of scripts without spaces.
fn is_prose(m: &Measure, shape: &Shape, words: f32) -> bool {
    words > 0.0 && (shape.is_prose || (m.words < 8 && words >= 8.0))
}

/// Of each line, the share of its text that lies in marks of a kind.
fn shares(page: &Page, kind: fn(MarkKind) -> bool) -> Vec<f32> {
    let mut shares = vec![0.0f32; page.lines.len()];
    let mut at = 0;
    for mark in page.marks.iter().filter(|mark| kind(mark.kind)) {
        while page.lines.get(at).is_some_and(|line| line.range.end <= mark.range.start) {
            at += 1;
        }
        if let Some(line) = page.lines.get(at) {
            let inside =
                mark.range.end.min(line.range.end).saturating_sub(mark.range.start.max(line.range.start));
            shares[at] += inside as f32 / line.range.len().max(1) as f32;
        }
    }
    for share in &mut shares {
        *share = share.min(1.0);
    }
    shares
}

impl Sums {
    fn of(words: &[f32], links: &[f32], prose: &[bool]) -> Self {
        let running = |value: &dyn Fn(usize) -> f32| {
            let mut sum = 0.0;
            let mut sums = Vec::with_capacity(words.len() + 1);
            sums.push(0.0);
            sums.extend((0..words.len()).map(|at| {
                sum += value(at);
                sum
            }));
            sums
        };
        Self {
            words: running(&|at| words[at]),
            linked_words: running(&|at| words[at] * links[at]),
            prose_words: running(&|at| if prose[at] { words[at] } else { 0.0 }),
        }
    }
}

/// What a running sum says of the lines from `start` on before `end`.
pub(super) fn between(sums: &[f32], start: usize, end: usize) -> f32 {
    let last = sums.len().saturating_sub(1);
    sums.get(end.min(last)).copied().unwrap_or(0.0) - sums.get(start.min(last)).copied().unwrap_or(0.0)
}

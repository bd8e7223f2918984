//! What the first model said of a line's neighbours and blocks, as features of the second.

use super::blocks;
use super::facts::{Facts, between};
use crate::evidence::structure::Row;
use crate::page::Page;
use crate::sort;

/// Reach of the windows around a line, in lines.
const REACHES: [usize; 2] = [3, 8];
/// Blocks of growing size around a line that are looked at.
const LEVELS: usize = 4;

/// The features, in the order of their values.
#[cfg(any(test, feature = "fit"))]
pub(crate) const NAMES: [&str; COUNT] = [
    "context.own",
    "context.above_1",
    "context.below_1",
    "context.above_2",
    "context.below_2",
    "context.mean_above_3",
    "context.mean_below_3",
    "context.top_above_3",
    "context.top_below_3",
    "context.mean_above_8",
    "context.mean_below_8",
    "context.top_above_8",
    "context.top_below_8",
    "context.share_above",
    "context.share_below",
    "context.total",
    "context.mean_in_1",
    "context.share_in_1",
    "context.share_after_1",
    "context.mean_in_2",
    "context.share_in_2",
    "context.share_after_2",
    "context.mean_in_3",
    "context.share_in_3",
    "context.share_after_3",
    "context.mean_in_4",
    "context.share_in_4",
    "context.share_after_4",
    "context.root_up",
    "context.root_down",
    "context.before_root",
    "context.after_root",
    "context.in_run",
    "context.run_distance",
    "context.run_share",
];

/// How many features there are.
#[cfg(any(test, feature = "fit"))]
pub(crate) const COUNT: usize = 35;

/// A word counts for the article from this probability on, in the choice of its block and of its run.
const ROOT_PRICE: f32 = 0.8;
const RUN_PRICE: f32 = 0.9;

pub(super) struct Context {
    log_odds: Vec<f32>,
    probability: Vec<f32>,
    /// Running sums of words and of words times probability.
    words: Vec<f32>,
    likely: Vec<f32>,
    /// The block in which likely words outweigh unlikely ones most.
    root: usize,
    /// The stretch of lines of which the same is true.
    run: (usize, usize),
}

impl Context {
    pub(super) fn of(page: &Page, facts: &Facts, log_odds: Vec<f32>) -> Self {
        let probability: Vec<f32> = log_odds.iter().map(|x| 1.0 / (1.0 + libm::expf(-x))).collect();
        let running = |value: &dyn Fn(usize) -> f32| {
            let mut sum = 0.0;
            let mut sums = vec![0.0];
            sums.extend((0..probability.len()).map(|at| {
                sum += value(at);
                sum
            }));
            sums
        };
        let words = running(&|at| facts.words[at]);
        let likely = running(&|at| facts.words[at] * probability[at]);
        let gain = running(&|at| facts.words[at] * (2.0 * probability[at] - ROOT_PRICE));
        let containers = &page.containers;
        let worth = |at: usize| {
            let lines = blocks::lines(containers, at);
            (between(&gain, lines.start, lines.end), containers[at].depth)
        };
        let better =
            |a: &usize, b: &usize| worth(*a).partial_cmp(&worth(*b)).unwrap_or(std::cmp::Ordering::Equal);
        let root = (0..containers.len()).max_by(better).unwrap_or(0);
        let run = best_run(&probability, &facts.words);
        Self { log_odds, probability, words, likely, root, run }
    }

    /// Adds the features of a line to its row.
    pub(super) fn push(&self, page: &Page, facts: &Facts, at: usize, row: &mut Row) {
        let count = self.probability.len();
        let probability =
            |at: Option<usize>| at.and_then(|at| self.probability.get(at)).copied().unwrap_or(0.0);
        row.push(self.log_odds[at]);
        for step in 1..=2 {
            row.push(probability(at.checked_sub(step)));
            row.push(probability(at.checked_add(step)));
        }
        for reach in REACHES {
            let (start, end) = (at.saturating_sub(reach), (at + reach + 1).min(count));
            let top = |lines: &[f32]| sort::largest(lines.iter().copied(), 0.0);
            row.push(self.mean(start, at));
            row.push(self.mean(at + 1, end));
            row.push(top(&self.probability[start..at]));
            row.push(top(self.probability.get(at + 1..end).unwrap_or_default()));
        }
        let total = between(&self.likely, 0, count).max(1e-6);
        row.push(between(&self.likely, 0, at) / total);
        row.push(between(&self.likely, at + 1, count) / total);
        row.push(total);
        self.push_blocks(page, facts, at, total, row);
        let (first, end) = self.run;
        row.push(f32::from(u8::from((first..end).contains(&at))));
        let distance =
            if at < first { at as f32 - first as f32 } else { (at + 1).saturating_sub(end) as f32 };
        row.push(distance.clamp(-30.0, 30.0));
        row.push(between(&self.likely, first, end) / total);
    }

    fn push_blocks(&self, page: &Page, facts: &Facts, at: usize, total: f32, row: &mut Row) {
        let containers = &page.containers;
        let container = page.lines[at].markup.as_ref().map_or(0, |markup| markup.container as usize);
        let mut block = facts.blocks.group(containers, container);
        for _ in 0..LEVELS {
            let lines = blocks::lines(containers, block);
            row.push(self.mean(lines.start, lines.end));
            row.push(between(&self.likely, lines.start, lines.end) / total);
            row.push(between(&self.likely, at + 1, lines.end).max(0.0) / total);
            block = facts.blocks.wider(block);
        }
        let (down, up) = facts.blocks.apart(containers, container, self.root);
        let lines = blocks::lines(containers, self.root);
        row.push(up as f32);
        row.push(down.min(12) as f32);
        row.push(f32::from(u8::from(at < lines.start)));
        row.push(f32::from(u8::from(at >= lines.end)));
    }

    /// The probability of the words of some lines.
    fn mean(&self, start: usize, end: usize) -> f32 {
        between(&self.likely, start, end) / between(&self.words, start, end).max(1.0)
    }
}

/// The stretch of lines in which likely words outweigh unlikely ones most (Kadane's algorithm).
fn best_run(probability: &[f32], words: &[f32]) -> (usize, usize) {
    let (mut best, mut best_run) = (-1.0, (0, 0));
    let (mut sum, mut start) = (0.0, 0);
    for (at, (p, words)) in probability.iter().zip(words).enumerate() {
        if sum <= 0.0 {
            (sum, start) = (0.0, at);
        }
        sum += words * (2.0 * p - RUN_PRICE);
        if sum > best {
            (best, best_run) = (sum, (start, at + 1));
        }
    }
    best_run
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::shape::shapes;
    use crate::evidence::{Evidence, markup, measure};
    use crate::read::HtmlPage;

    #[test]
    fn each_feature_has_its_name() {
        let html = "<article class=post><h1>سرخی</h1><p>پہلا جملہ یہاں ختم ہوا۔</p></article><ul><li><a href=x>ربط</a></ul>";
        let (source, read) = HtmlPage::read(html, None).unwrap();
        let page = read.into_page(&source);
        let evidence = Evidence::of(&page);
        let (measures, words) = measure::lines(&page);
        let facts = Facts::of(&page, &measures, &words, &shapes(&page, &measures));
        let context = Context::of(&page, &facts, vec![0.0; page.lines.len()]);
        for at in 0..page.lines.len() {
            let mut row = Row::new();
            markup::line_row(&page, &facts, &evidence.features, at, &mut row);
            let before = row.values().len();
            assert_eq!(before, crate::evidence::features::NAMES.len() + markup::line::NAMES.len());
            context.push(&page, &facts, at, &mut row);
            assert_eq!(row.values().len() - before, NAMES.len());
        }
    }
}

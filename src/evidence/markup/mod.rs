//! What markup knows of each line, and where by all of it the article lies.
//!
//! Two models of boosted trees: the first looks at each line, its blocks and its neighbours; the second
//! sees as well what the first said of the other lines, so that one part of the page becomes the article.

mod blocks;
mod cards;
mod context;
mod facts;
mod headline;
pub(crate) mod labels;
mod line;
mod told;

use super::features::{self, Features};
use super::measure::{Measure, Words};
use super::shape::Shape;
use super::structure::{self, Row};
use crate::article::Label;
use crate::page::Page;
pub(super) use cards::Card;
use context::Context;
use facts::{Facts, LINKED};

/// What markup says of a page.
pub(super) struct Said {
    facts: Facts,
    context: Context,
    rows: Rows,
}

impl Said {
    /// Asks both models about every line of an HTML page; the log-odds are those of being body.
    pub(super) fn of(
        page: &Page,
        measures: &[Measure],
        words: &Words,
        shapes: &[Shape],
        base: &[Features],
    ) -> (Vec<f32>, Self) {
        let facts = Facts::of(page, measures, words, shapes);
        let mut rows = Rows(Vec::with_capacity(page.lines.len().min(Rows::LINES) * Rows::WIDTH));
        let mut row = Row::new();
        let first: Vec<f32> = (0..page.lines.len())
            .map(|at| {
                line_row(page, &facts, base, at, &mut row);
                rows.keep(&row);
                structure::markup_log_odds(&row)
            })
            .collect();
        let context = Context::of(page, &facts, first);
        let said = Self { facts, context, rows };
        let log_odds = (0..page.lines.len())
            .map(|at| {
                said.context_row(page, base, at, &mut row);
                structure::context_log_odds(&row)
            })
            .collect();
        (log_odds, said)
    }

    /// What the second model looks at.
    fn context_row(&self, page: &Page, base: &[Features], at: usize, row: &mut Row) {
        match self.rows.of(at) {
            Some(kept) => {
                row.clear();
                row.extend(kept);
            }
            None => line_row(page, &self.facts, base, at, row),
        }
        self.context.push(page, &self.facts, at, row);
    }

    /// The line that repeats the title of the page's metadata.
    pub(super) fn title(&self) -> Option<usize> {
        self.facts.headline.repeated()
    }

    /// Whether most of a line is no link.
    pub(super) fn is_unlinked(&self, at: usize) -> bool {
        self.facts.links[at] < LINKED
    }

    /// What each line is of a card, in a row of cards with a story each.
    #[inline(never)]
    pub(super) fn cards(
        &self,
        page: &Page,
        shapes: &[Shape],
        log_odds: &[f32],
        labels: &[Option<Label>],
    ) -> Vec<Option<Card>> {
        cards::cards(page, &self.facts, shapes, log_odds, labels)
    }

    /// The family of features that spoke most against a line being body.
    pub(super) fn heaviest_against(&self, page: &Page, base: &[Features], at: usize) -> &'static str {
        let mut row = Row::new();
        self.context_row(page, base, at, &mut row);
        structure::heaviest_against_markup(&row)
    }
}

/// What the first model looked at, of as many lines as pages have: of all lines of a book it would be too much.
struct Rows(Vec<f32>);

impl Rows {
    const LINES: usize = 1024;
    const WIDTH: usize = features::COUNT + line::COUNT;

    fn keep(&mut self, row: &Row) {
        debug_assert_eq!(row.values().len(), Self::WIDTH);
        if self.0.len() < Self::LINES * Self::WIDTH {
            self.0.extend_from_slice(row.values());
        }
    }

    fn of(&self, line: usize) -> Option<&[f32]> {
        self.0.get(line * Self::WIDTH..(line + 1) * Self::WIDTH)
    }
}

/// What the first model looks at.
fn line_row(page: &Page, facts: &Facts, base: &[Features], at: usize, row: &mut Row) {
    row.clear();
    row.extend(&base[at]);
    line::push(page, facts, at, row);
}

/// What fitting needs to see: the features of every line, with those of the second model where the
/// log-odds of the first are given.
#[cfg(feature = "fit")]
pub(crate) fn rows(
    page: &Page,
    measures: &[Measure],
    words: &Words,
    shapes: &[Shape],
    base: &[Features],
    first: Option<&[f32]>,
) -> Vec<Vec<f32>> {
    let facts = Facts::of(page, measures, words, shapes);
    let context = first.map(|first| Context::of(page, &facts, first.to_vec()));
    let mut row = Row::new();
    (0..page.lines.len())
        .map(|at| {
            line_row(page, &facts, base, at, &mut row);
            if let Some(context) = &context {
                context.push(page, &facts, at, &mut row);
            }
            row.values().to_vec()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Evidence;
    use crate::read::HtmlPage;

    #[test]
    fn a_row_that_was_kept_is_the_row_that_is_made_again() {
        let html =
            "<h1>سرخی</h1><ul><li><a href=x>ربط</a></ul><p>پہلا جملہ یہاں ختم ہوا۔".repeat(Rows::LINES / 2);
        let (source, read) = HtmlPage::read(&html, None).unwrap();
        let page = read.into_page(&source);
        let evidence = Evidence::of(&page);
        let mut said = evidence.markup.unwrap();
        assert_eq!(said.rows.0.len(), Rows::LINES * Rows::WIDTH);
        let row_of = |said: &Said, at| {
            let mut row = Row::new();
            said.context_row(&page, &evidence.features, at, &mut row);
            row.values().to_vec()
        };
        let kept: Vec<_> = (0..Rows::LINES + 9).map(|at| row_of(&said, at)).collect();
        said.rows.0.clear();
        assert!(kept.into_iter().enumerate().all(|(at, kept)| kept == row_of(&said, at)));
    }
}

/// The names of the features of both models, in the order of their values.
#[cfg(feature = "fit")]
pub(crate) fn names() -> Vec<&'static str> {
    super::features::NAMES.iter().chain(&line::NAMES).chain(&context::NAMES).copied().collect()
}

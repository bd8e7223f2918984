//! What markup knows of each line, and where by all of it the article lies.
//!
//! Two models of boosted trees: the first looks at each line, its blocks and its neighbours; the second
//! sees as well what the first said of the other lines, so that one part of the page becomes the article.

mod blocks;
mod context;
mod facts;
mod headline;
mod line;
mod told;

use super::features::Features;
use super::measure::Measure;
use super::shape::Shape;
use super::structure::{self, Verdict};
use crate::page::Page;
use facts::Facts;

/// What markup says of a page.
pub(super) struct Said {
    /// Log-odds that each line is body, and the family of features that spoke most against it.
    pub verdicts: Vec<Verdict>,
    /// The line that repeats the title of the page's metadata.
    pub title: Option<usize>,
}

/// Asks both models about every line of an HTML page.
pub(super) fn said(page: &Page, measures: &[Measure], shapes: &[Shape], base: &[Features]) -> Said {
    let facts = Facts::of(page, measures, shapes);
    let mut row = Vec::new();
    let first: Vec<f32> = (0..page.lines.len())
        .map(|at| {
            line_row(&facts, base, at, &mut row);
            structure::markup_log_odds(&row)
        })
        .collect();
    let context = context::Context::of(&facts, &first);
    let verdicts = (0..page.lines.len())
        .map(|at| {
            line_row(&facts, base, at, &mut row);
            context.push(&facts, at, &mut row);
            structure::context_verdict(&row)
        })
        .collect();
    Said { verdicts, title: facts.headline.repeated() }
}

/// What the first model looks at.
fn line_row(facts: &Facts, base: &[Features], at: usize, row: &mut Vec<f32>) {
    row.clear();
    row.extend_from_slice(&base[at]);
    line::push(facts, at, row);
}

/// What fitting needs to see: the features of every line, with those of the second model where the
/// log-odds of the first are given.
#[cfg(feature = "fit")]
pub(crate) fn rows(
    page: &Page,
    measures: &[Measure],
    shapes: &[Shape],
    base: &[Features],
    first: Option<&[f32]>,
) -> Vec<Vec<f32>> {
    let facts = Facts::of(page, measures, shapes);
    let context = first.map(|first| context::Context::of(&facts, first));
    (0..page.lines.len())
        .map(|at| {
            let mut row = Vec::new();
            line_row(&facts, base, at, &mut row);
            if let Some(context) = &context {
                context.push(&facts, at, &mut row);
            }
            row
        })
        .collect()
}

/// The names of the features of both models, in the order of their values.
#[cfg(feature = "fit")]
pub(crate) fn names() -> Vec<&'static str> {
    super::features::NAMES.iter().chain(&line::NAMES).chain(&context::NAMES).copied().collect()
}

//! What fitting the weights needs to see: the lines of a text and what the structure model looks at.
//!
//! Only with the feature `fit`; no promise is made about it.

use crate::evidence::{features, measure, repetition};
use crate::read;

/// The names of the features, family first.
pub fn feature_names() -> &'static [&'static str] {
    &features::NAMES
}

/// Each line of a plain text with its features.
pub fn text_lines(text: &str) -> Vec<(String, Vec<f32>)> {
    let page = read::read_text(text);
    let measures: Vec<_> = (0..page.lines.len()).map(|at| measure::measure(page.text(at))).collect();
    let twice = repetition::stand_twice(&repetition::first_occurrences(&measures));
    let rows = features::features(&page.lines, &measures, &twice);
    rows.into_iter().enumerate().map(|(at, row)| (page.text(at).to_owned(), row.to_vec())).collect()
}

//! What fitting the weights needs to see: the lines of a text and what the structure model looks at.
//!
//! Only with the feature `fit`; no promise is made about it.

use crate::evidence::{Evidence, features};
use crate::read;

/// The names of the features, family first.
pub fn feature_names() -> &'static [&'static str] {
    &features::NAMES
}

/// Each line of a plain text with its features.
pub fn text_lines(text: &str) -> Vec<(String, Vec<f32>)> {
    let page = read::read_text(text);
    let rows = Evidence::of(&page).features;
    rows.into_iter().enumerate().map(|(at, row)| (page.text(at).to_owned(), row.to_vec())).collect()
}

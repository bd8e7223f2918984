//! What fitting the weights needs to see: the lines of a text and what the structure model looks at.
//!
//! Only with the feature `fit`; no promise is made about it.

use crate::evidence::{Evidence, features, markup};
use crate::options::{Form, Options};
use crate::{read, source};

/// The names of the features, family first.
pub fn feature_names() -> &'static [&'static str] {
    &features::NAMES
}

/// The names of the features of HTML lines: those of the first model, then those that only the second sees.
pub fn markup_feature_names() -> Vec<&'static str> {
    markup::names()
}

/// Each line of a page that a reader sees or not, with what the models look at; `first` is what the first model
/// said of the lines, where its successor is fitted. The last value says whether the line is hidden.
pub fn markup_lines(html: &str, first: Option<&[f32]>) -> Vec<(String, Vec<f32>, bool)> {
    let options = Options { r#as: Some(Form::Html), ..Options::default() };
    let Ok((source, Some(html))) = source::read(html.into(), &options) else { return Vec::new() };
    let page = source.markup_page(html);
    let rows = Evidence::markup_rows(&page, first);
    let hidden = |at: usize| page.lines[at].is_hidden();
    rows.into_iter().enumerate().map(|(at, row)| (page.text(at).to_owned(), row, hidden(at))).collect()
}

/// Each line of a plain text with its features.
pub fn text_lines(text: &str) -> Vec<(String, Vec<f32>)> {
    let page = read::read_text(text);
    let rows = Evidence::of(&page).features;
    rows.into_iter().enumerate().map(|(at, row)| (page.text(at).to_owned(), row.to_vec())).collect()
}

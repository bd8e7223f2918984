//! Dates as newspapers write them.

use std::ops::Range;

/// The date that a date line gives, as ISO 8601; none where the text is no date line or the date is
/// not whole. `now` (ISO 8601) is what relative dates refer to.
pub fn parse_date(_text: &str, _now: Option<&str>) -> Option<String> {
    None
}

/// A date in a line.
pub(crate) struct Dated {
    /// ISO 8601, where it is whole and of this calendar.
    pub value: Option<String>,
    /// Its label says when the text was updated.
    pub updated: bool,
    pub range: Range<usize>,
}

/// The dates of a date line; what else stands in it is a name or a desk.
pub(crate) fn line(_text: &str, _now: Option<&str>) -> Vec<Dated> {
    Vec::new()
}

/// The date at the head of a text, with what follows glued to it: its value and its length in bytes.
pub(crate) fn lead(_text: &str) -> Option<(String, usize)> {
    None
}

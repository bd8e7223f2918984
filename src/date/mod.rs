//! Dates as newspapers write them: a line that is a date line, a date at the head of a text, a
//! sentence that says when the text was published.
//!
//! All of it works on the first tokens of a text ([`token`]) and on one table of words ([`words`],
//! from data/months.tsv, weekdays.tsv and date-words.tsv).

mod calendar;
mod clock;
mod day;
mod entry;
mod function_words;
mod inline;
mod item;
mod lead;
mod line;
mod relative;
mod sentence;
#[cfg(test)]
mod tests;
mod token;
mod words;

use std::ops::Range;

pub(crate) use calendar::{Clock, Stamp};
pub(crate) use function_words::{is_function_print, is_function_word, is_postposition};
pub(crate) use inline::inline;
pub(crate) use lead::{head, lead};
pub(crate) use line::{DateLine, date_line, dates_of, line};
pub(crate) use sentence::publication_sentence;
pub(crate) use token::{Kind, Tokens};

/// The length of an ISO 8601 date without a time.
pub(crate) const DAY: usize = 10;

/// How far a date could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    Whole,
    /// Told from now: it has a value where `now` was given and the words say enough.
    Relative,
    /// Hijri or of another calendar that is not converted.
    Foreign,
    /// Without a year, a day, or both.
    Partial,
    /// No calendar or clock has it.
    Impossible,
}

/// A date and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dated {
    /// ISO 8601, where it is known whole.
    pub value: Option<String>,
    pub reading: Reading,
    /// Its label says that the text was changed then.
    pub updated: bool,
    /// In bytes; its label, weekday and time are inside.
    pub range: Range<usize>,
}

/// The date that a date line gives, as ISO 8601; none where the text is no date line or the date is
/// not whole.
///
/// `now` (ISO 8601) is what relative dates refer to. The offset from Greenwich is there only where the
/// text, or `now` for hours and minutes ago, gives it.
///
/// ```
/// assert_eq!(matn::parse_date("بدھ 17 جنوری 2024 شام 5:30 بجے", None).as_deref(), Some("2024-01-17T17:30"));
/// assert_eq!(matn::parse_date("2 دن پہلے", Some("2024-01-17")).as_deref(), Some("2024-01-15"));
/// assert_eq!(matn::parse_date("17 جنوری 2024 کو اجلاس ہوا۔", None), None);
/// ```
pub fn parse_date(text: &str, now: Option<&str>) -> Option<String> {
    let mut dates = date_line(text, now).filter(DateLine::is_alone)?.dates;
    let first = dates.iter().position(|dated| !dated.updated).unwrap_or(0);
    dates.swap_remove(first).value
}

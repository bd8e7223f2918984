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
mod token;
mod words;

use std::ops::Range;

pub(crate) use calendar::Stamp;
pub(crate) use function_words::{is_function_word, is_postposition};
pub(crate) use inline::inline;
pub(crate) use lead::{Lead, lead};
pub(crate) use line::{DateLine, line};
pub(crate) use sentence::publication_sentence;
pub(crate) use token::{Kind, Tokens};

/// What a label says of its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// No label, or تاریخ.
    Plain,
    Published,
    Updated,
}

/// How far a date could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    Whole(Stamp),
    /// Told from now; resolved where `now` was given and the words say enough.
    Relative(Option<Stamp>),
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
    pub role: Role,
    pub reading: Reading,
    /// In bytes; its label, weekday and time are inside.
    pub range: Range<usize>,
}

impl Dated {
    /// The date, if it is known.
    pub fn stamp(&self) -> Option<Stamp> {
        match self.reading {
            Reading::Whole(stamp) => Some(stamp),
            Reading::Relative(stamp) => stamp,
            Reading::Foreign | Reading::Partial | Reading::Impossible => None,
        }
    }
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
    let now = now.and_then(iso);
    let line = line(text, now.as_ref()).filter(DateLine::is_alone)?;
    let first = line.dates.iter().find(|dated| dated.role != Role::Updated).or(line.dates.first())?;
    first.stamp().map(|stamp| stamp.to_string())
}

/// A date in ISO 8601, or any other whole date that stands alone: of `now`, of metadata.
pub(crate) fn iso(text: &str) -> Option<Stamp> {
    let line = line(text, None).filter(DateLine::is_alone)?;
    match line.dates.as_slice() {
        [Dated { reading: Reading::Whole(stamp), .. }] => Some(*stamp),
        _ => None,
    }
}

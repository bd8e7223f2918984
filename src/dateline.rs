//! Datelines: where a report was filed and by whom, at the head of its first paragraph.

use crate::article::ParsedDateline;

/// The dateline at the head of `text`; none where it begins with none.
pub fn parse_dateline(_text: &str) -> Option<ParsedDateline> {
    None
}

/// A dateline and how much of the text it takes.
pub(crate) struct Found {
    pub place: Option<String>,
    pub agency: Option<String>,
    /// A date inside it.
    pub date: Option<String>,
    /// Bytes of the text that are the dateline, its marks and the space behind it.
    pub length: usize,
}

pub(crate) fn read(_text: &str) -> Option<Found> {
    None
}

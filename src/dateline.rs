//! Datelines: where a report was filed and by whom, at the head of its first paragraph.

use crate::article::ParsedDateline;

/// The dateline at the head of `text`; none where it begins with none.
pub fn parse_dateline(_text: &str) -> Option<ParsedDateline> {
    None
}

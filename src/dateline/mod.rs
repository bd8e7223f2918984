//! Datelines: where a report was filed and by whom, at the head of its first paragraph.
//!
//! The shape decides ([`chain`]); the names of data/cities.tsv and data/agencies.tsv only make it
//! surer ([`names`]).

mod agency;
mod bracket;
mod chain;
mod desk;
mod names;
mod place;

use std::ops::Range;

use crate::article::ParsedDateline;
use crate::date::{Dated, Stamp, Tokens, lead};
use crate::options::NormalizeOptions;
use crate::script::normalize;

pub(crate) use desk::is_desk;

/// A dateline and where its parts stand, in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub place: Option<Range<usize>>,
    pub agency: Option<Range<usize>>,
    /// The date inside it, or at the head of the text before it.
    pub date: Option<Dated>,
    /// From the start of the text to where the text after the dateline begins: with icons, brackets,
    /// colon or dash, and space.
    pub len: usize,
}

const MOST_TOKENS: usize = 64;
/// No dateline is longer, in bytes.
const LONGEST: usize = 400;

/// The dateline at the head of `text`, also behind a date.
pub(crate) fn read(text: &str, now: Option<&Stamp>) -> Option<Found> {
    if let Some(lead) = lead(text, now) {
        let found = after(text.get(lead.len..)?, now)?;
        let shift = |range: Range<usize>| range.start + lead.len..range.end + lead.len;
        let inside = found.date.map(|date| Dated { range: shift(date.range), ..date });
        return Some(Found {
            place: found.place.map(shift),
            agency: found.agency.map(shift),
            date: Some(lead.date).or(inside),
            len: found.len + lead.len,
        });
    }
    after(text, now)
}

/// The dateline at the head of `text`.
fn after(text: &str, now: Option<&Stamp>) -> Option<Found> {
    if !may_begin(text) {
        return None;
    }
    let tokens = Tokens::read(text, MOST_TOKENS);
    let first = (0..tokens.list.len()).find(|at| !is_decoration(&tokens, *at))?;
    let chain = chain::read(&tokens, first, now)?;
    let bytes = |range: Range<usize>| tokens.range(range.start, range.end);
    Some(Found {
        len: tokens.get(chain.to).map_or(text.len(), |token| token.start),
        place: chain.place.map(|place| bytes(place.tokens)),
        agency: chain.agency.map(|agency| bytes(agency.tokens)),
        date: chain.date,
    })
}

/// A cheap look: a dateline ends with a mark, soon.
fn may_begin(text: &str) -> bool {
    let mut ascii = text
        .bytes()
        .take(LONGEST)
        .filter(|byte| matches!(byte, b'(' | b'[' | b')' | b':' | b'-' | b'|' | b'.'));
    ascii.next().is_some()
        || text.chars().take(LONGEST / 2).any(|c| matches!(c, '–' | '—' | '۔' | '：' | '（' | '؛' | '…'))
}

/// Icons, bullets, bold marks and opening quotes before the first part.
fn is_decoration(tokens: &Tokens, at: usize) -> bool {
    tokens.mark(at).is_some_and(|mark| !matches!(mark, '(' | '[' | ')' | '{' | '（'))
}

/// The dateline at the head of `text`; none where it begins with none.
///
/// A date inside it is in none of the parts. Place and agency are set right as [`normalize`](crate::normalize) sets text right.
///
/// ```
/// let found = matn::parse_dateline("ماسکو (سچ خبریں) روسی وزیر خارجہ نے دورہ کیا۔").expect("a dateline");
/// assert_eq!(found.place.as_deref(), Some("ماسکو"));
/// assert_eq!(found.agency.as_deref(), Some("سچ خبریں"));
/// assert_eq!(found.rest, "روسی وزیر خارجہ نے دورہ کیا۔");
/// assert!(matn::parse_dateline("لاہور میں آج شدید بارش ہوئی۔").is_none());
/// ```
pub fn parse_dateline(text: &str) -> Option<ParsedDateline> {
    let found = read(text, None)?;
    let part = |range: Option<Range<usize>>| range.and_then(|range| text.get(range)).map(set_right);
    Some(ParsedDateline {
        place: part(found.place),
        agency: part(found.agency),
        rest: text.get(found.len..).unwrap_or_default().trim().to_owned(),
    })
}

/// As it stands in the article.
pub(crate) fn set_right(part: &str) -> String {
    normalize(part, &NormalizeOptions::default()).text
}

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
mod plain_words;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
mod verdict;

use std::ops::Range;

use chain::Chain;

use crate::article::ParsedDateline;
use crate::date::{Dated, Tokens, date_line, head};
use crate::evidence::measure::measure;
use crate::evidence::person::{Person, person};
use crate::options::NormalizeOptions;
use crate::page::{is_space, parted};
use crate::script::normalize;

pub(crate) use desk::{is_desk, without_role};

/// A dateline and how much of the text it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// Set right as normalization does it.
    pub place: Option<String>,
    /// Set right too.
    pub agency: Option<String>,
    /// The date inside it, or before it at the head of the text, as ISO 8601.
    pub date: Option<String>,
    /// Bytes of the text that are the dateline, its marks and the space behind it.
    pub length: usize,
    pub at: Parts,
}

/// Where the parts of a dateline stand, in bytes of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    pub place: Option<Range<usize>>,
    pub agency: Option<Range<usize>>,
    /// "(رپورٹ: احمد علی)" names who wrote it.
    pub reporter: Option<Range<usize>>,
    /// Also a date without a year.
    pub date: Option<Range<usize>>,
}

const MOST_TOKENS: usize = 48;

/// The dateline at the head of `text`, also behind a date.
pub(crate) fn read(text: &str) -> Option<Found> {
    let head = head(text, None);
    let start = head.as_ref().map_or(0, |head| head.length);
    let (tokens, chain) = after(text.get(start..)?, head.as_ref().is_some_and(|head| head.set_apart))?;
    let bytes = |range: Range<usize>| {
        let range = tokens.range(range.start, range.end);
        range.start + start..range.end + start
    };
    let inside =
        chain.date.map(|date| Dated { range: date.range.start + start..date.range.end + start, ..date });
    let date = head.map(|head| head.date).or(inside);
    let at = Parts {
        place: chain.place.map(|place| bytes(place.tokens)),
        reporter: chain.agency.as_ref().and_then(|agency| agency.reporter.clone()).map(bytes),
        agency: chain.agency.filter(|agency| !agency.is_reporter).map(|agency| bytes(agency.tokens)),
        date: date.as_ref().map(|date| date.range.clone()),
    };
    Some(Found {
        place: set_right(text, at.place.as_ref()),
        agency: set_right(text, at.agency.as_ref()),
        date: date.and_then(|date| date.value),
        length: tokens.get(chain.to).map_or(text.len(), |token| token.start + start),
        at,
    })
}

/// The whole of `text` is a known place.
pub(crate) fn is_place(text: &str) -> bool {
    let tokens = Tokens::read(text, MOST_TOKENS);
    names::is_place(&tokens, 0..tokens.list.len())
}

/// A dateline on a line of its own, "نیویارک —", "سیکرامنٹو، کیلی فورنیا —": `text` is a known place, or one that lies in
/// it and is nobody's name, and a dash or a colon.
pub(crate) fn alone(text: &str) -> Option<Found> {
    let place = text.trim_end().trim_end_matches(['—', '–', '-', ':']).trim_end();
    let marked = place.len() < text.trim_end().len();
    let known = || {
        let outer = parted(place, "،").map_or(place, |(_, outer)| outer.trim());
        is_place(outer) && person(place, &measure(place)) < Person::Likely
    };
    (marked && known()).then(|| Found {
        place: Some(normalize(place, &NormalizeOptions::default()).text),
        agency: None,
        date: None,
        length: text.len(),
        at: Parts { place: Some(0..place.len()), ..Parts::default() },
    })
}

/// `text` begins with a dateline.
pub(crate) fn begins(text: &str) -> bool {
    after(text, false).is_some()
}

/// The dateline at the head of `text`; `dated`: a date that is no part of a sentence stands before it.
fn after(text: &str, dated: bool) -> Option<(Tokens, Chain)> {
    if !may_begin(text) {
        return None;
    }
    let tokens = Tokens::read(text, MOST_TOKENS);
    let first = (0..tokens.list.len()).find(|at| !is_decoration(&tokens, *at))?;
    let chain = chain::read(&tokens, first, dated)?;
    // "ویب ڈیسک | شائع: 17 جنوری 2024" is a line of details.
    let details = tokens
        .get(chain.to)
        .and_then(|next| text.get(next.start..))
        .is_some_and(|rest| date_line(rest, None).is_some());
    // "ڈی ڈبلیو: آپ کا پہلا دن کیسا تھا؟"
    let asks = chain.place.is_none() && chain.date.is_none() && text.ends_with('؟');
    (!details && !asks).then_some((tokens, chain))
}

/// The most words that stand before the first mark of a dateline.
const WORDS_BEFORE_MARK: usize = 8;

/// A cheap look: a mark that datelines have, or a digit, stands behind the first few words.
fn may_begin(text: &str) -> bool {
    let mut words = 0;
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b' ' => words += 1,
            b'(' | b'[' | b')' | b':' | b'-' | b'|' | b'/' | b',' | b'.' | b'0'..=b'9' => return true,
            // "،" and "؛", Arabic-Indic digits; "۔" and Urdu digits; dashes and "…"; other brackets.
            0xd8 => {
                if matches!(bytes.get(at + 1), Some(0x8c | 0x9b)) {
                    return true;
                }
            }
            0xd9 if matches!(bytes.get(at + 1), Some(0xa0..=0xa9)) => return true,
            0xdb if matches!(bytes.get(at + 1), Some(0x94 | 0xb0..=0xb9)) => return true,
            0xe2 if bytes.get(at + 1) == Some(&0x80) => return true,
            0xef if bytes.get(at + 1) == Some(&0xbc) => return true,
            _ => {}
        }
        if words > WORDS_BEFORE_MARK {
            return false;
        }
    }
    false
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
    let found = read(text)?;
    let rest = text.get(found.length..).unwrap_or_default().trim_matches(is_space).to_owned();
    Some(ParsedDateline { place: found.place, agency: found.agency, rest })
}

/// A part as it stands in the article.
fn set_right(text: &str, part: Option<&Range<usize>>) -> Option<String> {
    let part = text.get(part?.clone())?;
    Some(normalize(part, &NormalizeOptions::default()).text)
}

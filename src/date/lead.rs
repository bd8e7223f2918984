//! A date at the head of a text: "17 جنوری 2024سچ خبریں: …".

use super::function_words::is_postposition;
use super::item::{self, Item, Placed};
use super::token::{Tokens, from_first_letter};
use super::{Dated, Reading, entry, words};
use crate::dateline;
use crate::script::fold;

/// A date that text follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    pub date: Dated,
    /// Bytes from the start of the text to where what follows begins: icons, label, date, its
    /// separator and space.
    pub length: usize,
    /// What follows is glued to the date, or a mark or icon sets the date apart. Where not, only a
    /// dateline behind it shows that the date does not belong to the sentence.
    pub set_apart: bool,
}

const MOST_TOKENS: usize = 40;

/// The date at the head of a text that is no part of its first sentence: its value, and the length in
/// bytes of all that stands before the sentence or its dateline.
pub(crate) fn lead(text: &str) -> Option<(String, usize)> {
    let head = head(text, None)?;
    let apart = head.set_apart || text.get(head.length..).is_some_and(dateline::begins);
    head.date.value.filter(|_| apart).map(|value| (value, head.length))
}

/// The date at the head of `text`, if it is whole or relative and something else follows it.
pub(crate) fn head(text: &str, now: Option<&str>) -> Option<Head> {
    if !may_begin(text) {
        return None;
    }
    let tokens = Tokens::read(text, MOST_TOKENS);
    let (items, after_date) = items(&tokens)?;
    let date = match entry::collect(&tokens, &items).as_slice() {
        [entry] if !entry.is_torn() => entry.dated(&tokens, now),
        _ => return None,
    };
    if !matches!(date.reading, Reading::Whole | Reading::Relative) {
        return None;
    }
    let mut at = after_date;
    while tokens
        .is_mark(at, &[':', '|', '-', '–', '—', '•', '·', '*', '_', ')', ']', '،', ',', '»', '/', '۔'])
    {
        at += 1;
    }
    let next = tokens.get(at)?;
    if tokens.word(at).is_some_and(is_postposition) {
        return None;
    }
    let icon = tokens.mark(0).is_some_and(|mark| !matches!(mark, '(' | '[' | '"' | '“' | '‘' | '\''));
    let marked = (after_date..at).any(|at| !tokens.is_mark(at, &['،', ',']));
    let glued = at == after_date && !next.spaced && tokens.word(at).is_some();
    Some(Head { length: next.start, set_apart: icon || glued || marked, date })
}

/// A cheap look: what begins with other than a digit or a word of dates has none.
fn may_begin(text: &str) -> bool {
    let text = from_first_letter(text);
    text.starts_with(|c| fold(c).is_some_and(|c| c.is_ascii_digit())) || words::begins(text)
}

/// The items of the date, and the place after them.
fn items(tokens: &Tokens) -> Option<(Vec<Placed>, usize)> {
    let mut items = Vec::new();
    let mut end = None;
    let mut at = 0;
    while at < tokens.list.len() {
        let (item, to) = item::read(tokens, at);
        let goes_on = match item {
            Item::Day(_) | Item::Time(_) | Item::Weekday | Item::Ornament => true,
            // What follows the date belongs to the text: "آج", "شائع", "کی".
            Item::Relative(_) | Item::Label(_) | Item::Filler | Item::Glue(_) => end.is_none(),
            Item::Stray => false,
        };
        if !goes_on {
            break;
        }
        items.push(Placed { item, from: at, to });
        at = to;
        if item.tells_when() || (end.is_some() && item == Item::Weekday) {
            end = Some((items.len(), to));
        }
    }
    let (count, at) = end?;
    items.truncate(count);
    Some((items, at))
}

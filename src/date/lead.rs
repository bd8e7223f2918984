//! A date at the head of a text: "17 جنوری 2024سچ خبریں: …".

use std::ops::Range;

use super::calendar::Stamp;
use super::entry;
use super::function_words::is_postposition;
use super::item::{self, Item, Placed};
use super::token::Tokens;
use super::{Dated, Reading};

/// A date that text follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Lead {
    pub date: Dated,
    /// Bytes from the start of the text to where what follows begins: icons, label, date, its
    /// separator and space.
    pub len: usize,
    /// What follows is glued to the date, or a mark or icon sets the date apart. Where not, only a
    /// dateline behind it shows that the date does not belong to the sentence.
    pub set_apart: bool,
}

const MOST_TOKENS: usize = 40;

/// The date at the head of `text`, if it is whole and something else follows it.
pub(crate) fn lead(text: &str, now: Option<&Stamp>) -> Option<Lead> {
    if !may_begin(text) {
        return None;
    }
    let tokens = Tokens::read(text, MOST_TOKENS);
    let (items, mut at) = head(&tokens)?;
    let entries = entry::collect(&tokens, &items);
    let [entry] = entries.as_slice() else { return None };
    let date = entry.dated(&tokens, now);
    let dated = matches!(date.reading, Reading::Whole(_) | Reading::Relative(_));
    if !dated || entry.is_torn() {
        return None;
    }
    let after_date = at;
    while tokens.is_mark(at, &[':', '|', '-', '–', '—', '•', '·', '*', ')', ']', '،', ',', '»', '/', '۔'])
    {
        at += 1;
    }
    let next = tokens.get(at)?;
    if tokens.word(at).is_some_and(is_postposition) {
        return None;
    }
    let icon = tokens.mark(0).is_some_and(|mark| !matches!(mark, '(' | '[' | '"' | '“' | '‘' | '\''));
    let comma = (after_date..at).all(|at| tokens.is_mark(at, &['،', ',']));
    let glued = at == after_date && !next.spaced && tokens.word(at).is_some();
    Some(Lead { len: next.start, set_apart: icon || glued || !comma, date })
}

/// A cheap look at the first letter or digit: what begins with other than a word of dates has none.
fn may_begin(text: &str) -> bool {
    let head = Tokens::read(text, 4);
    let first = (0..head.list.len()).find(|at| head.mark(*at).is_none());
    first.is_some_and(|at| head.number(at).is_some() || super::words::is_known(&head, at))
}

/// The items of the date, and the place after them.
fn head(tokens: &Tokens) -> Option<(Vec<Placed>, usize)> {
    let mut items = Vec::new();
    let mut end = None;
    let mut at = 0;
    while at < tokens.list.len() {
        let (item, to) = item::read(tokens, at);
        let told = end.is_some();
        let goes_on = match item {
            Item::Day(_) | Item::Relative(_) => true,
            Item::Time(_) | Item::Weekday => true,
            // What follows the date belongs to the text.
            Item::Label(_) | Item::Filler | Item::Glue(_) => !told,
            Item::Ornament => true,
            Item::Stray => false,
        };
        if !goes_on || (told && matches!(item, Item::Relative(_))) {
            break;
        }
        items.push(Placed { item, from: at, to });
        at = to;
        if item.tells_when() || (told && item == Item::Weekday) {
            end = Some((items.len(), to));
        }
    }
    let (count, at) = end?;
    items.truncate(count);
    Some((items, at))
}

impl Lead {
    /// The text after the date.
    pub fn rest(&self, text: &str) -> Range<usize> {
        self.len..text.len()
    }
}

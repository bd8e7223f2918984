//! A date among other words, at a place that the reader already knows.

use super::item::{self, Item, Placed};
use super::token::Tokens;
use super::{Dated, entry};

/// The date at `at` with its weekday and time, and the place after it; also one without a year.
pub(crate) fn inline(tokens: &Tokens, at: usize) -> Option<(Dated, usize)> {
    let mut items: Vec<Placed> = Vec::new();
    let mut end = None;
    let mut next = at;
    while next < tokens.list.len() {
        let (item, to) = item::read(tokens, next);
        let fits = match item {
            Item::Day(_) | Item::Weekday | Item::Time(_) => true,
            Item::Ornament => tokens.is_mark(next, &['،', ',', '/']),
            _ => false,
        };
        if !fits {
            break;
        }
        items.push(Placed { item, from: next, to });
        next = to;
        if !matches!(item, Item::Ornament) && items.iter().any(|placed| matches!(placed.item, Item::Day(_))) {
            end = Some((items.len(), to));
        }
    }
    let (count, to) = end?;
    items.truncate(count);
    match entry::collect(tokens, &items).as_slice() {
        [entry] if !entry.is_torn() => Some((entry.dated(tokens, None), to)),
        _ => None,
    }
}

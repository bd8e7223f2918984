//! What the tokens of a line are in a date line.

use super::clock::{self, Time};
use super::day::{self, Day};
use super::relative::{self, Relative};
use super::token::Tokens;
use super::words::{Glue, Label, Word, is_known, longest};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Day(Day),
    Time(Time),
    Relative(Relative),
    Weekday,
    Label(Label),
    Filler,
    Glue(Glue),
    /// A mark or symbol that may stand in a date line.
    Ornament,
    /// Anything else.
    Stray,
}

/// An item and the tokens that it is made of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub item: Item,
    pub from: usize,
    pub to: usize,
}

impl Item {
    /// It says when.
    pub fn tells_when(self) -> bool {
        matches!(self, Self::Day(_) | Self::Time(_) | Self::Relative(_))
    }
}

/// All items of `tokens`.
pub(super) fn scan(tokens: &Tokens) -> Vec<Placed> {
    let mut items = Vec::with_capacity(tokens.list.len());
    let mut at = 0;
    while at < tokens.list.len() {
        let (item, to) = read(tokens, at);
        items.push(Placed { item, from: at, to });
        at = to;
        // "2024-01-17T10:45"
        if matches!(item, Item::Day(_))
            && tokens.word(at) == Some("t")
            && !tokens.spaced(at)
            && !tokens.spaced(at + 1)
        {
            items.push(Placed { item: Item::Ornament, from: at, to: at + 1 });
            at += 1;
        }
    }
    items
}

/// The item at `at` and the place after it.
pub(super) fn read(tokens: &Tokens, at: usize) -> (Item, usize) {
    if tokens.mark(at).is_some() {
        return (if is_ornament(tokens, at) { Item::Ornament } else { Item::Stray }, at + 1);
    }
    if tokens.word(at).is_some() && !is_known(tokens, at) {
        return (Item::Stray, at + 1);
    }
    relative::read(tokens, at)
        .map(|(relative, to)| (Item::Relative(relative), to))
        .or_else(|| day::read(tokens, at).map(|(day, to)| (Item::Day(day), to)))
        .or_else(|| clock::read(tokens, at).map(|(time, to)| (Item::Time(time), to)))
        .or_else(|| longest(tokens, at, word).filter(|&(item, to)| !signs(tokens, item, to)))
        .unwrap_or((Item::Stray, at + 1))
}

/// "Posted by admin on 8 October": a label of names.
fn signs(tokens: &Tokens, item: Item, to: usize) -> bool {
    matches!(item, Item::Label(_)) && tokens.word(to) == Some("by")
}

fn word(word: Word) -> Option<Item> {
    match word {
        Word::Weekday(_) => Some(Item::Weekday),
        Word::Label(label) => Some(Item::Label(label)),
        Word::Filler => Some(Item::Filler),
        Word::Glue(glue) => Some(Item::Glue(glue)),
        _ => None,
    }
}

/// A mark that says nothing of its own: separators, brackets, bullets, stops, icons, and the "?" that
/// is left of an icon at the head.
pub(super) fn is_ornament(tokens: &Tokens, at: usize) -> bool {
    match tokens.mark(at) {
        Some('?') => (0..at).all(|before| tokens.mark(before).is_some()),
        Some('!' | '؟' | '%' | '٪' | '‰' | '$' | '€' | '£' | '₨' | '₹' | '#' | '&' | '+' | '^' | '`')
        | None => false,
        Some(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(text: &str) -> Vec<Item> {
        scan(&Tokens::read(text, 40)).into_iter().map(|placed| placed.item).collect()
    }

    #[test]
    fn the_day_of_saturn_and_a_week_are_told_apart() {
        assert_eq!(items("ہفتہ")[..], [Item::Weekday]);
        assert!(matches!(items("ایک ہفتہ قبل")[..], [Item::Relative(_)]));
    }

    #[test]
    fn an_evening_without_an_hour_is_no_time() {
        assert_eq!(items("شام")[..], [Item::Stray]);
        assert!(matches!(items("شام 5 بجے")[..], [Item::Time(_)]));
    }

    #[test]
    fn a_deadline_has_its_own_word() {
        assert_eq!(items("آخری تاریخ")[..], [Item::Glue(Glue::Last), Item::Label(Label::Dated)]);
    }
}

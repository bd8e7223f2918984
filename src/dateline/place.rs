//! Where a report was filed: one place or several.

use std::ops::Range;

use super::chain::is_break;
use super::names::{self, PlaceKind};
use super::plain_words::is_descriptive;
use crate::date::{Tokens, inline, is_function_word};

/// Places as they stand in a dateline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Places {
    pub tokens: Range<usize>,
    /// How sure it is that they are places.
    pub certainty: Certainty,
    pub several: bool,
}

/// How it is known that a run of words is a place, ascending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Certainty {
    /// It is not: only what follows can show it.
    Unknown,
    /// A country, which is more often a topic.
    Country,
    City,
}

/// The known places at `at`, as many as a list of places holds before `fits` says that they end.
pub(super) fn known(tokens: &Tokens, at: usize, fits: impl Fn(usize) -> bool) -> Option<Places> {
    let (kind, mut to) = one(tokens, at)?;
    let mut places = Places { tokens: at..to, certainty: certainty(kind), several: false };
    let mut best = fits(to).then(|| places.clone());
    // A list longer than this is no dateline.
    for _ in 0..5 {
        if !joins(tokens, to) {
            break;
        }
        let Some((kind, next)) = one(tokens, to + 1) else { break };
        to = next;
        places = Places {
            tokens: at..to,
            certainty: if places.certainty == Certainty::City { Certainty::City } else { certainty(kind) },
            several: true,
        };
        if fits(to) {
            best = Some(places.clone());
        }
    }
    best
}

/// A run of words that may be a place that the table does not have, up to where a dateline goes on.
pub(super) fn unknown(tokens: &Tokens, at: usize) -> Option<Places> {
    let mut to = at;
    let mut words = 0;
    while words < 5 && !ends_unknown(tokens, at, to) {
        let joint =
            to > at && joins(tokens, to) && tokens.word(to + 1).is_some_and(|word| !is_function_word(word));
        if joint {
            to += 1;
        }
        let word = tokens.word(to)?;
        if is_function_word(word)
            || is_descriptive(word) && words == 0 && !begins_place(word)
            || is_label(word)
        {
            return None;
        }
        to += 1;
        words += 1;
    }
    let several = (at..to).any(|at| joins(tokens, at));
    (words > 0 && ends_unknown(tokens, at, to)).then_some(Places {
        tokens: at..to,
        certainty: Certainty::Unknown,
        several,
    })
}

/// A bracket, a mark, a date, or an agency begins at `to`.
fn ends_unknown(tokens: &Tokens, at: usize, to: usize) -> bool {
    to > at
        && (tokens.is_mark(to, &['(', '[', ')', ':', '–', '—', '|', '-', '۔'])
            || (tokens.is_mark(to, &['،', ',']) && inline(tokens, to + 1).is_some())
            || (tokens.number(to).is_some() && inline(tokens, to).is_some()))
}

/// One place of the table with what may stand behind its name, or a town by its shape.
fn one(tokens: &Tokens, at: usize) -> Option<(PlaceKind, usize)> {
    if let Some((kind, to)) = names::place(tokens, at) {
        let part = tokens.word(to).is_some_and(|word| {
            ["کینٹ", "کینٹونمنٹ", "سٹی", "شہر", "شریف", "خورد", "کلاں", "صدر", "دیہی", "رورل", "جدید"]
                .contains(&word)
        });
        return Some((kind, if part { to + 1 } else { to }));
    }
    (1..=3)
        .map(|words| at + words)
        .take_while(|to| tokens.word(to - 1).is_some_and(|word| !is_function_word(word)))
        .find_map(|to| {
            (is_break(tokens, to) && is_town_shaped(tokens, at, to)).then_some((PlaceKind::CITY, to))
        })
}

/// The name ends or begins as names of towns do: X آباد, X پور, کوٹ X.
pub(super) fn is_town_shaped(tokens: &Tokens, at: usize, to: usize) -> bool {
    let ends = tokens.word(to - 1).is_some_and(|word| {
        ["اباد", "پور", "پورہ", "گڑھ", "نگر", "گنج", "والا", "والہ", "کوٹ", "وال"]
            .iter()
            .any(|end| word.ends_with(end) && (word.chars().count() > end.chars().count() + 1 || to - at > 1))
    });
    let begins = to - at > 1 && tokens.word(at).is_some_and(begins_town);
    let plain =
        (at..to).all(|at| tokens.word(at).is_some_and(|word| !is_descriptive(word) || begins_place(word)));
    (ends || begins) && plain && !(at..to).any(|at| tokens.word(at).is_some_and(is_label))
}

/// Names of towns begin with it.
fn begins_town(word: &str) -> bool {
    ["کوٹ", "چک", "ڈیرہ", "ٹنڈو", "گوٹھ", "قلعہ", "منڈی", "بستی", "سراے", "کوٹلی", "گڑھی", "تحصیل"]
        .contains(&word)
}

/// Names of towns and of the land around them begin with it.
fn begins_place(word: &str) -> bool {
    begins_town(word) || matches!(word, "ضلع" | "مقبوضہ" | "جنوبی" | "شمالی" | "مشرقی" | "مغربی")
}

/// A word that stands before a colon or bracket and is no place: a label, a caption's first word.
fn is_label(word: &str) -> bool {
    [
        "تحریر",
        "رپورٹ",
        "سوال",
        "جواب",
        "نوٹ",
        "تصویر",
        "تصاویر",
        "فوٹو",
        "ویڈیو",
        "گرافکس",
        "بشکریہ",
        "ماخذ",
        "ذرایع",
        "سورس",
        "کریڈٹ",
        "ترجمہ",
        "مترجم",
        "خبر",
        "بریکنگ",
        "اپڈیٹ",
        "مزید",
        "عنوان",
        "کالم",
        "نقطہ",
        "اداریہ",
        "باقی",
        "وال",
        "والا",
        "سوال۔",
    ]
    .contains(&word)
}

/// A mark or word that joins the places of a list.
fn joins(tokens: &Tokens, at: usize) -> bool {
    tokens.is_mark(at, &['/', '،', ',', '-', '–', '&', '؍']) || matches!(tokens.word(at), Some("و" | "اور"))
}

fn certainty(kind: PlaceKind) -> Certainty {
    if kind.is_country() { Certainty::Country } else { Certainty::City }
}

//! The words that a date line is made of, from the tables in data/.

use super::token::{Tokens, from_first_letter};
use crate::script::fold;

/// What a word says in a date line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A Gregorian month, 1 to 12.
    Month(u8),
    /// A month of a calendar that is recognized and never converted.
    ForeignMonth(Calendar),
    /// Monday is 0.
    Weekday(u8),
    Number(u8),
    Ordinal(u8),
    /// What follows the number of a day: 17ویں, 17th.
    Suffix,
    Period(Period),
    Hour(Hour),
    Fraction(Fraction),
    Unit(Unit),
    Ago,
    /// A number that is not said: چند.
    Few,
    Spoken(Spoken),
    Label(Label),
    Glue(Glue),
    /// A word that may stand in any date line: بروز.
    Filler,
    Era(Era),
    /// Minutes east of Greenwich.
    Zone(i16),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calendar {
    Hijri,
    Shamsi,
    Bikrami,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
}

/// What makes a number an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hour {
    /// 5 بجے
    Whole,
    /// 5 بج کر (30 منٹ)
    Past,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fraction {
    /// سوا: a quarter past.
    Quarter,
    /// ساڑھے: half past.
    Half,
    /// پونے: a quarter to.
    Less,
    /// ڈیڑھ
    Oneandhalf,
    /// ڈھائی
    Twoandhalf,
    /// آدھا
    Halfone,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// A day or moment named from where the writer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spoken {
    Now,
    Today,
    Yesterday,
    /// کل: yesterday or tomorrow.
    Unclear,
}

/// What a label says of its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Published,
    Updated,
    Dated,
}

/// A word that may stand beside a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glue {
    /// آخری: beside a label of change only, since آخری تاریخ is a deadline.
    Last,
    Plain,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Era {
    Gregorian,
    Foreign,
}

const WORDS: &[(&str, Word)] = include!(concat!(env!("OUT_DIR"), "/date_words.rs"));

/// Of each word the first four bytes, two letters mostly, as a number: what most words of a text are told apart by.
static HEADS: [u32; WORDS.len()] = heads();

const fn heads() -> [u32; WORDS.len()] {
    let mut heads = [0; WORDS.len()];
    let mut row = 0;
    while row < WORDS.len() {
        heads[row] = head(WORDS[row].0.as_bytes());
        row += 1;
    }
    heads
}

/// The first four bytes, zeros behind the end; ordered as the words are.
const fn head(word: &[u8]) -> u32 {
    let mut head = 0;
    let mut at = 0;
    while at < 4 {
        head = head << 8 | if at < word.len() { word[at] as u32 } else { 0 };
        at += 1;
    }
    head
}

/// The most words that one name is written in: پاکستان کے معیاری وقت کے مطابق.
const LONGEST: usize = 6;

/// The longest run of words at `at` that together spell something which `pick` takes, and the place
/// after it. Spaces inside a spelling make no difference: مار چ.
pub(super) fn longest<T>(tokens: &Tokens, at: usize, pick: impl Fn(Word) -> Option<T>) -> Option<(T, usize)> {
    let mut best = None;
    let mut row = first_row(tokens, at)?;
    for to in at + 1..=at + LONGEST {
        let spelling = tokens.joined(at, to)?;
        if to > at + 1 {
            // All that begin with the first word stand together, and are few.
            row += WORDS.get(row..)?.iter().take_while(|(key, _)| *key < spelling).count();
        }
        let mut found = None;
        let mut goes_on = false;
        for (key, word) in WORDS.get(row..)? {
            if *key == spelling {
                found = found.or_else(|| pick(*word));
            } else {
                goes_on = key.starts_with(spelling);
                break;
            }
        }
        if let Some(found) = found {
            best = Some((found, to));
        }
        if !goes_on || tokens.word(to).is_none() {
            break;
        }
    }
    best
}

/// Some word of the table begins with the first word of `text`, whatever marks stand before it.
pub(super) fn begins(text: &str) -> bool {
    let text = from_first_letter(text);
    may_be_known(text) && is_known(&Tokens::read(text, 1), 0)
}

/// A cheap look: some word of the table begins with the first two letters of `text`, or those are none of Urdu's.
fn may_be_known(text: &str) -> bool {
    let mut letters = text.chars().filter_map(fold).map(u32::from);
    let mut head = 0;
    for _ in 0..2 {
        let Some(letter @ 0x620..=0x6d3) = letters.next() else { return true };
        // Its two bytes of UTF-8.
        head = head << 16 | 0xc080 | (letter & 0x7c0) << 2 | letter & 0x3f;
    }
    HEADS.binary_search(&head).is_ok()
}

/// Some word of the table begins with the word at `at`.
pub(super) fn is_known(tokens: &Tokens, at: usize) -> bool {
    first_row(tokens, at).is_some()
}

/// The first row of the table that begins with the word at `at`; each word is looked up once.
fn first_row(tokens: &Tokens, at: usize) -> Option<usize> {
    const NONE: u32 = u32::MAX;
    let token = tokens.get(at)?;
    let word = tokens.word(at)?;
    let row = token.row.get().unwrap_or_else(|| {
        let head = head(word.as_bytes());
        let from = HEADS.partition_point(|&other| other < head);
        let alike = HEADS[from..].iter().take_while(|&&other| other == head).count();
        let row = from + WORDS[from..from + alike].partition_point(|(key, _)| *key < word);
        let known = WORDS.get(row).is_some_and(|(key, _)| key.starts_with(word));
        let row = u32::try_from(row).ok().filter(|_| known).unwrap_or(NONE);
        token.row.set(Some(row));
        row
    });
    (row != NONE).then_some(row as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Option<u8> {
        let tokens = Tokens::read(text, 10);
        longest(&tokens, 0, |word| match word {
            Word::Month(month) => Some(month),
            _ => None,
        })
        .filter(|(_, next)| *next == tokens.list.len())
        .map(|(month, _)| month)
    }

    #[test]
    fn the_table_is_sorted() {
        assert!(WORDS.is_sorted_by_key(|(key, _)| *key));
    }

    #[test]
    fn a_space_inside_a_month_does_not_matter() {
        assert_eq!(month("مار چ"), Some(3));
        assert_eq!(month("جنو ری"), Some(1));
        assert_eq!(month("ا کتو بر"), Some(10));
    }

    #[test]
    fn months_of_other_keyboards_and_countries_are_known() {
        for (spelling, number) in [
            ("جنوري", 1),
            ("فرورى", 2),
            ("مئ", 5),
            ("جولائ", 7),
            ("سیپٹمبر", 9),
            ("Sept", 9),
            ("DECEMBER", 12),
            ("كانون الثاني", 1),
            ("شباط", 2),
            ("آذار", 3),
            ("نيسان", 4),
            ("أيار", 5),
            ("حزيران", 6),
            ("تموز", 7),
            ("آب", 8),
            ("أيلول", 9),
            ("تشرين الأول", 10),
            ("تشرين الثاني", 11),
            ("كانون الأول", 12),
            ("يوليو", 7),
        ] {
            assert_eq!(month(spelling), Some(number), "{spelling}");
        }
    }

    #[test]
    fn an_ordinary_word_is_no_month() {
        assert_eq!(month("وزیراعظم"), None);
    }
}

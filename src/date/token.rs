//! A line as numbers, words and marks: what dates and datelines are made of.

use std::cell::Cell;
use std::ops::Range;

use crate::script::fold;
use crate::script::unicode::is_alphabetic;

/// The first tokens of a text.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    pub list: Vec<Token>,
    /// The folded letters of all words, one after the other.
    folded: String,
    /// Nothing follows the last token but white space.
    pub complete: bool,
}

/// A number, a word or a mark, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    /// In bytes of the text.
    pub start: usize,
    pub end: usize,
    /// White space stands before it.
    pub spaced: bool,
    pub kind: Kind,
    /// Where the table of date words has a word like this, once it was looked up.
    pub(super) row: Cell<Option<u32>>,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A run of digits of any of the three sets.
    Number { value: u32, digits: usize },
    /// A run of letters, given as a range of `Tokens::folded`.
    Word(Range<usize>),
    /// Anything else that is seen.
    Mark(char),
}

impl Tokens {
    /// At most `limit` tokens from the head of `text`.
    pub fn read(text: &str, limit: usize) -> Self {
        let folded = String::with_capacity(text.len().min(limit * 8));
        let mut tokens = Self { list: Vec::with_capacity(limit.min(24)), folded, ..Self::default() };
        let mut rest = text;
        let mut spaced = false;
        while let Some((c, behind)) = first(rest) {
            match fold(c) {
                None => {}
                Some(letter) if letter.is_whitespace() => spaced = true,
                Some(_) if tokens.list.len() == limit => return tokens,
                Some(letter) => {
                    let (kind, behind) = if letter.is_ascii_digit() {
                        number(rest)
                    } else if is_letter(letter) {
                        tokens.read_word(rest, c == 'ء' && !spaced)
                    } else {
                        (Kind::Mark(letter), behind)
                    };
                    let (start, end) = (text.len() - rest.len(), text.len() - behind.len());
                    tokens.list.push(Token { start, end, spaced, kind, row: Cell::new(None) });
                    spaced = false;
                    rest = behind;
                    continue;
                }
            }
            rest = behind;
        }
        tokens.complete = true;
        tokens
    }

    /// The word that `text` begins with, and what is behind it. Of a glued "ء" behind a number, the year sign,
    /// the word is no more than that: "2024ءکو".
    fn read_word<'a>(&mut self, text: &'a str, glued_hamza: bool) -> (Kind, &'a str) {
        let from = self.folded.len();
        let year_sign =
            glued_hamza && matches!(self.list.last(), Some(Token { kind: Kind::Number { .. }, .. }));
        let mut rest = text;
        let mut letters = 0;
        while let Some((c, behind)) = first(rest) {
            match fold(c) {
                Some(letter) if is_letter(letter) && !(year_sign && letters == 1) => {
                    self.folded.push(letter);
                    letters += 1;
                }
                // "a.m.", "ق۔م": single letters with stops between them are one word.
                Some('.' | '۔') if letters == 1 && first(behind).is_some_and(|(c, _)| is_letter(c)) => {
                    letters = 0;
                }
                None => {}
                _ => break,
            }
            rest = behind;
        }
        (Kind::Word(from..self.folded.len()), rest)
    }

    pub fn get(&self, at: usize) -> Option<&Token> {
        self.list.get(at)
    }

    /// The number at `at` and how many digits it has.
    pub fn number(&self, at: usize) -> Option<(u32, usize)> {
        match self.get(at)?.kind {
            Kind::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }

    /// The folded word at `at`.
    pub fn word(&self, at: usize) -> Option<&str> {
        match &self.get(at)?.kind {
            Kind::Word(range) => self.folded.get(range.clone()),
            _ => None,
        }
    }

    /// The words from `from` to before `to`, written as one; none where something else stands there.
    pub fn joined(&self, from: usize, to: usize) -> Option<&str> {
        let (first, last) = (self.get(from)?, self.get(to.checked_sub(1)?)?);
        match (&first.kind, &last.kind) {
            (Kind::Word(a), Kind::Word(b)) => self.folded.get(a.start..b.end),
            _ => None,
        }
    }

    pub fn mark(&self, at: usize) -> Option<char> {
        match self.get(at)?.kind {
            Kind::Mark(c) => Some(c),
            _ => None,
        }
    }

    /// The mark at `at` is one of `marks`.
    pub fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.mark(at).is_some_and(|c| marks.contains(&c))
    }

    /// White space stands before the token at `at`; true at the end of the text too.
    pub fn spaced(&self, at: usize) -> bool {
        self.get(at).is_none_or(|token| token.spaced)
    }

    /// The bytes of the tokens from `from` to before `to`.
    pub fn range(&self, from: usize, to: usize) -> Range<usize> {
        match (self.get(from), to.checked_sub(1).and_then(|last| self.get(last))) {
            (Some(first), Some(last)) if to > from => first.start..last.end,
            (Some(first), _) => first.start..first.start,
            _ => 0..0,
        }
    }
}

/// The number that `text` begins with, and what is behind it. Of a year and an hour that lost the space between
/// them, "20197:05", the year.
fn number(text: &str) -> (Kind, &str) {
    let (mut value, mut digits) = (0_u32, 0);
    let mut rest = text;
    while let Some((c, behind)) = first(rest) {
        match fold(c) {
            Some(digit) if digit.is_ascii_digit() && !(digits == 4 && is_year_before_hour(value, rest)) => {
                value = value.saturating_mul(10).saturating_add(digit.to_digit(10).unwrap_or(0));
                digits += 1;
            }
            None => {}
            _ => break,
        }
        rest = behind;
    }
    (Kind::Number { value, digits }, rest)
}

/// A letter; those of the Arabic block are told without a table, since nearly all are of it.
#[inline]
fn is_letter(c: char) -> bool {
    match c {
        '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}' => c != '\u{670}',
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        _ => is_alphabetic(c),
    }
}

/// The text from its first letter or digit.
pub(super) fn from_first_letter(text: &str) -> &str {
    let at = text.find(|c: char| is_letter(c) || fold(c).is_some_and(|c| c.is_ascii_digit()));
    at.and_then(|at| text.get(at..)).unwrap_or_default()
}

/// The first character of a text, and what is behind it.
#[inline]
fn first(text: &str) -> Option<(char, &str)> {
    let mut chars = text.chars();
    chars.next().map(|c| (c, chars.as_str()))
}

/// `value` can be a year, and `rest` begins with one or two digits and a colon.
fn is_year_before_hour(value: u32, rest: &str) -> bool {
    let digit = |c: char| fold(c).is_some_and(|c| c.is_ascii_digit());
    (1900..2100).contains(&value) && rest.chars().take(3).find(|c| !digit(*c)) == Some(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<String> {
        let tokens = Tokens::read(text, 40);
        (0..tokens.list.len())
            .map(|at| match (tokens.number(at), tokens.word(at), tokens.mark(at)) {
                (Some((value, digits)), ..) => format!("{value}/{digits}"),
                (_, Some(word), _) => word.to_owned(),
                (.., mark) => mark.map(String::from).unwrap_or_default(),
            })
            .collect()
    }

    #[test]
    fn a_number_ends_where_letters_begin() {
        assert_eq!(kinds("11 دسمبر2018ء"), ["11/2", "دسمبر", "2018/4", "ء"]);
        assert_eq!(kinds("2024سچ"), ["2024/4", "سچ"]);
    }

    #[test]
    fn the_year_sign_is_a_word_of_its_own() {
        assert_eq!(kinds("2024ءکو"), ["2024/4", "ء", "کو"]);
    }

    #[test]
    fn marks_inside_a_word_do_not_split_it() {
        assert_eq!(kinds("جمع\u{640}ء اکتوبَر اپ\u{200c}ڈیٹ"), ["جمعء", "اکتوبر", "اپڈیٹ"]);
    }

    #[test]
    fn letters_with_stops_between_them_are_one_word() {
        assert_eq!(kinds("10:45 a.m."), ["10/2", ":", "45/2", "am", "."]);
        assert_eq!(kinds("ق۔م"), ["قم"]);
    }

    #[test]
    fn an_hour_glued_to_a_year_is_a_number_of_its_own() {
        assert_eq!(kinds("20197:05"), ["2019/4", "7/1", ":", "5/2"]);
    }
}

//! A line as numbers, words and marks: what dates and datelines are made of.

use std::ops::Range;

use crate::script::fold;

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
        let mut tokens = Self { list: Vec::with_capacity(limit.min(24)), complete: true, ..Self::default() };
        let mut chars = text.char_indices().peekable();
        let mut spaced = false;
        while let Some((start, c)) = chars.next() {
            let Some(letter) = fold(c) else { continue };
            if letter.is_whitespace() {
                spaced = true;
                continue;
            }
            if tokens.list.len() == limit {
                tokens.complete = false;
                break;
            }
            let mut end = start + c.len_utf8();
            let kind = if letter.is_ascii_digit() {
                let (mut value, mut digits) = (0_u32, 1);
                value = value.saturating_mul(10).saturating_add(digit(letter));
                while let Some((at, next, letter)) = peek(&mut chars) {
                    match letter {
                        // A year and an hour that lost the space between them: "20197:05".
                        Some(d)
                            if d.is_ascii_digit()
                                && !(digits == 4 && is_year_before_hour(value, &text[at..])) =>
                        {
                            value = value.saturating_mul(10).saturating_add(digit(d));
                            digits += 1;
                        }
                        None => {}
                        _ => break,
                    }
                    end = at + next.len_utf8();
                    chars.next();
                }
                Kind::Number { value, digits }
            } else if letter.is_alphabetic() {
                let from = tokens.folded.len();
                tokens.push_letter(letter);
                let mut letters_since_dot = 1;
                while let Some((at, next, letter)) = peek(&mut chars) {
                    match letter {
                        Some(l) if l.is_alphabetic() => {
                            // "2024ء" and what is glued to it: the year sign is a word of its own.
                            if c == 'ء' && letters_since_dot == 1 && !spaced && tokens.ends_with_number() {
                                break;
                            }
                            tokens.push_letter(l);
                            letters_since_dot += 1;
                        }
                        // "a.m.", "ق۔م": single letters with stops between them are one word.
                        Some('.' | '۔')
                            if letters_since_dot == 1
                                && starts_with_letter(&text[at + next.len_utf8()..]) =>
                        {
                            letters_since_dot = 0;
                        }
                        None => {}
                        _ => break,
                    }
                    end = at + next.len_utf8();
                    chars.next();
                }
                Kind::Word(from..tokens.folded.len())
            } else {
                Kind::Mark(letter)
            };
            tokens.list.push(Token { start, end, spaced, kind });
            spaced = false;
        }
        tokens
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

    fn push_letter(&mut self, letter: char) {
        if letter.is_uppercase() {
            self.folded.extend(letter.to_lowercase());
        } else {
            self.folded.push(letter);
        }
    }

    fn ends_with_number(&self) -> bool {
        matches!(self.list.last(), Some(Token { kind: Kind::Number { .. }, .. }))
    }
}

fn digit(c: char) -> u32 {
    c.to_digit(10).unwrap_or(0)
}

type Chars<'a> = std::iter::Peekable<std::str::CharIndices<'a>>;

/// The next character, where it stands and what it folds to.
fn peek(chars: &mut Chars<'_>) -> Option<(usize, char, Option<char>)> {
    chars.peek().map(|&(at, c)| (at, c, fold(c)))
}

fn starts_with_letter(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_alphabetic)
}

/// Four digits that are a year, with one or two more and a colon after them.
fn is_year_before_hour(value: u32, rest: &str) -> bool {
    (1900..2100).contains(&value)
        && rest
            .char_indices()
            .take(3)
            .find(|(_, c)| !fold(*c).is_some_and(|c| c.is_ascii_digit()))
            .is_some_and(|(_, c)| c == ':')
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
        assert_eq!(
            kinds("20197:05"),
            ["2019/4", "7/1", ":", "05".trim_start_matches('0').to_owned().as_str(),][..3]
                .iter()
                .map(ToString::to_string)
                .chain(["5/2".to_owned()])
                .collect::<Vec<_>>()
        );
    }
}

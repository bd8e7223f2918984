//! Words: after Unicode's text segmentation (UAX #29) where it applies, and better for Urdu.
//!
//! ۔ joins letter names only, a hyphen joins, addresses and numbers with their signs are one word,
//! and ZWNJ and honorifics part nothing.

use super::class::{BLOCK, DIGIT, LETTER, MARK, TATWEEL, class, class_index, is_invisible};
use super::{address, initials};
use crate::script::unicode::{is_alphabetic, is_alphanumeric};
use std::ops::Range;

const WORD: u16 = LETTER | MARK | DIGIT | TATWEEL;

/// The words of a text as byte ranges, in order.
pub(super) struct Words<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    /// What stands before this place is no address: a word touches its end.
    no_address: usize,
}

impl<'a> Words<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, bytes: text.as_bytes(), at: 0, no_address: 0 }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn char_before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    /// Passes over letters, digits and marks that need no closer look; says whether there was more
    /// than marks.
    #[inline]
    fn skip_plain(&self, at: usize) -> (usize, bool) {
        let mut classes = 0;
        let mut at = at;
        loop {
            let rest = self.bytes.get(at..).unwrap_or_default();
            let (pairs, _) = rest.as_chunks();
            for &[lead, second] in pairs {
                let class = if matches!(lead, 0xd8..=0xdb) { BLOCK[class_index(lead, second)] } else { 0 };
                if class & WORD == 0 {
                    break;
                }
                classes |= class;
                at += 2;
            }
            if !self.bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
                return (at, classes & (LETTER | DIGIT) != 0);
            }
            classes |= LETTER;
            at += 1;
        }
    }

    /// Reads a word from `start` on.
    fn read(&self, start: usize) -> Read {
        let (mut at, mut has_letter) = self.skip_plain(start);
        let mut end = at;
        // Where the part after the last joining mark begins.
        let mut part = start;
        while let Some(c) = self.char_at(at) {
            let next = at + c.len_utf8();
            if is_ideograph(c) {
                // Each is a word.
                if end == start {
                    (at, end, has_letter) = (next, next, true);
                }
                break;
            } else if is_word_char(c) {
                has_letter |= class(c) & LETTER != 0 || is_alphanumeric(c);
                (at, end) = (next, next);
            } else if is_invisible(c) && c != '\u{200b}' {
                at = next;
                continue;
            } else if at == end && self.joins(c, part, at, next) {
                at = next;
                part = next;
            } else {
                if at == end && self.is_sign_of_number(c, at) {
                    end = self.after_sign(c, next);
                }
                break;
            }
            let (plain, letter) = self.skip_plain(at);
            if plain > at {
                has_letter |= letter;
                (at, end) = (plain, plain);
            }
        }
        Read { end, seen: at.max(end), is_word: has_letter }
    }

    /// Whether `c` at `at` joins what stands on both sides of it into one word.
    fn joins(&self, c: char, part: usize, at: usize, next: usize) -> bool {
        if !matches!(
            c,
            '.' | '۔' | ',' | '،' | ':' | '/' | '٫' | '٬' | '\'' | '’' | '&' | '-' | '‐' | '‑' | '_'
        ) {
            return false;
        }
        let (Some(a), Some(b)) = (self.char_before(at), self.char_at(next)) else { return false };
        let digits = is_digit(a) && is_digit(b);
        let latin = is_latin(a) && is_latin(b);
        match c {
            '.' => digits || latin || self.joins_initials(part, at, next),
            '۔' => digits || self.joins_initials(part, at, next),
            ',' | '،' | ':' | '/' | '٫' | '٬' => digits,
            '\'' | '’' => latin && is_alphabetic(a) && is_alphabetic(b),
            '&' => latin,
            '-' | '‐' | '‑' | '_' => is_word_char(b) && !is_ideograph(b),
            _ => false,
        }
    }

    /// پی۔ٹی۔آئی
    fn joins_initials(&self, part: usize, at: usize, next: usize) -> bool {
        let left = self.text.get(part..at).unwrap_or_default();
        let rest = self.text.get(next..).unwrap_or_default();
        let right = rest.split(|c| class(c) & (LETTER | MARK) == 0).next().unwrap_or_default();
        !right.is_empty() && initials::is_letter_name(left) && initials::is_letter_name(right)
    }

    fn is_sign_of_number(&self, c: char, at: usize) -> bool {
        matches!(c, '%' | '٪' | '‰' | '°' | '$' | '€' | '£' | '₹' | '₨' | '¥')
            && self.char_before(at).is_some_and(is_digit)
    }

    /// Where a number ends with the sign before `next`: ° takes the letter of its scale along.
    fn after_sign(&self, sign: char, next: usize) -> usize {
        let scale = sign == '°' && matches!(self.bytes.get(next), Some(b'C' | b'F'));
        if scale { next + 1 } else { next }
    }

    /// Where a word begins that has a sign before its number, or is a tag, if one begins at `at`.
    fn special_end(&self, c: char, at: usize, next: usize) -> Option<usize> {
        match c {
            '#' | '@' => address::tag_at(self.text, at),
            '$' | '€' | '£' | '₹' | '₨' | '¥' | '+' | '−' | '-' => {
                let bordered = self
                    .char_before(at)
                    .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"'));
                let number = self.char_at(next).is_some_and(is_digit);
                if number && bordered { Some(self.read(next).end) } else { None }
            }
            _ => None,
        }
    }
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        while let Some(&byte) = self.bytes.get(self.at) {
            let start = self.at;
            if byte == b' ' {
                self.at += 1;
                continue;
            }
            let latin = byte.is_ascii_alphanumeric();
            if let Some(end) = if latin { self.address_end(start) } else { None } {
                self.at = end;
                return Some(start..end);
            }
            let (plain, has_letter) = self.skip_plain(start);
            if has_letter && !latin && matches!(self.bytes.get(plain), Some(b' ')) {
                self.at = plain + 1;
                return Some(start..plain);
            }
            let Some(c) = self.char_at(start) else { break };
            let next = start + c.len_utf8();
            if is_word_char(c) {
                let read = self.read(start);
                let is_word = read.is_word && !(latin && self.is_keycap(start));
                // What is no word is passed over whole, so that no part of it is read twice.
                self.at = if is_word { read.end } else { read.seen };
                if is_word {
                    return Some(start..read.end);
                }
                continue;
            }
            let end = self.special_end(c, start, next);
            self.at = end.unwrap_or(next);
            if end.is_some() {
                return Some(start..self.at);
            }
        }
        None
    }
}

/// What was read from the beginning of a word on.
struct Read {
    /// Where the word ends.
    end: usize,
    /// How far the text was looked at.
    seen: usize,
    /// Whether it has a letter or digit: marks and tatweel alone are no word.
    is_word: bool,
}

impl Words<'_> {
    /// The end of an address that begins at `start` and is a word of its own.
    fn address_end(&mut self, start: usize) -> Option<usize> {
        if start < self.no_address {
            return None;
        }
        let end = address::address_at(self.text, start)?;
        let touched = self.char_at(end).is_some_and(is_word_char);
        self.no_address = if touched { end } else { 0 };
        (!touched).then_some(end)
    }

    /// A digit that is an emoji.
    fn is_keycap(&self, at: usize) -> bool {
        self.bytes.get(at + 1).is_some_and(|&b| b >= 0xe2)
            && matches!(self.char_at(at + 1), Some('\u{fe0f}' | '\u{20e3}'))
    }
}

fn is_digit(c: char) -> bool {
    class(c) & DIGIT != 0
}

pub(super) fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && class(c) == 0 && is_alphanumeric(c))
}

fn is_word_char(c: char) -> bool {
    match c as u32 {
        0..=0x7f => c.is_ascii_alphanumeric(),
        0x600..=0x6ff => class(c) & WORD != 0,
        0x2000..=0x206f => false,
        _ => class(c) & WORD != 0 || is_alphanumeric(c) || is_extending(c),
    }
}

/// Marks on letters of other scripts.
fn is_extending(c: char) -> bool {
    let code = c as u32;
    match code {
        0x300..=0x36f
        | 0x483..=0x489
        | 0x591..=0x5bd
        | 0x1ab0..=0x1aff
        | 0x1dc0..=0x1dff
        | 0xfe20..=0xfe2f => code != 0x34f,
        // The nukta and virama of Indic scripts.
        0x900..=0xd7f => matches!(code & 0x7f, 0x3c | 0x4d),
        _ => false,
    }
}

fn is_ideograph(c: char) -> bool {
    matches!(c as u32, 0x3041..=0x309f | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

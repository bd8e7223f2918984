//! Words: after Unicode's text segmentation (UAX #29) where it applies, and better for Urdu.
//!
//! ۔ joins letter names only, a hyphen joins, addresses and numbers with their signs are one word,
//! and ZWNJ and honorifics part nothing.

use super::class::{BLOCK, DIGIT, LETTER, MARK, TATWEEL, class, is_invisible};
use super::{address, initials};
use std::ops::Range;

const WORD: u16 = LETTER | MARK | DIGIT | TATWEEL;

/// The words of a text as byte ranges, in order.
pub(super) struct Words<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Words<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, bytes: text.as_bytes(), at: 0 }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn char_before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    /// Passes over letters, digits and marks that need no closer look.
    #[inline]
    fn skip_plain(&self, mut at: usize) -> usize {
        while let Some(&byte) = self.bytes.get(at) {
            match byte {
                0xd8..=0xdb => {
                    let second = self.bytes.get(at + 1).copied().unwrap_or_default();
                    if BLOCK[usize::from(byte & 3) << 6 | usize::from(second & 0x3f)] & WORD == 0 {
                        break;
                    }
                    at += 2;
                }
                _ if byte.is_ascii_alphanumeric() => at += 1,
                _ => break,
            }
        }
        at
    }

    /// Where the word ends that begins at `start`; none where no word is.
    fn word_end(&self, start: usize) -> Option<usize> {
        let mut at = start;
        let mut end = start;
        let mut has_letter = false;
        // Where the part after the last joining mark begins.
        let mut part = start;
        loop {
            let plain = self.skip_plain(at);
            if plain > at {
                has_letter = has_letter || self.has_letter(at, plain);
                (at, end) = (plain, plain);
            }
            let Some(c) = self.char_at(at) else { break };
            let next = at + c.len_utf8();
            if is_ideograph(c) {
                // Each is a word.
                if end == start {
                    return Some(next);
                }
                break;
            } else if is_word_char(c) {
                has_letter |= class(c) & LETTER != 0 || c.is_alphanumeric();
                (at, end) = (next, next);
            } else if is_invisible(c) && c != '\u{200b}' {
                at = next;
            } else if at == end && self.joins(c, part, at, next) {
                at = next;
                part = next;
            } else {
                if self.is_sign_of_number(c, at) && at == end {
                    end = self.after_sign(c, next);
                }
                break;
            }
        }
        has_letter.then_some(end)
    }

    /// Marks and tatweel alone are no word.
    fn has_letter(&self, from: usize, to: usize) -> bool {
        let chars = self.text.get(from..to).unwrap_or_default().chars();
        chars.into_iter().any(|c| c.is_ascii_alphanumeric() || class(c) & (LETTER | DIGIT) != 0)
    }

    /// Whether `c` at `at` joins what stands on both sides of it into one word.
    fn joins(&self, c: char, part: usize, at: usize, next: usize) -> bool {
        let (Some(a), Some(b)) = (self.char_before(at), self.char_at(next)) else { return false };
        let digits = is_digit(a) && is_digit(b);
        let latin = is_latin(a) && is_latin(b);
        match c {
            '.' => digits || latin || self.joins_initials(part, at, next),
            '۔' => digits || self.joins_initials(part, at, next),
            ',' | '،' | ':' | '/' | '٫' | '٬' => digits,
            '\'' | '’' => latin && a.is_alphabetic() && b.is_alphabetic(),
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
        initials::is_letter_name(left) && initials::is_letter_name(right)
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
                if number && bordered { self.word_end(next) } else { None }
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
            if byte.is_ascii_alphanumeric() {
                let end = address::address_at(self.text, start)
                    .filter(|end| !self.text.get(*end..).is_some_and(|rest| rest.starts_with(is_word_char)))
                    .or_else(|| self.word_end(start));
                let end = if self.is_keycap(start) { None } else { end };
                self.at = end.unwrap_or(start + 1);
                if end.is_some() {
                    return Some(start..self.at);
                }
                continue;
            }
            let Some(c) = self.char_at(start) else { break };
            let next = start + c.len_utf8();
            let end = if is_word_char(c) { self.word_end(start) } else { self.special_end(c, start, next) };
            if let Some(end) = end {
                self.at = end;
                return Some(start..end);
            }
            // What is no word is passed over whole, so that no part of it is read twice.
            self.at = if is_word_char(c) { self.skip_plain(start).max(next) } else { next };
        }
        None
    }
}

impl Words<'_> {
    /// A digit that is an emoji.
    fn is_keycap(&self, at: usize) -> bool {
        self.bytes.get(at + 1).is_some_and(|&b| b >= 0xe2)
            && matches!(self.char_at(at + 1), Some('\u{fe0f}' | '\u{20e3}'))
    }
}

fn is_digit(c: char) -> bool {
    class(c) & DIGIT != 0
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || (c.is_alphanumeric() && class(c) == 0)
}

fn is_word_char(c: char) -> bool {
    match c as u32 {
        0..=0x7f => c.is_ascii_alphanumeric(),
        0x600..=0x6ff => class(c) & WORD != 0,
        _ => class(c) & WORD != 0 || c.is_alphanumeric() || is_extending(c),
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

//! The fast road: finds the next place where something may have to change.
//!
//! Clean text is only read, byte by byte through two tables; whatever could change is left to the
//! cluster to decide. So a place that is reported may stay as it is, but none is passed over.

use super::class::{
    ARABIC, BLOCK, COMBINING, DIACRITIC, DIGIT, HAMZA, INVISIBLE, LETTER, MARK, SEPARATOR, SPELLING, STOP,
    TATWEEL,
};
use super::class::{class, class_index, is_script, joins_back, joins_forward};
use super::forms;
use crate::options::{Diacritics, Digits, NormalizeOptions};

/// What the first byte of a character says of it.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Lead {
    /// Nothing is ever done to it.
    Plain,
    /// U+0600..=U+06FF.
    Arabic,
    Space,
    Newline,
    /// Another ASCII character.
    Ascii,
    /// A digit.
    Digit,
    /// The first byte of a longer character.
    Long,
}

static LEAD: [Lead; 256] = leads();

const fn leads() -> [Lead; 256] {
    let mut table = [Lead::Plain; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b' ' => Lead::Space,
            b'\n' => Lead::Newline,
            b'0'..=b'9' => Lead::Digit,
            0..=0x1f | 0x7f => Lead::Ascii,
            b'.' | b',' | b';' | b'?' | b':' | b'!' | b'"' | b'\'' | b'`' | b'&' => Lead::Ascii,
            b'(' | b'[' | b'{' | b')' | b']' | b'}' => Lead::Ascii,
            0xd8..=0xdb => Lead::Arabic,
            0xc2 | 0xcd | 0xe1 | 0xe2 | 0xe3 | 0xef | 0xf3 => Lead::Long,
            _ => Lead::Plain,
        };
        byte += 1;
    }
    table
}

/// A text, and what is looked for in it.
pub(super) struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    /// Classes of the Arabic block that may have to change.
    mask: u16,
    digits: bool,
    options: &'a NormalizeOptions,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str, options: &'a NormalizeOptions) -> Self {
        let mut mask = 0;
        let mut look_for = |wanted: bool, classes: u16| mask |= if wanted { classes } else { 0 };
        look_for(options.letters, ARABIC | TATWEEL | COMBINING | HAMZA);
        look_for(options.invisible, INVISIBLE);
        look_for(options.spacing || options.punctuation, STOP);
        look_for(options.spelling, SPELLING);
        look_for(options.digits != Digits::Keep, DIGIT);
        look_for(options.digits == Digits::Western, SEPARATOR);
        look_for(options.diacritics == Diacritics::Strip, DIACRITIC);
        Self { text, bytes: text.as_bytes(), mask, digits: options.digits == Digits::Urdu, options }
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(b'\n')
    }

    /// The byte before `at`; a line break at the start.
    fn byte_before(&self, at: usize) -> u8 {
        at.checked_sub(1).map_or(b'\n', |at| self.byte(at))
    }

    /// The class of the character of the Arabic block at `at`; none for any other.
    #[inline]
    fn arabic(&self, at: usize) -> u16 {
        match self.bytes.get(at..at + 2) {
            Some(&[lead @ 0xd8..=0xdb, second]) => BLOCK[class_index(lead, second)],
            _ => 0,
        }
    }

    /// The class of the character of the Arabic block that ends at `at`.
    fn arabic_before(&self, at: usize) -> u16 {
        at.checked_sub(2).map_or(0, |at| self.arabic(at))
    }

    /// The next place from `at` on that needs a closer look. `anchor` becomes the last place before
    /// it behind which a word begins that nothing can take from its place.
    #[inline]
    pub(super) fn next(&self, mut at: usize, anchor: &mut usize) -> Option<usize> {
        loop {
            // Most of a text: letters that stay as they are.
            let mut rest = self.bytes.get(at..)?;
            while let &[lead @ 0xd8..=0xdb, second, ref tail @ ..] = rest {
                let class = BLOCK[class_index(lead, second)];
                if class & self.mask != 0 {
                    let here = self.bytes.len() - rest.len();
                    if self.arabic_needs(here, class) {
                        return Some(here);
                    }
                }
                rest = tail;
            }
            at = self.bytes.len() - rest.len();
            let byte = *rest.first()?;
            match LEAD[byte as usize] {
                Lead::Plain | Lead::Arabic => at += 1,
                Lead::Space => {
                    if self.is_safe(at + 1) && self.byte_before(at) != b'\n' {
                        *anchor = at + 1;
                    } else if self.options.spacing && self.space_needs(at) {
                        return Some(at);
                    }
                    at += 1;
                }
                Lead::Newline => {
                    at += 1;
                    *anchor = at;
                }
                Lead::Digit => {
                    if self.digits {
                        return Some(at);
                    }
                    at += 1;
                }
                Lead::Ascii => {
                    if self.ascii_needs(at, byte) {
                        return Some(at);
                    }
                    at += 1;
                }
                Lead::Long => {
                    if self.long_needs(at, byte) {
                        return Some(at);
                    }
                    at += 1;
                }
            }
        }
    }

    /// Whether a letter or digit stands at `at` that stays the beginning of a word.
    pub(super) fn is_safe(&self, at: usize) -> bool {
        self.byte(at).is_ascii_alphanumeric() || {
            let class = self.arabic(at);
            class & (LETTER | DIGIT) != 0 && class & COMBINING == 0
        }
    }

    fn arabic_needs(&self, at: usize, class: u16) -> bool {
        if class & STOP != 0 {
            return self.stop_needs(at);
        }
        if class & HAMZA != 0 {
            return matches!(
                self.bytes.get(at + 2..at + 4),
                Some(b"\xdb\x8c" | b"\xdb\x92" | b"\xd9\x8a" | b"\xd9\x89")
            );
        }
        if class & self.mask == SPELLING {
            return self.spelling_needs(at);
        }
        true
    }

    fn spelling_needs(&self, at: usize) -> bool {
        match self.bytes.get(at..at + 2) {
            // ے: only in the words that are joined with لیے.
            Some(b"\xdb\x92") => {
                at >= 6
                    && self.bytes.get(at - 4..at) == Some("لی".as_bytes())
                    && self.arabic(at - 6) & LETTER != 0
            }
            // ھ: only at the start of a word.
            Some(b"\xda\xbe") => self.arabic_before(at) & LETTER == 0,
            _ => true,
        }
    }

    /// ، ۔ ؟ ؛ with a word before and a space after are as they should be.
    fn stop_needs(&self, at: usize) -> bool {
        const CLOSE: Option<&[u8]> = Some("”".as_bytes());
        let prev = self.byte_before(at);
        let after_word = self.arabic_before(at) & (LETTER | MARK | DIGIT) != 0
            || prev.is_ascii_alphanumeric()
            || prev == b')'
            || at.checked_sub(3).and_then(|from| self.bytes.get(from..at)) == CLOSE;
        let settled =
            matches!(self.byte(at + 2), b' ' | b'\n' | b')') || self.bytes.get(at + 2..at + 5) == CLOSE;
        !(after_word && settled)
    }

    /// A space may go before a mark, beside another one and at the ends of a line.
    fn space_needs(&self, at: usize) -> bool {
        self.byte_before(at) == b'\n'
            || matches!(self.byte(at + 1), b' ' | b'\n' | b'\r' | b')' | b']' | b'}' | b':' | b'!')
            || self.arabic(at + 1) & STOP != 0
            || matches!(self.bytes.get(at + 1..at + 4), Some(b"\xe2\x80\xa8" | b"\xe2\x80\xa9"))
    }

    fn ascii_needs(&self, at: usize, byte: u8) -> bool {
        let prev = self.byte_before(at);
        let next = self.byte(at + 1);
        let options = self.options;
        let latin = prev.is_ascii_alphabetic();
        match byte {
            b'.' | b',' => options.punctuation && !latin && !(prev.is_ascii_digit() && next.is_ascii_digit()),
            b';' | b'?' => options.punctuation && !latin,
            b':' => self.colon_needs(at, prev, next),
            b'!' => {
                let after_word = self.arabic_before(at) & (LETTER | MARK) != 0 || latin;
                (options.spacing || options.punctuation) && !(after_word && matches!(next, b' ' | b'\n'))
            }
            b'"' => options.spacing || options.punctuation,
            b'\'' => options.punctuation && (prev == b'\'' || next == b'\''),
            b'`' => true,
            b'&' => options.entities && (next == b'#' || next.is_ascii_alphabetic()),
            b'(' | b'[' | b'{' => {
                let touches = || self.text.get(..at).is_some_and(|text| text.ends_with(is_script));
                options.spacing && (next == b' ' || (byte == b'(' && touches()))
            }
            b')' | b']' | b'}' => {
                options.spacing && next >= 0x80 && self.text[at + 1..].starts_with(is_script)
            }
            b'\r' => options.spacing,
            b'\t' | 0xb | 0xc => options.spacing,
            _ => options.invisible,
        }
    }

    fn colon_needs(&self, at: usize, prev: u8, next: u8) -> bool {
        let options = self.options;
        let latin = prev.is_ascii_alphanumeric() && (next.is_ascii() && next != b':');
        let after_word = self.arabic_before(at) & (LETTER | MARK | DIGIT) != 0 || prev == b')';
        (options.spacing || options.punctuation) && !latin && !(after_word && matches!(next, b' ' | b'\n'))
    }

    /// Characters of three bytes and more, and of Latin-1.
    fn long_needs(&self, at: usize, lead: u8) -> bool {
        let options = self.options;
        let second = self.byte(at + 1);
        let third = self.byte(at + 2);
        match (lead, second, third) {
            (0xc2, 0xa0, _) => options.spacing,
            (0xc2, 0x80..=0x9f | 0xad, _) | (0xcd, 0x8f, _) => options.invisible,
            (0xe1, 0x9a, 0x80) => options.spacing,
            (0xe1, 0xa0, 0x8e) => options.invisible,
            (0xe2, 0x80, 0x80..=0x8a | 0xa8 | 0xa9 | 0xaf) | (0xe2, 0x81, 0x9f) | (0xe3, 0x80, 0x80) => {
                options.spacing
            }
            (0xe2, 0x80, 0x8c) => options.invisible && !self.parts_letters(at),
            (0xe2, 0x80, 0x8b..=0x8f | 0xaa..=0xae) | (0xe2, 0x81, 0xa0..=0xaf) => options.invisible,
            (0xe2, 0x80, 0x98 | 0x99) => {
                options.punctuation && self.bytes.get(at..at + 3) == self.bytes.get(at + 3..at + 6)
            }
            (0xe2, 0x80, 0x9c) => (options.punctuation || options.spacing) && !self.opens_cleanly(at),
            (0xe2, 0x80, 0x9d) => (options.punctuation || options.spacing) && !self.closes_cleanly(at),
            (0xef, 0xbf, 0xb9..=0xbc) | (0xef, 0xb8, 0x80..=0x8f) | (0xef, 0xbb, 0xbf) => options.invisible,
            (0xef, 0xac..=0xbb, _) => {
                options.letters && self.text.get(at..at + 3).is_some_and(|c| c.chars().any(forms::is_form))
            }
            (0xf3, 0xa0, _) => options.invisible,
            _ => false,
        }
    }

    /// A ZWNJ between two letters of Urdu that would join.
    fn parts_letters(&self, at: usize) -> bool {
        let before = self.text.get(..at).and_then(|text| text.chars().next_back());
        let after = self.text.get(at + 3..).and_then(|text| text.chars().next());
        before.is_some_and(|c| is_script(c) && joins_forward(c))
            && after.is_some_and(|c| class(c) & TATWEEL == 0 && joins_back(c))
    }

    /// “ before a word and after a space.
    fn opens_cleanly(&self, at: usize) -> bool {
        matches!(self.byte_before(at), b' ' | b'\n' | b'(') && self.is_safe(at + 3)
    }

    /// ” after a word or mark and before a space.
    fn closes_cleanly(&self, at: usize) -> bool {
        let class = self.arabic_before(at);
        let after_word = class & (LETTER | MARK | DIGIT | STOP) != 0
            || matches!(self.byte_before(at), b'!' | b')')
            || self.byte_before(at).is_ascii_alphanumeric();
        after_word && (matches!(self.byte(at + 3), b' ' | b'\n' | b')') || self.arabic(at + 3) & STOP != 0)
    }

    /// Where the cluster around `at` ends: behind the next space that a word follows which nothing
    /// can take from its place, or at the end of the line.
    pub(super) fn cluster_end(&self, at: usize) -> usize {
        let mut end = at;
        while let Some(&byte) = self.bytes.get(end) {
            if byte == b' ' && self.is_safe(end + 1) {
                return end + 1;
            }
            if self.breaks_line(end, byte) {
                return end;
            }
            end += 1;
        }
        end
    }

    /// Whether a line break begins at `at`.
    pub(super) fn breaks_line(&self, at: usize, byte: u8) -> bool {
        match byte {
            b'\n' | b'\r' => true,
            0xe2 => matches!(self.bytes.get(at..at + 3), Some(b"\xe2\x80\xa8" | b"\xe2\x80\xa9")),
            _ => false,
        }
    }
}

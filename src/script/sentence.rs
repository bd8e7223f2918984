//! Sentences: after Unicode's text segmentation (UAX #29) where it applies, and better for Urdu.
//!
//! A line ends a sentence, for verse and headlines have no marks. A mark ends one unless it belongs
//! to a number, an abbreviation, an address or an aside in brackets, or the sentence goes on after it.

use super::address;
use super::class::{DIGIT, LETTER, class, is_invisible, is_line_break, is_script};
use super::initials;
use super::word::is_latin;
use crate::script::unicode::is_alphanumeric;
use std::ops::Range;

/// An aside in brackets is not longer than this, in bytes.
const LONGEST_ASIDE: usize = 800;
/// How far a verb of saying is looked for after a quotation, in bytes.
const SAYING_REACH: usize = 120;

/// The number of a list is not longer than this with its brackets, in bytes.
const LONGEST_LABEL: usize = 24;

/// Words that go on with the sentence before a quotation.
static CLITICS: [&str; 12] = ["کا", "کے", "کی", "کو", "سے", "میں", "پر", "نے", "تک", "بھی", "ہی", "جیسے"];

/// Verbs of saying, as they end the clause after a quotation.
static SAYINGS: [&str; 17] = [
    "کہا",
    "کہتے",
    "کہتی",
    "کہتا",
    "پوچھا",
    "بولا",
    "بولی",
    "بولے",
    "پکارا",
    "چلایا",
    "بتایا",
    "لکھا",
    "دیا",
    "کہنا",
    "ہیں",
    "ہے",
    "تھا",
];

/// The sentences of a text as byte ranges, in order.
pub(super) struct Sentences<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    /// Whether a " is open in the line.
    straight: bool,
    /// Where the last initial ended that ended no sentence.
    initial: usize,
    /// How far brackets have been looked for, and the one found there.
    searched: usize,
    bracket: Option<usize>,
}

/// Bytes at which the scan stops: ASCII marks and breaks, the second bytes of ۔ and ؟, and the first
/// of the punctuation block.
static STOPS: [bool; 256] = stops();

const fn stops() -> [bool; 256] {
    let mut table = [false; 256];
    let bytes = [b'\n', b'\r', b'.', b'?', b'!', b':', b'(', b'"', 0x94, 0x9f, 0xe2];
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    table
}

/// The marks that stand together at one place.
struct Run {
    start: usize,
    end: usize,
    /// ؟ ? !
    strong: bool,
    /// …, or three full stops and more.
    ellipsis: bool,
    /// One full stop alone.
    single: bool,
}

impl<'a> Sentences<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, bytes: text.as_bytes(), at: 0, straight: false, initial: 0, searched: 0, bracket: None }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn char_before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    /// The first place from `at` on that is no space inside the line.
    fn skip_space(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        at + rest.len() - rest.trim_start_matches(|c| is_space(c) && !is_line_break(c)).len()
    }

    fn ends_line(&self, at: usize) -> bool {
        self.char_at(at).is_none_or(is_line_break)
    }

    /// Where the sentence ends that begins at `start`.
    fn end_of(&mut self, start: usize) -> usize {
        let mut at = start;
        while let Some(rest) = self.bytes.get(at..) {
            let Some(plain) = rest.iter().position(|&byte| STOPS[byte as usize]) else { break };
            at += plain;
            match rest[plain] {
                b'\n' | b'\r' => {
                    self.straight = false;
                    return at;
                }
                b':' => at = self.after_address(at),
                b'(' => at = self.after_aside(start, at),
                b'"' => {
                    self.straight = !self.straight;
                    at += 1;
                }
                0xe2 if matches!(self.bytes.get(at + 1..at + 3), Some(b"\x80\xa8" | b"\x80\xa9")) => {
                    return at;
                }
                _ => match self.run_at(at) {
                    Some(run) => match self.boundary(start, &run) {
                        Ok(end) => return end,
                        Err(next) => at = next,
                    },
                    None => at += 1,
                },
            }
        }
        self.bytes.len()
    }

    fn after_address(&self, colon: usize) -> usize {
        let address = self.bytes.get(colon + 1..colon + 3) == Some(b"//");
        if address { address::address_end(self.text, colon + 3).max(colon + 1) } else { colon + 1 }
    }

    /// Behind an aside in brackets in mid-sentence, whose marks do not end the sentence.
    fn after_aside(&mut self, start: usize, open: usize) -> usize {
        let limit = (open + LONGEST_ASIDE).min(self.bytes.len());
        if self.bracket.is_none_or(|at| at < open) && self.searched < limit {
            let from = self.searched.max(open);
            let found = self.bytes[from..limit].iter().position(|&b| matches!(b, b')' | b'\n'));
            self.bracket = found.map(|at| from + at);
            self.searched = found.map_or(limit, |at| from + at + 1);
        }
        match self.bracket {
            Some(close) if close > open && close < limit && self.bytes[close] == b')' && start < open => {
                close + 1
            }
            _ => open + 1,
        }
    }

    /// The marks that stand together around the byte at `at`.
    fn run_at(&self, at: usize) -> Option<Run> {
        let start = match self.bytes[at] {
            0x94 | 0x9f => at.checked_sub(1)?,
            _ => at,
        };
        let (mut dots, mut strong, mut ellipsis, mut end) = (0, false, false, start);
        for c in self.text.get(start..)?.chars() {
            match c {
                '۔' | '.' => dots += 1,
                '؟' | '?' | '!' => strong = true,
                '…' => ellipsis = true,
                _ => break,
            }
            end += c.len_utf8();
        }
        let single = dots == 1 && !strong && !ellipsis;
        (end > start).then_some(Run {
            start,
            end,
            strong,
            ellipsis: !strong && (ellipsis || dots >= 3),
            single,
        })
    }

    /// Where the sentence ends with these marks, or else where to look on.
    fn boundary(&mut self, start: usize, run: &Run) -> Result<usize, usize> {
        if run.single && self.belongs_to_word(start, run) {
            self.initial = run.end;
            return Err(run.end);
        }
        let (a, b) = (self.char_before(run.start), self.char_at(run.end));
        // Marks inside an address, a number or a word of another script; and a lost emoji.
        let tight = |c: char| is_latin(c) || matches!(c, '/' | '=' | '&' | '_' | '-');
        let inside = a.is_some_and(tight) && b.is_some_and(tight);
        let lost = run.strong && b == Some('\u{fe0f}');
        if inside || lost {
            return Err(run.end);
        }
        let end = self.after_closers(run.end);
        if self.ends_line(self.skip_space(end)) {
            return Ok(end);
        }
        if run.ellipsis || self.goes_on(start, run, end) {
            return Err(end);
        }
        Ok(end)
    }

    /// Behind the quotation marks and brackets that close after a mark.
    fn after_closers(&mut self, mut at: usize) -> usize {
        loop {
            let spaced = self.skip_space(at);
            let closer = if spaced > at { spaced } else { at };
            let Some(c) = self.char_at(closer) else { return at };
            let next = closer + c.len_utf8();
            let before_space =
                self.char_at(next).is_none_or(|c| is_space(c) || matches!(c, '،' | '۔' | ')' | '”'));
            let closes = match c {
                '”' | '»' => spaced == at || before_space,
                ')' | ']' | '}' | '’' | '›' => spaced == at,
                '“' | '\'' | '‘' => spaced == at && before_space,
                '"' => self.straight && (spaced == at || before_space),
                '\u{200c}'..='\u{200f}' | '\u{202c}' | '\u{2069}' => spaced == at,
                _ => false,
            };
            if !closes {
                return at;
            }
            if c == '"' {
                self.straight = false;
            }
            at = next;
        }
    }

    /// Whether the sentence goes on at `end`, behind its mark and what closed there.
    fn goes_on(&self, start: usize, run: &Run, end: usize) -> bool {
        let next = self.skip_space(end);
        let rest = self.text.get(next..).unwrap_or_default();
        if rest.starts_with(['،', ',', '؛', ';', ':']) {
            return true;
        }
        if end == run.end {
            let latin = self
                .text
                .get(..run.start)
                .is_some_and(|text| text.ends_with(|c: char| c.is_ascii_alphabetic()));
            return run.single && latin && next > end && rest.starts_with(|c: char| c.is_ascii_lowercase());
        }
        let word = rest.split(|c| !is_script(c)).next().unwrap_or_default();
        let quoted = self.char_at(start).is_some_and(|c| matches!(c, '“' | '"' | '‘' | '«' | '”'));
        CLITICS.contains(&word) || (quoted && self.is_saying(next))
    }

    /// Whether a short clause with a verb of saying begins at `at`.
    fn is_saying(&self, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or_default();
        let ends = |&(length, c): &(usize, char)| {
            length > SAYING_REACH || matches!(c, '۔' | '.' | '؟' | '!' | '\n' | '“' | '"')
        };
        let length = rest.char_indices().find(ends).map_or(rest.len(), |(length, _)| length);
        let clause = rest.get(..length).unwrap_or_default();
        let mut words = clause.split_whitespace().rev();
        let last = words.next().unwrap_or_default();
        let said = |word: &str| SAYINGS[..13].contains(&word);
        clause.len() <= SAYING_REACH
            && (said(last) || (SAYINGS[13..].contains(&last) && words.next().is_some_and(said)))
    }

    /// A full stop that belongs to the word before it: of a number, a list, a title or initials.
    fn belongs_to_word(&self, start: usize, run: &Run) -> bool {
        let at = run.start;
        let (before, after) = (self.char_before(at), self.char_at(run.end));
        let is_digit = |c: Option<char>| c.is_some_and(|c| class(c) & DIGIT != 0);
        if is_digit(before) && is_digit(after) {
            return true;
        }
        if self.ends_line(self.skip_space(run.end)) {
            return false;
        }
        let label = self.text.get(start..at).filter(|label| label.len() <= LONGEST_LABEL);
        let label = label.unwrap_or_default().trim_start_matches(['(', '[']);
        if is_label(label.trim_end_matches([' ', ')', ']'])) {
            return true;
        }
        match before {
            Some(c) if c.is_ascii_alphabetic() => self.bytes[at] == b'.' && self.is_latin_abbreviation(at),
            Some(c) if is_script(c) => self.is_initial_or_title(at, run.end),
            _ => false,
        }
    }

    fn is_latin_abbreviation(&self, at: usize) -> bool {
        let reach = at.saturating_sub(16);
        let length =
            self.bytes[reach..at].iter().rev().take_while(|b| b.is_ascii_alphabetic() || **b == b'.').count();
        let word = self.text.get(at - length..at).unwrap_or_default();
        let short = word
            .split('.')
            .all(|part| part.len() <= 2 || (part.len() == 3 && word.contains('.') && part != "com"));
        (short && (word.contains('.') || word.len() == 1)) || initials::is_latin_abbreviation(word)
    }

    fn is_initial_or_title(&self, at: usize, end: usize) -> bool {
        let head = self.text.get(..at).unwrap_or_default();
        let letters = head.chars().rev().take(16).take_while(|&c| is_script(c));
        let from = at - letters.map(char::len_utf8).sum::<usize>();
        let left = self.text.get(from..at).unwrap_or_default();
        if initials::is_title(left) {
            return self.char_at(end) == Some(' ');
        }
        if !initials::is_letter_name(left) {
            return false;
        }
        let alone = left.chars().nth(1).is_none();
        let space = |c: char| is_space(c) && !is_line_break(c);
        let in_chain = self.initial > 0 && head[..from].trim_end_matches(space).len() == self.initial;
        alone || in_chain || self.next_is_initial(end)
    }

    /// Whether a letter name follows at `end`, and, after a space, a full stop behind it.
    fn next_is_initial(&self, end: usize) -> bool {
        let from = self.skip_space(end);
        let rest = self.text.get(from..).unwrap_or_default();
        let letters = rest.chars().take(9).take_while(|&c| is_script(c));
        let length = letters.map(char::len_utf8).sum::<usize>();
        let right = rest.get(..length).unwrap_or_default();
        let dotted = rest.get(length..).is_some_and(|rest| rest.starts_with(['۔', '.']));
        initials::is_letter_name(right) && (from == end || dotted)
    }
}

/// 1, 12, الف, ب: the number of a list.
fn is_label(text: &str) -> bool {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (None, _) => false,
        (Some(c), None) => class(c) & (LETTER | DIGIT) != 0 || c.is_ascii_alphanumeric(),
        _ => text.len() <= 12 && (text.chars().all(|c| class(c) & DIGIT != 0) || text == "الف"),
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

impl Iterator for Sentences<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        loop {
            let rest = self.text.get(self.at..)?;
            let start =
                self.at + rest.len() - rest.trim_start_matches(|c| is_space(c) || is_invisible(c)).len();
            if start == self.text.len() {
                self.at = start;
                return None;
            }
            let end = self.end_of(start);
            self.at = end.max(start + 1);
            let sentence = self.text.get(start..end).unwrap_or_default().trim_end_matches(is_space);
            if sentence.chars().any(|c| class(c) & (LETTER | DIGIT) != 0 || is_alphanumeric(c)) {
                return Some(start..start + sentence.len());
            }
        }
    }
}

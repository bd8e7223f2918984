//! Quotation marks: pairs of which one half is of another kind than the other.

use super::class::{LETTER, class};
use super::cluster::Tape;
use super::line;
use crate::article::ChangeKind::Punctuation;
use crate::sort;

/// Quotations deeper than this are not followed.
const DEEPEST: usize = 8;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// “
    Open,
    /// ”
    Close,
    /// "
    Straight,
    /// Two single ones for a double one.
    Doubled,
}

#[derive(Clone, Copy)]
struct Quote {
    /// Its position in the cluster; none where it stands before it.
    at: Option<usize>,
    kind: Kind,
    can_open: bool,
    can_close: bool,
    /// How many letters of the script stand before it.
    letters: usize,
    /// In a protected span.
    kept: bool,
}

/// What of the line lies before a cluster and is open still.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Before {
    read: usize,
    /// How many “ are open.
    pub open: usize,
    /// How many ” are open, with “ to close them, as Urdu typesetting on paper has it: ”کون؟“
    pub turned: usize,
    /// Whether a " is open.
    pub straight: bool,
    /// How many embeddings of another direction are open.
    pub embeddings: usize,
}

impl Before {
    /// Reads one more character.
    pub(super) fn pass(&mut self, c: char) {
        match c {
            '“' if self.turned > 0 => self.turned -= 1,
            '“' => self.open += 1,
            '”' if self.open > 0 => self.open -= 1,
            '”' => self.turned += 1,
            '"' => self.straight = !self.straight,
            _ => {}
        }
    }

    /// Reads on to the end of `text`, which has only grown since the last time.
    pub(super) fn read(&mut self, text: &str) {
        let start = line::start(text.as_bytes(), self.read.min(text.len()));
        if start > self.read {
            *self = Self::default();
        }
        let mut rest = text.as_bytes().get(start..).unwrap_or_default();
        while let Some(at) = rest.iter().position(|byte| matches!(byte, b'"' | 0xe2)) {
            rest = &rest[at..];
            match *rest {
                [b'"', ..] => self.pass('"'),
                [0xe2, 0x80, 0x9c, ..] => self.pass('“'),
                [0xe2, 0x80, 0x9d, ..] => self.pass('”'),
                [0xe2, 0x80, 0xaa | 0xab | 0xad | 0xae, ..] | [0xe2, 0x81, 0xa6..=0xa8, ..] => {
                    self.embeddings += 1
                }
                [0xe2, 0x80, 0xac, ..] | [0xe2, 0x81, 0xa9, ..] => {
                    self.embeddings = self.embeddings.saturating_sub(1);
                }
                _ => {}
            }
            rest = &rest[1..];
        }
        self.read = text.len();
    }
}

/// Whether a stretch has quotation marks or embeddings, or what may be decoded to some.
pub(super) fn may_pair(text: &str) -> bool {
    let pairs = |c| matches!(c, '"' | '“' | '”' | '&' | '\'' | '’' | '‘' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.bytes().any(|byte| matches!(byte, b'"' | b'\'' | b'&' | 0xe2)) && text.contains(pairs)
}

/// Makes both halves of a mismatched pair “ and ”.
pub(super) fn pair(tape: &mut Tape, before: &Before) {
    let changes = changes(tape, before);
    let mut changes = changes.into_iter().peekable();
    while tape.current().is_some() {
        match changes.next_if(|change| change.0 == tape.position()) {
            Some((_, 2, quote)) => tape.merge(2, quote, Punctuation),
            Some((_, _, quote)) => tape.replace(quote, Punctuation),
            None => tape.keep(),
        }
    }
}

/// Positions, lengths and new marks, in order.
fn changes(tape: &Tape, before: &Before) -> Vec<(usize, usize, char)> {
    let mut changes = Vec::new();
    let outside =
        Quote { at: None, kind: Kind::Open, can_open: true, can_close: false, letters: 0, kept: false };
    let mut open = vec![outside; before.open.min(DEEPEST)];
    let mut letters = 0;
    let mut at = 0;
    while let Some(atom) = tape.all().get(at) {
        letters += usize::from(class(atom.ch) & LETTER != 0);
        let Some(kind) = kind(tape, at) else {
            at += 1;
            continue;
        };
        let length = if kind == Kind::Doubled { 2 } else { 1 };
        let quote = Quote { kept: atom.kept, ..read(tape, at, length, kind, letters) };
        at += length;
        match open.last() {
            Some(&opener) if closes(&opener, &quote) => {
                open.pop();
                set(&opener, &quote, &mut changes);
            }
            _ if opens(&quote) && open.len() < DEEPEST => open.push(quote),
            _ => {}
        }
    }
    sort::by_place(&mut changes, |change| change.0);
    changes
}

fn kind(tape: &Tape, at: usize) -> Option<Kind> {
    let c = tape.all().get(at)?.ch;
    match c {
        '“' => Some(Kind::Open),
        '”' => Some(Kind::Close),
        '"' => Some(Kind::Straight),
        '\'' | '’' | '‘' => {
            let next = tape.all().get(at + 1).is_some_and(|next| next.ch == c);
            next.then_some(Kind::Doubled)
        }
        _ => None,
    }
}

fn read(tape: &Tape, at: usize, length: usize, kind: Kind, letters: usize) -> Quote {
    let prev = match at.checked_sub(1) {
        Some(prev) => tape.all().get(prev).map(|atom| atom.ch),
        None => tape.before(),
    };
    let next = tape.all().get(at + length).map(|atom| atom.ch).or(tape.after());
    let spaced = |c: Option<char>| c.is_none_or(|c| c.is_whitespace());
    let after_opening =
        spaced(prev) || prev.is_some_and(|c| is_stop(c) || matches!(c, '(' | '[' | '-' | '–' | '—'));
    let before_closing =
        spaced(next) || next.is_some_and(|c| is_stop(c) || matches!(c, ')' | ']' | '-' | '–' | '—'));
    Quote {
        at: Some(at),
        kind,
        can_open: after_opening && !spaced(next),
        can_close: before_closing && !spaced(prev),
        letters,
        kept: false,
    }
}

fn is_stop(c: char) -> bool {
    matches!(c, '،' | '۔' | '؟' | '؛' | ':' | '!' | '.' | ',' | '?' | ';' | '…')
}

fn closes(opener: &Quote, quote: &Quote) -> bool {
    match quote.kind {
        Kind::Close => true,
        Kind::Open => (quote.can_close && !quote.can_open) || opener.kind == Kind::Close,
        Kind::Straight | Kind::Doubled => {
            quote.can_close || !quote.can_open || (opener.kind == quote.kind && !opener.can_close)
        }
    }
}

fn opens(quote: &Quote) -> bool {
    match quote.kind {
        Kind::Open => true,
        Kind::Close => quote.can_open && !quote.can_close,
        Kind::Straight => quote.can_open || !quote.can_close,
        Kind::Doubled => quote.can_open,
    }
}

/// Changes the halves of a pair that do not match, around Urdu.
fn set(opener: &Quote, closer: &Quote, changes: &mut Vec<(usize, usize, char)>) {
    let matches = match (opener.kind, closer.kind) {
        (Kind::Open, Kind::Close) | (Kind::Straight, Kind::Straight) => true,
        // As Urdu typesetting on paper has them.
        (Kind::Close, Kind::Open) => true,
        // What is protected stays, and the other half follows it only if it is right.
        _ => {
            closer.letters == opener.letters
                || (opener.kept && opener.kind != Kind::Open)
                || (closer.kept && closer.kind != Kind::Close)
        }
    };
    if matches {
        return;
    }
    for (quote, mark) in [(opener, '“'), (closer, '”')] {
        let length = if quote.kind == Kind::Doubled { 2 } else { 1 };
        if let Some(at) = quote.at.filter(|_| !quote.kept) {
            changes.push((at, length, mark));
        }
    }
}

/// Whether a line has " in an even number.
pub(super) fn are_even(line: impl Iterator<Item = char>) -> bool {
    let count = line.filter(|&c| c == '"').count();
    count > 0 && count.is_multiple_of(2)
}

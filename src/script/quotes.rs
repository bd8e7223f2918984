//! Quotation marks: pairs of which one half is of another kind than the other.

use super::class::{LETTER, class};
use super::cluster::Tape;
use crate::article::ChangeKind::Punctuation;

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
}

/// What of the line's quotation marks lies before a cluster.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Before {
    read: usize,
    /// How many “ are open.
    pub open: usize,
    /// Whether a " is open.
    pub straight: bool,
}

impl Before {
    /// Reads on to the end of `text`, which has only grown since the last time.
    pub(super) fn read(&mut self, text: &str) {
        for c in text.get(self.read..).unwrap_or_default().chars() {
            match c {
                '\n' => *self = Self { read: self.read, ..Self::default() },
                '“' => self.open += 1,
                '”' => self.open = self.open.saturating_sub(1),
                '"' => self.straight = !self.straight,
                _ => {}
            }
        }
        self.read = text.len();
    }
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
    let outside = Quote { at: None, kind: Kind::Open, can_open: true, can_close: false, letters: 0 };
    let mut open = vec![outside; before.open.min(DEEPEST)];
    let mut letters = 0;
    let mut at = 0;
    while let Some(atom) = tape.all().get(at) {
        letters += usize::from(class(atom.ch) & LETTER != 0);
        let (Some(kind), false) = (kind(tape, at), atom.kept) else {
            at += 1;
            continue;
        };
        let length = if kind == Kind::Doubled { 2 } else { 1 };
        let quote = read(tape, at, length, kind, letters);
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
    changes.sort_unstable_by_key(|change| change.0);
    changes
}

fn kind(tape: &Tape, at: usize) -> Option<Kind> {
    let c = tape.all().get(at)?.ch;
    match c {
        '“' => Some(Kind::Open),
        '”' => Some(Kind::Close),
        '"' => Some(Kind::Straight),
        '\'' | '’' | '‘' => {
            let next = tape.all().get(at + 1).is_some_and(|next| next.ch == c && !next.kept);
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
        _ => closer.letters == opener.letters,
    };
    if matches {
        return;
    }
    for (quote, mark) in [(opener, '“'), (closer, '”')] {
        let length = if quote.kind == Kind::Doubled { 2 } else { 1 };
        if let Some(at) = quote.at {
            changes.push((at, length, mark));
        }
    }
}

/// What the quotation marks of a line are, before anything is done to them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Survey {
    /// Marks of several kinds, or in an odd order: pairs can only be told in the whole line.
    pub mixed: bool,
    /// An even number of ", and no other marks.
    pub straight: bool,
}

/// Looks over the quotation marks of a line.
pub(super) fn survey(line: impl Iterator<Item = char>) -> Survey {
    let (mut straight, mut curly, mut doubled, mut odd, mut entity) = (0usize, 0usize, false, false, false);
    let mut prev = '\n';
    for c in line {
        match c {
            '"' => straight += 1,
            '“' | '”' => {
                odd |= (c == '“') != curly.is_multiple_of(2);
                curly += 1;
            }
            '\'' | '’' | '‘' => doubled |= prev == c,
            '&' => entity = true,
            _ => {}
        }
        prev = c;
    }
    let kinds = usize::from(straight > 0) + usize::from(curly > 0) + usize::from(entity);
    Survey {
        mixed: doubled || odd || kinds > 1 || !curly.is_multiple_of(2),
        straight: straight > 0 && straight.is_multiple_of(2),
    }
}

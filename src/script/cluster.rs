//! A stretch of text under work: its characters, each with its place in the source, and the tape on
//! which every step of normalization reads it and writes it anew.

use super::class::is_line_break;
use super::edits::Recorder;
use crate::article::ChangeKind;
use crate::sort;
use std::ops::Range;

/// One character, and the stretch of the source that it came from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom {
    pub ch: char,
    start: u32,
    end: u32,
    /// Set where the character is not what the source has.
    changed: Option<ChangeKind>,
    /// In a protected span: no step may change it.
    pub kept: bool,
}

impl Atom {
    pub(super) fn new(ch: char, source: Range<usize>, kept: bool) -> Self {
        Self { ch, start: source.start as u32, end: source.end as u32, changed: None, kept }
    }

    /// A character that came out of others in the source.
    pub(super) fn changed(ch: char, source: Range<usize>, kind: ChangeKind) -> Self {
        Self { changed: Some(kind), ..Self::new(ch, source, false) }
    }
}

/// A stretch of the source that left nothing behind.
#[derive(Clone, Copy, Debug)]
struct Removal {
    start: u32,
    end: u32,
    kind: ChangeKind,
}

/// What stands around a cluster and stays as it is.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    /// The text so far.
    pub before: &'a str,
    /// Whether its last word is protected.
    pub kept_before: bool,
    /// The next character of the line.
    pub after: Option<char>,
}

/// The characters of a stretch of one line, between two places where nothing can change.
#[derive(Default)]
pub(super) struct Cluster {
    atoms: Vec<Atom>,
    spare: Vec<Atom>,
    removed: Vec<Removal>,
}

impl Cluster {
    pub(super) fn clear(&mut self) {
        self.atoms.clear();
        self.removed.clear();
    }

    pub(super) fn push(&mut self, atom: Atom) {
        self.atoms.push(atom);
    }

    /// The characters as they are now.
    pub(super) fn atoms(&self) -> &[Atom] {
        &self.atoms
    }

    /// Runs one step over the cluster. Says whether anything changed.
    pub(super) fn run(&mut self, around: Around, step: impl FnOnce(&mut Tape)) -> bool {
        self.spare.clear();
        let mut tape = Tape {
            read: &self.atoms,
            at: 0,
            written: &mut self.spare,
            removed: &mut self.removed,
            around,
            changed: false,
        };
        step(&mut tape);
        let changed = tape.changed;
        std::mem::swap(&mut self.atoms, &mut self.spare);
        changed
    }

    /// Appends the characters to `out` and takes down every change.
    pub(super) fn emit(&mut self, source: &str, out: &mut String, base: usize, recorder: &mut Recorder) {
        sort::by_range(&mut self.removed, |removal| removal.start as usize, |removal| removal.end as usize);
        let mut removed = self.removed.iter().peekable();
        // How far the source is accounted for: what was merged or taken out together holds what was
        // taken out of it before.
        let mut done = 0;
        for atom in &self.atoms {
            while let Some(removal) =
                removed.next_if(|removal| removal.start < atom.start || removal.end <= atom.start)
            {
                removal.emit(&mut done, out.len() - base, recorder);
            }
            done = done.max(atom.end);
            let from = out.len();
            out.push(atom.ch);
            let Some(kind) = atom.changed else { continue };
            let range = atom.start as usize..atom.end as usize;
            if source.get(range.clone()) != out.get(from..) {
                recorder.record(kind, from - base..out.len() - base, range);
            }
        }
        for removal in removed {
            removal.emit(&mut done, out.len() - base, recorder);
        }
    }
}

impl Removal {
    fn emit(&self, done: &mut u32, at: usize, recorder: &mut Recorder) {
        if self.start >= *done && self.start < self.end {
            recorder.record(self.kind, at..at, self.start as usize..self.end as usize);
            *done = self.end;
        }
    }
}

/// One pass over a cluster: what is read, and what is written so far.
pub(super) struct Tape<'a> {
    read: &'a [Atom],
    at: usize,
    written: &'a mut Vec<Atom>,
    removed: &'a mut Vec<Removal>,
    around: Around<'a>,
    changed: bool,
}

impl Tape<'_> {
    /// The atom under the head.
    #[inline]
    pub(super) fn current(&self) -> Option<Atom> {
        self.read.get(self.at).copied()
    }

    /// Writes the atom under the head as it is.
    #[inline]
    pub(super) fn keep(&mut self) {
        if let Some(atom) = self.current() {
            self.written.push(atom);
        }
        self.at += 1;
    }

    /// Writes `ch` in place of the atom under the head.
    pub(super) fn replace(&mut self, ch: char, kind: ChangeKind) {
        if let Some(atom) = self.current() {
            if ch != atom.ch {
                self.changed = true;
                self.written.push(Atom { ch, changed: atom.changed.or(Some(kind)), ..atom });
            } else {
                self.written.push(atom);
            }
        }
        self.at += 1;
    }

    /// Leaves out the atom under the head.
    pub(super) fn remove(&mut self, kind: ChangeKind) {
        if let Some(atom) = self.current() {
            self.changed = true;
            self.removed.push(Removal { start: atom.start, end: atom.end, kind });
        }
        self.at += 1;
    }

    /// Puts in a character before the atom under the head.
    pub(super) fn insert(&mut self, ch: char, kind: ChangeKind) {
        let place = match (self.read.get(self.at), self.read.last()) {
            (Some(atom), _) => atom.start,
            (None, Some(last)) => last.end,
            (None, None) => return,
        };
        self.changed = true;
        self.written.push(Atom::changed(ch, place as usize..place as usize, kind));
    }

    /// Puts `ch` where `count` atoms from the head on stood.
    pub(super) fn merge(&mut self, count: usize, ch: char, kind: ChangeKind) {
        if let (Some(first), Some(last)) = (self.current(), self.read.get(self.at + count - 1)) {
            self.changed = true;
            self.written.push(Atom::changed(ch, first.start as usize..last.end as usize, kind));
        }
        self.at += count;
    }

    /// Takes back the last written atom, if it is `ch`.
    pub(super) fn take_back(&mut self, ch: char, kind: ChangeKind) {
        if let Some(atom) = self.written.pop_if(|atom| atom.ch == ch && !atom.kept) {
            self.changed = true;
            self.removed.push(Removal { start: atom.start, end: atom.end, kind });
        }
    }

    /// Makes the written atom `back` steps behind the head `ch`, and the atom under the head a part
    /// of it.
    pub(super) fn absorb(&mut self, back: usize, ch: char, kind: ChangeKind) -> bool {
        let (Some(atom), Some(index)) = (self.current(), self.written.len().checked_sub(back)) else {
            return false;
        };
        let Some(base) = self.written.get_mut(index) else { return false };
        if base.kept {
            return false;
        }
        self.changed = true;
        *base = Atom { ch, changed: base.changed.or(Some(kind)), ..*base };
        if base.end == atom.start {
            base.end = atom.end;
            self.at += 1;
        } else {
            self.remove(kind);
        }
        true
    }

    /// The character before the head, none at the start of the line.
    #[inline]
    pub(super) fn prev(&self) -> Option<char> {
        match self.written.last() {
            Some(atom) => Some(atom.ch),
            None => self.before(),
        }
    }

    /// The characters of the line before the head, the nearest first.
    pub(super) fn back(&self) -> impl Iterator<Item = char> + '_ {
        let before = self.around.before.chars().rev().take_while(|&c| !is_line_break(c));
        self.written.iter().rev().map(|atom| atom.ch).chain(before)
    }

    /// The atoms behind the head that this pass wrote, the nearest first.
    pub(super) fn written_back(&self) -> impl Iterator<Item = Atom> + '_ {
        self.written.iter().rev().copied()
    }

    /// The atom `steps` after the head.
    #[inline]
    pub(super) fn peek(&self, steps: usize) -> Option<Atom> {
        self.read.get(self.at + steps).copied()
    }

    /// The character after the head.
    #[inline]
    pub(super) fn next(&self) -> Option<char> {
        self.read.get(self.at + 1).map(|atom| atom.ch).or(self.around.after)
    }

    /// The characters after the head, as far as the place where nothing can change.
    pub(super) fn ahead(&self) -> impl Iterator<Item = char> + '_ {
        self.read.iter().skip(self.at + 1).map(|atom| atom.ch).chain(self.around.after)
    }

    /// The atoms of the whole cluster as they are read.
    pub(super) fn all(&self) -> &[Atom] {
        self.read
    }

    /// Where the head stands in `all`.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    /// The characters of the line as far as the end of the cluster.
    pub(super) fn line(&self) -> impl Iterator<Item = char> + '_ {
        let before = self.around.before;
        before
            .rsplit(is_line_break)
            .next()
            .unwrap_or_default()
            .chars()
            .chain(self.read.iter().map(|atom| atom.ch))
    }

    /// The character before the cluster, none at the start of the line.
    pub(super) fn before(&self) -> Option<char> {
        self.around.before.chars().next_back().filter(|&c| !is_line_break(c))
    }

    /// Whether the last word before the cluster is protected.
    pub(super) fn kept_before(&self) -> bool {
        self.around.kept_before
    }

    /// The character after the cluster, none at the end of the line.
    pub(super) fn after(&self) -> Option<char> {
        self.around.after
    }
}

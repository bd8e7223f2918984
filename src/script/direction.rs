//! Direction characters: which of them change nothing of how a line reads.
//!
//! The line is taken to run from right to left, as a paragraph of Urdu does.

use super::class::{DIGIT, LETTER, MARK, TATWEEL, class, is_invisible};
use super::cluster::{Atom, Tape};
use crate::script::unicode::is_alphabetic;
use crate::sort;

/// How far the next letter is looked for before a cluster, and beside a mark.
const REACH: usize = 64;
/// Embeddings deeper than Unicode allows are not followed.
const DEEPEST: usize = 125;

/// What a direction character sees on one side.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// The end of the line.
    Edge,
    /// A letter that runs from right to left.
    Right,
    /// A letter that runs from left to right.
    Left,
    /// A digit, or a sign that goes with digits.
    Number,
}

/// The positions of direction characters that do nothing; `embeddings` are open before the cluster.
pub(super) fn useless(tape: &Tape, mut embeddings: usize) -> Positions {
    let atoms = tape.all();
    let mut positions = Positions(Vec::new());
    if !atoms.iter().any(|atom| is_direction(atom.ch)) {
        return positions;
    }
    let after = sides_after(atoms, tape.after().and_then(seen));
    let mut open: Vec<Option<Open>> = Vec::new();
    let mut before = tape.back().take(REACH).find_map(seen).unwrap_or(Side::Edge);
    for (at, atom) in atoms.iter().enumerate() {
        let found = seen(atom.ch);
        if let Some(side) = found {
            before = side;
            if let Some(Some(open)) = open.last_mut() {
                open.content.add(side);
            }
        }
        match atom.ch {
            '\u{200e}' => positions.add(at, mark_is_useless(atoms, at, before, after[at], Side::Left)),
            '\u{200f}' | '\u{61c}' => {
                positions.add(at, mark_is_useless(atoms, at, before, after[at], Side::Right))
            }
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' | '\u{2066}'..='\u{2068}' => {
                let entry = Open { at, sign: atom.ch, content: Content::default() };
                open.push((open.len() < DEEPEST).then_some(entry));
            }
            '\u{202c}' | '\u{2069}' => match open.pop() {
                Some(Some(entry)) => {
                    let kept = atoms[entry.at].kept || atom.kept;
                    let useless = !kept && entry.is_useless() && entry.is_closed_by(atom.ch);
                    positions.add(entry.at, useless);
                    positions.add(at, useless);
                    close_into(&mut open, &entry);
                }
                Some(None) => {}
                None => {
                    positions.add(at, embeddings == 0);
                    embeddings = embeddings.saturating_sub(1);
                }
            },
            _ => {}
        }
    }
    // What is never closed reaches to the end of the line.
    while let Some(entry) = open.pop() {
        let Some(entry) = entry else { continue };
        positions.add(entry.at, entry.is_useless());
        close_into(&mut open, &entry);
    }
    sort::by_place(&mut positions.0, |&at| at);
    positions
}

/// Positions in rising order.
pub(super) struct Positions(Vec<usize>);

impl Positions {
    fn add(&mut self, at: usize, useless: bool) {
        if useless {
            self.0.push(at);
        }
    }

    pub(super) fn contains(&self, at: &usize) -> bool {
        self.0.binary_search(at).is_ok()
    }
}

/// An embedding, override or isolate that is open.
struct Open {
    at: usize,
    sign: char,
    content: Content,
}

#[derive(Default)]
struct Content {
    right: bool,
    left: bool,
    number: bool,
}

impl Content {
    fn add(&mut self, side: Side) {
        match side {
            Side::Right => self.right = true,
            Side::Left => self.left = true,
            Side::Number => self.number = true,
            Side::Edge => {}
        }
    }
}

impl Open {
    /// What is inside runs as it would without.
    fn is_useless(&self) -> bool {
        let Content { right, left, number } = self.content;
        match self.sign {
            // To the right, or by the first letter.
            '\u{202b}' | '\u{2067}' | '\u{2068}' => !left,
            '\u{202e}' => !left && !number,
            // To the left: Urdu words alone stay in their order.
            '\u{202a}' | '\u{2066}' => !left && !number,
            '\u{202d}' => !left && !number && !right,
            _ => false,
        }
    }

    fn is_closed_by(&self, sign: char) -> bool {
        (sign == '\u{2069}') == (self.sign >= '\u{2066}')
    }
}

fn close_into(open: &mut [Option<Open>], inner: &Open) {
    if let Some(Some(outer)) = open.last_mut() {
        outer.content.right |= inner.content.right;
        outer.content.left |= inner.content.left;
        outer.content.number |= inner.content.number;
    }
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What `c` means for the direction of its neighbours; none for space and marks.
fn seen(c: char) -> Option<Side> {
    if class(c) & (LETTER | MARK | TATWEEL) != 0 || matches!(c as u32, 0x590..=0x5ff | 0x700..=0x7ff) {
        Some(Side::Right)
    } else if class(c) & DIGIT != 0 || matches!(c, '+' | '%' | '$' | '#') {
        Some(Side::Number)
    } else if is_alphabetic(c) {
        Some(Side::Left)
    } else {
        None
    }
}

/// For each atom, what is seen after it.
fn sides_after(atoms: &[Atom], beyond: Option<Side>) -> Vec<Side> {
    let mut side = beyond.unwrap_or(Side::Edge);
    let mut after = vec![side; atoms.len()];
    for (at, atom) in atoms.iter().enumerate().rev() {
        after[at] = side;
        side = seen(atom.ch).unwrap_or(side);
    }
    after
}

/// A mark does nothing beside a letter of its own direction, and none between letters that run from
/// right to left.
fn mark_is_useless(atoms: &[Atom], at: usize, before: Side, after: Side, own: Side) -> bool {
    let calm = |side| matches!(side, Side::Edge | Side::Right);
    if calm(before) && calm(after) {
        return true;
    }
    let neighbours = [
        atoms[at.saturating_sub(REACH)..at].iter().rev().find(|atom| !is_invisible(atom.ch)),
        atoms[at + 1..].iter().take(REACH).find(|atom| !is_invisible(atom.ch)),
    ];
    let beside_own = neighbours.into_iter().flatten().any(|atom| seen(atom.ch) == Some(own));
    match own {
        // It keeps digits on its left from taking part in the Urdu before them.
        Side::Left => beside_own,
        _ => {
            (beside_own && !(before == Side::Number || after == Side::Number))
                || (calm(before) && after == Side::Number)
        }
    }
}

//! Vowel signs, taken off where the reader asks for it.

use super::class::{DIACRITIC, class};
use super::cluster::Tape;
use crate::article::ChangeKind::Diacritics;

/// Takes vowel signs off; honorific marks, the sign of a pen name and hamza stay.
pub(super) fn strip(tape: &mut Tape) {
    while let Some(atom) = tape.current() {
        if class(atom.ch) & DIACRITIC != 0 && !atom.kept { tape.remove(Diacritics) } else { tape.keep() }
    }
}

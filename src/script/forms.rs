//! Presentation forms and composition: one letter that Unicode can write in several ways.

use super::class::{MARK, class};
use super::cluster::Tape;
use super::tables::{COMPOSED, FORMS_A, FORMS_B};
use crate::article::ChangeKind::Letters;

/// The letters that a presentation form stands for, none for any other character.
///
/// Ligatures that are a sign of their own (ﷲ ﷺ ﷻ ﷽) and the ornate parentheses are no such forms.
pub(super) fn letters(form: char) -> impl Iterator<Item = char> {
    let code = form as u32;
    let offsets: &'static [u8] = match code {
        0xfb50..=0xfdc7 => FORMS_A.get((code - 0xfb50) as usize).map_or(&[], |row| row.as_slice()),
        0xfe70..=0xfefc => FORMS_B.get((code - 0xfe70) as usize).map_or(&[], |row| row.as_slice()),
        _ => &[],
    };
    offsets
        .iter()
        .take_while(|&&offset| offset != 0)
        .filter_map(|&offset| char::from_u32(0x600 + u32::from(offset)))
}

/// Writes the letters of each presentation form in its place.
pub(super) fn unfold(tape: &mut Tape) {
    while let Some(atom) = tape.current() {
        let mut parts = letters(atom.ch);
        match parts.next() {
            Some(first) if !atom.kept => {
                tape.replace(first, Letters);
                parts.for_each(|part| tape.insert(part, Letters));
            }
            _ => tape.keep(),
        }
    }
}

/// Whether `c` is a presentation form that stands for other letters.
pub(super) fn is_form(c: char) -> bool {
    (c as u32) >= 0xfb50 && letters(c).next().is_some()
}

/// Whether `c` is the presentation form of a mark.
pub(super) fn is_mark(c: char) -> bool {
    (c as u32) >= 0xfb50 && letters(c).next().is_some_and(|c| class(c) & MARK != 0)
}

/// The letter that `base` and a mark on it make together, by Unicode's canonical composition.
pub(super) fn compose(base: char, mark: char) -> Option<char> {
    COMPOSED.iter().find(|row| row.0 == base && row.1 == mark).map(|row| row.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ligature_is_its_letters() {
        assert_eq!(letters('\u{fefb}').collect::<String>(), "لا");
        assert_eq!(letters('\u{fb90}').collect::<String>(), "ک");
    }

    #[test]
    fn a_sign_of_its_own_is_no_form() {
        assert!(!"ﷲﷺﷻ﷽﴾﴿".chars().any(is_form));
    }

    #[test]
    fn a_mark_on_a_carrier_is_the_mark_alone() {
        assert_eq!(letters('\u{fe71}').collect::<String>(), "\u{64b}");
        assert_eq!(letters('\u{fc60}').collect::<String>(), "\u{64e}\u{651}");
    }

    #[test]
    fn composition_is_the_canonical_one() {
        assert_eq!(compose('ا', '\u{653}'), Some('آ'));
        assert_eq!(compose('ب', '\u{653}'), None);
    }
}

//! Lines and phrases as numbers: equal where their letters are, whatever the spacing and marks.

use crate::script::fold;
use crate::script::unicode::is_alphabetic;

/// A running fingerprint of folded letters: a polynomial of them, so that the one of words side by side is made of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Fingerprint(pub u64);

/// What each letter moves those before it by: the multiplier of FxHash, odd, with its bits well spread.
const STEP: u64 = 0x51_7c_c1_b7_27_22_0a_95;

/// How far so many letters move those before them.
pub(crate) fn shift(letters: u32) -> u64 {
    STEP.wrapping_pow(letters)
}

impl Fingerprint {
    /// Takes one folded letter in.
    #[inline]
    pub(crate) fn take(&mut self, letter: u32) {
        self.0 = self.0.wrapping_add(u64::from(letter)).wrapping_mul(STEP);
    }

    /// Takes a digit in that stands behind so many letters.
    pub(crate) fn take_digit(&mut self, digit: u32, letters: u32) {
        self.take(digit);
        self.take(letters);
    }

    /// Of letters and of the digits among them.
    pub(crate) fn with(self, digits: Self) -> Self {
        Self(self.0 ^ digits.0)
    }

    /// Takes a word in, which moves those before it by its shift.
    pub(crate) fn take_word(&mut self, word: Word, shift: u64) {
        self.0 = self.0.wrapping_mul(shift).wrapping_add(word.print.0);
    }

    /// The letters that were taken in since there were those of `before`, as a word.
    pub(crate) fn since(self, before: Self, letters: u32) -> Word {
        let moved = before.0.wrapping_mul(shift(letters));
        Word { print: Self(self.0.wrapping_sub(moved)), letters }
    }

    /// The half whose bits depend on every letter: enough to tell a few thousand phrases apart, at half the size.
    pub(crate) fn short(self) -> u32 {
        (self.0 >> 32) as u32
    }

    /// Of a phrase: its letters, without digits, so that a count or a year in it does not matter.
    pub(crate) fn of_phrase(phrase: &str) -> Self {
        let mut print = Self::default();
        print.add_phrase(phrase);
        print
    }

    /// Of a text as it is given, in which each character matters: of names as tables have them, folded, and of headlines.
    pub(crate) fn of_name(name: &str) -> Self {
        let mut print = Self::default();
        print.add_name(name);
        print
    }

    /// Takes such a text in.
    pub(crate) fn add_name(&mut self, name: &str) {
        name.chars().for_each(|c| self.take(c.into()));
    }

    /// Takes the letters of a phrase in.
    pub(crate) fn add_phrase(&mut self, phrase: &str) {
        phrase
            .chars()
            .filter_map(fold)
            .filter(|&c| is_alphabetic(c))
            .for_each(|letter| self.take(letter.into()));
    }
}

/// A word: its letters, and how many they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Word {
    pub print: Fingerprint,
    pub letters: u32,
}

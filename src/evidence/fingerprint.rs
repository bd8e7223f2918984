//! Lines and phrases as numbers: equal where their letters are, whatever the spacing and marks.

use crate::script::fold;
use crate::script::unicode::is_alphabetic;

/// A running fingerprint of folded letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Fingerprint(pub u64);

impl Fingerprint {
    /// Takes one folded letter or digit in.
    #[inline]
    pub(crate) fn take(&mut self, letter: char) {
        // The multiplier of FxHash: odd, with its bits well spread.
        self.0 = (self.0.rotate_left(5) ^ letter as u64).wrapping_mul(0x51_7c_c1_b7_27_22_0a_95);
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

    /// Takes the letters of a phrase in.
    pub(crate) fn add_phrase(&mut self, phrase: &str) {
        phrase.chars().filter_map(fold).filter(|&c| is_alphabetic(c)).for_each(|letter| self.take(letter));
    }
}

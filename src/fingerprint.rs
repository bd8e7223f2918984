//! Lines and phrases as numbers: equal where their letters are, whatever the spacing and marks.

use crate::script::fold;
use crate::script::unicode::is_alphabetic;

/// A running fingerprint of folded letters: a polynomial of them, so that the one of words side by side is made of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Fingerprint(pub u64);

/// What each letter moves those before it by: the multiplier of FxHash, odd, with its bits well spread.
const STEP: u64 = 0x51_7c_c1_b7_27_22_0a_95;

impl Fingerprint {
    /// Takes one folded letter or digit in.
    #[inline]
    pub(crate) fn take(&mut self, letter: char) {
        self.0 = self.0.wrapping_add(u64::from(letter)).wrapping_mul(STEP);
    }

    /// Takes the letters of a word in.
    #[inline]
    pub(crate) fn take_word(&mut self, word: Letters) {
        self.0 = self.0.wrapping_mul(word.shift).wrapping_add(word.print.0);
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

/// The letters of a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Letters {
    pub print: Fingerprint,
    pub count: u32,
    /// How far they move what stands before them.
    shift: u64,
}

impl Default for Letters {
    fn default() -> Self {
        Self { print: Fingerprint::default(), count: 0, shift: 1 }
    }
}

impl Letters {
    /// Takes one folded letter in.
    #[inline]
    pub(crate) fn take(&mut self, letter: char) {
        self.print.take(letter);
        self.shift = self.shift.wrapping_mul(STEP);
        self.count += 1;
    }
}

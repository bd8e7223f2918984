//! The hash by which class words are looked up; the build script makes the table with the same.

/// FNV-1a over lower-case ASCII.
#[derive(Clone, Copy)]
pub(crate) struct WordHash(u32);

impl WordHash {
    pub(crate) const START: WordHash = WordHash(0x811c_9dc5);

    /// The hash with one more letter.
    pub(crate) fn with(self, letter: u8) -> WordHash {
        WordHash((self.0 ^ u32::from(letter.to_ascii_lowercase())).wrapping_mul(0x0100_0193))
    }

    /// The value; never 0, which marks free places of the table.
    pub(crate) fn value(self) -> u32 {
        self.0.max(1)
    }

    /// The value of a whole word.
    #[allow(dead_code)]
    pub(crate) fn of(word: &[u8]) -> u32 {
        word.iter().fold(WordHash::START, |hash, &letter| hash.with(letter)).value()
    }
}

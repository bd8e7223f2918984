//! Counts of the body.

use crate::article::{Block, Stats};
use crate::page::is_space;
use crate::script::{count_sentences, count_words};

/// Words that a reader takes in a minute.
const WORDS_A_MINUTE: u32 = 200;

impl Stats {
    /// The counts of these blocks, each block counted by itself.
    pub fn of(blocks: &[Block]) -> Self {
        let mut stats = Self::default();
        for block in blocks {
            stats.words += count_words(&block.text);
            stats.sentences += count_sentences(&block.text);
            stats.characters += block.text.chars().filter(|&c| !is_space(c)).count() as u32;
        }
        stats.reading_minutes = stats.words.div_ceil(WORDS_A_MINUTE);
        stats
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::BlockKind;

    #[test]
    fn characters_are_code_points_without_space() {
        let block = Block::new(BlockKind::Paragraph, "اب 🔴\u{a0}ب".into(), Vec::new());
        assert_eq!(Stats::of(&[block]).characters, 4);
    }

    #[test]
    fn a_begun_minute_counts() {
        let of = |words: usize| {
            let block = Block::new(BlockKind::Paragraph, "لفظ ".repeat(words), Vec::new());
            Stats::of(&[block]).reading_minutes
        };
        assert_eq!([of(0), of(1), of(200), of(201)], [0, 1, 1, 2]);
    }
}

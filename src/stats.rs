//! Counts of the body.

use crate::article::{Block, Stats};
use crate::page::is_space;
use crate::script::{count_sentences, count_words};
use crate::swar;
use std::ops::Range;

/// Words that a reader takes in a minute.
const WORDS_A_MINUTE: u32 = 200;

impl Stats {
    /// The counts of these blocks, each block counted by itself.
    pub fn of(blocks: &[Block]) -> Self {
        let mut stats = Self::default();
        for block in blocks {
            stats.words += count_words(&block.text);
            stats.sentences += count_sentences(&block.text);
            stats.characters += characters(&block.text);
        }
        stats.reading_minutes = stats.words.div_ceil(WORDS_A_MINUTE);
        stats
    }
}

/// What a byte of UTF-8 adds to a count of characters without space.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Byte {
    /// A space, or not a character's first byte.
    Nothing,
    One,
    /// The first byte of a character that can be a space.
    MaybeSpace,
}

static BYTES: [Byte; 256] = bytes();

const fn bytes() -> [Byte; 256] {
    let mut table = [Byte::One; 256];
    let mut at = 0;
    while at < 256 {
        table[at] = match at as u8 {
            b' ' | b'\t'..=b'\r' | 0x80..=0xbf => Byte::Nothing,
            0xc2 | 0xe1..=0xe3 | 0xef => Byte::MaybeSpace,
            _ => Byte::One,
        };
        at += 1;
    }
    table
}

/// Code points that are no space.
fn characters(text: &str) -> u32 {
    let of_bytes = |range: Range<usize>| -> u32 {
        let at_place = |at: usize| match BYTES[usize::from(text.as_bytes()[at])] {
            Byte::Nothing => 0,
            Byte::One => 1,
            Byte::MaybeSpace => u32::from(!text[at..].starts_with(is_space)),
        };
        range.map(at_place).sum()
    };
    let may_have_other_space =
        |eight: u64| swar::long(eight) != 0 || swar::any_below(eight, 0x20) || swar::any(eight, 0xc2);
    let (eights, rest) = swar::eights(text.as_bytes());
    let places = (0..).step_by(8);
    let in_eights = places.zip(eights).map(|(at, eight)| {
        if may_have_other_space(eight) {
            of_bytes(at..at + 8)
        } else {
            swar::characters(eight) - swar::count(eight, b' ')
        }
    });
    in_eights.sum::<u32>() + of_bytes(text.len() - rest.len()..text.len())
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
    fn every_kind_of_space_is_left_out_also_within_words() {
        for c in '\0'..=char::MAX {
            let one = u32::from(!is_space(c));
            assert_eq!(characters(c.encode_utf8(&mut [0; 4])), one, "{c:?}");
            assert_eq!(characters(&format!("متن {c}متن aaaaaaa")), 13 + one, "{c:?}");
        }
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

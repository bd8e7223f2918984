//! Many bytes of a text at a time: eight in one register, or as many as memchr takes.

use memchr::memchr3;

/// A one in every byte.
const LOW: u64 = 0x0101_0101_0101_0101;
/// The highest bit of every byte.
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The eights of a text, and the bytes that are left.
pub(crate) fn eights(bytes: &[u8]) -> (impl Iterator<Item = u64> + '_, &[u8]) {
    let (eights, rest) = bytes.as_chunks();
    (eights.iter().map(|eight| u64::from_le_bytes(*eight)), rest)
}

/// Whether a byte is smaller than `least`, which is at most 128.
pub(crate) fn any_below(eight: u64, least: u8) -> bool {
    eight.wrapping_sub(LOW * u64::from(least)) & !eight & HIGH != 0
}

/// Whether a byte is `byte`.
pub(crate) fn any(eight: u64, byte: u8) -> bool {
    any_below(eight ^ (LOW * u64::from(byte)), 1)
}

/// How many bytes are `byte`.
pub(crate) fn count(eight: u64, byte: u8) -> u32 {
    let other = eight ^ (LOW * u64::from(byte));
    (!(((other & !HIGH) + !HIGH) | other) & HIGH).count_ones()
}

/// How many bytes begin a character of UTF-8.
pub(crate) fn characters(eight: u64) -> u32 {
    // The highest bit of a byte tells what it is, when the bit below it has been shifted there.
    8 - (eight & !(eight << 1) & HIGH).count_ones()
}

/// The highest bit of each byte that begins a character of three bytes and more.
pub(crate) fn long(eight: u64) -> u64 {
    eight & eight << 1 & eight << 2 & HIGH
}

/// UTF-16 code units in a piece of UTF-8: one for each byte that begins a character, two where that has four bytes.
pub(crate) fn units_in(bytes: &[u8]) -> u32 {
    let in_eight = |eight: u64| characters(eight) + (long(eight) & (eight << 3)).count_ones();
    let in_one = |byte: u8| u32::from(byte & 0xc0 != 0x80) + u32::from(byte >= 0xf0);
    let (eights, rest) = eights(bytes);
    eights.map(in_eight).sum::<u32>() + rest.iter().map(|&byte| in_one(byte)).sum::<u32>()
}

/// Where the first of these bytes stands. One function for all: each would be as long as a page of code.
#[inline(never)]
pub(crate) fn find(bytes: &[u8], any: [u8; 3]) -> Option<usize> {
    memchr3(any[0], any[1], any[2], bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_bytes_are_told_as_each_of_them_is() {
        let mut random = fastrand::Rng::with_seed(1);
        for _ in 0..100_000 {
            let bytes: [u8; 8] = std::array::from_fn(|_| {
                random
                    .choice([0, 0x1f, 0x20, 0x21, 0x7f, 0x80, 0xbf, 0xc2, 0xdf, 0xe2, 0xf0, 0xff])
                    .unwrap_or(random.u8(..))
            });
            let eight = u64::from_le_bytes(bytes);
            let counted = |is: &dyn Fn(u8) -> bool| bytes.iter().filter(|&&byte| is(byte)).count() as u32;
            for byte in [0, 0x20, 0x80, 0xe2, 0xff] {
                assert_eq!(count(eight, byte), counted(&|other| other == byte), "{bytes:x?} {byte:x}");
                assert_eq!(any(eight, byte), bytes.contains(&byte), "{bytes:x?} {byte:x}");
            }
            assert_eq!(any_below(eight, 0x20), counted(&|byte| byte < 0x20) > 0, "{bytes:x?}");
            assert_eq!(characters(eight), counted(&|byte| byte & 0xc0 != 0x80), "{bytes:x?}");
            assert_eq!(long(eight).count_ones(), counted(&|byte| byte >= 0xe0), "{bytes:x?}");
        }
    }

    #[test]
    fn units_are_those_of_utf_16() {
        let text = "متن a🔴“ب”😀 ".repeat(9);
        for (from, _) in text.char_indices() {
            for (to, _) in text[from..].char_indices() {
                let piece = &text[from..from + to];
                assert_eq!(units_in(piece.as_bytes()), piece.encode_utf16().count() as u32);
            }
        }
    }
}

//! What Unicode says of a character, at once for the characters that Urdu text is made of: the standard library
//! searches its tables for each that is not ASCII.

/// Of U+0600..=U+06FF, those with the property `Alphabetic`.
static ALPHABETIC: [u64; 4] =
    [0xffff_ffff_07ff_0000, 0xffff_c000_feff_ffff, 0xffff_ffff_ffff_ffff, 0x9c00_e1fe_1fef_ffff];
/// Of U+0600..=U+06FF, the digits.
static NUMERIC: [u64; 4] = [0, 0x3ff_0000_0000, 0, 0x3ff_0000_0000_0000];

#[inline]
fn holds(set: &[u64; 4], code: u32) -> bool {
    set[(code as usize >> 6) & 3] >> (code & 63) & 1 == 1
}

/// As [`char::is_alphabetic`].
#[inline]
pub(crate) fn is_alphabetic(c: char) -> bool {
    match c as u32 {
        0..=0x7f => c.is_ascii_alphabetic(),
        code @ 0x600..=0x6ff => holds(&ALPHABETIC, code),
        _ => is_rare_alphabetic(c),
    }
}

/// The same of what is neither ASCII nor of the Arabic block.
#[inline(never)]
fn is_rare_alphabetic(c: char) -> bool {
    match c as u32 {
        // Letters with marks, but for × and ÷.
        code @ 0xc0..=0x24f => !matches!(code, 0xd7 | 0xf7),
        // General punctuation; lines, dingbats and arrows; letters of icon fonts.
        0x2000..=0x206f | 0x2500..=0x2bff | 0xe000..=0xf8ff => false,
        _ => c.is_alphabetic(),
    }
}

/// As [`char::is_numeric`].
#[inline]
pub(crate) fn is_numeric(c: char) -> bool {
    match c as u32 {
        0..=0x7f => c.is_ascii_digit(),
        code @ 0x600..=0x6ff => holds(&NUMERIC, code),
        _ => c.is_numeric(),
    }
}

/// As [`char::is_alphanumeric`].
#[inline]
pub(crate) fn is_alphanumeric(c: char) -> bool {
    match c as u32 {
        0..=0x7f => c.is_ascii_alphanumeric(),
        code @ 0x600..=0x6ff => holds(&ALPHABETIC, code) || holds(&NUMERIC, code),
        // General punctuation: dashes, quotes, zero-width characters. ⁱ ⁿ and their like are above.
        0x2000..=0x206f => false,
        _ => c.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_what_the_standard_library_says() {
        for c in '\0'..='\u{fffff}' {
            assert_eq!(
                (is_alphabetic(c), is_numeric(c), is_alphanumeric(c)),
                (c.is_alphabetic(), c.is_numeric(), c.is_alphanumeric()),
                "{c:?}"
            );
        }
    }
}

//! Letters as a reader tells them apart: for comparing, never for output.

/// The letter that stands for all the ways in which a keyboard or a font writes `c`; none for marks
/// and characters that only join, shape or decorate.
///
/// Digits become Western ones, Latin letters small ones.
#[inline]
pub(crate) const fn fold(c: char) -> Option<char> {
    let code = c as u32;
    if code & !0xff != 0x600 {
        return folded(c);
    }
    match ARABIC[(code & 0xff) as usize] {
        0 => None,
        letter => char::from_u32(letter as u32),
    }
}

/// What the letters of the Arabic block, U+0600 to U+06FF, fold to: nearly all of a text. 0 where that is none.
static ARABIC: [u16; 256] = arabic();

const fn arabic() -> [u16; 256] {
    let mut table = [0; 256];
    let mut at = 0;
    while at < table.len() {
        if let Some(c) = char::from_u32(0x600 + at as u32)
            && let Some(letter) = folded(c)
        {
            table[at] = letter as u16;
        }
        at += 1;
    }
    table
}

const fn folded(c: char) -> Option<char> {
    Some(match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\0'..='\u{7f}' => c,
        'ي' | 'ى' | 'ئ' => 'ی',
        'ك' | 'ڪ' => 'ک',
        'ه' | 'ة' | 'ۃ' | 'ۀ' | 'ۂ' | 'ە' => 'ہ',
        'أ' | 'إ' | 'ٱ' | 'آ' => 'ا',
        'ؤ' => 'و',
        'ۓ' => 'ے',
        '٠'..='٩' => (b'0' + (c as u32 - 0x660) as u8) as char,
        '۰'..='۹' => (b'0' + (c as u32 - 0x6f0) as u8) as char,
        // Honorifics, tanwin, zer, zabar, pesh and the rest of the Arabic combining marks; tatweel.
        '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e4}'
        | '\u{6e7}'
        | '\u{6e8}'
        | '\u{6ea}'..='\u{6ed}'
        | '\u{640}' => return None,
        // Zero-width and direction characters, variation selectors, BOM.
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ad}'
        | '\u{61c}' => return None,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        _ => c,
    })
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn a_word_typed_on_an_arabic_keyboard_is_the_same_word() {
        let folded = |s: &str| s.chars().filter_map(fold).collect::<String>();
        assert_eq!(folded("كراچي"), folded("کراچی"));
        assert_eq!(folded("پاکســتان"), folded("پاکستان"));
        assert_eq!(folded("۲۰۲۴"), "2024");
    }
}

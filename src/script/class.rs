//! What a character is: letter, mark, digit; Urdu, Arabic or another language's; what it joins.

/// A letter of the Arabic script.
pub(super) const LETTER: u16 = 1;
/// A combining mark: harakat, honorifics, Quranic signs.
pub(super) const MARK: u16 = 1 << 1;
/// A digit.
pub(super) const DIGIT: u16 = 1 << 2;
/// A letter that Urdu has and Arabic and Persian have not.
pub(super) const URDU: u16 = 1 << 3;
/// A letter that Urdu shares with Persian but not with Arabic.
pub(super) const PERSIAN: u16 = 1 << 4;
/// A letter that an Arabic keyboard gives where Urdu has its own.
pub(super) const ARABIC: u16 = 1 << 5;
/// A letter of another language written in this script.
pub(super) const FOREIGN: u16 = 1 << 6;
/// A vowel sign or the like, which stripping diacritics takes off.
pub(super) const DIACRITIC: u16 = 1 << 7;
/// ، ۔ ؟ ؛
pub(super) const STOP: u16 = 1 << 8;
/// A hamza or madda that may belong into the letter before it.
pub(super) const COMBINING: u16 = 1 << 9;
/// Tatweel.
pub(super) const TATWEEL: u16 = 1 << 10;
/// ء
pub(super) const HAMZA: u16 = 1 << 11;
/// A direction mark.
pub(super) const INVISIBLE: u16 = 1 << 12;
/// A letter that a spelling variant turns on.
pub(super) const SPELLING: u16 = 1 << 13;

/// ٫ and ٬
pub(super) const SEPARATOR: u16 = 1 << 14;

/// ہ ی ک ۃ ۂ: of Urdu, and with other code points on other keyboards.
pub(super) const SOFT: u16 = 1 << 15;

/// The classes of U+0600..=U+06FF.
pub(super) static BLOCK: [u16; 256] = block();

const fn block() -> [u16; 256] {
    let mut table = [0; 256];
    let mut at = 0;
    while at < 256 {
        table[at] = class_of(0x600 + at as u32);
        at += 1;
    }
    table
}

const fn class_of(c: u32) -> u16 {
    match c {
        0x60c | 0x61b | 0x61f | 0x6d4 => STOP,
        0x610..=0x614 => MARK,
        0x615 | 0x616 => MARK,
        0x617..=0x61a => MARK | DIACRITIC,
        0x61c => INVISIBLE,
        0x640 => TATWEEL,
        0x621 => LETTER | HAMZA,
        0x626 => LETTER | SPELLING,
        0x623 | 0x625 | 0x671 => LETTER | ARABIC,
        // ة ك ه ى ي, and ۀ ە, which other keyboards give for ۂ ہ.
        0x629 | 0x643 | 0x647 | 0x649 | 0x64a => LETTER | ARABIC,
        0x6c0 | 0x6d5 => LETTER | ARABIC,
        0x675 | 0x676 | 0x678 => LETTER | ARABIC,
        0x622 | 0x624 | 0x627 | 0x628 | 0x62a..=0x63a | 0x641 | 0x642 | 0x644..=0x646 | 0x648 => LETTER,
        0x653..=0x655 => MARK | COMBINING,
        0x674 => LETTER | COMBINING,
        0x64b..=0x652 | 0x656..=0x65f | 0x670 => MARK | DIACRITIC,
        0x6d6..=0x6dc | 0x6df..=0x6e4 | 0x6e7 | 0x6e8 | 0x6ea..=0x6ed => MARK | DIACRITIC,
        0x66b | 0x66c => SEPARATOR,
        0x660..=0x669 | 0x6f0..=0x6f9 => DIGIT,
        0x679 | 0x688 | 0x691 | 0x6ba => LETTER | URDU,
        0x6c1..=0x6c3 => LETTER | URDU | SOFT,
        0x6be | 0x6d2 | 0x6d3 => LETTER | URDU | SPELLING,
        0x67e | 0x686 | 0x698 | 0x6af => LETTER | PERSIAN,
        0x6a9 | 0x6cc => LETTER | PERSIAN | SOFT,
        0x620 | 0x63b..=0x63f | 0x66e | 0x66f | 0x672..=0x6d3 | 0x6ee | 0x6ef | 0x6fa..=0x6ff => {
            LETTER | FOREIGN
        }
        _ => 0,
    }
}

/// Where the class of the character with these two bytes stands in `BLOCK`.
#[inline]
pub(crate) const fn class_index(lead: u8, second: u8) -> usize {
    ((lead & 3) as usize) << 6 | (second & 0x3f) as usize
}

/// The class bits of any character.
#[inline]
pub(super) fn class(c: char) -> u16 {
    let code = c as u32;
    match code {
        0x600..=0x6ff => BLOCK[(code - 0x600) as usize],
        0x30..=0x39 => DIGIT,
        0..=0x5ff => 0,
        // ݨ and ࣇ are Punjabi's only additions to the Urdu alphabet: its other letters are Urdu's.
        0x768 | 0x8c7 => LETTER | URDU,
        0x750..=0x77f | 0x870..=0x887 | 0x889..=0x88e | 0x8a0..=0x8c9 => LETTER | FOREIGN,
        0x8ca..=0x8e1 | 0x8e3..=0x8ff => MARK | DIACRITIC,
        0xfd3e | 0xfd3f => 0,
        0xfb50..=0xfbb1 | 0xfbd3..=0xfd3d | 0xfd40..=0xfdff | 0xfe70..=0xfefc => LETTER,
        _ => 0,
    }
}

/// Whether `c` is a letter of the Arabic script or a mark on one.
#[inline]
pub(super) fn is_script(c: char) -> bool {
    class(c) & (LETTER | MARK) != 0
}

/// Whether `c` joins the letter after it.
pub(super) fn joins_forward(c: char) -> bool {
    let code = c as u32;
    let right_or_none = matches!(
        code,
        0x621..=0x625
            | 0x627
            | 0x629
            | 0x62f..=0x632
            | 0x648
            | 0x671..=0x678
            | 0x688..=0x699
            | 0x6c0
            | 0x6c3..=0x6cb
            | 0x6cd
            | 0x6cf
            | 0x6d2
            | 0x6d3
            | 0x6d5
            | 0x6ee
            | 0x6ef
            | 0x759..=0x75b
            | 0x76b
            | 0x76c
            | 0x771
            | 0x773
            | 0x774
            | 0x778
            | 0x779
            | 0x8aa..=0x8ac
            | 0x8ae
            | 0x8b1
            | 0x8b2
            | 0x8b9
    );
    (class(c) & LETTER != 0 && code < 0xfb50 && !right_or_none) || c == '\u{640}'
}

/// Whether `c` joins the letter before it.
pub(super) fn joins_back(c: char) -> bool {
    let code = c as u32;
    (class(c) & LETTER != 0 && code < 0xfb50 && !matches!(code, 0x621 | 0x674)) || c == '\u{640}'
}

/// White space that is not a plain space and not a line break.
pub(super) fn is_odd_space(c: char) -> bool {
    matches!(
        c,
        '\t' | '\u{b}' | '\u{c}' | '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// A character that ends a line, alone or as a part of CR LF.
pub(super) fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// A character that shows nothing and only shapes, joins or directs.
pub(super) fn is_invisible(c: char) -> bool {
    let code = c as u32;
    if code < 0xad {
        return (code < 0x20 && !matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}'))
            || (0x7f..0xa0).contains(&code);
    }
    matches!(
        code,
        0xad | 0x34f
            | 0x61c
            | 0x180e
            | 0x200b..=0x200f
            | 0x202a..=0x202e
            | 0x2060..=0x206f
            | 0xfe00..=0xfe0f
            | 0xfeff
            | 0xfff9..=0xfffc
            | 0xe0000..=0xe007f
    )
}

/// A character that can be shown as an emoji.
pub(super) fn is_emoji(c: char) -> bool {
    matches!(
        c as u32,
        0xa9 | 0xae
            | 0x203c
            | 0x2049
            | 0x20e3
            | 0x2122
            | 0x2139
            | 0x2190..=0x21ff
            | 0x2300..=0x23ff
            | 0x24c2
            | 0x25a0..=0x27bf
            | 0x2900..=0x297f
            | 0x2b00..=0x2bff
            | 0x3030
            | 0x303d
            | 0x3297
            | 0x3299
            | 0x1f000..=0x1faff
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_know_their_language() {
        assert!("ٹڈڑںہھےۂۃۓ".chars().all(|c| class(c) & URDU != 0));
        assert!("پچژکگی".chars().all(|c| class(c) & PERSIAN != 0));
        assert!("ټډړږښڼېۍځڅګٻڀڃڄڇڊڌڍڏڙڦڪڳڱڻ".chars().all(|c| class(c) & FOREIGN != 0));
        assert!("ابتثجحخدذرزسشصضطظعغفقلمنو".chars().all(|c| class(c) == LETTER));
    }

    #[test]
    fn a_letter_that_ends_its_shape_joins_nothing_after_it() {
        assert!("ادذرزوڈڑژےۓآۃء".chars().all(|c| !joins_forward(c)));
        assert!("بپتسشکگلمنہھیئں".chars().all(joins_forward));
        assert!(!joins_back('ء'));
    }
}

//! One look over a line: where it ends, and what it has that asks for a closer one.

use super::class::{BLOCK, DIACRITIC, class_index};
use super::language;

/// What a line has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Survey {
    /// How long the line is, in bytes.
    pub length: usize,
    /// Something that can begin an address, a tag, code or a verse.
    pub technical: bool,
    /// Letters that are not plain Urdu, or several vowel signs.
    pub language: bool,
    /// Quotation marks of several kinds, or in an odd order: pairs can only be told in the whole line.
    pub mixed: bool,
    /// An even number of ".
    pub straight: bool,
}

/// Bytes that mean something here.
static STOPS: [bool; 256] = stops();

const fn stops() -> [bool; 256] {
    let mut table = [false; 256];
    let bytes = b"\n\r\"'&:@#`wW\xdd\xe0\xe2\xef";
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    table
}

/// Looks over the line that begins `text`.
pub(super) fn survey(text: &[u8]) -> Survey {
    let mut survey = Survey::default();
    let (mut straight, mut curly, mut classes, mut harakat) = (0usize, 0usize, 0, 0usize);
    let mut rest = text;
    loop {
        match *rest {
            [lead @ 0xd8..=0xdb, second, ref tail @ ..] => {
                let class = BLOCK[class_index(lead, second)];
                classes |= class;
                harakat += usize::from(class & DIACRITIC != 0);
                rest = tail;
                continue;
            }
            [byte, ref tail @ ..] if !STOPS[byte as usize] => {
                rest = tail;
                continue;
            }
            _ => {}
        }
        match *rest {
            [] | [b'\n' | b'\r', ..] | [0xe2, 0x80, 0xa8 | 0xa9, ..] => break,
            [b'"', ..] => straight += 1,
            [b'\'', b'\'', ..]
            | [0xe2, 0x80, 0x98, 0xe2, 0x80, 0x98, ..]
            | [0xe2, 0x80, 0x99, 0xe2, 0x80, 0x99, ..] => {
                survey.mixed = true;
            }
            [0xe2, 0x80, mark @ (0x9c | 0x9d), ..] => {
                survey.mixed |= (mark == 0x9c) != curly.is_multiple_of(2);
                curly += 1;
            }
            [b'&', ..] => (survey.mixed, survey.technical) = (true, true),
            [b':' | b'@' | b'#' | b'`' | b'w' | b'W' | 0xef, ..] => survey.technical = true,
            [0xdd | 0xe0, ..] => survey.language = true,
            _ => {}
        }
        rest = &rest[1..];
    }
    survey.length = text.len() - rest.len();
    survey.language |= classes & language::REASON != 0 || harakat > 1;
    survey.mixed |= (straight > 0 && curly > 0) || !curly.is_multiple_of(2);
    survey.straight = straight > 0 && straight.is_multiple_of(2);
    survey
}

/// Where the last line of `text` begins, not before `from`.
pub(super) fn start(text: &[u8], from: usize) -> usize {
    let mut end = text.len();
    while let Some(at) = text[from..end].iter().rposition(|byte| matches!(byte, b'\n' | b'\r' | 0xe2)) {
        end = from + at;
        match text[end..] {
            [0xe2, 0x80, 0xa8 | 0xa9, ..] => return end + 3,
            [0xe2, ..] => {}
            _ => return end + 1,
        }
    }
    from
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Survey {
        survey(text.as_bytes())
    }

    #[test]
    fn a_line_ends_at_any_line_break() {
        for text in ["متن\nx", "متن\rx", "متن\u{2028}x", "متن"] {
            assert_eq!(of(text).length, "متن".len());
        }
    }

    #[test]
    fn quotation_marks_of_several_kinds_are_mixed() {
        assert!(of("“ا\"").mixed && of("''ا''").mixed && of("”ا“").mixed && of("‘‘ا").mixed);
        assert!(!of("“ا” \u{6be} “ب”").mixed && !of("\"ا\" it's").mixed);
        assert!(of("\"ا\"").straight && !of("\"ا").straight);
    }

    #[test]
    fn plain_urdu_has_no_reason_for_more() {
        let survey = of("وزیراعظم نے کہا ہے کہ “ہم تیار ہیں”۔");
        assert!(!survey.technical && !survey.language && !of("دلِ ناداں").language);
        assert!(of("كراچي").language && of("ښ").language && of("مِلّت").language && of("a@b").technical);
    }
}

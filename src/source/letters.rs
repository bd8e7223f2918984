//! Urdu that was typed with Arabic letters, as pages of the early web and conversions from InPage are, in Urdu letters for
//! those who look for words in it. Both take two bytes, so that every place in the text stays where it is.

use crate::swar::find;

/// The lead byte of the Arabic letters.
const ARABIC: u8 = 0xd9;

/// The second bytes of ي, ك and ه, and with them in Urdu letters ی, ک and ہ.
const LETTERS: [(u8, [u8; 2]); 3] = [(0x8a, [0xdb, 0x8c]), (0x83, [0xda, 0xa9]), (0x87, [0xdb, 0x81])];

/// Most bytes of a line that may have no letter of Urdu's own: a menu's entry, a section.
const SHORT: usize = 48;

/// The text with Urdu letters, but for its lines in Arabic; none where nothing changes.
pub(super) fn in_urdu_letters(text: &str) -> Option<String> {
    next_arabic(text.as_bytes(), 0)?;
    if !has_urdu(text) {
        return None;
    }
    let mut bytes = text.as_bytes().to_vec();
    let mut end = 0;
    while end < text.len() {
        let mut at = end;
        let line = text.get(at..)?;
        let line = find(line.as_bytes(), [b'\n', b'\r', b'\n']).map_or(line, |last| &line[..=last]);
        end += line.len();
        if line.len() > SHORT && !has_urdu(line) {
            continue;
        }
        while let Some(found) = next_arabic(bytes.get(..end)?, at) {
            at = found + 2;
            let letter = bytes.get_mut(found..at)?;
            let (_, urdu) = LETTERS.into_iter().find(|(second, _)| *second == letter[1])?;
            letter.copy_from_slice(&urdu);
        }
    }
    String::from_utf8(bytes).ok()
}

/// Where the next of these letters stands.
fn next_arabic(bytes: &[u8], from: usize) -> Option<usize> {
    let seconds = LETTERS.map(|(second, _)| second);
    let mut at = from;
    loop {
        at += find(bytes.get(at..)?, seconds)? + 1;
        if at >= 2 && bytes[at - 2] == ARABIC {
            return Some(at - 2);
        }
    }
}

/// Whether a letter is there that Arabic has not: one from U+0680 on before the marks and digits from U+06D4 on.
fn has_urdu(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_urdu = |pair: (&u8, &u8)| matches!(pair, (0xda, _) | (0xdb, 0x80..0x94));
    bytes.iter().zip(bytes.get(1..).unwrap_or_default()).any(is_urdu)
}

#[cfg(test)]
mod tests {
    use super::in_urdu_letters;

    #[test]
    fn urdu_lines_get_urdu_letters_and_arabic_ones_keep_theirs() {
        let text = "كراچي ميں بارش هوئي\nإن الله مع الصابرين إن الله مع الصابرين\nميدان";
        let read = in_urdu_letters(text).unwrap();
        assert_eq!(read, "کراچی میں بارش ہوئی\nإن الله مع الصابرين إن الله مع الصابرين\nمیدان");
        assert_eq!(in_urdu_letters("کراچی میں بارش ہوئی۔"), None);
        assert_eq!(in_urdu_letters("\u{8a}\u{d83}"), None);
    }
}

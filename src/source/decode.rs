//! Bytes into text: by byte order mark, by what the page says, by what the bytes can be.

use std::borrow::Cow;

use super::bad_encoding;
use super::single_byte::SingleByte;
use crate::error::{Error, ErrorCode};
use crate::messages::{fill, message};
use crate::options::Language;

/// As much of a page as is searched for its `<meta charset>`, in bytes; browsers look at 1024.
const PRESCAN: usize = 4096;

/// Decodes bytes. `label` is the encoding that a header around them names.
pub(super) fn decode<'a>(
    bytes: &'a [u8],
    label: Option<&str>,
    language: Language,
) -> Result<Cow<'a, str>, Error> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return text_of(language, String::from_utf8_lossy(rest));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return text_of(language, Cow::Owned(utf16(rest, u16::from_le_bytes)));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return text_of(language, Cow::Owned(utf16(rest, u16::from_be_bytes)));
    }
    if let Some(order) = utf16_order(bytes) {
        return text_of(language, Cow::Owned(utf16(bytes, order)));
    }
    // A text of other letters is UTF-8 by chance only, so that this goes before what a page says of itself.
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text_of(language, Cow::Borrowed(text));
    }
    let declared = label.map(str::to_owned).or_else(|| declared(&bytes[..bytes.len().min(PRESCAN)]));
    match declared.as_deref().and_then(named) {
        Some(Named::Utf8) => text_of(language, String::from_utf8_lossy(bytes)),
        Some(Named::SingleByte(encoding)) => text_of(language, Cow::Owned(encoding.decode(bytes))),
        Some(Named::Other) => {
            let text = message("error.bad-encoding.named", language);
            let values = [("encoding", declared.as_deref().unwrap_or_default())];
            Err(Error::new(ErrorCode::BadEncoding, fill(text, &values)))
        }
        None => guessed(bytes, language),
    }
}

/// A decoded text, if it is one: files of other kinds are full of control characters.
fn text_of(language: Language, text: Cow<'_, str>) -> Result<Cow<'_, str>, Error> {
    let mut controls = 0;
    let mut lost = 0;
    let mut all = 0usize;
    for c in text.chars() {
        all += 1;
        match c {
            '\t' | '\n' | '\r' | '\u{c}' | '\u{1a}' | '\u{1b}' => {}
            '\0'..' ' | '\u{7f}' => controls += 1,
            '\u{fffd}' => lost += 1,
            _ => {}
        }
    }
    let binary = controls * 50 > all || (lost * 10 > all && all > 8);
    if binary { Err(bad_encoding(language)) } else { Ok(text) }
}

fn utf16(bytes: &[u8], order: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| order([pair[0], pair[1]]));
    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The byte order of UTF-16 without a mark: its high bytes are few, those of ASCII and of the Arabic block.
fn utf16_order(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    let head = &bytes[..bytes.len().min(PRESCAN) & !1];
    if head.len() < 4 {
        return None;
    }
    let high = |byte: u8| matches!(byte, 0x00 | 0x06 | 0x20 | 0xfb | 0xfd | 0xfe);
    let share = |first: usize| head.iter().skip(first).step_by(2).filter(|&&byte| high(byte)).count() * 2;
    let holds_zero_or_block = head.iter().any(|&byte| byte == 0 || byte == 6);
    if !holds_zero_or_block {
        return None;
    }
    let (big, little) = (share(0), share(1));
    let clear = |this: usize, other: usize| this * 10 >= head.len() * 9 && other * 10 < head.len() * 6;
    if clear(little, big) {
        Some(u16::from_le_bytes)
    } else if clear(big, little) {
        Some(u16::from_be_bytes)
    } else {
        None
    }
}

/// Bytes that nothing names: UTF-8 with a few broken places, or windows-1256 if that gives Arabic letters.
fn guessed(bytes: &[u8], language: Language) -> Result<Cow<'_, str>, Error> {
    let lossy = String::from_utf8_lossy(bytes);
    let lost = lossy.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count();
    let wide = lossy.chars().filter(|c| !c.is_ascii()).count();
    if lost * 10 <= wide {
        return text_of(language, lossy);
    }
    let text = SingleByte::Windows1256.decode(bytes);
    let arabic = text.chars().filter(|&c| matches!(c, '\u{600}'..='\u{6ff}')).count();
    let other = text.chars().filter(|&c| !c.is_ascii() && !matches!(c, '\u{600}'..='\u{6ff}')).count();
    if arabic > 4 * other { text_of(language, Cow::Owned(text)) } else { Err(bad_encoding(language)) }
}

enum Named {
    Utf8,
    SingleByte(SingleByte),
    Other,
}

/// An encoding by one of its labels.
fn named(label: &str) -> Option<Named> {
    let label =
        label.trim_matches(|c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\'')).to_ascii_lowercase();
    Some(match label.as_str() {
        "" => return None,
        // A page that could say this in ASCII is not in UTF-16, says the standard.
        "utf-8" | "utf8" | "unicode-1-1-utf-8" | "utf-16" | "utf-16le" | "utf-16be" => Named::Utf8,
        "windows-1256" | "cp1256" | "x-cp1256" => Named::SingleByte(SingleByte::Windows1256),
        "windows-1252" | "cp1252" | "x-cp1252" | "iso-8859-1" | "iso8859-1" | "latin1" | "us-ascii"
        | "ascii" => Named::SingleByte(SingleByte::Windows1252),
        _ => Named::Other,
    })
}

/// The encoding that `<meta charset>` or `<meta http-equiv>` or an XML declaration names.
fn declared(head: &[u8]) -> Option<String> {
    let head: String = head
        .iter()
        .map(|&byte| if byte.is_ascii() { char::from(byte.to_ascii_lowercase()) } else { '?' })
        .collect();
    let mut rest = head.as_str();
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let marker = if rest.starts_with("meta") {
            "charset"
        } else if rest.starts_with("?xml") {
            "encoding"
        } else {
            continue;
        };
        let tag = rest.split('>').next().unwrap_or_default();
        if let Some(at) = tag.find(marker) {
            let value = tag[at + marker.len()..].trim_start().strip_prefix('=').unwrap_or_default();
            let value = value.trim_start().trim_start_matches(['"', '\'']);
            let end = value
                .find(|c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\'' | ';' | '/' | '?'))
                .unwrap_or(value.len());
            if end > 0 {
                return Some(value[..end].to_owned());
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "پاکستان میں آج، خبر ہے۔";

    fn text(bytes: &[u8]) -> String {
        decode(bytes, None, Language::En)
            .map(Cow::into_owned)
            .unwrap_or_else(|error| format!("{:?}", error.code()))
    }

    fn encode(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn utf_16_is_known_with_and_without_its_mark() {
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            assert_eq!(text(&encode(TEXT, order)), TEXT);
            assert_eq!(text(&encode(&format!("\u{feff}{TEXT}"), order)), TEXT);
            assert_eq!(
                text(&encode("<html><body>abc</body></html>", order)),
                "<html><body>abc</body></html>"
            );
        }
    }

    #[test]
    fn utf_8_is_known_whatever_the_page_says() {
        assert_eq!(text(format!("\u{feff}{TEXT}").as_bytes()), TEXT);
        let page = format!("<meta charset=windows-1256>{TEXT}");
        assert_eq!(text(page.as_bytes()), page);
    }

    #[test]
    fn windows_1256_is_known_by_its_name_or_its_letters() {
        // "سلام اردو، خبر" in windows-1256.
        let bytes = b"\xd3\xe1\xc7\xe3 \xc7\xd1\xcf\xe6\xa1 \xce\xc8\xd1";
        assert_eq!(text(bytes), "سلام اردو، خبر");
        let mut page = b"<meta http-equiv=Content-Type content=\"text/html; charset=windows-1256\">".to_vec();
        page.extend_from_slice(bytes);
        assert!(text(&page).ends_with("سلام اردو، خبر"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let noise: Vec<u8> = (0..2000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert_eq!(text(&noise), "BadEncoding");
        assert_eq!(text(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0"), "BadEncoding");
        let mut page = b"<meta charset=shift_jis>".to_vec();
        page.extend_from_slice(b"\x93\xfa\x96{\x8c\xea");
        assert_eq!(text(&page), "BadEncoding");
    }

    #[test]
    fn a_broken_place_in_utf_8_does_not_spoil_the_rest() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.pop();
        assert!(text(&bytes).starts_with("پاکستان میں"));
    }
}

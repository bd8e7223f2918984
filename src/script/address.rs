//! Addresses, hashtags, mentions and code: text whose marks and digits mean something else.

use super::class::{DIGIT, LETTER, MARK, TATWEEL, class, is_invisible, is_odd_space};
use super::entities;
use crate::script::unicode::is_alphanumeric;
use std::ops::Range;

/// Longer than the name of any scheme.
const LONGEST_SCHEME: usize = 12;
/// As long as the local part of an e-mail address can be.
const LONGEST_LOCAL: usize = 64;

/// Finds the technical spans of a line, in order.
pub(super) fn find(line: &str, spans: &mut Vec<Range<usize>>) {
    let bytes = line.as_bytes();
    let mut floor = 0;
    let mut at = 0;
    let mut unclosed = false;
    let begins = |byte: &u8| matches!(byte, b':' | b'w' | b'W' | b'@' | b'#' | b'&' | b'`' | 0xef);
    while let Some(plain) = bytes[at..].iter().position(begins) {
        at += plain;
        let span = match bytes[at] {
            b':' => scheme(line, at, floor),
            b'w' | b'W' => www(line, at),
            b'@' => email(bytes, at, floor).or_else(|| mention(line, at)),
            b'#' => hashtag(line, at),
            b'&' => encoded_tag(line, at),
            b'`' => code(bytes, at),
            0xef if !unclosed => {
                let span = ornate(bytes, at);
                // What one verse does not find, none after it does.
                unclosed = span.is_none() && is_ornate(bytes, at);
                span
            }
            _ => None,
        };
        match span {
            Some(span) => {
                floor = span.end;
                at = span.end;
                spans.push(span);
            }
            None if bytes[at] == b'`' => at += ticks(bytes, at),
            None => at += 1,
        }
    }
}

fn ticks(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().take_while(|&&b| b == b'`').count()
}

/// The end of the address that begins at `at`: with a scheme, with www, an e-mail address or a name
/// of a host.
pub(super) fn address_at(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let name = at + bytes.get(at..)?.iter().take(LONGEST_LOCAL).take_while(|&&b| is_local(b)).count();
    match bytes.get(name) {
        // An address is not read to its end for a name that is no scheme's.
        Some(b':') if letters_before(bytes, name, at.max(name.saturating_sub(LONGEST_SCHEME))) == at => {
            scheme(text, name, at).map(|span| span.end)
        }
        Some(b':') => None,
        Some(b'@') => email(bytes, name, at).filter(|span| span.start == at).map(|span| span.end),
        _ => www(text, at).map(|span| span.end).or_else(|| host_path(text, at)),
    }
}

fn scheme(line: &str, colon: usize, floor: usize) -> Option<Range<usize>> {
    let bytes = line.as_bytes();
    if bytes.get(colon + 1..colon + 3) != Some(b"//") {
        return None;
    }
    let name = letters_before(bytes, colon, floor.max(colon.saturating_sub(LONGEST_SCHEME)));
    // A scheme that touches the address before it was taken for its end.
    if name == colon && (colon == 0 || floor != colon) {
        return None;
    }
    let end = address_end(line, colon + 3);
    (end > colon + 3).then_some(name..end)
}

fn letters_before(bytes: &[u8], end: usize, floor: usize) -> usize {
    let mut start = end;
    while start > floor && bytes[start - 1].is_ascii_alphanumeric() {
        start -= 1;
    }
    start
}

fn www(line: &str, at: usize) -> Option<Range<usize>> {
    let bytes = line.as_bytes();
    if !bytes.get(at..at + 4)?.eq_ignore_ascii_case(b"www.") {
        return None;
    }
    let end = address_end(line, at + 4);
    (end > at + 4).then_some(at..end)
}

/// A host without a scheme: labels with dots, the last one of letters, then perhaps a path.
fn host_path(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let labels = bytes.get(at..)?;
    let length =
        labels.iter().take(253).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.')).count();
    let host = std::str::from_utf8(labels.get(..length)?).ok()?.trim_end_matches(['.', '-']);
    let (name, top) = host.rsplit_once('.')?;
    let plausible = !name.is_empty()
        && !host.contains("..")
        && top.len() >= 2
        && top.bytes().all(|b| b.is_ascii_alphabetic())
        && name.bytes().any(|b| b.is_ascii_alphabetic());
    let end = at + host.len();
    match bytes.get(end) {
        Some(b'/') if plausible => Some(address_end(text, end)),
        _ => plausible.then_some(end),
    }
}

/// The end of the hashtag or mention that begins at `at`.
pub(super) fn tag_at(text: &str, at: usize) -> Option<usize> {
    mention(text, at).map(|span| span.end)
}

/// Where an address ends that goes on at `from`: before space, quotes and Urdu marks, and without
/// the marks that close a sentence or a bracket around it.
pub(super) fn address_end(line: &str, from: usize) -> usize {
    let mut end = from;
    let mut depth = 0u32;
    let mut chars = line.get(from..).unwrap_or_default().char_indices();
    while let Some((at, c)) = chars.next() {
        let here = from + at;
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => break,
            ')' => depth -= 1,
            '&' => match entities::decode(line.as_bytes().get(here + 1..).unwrap_or_default()) {
                // Shows nothing, so it ends nothing.
                Some((decoded, length)) if is_invisible(decoded) => {
                    chars.nth(length - 1);
                    continue;
                }
                // `&nbsp;` ends an address, `&amp;` does not.
                Some((decoded, length))
                    if decoded != '&' && line.as_bytes().get(here + length) == Some(&b';') =>
                {
                    break;
                }
                _ => {}
            },
            '"' | '\'' | '<' | '>' | '`' | '{' | '}' | '|' | '[' | ']' => break,
            _ if is_invisible(c) => continue,
            _ if c.is_ascii_control() || c == ' ' || is_odd_space(c) => break,
            _ if !c.is_ascii() && class(c) & (LETTER | MARK | DIGIT) == 0 && !is_alphanumeric(c) => break,
            _ => {}
        }
        // Marks at the end are the sentence's.
        if !matches!(c, '.' | ',' | ';' | ':' | '?' | '!' | '*' | '_' | '~') {
            end = here + c.len_utf8();
        }
    }
    end
}

fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-')
}

fn email(bytes: &[u8], sign: usize, floor: usize) -> Option<Range<usize>> {
    let floor = floor.max(sign.saturating_sub(LONGEST_LOCAL));
    let mut start = sign;
    while start > floor && is_local(bytes[start - 1]) {
        start -= 1;
    }
    let host = bytes.get(sign + 1..)?;
    let length =
        host.iter().take(253).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.')).count();
    // An address that touches it is another one.
    let mut end =
        host[..length].windows(4).skip(1).position(|label| label == b"www.").map_or(length, |at| at + 1);
    while end > 0 && matches!(host[end - 1], b'.' | b'-') {
        end -= 1;
    }
    let dotted = host[..end].iter().skip(1).any(|&b| b == b'.');
    (start < sign && dotted).then_some(start..sign + 1 + end)
}

fn mention(line: &str, sign: usize) -> Option<Range<usize>> {
    let tag = line.get(sign + 1..)?;
    let (tag, rest) = tag.split_at_checked(tag_length(tag))?;
    // An address that touches a tag is an address.
    let tag = match rest {
        _ if rest.starts_with("://") => tag.trim_end_matches(|c: char| c.is_ascii_alphanumeric()),
        _ if rest.starts_with('.') => tag.strip_suffix("www").unwrap_or(tag),
        _ => tag,
    };
    let tag = tag.trim_end_matches(is_invisible);
    (!tag.is_empty()).then_some(sign..sign + 1 + tag.len())
}

fn hashtag(line: &str, sign: usize) -> Option<Range<usize>> {
    let bytes = line.as_bytes();
    if is_of_an_entity(line, sign, bytes.get(sign + 1)) { None } else { mention(line, sign) }
}

/// Whether a sign before `next` is, or is going to be, that of `&#1575;`: where its `&` is still `&amp;`, and where
/// something that shows nothing is going to be taken out between them.
fn is_of_an_entity(line: &str, sign: usize, next: Option<&u8>) -> bool {
    matches!(next, Some(b'0'..=b'9' | b'x' | b'X'))
        && line[..sign].trim_end_matches(is_invisible).ends_with(['&', ';'])
}

/// The tag behind a sign that is still an entity, without the entity: that is going to be decoded.
fn encoded_tag(line: &str, at: usize) -> Option<Range<usize>> {
    let (sign, length) = entities::decode(line.as_bytes().get(at + 1..)?)?;
    let from = at + length;
    if sign == '#' && is_of_an_entity(line, at, line.as_bytes().get(from + 1)) {
        return None;
    }
    let tag = if matches!(sign, '#' | '@') { mention(line, from)? } else { return None };
    Some(from + 1..tag.end)
}

/// How many bytes of `text` are letters, digits, marks and underscores; what shows nothing between
/// them ends nothing.
fn tag_length(text: &str) -> usize {
    let mut chars = text.char_indices();
    let mut end = 0;
    while let Some((at, c)) = chars.next() {
        if c == '&' {
            match entities::decode(text.as_bytes().get(at + 1..).unwrap_or_default()) {
                Some((decoded, length)) if is_invisible(decoded) => _ = chars.nth(length - 1),
                _ => break,
            }
        } else if class(c) & (LETTER | MARK | DIGIT | TATWEEL) != 0 || c == '_' || is_alphanumeric(c) {
            end = at + c.len_utf8();
        } else if !is_invisible(c) {
            break;
        }
    }
    end
}

/// Code in backticks on one line.
fn code(bytes: &[u8], tick: usize) -> Option<Range<usize>> {
    let count = ticks(bytes, tick);
    if count != 1 && count != 3 {
        return None;
    }
    let inner = tick + count;
    let length = bytes.get(inner..)?.iter().position(|&b| b == b'`')?;
    (length > 0 && ticks(bytes, inner + length) == count).then_some(tick..inner + length + count)
}

const OPENING: &[u8] = "\u{fd3f}".as_bytes();
const CLOSING: &[u8] = "\u{fd3e}".as_bytes();

fn is_ornate(bytes: &[u8], at: usize) -> bool {
    bytes[at..].starts_with(OPENING) || bytes[at..].starts_with(CLOSING)
}

/// A Quranic quotation in its ornate parentheses, in either order.
fn ornate(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let close = match &bytes[at..] {
        rest if rest.starts_with(OPENING) => CLOSING,
        rest if rest.starts_with(CLOSING) => OPENING,
        _ => return None,
    };
    let length = bytes.get(at + 3..)?.windows(3).position(|window| window == close)?;
    Some(at..at + 3 + length + 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(line: &str) -> Vec<&str> {
        let mut spans = Vec::new();
        find(line, &mut spans);
        spans.into_iter().map(|span| &line[span]).collect()
    }

    #[test]
    fn an_address_ends_before_the_marks_of_its_sentence() {
        assert_eq!(spans("دیکھیں https://a.pk/x?b=1,2&c=3۔ اور"), ["https://a.pk/x?b=1,2&c=3"]);
        assert_eq!(
            spans("(see http://a.pk/b_(c)). www.example.pk, x"),
            ["http://a.pk/b_(c)", "www.example.pk"]
        );
        assert_eq!(
            spans("https://ur.wikipedia.org/wiki/پاکستان، اور"),
            ["https://ur.wikipedia.org/wiki/پاکستان"]
        );
        assert_eq!(spans("https://a.pk&nbsp;متن"), ["https://a.pk"]);
    }

    #[test]
    fn mail_tags_mentions_and_code_are_spans() {
        assert_eq!(spans("لکھیں info.desk@example.com.pk. پر"), ["info.desk@example.com.pk"]);
        assert_eq!(spans("#پاکستان_زندہ_باد اور @user_1،"), ["#پاکستان_زندہ_باد", "@user_1"]);
        assert_eq!(spans("چلائیں `a;b` یا ``x"), ["`a;b`"]);
        assert_eq!(spans("&#1575; &#x627;"), [""; 0]);
    }

    #[test]
    fn a_verse_in_ornate_parentheses_is_a_span() {
        assert_eq!(spans("کہا \u{fd3f}قل هو\u{fd3e} اور"), ["\u{fd3f}قل هو\u{fd3e}"]);
        assert_eq!(spans("کہا \u{fd3f}قل هو"), [""; 0]);
    }

    #[test]
    fn an_address_is_read_from_its_first_letter() {
        let whole = |text: &str| address_at(text, 0).map(|end| text[..end].to_owned());
        assert_eq!(whole("www.example.pk کھولیں").as_deref(), Some("www.example.pk"));
        assert_eq!(whole("example.com/a-b?x=1۔").as_deref(), Some("example.com/a-b?x=1"));
        assert_eq!(whole("a.b@c.pk پر").as_deref(), Some("a.b@c.pk"));
        assert_eq!(whole("3.5 فیصد"), None);
        assert_eq!(whole("U.S. فوج"), None);
        assert_eq!(whole("Ph.D. کی"), None);
    }
}

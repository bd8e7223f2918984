//! Pages saved with their parts (`.mht`, `.mhtml`): the page out of its MIME message.
//!
//! By hand, because all that is wanted is one part of a message: the smallest well-kept library
//! (`mail-parser`) adds 53 KB of brotli to the module.

use super::{bad_encoding, decode::decode};
use crate::error::Error;
use crate::options::Language;
use crate::page::parted;

/// Parts inside parts are looked into this deep.
const DEEPEST: usize = 8;

/// The page of a saved message.
pub(super) struct SavedPage {
    pub markup: String,
    pub url: Option<String>,
}

/// The first HTML part of a message, or the one that the message names as its root.
pub(super) fn page(bytes: &[u8], language: Language) -> Result<SavedPage, Error> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let message = Part::parse(bytes);
    let root = message.content_type.parameter("start");
    let mut open = vec![(message, 0)];
    let mut page: Option<SavedPage> = None;
    while let Some((part, depth)) = open.pop() {
        if let Some(boundary) = part.content_type.parameter("boundary")
            && part.content_type.is("multipart/")
            && depth < DEEPEST
        {
            open.extend(part.parts(&boundary).into_iter().rev().map(|inner| (inner, depth + 1)));
            continue;
        }
        let is_root = root.is_some() && part.header("content-id") == root.as_deref();
        let is_page = part.content_type.is("text/html") || part.content_type.is("application/xhtml");
        if is_page && (page.is_none() || is_root) {
            let body = part.decoded();
            let charset = part.content_type.parameter("charset");
            let markup = decode(&body, charset.as_deref(), language)?.into_owned();
            let url =
                part.header("content-location").filter(|url| url.starts_with("http")).map(str::to_owned);
            page = Some(SavedPage { markup, url });
            if is_root || root.is_none() {
                break;
            }
        }
    }
    page.ok_or_else(|| bad_encoding(language))
}

/// A part of a message: its headers and what stands under them.
struct Part<'a> {
    headers: Vec<(String, String)>,
    content_type: ContentType,
    body: &'a [u8],
}

impl<'a> Part<'a> {
    fn parse(bytes: &'a [u8]) -> Self {
        let mut headers: Vec<(String, String)> = Vec::new();
        let mut rest = bytes;
        while let Some((line, behind)) = next_line(rest) {
            rest = behind;
            if line.is_empty() {
                break;
            }
            let line = String::from_utf8_lossy(line);
            if line.starts_with([' ', '\t']) {
                if let Some((_, value)) = headers.last_mut() {
                    value.push(' ');
                    value.push_str(line.trim());
                }
            } else if let Some((name, value)) = parted(&line, ":") {
                headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
        let content_type =
            headers.iter().find(|(name, _)| name == "content-type").map_or("", |(_, value)| value);
        let content_type = ContentType(content_type.to_owned());
        Self { headers, content_type, body: rest }
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The parts between the boundaries.
    fn parts(&self, boundary: &str) -> Vec<Part<'a>> {
        let mark = format!("--{boundary}");
        let mut parts = Vec::new();
        let mut start = None;
        let mut at = 0;
        while let Some((line, behind)) = next_line(&self.body[at..]) {
            let next = self.body.len() - behind.len();
            if line.starts_with(mark.as_bytes()) {
                if let Some(start) = start {
                    parts.push(Part::parse(&self.body[start..at]));
                }
                start = (!line[mark.len()..].starts_with(b"--")).then_some(next);
            }
            at = next;
        }
        if let Some(start) = start {
            parts.push(Part::parse(&self.body[start..]));
        }
        parts
    }

    /// The body without its transfer encoding.
    fn decoded(&self) -> Vec<u8> {
        match self.header("content-transfer-encoding").map(str::to_ascii_lowercase).as_deref() {
            Some("quoted-printable") => from_quoted_printable(self.body),
            Some("base64") => from_base64(self.body),
            _ => self.body.to_vec(),
        }
    }
}

/// The value of a `Content-Type` header.
struct ContentType(String);

impl ContentType {
    fn is(&self, kind: &str) -> bool {
        self.0.get(..kind.len()).is_some_and(|head| head.eq_ignore_ascii_case(kind))
    }

    fn parameter(&self, name: &str) -> Option<String> {
        self.0.split(';').skip(1).find_map(|parameter| {
            let (known, value) = parted(parameter, "=")?;
            let value = value.trim().trim_matches('"');
            known.trim().eq_ignore_ascii_case(name).then(|| value.to_owned())
        })
    }
}

/// The first line without its end, and what comes after; none at the end.
fn next_line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    if bytes.is_empty() {
        return None;
    }
    let end = bytes.iter().position(|&byte| byte == b'\n');
    let (line, rest) = end.map_or((bytes, &bytes[bytes.len()..]), |end| (&bytes[..end], &bytes[end + 1..]));
    Some((line.strip_suffix(b"\r").unwrap_or(line), rest))
}

fn from_quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((line, behind)) = next_line(rest) {
        let ended = behind.len() < rest.len() && rest[rest.len() - behind.len() - 1] == b'\n';
        rest = behind;
        let line = line.trim_ascii_end();
        let (line, soft) = line.strip_suffix(b"=").map_or((line, false), |line| (line, true));
        let mut at = 0;
        while let Some(&byte) = line.get(at) {
            let code = if byte == b'=' { hex(line.get(at + 1)).zip(hex(line.get(at + 2))) } else { None };
            match code {
                Some((high, low)) => {
                    decoded.push(high * 16 + low);
                    at += 3;
                }
                None => {
                    decoded.push(byte);
                    at += 1;
                }
            }
        }
        if ended && !soft {
            decoded.push(b'\n');
        }
    }
    decoded
}

fn hex(digit: Option<&u8>) -> Option<u8> {
    char::from(*digit?).to_digit(16).map(|digit| digit as u8)
}

fn from_base64(bytes: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut bits, mut held) = (0u32, 0);
    for &byte in bytes {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = (bits << 6 | u32::from(value)) & 0xff_ffff;
        held += 6;
        if held >= 8 {
            held -= 8;
            decoded.push((bits >> held) as u8);
        }
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    const MESSAGE: &str = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.com/a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----Part--1\"\r\n\r\n\r\n";

    fn message(encoding: &str, body: &str) -> String {
        format!(
            "{MESSAGE}------Part--1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Location: https://example.com/a\r\n\r\n{body}\r\n------Part--1\r\nContent-Type: text/css\r\n\r\np {{}}\r\n------Part--1--\r\n"
        )
    }

    #[test]
    fn a_quoted_printable_page_comes_out_with_its_address() {
        let body = "<p class=3D\"a\">=D8=A7=D8=B1=D8=AF=D9=88 =\r\nخبر</p>";
        let page = page(message("quoted-printable", body).as_bytes(), Language::En).unwrap();
        assert_eq!(page.markup.trim(), "<p class=\"a\">اردو خبر</p>");
        assert_eq!(page.url.as_deref(), Some("https://example.com/a"));
    }

    #[test]
    fn a_base64_page_comes_out() {
        let page = page(message("base64", "PHA+2KfYsdiv2Yg8L3A+").as_bytes(), Language::En).unwrap();
        assert_eq!(page.markup.trim(), "<p>اردو</p>");
    }

    #[test]
    fn a_message_without_a_page_is_refused() {
        let text =
            format!("{MESSAGE}------Part--1\r\nContent-Type: text/css\r\n\r\np {{}}\r\n------Part--1--\r\n");
        assert_eq!(
            page(text.as_bytes(), Language::En).map(|page| page.markup).unwrap_err().code(),
            crate::error::ErrorCode::BadEncoding
        );
    }
}

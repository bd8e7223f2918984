//! Text, HTML or a saved page: what an input is when nobody says.

use crate::page::parted;

/// As much of an input as is looked at for its kind, in bytes.
const HEAD: usize = 64 * 1024;

/// Elements that only a page or copied rich text has; code samples and stray marks in a text have few of them.
const ELEMENTS: [&str; 34] = [
    "html",
    "head",
    "body",
    "meta",
    "title",
    "link",
    "style",
    "script",
    "div",
    "span",
    "p",
    "a",
    "table",
    "tr",
    "td",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "section",
    "article",
    "header",
    "footer",
    "nav",
    "main",
    "aside",
    "figure",
    "img",
    "br",
    "font",
    "blockquote",
];

/// Whether a text is markup: it begins as a page does, or tags hold it together from end to end.
///
/// A text that speaks of tags, or has a stray `<b>`, begins with words and is mostly text.
pub(super) fn is_html(text: &str) -> bool {
    let text = text.trim_start_matches(crate::page::is_space);
    if clipboard_markup(text).is_some() {
        return true;
    }
    let head = without_comments(text);
    if begins_with_page(head) {
        return true;
    }
    let counted = count_tags(head_of(text));
    let framed = head.starts_with('<') && text.trim_end_matches(crate::page::is_space).ends_with('>');
    // Two tags around one text are a fragment; inside a text it takes many.
    (framed && counted.opening >= 1 && counted.closing + counted.void >= 1 && begins_with_tag(head))
        || (counted.block_opening >= 3
            && counted.opening * 400 >= counted.bytes
            && counted.closing * 2 >= counted.block_opening)
}

/// Whether bytes are a page saved with its parts: they begin with the headers of a mail message.
pub(super) fn is_mhtml(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    // Header names are ASCII: most texts are known by their first letter.
    let first = head.iter().find(|byte| !byte.is_ascii_whitespace() && !matches!(byte, 0xef | 0xbb | 0xbf));
    if !first.is_some_and(u8::is_ascii_alphanumeric) {
        return false;
    }
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let mut headers = 0;
    let mut multipart = false;
    for line in text.lines() {
        if line.trim().is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, value)) = parted(line, ":") else { return false };
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            return false;
        }
        headers += 1;
        let value = value.trim().to_ascii_lowercase();
        multipart |= name.eq_ignore_ascii_case("content-type")
            && (value.starts_with("multipart/related")
                || value.starts_with("multipart/alternative")
                || value.starts_with("multipart/mixed")
                || value.starts_with("text/html"));
    }
    headers >= 2 && multipart
}

/// Markup in the form that Windows puts on the clipboard: without its header, and the page's address from it.
pub(super) fn without_clipboard_header(text: &str) -> (&str, Option<&str>) {
    clipboard_markup(text).unwrap_or((text, None))
}

/// The markup behind a clipboard header, and the address that the header gives.
fn clipboard_markup(text: &str) -> Option<(&str, Option<&str>)> {
    let text = text.trim_start();
    if !text.starts_with("Version:") {
        return None;
    }
    let header = text
        .split('<')
        .next()
        .filter(|header| header.contains("StartHTML:") && header.contains("StartFragment:"))?;
    let url = header.lines().find_map(|line| line.strip_prefix("SourceURL:")).map(str::trim);
    Some((&text[header.len()..], url.filter(|url| url.starts_with("http"))))
}

fn head_of(text: &str) -> &str {
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The text after comments, processing instructions and space at its head.
fn without_comments(mut text: &str) -> &str {
    loop {
        let end = if text.starts_with("<!--") {
            text.find("-->").map(|at| at + 3)
        } else if text.starts_with("<?") {
            text.find('>').map(|at| at + 1)
        } else {
            None
        };
        match end {
            Some(end) => text = text[end..].trim_start_matches(crate::page::is_space),
            None => return text,
        }
    }
}

fn begins_with_page(text: &str) -> bool {
    let starts = |name: &str| {
        text.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name))
            && text[name.len()..].starts_with(|c: char| c == '>' || c.is_ascii_whitespace())
    };
    ["<!doctype", "<html", "<head", "<body", "<meta"].into_iter().any(starts)
}

fn begins_with_tag(text: &str) -> bool {
    text.strip_prefix('<').and_then(tag_name).is_some_and(|name| is_element(name) || is_inline(name))
}

fn is_element(name: &str) -> bool {
    ELEMENTS.iter().any(|known| known.eq_ignore_ascii_case(name))
}

fn is_inline(name: &str) -> bool {
    [
        "b", "i", "u", "em", "strong", "small", "center", "pre", "details", "dl", "form", "h5", "h6",
        "figure", "bdi", "time",
    ]
    .iter()
    .any(|known| known.eq_ignore_ascii_case(name))
}

fn tag_name(rest: &str) -> Option<&str> {
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let name = &rest[..end];
    let closed = rest[end..].starts_with(['>', '/', ' ', '\n', '\t', '\r']);
    (name.starts_with(|c: char| c.is_ascii_alphabetic()) && closed).then_some(name)
}

#[derive(Default)]
struct TagCount {
    bytes: usize,
    opening: usize,
    block_opening: usize,
    closing: usize,
    void: usize,
}

fn count_tags(text: &str) -> TagCount {
    let mut count = TagCount { bytes: text.len(), ..TagCount::default() };
    for piece in text.split('<').skip(1) {
        if let Some(name) = piece.strip_prefix('/').and_then(tag_name) {
            count.closing += usize::from(is_element(name) || is_inline(name));
        } else if let Some(name) = tag_name(piece) {
            let void =
                ["br", "img", "meta", "link", "hr"].iter().any(|known| known.eq_ignore_ascii_case(name));
            count.void += usize::from(void);
            count.opening += usize::from(is_element(name) || is_inline(name));
            count.block_opening += usize::from(is_element(name) && !void);
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_fragments_are_html() {
        for text in [
            "<!DOCTYPE html><p>متن",
            "\u{feff}\n<!-- محفوظ --><html lang=ur><body>متن",
            "<p>پہلا</p>\n<p>دوسرا</p>",
            "<meta charset='utf-8'><span>متن</span>",
            "<div>متن</div>",
            "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\nStartFragment:0000000141\r\nSourceURL:https://example.com/a\r\n<html><body>متن</body></html>",
            "سرخی<div>پہلا</div><div>دوسرا</div><p>تیسرا</p>",
        ] {
            assert!(is_html(text), "{text}");
        }
    }

    #[test]
    fn a_text_that_holds_tags_is_text() {
        for text in [
            "یہ <b>اہم</b> خبر ہے کہ پل بند ہے۔",
            "ایچ ٹی ایم ایل میں <div> اور <p> بہت استعمال ہوتے ہیں۔",
            "کوڈ یہ ہے:\n<p>متن</p>\nاور بس۔",
            "<تصویر> یہ خبر ہے۔",
            "3 < 5 اور 7 > 2",
            "",
            "<3 محبت",
        ] {
            assert!(!is_html(text), "{text}");
        }
    }

    #[test]
    fn a_saved_page_begins_with_mail_headers() {
        assert!(is_mhtml(b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n--x"));
        assert!(!is_mhtml("From: me\nیہ متن ہے".as_bytes()));
        assert!(!is_mhtml("نوٹ: پہلی سطر\n".as_bytes()));
    }
}

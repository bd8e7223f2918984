//! Plain markup into tokens. Most of a page is text without references, tags with attributes in quotes, and comments:
//! those are told here, several times as fast as html5ever's state machine tells them. What is anything else is left to
//! that, and so is what its tree builder may want read in another state than that of text and tags.

use std::borrow::Cow;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token};
use html5ever::{Attribute, LocalName, QualName, ns};

use super::attribute::AttributeName;
use crate::swar::find;

/// A token, none for a comment, which nobody reads; and where in the page it ends.
pub(super) type Plain = (Option<Token>, usize);

/// The token that begins at `start` of a page without U+0000. The tokenizer has to read on from there where this gives
/// nothing.
pub(super) fn token(page: &StrTendril, start: usize) -> Option<Plain> {
    let bytes = page.as_bytes();
    if bytes[start] != b'<' {
        let end = text_end(bytes, start)?;
        let text = page.subtendril(start as u32, (end - start) as u32);
        return Some((Some(Token::CharacterTokens(text)), end));
    }
    if bytes[start..].starts_with(b"<!--") {
        return Some((None, comment_end(bytes, start + 4)?));
    }
    let mut reader = Reader { page, bytes, at: start + 1 };
    let tag = reader.tag()?;
    Some((Some(Token::TagToken(tag)), reader.at))
}

/// Where the text ends that begins at `start`: at a tag, or at a line break of two characters, which is a single one. None
/// where it ends at something that stands for other characters.
fn text_end(bytes: &[u8], start: usize) -> Option<usize> {
    let end = start + find(&bytes[start..], [b'<', b'&', b'\r'])?;
    match bytes[end] {
        b'<' => Some(end),
        b'\r' if end > start && bytes.get(end + 1) == Some(&b'\n') => Some(end),
        _ => None,
    }
}

/// Where a comment ends whose text begins at `start`; none where it is not closed as comments should be.
fn comment_end(bytes: &[u8], start: usize) -> Option<usize> {
    let text = &bytes[start..];
    if text.starts_with(b">") || text.starts_with(b"->") {
        return None;
    }
    let mut at = 0;
    loop {
        at += find(&text[at..], [b'>'; 3])?;
        if text[..at].ends_with(b"--") || text[..at].ends_with(b"--!") {
            return Some(start + at + 1);
        }
        at += 1;
    }
}

/// Reads one tag.
struct Reader<'a> {
    page: &'a StrTendril,
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// The bytes from here to the first that `ends`, or nothing where the page ends before.
    fn until(&mut self, ends: impl Fn(u8) -> bool) -> Option<std::ops::Range<usize>> {
        let start = self.at;
        self.at += self.bytes[start..].iter().position(|&byte| ends(byte))?;
        Some(start..self.at)
    }

    fn skip_space(&mut self) -> Option<()> {
        self.until(|byte| !byte.is_ascii_whitespace()).map(|_| ())
    }

    fn tag(&mut self) -> Option<Tag> {
        let kind = if self.peek()? == b'/' { TagKind::EndTag } else { TagKind::StartTag };
        self.at += usize::from(kind == TagKind::EndTag);
        if !self.peek()?.is_ascii_alphabetic() {
            return None;
        }
        let name = self.until(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'))?;
        let name = lower(&self.page[name]);
        if kind == TagKind::StartTag && holds_raw_text(&name) {
            return None;
        }
        let mut tag = Tag {
            kind,
            name: LocalName::from(name),
            self_closing: false,
            attrs: Vec::new(),
            had_duplicate_attributes: false,
        };
        loop {
            self.skip_space()?;
            match self.peek()? {
                b'>' => break,
                b'/' => {
                    self.at += 1;
                    tag.self_closing = self.peek()? == b'>';
                }
                _ => self.attribute(&mut tag.attrs)?,
            }
        }
        self.at += 1;
        Some(tag)
    }

    /// Reads an attribute, and puts it to the others if its value is of use and its name is new.
    fn attribute(&mut self, attributes: &mut Vec<Attribute>) -> Option<()> {
        let start = self.at;
        // An equals sign that begins a name belongs to it.
        self.at += 1;
        self.until(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'='))?;
        let name = AttributeName::local(&lower(&self.page[start..self.at]))
            .filter(|name| attributes.iter().all(|attribute| attribute.name.local != *name));
        self.skip_space()?;
        let value = if self.peek()? == b'=' { self.value()? } else { self.at..self.at };
        let Some(name) = name else { return Some(()) };
        let (text, bytes) = (&self.page[value.clone()], &self.bytes[value.clone()]);
        let value = match find(bytes, [b'&', b'\r', b'\r']) {
            None => self.page.subtendril(value.start as u32, value.len() as u32),
            // Addresses have it between their parameters.
            Some(_) if only_ampersands(text) => StrTendril::from(text.replace("&amp;", "&")),
            _ => return None,
        };
        attributes.push(Attribute { name: QualName::new(None, ns!(), name), value });
        Some(())
    }

    /// The value behind an equals sign; none where there is no value.
    fn value(&mut self) -> Option<std::ops::Range<usize>> {
        self.at += 1;
        self.skip_space()?;
        match self.peek()? {
            b'>' => None,
            quote @ (b'"' | b'\'') => {
                let start = self.at + 1;
                let end = start + find(&self.bytes[start..], [quote; 3])?;
                self.at = end + 1;
                Some(start..end)
            }
            _ => self.until(|byte| byte.is_ascii_whitespace() || byte == b'>'),
        }
    }
}

/// Whether a value has no other reference than "&amp;", and no line break that is to be made another.
fn only_ampersands(value: &str) -> bool {
    let references = value.bytes().filter(|&byte| byte == b'&').count();
    references == value.matches("&amp;").count() && !value.contains('\r')
}

/// Names are the same in small letters.
fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

/// Whether what follows the start tag is not always read as text and tags.
fn holds_raw_text(name: &str) -> bool {
    matches!(
        name,
        "iframe" | "noembed" | "noframes" | "plaintext" | "script" | "style" | "textarea" | "title" | "xmp"
    )
}

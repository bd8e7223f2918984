//! Text and addresses so that Markdown reads them as text and addresses.

use std::ops::Range;

use crate::render::out::Out;

/// Where a line stands, which decides what Markdown would take for markup in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At the start of a block or after a hard break.
    Block,
    /// After the `#` of a heading, where a closing `#` would be dropped.
    Heading,
    /// Between the bars of a table.
    Cell,
}

/// One line of text.
pub(super) struct Line<'a> {
    text: &'a str,
    /// From the first to the last character that is no space. Markdown drops space outside it.
    content: Range<usize>,
    /// Where the mark stands that would make a list, a heading, a rule or a table of this line.
    opener: Option<usize>,
    place: Place,
}

impl<'a> Line<'a> {
    /// `range` holds no line break.
    pub(super) fn new(text: &'a str, range: Range<usize>, place: Place) -> Self {
        let line = text.get(range.clone()).unwrap_or_default();
        let start = range.start + (line.len() - line.trim_start_matches(is_blank).len());
        let content = line.trim_matches(is_blank);
        let opener = opener(content).map(|at| start + at).filter(|_| place == Place::Block);
        Self { text, content: start..start + content.len(), opener, place }
    }

    /// Appends a part of the line.
    pub(super) fn write(&self, out: &mut Out, range: Range<usize>) {
        let part = self.text.get(range.clone()).unwrap_or_default();
        for (at, c) in part.char_indices().map(|(at, c)| (range.start + at, c)) {
            let last = at + c.len_utf8() == range.end;
            match c {
                _ if is_blank(c) && !self.content.contains(&at) => out.put(blank(c)),
                '\0' => out.put("\u{fffd}"),
                _ => {
                    if self.is_markup(at, c) || (c == '!' && last) {
                        out.put("\\");
                    }
                    out.put_char(c);
                }
            }
        }
    }

    fn is_markup(&self, at: usize, c: char) -> bool {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' => true,
            '#' if self.place == Place::Heading => true,
            '&' => is_entity(&self.text[at..]),
            _ => self.opener == Some(at),
        }
    }
}

/// Such a character by its number.
fn blank(c: char) -> &'static str {
    match c {
        '\t' => "&#9;",
        '\u{b}' => "&#11;",
        '\u{c}' => "&#12;",
        _ => "&#32;",
    }
}

fn is_blank(c: char) -> bool {
    c.is_ascii_whitespace() || c == '\u{b}'
}

/// The byte of the mark that makes more than a paragraph of a line: `#`, `+`, `-`, `=`, `:`, or the
/// dot of a number.
fn opener(content: &str) -> Option<usize> {
    let digits = content.len() - content.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut after = content[digits..].chars();
    match (digits, after.next()?) {
        (0, '#' | '+' | '-' | '=' | ':') => Some(0),
        (1..=9, '.' | ')') if after.next().is_none_or(is_blank) => Some(digits),
        _ => None,
    }
}

/// Whether `&` here begins what a reader would decode: `&amp;`, `&#8204;`.
fn is_entity(text: &str) -> bool {
    /// The longest name, `CounterClockwiseContourIntegral`, with `&`.
    const LONGEST: usize = 32;
    let name = text.bytes().skip(1).take(LONGEST);
    let len = name.clone().take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    len > 0 && text.as_bytes().get(len + 1) == Some(&b';')
}

/// Appends a safe address as the target of a link.
pub(super) fn address(out: &mut Out, address: &str) {
    for (at, c) in address.char_indices() {
        match c {
            '(' => out.put("%28"),
            ')' => out.put("%29"),
            '\\' => out.put("%5C"),
            '&' if is_entity(&address[at..]) => out.put("&amp;"),
            // Inside a table a bar would end the cell.
            '|' => out.put("%7C"),
            _ => out.put_char(c),
        }
    }
}

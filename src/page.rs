//! A page as lines, whatever it came from: the one form that every stage after `read` knows.

use std::ops::Range;

pub(crate) use crate::read::{Container, Tag, Topics};
use crate::swar::find;

/// A page in reading order.
#[derive(Debug, Default)]
pub(crate) struct Page<'a> {
    /// The source text, in Urdu letters; every range below is in bytes of it.
    pub source: &'a str,
    /// Its lines, ascending; disjoint but for holes, whose lines follow the line that they are in. Text that lies in no line is white space.
    pub lines: Vec<Line>,
    /// What HTML metadata says of the page; empty for plain text.
    pub metadata: Metadata,
    /// Links and emphasis, by start.
    pub marks: Vec<Inline>,
    /// Pictures, by the line before which they stand.
    pub pictures: Vec<Picture>,
    /// Stretches inside lines that a reader does not see, ascending and disjoint.
    pub hidden: Vec<Range<usize>>,
    /// The blocks that the lines are in, each after the one that holds it; empty for plain text.
    pub containers: Vec<Container>,
    /// How many stretches of the source were decoded wrongly once and set right.
    pub repaired: u32,
}

/// What select-all would put on a line of its own: a line of text, or the text of one HTML block.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// From its first to its last character that is no space, or of a table's row of HTML the tab at the border of an
    /// empty cell. A hard-wrapped paragraph is one line
    /// that holds line breaks.
    pub range: Range<usize>,
    /// Lines of their own that stand inside it: a page number in a hard-wrapped paragraph.
    pub holes: Vec<Range<usize>>,
    /// What its layout says it is.
    pub form: LineForm,
    /// How far from the line above: 0 next to it, 1 apart as paragraphs of this page are, 2 farther.
    pub gap: u8,
    /// What only markup knows; none for plain text.
    pub markup: Option<Box<Markup>>,
}

impl Line {
    /// Whether its readers do not see it.
    pub(crate) fn is_hidden(&self) -> bool {
        self.markup.as_ref().is_some_and(|markup| markup.hidden)
    }

    /// Its own text: its range without its holes.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = Range<usize>> {
        let starts = std::iter::once(self.range.start).chain(self.holes.iter().map(|hole| hole.end));
        let ends = self.holes.iter().map(|hole| hole.start).chain(std::iter::once(self.range.end));
        starts.zip(ends).map(|(start, end)| start..end)
    }
}

/// What a line's layout says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LineForm {
    Text,
    Heading(u8),
    Item,
    Row,
    Quote,
    Preformatted,
    Caption,
}

/// What only markup knows of a line.
#[derive(Clone, Debug, Default)]
pub(crate) struct Markup {
    /// The page hides it from a reader.
    pub hidden: bool,
    /// The innermost block that it is in.
    pub container: u32,
    /// The inline element that holds all of it.
    pub tag: Tag,
    /// What class, id and role of inline elements that hold all of it speak of.
    pub topics: Topics,
    /// How high its letters are, in pixels.
    pub size: u16,
}

/// A link or an emphasis.
#[derive(Clone, Debug)]
pub(crate) struct Inline {
    pub range: Range<usize>,
    pub kind: crate::article::MarkKind,
    /// A link's address as it is written.
    pub href: Option<String>,
}

/// A picture.
#[derive(Clone, Debug)]
pub(crate) struct Picture {
    /// The line before which it stands.
    pub before: usize,
    /// Its address as it is written.
    pub src: String,
    pub alt: Option<String>,
    /// The line that is its caption.
    pub caption: Option<usize>,
}

/// What HTML metadata says of the page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Metadata {
    pub title: Option<String>,
    pub byline: Vec<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    /// The moments that its `<time>` elements stand for, in page order.
    pub times: Vec<String>,
    pub site_name: Option<String>,
    /// The page's own address, as it gives it.
    pub url: Option<String>,
    /// What relative addresses on it refer to.
    pub base: Option<String>,
    pub image: Option<String>,
    pub lang: Option<String>,
    pub dir: Option<crate::article::Direction>,
    /// What it says it is about; often the beginning of the text.
    pub description: Option<String>,
    /// The article's text, where the page repeats it for search engines; often cut short.
    pub article_body: Option<String>,
}

impl Page<'_> {
    /// The source text of a line, line breaks and hidden stretches included.
    pub(crate) fn text(&self, line: usize) -> &str {
        self.source.get(self.lines[line].range.clone()).unwrap_or_default()
    }
}

/// White space as JavaScript's `/\s/` knows it.
pub(crate) fn is_space(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{feff}'
    )
}

/// What ends a line for a reader, alone or as a part of CR LF.
pub(crate) fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}')
}

/// What stands before each entry of a list.
pub(crate) fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '*' | '-' | '–' | '—' | '•' | '‣' | '■'
            ..='▫' | '▶' | '►' | '◆' | '◇' | '○' | '●' | '◦' | '◾' | '★' | '☆' | '☐'
    )
}

/// What stands before and behind the first `mark`.
#[inline(never)]
pub(crate) fn parted<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    let first = *mark.as_bytes().first()?;
    let mut at = 0;
    loop {
        at += find(text.as_bytes().get(at..)?, [first; 3])?;
        let behind = text.get(at..)?.strip_prefix(mark);
        if let Some(behind) = behind {
            return Some((&text[..at], behind));
        }
        at += 1;
    }
}

/// The text without the quotation marks, brackets and stars behind its last sentence; in Urdu ‘ and “ may close, too.
#[inline(never)]
pub(crate) fn without_closing(text: &str) -> &str {
    text.trim_end_matches(['"', '”', '’', '“', '‘', '\'', ')', '»', '*', ' '])
}

/// The last word of a text.
#[inline(never)]
pub(crate) fn last_word(text: &str) -> &str {
    text.split_whitespace().next_back().unwrap_or_default()
}

/// The range without the space at its ends.
pub(crate) fn trimmed(source: &str, range: Range<usize>) -> Range<usize> {
    let text = source.get(range.clone()).unwrap_or_default();
    let behind = text.trim_ascii_start().trim_start_matches(is_space);
    let start = range.start + text.len() - behind.len();
    start..start + behind.trim_ascii_end().trim_end_matches(is_space).len()
}

/// The text with each stretch of white space as one space, none at its ends.
pub(crate) fn squeezed(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    for word in text.split(is_space).filter(|word| !word.is_empty()) {
        if !all.is_empty() {
            all.push(' ');
        }
        all.push_str(word);
    }
    all
}

//! Emphasis that CommonMark recognizes.
//!
//! A `**` opens only before a letter, or before another mark where space is before it (CommonMark
//! 0.31, 6.2 "left-flanking"), and in Urdu emphasis often begins with a quotation mark or ends in a
//! full stop that touches the next word. So each emphasis is cut at lines and links and shrunk
//! until its ends are recognized for certain; the text always stays.

use std::ops::Range;

use crate::article::MarkKind;
use crate::render::inline::{Element, Elements};
use crate::script::unicode::is_alphanumeric;

/// Fits the emphasis of a block's elements.
pub(super) fn fit(elements: &mut Elements, text: &str) {
    if elements.strong.is_empty() && elements.emphasis.is_empty() {
        return;
    }
    let borders = Borders { text, links: &elements.links };
    elements.strong = borders.fitted(&elements.strong);
    elements.emphasis = borders.fitted(&uncrossed(&elements.emphasis, &elements.strong));
    elements.emphasis.retain(|emphasis| nests(&emphasis.range, &elements.strong, &borders));
}

/// What emphasis must not cross: the ends of links, of lines and of cells.
struct Borders<'a> {
    text: &'a str,
    links: &'a [Element],
}

impl Borders<'_> {
    fn fitted(&self, of: &[Element]) -> Vec<Element> {
        let mut fitted = Vec::with_capacity(of.len());
        for element in of {
            let mut start = element.range.start;
            while start < element.range.end {
                let end = self.next(start, element.range.end);
                if let Some(range) = self.shrunk(start..end) {
                    fitted.push(Element { kind: element.kind, range, href: String::new() });
                }
                start = end;
            }
        }
        fitted
    }

    /// The first border behind a place, or `end`.
    fn next(&self, start: usize, end: usize) -> usize {
        let link = self.link_after(start).map(|link| if link.start > start { link.start } else { link.end });
        let limit = link.map_or(end, |link| link.min(end));
        match self.text[start..limit].find(is_break) {
            Some(0) => start + 1,
            Some(len) => start + len,
            None => limit,
        }
    }

    /// The link that ends behind a place, first of all.
    fn link_after(&self, at: usize) -> Option<Range<usize>> {
        self.links.get(self.links.partition_point(|link| link.range.end <= at)).map(|link| link.range.clone())
    }

    /// Whether marks here touch space or a border on one side, so that a sign may stand on the other.
    fn is_free(&self, at: usize) -> bool {
        let (before, after) = self.text.split_at(at);
        let is_free = |c: char| c == ' ' || is_break(c);
        before.chars().next_back().is_none_or(is_free)
            || after.chars().next().is_none_or(is_free)
            || self.links.binary_search_by_key(&at, |link| link.range.start).is_ok()
            || self.links.binary_search_by_key(&at, |link| link.range.end).is_ok()
    }

    /// The longest part of a range both of whose ends are recognized.
    fn shrunk(&self, range: Range<usize>) -> Option<Range<usize>> {
        let inside = &self.text[range.clone()];
        let is_end = |at: usize, c: char| is_letter(c) || (is_mark(c) && self.is_free(at));
        let (start, _) = inside.char_indices().find(|&(at, c)| is_end(range.start + at, c))?;
        let (last, c) =
            inside.char_indices().rev().find(|&(at, c)| is_end(range.start + at + c.len_utf8(), c))?;
        let end = last + c.len_utf8();
        (start < end).then_some(range.start + start..range.start + end)
    }
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t')
}

/// Certainly neither space nor punctuation for CommonMark: circled letters are symbols to it.
fn is_letter(c: char) -> bool {
    is_alphanumeric(c) && !matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}')
}

fn is_mark(c: char) -> bool {
    !c.is_whitespace() && !c.is_control()
}

/// Emphasis that crosses the end of a strong text keeps only what is outside of it: where `*` and
/// `**` close and open at one place, no reader could tell which is which.
fn uncrossed(emphasis: &[Element], strong: &[Element]) -> Vec<Element> {
    let mut uncrossed = Vec::with_capacity(emphasis.len());
    for element in emphasis {
        let mut range = element.range.clone();
        let over = |at: usize| {
            let after = strong.partition_point(|strong| strong.range.end <= at);
            strong.get(after).map(|strong| strong.range.clone()).filter(|strong| strong.start < at)
        };
        if let Some(first) = over(range.start).filter(|first| first.end < range.end) {
            range.start = first.end;
        }
        if let Some(last) = over(range.end).filter(|last| last.start > range.start) {
            range.end = last.start;
        }
        if range.start < range.end {
            uncrossed.push(Element { kind: MarkKind::Emphasis, range, href: String::new() });
        }
    }
    uncrossed
}

/// Whether a reader can tell this emphasis from the strong text in it or around it: the inner of
/// the two must begin after space, for marks between two letters may also end the outer one.
fn nests(emphasis: &Range<usize>, strong: &[Element], borders: &Borders) -> bool {
    let first = strong.partition_point(|strong| strong.range.end <= emphasis.start);
    let mut over =
        strong[first..].iter().map(|strong| &strong.range).take_while(|strong| strong.start < emphasis.end);
    over.all(|strong| {
        let is_around = strong.start <= emphasis.start && strong.end >= emphasis.end;
        strong == emphasis || borders.is_free(if is_around { emphasis.start } else { strong.start })
    })
}

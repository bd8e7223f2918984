//! Emphasis that CommonMark recognizes.
//!
//! A `**` opens only before a letter, or before another mark where space is before it (CommonMark
//! 0.31, 6.2 "left-flanking"), and in Urdu emphasis often begins with a quotation mark or ends in a
//! full stop that touches the next word. So each emphasis is cut at lines and links and shrunk
//! until its ends are recognized for certain; the text always stays.

use std::ops::Range;

use crate::article::MarkKind;
use crate::render::inline::{Element, Elements};

/// Fits the emphasis of a block's elements.
pub(super) fn fit(elements: &mut Elements, text: &str) {
    if elements.strong.is_empty() && elements.emphasis.is_empty() {
        return;
    }
    let borders = borders(elements, text);
    elements.strong = fitted(&elements.strong, text, &borders);
    elements.emphasis = fitted(&uncrossed(&elements.emphasis, &elements.strong), text, &borders);
    let is_free = |at: usize| borders.binary_search(&at).is_ok() || text[..at].ends_with(' ');
    elements.emphasis.retain(|emphasis| nests(&emphasis.range, &elements.strong, is_free));
}

/// Offsets that emphasis must not cross: ends of links and of lines and cells.
fn borders(elements: &Elements, text: &str) -> Vec<usize> {
    let links = elements.links.iter().flat_map(|link| [link.range.start, link.range.end]);
    let breaks = text.match_indices(['\n', '\r', '\t']).flat_map(|(at, _)| [at, at + 1]);
    let mut borders: Vec<usize> = links.chain(breaks).chain([0, text.len()]).collect();
    borders.sort_unstable();
    borders.dedup();
    borders
}

fn fitted(of: &[Element], text: &str, borders: &[usize]) -> Vec<Element> {
    let mut fitted = Vec::with_capacity(of.len());
    for element in of {
        let Range { start, end } = element.range;
        let first = borders.partition_point(|&border| border <= start);
        let last = borders.partition_point(|&border| border < end);
        let inner = borders.get(first..last).unwrap_or_default();
        let starts = std::iter::once(start).chain(inner.iter().copied());
        let ends = inner.iter().copied().chain([end]);
        for (start, end) in std::iter::zip(starts, ends) {
            if let Some(range) = shrunk(text, start..end, borders) {
                fitted.push(Element { kind: element.kind, range, href: String::new() });
            }
        }
    }
    fitted
}

/// The longest part of a range, within it, both of whose ends are recognized.
fn shrunk(text: &str, range: Range<usize>, borders: &[usize]) -> Option<Range<usize>> {
    let is_border = |at: usize| borders.binary_search(&at).is_ok();
    let inside = text.get(range.clone())?;
    let start = inside.char_indices().map(|(at, c)| (range.start + at, c)).find(|&(at, c)| {
        let free = is_border(at) || text[..at].ends_with(' ');
        is_letter(c) || (free && is_mark(c))
    })?;
    let end = inside.char_indices().rev().map(|(at, c)| (range.start + at + c.len_utf8(), c)).find(
        |&(at, c)| {
            let free = is_border(at) || text[at..].starts_with(' ');
            is_letter(c) || (free && is_mark(c))
        },
    )?;
    (start.0 < end.0).then_some(start.0..end.0)
}

/// Certainly neither space nor punctuation for CommonMark: circled letters are symbols to it.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}')
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
fn nests(emphasis: &Range<usize>, strong: &[Element], is_free: impl Fn(usize) -> bool) -> bool {
    let first = strong.partition_point(|strong| strong.range.end <= emphasis.start);
    let mut over =
        strong[first..].iter().map(|strong| &strong.range).take_while(|strong| strong.start < emphasis.end);
    over.all(|strong| {
        let is_around = strong.start <= emphasis.start && strong.end >= emphasis.end;
        strong == emphasis || is_free(if is_around { emphasis.start } else { strong.start })
    })
}

//! Links and emphasis inside a block as elements that nest, whatever the marks say.

use std::ops::Range;

use crate::address::{self, Base, Use};
use crate::article::{Block, Mark, MarkKind};
use crate::sort;

/// A link or an emphasis, in bytes of the block's text, on code-point borders, never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Element {
    pub kind: MarkKind,
    pub range: Range<usize>,
    /// Of a link: its safe address.
    pub href: String,
}

/// The elements of one block; those of one kind ascending and disjoint.
#[derive(Clone, Debug, Default)]
pub(super) struct Elements {
    pub links: Vec<Element>,
    pub strong: Vec<Element>,
    pub emphasis: Vec<Element>,
}

/// What `Elements::walk` meets.
pub(super) enum Event<'a> {
    Open(&'a Element),
    Text(Range<usize>),
    Close(&'a Element),
}

impl Elements {
    /// The elements of a block. Marks outside the text and links to nowhere are left out; one that
    /// cuts a code point takes it whole; of links that overlap, the first keeps its place.
    pub(super) fn of(block: &Block, base: Option<&Base>) -> Self {
        let marks = block.marks.as_deref().unwrap_or_default();
        let ranges = byte_ranges(&block.text, marks);
        let order = sort::places(ranges.iter().map(|range| range.start));
        let of = |kind| -> Vec<(Range<usize>, &Mark)> {
            let of = order.iter().map(|&at| (ranges[at].clone(), &marks[at]));
            of.filter(|(range, mark)| mark.kind == kind && !range.is_empty()).collect()
        };
        Self {
            links: links(of(MarkKind::Link), base),
            strong: united(of(MarkKind::Strong), MarkKind::Strong),
            emphasis: united(of(MarkKind::Emphasis), MarkKind::Emphasis),
        }
    }

    /// Tells the elements and the text of a range in order, each element closed before the one that
    /// it is in. What crosses another is closed and opened again; a link only where it must be.
    pub(super) fn walk<'a>(&'a self, range: &Range<usize>, tell: &mut dyn FnMut(Event<'a>)) {
        let mut left = [&self.links, &self.strong, &self.emphasis].map(|of| from(of, range.start));
        let mut open: Vec<&Element> = Vec::new();
        let mut at = range.start;
        while at < range.end {
            let first = left.map(<[Element]>::first);
            let mut wanted: Vec<&Element> =
                first.iter().flatten().copied().filter(|e| e.range.start <= at).collect();
            nest(&mut wanted);
            let kept = std::iter::zip(&open, &wanted).take_while(|(a, b)| std::ptr::eq(**a, **b)).count();
            open.drain(kept..).rev().for_each(|element| tell(Event::Close(element)));
            for element in &wanted[kept..] {
                open.push(element);
                tell(Event::Open(element));
            }
            let border = |e: &Element| if e.range.start <= at { e.range.end } else { e.range.start };
            let next = first.iter().flatten().map(|e| border(e)).min().unwrap_or(range.end).min(range.end);
            tell(Event::Text(at..next));
            at = next;
            left = left.map(|of| if of.first().is_some_and(|e| e.range.end <= at) { &of[1..] } else { of });
        }
        open.into_iter().rev().for_each(|element| tell(Event::Close(element)));
    }
}

/// Those that end after `at`.
fn from(elements: &[Element], at: usize) -> &[Element] {
    &elements[elements.partition_point(|element| element.range.end <= at)..]
}

/// Orders elements that hold the same place, outermost first: what is longer than the link and
/// holds all of it, the link, the rest; of two, the one that ends later, then the one that began
/// earlier.
fn nest(elements: &mut [&Element]) {
    let link = elements.iter().find(|element| element.kind == MarkKind::Link).map(|link| link.range.clone());
    let key = |element: &Element| {
        let range = &element.range;
        let rank = match &link {
            Some(_) if element.kind == MarkKind::Link => 1,
            Some(link) if range.start <= link.start && range.end >= link.end && range != link => 0,
            Some(_) => 2,
            None => 0,
        };
        (rank, std::cmp::Reverse(range.end), range.start)
    };
    for end in 1..elements.len() {
        let mut at = end;
        while at > 0 && key(elements[at - 1]) > key(elements[at]) {
            elements.swap(at - 1, at);
            at -= 1;
        }
    }
}

fn links(marks: Vec<(Range<usize>, &Mark)>, base: Option<&Base>) -> Vec<Element> {
    let mut links: Vec<Element> = Vec::with_capacity(marks.len());
    for (range, mark) in marks {
        let start = links.last().map_or(0, |last| last.range.end).max(range.start);
        let Some(href) = mark.href.as_deref().and_then(|href| address::safe(href, base, Use::Link)) else {
            continue;
        };
        if start < range.end {
            links.push(Element { kind: MarkKind::Link, range: start..range.end, href });
        }
    }
    links
}

fn united(marks: Vec<(Range<usize>, &Mark)>, kind: MarkKind) -> Vec<Element> {
    let mut united: Vec<Element> = Vec::with_capacity(marks.len());
    for (range, _) in marks {
        match united.last_mut() {
            Some(last) if range.start <= last.range.end => last.range.end = last.range.end.max(range.end),
            _ => united.push(Element { kind, range, href: String::new() }),
        }
    }
    united
}

/// The marks' ranges in bytes, by one pass over the text.
fn byte_ranges(text: &str, marks: &[Mark]) -> Vec<Range<usize>> {
    let ends: Vec<u32> = marks.iter().flat_map(|mark| [mark.at.0, mark.at.1]).collect();
    let order = sort::places(ends.iter().map(|&unit| unit as usize));
    // Of each end, the border before or at it and the border at or after it.
    let mut places = vec![(0, 0); order.len()];
    let (mut unit, mut byte) = (0, 0);
    let mut chars = text.chars().peekable();
    for end in order {
        let wanted = ends[end];
        while let Some(c) = chars.next_if(|c| unit + c.len_utf16() as u32 <= wanted) {
            unit += c.len_utf16() as u32;
            byte += c.len_utf8();
        }
        let inside = if unit < wanted { chars.peek().map_or(0, |c| c.len_utf8()) } else { 0 };
        places[end] = (byte, byte + inside);
    }
    places.chunks_exact(2).map(|ends| ends[0].0..ends[1].1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{BlockKind, Span};

    fn mark(kind: MarkKind, start: u32, end: u32) -> Mark {
        Mark { kind, at: Span(start, end), href: (kind == MarkKind::Link).then(|| format!("http://{start}")) }
    }

    /// The text with its elements as letters: a, b, i.
    fn written(text: &str, marks: &[Mark]) -> String {
        let block = Block {
            marks: Some(marks.to_vec()),
            ..Block::new(BlockKind::Paragraph, text.into(), Vec::new())
        };
        let mut out = String::new();
        let name = |element: &Element| match element.kind {
            MarkKind::Link => 'a',
            MarkKind::Strong => 'b',
            MarkKind::Emphasis => 'i',
        };
        Elements::of(&block, None).walk(&(0..text.len()), &mut |event| match event {
            Event::Open(element) => out.extend(['<', name(element), '>']),
            Event::Close(element) => out.extend(['<', '/', name(element), '>']),
            Event::Text(range) => out.push_str(&text[range]),
        });
        out
    }

    use MarkKind::{Emphasis, Link, Strong};

    #[test]
    fn marks_that_nest_stay_whole() {
        let marks = [mark(Emphasis, 2, 3), mark(Strong, 0, 5), mark(Link, 1, 4)];
        assert_eq!(written("abcdef", &marks), "<b>a<a>b<i>c</i>d</a>e</b>f");
    }

    #[test]
    fn marks_that_end_together_nest_as_they_began() {
        assert_eq!(written("abc", &[mark(Strong, 1, 3), mark(Emphasis, 0, 3)]), "<i>a<b>bc</b></i>");
    }

    #[test]
    fn marks_that_cross_are_made_to_nest() {
        assert_eq!(written("abcd", &[mark(Strong, 0, 2), mark(Emphasis, 1, 4)]), "<b>a</b><i><b>b</b>cd</i>");
    }

    #[test]
    fn a_link_is_not_torn_by_emphasis_that_crosses_it() {
        assert_eq!(written("abcd", &[mark(Strong, 0, 2), mark(Link, 1, 3)]), "<b>a</b><a><b>b</b>c</a>d");
        assert_eq!(written("abcd", &[mark(Link, 0, 2), mark(Strong, 1, 3)]), "<a>a<b>b</b></a><b>c</b>d");
    }

    #[test]
    fn a_link_holds_no_other_link() {
        assert_eq!(written("abcd", &[mark(Link, 0, 3), mark(Link, 1, 4)]), "<a>abc</a><a>d</a>");
    }

    #[test]
    fn the_same_mark_twice_is_one() {
        assert_eq!(written("abcd", &[mark(Strong, 1, 3), mark(Strong, 0, 2)]), "<b>abc</b>d");
    }

    #[test]
    fn a_mark_that_cuts_a_code_point_takes_it_whole() {
        assert_eq!(written("🔴ب", &[mark(Strong, 1, 2)]), "<b>🔴</b>ب");
        assert_eq!(written("ا🔴ب", &[mark(Strong, 0, 2)]), "<b>ا🔴</b>ب");
    }

    #[test]
    fn marks_outside_the_text_are_left_out() {
        let marks = [
            mark(Strong, 9, 20),
            mark(Emphasis, 2, 1),
            mark(Emphasis, u32::MAX, 0),
            mark(Link, 1, u32::MAX),
            mark(Strong, 1, 1),
        ];
        assert_eq!(written("اب", &marks), "ا<a>ب</a>");
        assert_eq!(written("", &marks), "");
    }

    #[test]
    fn a_link_to_a_script_is_text() {
        let mut script = mark(Link, 0, 1);
        script.href = Some("javascript:x".into());
        let nowhere = Mark { href: None, ..mark(Link, 1, 2) };
        assert_eq!(written("ab", &[script, nowhere]), "ab");
    }
}

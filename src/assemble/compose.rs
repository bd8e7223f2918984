//! Stretches of the source into one text that is set right, with the way back from each place in it.

use std::ops::Range;

use super::Context;
use crate::article::{Edit, Span};
use crate::page::is_space;
use crate::script::{self, ByteEdit, Changes};
use crate::utf16::utf16_len;

/// A text made of stretches of the source.
#[derive(Default)]
pub(super) struct Composed {
    pub text: String,
    /// Bold marks of a messenger that were taken off, as byte ranges of `text`.
    pub bold: Vec<Range<usize>>,
    pub edits: Vec<ByteEdit>,
    /// What was set right: the stretches joined, of which `edits` speaks.
    raw: String,
    /// Where each stretch begins in `raw`, and what it is in the source.
    pieces: Vec<(usize, Range<usize>)>,
}

/// Joins the stretches and sets the result right. Line breaks become spaces unless `lines` are kept.
/// Edits are kept only where they are asked for.
pub(super) fn compose(
    context: &Context,
    ranges: &[Range<usize>],
    keep_lines: bool,
    with_edits: bool,
    changes: &mut Changes,
) -> Composed {
    let mut composed = Composed::default();
    let mut stars = Vec::new();
    for range in ranges {
        if !composed.raw.is_empty() {
            composed.raw.push(' ');
        }
        composed.pieces.push((composed.raw.len(), range.clone()));
        append(context.slice(range), keep_lines, &mut composed.raw);
    }
    if composed.raw.contains('*') {
        stars = take_bold_marks(&mut composed.raw, &mut composed.pieces);
    }
    match &context.normalize {
        Some(options) => {
            let edits = (with_edits || !stars.is_empty()).then_some(&mut composed.edits);
            script::normalize_into(&composed.raw, options, &mut composed.text, changes, edits);
        }
        None => composed.text.clone_from(&composed.raw),
    }
    composed.bold = stars
        .into_iter()
        .map(|range| composed.follow_raw(range.start)..composed.follow_raw(range.end))
        .collect();
    composed
}

fn append(text: &str, keep_lines: bool, out: &mut String) {
    if keep_lines || !text.bytes().any(|byte| matches!(byte, b'\n' | b'\r')) {
        out.push_str(text);
        return;
    }
    let mut lines =
        text.split(['\n', '\r']).map(|line| line.trim_matches(is_space)).filter(|line| !line.is_empty());
    out.push_str(lines.next().unwrap_or_default());
    for line in lines {
        out.push(' ');
        out.push_str(line);
    }
}

/// Takes `*…*` off and tells what stood between, as byte ranges of what is left.
fn take_bold_marks(raw: &mut String, pieces: &mut [(usize, Range<usize>)]) -> Vec<Range<usize>> {
    let opens = |before: Option<char>, after: Option<char>| {
        !before.is_some_and(char::is_alphanumeric) && after.is_some_and(|c| !is_space(c) && c != '*')
    };
    let mut out = String::with_capacity(raw.len());
    let mut bold = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let mut before = None;
    let mut chars = raw.char_indices().peekable();
    let mut removed: Vec<usize> = Vec::new();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|&(_, next)| next);
        match open {
            None if c == '*' && opens(before, after) && raw[at + 1..].contains('*') => {
                open = Some((out.len(), at))
            }
            Some((start, from))
                if c == '*'
                    && before.is_some_and(|b| !is_space(b))
                    && !after.is_some_and(char::is_alphanumeric) =>
            {
                bold.push(start..out.len());
                removed.extend([from, at]);
                open = None;
            }
            _ => out.push(c),
        }
        before = Some(c);
    }
    if let Some((start, _)) = open {
        // No mark closed it: it was a star.
        out.insert(start, '*');
    }
    removed.sort_unstable();
    for (start, _) in pieces {
        *start -= removed.partition_point(|&star| star < *start);
    }
    *raw = out;
    bold
}

impl Composed {
    /// The place in `text` of a byte offset of what was set right.
    fn follow_raw(&self, raw: usize) -> usize {
        let mut shift = 0isize;
        for edit in &self.edits {
            if edit.source.end > raw {
                if edit.source.start < raw {
                    return edit.out.start;
                }
                break;
            }
            shift = edit.out.end as isize - edit.source.end as isize;
        }
        usize::try_from(raw as isize + shift).unwrap_or(0).min(self.text.len())
    }

    /// The edits as the contract gives them.
    pub(super) fn contract_edits(&self) -> Vec<Edit> {
        let mut units = 0;
        let mut at = 0;
        let mut offset = |byte: usize| {
            units += utf16_len(self.text.get(at..byte).unwrap_or_default());
            at = byte;
            units
        };
        self.edits
            .iter()
            .map(|edit| {
                let start = offset(edit.out.start);
                let was = self.raw.get(edit.source.clone()).unwrap_or_default().to_owned();
                Edit { kind: edit.kind, at: Span(start, offset(edit.out.end)), was }
            })
            .collect()
    }
}

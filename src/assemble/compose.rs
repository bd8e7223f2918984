//! Stretches of the source into one text that is set right, with the way back from each place in it.

use std::ops::Range;

use super::Context;
use crate::article::Edit;
use crate::options::NormalizeOptions;
use crate::page::{is_line_break, is_space};
use crate::script::unicode::is_alphanumeric;
use crate::script::{self, ByteEdit, Changes, OffsetMap};

/// A text made of stretches of the source.
#[derive(Default)]
pub(super) struct Composed {
    pub text: String,
    /// Bold marks of a messenger that were taken off, as byte ranges of `text`.
    pub bold: Vec<Range<usize>>,
    edits: Vec<ByteEdit>,
    /// What was set right: the stretches joined, of which `edits` speaks.
    raw: String,
    copies: Vec<Copied>,
    /// Where stars were taken out of the joined stretches, ascending.
    stars: Vec<usize>,
}

/// A stretch of the source that was copied as it is.
struct Copied {
    source: Range<usize>,
    /// Where it begins in the joined stretches, stars not yet taken out.
    at: usize,
}

/// What composing does beside setting right.
#[derive(Clone, Copy, Default)]
pub(super) struct Wanted {
    /// Line breaks, spaces and marks stay as they are; breaks become spaces otherwise.
    pub preformatted: bool,
    /// The way from the source into the text is kept: for edits and marks.
    pub edits: bool,
}

/// Joins the stretches and sets the result right.
pub(super) fn compose(
    context: &Context,
    ranges: &[Range<usize>],
    wanted: Wanted,
    changes: &mut Changes,
) -> Composed {
    let mut composed = Composed::default();
    for range in ranges {
        if !composed.raw.is_empty() {
            composed.raw.push(' ');
        }
        composed.append(context.slice(range), range.start, wanted.preformatted);
    }
    let mut bold = Vec::new();
    if !wanted.preformatted && composed.raw.contains('*') {
        (composed.raw, composed.stars, bold) = without_bold_marks(&composed.raw);
    }
    match &context.normalize {
        Some(options) => {
            let edits = (wanted.edits || !bold.is_empty()).then_some(&mut composed.edits);
            let as_written = wanted.preformatted.then(|| NormalizeOptions {
                spacing: false,
                punctuation: false,
                ..options.clone()
            });
            let options = as_written.as_ref().unwrap_or(options);
            script::normalize_into(&composed.raw, options, &mut composed.text, changes, edits);
        }
        None => composed.text.clone_from(&composed.raw),
    }
    let map = OffsetMap::new(&composed.edits);
    composed.bold = bold.into_iter().map(|range| map.start(range.start)..map.end(range.end)).collect();
    composed
}

/// The text without the stars of `*…*`, where the stars stood, and what stood between them.
fn without_bold_marks(raw: &str) -> (String, Vec<usize>, Vec<Range<usize>>) {
    let opens = |before: Option<char>, after: Option<char>| {
        !before.is_some_and(is_alphanumeric) && after.is_some_and(|c| !is_space(c) && c != '*')
    };
    let closes = |before: Option<char>, after: Option<char>| {
        before.is_some_and(|c| !is_space(c)) && !after.is_some_and(is_alphanumeric)
    };
    let mut out = String::with_capacity(raw.len());
    let (mut stars, mut bold) = (Vec::new(), Vec::new());
    // Where the open star stood in `out` and in `raw`.
    let mut open: Option<(usize, usize)> = None;
    let mut before = None;
    let mut chars = raw.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|&(_, next)| next);
        match open {
            None if c == '*' && opens(before, after) => open = Some((out.len(), at)),
            Some((start, from)) if c == '*' && closes(before, after) => {
                bold.push(start..out.len());
                stars.extend([from, at]);
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
    (out, stars, bold)
}

impl Composed {
    fn append(&mut self, text: &str, source: usize, keep_lines: bool) {
        if keep_lines || !text.contains(is_line_break) {
            self.copies.push(Copied { source: source..source + text.len(), at: self.raw.len() });
            self.raw.push_str(text);
            return;
        }
        let mut start = 0;
        for line in text.split_inclusive(is_line_break) {
            let kept = line.trim_matches(is_space);
            if !kept.is_empty() {
                if self.copies.last().is_some_and(|copy| copy.source.start >= source) {
                    self.raw.push(' ');
                }
                let from = source + start + (line.len() - line.trim_start_matches(is_space).len());
                self.copies.push(Copied { source: from..from + kept.len(), at: self.raw.len() });
                self.raw.push_str(kept);
            }
            start += line.len();
        }
    }

    /// The byte range in `text` of a range of the source; none where nothing of it is left.
    pub(super) fn follow(&self, source: &Range<usize>) -> Option<Range<usize>> {
        // Copies lie in the order of the source.
        let first = self.copies.get(self.copies.partition_point(|copy| copy.source.end <= source.start))?;
        let last = self.copies.partition_point(|copy| copy.source.start < source.end).checked_sub(1)?;
        let last = self.copies.get(last)?;
        let start = self.unstarred(first.at + source.start.saturating_sub(first.source.start));
        let end = self.unstarred(last.at + source.end.min(last.source.end).saturating_sub(last.source.start));
        let map = OffsetMap::new(&self.edits);
        let range = map.start(start)..map.end(end).min(self.text.len());
        (range.start < range.end).then_some(range)
    }

    fn unstarred(&self, raw: usize) -> usize {
        raw - self.stars.partition_point(|&star| star < raw)
    }

    /// The edits as the contract gives them.
    pub(super) fn contract_edits(&self) -> Vec<Edit> {
        script::edits_of(&self.edits, &self.raw, &self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::without_bold_marks;

    #[test]
    fn bold_marks_go_and_a_lone_star_stays() {
        let (text, stars, bold) = without_bold_marks("*اہم* خبر * یہ");
        assert_eq!(
            (text.as_str(), stars.as_slice(), &text[bold[0].clone()]),
            ("اہم خبر * یہ", &[0, 7][..], "اہم")
        );
        assert_eq!(without_bold_marks("*ضروری خانے").0, "*ضروری خانے");
    }
}

//! What no step of normalization may reach into: addresses, tags, code, and words that are not Urdu.

use super::address;
use super::language::Reader;
use super::line::Survey;
use crate::sort;
use std::ops::Range;

/// Three backticks at the start of a line begin and end a block of code.
const FENCE: &[u8] = b"```";

/// The protected spans of a text, in bytes and in order.
#[cfg(test)]
pub(crate) fn protected(text: &str) -> Vec<Range<usize>> {
    let mut finder = Finder::default();
    let mut spans = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if let Some(end) = finder.fence(text, at) {
            spans.push(at..end);
            at = end;
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let survey = super::line::survey(rest.as_bytes());
        let line = rest.get(..survey.length).unwrap_or_default();
        finder.line(line, survey);
        spans.extend(finder.spans.iter().map(|span| at + span.start..at + span.end));
        at += line.len();
        at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    }
    spans
}

/// Finds protected spans line by line; its lists are kept between lines for their memory only.
#[derive(Default)]
pub(super) struct Finder {
    reader: Reader,
    technical: Vec<Range<usize>>,
    /// Of the last line, in bytes from its start.
    pub spans: Vec<Range<usize>>,
    /// Where a block of code is known not to end any more.
    unclosed: bool,
}

impl Finder {
    /// Finds the spans of one line.
    #[inline(never)]
    pub(super) fn line(&mut self, line: &str, survey: Survey) {
        self.spans.clear();
        self.technical.clear();
        if survey.technical {
            address::find(line, &mut self.technical);
        }
        if survey.language {
            self.reader.find(line, &self.technical, &mut self.spans);
        }
        self.spans.append(&mut self.technical);
        self.merge();
    }

    /// Sorts the spans and joins those that touch or overlap.
    fn merge(&mut self) {
        sort::ranges(&mut self.spans);
        self.spans.dedup_by(|next, span| {
            let overlaps = next.start <= span.end;
            if overlaps {
                span.end = span.end.max(next.end);
            }
            overlaps
        });
    }

    /// Where a block of code ends that begins at the line start `at`.
    pub(super) fn fence(&mut self, text: &str, at: usize) -> Option<usize> {
        let rest = text.as_bytes().get(at..)?;
        if self.unclosed || !rest.starts_with(FENCE) {
            return None;
        }
        let mut from = 0;
        while let Some(newline) = rest[from..].iter().position(|&b| b == b'\n') {
            from += newline + 1;
            if rest[from..].starts_with(FENCE) {
                let end =
                    rest[from..].iter().position(|&b| b == b'\n').map_or(rest.len(), |length| from + length);
                return Some(at + end);
            }
        }
        self.unclosed = true;
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_lie_in_the_whole_text() {
        let text = "پہلی سطر\nدیکھیں https://a.pk اور\n```\nx ; y\n```\nسنڌي ٻولي";
        let spans: Vec<&str> = protected(text).into_iter().map(|span| &text[span]).collect();
        assert_eq!(spans, ["https://a.pk", "```\nx ; y\n```", "سنڌي ٻولي"]);
    }

    #[test]
    fn a_fence_that_never_closes_is_text() {
        assert!(protected("```\nمتن ، متن").is_empty());
    }
}

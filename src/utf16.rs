//! Byte offsets into UTF-16 offsets, without reading the text from its start each time.

use std::ops::Range;

use crate::article::Span;
use crate::source::Origin;
use crate::swar::units_in;

/// Distance between counted places, in bytes.
const STEP: usize = 64;

/// How many UTF-16 code units stand before each `STEP` bytes of a text.
pub(crate) struct Utf16Index<'a> {
    text: &'a str,
    before: Vec<u32>,
    /// Where byte offsets come from, where they are those of the text set right.
    origin: Option<&'a Origin>,
}

impl<'a> Utf16Index<'a> {
    /// Counts the text as it was given; byte offsets are those of the text set right, where that is another.
    pub(crate) fn of(given: &'a str, origin: Option<&'a Origin>) -> Self {
        Self { origin, ..Self::new(given) }
    }

    pub(crate) fn new(text: &'a str) -> Self {
        let mut before = Vec::with_capacity(text.len() / STEP + 1);
        let mut units = 0;
        for chunk in text.as_bytes().chunks(STEP) {
            before.push(units);
            units += units_in(chunk);
        }
        Self { text, before, origin: None }
    }

    /// The UTF-16 offset of a byte offset that lies on a code-point border.
    pub(crate) fn offset(&self, byte: usize) -> u32 {
        let byte = self.origin.map_or(byte, |origin| origin.back(byte));
        let at = byte / STEP;
        let counted = self.before.get(at).copied().unwrap_or_else(|| {
            self.before
                .last()
                .map_or(0, |last| last + units_in(&self.text.as_bytes()[(self.before.len() - 1) * STEP..]))
        });
        counted + units_in(self.text.as_bytes().get(at * STEP..byte).unwrap_or_default())
    }

    /// The byte offset of a UTF-16 offset that lies on a code-point border.
    fn byte(&self, unit: u32) -> usize {
        let at = self.before.partition_point(|&before| before <= unit).saturating_sub(1);
        let counted = self.before.get(at).copied().unwrap_or(0);
        let mut start = at * STEP;
        // A chunk may begin inside a code point, which the chunk before has counted.
        while start < self.text.len() && !self.text.is_char_boundary(start) {
            start += 1;
        }
        let rest = self.text.get(start..).unwrap_or_default();
        start + byte_offset(rest, unit - counted).unwrap_or(rest.len())
    }

    /// The text of a span.
    pub(crate) fn slice(&self, span: Span) -> &'a str {
        self.text.get(self.byte(span.0)..self.byte(span.1)).unwrap_or_default()
    }

    /// The span of a byte range.
    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        Span(self.offset(range.start), self.offset(range.end))
    }
}

/// UTF-16 length of a text.
pub(crate) fn utf16_len(text: &str) -> u32 {
    units_in(text.as_bytes())
}

/// The byte offset of a UTF-16 offset; none where it lies outside or inside a code point.
pub(crate) fn byte_offset(text: &str, unit: u32) -> Option<usize> {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        if units == unit {
            return Some(at);
        }
        units += c.len_utf16() as u32;
    }
    (units == unit).then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_a_character_outside_the_basic_plane_as_two() {
        let text = format!("{}🔴ب{}", "ا".repeat(100), "x".repeat(300));
        let index = Utf16Index::new(&text);
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(index.offset(byte), text[..byte].encode_utf16().count() as u32);
        }
    }

    #[test]
    fn a_text_that_ends_on_a_counted_place_has_its_end() {
        let text = "x".repeat(STEP * 2);
        assert_eq!(Utf16Index::new(&text).offset(text.len()), STEP as u32 * 2);
    }
}

//! What was changed and where: counts by kind, edits, and offsets followed through them.

use crate::article::{Change, ChangeKind, Edit, Span};
use crate::swar::units_in;
use std::ops::Range;

/// How often each kind of normalization changed something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Changes([u32; ChangeKind::ALL.len()]);

impl Changes {
    pub(crate) fn add(&mut self, kind: ChangeKind, count: u32) {
        self.0[kind as usize] += count;
    }

    /// The kinds that changed something, in their order.
    pub(crate) fn list(&self) -> Vec<Change> {
        ChangeKind::ALL
            .into_iter()
            .map(|kind| Change { kind, count: self.0[kind as usize] })
            .filter(|change| change.count > 0)
            .collect()
    }
}

/// One change, in bytes: `out` in the resulting text, from where that text began; `source` in the
/// text that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ByteEdit {
    pub kind: ChangeKind,
    pub out: Range<usize>,
    pub source: Range<usize>,
}

/// Takes down each change as it is made; neighbours of one kind become one edit.
pub(super) struct Recorder<'a> {
    changes: &'a mut Changes,
    edits: Option<&'a mut Vec<ByteEdit>>,
    last: Option<ByteEdit>,
}

impl<'a> Recorder<'a> {
    pub(super) fn new(changes: &'a mut Changes, edits: Option<&'a mut Vec<ByteEdit>>) -> Self {
        Self { changes, edits, last: None }
    }

    #[inline]
    pub(super) fn record(&mut self, kind: ChangeKind, out: Range<usize>, source: Range<usize>) {
        if let Some(last) = &mut self.last
            && last.kind == kind
            && last.out.end == out.start
            && last.source.end == source.start
        {
            last.out.end = out.end;
            last.source.end = source.end;
            return;
        }
        self.finish();
        self.last = Some(ByteEdit { kind, out, source });
    }

    /// Takes down the last change.
    pub(super) fn finish(&mut self) {
        let Some(edit) = self.last.take() else { return };
        self.changes.add(edit.kind, 1);
        if let Some(edits) = &mut self.edits {
            edits.push(edit);
        }
    }
}

/// The edits of a text as a reader gets them: UTF-16 offsets, and what the source had.
pub(crate) fn edits_of(edits: &[ByteEdit], source: &str, out: &str) -> Vec<Edit> {
    let mut units = Utf16::new(out);
    edits
        .iter()
        .map(|edit| Edit {
            kind: edit.kind,
            at: Span(units.at(edit.out.start), units.at(edit.out.end)),
            was: source.get(edit.source.clone()).unwrap_or_default().to_owned(),
        })
        .collect()
}

/// Turns rising byte offsets into UTF-16 offsets in one pass.
pub(super) struct Utf16<'a> {
    bytes: &'a [u8],
    byte: usize,
    unit: u32,
}

impl<'a> Utf16<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), byte: 0, unit: 0 }
    }

    /// The UTF-16 offset of `byte`, which is not smaller than the one before.
    pub(super) fn at(&mut self, byte: usize) -> u32 {
        self.unit += units_in(self.bytes.get(self.byte..byte).unwrap_or_default());
        self.byte = byte;
        self.unit
    }
}

/// Follows byte offsets of a source text into the normalized text.
pub(crate) struct OffsetMap<'a> {
    edits: &'a [ByteEdit],
}

impl<'a> OffsetMap<'a> {
    /// A map through edits in the order in which `normalize_into` gives them.
    pub(crate) fn new(edits: &'a [ByteEdit]) -> Self {
        Self { edits }
    }

    /// Where something that starts at `source` starts: after what was put in there, and before all
    /// of an edit that it starts in.
    pub(crate) fn start(&self, source: usize) -> usize {
        let after = self.edits.partition_point(|edit| edit.source.end <= source);
        match self.edits.get(after) {
            Some(edit) if edit.source.start < source => edit.out.start,
            _ => self.shifted(after, source),
        }
    }

    /// Where something that ends at `source` ends: before what was put in there, and after all of an
    /// edit that it ends in.
    pub(crate) fn end(&self, source: usize) -> usize {
        let after = self.edits.partition_point(|edit| edit.source.start < source);
        match after.checked_sub(1).and_then(|last| self.edits.get(last)) {
            Some(edit) if edit.source.end > source => edit.out.end,
            _ => self.shifted(after, source),
        }
    }

    /// `source` moved by what the first `count` edits added and took.
    fn shifted(&self, count: usize, source: usize) -> usize {
        match count.checked_sub(1).and_then(|last| self.edits.get(last)) {
            Some(edit) => edit.out.end + source.saturating_sub(edit.source.end),
            None => source,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(out: Range<usize>, source: Range<usize>) -> ByteEdit {
        ByteEdit { kind: ChangeKind::Spacing, out, source }
    }

    #[test]
    fn an_offset_is_followed_through_what_was_put_in_and_taken_out() {
        // "ab,c  d" → "ab, c d"
        let edits = [edit(3..4, 3..3), edit(6..6, 5..6)];
        let map = OffsetMap::new(&edits);
        assert_eq!((map.start(0), map.end(2)), (0, 2));
        assert_eq!((map.end(3), map.start(3)), (3, 4));
        assert_eq!((map.start(6), map.end(7)), (6, 7));
    }

    #[test]
    fn an_offset_inside_a_replaced_stretch_takes_all_of_it() {
        let edits = [edit(2..5, 2..8)];
        let map = OffsetMap::new(&edits);
        assert_eq!((map.start(4), map.end(4)), (2, 5));
        assert_eq!((map.start(2), map.end(8)), (2, 5));
        assert_eq!(map.start(9), 6);
    }

    #[test]
    fn characters_beyond_the_first_plane_are_two_units() {
        let mut units = Utf16::new("a😀ہb");
        assert_eq!((units.at(1), units.at(5), units.at(7), units.at(8)), (1, 3, 4, 5));
    }
}

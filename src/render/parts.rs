//! The items, cells and verses of a block as stretches of its text, so that its marks reach them.

use std::ops::Range;

use super::inline::Elements;
use crate::article::Block;

/// A stretch of text and the elements that its offsets belong to.
#[derive(Clone)]
pub(super) struct Part<'a> {
    pub text: &'a str,
    pub range: Range<usize>,
    /// Whether `text` is the block's own, so that its marks count.
    marked: bool,
}

impl<'a> Part<'a> {
    fn of_block(text: &'a str, range: Range<usize>) -> Self {
        Self { text, range, marked: true }
    }

    /// A text without marks.
    pub(super) fn plain(text: &'a str) -> Self {
        Self { text, range: 0..text.len(), marked: false }
    }

    pub(super) fn str(&self) -> &'a str {
        self.text.get(self.range.clone()).unwrap_or_default()
    }

    pub(super) fn is_blank(&self) -> bool {
        self.str().trim_matches(crate::page::is_space).is_empty()
    }

    /// The elements that count in this part.
    pub(super) fn elements<'e>(&self, elements: &'e Elements) -> &'e Elements {
        static NONE: Elements = Elements { links: Vec::new(), strong: Vec::new(), emphasis: Vec::new() };
        if self.marked { elements } else { &NONE }
    }
}

/// The whole text of a block.
pub(super) fn whole(block: &Block) -> Part<'_> {
    Part::of_block(&block.text, 0..block.text.len())
}

/// The lines of a part: `\n`, `\r\n` and `\r` end one.
pub(super) fn lines<'a>(part: &Part<'a>) -> Vec<Part<'a>> {
    let mut lines = Vec::new();
    let mut at = part.range.start;
    let mut rest = part.str();
    while let Some(len) = rest.find(['\n', '\r']) {
        let width = if rest[len..].starts_with("\r\n") { 2 } else { 1 };
        lines.push(Part { range: at..at + len, ..*part });
        at += len + width;
        rest = &rest[len + width..];
    }
    lines.push(Part { range: at..part.range.end, ..*part });
    lines
}

/// The items of a list.
pub(super) fn items(block: &Block) -> Vec<Part<'_>> {
    strings(block, block.items.as_deref())
}

/// The lines of a poem.
pub(super) fn verses(block: &Block) -> Vec<Part<'_>> {
    strings(block, block.verses.as_deref())
}

fn strings<'a>(block: &'a Block, strings: Option<&'a [String]>) -> Vec<Part<'a>> {
    match strings {
        Some(strings) => located(&block.text, strings.iter().map(|text| (text.as_str(), '\n')).collect()),
        None => lines(&whole(block)),
    }
}

/// The cells of a table, row by row.
pub(super) fn rows(block: &Block) -> Vec<Vec<Part<'_>>> {
    let Some(rows) = block.rows.as_deref() else {
        return lines(&whole(block)).iter().map(cells).collect();
    };
    let mut all = Vec::new();
    for row in rows {
        all.extend(row.iter().map(|cell| (cell.as_str(), '\t')));
        if let Some(last) = all.last_mut().filter(|_| !row.is_empty()) {
            last.1 = '\n';
        }
    }
    let mut cells = located(&block.text, all).into_iter();
    rows.iter().map(|row| cells.by_ref().take(row.len()).collect()).collect()
}

fn cells<'a>(line: &Part<'a>) -> Vec<Part<'a>> {
    let mut at = line.range.start;
    line.str()
        .split('\t')
        .map(|cell| {
            let range = at..at + cell.len();
            at = range.end + 1;
            Part { range, ..*line }
        })
        .collect()
}

/// Each string where the text has it; without marks where the text is not these strings, each
/// followed by its separator.
fn located<'a>(text: &'a str, strings: Vec<(&'a str, char)>) -> Vec<Part<'a>> {
    let mut at = 0;
    let mut parts = Vec::with_capacity(strings.len());
    for &(string, separator) in &strings {
        match text.get(at..).and_then(|rest| rest.strip_prefix(string)) {
            Some(rest) if rest.is_empty() || rest.starts_with(separator) => {
                parts.push(Part::of_block(text, at..at + string.len()));
                at += string.len() + 1;
            }
            _ => return strings.into_iter().map(|(string, _)| Part::plain(string)).collect(),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::BlockKind;

    fn strs<'a>(parts: &[Part<'a>]) -> Vec<(&'a str, bool)> {
        parts.iter().map(|part| (part.str(), part.marked)).collect()
    }

    #[test]
    fn an_item_lies_where_the_text_has_it() {
        let mut block = Block::new(BlockKind::List, "ایک\nدو\n".into(), Vec::new());
        block.items = Some(vec!["ایک".into(), "دو".into(), String::new()]);
        assert_eq!(strs(&items(&block)), [("ایک", true), ("دو", true), ("", true)]);
    }

    #[test]
    fn items_that_the_text_does_not_have_carry_no_marks() {
        let mut block = Block::new(BlockKind::List, "ایک".into(), Vec::new());
        block.items = Some(vec!["ایک".into(), "دو".into()]);
        assert_eq!(strs(&items(&block)), [("ایک", false), ("دو", false)]);
    }

    #[test]
    fn a_table_without_rows_is_read_from_its_text() {
        let block = Block::new(BlockKind::Table, "ا\tب\r\nج".into(), Vec::new());
        let rows = rows(&block);
        assert_eq!(strs(&rows[0]), [("ا", true), ("ب", true)]);
        assert_eq!(strs(&rows[1]), [("ج", true)]);
    }

    #[test]
    fn the_cells_of_a_row_lie_between_tabs() {
        let mut block = Block::new(BlockKind::Table, "ا\tب\nج\tد".into(), Vec::new());
        block.rows = Some(vec![vec!["ا".into(), "ب".into()], vec!["ج".into(), "د".into()]]);
        let rows = rows(&block);
        assert_eq!(rows[1][1].range, 9..11);
        assert!(rows[1][1].marked);
    }
}

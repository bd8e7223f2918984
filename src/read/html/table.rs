//! Tables of data and tables that only lay out a page.

use super::attribute::AttributeName;
use super::tag::Tag;
use super::tree::{Content, NodeId, Tree};

/// Cells longer than this on average, in bytes, are no data.
const LONG_CELL: usize = 100;
/// One cell longer than this, in bytes, is a text that is laid out.
const TEXT_CELL: usize = 600;

/// Whether the rows of a table are data; its rows are lines then, else its cells hold blocks of their own.
pub(super) fn is_data_table(tree: &Tree, table: NodeId) -> bool {
    if matches!(tree.attribute(table, AttributeName::Role), Some("presentation" | "none")) {
        return false;
    }
    let mut shape = Shape::default();
    let mut at = tree.following(table, table);
    while let Some(id) = at {
        match tree.content(id) {
            Content::Text(text) => shape.text(text.trim().len()),
            Content::Element(element) if !shape.element(element.tag) => return false,
            _ => {}
        }
        at = tree.following(table, id);
    }
    shape.is_data()
}

#[derive(Default)]
struct Shape {
    rows: usize,
    cells: usize,
    cells_in_row: usize,
    /// Rows of two cells and more.
    wide_rows: usize,
    headed: bool,
    text: usize,
    text_in_cell: usize,
    blocks_in_cell: usize,
    longest: usize,
}

impl Shape {
    /// Takes an element in; false where a table of data has none such.
    fn element(&mut self, tag: Tag) -> bool {
        match tag {
            Tag::Tr => {
                self.rows += 1;
                self.cells_in_row = 0;
            }
            Tag::Td | Tag::Th => {
                self.headed |= tag == Tag::Th;
                self.cells += 1;
                self.cells_in_row += 1;
                self.wide_rows += usize::from(self.cells_in_row == 2);
                self.text_in_cell = 0;
                self.blocks_in_cell = 0;
            }
            Tag::Caption | Tag::Thead => self.headed = true,
            Tag::P | Tag::Div => {
                self.blocks_in_cell += 1;
                return self.blocks_in_cell <= 3;
            }
            Tag::Table
            | Tag::Ul
            | Tag::Ol
            | Tag::Form
            | Tag::Article
            | Tag::Section
            | Tag::Nav
            | Tag::Blockquote => {
                return false;
            }
            tag if tag.heading_level().is_some() => return false,
            _ => {}
        }
        true
    }

    fn text(&mut self, bytes: usize) {
        self.text += bytes;
        self.text_in_cell += bytes;
        self.longest = self.longest.max(self.text_in_cell);
    }

    fn is_data(&self) -> bool {
        let mean = self.text / self.cells.max(1);
        let regular = self.rows >= 2 && self.wide_rows * 3 >= self.rows * 2;
        self.longest <= TEXT_CELL && regular && (self.headed || mean <= LONG_CELL)
    }
}

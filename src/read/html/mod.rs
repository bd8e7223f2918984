//! HTML by its structure: the tree that browsers make of it, the lines that a reader sees, and what
//! the markup says of each.

mod attribute;
mod inline;
mod lines;
mod parse;
mod seen;
mod table;
mod tag;
mod topics;
mod tree;
mod word_hash;

pub(super) use attribute::AttributeName;
pub(crate) use lines::Container;
pub(crate) use tag::Tag;
pub(crate) use topics::{Topic, Topics};
pub(super) use tree::{Content, NodeId, Tree};

use super::metadata::metadata;
use crate::error::Error;
use crate::page::Page;

/// A page that was read from HTML, with the source text that its lines refer to.
pub(crate) struct HtmlPage {
    source: String,
    page: Page<'static>,
}

impl HtmlPage {
    /// Reads a page or a fragment of one; `url` is its address, where the caller knows it.
    pub(crate) fn read(html: &str, url: Option<&str>) -> Result<HtmlPage, Error> {
        let tree = parse::parse(html)?;
        let root = tree.child(NodeId::DOCUMENT, Tag::Html).unwrap_or(NodeId::DOCUMENT);
        let body = tree.child(root, Tag::Body).unwrap_or(root);
        let metadata = metadata(&tree, url);
        let harvest = lines::harvest(&tree, body, metadata.base.as_deref(), html.len() / 4);
        let page = Page {
            source: "",
            lines: harvest.lines,
            metadata,
            marks: harvest.marks,
            pictures: harvest.pictures,
            hidden: harvest.hidden,
            containers: harvest.containers,
        };
        Ok(HtmlPage { source: harvest.source, page })
    }

    /// The source text.
    pub(crate) fn source(&self) -> &str {
        &self.source
    }

    /// The page, whose lines are ranges of the source text.
    pub(crate) fn page(&mut self) -> Page<'_> {
        Page { source: &self.source, ..std::mem::take(&mut self.page) }
    }
}

//! HTML by its structure: the tree that browsers make of it, the lines that a reader sees, and what
//! the markup says of each.

mod attribute;
mod figure;
mod frame;
mod inline;
mod lines;
mod parse;
mod plain;
mod seen;
mod table;
mod tag;
mod topics;
mod tree;
mod walk;
mod word_hash;

pub(super) use attribute::AttributeName;
pub(crate) use lines::Container;
pub(crate) use tag::Tag;
pub(crate) use topics::{TOPICS, Topic, Topics};
pub(super) use tree::{Content, NodeId, Tree};

use super::metadata::metadata;
use crate::error::ErrorCode;
use crate::page::{Metadata, Page};
use crate::sort;
use crate::source::{Repaired, repair};
use lines::Harvest;
use std::ops::Range;

/// What markup says of a page, apart from its source text.
pub(crate) struct HtmlPage {
    harvest: Harvest,
    metadata: Metadata,
}

impl HtmlPage {
    /// Reads a page or a fragment of one, and gives its source text too; `url` is its address, where
    /// the caller knows it. Fails where it has too many elements.
    pub(crate) fn read(html: &str, url: Option<&str>) -> Result<(String, HtmlPage), ErrorCode> {
        let tree = parse::parse(html)?;
        let root = tree.child(NodeId::DOCUMENT, Tag::Html).unwrap_or(NodeId::DOCUMENT);
        let body = tree.child(root, Tag::Body).unwrap_or(root);
        let metadata = metadata(&tree, url);
        let (source, harvest) = lines::harvest(&tree, body, metadata.base.as_deref(), html.len() / 4);
        Ok((source, HtmlPage { harvest, metadata }))
    }

    /// Where its lines begin and end in the source text, ascending.
    pub(crate) fn borders(&self) -> Vec<usize> {
        let mut borders: Vec<usize> =
            self.harvest.lines.iter().flat_map(|line| [line.range.start, line.range.end]).collect();
        sort::by_place(&mut borders, |&border| border);
        borders
    }

    /// Follows the source text when it is set right.
    pub(crate) fn repair(&mut self, repaired: &Repaired) {
        let follow = |range: &mut Range<usize>| *range = repaired.followed(range.clone());
        for line in &mut self.harvest.lines {
            follow(&mut line.range);
        }
        self.harvest.marks.iter_mut().for_each(|mark| follow(&mut mark.range));
        self.harvest.hidden.iter_mut().for_each(follow);
        self.metadata.each_text(|text| {
            if let Some(repaired) = repair(text, Vec::new) {
                *text = repaired.text;
            }
        });
    }

    /// The page; `source` is its source text.
    pub(crate) fn into_page(self, source: &str) -> Page<'_> {
        let HtmlPage { harvest: Harvest { lines, marks, pictures, hidden, containers }, metadata } = self;
        Page { source, lines, metadata, marks, pictures, hidden, containers, repaired: 0 }
    }
}

//! An element that the walk over a page is in, and what it makes of the lines inside it.

use super::attribute::AttributeName;
use super::seen::{font_size, keeps_breaks};
use super::tag::{Layout, Tag};
use super::topics::{Topic, Topics};
use super::tree::{NodeId, Tree};
use crate::page::LineForm;

pub(super) struct Frame {
    pub id: NodeId,
    pub tag: Tag,
    pub layout: Layout,
    /// The innermost block; this element if it is one.
    pub container: u32,
    pub hidden: bool,
    /// Whether its own attributes hide it.
    pub hides: bool,
    pub keeps_space: bool,
    /// Its style shows line breaks as they stand: messengers' texts, pages of scripts.
    pub keeps_breaks: bool,
    pub in_data_table: bool,
    pub in_figure: bool,
    /// A list item, a quotation and so on: what a line in it is.
    pub form: LineForm,
    /// Whether the item of `form` has had its first line.
    pub item_used: bool,
    pub opened_mark: bool,
    /// Where its text begins.
    pub start: usize,
    /// What its class, id and role speak of.
    pub topics: Topics,
    /// How high its letters are, in pixels, as far as its attributes tell.
    pub size: u16,
}

impl Frame {
    /// The frame of an element, with what it has from the one around it.
    pub(super) fn inside(outer: Option<&Frame>, tree: &Tree, id: NodeId, tag: Tag) -> Frame {
        let layout = tag.layout();
        let is = |what: fn(&Frame) -> bool| outer.is_some_and(what);
        let style = tree.attribute(id, AttributeName::Style);
        Frame {
            id,
            tag,
            layout,
            container: outer.map_or(0, |outer| outer.container),
            hidden: is(|outer| outer.hidden) || layout == Layout::Unseen,
            hides: false,
            keeps_space: is(|outer| outer.keeps_space) || tag.keeps_space(),
            keeps_breaks: style.and_then(keeps_breaks).unwrap_or_else(|| is(|outer| outer.keeps_breaks)),
            in_data_table: is(|outer| outer.in_data_table),
            in_figure: is(|outer| outer.in_figure) || tag == Tag::Figure,
            form: outer.map_or(LineForm::Text, |outer| outer.form),
            item_used: is(|outer| outer.item_used),
            opened_mark: false,
            start: 0,
            topics: topics(tree, id),
            size: size(tree, id, style, outer.map_or(SIZE, |outer| outer.size)),
        }
    }

    /// Whether its lines stand in one row of a table of data, which is one line.
    pub(super) fn is_in_row(&self) -> bool {
        self.in_data_table && self.form == LineForm::Row
    }

    /// Takes the form that the element gives to the lines in it, if it gives any.
    pub(super) fn take_form(&mut self, tree: &Tree) {
        if let Some(form) = self.own_form(tree) {
            (self.form, self.item_used) = (form, false);
        }
    }

    fn own_form(&self, tree: &Tree) -> Option<LineForm> {
        if let Some(level) = self.tag.heading_level() {
            return Some(LineForm::Heading(level));
        }
        if tree.attribute(self.id, AttributeName::Role) == Some("heading") {
            let level =
                tree.attribute(self.id, AttributeName::AriaLevel).and_then(|level| level.parse::<u8>().ok());
            return Some(LineForm::Heading(level.unwrap_or(2).clamp(1, 6)));
        }
        Some(match self.tag {
            Tag::Li => LineForm::Item,
            Tag::Blockquote => LineForm::Quote,
            Tag::Figcaption => LineForm::Caption,
            Tag::Pre | Tag::Listing | Tag::Xmp | Tag::Plaintext => LineForm::Preformatted,
            Tag::Tr if self.in_data_table => LineForm::Row,
            Tag::Td | Tag::Th if self.in_data_table => return None,
            Tag::Table | Tag::Ul | Tag::Ol | Tag::Figure | Tag::Aside | Tag::Nav | Tag::Td => LineForm::Text,
            _ if self.in_figure && self.topics.has(Topic::Caption) => LineForm::Caption,
            _ => return None,
        })
    }
}

/// How far a line stands from the one above when the border of such a block lies between them.
pub(super) fn gap(tag: Tag) -> u8 {
    match tag {
        Tag::Li | Tag::Tr | Tag::Dt | Tag::Dd | Tag::Option => 0,
        Tag::Hr
        | Tag::Section
        | Tag::Article
        | Tag::Aside
        | Tag::Header
        | Tag::Footer
        | Tag::Nav
        | Tag::Main
        | Tag::Form => 2,
        _ => 1,
    }
}

/// How high letters are where nothing says it, in pixels.
const SIZE: u16 = 16;

/// How high an element's letters are, in pixels, inside letters so high.
fn size(tree: &Tree, id: NodeId, style: Option<&str>, outer: u16) -> u16 {
    // `<font size>`, in pixels.
    const STEPS: [u16; 8] = [10, 10, 13, 16, 18, 24, 32, 48];
    let step = || {
        let size = tree.attribute(id, AttributeName::Size).filter(|_| tree.tag(id) == Tag::Font)?;
        let step = size.trim().parse::<i8>().ok()?;
        let step = if size.starts_with(['+', '-']) { step.saturating_add(3) } else { step };
        STEPS.get(usize::try_from(step.clamp(1, 7)).ok()?).copied()
    };
    style.and_then(|style| font_size(style, outer)).or_else(step).unwrap_or(outer)
}

fn topics(tree: &Tree, id: NodeId) -> Topics {
    let mut topics = Topics::default();
    let Some(element) = tree.element(id) else { return topics };
    for (name, value) in tree.attributes(element) {
        if matches!(
            name,
            AttributeName::Class | AttributeName::Id | AttributeName::Role | AttributeName::Itemprop
        ) {
            topics.add_words(value);
        }
    }
    topics
}

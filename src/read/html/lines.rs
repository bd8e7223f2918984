//! The tree into lines: one walk gathers the source text, the lines, what stands inside them, and
//! the blocks that they are in.

use std::ops::Range;

use super::attribute::AttributeName;
use super::inline::{InlineRun, Piece};
use super::seen::{Sight, sight_of};
use super::table::is_data_table;
use super::tag::{Layout, Tag};
use super::topics::{Topic, Topics};
use super::tree::{Content, NodeId, Tree};
use crate::article::MarkKind;
use crate::page::{Inline, Line, LineForm, Markup, Picture, is_space};
use crate::read::address::resolve;
use crate::read::text::trimmed;

/// Links and emphasis that are open at once are kept up to this many.
const MOST_MARKS: usize = 8;

/// A block-level element.
#[derive(Clone, Debug)]
pub(crate) struct Container {
    /// The block that it is in; itself for the first.
    pub parent: u32,
    pub tag: Tag,
    /// What its class, id and role speak of.
    pub topics: Topics,
    /// How many blocks it is in.
    pub depth: u16,
    /// Its lines.
    pub lines: Range<u32>,
}

impl Container {
    /// Whether another block is made as this one is.
    pub(crate) fn is_like(&self, other: &Container) -> bool {
        self.tag == other.tag && self.topics == other.topics
    }
}

/// What one walk over the tree gathers.
#[derive(Clone, Default)]
pub(super) struct Harvest {
    pub lines: Vec<Line>,
    pub marks: Vec<Inline>,
    pub pictures: Vec<Picture>,
    pub hidden: Vec<Range<usize>>,
    pub containers: Vec<Container>,
}

/// An element that the walk is in.
struct Frame {
    id: NodeId,
    tag: Tag,
    layout: Layout,
    /// The innermost block; this element if it is one.
    container: u32,
    hidden: bool,
    keeps_space: bool,
    in_data_table: bool,
    /// A list item, a quotation and so on: what a line in it is.
    form: LineForm,
    /// Whether the item of `form` has had its first line.
    item_used: bool,
    in_figure: Option<u32>,
    opened_mark: bool,
    /// Where an inline element began in the source text.
    start: usize,
    topics: Topics,
}

/// A link or emphasis that is still open.
struct OpenMark {
    start: usize,
    kind: MarkKind,
    href: Option<String>,
}

/// A figure: its pictures and its caption.
struct Figure {
    first_picture: usize,
    caption: Option<usize>,
}

/// Gathers the lines of a page.
pub(super) fn harvest(tree: &Tree, body: NodeId, base: Option<&str>, text_bytes: usize) -> (String, Harvest) {
    let mut walk = Walk::new(tree, base, text_bytes);
    walk.enter(body);
    let mut at = tree.first_child(body);
    while let Some(id) = at {
        at = match tree.content(id) {
            Content::Text(text) => {
                walk.text(text);
                None
            }
            Content::Element(_) if walk.enter(id) => tree.first_child(id),
            _ => None,
        };
        let mut up = id;
        if at.is_none() && walk.is_in(up) {
            walk.leave();
        }
        while at.is_none() && up != body {
            at = tree.next_sibling(up);
            if at.is_none() {
                let Some(parent) = tree.parent(up) else { break };
                up = parent;
                walk.leave();
            }
        }
    }
    walk.finish()
}

struct Walk<'t> {
    tree: &'t Tree,
    /// What relative addresses refer to.
    base: Option<&'t str>,
    /// The source text so far.
    source: String,
    out: Harvest,
    stack: Vec<Frame>,
    marks: Vec<OpenMark>,
    figures: Vec<Figure>,
    run: InlineRun,
    /// Where the line being gathered begins.
    start: usize,
    /// How far the next line stands from the one above.
    gap: u8,
    /// Line breaks since the last text.
    breaks: u8,
}

impl<'t> Walk<'t> {
    fn new(tree: &'t Tree, base: Option<&'t str>, text_bytes: usize) -> Self {
        Self {
            tree,
            base,
            source: String::with_capacity(text_bytes),
            out: Harvest::default(),
            stack: Vec::with_capacity(64),
            marks: Vec::new(),
            figures: Vec::new(),
            run: InlineRun::default(),
            start: 0,
            gap: 2,
            breaks: 0,
        }
    }

    fn is_in(&self, id: NodeId) -> bool {
        self.stack.last().is_some_and(|frame| frame.id == id)
    }

    fn top(&self) -> &Frame {
        &self.stack[self.stack.len() - 1]
    }

    fn text(&mut self, text: &str) {
        self.source.push_str(text);
    }

    /// Goes into an element; false where it has no text to go into.
    fn enter(&mut self, id: NodeId) -> bool {
        let tag = self.tree.tag(id);
        match tag {
            Tag::Br => {
                self.line_break();
                return false;
            }
            Tag::Img => {
                self.picture(id);
                return false;
            }
            _ => {}
        }
        let layout = tag.layout();
        if layout == Layout::Textless {
            return false;
        }
        let mut frame = self.frame(id, tag, layout);
        let sight = sight_of(self.tree, id, tag);
        let was_hidden = frame.hidden;
        frame.hidden |= sight == Sight::Hidden;
        frame.topics = self.topics(id);
        if layout == Layout::Block || layout == Layout::Unseen {
            self.enter_block(&mut frame);
        } else {
            if layout == Layout::Box {
                self.flush();
            }
            self.run.open();
        }
        self.open_mark(&mut frame);
        frame.start = self.source.len();
        if frame.hidden && !was_hidden && layout == Layout::Inline {
            self.run.hide(frame.start);
        }
        self.stack.push(frame);
        true
    }

    /// The frame of an element, with what it inherits.
    fn frame(&self, id: NodeId, tag: Tag, layout: Layout) -> Frame {
        let outer = self.stack.last();
        Frame {
            id,
            tag,
            layout,
            container: outer.map_or(0, |outer| outer.container),
            hidden: outer.is_some_and(|outer| outer.hidden) || layout == Layout::Unseen,
            keeps_space: outer.is_some_and(|outer| outer.keeps_space) || tag.keeps_space(),
            in_data_table: outer.is_some_and(|outer| outer.in_data_table),
            form: outer.map_or(LineForm::Text, |outer| outer.form),
            item_used: outer.is_some_and(|outer| outer.item_used),
            in_figure: outer.and_then(|outer| outer.in_figure),
            opened_mark: false,
            start: 0,
            topics: Topics::default(),
        }
    }

    fn topics(&self, id: NodeId) -> Topics {
        let mut topics = Topics::default();
        let Some(element) = self.tree.element(id) else { return topics };
        for (name, value) in self.tree.attributes(element) {
            match name {
                AttributeName::Class | AttributeName::Id | AttributeName::Role | AttributeName::Itemprop => {
                    topics.add_words(value);
                }
                _ => {}
            }
        }
        topics
    }

    fn enter_block(&mut self, frame: &mut Frame) {
        if frame.tag == Tag::Table {
            frame.in_data_table = !frame.in_data_table && is_data_table(self.tree, frame.id);
        }
        let in_row =
            self.stack.last().is_some_and(|outer| outer.in_data_table && outer.form == LineForm::Row);
        if in_row {
            self.border_in_row(frame.tag);
        } else {
            self.border(frame.tag);
        }
        let number = self.out.containers.len() as u32;
        let parent = self.stack.last().map_or(0, |outer| outer.container);
        let depth = self.out.containers.get(parent as usize).map_or(0, |outer| outer.depth + 1);
        let lines = self.out.lines.len() as u32;
        self.out.containers.push(Container {
            parent,
            tag: frame.tag,
            topics: frame.topics,
            depth,
            lines: lines..lines,
        });
        frame.container = number;
        if frame.tag == Tag::Figure {
            self.figures.push(Figure { first_picture: self.out.pictures.len(), caption: None });
            frame.in_figure = Some(number);
        }
        if let Some(form) = form_of(self.tree, frame) {
            (frame.form, frame.item_used) = (form, false);
        }
    }

    /// Ends the line at the border of a block.
    fn border(&mut self, tag: Tag) {
        self.flush();
        self.new_source_line();
        self.gap = self.gap.max(match tag {
            Tag::Li | Tag::Tr | Tag::Td | Tag::Th | Tag::Dt | Tag::Dd | Tag::Option => 0,
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
        });
    }

    /// The border of a block inside a row of a table: the row is one line.
    fn border_in_row(&mut self, tag: Tag) {
        match tag {
            Tag::Td | Tag::Th if self.source.len() > self.start => self.source.push('\t'),
            Tag::Td | Tag::Th => {}
            _ => self.new_source_line(),
        }
    }

    fn new_source_line(&mut self) {
        if !self.source.is_empty() && !self.source.ends_with('\n') {
            self.source.push('\n');
        }
    }

    fn line_break(&mut self) {
        let frame = self.top();
        if frame.keeps_space || frame.form == LineForm::Row {
            self.source.push('\n');
            return;
        }
        self.flush();
        self.source.push('\n');
        self.breaks = self.breaks.saturating_add(1);
        if self.breaks > 1 {
            self.gap = self.gap.max(1);
        }
    }

    fn open_mark(&mut self, frame: &mut Frame) {
        let kind = match frame.tag {
            Tag::A => MarkKind::Link,
            Tag::B | Tag::Strong => MarkKind::Strong,
            Tag::I | Tag::Em => MarkKind::Emphasis,
            _ => return,
        };
        if self.marks.len() >= MOST_MARKS {
            return;
        }
        let href =
            self.tree.attribute(frame.id, AttributeName::Href).and_then(|href| resolve(self.base, href));
        frame.opened_mark = true;
        self.marks.push(OpenMark { start: self.source.len(), kind, href });
    }

    fn leave(&mut self) {
        let Some(frame) = self.stack.pop() else { return };
        let end = self.source.len();
        if frame.opened_mark
            && let Some(mark) = self.marks.pop()
        {
            self.close_mark(&mark, end);
        }
        match frame.layout {
            Layout::Inline | Layout::Box => {
                let outer_hidden = self.stack.last().is_some_and(|outer| outer.hidden);
                if frame.hidden && !outer_hidden && frame.layout == Layout::Inline {
                    self.run.show(end);
                }
                self.run.close(Piece { range: frame.start..end, tag: frame.tag, topics: frame.topics });
                if frame.layout == Layout::Box {
                    self.flush_in(&frame);
                }
            }
            _ => self.leave_block(&frame),
        }
    }

    fn leave_block(&mut self, frame: &Frame) {
        let outer_row =
            self.stack.last().is_some_and(|outer| outer.in_data_table && outer.form == LineForm::Row);
        if outer_row && frame.tag != Tag::Tr {
            if !matches!(frame.tag, Tag::Td | Tag::Th) {
                self.new_source_line();
            }
        } else {
            self.flush_in(frame);
            self.border(frame.tag);
        }
        let lines = self.out.lines.len() as u32;
        self.out.containers[frame.container as usize].lines.end = lines;
        if frame.tag == Tag::Figure {
            self.figures.pop();
        }
    }

    fn close_mark(&mut self, mark: &OpenMark, end: usize) {
        let range = trimmed(&self.source, mark.start.min(end)..end);
        if !range.is_empty() {
            self.out.marks.push(Inline { range, kind: mark.kind, href: mark.href.clone() });
        }
    }

    /// Ends the line that is being gathered, seen from the innermost open element.
    fn flush(&mut self) {
        if self.run.is_empty() && self.source.len() == self.start {
            return;
        }
        let Some(frame) = self.stack.pop() else { return };
        self.flush_in(&frame);
        self.stack.push(frame);
    }

    /// Ends the line that is being gathered, as one of this element.
    fn flush_in(&mut self, frame: &Frame) {
        let end = self.source.len();
        let range = trimmed(&self.source, self.start..end);
        self.start = end;
        if range.is_empty() {
            self.run.clear(end);
            return;
        }
        for mark in &mut self.marks {
            let part = trimmed(&self.source, mark.start.min(end)..end);
            if !part.is_empty() {
                self.out.marks.push(Inline { range: part, kind: mark.kind, href: mark.href.clone() });
            }
            mark.start = end;
        }
        let inline = self.run.take(end, &range, &self.source, &mut self.out.hidden);
        let hidden =
            frame.hidden && frame.layout != Layout::Inline || self.container_hidden() || inline.hidden;
        let form = self.take_form(frame);
        let split = if frame.keeps_space || form == LineForm::Row {
            Vec::new()
        } else {
            inline.split(&self.source, &range, self.out.containers[frame.container as usize].tag)
        };
        let first = self.out.lines.len();
        for (nth, part) in split.iter().cloned().chain(split.is_empty().then_some(range)).enumerate() {
            let topics = inline.topics_of(&part);
            let gap = if nth == 0 { self.gap } else { 0 };
            let markup = Markup {
                hidden,
                container: frame.container,
                topics,
                tag: inline.tag_of(&part),
                ..Markup::default()
            };
            self.out.lines.push(Line {
                range: part,
                holes: Vec::new(),
                form,
                gap,
                markup: Some(Box::new(markup)),
            });
        }
        if form == LineForm::Caption
            && let Some(figure) = self.figures.last_mut()
        {
            figure.caption = figure.caption.or(Some(first));
            for picture in &mut self.out.pictures[figure.first_picture..] {
                picture.caption = picture.caption.or(Some(first));
            }
        }
        self.gap = 0;
        self.breaks = 0;
    }

    /// Whether a block around the innermost element is hidden.
    fn container_hidden(&self) -> bool {
        self.stack.iter().rev().find(|frame| frame.layout != Layout::Inline).is_some_and(|frame| frame.hidden)
    }

    /// The form of the next line: only the first line of a list item is the item.
    fn take_form(&mut self, frame: &Frame) -> LineForm {
        if frame.form != LineForm::Item {
            return frame.form;
        }
        let used = frame.item_used;
        for outer in self.stack.iter_mut().rev() {
            outer.item_used = true;
            if outer.tag == Tag::Li {
                break;
            }
        }
        if used { LineForm::Text } else { LineForm::Item }
    }

    fn picture(&mut self, id: NodeId) {
        let get = |name| self.tree.attribute(id, name).map(str::trim).filter(|value| !value.is_empty());
        let tiny = |name| get(name).and_then(|size| size.parse::<u32>().ok()).is_some_and(|size| size <= 2);
        let frame = self.top();
        let srcset = || {
            get(AttributeName::DataSrcset)
                .or(get(AttributeName::Srcset))
                .and_then(|set| set.split_whitespace().next())
        };
        let src = get(AttributeName::DataSrc)
            .or_else(|| get(AttributeName::DataLazySrc))
            .or_else(|| get(AttributeName::DataOriginal))
            .or_else(|| get(AttributeName::Src).filter(|src| !src.starts_with("data:")))
            .or_else(srcset);
        let Some(src) =
            src.filter(|_| !tiny(AttributeName::Width) && !tiny(AttributeName::Height) && !frame.hidden)
        else {
            return;
        };
        let Some(src) = resolve(self.base, src) else { return };
        let alt = get(AttributeName::Alt).map(str::to_owned);
        let in_line = self.source[self.start..].chars().any(|c| !is_space(c));
        let before = self.out.lines.len() + usize::from(in_line);
        let caption = frame.in_figure.and_then(|_| self.figures.last()).and_then(|figure| figure.caption);
        self.out.pictures.push(Picture { before, src, alt, caption });
    }

    fn finish(mut self) -> (String, Harvest) {
        while !self.stack.is_empty() {
            self.leave();
        }
        self.out.marks.sort_by_key(|mark| mark.range.start);
        (self.source, self.out)
    }
}

/// What an element makes of the lines in it; none where it changes nothing.
fn form_of(tree: &Tree, frame: &Frame) -> Option<LineForm> {
    if let Some(level) = frame.tag.heading_level() {
        return Some(LineForm::Heading(level));
    }
    if tree.attribute(frame.id, AttributeName::Role) == Some("heading") {
        let level = tree.attribute(frame.id, AttributeName::AriaLevel).and_then(|level| level.parse().ok());
        return Some(LineForm::Heading(level.unwrap_or(2).clamp(1, 6)));
    }
    Some(match frame.tag {
        Tag::Li => LineForm::Item,
        Tag::Blockquote => LineForm::Quote,
        Tag::Figcaption => LineForm::Caption,
        Tag::Pre | Tag::Listing | Tag::Xmp | Tag::Plaintext => LineForm::Preformatted,
        Tag::Tr if frame.in_data_table => LineForm::Row,
        Tag::Table | Tag::Ul | Tag::Ol | Tag::Figure | Tag::Aside | Tag::Nav | Tag::Td => LineForm::Text,
        _ if frame.topics.has(Topic::Caption) && frame.in_figure.is_some() => LineForm::Caption,
        _ => return None,
    })
}

//! The walk over a page: goes into elements and out of them, and ends lines at their borders.

use std::ops::Range;

use super::attribute::AttributeName;
use super::figure::{Figure, picture};
use super::frame::{Frame, gap};
use super::inline::{InlineRun, Piece};
use super::lines::{Container, Harvest};
use super::seen::{Hiding, is_hidden};
use super::table::is_data_table;
use super::tag::{Layout, Tag};
use super::tree::{NodeId, Tree};
use crate::address::absolute_len;
use crate::article::MarkKind;
use crate::page::{Inline, Line, LineForm, Markup, Picture, is_space, trimmed};
use crate::sort;

/// Links and emphasis that are open at once are kept up to this many.
const MOST_MARKS: usize = 8;

/// The addresses of all links and pictures together, in bytes: so many, and so many times those of the text. A long base
/// makes each short address long, and a link without end is one on every line.
const ADDRESSES: usize = 1 << 20;
const ADDRESSES_OF_TEXT: usize = 8;

/// A link or emphasis that is still open.
struct OpenMark<'t> {
    start: usize,
    kind: MarkKind,
    /// A link's address, and how long it is when it is absolute.
    href: Option<(&'t str, usize)>,
}

pub(super) struct Walk<'t> {
    tree: &'t Tree,
    /// What relative addresses refer to.
    base: Option<&'t str>,
    /// The source text so far.
    source: String,
    out: Harvest,
    stack: Vec<Frame>,
    marks: Vec<OpenMark<'t>>,
    figures: Vec<Figure>,
    run: InlineRun,
    hiding: Hiding,
    /// Bytes that are left for addresses.
    addresses: usize,
    /// Where the line being gathered begins.
    start: usize,
    /// How far it is known to be blank.
    blank: usize,
    /// How far the next line stands from the one above.
    gap: u8,
    /// Line breaks since the last text.
    breaks: u8,
}

impl<'t> Walk<'t> {
    /// `shown` are elements to be seen although they hide themselves.
    pub(super) fn new(tree: &'t Tree, base: Option<&'t str>, text_bytes: usize, shown: Vec<NodeId>) -> Self {
        Self {
            tree,
            base,
            source: String::with_capacity(text_bytes),
            out: Harvest::default(),
            stack: Vec::with_capacity(64),
            marks: Vec::new(),
            figures: Vec::new(),
            run: InlineRun::default(),
            hiding: Hiding::but(shown),
            addresses: ADDRESSES + text_bytes.saturating_mul(ADDRESSES_OF_TEXT),
            start: 0,
            blank: 0,
            gap: 2,
            breaks: 0,
        }
    }

    pub(super) fn is_in(&self, id: NodeId) -> bool {
        self.stack.last().is_some_and(|frame| frame.id == id)
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.stack.last().is_some_and(Frame::is_in_row) {
            // In a row only the border of a cell is a tab.
            self.source.extend(text.chars().map(|c| if c == '\t' { ' ' } else { c }));
            return;
        }
        if !self.shows_breaks() || !text.contains('\n') {
            self.source.push_str(text);
            return;
        }
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.line_break();
            }
            self.source.push_str(line);
        }
    }

    /// Whether the line breaks of a text are those that its readers see.
    fn shows_breaks(&self) -> bool {
        let shows = |frame: &Frame| frame.keeps_breaks && !frame.keeps_space && !frame.is_in_row();
        self.stack.last().is_some_and(shows)
    }

    /// Goes into an element; false where it has no text to go into.
    pub(super) fn enter(&mut self, id: NodeId) -> bool {
        let tag = self.tree.tag(id);
        match tag {
            Tag::Br => self.line_break(),
            Tag::Img => self.picture(id),
            _ if tag.layout() != Layout::Textless => {
                self.go_in(Frame::inside(self.stack.last(), self.tree, id, tag));
                return true;
            }
            _ => {}
        }
        false
    }

    fn go_in(&mut self, mut frame: Frame) {
        let was_hidden = frame.hidden;
        frame.hides = is_hidden(self.tree, frame.id, frame.tag) && !self.hiding.is_shown(frame.id);
        frame.hidden |= frame.hides;
        match frame.layout {
            Layout::Block | Layout::Unseen => self.enter_block(&mut frame),
            Layout::Box => self.flush(),
            _ => {}
        }
        self.open_mark(&mut frame);
        frame.start = self.source.len();
        if frame.hidden && !was_hidden && frame.layout == Layout::Inline {
            self.run.hide(frame.start);
        }
        self.stack.push(frame);
    }

    /// Goes out of the innermost element.
    pub(super) fn leave(&mut self) {
        let Some(mut frame) = self.stack.pop() else { return };
        let end = self.source.len();
        if frame.hides {
            self.hiding.note(frame.id, frame.start..end);
        }
        if frame.opened_mark
            && let Some(mark) = self.marks.pop()
        {
            self.put_mark(mark.start, end, &mark);
        }
        match frame.layout {
            Layout::Inline | Layout::Box => {
                let outer_hidden = self.stack.last().is_some_and(|outer| outer.hidden);
                if frame.hidden && !outer_hidden && frame.layout == Layout::Inline {
                    self.run.show(end);
                }
                self.run.close(Piece {
                    range: frame.start..end,
                    tag: frame.tag,
                    topics: frame.topics,
                    size: frame.size,
                });
                if frame.layout == Layout::Box {
                    self.flush_in(&mut frame);
                }
            }
            _ => self.leave_block(&mut frame),
        }
    }

    fn enter_block(&mut self, frame: &mut Frame) {
        if frame.tag == Tag::Table {
            frame.in_data_table = !frame.in_data_table && is_data_table(self.tree, frame.id);
        }
        if self.stack.last().is_some_and(Frame::is_in_row) {
            self.border_in_row(frame.tag);
        } else {
            self.border(frame.tag);
        }
        // The line that ended may have been the first of the item that the block is in.
        frame.item_used = self.stack.last().is_some_and(|outer| outer.item_used);
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
        frame.take_form(self.tree);
        if frame.tag == Tag::Figure {
            self.figures.push(Figure { first_picture: self.out.pictures.len(), caption: None });
        }
    }

    fn leave_block(&mut self, frame: &mut Frame) {
        let inside_row = frame.tag != Tag::Tr && self.stack.last().is_some_and(Frame::is_in_row);
        if !inside_row {
            self.flush_in(frame);
            self.border(frame.tag);
        } else if !matches!(frame.tag, Tag::Td | Tag::Th) {
            self.new_source_line();
        }
        self.out.containers[frame.container as usize].lines.end = self.out.lines.len() as u32;
        if frame.tag == Tag::Figure {
            self.figures.pop();
        }
    }

    /// Ends the line at the border of a block.
    fn border(&mut self, tag: Tag) {
        self.flush();
        self.new_source_line();
        self.gap = self.gap.max(gap(tag));
    }

    /// The border of a block inside a row of a table.
    fn border_in_row(&mut self, tag: Tag) {
        match tag {
            // The block before it is the row itself, or a cell or what is in one.
            Tag::Td | Tag::Th if self.out.containers.last().is_some_and(|block| block.tag == Tag::Tr) => {}
            Tag::Td | Tag::Th => self.source.push('\t'),
            _ => self.new_source_line(),
        }
    }

    fn new_source_line(&mut self) {
        if !self.source.is_empty() && !self.source.ends_with('\n') {
            self.source.push('\n');
        }
    }

    fn line_break(&mut self) {
        if self.stack.last().is_some_and(|frame| frame.keeps_space || frame.is_in_row()) {
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
        let href = self.tree.attribute(frame.id, AttributeName::Href);
        let href = href.and_then(|href| Some((href, self.absolute_len(href)?)));
        frame.opened_mark = true;
        self.marks.push(OpenMark { start: self.source.len(), kind, href });
    }

    fn absolute_len(&self, address: &str) -> Option<usize> {
        absolute_len(address, self.base.map_or(0, str::len))
    }

    fn put_mark(&mut self, start: usize, end: usize, mark: &OpenMark) {
        let range = trimmed(&self.source, start.min(end)..end);
        let address = mark.href.map_or(0, |(_, length)| length);
        if !range.is_empty() && address <= self.addresses {
            self.addresses -= address;
            self.out.marks.push(Inline {
                range,
                kind: mark.kind,
                href: mark.href.map(|(href, _)| href.to_owned()),
            });
        }
    }

    /// Ends the line that is being gathered, seen from the innermost open element.
    fn flush(&mut self) {
        if self.run.is_empty() && self.source.len() == self.start {
            return;
        }
        let Some(mut frame) = self.stack.pop() else { return };
        self.flush_in(&mut frame);
        self.stack.push(frame);
    }

    /// Ends the line that is being gathered, as one of this element.
    fn flush_in(&mut self, frame: &mut Frame) {
        let end = self.source.len();
        let all = self.start..end;
        let mut range = trimmed(&self.source, all.clone());
        self.start = end;
        if range.is_empty() {
            self.run.clear(end);
            return;
        }
        for mut mark in std::mem::take(&mut self.marks) {
            self.put_mark(mark.start, end, &mark);
            mark.start = end;
            self.marks.push(mark);
        }
        let inside = self.run.take(end, &range, &self.source, &mut self.out.hidden);
        let hidden = inside.hidden || (frame.hidden && frame.layout != Layout::Inline) || self.is_hidden();
        let form = self.form_of_line(frame);
        let has_cells = |range: Range<usize>| self.source[range].contains('\t');
        let table = |row: u32| self.out.containers[row as usize].parent;
        let is_row = |line: &Line| {
            let beside =
                line.markup.as_ref().is_some_and(|row| table(row.container) == table(frame.container));
            line.form == LineForm::Row && beside && has_cells(line.range.clone())
        };
        let goes_on = || has_cells(all.clone()) && self.out.lines.last().is_some_and(is_row);
        if form == LineForm::Row && (has_cells(range.clone()) || goes_on()) {
            // The first and the last cell may be empty; one alone beside a picture or a field, with no row above it, is no
            // row of data.
            let row = self.source.get(all.clone()).unwrap_or_default();
            let cells = |c: char| c != '\t' && is_space(c);
            range =
                all.end - row.trim_start_matches(cells).len()..all.start + row.trim_end_matches(cells).len();
        }
        let whole = frame.keeps_space || form == LineForm::Row;
        let block = self.out.containers[frame.container as usize].tag;
        let parts = if whole { vec![range] } else { inside.parts(&self.source, range, block) };
        self.caption_is_next(form);
        for part in parts {
            let (tag, size) =
                inside.innermost(&part).map_or((Tag::Unknown, frame.size), |piece| (piece.tag, piece.size));
            let topics = inside.topics_of(&part);
            let markup = Markup { hidden, container: frame.container, tag, topics, size };
            let gap = std::mem::take(&mut self.gap);
            self.out.lines.push(Line {
                range: part,
                holes: Vec::new(),
                form,
                gap,
                markup: Some(Box::new(markup)),
            });
        }
        self.breaks = 0;
    }

    /// Whether a block around the innermost element is hidden.
    fn is_hidden(&self) -> bool {
        self.stack.iter().rev().find(|frame| frame.layout != Layout::Inline).is_some_and(|frame| frame.hidden)
    }

    /// The form of the next line: only the first line of a list item is the item.
    fn form_of_line(&mut self, frame: &mut Frame) -> LineForm {
        if frame.form != LineForm::Item {
            return frame.form;
        }
        if std::mem::replace(&mut frame.item_used, true) {
            return LineForm::Text;
        }
        let mut item = frame.tag == Tag::Li;
        for outer in self.stack.iter_mut().rev() {
            if item {
                break;
            }
            outer.item_used = true;
            item = outer.tag == Tag::Li;
        }
        LineForm::Item
    }

    /// The next line becomes the caption of the pictures of the innermost figure.
    fn caption_is_next(&mut self, form: LineForm) {
        let next = self.out.lines.len();
        if form == LineForm::Caption
            && let Some(figure) = self.figures.last_mut()
            && figure.caption.is_none()
        {
            figure.caption = Some(next);
            for picture in &mut self.out.pictures[figure.first_picture..] {
                picture.caption = picture.caption.or(Some(next));
            }
        }
    }

    fn picture(&mut self, id: NodeId) {
        if self.stack.last().is_some_and(|frame| frame.hidden) {
            return;
        }
        let Some(src) = picture(self.tree, id) else { return };
        let Some(length) = self.absolute_len(src).filter(|&length| length <= self.addresses) else { return };
        self.addresses -= length;
        let from = self.start.max(self.blank);
        let line = self.source.get(from..).unwrap_or_default();
        let text = line.find(|c| !is_space(c));
        self.blank = from + text.unwrap_or(line.len());
        let alt = self.tree.attribute(id, AttributeName::Alt).map(str::trim).filter(|alt| !alt.is_empty());
        self.out.pictures.push(Picture {
            before: self.out.lines.len() + usize::from(text.is_some()),
            src: src.to_owned(),
            alt: alt.map(str::to_owned),
            caption: self.figures.last().and_then(|figure| figure.caption),
        });
    }

    /// Goes out of all elements and hands over what was gathered, and which elements hide the page itself.
    pub(super) fn finish(mut self) -> (String, Harvest, Vec<NodeId>) {
        while !self.stack.is_empty() {
            self.leave();
        }
        if self.source.ends_with('\n') {
            self.source.pop();
        }
        sort::by_place(&mut self.out.marks, |mark| mark.range.start);
        let hiding = self.hiding.whole_page(self.tree, self.source.len());
        (self.source, self.out, hiding)
    }
}

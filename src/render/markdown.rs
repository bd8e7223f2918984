//! Markdown as CommonMark reads it, with the tables of GitHub's.

mod emphasis;
mod escape;

use super::inline::{Elements, Event};
use super::out::Out;
use super::parts::{self, Part};
use super::{Lead, comma, field, language, names, shown_date};
use crate::address::{self, Base, Use};
use crate::article::{Article, Block, BlockKind, MarkKind, Related, Removed};
use crate::messages::message;
use crate::options::{Include, RenderOptions};
use crate::page::squeezed;
use escape::{Line, Place};

pub(super) fn render(article: &Article, options: &RenderOptions) -> String {
    let mut file =
        File { out: Out::default(), base: article.url.as_deref().and_then(Base::new), bullet: "- " };
    if let Some(title) = field(article.title.as_deref()) {
        file.heading(1, &title);
    }
    let names = names(article).join(comma(article));
    let lines = [field(article.subtitle.as_deref()), Some(names), shown_date(article)];
    let lead = Lead::of(article);
    let alone = Lead::alone(lead.as_ref()).map(str::to_owned);
    for line in lines.into_iter().chain([alone]).flatten() {
        file.paragraph("", &Part::plain(&line), &Elements::default());
    }
    for (at, block) in article.blocks.iter().enumerate() {
        file.block(block, Lead::before(lead.as_ref(), at));
    }
    if options.includes(Include::Related) && !article.related.is_empty() {
        file.heading(2, message("heading.related", language(article)));
        article.related.iter().for_each(|story| file.related(story));
    }
    if options.includes(Include::Removed) && !article.removed.is_empty() {
        file.heading(2, message("heading.removed", language(article)));
        article.removed.iter().for_each(|piece| file.removed(piece));
    }
    file.out.finish()
}

struct File<'a> {
    out: Out,
    base: Option<Base<'a>>,
    /// What the last list began its items with: two lists in a row would be one with the same.
    bullet: &'static str,
}

impl File<'_> {
    /// Begins a block: one blank line after the last.
    fn begin(&mut self) {
        if !self.out.is_empty() {
            self.out.put("\n");
        }
    }

    fn heading(&mut self, level: usize, text: &str) {
        let part = Part::plain(text);
        self.begin();
        self.heading_line(level, &part, &Elements::default());
    }

    fn heading_line(&mut self, level: usize, part: &Part, elements: &Elements) {
        self.out.put(&"######"[..level.min(6)]);
        self.out.put(" ");
        for (at, line) in text_lines(part).iter().enumerate() {
            if at > 0 {
                self.out.put(" ");
            }
            self.line(line, elements, Place::Heading);
        }
        self.out.put("\n");
    }

    fn block(&mut self, block: &Block, lead: &str) {
        let mut elements = Elements::of(block, self.base.as_ref());
        emphasis::fit(&mut elements, &block.text);
        let whole = parts::whole(block);
        match block.kind {
            BlockKind::Image => self.figure(block),
            BlockKind::List => self.list(&parts::items(block), &elements),
            BlockKind::Table => self.table(&parts::rows(block), &elements),
            BlockKind::Verse => {
                let verses = parts::verses(block);
                let lines: Vec<Part> = verses.iter().flat_map(text_lines).collect();
                self.lines("", "", &lines, &elements);
            }
            _ if whole.is_blank() && lead.is_empty() => {}
            BlockKind::Heading => {
                self.begin();
                self.heading_line(usize::from(block.level.unwrap_or(2).clamp(2, 6)), &whole, &elements);
            }
            BlockKind::Quote => self.lines("> ", "", &text_lines(&whole), &elements),
            BlockKind::Preformatted => self.preformatted(&block.text),
            BlockKind::Paragraph => self.paragraph(lead, &whole, &elements),
        }
    }

    fn paragraph(&mut self, lead: &str, part: &Part, elements: &Elements) {
        self.lines("", lead, &text_lines(part), elements);
    }

    /// Lines of one paragraph, each with this prefix, a hard break between them.
    fn lines(&mut self, prefix: &str, lead: &str, lines: &[Part], elements: &Elements) {
        if lines.is_empty() && lead.is_empty() {
            return;
        }
        self.begin();
        self.out.put(prefix);
        if !lead.is_empty() {
            let text = if lines.is_empty() { lead.trim_end() } else { lead };
            self.line(&Part::plain(text.trim_end()), &Elements::default(), Place::Block);
            self.out.put(&text[text.trim_end().len()..]);
        }
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                self.out.put("\\\n");
                self.out.put(prefix);
            }
            self.line(line, elements, Place::Block);
        }
        self.out.put("\n");
    }

    fn list(&mut self, items: &[Part], elements: &Elements) {
        if items.iter().all(Part::is_blank) {
            return;
        }
        self.begin();
        self.bullet = if self.bullet == "- " { "* " } else { "- " };
        for item in items.iter().filter(|item| !item.is_blank()) {
            self.out.put(self.bullet);
            for (at, line) in text_lines(item).iter().enumerate() {
                if at > 0 {
                    self.out.put("\\\n  ");
                }
                self.line(line, elements, Place::Block);
            }
            self.out.put("\n");
        }
    }

    /// The first row is the header, which Markdown demands; short rows are filled by the reader.
    fn table(&mut self, rows: &[Vec<Part>], elements: &Elements) {
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        if rows.iter().flatten().all(Part::is_blank) {
            return;
        }
        self.begin();
        for (at, row) in rows.iter().filter(|row| !row.is_empty()).enumerate() {
            self.out.put("|");
            for cell in row {
                self.out.put(" ");
                self.cell(cell, elements);
                self.out.put(" |");
            }
            if at == 0 {
                (row.len()..width).for_each(|_| self.out.put("  |"));
                self.out.put("\n|");
                (0..width).for_each(|_| self.out.put(" --- |"));
            }
            self.out.put("\n");
        }
    }

    fn cell(&mut self, cell: &Part, elements: &Elements) {
        for (at, line) in text_lines(cell).iter().enumerate() {
            if at > 0 {
                self.out.put(" ");
            }
            self.line(line, elements, Place::Cell);
        }
    }

    fn preformatted(&mut self, text: &str) {
        let fence = "`".repeat(longest_run(text, '`').max(2) + 1);
        self.begin();
        for line in [fence.as_str(), &text.replace("\r\n", "\n").replace('\r', "\n"), fence.as_str()] {
            self.out.put(&line.replace('\0', "\u{fffd}"));
            self.out.put("\n");
        }
    }

    /// A picture whose address is not safe is left out, and its caption with it.
    fn figure(&mut self, block: &Block) {
        let src = block.src.as_deref().and_then(|src| address::safe(src, self.base.as_ref(), Use::Picture));
        let Some(src) = src else { return };
        self.begin();
        self.out.put("![");
        self.value(&field(block.alt.as_deref()).unwrap_or_default());
        self.out.put("](");
        escape::address(&mut self.out, &src);
        self.out.put(")");
        if let Some(caption) = field(block.caption.as_deref()) {
            self.out.put("\\\n");
            self.value(&caption);
        }
        self.out.put("\n");
    }

    fn related(&mut self, story: &Related) {
        self.begin();
        self.out.put("- ");
        let href = story.url.as_deref().and_then(|url| address::safe(url, self.base.as_ref(), Use::Link));
        let title = squeezed(&story.title);
        match href {
            Some(href) => {
                self.out.put("[");
                self.value(&title);
                self.out.put("](");
                escape::address(&mut self.out, &href);
                self.out.put(")");
            }
            None => self.value(&title),
        }
        let lead = story.dateline.as_ref().and_then(super::dateline).unwrap_or_default();
        let snippet = format!("{lead}{}", story.snippet.as_deref().unwrap_or_default());
        for line in [field(story.published.as_deref()), field(Some(&snippet))].into_iter().flatten() {
            self.out.put("\\\n  ");
            self.value(&line);
        }
        self.out.put("\n");
    }

    fn removed(&mut self, piece: &Removed) {
        self.begin();
        self.out.put("- ");
        self.value(&squeezed(&piece.text));
        self.out.put("\\\n  ");
        self.value(&squeezed(&piece.reason));
        self.out.put("\n");
    }

    /// A value on one line, without marks.
    fn value(&mut self, text: &str) {
        self.line(&Part::plain(text), &Elements::default(), Place::Block);
    }

    fn line(&mut self, part: &Part, elements: &Elements, place: Place) {
        let line = Line::new(part.text, part.range.clone(), place);
        part.elements(elements).walk(&part.range, &mut |event| match event {
            Event::Text(range) => line.write(&mut self.out, range),
            Event::Open(element) => self.out.put(delimiter(element.kind)),
            Event::Close(element) if element.kind == MarkKind::Link => {
                self.out.put("](");
                escape::address(&mut self.out, &element.href);
                self.out.put(")");
            }
            Event::Close(element) => self.out.put(delimiter(element.kind)),
        });
    }
}

fn delimiter(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Link => "[",
        MarkKind::Strong => "**",
        MarkKind::Emphasis => "*",
    }
}

/// The lines that have text: a blank one would end the block.
fn text_lines<'a>(part: &Part<'a>) -> Vec<Part<'a>> {
    let mut lines = parts::lines(part);
    lines.retain(|line| !line.is_blank());
    lines
}

fn longest_run(text: &str, wanted: char) -> usize {
    let (mut longest, mut run) = (0, 0);
    for c in text.chars() {
        run = if c == wanted { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

#[cfg(test)]
mod tests;

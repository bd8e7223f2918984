//! A fragment of HTML that is safe to put into any page as it is.
//!
//! Safe by construction: elements and attributes are those written here, text is escaped, and
//! addresses come from `address::safe` alone. Nothing that a parser would move, drop or repair is
//! written, so a second parse gives the same tree.

mod escape;

pub(super) use escape::{Breaks, attribute, text};

use super::inline::{Elements, Event};
use super::out::Out;
use super::parts::{self, Part};
use super::{Lead, comma, date, field, language, names, shown_date};
use crate::address::{self, Base, Use};
use crate::article::{Article, Block, BlockKind, Direction, MarkKind, Related, Removed};
use crate::messages::message;
use crate::options::{Include, RenderOptions};
use crate::page::{is_space, squeezed};
use crate::script::unicode::is_alphabetic;

pub(super) fn render(article: &Article, options: &RenderOptions) -> String {
    let mut html =
        Html { out: Out::default(), dir: article.dir, base: article.url.as_deref().and_then(Base::new) };
    html.out.put("<article");
    html.out.put(&root_attributes(article));
    html.out.put(">\n");
    html.head(article);
    html.body(article);
    if options.includes(Include::Related) && !article.related.is_empty() {
        html.section(message("heading.related", language(article)), &article.related, |html, story| {
            html.related(story, date::is_urdu(&article.lang));
        });
    }
    if options.includes(Include::Removed) && !article.removed.is_empty() {
        html.section(message("heading.removed", language(article)), &article.removed, Html::removed);
    }
    html.out.put("</article>\n");
    html.out.finish()
}

/// ` lang="ur" dir="rtl"`; no language where the tag is none.
pub(super) fn root_attributes(article: &Article) -> String {
    let lang = article.lang.as_str();
    let is_tag =
        (1..=35).contains(&lang.len()) && lang.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let lang = if is_tag { format!(" lang=\"{lang}\"") } else { String::new() };
    format!("{lang} dir=\"{}\"", dir_value(article.dir))
}

fn dir_value(dir: Direction) -> &'static str {
    match dir {
        Direction::Rtl => "rtl",
        Direction::Ltr => "ltr",
    }
}

struct Html<'a> {
    out: Out,
    dir: Direction,
    base: Option<Base<'a>>,
}

impl Html<'_> {
    #[inline(never)]
    fn text(&mut self, content: &str) {
        text(&mut self.out, content, Breaks::Elements);
    }

    fn head(&mut self, article: &Article) {
        if let Some(title) = field(article.title.as_deref()) {
            self.element("h1", "", &title);
        }
        if let Some(subtitle) = field(article.subtitle.as_deref()) {
            self.element("p", " class=\"subtitle\"", &subtitle);
        }
        let names = names(article);
        if !names.is_empty() {
            self.out.put("<p class=\"byline\">");
            for (at, name) in names.iter().enumerate() {
                if at > 0 {
                    self.out.put(comma(article));
                }
                self.out.put("<bdi>");
                self.text(name);
                self.out.put("</bdi>");
            }
            self.out.put("</p>\n");
        }
        if let Some(iso) = shown_date(article) {
            self.out.put("<p class=\"date\">");
            self.time(&iso, date::is_urdu(&article.lang));
            self.out.put("</p>\n");
        }
    }

    fn body(&mut self, article: &Article) {
        let lead = Lead::of(article);
        if let Some(line) = Lead::alone(lead.as_ref()) {
            self.element("p", "", line);
        }
        for (at, block) in article.blocks.iter().enumerate() {
            self.block(block, Lead::before(lead.as_ref(), at));
        }
    }

    fn block(&mut self, block: &Block, lead: &str) {
        if block.kind == BlockKind::Image {
            return self.figure(block);
        }
        let elements = Elements::of(block, self.base.as_ref());
        let whole = parts::whole(block);
        match block.kind {
            BlockKind::List => self.list(block, &elements),
            BlockKind::Table => self.table(block, &elements),
            BlockKind::Verse => self.verse(block, &elements),
            _ if whole.is_blank() && lead.is_empty() => {}
            BlockKind::Heading => {
                let level = block.level.unwrap_or(2).clamp(2, 6);
                self.wrapped(&format!("h{level}"), "", &whole, &elements);
            }
            BlockKind::Quote => {
                self.open("blockquote", "", whole.str());
                self.out.put("\n");
                self.wrapped("p", "", &whole, &elements);
                self.out.put("</blockquote>\n");
            }
            BlockKind::Preformatted => {
                self.open("pre", "", whole.str());
                // A parser drops the first line break of `pre`.
                if whole.str().starts_with(['\n', '\r']) {
                    self.out.put("\n");
                }
                self.inline(&whole, &elements, Breaks::Kept);
                self.out.put("</pre>\n");
            }
            BlockKind::Paragraph | BlockKind::Image => {
                self.open("p", "", whole.str());
                self.text(lead);
                self.inline(&whole, &elements, Breaks::Elements);
                self.out.put("</p>\n");
            }
        }
    }

    fn list(&mut self, block: &Block, elements: &Elements) {
        let mut items = parts::items(block);
        items.retain(|item| !item.is_blank());
        if items.is_empty() {
            return;
        }
        self.open("ul", "", &block.text);
        self.out.put("\n");
        for item in &items {
            self.wrapped("li", "", item, elements);
        }
        self.out.put("</ul>\n");
    }

    fn table(&mut self, block: &Block, elements: &Elements) {
        let rows = parts::rows(block);
        if rows.iter().flatten().all(Part::is_blank) {
            return;
        }
        self.open("table", "", &block.text);
        self.out.put("<tbody>\n");
        for row in rows.iter().filter(|row| !row.is_empty()) {
            self.out.put("<tr>");
            for cell in row {
                self.out.put("<td>");
                self.inline(cell, elements, Breaks::Elements);
                self.out.put("</td>");
            }
            self.out.put("</tr>\n");
        }
        self.out.put("</tbody></table>\n");
    }

    fn verse(&mut self, block: &Block, elements: &Elements) {
        let verses = parts::verses(block);
        if verses.iter().all(Part::is_blank) {
            return;
        }
        self.open("p", " class=\"verse\"", &block.text);
        for (at, verse) in verses.iter().enumerate() {
            if at > 0 {
                self.out.put("<br>\n");
            }
            self.inline(verse, elements, Breaks::Elements);
        }
        self.out.put("</p>\n");
    }

    /// A picture whose address is not safe is left out, and its caption with it.
    fn figure(&mut self, block: &Block) {
        let src = block.src.as_deref().and_then(|src| address::safe(src, self.base.as_ref(), Use::Picture));
        let Some(src) = src else { return };
        self.out.put("<figure><img src=\"");
        attribute(&mut self.out, &src);
        self.out.put("\" alt=\"");
        attribute(&mut self.out, &field(block.alt.as_deref()).unwrap_or_default());
        self.out.put("\" loading=\"lazy\">");
        if let Some(caption) = field(block.caption.as_deref()) {
            self.out.put("<figcaption>");
            self.text(&caption);
            self.out.put("</figcaption>");
        }
        self.out.put("</figure>\n");
    }

    fn section<T>(&mut self, heading: &str, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.out.put("<section>\n");
        self.element("h2", "", heading);
        self.out.put("<ul>\n");
        for item in items {
            self.out.put("<li>");
            each(self, item);
            self.out.put("</li>\n");
        }
        self.out.put("</ul>\n</section>\n");
    }

    fn related(&mut self, story: &Related, urdu: bool) {
        let href = story.url.as_deref().and_then(|url| address::safe(url, self.base.as_ref(), Use::Link));
        if let Some(href) = &href {
            self.link(href);
        }
        self.text(&squeezed(&story.title));
        if href.is_some() {
            self.out.put("</a>");
        }
        if let Some(iso) = field(story.published.as_deref()) {
            self.out.put("<br>\n");
            self.time(&iso, urdu);
        }
        let lead = story.dateline.as_ref().and_then(super::dateline).unwrap_or_default();
        let snippet = squeezed(&format!("{lead}{}", story.snippet.as_deref().unwrap_or_default()));
        if !snippet.is_empty() {
            self.out.put("<br>\n");
            self.text(&snippet);
        }
    }

    fn removed(&mut self, piece: &Removed) {
        self.text(piece.text.trim_matches(is_space));
        self.out.put("<br>\n<small>");
        self.text(&piece.reason);
        self.out.put("</small>");
    }

    fn time(&mut self, iso: &str, urdu: bool) {
        let shown = if urdu { date::in_urdu(iso) } else { None };
        self.out.put("<time datetime=\"");
        attribute(&mut self.out, iso);
        self.out.put("\">");
        self.text(shown.as_deref().unwrap_or(iso));
        self.out.put("</time>");
    }

    fn element(&mut self, name: &str, attributes: &str, content: &str) {
        self.wrapped(name, attributes, &Part::plain(content), &Elements::default());
    }

    fn wrapped(&mut self, name: &str, attributes: &str, content: &Part, elements: &Elements) {
        self.open(name, attributes, content.str());
        self.inline(content, elements, Breaks::Elements);
        self.out.put("</");
        self.out.put(name);
        self.out.put(">\n");
    }

    /// An open tag, with `dir` where the content is wholly of the other direction: a quotation in
    /// English, a tweet.
    fn open(&mut self, name: &str, attributes: &str, content: &str) {
        self.out.put("<");
        self.out.put(name);
        self.out.put(attributes);
        if let Some(dir) = direction(content).filter(|dir| *dir != self.dir) {
            self.out.put(" dir=\"");
            self.out.put(dir_value(dir));
            self.out.put("\"");
        }
        self.out.put(">");
    }

    fn inline(&mut self, part: &Part, elements: &Elements, breaks: Breaks) {
        part.elements(elements).walk(&part.range, &mut |event| match event {
            Event::Open(element) if element.kind == MarkKind::Link => self.link(&element.href),
            Event::Open(element) => self.out.put(open_tag(element.kind)),
            Event::Close(element) => self.out.put(close_tag(element.kind)),
            Event::Text(range) => text(&mut self.out, part.text.get(range).unwrap_or_default(), breaks),
        });
    }

    fn link(&mut self, href: &str) {
        self.out.put("<a href=\"");
        attribute(&mut self.out, href);
        self.out.put("\">");
    }
}

fn open_tag(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Link => "<a>",
        MarkKind::Strong => "<strong>",
        MarkKind::Emphasis => "<em>",
    }
}

fn close_tag(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Link => "</a>",
        MarkKind::Strong => "</strong>",
        MarkKind::Emphasis => "</em>",
    }
}

/// The direction of a text all of whose letters run one way; none for a mixed text or none.
fn direction(text: &str) -> Option<Direction> {
    let is_rtl = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    let mut letters = text.chars().filter(|&c| is_alphabetic(c)).map(is_rtl);
    let first = letters.next()?;
    letters.all(|rtl| rtl == first).then_some(if first { Direction::Rtl } else { Direction::Ltr })
}

#[cfg(test)]
mod tests;

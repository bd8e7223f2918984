//! A fragment of HTML that is safe to put into any page as it is.
//!
//! Safe by construction: elements and attributes are those written here, text is escaped, and
//! addresses come from `address::safe` alone. Nothing that a parser would move, drop or repair is
//! written, so a second parse gives the same tree.

mod escape;

pub(super) use escape::{Breaks, attribute, text};

use super::address::{self, Base, Use};
use super::inline::{Elements, Event};
use super::parts::{self, Part};
use super::{Lead, comma, date, field, language, names, shown_date};
use crate::article::{Article, Block, BlockKind, Direction, MarkKind, Related, Removed};
use crate::messages::message;
use crate::options::{Include, RenderOptions};

pub(super) fn render(article: &Article, options: &RenderOptions) -> String {
    let mut html =
        Html { out: String::new(), dir: article.dir, base: article.url.as_deref().and_then(Base::new) };
    html.out.push_str("<article");
    html.out.push_str(&root_attributes(article));
    html.out.push_str(">\n");
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
    html.out.push_str("</article>\n");
    html.out
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
    out: String,
    dir: Direction,
    base: Option<Base<'a>>,
}

impl Html<'_> {
    fn head(&mut self, article: &Article) {
        if let Some(title) = field(article.title.as_deref()) {
            self.element("h1", "", &title);
        }
        if let Some(subtitle) = field(article.subtitle.as_deref()) {
            self.element("p", " class=\"subtitle\"", &subtitle);
        }
        let names = names(article);
        if !names.is_empty() {
            self.out.push_str("<p class=\"byline\">");
            for (at, name) in names.iter().enumerate() {
                if at > 0 {
                    self.out.push_str(comma(article));
                }
                self.out.push_str("<bdi>");
                text(&mut self.out, name, Breaks::Elements);
                self.out.push_str("</bdi>");
            }
            self.out.push_str("</p>\n");
        }
        if let Some(iso) = shown_date(article) {
            self.out.push_str("<p class=\"date\">");
            self.time(&iso, date::is_urdu(&article.lang));
            self.out.push_str("</p>\n");
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
                self.out.push('\n');
                self.wrapped("p", "", &whole, &elements);
                self.out.push_str("</blockquote>\n");
            }
            BlockKind::Preformatted => {
                self.open("pre", "", whole.str());
                // A parser drops the first line break of `pre`.
                if whole.str().starts_with(['\n', '\r']) {
                    self.out.push('\n');
                }
                self.inline(&whole, &elements, Breaks::Kept);
                self.out.push_str("</pre>\n");
            }
            BlockKind::Paragraph | BlockKind::Image => {
                self.open("p", "", whole.str());
                text(&mut self.out, lead, Breaks::Elements);
                self.inline(&whole, &elements, Breaks::Elements);
                self.out.push_str("</p>\n");
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
        self.out.push('\n');
        for item in &items {
            self.wrapped("li", "", item, elements);
        }
        self.out.push_str("</ul>\n");
    }

    fn table(&mut self, block: &Block, elements: &Elements) {
        let rows = parts::rows(block);
        if rows.iter().flatten().all(Part::is_blank) {
            return;
        }
        self.open("table", "", &block.text);
        self.out.push_str("<tbody>\n");
        for row in rows.iter().filter(|row| !row.is_empty()) {
            self.out.push_str("<tr>");
            for cell in row {
                self.out.push_str("<td>");
                self.inline(cell, elements, Breaks::Elements);
                self.out.push_str("</td>");
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody></table>\n");
    }

    fn verse(&mut self, block: &Block, elements: &Elements) {
        let verses = parts::verses(block);
        if verses.iter().all(Part::is_blank) {
            return;
        }
        self.open("p", " class=\"verse\"", &block.text);
        for (at, verse) in verses.iter().enumerate() {
            if at > 0 {
                self.out.push_str("<br>\n");
            }
            self.inline(verse, elements, Breaks::Elements);
        }
        self.out.push_str("</p>\n");
    }

    /// A picture whose address is not safe is left out, and its caption with it.
    fn figure(&mut self, block: &Block) {
        let src = block.src.as_deref().and_then(|src| address::safe(src, self.base.as_ref(), Use::Picture));
        let Some(src) = src else { return };
        self.out.push_str("<figure><img src=\"");
        attribute(&mut self.out, &src);
        self.out.push_str("\" alt=\"");
        attribute(&mut self.out, &field(block.alt.as_deref()).unwrap_or_default());
        self.out.push_str("\" loading=\"lazy\">");
        if let Some(caption) = field(block.caption.as_deref()) {
            self.out.push_str("<figcaption>");
            text(&mut self.out, &caption, Breaks::Elements);
            self.out.push_str("</figcaption>");
        }
        self.out.push_str("</figure>\n");
    }

    fn section<T>(&mut self, heading: &str, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.out.push_str("<section>\n");
        self.element("h2", "", heading);
        self.out.push_str("<ul>\n");
        for item in items {
            self.out.push_str("<li>");
            each(self, item);
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ul>\n</section>\n");
    }

    fn related(&mut self, story: &Related, urdu: bool) {
        let href = story.url.as_deref().and_then(|url| address::safe(url, self.base.as_ref(), Use::Link));
        if let Some(href) = &href {
            self.link(href);
        }
        text(&mut self.out, &super::one_line(&story.title), Breaks::Elements);
        if href.is_some() {
            self.out.push_str("</a>");
        }
        if let Some(iso) = field(story.published.as_deref()) {
            self.out.push_str("<br>\n");
            self.time(&iso, urdu);
        }
        let lead = story.dateline.as_ref().and_then(super::dateline).unwrap_or_default();
        let snippet = super::one_line(&format!("{lead}{}", story.snippet.as_deref().unwrap_or_default()));
        if !snippet.is_empty() {
            self.out.push_str("<br>\n");
            text(&mut self.out, &snippet, Breaks::Elements);
        }
    }

    fn removed(&mut self, piece: &Removed) {
        text(&mut self.out, piece.text.trim_matches(crate::page::is_space), Breaks::Elements);
        self.out.push_str("<br>\n<small>");
        text(&mut self.out, &piece.reason, Breaks::Elements);
        self.out.push_str("</small>");
    }

    fn time(&mut self, iso: &str, urdu: bool) {
        let shown = if urdu { date::in_urdu(iso) } else { None };
        self.out.push_str("<time datetime=\"");
        attribute(&mut self.out, iso);
        self.out.push_str("\">");
        text(&mut self.out, shown.as_deref().unwrap_or(iso), Breaks::Elements);
        self.out.push_str("</time>");
    }

    fn element(&mut self, name: &str, attributes: &str, content: &str) {
        self.wrapped(name, attributes, &Part::plain(content), &Elements::default());
    }

    fn wrapped(&mut self, name: &str, attributes: &str, content: &Part, elements: &Elements) {
        self.open(name, attributes, content.str());
        self.inline(content, elements, Breaks::Elements);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }

    /// An open tag, with `dir` where the content is wholly of the other direction: a quotation in
    /// English, a tweet.
    fn open(&mut self, name: &str, attributes: &str, content: &str) {
        self.out.push('<');
        self.out.push_str(name);
        self.out.push_str(attributes);
        if let Some(dir) = direction(content).filter(|dir| *dir != self.dir) {
            self.out.push_str(" dir=\"");
            self.out.push_str(dir_value(dir));
            self.out.push('"');
        }
        self.out.push('>');
    }

    fn inline(&mut self, part: &Part, elements: &Elements, breaks: Breaks) {
        part.elements(elements).walk(part.range.clone(), |event| match event {
            Event::Open(element) if element.kind == MarkKind::Link => self.link(&element.href),
            Event::Open(element) => self.out.extend(["<", tag(element.kind), ">"]),
            Event::Close(element) => self.out.extend(["</", tag(element.kind), ">"]),
            Event::Text(range) => text(&mut self.out, part.text.get(range).unwrap_or_default(), breaks),
        });
    }

    fn link(&mut self, href: &str) {
        self.out.push_str("<a href=\"");
        attribute(&mut self.out, href);
        self.out.push_str("\">");
    }
}

fn tag(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Link => "a",
        MarkKind::Strong => "strong",
        MarkKind::Emphasis => "em",
    }
}

/// The direction of a text all of whose letters run one way; none for a mixed text or none.
fn direction(text: &str) -> Option<Direction> {
    let is_rtl = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).map(is_rtl);
    let first = letters.next()?;
    letters.all(|rtl| rtl == first).then_some(if first { Direction::Rtl } else { Direction::Ltr })
}

#[cfg(test)]
mod tests;

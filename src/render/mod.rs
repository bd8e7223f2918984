//! An Article as a file: one format, one module.
//!
//! What belongs to every format is here: the order of the parts, where the dateline goes, and which
//! extras follow. An Article may come from anywhere, so nothing in it is trusted: marks may point
//! anywhere, lists may contradict the text, addresses may be scripts.

mod date;
mod document;
mod html;
mod inline;
mod json;
mod markdown;
mod out;
mod parts;
mod text;

use crate::article::{Article, BlockKind, Direction, Span};
use crate::options::{Format, Include, Language, RenderOptions};
use crate::page::squeezed;

/// The article in `format`: title, subtitle, byline, date, then the body with the dateline before
/// its first paragraph.
///
/// Related stories and removed pieces follow only where `options.include` names them; in JSON their
/// lists are empty otherwise. A text file, a Markdown file and HTML end with a line break, JSON is
/// one line without.
///
/// ```
/// let pasted = "صفحہ اول\n\nکراچی میں بارش کے بعد بجلی بحال\n\n\
///     کراچی (نمائندہ خصوصی) شہر میں پیر کی صبح سے جاری بارش کے بعد بجلی شام تک بحال کر دی گئی۔\n\nشیئر کریں";
/// let article = matn::extract(pasted, &matn::Options::default()).unwrap();
/// let markdown = matn::render(&article, matn::Format::Markdown, &matn::RenderOptions::default());
/// assert!(markdown.starts_with("# کراچی میں بارش کے بعد بجلی بحال\n"));
/// ```
pub fn render(article: &Article, format: Format, options: &RenderOptions) -> String {
    readable(article, format, options).unwrap_or_else(|| json::render(article, options))
}

/// [`render`] of an article that nobody else has.
#[cfg(target_arch = "wasm32")]
pub(crate) fn render_own(article: Article, format: Format, options: &RenderOptions) -> String {
    readable(&article, format, options).unwrap_or_else(|| json::render_own(article, options))
}

/// A file for readers; none where the format is JSON.
fn readable(article: &Article, format: Format, options: &RenderOptions) -> Option<String> {
    Some(match format {
        Format::Text => text::render(article, options),
        Format::Markdown => markdown::render(article, options),
        Format::Html => html::render(article, options),
        Format::Document => document::render(article, options),
        Format::Json => return None,
    })
}

impl RenderOptions {
    fn includes(&self, part: Include) -> bool {
        self.include.contains(&part)
    }
}

/// The dateline as it is printed, and the block that it opens.
struct Lead {
    /// None where the body has no paragraph: then the dateline is a line of its own before it.
    block: Option<usize>,
    /// With the space that parts it from the text after it.
    text: String,
}

impl Lead {
    /// The dateline opens the first paragraph behind the place where it stood, so that a line that
    /// was put back above it does not get it.
    fn of(article: &Article) -> Option<Self> {
        let text = dateline(article.dateline.as_ref()?)?;
        let stood = article.spans.dateline.first().map_or(0, |span| span.0);
        let is_paragraph = |&at: &usize| article.blocks[at].kind == BlockKind::Paragraph;
        let behind = |&at: &usize| article.blocks[at].spans.iter().all(|&Span(_, end)| end > stood);
        let mut paragraphs = (0..article.blocks.len()).filter(is_paragraph);
        let block = paragraphs.clone().find(behind).or_else(|| paragraphs.next());
        Some(Self { block, text })
    }

    /// What opens this block.
    fn before(lead: Option<&Self>, block: usize) -> &str {
        match lead {
            Some(lead) if lead.block == Some(block) => &lead.text,
            _ => "",
        }
    }

    /// The dateline where no paragraph takes it.
    fn alone(lead: Option<&Self>) -> Option<&str> {
        lead.filter(|lead| lead.block.is_none()).map(|lead| lead.text.trim_end_matches([' ', ':']))
    }
}

/// "ماسکو (سچ خبریں) ", "کراچی: ", "سچ خبریں: ".
fn dateline(dateline: &crate::article::Dateline) -> Option<String> {
    let part = |part: &Option<String>| part.as_deref().map(squeezed).filter(|part| !part.is_empty());
    match (part(&dateline.place), part(&dateline.agency)) {
        (Some(place), Some(agency)) => Some(format!("{place} ({agency}) ")),
        (Some(one), None) | (None, Some(one)) => Some(format!("{one}: ")),
        (None, None) => None,
    }
}

/// One line of a value that may be missing; none where nothing is in it.
fn field(value: Option<&str>) -> Option<String> {
    value.map(squeezed).filter(|line| !line.is_empty())
}

/// The names of the byline, each on one line.
fn names(article: &Article) -> Vec<String> {
    article.byline.iter().filter_map(|name| field(Some(name))).collect()
}

/// What stands between two names.
fn comma(article: &Article) -> &'static str {
    match article.dir {
        Direction::Rtl => "، ",
        Direction::Ltr => ", ",
    }
}

/// The date that the reader sees: of publication, else of the last update.
fn shown_date(article: &Article) -> Option<String> {
    field(article.published.as_deref()).or_else(|| field(article.modified.as_deref()))
}

/// The language of headings that are not the article's own.
fn language(article: &Article) -> Language {
    if date::is_urdu(&article.lang) { Language::Ur } else { Language::En }
}

#[cfg(test)]
mod tests;

//! The road from input to Article: read, gather evidence, decide, assemble.

use crate::address::Base;
use crate::article::{Article, Block, BlockKind, Label, Removed, Span};
use crate::assemble::{self, Context};
use crate::decide::{Decision, Place};
use crate::error::{Error, ErrorCode};
use crate::evidence::Role;
use crate::evidence::measure::Ending;
use crate::messages;
use crate::options::Options;
use crate::page::Line;
use crate::parts::{self, Part};
use crate::read::HtmlPage;
use crate::sort;
use crate::source::{self, Input, Source};
use crate::utf16::Utf16Index;

/// Reads the article out of a pasted text, a page or bytes.
///
/// Of several articles in one paste, the longest; the others' text is `removed` as `other`, with the
/// warning `several-articles`. Spans are UTF-16 code units of [`source_text`].
///
/// # Errors
///
/// `empty-input`, `too-large`, `bad-encoding`, `bad-option`, and `no-article` with all text in
/// [`Error::blocks`].
///
/// ```
/// let paste = "پہلی بارش\n\nشیئر کریں\n\nکراچی: شہر میں پہلی بارش ہوئی اور گرمی کا زور ٹوٹ گیا، محکمہ موسمیات نے مزید بارش کی پیش گوئی کی ہے۔";
/// let article = matn::extract(paste, &matn::Options::default()).unwrap();
/// assert_eq!(article.title.as_deref(), Some("پہلی بارش"));
/// ```
pub fn extract<'a>(input: impl Into<Input<'a>>, options: &Options) -> Result<Article, Error> {
    let (source, html) = source::read(input.into(), options)?;
    let utf16 = source.utf16();
    let mut articles = articles(&source, html, &utf16, options)?;
    let longest =
        (0..articles.len()).max_by_key(|&at| (articles[at].stats.words, usize::MAX - at)).unwrap_or(0);
    let mut article = articles.swap_remove(longest);
    if !articles.is_empty() {
        for other in articles {
            article.removed.extend(whole_text(&utf16, &other, options));
        }
        in_source_order(&mut article.removed);
        article.warnings.push(messages::warning("several-articles", options.language));
    }
    Ok(article)
}

/// Every article of a paste, in order; what lies between two belongs to the one before.
///
/// # Errors
///
/// Those of [`extract`].
///
/// ```
/// let pasted = "کراچی: شہر میں پہلی بارش ہوئی اور گرمی کا زور ٹوٹ گیا۔";
/// let articles = matn::extract_all(pasted, &matn::Options::default()).unwrap();
/// assert_eq!(articles.len(), 1);
/// ```
pub fn extract_all<'a>(input: impl Into<Input<'a>>, options: &Options) -> Result<Vec<Article>, Error> {
    let (source, html) = source::read(input.into(), options)?;
    articles(&source, html, &source.utf16(), options)
}

/// The text that spans refer to.
///
/// # Errors
///
/// Those of [`extract`] but `no-article`.
///
/// ```
/// let options = matn::Options { r#as: Some(matn::Form::Html), ..matn::Options::default() };
/// assert_eq!(matn::source_text("<p>پہلا <b>پیراگراف</b><p>دوسرا", &options).unwrap(), "پہلا پیراگراف\nدوسرا");
/// ```
pub fn source_text<'a>(input: impl Into<Input<'a>>, options: &Options) -> Result<String, Error> {
    Ok(source::read(input.into(), options)?.0.into_text())
}

/// Decides each part and makes the articles in it; `no-article` where none has a body.
fn articles(
    source: &Source,
    html: Option<HtmlPage>,
    utf16: &Utf16Index,
    options: &Options,
) -> Result<Vec<Article>, Error> {
    let mut parts = parts::parts(source, html);
    // What the caller keeps may be all that there is.
    let is_kept =
        |line: &Decision| matches!(line.role, Role::Removed(label) if options.keep.contains(&label));
    let has_text = |part: &Part| part.decisions.iter().any(|line| line.is_body() || is_kept(line));
    if !parts.iter().any(has_text) {
        parts.iter_mut().for_each(keep_sentences);
    }
    if !parts.iter().any(has_text) {
        return Err(no_article(source.text(), &parts, utf16, options));
    }
    let normalize = options.normalize.options();
    let mut articles = Vec::with_capacity(parts.len());
    for Part { page, evidence, decisions } in &parts {
        let base = page.metadata.base.as_deref().and_then(Base::new);
        let normalize = normalize.clone();
        let context =
            Context { source: source.text(), page, evidence, decisions, base, options, normalize, utf16 };
        let segments = assemble::segments(decisions);
        articles.extend(segments.into_iter().map(|lines| assemble::assemble(&context, lines)));
    }
    let articles = with_body(articles, utf16, options);
    if articles.is_empty() { Err(no_article(source.text(), &parts, utf16, options)) } else { Ok(articles) }
}

/// What has no body, such as a lone headline between menus, is no article: it belongs to the one before, or else to
/// the first.
fn with_body(articles: Vec<Article>, utf16: &Utf16Index, options: &Options) -> Vec<Article> {
    let mut whole: Vec<Article> = Vec::with_capacity(articles.len());
    let mut before = Vec::new();
    for article in articles {
        if article.blocks.iter().any(|block| !block.text.is_empty()) {
            whole.push(article);
        } else if let Some(last) = whole.last_mut() {
            take_in(last, article, utf16, options);
        } else {
            before.push(article);
        }
    }
    if let Some(first) = whole.first_mut() {
        before.into_iter().for_each(|article| take_in(first, article, utf16, options));
    }
    for article in &mut whole {
        in_source_order(&mut article.removed);
    }
    whole
}

/// Takes in what is no article: its stories, what it removed, and what would have been its fields as removed too.
fn take_in(article: &mut Article, mut other: Article, utf16: &Utf16Index, options: &Options) {
    article.related.append(&mut other.related);
    article.removed.append(&mut other.removed);
    article.removed.extend(whole_text(utf16, &other, options));
}

/// Fewest words of a sentence that is an article by itself: subject and verb.
const SENTENCE: u32 = 2;

/// A page on which nothing is an article by its place: its full sentences are, if most of it is such.
fn keep_sentences(part: &mut Part) {
    let Part { page, evidence, decisions } = part;
    let is_hidden = |at: usize| page.lines[at].is_hidden();
    let is_sentence = |at: &usize| {
        let m = &evidence.measures[*at];
        let named = evidence.pieces(*at).iter().any(|piece| matches!(piece.rule, "furniture" | "date"));
        !named && (m.is_prose() || (m.ending == Ending::Sentence && m.words >= SENTENCE))
    };
    let words = |lines: &[usize]| lines.iter().map(|&at| evidence.measures[at].words).sum::<u32>();
    let seen: Vec<usize> = (0..decisions.len()).filter(|&at| !is_hidden(at)).collect();
    let sentences: Vec<usize> = seen.iter().copied().filter(is_sentence).collect();
    if words(&sentences) > words(&seen) / 2 {
        for at in sentences {
            (decisions[at].role, decisions[at].place) = (Role::Body, Place::Body);
        }
    }
}

/// `no-article`, with every line of the input as a block.
fn no_article(source: &str, parts: &[Part], utf16: &Utf16Index, options: &Options) -> Error {
    let block = |line: &Line| {
        let text = line.pieces().filter_map(|piece| source.get(piece)).collect();
        Block::new(BlockKind::Paragraph, text, line.pieces().map(|piece| utf16.span(&piece)).collect())
    };
    let blocks = parts.iter().flat_map(|part| part.page.lines.iter().map(block));
    Error::new(ErrorCode::NoArticle, messages::message("error.no-article", options.language))
        .with_blocks(blocks.collect())
}

fn in_source_order(removed: &mut Vec<Removed>) {
    sort::by_place(removed, |piece| piece.spans.first().map_or(0, |span| span.0 as usize));
}

/// An article's whole text as removed pieces of another one.
fn whole_text(utf16: &Utf16Index, article: &Article, options: &Options) -> Vec<Removed> {
    let mut spans: Vec<Span> = article.all_spans().collect();
    sort::by_place(&mut spans, |span| span.0 as usize);
    spans
        .into_iter()
        .map(|span| Removed {
            label: Label::Other,
            text: utf16.slice(span).to_owned(),
            reason: messages::reason("several-articles", Label::Other, options.language).to_owned(),
            rule: "several-articles".to_owned(),
            confidence: 0.9,
            spans: vec![span],
        })
        .collect()
}

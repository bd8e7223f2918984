//! The road from input to Article: read, gather evidence, decide, assemble.

use crate::article::{Article, Block, BlockKind, Label, Removed, Span, Warning};
use crate::assemble::{self, Context};
use crate::decide::{self, Decision, Place};
use crate::error::{Error, ErrorCode};
use crate::evidence::measure::Ending;
use crate::evidence::{Evidence, Role};
use crate::messages;
use crate::options::Options;
use crate::page::Page;
use crate::source::{self, Input};
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
    let source = source::read(input.into(), options)?;
    let page = source.page();
    with_articles(&page, options, |context, segments| {
        let mut articles: Vec<Article> =
            segments.into_iter().map(|lines| assemble::assemble(context, lines)).collect();
        let longest =
            (0..articles.len()).max_by_key(|&at| (articles[at].stats.words, usize::MAX - at)).unwrap_or(0);
        let mut article = articles.swap_remove(longest);
        if !articles.is_empty() {
            for other in articles {
                article.removed.extend(whole_text(context, &other));
            }
            article.removed.sort_by_key(|piece| piece.spans.first().copied());
            let text = messages::message("warning.several-articles", options.language).to_owned();
            article.warnings.push(Warning { code: "several-articles".to_owned(), text });
        }
        article
    })
}

/// Every article of a paste, in order; what lies between two belongs to the one before.
///
/// # Errors
///
/// Those of [`extract`].
pub fn extract_all<'a>(input: impl Into<Input<'a>>, options: &Options) -> Result<Vec<Article>, Error> {
    let source = source::read(input.into(), options)?;
    let page = source.page();
    with_articles(&page, options, |context, segments| {
        segments.into_iter().map(|lines| assemble::assemble(context, lines)).collect()
    })
}

/// The text that spans refer to.
///
/// # Errors
///
/// Those of [`extract`] but `no-article`.
pub fn source_text<'a>(input: impl Into<Input<'a>>, options: &Options) -> Result<String, Error> {
    Ok(source::read(input.into(), options)?.into_text())
}

/// Decides the page and hands the lines of each article to `make`; `no-article` where none has a body.
fn with_articles<T>(
    page: &Page,
    options: &Options,
    make: impl FnOnce(&Context, Vec<std::ops::Range<usize>>) -> T,
) -> Result<T, Error> {
    let evidence = Evidence::of(page);
    let mut decisions = decide::decide(page, &evidence);
    keep(&mut decisions, &options.keep);
    if !has_body(&decisions) {
        keep_sentences(page, &evidence, &mut decisions);
    }
    let utf16 = Utf16Index::of(page);
    let context = Context {
        page,
        evidence: &evidence,
        decisions: &decisions,
        options,
        normalize: options.normalize.options(),
        utf16,
    };
    if !has_body(&decisions) {
        return Err(no_article(&context));
    }
    let segments = assemble::segments(&decisions);
    Ok(make(&context, segments))
}

/// Lines whose label the caller wants kept become paragraphs.
fn keep(decisions: &mut [Decision], labels: &[Label]) {
    for decision in decisions {
        if matches!(decision.role, Role::Removed(label) if labels.contains(&label)) {
            decision.role = Role::Body;
        }
    }
}

fn has_body(decisions: &[Decision]) -> bool {
    decisions.iter().any(|decision| matches!(decision.role, Role::Body | Role::Heading))
}

/// Fewest words of a sentence that is an article by itself: subject, object and verb.
const SENTENCE: u32 = 3;

/// A page on which nothing is an article by its place: its full sentences are, if most of it is such.
fn keep_sentences(page: &Page, evidence: &Evidence, decisions: &mut [Decision]) {
    let is_hidden = |at: usize| page.lines[at].markup.as_ref().is_some_and(|markup| markup.hidden);
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
fn no_article(context: &Context) -> Error {
    let blocks = context
        .page
        .lines
        .iter()
        .map(|line| {
            let text = context.page.source.get(line.range.clone()).unwrap_or_default().to_owned();
            Block::new(BlockKind::Paragraph, text, vec![context.utf16.span(&line.range)])
        })
        .collect();
    Error::new(ErrorCode::NoArticle, messages::message("error.no-article", context.options.language))
        .with_blocks(blocks)
}

/// An article's whole text as removed pieces of another one.
fn whole_text(context: &Context, article: &Article) -> Vec<Removed> {
    let mut spans: Vec<Span> = article.all_spans().collect();
    spans.sort_unstable();
    spans
        .into_iter()
        .map(|span| Removed {
            label: Label::Other,
            text: context.utf16.slice(span).to_owned(),
            reason: messages::reason("several-articles", Label::Other, context.options.language).to_owned(),
            rule: "several-articles".to_owned(),
            confidence: 0.9,
            spans: vec![span],
        })
        .collect()
}

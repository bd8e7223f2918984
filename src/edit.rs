//! What a reader does to an Article by hand: a removed piece back into the body, a block out of it.

use crate::article::{Article, Block, BlockKind, ChangeKind, Edit, Label, Removed, Span, Stats};
use crate::error::{Error, ErrorCode};
use crate::messages::{fill, message, reason};
use crate::options::{Language, NormalizeOptions};
use crate::page::{is_line_break, is_space};
use crate::script::normalize;
use crate::script::unicode::is_alphabetic;
use crate::utf16::{byte_offset, utf16_len};

/// The rule of what a reader took out.
const BY_HAND: &str = "by-hand";

/// A copy of the article with `removed[index]` back as a paragraph at its place in the source,
/// normalized with the default options, its spans with it, and the stats renewed.
///
/// An index that does not exist is `bad-option`.
///
/// ```
/// let pasted = "صفحہ اول\n\nکراچی میں بارش کے بعد بجلی بحال\n\n\
///     کراچی (نمائندہ خصوصی) شہر میں پیر کی صبح سے جاری بارش کے بعد بجلی شام تک بحال کر دی گئی۔\n\nشیئر کریں";
/// let article = matn::extract(pasted, &matn::Options::default()).unwrap();
/// let last = article.removed.len() - 1;
/// assert_eq!(matn::restore(&article, last).unwrap().blocks.last().unwrap().text, "شیئر کریں");
/// assert!(matn::restore(&article, last + 1).is_err());
/// ```
pub fn restore(article: &Article, index: usize) -> Result<Article, Error> {
    put_back(article.clone(), index)
}

/// [`restore`] in an article that nobody else has.
pub(crate) fn put_back(mut article: Article, index: usize) -> Result<Article, Error> {
    if index >= article.removed.len() {
        return Err(no_such("error.bad-option.removed", index, article.removed.len(), &article));
    }
    let piece = article.removed.remove(index);
    let with_edits = article.blocks.iter().any(|block| block.edits.is_some());
    let place = place(&piece.spans, article.blocks.iter().map(|block| block.spans.as_slice()));
    article.blocks.insert(place, paragraph(piece, with_edits));
    article.stats = Stats::of(&article.blocks);
    Ok(article)
}

/// A copy of the article with `blocks[index]` among the removed: label `other`, rule `by-hand`.
///
/// Its text is the source's where the block has `edits`, else the block's own. A picture has no
/// text to account for and is simply gone. An index that does not exist is `bad-option`.
///
/// ```
/// let pasted = "صفحہ اول\n\nکراچی میں بارش کے بعد بجلی بحال\n\n\
///     کراچی (نمائندہ خصوصی) شہر میں پیر کی صبح سے جاری بارش کے بعد بجلی شام تک بحال کر دی گئی۔\n\nشیئر کریں";
/// let article = matn::extract(pasted, &matn::Options::default()).unwrap();
/// let edited = matn::remove(&article, 0).unwrap();
/// assert!(edited.removed.iter().any(|piece| piece.rule == "by-hand"));
/// ```
pub fn remove(article: &Article, index: usize) -> Result<Article, Error> {
    take_out(article.clone(), index)
}

/// [`remove`] in an article that nobody else has.
pub(crate) fn take_out(mut article: Article, index: usize) -> Result<Article, Error> {
    if index >= article.blocks.len() {
        return Err(no_such("error.bad-option.blocks", index, article.blocks.len(), &article));
    }
    let language = language(&article);
    let block = article.blocks.remove(index);
    article.stats = Stats::of(&article.blocks);
    if block.text.is_empty() && block.spans.is_empty() {
        return Ok(article);
    }
    let place = place(&block.spans, article.removed.iter().map(|piece| piece.spans.as_slice()));
    let piece = Removed {
        label: Label::Other,
        text: text_before(&block).unwrap_or(block.text),
        reason: reason(BY_HAND, Label::Other, language).to_owned(),
        rule: BY_HAND.to_owned(),
        confidence: 1.0,
        spans: block.spans,
    };
    article.removed.insert(place, piece);
    Ok(article)
}

fn no_such(key: &str, index: usize, count: usize, article: &Article) -> Error {
    let values = [("index", &*index.to_string()), ("count", &*count.to_string())];
    Error::new(ErrorCode::BadOption, fill(message(key, language(article)), &values))
}

/// The language in which the article speaks to its reader, told by the first letter of what it says.
fn language(article: &Article) -> Language {
    let reasons = article.removed.iter().map(|piece| piece.reason.as_str());
    let warnings = article.warnings.iter().map(|warning| warning.text.as_str());
    let first = reasons.chain(warnings).find_map(|text| text.chars().find(|&c| is_alphabetic(c)));
    match first {
        Some('\u{600}'..='\u{6ff}') => Language::Ur,
        _ => Language::En,
    }
}

/// Where something with these spans belongs among others in source order: before the first that
/// begins later. What has no spans, a picture, stays with what stands before it.
fn place<'a>(spans: &[Span], others: impl ExactSizeIterator<Item = &'a [Span]>) -> usize {
    let count = others.len();
    let Some(start) = first_unit(spans) else { return count };
    let mut others = others;
    others.position(|spans| first_unit(spans).is_some_and(|other| other > start)).unwrap_or(count)
}

fn first_unit(spans: &[Span]) -> Option<u32> {
    spans.iter().map(|span| span.0).min()
}

/// A removed piece as a paragraph: its lines set right, joined by one space.
///
/// A piece of which normalization leaves nothing, such as a lost emoji, stays as it was: the reader
/// asked for it.
fn paragraph(piece: Removed, with_edits: bool) -> Block {
    let mut joined = Joined::default();
    let whole = piece.text.trim_matches(is_space);
    let mut rest = whole;
    while !rest.is_empty() {
        let line = rest.split(is_line_break).next().unwrap_or(rest).trim_end_matches(is_space);
        let after = &rest[line.len()..];
        rest = after.trim_start_matches(is_space);
        joined.set_right(line);
        joined.join(&after[..after.len() - rest.len()]);
    }
    if joined.text.trim_matches(is_space).is_empty() {
        return Block::new(BlockKind::Paragraph, whole.to_owned(), piece.spans);
    }
    let edits = with_edits.then_some(joined.edits);
    Block { edits, ..Block::new(BlockKind::Paragraph, joined.text, piece.spans) }
}

/// Lines set right, with what stood in the place of each change.
#[derive(Default)]
struct Joined {
    text: String,
    /// How long the text is in UTF-16.
    units: u32,
    edits: Vec<Edit>,
}

impl Joined {
    /// One space for the space between two lines.
    fn join(&mut self, gap: &str) {
        if gap.is_empty() {
            return;
        }
        let at = Span(self.units, self.units + 1);
        self.edits.push(Edit { kind: ChangeKind::Spacing, at, was: gap.to_owned() });
        self.text.push(' ');
        self.units += 1;
    }

    fn set_right(&mut self, line: &str) {
        let options = NormalizeOptions { edits: true, ..NormalizeOptions::default() };
        let line = normalize(line, &options);
        for mut edit in line.edits.into_iter().flatten() {
            edit.at = Span(self.units + edit.at.0, self.units + edit.at.1);
            self.edits.push(edit);
        }
        self.units += utf16_len(&line.text);
        self.text.push_str(&line.text);
    }
}

/// A block's text before its edits; none where it has none, or they do not fit the text.
fn text_before(block: &Block) -> Option<String> {
    let edits = block.edits.as_deref()?;
    let mut text = String::with_capacity(block.text.len());
    let mut rest = block.text.as_str();
    let mut unit = 0;
    for edit in edits {
        let Span(start, end) = edit.at;
        let (kept, tail) = rest.split_at(byte_offset(rest, start.checked_sub(unit)?)?);
        let (_, tail) = tail.split_at(byte_offset(tail, end.checked_sub(start)?)?);
        text.push_str(kept);
        text.push_str(&edit.was);
        (rest, unit) = (tail, end);
    }
    text.push_str(rest);
    Some(text)
}

#[cfg(test)]
mod tests;

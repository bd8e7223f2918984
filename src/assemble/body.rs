//! Body lines into blocks: paragraphs, subheads, lists, tables, couplets; the dateline taken off the first.

use std::ops::Range;

use super::compose::{Composed, Wanted, compose};
use super::fields::Fields;
use super::{Context, Draft, Ranges, byline, icons};
use crate::address::Use;
use crate::article::{Block, BlockKind, Dateline, Mark, MarkKind, Span};
use crate::dateline;
use crate::evidence::Role;
use crate::evidence::measure::{Ending, Opening};
use crate::evidence::points::tells_of_book;
use crate::page::{LineForm, is_bullet, trimmed, without_closing};
use crate::script::leading_number;
use crate::script::unicode::{is_alphabetic, is_numeric};
use crate::utf16::Utf16Index;

/// Longest line of verse, in letters.
const VERSE: u32 = 60;
/// Words that a couplet's line has at least.
const VERSE_WORDS: u32 = 3;

/// Of a row of pictures with one caption, so many have it.
const CAPTIONED: usize = 16;

/// Builds the blocks of an article.
pub(super) fn build(context: &Context, segment: Range<usize>, fields: &Fields, draft: &mut Draft) {
    let lines: Vec<usize> = segment
        .filter(|&at| context.decisions[at].is_body())
        .filter(|&at| fields.title != Some(at))
        .collect();
    let mut shown =
        context.page.pictures.partition_point(|picture| picture.before < lines.first().copied().unwrap_or(0));
    let (mut at, mut above) = (0, 0);
    while at < lines.len() {
        push_pictures(context, lines[at], &mut shown, draft);
        let kind = kind_of(context, &lines, at);
        let group = 1 + lines[at + 1..]
            .iter()
            .zip(at + 1..)
            .take_while(|&(_, next)| {
                lines[next] == lines[next - 1] + 1
                    && kind_of(context, &lines, next) == kind
                    && kind.is_grouped()
            })
            .count();
        let block = match kind {
            Kind::Row => rows(context, &lines[at..at + group], draft),
            Kind::Item => items(context, &lines[at..at + group], draft),
            Kind::Verse => verses(context, &lines[at..at + group], draft),
            _ => paragraph(context, lines[at], kind, at + 1 == lines.len(), above, draft),
        };
        if !block.text.is_empty() || !block.spans.is_empty() {
            // Nor is a summary in points above the text.
            above += usize::from(!matches!(block.kind, BlockKind::Heading | BlockKind::List));
            draft.article.blocks.push(block);
        }
        at += group;
    }
}

/// The pictures that stand before a body line, after the one above it.
fn push_pictures(context: &Context, line: usize, shown: &mut usize, draft: &mut Draft) {
    let pictures = &context.page.pictures;
    while let Some(picture) = pictures.get(*shown).filter(|picture| picture.before <= line) {
        let other = pictures.get(shown.wrapping_sub(CAPTIONED));
        let told = other.is_some_and(|other| other.caption == picture.caption);
        *shown += 1;
        let Some(src) = context.address(&picture.src, Use::Picture) else { continue };
        let caption = picture.caption.filter(|_| !told);
        let caption = caption.map(|at| context.slice(&context.page.lines[at].range).trim().to_owned());
        draft.article.blocks.push(Block {
            src: Some(src),
            alt: picture.alt.clone(),
            caption,
            ..Block::new(BlockKind::Image, String::new(), Vec::new())
        });
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Paragraph,
    Heading,
    Quote,
    Item,
    Row,
    Verse,
    Preformatted,
}

impl Kind {
    /// Whether neighbours of this kind are one block.
    fn is_grouped(self) -> bool {
        matches!(self, Kind::Item | Kind::Row | Kind::Verse)
    }
}

fn kind_of(context: &Context, lines: &[usize], at: usize) -> Kind {
    let line = &context.page.lines[lines[at]];
    match line.form {
        LineForm::Heading(_) => Kind::Heading,
        LineForm::Quote => Kind::Quote,
        LineForm::Item => Kind::Item,
        LineForm::Row => Kind::Row,
        LineForm::Preformatted => Kind::Preformatted,
        LineForm::Text | LineForm::Caption if is_verse(context, lines, at) => Kind::Verse,
        LineForm::Text | LineForm::Caption if is_item(context, lines, at) => Kind::Item,
        _ if context.decisions[lines[at]].role == Role::Heading => Kind::Heading,
        _ => Kind::Paragraph,
    }
}

/// A short line that breaks off without a mark, next to another of about its length.
fn is_verse(context: &Context, lines: &[usize], at: usize) -> bool {
    let verse_like = |at: usize| {
        let m = &context.evidence.measures[lines[at]];
        m.words >= VERSE_WORDS
            && m.letters <= VERSE
            && m.letters > m.foreign
            && m.inner_ends == 0
            && m.digits == 0
            && m.opening != Opening::Bullet
            && (m.ending != Ending::Sentence || !ends_with_stop(context, lines[at]))
            && m.ending != Ending::Colon
            && !tells_of_book(context.page.text(lines[at]))
    };
    let pairs = |a: usize, b: usize| {
        let (short, long) =
            (context.evidence.measures[lines[a]].letters, context.evidence.measures[lines[b]].letters);
        let (short, long) = (short.min(long), short.max(long));
        lines[b] == lines[a] + 1
            && context.page.lines[lines[b]].gap == 0
            && verse_like(b)
            && short * 8 >= long * 5
    };
    let poem = |at: usize| context.evidence.pieces(lines[at]).iter().any(|piece| piece.rule == "verse");
    if poem(at) {
        return true;
    }
    verse_like(at)
        && ((at > 0 && verse_like(at - 1) && pairs(at - 1, at))
            || (at + 1 < lines.len() && pairs(at, at + 1)))
}

fn ends_with_stop(context: &Context, line: usize) -> bool {
    without_closing(context.page.text(line)).ends_with(['۔', '.'])
}

/// A bullet or a number before the words, as a neighbour has too.
fn is_item(context: &Context, lines: &[usize], at: usize) -> bool {
    let marked = |at: usize| marker_len(context.page.text(lines[at])) > 0;
    let next_to = |a: usize, b: usize| lines[b] == lines[a] + 1 && marked(b);
    marked(at)
        && ((at > 0 && marked(at - 1) && lines[at] == lines[at - 1] + 1)
            || (at + 1 < lines.len() && next_to(at, at + 1)))
}

/// Bytes of the bullet or number before a list item; 0 where there is none.
pub(super) fn marker_len(text: &str) -> usize {
    let others = ['✔', '✓', '➤', '·', '٭', '»', '›', '→', '←', '🔹', '🔸', '✅', '👉', '\u{fe0f}'];
    let rest = text.trim_start_matches(|c: char| is_bullet(c) || others.contains(&c));
    // "» … «" is a quotation.
    if rest.ends_with(['«', '‹']) {
        return 0;
    }
    if rest.len() < text.len() && rest.starts_with([' ', '\t', '\u{a0}']) {
        return text.len() - rest.trim_start().len();
    }
    let (_, digits, rest) = leading_number(text.trim_start_matches(['(', '[']));
    let behind = rest.trim_start_matches(['.', ')', ']', '-', '۔', ':', '–']);
    let marked =
        behind.len() < rest.len() && behind.starts_with(|c: char| c.is_whitespace() || is_alphabetic(c));
    if (1..=2).contains(&digits) && marked { text.len() - behind.trim_start().len() } else { 0 }
}

/// One line as a block, below so many of text; the article's last one is no dateline alone, for a text must be left.
fn paragraph(
    context: &Context,
    at: usize,
    kind: Kind,
    is_last: bool,
    above: usize,
    draft: &mut Draft,
) -> Block {
    let mut ranges = icons::cut(context, at, icons::Where::Start, draft);
    if kind == Kind::Paragraph && draft.article.dateline.is_none() {
        take_dateline(context, &mut ranges, is_last, above, draft);
    }
    let preformatted = kind == Kind::Preformatted;
    let composed = composed(context, &ranges, preformatted, draft);
    let (kind, level) = match (kind, context.page.lines[at].form) {
        (Kind::Heading, LineForm::Heading(level)) => (BlockKind::Heading, Some(level)),
        (Kind::Heading, _) => (BlockKind::Heading, Some(2)),
        (Kind::Quote, _) => (BlockKind::Quote, None),
        (Kind::Preformatted, _) => (BlockKind::Preformatted, None),
        _ => (BlockKind::Paragraph, None),
    };
    let spans = context.spans(&ranges);
    Block { level, ..block(context, &context.page.lines[at].range, composed, kind, spans) }
}

/// The stretches as a text whose marks and edits can be told.
fn composed(context: &Context, ranges: &[Range<usize>], preformatted: bool, draft: &mut Draft) -> Composed {
    let wanted = Wanted { preformatted, edits: context.options.edits || !context.page.marks.is_empty() };
    compose(context, ranges, wanted, &mut draft.changes)
}

/// A text with the marks of this stretch and its edits.
fn block(
    context: &Context,
    stretch: &Range<usize>,
    composed: Composed,
    kind: BlockKind,
    spans: Vec<Span>,
) -> Block {
    Block {
        marks: marks(context, stretch, &composed),
        edits: context.options.edits.then(|| composed.contract_edits()),
        ..Block::new(kind, composed.text, spans)
    }
}

/// Where a block begins in the source.
pub(super) fn place(block: &Block) -> usize {
    block.spans.first().map_or(0, |span| span.0 as usize)
}

/// A piece that would have been removed, as a paragraph; one of which normalization leaves nothing stays as it was.
pub(super) fn kept(context: &Context, ranges: &[Range<usize>], draft: &mut Draft) -> Block {
    let mut composed = composed(context, ranges, false, draft);
    if composed.text.is_empty() {
        composed =
            compose(&Context { normalize: None, ..*context }, ranges, Wanted::default(), &mut draft.changes);
    }
    let whole = ranges.first().map_or(0, |range| range.start)..ranges.last().map_or(0, |range| range.end);
    block(context, &whole, composed, BlockKind::Paragraph, context.spans(ranges))
}

/// Takes the dateline off the article's first paragraph, or off one below the standfirst that names an agency.
fn take_dateline(context: &Context, ranges: &mut Ranges, is_last: bool, above: usize, draft: &mut Draft) {
    const STANDFIRSTS: usize = 1;
    if above > STANDFIRSTS {
        return;
    }
    let Some(first) = ranges.first().cloned() else { return };
    let text = context.slice(&first);
    let Some(found) = dateline::read(text).or_else(|| dateline::alone(text)) else { return };
    if above > 0 && (found.agency.is_none() || found.place.is_none()) {
        return;
    }
    let end = (first.start + found.length).min(first.end);
    let rest = trimmed(context.page.source, end..first.end);
    if rest.is_empty() && ranges.len() == 1 && is_last {
        return;
    }
    if draft.article.byline.is_empty()
        && let Some(reporter) = found.at.reporter
    {
        draft.article.byline =
            byline::names(text.get(reporter).unwrap_or_default(), context.normalize.as_ref());
    }
    draft.article.dateline = Some(Dateline { place: found.place, agency: found.agency });
    draft.article.spans.dateline = context.spans(&[trimmed(context.page.source, first.start..end)]);
    if draft.article.published.is_none() {
        draft.article.published = found.date;
    }
    if rest.is_empty() {
        ranges.remove(0);
    } else {
        ranges[0] = rest;
    }
}

/// Bold marks that were taken off, and the links that lead somewhere and the emphasis of the page in the line.
fn marks(context: &Context, line: &Range<usize>, composed: &Composed) -> Option<Vec<Mark>> {
    let all = &context.page.marks;
    let first = all.partition_point(|inline| inline.range.start < line.start);
    let inside = || all[first..].iter().take_while(|inline| inline.range.start < line.end);
    if composed.bold.is_empty() && inside().next().is_none() {
        return None;
    }
    let units = Utf16Index::new(&composed.text);
    let mark = |kind, range: &Range<usize>, href| Mark { kind, at: units.span(range), href };
    let bold = composed.bold.iter().filter(|range| !range.is_empty());
    let mut marks: Vec<Mark> = bold.map(|range| mark(MarkKind::Strong, range, None)).collect();
    for inline in inside() {
        let href = context.link(inline);
        let leads_nowhere = inline.kind == MarkKind::Link && href.is_none();
        if let Some(range) = composed.follow(&inline.range)
            && !leads_nowhere
        {
            marks.push(mark(inline.kind, &range, href));
        }
    }
    (!marks.is_empty()).then_some(marks)
}

/// Several lines as one block: each composed by itself, joined by line breaks.
fn joined(
    context: &Context,
    lines: &[usize],
    kind: BlockKind,
    draft: &mut Draft,
    mut text_of: impl FnMut(&Context, usize, Ranges, &mut Draft) -> String,
) -> (Block, Vec<String>) {
    let mut texts = Vec::with_capacity(lines.len());
    let mut spans = Vec::new();
    for &at in lines {
        let ranges = icons::cut(context, at, icons::Where::Start, draft);
        spans.extend(context.spans(&ranges));
        texts.push(text_of(context, at, ranges, draft));
    }
    (Block::new(kind, texts.join("\n"), spans), texts)
}

fn verses(context: &Context, lines: &[usize], draft: &mut Draft) -> Block {
    let (block, verses) = joined(context, lines, BlockKind::Verse, draft, plain);
    Block { verses: Some(verses), ..block }
}

fn items(context: &Context, lines: &[usize], draft: &mut Draft) -> Block {
    let (block, items) = joined(context, lines, BlockKind::List, draft, |context, at, mut ranges, draft| {
        if let Some(first) = ranges.first_mut() {
            let text = context.slice(first);
            // A number may be a part of the text; only a bullet says nothing.
            if !text.starts_with(|c: char| is_numeric(c) || c == '(' || c == '[') {
                first.start += marker_len(text);
            }
        }
        plain(context, at, ranges, draft)
    });
    Block { items: Some(items), ..block }
}

fn rows(context: &Context, lines: &[usize], draft: &mut Draft) -> Block {
    let mut rows = Vec::with_capacity(lines.len());
    let (block, _) = joined(context, lines, BlockKind::Table, draft, |context, at, ranges, draft| {
        let mut start = context.page.lines[at].range.start;
        let cells: Vec<String> = context
            .page
            .text(at)
            .split('\t')
            .map(|cell| {
                let cell = start..start + cell.len();
                start = cell.end + 1;
                plain(context, at, icons::within(context.page.source, &ranges, &cell), draft)
            })
            .collect();
        let row = cells.join("\t");
        rows.push(cells);
        row
    });
    Block { rows: Some(rows), ..block }
}

fn plain(context: &Context, _: usize, ranges: Ranges, draft: &mut Draft) -> String {
    compose(context, &ranges, Wanted::default(), &mut draft.changes).text
}

/// Whether a paragraph breaks off: the paste may have been cut.
pub(super) fn ends_mid_sentence(block: &Block) -> bool {
    let ends = |text: &str| without_closing(text).ends_with(['۔', '؟', '!', '.', '?', '…', ':', '؛']);
    // "… دی۔ (ش)", "… دی۔ (ن ع / ک م)"
    let initials = |text: &str| text.split(|c| !is_alphabetic(c)).all(|word| word.chars().count() <= 2);
    let signed = || {
        let within = block.text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
        within.is_some_and(|(text, signs)| initials(signs) && ends(text))
    };
    // "… کہا: “"
    let opens = [" “", " ‘"].iter().any(|mark| block.text.ends_with(mark));
    block.kind == BlockKind::Paragraph
        && block.text.chars().count() > 40
        && (opens || !ends(&block.text) && !signed())
}

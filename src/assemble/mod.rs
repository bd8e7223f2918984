//! Labelled lines into Articles, with an account of every character.

mod body;
mod byline;
mod compose;
mod fields;
mod icons;
mod related;

use std::ops::Range;

use crate::address::{Base, Use, resolve};
use crate::article::{Article, Block, Direction, Label, Removed, Span};
use crate::decide::{Decision, Place};
use crate::evidence::measure::Measure;
use crate::evidence::{Evidence, Role, list};
use crate::messages;
use crate::options::{NormalizeOptions, Options};
use crate::page::{Inline, Page, squeezed};
use crate::script::{self, Changes};
use crate::sort;
use crate::utf16::Utf16Index;

/// The stretches of the source that one piece is made of, in bytes.
type Ranges = Vec<Range<usize>>;

/// What every part of assembling looks at.
pub(crate) struct Context<'a> {
    /// The text that was given, where the page's may have other letters.
    pub source: &'a str,
    pub page: &'a Page<'a>,
    pub evidence: &'a Evidence,
    pub decisions: &'a [Decision],
    /// What the page's relative addresses refer to.
    pub base: Option<Base<'a>>,
    pub options: &'a Options,
    pub normalize: Option<NormalizeOptions>,
    pub utf16: &'a Utf16Index<'a>,
}

impl Context<'_> {
    fn spans(&self, ranges: &[Range<usize>]) -> Vec<Span> {
        ranges.iter().filter(|range| !range.is_empty()).map(|range| self.utf16.span(range)).collect()
    }

    /// A stretch in Urdu letters, for those who look for words in it.
    fn read(&self, range: &Range<usize>) -> &str {
        self.page.source.get(range.clone()).unwrap_or_default()
    }

    /// A stretch of the text that was given.
    fn slice(&self, range: &Range<usize>) -> &str {
        self.source.get(range.clone()).unwrap_or_default()
    }

    /// Where a link leads.
    fn link(&self, inline: &Inline) -> Option<String> {
        self.address(inline.href.as_deref()?, Use::Link)
    }

    fn address(&self, written: &str, purpose: Use) -> Option<String> {
        resolve(self.base.as_ref(), written, purpose)
    }
}

/// A name or title that is told and not shown, on one line, its letters as in all the article.
fn set_right(text: &str, normalize: Option<&NormalizeOptions>) -> String {
    let text = squeezed(text);
    match normalize {
        Some(options) => script::normalize(&text, options).text,
        None => text,
    }
}

/// The lines of each article, as ranges of lines: a headline after the end of another text, or the
/// menus above it, begin one.
pub(crate) fn segments(decisions: &[Decision]) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    for (at, pair) in decisions.windows(2).enumerate() {
        let anew = !matches!(pair[0].place, Place::Front | Place::Title | Place::Matter);
        if matches!(pair[1].place, Place::Front | Place::Title) && anew {
            starts.push(at + 1);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([decisions.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// An article under construction.
struct Draft {
    article: Article,
    /// Removed pieces with where each begins, in bytes.
    removed: Vec<(usize, Removed)>,
    /// Removed pieces that the caller keeps, as paragraphs.
    kept: Vec<Block>,
    changes: Changes,
}

/// The article that these lines are.
pub(crate) fn assemble(context: &Context, lines: Range<usize>) -> Article {
    let mut draft = Draft {
        article: Article::empty(),
        removed: Vec::new(),
        kept: Vec::new(),
        changes: Changes::default(),
    };
    if let Some(language) = other_language(context, lines.clone()) {
        draft.article.lang = language.to_owned();
        draft.article.dir = Direction::Ltr;
    }
    draft.changes.add(crate::article::ChangeKind::Encoding, context.page.repaired);
    let fields = fields::read(context, lines.clone());
    fields::fill(context, &fields, &mut draft);
    body::build(context, lines.clone(), &fields, &mut draft);
    related::build(context, lines.clone(), &mut draft);
    for at in lines {
        if let Some(label) = fields::removed_label(context, &fields, at) {
            remove_line(context, at, label, &mut draft);
        }
    }
    finish(context, draft)
}

/// The language of a text that is not written in the Arabic script.
fn other_language(context: &Context, lines: Range<usize>) -> Option<&'static str> {
    let body = || lines.clone().filter(|&at| context.decisions[at].is_body());
    let count =
        |letters: fn(&Measure) -> u32| body().map(|at| letters(&context.evidence.measures[at])).sum::<u32>();
    let foreign = count(|m| m.foreign);
    // Its readers read Urdu, so of a text in two languages it is the one, unless there is but little of it.
    if foreign <= 2 * count(|m| m.letters) {
        return None;
    }
    let latin = body().flat_map(|at| context.page.text(at).bytes()).filter(u8::is_ascii_alphabetic).count();
    Some(if latin * 2 > foreign as usize { "en" } else { "und" })
}

/// Puts a line among the removed, its lone symbols apart.
fn remove_line(context: &Context, at: usize, label: Label, draft: &mut Draft) {
    let decision = &context.decisions[at];
    let ranges = icons::cut(context, at, icons::Where::Edges, draft);
    let (label, rule) = told(context, at, label);
    push_removed(context, &ranges, label, rule, decision.confidence, draft);
}

/// The label of a removed line, and the rule that gave it.
fn told(context: &Context, at: usize, label: Label) -> (Label, &'static str) {
    let decision = &context.decisions[at];
    // A decision for another role gives no reason for this label.
    if decision.role != Role::Removed(label) {
        return (label, "field");
    }
    let pieces = context.evidence.pieces(at).iter();
    let spoken = pieces.filter(|piece| piece.role == decision.role).any(|piece| piece.weight > 0.0);
    let of_author = matches!(label, Label::Byline | Label::Date) && context.evidence.is_foreign(at);
    // "تازہ ترین", "بریکنگ نیوز"
    let may_head = match label {
        Label::Navigation => true,
        Label::Other => list::names_news(context.page.text(at)),
        _ => false,
    };
    if may_head && heads_list(context, at) {
        return (Label::Related, "related-list");
    }
    if spoken && !of_author {
        return (label, decision.rule);
    }
    // Only that it is no body was decided: what it is, its markup may say.
    context.evidence.labels[at].map_or((label, decision.rule), |label| (label, "markup"))
}

/// Whether an entry of menus heads a list of stories: one stands right below it, and no other entry above.
fn heads_list(context: &Context, at: usize) -> bool {
    let role = |at: usize| context.decisions.get(at).map(|line| line.role);
    let entry = |at: usize| role(at) == Some(Role::Removed(Label::Navigation));
    role(at + 1) == Some(Role::Item) && at > 0 && !entry(at - 1) && !context.evidence.is_in_card(at)
}

/// Puts stretches of the source among the removed, or back into the text where the caller keeps such.
fn push_removed(
    context: &Context,
    ranges: &[Range<usize>],
    label: Label,
    rule: &str,
    confidence: f64,
    draft: &mut Draft,
) {
    let Some(first) = ranges.iter().find(|range| !range.is_empty()) else { return };
    if context.options.keep.contains(&label) {
        let block = body::kept(context, ranges, draft);
        draft.kept.push(block);
        return;
    }
    let text = match ranges {
        [range] => context.slice(range).to_owned(),
        _ => ranges.iter().map(|range| context.slice(range)).collect::<Vec<_>>().join(" "),
    };
    let removed = Removed {
        label,
        text,
        reason: messages::reason(rule, label, context.options.language).to_owned(),
        rule: rule.to_owned(),
        confidence: (confidence * 100.0).round() / 100.0,
        spans: context.spans(ranges),
    };
    draft.removed.push((first.start, removed));
}

fn finish(context: &Context, mut draft: Draft) -> Article {
    sort::by_place(&mut draft.removed, |(start, _)| *start);
    sort::by_place(&mut draft.kept, body::place);
    let mut kept = draft.kept.into_iter().peekable();
    let mut article = draft.article;
    for block in std::mem::take(&mut article.blocks) {
        // A picture has no place of its own.
        while let Some(piece) =
            kept.next_if(|piece| !block.spans.is_empty() && body::place(piece) < body::place(&block))
        {
            article.blocks.push(piece);
        }
        article.blocks.push(block);
    }
    article.blocks.extend(kept);
    article.removed = draft.removed.into_iter().map(|(_, removed)| removed).collect();
    article.changes = draft.changes.list();
    article.stats = crate::article::Stats::of(&article.blocks);
    if article.blocks.last().is_some_and(body::ends_mid_sentence) {
        article.warnings.push(messages::warning("ends-mid-sentence", context.options.language));
    }
    article
}

#[cfg(test)]
mod tests;

//! The fields of an article: title, subtitle, byline, dates, and where each stood.

use std::ops::Range;

use super::compose::{Wanted, compose};
use super::{Context, Draft, Ranges, byline, icons, markup};
use crate::article::{Article, Label};
use crate::date;
use crate::decide::Place;
use crate::evidence::{Role, weight};

/// Which lines give which field.
#[derive(Default)]
pub(super) struct Fields {
    pub title: Option<usize>,
    pub subtitle: Option<usize>,
    /// Lines whose names are the byline.
    pub byline: Vec<usize>,
    names: Vec<String>,
    pub published: Option<DateField>,
    pub modified: Option<DateField>,
}

/// A date field: its value and the line that gave it.
pub(super) struct DateField {
    pub value: String,
    pub line: usize,
}

/// How much a place on the page speaks for a date or name there being the article's.
fn standing(context: &Context, at: usize, segment: &Range<usize>) -> u8 {
    match context.decisions[at].place {
        Place::Title | Place::Matter => 3,
        // Right above the headline, or right below the text.
        Place::Front => {
            u8::from(segment.contains(&(at + 1)) && context.decisions[at + 1].place == Place::Title) * 2
        }
        Place::Body | Place::Inset => 2,
        Place::Tail => u8::from(at > segment.start && near_text(context, at)),
        _ => 0,
    }
}

/// Whether the text ends at most two lines above.
fn near_text(context: &Context, at: usize) -> bool {
    context.decisions[at.saturating_sub(2)..at].iter().any(|decision| decision.place == Place::Body)
}

/// Finds the fields among the lines of an article.
pub(super) fn read(context: &Context, segment: Range<usize>) -> Fields {
    let mut fields = Fields::default();
    let titles: Vec<usize> =
        segment.clone().filter(|&at| context.decisions[at].role == Role::Title).collect();
    fields.title =
        titles.iter().copied().max_by(|a, b| title_score(context, *a).total_cmp(&title_score(context, *b)));
    fields.subtitle = segment.clone().find(|&at| context.decisions[at].role == Role::Subtitle);
    let mut best_byline = 0;
    for at in segment.clone() {
        let standing = if markup::is_foreign(context, at) { 0 } else { standing(context, at, &segment) };
        match context.decisions[at].role {
            Role::Removed(Label::Byline) if standing > 0 && speaks_of_author(context, at) => {
                let names = byline::names(context.page.text(at));
                if !names.is_empty() && standing > best_byline {
                    best_byline = standing;
                    fields.byline = vec![at];
                    fields.names = names;
                }
            }
            Role::Removed(Label::Date) if standing > 0 => {
                read_date(context, at, standing, &mut fields, &segment)
            }
            _ => {}
        }
    }
    fields
}

/// Behind the text a few words are a name only where something says so: "تحریر:", a date beside them, the
/// marks of a signature around them. Otherwise they are a topic, or the first of other stories.
fn speaks_of_author(context: &Context, at: usize) -> bool {
    context.decisions[at].place != Place::Tail
        || context.page.text(at).starts_with(['(', '[', '-', '–', '—', '~'])
        || context.evidence.pieces(at).iter().any(|piece| {
            piece.role == Role::Removed(Label::Byline)
                && (piece.rule == "furniture" || piece.weight >= weight::NAME_DATED)
        })
}

fn title_score(context: &Context, at: usize) -> f32 {
    context
        .evidence
        .pieces(at)
        .iter()
        .filter(|piece| piece.role == Role::Title)
        .map(|piece| piece.weight)
        .sum()
}

/// Takes the dates of a date line, where none stood at a better place.
fn read_date(context: &Context, at: usize, rank: u8, fields: &mut Fields, segment: &Range<usize>) {
    let now = context.options.now.as_deref();
    for dated in date::line(context.page.text(at), now) {
        let Some(value) = dated.value else { continue };
        let field = if dated.updated { &mut fields.modified } else { &mut fields.published };
        let better = field.as_ref().is_none_or(|known| {
            let known_rank = standing(context, known.line, segment);
            rank > known_rank || (rank == known_rank && more_exact(&value, &known.value))
        });
        if better {
            *field = Some(DateField { value, line: at });
        }
    }
}

/// The length of a date without a time.
const DAY: usize = 10;

/// Of the same day the more exact.
fn more_exact(value: &str, than: &str) -> bool {
    value.get(..DAY) == than.get(..DAY) && value.len() > than.len()
}

/// Writes the fields into the article.
pub(super) fn fill(context: &Context, fields: &Fields, draft: &mut Draft) {
    if let Some(at) = fields.title {
        let ranges = icons::cut(context, at, icons::Where::Edges, draft);
        draft.article.title = Some(field_text(context, &ranges, draft));
        draft.article.spans.title = context.spans(&ranges);
    }
    if let Some(at) = fields.subtitle {
        let ranges = icons::cut(context, at, icons::Where::Edges, draft);
        draft.article.subtitle = Some(field_text(context, &ranges, draft));
        draft.article.spans.subtitle = context.spans(&ranges);
    }
    for &at in &fields.byline {
        let ranges = icons::cut(context, at, icons::Where::Edges, draft);
        draft.article.spans.byline = context.spans(&ranges);
    }
    draft.article.byline = fields.names.clone();
    fill_date(context, fields, false, draft);
    fill_date(context, fields, true, draft);
    let options = context.options;
    fill_metadata(context, &mut draft.article);
    draft.article.url = options.url.clone().or_else(|| context.page.metadata.url.clone());
    draft.article.site_name = options.site_name.clone().or_else(|| context.page.metadata.site_name.clone());
}

/// What the page's metadata says fills in what its visible text does not.
fn fill_metadata(context: &Context, article: &mut Article) {
    let metadata = &context.page.metadata;
    article.title = article.title.take().or_else(|| metadata.title.clone());
    if article.byline.is_empty() {
        article.byline = byline::told(&metadata.byline);
    }
    let fill = |field: &mut Option<String>, value: &Option<String>| {
        // Of the same day the more exact.
        let exact = matches!((&*field, value), (Some(seen), Some(told)) if more_exact(told, seen));
        if field.is_none() || exact {
            field.clone_from(value);
        }
    };
    fill(&mut article.published, &metadata.published);
    fill(&mut article.modified, &metadata.modified);
    // The element around a date tells its time; a day that only such elements name may be another story's.
    for date in [&mut article.published, &mut article.modified] {
        if let Some(seen) = date.as_deref()
            && let Some(moment) = metadata.times.iter().find(|moment| more_exact(moment, seen))
            && seen.len() == DAY
        {
            *date = Some(moment.clone());
        }
    }
    article.image.clone_from(&metadata.image);
    if let Some(lang) = &metadata.lang {
        article.lang.clone_from(lang);
    }
    if let Some(dir) = metadata.dir {
        article.dir = dir;
    }
}

/// Writes one date; a line that gave another field already is accounted for there.
fn fill_date(context: &Context, fields: &Fields, modified: bool, draft: &mut Draft) {
    let Some(field) = (if modified { &fields.modified } else { &fields.published }) else { return };
    let published_line = fields.published.as_ref().map(|published| published.line);
    let taken = fields.byline.contains(&field.line) || (modified && published_line == Some(field.line));
    let ranges = if taken { Vec::new() } else { icons::cut(context, field.line, icons::Where::Edges, draft) };
    let spans = context.spans(&ranges);
    let article = &mut draft.article;
    let (value, place) = match modified {
        true => (&mut article.modified, &mut article.spans.modified),
        false => (&mut article.published, &mut article.spans.published),
    };
    *value = Some(field.value.clone());
    *place = spans;
}

fn field_text(context: &Context, ranges: &Ranges, draft: &mut Draft) -> String {
    compose(context, ranges, Wanted::default(), &mut draft.changes).text
}

/// The label of a line that is neither field nor body nor part of a list.
pub(super) fn removed_label(context: &Context, fields: &Fields, at: usize) -> Option<Label> {
    let given = fields.title == Some(at)
        || fields.subtitle == Some(at)
        || fields.byline.contains(&at)
        || [&fields.published, &fields.modified].into_iter().flatten().any(|field| field.line == at);
    if given {
        return None;
    }
    match context.decisions[at].role {
        Role::Removed(label) => Some(label),
        Role::Title => {
            Some(if same_as_title(context, fields, at) { Label::DuplicateTitle } else { Label::Other })
        }
        Role::Subtitle => Some(Label::Other),
        Role::Body | Role::Heading | Role::Item => None,
    }
}

fn same_as_title(context: &Context, fields: &Fields, at: usize) -> bool {
    fields
        .title
        .is_some_and(|title| context.evidence.measures[title].print == context.evidence.measures[at].print)
}

//! The fields of an article: title, subtitle, byline, dates, and where each stood.

use std::ops::Range;

use super::compose::{Wanted, compose};
use super::{Context, Draft, Ranges, byline, icons, push_removed, related};
use crate::article::{Article, Label};
use crate::date::{self, DAY, Dated};
use crate::dateline;
use crate::decide::{Decision, Place};
use crate::evidence::Role;
use crate::evidence::details::{self, Details, Part};
use crate::evidence::headline;
use crate::evidence::markup::labels::{blocks, is_in_path};
use crate::evidence::person::Person;
use crate::page::{Container, trimmed};
use crate::script::unicode::is_numeric;
use crate::sort;

/// Which lines give which field.
#[derive(Default)]
pub(super) struct Fields {
    pub title: Option<usize>,
    pub subtitle: Option<usize>,
    pub byline: Option<Byline>,
    pub published: Option<DateField>,
    pub modified: Option<DateField>,
}

/// Whose text it is, and the line that says so.
pub(super) struct Byline {
    names: Vec<String>,
    line: usize,
    /// Where the names stand in it, in bytes of the source.
    range: Range<usize>,
}

/// A date field: its value and the line that gave it.
pub(super) struct DateField {
    pub value: String,
    pub line: usize,
}

impl Fields {
    /// The lines that give names or dates, each once.
    fn detail_lines(&self) -> Vec<usize> {
        let dates = [&self.published, &self.modified].into_iter().flatten().map(|date| date.line);
        let mut lines: Vec<usize> = self.byline.iter().map(|byline| byline.line).chain(dates).collect();
        sort::by_place(&mut lines, |&line| line);
        lines.dedup();
        lines
    }
}

/// How much a place on the page speaks for a date or name there being the article's.
fn standing(context: &Context, at: usize, segment: &Range<usize>) -> u8 {
    match context.decisions[at].place {
        Place::Title | Place::Matter => 3,
        // Right above the headline, or right below the text.
        Place::Front => {
            above_title(context, at, segment).max(u8::from(begins_as(context.page.text(at), MAILED)))
        }
        Place::Body | Place::Inset => 2,
        Place::Tail => u8::from(near_text(context, at, segment) || begins_as(context.page.text(at), FIRST)),
        _ => 0,
    }
}

/// Whether a line begins with these letters, small or not.
fn begins_as(text: &str, letters: &str) -> bool {
    text.get(..letters.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(letters))
}

/// How a page that ends with its date may say so.
const FIRST: &str = "first published";
/// How the head of a mail tells its date.
const MAILED: &str = "date: ";

/// How near the headline below the line is: nothing but names, dates and buttons between, or one line more, counts
/// and the path to the page aside.
fn above_title(context: &Context, at: usize, segment: &Range<usize>) -> u8 {
    const MOST: usize = 6;
    let below = context.decisions.get(at + 1..segment.end.min(at + 1 + MOST)).unwrap_or_default();
    let Some(title) = below.iter().position(|decision| decision.place == Place::Title) else { return 0 };
    let detail =
        |role| matches!(role, Role::Removed(Label::Byline | Label::Date | Label::Icon | Label::Share));
    // "Journalist ID: 2392"
    let numbered = |line: usize| {
        let m = &context.evidence.measures[line];
        m.digits > 0 && m.words <= 3
    };
    // Right above the headline may stand a kicker.
    let is_kicker = |line: usize| line == at + title && context.decisions[line].rule == "page";
    let others = || {
        let between = at + 1..at + 1 + title;
        between.filter(|&line| !detail(context.decisions[line].role) && !is_kicker(line))
    };
    // What the menu above has too is the path to the page.
    let is_count = |line: usize| {
        context.decisions[line].role == Role::Removed(Label::Other)
            || numbered(line)
            || context.evidence.first[line].is_some()
    };
    match others().filter(|&line| !is_count(line)).count() {
        0 if others().next().is_none() => 2,
        0 | 1 => 1,
        _ => 0,
    }
}

/// Whether the text ends a few lines above or begins below, with no menu, other stories or comments between.
fn near_text(context: &Context, at: usize, segment: &Range<usize>) -> bool {
    const MOST: usize = 6;
    let (above, below) = context.decisions[segment.clone()].split_at(at - segment.start);
    let near = |decision: &&Decision| {
        !matches!(decision.place, Place::List | Place::Comments | Place::Form)
            && (decision.role != Role::Removed(Label::Navigation) || decision.rule == "page")
    };
    let is_text = |decision: &Decision| decision.place == Place::Body;
    above.iter().rev().take(MOST).take_while(near).any(is_text)
        || below.iter().take(MOST).take_while(near).any(is_text)
}

/// Finds the fields among the lines of an article.
pub(super) fn read(context: &Context, segment: Range<usize>) -> Fields {
    let mut fields = Fields::default();
    let titles: Vec<usize> =
        segment.clone().filter(|&at| context.decisions[at].role == Role::Title).collect();
    fields.title =
        titles.iter().copied().max_by(|a, b| title_score(context, *a).total_cmp(&title_score(context, *b)));
    fields.subtitle = segment.clone().find(|&at| context.decisions[at].role == Role::Subtitle);
    // A standfirst without a headline is the headline, where metadata tell no other.
    if fields.title.is_none() && context.page.metadata.title.is_none() {
        fields.title = fields.subtitle.take();
    }
    let mut best_byline = (0, Person::No);
    for at in segment.clone() {
        let standing = if context.evidence.is_foreign(at) { 0 } else { standing(context, at, &segment) };
        let role = context.decisions[at].role;
        if standing == 0 || !matches!(role, Role::Removed(Label::Byline | Label::Date)) {
            continue;
        }
        let now = context.options.now.as_deref();
        let text = context.page.text(at);
        let details = details::details(text, now);
        if standing >= best_byline.0
            && let Some((byline, person)) = read_byline(context, at, details.as_ref(), standing)
            && (standing, person) > best_byline
        {
            best_byline = (standing, person);
            fields.byline = Some(byline);
        }
        let dates = details.map_or_else(|| date::line(text, now), |details| details.dates);
        if role == Role::Removed(Label::Date) || !dates.is_empty() {
            read_dates(context, at, dates, standing, &mut fields, &segment);
        }
    }
    // When a page was mailed says less than the day in its head.
    let mailed = |date: &DateField| begins_as(context.page.text(date.line), MAILED);
    if fields.published.as_ref().is_none_or(mailed)
        && fields.modified.is_none()
        && context.page.metadata.published.is_none()
    {
        fields.published = edition(context, segment).or(fields.published);
    }
    fields
}

/// The day in a newspaper's head, which has it by two calendars: of a page that gives no other date, its own.
fn edition(context: &Context, mut segment: Range<usize>) -> Option<DateField> {
    let place = |at: usize| context.decisions[at].place;
    let text = segment.clone().find(|&at| place(at) == Place::Body)?;
    let filed = dateline::read(context.page.text(text)).and_then(|found| found.date);
    let head =
        |at: &usize| place(*at) == Place::Front && context.decisions[*at].role == Role::Removed(Label::Date);
    let line = segment.find(|at| head(at) && names_hijri_year(context.page.text(*at)))?;
    let value = date::line(context.page.text(line), None).into_iter().find_map(|date| date.value)?;
    filed.is_none().then_some(DateField { value, line })
}

/// "1445ھ"
fn names_hijri_year(text: &str) -> bool {
    text.match_indices('ھ').any(|(at, _)| text.get(..at).is_some_and(|before| before.ends_with(is_numeric)))
}

/// The names that a line of details or of authorship gives, and how surely they are names.
fn read_byline(
    context: &Context,
    at: usize,
    details: Option<&Details>,
    standing: u8,
) -> Option<(Byline, Person)> {
    let line = &context.page.lines[at].range;
    let whole = [(0..line.len(), Part::Name)];
    let parts = match details {
        Some(details) => details.parts.as_slice(),
        None if context.decisions[at].role == Role::Removed(Label::Byline) => &whole,
        None => return None,
    };
    let text = |range: &Range<usize>| context.slice(&(line.start + range.start..line.start + range.end));
    let signs = |range: &Range<usize>| match details::may_sign(text(range)) {
        // Only where names stand may any word be one.
        Person::Maybe if standing < 3 => Person::No,
        person => person,
    };
    let (range, person) = parts
        .iter()
        .filter(|(_, part)| *part == Part::Name)
        .map(|(range, _)| (range, signs(range)))
        .max_by_key(|(_, person)| *person)?;
    let mut range = line.start + range.start..line.start + range.end;
    // "Send an email" behind the name, for readers of screens only.
    let hidden = &context.page.hidden;
    let first = hidden.partition_point(|hidden| hidden.start <= range.start);
    let signs_alone = |seen: &str| byline::names(seen, None).iter().any(|name| name.contains(' '));
    if let Some(last) = hidden.get(first).filter(|hidden| hidden.end == range.end)
        && signs_alone(context.slice(&(range.start..last.start)))
    {
        range.end = last.start;
    }
    let names = byline::names(context.slice(&range), context.normalize.as_ref());
    let beside = details.is_some() || standing == 3 || !is_foreign(context, at);
    (person > Person::No && beside && !names.is_empty())
        .then_some((Byline { names, line: at, range }, person))
}

/// Whether an unlabelled name below the beginning of the text is somebody else's: of one who is quoted, or who comments.
fn is_foreign(context: &Context, at: usize) -> bool {
    // The marks of a signature around it.
    let signed = context.page.text(at).starts_with(['(', '[', '-', '–', '—', '~']);
    if context.decisions[at].rule != "name" || signed {
        return false;
    }
    let is = |at: usize, place: Place| context.decisions.get(at).is_some_and(|d| d.place == place);
    let below_text = at > 0 && is(at - 1, Place::Body) && !is(at, Place::Inset);
    let above_title = is(at, Place::Front);
    !(below_text || above_title)
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
fn read_dates(
    context: &Context,
    at: usize,
    dates: Vec<Dated>,
    rank: u8,
    fields: &mut Fields,
    segment: &Range<usize>,
) {
    // What is quoted between paragraphs has a day of its own.
    let quoted = matches!(context.decisions[at].place, Place::Body | Place::Inset);
    if quoted && context.page.metadata.published.is_some() {
        return;
    }
    for dated in dates {
        let Some(value) = dated.value else { continue };
        // A day that stands above more than the headline is today, unless the block of both begins with it.
        let on_top = rank == 1 && context.decisions[at].place == Place::Front;
        if on_top && value.len() == DAY && !begins_block(context, at) {
            continue;
        }
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

/// Whether a line is the first of the innermost block that holds it and the headline right below or one line farther.
fn begins_block(context: &Context, at: usize) -> bool {
    let is_title = |at: &usize| context.decisions.get(*at).is_some_and(|line| line.place == Place::Title);
    let Some(title) = (at + 1..at + 3).find(is_title) else { return false };
    let first = |block: &&Container| block.lines.start as usize <= at;
    let block = blocks(context.page, title).map(|(_, block)| block).find(first);
    block.is_some_and(|block| block.lines.start as usize == at && block.depth > 1)
}

/// Of the same day the more exact.
fn more_exact(value: &str, than: &str) -> bool {
    value.get(..DAY) == than.get(..DAY) && value.len() > than.len()
}

/// Writes the fields into the article.
pub(super) fn fill(context: &Context, fields: &Fields, draft: &mut Draft) {
    let mut signature = None;
    if let Some(at) = fields.title {
        let mut ranges = icons::cut(context, at, icons::Where::Edges, draft);
        related::cut_announcement(context, &mut ranges, Label::Other, draft);
        cut_outlet(context, &mut ranges, draft);
        signature = signature_in(context, &ranges);
        if let Some(name) = &signature {
            ranges = icons::without(context.page.source, ranges, name);
        }
        let text = field_text(context, &ranges, draft);
        let headline = if signature.is_some() { text.trim_end_matches(LEADERS).trim_end() } else { &text };
        // Of a messenger's bold marks one may have gone with what was cut off.
        let headline = headline.trim_matches('*');
        draft.article.title = Some(headline.to_owned()).filter(|title| !title.is_empty());
        draft.article.spans.title = context.spans(&ranges);
    }
    if let Some(at) = fields.subtitle {
        let ranges = icons::cut(context, at, icons::Where::Edges, draft);
        draft.article.subtitle = Some(field_text(context, &ranges, draft)).filter(|text| !text.is_empty());
        draft.article.spans.subtitle = context.spans(&ranges);
    }
    if let Some(byline) = &fields.byline {
        draft.article.byline.clone_from(&byline.names);
    }
    draft.article.published = fields.published.as_ref().map(|date| date.value.clone());
    draft.article.modified = fields.modified.as_ref().map(|date| date.value.clone());
    for at in fields.detail_lines() {
        place_details(context, fields, at, draft);
    }
    if let Some(name) = signature {
        if draft.article.byline.is_empty() {
            draft.article.byline = byline::names(context.slice(&name), context.normalize.as_ref());
        }
        draft.article.spans.byline.extend(context.spans(std::slice::from_ref(&name)));
        sort::by_place(&mut draft.article.spans.byline, |span| span.0 as usize);
    }
    let options = context.options;
    fill_metadata(context, &mut draft.article);
    draft.article.url = options.url.clone().or_else(|| context.page.metadata.url.clone());
    draft.article.site_name = options.site_name.clone().or_else(|| context.page.metadata.site_name.clone());
}

/// The outlet's name behind a headline goes among the removed: "سرخی | ادارہ".
#[inline(never)]
fn cut_outlet(context: &Context, ranges: &mut Ranges, draft: &mut Draft) {
    let Some(last) = ranges.last_mut() else { return };
    if let Some(bar) = headline::outlet_from(context.read(last)) {
        let outlet = last.start + bar..last.end;
        push_removed(context, std::slice::from_ref(&outlet), Label::Navigation, "menu", 0.9, draft);
        *last = trimmed(context.page.source, last.start..outlet.start);
    }
}

/// What stands between a headline and whose text it is: "لفظوں کی تلاش۔۔۔۔سارہ علی".
const LEADERS: [char; 4] = ['۔', '.', '…', ' '];
/// Fewest such marks.
const FEWEST_LEADERS: usize = 3;

/// Whose text it is, where the headline's line says so at its end.
fn signature_in(context: &Context, ranges: &Ranges) -> Option<Range<usize>> {
    let last = ranges.last()?;
    let text = context.slice(last);
    let at = text.rfind(|c| LEADERS.contains(&c) && c != ' ')?;
    let (before, name) = (text[..at].trim_end_matches(LEADERS), text[at..].trim_start_matches(LEADERS));
    let marks = text[before.len()..text.len() - name.len()].chars().filter(|c| *c != ' ').count();
    let signs = marks >= FEWEST_LEADERS && details::may_sign(name) == Person::Likely;
    (signs && !before.is_empty()).then(|| last.end - name.len()..last.end)
}

/// What the page's metadata says fills in what its visible text does not.
fn fill_metadata(context: &Context, article: &mut Article) {
    let metadata = &context.page.metadata;
    article.title = article.title.take().or_else(|| {
        metadata.title.as_deref().map(|title| super::set_right(title, context.normalize.as_ref()))
    });
    let told = byline::told(&metadata.byline, context.normalize.as_ref());
    for name in &mut article.byline {
        // "تحریرسارہ علی": what stands before the name is another element.
        let is_glued = |known: &&String| {
            name.strip_suffix(known.as_str()).is_some_and(|label| !label.is_empty() && !label.ends_with(' '))
        };
        if let Some(known) = told.iter().find(is_glued) {
            name.clone_from(known);
        }
    }
    if article.byline.is_empty() {
        article.byline = told;
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

/// Gives each part of a line with names or dates to the field that it is, and what is neither to the removed.
fn place_details(context: &Context, fields: &Fields, at: usize, draft: &mut Draft) {
    let source = context.page.source;
    let line = &context.page.lines[at].range;
    let mut kept = icons::cut(context, at, icons::Where::Edges, draft);
    let details = details::details(context.page.text(at), context.options.now.as_deref());
    for (part, label) in details.iter().flat_map(Details::removed) {
        let part = line.start + part.start..line.start + part.end;
        if kept.iter().any(|range| range.start <= part.start && part.end <= range.end) {
            push_removed(context, std::slice::from_ref(&part), label, "field", 0.9, draft);
            kept = icons::without(source, kept, &part);
        }
    }
    let dated = |date: &Option<DateField>| date.as_ref().is_some_and(|date| date.line == at);
    let (published, modified) = (dated(&fields.published), dated(&fields.modified));
    if let Some(byline) = fields.byline.as_ref().filter(|byline| byline.line == at) {
        let rest = if published || modified {
            icons::without(source, kept.clone(), &byline.range)
        } else {
            Vec::new()
        };
        let names = rest.iter().fold(kept, |names, range| icons::without(source, names, range));
        draft.article.spans.byline = context.spans(&names);
        kept = rest;
    }
    let spans = context.spans(&kept);
    match published {
        true => draft.article.spans.published = spans,
        false if modified => draft.article.spans.modified = spans,
        false => {}
    }
}

fn field_text(context: &Context, ranges: &Ranges, draft: &mut Draft) -> String {
    compose(context, ranges, Wanted::default(), &mut draft.changes).text
}

/// The label of a line that is neither field nor body nor part of a list.
pub(super) fn removed_label(context: &Context, fields: &Fields, at: usize) -> Option<Label> {
    let given =
        fields.title == Some(at) || fields.subtitle == Some(at) || fields.detail_lines().contains(&at);
    if given {
        return None;
    }
    match context.decisions[at].role {
        Role::Removed(Label::Navigation) if context.evidence.labels[at] == Some(Label::Breadcrumb) => {
            Some(Label::Breadcrumb)
        }
        Role::Removed(label) => Some(label),
        Role::Title => Some(if !same_as_title(context, fields, at) {
            Label::Other
        } else if is_in_path(context.page, at) {
            Label::Breadcrumb
        } else {
            Label::DuplicateTitle
        }),
        Role::Subtitle => Some(Label::Other),
        Role::Body | Role::Heading | Role::Item => None,
    }
}

fn same_as_title(context: &Context, fields: &Fields, at: usize) -> bool {
    fields
        .title
        .is_some_and(|title| context.evidence.measures[title].print == context.evidence.measures[at].print)
}

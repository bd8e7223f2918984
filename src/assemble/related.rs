//! The list of other stories: titles with the dates, datelines and snippets that stand with them.

use std::ops::Range;

use super::compose::{Wanted, compose};
use super::{Context, Draft, Ranges, body, icons, push_removed, remove_line};
use crate::article::{Dateline, Label, Related};
use crate::evidence::measure::Ending;
use crate::evidence::{Role, list};
use crate::page::{LineForm, trimmed};
use crate::script::unicode::{is_alphabetic, is_alphanumeric};
use crate::script::{glued_rank, leading_number};
use crate::sort;
use crate::{date, dateline};

/// Parses the list items of an article.
pub(super) fn build(context: &Context, segment: Range<usize>, draft: &mut Draft) {
    let lines: Vec<usize> = segment.filter(|&at| context.decisions[at].role == Role::Item).collect();
    let mut stories: Vec<Story> = Vec::new();
    // What stands before a title and belongs to it: a rank number, a date in lists that begin with it.
    let mut waiting = Story::default();
    let parts: Vec<Part> = lines.iter().map(|&at| part(context, at)).collect();
    let mut dates_first = false;
    for (index, (&at, part)) in lines.iter().zip(&parts).enumerate() {
        let apart = index > 0 && lines[index - 1] + 1 != at;
        if index == 0 || !is_one_list(context, lines[index - 1], at) {
            dates_first = begins_with_dates(context, &lines[index..], &parts[index..]);
        }
        let beside = index > 0
            && (at - lines[index - 1] <= BESIDE
                || !context.page.containers.is_empty() && is_one_list(context, lines[index - 1], at));
        match part {
            Part::Rank => waiting.lines.push(at),
            // "3 گھنٹے پہلے": without a day of its own no story keeps it.
            Part::Date(None) => remove_line(context, at, Label::Date, draft),
            Part::Date(value) => match stories.last_mut() {
                Some(story) if story.published.is_none() && !dates_first && beside => {
                    story.published = value.clone();
                    story.lines.push(at);
                }
                _ => {
                    waiting.published = value.clone();
                    waiting.lines.push(at);
                }
            },
            Part::Snippet | Part::Title
                if !apart
                    && (matches!(part, Part::Snippet) || teases(context, &stories, &lines[index..]))
                    && stories.last().is_some_and(|story| {
                        story.snippet.is_none() && !leads_elsewhere(context, story, at)
                    }) =>
            {
                if let Some(story) = stories.last_mut() {
                    story.snippet = Some(at);
                    story.lines.push(at);
                }
            }
            Part::Snippet | Part::Title => {
                let mut story = std::mem::take(&mut waiting);
                story.title = Some(at);
                story.lines.push(at);
                stories.push(story);
            }
        }
    }
    if !waiting.lines.is_empty() {
        match stories.last_mut() {
            Some(last) => last.lines.append(&mut waiting.lines),
            None => stories.push(Story { title: waiting.lines.first().copied(), ..waiting }),
        }
    }
    let mut rank = None;
    let mut stories = stories.into_iter().peekable();
    while let Some(story) = stories.next() {
        // "1پرانا پل" above "2نیا پل"
        let number = |story: &Story| story.title.and_then(|at| glued_rank(context.page.text(at)));
        if number(&story) == Some(1) && stories.peek().and_then(number) == Some(2) {
            rank = Some(0);
        }
        let related = story.finish(context, &mut rank, draft);
        draft.article.related.push(related);
    }
}

/// Whether the first line stands as no heading, or a lower one, below a heading that is a title, and so does not the
/// next line.
fn teases(context: &Context, stories: &[Story], lines: &[usize]) -> bool {
    let level = |at: usize| match context.page.lines[at].form {
        LineForm::Heading(level) => level,
        LineForm::Item => 0,
        _ => u8::MAX,
    };
    let above = stories.last().and_then(|story| story.title);
    let title = above.map_or(0, level);
    let parts_next = |next: &usize| level(*next) <= title || context.evidence.dates[*next];
    title > 0 && level(lines[0]) > title && lines.get(1).is_none_or(parts_next)
}

/// Whether a line is a link to another page than the title above it, and so a story of its own.
fn leads_elsewhere(context: &Context, story: &Story, at: usize) -> bool {
    let link = |at: usize| address(context, at, std::slice::from_ref(&context.page.lines[at].range));
    link(at).is_some_and(|own| story.title.and_then(link) != Some(own))
}

/// How far below its story a date may stand, in lines: a button, a picture's name between.
const BESIDE: usize = 2;

/// How many lines of a story's card may stand between two lines of a list: its section, a count, a button.
const CARD: usize = 4;

/// Whether nothing but what cards have stands between two lines: no heading of another list.
fn is_one_list(context: &Context, above: usize, at: usize) -> bool {
    let heads = |line: usize| {
        let decision = &context.decisions[line];
        decision.role == Role::Removed(Label::Related)
            && decision.rule != "neighbours"
            && !list::leads_on(context.page.text(line))
    };
    at - above <= CARD && !(above + 1..at).any(heads)
}

/// Whether the first lines, up to another list, are a list in which each date stands above its story: the first line
/// is a date, the last is none.
fn begins_with_dates(context: &Context, lines: &[usize], parts: &[Part]) -> bool {
    let is_date = |part: &Part| matches!(part, Part::Date(_));
    let run = lines.windows(2).take_while(|pair| is_one_list(context, pair[0], pair[1])).count();
    parts.first().is_some_and(is_date) && !parts.get(run).is_some_and(is_date)
}

/// Most words of a headline that asks or exclaims.
const LONGEST_QUESTION: u32 = 22;

/// What a line of the list is.
enum Part {
    Title,
    Date(Option<String>),
    Snippet,
    Rank,
}

fn part(context: &Context, at: usize) -> Part {
    let m = &context.evidence.measures[at];
    let text = context.page.text(at);
    if m.letters + m.foreign == 0 && m.digits <= 2 {
        return Part::Rank;
    }
    if context.evidence.dates[at]
        && let Some(dated) = date::line(text, context.options.now.as_deref()).into_iter().next()
    {
        return Part::Date(dated.value);
    }
    let glued = m.digits > 0 && date::lead(lead_text(text)).is_some();
    let cut_short = m.ending == Ending::Ellipsis && m.words >= 8;
    // "کیا اردو رسم الخط مشکل ہے؟": a headline may ask.
    let asks =
        m.inner_ends <= 1 && m.words <= LONGEST_QUESTION && !text.contains('۔') && !text.ends_with('.');
    if glued || (m.is_prose() && !asks) || cut_short { Part::Snippet } else { Part::Title }
}

/// The text behind lone symbols at its start.
pub(super) fn lead_text(text: &str) -> &str {
    text.trim_start_matches(|c: char| !is_alphanumeric(c))
}

#[derive(Default)]
struct Story {
    title: Option<usize>,
    published: Option<String>,
    snippet: Option<usize>,
    lines: Vec<usize>,
}

impl Story {
    fn finish(self, context: &Context, rank: &mut Option<u32>, draft: &mut Draft) -> Related {
        let mut related = Related {
            title: String::new(),
            url: None,
            published: self.published,
            dateline: None,
            snippet: None,
            spans: Vec::new(),
        };
        for &at in &self.lines {
            let mut ranges = icons::cut(context, at, icons::Where::Edges, draft);
            if self.title == Some(at) {
                cut_announcement(context, &mut ranges, Label::Related, draft);
            }
            related.spans.extend(context.spans(&ranges));
            if let (number, 1.., "") = leading_number(context.page.text(at)) {
                *rank = Some(number);
            }
            if self.title == Some(at) {
                cut_date(context, &mut ranges, &mut related);
                let ranges = without_marker(context, ranges, rank);
                related.url = address(context, at, &ranges);
                related.title = text(context, &ranges, draft);
            } else if self.snippet == Some(at) {
                read_snippet(context, &ranges, &mut related, draft);
            }
        }
        sort::by_place(&mut related.spans, |span| span.0 as usize);
        related
    }
}

/// The address of the link that a story's title is.
fn address(context: &Context, at: usize, title: &[Range<usize>]) -> Option<String> {
    let (line, marks) = (&context.page.lines[at].range, &context.page.marks);
    let (start, end) = (title.first()?.start, title.last()?.end);
    let first = marks.partition_point(|mark| mark.range.start < line.start);
    let inside = marks[first..].iter().take_while(|mark| mark.range.start <= start);
    inside.filter(|mark| mark.range.end >= end).find_map(|mark| context.link(mark))
}

/// What a ticker calls its story goes among the removed: "تازہ خبر:".
pub(super) fn cut_announcement(context: &Context, ranges: &mut Ranges, label: Label, draft: &mut Draft) {
    let Some(first) = ranges.first_mut() else { return };
    let Some(length) = list::announcement(context.read(first)) else { return };
    let end = first.start + length;
    let story = trimmed(context.page.source, end..first.end);
    if !story.is_empty() {
        let announcement = first.start..end;
        push_removed(context, &[announcement], label, "furniture", 0.9, draft);
        *first = story;
    }
}

/// The date that a mark or its letters part from the title before it: "دو شہروں کی کہانی - 02/09/2026", "پرانا پل Sep 29, 2026".
fn cut_date(context: &Context, ranges: &mut Ranges, related: &mut Related) {
    let Some(last) = ranges.last_mut() else { return };
    let text = context.slice(last);
    let (title, date) = text.split_at(text.trim_end_matches(|c: char| c.is_ascii()).len());
    let marked = date::date_line(text, None).filter(date::DateLine::is_behind);
    let alone = || date::date_line(date, None).filter(date::DateLine::is_alone);
    let end = marked.as_ref().map_or(title.len(), |found| found.before.end);
    let day = marked.or_else(alone).and_then(|found| found.dates.into_iter().find_map(|date| date.value));
    if let Some(day) = day.filter(|_| end > 0) {
        related.published.get_or_insert(day);
        last.end = last.start + end;
    }
}

fn without_marker(context: &Context, mut ranges: Ranges, rank: &mut Option<u32>) -> Ranges {
    if let Some(first) = ranges.first_mut() {
        let text = context.slice(first);
        first.start += marker_or_rank(text, rank);
    }
    ranges
}

/// Of a day, in a time before a title.
const HOURS: u32 = 24;

/// Bytes of a bullet, a number with a mark, or a bare rank number before a title, which follows the last one: "40 سال
/// بعد" is no rank.
#[inline(never)]
fn marker_or_rank(text: &str, last: &mut Option<u32>) -> usize {
    let (number, digits, rest) = leading_number(text);
    // "14:20 …"
    if number < HOURS
        && let Some((_, 2, title)) = rest.strip_prefix(':').map(leading_number)
        && title.starts_with(' ')
    {
        return text.len() - title.len() + 1;
    }
    let marked = body::marker_len(text);
    if marked > 0 {
        *last = if digits > 0 { Some(number) } else { *last };
        return marked;
    }
    // "2لاکھ طلبہ" is none, unless the first has its rank.
    let follows = last.is_some_and(|last| number == last.saturating_add(1));
    let glued = follows && rest.starts_with(is_alphabetic);
    let ranked = glued || (number == 1 || follows) && rest.starts_with(char::is_whitespace);
    if !ranked {
        return 0;
    }
    *last = Some(number);
    text.len() - rest.trim_start().len()
}

/// Date and dateline off the front; what is left is the snippet.
fn read_snippet(context: &Context, ranges: &[Range<usize>], related: &mut Related, draft: &mut Draft) {
    let mut ranges = ranges.to_vec();
    let Some(first) = ranges.first_mut() else { return };
    if let Some((value, length)) = date::lead(context.slice(first)) {
        related.published = related.published.take().or(Some(value));
        *first = trimmed(context.page.source, first.start + length..first.end);
    }
    if let Some(found) = dateline::read(context.slice(first)) {
        related.dateline = Some(Dateline { place: found.place, agency: found.agency });
        related.published = related.published.take().or(found.date);
        *first = trimmed(context.page.source, first.start + found.length..first.end);
    }
    let snippet = text(context, &ranges, draft);
    related.snippet = (!snippet.is_empty()).then_some(snippet);
}

fn text(context: &Context, ranges: &[Range<usize>], draft: &mut Draft) -> String {
    compose(context, ranges, Wanted::default(), &mut draft.changes).text
}

#[cfg(test)]
mod tests {
    use super::marker_or_rank;

    #[test]
    fn a_time_before_a_title_is_no_part_of_it() {
        assert_eq!(marker_or_rank("14:20 پرانا پل", &mut None), 6);
        assert_eq!(marker_or_rank("کراچی: پرانا پل", &mut None), 0);
        assert_eq!(marker_or_rank("2024: ایک ہنگامہ خیز سال", &mut None), 0);
        let mut last = None;
        assert_eq!((marker_or_rank("3: پرانا پل", &mut last), last), (3, Some(3)));
    }

    #[test]
    fn a_bare_number_is_a_rank_where_it_follows_the_last_one() {
        let mut last = None;
        let cut = [
            "40 سال بعد ملنے والا خط",
            "1 پرانا پل",
            "۲ نیا پل",
            "3. تیسرا پل",
            "4 چوتھا پل",
            "12 گھنٹے کی بارش",
        ]
        .map(|title| title[marker_or_rank(title, &mut last)..].split(' ').next());
        assert_eq!(cut, ["40", "پرانا", "نیا", "تیسرا", "چوتھا", "12"].map(Some));
    }
}

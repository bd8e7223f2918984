//! Lines of details: "فرحان ہاشمی — 20 نومبر، 2024 • 5 منٹ کا مطالعہ".

use crate::page::last_word;
use std::ops::Range;

use super::furniture;
use super::measure::{is_symbol, measure};
use super::person::{self, Person};
use crate::article::Label;
use crate::date::{self, DateLine, Dated};
use crate::dateline;
use crate::script::fold;
use crate::script::unicode::{is_alphanumeric, is_numeric};

/// Most words of a part that is neither a date nor a name.
const COUNT_WORDS: u32 = 6;
/// Most words of a name with its label and its place.
const NAME_WORDS: u32 = 8;

/// What a line of details holds.
#[derive(Debug, Default)]
pub(crate) struct Details {
    pub dates: Vec<Dated>,
    /// The parts beside the dates, in bytes of the line, ascending.
    pub parts: Vec<(Range<usize>, Part)>,
}

impl Details {
    /// The parts that are neither dates nor names.
    pub(crate) fn removed(&self) -> impl Iterator<Item = (Range<usize>, Label)> {
        self.parts.iter().filter_map(|(range, part)| match part {
            Part::Removed(label) => Some((range.clone(), *label)),
            Part::Name => None,
        })
    }
}

/// A part of a line of details.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// A name, or a place or a desk where a name stands.
    Name,
    /// A count of readers, a time of reading, a section, a button, an icon.
    Removed(Label),
}

/// The details of a line that holds a date, and nothing but short parts beside it; `now` is what relative dates
/// refer to.
pub(crate) fn details(text: &str, now: Option<&str>) -> Option<Details> {
    details_of(text, date::date_line(text, now)?)
}

/// The same of a line that was looked at as a date line.
pub(super) fn details_of(text: &str, found: DateLine) -> Option<Details> {
    let mut parts = Vec::new();
    for margin in [found.before, found.after] {
        for range in split(text, margin) {
            for range in before_count(text, range) {
                let part = part(text.get(range.clone())?)?;
                parts.push((range, part));
            }
        }
    }
    Some(Details { dates: found.dates, parts })
}

/// The parts of a stretch between separators; a run of symbols is a part of its own.
fn split(text: &str, stretch: Range<usize>) -> Vec<Range<usize>> {
    let within = text.get(stretch.clone()).unwrap_or_default();
    let mut parts = Vec::new();
    let mut start = 0;
    let mut symbol = false;
    for (at, c) in within.char_indices().chain([(within.len(), '|')]) {
        let is_part_of_symbol = is_symbol(c) || (symbol && matches!(c, '\u{fe0f}' | '\u{200d}'));
        let separates = matches!(c, '|' | '•' | '·' | '—' | '–' | '»' | '«' | '/' | '~' | '\t');
        if separates || is_part_of_symbol != symbol {
            parts.push(start..at);
            start = if separates { at + c.len_utf8() } else { at };
            symbol = is_part_of_symbol;
        }
    }
    let trim = |part: Range<usize>| {
        let piece = &within[part.clone()];
        let inner = piece.trim_matches(|c: char| !is_alphanumeric(c) && !is_symbol(c) && !person::is_mark(c));
        let from = stretch.start + part.start + piece.find(inner).unwrap_or(0);
        from..from + inner.len()
    };
    parts.into_iter().map(trim).filter(|part| !part.is_empty()).collect()
}

/// A name and the count behind it apart: "محمد ریاض شاکر 12 تبصرے".
fn before_count(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let within = text.get(range.clone()).unwrap_or_default();
    let count = within.find(is_numeric).unwrap_or(0);
    let name = within[..count].trim_end();
    if person::person(name, &measure(name)) == Person::No {
        return vec![range];
    }
    // The name again: "سارہ علی 12 تبصرے سارہ علی".
    let again = if within.ends_with(name) { name.len() } else { 0 };
    vec![range.start..range.start + name.len(), range.start + count..range.end - again]
}

fn part(text: &str) -> Option<Part> {
    let m = measure(text);
    if m.size() == 0 {
        return Some(Part::Removed(Label::Icon));
    }
    match furniture::whole(m.phrase) {
        Some(Label::Byline) => return Some(Part::Name),
        Some(label) => return Some(Part::Removed(label)),
        None => {}
    }
    if m.digits > 0 {
        return (m.words <= COUNT_WORDS && m.sentences() == 0).then_some(Part::Removed(Label::Other));
    }
    // "ملتان کی خبریں"
    let last = last_word(text);
    if m.words <= NAME_WORDS && last.chars().filter_map(fold).eq("خبریں".chars()) {
        return Some(Part::Removed(Label::Navigation));
    }
    let plain =
        m.words <= NAME_WORDS && m.sentences() == 0 && !text.split_whitespace().any(date::is_function_word);
    let label = |phrase: &furniture::Phrase| phrase.label == Label::Byline;
    if (plain && !text.contains(':')) || furniture::phrases(text, &m).iter().any(label) {
        return (m.words <= NAME_WORDS).then_some(Part::Name);
    }
    // "زمرہ: فیچرز"
    plain.then_some(Part::Removed(Label::Other))
}

/// Whether a part may be whose text it is.
pub(crate) fn may_sign(text: &str) -> Person {
    let labelled =
        furniture::phrases(text, &measure(text)).iter().any(|phrase| phrase.label == Label::Byline);
    if labelled {
        return Person::Likely;
    }
    if dateline::is_place(text) { Person::No } else { person::person(text, &measure(text)) }
}

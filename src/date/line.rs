//! Lines that give the date of a text.

use std::ops::Range;

use super::calendar::Stamp;
use super::entry::{self, Entry};
use super::function_words::is_function_word;
use super::item::{self, Item, Placed};
use super::token::Tokens;
use super::words::{self, Glue, Label};
use super::{Dated, Reading, publication_sentence};

/// A line that gives one date, or two: published and updated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DateLine {
    /// Never empty.
    pub dates: Vec<Dated>,
    /// Other text before the dates, in bytes without space and separators: a byline, desk, place or
    /// title; often empty.
    pub before: Range<usize>,
    /// Other text after the dates.
    pub after: Range<usize>,
}

impl DateLine {
    /// The line holds nothing but its dates.
    pub fn is_alone(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    /// One day stands behind other text, and nothing behind it.
    pub fn is_behind(&self) -> bool {
        let day = matches!(self.dates.as_slice(), [Dated { value: Some(_), reading: Reading::Whole, .. }]);
        day && self.after.is_empty() && !self.before.is_empty()
    }
}

/// A date with its label, weekday, time and twins in three calendars is no longer than this, in bytes.
const LONGEST: usize = 320;
const MOST_TOKENS: usize = 48;
/// What tells a date without a digit is short: "ایک گھنٹہ قبل", "یکم مئی دو ہزار بائیس".
const LONGEST_WITHOUT_DIGIT: usize = 96;

/// The dates of a line that holds nothing else but a name or a desk, or of a sentence that says when
/// the text was published; often none.
pub(crate) fn line(text: &str, now: Option<&str>) -> Vec<Dated> {
    dates_of(text, date_line(text, now))
}

/// The same of a line that was looked at as a date line.
pub(crate) fn dates_of(text: &str, found: Option<DateLine>) -> Vec<Dated> {
    let Some(found) = found else { return publication_sentence(text).into_iter().collect() };
    let name = |range: &Range<usize>| {
        text.get(range.clone()).is_some_and(|margin| margin.is_empty() || is_name(margin))
    };
    if name(&found.before) && name(&found.after) { found.dates } else { Vec::new() }
}

/// The dates of `text`, if it is a date line; `now` (ISO 8601) resolves relative ones.
///
/// Other text may stand before and after the dates if separators or its own shape set it apart: a
/// sentence with a date in it is no date line.
pub(crate) fn date_line(text: &str, now: Option<&str>) -> Option<DateLine> {
    let (tokens, items) = scan(text)?;
    let entries = entry::collect(&tokens, &items);
    let within = entries.first()?.tokens().start..entries.last()?.tokens().end;
    let core = core(&items, &entries, within)?;
    if !labels_fit(&items, &entries, &core) || entries.iter().any(Entry::is_torn) {
        return None;
    }
    let dates: Vec<Dated> = entries.iter().map(|entry| entry.dated(&tokens, now)).collect();
    let whole = dates.iter().any(|dated| dated.reading == Reading::Whole);
    let labelled = entries.iter().any(|entry| entry.label().is_some());
    let counted = entries.iter().all(Entry::is_counted);
    let (from, to) = (items.get(core.start)?.from, items.get(core.end - 1)?.to);
    let before = Margin::before(&tokens, from);
    let after = Margin::after(&tokens, to);
    // "کھیل 3 گھنٹے قبل", "1236517 14.07.2019": a section or a number of the page's own.
    let beside = (counted && before.words(&tokens) <= SECTION) || before.is_number(&tokens);
    let fits = before.is_set_apart(&tokens, whole || labelled || beside, usize::from(beside))
        && after.is_set_apart(&tokens, whole, COUNTS);
    fits.then(|| DateLine { dates, before: before.bytes_before(text, &tokens), after: after.bytes(&tokens) })
}

/// The only date of `text`, if it is whole and stands alone.
pub(super) fn only_stamp(text: &str) -> Option<Stamp> {
    let (tokens, items) = scan(text)?;
    let alone = items.iter().all(|placed| placed.item != Item::Stray);
    match entry::collect(&tokens, &items).as_slice() {
        [entry] if alone && !entry.is_torn() => entry.stamp(),
        _ => None,
    }
}

/// The items of a text that may be a date line.
fn scan(text: &str) -> Option<(Tokens, Vec<Placed>)> {
    if text.len() > LONGEST || spaces(text) > MOST_TOKENS || !may_tell_when(text) {
        return None;
    }
    let tokens = Tokens::read(text, MOST_TOKENS);
    let items = if tokens.complete { item::scan(&tokens) } else { return None };
    items.iter().any(|placed| placed.item.tells_when()).then_some((tokens, items))
}

pub(super) fn spaces(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b' ').count()
}

/// A digit of any of the three sets stands in the text.
pub(super) fn has_digit(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().any(|(at, byte)| {
        let next = || bytes.get(at + 1).copied().unwrap_or(0);
        match byte {
            b'0'..=b'9' => true,
            // U+0660 to U+0669, U+06F0 to U+06F9
            0xd9 => (0xa0..=0xa9).contains(&next()),
            0xdb => (0xb0..=0xb9).contains(&next()),
            _ => false,
        }
    })
}

/// A cheap look: a digit, or a short text that begins with a word of dates.
fn may_tell_when(text: &str) -> bool {
    has_digit(text) || (text.len() <= LONGEST_WITHOUT_DIGIT && words::begins(text))
}

/// The items from the first to the last that belong to the dates; none where something foreign
/// stands between.
fn core(items: &[Placed], entries: &[Entry], within: Range<usize>) -> Option<Range<usize>> {
    let mut core = items.iter().position(|placed| placed.from >= within.start)?
        ..items.iter().rposition(|placed| placed.to <= within.end)? + 1;
    let foreign = |placed: &Placed| {
        placed.item == Item::Stray && !entries.iter().any(|entry| entry.has_year_at(placed.from))
    };
    if items.get(core.clone())?.iter().any(foreign) {
        return None;
    }
    // Words and marks around that say nothing of their own: "بروز", "کی", "ہوا", a bracket, an icon.
    let belongs = |placed: &Placed| !matches!(placed.item, Item::Stray | Item::Label(_));
    while core.start > 0 && belongs(&items[core.start - 1]) {
        core.start -= 1;
    }
    while core.end < items.len() && belongs(&items[core.end]) {
        core.end += 1;
    }
    // The marks at the ends may separate it from other text.
    while items[core.start].item == Item::Ornament {
        core.start += 1;
    }
    while items[core.end - 1].item == Item::Ornament {
        core.end -= 1;
    }
    Some(core)
}

/// Little words stand beside labels only, and آخری only beside "اپ ڈیٹ" and "اشاعت".
fn labels_fit(items: &[Placed], entries: &[Entry], core: &Range<usize>) -> bool {
    let labelled = entries.iter().any(|entry| entry.label().is_some());
    let marked = entries.iter().any(|entry| matches!(entry.label(), Some(Label::Updated | Label::Published)));
    items[core.clone()].iter().all(|placed| match placed.item {
        Item::Glue(Glue::Plain) => labelled,
        Item::Glue(Glue::Last) => marked,
        _ => true,
    })
}

/// The other text on one side of the dates.
struct Margin {
    /// Its tokens, without separators at its ends.
    tokens: Range<usize>,
    /// A mark that separates parts of a line stands between it and the dates.
    separated: bool,
    /// A comma or colon does.
    punctuated: bool,
}

/// Most counts of views, comments and minutes behind a date.
const COUNTS: usize = 3;

/// Marks that separate the parts of a line of details.
const SEPARATORS: &[char] =
    &['|', '¦', '│', '•', '·', '●', '—', '–', '-', '/', '\\', '»', '«', '›', '‹', '>', '*', '۔', '~'];
const PUNCTUATION: &[char] = &['،', ',', ':', '؛', '@'];

/// Most words of a section beside a count of hours.
const SECTION: usize = 2;
/// Fewest digits of a number that a page is known by.
const PAGE_NUMBER: usize = 5;

impl Margin {
    fn before(tokens: &Tokens, to: usize) -> Self {
        let (mut from, mut end) = (0, to);
        let marks = |at: usize| item::is_ornament(tokens, at);
        while from < end && marks(from) {
            from += 1;
        }
        while end > from && marks(end - 1) {
            end -= 1;
        }
        Self::new(tokens, from..end, end..to)
    }

    fn after(tokens: &Tokens, from: usize) -> Self {
        let (mut start, mut end) = (from, tokens.list.len());
        let marks = |at: usize| item::is_ornament(tokens, at);
        while start < end && marks(start) {
            start += 1;
        }
        while end > start && marks(end - 1) {
            end -= 1;
        }
        Self::new(tokens, start..end, from..start)
    }

    fn new(tokens: &Tokens, text: Range<usize>, between: Range<usize>) -> Self {
        let has = |marks: &[char]| between.clone().any(|at| tokens.is_mark(at, marks));
        Self { separated: has(SEPARATORS), punctuated: has(PUNCTUATION), tokens: text }
    }

    /// It is empty, or stands apart from the dates, or is a name beside them, with at most so many `counts`:
    /// "فریحہ منصور 12 تبصرے". `sure` tells that the dates are dates without doubt.
    fn is_set_apart(&self, tokens: &Tokens, sure: bool, counts: usize) -> bool {
        if self.tokens.is_empty() {
            return true;
        }
        let words = self.words(tokens);
        let sentence = self.tokens.clone().any(|at| tokens.is_mark(at, &['۔', '؟', '!']));
        if self.separated && !sentence {
            return words <= 16;
        }
        // "editor3" is a name.
        let glued = |at: usize| at > 0 && !tokens.spaced(at) && tokens.word(at - 1).is_some();
        let numbers = self.tokens.clone().filter(|&at| tokens.number(at).is_some() && !glued(at)).count();
        // "رپورٹ و تصاویر: فوزیہ ملک"
        let labelled =
            self.tokens.clone().any(|at| tokens.is_mark(at, &[':']) || tokens.word(at) == Some("by"));
        // "Posted by: admin in کھیل"
        let section = |word: &str| labelled && word == "in";
        let plain = |at: usize| {
            !tokens.is_mark(at, &['۔', '؟', '!', '؛', '“', '”', '"'])
                && !tokens.word(at).is_some_and(|word| is_function_word(word) && !section(word))
        };
        let most = if self.punctuated || labelled || numbers > 0 { 6 } else { 4 };
        sure && words <= most && numbers <= counts && self.tokens.clone().all(plain)
    }

    fn words(&self, tokens: &Tokens) -> usize {
        self.tokens.clone().filter(|at| tokens.word(*at).is_some()).count()
    }

    /// It is a number that a page is known by, and nothing else.
    fn is_number(&self, tokens: &Tokens) -> bool {
        let digits = |at: usize| tokens.number(at).map_or(0, |(_, digits)| digits);
        self.tokens.len() == 1 && digits(self.tokens.start) >= PAGE_NUMBER
    }

    fn bytes(&self, tokens: &Tokens) -> Range<usize> {
        tokens.range(self.tokens.start, self.tokens.end)
    }

    /// The same before a date, without the weekday that the last word runs into: "ویب ڈیسکجمعرات".
    fn bytes_before(&self, text: &str, tokens: &Tokens) -> Range<usize> {
        let Range { start, end } = self.bytes(tokens);
        let last = self.tokens.end.checked_sub(1).filter(|_| !self.tokens.is_empty() && !self.separated);
        let word = last.map_or(end..end, |last| tokens.range(last, last + 1));
        let weekday = |at: &usize| {
            let tokens = Tokens::read(text.get(*at..end).unwrap_or_default(), 2);
            matches!(item::scan(&tokens)[..], [Placed { item: Item::Weekday, .. }])
        };
        let letters = text.get(word.clone()).unwrap_or_default().char_indices().skip(2);
        let end = letters.map(|(at, _)| word.start + at).find(weekday).unwrap_or(end);
        start..end
    }
}

/// A few words of which none belongs to a sentence.
fn is_name(text: &str) -> bool {
    let tokens = Tokens::read(text, 16);
    let words = (0..tokens.list.len()).filter_map(|at| tokens.word(at));
    let numbers = (0..tokens.list.len()).any(|at| tokens.number(at).is_some());
    tokens.complete
        && !numbers
        && (1..=8).contains(&words.clone().count())
        && !words.into_iter().any(is_function_word)
}

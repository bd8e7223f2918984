//! Hard-wrapped text, as e-papers and PDF files give it: lines joined to paragraphs.

use super::message;
use super::text::{RawLine, line};
use crate::date;
use crate::dateline;
use crate::evidence::measure::measure;
use crate::evidence::person::{Person, person};
use crate::page::{Line, is_bullet, without_closing};
use crate::script::unicode::is_numeric;

/// Lines longer than this, in characters, are paragraphs of their own.
const WIDEST: usize = 140;
/// A line shorter than this, in characters, does not tell the width of a column.
const NARROWEST: usize = 26;

/// How far in the first line of a paragraph stands at most, in columns.
const INDENT: usize = 8;

/// Fewest lines with space around them of which the last alone ends as a sentence, that are one.
const SENTENCE: usize = 3;

/// Most lines next to each other that are headlines and standfirsts.
const HEADLINES: usize = 8;

/// Most headlines are shorter than this, in characters.
const LONGEST_HEADLINE: usize = 120;

/// The length of a line that is joined to none.
const APART: usize = usize::MAX;

/// How text is wrapped.
#[derive(Clone, Copy)]
struct Column {
    /// The longest line, in characters.
    width: usize,
    /// The lines that are longer hold less than the others: headlines are wrapped as the text is.
    holds_page: bool,
}

/// What joining needs to know of a line.
struct Shape {
    /// In characters, or `APART`.
    length: usize,
    /// Of its first word, in characters.
    first_word: usize,
    /// It ends as a sentence does.
    finished: bool,
    /// A sentence ends before its end.
    holds_sentence_end: bool,
    /// Nothing but a number and marks around it: a folio inside the text.
    folio: bool,
    /// Which of `DANGLING` it ends with, that something else must follow.
    dangling: Option<usize>,
    /// Columns of white space before it.
    indent: u32,
    /// Space parts it and the lines next to it from all others, and in them sentences end.
    in_paragraph: bool,
    /// In the lines above the first paragraph: whether its headline goes on in the next one.
    headline: Option<bool>,
    /// A number or a colon stands at its end.
    open: bool,
    /// A verb that closes a clause, a year or a bracket stands at its end.
    closes: bool,
    /// Its first word belongs to what stands before it.
    clings: bool,
    /// A name, a date, where the report is from, or an entry of a list.
    apart: bool,
    /// A bullet, a number or a label with a colon stands before its words.
    entry: bool,
}

impl Shape {
    /// Tells where a headline may end or go on, in wrapped text only.
    #[inline(never)]
    fn see_headline(&mut self, text: &str) {
        let first_word = text.split_whitespace().next().unwrap_or_default().trim_end_matches([':', '،']);
        self.open = without_closing(text).ends_with(|c: char| c == ':' || is_numeric(c));
        self.closes = closes(text);
        self.clings = CLOSING.contains(&first_word) || DANGLING[..CLINGING].contains(&first_word);
        self.apart = self.length == APART || stands_apart(text);
    }

    /// Whether the next line's first word had no room in it.
    fn is_full(&self, below: &Self, width: usize) -> bool {
        self.length.saturating_add(1 + below.first_word) > width
    }

    /// Whether a headline does not end between it and the next line; numbers in both are those of a table.
    fn wants(&self, below: &Self) -> bool {
        self.dangling.is_some() || (self.open && !below.open) || below.clings
    }

    /// Whether a headline that is so long with the next line goes on in it.
    fn goes_on_as_headline(&self, below: &Self, length: usize) -> bool {
        let ends = self.closes || self.open || below.apart;
        self.wants(below) || (length <= LONGEST_HEADLINE && !ends)
    }
}

/// Joins the lines of hard-wrapped paragraphs; other lines stay as they are.
pub(super) fn join(source: &str, raw: &[RawLine], gaps: &[u8]) -> Vec<Line> {
    let mut shapes: Vec<Shape> = raw
        .iter()
        .map(|line| shape(source.get(line.range.clone()).unwrap_or_default(), line.indent))
        .collect();
    let Some(column) = column(&shapes, gaps) else {
        return raw.iter().zip(gaps).map(|(raw, &gap)| line(source, raw.range.clone(), gap)).collect();
    };
    if column.holds_page {
        for (shape, line) in shapes.iter_mut().zip(raw) {
            shape.see_headline(source.get(line.range.clone()).unwrap_or_default());
        }
    }
    mark_paragraphs(&mut shapes, gaps, column);
    let mut lines: Vec<Line> = Vec::with_capacity(raw.len());
    let mut at = 0;
    while at < raw.len() {
        let mut joined = line(source, raw[at].range.clone(), gaps[at]);
        let mut folios = Vec::new();
        let mut last = at;
        let end = paragraph_end(&shapes, gaps, at, column);
        while let Some(next) = continuation(&shapes, gaps, last, column.width).filter(|&next| next <= end) {
            for folio in last + 1..next {
                folios.push(line(source, raw[folio].range.clone(), gaps[folio]));
                joined.holes.push(raw[folio].range.clone());
            }
            joined.range.end = raw[next].range.end;
            last = next;
        }
        lines.push(joined);
        lines.append(&mut folios);
        at = last + 1;
    }
    lines
}

/// Tells the lines of paragraphs with space around each.
fn mark_paragraphs(shapes: &mut [Shape], gaps: &[u8], column: Column) {
    let (mut start, mut is_first, mut is_head) = (0, true, true);
    while start < shapes.len() {
        let below = gaps.get(start + 1..).unwrap_or_default();
        let end = start + 1 + below.iter().take_while(|&&gap| gap == 0).count();
        let is_whole = end - start == shapes.len();
        if let Some(lines) = shapes.get_mut(start..end).filter(|_| !is_whole) {
            let fit = lines.iter().all(|line| line.length <= column.width);
            let listed = lines.iter().skip(1).any(|line| line.entry);
            // Verses seldom break off as prose does.
            let one_sentence = lines.len() >= SENTENCE
                && lines.last().is_some_and(|line| line.finished)
                && lines.iter().any(|line| line.dangling.is_some());
            let is_paragraph =
                fit && !listed && (one_sentence || lines.iter().any(|line| line.holds_sentence_end));
            // Right above the first may stand its headline.
            lines.iter_mut().skip(usize::from(is_first)).for_each(|line| line.in_paragraph = is_paragraph);
            is_first &= !is_paragraph;
            is_head &= is_first && !lines.iter().any(|line| line.holds_sentence_end);
            let finished = lines.last().is_some_and(|line| line.finished);
            if is_head && column.holds_page && lines.len() <= HEADLINES && !finished {
                mark_headlines(lines, column.width);
            }
        }
        start = end;
    }
}

/// Tells which of some lines above the text, headlines and standfirsts in letters larger than its own, go on in the next
/// one: there the next word had no room in the longest line.
fn mark_headlines(lines: &mut [Shape], width: usize) {
    let longest = lines.iter().map(|line| line.length).max().unwrap_or(0);
    if !(NARROWEST..width * 7 / 8).contains(&longest) {
        return;
    }
    let full = || lines.windows(2).filter(|pair| pair[0].is_full(&pair[1], longest));
    // Lists have lines of all lengths.
    if full().count() * 3 < lines.len() - 1 || !full().any(|pair| pair[0].wants(&pair[1])) {
        return;
    }
    let mut length = 0;
    for at in 0..lines.len() - 1 {
        let (line, below) = (&lines[at], &lines[at + 1]);
        length += line.length;
        let fits = line.goes_on_as_headline(below, length + below.length);
        let goes_on = line.dangling.is_some() || line.is_full(below, longest) && fits;
        lines[at].headline = Some(goes_on);
        length = if goes_on { length } else { 0 };
    }
}

/// The last line of the paragraph that begins at line `at`; where no sentence ends in what would be joined, that of
/// the headline, since headlines of a column's width stand one below the other too.
fn paragraph_end(shapes: &[Shape], gaps: &[u8], at: usize, column: Column) -> usize {
    let mut last = at;
    // As far as it is one headline.
    let mut bound = at;
    let mut length = shapes[at].length;
    let mut sentence = false;
    loop {
        sentence |= shapes[last].finished || shapes[last].holds_sentence_end;
        let Some(next) = continuation(shapes, gaps, last, column.width) else {
            let is_headline = stands_alone(gaps, at, last)
                && (!column.holds_page || shapes[at].goes_on_as_headline(&shapes[last], length));
            return if sentence || last > at + 2 || shapes[at].headline.is_some() || is_headline {
                last
            } else {
                bound
            };
        };
        let (line, below) = (&shapes[last], &shapes[next]);
        length = length.saturating_add(below.length);
        let full =
            column.holds_page && line.is_full(below, column.width) && line.goes_on_as_headline(below, length);
        if bound == last && (line.dangling.is_some() || full) {
            bound = next;
        }
        last = next;
    }
}

/// Two lines with space above and below: a headline in two lines.
fn stands_alone(gaps: &[u8], first: usize, last: usize) -> bool {
    last == first + 1 && gaps[first] > 0 && gaps.get(last + 1).is_none_or(|&gap| gap > 0)
}

/// The line that goes on with the paragraph of line `at`, if any: the next one, or the one behind a folio.
#[inline(never)]
fn continuation(shapes: &[Shape], gaps: &[u8], at: usize, width: usize) -> Option<usize> {
    let full = |next: &Shape| {
        // The first line of a paragraph may stand farther in; a headline stands in the middle.
        let indent = shapes[at].indent.saturating_sub(next.indent) as usize;
        let indent = if indent > INDENT { 0 } else { indent };
        let own = shapes[at].length;
        let length = own.saturating_add(indent);
        // A paragraph's last line may be long too.
        let (part, of) = match (shapes[at].finished, shapes[at].in_paragraph) {
            (true, _) => (9, 10),
            (_, true) => (5, 8),
            _ => (7, 8),
        };
        own <= width && (length + 1 + next.first_word > width || length * of >= width * part)
    };
    let next = shapes.get(at + 1)?;
    if let Some(goes_on) = shapes[at].headline {
        return goes_on.then_some(at + 1);
    }
    if gaps[at + 1] == 0 && !next.folio {
        let indented = next.indent > shapes[at].indent + 1;
        // The lines of a poem end with one word.
        let dangles = shapes[at].dangling.is_some() && shapes[at].dangling != next.dangling;
        let goes_on = full(next) || (dangles && shapes[at].length <= width);
        return (next.length <= width && goes_on && !indented).then_some(at + 1);
    }
    let behind = shapes.get(at + 2)?;
    let goes_on = next.folio && !shapes[at].finished && !behind.folio && behind.length <= width;
    (goes_on && gaps[at + 1].max(gaps[at + 2]) < 2 && full(behind)).then_some(at + 2)
}

/// The column in which the text stands; none where it is not wrapped.
///
/// Of wrapped prose nearly every line that breaks off in mid-sentence is as long as the column
/// allows, and sentences end inside lines; headlines and menu lines have all lengths.
fn column(shapes: &[Shape], gaps: &[u8]) -> Option<Column> {
    let mut often = [0u32; WIDEST + 1];
    // At each width, how many lines are full.
    let mut full = [0u32; WIDEST + 1];
    // Lines that break off in mid-sentence, and their length together.
    let (mut broken_off, mut broken) = (0, 0);
    let mut prose = false;
    for (at, shape) in shapes.iter().enumerate() {
        let followed = gaps.get(at + 1) == Some(&0) && !shapes[at + 1].folio;
        if !followed || !(NARROWEST..=WIDEST).contains(&shape.length) || shapes[at + 1].length > WIDEST {
            continue;
        }
        prose |= shape.holds_sentence_end || shapes[at + 1].holds_sentence_end || shapes[at + 1].finished;
        if !shape.finished {
            broken_off += 1;
            broken += shape.length;
            often[shape.length] += 1;
            let widest = (shape.length + shapes[at + 1].first_word).min(WIDEST);
            full[shape.length..=widest].iter_mut().for_each(|count| *count += 1);
        }
    }
    // A page with its text in longer lines is not wrapped.
    let long: usize =
        shapes.iter().map(|shape| shape.length).filter(|&length| length > WIDEST && length != APART).sum();
    if long > broken {
        return None;
    }
    let near = |width: usize| often[width * 4 / 5..=width].iter().sum::<u32>();
    let most = (NARROWEST..=WIDEST).map(near).max()?;
    // Of widths that nearly as many lines are near, the one at which most lines could not take the next word too:
    // a headline may be wrapped wider than its text.
    let width = (NARROWEST..=WIDEST)
        .filter(|&width| near(width) * 10 >= most * 9)
        .max_by_key(|&width| full[width])?;
    if !prose || near(width) < 3 || near(width) * 10 < broken_off * 6 {
        return None;
    }
    // The longest line of the column, not the first width that counts as many.
    let width = (width * 4 / 5..=(width * 21 / 20).min(WIDEST))
        .rev()
        .find(|&length| often[length] > 0)
        .unwrap_or(width);
    let characters = |longer: bool| -> usize {
        let lengths = shapes.iter().map(|shape| shape.length);
        lengths.filter(|&length| length != APART && (length > width) == longer).sum()
    };
    Some(Column { width, holds_page: characters(true) <= characters(false) })
}

/// "(باقی صفحہ 7 پر)", "بقیہ نمبر 17": where a text goes on, on a line of its own.
fn leads_on(text: &str) -> bool {
    const LONGEST: usize = 60;
    let text = text.trim_start_matches(['(', '[']);
    let words = ["باقی ", "بقیہ "].iter().find_map(|word| text.strip_prefix(word));
    words.is_some_and(|rest| {
        let behind = ["صفحہ", "نمبر"].iter().find_map(|word| rest.strip_prefix(word));
        rest.len() < LONGEST
            && behind.is_some_and(|number| number.starts_with(|c| c == ' ' || is_numeric(c)))
            && rest.contains(is_numeric)
    })
}

fn shape(text: &str, indent: u32) -> Shape {
    // The header of a message stands alone.
    let header = message::header(text);
    // So does a row of a table, and a label that is glued to a comma.
    let labelled = text.strip_prefix('،').is_some_and(|label| !label.starts_with(' '));
    let apart = text.contains('\t') || labelled || leads_on(text) || (header > 0 && header == text.len());
    if text.len() > WIDEST * 4 || apart {
        let finished = text.chars().next_back().is_some_and(ends_sentence);
        return Shape {
            length: if apart { APART } else { text.chars().count() },
            first_word: 0,
            finished,
            holds_sentence_end: false,
            folio: false,
            dangling: None,
            indent,
            in_paragraph: false,
            headline: None,
            open: false,
            closes: false,
            clings: false,
            apart: false,
            entry: true,
        };
    }
    let trimmed = without_closing(text);
    let finished = trimmed.chars().next_back().is_some_and(ends_sentence);
    let inner = trimmed.trim_end_matches(ends_sentence);
    Shape {
        length: text.chars().count(),
        first_word: text.split_whitespace().next().map_or(0, |word| word.chars().count()),
        finished,
        // What is quoted is a sentence, too.
        holds_sentence_end: inner.contains(['۔', '؟', '!']) || (finished && text.ends_with(['“', '‘'])),
        folio: is_folio(text),
        dangling: if finished { None } else { dangling(trimmed) },
        indent,
        in_paragraph: false,
        headline: None,
        open: false,
        closes: false,
        clings: false,
        apart: false,
        entry: is_entry(text),
    }
}

/// "• …", "2. …", "جواب: …".
#[inline(never)]
fn is_entry(text: &str) -> bool {
    const LABEL: usize = 12;
    let colon = text.chars().take(LABEL).any(|c| c == ':');
    colon || text.starts_with(|c: char| is_numeric(c) || is_bullet(c))
}

/// What stands at a line's end only where the line breaks off.
const DANGLING: [&str; 19] = [
    "نے", "کو", "کا", "کی", "کے", "سے", "تک", "اور", "کہ", "مگر", "لیکن", "میں", "پر", "یا", "بھی", "ہی",
    "تو", "نہ", "کر",
];

/// How many of `DANGLING` begin no headline.
const CLINGING: usize = 11;

/// A postposition, a conjunction or a comma at the end of a line, by its place in `DANGLING`, that of a comma behind it.
fn dangling(text: &str) -> Option<usize> {
    if text.ends_with(['،', ',', '؛']) {
        return Some(DANGLING.len());
    }
    let mut words = text.split_whitespace().rev();
    let (last, before) = (words.next()?, words.next()?);
    // "ہمارے بارے میں" is an entry of a menu.
    if before == "بارے" { None } else { DANGLING.iter().position(|word| *word == last) }
}

/// Verbs that close a clause.
const CLOSING: [&str; 26] = [
    "ہے",
    "ہیں",
    "تھا",
    "تھی",
    "تھے",
    "گا",
    "گی",
    "گے",
    "گیا",
    "گئی",
    "گئے",
    "گئیں",
    "دیا",
    "دی",
    "لیا",
    "لی",
    "چاہیے",
    "کردیا",
    "کردی",
    "کرلیا",
    "کرلی",
    "ہوگیا",
    "ہوگئی",
    "ہوگئے",
    "ہوگا",
    "ہوگی",
];

/// A name, a date, where a report is from, or an entry of a list.
fn stands_apart(text: &str) -> bool {
    let is_name = || person(text, &measure(text)) == Person::Likely;
    text.starts_with(is_bullet)
        || text.ends_with(')')
        || date::date_line(text, None).is_some()
        || dateline::alone(text).is_some()
        || is_name()
}

/// "… کر دیا گیا", "… 4 ستمبر 2024ء", "(…)"
fn closes(text: &str) -> bool {
    let last = text.split(' ').next_back().unwrap_or_default();
    CLOSING.contains(&last)
        || last.ends_with(')')
        || last.strip_suffix(['ء', 'ھ']).is_some_and(|year| year.ends_with(is_numeric))
}

/// A page number alone: "7", "- 12 -", "(3)", "صفحہ 4".
fn is_folio(text: &str) -> bool {
    let mut digits = 0;
    let rest = text.strip_prefix("صفحہ").or_else(|| text.strip_prefix("Page")).unwrap_or(text);
    for c in rest.chars() {
        match c {
            '0'..='9' | '٠'..='٩' | '۰'..='۹' => digits += 1,
            ' ' | '-' | '–' | '—' | '(' | ')' | '[' | ']' | '|' | '/' | '.' | '۔' => {}
            _ => return false,
        }
    }
    (1..=4).contains(&digits)
}

/// Whether a character ends a sentence.
pub(crate) fn ends_sentence(c: char) -> bool {
    matches!(c, '۔' | '؟' | '!' | '.' | '?' | '…')
}

#[cfg(test)]
mod tests {
    use super::super::text::read_text;

    fn paragraphs(text: &str) -> Vec<String> {
        let flat = |s: &str| s.split_whitespace().collect::<Vec<_>>().join(" ");
        read_text(text).lines.iter().map(|line| flat(&text[line.range.clone()])).collect()
    }

    const WRAPPED: &str = "شہر میں پانی کی قلت\n\nبلدیہ کے مطابق شہر کے مغربی حصے میں پانی کی\nفراہمی تین دن سے بند ہے۔ مکینوں نے بتایا کہ وہ\nٹینکروں سے پانی خرید رہے ہیں اور قیمت روز بڑھ\nرہی ہے۔\n\nانتظامیہ نے کہا ہے کہ مرمت کا کام آج رات تک مکمل\nکر لیا جائے گا۔";

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let joined = paragraphs(WRAPPED);
        assert_eq!(joined.len(), 3, "{joined:#?}");
        assert!(joined[1].starts_with("بلدیہ") && joined[1].ends_with("رہی ہے۔"));
    }

    #[test]
    fn a_line_that_breaks_off_may_be_shorter_than_the_column() {
        let joined = paragraphs(
            &WRAPPED
                .replace("قیمت روز بڑھ\nرہی", "نرخ روز\nبڑھ رہی")
                .replace("سے پانی خرید", "سے پانی مول خرید"),
        );
        assert_eq!(joined.len(), 3, "{joined:#?}");
    }

    #[test]
    fn lines_of_all_lengths_with_space_around_them_are_a_paragraph() {
        let ragged = "ایک شہری نے کہا کہ یہ وعدہ وہ ہر سال گرمیوں\nمیں سنتے ہیں۔ پچھلے برس بھی یہی ہوا\nاور بات دو ہفتے میں بھلا دی گئی مگر اب\nوہ خاموش نہیں رہیں گے۔";
        assert_eq!(paragraphs(&format!("{WRAPPED}\n\n{ragged}")).len(), 4);
    }

    #[test]
    fn a_headline_may_be_wider_than_its_text() {
        let wide = "شہر کے مغربی حصے میں پانی کی فراہمی تین روز سے معطل، مکین\nٹینکروں سے پانی خریدنے پر مجبور، قیمت روز بروز بڑھنے لگی";
        let joined = paragraphs(&WRAPPED.replace("شہر میں پانی کی قلت\n", &format!("{wide}\n")));
        assert!(
            joined.last().unwrap().ends_with("جائے گا۔") && joined.contains(&paragraphs(WRAPPED)[1]),
            "{joined:#?}"
        );
    }

    #[test]
    fn a_headline_goes_on_where_its_next_word_had_no_room() {
        let title = "شہر کے مغربی حصے میں پانی کی فراہمی تین روز سے\nمعطل، مکین پریشان";
        let standfirst =
            "بلدیہ نے مرمت کے لیے ایک ہفتے کی مہلت مانگ لی،\nٹینکر مافیا کے خلاف کارروائی کا اعلان";
        let joined =
            paragraphs(&WRAPPED.replace("شہر میں پانی کی قلت\n", &format!("{title}\n{standfirst}\n")));
        assert_eq!(joined[0], title.replace('\n', " "));
        assert_eq!(joined[1], standfirst.replace('\n', " "));
        // One whose clause ends with its line is followed by another.
        let ended =
            "شہر کے مغربی حصے میں تین دن سے پانی بند کر دیا گیا\nبلدیہ نے مرمت کے لیے ایک ہفتے کی مہلت لی";
        let joined = paragraphs(&WRAPPED.replace("شہر میں پانی کی قلت\n", &format!("{ended}\n")));
        assert_eq!(joined[..2], ended.split('\n').collect::<Vec<_>>());
    }

    #[test]
    fn a_headline_in_larger_letters_goes_on_where_its_longest_line_had_no_room() {
        let title = "شہر میں پانی کی فراہمی معطل، 214\nمکین سڑکوں پر نکل آئے";
        let joined = paragraphs(
            &WRAPPED.replace("شہر میں پانی کی قلت\n", &format!("{title}\nبلدیہ کا پیر تک بحالی کا\nوعدہ\n")),
        );
        assert_eq!(joined[0], title.replace('\n', " "));
    }

    #[test]
    fn no_headline_goes_on_in_what_stands_by_itself() {
        let (first, second) = ("جعلی ویزوں پر یورپ جانے کی کوشش میں", "کراچی ایئرپورٹ پر چار مسافر گرفتار");
        for below in ["نسیم اختر", "بدھ 17 جنوری 2024 صبح نو بجے", "لاہور (نمائندہ خصوصی)", "• دو ملزم فرار"]
        {
            let page = WRAPPED.replace("شہر میں پانی کی قلت\n", &format!("{first}\n{second}\n{below}\n"));
            let joined = paragraphs(&page);
            assert_eq!(joined[..2], [format!("{first} {second}"), below.to_owned()]);
        }
        let rates = "سونا چوبیس قیراط فی تولہ نرخ 242,700\nسونا بائیس قیراط فی تولہ نرخ 222,474\nچاندی خالص فی دس گرام نرخ 2,860";
        let joined = paragraphs(&WRAPPED.replace("شہر میں پانی کی قلت\n", &format!("{rates}\n")));
        assert_eq!(joined[..3], rates.split('\n').collect::<Vec<_>>());
    }

    #[test]
    fn headlines_between_longer_lines_are_not_joined() {
        let long = "وزیر تعلیم نے کہا کہ نئی کتابیں چھپ گئی ہیں اور اگلے ہفتے تقسیم ہوں گی۔";
        let headlines = "شہر کے مغربی حصے میں پانی کی فراہمی معطل ہو\nٹینکروں کے نرخ بڑھ گئے، مکین پریشان";
        let page = format!("{headlines}\nشہر\n{WRAPPED}\n\n{}", [long; 8].join("\n"));
        assert_eq!(paragraphs(&page)[..2], headlines.split('\n').collect::<Vec<_>>());
    }

    #[test]
    fn a_caption_that_begins_with_a_comma_stands_alone() {
        let joined = paragraphs(&WRAPPED.replace("وہ\nٹینکروں", "وہ\n،تصویر کا کیپشن\nٹینکروں"));
        assert!(joined.contains(&"،تصویر کا کیپشن".to_owned()), "{joined:#?}");
    }

    #[test]
    fn where_a_text_goes_on_is_told_apart_from_its_rest() {
        let leads = paragraphs(&WRAPPED.replace("وہ\nٹینکروں", "وہ\n(باقی صفحہ 7 پر)\nٹینکروں"));
        assert!(leads.contains(&"(باقی صفحہ 7 پر)".to_owned()), "{leads:#?}");
        let rest =
            paragraphs(&WRAPPED.replace("وہ\nٹینکروں", "وہ\nباقی لوگ 7 بجے واپس چلے گئے اور\nٹینکروں"));
        assert_eq!(rest.len(), 3, "{rest:#?}");
    }

    #[test]
    fn the_first_line_of_a_paragraph_may_stand_farther_in() {
        let (text, _) = WRAPPED.rsplit_once("\n\n").unwrap();
        let last = "  انتظامیہ نے کہا ہے کہ مرمت کا یہ کام آج\nدوبارہ شروع کیا جائے گا۔\nبقیہ نمبر 17";
        let joined = paragraphs(&format!("{text}\n{last}"));
        assert_eq!(joined.len(), 4, "{joined:#?}");
        let centred = format!("{}ذمہ دار کون", " ".repeat(44));
        let apart = paragraphs(&WRAPPED.replace("وہ\nٹینکروں", &format!("وہ\n{centred}\nٹینکروں")));
        assert!(apart.contains(&"ذمہ دار کون".to_owned()), "{apart:#?}");
        assert!(super::leads_on("بقیہ نمبر17") && !super::leads_on("باقی نمبروں والے 5 گھر"));
    }

    #[test]
    fn a_folio_does_not_break_a_paragraph() {
        let joined = paragraphs(&WRAPPED.replace("وہ\nٹینکروں", "وہ\n\n- 2 -\n\nٹینکروں"));
        assert_eq!(joined.len(), 4, "{joined:#?}");
        assert!(joined[1].ends_with("رہی ہے۔") && joined[2] == "- 2 -");
    }

    #[test]
    fn paragraphs_without_blank_lines_are_not_joined() {
        let phone = "پہلا پیراگراف یہاں ختم ہوتا ہے۔\nدوسرا پیراگراف کچھ لمبا ہے اور یہاں ختم ہوتا ہے۔\nتیسرا مختصر ہے۔\nچوتھا بھی یہیں تمام ہوا چاہتا ہے۔";
        assert_eq!(paragraphs(phone).len(), 4);
    }

    #[test]
    fn headlines_below_text_in_long_lines_are_not_joined() {
        let text = "وزیر تعلیم نے کہا کہ نئی کتابیں چھپ گئی ہیں۔ ".repeat(6);
        let list = "کوئٹہ میں سردی بڑھ گئی، سکول کھلے\nوزیر کا کہنا ہے کہ کتابیں مل گئی ہیں۔\nلاہور میں دھند، پروازیں منسوخ ہوئیں\nکراچی میں بارش ہوگی؟ محکمہ خاموش ہے\nپشاور میں میلہ سج گیا، لوگ امڈ آئے";
        assert_eq!(paragraphs(&format!("{text}\n\n{list}")).len(), 6);
    }

    #[test]
    fn a_list_of_headlines_is_not_joined() {
        let list = "ڈالر کی قیمت میں اضافہ\nسردیوں کی چھٹیوں کا اعلان کب ہوگا، تعلیمی ادارے کھل گئے\nپیٹرول سستا\nکراچی میں بارش کا امکان ہے\nلاہور میں دھند کے باعث پروازیں منسوخ، مسافر پریشان";
        assert_eq!(paragraphs(list).len(), 5);
    }
}

//! Hard-wrapped text, as e-papers and PDF files give it: lines joined to paragraphs.

use super::message;
use super::text::{RawLine, line};
use crate::page::Line;
use crate::script::unicode::is_numeric;

/// Lines longer than this, in characters, are paragraphs of their own.
const WIDEST: usize = 140;
/// A line shorter than this, in characters, does not tell the width of a column.
const NARROWEST: usize = 26;

/// How far in the first line of a paragraph stands at most, in columns.
const INDENT: usize = 8;

/// Fewest lines with space around them of which the last alone ends as a sentence, that are one.
const SENTENCE: usize = 3;

/// The length of a line that is joined to none.
const APART: usize = usize::MAX;

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
    /// A bullet, a number or a label with a colon stands before its words.
    entry: bool,
}

/// Joins the lines of hard-wrapped paragraphs; other lines stay as they are.
pub(super) fn join(source: &str, raw: &[RawLine], gaps: &[u8]) -> Vec<Line> {
    let mut shapes: Vec<Shape> = raw
        .iter()
        .map(|line| shape(source.get(line.range.clone()).unwrap_or_default(), line.indent))
        .collect();
    let Some(width) = column_width(&shapes, gaps) else {
        return raw.iter().zip(gaps).map(|(raw, &gap)| line(source, raw.range.clone(), gap)).collect();
    };
    mark_paragraphs(&mut shapes, gaps, width);
    let mut lines: Vec<Line> = Vec::with_capacity(raw.len());
    let mut at = 0;
    while at < raw.len() {
        let mut joined = line(source, raw[at].range.clone(), gaps[at]);
        let mut folios = Vec::new();
        let mut last = at;
        let end = paragraph_end(&shapes, gaps, at, width);
        while let Some(next) = continuation(&shapes, gaps, last, width).filter(|&next| next <= end) {
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
fn mark_paragraphs(shapes: &mut [Shape], gaps: &[u8], width: usize) {
    let (mut start, mut is_first) = (0, true);
    while start < shapes.len() {
        let below = gaps.get(start + 1..).unwrap_or_default();
        let end = start + 1 + below.iter().take_while(|&&gap| gap == 0).count();
        let is_whole = end - start == shapes.len();
        if let Some(lines) = shapes.get_mut(start..end).filter(|_| !is_whole) {
            let fit = lines.iter().all(|line| line.length <= width);
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
        }
        start = end;
    }
}

/// The last line of the paragraph that begins at line `at`: that line itself where no sentence ends in what
/// would be joined, since headlines of a column's width stand one below the other too.
fn paragraph_end(shapes: &[Shape], gaps: &[u8], at: usize, width: usize) -> usize {
    let mut last = at;
    // As far as each line wants the next one.
    let mut bound = at;
    let mut sentence = false;
    loop {
        sentence |= shapes[last].finished || shapes[last].holds_sentence_end;
        match continuation(shapes, gaps, last, width) {
            Some(next) => {
                bound = if bound == last && shapes[last].dangling.is_some() { next } else { bound };
                last = next;
            }
            None if sentence || last > at + 2 || stands_alone(gaps, at, last) => return last,
            None => return bound,
        }
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

/// The width at which the text is wrapped, in characters; none where it is not.
///
/// Of wrapped prose nearly every line that breaks off in mid-sentence is as long as the column
/// allows, and sentences end inside lines; headlines and menu lines have all lengths.
fn column_width(shapes: &[Shape], gaps: &[u8]) -> Option<usize> {
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
    (prose && near(width) >= 3 && near(width) * 10 >= broken_off * 6).then(|| {
        // The longest line of the column, not the first width that counts as many.
        (width * 4 / 5..=(width * 21 / 20).min(WIDEST))
            .rev()
            .find(|&length| often[length] > 0)
            .unwrap_or(width)
    })
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
            entry: true,
        };
    }
    let trimmed = text.trim_end_matches(['"', '”', '’', '\'', ')', '»', '*', ' ']);
    let finished = trimmed.chars().next_back().is_some_and(ends_sentence);
    let inner = trimmed.trim_end_matches(ends_sentence);
    Shape {
        length: text.chars().count(),
        first_word: text.split_whitespace().next().map_or(0, |word| word.chars().count()),
        finished,
        holds_sentence_end: inner.contains(['۔', '؟', '!']),
        folio: is_folio(text),
        dangling: if finished { None } else { dangling(trimmed) },
        indent,
        in_paragraph: false,
        entry: is_entry(text),
    }
}

/// "• …", "2. …", "جواب: …".
#[inline(never)]
fn is_entry(text: &str) -> bool {
    const LABEL: usize = 12;
    let colon = text.chars().take(LABEL).any(|c| c == ':');
    colon
        || text.starts_with(|c: char| {
            is_numeric(c) || matches!(c, '•' | '●' | '▪' | '■' | '*' | '-' | '–' | '—')
        })
}

/// What stands at a line's end only where the line breaks off.
const DANGLING: [&str; 16] =
    ["نے", "کو", "کا", "کی", "کے", "میں", "سے", "پر", "تک", "اور", "کہ", "یا", "بھی", "ہی", "تو", "نہ"];

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

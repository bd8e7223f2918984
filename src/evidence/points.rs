//! Points of the text itself: what a line that ends with a colon announces, numbered sections, bullets under a
//! paragraph. Lists of other stories look the same but for what stands above them.

use super::measure::{Ending, Opening};
use super::shape::{self, Shape};
use super::{Evidence, Role, weight};
use crate::dateline::is_place;
use crate::page::{LineForm, Page, parted};
use crate::script::leading_number;
use crate::script::unicode::{is_alphabetic, is_numeric};

/// Most words of a point of a list, and of one below a heading of points.
const POINT: u32 = 16;
const HEADED_POINT: u32 = 30;
/// Fewest words of a line that announces a list.
const ANNOUNCES: u32 = 5;
/// Fewest words of a line that announces what somebody says.
const SAYS: u32 = 8;
/// What stands above a list of the text's own points.
const HEADINGS: [&str; 22] = [
    "اہم نکات",
    "اہم نکتے",
    "کلیدی نکات",
    "چیدہ نکات",
    "اہم پہلو",
    "نمایاں نکات",
    "اہم باتیں",
    "اجزاء",
    "اجزا",
    "اشیاء",
    "درکار اشیاء",
    "ترکیب",
    "حوالہ جات",
    "حوالے",
    "حواشی",
    "مآخذ",
    "خلاصہ",
    "خصوصیات",
    "نمایاں خصوصیات",
    "نمایاں فیچرز",
    "Specifications",
    "اب تک کیا ہوا؟",
];
/// Most words of two names, each with its number.
const RESULT: u32 = 12;
/// Fewest lines with one and the same sign before them that are a list.
const SIGNED: usize = 3;
/// How far below the text such a list begins, in lines.
const NEAR: usize = 3;
/// How far above a numbered section the one before it stands, in lines.
const SECTION: usize = 8;
/// Most lines that one line announces.
const MOST: usize = 12;

/// Which lines are points of the text.
#[inline(never)]
pub(super) fn points(page: &Page, shapes: &[Shape], evidence: &Evidence) -> Vec<bool> {
    let measures = &evidence.measures;
    let mut points = vec![false; shapes.len()];
    let short = |at: usize, most: u32| {
        measures[at].words <= most
            && shapes[at].phrases.is_empty()
            && !shapes[at].heads_stories
            && !shapes[at].is_date
            && !shapes[at].is_symbol
    };
    for at in 0..shapes.len() {
        let marked = |at: usize| {
            let item = page.lines[at].form == LineForm::Item && evidence.may_be_point(at);
            item || shape::is_ranked(page.text(at), &measures[at])
        };
        let heads = HEADINGS.contains(&page.text(at).trim_end_matches([':', ' ']));
        let quoted = measures.get(at + 1).is_some_and(|below| below.opening == Opening::Quote);
        // "نوٹیفکیشن کے مطابق:" between a paragraph and points, "حدیث میں ہے:" between one and a quotation.
        let brief =
            || at > 0 && shapes[at - 1].is_prose && (quoted || (at + 1 < shapes.len() && marked(at + 1)));
        let announces = heads
            || (measures[at].ending == Ending::Colon
                && (shapes[at].words >= ANNOUNCES || brief())
                && shapes[at].phrases.is_empty())
            || evidence.is_listed(at);
        let prose = shapes[at].is_text() && !shapes[at].is_headline;
        if announces || prose {
            let below = at + 1..shapes.len().min(at + 1 + MOST);
            let most = if heads { HEADED_POINT } else { POINT };
            let run = below.take_while(|&at| short(at, most) && (announces || marked(at))).count();
            if run >= 2 {
                points[at] |= announces;
                points[at + 1..=at + run].fill(true);
            } else if announces && quoted {
                // "اللہ تعالیٰ کا ارشاد ہے:" and a verse in quotation marks.
                points[at..=at + 1].fill(true);
            } else if announces && shapes.get(at + 1).is_some_and(|below| below.is_prose) {
                // One line below a colon is what somebody says.
                points[at] |= shapes[at].words >= SAYS;
            }
        }
        let run = signed(page, shapes, at).max(results(page, shapes, at)).max(lettered(page, at));
        let run = run.max(book(page, at));
        if run > 1 {
            // "نئی قیمتیں کیا ہیں؟"
            let heads =
                |above: usize| shapes[above].is_headline && short(above, POINT) && shapes[above - 1].is_prose;
            let heading = usize::from(at > 1 && heads(at - 1));
            points[at - heading..at + run].fill(true);
        }
        let linked = evidence.markup.is_some() && !evidence.is_unlinked(at);
        if is_section(page, shapes, at) || (!linked && is_spoken(page, shapes, at)) {
            points[at] = true;
        }
    }
    points
}

/// How many lines from this one on begin with one and the same sign, if that begins below text: "✅ …".
fn signed(page: &Page, shapes: &[Shape], at: usize) -> usize {
    let sign = |at: usize| {
        let first = page.text(at).chars().next()?;
        let is_sign =
            matches!(first, '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f300}'..='\u{1faff}');
        (is_sign && !shapes[at].is_symbol && shapes[at].phrases.is_empty()).then_some(first)
    };
    let Some(own) = sign(at) else { return 0 };
    let begins = at == 0 || sign(at - 1) != Some(own);
    if !begins || !is_below_text(shapes, at) {
        return 0;
    }
    let run = (at..shapes.len()).take(MOST).take_while(|&at| sign(at) == Some(own)).count();
    if run < SIGNED { 0 } else { run }
}

/// How many lines from this one on are lettered, as the answers of a quiz are: "الف) چالیس", "ب) ساٹھ".
fn lettered(page: &Page, at: usize) -> usize {
    const LETTERS: [&str; 4] = ["الف)", "ب)", "ج)", "د)"];
    let is = |(n, letter): &(usize, &&str)| {
        at + n < page.lines.len() && page.text(at + n).trim_start_matches('(').starts_with(**letter)
    };
    LETTERS.iter().enumerate().take_while(is).count()
}

/// What a review tells of its book, each before a colon.
const BOOK: [&str; 12] = [
    "کتاب",
    "نام کتاب",
    "کتاب کا نام",
    "مصنف",
    "مصنفہ",
    "شاعر",
    "مترجم",
    "مرتب",
    "ناشر",
    "صفحات",
    "قیمت",
    "ضخامت",
];

/// "ناشر: …"
#[inline(never)]
pub(crate) fn tells_of_book(text: &str) -> bool {
    before_colon(text).is_some_and(|label| BOOK.contains(&label.trim_end()))
}

/// How many lines from this one on, three or more, tell of a book.
pub(super) fn book(page: &Page, at: usize) -> usize {
    let lines = (at..page.lines.len()).take(MOST);
    let run = lines.take_while(|&at| tells_of_book(page.text(at))).count();
    if run < SIGNED { 0 } else { run }
}

/// How many lines from this one on give a result each, if they begin below text or below their heading there.
fn results(page: &Page, shapes: &[Shape], at: usize) -> usize {
    let result = |at: usize| {
        let text = page.text(at);
        let plain = shapes[at].words <= RESULT && !shapes[at].is_date && shapes[at].phrases.is_empty();
        plain && (is_result(text) || is_rate(text))
    };
    let begins = at > 0 && result(at) && !result(at - 1);
    if begins && is_below_text(shapes, at) {
        (at..shapes.len()).take_while(|&at| result(at)).count()
    } else {
        0
    }
}

/// "مٹی کا تیل: 181 روپے فی لیٹر", "پکانے کا وقت: 2 گھنٹے": a name and what it costs.
#[inline(never)]
fn is_rate(text: &str) -> bool {
    let units = ["روپے", "ڈالر", "فی ", "منٹ", "گھنٹے", "فیصد"];
    let told = |rate: &str| rate.starts_with(is_numeric) && units.iter().any(|unit| rate.contains(unit));
    parted(text, ": ").is_some_and(|(_, rate)| told(rate))
}

/// Whether text stands a few lines above.
fn is_below_text(shapes: &[Shape], at: usize) -> bool {
    shapes[at.saturating_sub(NEAR)..at].iter().any(|line| line.is_prose)
}

/// "واپڈا 4 ۔ ریلوے 1": two names, each with its number.
fn is_result(text: &str) -> bool {
    const WORDS: usize = 4;
    let scores = |side: &str| {
        let mut words = side.split_whitespace().rev();
        let number = words.next().is_some_and(|word| word.chars().all(is_numeric));
        let name = words.clone().all(|word| word.chars().all(is_alphabetic));
        number && name && (1..=WORDS).contains(&words.count())
    };
    let sides = text.split_once(['۔', '-', '–', '،', ',', ':']);
    sides.is_some_and(|(one, other)| scores(one) && scores(other))
}

/// Whether a numbered line with text below it follows another one, or another one follows.
fn is_section(page: &Page, shapes: &[Shape], at: usize) -> bool {
    let number = |at: usize| {
        let below = shapes.get(at + 1);
        let heads = below.is_some_and(|line| line.is_prose && !line.is_ranked);
        if heads && shapes[at].words <= POINT { section_number(page.text(at)) } else { None }
    };
    let Some(own) = number(at) else { return false };
    let above = at.saturating_sub(SECTION)..at;
    let below = at + 1..shapes.len().min(at + 1 + SECTION);
    above.into_iter().any(|other| number(other).is_some_and(|number| number + 1 == own))
        || below.into_iter().any(|other| number(other) == Some(own + 1))
}

/// Most bytes of who speaks, and how far away the same one speaks again, in lines.
const SPEAKER: usize = 40;
const TALK: usize = 12;

/// Whether two take turns: "سوال: …" and "رافعہ ملک: …", each of whom speaks more than once and one in sentences; "لاہور: …"
/// is a headline.
#[inline(never)]
fn is_spoken(page: &Page, shapes: &[Shape], at: usize) -> bool {
    let own = speaks_again(page, at).filter(|own| !is_place(own));
    let other = || speaks_again(page, at + 1).or_else(|| speaks_again(page, at.wrapping_sub(1)));
    let tells = |at: usize| shapes[at].is_prose || page.text(at).ends_with(['۔', '؟', '!']);
    own.is_some()
        && other().is_some_and(|other| own != Some(other))
        && (at.saturating_sub(1)..shapes.len().min(at + 2)).any(tells)
}

/// Who speaks in a line, if the same one speaks in another one near it.
#[inline(never)]
fn speaks_again<'a>(page: &'a Page, at: usize) -> Option<&'a str> {
    let lines = at.saturating_sub(TALK)..page.lines.len().min(at.saturating_add(TALK));
    let name = if lines.contains(&at) { speaker(page, at) } else { None };
    name.filter(|name| lines.clone().any(|other| other != at && speaker(page, other) == Some(name)))
}

/// Who speaks in a line: what stands before its colon and a space.
#[inline(never)]
fn speaker<'a>(page: &'a Page, at: usize) -> Option<&'a str> {
    let text = page.text(at);
    before_colon(text).filter(|name| text[name.len() + 1..].starts_with(' '))
}

/// What stands before a line's first colon, if it is as short as a name.
fn before_colon(text: &str) -> Option<&str> {
    let colon = text.bytes().take(SPEAKER + 1).position(|byte| byte == b':')?;
    Some(&text[..colon])
}

/// The number of one or two digits before a mark and words: "۳۔ موبائل فون".
fn section_number(text: &str) -> Option<u32> {
    let (number, digits, rest) = leading_number(text);
    let marked = (1..=2).contains(&digits) && rest.starts_with(['.', ')', '-', '۔', ':']);
    marked.then_some(number)
}

/// Says of a point that it belongs to the text.
pub(super) fn weigh(evidence: &mut Evidence) {
    evidence.add(Role::Body, weight::POINT, "list");
    evidence.add(Role::Heading, weight::POINT, "list");
    evidence.add(Role::Title, weight::NO_TITLE, "list");
    evidence.add(Role::Subtitle, weight::NO_TITLE, "list");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read_text;

    #[test]
    fn answers_are_lettered_one_after_the_other() {
        let page = read_text("الف) چالیس بار\nب) ساٹھ بار\n(ج) سو بار\nالف) ایک چمچ\nج) دو چمچ");
        assert_eq!([0, 1, 3].map(|at| lettered(&page, at)), [3, 0, 1]);
    }

    #[test]
    fn two_who_take_turns_speak() {
        let spoken = |text: &str| {
            let page = read_text(text);
            let shapes = shape::shapes(&page, &super::super::measure::lines(&page).0);
            [0, 1, 2, 3, 4].map(|at| is_spoken(&page, &shapes, at))
        };
        let talk = "سوال: یہ کیا ہے؟\n\nعلی: دریا۔\n\nسوال: اور یہ؟\n\nعلی: پل۔\n\nنوٹ: ختم شد";
        assert_eq!(spoken(talk), [true, true, true, true, false]);
        assert_eq!(spoken(&talk.replace(['؟', '۔'], "")), [false; 5]);
        assert_eq!(spoken(&talk.replace("سوال", "لاہور").replace("علی", "کراچی")), [false; 5]);
    }

    #[test]
    fn a_rate_is_a_name_and_a_sum() {
        assert!(is_rate("مٹی کا تیل: 181 روپے 71 پیسے فی لیٹر"));
        assert!(!is_rate("فجر: 5:39") && !is_rate("کورونا: مزید 45 مریض") && !is_rate("ویوز: 250 بار"));
    }

    #[test]
    fn a_result_is_two_names_each_with_its_number() {
        assert!(is_result("واپڈا 4 ۔ ریلوے 1") && is_result("نیشنل بینک 2 - سوئی گیس 2"));
        assert!(!is_result("واپڈا 4") && !is_result("فجر 5:39") && !is_result("میچ 4 - 1 سے جیتا گیا"));
    }

    #[test]
    fn what_is_told_of_a_book_has_its_label_before_a_colon() {
        assert!(tells_of_book("مصنفہ: سارہ علی") && tells_of_book("صفحات : 312"));
        assert!(!tells_of_book("ناشر نے کہا: کتاب بکتی نہیں") && !tells_of_book("کتاب میلہ: پہلا دن"));
    }
}

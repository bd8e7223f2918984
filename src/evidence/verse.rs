//! Poems: runs of short lines of about one length, with endings that come back (radif and qafia).

use super::furniture::Place;
use super::measure::{Ending, Measure, Opening};
use super::person::{Person, words};
use super::shape::{Shape, is_paragraph};
use crate::fingerprint::Fingerprint;
use crate::page::{LineForm, Page, last_word};

/// Fewest lines of a poem that its endings can show.
const LINES: usize = 4;
/// Most words of a line of verse.
const WORDS: u32 = 14;

/// Which lines belong to a poem.
#[inline(never)]
pub(super) fn verses(page: &Page, measures: &[Measure], shapes: &[Shape]) -> Vec<bool> {
    let mut verse = vec![false; measures.len()];
    let mut start = 0;
    while start < measures.len() {
        let mut end = start;
        while end < measures.len()
            && is_line(page, measures, shapes, end)
            && (end == start || page.lines[end].gap < 2)
        {
            end += 1;
        }
        let first = below_heading(measures, shapes, start, end);
        let is_poem = || {
            endings_come_back(page, measures, first, end)
                || breaks_off(page, first, end)
                || is_announced(page, shapes, start)
        };
        if (end - first >= LINES && is_poem()) || is_couplet(page, measures, shapes, start, end) {
            verse[first..end].fill(true);
        }
        start = end.max(start + 1);
    }
    verse
}

fn is_line(page: &Page, measures: &[Measure], shapes: &[Shape], at: usize) -> bool {
    let (m, shape) = (&measures[at], &shapes[at]);
    (1..=WORDS).contains(&m.words)
        && m.digits == 0
        && m.separators == 0
        && m.letters > m.foreign
        && m.ending != Ending::Colon
        && !(m.ending == Ending::Sentence && page.text(at).ends_with('۔'))
        && m.opening != Opening::Bullet
        && page.lines[at].form == LineForm::Text
        && !shape.is_date
        && shape.phrases.iter().all(|phrase| phrase.place == Place::In)
}

/// Words of a line of a couplet.
const COUPLET: std::ops::RangeInclusive<u32> = 5..=12;

/// Two lines of one length close together between two paragraphs: a couplet that a column quotes.
fn is_couplet(page: &Page, measures: &[Measure], shapes: &[Shape], start: usize, end: usize) -> bool {
    let gap = |at: usize| page.lines[at].gap;
    let plain = |m: &Measure| COUPLET.contains(&m.words) && m.ending == Ending::Open;
    end == start + 2
        && start > 0
        && measures[start..end].iter().all(plain)
        && measures[start].words.abs_diff(measures[start + 1].words) <= 2
        && is_paragraph(shapes.get(start - 1))
        && is_paragraph(shapes.get(end))
        && gap(start).min(gap(end)) > gap(start + 1)
}

/// Words of the kinds of verse.
const VERSE: [&str; 12] =
    ["نظم", "غزل", "شعر", "اشعار", "رباعی", "قطعہ", "مرثیہ", "نعت", "حمد", "گیت", "ماہیا", "مصرعے"];

/// Whether the text right above a run of lines says that verse follows.
fn is_announced(page: &Page, shapes: &[Shape], start: usize) -> bool {
    let above = start.checked_sub(1).filter(|&above| shapes[above].is_prose);
    above.is_some_and(|above| words(page.text(above)).any(|word| VERSE.contains(&word)))
}

/// Fewest lines of a poem that only its broken sentences show.
const BROKEN_LINES: usize = 6;

/// Whether lines end in mid-sentence as only verse does: some of them with a postposition or a conjunction.
fn breaks_off(page: &Page, start: usize, end: usize) -> bool {
    let broken = (start..end).filter(|&at| {
        let mut words = page.text(at).split_whitespace().rev();
        let (last, before) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        // "ہمارے بارے میں" is an entry of a menu.
        before != "بارے"
            && ["نے", "کو", "کا", "کی", "کے", "میں", "سے", "پر", "تک", "اور", "کہ", "یا", "مگر", "جو", "لیکن"]
                .contains(&last)
    });
    let broken = broken.count();
    let share = if broken >= 3 { 10 } else { 5 };
    end - start >= BROKEN_LINES && broken >= 2 && broken * share >= end - start
}

/// Where the poem begins in a run of short lines: below the entries of a menu and the poet's name.
fn below_heading(measures: &[Measure], shapes: &[Shape], start: usize, end: usize) -> usize {
    const HEADING: usize = 4;
    let menu = (start..end).take_while(|&at| measures[at].words == 1).count();
    let first = start + menu;
    let poet = (first..end.min(first + HEADING)).find(|&at| shapes[at].person == Person::Likely);
    poet.map_or(first, |at| at + 1)
}

/// Whether at least a third of the lines end as a line one or two above does, at about its length.
fn endings_come_back(page: &Page, measures: &[Measure], start: usize, end: usize) -> bool {
    let last_word = |at: usize| Fingerprint::of_phrase(last_word(page.text(at)));
    let endings: Vec<_> = (start..end).map(last_word).collect();
    let alike = |a: usize, b: usize| {
        let (short, long) = (measures[start + a].letters, measures[start + b].letters);
        endings[a] == endings[b] && short.min(long) * 10 >= short.max(long) * 7
    };
    let back = (1..endings.len()).filter(|&at| alike(at, at - 1) || (at > 1 && alike(at, at - 2))).count();
    back * 3 >= endings.len()
}

#[cfg(test)]
mod tests {
    use super::super::measure::measure;
    use super::super::shape::shapes;
    use super::*;
    use crate::read::read_text;

    fn verse_lines(text: &str) -> usize {
        let page = read_text(text);
        let measures: Vec<_> = (0..page.lines.len()).map(|at| measure(page.text(at))).collect();
        let shapes = shapes(&page, &measures);
        verses(&page, &measures, &shapes).into_iter().filter(|verse| *verse).count()
    }

    #[test]
    fn a_ghazal_is_known_by_its_radif() {
        let ghazal = "شام ہوتے ہی چراغوں کا دھواں یاد آیا\nراہ چلتے ہوئے اک اجڑا مکاں یاد آیا\n\nہم نے سوچا تھا کہ اب بھول چکے ہیں سب کچھ\nایک خوشبو سے وہ پچھلا سا سماں یاد آیا";
        assert_eq!(verse_lines(ghazal), 4);
    }

    #[test]
    fn a_couplet_stands_between_paragraphs() {
        let text = "شہر کی پرانی گلیوں میں اب کوئی کسی کو خط نہیں لکھتا اور نہ کوئی جواب کا انتظار کرتا ہے۔";
        let couplet = "پتے مٹ گئے مکان ڈھے مکیں بھی جا چکے\nمگر وہ نامہ بر ابھی گلی میں پھرتا ہے";
        assert_eq!(verse_lines(&format!("{text}\n\n{couplet}\n\n{text}")), 2);
        assert_eq!(verse_lines(&format!("{text}\n{couplet}\n{text}")), 0);
    }

    #[test]
    fn a_list_of_headlines_is_no_poem() {
        let list = "ڈالر کی قیمت میں مزید اضافہ ہو گیا\nسردیوں کی چھٹیوں کا اعلان کر دیا گیا ہے\nپیٹرول کی قیمت میں کمی کا امکان\nلاہور میں دھند کے باعث پروازیں منسوخ";
        assert_eq!(verse_lines(list), 0);
    }
}

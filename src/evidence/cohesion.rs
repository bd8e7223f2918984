//! Cohesion: a paragraph whose first words point back to the text above it goes on with that text. Teasers of other
//! stories, of which each stands by itself, do not begin so. A paragraph right below a table of the text goes on with it too.

use super::furniture::Phrase;
use super::person::words;
use super::shape::{Shape, is_paragraph};
use super::{Evidence, Role, weight};
use crate::article::Label;
use crate::page::Page;
use crate::script::fold;

/// Says of a paragraph that it goes on with the text.
#[inline(never)]
pub(super) fn weigh(page: &Page, shapes: &[Shape], rows: &[bool], at: usize, evidence: &mut Evidence) {
    let shape = &shapes[at];
    let goes_on = || rows[at - 1] || points_back(page.text(at));
    if shape.is_text() && at > evidence.text_from && goes_on() {
        evidence.add(Role::Body, weight::COHESION, "cohesion");
    }
    let paragraph = |at: usize| is_paragraph(shapes.get(at));
    if at > evidence.text_from
        && paragraph(at)
        && (is_below_reference(shapes, at) || is_below_box(page, shapes, at - usize::from(paragraph(at - 1))))
    {
        evidence.add(Role::Body, weight::COHESION, "cohesion");
    }
    // "بولنگ: …" between the tables of a match
    let table = |lines: [usize; 2]| lines.iter().any(|&line| rows.get(line) == Some(&true));
    if shape.phrases.is_empty()
        && at > 1
        && !shape.is_date
        && !rows[at]
        && table([at - 1, at - 2])
        && table([at + 1, at + 2])
    {
        evidence.add(Role::Body, weight::RESUMED, "cohesion");
    }
    // "مواد پر جائیں" leads back to the text.
    if at > evidence.text_from && shapes[at - 1].skips {
        if paragraph(at) {
            evidence.add(Role::Body, weight::RESUMED, "cohesion");
        } else if shape.is_headline && shape.phrases.is_empty() && paragraph(at + 1) {
            evidence.add(Role::Heading, weight::RESUMED, "cohesion");
        }
    }
}

/// Whether a paragraph stands right below "یہ بھی پڑھیں: …", which stands right below another paragraph.
fn is_below_reference(shapes: &[Shape], at: usize) -> bool {
    let refers = |phrase: &Phrase| phrase.announces(Label::Related);
    at > 1 && shapes[at - 1].phrases.iter().any(refers) && is_paragraph(shapes.get(at - 2))
}

/// Most lines of a box in the text.
const BOX: usize = 12;

/// Whether a paragraph that points back, or with another one below it, stands below the last date or number of a box of other
/// stories, which begins below a paragraph.
fn is_below_box(page: &Page, shapes: &[Shape], at: usize) -> bool {
    let paragraph = |at: usize| is_paragraph(shapes.get(at));
    let heads = |&line: &usize| shapes[line].whole == Some(Label::Related);
    at > 1
        && (shapes[at - 1].is_date || shapes[at - 1].whole == Some(Label::Other))
        && (paragraph(at + 1) || points_back(page.text(at)))
        && (at.saturating_sub(BOX)..at).rev().find(heads).is_some_and(|line| line > 0 && paragraph(line - 1))
}

/// Pronouns and connectives that point back by themselves, letters folded.
static ALONE: [&str; 9] = ["انہوں", "انھوں", "تاہم", "البتہ", "چنانچہ", "جبکہ", "ادھر", "لیکن", "مگر"];

/// First words that point back with one of these behind them.
static WITH: [(&str, &[&str]); 17] = [
    ("ان", &["کا", "کے", "کی", "میں"]),
    ("اس", &["موقع", "کے", "سے", "حوالے", "سلسلے", "ضمن", "دوران", "بارے", "طرح", "کا", "کی"]),
    ("واضح", &["رہے"]),
    ("یاد", &["رہے"]),
    ("خیال", &["رہے"]),
    ("دوسری", &["جانب", "طرف"]),
    ("دریں", &["اثنا", "اثناء", "اثناے"]),
    ("قبل", &["ازیں"]),
    ("بعد", &["ازاں"]),
    ("علاوہ", &["ازیں"]),
    ("مزید", &["براں"]),
    ("قابل", &["ذکر"]),
    ("تفصیلات", &["کے"]),
    ("ذرایع", &["کے", "کا", "نے"]),
    ("ترجمان", &["کے", "کا", "نے"]),
    ("اجلاس", &["میں", "سے", "کے"]),
    ("تقریب", &["میں", "سے", "کے"]),
];

/// "انہوں نے", "واضح رہے کہ", "دریں اثنا": the text above says what is meant.
fn points_back(text: &str) -> bool {
    let mut words = words(text).map(|word| word.chars().filter_map(fold).collect::<String>());
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    ALONE.contains(&first.as_str())
        || WITH.iter().any(|(word, others)| *word == first && others.contains(&second.as_str()))
}

#[cfg(test)]
mod tests {
    use super::points_back;

    #[test]
    fn pronouns_and_connectives_point_back() {
        for text in ["انهوں نے کہا کہ", "واضح رہے کہ پل", "دریں اثنا وزیر", "”اُن کا کہنا", "ذرائع کے مطابق"]
        {
            assert!(points_back(text), "{text}");
        }
    }

    #[test]
    fn a_story_that_stands_by_itself_names_its_subject() {
        for text in ["وزیر اعظم نے کہا", "یاد گار پر", "ان", "دوسری شادی", ""]
        {
            assert!(!points_back(text), "{text}");
        }
    }
}

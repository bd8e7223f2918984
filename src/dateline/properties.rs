//! What holds for every text that dates and datelines are read from.

use proptest::prelude::*;

use crate::date::{date_line, head, lead, line, publication_sentence};
use crate::dateline::{is_desk, read};

/// Texts of the words and marks that the readers know, with others between them.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "17", "2024", "۲۰۲۴", "5:30", "جنوری", "مار چ", "رجب", "بدھ", "ہفتہ", "ء", "ھ", "شام", "بجے", "ساڑھے", "گھنٹے", "قبل",
            "آج", "کل", "شائع", "اپ", "ڈیٹ", "کو", "آخری", "GMT", "PKT", "T", "AM", "a.m.", "کراچی", "لاہور", "اسلام آباد",
            "سچ خبریں", "اے ایف پی", "نامہ نگار", "ڈیسک", "نیوز", "نے", "میں", "پولیس", "خان", "یہ خبر", "نمائندہ",
        ]).prop_map(str::to_owned),
        3 => prop::sample::select(vec![
            " ", "", "(", ")", "[", ":", "-", "–", "۔", "،", "/", "|", "+", ".", "?", "*", "\u{200f}", "\u{fe0f}", "\u{651}", "\u{640}", "\n",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn every_range_lies_on_letters_of_the_text(text in texts()) {
        for dated in date_line(&text, Some("2024-01-17T12:00Z")).iter().flat_map(|line| &line.dates) {
            prop_assert!(text.get(dated.range.clone()).is_some_and(|date| !date.is_empty()));
        }
        if let Some(found) = date_line(&text, None) {
            prop_assert!(text.get(found.before).is_some() && text.get(found.after).is_some());
        }
        if let Some((_, length)) = lead(&text) {
            prop_assert!(text.get(length..).is_some_and(|rest| !rest.is_empty()));
        }
        if let Some(found) = head(&text, None) {
            prop_assert!(text.get(found.length..).is_some() && text.get(found.date.range).is_some());
        }
        if let Some(found) = read(&text) {
            prop_assert!(text.get(found.length..).is_some());
            for part in [found.at.place, found.at.agency, found.at.date].into_iter().flatten() {
                prop_assert!(part.end <= found.length && text.get(part).is_some_and(|part| !part.is_empty()));
            }
        }
        if let Some(found) = publication_sentence(&text) {
            prop_assert!(text.get(found.range).is_some());
        }
    }

    #[test]
    fn a_date_that_was_read_is_read_again_from_its_value(text in texts()) {
        for dated in line(&text, Some("2024-01-17T12:00:00Z")) {
            if let Some(value) = dated.value {
                prop_assert_eq!(crate::parse_date(&value, None), Some(value));
            }
        }
    }

    #[test]
    fn what_stands_behind_a_dateline_does_not_lengthen_it(text in texts()) {
        let long = format!("{text}{}", " پولیس نے دو ملزمان کو گرفتار کر لیا".repeat(500));
        if let Some(found) = read(&long) {
            prop_assert!(found.length <= text.len() + 100);
        }
    }

    #[test]
    fn no_name_stops_the_reader_of_desks(name in any::<String>()) {
        let _ = is_desk(&name);
    }
}

//! Lines with other text in them, dates at the head of a text, sentences that tell of publication.

use std::ops::Range;

use super::NOW;
use crate::date::{Reading, date_line, lead, line, parse_date, publication_sentence};

fn readings(text: &str) -> Vec<(Reading, Option<String>, bool)> {
    let line = date_line(text, Some(NOW));
    line.map_or_else(Vec::new, |line| {
        line.dates.into_iter().map(|dated| (dated.reading, dated.value, dated.updated)).collect()
    })
}

#[test]
fn a_line_can_tell_when_it_was_published_and_updated() {
    let value = |text: &str| Some(text.to_owned());
    for text in [
        "شائع: 17 جنوری 2024 | اپ ڈیٹ: 18 جنوری 2024",
        "شائع 17 جنوری 2024 اپ ڈیٹ 18 جنوری 2024",
        "17 جنوری 2024، اپ ڈیٹ: 18 جنوری 2024",
        "17 جنوری 2024اپ ڈیٹ: 18 جنوری 2024",
        "Published January 17, 2024 Updated January 18, 2024",
        "17 جنوری 2024 کو شائع ہوا، 18 جنوری 2024 کو اپ ڈیٹ ہوا",
    ] {
        let wanted =
            vec![(Reading::Whole, value("2024-01-17"), false), (Reading::Whole, value("2024-01-18"), true)];
        assert_eq!(readings(text), wanted, "{text}");
    }
    assert_eq!(
        readings("شائع: 10:45, پیر، نومبر 18, 2019 | اپ ڈیٹ: 11:05, منگل، نومبر 19, 2019"),
        [
            (Reading::Whole, value("2019-11-18T10:45"), false),
            (Reading::Whole, value("2019-11-19T11:05"), true)
        ]
    );
}

#[test]
fn a_line_says_how_far_its_date_could_be_read() {
    for (text, reading) in [
        ("5 رجب 1445ھ", Reading::Foreign),
        ("17 جنوری", Reading::Partial),
        ("شام 5:30 بجے", Reading::Partial),
        ("31 فروری 2024", Reading::Impossible),
        ("3 گھنٹے قبل", Reading::Relative),
        ("کل", Reading::Relative),
        ("اپ ڈیٹ 16:30", Reading::Partial),
    ] {
        assert_eq!(readings(text).first().map(|found| found.0), Some(reading), "{text}");
    }
}

fn margins(text: &str) -> Option<(String, String, String)> {
    let found = date_line(text, None)?;
    let part = |range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
    let date = found.dates.first()?.value.clone()?;
    Some((part(found.before), date, part(found.after)))
}

#[test]
fn a_name_desk_or_place_beside_the_date_is_told_apart() {
    for (text, before, date, after) in [
        ("ویب ڈیسک | 19 اگست 2018", "ویب ڈیسک", "2018-08-19", ""),
        ("فیصل ظفر 06 ستمبر 2018", "فیصل ظفر", "2018-09-06", ""),
        ("کراچی: 5 مارچ 2023", "کراچی", "2023-03-05", ""),
        ("تحریر: احمد ندیم — 5 مارچ 2023", "تحریر: احمد ندیم", "2023-03-05", ""),
        ("5 مارچ 2023 | ویب ڈیسک", "", "2023-03-05", "ویب ڈیسک"),
        ("ویب ڈیسک • شائع: 5 مارچ 2023 • 0 تبصرے", "ویب ڈیسک", "2023-03-05", "0 تبصرے"),
        ("Posted on January 17, 2024 by admin", "", "2024-01-17", "by admin"),
        ("By Faisal Zafar January 12, 2018", "By Faisal Zafar", "2018-01-12", ""),
        ("احمد علی، لاہور - بدھ 17 جنوری 2024 شام 5:30 بجے", "احمد علی، لاہور", "2024-01-17T17:30", ""),
        ("نیو زڈیسک،19 اکتوبر 2018", "نیو زڈیسک", "2018-10-19", ""),
        ("ویب ڈیسکجمعرات 22 اکتوبر 2026", "ویب ڈیسک", "2026-10-22", ""),
        ("Posted By: سارہ علی on: May 3, 2019 In: کھیل", "Posted By: سارہ علی", "2019-05-03", "In: کھیل"),
    ] {
        assert_eq!(margins(text), Some((before.into(), date.into(), after.into())), "{text}");
        assert_eq!(parse_date(text, None), None, "{text}");
    }
}

#[test]
fn a_section_beside_hours_ago_and_a_pages_number_beside_its_date_are_told_apart() {
    let told = |text: &str| date_line(text, None).and_then(|found| text.get(found.before).map(str::to_owned));
    assert_eq!(told("کھیل 3 گھنٹے قبل").as_deref(), Some("کھیل"));
    assert_eq!(told("1236517 14.07.2019 ~ 14.07.2019").as_deref(), Some("1236517"));
    assert_eq!(
        told("Posted by سارہ علی خان at November 16, 2017").as_deref(),
        Some("Posted by سارہ علی خان")
    );
    assert_eq!(told("مقامی میدان کا کھیل 3 گھنٹے قبل"), None);
    assert_eq!(told("28 14.07.2019"), None);
}

#[test]
fn a_sentence_with_a_date_in_it_is_no_date_line() {
    for text in [
        "17 جنوری 2024 کو اجلاس ہوا۔",
        "لاوروف نے 7 اپریل 2021 کو اسلام آباد کا دورہ کیا۔",
        "معاہدہ 5 مارچ 2023ء تک نافذ رہے گا",
        "لاوروف نے اکتوبر 2012 میں اسلام آباد کا سفر کیا۔",
        "28 اکتوبر کو کمیٹی کا یہ اجلاس منعقد ہوا",
        "14 اگست 1947: آزادی کا دن",
        "سکول کی چھٹیاں یکم مارچ 2024",
        "3 افراد 2 دن پہلے لاپتہ ہوئے",
        "12:30 پر خطاب",
        "https://news.example.com/urdu/2024/05/12/story-10233",
        "[14/07/24, 8:12:05 PM] احمد: یہ خبر دیکھی؟ بہت بڑا حادثہ ہوا ہے۔",
    ] {
        assert_eq!(date_line(text, Some(NOW)), None, "{text}");
        assert!(line(text, Some(NOW)).is_empty(), "{text}");
    }
}

#[test]
fn a_date_at_the_head_of_a_text_is_taken_off() {
    for (text, date, rest) in [
        (
            "?\u{fe0f} 17 جنوری 2024سچ خبریں: عراقی گروہوں کے حملے",
            "2024-01-17",
            "سچ خبریں: عراقی گروہوں کے حملے",
        ),
        (
            "11 ستمبر 2025کوئٹہ (سچ خبریں) بلوچستان کے ضلع پشین میں کارروائی",
            "2025-09-11",
            "کوئٹہ (سچ خبریں) بلوچستان کے ضلع پشین میں کارروائی",
        ),
        (
            "17 جنوری 2024 کوئٹہ (سچ خبریں) بلوچستان کے ضلع پشین میں کارروائی",
            "2024-01-17",
            "کوئٹہ (سچ خبریں) بلوچستان کے ضلع پشین میں کارروائی",
        ),
        ("17 جنوری 2024: عدالت نے فیصلہ سنایا", "2024-01-17", "عدالت نے فیصلہ سنایا"),
        ("17 جنوری 2024 | عدالت نے فیصلہ سنایا", "2024-01-17", "عدالت نے فیصلہ سنایا"),
        ("• 17 جنوری 2024ء عدالت نے فیصلہ سنایا", "2024-01-17", "عدالت نے فیصلہ سنایا"),
        ("بدھ 17 جنوری 2024 10:45عدالت نے فیصلہ سنایا", "2024-01-17T10:45", "عدالت نے فیصلہ سنایا"),
        ("17/01/2024 - عدالت نے فیصلہ سنایا", "2024-01-17", "عدالت نے فیصلہ سنایا"),
    ] {
        let found = lead(text).map(|(date, length)| (date, text.get(length..).unwrap_or_default()));
        assert_eq!(found, Some((date.to_owned(), rest)), "{text}");
    }
}

#[test]
fn a_date_that_begins_a_sentence_stays() {
    for text in [
        "17 جنوری 2024 کو اجلاس ہوا۔",
        "17 جنوری 2024کو اجلاس ہوا۔",
        "17 جنوری 2024ء میں اجلاس ہوا۔",
        "17 جنوری 2024 عدالت نے فیصلہ سنایا",
        "17 جنوری 2024",
        "17 جنوری کو اجلاس ہوا۔",
        "5 رجب 1445ھ: عدالت",
        "بدھ کے روز اجلاس ہوا۔",
        "عدالت نے فیصلہ سنایا",
    ] {
        assert_eq!(lead(text), None, "{text}");
    }
}

#[test]
fn a_sentence_that_says_when_it_was_published_gives_the_date() {
    for (text, date, updated) in [
        ("cnnurdu نے Monday، 23 July 2018 کو شائع کیا.", "2018-07-23", false),
        ("یہ خبر 19 اگست 2018 کو ڈان اخبار میں شائع ہوئی", "2018-08-19", false),
        ("یہ خبر ڈان اخبار میں 19 اگست 2018 کو شائع ہوئی۔", "2018-08-19", false),
        ("یہ مضمون ابتدائی طور پر 5 مارچ 2023 کو شائع کیا گیا تھا۔", "2023-03-05", false),
        ("یہ تحریر آخری بار 5 مارچ 2023 کو اپ ڈیٹ کی گئی۔", "2023-03-05", true),
        ("This article was originally published on January 17, 2024.", "2024-01-17", false),
        ("This story was updated on 17 January 2024 at 10:45", "2024-01-17T10:45", true),
    ] {
        let found = publication_sentence(text).map(|dated| (dated.value, dated.updated));
        assert_eq!(found, Some((Some(date.to_owned()), updated)), "{text}");
        assert_eq!(line(text, None).len(), 1, "{text}");
    }
}

#[test]
fn a_sentence_that_says_what_somebody_published_gives_no_date() {
    for text in [
        "کمیشن نے 5 مارچ 2023 کو رپورٹ شائع کی۔",
        "وزیراعظم نے 5 مارچ 2023 کو اجلاس طلب کیا۔",
        "یہ خبر 5 مارچ 2023 کو جھوٹی نکلی۔",
        "ان کا پہلا ناول 5 مارچ 2023 کو لاہور سے شائع ہوا اور بہت مقبول ہوا۔",
    ] {
        assert_eq!(publication_sentence(text), None, "{text}");
    }
}

#[test]
fn two_days_with_a_tilde_between_are_when_it_was_published_and_changed() {
    assert_eq!(parse_date("12.03.2021 ~ 14:05", None).as_deref(), Some("2021-03-12T14:05"));
    let dates = date_line("12.03.2021 ~ 14.03.2021", None).map(|found| found.dates).unwrap_or_default();
    let told: Vec<_> = dates.iter().map(|date| (date.value.as_deref(), date.updated)).collect();
    assert_eq!(told, [(Some("2021-03-12"), false), (Some("2021-03-14"), true)]);
}

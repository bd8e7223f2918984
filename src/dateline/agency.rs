//! Who filed a report: an agency, a desk, a reporter.

use std::ops::Range;

use super::names::{self, NameKind};
use crate::date::{Tokens, is_function_word};

/// How sure it is that a phrase names who filed a report, ascending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Filer {
    /// Two to four words of which none says that it is no name.
    Name,
    /// Letters: ایل ڈی اے.
    Abbreviation,
    /// A name that is an ordinary word too.
    Word,
    /// It says that it is a newspaper or channel.
    Outlet,
    /// The table has it.
    Agency,
    /// It says that it is a reporter or desk.
    Role,
}

const MOST_WORDS: usize = 7;

/// What the phrase of these tokens is; none if it names nobody who files reports.
pub(super) fn classify(tokens: &Tokens, phrase: Range<usize>) -> Option<Filer> {
    let words: Vec<&str> = phrase.clone().filter_map(|at| tokens.word(at)).collect();
    if words.is_empty() || words.len() > MOST_WORDS {
        return None;
    }
    let key = names::key(tokens, phrase.start, phrase.end);
    let kind = names::agency(&key);
    if kind.is_agency() {
        return Some(Filer::Agency);
    }
    let letters = words.len() >= 2 && words.iter().all(|word| names::is_letter_name(word));
    // "جنگ کے نمائندے سے" has little words, and so has "کے پی آئی", of letters.
    let little = words.iter().filter(|word| is_function_word(word)).count();
    let belonging = words.iter().filter(|word| matches!(**word, "سے" | "کے")).count();
    if holds_role(tokens, &phrase, &key) && little == belonging {
        return Some(Filer::Role);
    }
    if letters {
        return Some(if kind.is_word() { Filer::Word } else { Filer::Abbreviation });
    }
    if little > 0 {
        return None;
    }
    if kind.is_word() {
        return Some(Filer::Word);
    }
    let outlet = |word: Option<&&str>| word.is_some_and(|word| names::agency(word).is_media());
    let two_at_end = words.len() > 2 && names::agency(&words[words.len() - 2..].concat()).is_media();
    if words.len() > 1 && (outlet(words.first()) || outlet(words.last()) || two_at_end) {
        return Some(Filer::Outlet);
    }
    let latin = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphabetic());
    if let [word] = words.as_slice()
        && (2..=5).contains(&word.len())
        && latin(word)
    {
        return Some(Filer::Abbreviation);
    }
    is_name(tokens, phrase, &words).then_some(Filer::Name)
}

/// One of its words, or two together, or the end of it written without spaces, is a role.
fn holds_role(tokens: &Tokens, phrase: &Range<usize>, key: &str) -> bool {
    let role =
        |from: usize, to: usize| tokens.joined(from, to).is_some_and(|word| names::agency(word).is_role());
    let within = phrase.clone().any(|at| role(at, at + 1) || (at + 2 <= phrase.end && role(at, at + 2)));
    within
        || ["ڈیسک", "رپورٹر", "نامہنگار", "بیورو", "خصوصی"].iter().any(|end| {
            key.ends_with(end) && key.len() > end.len() && (*end != "خصوصی" || key.contains("نمایندہ"))
        })
}

/// It can be the name of a person.
fn is_name(tokens: &Tokens, phrase: Range<usize>, words: &[&str]) -> bool {
    let only_words = phrase.clone().all(|at| tokens.word(at).is_some());
    let place = phrase
        .clone()
        .any(|at| names::place(tokens, at).is_some_and(|(_, to)| to == phrase.end && at == phrase.start));
    only_words && !place && (2..=4).contains(&words.len()) && !words.iter().any(|word| is_descriptive(word))
}

/// The phrase is a role and nothing else: نامہ نگار.
pub(super) fn is_bare_role(tokens: &Tokens, phrase: &Range<usize>) -> bool {
    names::agency(&names::key(tokens, phrase.start, phrase.end)).is_role()
}

/// A word that describes and names nobody: in brackets it shows a gloss.
pub(super) fn is_descriptive(word: &str) -> bool {
    matches!(
        word,
        "سابق"
            | "سابقہ"
            | "قدیم"
            | "جدید"
            | "موجودہ"
            | "پرانا"
            | "پرانی"
            | "پرانے"
            | "نیا"
            | "نیی"
            | "نیے"
            | "صوبہ"
            | "ضلع"
            | "تحصیل"
            | "شہر"
            | "شہری"
            | "دارالحکومت"
            | "دارالخلافہ"
            | "یعنی"
            | "عرف"
            | "المعروف"
            | "معروف"
            | "مقبوضہ"
            | "ازاد"
            | "مشرقی"
            | "مغربی"
            | "شمالی"
            | "جنوبی"
            | "وسطی"
            | "بڑا"
            | "بڑی"
            | "بڑے"
            | "چھوٹا"
            | "چھوٹی"
            | "تصویر"
            | "تصاویر"
            | "فوٹو"
            | "ویڈیو"
            | "فایل"
            | "بریکنگ"
            | "حصہ"
            | "قسط"
            | "پہلی"
            | "دوسری"
            | "اخری"
            | "باقی"
            | "بقیہ"
            | "صفحہ"
            | "نمبر"
            | "کالم"
            | "لاکھ"
            | "کروڑ"
            | "ارب"
            | "ہزار"
            | "فیصد"
            | "ڈالر"
            | "روپے"
            | "کلومیٹر"
            | "یونیورسٹی"
            | "عدالت"
            | "کورٹ"
            | "پولیس"
            | "پارٹی"
            | "لیگ"
            | "تحریک"
            | "جماعت"
            | "تنظیم"
            | "کونسل"
            | "وزیر"
            | "وزیراعظم"
            | "وزیراعلی"
            | "صدر"
            | "رہنما"
            | "گروپ"
            | "کمیٹی"
            | "کالج"
            | "ہسپتال"
            | "ہسپتالوں"
            | "ادارہ"
            | "محکمہ"
            | "وزارت"
            | "اتھارٹی"
            | "کمیشن"
            | "بورڈ"
            | "کمپنی"
            | "بینک"
            | "ٹیم"
            | "ملک"
            | "ریاست"
            | "علاقہ"
            | "علاقے"
            | "گاوں"
            | "قصبہ"
            | "مقام"
            | "نام"
            | "حکومت"
            | "حکومتی"
            | "فوج"
            | "کپتان"
            | "کھلاڑی"
            | "اداکار"
            | "اداکارہ"
            | "چیرمین"
            | "سربراہ"
            | "ترجمان"
            | "امیر"
            | "گورنر"
            | "سفیر"
            | "جج"
            | "جسٹس"
            | "ڈایریکٹر"
            | "سیکرٹری"
            | "سیکریٹری"
            | "کمشنر"
            | "ایم"
            | "رکن"
            | "ورلڈ"
            | "کپ"
            | "ٹورنامنٹ"
            | "میچ"
            | "عمر"
            | "سال"
            | "سالہ"
            | "عیسوی"
            | "ہجری"
            | "قبل"
            | "پیدایش"
            | "متوفی"
            | "ایرپورٹ"
            | "اسٹیڈیم"
            | "سٹیڈیم"
            | "روڈ"
            | "پارک"
            | "شاہراہ"
            | "موٹروے"
            | "بندرگاہ"
            | "تازہ"
            | "اہم"
            | "خصوصی"
    )
}

/// What the table says of one word.
pub(super) fn kind(word: &str) -> NameKind {
    names::agency(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filer(phrase: &str) -> Option<Filer> {
        let tokens = Tokens::read(phrase, 20);
        classify(&tokens, 0..tokens.list.len())
    }

    #[test]
    fn a_role_names_its_whole_phrase() {
        for phrase in [
            "اسٹاف رپورٹر",
            "سٹی رپورٹر",
            "نمائندہ خصوصی",
            "نمائندہ ایکسپریس",
            "نامہ نگار",
            "شوبزڈ یسک",
            "نیو زڈیسک",
            "ویب ڈیسک",
            "بیورو رپورٹ",
            "اپنے نامہ نگار سے",
            "جنگ کے نمائندے سے",
            "خبر نگار خصوصی",
            "وقائع نگار خصوصی",
            "نیوز ایجنسیاں",
            "مانیٹرنگ سیل",
            "Staff Reporter",
            "Our Correspondent",
            "نمائندگان",
        ] {
            assert_eq!(filer(phrase), Some(Filer::Role), "{phrase}");
        }
    }

    #[test]
    fn agencies_are_known_however_they_are_spelled() {
        for phrase in [
            "سچ خبریں",
            "سچ خبريں",
            "اے ایف پی",
            "اے۔ایف۔پی",
            "اے۔ ایف۔ پی",
            "یواین آئی",
            "رائٹرز",
            "AFP",
            "کے پی آئی",
        ] {
            assert_eq!(filer(phrase), Some(Filer::Agency), "{phrase}");
        }
    }

    #[test]
    fn a_channel_or_newspaper_says_that_it_is_one() {
        for phrase in [
            "سنو نیوز ایچ ڈی نیوز",
            "گلوبل ٹائمز",
            "روزنامہ نیا سویرا",
            "کوہ نور ٹی وی",
            "دی وائر اردو",
            "ہماری ویب ڈاٹ کام",
        ] {
            assert_eq!(filer(phrase), Some(Filer::Outlet), "{phrase}");
        }
    }

    #[test]
    fn a_gloss_names_nobody() {
        for phrase in [
            "سابق وزیراعظم",
            "قدیم قسطنطنیہ",
            "جاری ہے",
            "پاکستان تحریک انصاف",
            "لاہور",
            "نئی دہلی",
            "15 فیصد",
        ] {
            assert_eq!(filer(phrase), None, "{phrase}");
        }
    }
}

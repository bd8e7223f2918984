//! Who filed a report: an agency, a desk, a reporter.

use std::ops::Range;

use super::names::{self, NameKind};
use super::place;
use super::plain_words::{is_about_news, is_descriptive};
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
    /// It has a name of its own beside نیوز or ٹی وی: شمع نیوز.
    Channel,
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
        return Some(if is_channel(&words) { Filer::Channel } else { Filer::Outlet });
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

/// One or two words that are a name, before نیوز or ٹی وی: "شمع نیوز", but not "بریکنگ نیوز" or "شوبز نیوز".
fn is_channel(words: &[&str]) -> bool {
    let name = match words {
        [name @ .., "نیوز"] | [name @ .., "ٹی", "وی"] | [name @ .., "نیوز", "ایجنسی"] => {
            name
        }
        _ => return false,
    };
    let names = |word: &&str| !is_descriptive(word) && !is_about_news(word) && !names::agency(word).is_beat();
    (1..=2).contains(&name.len()) && name.iter().all(names)
}

/// One of its words, or two together, is a role, or a role ends it where its spaces are lost.
fn holds_role(tokens: &Tokens, phrase: &Range<usize>, key: &str) -> bool {
    let role =
        |from: usize, to: usize| tokens.joined(from, to).is_some_and(|word| names::agency(word).is_role());
    let within = |at: usize| role(at, at + 1) || (at + 2 <= phrase.end && role(at, at + 2));
    phrase.clone().any(within) || ends_with_role(key)
}

/// "شوبزڈیسک", also where a space stands at a wrong place in it: "شوبزڈ یسک".
pub(super) fn ends_with_role(key: &str) -> bool {
    ["ڈیسک", "رپورٹر", "نامہنگار", "بیورو"]
        .iter()
        .any(|end| key.strip_suffix(end).is_some_and(|rest| !rest.is_empty()))
}

/// It can be the name of a person: two to four words that describe nothing and are no town.
fn is_name(tokens: &Tokens, phrase: Range<usize>, words: &[&str]) -> bool {
    let only_words = phrase.len() == words.len();
    let known = names::is_place(tokens, phrase.clone());
    let town = known || place::is_town_shaped(tokens, phrase.start, phrase.end);
    only_words && !town && (2..=4).contains(&words.len()) && !words.iter().any(|word| is_descriptive(word))
}

/// The phrase is a role and nothing else: نامہ نگار.
pub(super) fn is_bare_role(tokens: &Tokens, phrase: &Range<usize>) -> bool {
    names::agency(&names::key(tokens, phrase.start, phrase.end)).is_role()
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
        for phrase in ["گلوبل ٹائمز", "روزنامہ نیا سویرا", "دی وائر اردو", "ہماری ویب ڈاٹ کام", "شوبز نیوز"]
        {
            assert_eq!(filer(phrase), Some(Filer::Outlet), "{phrase}");
        }
        for phrase in ["شمع نیوز", "کوہ نور ٹی وی", "مہرگان نیوز"] {
            assert_eq!(filer(phrase), Some(Filer::Channel), "{phrase}");
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

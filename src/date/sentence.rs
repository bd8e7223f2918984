//! Sentences that say when a text was published: "یہ خبر 19 اگست 2018 کو ڈان اخبار میں شائع ہوئی".

use super::item::{self, Item, Placed};
use super::token::Tokens;
use super::words::Label;
use super::{Dated, entry, line};

const LONGEST: usize = 400;
const MOST_TOKENS: usize = 48;
/// "This post updated 5/7/2018" has no more.
const FEWEST_SPACES: usize = 3;

/// The date of a sentence that says when the text it stands under was published or changed.
///
/// It begins with the text itself (یہ خبر, "This article") or is no more than who published when.
pub(crate) fn publication_sentence(text: &str) -> Option<Dated> {
    if text.len() > LONGEST || !line::has_digit(text) || line::spaces(text) < FEWEST_SPACES {
        return None;
    }
    let tokens = Tokens::read(text, MOST_TOKENS);
    if !tokens.complete || !tells_of_publication(&tokens) {
        return None;
    }
    let items = item::scan(&tokens);
    let label = items.iter().rev().find_map(|placed| match placed.item {
        Item::Label(label @ (Label::Published | Label::Updated)) => Some(label),
        _ => None,
    })?;
    let date = date(&tokens, &items)?;
    Some(Dated { updated: label == Label::Updated, ..date })
}

/// The only whole date of the sentence.
fn date(tokens: &Tokens, items: &[Placed]) -> Option<Dated> {
    let tells = |placed: &&Placed| placed.item.tells_when() || placed.item == Item::Weekday;
    let when: Vec<Placed> = items.iter().filter(tells).copied().collect();
    match entry::collect(tokens, &when).as_slice() {
        [entry] if !entry.is_torn() && entry.stamp().is_some() => Some(entry.dated(tokens, None)),
        _ => None,
    }
}

/// The sentence speaks of the text itself, and ends with its publication.
fn tells_of_publication(tokens: &Tokens) -> bool {
    let words: Vec<&str> = (0..tokens.list.len()).filter_map(|at| tokens.word(at)).collect();
    let stops = (0..tokens.list.len()).filter(|at| tokens.is_mark(*at, &['۔', '؟', '!'])).count();
    if stops > 1 || words.len() > 24 {
        return false;
    }
    match words.as_slice() {
        ["this", kind, ..] => is_english_text(kind) && words.iter().any(|word| is_english_publication(word)),
        ["یہ" | "اس" | "مذکورہ", kind, ..] if is_text(kind) => ends_with_publication(&words),
        ["یہ" | "اسے", _, ..] => ends_with_publication(&words) && is_short(tokens),
        _ => names_only_publisher(&words) && is_short(tokens),
    }
}

fn is_short(tokens: &Tokens) -> bool {
    tokens.list.len() <= 18
}

/// "cnnurdu نے Monday، 23 July 2018 کو شائع کیا": a name, نے, the date, کو, شائع کیا.
fn names_only_publisher(words: &[&str]) -> bool {
    let Some(publisher) = words.iter().position(|word| *word == "نے" || *word == "میں") else {
        return false;
    };
    let date_end = words.iter().rposition(|word| *word == "کو");
    let Some(date_end) = date_end.filter(|end| (1..=5).contains(&publisher) && *end > publisher) else {
        return false;
    };
    let starts_label = words.get(date_end + 1).is_some_and(|word| is_publication(word) || *word == "اپ");
    starts_label && words.len() - date_end <= 6 && ends_with_publication(words)
}

/// Of the last words one says that something was published or changed, the others are its verb.
fn ends_with_publication(words: &[&str]) -> bool {
    let verbs = words.iter().rev().take_while(|word| is_verb(word)).count();
    let label = words.len().checked_sub(verbs + 1).and_then(|at| words.get(at));
    (1..=4).contains(&verbs) && label.is_some_and(|word| is_publication(word))
}

fn is_text(word: &str) -> bool {
    [
        "خبر",
        "مضمون",
        "کالم",
        "تحریر",
        "رپورٹ",
        "ارٹیکل",
        "اداریہ",
        "انٹرویو",
        "بلاگ",
        "ویڈیو",
        "مقالہ",
        "اسٹوری",
        "سٹوری",
        "پوسٹ",
        "فیچر",
        "تجزیہ",
        "صفحہ",
        "مواد",
        "نظم",
        "غزل",
        "افسانہ",
        "کہانی",
    ]
    .contains(&word)
}

fn is_english_text(word: &str) -> bool {
    ["article", "story", "post", "report", "page", "news", "piece", "entry", "column", "blog"].contains(&word)
}

fn is_english_publication(word: &str) -> bool {
    matches!(word, "published" | "posted" | "updated" | "modified" | "appeared" | "printed")
}

fn is_publication(word: &str) -> bool {
    ["شایع", "نشر", "پبلش", "پوسٹ", "ڈیٹ", "اپڈیٹ", "اپلوڈ", "تبدیل", "ترمیم", "جاری"].contains(&word)
}

fn is_verb(word: &str) -> bool {
    [
        "ہوا", "ہویی", "ہویے", "کیا", "کی", "کیے", "گیا", "گیی", "گیے", "تھا", "تھی", "تھے", "ہے", "ہیں",
        "چکا", "چکی", "چکے", "ہو",
    ]
    .contains(&word)
}

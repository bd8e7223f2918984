//! The little words of a sentence.

use crate::script::fold;

/// `word` is one of the words that make a sentence of names: postpositions, conjunctions, pronouns, auxiliary
/// verbs. In a byline, a place or an agency there are none.
pub(crate) fn is_function_word(word: &str) -> bool {
    // Letters of an Arabic keyboard: "كي".
    let other_letters = || word.contains(['ي', 'ك', 'ه', 'ى']);
    let folded = || word.chars().filter_map(fold).collect::<String>();
    is_folded_function_word(word) || (other_letters() && is_folded_function_word(&folded()))
}

/// In the order of their bytes.
static WORDS: [&str; 122] = [
    "and",
    "are",
    "for",
    "has",
    "have",
    "in",
    "is",
    "of",
    "that",
    "the",
    "to",
    "was",
    "were",
    "with",
    "اب",
    "اس",
    "اسے",
    "انھیں",
    "انہوں",
    "انہیں",
    "اپ",
    "اگر",
    "ایک",
    "بارے",
    "بتایا",
    "بعد",
    "بلکہ",
    "بھی",
    "تاہم",
    "تو",
    "تک",
    "تھا",
    "تھی",
    "تھیں",
    "تھے",
    "جاری",
    "جب",
    "جبکہ",
    "جس",
    "جسے",
    "جن",
    "جنہوں",
    "جو",
    "خلاف",
    "دوران",
    "دیا",
    "دینے",
    "دیے",
    "رہا",
    "رہی",
    "رہے",
    "ساتھ",
    "سکتا",
    "سکتی",
    "سکتے",
    "سے",
    "قبل",
    "لی",
    "لیا",
    "لیکن",
    "لیے",
    "مت",
    "مگر",
    "میرا",
    "میری",
    "میں",
    "نہ",
    "نہیں",
    "نے",
    "والا",
    "والی",
    "والے",
    "وہ",
    "پر",
    "پھر",
    "پہلے",
    "چونکہ",
    "چکا",
    "چکی",
    "چکے",
    "کا",
    "کب",
    "کر",
    "کرنا",
    "کرنے",
    "کریں",
    "کرے",
    "کو",
    "کون",
    "کویی",
    "کچھ",
    "کہ",
    "کہا",
    "کہاں",
    "کہتے",
    "کہنا",
    "کی",
    "کیا",
    "کیسے",
    "کیلیے",
    "کیوں",
    "کیے",
    "کے",
    "گا",
    "گی",
    "گیا",
    "گیی",
    "گیے",
    "گے",
    "ہر",
    "ہم",
    "ہمیں",
    "ہو",
    "ہوا",
    "ہونے",
    "ہوں",
    "ہویی",
    "ہویے",
    "ہی",
    "ہیں",
    "ہے",
    "یہ",
];

fn is_folded_function_word(word: &str) -> bool {
    WORDS.binary_search(&word).is_ok()
}

/// `word`, folded, can only follow what it belongs to: after a date or a bracket it shows that the
/// sentence goes on.
pub(crate) fn is_postposition(word: &str) -> bool {
    [
        "نے",
        "کو",
        "کا",
        "کی",
        "کے",
        "میں",
        "سے",
        "پر",
        "تک",
        "ہے",
        "ہیں",
        "تھا",
        "تھی",
        "تھے",
        "اور",
        "کیلیے",
        "بھی",
        "ہی",
        "تو",
        "والا",
        "والے",
        "والی",
        "جیسے",
        "جیسا",
        "سمیت",
        "یا",
        "تا",
        "و",
        "مطابق",
        "ہوا",
        "ہویی",
        "ہویے",
        "گا",
        "گی",
        "گے",
        "نہیں",
        "اس",
        "جو",
        "جس",
        "جہاں",
        "کہ",
    ]
    .contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_stand_in_the_order_of_their_bytes() {
        assert!(WORDS.is_sorted());
    }

    #[test]
    fn little_words_are_told_from_others_on_any_keyboard() {
        assert!(WORDS.iter().chain(&["كي"]).all(|word| is_function_word(word)));
        assert!(["نےک", "", "ا", "یونیورسٹی", "withouts"].iter().all(|word| !is_function_word(word)));
    }
}

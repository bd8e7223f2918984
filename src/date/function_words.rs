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

fn is_folded_function_word(word: &str) -> bool {
    matches!(
        word,
        "نے" | "کو"
            | "کا"
            | "کی"
            | "کے"
            | "میں"
            | "سے"
            | "پر"
            | "تک"
            | "ہے"
            | "ہیں"
            | "ہوں"
            | "ہو"
            | "تھا"
            | "تھی"
            | "تھے"
            | "تھیں"
            | "گا"
            | "گے"
            | "گی"
            | "کہ"
            | "جو"
            | "جس"
            | "جن"
            | "اس"
            | "یہ"
            | "وہ"
            | "بھی"
            | "ہی"
            | "تو"
            | "نہ"
            | "نہیں"
            | "مت"
            | "کر"
            | "کرنے"
            | "کرنا"
            | "کریں"
            | "کرے"
            | "کیا"
            | "کیے"
            | "کیلیے"
            | "لیے"
            | "لیا"
            | "لی"
            | "دیا"
            | "دیے"
            | "دینے"
            | "گیا"
            | "گیی"
            | "گیے"
            | "ہوا"
            | "ہویی"
            | "ہویے"
            | "ہونے"
            | "رہا"
            | "رہی"
            | "رہے"
            | "جاری"
            | "چکا"
            | "چکی"
            | "چکے"
            | "سکتا"
            | "سکتی"
            | "سکتے"
            | "والا"
            | "والے"
            | "والی"
            | "ایک"
            | "ہر"
            | "کویی"
            | "کچھ"
            | "کیوں"
            | "کیسے"
            | "کون"
            | "کہاں"
            | "کب"
            | "جب"
            | "اگر"
            | "مگر"
            | "لیکن"
            | "بلکہ"
            | "چونکہ"
            | "اب"
            | "پھر"
            | "ہم"
            | "ہمیں"
            | "اپ"
            | "میرا"
            | "میری"
            | "انہوں"
            | "اسے"
            | "انہیں"
            | "انھیں"
            | "جسے"
            | "جنہوں"
            | "بعد"
            | "پہلے"
            | "قبل"
            | "دوران"
            | "ساتھ"
            | "خلاف"
            | "بارے"
            | "کہا"
            | "کہتے"
            | "کہنا"
            | "بتایا"
            | "جبکہ"
            | "تاہم"
            | "the"
            | "of"
            | "in"
            | "is"
            | "was"
            | "are"
            | "were"
            | "to"
            | "and"
            | "that"
            | "has"
            | "have"
            | "for"
            | "with"
    )
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

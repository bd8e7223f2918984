//! The little words of a sentence.

use crate::fingerprint::Fingerprint;
use crate::prints::Prints;

include!(concat!(env!("OUT_DIR"), "/function_words.rs"));

/// `word` is one of the words that make a sentence of names: postpositions, conjunctions, pronouns, auxiliary
/// verbs. In a byline, a place or an agency there are none; "In" and "The" may be of a name.
pub(crate) fn is_function_word(word: &str) -> bool {
    !word.starts_with(|c: char| c.is_ascii_uppercase()) && is_function_print(Fingerprint::of_phrase(word))
}

/// The same of a word's letters.
pub(crate) fn is_function_print(print: Fingerprint) -> bool {
    FUNCTION_WORDS.has(print)
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
    fn little_words_are_told_from_others_on_any_keyboard() {
        assert!(["and", "the", "کے", "كي", "گئی", "ہُوا"].into_iter().all(is_function_word));
        assert!(!["The", "نےک", "", "ا", "یونیورسٹی", "withouts"].into_iter().any(is_function_word));
    }
}

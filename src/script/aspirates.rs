//! ه that stands for ھ: گهر, بهی. Only the word can tell it from ہ.

use super::class::{LETTER, MARK, class};
use super::cluster::Tape;

/// Beginnings of words in which ه after a consonant is ھ; `-` before one that may stand after other
/// letters.
static STEMS: [&str; 47] = [
    "بهائ",
    "بهارت",
    "بهوک",
    "بهیج",
    "بهول",
    "بهاگ",
    "بهید",
    "بهروس",
    "-بهی",
    "پهول",
    "پهیل",
    "پهنس",
    "پهوٹ",
    "تهیں",
    "تهوڑ",
    "تهک",
    "تهام",
    "-تهی",
    "-تها",
    "-تهے",
    "ٹهیک",
    "ٹهنڈ",
    "ٹهکان",
    "-ٹه",
    "جهوٹ",
    "جهنڈ",
    "جهگڑ",
    "جهیل",
    "جهاڑ",
    "چهوٹ",
    "چهوڑ",
    "چهپ",
    "چهین",
    "دهماک",
    "دهوپ",
    "دهمک",
    "دهوک",
    "دهیان",
    "-دهر",
    "-ڈه",
    "-ڑه",
    "گهنٹ",
    "گهوڑ",
    "گهوم",
    "-جهے",
    "-جهی",
    "-کهی",
];

/// Whole words in which ه is ھ.
static WORDS: [&str; 37] = [
    "بهی",
    "بهر",
    "پهر",
    "پهل",
    "تها",
    "تهے",
    "تهی",
    "گهر",
    "گهروں",
    "کچه",
    "مجه",
    "تجه",
    "سمجه",
    "سمجها",
    "دیکه",
    "دیکها",
    "دیکهے",
    "لکه",
    "لکها",
    "لکهے",
    "رکه",
    "رکها",
    "رکهے",
    "دکه",
    "سکه",
    "لاکه",
    "آنکه",
    "آنکهوں",
    "ساته",
    "ہاته",
    "دوده",
    "چه",
    "اچها",
    "اچهے",
    "اچهی",
    "پوچها",
    "پیچهے",
];

/// Whether the ه under the head is ھ in its word.
pub(super) fn is_aspirate(tape: &Tape) -> bool {
    let after_consonant = tape.prev().is_some_and(|c| "بپتٹجچدڈڑکگ".contains(c));
    if !after_consonant {
        return false;
    }
    let in_word = |c: &char| class(*c) & (LETTER | MARK) != 0;
    let mut word: Vec<char> = tape.back().take(12).take_while(in_word).collect();
    word.reverse();
    let heh = word.len();
    word.push('ه');
    word.extend(
        tape.ahead().take(12).take_while(in_word).map(|c| if matches!(c, 'ي' | 'ى') { 'ی' } else { c }),
    );
    let word_text: String = word.iter().collect();
    WORDS.contains(&word_text.as_str()) || STEMS.iter().any(|stem| fits(&word, heh, stem))
}

/// Whether `stem` lies in the word so that one of its ه is the one at `heh`.
fn fits(word: &[char], heh: usize, stem: &str) -> bool {
    let inner = stem.starts_with('-');
    let letters: Vec<char> = stem.trim_start_matches('-').chars().collect();
    let Some(in_stem) = letters.iter().skip(1).position(|&c| c == 'ه').map(|at| at + 1) else {
        return false;
    };
    let Some(from) = heh.checked_sub(in_stem) else { return false };
    (inner && from > 0 || from == 0) && word.get(from..).is_some_and(|rest| rest.starts_with(&letters))
}

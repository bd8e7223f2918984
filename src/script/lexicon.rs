//! Words that tell languages of the Arabic script apart.

/// Words of Arabic that are no words of Urdu, however they are typed.
static ARABIC: [&str; 42] = [
    "في",
    "على",
    "إلى",
    "الى",
    "عن",
    "هذا",
    "هذه",
    "ذلك",
    "تلك",
    "الذي",
    "التي",
    "الذين",
    "أن",
    "إن",
    "أنا",
    "إنا",
    "انا",
    "نحن",
    "أنت",
    "كانت",
    "قال",
    "قل",
    "يكون",
    "لم",
    "لن",
    "ثم",
    "إلا",
    "إله",
    "اله",
    "بالله",
    "والله",
    "اليه",
    "إليه",
    "عليكم",
    "إليك",
    "وانا",
    "وإنا",
    "وهو",
    "وهي",
    "وما",
    "وفي",
    "وعلى",
];

/// Arabic formulas that Urdu took in, and writes with its own letters: رضی اللہ عنہ, الحمد للہ.
static FORMULAS: [&str; 16] = [
    "الله",
    "لله",
    "السلام",
    "الحمد",
    "عليه",
    "عليها",
    "عنه",
    "عنها",
    "عنهم",
    "وسلم",
    "صلى",
    "رضي",
    "رحمة",
    "تعالى",
    "شاء",
    "سبحان",
];

/// Words of Persian that Urdu writes otherwise or has not.
static PERSIAN: [&str; 48] = [
    "است",
    "هست",
    "نیست",
    "بود",
    "بودند",
    "شد",
    "شده",
    "شود",
    "می",
    "نمی",
    "را",
    "از",
    "به",
    "در",
    "با",
    "برای",
    "این",
    "آن",
    "که",
    "چه",
    "هر",
    "هم",
    "همه",
    "یک",
    "تا",
    "نه",
    "او",
    "آنها",
    "ایشان",
    "شما",
    "خود",
    "خویش",
    "کرد",
    "کردند",
    "کرده",
    "دارد",
    "ندارد",
    "باشد",
    "کند",
    "گفت",
    "ای",
    "ز",
    "چو",
    "گر",
    "ما",
    "من",
    "هستند",
    "کنم",
];

/// Names of languages, as Urdu and they themselves write them.
static LANGUAGES: [&str; 20] = [
    "فارسی",
    "عربی",
    "پشتو",
    "سندھی",
    "پنجابی",
    "کشمیری",
    "بلوچی",
    "براہوی",
    "سرائیکی",
    "ترکی",
    "کردی",
    "ایرانی",
    "فارسي",
    "عربي",
    "پښتو",
    "سنڌي",
    "سندهی",
    "پهلوی",
    "پہلوی",
    "اویغور",
];

/// Whether `word` is Arabic: by itself, or by the article or a hamza that Urdu does not write.
pub(super) fn is_arabic(word: &str) -> bool {
    ARABIC.contains(&word)
        || word.contains(['أ', 'إ'])
        || (word.chars().count() >= 4
            && ["ال", "وال", "بال", "لل", "فال"].iter().any(|article| word.starts_with(article)))
}

/// Whether `word` belongs to a formula that Urdu writes with its own letters.
pub(super) fn is_formula(word: &str) -> bool {
    FORMULAS.contains(&word)
}

/// Whether `word` is Persian: by itself, or by its prefix or ending.
pub(super) fn is_persian(word: &str) -> bool {
    PERSIAN.contains(&word)
        || ["می\u{200c}", "نمی\u{200c}"].iter().any(|prefix| word.starts_with(prefix))
        || ["\u{200c}ها", "\u{200c}های", "\u{200c}ای", "\u{200c}اند"]
            .iter()
            .any(|ending| word.ends_with(ending))
}

/// Whether `word` names another language of this script.
pub(super) fn is_language(word: &str) -> bool {
    LANGUAGES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_arabic_by_itself_or_by_its_article() {
        assert!(is_arabic("إلى") && is_arabic("الكتاب") && is_arabic("والسماء"));
        assert!(!is_arabic("ملك") && !is_arabic("الف") && !is_arabic("هم"));
    }

    #[test]
    fn a_word_is_persian_by_itself_or_by_its_ending() {
        assert!(is_persian("است") && is_persian("می\u{200c}رود") && is_persian("خانه\u{200c}ها"));
        assert!(!is_persian("گهر"));
    }
}

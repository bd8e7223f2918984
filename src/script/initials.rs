//! Letter names and abbreviations: where a full stop ends no sentence.

/// Whether `word` is the name of a Latin letter, or of the first letters of Urdu.
fn is_name(word: &str) -> bool {
    const NAMES: [&str; 49] = [
        "اے",
        "بی",
        "سی",
        "ڈی",
        "ای",
        "ایف",
        "جی",
        "ایچ",
        "آئی",
        "جے",
        "کے",
        "ایل",
        "ایم",
        "این",
        "او",
        "پی",
        "کیو",
        "آر",
        "ایس",
        "ٹی",
        "یو",
        "وی",
        "ڈبلیو",
        "ایکس",
        "وائی",
        "زیڈ",
        "زی",
        "زید",
        "الف",
        "بے",
        "جیم",
        "دال",
        // As an Arabic keyboard gives them.
        "بي",
        "سي",
        "ڈي",
        "اي",
        "ايف",
        "جي",
        "ايچ",
        "آئي",
        "كے",
        "ايل",
        "ايم",
        "اين",
        "پي",
        "ايس",
        "ٹي",
        "يو",
        "وي",
    ];
    NAMES.contains(&word)
}

/// Whether `word` is a title that is written with a full stop before a name.
pub(super) fn is_title(word: &str) -> bool {
    [
        "ڈاکٹر",
        "پروفیسر",
        "مسٹر",
        "مسز",
        "مس",
        "انجینئر",
        "انجینیئر",
        "جنرل",
        "کرنل",
        "میجر",
        "کیپٹن",
        "بریگیڈیئر",
        "پروف",
        "ڈاک",
        "ریٹائرڈ",
        "ایڈووکیٹ",
        "لیفٹیننٹ",
        "سینیٹر",
        "جسٹس",
        "ڈاكٹر",
        "پروفيسر",
    ]
    .contains(&word)
}

/// Latin abbreviations after whose full stop the sentence goes on.
static LATIN: [&str; 30] = [
    "mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "vs", "etc", "no", "inc", "ltd", "co", "corp", "gen",
    "col", "maj", "capt", "lt", "hon", "rev", "gov", "sen", "rep", "fig", "vol", "approx", "govt", "dept",
];

/// Whether `word` names a letter: اے, بی, ایم; or is one: م.
pub(super) fn is_letter_name(word: &str) -> bool {
    let mut chars = word.chars();
    match (chars.next(), chars.next()) {
        (Some(only), None) => super::class::class(only) & super::class::LETTER != 0 && only != 'ء',
        (Some(_), Some(_)) => is_name(word),
        _ => false,
    }
}

/// Whether `word` is a Latin abbreviation inside a sentence.
pub(super) fn is_latin_abbreviation(word: &str) -> bool {
    word.len() <= 6 && LATIN.iter().any(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_their_names_are_initials() {
        assert!(["پی", "ٹی", "آئی", "م"].into_iter().all(is_letter_name));
        assert!(!["گیا", "ہے", "", "ء"].into_iter().any(is_letter_name));
    }

    #[test]
    fn abbreviations_are_known_in_any_case() {
        assert!(is_latin_abbreviation("Dr") && is_latin_abbreviation("etc"));
        assert!(!is_latin_abbreviation("Apple"));
        assert!(is_title("ڈاکٹر"));
    }
}

//! The names that datelines are made of, from data/cities.tsv and data/agencies.tsv.

use std::ops::Range;

use crate::date::Tokens;
use crate::fingerprint::Fingerprint;
use crate::prints::Prints;

include!(concat!(env!("OUT_DIR"), "/places.rs"));
include!(concat!(env!("OUT_DIR"), "/agencies.rs"));

/// What a place is; a name can be a city and a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PlaceKind(u8);

impl PlaceKind {
    /// What a name has that only its shape shows to be a town.
    pub const CITY: Self = Self(1);

    pub fn is_country(self) -> bool {
        self.0 == 4
    }
}

/// What the table of agencies says of a name; a name can be several things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct NameKind(u8);

impl NameKind {
    /// It stands anywhere.
    pub fn is_agency(self) -> bool {
        self.0 & 1 != 0
    }

    /// An ordinary word too.
    pub fn is_word(self) -> bool {
        self.0 & 2 != 0
    }

    /// It makes the phrase around it a reporter or desk.
    pub fn is_role(self) -> bool {
        self.0 & 4 != 0
    }

    /// It makes the phrase around it a newspaper or channel.
    pub fn is_media(self) -> bool {
        self.0 & 8 != 0
    }

    /// What a reporter or desk is for.
    pub fn is_beat(self) -> bool {
        self.0 & 16 != 0
    }

    /// Nobody's name in a byline.
    pub fn is_desk(self) -> bool {
        self.0 & 32 != 0
    }
}

/// The most words of a place: خیرپور ناتھن شاہ, with spaces inside them.
const LONGEST_PLACE: usize = 6;

/// Whether all of `phrase` is one place of the table.
pub(super) fn is_place(tokens: &Tokens, phrase: Range<usize>) -> bool {
    place(tokens, phrase.start).is_some_and(|(_, to)| to == phrase.end)
}

/// The longest place of the table at `at`, and the place after it.
pub(super) fn place(tokens: &Tokens, at: usize) -> Option<(PlaceKind, usize)> {
    let mut best = None;
    let mut print = Fingerprint::default();
    for to in at + 1..=at + LONGEST_PLACE {
        let Some(word) = tokens.word(to - 1) else { break };
        print.add_name(word);
        best = PLACES.find(print).next().map(|row| (PlaceKind(PLACE_KINDS[row]), to)).or(best);
    }
    best
}

/// What the table says of a name, given as one folded word without spaces.
pub(super) fn agency(name: &str) -> NameKind {
    let row = AGENCIES.find(Fingerprint::of_name(name)).next();
    row.map_or(NameKind::default(), |row| NameKind(AGENCY_KINDS[row]))
}

/// The words and numbers from `from` to before `to` as one folded word.
pub(super) fn key(tokens: &Tokens, from: usize, to: usize) -> String {
    let mut key = String::new();
    for at in from..to {
        if let Some(word) = tokens.word(at) {
            key.push_str(word);
        } else if let Some((value, _)) = tokens.number(at) {
            key.push_str(&value.to_string());
        }
    }
    key
}

/// `word` is how Urdu writes the name of a Latin letter.
pub(super) fn is_letter_name(word: &str) -> bool {
    initials(word).is_some()
}

/// The Urdu letters with which a word may begin that a Latin letter, named in Urdu, stands for.
pub(super) fn initials(letter: &str) -> Option<&'static str> {
    Some(match letter {
        "اے" => "اع",
        "بی" => "ب",
        "سی" => "سکثصچ",
        "ڈی" => "ڈدض",
        "ای" => "اعی",
        "ایف" => "ف",
        "جی" => "جگ",
        "ایچ" => "ہح",
        "ایی" => "اعی",
        "جے" => "ج",
        "کے" => "کخق",
        "ایل" => "ل",
        "ایم" => "م",
        "این" => "ن",
        "او" => "اوع",
        "پی" => "پف",
        "کیو" => "قک",
        "ار" => "ر",
        "ایس" => "سشص",
        "ٹی" => "تٹط",
        "یو" => "یا",
        "وی" | "ڈبلیو" => "و",
        "ایکس" => "ا",
        "وایی" => "ی",
        "زیڈ" | "زی" => "زض",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_place_is_taken() {
        let place_end = |text: &str| place(&Tokens::read(text, 10), 0).map(|(_, to)| to);
        assert_eq!(place_end("خیرپور ناتھن شاہ میں"), Some(3));
        assert_eq!(place_end("خیرپور میں"), Some(1));
        assert_eq!(place_end("اسلا م آ باد"), Some(4));
        assert_eq!(place_end("وزیراعظم"), None);
    }
}

//! Phrases of page furniture: "شیئر کریں", "متعلقہ خبریں", "جملہ حقوق محفوظ ہیں".
//!
//! Nearly every furniture word is an ordinary word too, so a phrase counts most where it is the whole
//! line, and inside a line only where the line is short.

use std::ops::Range;

use super::fingerprint::Fingerprint;
use super::measure::{Measure, word_part};
use super::prints::Prints;
use crate::article::Label;
use crate::date;
use crate::script::unicode::is_alphanumeric;

/// Where in a line a phrase must stand, the strictest first: of two phrases with one label that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// The line is nothing else, but for digits and marks.
    Whole,
    /// At the line's start, before a colon or a dash.
    Lead,
    /// At the line's start.
    Start,
    /// Anywhere before a colon: "(فوٹو: فائل)".
    Credit,
    /// Anywhere.
    In,
}

include!(concat!(env!("OUT_DIR"), "/furniture.rs"));

/// A phrase found in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub label: Label,
    pub place: Place,
    /// Where it ends, in bytes of the line.
    pub end: usize,
}

/// A line with more words is prose in which a phrase says nothing, in words.
pub(crate) const LONGEST: u32 = 30;

/// Fewest entries of a menu that phrases know, where it has others too.
const ENTRIES: usize = 3;

/// The phrases of a line: the whole line, or at its start, or in it. Of one label, the strongest.
pub(crate) fn phrases(text: &str, measure: &Measure) -> Vec<Phrase> {
    let mut found = Vec::new();
    if let Some(label) = whole(measure.phrase) {
        found.push(Phrase { label, place: Place::Whole, end: text.len() });
    }
    if measure.words == 0 || measure.words > LONGEST {
        return found;
    }
    let words = words(text);
    let mut entries = Entries::new(words.list.len());
    for start in 0..words.list.len() {
        let mut print = Fingerprint::default();
        for (taken, word) in words.list[start..].iter().take(PHRASE_WORDS).enumerate() {
            for &letter in &words.letters[word.letters.clone()] {
                print.take(letter);
            }
            if print == Fingerprint::default() {
                break;
            }
            let whole_line = start == 0 && taken + 1 == words.list.len();
            for (label, place) in lookup(print) {
                if place == Place::Whole {
                    entries.add(start, taken + 1, label);
                }
                let fits = match place {
                    Place::Whole => false,
                    Place::Lead => start == 0 && !whole_line && word.parted,
                    Place::Start => start == 0 && !whole_line,
                    Place::Credit => word.parted,
                    Place::In => true,
                };
                if !fits {
                    continue;
                }
                match found.iter_mut().find(|known| known.label == label && known.place <= place) {
                    // "تحریر کردہ" is longer than "تحریر".
                    Some(known) if start == 0 && known.place == place => known.end = word.end,
                    Some(_) => {}
                    None => found.push(Phrase { label, place, end: word.end }),
                }
            }
        }
    }
    if let Some(label) =
        entries.label(text, &words).filter(|_| found.iter().all(|phrase| phrase.place != Place::Whole))
    {
        found.insert(0, Phrase { label, place: Place::Whole, end: text.len() });
    }
    found
}

/// A line that is phrases and nothing else: a menu whose entries stand side by side.
struct Entries {
    /// Of each word, the longest phrase that begins there, in words.
    longest: Vec<Option<(usize, Label)>>,
}

impl Entries {
    fn new(words: usize) -> Self {
        Self { longest: vec![None; words] }
    }

    fn add(&mut self, start: usize, words: usize, label: Label) {
        self.longest[start] = Some((words, label));
    }

    /// The first entry's label, if phrases follow one another from the first word to the last, or if a menu has more
    /// of them than other entries, and none of those has a word that only sentences and headlines have.
    fn label(&self, text: &str, words: &Words) -> Option<Label> {
        let (mut at, mut first, mut entries, mut known) = (0, None, 0, 0);
        let mut menu = true;
        while at < self.longest.len() {
            let Some((length, label)) = self.longest[at] else {
                menu = menu && !date::is_function_word(text.get(words.list[at].range()).unwrap_or_default());
                at += 1;
                continue;
            };
            first = first.or(Some(label));
            menu = menu && label == Label::Navigation;
            at += length;
            entries += 1;
            known += length;
        }
        let most = entries >= ENTRIES && known * 2 > at;
        first.filter(|_| known == at || (menu && most))
    }
}

/// The label of a line that is a phrase and nothing else.
pub(crate) fn whole(print: Fingerprint) -> Option<Label> {
    lookup(print).find(|&(_, place)| place == Place::Whole).map(|(label, _)| label)
}

impl Word {
    fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// The words of a line, and the folded letters of all of them.
#[derive(Default)]
struct Words {
    list: Vec<Word>,
    letters: Vec<char>,
}

struct Word {
    /// Where it begins and ends, in bytes of the line.
    start: usize,
    end: usize,
    /// Its letters, in `Words::letters`.
    letters: Range<usize>,
    /// A colon or a dash stands behind it.
    parted: bool,
}

fn words(text: &str) -> Words {
    let mut words = Words { list: Vec::with_capacity(16), letters: Vec::with_capacity(text.len() / 2) };
    let mut inside = false;
    for (at, c) in text.char_indices() {
        let (part, letter) = word_part(c);
        // What joins or varies signs begins no word.
        let part = part && (inside || letter.is_some() || is_alphanumeric(c));
        if part && !inside {
            let start = words.letters.len();
            words.list.push(Word { start: at, end: at, letters: start..start, parted: false });
        }
        inside = part;
        let Some(word) = words.list.last_mut() else { continue };
        if part {
            word.end = at + c.len_utf8();
            if let Some(letter) = letter {
                words.letters.push(letter);
                word.letters.end += 1;
            }
        } else if matches!(c, ':' | '-' | '–' | '—' | '|' | '؛' | '!') {
            word.parted = true;
        }
    }
    words
}

fn lookup(print: Fingerprint) -> impl Iterator<Item = (Label, Place)> {
    PRINTS.find(print).map(|at| MEANINGS[at])
}

#[cfg(test)]
mod tests {
    use super::super::measure::measure;
    use super::*;

    fn found(text: &str) -> Vec<(Label, Place)> {
        phrases(text, &measure(text)).iter().map(|p| (p.label, p.place)).collect()
    }

    #[test]
    fn a_whole_line_is_known_whatever_its_marks_and_digits() {
        assert_eq!(found("شیئر کریں:")[0], (Label::Share, Place::Whole));
        assert_eq!(found("تبصرے (3)")[0], (Label::Comments, Place::Whole));
    }

    #[test]
    fn a_phrase_before_a_colon_leads() {
        assert!(found("مزید پڑھیں : ٹویوٹا کی نئی گاڑی پیش").contains(&(Label::Related, Place::Lead)));
    }

    #[test]
    fn entries_side_by_side_are_a_menu() {
        assert_eq!(found("صفحہ اول کھیل ویڈیوز")[0], (Label::Navigation, Place::Whole));
    }

    #[test]
    fn a_menu_may_have_other_entries_and_a_headline_is_none() {
        assert_eq!(found("پاکستان کھیل ستارے ویڈیوز صحت")[0], (Label::Navigation, Place::Whole));
        assert!(!found("پاکستان کے کھیل صحت اور تعلیم").contains(&(Label::Navigation, Place::Whole)));
    }

    #[test]
    fn ordinary_prose_holds_no_phrase() {
        assert_eq!(found("پاکستان کے کھیل کے میدان میں نئی روایت قائم ہوئی ہے۔"), []);
    }
}

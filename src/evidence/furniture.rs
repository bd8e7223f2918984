//! Phrases of page furniture: "شیئر کریں", "متعلقہ خبریں", "جملہ حقوق محفوظ ہیں".
//!
//! Nearly every furniture word is an ordinary word too, so a phrase counts most where it is the whole
//! line, and inside a line only where the line is short.

use super::measure::{Measure, take_letters, word_part};
use crate::article::Label;
use crate::date;
use crate::fingerprint::{Fingerprint, Word, shift};
use crate::prints::Prints;
use crate::script::fold;
use crate::script::unicode::{is_alphabetic, is_alphanumeric};

/// Where in a line a phrase must stand, the strictest first: of two phrases with one label that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// The line is nothing else, but for digits and marks.
    Whole,
    /// At the line's start, before a colon or a dash.
    Lead,
    /// At the line's start; or it is one of two with its label in the line.
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

impl Phrase {
    /// Whether it announces what the rest of the line is: "تحریر: …", "یہ بھی پڑھیں …".
    pub(crate) fn announces(&self, label: Label) -> bool {
        self.label == label && matches!(self.place, Place::Lead | Place::Start)
    }
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
    let mut words = words(text);
    for start in 0..words.len() {
        let mut print = Fingerprint::default();
        for end in start + 1..=words.len().min(start + PHRASE_WORDS) {
            let word = &words[end - 1];
            print.take_word(word.word, word.shift);
            if print == Fingerprint::default() {
                break;
            }
            let (word_end, parted) = (word.end, word.parted);
            let whole_line = start == 0 && end == words.len();
            for (label, place) in lookup(print) {
                let fits = match place {
                    Place::Whole => {
                        words[start].entry = Some((end - start, label));
                        false
                    }
                    Place::Lead => start == 0 && !whole_line && parted,
                    Place::Start => start == 0 && !whole_line,
                    Place::Credit => parted,
                    Place::In => true,
                };
                if !fits {
                    continue;
                }
                match found.iter_mut().find(|known| known.label == label && known.place <= place) {
                    // "تحریر کردہ" is longer than "تحریر".
                    Some(known) if start == 0 && known.place == place => known.end = word_end,
                    // Two of one kind in a line say as much as one at its start.
                    Some(known)
                        if known.place == Place::In && start > 0 && words[start - 1].end >= known.end =>
                    {
                        known.place = Place::Start;
                    }
                    Some(_) => {}
                    None => found.push(Phrase { label, place, end: word_end }),
                }
            }
        }
    }
    if found.iter().all(|phrase| phrase.place != Place::Whole)
        && let Some(label) = menu(&words).or_else(|| glued_menu(text, &words))
    {
        found.insert(0, Phrase { label, place: Place::Whole, end: text.len() });
    }
    found
}

/// The first entry's label of a line that is a menu whose entries stand side by side: if phrases follow one another from
/// the first word to the last, or if it has more of them than other entries, and none of those has a word that only
/// sentences and headlines have.
fn menu(words: &[Placed]) -> Option<Label> {
    let (_, first) = words.iter().find_map(|word| word.entry)?;
    let (mut at, mut entries, mut known) = (0, 0, 0);
    let mut menu = true;
    let mut joined = 0;
    while at < words.len() {
        let Some((length, label)) = words[at].entry else {
            // "علم و ادب"
            joined += usize::from(words[at].word.letters == 1);
            menu = menu && !words[at].is_of_sentences();
            at += 1;
            continue;
        };
        menu = menu && label == Label::Navigation;
        at += length;
        entries += 1;
        known += length;
    }
    // "سیاست و معیشت و ثقافت" is a headline.
    let most = entries >= ENTRIES.max(joined + 2) && known * 2 > at;
    (known == at || (menu && most)).then_some(first)
}

/// Fewest letters of a word that may be several without a space, and of an entry of a menu among others.
const GLUED: u32 = 9;
const ENTRY: usize = 3;
/// Fewest entries that begin or end inside a word.
const CUT: usize = 2;
/// Most letters of such an entry.
const LONGEST_ENTRY: usize = 20;

/// The same of a menu whose entries lost the spaces between them, "صفحہ اولکھیلویڈیوز": phrases make up two thirds of it.
fn glued_menu(text: &str, words: &[Placed]) -> Option<Label> {
    if words.iter().all(|word| word.word.letters < GLUED)
        || words.iter().any(Placed::is_of_sentences)
        || text.contains(['،', '۔'])
    {
        return None;
    }
    // Each letter, and whether a word begins with it.
    let mut letters: Vec<(char, bool)> = Vec::with_capacity(text.len() / 2);
    let mut begins = true;
    for c in text.chars() {
        match fold(c).filter(|&c| is_alphabetic(c)) {
            Some(letter) => letters.push((letter, std::mem::take(&mut begins))),
            None => begins |= c.is_whitespace(),
        }
    }
    let (mut at, mut entries, mut known, mut cut) = (0, 0, 0, 0);
    while at < letters.len() {
        let mut print = Fingerprint::default();
        let mut longest = 0;
        for (behind, &(letter, _)) in letters[at..].iter().enumerate().take(LONGEST_ENTRY) {
            print.take(letter.into());
            if behind + 1 >= ENTRY && whole(print) == Some(Label::Navigation) {
                longest = behind + 1;
            }
        }
        if longest > 0 {
            entries += 1;
            let inside = |at: usize| letters.get(at).is_some_and(|(_, begins)| !begins);
            cut += usize::from(inside(at) || inside(at + longest));
        }
        at += longest.max(1);
        known += longest;
    }
    (entries >= ENTRIES && cut >= CUT && known * 3 >= letters.len() * 2).then_some(Label::Navigation)
}

/// The label of a line that is a phrase and nothing else.
pub(crate) fn whole(print: Fingerprint) -> Option<Label> {
    lookup(print).find(|&(_, place)| place == Place::Whole).map(|(label, _)| label)
}

/// A word and where it stands in its line.
struct Placed {
    word: Word,
    /// How far its letters move those before it in a fingerprint.
    shift: u64,
    /// Where it ends, in bytes of the line.
    end: usize,
    /// A colon or a dash stands behind it.
    parted: bool,
    /// The longest entry of a menu that begins with it, in words.
    entry: Option<(usize, Label)>,
}

impl Placed {
    /// Only sentences and headlines have it; "و" stands in the names of sections too.
    fn is_of_sentences(&self) -> bool {
        self.word.letters > 1 && date::is_function_print(self.word.print)
    }
}

fn words(text: &str) -> Vec<Placed> {
    let mut words: Vec<Placed> = Vec::with_capacity(16);
    let mut inside = false;
    let mut latin = false;
    // "(از، سارہ علی)"
    let bracketed = text.starts_with('(') && text.ends_with(')');
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        let (part, letter) = word_part(c);
        // What joins or varies signs begins no word.
        let part = part && (inside || letter.is_some() || is_alphanumeric(c));
        // "Next articleپرانا پل"
        let was_latin = latin;
        latin = if letter.is_some() { c < '\u{600}' } else { latin };
        let turns = latin != was_latin;
        if part && (!inside || turns) {
            words.push(Placed { word: Word::default(), shift: 1, end: 0, parted: false, entry: None });
        }
        inside = part;
        let Some(last) = words.last_mut() else { continue };
        if let Some(letter) = letter {
            last.word.print.take(letter.into());
            let taken = if latin { 0 } else { take_letters(&mut last.word.print, rest.as_bytes()) };
            last.word.letters += 1 + taken as u32 / 2;
            rest = rest.get(taken..).unwrap_or_default();
        }
        if part {
            last.end = text.len() - rest.len();
        } else if matches!(c, ':' | '-' | '–' | '—' | '|' | '؛' | '!') || (c == '،' && bracketed) {
            last.parted = true;
        }
    }
    for word in &mut words {
        word.shift = shift(word.word.letters);
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
    fn letters_of_another_script_begin_a_word() {
        assert_eq!(found("Next articleپرانا پل مرمت کے بعد کھل گیا"), [(Label::Pagination, Place::Start)]);
    }

    #[test]
    fn two_phrases_of_a_kind_in_a_line_say_as_much_as_one_at_its_start() {
        let notice = "بہتر تجربے کے لیے کوکیز استعمال ہوتی ہیں، ہماری پرائیویسی پالیسی پڑھیں";
        assert_eq!(found(notice), [(Label::Consent, Place::Start)]);
        assert_eq!(found("حکومت نے کوکیز استعمال کرنے کا قانون بدل دیا"), [(Label::Consent, Place::In)]);
    }

    #[test]
    fn a_comma_parts_in_brackets_only() {
        assert!(found("(از، سارہ علی)").contains(&(Label::Byline, Place::Lead)));
        assert_eq!(found("از، سارہ علی"), []);
    }

    #[test]
    fn what_a_newspaper_calls_itself_is_no_headline_about_one() {
        assert!(
            found("گلگت اور اسلام آباد سے بیک وقت شائع ہونے والا اخبار")
                .contains(&(Label::Navigation, Place::In))
        );
        assert_eq!(found("بیک وقت دو زبانوں میں شائع ہونے والا اخبار بند"), []);
    }

    #[test]
    fn entries_side_by_side_are_a_menu() {
        assert_eq!(found("صفحہ اول کھیل ویڈیوز")[0], (Label::Navigation, Place::Whole));
    }

    #[test]
    fn a_menu_may_have_other_entries_and_a_headline_is_none() {
        assert_eq!(found("پاکستان کھیل ستارے ویڈیوز صحت")[0], (Label::Navigation, Place::Whole));
        assert_eq!(found("صفحہ اول علم و ادب پاکستان ایران گیلری")[0], (Label::Navigation, Place::Whole));
        assert_eq!(found("صفحہ اولکھیلانٹرٹینمنٹویڈیوز")[0], (Label::Navigation, Place::Whole));
        for headline in [
            "پاکستان میں صحت اور ٹیکنالوجی",
            "پنجاب، سندھ اور خیبرپختونخوا میں بارش",
            "سیاست و معیشت و ثقافت",
        ] {
            assert!(!found(headline).contains(&(Label::Navigation, Place::Whole)), "{headline}");
        }
        assert!(!found("پاکستان کے کھیل صحت اور تعلیم").contains(&(Label::Navigation, Place::Whole)));
    }

    #[test]
    fn ordinary_prose_holds_no_phrase() {
        assert_eq!(found("پاکستان کے کھیل کے میدان میں نئی روایت قائم ہوئی ہے۔"), []);
    }
}

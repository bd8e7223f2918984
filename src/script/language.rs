//! Which words of a line are not Urdu: Arabic quotations, and other languages of the same script.
//!
//! Evidence is counted, not guessed: letters that a language has not, vowel signs on most letters,
//! words that only one language has, and what stands in quotation marks. Without it a word is Urdu.

use super::class::{ARABIC, BLOCK, DIACRITIC, FOREIGN, LETTER, MARK, PERSIAN, SOFT, TATWEEL, URDU};
use super::class::{class, class_index, is_invisible, is_odd_space};
use super::{entities, forms, lexicon};
use std::ops::Range;

/// A letter of Urdu that stands in no Arabic text, however that was typed: ٹ ڈ ڑ ں ے ھ گ پ چ.
const HARD: u16 = 1 << 14;
/// Letters for which a line is read at all.
pub(super) const REASON: u16 = ARABIC | FOREIGN;
/// ھ: Urdu's, and Sindhi's too.
const ASPIRATE: u16 = 1 << 13;

#[derive(Clone, Debug)]
struct Word {
    span: Range<usize>,
    flags: u16,
    letters: u16,
    harakat: u16,
    kept: bool,
}

impl Word {
    fn has(&self, flags: u16) -> bool {
        self.flags & flags != 0
    }

    /// Vowel signs on half of the letters or more.
    fn is_vocalised(&self) -> bool {
        !self.has(HARD) && self.harakat >= 2 && 2 * self.harakat >= self.letters
    }

    /// A particle with its vowel sign: فِي, مَن.
    fn is_vocalised_particle(&self) -> bool {
        !self.has(HARD) && self.harakat >= 1 && self.letters <= 3
    }

    /// Written with the letters of the Arabic alphabet alone.
    fn is_plain_arabic(&self) -> bool {
        !self.has(HARD | SOFT | FOREIGN)
    }

    /// Has a letter that no neighbour of Urdu has.
    fn is_urdu(&self) -> bool {
        self.has(URDU) && !self.has(FOREIGN)
    }

    /// May stand inside a vocalised quotation.
    fn is_part_of_vocalised(&self) -> bool {
        self.is_vocalised() || self.is_vocalised_particle() || (self.is_plain_arabic() && self.has(ARABIC))
    }
}

/// A stretch of words between marks.
#[derive(Clone, Debug)]
struct Phrase {
    words: Range<usize>,
    quoted: bool,
}

/// Reads lines; its lists are kept between lines for their memory only.
#[derive(Default)]
pub(super) struct Reader {
    words: Vec<Word>,
    phrases: Vec<Phrase>,
}

impl Reader {
    /// Adds the spans of `line` that are not Urdu to `spans`, in order; `taken` are spans of the line
    /// that are no words.
    pub(super) fn find(&mut self, line: &str, taken: &[Range<usize>], spans: &mut Vec<Range<usize>>) {
        self.read(line, taken);
        if self.is_foreign_line(line) {
            if let (Some(first), Some(last)) = (self.words.first(), self.words.last()) {
                spans.push(first.span.start..last.span.end);
            }
            return;
        }
        let arabic = count(&self.words, |word| word.has(ARABIC));
        for phrase in std::mem::take(&mut self.phrases) {
            let inside = count(&self.words[phrase.words.clone()], |word| word.has(ARABIC));
            let foreign_typist = arabic > inside;
            if self.is_other_language(line, &phrase, foreign_typist) {
                self.keep(phrase.words.clone());
            } else {
                self.keep_vocalised(phrase.words.clone());
                self.keep_foreign(phrase.words.clone());
                if !foreign_typist {
                    self.keep_plain_arabic(line, phrase.words.clone());
                }
            }
            self.push_kept(phrase.words, spans);
        }
    }

    fn keep(&mut self, words: Range<usize>) {
        self.words[words].iter_mut().for_each(|word| word.kept = true);
    }

    /// Adds a span for each run of kept words.
    fn push_kept(&self, words: Range<usize>, spans: &mut Vec<Range<usize>>) {
        let mut joined = false;
        for word in &self.words[words] {
            match spans.last_mut() {
                Some(last) if joined && word.kept => last.end = word.span.end,
                _ if word.kept => spans.push(word.span.clone()),
                _ => {}
            }
            joined = word.kept;
        }
    }

    /// A line of another language from end to end: no letter in it is Urdu's alone.
    fn is_foreign_line(&self, line: &str) -> bool {
        let words = &self.words;
        let foreign = words.iter().any(|word| word.has(FOREIGN));
        if foreign && !words.iter().any(Word::is_urdu) {
            return true;
        }
        if words.len() < 3 || words.iter().any(|word| word.has(URDU | ASPIRATE)) || !has_reason(words) {
            return false;
        }
        let text = |word: &Word| line.get(word.span.clone()).unwrap_or_default();
        let plain = words.iter().all(Word::is_plain_arabic);
        if plain && count(words, |word| lexicon::is_arabic(text(word))) >= 2 {
            return true;
        }
        let persian = count(words, |word| lexicon::is_persian(text(word)));
        persian >= 2 && persian * 5 >= words.len()
    }

    /// A quotation in another language, or a phrase with letters of one and none of Urdu.
    fn is_other_language(&self, line: &str, phrase: &Phrase, foreign_typist: bool) -> bool {
        let words = &self.words[phrase.words.clone()];
        if words.iter().any(|word| word.has(FOREIGN)) && !words.iter().any(Word::is_urdu) {
            return true;
        }
        if !phrase.quoted || words.iter().any(|word| word.has(URDU | ASPIRATE)) || !has_reason(words) {
            return false;
        }
        let text = |word: &Word| line.get(word.span.clone()).unwrap_or_default();
        let is_arabic = |word: &Word| lexicon::is_arabic(text(word)) && !lexicon::is_formula(text(word));
        let before = &self.words[phrase.words.start.saturating_sub(6)..phrase.words.start];
        if before.iter().any(|word| lexicon::is_language(text(word))) {
            return true;
        }
        let needed = if foreign_typist { 3 } else { 1 };
        let plain = words.iter().all(Word::is_plain_arabic);
        (plain && words.iter().any(|word| word.is_vocalised() && word.has(ARABIC)))
            || (words.len() >= 2 && plain && count(words, is_arabic) >= needed)
            || (words.len() >= 2 && count(words, |word| lexicon::is_persian(text(word))) >= needed)
    }

    /// Vocalised words in a row: scripture and prayer. Three of them also with the letters ہ ی ک,
    /// since Urdu keyboards write Arabic so.
    fn keep_vocalised(&mut self, phrase: Range<usize>) {
        let mut at = phrase.start;
        while at < phrase.end {
            let rest = &self.words[at..phrase.end];
            let run = at..at + rest.iter().take_while(|word| word.is_part_of_vocalised()).count();
            let words = &self.words[run.clone()];
            let plain =
                run.start + words.iter().rposition(|word| !word.is_plain_arabic()).map_or(0, |last| last + 1);
            let plain_words = &self.words[plain..run.end];
            if count(words, Word::is_vocalised) >= 3 {
                self.keep(run.clone());
            } else if count(plain_words, Word::is_vocalised) >= 2
                || plain_words.iter().any(|word| word.is_vocalised() && word.has(ARABIC))
            {
                self.keep(plain..run.end);
            }
            at = run.end + 1;
        }
    }

    /// From each word with letters of another language to the last that follows it without Urdu
    /// between them.
    fn keep_foreign(&mut self, phrase: Range<usize>) {
        let mut last = None;
        for at in phrase {
            if self.words[at].has(FOREIGN) {
                self.keep(last.unwrap_or(at)..at + 1);
                last = Some(at);
            } else if self.words[at].has(URDU) {
                last = None;
            }
        }
    }

    /// Three or more words of the plain Arabic alphabet in a row, among them words that only Arabic
    /// has, in a line whose Urdu is typed with Urdu letters.
    fn keep_plain_arabic(&mut self, line: &str, phrase: Range<usize>) {
        let arabic = count(&self.words[phrase.clone()], |word| word.has(ARABIC));
        let mut at = phrase.start;
        while at < phrase.end {
            let rest = &self.words[at..phrase.end];
            let run = at..at + rest.iter().take_while(|word| word.is_plain_arabic()).count();
            let words = &self.words[run.clone()];
            let here = count(words, |word| word.has(ARABIC));
            let in_urdu = run.len() < self.words.len();
            if words.len() >= 3 && here > 0 && here == arabic && in_urdu {
                let text = |word: &Word| line.get(word.span.clone()).unwrap_or_default();
                let known = |word: &Word| lexicon::is_arabic(text(word)) && !lexicon::is_formula(text(word));
                if count(words, known) >= 2 {
                    self.keep(run.clone());
                }
            }
            at = run.end + 1;
        }
    }
}

fn has_reason(words: &[Word]) -> bool {
    words.iter().any(|word| word.has(REASON))
}

fn count(words: &[Word], is: impl Fn(&Word) -> bool) -> usize {
    words.iter().filter(|word| is(word)).count()
}

/// What a character that is no letter does to the words around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Break {
    /// Ends a phrase, and may begin or end a quotation.
    Quote,
    /// Ends a phrase.
    Stop,
    /// Parts words only.
    Space,
    /// Parts nothing.
    None,
}

/// What is being read.
#[derive(Default)]
struct Reading {
    word: Option<Word>,
    first: usize,
    opened: bool,
}

impl Reader {
    fn read(&mut self, line: &str, taken: &[Range<usize>]) {
        self.words.clear();
        self.phrases.clear();
        let mut state = Reading::default();
        let bytes = line.as_bytes();
        let mut taken = taken.iter();
        let mut next_taken = taken.next();
        let mut at = 0;
        while at < bytes.len() {
            if let Some(span) = next_taken.filter(|span| span.start <= at) {
                self.close(&mut state, Break::Stop);
                at = span.end;
                next_taken = taken.next();
                continue;
            }
            // Most of a line: letters of the block, and the space between words.
            if let Some(&[lead @ 0xd8..=0xdb, second]) = bytes[at..].first_chunk() {
                let bits = BLOCK[class_index(lead, second)];
                if bits & (LETTER | MARK | TATWEEL) != 0 {
                    state.letter(at..at + 2, bits, lead == 0xda && second == 0xbe);
                    at += 2;
                    continue;
                }
            } else if bytes[at] == b' ' {
                self.close(&mut state, Break::Space);
                at += 1;
                continue;
            }
            at = self.read_other(&mut state, line, at);
        }
        self.close(&mut state, Break::Stop);
    }

    /// Reads a character that needs a closer look; returns where it ends.
    fn read_other(&mut self, state: &mut Reading, line: &str, at: usize) -> usize {
        let Some(c) = line.get(at..).and_then(|rest| rest.chars().next()) else { return at + 1 };
        let decoded =
            if c == '&' { entities::decode(line.as_bytes().get(at + 1..).unwrap_or_default()) } else { None };
        let (c, end) = decoded.map_or((c, at + c.len_utf8()), |(decoded, length)| (decoded, at + 1 + length));
        let bits = class(c);
        if forms::is_form(c) {
            // It becomes an Urdu letter.
            state.letter(at..end, LETTER | URDU, false);
        } else if bits & (LETTER | MARK | TATWEEL) != 0 {
            state.letter(at..end, bits, c == 'ھ');
        } else {
            let next = line.get(end..).and_then(|rest| rest.chars().next());
            self.close(state, kind_of(c, next));
        }
        end
    }

    fn close(&mut self, state: &mut Reading, kind: Break) {
        if kind == Break::None {
            return;
        }
        self.words.extend(state.word.take().filter(|word| word.letters > 0));
        if kind == Break::Space {
            return;
        }
        if state.first < self.words.len() {
            let quoted = state.opened && kind == Break::Quote;
            self.phrases.push(Phrase { words: state.first..self.words.len(), quoted });
        }
        state.first = self.words.len();
        state.opened = kind == Break::Quote;
    }
}

impl Reading {
    #[inline]
    fn letter(&mut self, at: Range<usize>, bits: u16, aspirate: bool) {
        let new = || Word { span: at.clone(), flags: 0, letters: 0, harakat: 0, kept: false };
        let word = self.word.get_or_insert_with(new);
        word.span.end = at.end;
        word.flags |= bits & (REASON | PERSIAN | SOFT);
        if aspirate {
            word.flags |= ASPIRATE | HARD;
        } else if bits & (URDU | PERSIAN) != 0 {
            word.flags |= (bits & URDU) | if bits & SOFT == 0 { HARD } else { 0 };
        }
        if bits & LETTER != 0 {
            word.letters = word.letters.saturating_add(1);
        } else if bits & DIACRITIC != 0 {
            word.harakat = word.harakat.saturating_add(1);
        }
    }
}

fn kind_of(c: char, next: Option<char>) -> Break {
    match c {
        ' ' | ',' | '،' | '-' | '\u{6dd}' | '\u{6de}' | '\u{6e9}' => Break::Space,
        // The sign of a lost emoji is no question mark.
        '?' if next == Some('\u{fe0f}') => Break::None,
        '0'..='9' | '٠'..='٩' | '۰'..='۹' => Break::Space,
        '"' | '“' | '”' | '‘' | '’' | '\'' | '«' | '»' | '(' | ')' | '[' | ']' | '{' | '}' => {
            Break::Quote
        }
        _ if is_odd_space(c) => Break::Space,
        _ if is_invisible(c) => Break::None,
        _ => Break::Stop,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(line: &str) -> Vec<&str> {
        let mut spans = Vec::new();
        Reader::default().find(line, &[], &mut spans);
        spans.into_iter().map(|span| &line[span]).collect()
    }

    #[test]
    fn a_vocalised_verse_is_arabic() {
        assert_eq!(kept("إِنَّ مَعَ الْعُسْرِ يُسْرًا"), ["إِنَّ مَعَ الْعُسْرِ يُسْرًا"]);
        assert_eq!(kept("ارشاد ہے کُلُّ نَفْسٍ ذَائِقَةُ الْمَوْتِ اور بس"), ["کُلُّ نَفْسٍ ذَائِقَةُ الْمَوْتِ"]);
    }

    #[test]
    fn an_urdu_word_with_its_vowel_signs_is_urdu() {
        assert!(kept("مُحبّت اور مِلّت کا دِل").is_empty());
        assert!(kept("نبی مُحَمَّد کا اُسوہ").is_empty());
    }

    #[test]
    fn other_languages_are_known_by_their_letters() {
        assert_eq!(kept("سندھی اخبار نے “سنڌي ٻولي جو” لکھا"), ["سنڌي ٻولي جو"]);
        assert_eq!(kept("زه کور ته ځم او بيا راځم"), ["زه کور ته ځم او بيا راځم"]);
    }

    #[test]
    fn a_quotation_of_unvocalised_arabic_or_persian_is_kept() {
        assert_eq!(kept("اس نے “لا إله إلا الله” پڑھا"), ["لا إله إلا الله"]);
        assert_eq!(kept("وہ پڑھنے لگے انا لله وانا اليه راجعون"), ["انا لله وانا اليه راجعون"]);
        assert_eq!(kept("شعر ہے “به نام خدا از همه” اور"), ["به نام خدا از همه"]);
        assert_eq!(kept("فارسی میں “خانه” کہتے ہیں"), ["خانه"]);
    }

    #[test]
    fn urdu_typed_on_an_arabic_keyboard_is_urdu() {
        assert!(kept("اس نے “قومي اسمبلي” کہا").is_empty());
        assert!(kept("حضرت عمر رضي الله عنه نے").is_empty());
        assert!(kept("الله تعالیٰ کا شکر هے").is_empty());
    }
}

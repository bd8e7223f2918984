//! What one pass over a line finds: its length, its letters, how it ends.

use crate::fingerprint::{Fingerprint, Word};
use crate::page::{Page, is_bullet, is_space};
use crate::script::unicode::{is_alphabetic, is_alphanumeric, is_numeric};
use crate::script::{class_index, fold};

/// The measures of a line.
#[derive(Clone, Debug, Default)]
pub(crate) struct Measure {
    pub words: u32,
    /// Letters of the Arabic script.
    pub letters: u32,
    /// Letters of other scripts, mostly Latin.
    pub foreign: u32,
    pub digits: u32,
    /// Emoji, lost emoji, arrows and other signs that are neither letter, digit nor punctuation.
    pub symbols: u32,
    /// Sentences that end before the line's end.
    pub inner_ends: u32,
    pub commas: u32,
    /// Marks that part menu entries: `|`, `/`, `»`, `•`.
    pub separators: u32,
    pub ending: Ending,
    pub opening: Opening,
    pub has_address: bool,
    pub has_at: bool,
    pub hashtags: u32,
    /// A character among or behind those that are symbols, or a "?", as which emoji are lost.
    pub may_have_icons: bool,
    /// Of letters and digits.
    pub print: Fingerprint,
    /// Of letters alone.
    pub phrase: Fingerprint,
}

/// How a line ends, closing quotes and brackets left aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Ending {
    #[default]
    Open,
    /// As a sentence does.
    Sentence,
    Colon,
    Comma,
    /// Three dots: a teaser cut short.
    Ellipsis,
}

/// How a line begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Opening {
    #[default]
    Word,
    Digit,
    Quote,
    Bullet,
    Symbol,
    Hash,
}

/// What a character is, as far as a line's shape goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Foreign,
    Digit,
    Space,
    Stop,
    Dot,
    Ellipsis,
    Comma,
    Colon,
    Separator,
    Closing,
    Quote,
    Bullet,
    Hash,
    At,
    Symbol,
    Joiner,
    Other,
}

/// Classes and folded letters of the Arabic block, U+0600 to U+06FF: most of the text by far.
static ARABIC: [(Class, u16); 256] = arabic();
/// The same of ASCII.
static ASCII: [(Class, u16); 128] = ascii();

const fn arabic() -> [(Class, u16); 256] {
    let mut table = [(Class::Other, 0); 256];
    let mut at = 0;
    while at < 256 {
        let Some(c) = char::from_u32(0x600 + at as u32) else { break };
        table[at] = match (c, fold(c)) {
            ('،' | '؍', _) => (Class::Comma, 0),
            ('؛', _) => (Class::Comma, 0),
            ('؟' | '۔', _) => (Class::Stop, 0),
            ('٪' | '٫' | '٬' | '٭' | '؎' | '؏', _) => (Class::Other, 0),
            ('۞' | '۝' | '۩', _) => (Class::Symbol, 0),
            (_, None) => (Class::Joiner, 0),
            (_, Some(letter)) if letter.is_ascii_digit() => (Class::Digit, letter as u16),
            (_, Some(letter)) if at >= 0x20 => (Class::Letter, letter as u16),
            _ => (Class::Other, 0),
        };
        at += 1;
    }
    table
}

const fn ascii() -> [(Class, u16); 128] {
    let mut table = [(Class::Other, 0); 128];
    let mut at: u8 = 0;
    while at < 128 {
        table[at as usize] = match at {
            b' ' | b'\n' | b'\t' | b'\r' | 0xb | 0xc => (Class::Space, 0),
            b'a'..=b'z' | b'A'..=b'Z' => (Class::Foreign, at.to_ascii_lowercase() as u16),
            b'0'..=b'9' => (Class::Digit, at as u16),
            b'!' | b'?' => (Class::Stop, 0),
            b'.' => (Class::Dot, 0),
            b',' | b';' => (Class::Comma, 0),
            b':' => (Class::Colon, 0),
            b'|' | b'/' | b'\\' | b'>' | b'<' | b'~' => (Class::Separator, 0),
            b')' | b']' | b'}' => (Class::Closing, 0),
            b'"' | b'\'' | b'(' | b'[' | b'{' => (Class::Quote, 0),
            b'*' | b'-' => (Class::Bullet, 0),
            b'#' => (Class::Hash, 0),
            b'@' => (Class::At, 0),
            _ => (Class::Other, 0),
        };
        at += 1;
    }
    table
}

/// What a character is, and its folded letter or digit.
#[inline(never)]
fn classify(c: char) -> (Class, char) {
    let code = c as u32;
    let (class, letter) = match code {
        0..=0x7f => ASCII[code as usize],
        0x600..=0x6ff => ARABIC[(code - 0x600) as usize],
        _ => return classify_rare(c),
    };
    (class, char::from_u32(letter as u32).unwrap_or('\0'))
}

#[cold]
fn classify_rare(c: char) -> (Class, char) {
    let class = match c {
        '…' => Class::Ellipsis,
        '»' | '«' | '›' | '‹' | '·' | '¦' => Class::Separator,
        '”' | '’' | '﴾' | '﴿' => Class::Closing,
        '“' | '‘' => Class::Quote,
        _ if is_bullet(c) => Class::Bullet,
        _ if is_space(c) => Class::Space,
        _ => return classify_other(c),
    };
    (class, '\0')
}

fn classify_other(c: char) -> (Class, char) {
    match fold(c) {
        None => (Class::Joiner, '\0'),
        Some(letter) if matches!(c, '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}') => {
            (Class::Letter, letter)
        }
        Some(letter) if is_alphabetic(c) => (Class::Foreign, letter),
        Some(letter) if is_numeric(c) => (Class::Digit, letter),
        _ if is_symbol(c) => (Class::Symbol, '\0'),
        _ => (Class::Other, '\0'),
    }
}

/// What is typed in text stands before it: quotes, dashes, invisible characters.
const FIRST_SYMBOL: char = '\u{20e3}';

/// Emoji, arrows, dingbats, icon fonts' private letters and the sign of a lost character.
pub(crate) fn is_symbol(c: char) -> bool {
    matches!(c,
        '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{2460}'..='\u{24ff}' | '\u{2500}'..='\u{27bf}'
        | '\u{2900}'..='\u{297f}' | '\u{2b00}'..='\u{2bff}' | '\u{e000}'..='\u{f8ff}' | '\u{fffc}' | '\u{fffd}'
        | '\u{1f000}'..='\u{1faff}' | '\u{f0000}'..='\u{10fffd}' | '\u{20e3}' | '\u{e0020}'..='\u{e007f}')
}

/// Whether a character is a part of a word, a letter, a digit or a mark on one, and the folded letter that it is.
#[inline]
pub(super) fn word_part(c: char) -> (bool, Option<char>) {
    match classify(c) {
        (Class::Letter | Class::Foreign, letter) => (true, Some(letter)),
        (class, _) => (matches!(class, Class::Digit | Class::Joiner), None),
    }
}

/// Folded letters of the Arabic block; 0 of what is none.
static LETTERS: [u16; 256] = letters();

const fn letters() -> [u16; 256] {
    let mut table = [0; 256];
    let mut at = 0;
    while at < 256 {
        if let (Class::Letter, letter) = ARABIC[at] {
            table[at] = letter;
        }
        at += 1;
    }
    table
}

/// Takes in the letters of the Arabic block at the head of `text`, most of a text by far; returns how many bytes they are.
#[inline]
pub(super) fn take_letters(print: &mut Fingerprint, text: &[u8]) -> usize {
    let mut rest = text;
    while let &[lead @ 0xd8..=0xdb, second, ref tail @ ..] = rest {
        let letter = LETTERS[class_index(lead, second)];
        if letter == 0 {
            break;
        }
        print.take(letter.into());
        rest = tail;
    }
    text.len() - rest.len()
}

/// The words of all lines of a page.
#[derive(Debug, Default)]
pub(crate) struct Words {
    list: Vec<Word>,
    /// Where the words of each line end.
    ends: Vec<usize>,
}

impl Words {
    pub(super) fn line(&self, at: usize) -> &[Word] {
        let start = at.checked_sub(1).map_or(0, |above| self.ends[above]);
        &self.list[start..self.ends[at]]
    }
}

/// Measures the lines of a page, and gives their words.
#[inline(never)]
pub(crate) fn lines(page: &Page) -> (Vec<Measure>, Words) {
    let mut words = Words::default();
    let measure = |at| {
        let measure = read(page.text(at), Some(&mut words.list));
        words.ends.push(words.list.len());
        measure
    };
    ((0..page.lines.len()).map(measure).collect(), words)
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    read(text, Some(&mut words));
    words
}

/// Measures a line.
pub(crate) fn measure(text: &str) -> Measure {
    read(text, None)
}

/// Measures a line, and adds its words to others.
fn read(text: &str, words: Option<&mut Vec<Word>>) -> Measure {
    let mut reader = Reader { words, ..Reader::default() };
    let bytes = text.as_bytes();
    let mut next = 0;
    loop {
        // Words of the Arabic block with one space between them are most of a text by far.
        let (phrase, letters) = (reader.m.phrase, reader.m.letters);
        let taken = take_letters(&mut reader.m.phrase, &bytes[next..]);
        if taken > 0 {
            reader.opens(Class::Letter);
            reader.begins_word(phrase, letters);
            reader.m.letters += taken as u32 / 2;
            next += taken;
        }
        if bytes.get(next) == Some(&b' ') {
            reader.in_address = false;
            reader.ends_word();
            next += 1;
            continue;
        }
        let Some(c) = text.get(next..).and_then(|rest| rest.chars().next()) else { break };
        reader.take(text, next, c);
        next += c.len_utf8();
    }
    reader.ends_word();
    let mut m = reader.m;
    m.print = m.phrase.with(reader.digits);
    m
}

/// A line while it is measured.
#[derive(Default)]
struct Reader<'a> {
    m: Measure,
    /// Where its words go.
    words: Option<&'a mut Vec<Word>>,
    digits: Fingerprint,
    /// The line's letters, and how many they were, when the word began.
    word: Option<(Fingerprint, u32)>,
    opened: bool,
    pending_end: bool,
    dots: u32,
    in_address: bool,
}

impl Reader<'_> {
    #[inline]
    fn opens(&mut self, class: Class) {
        if !self.opened {
            self.opened = true;
            self.m.opening = opening(class);
        }
    }

    /// A letter or a digit stands behind those of `phrase`.
    #[inline]
    fn begins_word(&mut self, phrase: Fingerprint, letters: u32) {
        if self.word.is_none() && !self.in_address {
            self.word = Some((phrase, letters + self.m.foreign));
            self.m.words += 1;
            self.m.inner_ends += u32::from(self.pending_end);
            self.pending_end = false;
        }
        self.m.ending = Ending::Open;
        self.dots = 0;
    }

    #[inline]
    fn ends_word(&mut self) {
        if let Some((phrase, letters)) = self.word.take()
            && let Some(words) = &mut self.words
        {
            words.push(self.m.phrase.since(phrase, self.m.letters + self.m.foreign - letters));
        }
    }

    /// Takes in the character at `at`.
    fn take(&mut self, text: &str, at: usize, c: char) {
        let (class, letter) = classify(c);
        let m = &mut self.m;
        m.may_have_icons |= c >= FIRST_SYMBOL || c == '?';
        if !matches!(class, Class::Space | Class::Joiner) {
            self.opens(class);
        }
        let m = &mut self.m;
        match class {
            Class::Letter | Class::Foreign | Class::Digit => {
                let (phrase, letters) = (m.phrase, m.letters);
                self.begins_word(phrase, letters);
                let m = &mut self.m;
                match class {
                    // Where it stands among the letters counts, too.
                    Class::Digit => self.digits.take_digit(letter.into(), m.letters + m.foreign),
                    _ => m.phrase.take(letter.into()),
                }
                m.digits += u32::from(class == Class::Digit);
                m.letters += u32::from(class == Class::Letter);
                m.foreign += u32::from(class == Class::Foreign);
                return;
            }
            Class::Joiner => return,
            Class::Stop | Class::Dot => {
                self.dots += 1;
                // A dot between letters or digits is a decimal or an address.
                if class == Class::Stop || !next_is_word(text, at + 1) {
                    m.ending = if self.dots >= 3 { Ending::Ellipsis } else { Ending::Sentence };
                    // Behind a number at the line's start it is a rank's.
                    self.pending_end = m.letters + m.foreign > 0;
                }
            }
            Class::Ellipsis => {
                m.ending = Ending::Ellipsis;
                self.pending_end = true;
            }
            Class::Comma => {
                m.commas += 1;
                m.ending = Ending::Comma;
            }
            Class::Colon => {
                self.in_address |= text[at..].starts_with("://");
                m.has_address |= self.in_address;
                m.ending = Ending::Colon;
            }
            Class::Separator => m.separators += 1,
            Class::Hash => m.hashtags += u32::from(next_is_word(text, at + 1)),
            Class::At => m.has_at = true,
            Class::Symbol => m.symbols += 1,
            Class::Bullet | Class::Other | Class::Quote | Class::Closing | Class::Space => {}
        }
        // An address is one word.
        self.in_address &= class != Class::Space;
        if !matches!(class, Class::Dot | Class::At) {
            self.ends_word();
        }
    }
}

fn next_is_word(text: &str, at: usize) -> bool {
    text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_alphanumeric)
}

fn opening(class: Class) -> Opening {
    match class {
        Class::Digit => Opening::Digit,
        Class::Quote => Opening::Quote,
        Class::Bullet | Class::Separator => Opening::Bullet,
        Class::Symbol => Opening::Symbol,
        Class::Hash => Opening::Hash,
        _ => Opening::Word,
    }
}

impl Measure {
    /// Letters and digits.
    pub(crate) fn size(&self) -> u32 {
        self.letters + self.foreign + self.digits
    }

    /// Sentences, the last one counted where it is finished.
    pub(crate) fn sentences(&self) -> u32 {
        self.inner_ends + u32::from(self.ending == Ending::Sentence)
    }

    /// Whether the line reads as running text: long enough, with a sentence that ends in it.
    pub(crate) fn is_prose(&self) -> bool {
        (self.words >= 8 && self.sentences() > 0) || self.words >= 40
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_measured_in_words_and_sentences() {
        let m = measure("وہ گیا۔ پھر 3.5 گھنٹے بعد آیا، سب نے کہا: “خوش آمدید!”");
        assert_eq!((m.words, m.inner_ends, m.commas, m.ending), (12, 1, 1, Ending::Sentence));
    }

    #[test]
    fn the_stop_behind_a_rank_ends_no_sentence() {
        assert_eq!([measure("1۔ پل بند").inner_ends, measure("وہ گیا۔ پل بند").inner_ends], [0, 1]);
    }

    #[test]
    fn spacing_and_keyboard_do_not_change_a_fingerprint() {
        assert_eq!(measure("شیئر کریں:").phrase, Fingerprint::of_phrase("شیئرکريں"));
        assert_eq!(measure("تبصرے (12)").phrase, measure("تبصرے").phrase);
        assert_ne!(measure("تبصرے (12)").print, measure("تبصرے").print);
    }

    #[test]
    fn a_lost_emoji_leaves_a_line_without_letters() {
        let m = measure("?\u{fe0f}");
        assert_eq!((m.size(), m.words), (0, 0));
    }
}

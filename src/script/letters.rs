//! Letters: what Arabic and other keyboards gave, to the letters of Urdu, by what the word needs.

use super::class::{ARABIC, COMBINING, DIGIT, FOREIGN, HAMZA, LETTER, MARK, class, is_odd_space};
use super::cluster::Tape;
use super::{aspirates, forms};
use crate::article::ChangeKind::Letters;

const HAMZA_ABOVE: char = '\u{654}';
const HIGH_HAMZA: char = '\u{674}';
const TATWEEL_SIGN: char = '\u{640}';

/// More marks than any letter carries.
const REACH: usize = 16;

/// The letter of Urdu that stands for `c` in an Urdu word.
pub(super) fn urdu_letter(c: char) -> char {
    match c {
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'ه' => 'ہ',
        'ة' => 'ۃ',
        'ۀ' => 'ۂ',
        '\u{678}' => 'ئ',
        '\u{676}' => 'ؤ',
        '\u{675}' => 'أ',
        _ => c,
    }
}

/// Takes out tatweel between letters. A row of it that touches no letter is a rule or a dash.
pub(super) fn drop_tatweel(tape: &mut Tape) {
    let is_letter = |c: char| class(c) & (LETTER | MARK) != 0;
    while let Some(atom) = tape.current() {
        if atom.ch != TATWEEL_SIGN || atom.kept {
            tape.keep();
            continue;
        }
        let row = (0..)
            .map_while(|steps| tape.peek(steps))
            .take_while(|atom| atom.ch == TATWEEL_SIGN && !atom.kept);
        let length = row.count();
        let next = tape.peek(length).map(|atom| atom.ch).or(tape.after());
        let goes = tape.prev().is_some_and(is_letter) || next.is_some_and(is_letter);
        for _ in 0..length {
            if goes { tape.remove(Letters) } else { tape.keep() }
        }
    }
}

/// Composes, and gives each word its Urdu letters.
pub(super) fn set(tape: &mut Tape) {
    let mut word = WordKind::default();
    while let Some(atom) = tape.current() {
        let bits = class(atom.ch);
        if atom.kept || bits & (COMBINING | ARABIC | HAMZA) == 0 {
            tape.keep();
        } else if bits & COMBINING != 0 {
            compose(tape, atom.ch);
        } else if bits & HAMZA != 0 {
            seat_hamza(tape);
        } else {
            let foreign = word.is_foreign(tape);
            set_letter(tape, atom.ch, foreign);
        }
    }
}

/// Whether the word under the head has letters of another language; found once for each word.
#[derive(Default)]
struct WordKind {
    until: usize,
    foreign: bool,
}

impl WordKind {
    fn is_foreign(&mut self, tape: &Tape) -> bool {
        if tape.position() >= self.until {
            let in_word = |c: char| class(c) & (LETTER | MARK) != 0;
            let behind = tape.back().take_while(|&c| in_word(c)).any(|c| class(c) & FOREIGN != 0);
            let rest = tape.all()[tape.position()..].iter().take_while(|atom| in_word(atom.ch));
            self.until = tape.position() + rest.clone().count();
            self.foreign = behind || rest.clone().any(|atom| class(atom.ch) & FOREIGN != 0);
        }
        self.foreign
    }
}

fn set_letter(tape: &mut Tape, c: char, foreign: bool) {
    let ends_word = tape.next().is_none_or(|c| class(c) & (LETTER | MARK) == 0);
    match c {
        _ if foreign => tape.keep(),
        // The letter after a Hijri year.
        'ه' if ends_word && follows_digit(tape) => tape.replace('ھ', Letters),
        'ه' if aspirates::is_aspirate(tape) => tape.replace('ھ', Letters),
        // Inside a word it joins nothing, which ہ would.
        '\u{6d5}' if ends_word => tape.replace('ہ', Letters),
        // With a hamza on it, it becomes another letter first.
        'ي' | '\u{6d5}' if next_hamza(tape) => tape.keep(),
        _ => tape.replace(urdu_letter(c), Letters),
    }
}

/// Whether a digit stands before the head, with space between them or none.
fn follows_digit(tape: &Tape) -> bool {
    let nearest = tape.back().take(REACH).find(|&c| c != ' ' && !is_odd_space(c));
    nearest.is_some_and(|c| class(c) & DIGIT != 0)
}

/// Whether a hamza above follows, after vowel signs.
fn next_hamza(tape: &Tape) -> bool {
    tape.ahead().take(REACH).find(|&c| class(c) & MARK == 0 || c == HAMZA_ABOVE) == Some(HAMZA_ABOVE)
}

/// Puts a hamza or madda into the letter that it stands on.
fn compose(tape: &mut Tape, mark: char) {
    let mark = if mark == HIGH_HAMZA { HAMZA_ABOVE } else { mark };
    let marks = tape
        .written_back()
        .take(REACH)
        .take_while(|atom| class(atom.ch) & (MARK | COMBINING) == MARK)
        .count();
    let base = tape.written_back().nth(marks).filter(|atom| !atom.kept).map(|atom| atom.ch);
    let mid_word =
        tape.ahead().take(REACH).find(|&c| class(c) & MARK == 0).is_some_and(|c| class(c) & LETTER != 0);
    let composed = match base {
        Some(base) => match (base, mark) {
            ('ی' | 'ى', HAMZA_ABOVE) => mid_word.then_some('ئ'),
            ('ه', HAMZA_ABOVE) => Some('ۂ'),
            ('\u{6d5}', HAMZA_ABOVE) => Some('ۂ'),
            _ => forms::compose(base, mark),
        },
        None => None,
    };
    match composed {
        Some(letter) => {
            tape.absorb(marks + 1, letter, Letters);
        }
        // A high hamza that sits on no letter is the letter itself.
        None if tape.current().is_some_and(|atom| atom.ch == HIGH_HAMZA) => {
            let seated = matches!(tape.next(), Some('ی' | 'ے' | 'ي' | 'ى'))
                && base.is_some_and(|c| class(c) & LETTER != 0);
            let lone = match base {
                Some('ی') => HAMZA_ABOVE,
                _ if seated => 'ئ',
                _ => 'ء',
            };
            tape.replace(lone, Letters);
        }
        None => tape.keep(),
    }
}

/// ء before ی and ے inside a word is ئ: كوءی, گءے.
fn seat_hamza(tape: &mut Tape) {
    let in_word = tape.prev().is_some_and(|c| class(c) & (LETTER | MARK) != 0);
    let seated = matches!(tape.next(), Some('ی' | 'ے' | 'ي' | 'ى'));
    if in_word && seated { tape.replace('ئ', Letters) } else { tape.keep() }
}

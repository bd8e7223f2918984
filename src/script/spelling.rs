//! Spelling variants, set to the form that dictionaries give.

use super::class::{LETTER, MARK, class};
use super::cluster::{Atom, Tape};
use crate::article::ChangeKind::Spelling;

/// Words joined to لیے, and the same words by themselves.
static JOINED: [(&str, &str); 8] = [
    ("کیلیے", "کے لیے"),
    ("کےلیے", "کے لیے"),
    ("اسلیے", "اس لیے"),
    ("جسلیے", "جس لیے"),
    ("کسلیے", "کس لیے"),
    ("اسکیلیے", "اس کے لیے"),
    ("جسکیلیے", "جس کے لیے"),
    ("انکیلیے", "ان کے لیے"),
];

/// Words in which ئے after a consonant is right.
static RIGHT: [&str; 6] = ["نئے", "گئے", "شئے", "مئے", "پئے", "طئے"];

/// Words that ۓ ends with the hamza of izafat.
static WITH_IZAFAT: [&str; 3] = ["مۓ", "شۓ", "پۓ"];

/// Sets the words of a cluster to their dictionary form.
pub(super) fn set(tape: &mut Tape) {
    while let Some(atom) = tape.current() {
        let starts = !tape.prev().is_some_and(in_word);
        if !starts || !in_word(atom.ch) {
            tape.keep();
            continue;
        }
        let word: Vec<Atom> =
            tape.all()[tape.position()..].iter().take_while(|atom| in_word(atom.ch)).copied().collect();
        let variant = !word.iter().any(|atom| atom.kept);
        match variant.then(|| corrected(&word)).flatten() {
            Some(right) => write(tape, &word, &right),
            None => word.iter().for_each(|_| tape.keep()),
        }
    }
}

fn in_word(c: char) -> bool {
    class(c) & (LETTER | MARK) != 0
}

/// Writes `right` over `word`, changing no more than what lies between their common ends.
fn write(tape: &mut Tape, word: &[Atom], right: &[char]) {
    let head = word.iter().zip(right).take_while(|(atom, c)| atom.ch == **c).count();
    let tail = word[head..]
        .iter()
        .rev()
        .zip(right[head..].iter().rev())
        .take_while(|(atom, c)| atom.ch == **c)
        .count();
    for _ in 0..head {
        tape.keep();
    }
    let mut middle = right[head..right.len() - tail].iter();
    for _ in head..word.len() - tail {
        match middle.next() {
            Some(&c) => tape.replace(c, Spelling),
            None => tape.remove(Spelling),
        }
    }
    for &c in middle {
        tape.insert(c, Spelling);
    }
    for _ in 0..tail {
        tape.keep();
    }
}

/// The dictionary form of `word`, where it has another one.
fn corrected(word: &[Atom]) -> Option<Vec<char>> {
    let letters: Vec<char> = word.iter().map(|atom| atom.ch).collect();
    let mut right = letters.clone();
    // ھ begins no word; with a mark on it, such as a hamza, it is another letter.
    if let ['ھ', next, ..] = right[..]
        && class(next) & LETTER != 0
    {
        right[0] = 'ہ';
    }
    set_ending(&mut right);
    let text: String = right.iter().collect();
    if let Some((_, apart)) = JOINED.iter().find(|row| row.0 == text) {
        right = apart.chars().collect();
    }
    (right != letters).then_some(right)
}

/// ۓ, ئے, یئے and ئیے after a consonant are یے: لئے, چاہیئے, دیجئے.
fn set_ending(word: &mut Vec<char>) {
    let mut text: String = word.iter().collect();
    if text.ends_with('ۓ') && !WITH_IZAFAT.contains(&text.as_str()) {
        word.pop();
        word.extend(['ئ', 'ے']);
        text = word.iter().collect();
    }
    let stem = ["یئے", "ئیے", "ئے"].iter().find_map(|ending| text.strip_suffix(ending));
    let Some(stem) = stem.filter(|stem| !stem.is_empty() && !RIGHT.contains(&text.as_str())) else { return };
    let vowel = stem.ends_with(['ا', 'آ', 'و', 'ی', 'ے', 'ئ', 'ؤ', 'ء']);
    if !vowel {
        *word = stem.chars().chain(['ی', 'ے']).collect();
    } else if text.ends_with("یئے") {
        *word = stem.chars().chain(['ئ', 'ی', 'ے']).collect();
    }
}

//! Marks: Latin ones after Urdu words, and marks that stand twice.

use super::class::{DIGIT, class, is_script};
use super::cluster::Tape;
use super::initials;
use crate::article::ChangeKind::Punctuation;

/// How far a number and what goes with it are followed back to the word before it.
const NUMBER_REACH: usize = 32;
/// More marks than close together.
const CLOSERS: usize = 8;
/// How far the opening commas of a quotation are looked for.
const QUOTATION_REACH: usize = 200;

/// Gives Urdu words Urdu marks.
pub(super) fn convert(tape: &mut Tape, spacing: bool) {
    // Whether the marks right before the head began behind Urdu: a run of any length is asked once.
    let mut in_run = false;
    while let Some(atom) = tape.current() {
        if atom.kept || !is_mark(atom.ch) {
            in_run = false;
            tape.keep();
            continue;
        }
        in_run = (in_run && tape.prev().is_some_and(is_run_mark)) || follows_urdu(tape, atom.ch, spacing);
        match urdu_mark(atom.ch) {
            Some(_) if atom.ch == '.' => convert_dots(tape, in_run),
            Some(mark) if in_run && fits_next(atom.ch, tape.next()) => tape.replace(mark, Punctuation),
            _ => tape.keep(),
        }
    }
}

fn is_mark(c: char) -> bool {
    is_run_mark(c) || urdu_mark(c).is_some()
}

/// A mark that closes what is before it, and of which more than one are made one.
fn is_run_mark(c: char) -> bool {
    matches!(c, '!' | '؟' | '،' | '؛')
}

fn urdu_mark(c: char) -> Option<char> {
    match c {
        ',' => Some('،'),
        '.' => Some('۔'),
        ';' => Some('؛'),
        '?' => Some('؟'),
        _ => None,
    }
}

/// One or two dots are a full stop, three are an ellipsis.
fn convert_dots(tape: &mut Tape, follows_urdu: bool) {
    let dots =
        1 + (1..).map_while(|steps| tape.peek(steps)).take_while(|atom| atom.ch == '.' && !atom.kept).count();
    let next = tape.peek(dots).map(|atom| atom.ch).or(tape.after());
    let stop = dots <= 2 && fits_next('.', next) && follows_urdu && !is_after_title(tape, next);
    for dot in 0..dots {
        match (stop, dot) {
            (true, 0) => tape.replace('۔', Punctuation),
            (true, _) => tape.remove(Punctuation),
            _ => tape.keep(),
        }
    }
}

/// ڈاکٹر. عبدالسلام: the dot of an abbreviation.
fn is_after_title(tape: &Tape, next: Option<char>) -> bool {
    let mut word: Vec<char> = tape.back().take(16).take_while(|&c| is_script(c)).collect();
    word.reverse();
    next == Some(' ') && initials::is_title(&word.into_iter().collect::<String>())
}

/// What follows tells a mark from a part of an address, a smiley or a number.
fn fits_next(mark: char, next: Option<char>) -> bool {
    match (mark, next) {
        ('.', Some(c)) => !c.is_ascii_alphabetic() && c != '/' && c != '_',
        (';', Some(c)) => !matches!(c, ')' | '(' | 'D' | 'P' | '-'),
        ('?', Some(c)) => c != '=' && c != '\u{fe0f}',
        _ => true,
    }
}

/// Whether the mark under the head belongs to Urdu before it.
fn follows_urdu(tape: &Tape, mark: char, spacing: bool) -> bool {
    let mut back = tape.back().peekable();
    let spaced = spacing && back.next_if_eq(&' ').is_some();
    while spaced && back.next_if_eq(&' ').is_some() {}
    if spaced && mark == '.' && tape.next().is_some_and(|c| class(c) & DIGIT != 0 || c.is_ascii_digit()) {
        return false;
    }
    let kept = tape.written_back().find(|atom| atom.ch != ' ').map_or(tape.kept_before(), |atom| atom.kept);
    if kept {
        return false;
    }
    let closes = |c: &char| !spaced && (is_run_mark(*c) || matches!(c, ')' | ']' | '”' | '’' | '"' | '»'));
    for _ in 0..CLOSERS {
        if back.next_if(closes).is_none() {
            break;
        }
    }
    match back.next() {
        Some('\u{200c}') => true,
        Some(c) if is_script(c) => true,
        Some(c) if is_number(c) && !spaced => ends_urdu_number(tape, mark, back),
        _ => false,
    }
}

fn is_number(c: char) -> bool {
    class(c) & DIGIT != 0 || matches!(c, '%' | '٪')
}

/// A number in an Urdu sentence, which goes on or ends behind the mark.
fn ends_urdu_number(tape: &Tape, mark: char, back: impl Iterator<Item = char>) -> bool {
    let goes_on = match (tape.next(), tape.ahead().find(|&c| c != ' ')) {
        (None, _) | (_, None) => mark != ',' && mark != ';',
        (Some(' '), Some(c)) => is_script(c),
        _ => false,
    };
    let in_number = |c: &char| is_number(*c) || matches!(c, '.' | ',' | ':' | '/' | '-' | ' ' | '٫' | '٬');
    let word = back.take(NUMBER_REACH).find(|c| !in_number(c));
    goes_on && word.is_some_and(is_script)
}

/// Leaves one of marks that stand twice.
pub(super) fn collapse(tape: &mut Tape) {
    while let Some(atom) = tape.current() {
        if atom.kept || !matches!(atom.ch, '،' | '۔' | '؟' | '؛' | '!' | ':') {
            tape.keep();
        } else if atom.ch == '۔' {
            collapse_full_stops(tape);
        } else if atom.ch == '،' && quotes_with_commas(tape) {
            tape.keep();
            tape.keep();
        } else {
            collapse_mark(tape, atom.ch);
        }
    }
}

/// Two full stops are one, three or more are the Urdu ellipsis.
fn collapse_full_stops(tape: &mut Tape) {
    let stops =
        1 + (1..).map_while(|steps| tape.peek(steps)).take_while(|atom| atom.ch == '۔' && !atom.kept).count();
    if stops == 2 {
        collapse_mark(tape, '۔');
        tape.remove(Punctuation);
    } else if stops == 1 {
        collapse_mark(tape, '۔');
    } else {
        (0..stops).for_each(|_| tape.keep());
    }
}

/// Writes `mark`, or the stronger one of it and the mark before it.
fn collapse_mark(tape: &mut Tape, mark: char) {
    let free = tape.written_back().next().is_some_and(|atom| !atom.kept);
    let Some(prev) = tape.prev().filter(|_| free) else {
        tape.keep();
        return;
    };
    let further = tape.back().nth(1);
    let in_urdu = further.is_some_and(|c| is_script(c) || matches!(c, '!' | ':' | '؟' | '”' | ')'));
    match (prev, mark) {
        ('،', '،') | ('؛', '؛') | ('؟', '؟') => tape.remove(Punctuation),
        ('!', '!') | (':', ':') if in_urdu => tape.remove(Punctuation),
        ('،' | '؛', '۔' | '؟' | '!' | ':') | ('،', '؛') => {
            tape.take_back(prev, Punctuation);
            collapse_mark(tape, mark);
        }
        ('۔', '،' | '؛') | ('؟' | '!', '۔') => tape.remove(Punctuation),
        ('۔', '؟' | '!') if further != Some('۔') => {
            tape.take_back(prev, Punctuation);
            tape.keep();
        }
        _ => tape.keep(),
    }
}

/// ،،نیا پاکستان،،: two commas on each side, as old typesetting has quotation marks.
fn quotes_with_commas(tape: &Tape) -> bool {
    let comma = |steps: usize| tape.peek(steps).is_some_and(|atom| atom.ch == '،');
    let starts_word = tape.prev().is_none_or(|c| c == ' ' || c == '(')
        && tape.peek(2).is_some_and(|atom| is_script(atom.ch));
    let opened = || {
        let mut back = tape.back().take(QUOTATION_REACH).peekable();
        std::iter::from_fn(|| back.next().zip(back.peek().copied())).any(|pair| pair == ('،', '،'))
    };
    comma(1) && !comma(2) && tape.prev() != Some('،') && (starts_word || opened())
}

//! Spaces: odd and repeated ones, and those around marks, brackets and quotation marks.

use super::class::{DIGIT, class, is_odd_space, is_script};
use super::cluster::{Atom, Tape};
use super::initials;
use super::quotes::Before;
use crate::article::ChangeKind::Spacing;
use crate::script::unicode::is_alphanumeric;

/// A bracket with fewer characters in it belongs to the word that it touches: بچہ(ے).
const LONG_BRACKET: usize = 3;

/// Makes one plain space of odd and repeated ones, and none at the ends of the line.
pub(super) fn unify(tape: &mut Tape) {
    while let Some(atom) = tape.current() {
        if is_space(&atom) { space(tape, false) } else { tape.keep() }
    }
}

/// A space that may be changed.
fn is_space(atom: &Atom) -> bool {
    !atom.kept && (atom.ch == ' ' || is_odd_space(atom.ch))
}

/// Sets the spaces around marks, brackets and quotation marks right; `straight` where the " of the line are pairs.
pub(super) fn set(tape: &mut Tape, straight: bool, before: Before) {
    let mut quotes = before;
    // Whether the last written character opens something.
    let mut opened = opens_before(tape);
    while let Some(atom) = tape.current() {
        let c = atom.ch;
        let opener = opened;
        opened = false;
        match c {
            _ if atom.kept => tape.keep(),
            ' ' => space(tape, opener),
            '،' | '۔' | '؟' | '؛' | ':' | '!' => mark(tape, c, quotes.turned > 0),
            '(' | '[' | '{' => {
                open_bracket(tape, c);
                opened = true;
            }
            ')' | ']' | '}' => close_bracket(tape),
            '”' => close_quote(tape, quotes.open > 0),
            '“' if closes(tape.prev(), tape.next(), quotes.turned > 0) => close_quote(tape, true),
            '"' if straight && quotes.straight => close_quote(tape, true),
            '"' if !straight => tape.keep(),
            '“' | '"' => opened = open_quote(tape),
            _ => tape.keep(),
        }
        quotes.pass(c);
    }
}

/// Whether the text before the cluster ends with something that opens.
fn opens_before(tape: &Tape) -> bool {
    matches!(tape.before(), Some('(' | '[' | '{'))
}

/// One space between words, none at the ends of a line and inside an opening bracket or quote.
fn space(tape: &mut Tape, opened: bool) {
    let run = (0..).map_while(|steps| tape.peek(steps)).take_while(is_space).count();
    let next = tape.peek(run).map(|atom| atom.ch).or(tape.after());
    let prev = tape.prev();
    let inside = opened && is_urdu_inside(tape, next);
    let goes = prev.is_none_or(|c| c == ' ') || next.is_none() || inside;
    for at in 0..run {
        if at > 0 || goes { tape.remove(Spacing) } else { tape.replace(' ', Spacing) }
    }
}

/// Whether an opening bracket before the head and what follows are Urdu's: English keeps its spaces.
fn is_urdu_inside(tape: &Tape, next: Option<char>) -> bool {
    let outer = tape.back().skip(1).find(|&c| c != ' ');
    next.is_some_and(|c| is_script(c) || class(c) & DIGIT != 0) || outer.is_some_and(is_script)
}

/// No space before a mark, one after it; `turned` where “ would close a quotation.
fn mark(tape: &mut Tape, mark: char, turned: bool) {
    if loses_space(tape, mark) {
        tape.take_back(' ', Spacing);
    }
    let prev = tape.prev();
    let next = tape.next();
    let behind = tape.peek(2).map(|atom| atom.ch).or(tape.after());
    let closed = match next {
        Some('“') => closes(Some(mark), behind, turned),
        Some('‘') => is_parted(behind),
        _ => false,
    };
    let wanted =
        needs_space(mark, prev, next) && (mark == ':' || !closed) && !(mark == '۔' && is_initial(tape));
    tape.keep();
    if wanted {
        tape.insert(' ', Spacing);
    }
}

/// Whether “ ends a quotation: one that began with ”, as Urdu typesetting on paper has it, or one whose sentence ends
/// there and which began on another line.
fn closes(prev: Option<char>, next: Option<char>, turned: bool) -> bool {
    turned || (matches!(prev, Some('۔' | '؟' | '!')) && is_parted(next))
}

/// Whether a word ends before `next`.
fn is_parted(next: Option<char>) -> bool {
    next.is_none_or(|c| c == ' ' || is_stop(c))
}

/// Whether the space before the mark under the head goes.
fn loses_space(tape: &Tape, mark: char) -> bool {
    let mut back = tape.back();
    if back.next() != Some(' ') {
        return false;
    }
    let Some(word) = back.next() else { return false };
    let urdu = is_script(word)
        || class(word) & DIGIT != 0
        || matches!(word, ')' | ']' | '”' | '"' | '’' | '»' | '٪' | '%');
    match mark {
        ':' => {
            let next = tape.next();
            let in_number = class(word) & DIGIT != 0
                && tape.ahead().find(|&c| c != ' ').is_some_and(|c| class(c) & DIGIT != 0);
            let whole = next.is_none_or(|c| {
                c == ' ' || is_script(c) || class(c) & DIGIT != 0 || matches!(c, '“' | '"' | '‘' | ':')
            });
            urdu && whole && !in_number
        }
        '!' => urdu && tape.next().is_none_or(|c| !c.is_ascii_alphanumeric() && c != '='),
        _ => !matches!(word, '(' | '[' | '{' | '“'),
    }
}

/// Whether a space is missing between `mark` and what follows it.
fn needs_space(mark: char, prev: Option<char>, next: Option<char>) -> bool {
    let (Some(prev), Some(next)) = (prev, next) else { return false };
    if prev == ' ' || matches!(prev, '(' | '[' | '{' | '“' | '‘' | '/') || (mark == '۔' && prev == '۔')
    {
        return false;
    }
    let after_word = is_script(prev) || matches!(prev, ')' | ']' | '”' | '’' | '»' | '"' | '\u{200c}');
    let after_digit = class(prev) & DIGIT != 0;
    match next {
        _ if is_script(next) => true,
        _ if class(next) & DIGIT != 0 => after_word || (!after_digit && !matches!(mark, ':' | '!')),
        'a'..='z' | 'A'..='Z' => after_word || (after_digit && !matches!(mark, ':' | '!')),
        '(' => mark != ':' && after_word,
        '[' | '“' | '‘' | '«' | '#' | '@' => after_word || (after_digit && !matches!(mark, ':' | '!')),
        _ => false,
    }
}

/// Whether the ۔ under the head stands between letter names: پی۔ٹی۔آئی, م۔ن۔راشد.
fn is_initial(tape: &Tape) -> bool {
    let mut back = tape.back().peekable();
    let mut left: Vec<char> = Vec::new();
    while let Some(c) = back.next_if(|&c| is_script(c)) {
        left.push(c);
        if left.len() > 8 {
            return false;
        }
    }
    left.reverse();
    let left: String = left.into_iter().collect();
    let right: String = tape.ahead().take(9).take_while(|&c| is_script(c)).collect();
    let in_chain = back.next() == Some('۔');
    initials::is_letter_name(&left)
        && (in_chain || initials::is_letter_name(&right) || (right.is_empty() && left.chars().count() == 1))
}

/// A space before a bracket that touches a word; space inside of it goes and does not count.
fn open_bracket(tape: &mut Tape, bracket: char) {
    if bracket == '(' && tape.prev().is_some_and(is_script) {
        let inside = tape.ahead().skip_while(|&c| c == ' ').take(LONG_BRACKET);
        if inside.filter(|&c| is_content(c)).count() == LONG_BRACKET {
            tape.insert(' ', Spacing);
        }
    }
    tape.keep();
}

/// No space inside a closing bracket, and one between it and a word.
fn close_bracket(tape: &mut Tape) {
    let inner = tape.back().find(|&c| c != ' ');
    let outer = tape.ahead().find(|&c| c != ' ');
    if inner.is_some_and(|c| is_script(c) || class(c) & DIGIT != 0) || outer.is_some_and(is_script) {
        tape.take_back(' ', Spacing);
    }
    let round = tape.current().is_some_and(|atom| atom.ch == ')');
    let long = tape.back().take(LONG_BRACKET).filter(|&c| is_content(c)).count() == LONG_BRACKET;
    let touches = tape.next().is_some_and(is_script);
    tape.keep();
    if round && long && touches {
        tape.insert(' ', Spacing);
    }
}

fn is_content(c: char) -> bool {
    is_script(c) || is_alphanumeric(c)
}

/// Writes a quotation mark; says whether it opens a quotation.
fn open_quote(tape: &mut Tape) -> bool {
    let prev = tape.prev();
    let next = tape.next();
    let after_space = prev.is_none_or(|c| c == ' ' || matches!(c, '(' | '[') || is_stop(c));
    if prev.is_some_and(is_script) && next.is_some_and(is_script) {
        tape.insert(' ', Spacing);
        tape.keep();
        return true;
    }
    tape.keep();
    after_space
}

/// Writes the quotation mark that closes what is open.
fn close_quote(tape: &mut Tape, open: bool) {
    let next = tape.next();
    let before_space = next.is_none_or(|c| c == ' ' || matches!(c, ')' | ']') || is_stop(c));
    let urdu =
        tape.back().find(|&c| c != ' ').is_some_and(|c| is_script(c) || class(c) & DIGIT != 0 || is_stop(c));
    if open && before_space && urdu {
        tape.take_back(' ', Spacing);
    }
    let touches =
        open && next.is_some_and(is_script) && tape.prev().is_some_and(|c| is_script(c) || is_stop(c));
    tape.keep();
    if touches {
        tape.insert(' ', Spacing);
    }
}

fn is_stop(c: char) -> bool {
    matches!(c, '،' | '۔' | '؟' | '؛' | ':' | '!' | '.' | ',')
}

//! Digits of one set, and the separators that go with them.

use super::class::{DIGIT, class};
use super::cluster::Tape;
use crate::article::ChangeKind;
use crate::options::Digits;
use crate::script::unicode::{is_alphabetic, is_numeric};

/// Gives digits the set that the options ask for, but not inside Latin names (F-16, G20).
pub(super) fn set(tape: &mut Tape, digits: Digits) {
    let mut token_end = 0;
    let mut latin = false;
    while let Some(atom) = tape.current() {
        if tape.position() >= token_end && atom.ch != ' ' {
            let rest = &tape.all()[tape.position()..];
            token_end = tape.position() + rest.iter().take_while(|atom| atom.ch != ' ').count();
            latin = rest[..token_end - tape.position()].iter().any(|atom| atom.ch.is_ascii_alphabetic())
                || tape.back().take_while(|&c| c != ' ').any(|c| c.is_ascii_alphabetic());
        }
        let digit = if atom.kept || latin { None } else { other(tape, atom.ch, digits) };
        match digit {
            Some(c) => tape.replace(c, ChangeKind::Digits),
            None => tape.keep(),
        }
    }
}

/// What `c` becomes.
fn other(tape: &Tape, c: char, digits: Digits) -> Option<char> {
    let value = value(c);
    match digits {
        // A digit of an emoji is a part of it.
        Digits::Urdu if value.is_some() && matches!(tape.next(), Some('\u{fe0f}' | '\u{20e3}')) => None,
        Digits::Urdu => match (value, c) {
            (Some(value), _) => char::from_u32(0x6f0 + value),
            (None, '.') => is_decimal_point(tape).then_some('٫'),
            (None, ',') => is_between_digits(tape).then_some('٬'),
            _ => None,
        },
        Digits::Western => match (value, c) {
            (Some(value), _) => char::from_u32(0x30 + value),
            (None, '٫') => is_between_digits(tape).then_some('.'),
            (None, '٬') => is_between_digits(tape).then_some(','),
            _ => None,
        },
        Digits::Keep => None,
    }
}

/// The value of a digit of one of the three sets.
pub(super) fn value(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - 0x30),
        '٠'..='٩' => Some(c as u32 - 0x660),
        '۰'..='۹' => Some(c as u32 - 0x6f0),
        _ => None,
    }
}

fn is_digit(c: char) -> bool {
    class(c) & DIGIT != 0
}

fn is_between_digits(tape: &Tape) -> bool {
    tape.prev().is_some_and(is_digit) && tape.next().is_some_and(is_digit)
}

/// One point in the number: two of them make a date or a version.
fn is_decimal_point(tape: &Tape) -> bool {
    let mut before = tape.back().skip_while(|&c| is_digit(c));
    let mut after = tape.ahead().skip_while(|&c| is_digit(c));
    is_between_digits(tape)
        && !matches!(before.next(), Some('.' | '٫'))
        && !(after.next() == Some('.') && after.next().is_some_and(is_digit))
}

/// The number of one or two digits that nothing parts from the words behind it: "1پرانا پل", but not "2لاکھ طلبہ".
pub(crate) fn glued_rank(text: &str) -> Option<u32> {
    let (number, digits, rest) = leading_number(text);
    let counts = || ["ہزار", "لاکھ", "کروڑ", "ارب"].iter().any(|unit| rest.starts_with(unit));
    ((1..=2).contains(&digits) && rest.starts_with(is_alphabetic) && !counts()).then_some(number)
}

/// The number that a text begins with, how many digits it has, and what stands behind it.
#[inline(never)]
pub(crate) fn leading_number(text: &str) -> (u32, usize, &str) {
    let (mut number, mut digits, mut rest) = (0u32, 0, text.chars());
    loop {
        let behind = rest.as_str();
        match rest.next() {
            Some(c) if is_numeric(c) => {
                number = number.saturating_mul(10).saturating_add(value(c).unwrap_or(0));
                digits += 1;
            }
            _ => return (number, digits, behind),
        }
    }
}

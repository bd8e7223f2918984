//! Times of day and their zones.

use super::calendar::Clock;
use super::token::Tokens;
use super::words::{Fraction, Hour, Period, Unit, Word, longest};

/// A time of day as read, or one that no clock shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time {
    Of { clock: Clock, offset: Option<i16> },
    Impossible,
}

/// The time at `at` and the place after it: "شام 5:30 بجے", "10:45:00 GMT+5", "5 بج کر 30 منٹ".
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    // In ISO 8601, where "T" stands before the time, "-05:00" is an offset.
    let iso = at.checked_sub(1).is_some_and(|before| tokens.word(before) == Some("t"));
    let (before, at) = optional(longest(tokens, at, period), at);
    let (parts, mut at) = dial(tokens, at)?;
    let (mut after, mut said) = (None, parts.said);
    for _ in 0..3 {
        if after.is_none()
            && let Some((found, next)) = longest(tokens, at, period)
        {
            (after, at) = (Some(found), next);
        } else if let Some((_, next)) = hour(tokens, at, Hour::Whole)
            && !said
        {
            (said, at) = (true, next);
        }
    }
    // A bare number is an hour only where a word makes it one.
    let minute = parts.minute.is_some();
    let marked = match after.or(before) {
        // "2 دن" is a number of days.
        Some(Period::Noon) => minute,
        Some(_) => minute || after.is_some(),
        None => parts.colon,
    };
    if !said && !marked {
        return None;
    }
    let (offset, at) = optional(zone(tokens, at, iso || parts.second.is_some()), at);
    Some((parts.time(after.or(before), offset), at))
}

/// What stands on the dial.
struct Dial {
    hour: u32,
    minute: Option<u32>,
    second: Option<u32>,
    /// A colon stood between hour and minute.
    colon: bool,
    /// A word said that this is an hour.
    said: bool,
}

impl Dial {
    fn time(&self, period: Option<Period>, offset: Option<i16>) -> Time {
        let (minute, second) = (self.minute.unwrap_or(0), self.second.unwrap_or(0));
        if self.hour > 23 || minute > 59 || second > 59 {
            return Time::Impossible;
        }
        let hour = on_24_hours(self.hour, period);
        let small = |number: u32| u8::try_from(number).unwrap_or(0);
        let clock = Clock { hour: small(hour), minute: small(minute), second: self.second.map(small) };
        Time::Of { clock, offset }
    }
}

fn on_24_hours(hour: u32, period: Option<Period>) -> u32 {
    match (period, hour) {
        (Some(Period::Morning | Period::Night), 12) => 0,
        (Some(Period::Evening | Period::Afternoon), 1..=11)
        | (Some(Period::Noon), 1..=6)
        | (Some(Period::Night), 6..=11) => hour + 12,
        _ => hour,
    }
}

/// Hour, minute and second at `at`.
fn dial(tokens: &Tokens, at: usize) -> Option<(Dial, usize)> {
    if let Some((fraction, next)) = longest(tokens, at, fraction) {
        return spoken(tokens, fraction, next);
    }
    let ((hour_value, digits), next) = match tokens.number(at) {
        Some(number) => (number, at + 1),
        None => {
            let (number, next) = longest(tokens, at, number_word)?;
            ((number, 1), next)
        }
    };
    if digits > 2 {
        return None;
    }
    let dial = Dial { hour: hour_value, minute: None, second: None, colon: false, said: false };
    if let Some((minute, colon)) = minute_after(tokens, next) {
        let at = next + 2;
        if let (true, Some((second, 2))) = (tokens.is_mark(at, &[':']), tokens.number(at + 1)) {
            let at = skip_fraction(tokens, at + 2);
            return Some((Dial { minute: Some(minute), second: Some(second), colon, ..dial }, at));
        }
        return Some((Dial { minute: Some(minute), colon, ..dial }, at));
    }
    if let Some((_, next)) = hour(tokens, next, Hour::Past) {
        let (minute, next) = amount(tokens, next)?;
        let (_, next) = longest(tokens, next, |word| (word == Word::Unit(Unit::Minute)).then_some(()))?;
        return Some((Dial { minute: Some(minute), said: true, ..dial }, next));
    }
    Some((dial, next))
}

/// ":30", and ".30", which needs a word beside it.
fn minute_after(tokens: &Tokens, at: usize) -> Option<(u32, bool)> {
    let colon = tokens.is_mark(at, &[':', '∶', '：']);
    if !colon && !tokens.is_mark(at, &['.', '٫', '۔']) {
        return None;
    }
    match tokens.number(at + 1) {
        Some((minute, 2)) if colon || !tokens.spaced(at + 1) => Some((minute, colon)),
        _ => None,
    }
}

/// ".123" after the seconds.
fn skip_fraction(tokens: &Tokens, at: usize) -> usize {
    let fraction =
        tokens.is_mark(at, &['.', ',']) && !tokens.spaced(at + 1) && tokens.number(at + 1).is_some();
    if fraction { at + 2 } else { at }
}

/// "ساڑھے پانچ بجے" and its like.
fn spoken(tokens: &Tokens, fraction: Fraction, at: usize) -> Option<(Dial, usize)> {
    let of = |hour, minute| Dial { hour, minute: Some(minute), second: None, colon: false, said: false };
    let (dial, at) = match fraction {
        Fraction::Oneandhalf => (of(1, 30), at),
        Fraction::Twoandhalf => (of(2, 30), at),
        Fraction::Halfone => return None,
        Fraction::Quarter | Fraction::Half | Fraction::Less => {
            let (hour, at) = amount(tokens, at)?;
            match fraction {
                Fraction::Quarter => (of(hour, 15), at),
                Fraction::Half => (of(hour, 30), at),
                _ if hour == 1 => (of(12, 45), at),
                _ => (of(hour.checked_sub(1)?, 45), at),
            }
        }
    };
    let (_, at) = hour(tokens, at, Hour::Whole)?;
    Some((Dial { said: true, ..dial }, at))
}

/// A number in digits or as a word.
pub(super) fn amount(tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
    match tokens.number(at) {
        Some((value, _)) => Some((value, at + 1)),
        None => longest(tokens, at, number_word),
    }
}

/// The zone at `at` in minutes east of Greenwich: "PKT", "GMT+5", "+05:00", "-0500 (EST)".
///
/// After a time without seconds, "-11:30" is the end of a range and no zone.
fn zone(tokens: &Tokens, at: usize, exact: bool) -> Option<(i16, usize)> {
    let named = longest(tokens, at, |word| match word {
        Word::Zone(minutes) => Some(minutes),
        _ => None,
    });
    let (minutes, next) = match named {
        Some((0, next)) => signed(tokens, next, true).unwrap_or((0, next)),
        Some(found) => found,
        None => signed(tokens, at, exact)?,
    };
    Some((minutes, skip_comment(tokens, next)))
}

/// "+05:00", "+0500", "+5".
fn signed(tokens: &Tokens, at: usize, exact: bool) -> Option<(i16, usize)> {
    let sign = match tokens.mark(at)? {
        '+' => 1,
        '-' | '−' | '–' if !tokens.spaced(at + 1) => -1,
        _ => return None,
    };
    let (value, digits) = tokens.number(at + 1)?;
    let colon = tokens.is_mark(at + 2, &[':']) && !tokens.spaced(at + 2);
    let (hours, minutes, next) = match (digits, colon.then(|| tokens.number(at + 3)).flatten()) {
        (1 | 2, Some((minutes, 2))) if exact || sign > 0 => (value, minutes, at + 4),
        (4, _) => (value / 100, value % 100, at + 2),
        (1 | 2, None) if exact || sign > 0 => (value, 0, at + 2),
        _ => return None,
    };
    let total = i16::try_from(hours * 60 + minutes).ok()?;
    (hours <= 14 && minutes < 60).then_some((sign * total, next))
}

/// "(Pakistan Standard Time)" after a zone, which says the same again.
fn skip_comment(tokens: &Tokens, at: usize) -> usize {
    if !tokens.is_mark(at, &['(']) {
        return at;
    }
    let mut to = at + 1;
    while to < at + 6 && tokens.word(to).is_some() {
        to += 1;
    }
    if to > at + 1 && tokens.is_mark(to, &[')']) { to + 1 } else { at }
}

fn hour(tokens: &Tokens, at: usize, wanted: Hour) -> Option<((), usize)> {
    longest(tokens, at, |word| (word == Word::Hour(wanted)).then_some(()))
}

fn period(word: Word) -> Option<Period> {
    match word {
        Word::Period(period) => Some(period),
        _ => None,
    }
}

pub(super) fn fraction(word: Word) -> Option<Fraction> {
    match word {
        Word::Fraction(fraction) => Some(fraction),
        _ => None,
    }
}

pub(super) fn number_word(word: Word) -> Option<u32> {
    match word {
        Word::Number(number) => Some(number.into()),
        _ => None,
    }
}

fn optional<T>(found: Option<(T, usize)>, at: usize) -> (Option<T>, usize) {
    match found {
        Some((value, next)) => (Some(value), next),
        None => (None, at),
    }
}

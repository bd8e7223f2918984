//! Dates told from where the writer stands: "3 گھنٹے قبل", "آج شام 5:30 بجے".

use super::calendar::Stamp;
use super::clock::{amount, fraction};
use super::token::Tokens;
use super::words::{Fraction, Spoken, Unit, Word, longest};

/// A relative date as read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relative {
    Before(Distance),
    Spoken(Spoken),
    /// How far is not said: چند گھنٹے قبل.
    Vague,
}

/// How long ago.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Distance {
    seconds: i64,
    days: i64,
    months: i64,
}

impl Relative {
    /// The moment that is meant, seen from `now`.
    pub fn resolve(self, now: &Stamp) -> Option<Stamp> {
        match self {
            Self::Before(Distance { seconds, days: 0, months: 0 }) => now.seconds_before(seconds),
            Self::Before(distance) => now.months_before(distance.months)?.days_before(distance.days),
            Self::Spoken(Spoken::Now) => Some(*now),
            Self::Spoken(Spoken::Today) => now.days_before(0),
            Self::Spoken(Spoken::Yesterday) => now.days_before(1),
            Self::Spoken(Spoken::Unclear) | Self::Vague => None,
        }
    }
}

/// The relative date at `at` and the place after it.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<(Relative, usize)> {
    let spoken = longest(tokens, at, |word| match word {
        Word::Spoken(spoken) => Some(spoken),
        _ => None,
    });
    if let Some((spoken, next)) = spoken {
        return Some((Relative::Spoken(spoken), next));
    }
    if let Some(found) = counter(tokens, at) {
        return Some(found);
    }
    let mut distance = Distance::default();
    let mut vague = false;
    let mut next = at;
    // "2 گھنٹے اور 30 منٹ قبل" has two parts, and nobody writes more than three.
    for _ in 0..3 {
        let (part, after) = part(tokens, next)?;
        match part {
            Some(part) => distance = distance.and(part)?,
            None => vague = true,
        }
        next = after;
        if let Some((_, after)) = longest(tokens, next, |word| (word == Word::Ago).then_some(())) {
            return Some((if vague { Relative::Vague } else { Relative::Before(distance) }, after));
        }
        if matches!(tokens.word(next), Some("اور" | "و" | "and")) || tokens.is_mark(next, &['،', ',']) {
            next += 1;
        }
    }
    None
}

/// "3h", "2d": what social networks write, on a line of its own.
fn counter(tokens: &Tokens, at: usize) -> Option<(Relative, usize)> {
    let alone =
        (0..tokens.list.len()).all(|other| other == at || other == at + 1 || tokens.mark(other).is_some());
    if !alone || tokens.spaced(at + 1) || !matches!(tokens.word(at + 1), Some("h" | "d" | "w" | "m")) {
        return None;
    }
    let (distance, next) = part(tokens, at)?;
    Some((Relative::Before(distance?), next))
}

impl Distance {
    fn and(self, other: Self) -> Option<Self> {
        Some(Self {
            seconds: self.seconds.checked_add(other.seconds)?,
            days: self.days.checked_add(other.days)?,
            months: self.months.checked_add(other.months)?,
        })
    }
}

/// A number and its unit; no distance where the number is not said.
fn part(tokens: &Tokens, at: usize) -> Option<(Option<Distance>, usize)> {
    let (quarters, next) = quarters(tokens, at)?;
    let (unit, next) = longest(tokens, next, |word| match word {
        Word::Unit(unit) => Some(unit),
        _ => None,
    })?;
    let Some(quarters) = quarters else { return Some((None, next)) };
    let whole = (quarters % 4 == 0).then_some(quarters / 4);
    let seconds = |unit: i64| Distance { seconds: quarters * unit / 4, ..Distance::default() };
    let distance = match unit {
        Unit::Second => seconds(1),
        Unit::Minute => seconds(60),
        Unit::Hour => seconds(3600),
        Unit::Day => Distance { days: whole?, ..Distance::default() },
        Unit::Week => Distance { days: whole? * 7, ..Distance::default() },
        Unit::Month => Distance { months: whole?, ..Distance::default() },
        Unit::Year => Distance { months: whole? * 12, ..Distance::default() },
    };
    Some((Some(distance), next))
}

/// How many quarters: 4 of "ایک", 6 of "ڈیڑھ"; none of "چند".
fn quarters(tokens: &Tokens, at: usize) -> Option<(Option<i64>, usize)> {
    if let Some((_, next)) = longest(tokens, at, |word| (word == Word::Few).then_some(())) {
        return Some((None, next));
    }
    let Some((fraction, next)) = longest(tokens, at, fraction) else {
        let (number, next) = amount(tokens, at)?;
        return (number <= 100_000).then_some((Some(i64::from(number) * 4), next));
    };
    let quarters = match fraction {
        Fraction::Halfone => return Some((Some(2), next)),
        Fraction::Oneandhalf => return Some((Some(6), next)),
        Fraction::Twoandhalf => return Some((Some(10), next)),
        Fraction::Quarter => 1,
        Fraction::Half => 2,
        Fraction::Less => -1,
    };
    let (number, next) = amount(tokens, next)?;
    (number <= 100_000).then_some((Some(i64::from(number) * 4 + quarters), next))
}

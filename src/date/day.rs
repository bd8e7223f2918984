//! Days: in words, in numbers, and in calendars that are not converted.

use super::calendar::Stamp;
use super::token::Tokens;
use super::words::{Calendar, Era, Word, longest};

/// A day as read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    /// Day, month and year.
    Whole(Stamp),
    /// A day and month without a year.
    NoYear { day: u8, month: u8 },
    /// A month and year without a day.
    YearAndMonth,
    /// Of a calendar that is not converted.
    Foreign,
    /// No calendar has it: 31 فروری.
    Impossible,
}

/// The day at `at` and the place after it.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<(Day, usize)> {
    numeric(tokens, at)
        .or_else(|| day_first(tokens, at))
        .or_else(|| month_first(tokens, at))
        .or_else(|| year_first(tokens, at))
        .or_else(|| foreign(tokens, at))
}

/// A year that stands apart from its day and month: "Wed Jan 17 10:45:00 PKT 2024".
pub(super) fn lone_year(tokens: &Tokens, at: usize) -> Option<(i32, usize)> {
    match tokens.number(at) {
        Some((_, 4)) => year(tokens, at, false),
        _ => None,
    }
}

const DATE_MARKS: &[char] = &['/', '-', '.', '۔', '؍', '–', '−', '‐', '‑', '٫'];

/// "2024-01-17", "17/01/2024", "17.1.24".
fn numeric(tokens: &Tokens, at: usize) -> Option<(Day, usize)> {
    let (first, second, third) = (tokens.number(at)?, tokens.number(at + 2)?, tokens.number(at + 4)?);
    let mark = tokens.mark(at + 1)?;
    if !DATE_MARKS.contains(&mark) || tokens.mark(at + 3) != Some(mark) || second.1 > 2 {
        return None;
    }
    // "17 / 01 / 2024", but not the range "5 - 7-2024".
    if tokens.spaced(at + 1) != tokens.spaced(at + 3) || tokens.spaced(at + 2) != tokens.spaced(at + 4) {
        return None;
    }
    let mut next = at + 5;
    if is_path(tokens, at.checked_sub(1)) || is_path(tokens, Some(next)) {
        return None;
    }
    let (year, month, day) = match (first.1, third.1) {
        (4, 1 | 2) => (first.0, second.0, third.0),
        (1 | 2, 4) => day_and_month(first.0, second.0, third.0, weekday_beside(tokens, at, next)),
        (1 | 2, 2) => {
            let year = third.0 + if third.0 < 70 { 2000 } else { 1900 };
            day_and_month(first.0, second.0, year, weekday_beside(tokens, at, next))
        }
        _ => return None,
    };
    let mut foreign = (1300..1500).contains(&year);
    if let Some((era, after)) = longest(tokens, next, era) {
        foreign |= era == Era::Foreign;
        next = after;
    }
    Some((if foreign { Day::Foreign } else { whole(year, month, day) }, next))
}

/// The mark there is glued on both sides: the numbers are part of an address, a version, a phone number.
fn is_path(tokens: &Tokens, mark: Option<usize>) -> bool {
    let Some(at) = mark else { return false };
    tokens.is_mark(at, DATE_MARKS)
        && !tokens.spaced(at)
        && !tokens.spaced(at + 1)
        && tokens.mark(at + 1).is_none()
        && at.checked_sub(1).is_some_and(|before| tokens.mark(before).is_none())
}

/// Day first, as in Pakistan and India; month first only where nothing else is possible, or where the weekday beside
/// it says so.
fn day_and_month(first: u32, second: u32, year: u32, weekday: Option<u8>) -> (u32, u32, u32) {
    let is = |(year, month, day)| weekday.is_some() && whole_weekday(year, month, day) == weekday;
    let (day_first, month_first) = ((year, second, first), (year, first, second));
    if second > 12 && (1..=12).contains(&first) || (is(month_first) && !is(day_first)) {
        month_first
    } else {
        day_first
    }
}

fn whole_weekday(year: u32, month: u32, day: u32) -> Option<u8> {
    match whole(year, month, day) {
        Day::Whole(stamp) => Some(stamp.weekday()),
        _ => None,
    }
}

/// The weekday of one word right before or behind a date, a mark between.
fn weekday_beside(tokens: &Tokens, at: usize, end: usize) -> Option<u8> {
    let weekday = |at: usize| {
        let pick = |word: Word| if let Word::Weekday(weekday) = word { Some(weekday) } else { None };
        longest(tokens, at, pick).filter(|&(_, to)| to == at + 1).map(|(weekday, _)| weekday)
    };
    let before = (1..=2).find(|&back| at >= back && tokens.mark(at - back).is_none());
    let behind = (0..2).find(|&on| tokens.mark(end + on).is_none());
    before.and_then(|back| weekday(at - back)).or_else(|| behind.and_then(|on| weekday(end + on)))
}

/// "17 جنوری 2024", "یکم مئی 2022ء", "17th of January, 2024", "17-Jan-24", "17 جنوری".
fn day_first(tokens: &Tokens, at: usize) -> Option<(Day, usize)> {
    let (day, next) = day_number(tokens, at)?;
    let next = skip(tokens, next, joins_month);
    let (month, next) = longest(tokens, next, month)?;
    let compact = tokens.is_mark(next, &['-', '/', '.']) && !tokens.spaced(next);
    match year(tokens, skip(tokens, next, joins_year), compact) {
        Some((year, next)) => Some((whole_of(year, month, day), next)),
        None => Some((day_month(day, month), next)),
    }
}

/// "جنوری 17، 2024", "January 17th 2024", "جنوری 2024", "جنوری 17".
fn month_first(tokens: &Tokens, at: usize) -> Option<(Day, usize)> {
    let (month, after_month) = longest(tokens, at, month)?;
    let next = skip(tokens, after_month, joins_year);
    if let Some((day, after_day)) = day_number(tokens, next) {
        if let Some((year, next)) = year(tokens, skip(tokens, after_day, joins_year), false) {
            return Some((whole_of(year, month, day), next));
        }
        // "جنوری 5:30" is no fifth of January.
        if !tokens.is_mark(after_day, &[':']) {
            return Some((day_month(day, month), after_day));
        }
    }
    let (_, next) = year(tokens, next, false)?;
    Some((Day::YearAndMonth, next))
}

/// "2024 جنوری 17", "2024 14 April".
fn year_first(tokens: &Tokens, at: usize) -> Option<(Day, usize)> {
    let (year, next) = lone_year(tokens, at)?;
    let next = skip(tokens, next, joins_year);
    if let Some((Day::NoYear { day, month }, next)) = day_first(tokens, next) {
        return Some((whole_of(year, month, day.into()), next));
    }
    let (month, next) = longest(tokens, next, month)?;
    let (day, next) = day_number(tokens, skip(tokens, next, joins_month))?;
    (!tokens.is_mark(next, &[':'])).then_some((whole_of(year, month, day), next))
}

/// "5 رجب المرجب 1445ھ", "رجب 1445", "۲۷ دی ۱۴۰۲".
fn foreign(tokens: &Tokens, at: usize) -> Option<(Day, usize)> {
    let (day, next) = match day_number(tokens, at) {
        Some((_, next)) => (true, next),
        None => (false, at),
    };
    let (calendar, next) = longest(tokens, skip(tokens, next, joins_month), |word| match word {
        Word::ForeignMonth(calendar) => Some(calendar),
        _ => None,
    })?;
    let year_at = skip(tokens, next, joins_year);
    let plausible =
        tokens.number(year_at).is_some_and(|(value, digits)| digits == 4 && (1300..2200).contains(&value));
    if plausible {
        let next = year_at + 1;
        return Some((Day::Foreign, longest(tokens, next, era).map_or(next, |(_, next)| next)));
    }
    let era = longest(tokens, next, era).filter(|(era, _)| *era == Era::Foreign);
    // Without a year the names of the other calendars are ordinary words: دی, مہر, ساون.
    (day && calendar == Calendar::Hijri).then_some((Day::Foreign, era.map_or(next, |(_, next)| next)))
}

/// The number of a day: "17", "17ویں", "یکم", "پانچ".
fn day_number(tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
    let (day, next) = match tokens.number(at) {
        Some((value, 1 | 2)) => (value, at + 1),
        Some(_) => return None,
        None => longest(tokens, at, |word| match word {
            Word::Number(day @ 1..=31) | Word::Ordinal(day) => Some(day.into()),
            _ => None,
        })?,
    };
    Some((
        day,
        longest(tokens, next, |word| (word == Word::Suffix).then_some(())).map_or(next, |(_, next)| next),
    ))
}

/// The year at `at` with its sign: "2024", "2024ء", "سن 2024 عیسوی", "'24", "دو ہزار چوبیس"; of two
/// digits only where `compact` or a sign shows that they are a year.
fn year(tokens: &Tokens, at: usize, compact: bool) -> Option<(i32, usize)> {
    let at = skip(tokens, at, |tokens, at| {
        tokens.word(at).is_some_and(|word| matches!(word, "سن" | "سنہ" | "سال"))
    });
    let quoted = tokens.is_mark(at, &['\'', '’', '‘']);
    let at = if quoted { at + 1 } else { at };
    let Some((value, digits)) = tokens.number(at) else { return year_in_words(tokens, at) };
    let sign = longest(tokens, at + 1, era).filter(|(era, _)| *era == Era::Gregorian);
    let next = sign.map_or(at + 1, |(_, next)| next);
    let value = i32::try_from(value).ok()?;
    match digits {
        4 if super::calendar::YEARS.contains(&value) => Some((value, next)),
        2 if (compact || quoted || sign.is_some()) && !tokens.is_mark(at + 1, &[':']) => {
            Some((value + if value < 70 { 2000 } else { 1900 }, next))
        }
        _ => None,
    }
}

/// "دو ہزار چوبیس", "انیس سو سینتالیس".
fn year_in_words(tokens: &Tokens, at: usize) -> Option<(i32, usize)> {
    let number = |at| longest(tokens, at, super::clock::number_word);
    let (first, next) = number(at)?;
    let scale = match tokens.word(next)? {
        "ہزار" if first == 2 => 1000,
        "سو" if (17..=20).contains(&first) => 100,
        _ => return None,
    };
    let (rest, next) = number(next + 1).unwrap_or((0, next + 1));
    Some((i32::try_from(first * scale + rest).ok()?, next))
}

/// Whether a mark or word at a place may stand between day and month.
fn joins_month(tokens: &Tokens, at: usize) -> bool {
    tokens.is_mark(at, &['-', '/', '.', '،', ',', '–', '؍', '۔'])
        || matches!(tokens.word(at), Some("of" | "ماہ"))
}

/// Whether a mark at a place may stand before the year.
fn joins_year(tokens: &Tokens, at: usize) -> bool {
    tokens.is_mark(at, &['-', '/', '.', '،', ',', '–', '؍', '۔'])
}

fn skip(tokens: &Tokens, at: usize, joins: impl Fn(&Tokens, usize) -> bool) -> usize {
    if joins(tokens, at) { at + 1 } else { at }
}

fn whole_of(year: i32, month: u8, day: u32) -> Day {
    u8::try_from(day).ok().and_then(|day| Stamp::day(year, month, day)).map_or(Day::Impossible, Day::Whole)
}

fn whole(year: u32, month: u32, day: u32) -> Day {
    match (i32::try_from(year), u8::try_from(month)) {
        (Ok(year), Ok(month)) => whole_of(year, month, day),
        _ => Day::Impossible,
    }
}

fn day_month(day: u32, month: u8) -> Day {
    // Of a leap year, since the year is not known.
    match u8::try_from(day) {
        Ok(day) if (1..=super::calendar::days_in(2000, month)).contains(&day) => Day::NoYear { day, month },
        _ => Day::Impossible,
    }
}

fn month(word: Word) -> Option<u8> {
    match word {
        Word::Month(month) => Some(month),
        _ => None,
    }
}

fn era(word: Word) -> Option<Era> {
    match word {
        Word::Era(era) => Some(era),
        _ => None,
    }
}

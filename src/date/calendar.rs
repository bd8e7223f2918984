//! A point in time as a page gives it, and the calendar behind it.

use std::fmt;

/// The years that a date line can have: no newspaper is older, and what lies between the Hijri years
/// of today and these is no year of either calendar.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1600..=2299;

/// A date, and as much of the time as is known. Displays as ISO 8601.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub year: i32,
    pub month: u8,
    pub day: u8,
    pub time: Option<Clock>,
    /// Minutes east of Greenwich.
    pub offset: Option<i16>,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    pub hour: u8,
    pub minute: u8,
    pub second: Option<u8>,
}

impl Stamp {
    /// The day, if the calendar has it.
    pub fn day(year: i32, month: u8, day: u8) -> Option<Self> {
        let possible =
            YEARS.contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        possible.then_some(Self { year, month, day, time: None, offset: None })
    }

    /// Its day of the week; Monday is 0.
    pub(super) fn weekday(&self) -> u8 {
        // The first of January 1970 was a Thursday.
        (day_number(self.year, self.month, self.day) + 3).rem_euclid(7) as u8
    }

    /// The day `days` earlier, without a time.
    pub(super) fn days_before(&self, days: i64) -> Option<Self> {
        from_day_number(day_number(self.year, self.month, self.day) - days)
    }

    /// The same day `months` earlier, or the last of that month; without a time.
    pub(super) fn months_before(&self, months: i64) -> Option<Self> {
        let count = i64::from(self.year) * 12 + i64::from(self.month) - 1 - months;
        let year = i32::try_from(count.div_euclid(12)).ok()?;
        let month = u8::try_from(count.rem_euclid(12) + 1).ok()?;
        Self::day(year, month, self.day.min(days_in(year, month)))
    }

    /// The moment `seconds` earlier, as exact as this one; none where this has no time.
    pub(super) fn seconds_before(&self, seconds: i64) -> Option<Self> {
        let time = self.time?;
        let of_day =
            i64::from(time.hour) * 3600 + i64::from(time.minute) * 60 + i64::from(time.second.unwrap_or(0));
        let total = day_number(self.year, self.month, self.day) * 86_400 + of_day - seconds;
        let of_day = total.rem_euclid(86_400);
        let clock = Clock {
            hour: u8::try_from(of_day / 3600).ok()?,
            minute: u8::try_from(of_day / 60 % 60).ok()?,
            second: time.second.and(u8::try_from(of_day % 60).ok()),
        };
        let day = from_day_number(total.div_euclid(86_400))?;
        Some(Self { time: Some(clock), offset: self.offset, ..day })
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)?;
        let Some(time) = self.time else { return Ok(()) };
        write!(f, "T{:02}:{:02}", time.hour, time.minute)?;
        if let Some(second) = time.second {
            write!(f, ":{second:02}")?;
        }
        if let Some(offset) = self.offset {
            let sign = if offset < 0 { '-' } else { '+' };
            write!(f, "{sign}{:02}:{:02}", offset.unsigned_abs() / 60, offset.unsigned_abs() % 60)?;
        }
        Ok(())
    }
}

/// The days of a month, 1 to 12; 0 of a month that does not exist.
pub(super) fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}

/// Days since 1970-01-01, after Howard Hinnant's `days_from_civil`.
fn day_number(year: i32, month: u8, day: u8) -> i64 {
    let (month, day) = (i64::from(month), i64::from(day));
    let year = i64::from(year) - i64::from(month <= 2);
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The day of a number, after Howard Hinnant's `civil_from_days`.
fn from_day_number(number: i64) -> Option<Stamp> {
    let number = number + 719_468;
    let (era, of_era) = (number.div_euclid(146_097), number.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Stamp::day(i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_comes_back_from_its_number() {
        for number in (-135_000..110_000).step_by(13) {
            let stamp = from_day_number(number).expect("within the years");
            assert_eq!(day_number(stamp.year, stamp.month, stamp.day), number);
        }
        assert_eq!(from_day_number(0).map(|day| day.to_string()).as_deref(), Some("1970-01-01"));
    }

    #[test]
    fn a_month_earlier_than_the_last_of_march_is_the_last_of_february() {
        let march = Stamp::day(2024, 3, 31).expect("a day");
        assert_eq!(march.months_before(1).map(|day| day.to_string()).as_deref(), Some("2024-02-29"));
        assert_eq!(march.months_before(13).map(|day| day.to_string()).as_deref(), Some("2023-02-28"));
    }

    #[test]
    fn hours_before_midnight_are_on_the_day_before() {
        let time = Some(Clock { hour: 1, minute: 0, second: None });
        let now = Stamp { time, offset: Some(300), ..Stamp::day(2024, 3, 1).expect("a day") };
        assert_eq!(
            now.seconds_before(7200).map(|then| then.to_string()).as_deref(),
            Some("2024-02-29T23:00+05:00")
        );
    }

    #[test]
    fn a_century_is_a_leap_year_every_fourth_time() {
        assert_eq!((days_in(1900, 2), days_in(2000, 2), days_in(2023, 2)), (28, 29, 28));
    }
}

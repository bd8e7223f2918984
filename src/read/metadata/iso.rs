//! Dates of metadata as the contract writes them.

use crate::date::{Clock, Stamp};

/// `2021-06-02T20:14:00.000+0500` as `2021-06-02T20:14:00+05:00`; other spellings as a date line says them.
pub(super) fn normalized(text: &str) -> Option<String> {
    let text = text.trim();
    machine(text).or_else(|| crate::date::parse_date(text, None))
}

/// A date or a moment in one of the spellings of ISO 8601.
fn machine(text: &str) -> Option<String> {
    let (mut stamp, rest) = day(text)?;
    let time = match rest.strip_prefix(['T', 't', ' ']) {
        Some(time) => time,
        None => return rest.is_empty().then(|| stamp.to_string()),
    };
    let bytes = time.as_bytes();
    if let (Some(hour @ 0..24), Some(b':'), Some(minute @ 0..60)) =
        (two(bytes, 0), bytes.get(2), two(bytes, 3))
    {
        let second =
            if bytes.get(5) == Some(&b':') { two(bytes, 6).filter(|&second| second < 60) } else { None };
        let mut end = 5;
        if second.is_some() {
            end = 8;
            if matches!(bytes.get(end), Some(b'.' | b',')) {
                end += 1 + bytes[end + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            }
        }
        stamp.time = Some(Clock { hour, minute, second });
        stamp.offset = time.get(end..).and_then(offset);
    }
    Some(stamp.to_string())
}

/// The day at the head of a text, and what comes after.
fn day(text: &str) -> Option<(Stamp, &str)> {
    let bytes = text.as_bytes();
    let year = i32::from(two(bytes, 0)?) * 100 + i32::from(two(bytes, 2)?);
    let (month, day, end) = match bytes.get(4)? {
        b'-' | b'/' if bytes.get(7) == bytes.get(4) => (two(bytes, 5)?, two(bytes, 8)?, 10),
        _ => (two(bytes, 4)?, two(bytes, 6)?, 8),
    };
    let rest = text.get(end..)?;
    let stamp = Stamp::day(year, month, day)?;
    // Eight digits of another year are some number.
    ((1900..2100).contains(&year) && !rest.starts_with(|c: char| c.is_ascii_digit())).then_some((stamp, rest))
}

fn two(bytes: &[u8], at: usize) -> Option<u8> {
    let digit = |at: usize| bytes.get(at).filter(|byte| byte.is_ascii_digit()).map(|byte| byte - b'0');
    Some(digit(at)? * 10 + digit(at + 1)?)
}

/// The minutes east of Greenwich that a zone is.
fn offset(text: &str) -> Option<i16> {
    let text = text.trim();
    if ["z", "utc", "gmt"].iter().any(|zero| text.eq_ignore_ascii_case(zero)) {
        return Some(0);
    }
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits = &text.as_bytes()[1..];
    let hours = two(digits, 0).filter(|&hours| hours <= 14)?;
    let minutes = match digits.get(2) {
        None => 0,
        Some(b':') => two(digits, 3)?,
        Some(_) => two(digits, 2)?,
    };
    (minutes < 60).then(|| sign * (i16::from(hours) * 60 + i16::from(minutes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_keep_what_they_say_and_no_more() {
        for (text, iso) in [
            ("2021-06-02T20:14:00+05:00", "2021-06-02T20:14:00+05:00"),
            ("2021-06-02T20:14:00.123+0500", "2021-06-02T20:14:00+05:00"),
            ("2019-11-19T07:23:12Z", "2019-11-19T07:23:12+00:00"),
            ("2019-11-19T07:23:12-00:30", "2019-11-19T07:23:12-00:30"),
            ("2019-11-19 07:23", "2019-11-19T07:23"),
            ("2019-11-19T07:23:12", "2019-11-19T07:23:12"),
            ("2018-01-12", "2018-01-12"),
            ("2018/01/12", "2018-01-12"),
            ("20180112", "2018-01-12"),
            ("2018-01-12T25:00", "2018-01-12"),
            ("2018-01-12 07:23:12 UTC", "2018-01-12T07:23:12+00:00"),
        ] {
            assert_eq!(machine(text).as_deref(), Some(iso), "{text}");
        }
        for text in ["2018-02-30", "2018", "1542612192000", "18-01-12", "2018-1-12T", ""] {
            assert_eq!(machine(text), None, "{text}");
        }
    }
}

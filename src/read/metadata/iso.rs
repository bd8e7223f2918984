//! Dates of metadata as the contract writes them.

/// The length of a date without a time.
pub(super) const DAY: usize = 10;

/// `2021-06-02T20:14:00.000+0500` as `2021-06-02T20:14:00+05:00`; other spellings as a date line says them.
pub(super) fn normalized(text: &str) -> Option<String> {
    let text = text.trim();
    machine(text).or_else(|| crate::date::parse_date(text, None))
}

/// A date or a moment in one of the spellings of ISO 8601.
fn machine(text: &str) -> Option<String> {
    let (day, rest) = day(text)?;
    let Some(time) = rest.strip_prefix(['T', 't', ' ']) else {
        return rest.is_empty().then_some(day);
    };
    let bytes = time.as_bytes();
    let digits = |at: usize| two(bytes, at);
    let (Some(hour), Some(b':'), Some(minute)) = (digits(0), bytes.get(2), digits(3)) else {
        return Some(day);
    };
    if hour > 23 || minute > 59 {
        return Some(day);
    }
    let mut end = 5;
    let mut moment = format!("{day}T{hour:02}:{minute:02}");
    if bytes.get(5) == Some(&b':')
        && let Some(second) = digits(6).filter(|&second| second < 60)
    {
        moment.push_str(&format!(":{second:02}"));
        end = 8;
        if matches!(bytes.get(end), Some(b'.' | b',')) {
            end += 1 + bytes[end + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        }
    }
    if let Some(zone) = time.get(end..).and_then(zone) {
        moment.push_str(&zone);
    }
    Some(moment)
}

/// The day at the head of a text, and what comes after.
fn day(text: &str) -> Option<(String, &str)> {
    let bytes = text.as_bytes();
    let year = two(bytes, 0)? * 100 + two(bytes, 2)?;
    let (month, day, end) = match bytes.get(4)? {
        b'-' | b'/' if bytes.get(7) == bytes.get(4) => (two(bytes, 5)?, two(bytes, 8)?, 10),
        _ => (two(bytes, 4)?, two(bytes, 6)?, 8),
    };
    let rest = text.get(end..)?;
    let real =
        (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=days(year, month)).contains(&day);
    (real && !rest.starts_with(|c: char| c.is_ascii_digit()))
        .then(|| (format!("{year:04}-{month:02}-{day:02}"), rest))
}

fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn two(bytes: &[u8], at: usize) -> Option<u32> {
    let digit =
        |at: usize| bytes.get(at).filter(|byte| byte.is_ascii_digit()).map(|byte| u32::from(byte - b'0'));
    Some(digit(at)? * 10 + digit(at + 1)?)
}

/// `Z`, or the hours and minutes from it.
fn zone(text: &str) -> Option<String> {
    let text = text.trim();
    if text.eq_ignore_ascii_case("z") || text.eq_ignore_ascii_case("utc") || text.eq_ignore_ascii_case("gmt")
    {
        return Some("Z".to_owned());
    }
    let sign = text.chars().next().filter(|sign| matches!(sign, '+' | '-'))?;
    let digits = &text.as_bytes()[1..];
    let hours = two(digits, 0).filter(|&hours| hours <= 14)?;
    let minutes = match digits.get(2) {
        None => 0,
        Some(b':') => two(digits, 3)?,
        Some(_) => two(digits, 2)?,
    };
    (minutes < 60).then(|| format!("{sign}{hours:02}:{minutes:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_keep_what_they_say_and_no_more() {
        for (text, iso) in [
            ("2021-06-02T20:14:00+05:00", "2021-06-02T20:14:00+05:00"),
            ("2021-06-02T20:14:00.123+0500", "2021-06-02T20:14:00+05:00"),
            ("2019-11-19T07:23:12Z", "2019-11-19T07:23:12Z"),
            ("2019-11-19 07:23", "2019-11-19T07:23"),
            ("2019-11-19T07:23:12", "2019-11-19T07:23:12"),
            ("2018-01-12", "2018-01-12"),
            ("2018/01/12", "2018-01-12"),
            ("20180112", "2018-01-12"),
            ("2018-01-12T25:00", "2018-01-12"),
            ("2018-01-12 07:23:12 UTC", "2018-01-12T07:23:12Z"),
        ] {
            assert_eq!(machine(text).as_deref(), Some(iso), "{text}");
        }
        for text in ["2018-02-30", "2018", "1542612192000", "18-01-12", "2018-1-12T", ""] {
            assert_eq!(machine(text), None, "{text}");
        }
    }
}

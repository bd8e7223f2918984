//! A date as a newspaper prints it.

use crate::page::parted;

const MONTHS: [&str; 12] =
    ["جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"];

/// Whether a BCP 47 tag names Urdu.
pub(super) fn is_urdu(lang: &str) -> bool {
    lang.split('-').next().is_some_and(|primary| primary.eq_ignore_ascii_case("ur"))
}

/// "17 جنوری 2024، 14:05" of an ISO 8601 date or date-time; none for what is none.
pub(super) fn in_urdu(iso: &str) -> Option<String> {
    let (date, time) = match parted(iso, "T") {
        Some((date, time)) => (date, Some(time)),
        None => (iso, None),
    };
    let mut parts = date.splitn(3, '-');
    let year = digits(parts.next()?, 4)?;
    let month = digits(parts.next()?, 2)?;
    let day = digits(parts.next()?, 2)?;
    let name = MONTHS.get(usize::from(month).checked_sub(1)?)?;
    let date = format!("{day} {name} {year}");
    match time {
        None => Some(date),
        Some(time) => {
            let clock = time.get(..5)?;
            let (hour, minute) = parted(clock, ":")?;
            digits(hour, 2)?;
            digits(minute, 2)?;
            Some(format!("{date}، {clock}"))
        }
    }
}

fn digits(text: &str, len: usize) -> Option<u16> {
    (text.len() == len && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_printed_with_its_month_named() {
        assert_eq!(in_urdu("2024-01-07").as_deref(), Some("7 جنوری 2024"));
        assert_eq!(in_urdu("2025-12-31T14:05:09+05:00").as_deref(), Some("31 دسمبر 2025، 14:05"));
    }

    #[test]
    fn what_is_no_date_is_not_printed_as_one() {
        for text in [
            "",
            "2024",
            "2024-13-01",
            "2024-00-01",
            "2024-1-01",
            "2024-01-01T",
            "۲۰۲۴-۰۱-۰۱",
            "2024-01-01Tاب:cd",
        ] {
            assert_eq!(in_urdu(text), None, "{text}");
        }
    }

    #[test]
    fn urdu_is_told_by_the_primary_subtag() {
        assert!(is_urdu("ur") && is_urdu("UR-PK") && !is_urdu("urd") && !is_urdu(""));
    }
}

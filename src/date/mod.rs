//! Dates as newspapers write them.

/// The date that a date line gives, as ISO 8601; none where the text is no date line or the date is
/// not whole. `now` (ISO 8601) is what relative dates refer to.
pub fn parse_date(_text: &str, _now: Option<&str>) -> Option<String> {
    None
}

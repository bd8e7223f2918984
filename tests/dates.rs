//! The case files for dates and datelines, debatable cases too.

use serde_json::Value;

fn cases(file: &str) -> Vec<Value> {
    let path = format!("{}/tests/cases/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn text<'a>(case: &'a Value, field: &str) -> Option<&'a str> {
    case.get(field).and_then(Value::as_str)
}

/// Dates compare as values: a missing `:ss` equals `:00`, and `Z` equals `+00:00`.
fn comparable(date: &str) -> String {
    let date = date.replace('Z', "+00:00");
    let (clock, offset) = match date.get(16..) {
        Some(rest) if rest.starts_with(':') => date.split_at(19),
        Some(_) => date.split_at(16),
        None => return date,
    };
    let seconds = if clock.len() == 16 { ":00" } else { "" };
    format!("{clock}{seconds}{offset}")
}

fn report(failures: &[String], count: usize) {
    assert!(failures.is_empty(), "{} of {count} cases:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn dates_are_read_as_the_cases_say() {
    let cases = cases("dates.json");
    let failures: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let input = text(case, "input").unwrap_or_default();
            let found = matn::parse_date(input, text(case, "now"));
            let same = found.as_deref().map(comparable) == text(case, "expected").map(comparable);
            (!same).then(|| format!("{} {input:?}: {found:?}, wanted {}", case["id"], case["expected"]))
        })
        .collect();
    report(&failures, cases.len());
}

#[test]
fn datelines_are_read_as_the_cases_say() {
    let cases = cases("datelines.json");
    let failures: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let input = text(case, "input").unwrap_or_default();
            let found = matn::parse_dateline(input);
            let found = found.map(|found| (found.place, found.agency, found.rest));
            let wanted = case.get("expected").filter(|expected| expected.is_object()).map(|expected| {
                let part = |name| text(expected, name).map(str::to_owned);
                (part("place"), part("agency"), part("rest").unwrap_or_default())
            });
            (found != wanted).then(|| format!("{} {input:?}: {found:?}, wanted {wanted:?}", case["id"]))
        })
        .collect();
    report(&failures, cases.len());
}

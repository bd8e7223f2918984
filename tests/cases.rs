//! The case files of `tests/cases`: what `normalize`, `sentences` and `words` are meant to do.

use matn::{NormalizeOptions, Piece, normalize, sentences, words};
use serde::Deserialize;
use serde::de::DeserializeOwned;

#[derive(Deserialize)]
struct Case<T> {
    id: String,
    input: String,
    expected: T,
    #[serde(default)]
    options: NormalizeOptions,
    #[serde(default)]
    spans: Vec<(u32, u32)>,
    #[serde(default)]
    debatable: bool,
}

fn cases<T: DeserializeOwned>(json: &str) -> Vec<Case<T>> {
    serde_json::from_str(json).expect("a list of cases")
}

/// Says of every case that fails what came out, and fails if one of them is firm.
fn check<T>(cases: &[Case<T>], failure: impl Fn(&Case<T>) -> Option<String>) {
    let failures: Vec<(&Case<T>, String)> =
        cases.iter().filter_map(|case| failure(case).map(|why| (case, why))).collect();
    for (case, why) in &failures {
        println!("{}{}: {why}", case.id, if case.debatable { " (debatable)" } else { "" });
    }
    assert!(failures.iter().all(|(case, _)| case.debatable), "firm cases fail");
}

#[test]
fn normalization_cases_hold_and_a_second_time_changes_nothing() {
    check(&cases::<String>(include_str!("cases/normalization.json")), |case| {
        let once = normalize(&case.input, &case.options).text;
        let twice = normalize(&once, &case.options).text;
        if once != case.expected {
            return Some(format!("{once:?}, not {:?}", case.expected));
        }
        (twice != once).then(|| format!("{twice:?} the second time"))
    });
}

fn check_pieces(cases: &[Case<Vec<String>>], pieces: impl Fn(&str) -> Vec<Piece>) {
    check(cases, |case| {
        let found = pieces(&case.input);
        let texts: Vec<&str> = found.iter().map(|piece| piece.text.as_str()).collect();
        let spans: Vec<(u32, u32)> = found.iter().map(|piece| (piece.start, piece.end)).collect();
        if texts != case.expected {
            return Some(format!("{texts:?}, not {:?}", case.expected));
        }
        (spans != case.spans).then(|| format!("{spans:?}, not {:?}", case.spans))
    });
}

#[test]
fn sentence_cases_hold() {
    check_pieces(&cases(include_str!("cases/sentences.json")), sentences);
}

#[test]
fn word_cases_hold() {
    check_pieces(&cases(include_str!("cases/words.json")), words);
}

//! Plain text: lines of pieces, and pages of lines.

use super::vocabulary::{DATE_PARTS, PIECES, SENTENCES, known, one};
use fastrand::Rng;

/// A piece of text, from a letter to a sentence.
pub(super) fn piece(rng: &mut Rng) -> String {
    match rng.u8(..32) {
        0..16 => one(PIECES, rng).to_owned(),
        16..22 => known(rng).to_owned(),
        22..26 => one(DATE_PARTS, rng).to_owned(),
        26..28 => one(SENTENCES, rng).to_owned(),
        28 => rng.char('\u{600}'..'\u{700}').to_string(),
        29 => rng.char('\0'..'\u{3000}').to_string(),
        30 => rng.char(..).to_string(),
        _ => one(PIECES, rng).repeat(rng.usize(2..40)),
    }
}

/// Pieces one after the other.
pub fn mixture(most: usize, rng: &mut Rng) -> String {
    (0..rng.usize(..=most)).map(|_| piece(rng)).collect()
}

/// A line: a sentence, a phrase of the page around it, a date, a dateline, or anything.
pub(super) fn line(rng: &mut Rng) -> String {
    match rng.u8(..16) {
        0..4 => known(rng).to_owned(),
        4..7 => one(SENTENCES, rng).to_owned(),
        7..10 => parts(DATE_PARTS, rng),
        10 => format!("{} ({}) {}", known(rng), known(rng), one(SENTENCES, rng)),
        11 => format!("{}{}{}", known(rng), one(&[": ", " | ", " - ", " / ", "\t"], rng), known(rng)),
        12 => format!("{} {}", rng.u16(..), known(rng)),
        _ => mixture(24, rng),
    }
}

fn parts(of: &[&str], rng: &mut Rng) -> String {
    let mut line = String::new();
    for _ in 0..rng.usize(1..12) {
        line += if rng.u8(..4) == 0 { known(rng) } else { one(of, rng) };
        line += one(&["", " ", " "], rng);
    }
    line
}

/// A few sentences and mixtures.
pub(super) fn paragraph(rng: &mut Rng) -> String {
    let mut text = String::new();
    for _ in 0..rng.usize(1..6) {
        text += &if rng.bool() { mixture(24, rng) } else { line(rng) };
        text += one(&[" ", " ", "", "\n"], rng);
    }
    text
}

/// A page: furniture, an article, furniture, in an order that may be none.
pub(super) fn page(rng: &mut Rng) -> String {
    let mut page = String::new();
    for _ in 0..rng.usize(1..24) {
        page += &match rng.u8(..8) {
            0..4 => line(rng),
            4..6 => format!("{} {} {}", one(SENTENCES, rng), one(SENTENCES, rng), one(SENTENCES, rng)),
            6 => paragraph(rng),
            _ => (0..rng.usize(2..6)).map(|_| format!("{}\n", known(rng))).collect(),
        };
        page += one(&["\n", "\n\n", "\n\n", "\r\n", "\n\n\n\n", "\n \n", "\u{2028}", " "], rng);
    }
    page
}

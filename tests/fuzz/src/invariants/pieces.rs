//! Sentences, words, and what follows a dateline: cut out of the text, in order.

use super::{Units, is_space};
use matn::{Piece, Span};

/// Words lie in the text in order, each without space inside.
pub fn words(text: &str) {
    let words = matn::words(text);
    cut_out(text, &words);
    // A byte-order mark inside of a word is no more than other signs without width there.
    let is_space = |c: char| is_space(c) && c != '\u{feff}';
    assert!(words.iter().all(|word| !word.text.contains(is_space)), "a word has space in it");
}

/// Sentences lie in the text in order, and each letter and digit lies in one of them.
pub fn sentences(text: &str) {
    let sentences = matn::sentences(text);
    cut_out(text, &sentences);
    let mut sentences = sentences.iter().peekable();
    let mut at = 0;
    for c in text.chars() {
        while sentences.next_if(|sentence| sentence.end <= at).is_some() {}
        let held = sentences.peek().is_some_and(|sentence| sentence.start <= at);
        assert!(held || !c.is_alphanumeric(), "{c:?} at {at} is in no sentence");
        at += c.len_utf16() as u32;
    }
}

fn cut_out(text: &str, pieces: &[Piece]) {
    let units = Units::of(text);
    let mut last = 0;
    for piece in pieces {
        assert!(last <= piece.start, "a piece begins at {}, before {last}", piece.start);
        assert_eq!(units.cut(Span(piece.start, piece.end)), piece.text);
        assert_eq!(piece.text.trim_matches(is_space), piece.text, "space around a piece");
        last = piece.end;
    }
}

/// Place, agency and rest are of the text, and something of it is the dateline.
pub fn dateline(text: &str) {
    let Some(found) = matn::parse_dateline(text) else { return };
    assert!(found.place.is_some() || found.agency.is_some(), "an empty dateline");
    assert!(
        text.ends_with(&*found.rest) || text.trim_end_matches(is_space).ends_with(&*found.rest),
        "{:?}",
        found.rest
    );
    assert!(found.rest.len() < text.len());
}

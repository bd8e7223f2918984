//! What holds for every input. Each function panics with a sentence where it does not.

mod account;
mod article;
mod edits;
mod html;
mod markdown;
mod pieces;
mod rendered;
mod tree;

pub use account::{accounted, accounted_blocks};
pub use article::{kept, sound};
pub use edits::{hand_edits_lose_nothing, normalized};
pub use html::{safe_document, safe_fragment};
pub use markdown::safe_markdown;
pub use pieces::{dateline, sentences, words};
pub use rendered::rendered;

/// What the contract calls space: what JavaScript's `/\s/` matches.
pub fn is_space(c: char) -> bool {
    matches!(c, '\u{9}'..='\u{d}' | ' ' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}')
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{feff}')
}

/// The text without its space.
fn letters(text: &str) -> String {
    text.chars().filter(|&c| !is_space(c)).collect()
}

/// A text cut by UTF-16 offsets.
struct Units(Vec<u16>);

impl Units {
    fn of(text: &str) -> Self {
        Self(text.encode_utf16().collect())
    }

    /// Panics where the span is empty, outside of the text, or begins or ends inside a character.
    #[track_caller]
    fn cut(&self, span: matn::Span) -> String {
        let matn::Span(start, end) = span;
        assert!(start < end, "the span {start}..{end} is empty");
        let units = self.0.get(start as usize..end as usize);
        let units =
            units.unwrap_or_else(|| panic!("the span {start}..{end} leaves the text of {}", self.0.len()));
        String::from_utf16(units).unwrap_or_else(|_| panic!("the span {start}..{end} cuts a character"))
    }
}

//! UTF-8 that was once decoded as Latin-1 or windows-1252: "Ø§Ø±Ø¯Ùˆ" back to اردو.

use super::single_byte::latin_byte;
use std::borrow::Cow;
use std::ops::Range;

/// Fewer letters than this that come out right prove nothing.
const FEWEST_LETTERS: usize = 4;
/// A text is at most so often decoded wrongly that reading is worth it.
const MOST_TIMES: usize = 3;
/// Stretches are cut after this many characters, so that a place inside one is found at once.
const LONGEST_STRETCH: usize = 64;

/// A text set right, and where its characters came from.
#[derive(Debug)]
pub(crate) struct Repaired {
    pub text: String,
    pub origin: Origin,
    /// Stretches that were set right.
    pub count: u32,
}

impl Repaired {
    /// Where a stretch of the given text stands now, whole characters only; stretches that were disjoint stay so.
    pub(crate) fn followed(&self, range: Range<usize>) -> Range<usize> {
        self.place(range.start)..self.place(range.end)
    }

    /// What a place of the given text became; inside a character, its end.
    fn place(&self, given: usize) -> usize {
        let mut place = self.origin.forward(given);
        while !self.text.is_char_boundary(place) {
            place += 1;
        }
        place
    }
}

/// Whether a text has what Arabic letters look like when decoded wrongly: they begin with D8 to DB, which were read as
/// Ø to Û; each of these begins with C3, as Ã does.
fn may_be_misread(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.contains(&0xc3)
        && (bytes.windows(2).any(|pair| pair[0] == 0xc3 && matches!(pair[1], 0x98..=0x9b))
            || text.contains('Ã'))
}

/// Sets a text right; none where nothing was decoded wrongly. `borders` are the ascending places across which no
/// character is put together, where the lines of a page begin and end; they are asked for only where they matter.
pub(crate) fn repair(text: &str, borders: impl FnOnce() -> Vec<usize>) -> Option<Repaired> {
    if !may_be_misread(text) {
        return None;
    }
    let mut borders = borders();
    let mut right = Cow::Borrowed(text);
    let mut layers: Vec<Layer> = Vec::new();
    while let Some((again, layer)) = repair_once(&right, &borders) {
        borders.iter_mut().for_each(|border| *border = layer.forward(*border));
        right = Cow::Owned(again);
        layers.push(layer);
        if layers.len() == MOST_TIMES || !may_be_misread(&right) {
            break;
        }
    }
    let count = layers.first()?.stretches.len() as u32;
    Some(Repaired { text: right.into_owned(), origin: Origin { layers }, count })
}

/// Where the characters of a repaired text stood in the text as it was given.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    layers: Vec<Layer>,
}

impl Origin {
    /// The byte offset in the given text of a byte offset in the repaired one.
    pub(crate) fn back(&self, byte: usize) -> usize {
        self.layers.iter().rev().fold(byte, |byte, layer| layer.back(byte))
    }

    /// The byte offset in the repaired text of a byte offset in the given one.
    fn forward(&self, byte: usize) -> usize {
        self.layers.iter().fold(byte, |byte, layer| layer.forward(byte))
    }
}

/// One wrong decoding undone.
#[derive(Clone, Debug)]
struct Layer {
    stretches: Vec<Stretch>,
    /// UTF-8 lengths of the characters that each byte of the stretches was read as, in order.
    widths: Vec<u8>,
}

/// A stretch that was set right.
#[derive(Clone, Debug)]
struct Stretch {
    /// In the repaired text.
    at: usize,
    bytes: usize,
    /// In the given text.
    from: usize,
    from_bytes: usize,
    /// Where its characters begin in `widths`.
    widths: usize,
}

impl Layer {
    fn back(&self, byte: usize) -> usize {
        let next = self.stretches.partition_point(|stretch| stretch.at <= byte);
        let Some(stretch) = next.checked_sub(1).map(|last| &self.stretches[last]) else { return byte };
        let inside = byte - stretch.at;
        if inside >= stretch.bytes {
            return stretch.from + stretch.from_bytes + (inside - stretch.bytes);
        }
        // Each byte of the repaired text was one character.
        stretch.from + self.width(stretch, inside)
    }

    fn width(&self, stretch: &Stretch, bytes: usize) -> usize {
        self.widths[stretch.widths..stretch.widths + bytes].iter().map(|&width| usize::from(width)).sum()
    }

    /// The offset in the repaired text; inside what one byte was read as, the end of that byte.
    fn forward(&self, byte: usize) -> usize {
        let next = self.stretches.partition_point(|stretch| stretch.from <= byte);
        let Some(stretch) = next.checked_sub(1).map(|last| &self.stretches[last]) else { return byte };
        let inside = byte - stretch.from;
        if inside >= stretch.from_bytes {
            return stretch.at + stretch.bytes + (inside - stretch.from_bytes);
        }
        let mut given = 0;
        let mut bytes = 0usize;
        for &width in &self.widths[stretch.widths..stretch.widths + stretch.bytes] {
            if given >= inside {
                break;
            }
            given += usize::from(width);
            bytes += 1;
        }
        stretch.at + bytes
    }
}

/// Undoes one wrong decoding; none where there was none.
fn repair_once(text: &str, borders: &[usize]) -> Option<(String, Layer)> {
    let mut work = Repair { right: String::with_capacity(text.len()), ..Repair::default() };
    let mut borders = borders.iter().copied().peekable();
    for (at, c) in text.char_indices() {
        if std::iter::from_fn(|| borders.next_if(|&border| border <= at)).count() > 0 {
            work.end_stretch(text);
        }
        match latin_byte(c) {
            Some(byte) => work.take(at, c, byte),
            None => {
                work.end_stretch(text);
                work.right.push(c);
            }
        }
    }
    work.end_stretch(text);
    let proven = work.letters >= FEWEST_LETTERS && work.letters > work.left_over;
    let layer = Layer { stretches: work.stretches, widths: work.widths };
    proven.then_some((work.right, layer))
}

#[derive(Default)]
struct Repair {
    right: String,
    stretches: Vec<Stretch>,
    widths: Vec<u8>,
    /// Arabic letters that came out, or signs of a second wrong decoding.
    letters: usize,
    /// Characters that could have been bytes and are none.
    left_over: usize,
    from: usize,
    bytes: Vec<u8>,
    given: Vec<u8>,
}

impl Repair {
    fn take(&mut self, at: usize, c: char, byte: u8) {
        if self.bytes.is_empty() {
            self.from = at;
        }
        self.bytes.push(byte);
        self.given.push(c.len_utf8() as u8);
    }

    /// Puts out what was gathered: the parts that are UTF-8 set right, the others as they were.
    fn end_stretch(&mut self, text: &str) {
        let bytes = std::mem::take(&mut self.bytes);
        let given = std::mem::take(&mut self.given);
        let mut from = self.from;
        let mut at = 0;
        for chunk in bytes.utf8_chunks() {
            for part in pieces(chunk.valid()) {
                let widths = &given[at..at + part.len()];
                let from_bytes = widths.iter().map(|&width| usize::from(width)).sum();
                self.stretches.push(Stretch {
                    at: self.right.len(),
                    bytes: part.len(),
                    from,
                    from_bytes,
                    widths: self.widths.len(),
                });
                self.widths.extend_from_slice(widths);
                self.right.push_str(part);
                self.letters += part.chars().filter(|&c| is_sign(c)).count();
                from += from_bytes;
                at += part.len();
            }
            for &width in &given[at..at + chunk.invalid().len()] {
                let end = from + usize::from(width);
                self.right.push_str(text.get(from..end).unwrap_or_default());
                self.left_over += 1;
                from = end;
                at += 1;
            }
        }
    }
}

/// A text in pieces of at most `LONGEST_STRETCH` characters.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest.char_indices().nth(LONGEST_STRETCH).map_or(rest.len(), |(at, _)| at);
        let (piece, behind) = rest.split_at(end);
        rest = behind;
        Some(piece)
    })
}

/// A letter of Urdu, or one as which its first byte is read.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | 'Ø'..='Û')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::single_byte::SingleByte;

    const TEXT: &str = "پاکستان کے وزیر نے کہا: “یہ ٹھیک ہے”۔ The end — 5°.";

    /// The text as a program shows it that takes its UTF-8 for windows-1252.
    fn misread(text: &str) -> String {
        SingleByte::Windows1252.decode(text.as_bytes())
    }

    #[test]
    fn a_misread_text_comes_back_however_often_it_was_misread() {
        assert_eq!(repair(&misread(TEXT), Vec::new).unwrap().text, TEXT);
        assert_eq!(repair(&misread(&misread(TEXT)), Vec::new).unwrap().text, TEXT);
        let latin: String = TEXT.bytes().map(char::from).collect();
        assert_eq!(repair(&latin, Vec::new).unwrap().text, TEXT);
    }

    #[test]
    fn a_right_text_stays() {
        for text in [TEXT, "Øystein og Ærø", "Ünal Çelik’s “naïve” café", "", "Ã Ø Ù"] {
            assert!(repair(text, Vec::new).is_none(), "{text}");
        }
    }

    #[test]
    fn each_place_of_the_repaired_text_has_its_place_in_the_given_one() {
        for given in [misread(TEXT), misread(&misread(TEXT)), format!("پل {}", misread(TEXT))] {
            let repaired = repair(&given, Vec::new).unwrap();
            let mut last = 0;
            for (at, c) in repaired.text.char_indices() {
                let (start, end) = (repaired.origin.back(at), repaired.origin.back(at + c.len_utf8()));
                assert!(given.is_char_boundary(start) && start >= last && end > start);
                assert_eq!(repaired.followed(start..end), at..at + c.len_utf8());
                last = end;
            }
            assert_eq!(last, given.len());
        }
    }

    #[test]
    fn no_character_is_put_together_across_a_border() {
        let given = misread("خبر خبر خبر");
        let border = given.char_indices().nth(3).unwrap().0;
        let repaired = repair(&given, || vec![border]).unwrap();
        assert_eq!(repaired.text, "خØ¨ر خبر خبر");
        assert_eq!(repaired.followed(0..border).end, "خØ".len());
    }
}

//! Which words an article's text has: its headline and its topics have them too, other stories have others.

use super::measure::Words;
use super::shape::Shape;
use crate::date;
use crate::fingerprint::{Fingerprint, Word};

/// Words of a text that the filter can tell apart well.
const BITS: usize = 1 << 16;
/// More words than this say nothing more.
const MOST: usize = 3000;
/// Fewest words of a line that is text.
const LINE: u32 = 12;
/// Letters that a word has at least that tells what a text is about.
const TELLING: u32 = 3;

/// The words of a page's text; now and then it takes another word for one of them.
pub(super) struct Vocabulary<'a> {
    /// Of all lines.
    lines: &'a Words,
    words: Vec<u64>,
    is_empty: bool,
    /// Most of the text's lines are of another script than Urdu's.
    pub(super) is_foreign: bool,
}

impl<'a> Vocabulary<'a> {
    /// Of the running text that structure takes for body, or where there is none, of all running text.
    pub(super) fn of(lines: &'a Words, shapes: &[Shape], structure: &[f32]) -> Self {
        let running = || shapes.iter().filter(|shape| shape.is_prose);
        let is_foreign = running().filter(|shape| shape.is_foreign).count() * 2 > running().count();
        let mut vocabulary = Self { lines, words: vec![0; BITS / 64], is_empty: true, is_foreign };
        // A question may be the headline.
        let prose =
            |at: &usize| shapes[*at].is_prose && !shapes[*at].is_headline && shapes[*at].words >= LINE;
        vocabulary.take((0..shapes.len()).filter(|at| prose(at) && structure[*at] > 0.0));
        if vocabulary.is_empty {
            vocabulary.take((0..shapes.len()).filter(prose));
        }
        vocabulary
    }

    /// Takes the words of lines in.
    fn take(&mut self, lines: impl Iterator<Item = usize>) {
        for word in lines.flat_map(|at| self.lines.line(at)).take(MOST) {
            let bit = bit(word.print);
            self.words[bit / 64] |= 1 << (bit % 64);
            self.is_empty = false;
        }
    }

    fn has(&self, word: Fingerprint) -> bool {
        let bit = bit(word);
        self.words[bit / 64] >> (bit % 64) & 1 == 1
    }

    /// Whether the text has each word of a line.
    pub(super) fn has_all(&self, line: usize) -> bool {
        self.lines.line(line).iter().all(|word| self.has(word.print))
    }

    /// Whether the text has none of the telling words of a line that has some: the name of the outlet is such a line.
    pub(super) fn lacks_all(&self, line: usize) -> bool {
        self.shared(line).is_some_and(|(all, known)| all > 1 && known == 0)
    }

    /// How many telling words a line has, and how many of them the text has; none where the text has none.
    pub(super) fn shared(&self, line: usize) -> Option<(usize, usize)> {
        let telling = |word: &&Word| word.letters >= TELLING && !date::is_function_print(word.print);
        let words = self.lines.line(line).iter().filter(telling);
        let counts =
            words.fold((0, 0), |(all, known), word| (all + 1, known + usize::from(self.has(word.print))));
        (!self.is_empty).then_some(counts)
    }
}

/// The bit that stands for a word.
fn bit(word: Fingerprint) -> usize {
    word.short() as usize % BITS
}

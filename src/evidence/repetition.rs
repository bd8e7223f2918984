//! Lines that stand twice: a headline above and inside the article, a menu above and below it.

use super::furniture;
use super::measure::{Ending, Measure, Words};
use crate::article::Label;
use crate::date;
use crate::fingerprint::{Word, shift};
use crate::page::Page;
use crate::sort;

/// Of each line, the first line with the same letters, if that is another one.
///
/// Sorted rather than hashed, so that no input can make it slow.
pub(crate) fn first_occurrences(measures: &[Measure]) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..measures.len()).filter(|&line| measures[line].words > 0).collect();
    // Half of the number at a time: what is equal in both halves ends side by side, in the page's order.
    sort::by_place(&mut order, |&line| measures[line].print.0 as u32 as usize);
    sort::by_place(&mut order, |&line| measures[line].print.short() as usize);
    let mut first = vec![None; measures.len()];
    for pair in order.windows(2) {
        let (earlier, later) = (pair[0], pair[1]);
        if measures[earlier].print == measures[later].print {
            first[later] = first[earlier].or(Some(earlier));
        }
    }
    first
}

/// Which lines stand on the page more than once.
pub(crate) fn stand_twice(first: &[Option<usize>]) -> Vec<bool> {
    let mut twice = vec![false; first.len()];
    for (at, first) in first.iter().enumerate() {
        if let Some(first) = *first {
            twice[at] = true;
            twice[first] = true;
        }
    }
    twice
}

/// How far above the text copies of the headline are looked for, in lines.
const REACH: usize = 32;
/// Fewest words that a copy shares with the headline, and most that stand before them: the path to the page.
const SHARED: usize = 4;
const PATH: usize = 6;
/// More words than this are no headline's.
const LONGEST: usize = 40;

/// What a line above the text is to a headline there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Copy {
    /// It has the headline's first words only, alone or behind the path to the page; what it is then.
    Cut(Label),
    /// The headline itself.
    Whole,
}

/// Copies of a headline that are cut short, and the headline: "ہوم پاکستان پل کی تعمیر میں تاخیر پر...".
pub(super) fn cut_copies(
    page: &Page,
    measures: &[Measure],
    words: &Words,
    text_from: usize,
) -> Vec<Option<Copy>> {
    let mut copies = vec![None; measures.len()];
    let first = text_from.saturating_sub(REACH);
    let words = |at: usize| {
        if !(SHARED..=LONGEST).contains(&(measures[at].words as usize)) {
            return &[][..];
        }
        let words = words.line(at);
        // It may be cut inside the word.
        let cut = usize::from(measures[at].ending == Ending::Ellipsis);
        &words[..words.len().saturating_sub(cut)]
    };
    let lines: Vec<&[Word]> = (first..text_from).map(words).collect();
    for (copy, &copied) in lines.iter().enumerate() {
        // "سرخی | ادارہ" is the headline and the outlet's name, "سرخی (ادارہ)" a caption.
        let plain = |at: usize| measures[at].separators == 0 && !page.text(at).ends_with(')');
        let headlines = lines.iter().enumerate().filter(|(at, _)| plain(first + at));
        let marked = measures[first + copy].separators > 0;
        for (whole, headline) in headlines {
            let cut = (0..=PATH).find(|&steps| {
                let (path, shared) = copied.split_at(steps.min(copied.len()));
                shared.len() >= SHARED
                    && headline.starts_with(shared)
                    && (shared.len() < headline.len() || leads_here(path, marked))
            });
            if let Some(path) = cut {
                let label = if path == 0 { Label::DuplicateTitle } else { Label::Breadcrumb };
                copies[first + copy] = Some(Copy::Cut(label));
                copies[first + whole] = copies[first + whole].or(Some(Copy::Whole));
            }
        }
    }
    copies
}

/// Whether words before a whole headline are the path to it: a longer headline may end with a shorter one too.
fn leads_here(path: &[Word], marked: bool) -> bool {
    let [home, section, ..] = path else { return false };
    let mut both = home.print;
    both.take_word(*section, shift(section.letters));
    let begins = [home.print, both].iter().any(|&print| furniture::whole(print) == Some(Label::Navigation));
    marked || (begins && path.iter().all(|word| !date::is_function_print(word.print)))
}

#[cfg(test)]
mod tests {
    use super::super::measure::{self, measure};
    use super::*;

    fn copies(lines: &[&str]) -> Vec<Option<Copy>> {
        let text = lines.join("\n\n");
        let (source, _) =
            crate::source::read(crate::Input::Text(&text), &crate::Options::default()).expect("text");
        let page = source.text_lines().page(0..lines.len());
        let (measures, words) = measure::lines(&page);
        cut_copies(&page, &measures, &words, lines.len())
    }

    #[test]
    fn a_copy_is_cut_or_stands_behind_the_path_to_the_page() {
        let lines = [
            "پل کی تعمیر میں تاخیر",
            "ہوم / پاکستان / پل کی تعمیر میں تاخ...",
            "ہوم پاکستان پل کی تعمیر میں تاخیر پر احتجاج",
            "پل کی تعمیر میں تاخیر پر احتجاج",
        ];
        let breadcrumb = Some(Copy::Cut(Label::Breadcrumb));
        assert_eq!(
            copies(&lines),
            [Some(Copy::Cut(Label::DuplicateTitle)), breadcrumb, breadcrumb, Some(Copy::Whole)]
        );
    }

    #[test]
    fn a_longer_headline_that_ends_with_a_shorter_one_is_no_path() {
        let lines = ["نئے بجٹ کے بعد پل کی تعمیر میں تاخیر", "پل کی تعمیر میں تاخیر"];
        assert_eq!(copies(&lines), [None, None]);
    }

    #[test]
    fn each_repetition_names_the_first() {
        let lines = ["خبر", "متن", "خبر:", "خبر"].map(measure);
        assert_eq!(first_occurrences(&lines), [None, None, Some(0), Some(0)]);
    }
}

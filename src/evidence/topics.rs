//! Topics below a text: short lines whose words the text has too.

use super::fingerprint::Fingerprint;
use super::measure::{Ending, Measure};
use super::shape::Shape;
use crate::article::Label;
use crate::date;
use crate::page::{LineForm, Page};

/// How far below running text its topics stand, in lines.
const REACH: usize = 12;
/// Most words of a topic, and of a line of topics between commas.
const WORDS: u32 = 4;
const LIST_WORDS: u32 = 14;
/// Words of a page that the filter can tell apart well.
const BITS: usize = 1 << 13;

/// Little words that topics have: "پانی کا بحران".
const JOINTS: [&str; 5] = ["کا", "کی", "کے", "و", "اور"];

/// Which words a page's running text and headlines have; now and then it takes another word for one of them.
struct Vocabulary(Vec<u64>);

impl Vocabulary {
    fn of(page: &Page, shapes: &[Shape]) -> Self {
        let mut words = Self(vec![0; BITS / 64]);
        for at in (0..shapes.len()).filter(|&at| shapes[at].is_prose) {
            prints(page.text(at)).for_each(|print| words.0[print / 64] |= 1 << (print % 64));
        }
        words
    }

    fn has_all(&self, text: &str) -> bool {
        prints(text).all(|print| self.0[print / 64] >> (print % 64) & 1 == 1)
    }
}

fn prints(text: &str) -> impl Iterator<Item = usize> {
    let words = text.split(|c: char| !c.is_alphanumeric() && !super::person::is_mark(c));
    words.filter(|word| !word.is_empty()).map(|word| Fingerprint::of_phrase(word).short() as usize % BITS)
}

/// Which lines may be topics.
pub(super) fn topics(page: &Page, measures: &[Measure], shapes: &[Shape]) -> Vec<bool> {
    let mut topics = vec![false; shapes.len()];
    let mut vocabulary = None;
    let mut since_prose = usize::MAX;
    for at in 0..shapes.len() {
        since_prose = if shapes[at].is_prose { 0 } else { since_prose.saturating_add(1) };
        // A subhead has its text below.
        let heads = shapes.get(at + 1).is_some_and(|below| below.is_prose);
        if since_prose <= REACH && !heads && may_be(page, &measures[at], &shapes[at], at) {
            let words = vocabulary.get_or_insert_with(|| Vocabulary::of(page, shapes));
            topics[at] = words.has_all(page.text(at));
        }
    }
    topics
}

fn may_be(page: &Page, m: &Measure, shape: &Shape, at: usize) -> bool {
    let most = if m.commas > 0 { LIST_WORDS } else { WORDS };
    let plain = matches!(shape.whole, None | Some(Label::Navigation | Label::Tags));
    (1..=most).contains(&m.words)
        && m.ending == Ending::Open
        && m.digits == 0
        && plain
        && !shape.is_date
        && page.lines[at].form == LineForm::Text
        && !page
            .text(at)
            .split_whitespace()
            .any(|word| date::is_function_word(word) && !JOINTS.contains(&word))
}

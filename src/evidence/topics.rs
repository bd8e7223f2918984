//! Topics below a text: short lines whose words the text has too.

use super::measure::{Ending, Measure};
use super::shape::Shape;
use super::vocabulary::Vocabulary;
use crate::article::Label;
use crate::date;
use crate::page::{LineForm, Page};

/// How far below running text its topics stand, in lines.
const REACH: usize = 12;
/// How far below it they may stand side by side with nothing between.
const NEXT: usize = 3;
/// Most words of a topic, and of a line of topics side by side.
const WORDS: u32 = 4;
const LIST_WORDS: u32 = 14;
/// Little words that topics have: "پانی کا بحران".
const JOINTS: [&str; 5] = ["کا", "کی", "کے", "و", "اور"];

/// Which lines may be topics, by the rule that says so: the text has their words, or they stand below a heading.
#[inline(never)]
pub(super) fn topics(
    page: &Page,
    measures: &[Measure],
    shapes: &[Shape],
    vocabulary: &Vocabulary,
) -> Vec<Option<&'static str>> {
    let mut topics = vec![None; shapes.len()];
    let mut since_prose = usize::MAX;
    let mut headed = false;
    for at in 0..shapes.len() {
        since_prose = if shapes[at].is_prose { 0 } else { since_prose.saturating_add(1) };
        let heads = |at: usize| shapes[at].whole == Some(Label::Tags);
        headed = heads(at) || (headed && (topics[at - 1].is_some() || heads(at - 1)));
        // A subhead has its text below.
        let is_subhead = shapes.get(at + 1).is_some_and(|below| below.is_prose);
        if since_prose > REACH || is_subhead || !may_be(page, &measures[at], &shapes[at], at, since_prose) {
            continue;
        }
        topics[at] = if vocabulary.has_all(at) { Some("topics") } else { headed.then_some("neighbours") };
    }
    topics
}

fn may_be(page: &Page, m: &Measure, shape: &Shape, at: usize, since_prose: usize) -> bool {
    let side_by_side = m.commas > 0 || page.lines[at].form == LineForm::Row || since_prose <= NEXT;
    let most = if side_by_side { LIST_WORDS } else { WORDS };
    let plain = matches!(shape.whole, None | Some(Label::Navigation | Label::Tags));
    (1..=most).contains(&m.words)
        && m.ending == Ending::Open
        && m.digits == 0
        && plain
        && !shape.is_date
        && matches!(page.lines[at].form, LineForm::Text | LineForm::Row)
        && !page
            .text(at)
            .split_whitespace()
            .any(|word| date::is_function_word(word) && !JOINTS.contains(&word))
}

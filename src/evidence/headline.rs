//! Headlines, standfirsts, bylines and subheads: what stands around the beginning of the text.

use super::measure::Ending;
use super::shape::Shape;
use super::{Evidence, Role, weight};
use crate::article::Label;
use crate::page::{LineForm, Page};

/// How far below a headline its date, byline or text may stand, in lines.
const REACH: usize = 6;

/// Says what the line's place among its neighbours makes of it.
pub(super) fn weigh(page: &Page, shapes: &[Shape], twice: &[bool], at: usize, evidence: &mut Evidence) {
    let shape = &shapes[at];
    weigh_headline(page, shapes, twice, at, evidence);
    if let Some(first) = evidence.first[at] {
        if shapes[first].is_headline && evidence.measures[first].words >= 3 {
            evidence.add(Role::Removed(Label::DuplicateTitle), weight::TWICE_TITLE, "repeated");
        }
        evidence.add(Role::Removed(Label::Navigation), weight::TWICE_OTHER, "repeated");
    }
    if shape.is_name && beside_date(shapes, at) {
        evidence.add(Role::Removed(Label::Byline), weight::NAME, "name");
    }
    if (4..=60).contains(&evidence.measures[at].words) && !shape.is_date && shape.whole.is_none() {
        evidence.add(Role::Subtitle, weight::SUBTITLE, "subtitle");
    }
    if is_subhead(page, shapes, at, evidence) {
        evidence.add(Role::Heading, weight::SUBHEAD, "subhead");
    }
}

fn weigh_headline(page: &Page, shapes: &[Shape], twice: &[bool], at: usize, evidence: &mut Evidence) {
    let (shape, words) = (&shapes[at], evidence.measures[at].words);
    let ends_sentence = evidence.measures[at].ending == Ending::Sentence && !shape.is_headline;
    let mut say = |holds: bool, weight: f32| {
        if holds {
            evidence.add(Role::Title, weight, "headline");
        }
    };
    say(shape.is_headline, weight::HEADLINE);
    say(shape.is_bold, weight::HEADLINE_BOLD);
    say(twice[at] && words >= 3, weight::HEADLINE_TWICE);
    say(at == 0, weight::HEADLINE_FIRST);
    say(words <= 2, weight::HEADLINE_SHORT);
    say(words > 26, weight::HEADLINE_LONG);
    say(ends_sentence, weight::HEADLINE_SENTENCE);
    say(shape.whole.is_some() || shape.is_symbol || shape.is_date, weight::HEADLINE_FURNITURE);
    say(matches!(page.lines[at].form, LineForm::Heading(1)), weight::HEADLINE_BOLD);
    let below = shapes.get(at + 1..shapes.len().min(at + 1 + REACH)).unwrap_or_default();
    let matter = below.iter().take(3).any(|line| line.is_date || line.whole == Some(Label::Byline));
    say(matter, weight::HEADLINE_MATTER);
    say(below.first().is_some_and(|line| line.is_prose), weight::HEADLINE_PROSE);
}

/// Whether a date stands next to the line, other symbols aside.
fn beside_date(shapes: &[Shape], at: usize) -> bool {
    let above = shapes[..at].iter().rev().find(|shape| !shape.is_symbol);
    let below = shapes[at + 1..].iter().find(|shape| !shape.is_symbol);
    [above, below].into_iter().flatten().any(|shape| shape.is_date)
}

/// A short line without a sentence's end, apart from the line above, with running text below it.
fn is_subhead(page: &Page, shapes: &[Shape], at: usize, evidence: &Evidence) -> bool {
    let (line, m) = (&page.lines[at], &evidence.measures[at]);
    if matches!(line.form, LineForm::Heading(_)) {
        return true;
    }
    let plain = line.form == LineForm::Text && m.words <= 14 && !shapes[at].is_prose && !shapes[at].is_symbol;
    let unfinished = m.ending == Ending::Open || (m.words <= 10 && page.text(at).ends_with(['؟', '?', ':']));
    let below = shapes.get(at + 1).is_some_and(|shape| shape.is_prose);
    let above = at.checked_sub(1).is_none_or(|above| evidence.measures[above].ending == Ending::Sentence);
    plain && unfinished && below && above
}

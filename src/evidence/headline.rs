//! Headlines, standfirsts, bylines and subheads: what stands around the beginning of the text.

use super::furniture::Place;
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
    if shape.is_name {
        let weight = if beside_date(shapes, at) { weight::NAME_DATED } else { weight::NAME };
        evidence.add(Role::Removed(Label::Byline), weight, "name");
    }
    if is_standfirst(shapes, at, evidence.measures[at].words) {
        evidence.add(Role::Subtitle, weight::SUBTITLE, "subtitle");
    }
    if is_subhead(page, shapes, at, evidence) {
        evidence.add(Role::Heading, weight::SUBHEAD, "subhead");
    }
}

fn weigh_headline(page: &Page, shapes: &[Shape], twice: &[bool], at: usize, evidence: &mut Evidence) {
    let (shape, words) = (&shapes[at], evidence.measures[at].words);
    let ends_sentence = evidence.measures[at].ending == Ending::Sentence && !shape.is_headline;
    let menu = evidence.measures[at].separators > 0 || page.lines[at].form == LineForm::Row;
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
    say(words == 3 || words == 4, weight::HEADLINE_BRIEF);
    say(menu, weight::HEADLINE_MENU);

    say(words > 26, weight::HEADLINE_LONG);
    say(ends_sentence, weight::HEADLINE_SENTENCE);
    let credit = shape.phrases.iter().any(|phrase| phrase.place != Place::In);
    say(credit || shape.is_symbol || shape.is_date, weight::HEADLINE_FURNITURE);
    say(matches!(page.lines[at].form, LineForm::Heading(1)), weight::HEADLINE_BOLD);
    let below = shapes.get(at + 1..shapes.len().min(at + 1 + REACH)).unwrap_or_default();
    let text = below.iter().find(|line| line.is_prose);
    say(text.is_some_and(|line| line.is_datelined), weight::HEADLINE_DATELINE);
    let matter = below.iter().take(3).any(|line| line.is_date || line.whole == Some(Label::Byline));
    say(matter, weight::HEADLINE_MATTER);
    say(below.first().is_some_and(|line| line.is_prose), weight::HEADLINE_PROSE);
}

/// Below a headline, above running text: a line that could be either, with date, byline or text below it.
fn is_standfirst(shapes: &[Shape], at: usize, words: u32) -> bool {
    let shape = &shapes[at];
    let fits =
        (4..=45).contains(&words) && shape.whole.is_none() && !shape.is_date && shape.phrases.is_empty();
    let above = shapes[at.saturating_sub(3)..at].iter().any(|above| above.is_headline);
    let below = shapes.get(at + 1..shapes.len().min(at + 1 + REACH)).unwrap_or_default();
    let matter =
        below.iter().take(2).any(|line| line.is_date || line.is_name || line.whole == Some(Label::Byline));
    fits && above && (matter || (!shape.is_prose && below.iter().take(3).any(|line| line.is_prose)))
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

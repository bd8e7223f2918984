//! Lists of other stories: headline-shaped lines among their like, with dates or rank numbers.

use super::person::Person;
use super::shape::Shape;
use super::{Evidence, Role, weight};
use crate::article::Label;

/// How far a line's like may stand, in lines.
const REACH: usize = 3;
/// Most words of a list's heading.
const HEADING: u32 = 7;

/// Fewest words of a headline that shows the line above it to be a list's heading.
const STORY: u32 = 5;

/// Says of a line that it is one of a list, or its heading.
pub(super) fn weigh(shapes: &[Shape], at: usize, evidence: &mut Evidence) {
    let shape = &shapes[at];
    if shape.is_symbol {
        return;
    }
    if shape.is_date {
        evidence.add(Role::Item, weight::DATE, "list");
        return;
    }
    if shape.whole.is_some() {
        return;
    }
    if is_list_heading(shapes, at, evidence.measures[at].words) {
        evidence.add(Role::Removed(Label::Related), weight::LIST_HEADING, "related-list");
    }
    let around = || shapes[at.saturating_sub(REACH)..shapes.len().min(at + REACH + 1)].iter();
    if shape.is_headline {
        let like = around().filter(|other| other.is_headline && other.whole.is_none()).count();
        if evidence.measures[at].words >= 4 {
            evidence.add(Role::Item, weight::ITEM, "list");
        }
        if like >= 3 && evidence.measures[at].words >= 4 {
            evidence.add(Role::Item, weight::ITEM_LIKE, "list");
        }
        if at > 0 && shapes[at - 1].whole == Some(Label::Related) {
            evidence.add(Role::Item, weight::ITEM_HEADED, "list");
        }
        if shapes.get(at + 1).is_some_and(|below| below.is_date || below.is_dated) {
            evidence.add(Role::Item, weight::ITEM_DATED, "list");
        }
        if shape.is_ranked && around().filter(|other| other.is_ranked).count() >= 2 {
            evidence.add(Role::Item, weight::ITEM_RANK, "list");
        }
    }
    if shape.is_dated {
        evidence.add(Role::Item, weight::ITEM_DATED * 2.0, "list");
    }
}

/// A short line with headlines or dated headlines right below it.
fn is_list_heading(shapes: &[Shape], at: usize, words: u32) -> bool {
    let below = shapes.get(at + 1..shapes.len().min(at + 4)).unwrap_or_default();
    let (Some(first), Some(second)) = (below.first(), below.get(1)) else { return false };
    let story = |shape: &Shape| shape.is_headline && shape.words >= STORY && shape.whole.is_none();
    let listed = story(first) && (story(second) || second.is_date || second.is_dated);
    let second_story = below.get(2).is_none_or(|third| story(third) || third.is_date || story(second));
    let heading = words <= HEADING && !shapes[at].is_prose && shapes[at].person < Person::Likely;
    heading && listed && second_story
}

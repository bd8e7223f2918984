//! Lists of other stories: headline-shaped lines among their like, with dates or rank numbers.

use super::shape::Shape;
use super::{Evidence, Role, weight};

/// How far a line's like may stand, in lines.
const REACH: usize = 3;

/// Says of a headline-shaped line that it is one of a list.
pub(super) fn weigh(shapes: &[Shape], at: usize, evidence: &mut Evidence) {
    let shape = &shapes[at];
    if shape.whole.is_some() || shape.is_symbol {
        return;
    }
    let around = || shapes[at.saturating_sub(REACH)..shapes.len().min(at + REACH + 1)].iter();
    if shape.is_headline {
        let like = around().filter(|other| other.is_headline && other.whole.is_none()).count();
        if like >= 3 {
            evidence.add(Role::Item, weight::ITEM, "list");
        }
        let next = shapes.get(at + 1).is_some_and(|below| below.is_date);
        if next || shape.is_date {
            evidence.add(Role::Item, weight::ITEM_DATED, "list");
        }
        if shape.is_ranked && around().filter(|other| other.is_ranked).count() >= 2 {
            evidence.add(Role::Item, weight::ITEM_RANK, "list");
        }
    }
    if shape.is_date && around().filter(|other| other.is_date).count() >= 2 {
        evidence.add(Role::Item, weight::ITEM_DATED, "list");
    }
}

//! What a page's markup calls the place where a line stands: the caption of a picture, an
//! advertisement, the topics.

use crate::article::Label;
use crate::page::{LineForm, Page};
use crate::read::{Topic, Topics};

/// Blocks around a line that are looked at.
const REACH: usize = 4;

/// Most lines of a block that is one thing, such as an advertisement.
const MOST_LINES: u32 = 40;

/// Most lines of the path to a page, and of a menu beside it.
const PATH: u32 = 8;

/// Topics of class, id and role, each with the label that it gives to what is removed.
const LABELS: [(Topic, Label); 11] = [
    (Topic::Caption, Label::Caption),
    (Topic::Advert, Label::Advert),
    (Topic::Tags, Label::Tags),
    (Topic::Share, Label::Share),
    (Topic::Newsletter, Label::Newsletter),
    (Topic::Consent, Label::Consent),
    (Topic::Pagination, Label::Pagination),
    (Topic::Bio, Label::AuthorBio),
    (Topic::Related, Label::Related),
    (Topic::Copyright, Label::Copyright),
    (Topic::Comments, Label::Comments),
];

/// The label that the innermost block with a telling name gives to each line; none of plain text.
pub(crate) fn labels(page: &Page, structure: &[f32]) -> Vec<Option<Label>> {
    // A block's name may speak of the article itself: `post-17 category-news`.
    let holds_article: Vec<bool> = page
        .containers
        .iter()
        .map(|block| {
            let lines = block.lines.start as usize..block.lines.end as usize;
            block.lines.len() as u32 > MOST_LINES
                || structure.get(lines).is_none_or(|lines| lines.iter().any(|&log_odds| log_odds > 0.0))
        })
        .collect();
    (0..page.lines.len()).map(|at| label(page, &holds_article, at)).collect()
}

fn label(page: &Page, holds_article: &[bool], line: usize) -> Option<Label> {
    if page.lines[line].form == LineForm::Caption {
        return Some(Label::Caption);
    }
    let markup = page.lines[line].markup.as_deref()?;
    if let Some(named) = named(markup.topics) {
        return named;
    }
    let mut at = markup.container;
    for _ in 0..REACH {
        let container = page.containers.get(at as usize)?;
        if holds_article.get(at as usize).is_none_or(|&holds| holds) {
            return None;
        }
        if let Some(named) = named(container.topics) {
            return named;
        }
        at = container.parent;
    }
    None
}

/// What a block's name says: nothing, several things at once, or the label of one.
fn named(topics: Topics) -> Option<Option<Label>> {
    let mut labels = LABELS.iter().filter(|(topic, _)| topics.has(*topic)).map(|(_, label)| *label);
    let first = labels.next()?;
    Some(Some(first).filter(|_| labels.next().is_none() && !topics.has(Topic::Byline)))
}

/// Whether a line stands in the path to the page, or in a short menu.
pub(crate) fn is_in_path(page: &Page, line: usize) -> bool {
    let Some(markup) = page.lines[line].markup.as_deref() else { return false };
    let mut at = markup.container;
    for _ in 0..REACH {
        let Some(container) = page.containers.get(at as usize) else { return false };
        if container.topics.has(Topic::Nav) {
            return container.lines.end - container.lines.start <= PATH;
        }
        at = container.parent;
    }
    false
}

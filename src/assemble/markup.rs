//! What a page's markup calls the place where a line stands: the caption of a picture, an
//! advertisement, the topics.

use super::Context;
use crate::article::Label;
use crate::evidence::Role;
use crate::page::LineForm;
use crate::read::{Container, Topic, Topics};

/// Blocks around a line that are looked at.
const REACH: usize = 4;

/// Most lines of a block that is one thing, such as an advertisement.
const MOST_LINES: usize = 40;

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

/// The label that the innermost block with a telling name gives; none of plain text.
pub(super) fn label(context: &Context, line: usize) -> Option<Label> {
    let page = context.page;
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
        if holds_article(context, container) {
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

/// Whether a block's name may speak of the article itself: `post-17 category-news`.
fn holds_article(context: &Context, container: &Container) -> bool {
    let lines = container.lines.start as usize..container.lines.end as usize;
    let of_article = |at: usize| {
        context.decisions.get(at).is_some_and(|decision| {
            matches!(decision.role, Role::Body | Role::Heading | Role::Title | Role::Subtitle)
        })
    };
    lines.len() > MOST_LINES || lines.into_iter().any(of_article)
}

/// Whether a line cannot tell who wrote the article or when: it stands in a caption, an advertisement, the topics.
pub(super) fn is_foreign(context: &Context, line: usize) -> bool {
    matches!(label(context, line), Some(Label::Caption | Label::Advert | Label::Tags))
}

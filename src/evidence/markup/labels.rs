//! What a page's markup calls the place where a line stands: the caption of a picture, an
//! advertisement, the topics.

use crate::article::Label;
use crate::page::{LineForm, Page};
use crate::read::{Container, Topic, Topics};

/// Blocks around a line that are looked at.
const REACH: usize = 4;

/// Most lines of a block that is one thing, such as an advertisement.
const MOST_LINES: usize = 40;

/// Most lines of the path to a page, and of a menu beside it.
const PATH: usize = 8;

/// Topics of class, id and role, each with the label that it gives to what is removed.
const LABELS: [(Topic, Label); 12] = [
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
    (Topic::Path, Label::Breadcrumb),
];

/// The label that the innermost block with a telling name gives to each line; none of plain text.
pub(crate) fn labels(page: &Page, structure: &[f32]) -> Vec<Option<Label>> {
    // A block's name may speak of the article itself: `post-17 category-news`.
    let holds_article: Vec<bool> = page
        .containers
        .iter()
        .map(|block| {
            let lines = block.lines.start as usize..block.lines.end as usize;
            block.lines.len() > MOST_LINES
                || structure.get(lines).is_none_or(|lines| lines.iter().any(|&log_odds| log_odds > 0.0))
        })
        .collect();
    (0..page.lines.len()).map(|at| label(page, &holds_article, at)).collect()
}

fn label(page: &Page, holds_article: &[bool], line: usize) -> Option<Label> {
    if page.lines[line].form == LineForm::Caption {
        return Some(Label::Caption);
    }
    if let Some(named) = named(page.lines[line].markup.as_deref()?.topics) {
        return named;
    }
    blocks(page, line).take_while(|&(at, _)| !holds_article[at]).find_map(|(_, block)| named(block.topics))?
}

/// The blocks around a line with their numbers, the innermost first.
pub(crate) fn blocks<'a>(page: &'a Page, line: usize) -> impl Iterator<Item = (usize, &'a Container)> {
    let block = |at: u32| Some((at as usize, page.containers.get(at as usize)?));
    let first = page.lines[line].markup.as_deref().and_then(|markup| block(markup.container));
    std::iter::successors(first, move |(_, inner)| block(inner.parent)).take(REACH)
}

/// What a block's name says: nothing, several things at once, or the label of one.
fn named(topics: Topics) -> Option<Option<Label>> {
    let mut labels = LABELS.iter().filter(|(topic, _)| topics.has(*topic)).map(|(_, label)| *label);
    let first = labels.next()?;
    Some(Some(first).filter(|_| labels.next().is_none() && !topics.has(Topic::Byline)))
}

/// Whether a line stands in the path to the page, or in a short menu.
pub(crate) fn is_in_path(page: &Page, line: usize) -> bool {
    let menu =
        blocks(page, line).find(|(_, block)| block.topics.has(Topic::Nav) || block.topics.has(Topic::Path));
    menu.is_some_and(|(_, block)| block.lines.len() <= PATH)
}

/// Whether class, id or role of a line, or of what holds nothing else, says that it tells who wrote the article.
pub(crate) fn names_author(page: &Page, line: usize) -> bool {
    let signs = |topics: Topics| topics.has(Topic::Byline) && !topics.has(Topic::Bio);
    let own = page.lines[line].markup.as_deref().is_some_and(|markup| signs(markup.topics));
    let mut around = blocks(page, line).take_while(|(_, block)| block.lines.len() == 1);
    own || around.any(|(_, block)| signs(block.topics))
}

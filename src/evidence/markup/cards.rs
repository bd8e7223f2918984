//! Cards: like siblings, each with one linked headline and what belongs to it.

use super::blocks::lines;
use super::facts::Facts;
use super::facts::LINKED;
use crate::article::Label;
use crate::evidence::shape::Shape;
use crate::page::Page;

/// Fewest cards side by side.
const CARDS: usize = 2;
/// Lines of a card: a headline and at least one more.
const LINES: std::ops::RangeInclusive<usize> = 2..=8;
/// Fewest words of a story's headline, and of the text below it.
const HEADLINE: u32 = 4;
const SNIPPET: u32 = 8;

/// What no card has.
const OTHERS: [Label; 5] =
    [Label::Pagination, Label::Comments, Label::CommentForm, Label::AuthorBio, Label::Caption];

/// What a line of a card is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::evidence) enum Card {
    /// The headline, or the text below it.
    Story,
    /// Its section, its author, a count, a button.
    Rest,
}

/// Of each line of an HTML page, what it is of a card, if it stands in one.
pub(super) fn cards(
    page: &Page,
    facts: &Facts,
    shapes: &[Shape],
    structure: &[f32],
    labels: &[Option<Label>],
) -> Vec<Option<Card>> {
    let other =
        |line: usize| OTHERS.iter().any(|&label| [labels[line], shapes[line].whole].contains(&Some(label)));
    let mut found = Vec::new();
    // Of each row of like siblings, by its first block, how many cards it has.
    let mut of_row = vec![0; page.containers.len()];
    for at in 0..page.containers.len() {
        let within = lines(&page.containers, at);
        if facts.blocks.siblings(at) < CARDS as f32 || !LINES.contains(&within.len()) {
            continue;
        }
        if within.clone().any(|line| structure[line] > 0.0 || other(line)) {
            continue;
        }
        let story = |line: &usize| is_story(&shapes[*line]) && facts.links[*line] >= LINKED;
        if let Some(headline) = within.clone().find(story) {
            let row = facts.blocks.row(at);
            of_row[row] += 1;
            found.push((row, within, headline));
        }
    }
    // In a row of cards nearly every block is one.
    let is_row =
        |row: usize, cards: usize| cards >= CARDS && 3 * cards >= 2 * facts.blocks.siblings(row) as usize;
    let mut cards = vec![None; shapes.len()];
    for (_, within, headline) in found.into_iter().filter(|(row, ..)| is_row(*row, of_row[*row])) {
        for line in within.filter(|&line| !shapes[line].is_date) {
            let text = line == headline || (line > headline && shapes[line].words >= SNIPPET);
            cards[line] = Some(if text { Card::Story } else { Card::Rest });
        }
    }
    cards
}

fn is_story(shape: &Shape) -> bool {
    shape.is_headline && shape.words >= HEADLINE && shape.whole.is_none() && !shape.is_date
}

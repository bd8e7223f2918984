//! What stands inside one line: inline elements and hidden stretches, and where a line made of
//! several of them comes apart.

use std::ops::Range;

use super::tag::Tag;
use super::topics::Topics;
use crate::page::{is_space, trimmed, without_closing};
use crate::script::unicode::is_numeric;
use crate::sort;

/// Inline elements of one line are kept up to this many; a line with more is prose or a long menu.
const MOST_PIECES: usize = 512;

/// An inline element with text.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub range: Range<usize>,
    pub tag: Tag,
    pub topics: Topics,
    pub size: u16,
}

impl Piece {
    fn holds(&self, stretch: &Range<usize>) -> bool {
        self.range.start <= stretch.start && self.range.end >= stretch.end
    }

    fn text<'s>(&self, source: &'s str) -> &'s str {
        source.get(self.range.clone()).unwrap_or_default()
    }
}

/// The inline elements of the line that is being gathered.
#[derive(Default)]
pub(super) struct InlineRun {
    pieces: Vec<Piece>,
    hidden: Vec<Range<usize>>,
    /// Where a hidden stretch began that is still open.
    hidden_since: Option<usize>,
}

impl InlineRun {
    pub(super) fn close(&mut self, piece: Piece) {
        if !piece.range.is_empty() && self.pieces.len() < MOST_PIECES {
            self.pieces.push(piece);
        }
    }

    pub(super) fn hide(&mut self, at: usize) {
        self.hidden_since = Some(at);
    }

    pub(super) fn show(&mut self, at: usize) {
        if let Some(since) = self.hidden_since.take() {
            self.hidden.push(since..at);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty() && self.hidden.is_empty()
    }

    /// Forgets what was gathered: the line had no text.
    pub(super) fn clear(&mut self, end: usize) {
        self.pieces.clear();
        self.hidden.clear();
        if let Some(since) = &mut self.hidden_since {
            *since = end;
        }
    }

    /// What the finished line had, its hidden stretches put to those of the page.
    pub(super) fn take(
        &mut self,
        end: usize,
        line: &Range<usize>,
        source: &str,
        hidden: &mut Vec<Range<usize>>,
    ) -> LineInside {
        if let Some(since) = &mut self.hidden_since {
            self.hidden.push(*since..end);
            *since = end;
        }
        let stretches: Vec<Range<usize>> = self
            .hidden
            .drain(..)
            .map(|range| {
                trimmed(source, range.start.max(line.start)..range.end.min(line.end).max(line.start))
            })
            .filter(|range| !range.is_empty())
            .collect();
        let covered = stretches.iter().try_fold(line.start, |seen, stretch| {
            let between = source.get(seen..stretch.start).unwrap_or_default();
            between.chars().all(is_space).then_some(stretch.end)
        });
        let all = covered.is_some_and(|end| end >= line.end);
        if !all {
            hidden.extend(stretches);
        }
        LineInside { pieces: std::mem::take(&mut self.pieces), hidden: all }
    }
}

/// What one finished line has inside.
pub(super) struct LineInside {
    pieces: Vec<Piece>,
    /// All of it is hidden.
    pub hidden: bool,
}

impl LineInside {
    /// The topics of inline elements that hold all of a stretch.
    pub(super) fn topics_of(&self, line: &Range<usize>) -> Topics {
        let mut topics = Topics::default();
        for piece in self.around(line) {
            topics.join(piece.topics);
        }
        topics
    }

    /// The innermost inline element that holds all of a stretch.
    pub(super) fn innermost(&self, line: &Range<usize>) -> Option<&Piece> {
        self.pieces.iter().find(|piece| piece.holds(line))
    }

    fn around<'s>(&'s self, line: &'s Range<usize>) -> impl Iterator<Item = &'s Piece> {
        self.pieces.iter().filter(|piece| piece.holds(line))
    }

    /// The parts of a line that is no running text but elements side by side: a row of links, a name
    /// and a date. Any other line stays whole.
    pub(super) fn parts(&self, source: &str, line: Range<usize>, block: Tag) -> Vec<Range<usize>> {
        let Some(tiles) = self.tiles(source, &line) else { return vec![line] };
        let are_links = tiles.iter().all(|piece| piece.tag == Tag::A);
        if !are_links && !are_labels(source, &tiles, block) {
            return vec![line];
        }
        let mut parts = Vec::with_capacity(tiles.len());
        for card in tiles {
            // A card that is a link holds a headline and its time.
            let (start, end) = (card.range.start, card.range.end);
            let inside = |piece: &Piece| {
                start <= piece.range.start && piece.range.end <= end && piece.range.len() < end - start
            };
            let tiles = if are_links && self.pieces.iter().any(inside) {
                self.tiles(source, &card.range)
            } else {
                None
            };
            match tiles {
                Some(tiles) if are_labels(source, &tiles, block) && is_card(source, &tiles) => {
                    parts.extend(tiles.into_iter().map(|piece| piece.range));
                }
                _ => parts.push(card.range),
            }
        }
        parts
    }

    /// The outermost inline elements, two or more, between which the line has nothing but space and separators.
    fn tiles(&self, source: &str, line: &Range<usize>) -> Option<Vec<Piece>> {
        let mut pieces: Vec<Piece> = self
            .pieces
            .iter()
            .filter_map(|piece| {
                let range = trimmed(
                    source,
                    piece.range.start.max(line.start)..piece.range.end.min(line.end).max(line.start),
                );
                (!range.is_empty()).then(|| Piece { range, ..piece.clone() })
            })
            .collect();
        sort::by_range(&mut pieces, |piece| piece.range.start, |piece| piece.range.end);
        pieces.retain(|piece| piece.range != *line);
        let mut tiles: Vec<Piece> = Vec::new();
        let mut seen = line.start;
        for piece in pieces {
            if piece.range.start < seen {
                continue;
            }
            if !source.get(seen..piece.range.start)?.chars().all(is_separator) {
                return None;
            }
            seen = piece.range.end;
            tiles.push(piece);
        }
        let rest = source.get(seen..line.end)?;
        if tiles.len() < 2 || !rest.chars().all(is_separator) {
            return None;
        }
        // Separators belong to the part before them, so that no character is lost.
        for at in 0..tiles.len() {
            let next = tiles.get(at + 1).map_or(line.end, |next| next.range.start);
            tiles[at].range = trimmed(source, tiles[at].range.start..next);
        }
        tiles[0].range.start = line.start;
        Some(tiles)
    }
}

/// Longest label, name or date in bytes, and longest headline that stands beside its time or rank.
const LABEL: usize = 160;
const HEADLINE: usize = 400;

/// Elements of a card: a headline with its rank or section and its time.
const CARD: usize = 3;

/// Whether elements side by side are texts of their own: labels, names, dates, the headline of a card.
fn are_labels(source: &str, tiles: &[Piece], block: Tag) -> bool {
    let is_card = is_card(source, tiles);
    !keeps_its_line(block) && tiles.iter().all(|piece| is_label(piece.text(source), is_card))
}

/// Whether a headline stands beside its time or rank, or elements stand side by side without the space that words have.
fn is_card(source: &str, tiles: &[Piece]) -> bool {
    let counts = |piece: &Piece| piece.tag == Tag::Time || piece.text(source).chars().all(is_numeric);
    let glued = |pair: &[Piece]| {
        pair[0].range.end == pair[1].range.start && !pair[0].text(source).ends_with(is_separator)
    };
    tiles.len() <= CARD
        && ([tiles.first(), tiles.last()].into_iter().flatten().any(counts) || tiles.windows(2).all(glued))
}

/// Short enough to be a label, a name, a date, and no sentence; of a card as long as a headline, which may ask.
fn is_label(text: &str, is_card: bool) -> bool {
    let end = without_closing(text);
    let ends_sentence = end.ends_with(['۔', '.', '،', ',']);
    if is_card {
        text.len() <= HEADLINE && !ends_sentence
    } else {
        text.len() <= LABEL && !ends_sentence && !end.ends_with(['؟', '?', '!'])
    }
}

/// Blocks whose inline elements are parts of one text.
fn keeps_its_line(block: Tag) -> bool {
    block.heading_level().is_some()
        || matches!(block, Tag::P | Tag::Blockquote | Tag::Figcaption | Tag::Caption | Tag::Dd)
}

fn is_separator(c: char) -> bool {
    is_space(c)
        || matches!(
            c,
            '|' | '/'
                | '›'
                | '»'
                | '>'
                | '‹'
                | '«'
                | '<'
                | '·'
                | '•'
                | '-'
                | '–'
                | '—'
                | ','
                | '،'
                | '\\'
                | '⁄'
                | '●'
                | ':'
        )
}

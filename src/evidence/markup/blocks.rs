//! The blocks of a page as the features see them: how they nest, how they repeat, which holds most prose.

use std::ops::Range;

use super::facts::{Sums, between};
use crate::page::{Container, Page};

pub(super) struct Blocks {
    /// Of each block, the nearest one around it that has more lines; itself where there is none.
    wider: Vec<u32>,
    /// Of each block, the first one behind all that is in it.
    ends: Vec<u32>,
    /// The longest row of like siblings, of two lines and more each, that a block is in or inside of.
    repeats: Vec<u16>,
    /// The row of like siblings that a block itself is in.
    siblings: Vec<u16>,
    /// The first block of that row.
    rows: Vec<u32>,
    /// Words of prose in lines that are directly in a block or in a block of one line there.
    direct: Vec<f32>,
    /// The block with most of those.
    pub densest: usize,
}

impl Blocks {
    pub(super) fn of(page: &Page, sums: &Sums) -> Self {
        let containers = &page.containers;
        let wider = wider(containers);
        let (siblings, rows) = siblings(containers);
        let mut repeats: Vec<u16> = Vec::with_capacity(containers.len());
        for (at, container) in containers.iter().enumerate() {
            let outer = repeats.get(container.parent as usize).copied().unwrap_or(0);
            let own = if container.lines.len() >= 2 { siblings[at] } else { 0 };
            repeats.push(outer.max(own));
        }
        let mut blocks = Self {
            wider,
            ends: ends(containers),
            repeats,
            siblings,
            rows,
            direct: vec![0.0; containers.len()],
            densest: 0,
        };
        for (at, line) in page.lines.iter().enumerate() {
            let Some(markup) = &line.markup else { continue };
            let group = blocks.group(containers, markup.container as usize);
            if let Some(direct) = blocks.direct.get_mut(group) {
                *direct += between(&sums.prose_words, at, at + 1);
            }
        }
        let key = |at: usize| (blocks.direct[at], containers[at].depth);
        let better =
            |a: &usize, b: &usize| key(*a).partial_cmp(&key(*b)).unwrap_or(std::cmp::Ordering::Equal);
        blocks.densest = (0..containers.len()).max_by(better).unwrap_or(0);
        blocks
    }

    /// The nearest block at or around a block that has more than one line.
    pub(super) fn group(&self, containers: &[Container], at: usize) -> usize {
        let single = containers.get(at).is_some_and(|container| container.lines.len() <= 1);
        if single { self.wider(at) } else { at }
    }

    pub(super) fn wider(&self, at: usize) -> usize {
        self.wider.get(at).map_or(0, |&wider| wider as usize)
    }

    pub(super) fn repeats(&self, at: usize) -> f32 {
        f32::from(self.repeats.get(at).copied().unwrap_or(0))
    }

    pub(super) fn siblings(&self, at: usize) -> f32 {
        f32::from(self.siblings.get(at).copied().unwrap_or(0))
    }

    pub(super) fn row(&self, at: usize) -> usize {
        self.rows.get(at).map_or(at, |&row| row as usize)
    }

    pub(super) fn direct(&self, at: usize) -> f32 {
        self.direct.get(at).copied().unwrap_or(0.0)
    }

    /// How many steps up from each of two blocks the nearest block around both is.
    pub(super) fn apart(&self, containers: &[Container], one: usize, other: usize) -> (usize, usize) {
        let mut up = one;
        while !self.holds(up, other) {
            let Some(container) = containers.get(up) else { break };
            if container.parent as usize == up {
                break;
            }
            up = container.parent as usize;
        }
        let depth = |at: usize| containers.get(at).map_or(0, |container| usize::from(container.depth));
        (depth(one) - depth(up).min(depth(one)), depth(other).saturating_sub(depth(up)))
    }

    /// Whether a block is another one or around it.
    fn holds(&self, outer: usize, inner: usize) -> bool {
        outer <= inner && self.ends.get(outer).is_some_and(|&end| inner < end as usize)
    }
}

/// The lines of a block.
pub(super) fn lines(containers: &[Container], at: usize) -> Range<usize> {
    containers.get(at).map_or(0..0, |container| container.lines.start as usize..container.lines.end as usize)
}

fn wider(containers: &[Container]) -> Vec<u32> {
    let mut wider: Vec<u32> = Vec::with_capacity(containers.len());
    for container in containers {
        let parent = container.parent as usize;
        let more = containers.get(parent).is_some_and(|outer| outer.lines.len() > container.lines.len());
        wider.push(if more { container.parent } else { wider.get(parent).copied().unwrap_or(0) });
    }
    wider
}

fn ends(containers: &[Container]) -> Vec<u32> {
    let mut ends: Vec<u32> = (1..=containers.len() as u32).collect();
    for at in (1..containers.len()).rev() {
        let parent = containers[at].parent as usize;
        ends[parent] = ends[parent].max(ends[at]);
    }
    ends
}

/// How long the row of neighbouring siblings with the same tag and topics is that each block is in, and which is the
/// first of them.
fn siblings(containers: &[Container]) -> (Vec<u16>, Vec<u32>) {
    // Of each block, its child seen last and the first of the row that child is in.
    let mut last: Vec<Option<(usize, usize)>> = vec![None; containers.len()];
    let mut rows: Vec<u32> = Vec::with_capacity(containers.len());
    let mut length = vec![0u16; containers.len()];
    for (at, container) in containers.iter().enumerate() {
        let parent = container.parent as usize;
        let before = if at == 0 { None } else { last[parent] };
        let row = match before {
            Some((before, row)) if containers[before].is_like(container) => row,
            _ => at,
        };
        length[row] = length[row].saturating_add(1);
        rows.push(row as u32);
        last[parent] = Some((at, row));
    }
    (rows.iter().map(|&row| length[row as usize]).collect(), rows)
}

//! Structure alone: where the running text of a page lies, by boosted trees over line features.
//!
//! The trees are fitted by `tools/fit` to labelled pages; each split's share in the result is known,
//! so that the model can say which family of features weighed most.

use super::features::{COUNT, Features, NAMES};

include!(concat!(env!("OUT_DIR"), "/trees.rs"));

/// Splits of a tree four levels deep.
const SPLITS: usize = 15;
/// The scale of `Tree::values`.
const PER_UNIT: f32 = 1000.0;

/// A complete binary tree: the children of node `n` are `2n + 1` and `2n + 2`.
pub(super) struct Tree {
    features: [u8; SPLITS],
    /// A value above it goes to the second child.
    thresholds: [f32; SPLITS],
    /// Of every node, in thousandths of log-odds: what is known once that node is reached.
    values: [i16; 2 * SPLITS + 1],
}

/// Log-odds that a line of plain text is body.
pub(crate) fn text_log_odds(features: &Features) -> f32 {
    log_odds(TEXT, features)
}

fn log_odds(trees: &[Tree], features: &[f32]) -> f32 {
    let sum: i32 = trees.iter().map(|tree| i32::from(tree.values[leaf(tree, features)])).sum();
    sum as f32 / PER_UNIT
}

fn leaf(tree: &Tree, features: &[f32]) -> usize {
    let mut node = 0;
    while node < SPLITS {
        node = child(tree, features, node);
    }
    node
}

fn child(tree: &Tree, features: &[f32], node: usize) -> usize {
    let value = features.get(usize::from(tree.features[node])).copied().unwrap_or(0.0);
    2 * node + 1 + usize::from(value > tree.thresholds[node])
}

/// The family of features that spoke most against a line of plain text being body.
pub(crate) fn heaviest_against(features: &Features) -> &'static str {
    let mut shares = [0i32; COUNT];
    for tree in TEXT {
        let mut node = 0;
        while node < SPLITS {
            let next = child(tree, features, node);
            shares[usize::from(tree.features[node])] +=
                i32::from(tree.values[next]) - i32::from(tree.values[node]);
            node = next;
        }
    }
    let mut families: Vec<(&str, i32)> = Vec::new();
    for (name, share) in NAMES.iter().zip(shares) {
        let family = name.split('.').next().unwrap_or(name);
        match families.iter_mut().find(|known| known.0 == family) {
            Some(known) => known.1 += share,
            None => families.push((family, share)),
        }
    }
    families.into_iter().min_by_key(|&(_, share)| share).map_or("position", |(family, _)| family)
}

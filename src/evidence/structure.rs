//! Structure alone: where the running text of a page lies, by boosted trees over line features.
//!
//! The trees are fitted by `tools/fit` to labelled pages; each split's share in the result is known,
//! so that the model can say which family of features weighed most.

use super::features::Features;

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

/// Log-odds by the model that sees a line of HTML, its blocks and its neighbours.
pub(crate) fn markup_log_odds(features: &[f32]) -> f32 {
    log_odds(MARKUP, features)
}

/// What a model said of a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Verdict {
    /// That it is body.
    pub log_odds: f32,
    /// The family of features that spoke most against that.
    pub against: &'static str,
}

/// The verdict of the model that sees as well what the first said of all other lines.
pub(crate) fn context_verdict(features: &[f32]) -> Verdict {
    Verdict { log_odds: log_odds(CONTEXT, features), against: heaviest(CONTEXT, &CONTEXT_FAMILIES, features) }
}

/// The family of features that spoke most against a line of plain text being body.
pub(crate) fn heaviest_against(features: &Features) -> &'static str {
    heaviest(TEXT, &TEXT_FAMILIES, features)
}

/// The family whose splits took most from the sum of all trees.
fn heaviest(trees: &[Tree], family_of: &[u8], features: &[f32]) -> &'static str {
    let mut shares = [0i32; FAMILIES.len()];
    for tree in trees {
        let mut node = 0;
        while node < SPLITS {
            let next = child(tree, features, node);
            let family = family_of.get(usize::from(tree.features[node])).copied().unwrap_or(0);
            shares[usize::from(family)] += i32::from(tree.values[next]) - i32::from(tree.values[node]);
            node = next;
        }
    }
    let least = (0..FAMILIES.len()).min_by_key(|&family| shares[family]).unwrap_or(0);
    FAMILIES[least]
}

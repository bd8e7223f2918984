//! Structure alone: where the running text of a page lies, by boosted trees over line features.
//!
//! The trees are fitted by `tools/fit` to labelled pages; each split's share in the result is known,
//! so that the model can say which family of features weighed most.

use std::sync::OnceLock;

use super::features::Features;

include!(concat!(env!("OUT_DIR"), "/trees.rs"));

/// Levels of splits in a tree.
const LEVELS: usize = 4;
/// Splits of such a tree.
const SPLITS: usize = (1 << LEVELS) - 1;
/// Nodes of such a tree, leaves included.
const NODES: usize = 2 * SPLITS + 1;

/// A model as it is stored: splits and leaves of all trees, one after the other.
struct Packed {
    /// Of each split.
    features: &'static [u8],
    /// Of each split, which of its feature's thresholds it asks for; behind the last: everything lies below.
    ranks: &'static [u8],
    /// Of each leaf, in units of `scale`.
    leaves: &'static [i8],
    /// Log-odds.
    scale: f32,
    /// How many thresholds each feature has.
    counts: &'static [u8],
    /// Of the first feature, ascending, then of the next.
    thresholds: &'static [f32],
}

/// A complete binary tree: the children of node `n` are `2n + 1` and `2n + 2`.
struct Tree {
    features: [u8; SPLITS + 1],
    /// A value above it goes to the second child.
    thresholds: [f32; SPLITS + 1],
    /// Log-odds, of every node: of a leaf what it says, of a split the mean of what is below.
    values: [f32; NODES + 1],
}

/// A model, unpacked when it is first asked.
struct Model {
    packed: &'static Packed,
    trees: OnceLock<Vec<Tree>>,
}

static TEXT_MODEL: Model = Model::of(&TEXT);
static MARKUP_MODEL: Model = Model::of(&MARKUP);
static CONTEXT_MODEL: Model = Model::of(&CONTEXT);

impl Model {
    const fn of(packed: &'static Packed) -> Self {
        Self { packed, trees: OnceLock::new() }
    }

    fn trees(&self) -> &[Tree] {
        self.trees.get_or_init(|| self.packed.trees())
    }

    fn log_odds(&self, row: &Row) -> f32 {
        self.trees().iter().map(|tree| tree.values[tree.leaf(row)]).sum()
    }

    /// The family whose splits took most from the sum of all trees.
    fn heaviest(&self, family_of: &[u8], row: &Row) -> &'static str {
        let mut taken = [0.0f32; 256];
        for tree in self.trees() {
            let mut node = 0;
            for _ in 0..LEVELS {
                let next = tree.child(row, node) % (NODES + 1);
                taken[usize::from(tree.features[node % (SPLITS + 1)])] +=
                    tree.values[next] - tree.values[node];
                node = next;
            }
        }
        let mut shares = [0.0f32; FAMILIES.len()];
        for (&family, taken) in family_of.iter().zip(taken) {
            shares[usize::from(family)] += taken;
        }
        let least = (0..FAMILIES.len()).min_by(|&one, &other| shares[one].total_cmp(&shares[other]));
        FAMILIES[least.unwrap_or(0)]
    }
}

impl Packed {
    fn trees(&self) -> Vec<Tree> {
        let mut first = Vec::with_capacity(self.counts.len());
        let mut behind = 0;
        for &count in self.counts {
            first.push(behind);
            behind += usize::from(count);
        }
        let threshold = |feature: u8, rank: u8| {
            let known = usize::from(rank) < usize::from(self.counts[usize::from(feature)]);
            if known {
                self.thresholds[first[usize::from(feature)] + usize::from(rank)]
            } else {
                f32::INFINITY
            }
        };
        let splits = self.features.chunks_exact(SPLITS).zip(self.ranks.chunks_exact(SPLITS));
        let trees = splits.zip(self.leaves.chunks_exact(SPLITS + 1));
        trees
            .map(|((features, ranks), leaves)| {
                let mut tree = Tree {
                    features: [0; SPLITS + 1],
                    thresholds: [f32::INFINITY; SPLITS + 1],
                    values: [0.0; NODES + 1],
                };
                tree.features[..SPLITS].copy_from_slice(features);
                for (node, &rank) in ranks.iter().enumerate() {
                    tree.thresholds[node] = threshold(features[node], rank);
                }
                for (leaf, &value) in leaves.iter().enumerate() {
                    tree.values[SPLITS + leaf] = f32::from(value) * self.scale;
                }
                for node in (0..SPLITS).rev() {
                    tree.values[node] = f32::midpoint(tree.values[2 * node + 1], tree.values[2 * node + 2]);
                }
                tree
            })
            .collect()
    }
}

impl Tree {
    #[inline]
    fn leaf(&self, row: &Row) -> usize {
        (0..LEVELS).fold(0, |node, _| self.child(row, node)) % (NODES + 1)
    }

    #[inline]
    fn child(&self, row: &Row, node: usize) -> usize {
        // A remainder of a power of two costs less than to ask whether the place is there.
        let node = node % (SPLITS + 1);
        let value = row.values[usize::from(self.features[node])];
        2 * node + 1 + usize::from(value > self.thresholds[node])
    }
}

/// The features of a line, with room for every feature that a byte can name.
pub(crate) struct Row {
    values: [f32; 256],
    count: usize,
}

impl Row {
    pub(crate) fn new() -> Self {
        Self { values: [0.0; 256], count: 0 }
    }

    /// Makes room for those of another line.
    pub(crate) fn clear(&mut self) {
        self.count = 0;
    }

    pub(crate) fn push(&mut self, value: f32) {
        let room = self.values.get_mut(self.count);
        debug_assert!(room.is_some(), "there are no more features than a byte can name");
        if let Some(room) = room {
            *room = value;
            self.count += 1;
        }
    }

    pub(crate) fn extend(&mut self, values: &[f32]) {
        let room = self.values.get_mut(self.count..self.count + values.len());
        debug_assert!(room.is_some(), "there are no more features than a byte can name");
        if let Some(room) = room {
            room.copy_from_slice(values);
            self.count += values.len();
        }
    }

    pub(crate) fn values(&self) -> &[f32] {
        &self.values[..self.count]
    }
}

/// Log-odds that a line of plain text is body.
pub(crate) fn text_log_odds(features: &Features, row: &mut Row) -> f32 {
    row.clear();
    row.extend(features);
    TEXT_MODEL.log_odds(row)
}

/// Log-odds by the model that sees a line of HTML, its blocks and its neighbours.
pub(crate) fn markup_log_odds(row: &Row) -> f32 {
    MARKUP_MODEL.log_odds(row)
}

/// Log-odds by the model that sees as well what the first said of all other lines.
pub(crate) fn context_log_odds(row: &Row) -> f32 {
    CONTEXT_MODEL.log_odds(row)
}

/// The family of features that spoke most against a line of HTML being body.
pub(crate) fn heaviest_against_markup(row: &Row) -> &'static str {
    CONTEXT_MODEL.heaviest(&CONTEXT_FAMILIES, row)
}

/// The family of features that spoke most against a line of plain text being body.
pub(crate) fn heaviest_against(features: &Features) -> &'static str {
    let mut row = Row::new();
    row.extend(features);
    TEXT_MODEL.heaviest(&TEXT_FAMILIES, &row)
}

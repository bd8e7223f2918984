//! `data/trees-*.tsv` as complete binary trees.

use std::fmt::Write;

use crate::table;

/// Nodes of a tree four splits deep, leaves included.
const NODES: usize = 31;

#[derive(Clone, Copy, Default)]
struct Node {
    feature: Option<usize>,
    threshold: f32,
    value: f32,
}

/// The trees of one file as the static `name`; features are named in `names`.
pub fn table(file: &str, name: &str, names: &[String]) -> String {
    let mut trees: Vec<[Option<Node>; NODES]> = Vec::new();
    for row in table::rows(file) {
        let [tree, node, feature, threshold, value] = row.as_slice() else {
            panic!("data/{file}: five columns in {row:?}")
        };
        let number = |text: &String| {
            text.parse::<f32>().unwrap_or_else(|_| panic!("data/{file}: a number in {row:?}"))
        };
        let place = |text: &String| {
            text.parse::<usize>().unwrap_or_else(|_| panic!("data/{file}: an index in {row:?}"))
        };
        trees.resize(trees.len().max(place(tree) + 1), [None; NODES]);
        let feature = (feature != "-").then(|| {
            names
                .iter()
                .position(|known| known == feature)
                .unwrap_or_else(|| panic!("data/{file}: no feature {feature}"))
        });
        trees[place(tree)][place(node)] =
            Some(Node { feature, threshold: number(threshold), value: number(value) });
    }
    let mut code = format!("pub(super) static {name}: &[Tree] = &[\n");
    for tree in &trees {
        let tree = completed(tree);
        let splits = &tree[..NODES / 2];
        let features: Vec<usize> = splits.iter().map(|node| node.feature.unwrap_or(0)).collect();
        let thresholds: Vec<String> = splits
            .iter()
            .map(|node| {
                node.feature.map_or("f32::INFINITY".to_owned(), |_| format!("{:?}_f32", node.threshold))
            })
            .collect();
        let values: Vec<i16> = tree.iter().map(|node| (node.value * 1000.0).round() as i16).collect();
        let thresholds = thresholds.join(",");
        writeln!(code, "Tree {{ features: {features:?}, thresholds: [{thresholds}], values: {values:?} }},")
            .expect("a string takes it");
    }
    code + "];\n"
}

/// The families of features, and that of each feature of each model.
pub fn families(models: &[(&str, &[String])]) -> String {
    let family = |name: &String| name.split('.').next().unwrap_or(name).to_owned();
    let mut families: Vec<String> = Vec::new();
    for name in models.iter().flat_map(|(_, names)| *names) {
        if !families.contains(&family(name)) {
            families.push(family(name));
        }
    }
    let mut code = format!("pub(crate) static FAMILIES: [&str; {}] = {families:?};\n", families.len());
    for (model, names) in models {
        let of: Vec<_> = names
            .iter()
            .map(|name| families.iter().position(|known| *known == family(name)).unwrap_or(0))
            .collect();
        writeln!(code, "static {model}_FAMILIES: [u8; {}] = {of:?};", of.len()).expect("a string takes it");
    }
    code
}

/// A tree in which each branch goes down to the last level: a leaf higher up is repeated below itself.
fn completed(tree: &[Option<Node>; NODES]) -> [Node; NODES] {
    let mut whole = [Node::default(); NODES];
    for at in 0..NODES {
        let above = if at == 0 { Node::default() } else { whole[(at - 1) / 2] };
        whole[at] = tree[at].unwrap_or(Node { feature: None, ..above });
    }
    whole
}

/// The feature names that the crate's source lists in its `NAMES`.
pub fn feature_names(source: &str) -> Vec<String> {
    let text = std::fs::read_to_string(source).unwrap_or_else(|error| panic!("{source}: {error}"));
    let list = text.split("NAMES: [&str; COUNT] = [").nth(1).and_then(|rest| rest.split("];").next());
    list.unwrap_or_else(|| panic!("{source}: no NAMES"))
        .split(',')
        .map(|name| name.trim().trim_matches('"').to_owned())
        .filter(|name| !name.is_empty())
        .collect()
}

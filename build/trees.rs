//! `data/trees-*.tsv` as complete binary trees.

use std::fmt::Write;

use crate::table;

/// Nodes of a tree four splits deep, leaves included.
const NODES: usize = 31;
const SPLITS: usize = NODES / 2;
/// Greatest leaf value as a whole number: half a step of it, times the root of the number of trees, is far less than what
/// decides. There are fewer trees over markup.
const LARGEST: f32 = 35.0;
const LARGEST_OF_MARKUP: f32 = 31.0;

#[derive(Clone, Copy, Default)]
struct Node {
    feature: usize,
    threshold: Option<f32>,
    value: f32,
}

/// The trees of one file as the static `name`; features are named in `names`.
///
/// Most splits ask at one of few values, so a split holds the rank of its value among those of its feature; leaves are
/// bytes of one scale. Both keep the compiled module small.
pub fn table(file: &str, name: &str, names: &[String]) -> String {
    let trees: Vec<[Node; NODES]> = read(file, names).iter().map(completed).collect();
    let mut thresholds = vec![Vec::<f32>::new(); names.len()];
    let splits = || trees.iter().flat_map(|tree| &tree[..SPLITS]);
    for node in splits() {
        thresholds[node.feature].extend(node.threshold);
    }
    for of_feature in &mut thresholds {
        of_feature.sort_by(f32::total_cmp);
        of_feature.dedup();
        assert!(of_feature.len() < usize::from(u8::MAX), "data/{file}: a rank is a byte");
    }
    // A node that splits nothing has the rank behind the last: nothing lies above it.
    let rank = |node: &Node| {
        let known = &thresholds[node.feature];
        node.threshold.map_or(known.len(), |value| known.partition_point(|&other| other < value))
    };
    let features: Vec<usize> = splits().map(|node| node.feature).collect();
    let ranks: Vec<usize> = splits().map(rank).collect();
    let leaves = || trees.iter().flat_map(|tree| &tree[SPLITS..]).map(|node| node.value);
    let largest = if file.contains("markup") { LARGEST_OF_MARKUP } else { LARGEST };
    let scale = leaves().fold(f32::MIN_POSITIVE, |most, value| most.max(value.abs())) / largest;
    let leaves: Vec<i8> = leaves().map(|value| (value / scale).round() as i8).collect();
    let counts: Vec<usize> = thresholds.iter().map(Vec::len).collect();
    let thresholds: Vec<f32> = thresholds.concat();
    let mut code = format!("static {name}: Packed = Packed {{\n");
    writeln!(code, "features: &{features:?},\nranks: &{ranks:?},\nleaves: &{leaves:?},")
        .expect("a string takes it");
    writeln!(code, "scale: {scale:?}_f32,\ncounts: &{counts:?},\nthresholds: &{thresholds:?},\n}};")
        .expect("a string takes it");
    code
}

fn read(file: &str, names: &[String]) -> Vec<[Option<Node>; NODES]> {
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
        let feature_of = |name: &String| {
            names
                .iter()
                .position(|known| known == name)
                .unwrap_or_else(|| panic!("data/{file}: no feature {name}"))
        };
        trees.resize(trees.len().max(place(tree) + 1), [None; NODES]);
        let value = number(value);
        trees[place(tree)][place(node)] = Some(match feature.as_str() {
            "-" => Node { value, ..Node::default() },
            _ => Node { feature: feature_of(feature), threshold: Some(short(number(threshold))), value },
        });
    }
    trees
}

/// A threshold with eight of its 23 bits behind the point: it lies between two values that are farther apart.
fn short(threshold: f32) -> f32 {
    const LEFT_OUT: u32 = 15;
    f32::from_bits((threshold.to_bits() + (1 << (LEFT_OUT - 1))) & !((1 << LEFT_OUT) - 1))
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
        whole[at] = tree[at].unwrap_or(Node { value: above.value, ..Node::default() });
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

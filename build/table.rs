//! Reading `data/*.tsv` and writing Rust tables.

use std::path::Path;

/// The rows of a data file: tab-separated, with `#` comments and one header line.
pub fn rows(file: &str) -> Vec<Vec<String>> {
    // Where the crate is now: the build's own program may be older than the folder's name.
    let root = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let path = Path::new(&root).join("data").join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("data/{file}: {error}"));
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .skip(1)
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect()
}

/// Writes generated code where the crate includes it from.
pub fn write(file: &str, code: &str) {
    let out = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    std::fs::write(Path::new(&out).join(file), code).unwrap_or_else(|error| panic!("{file}: {error}"));
}

/// Ascending fingerprints as the static table `name`.
pub fn prints(name: &str, prints: &[u32]) -> String {
    format!("static {name}: Prints = Prints::of(&{:?});\n", steps(prints))
}

/// Ascending numbers by how much each is more than the one before: the lowest bytes of all, then the next, to the highest.
fn steps(numbers: &[u32]) -> Vec<u8> {
    let before = std::iter::once(&0).chain(numbers);
    let steps: Vec<u32> = numbers.iter().zip(before).map(|(number, before)| number - before).collect();
    (0..4).flat_map(|byte| steps.iter().map(move |step| step.to_le_bytes()[byte])).collect()
}

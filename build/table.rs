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

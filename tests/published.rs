//! The crate as others get it: what is in it, and what it brings along.

use std::process::Command;

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--locked", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("names of files and crates")
}

#[test]
fn a_program_that_adds_the_crate_gets_nothing_of_wasm() {
    let tree = cargo(&["tree", "--package", "matn", "--edges", "normal,build", "--prefix", "none"]);
    assert!(tree.contains("html5ever"), "{tree}");
    for name in ["wasm-bindgen", "js-sys", "tsify", "console_error_panic_hook"] {
        assert!(!tree.contains(name), "{tree}");
    }
}

#[test]
fn the_published_crate_holds_its_sources_and_no_more() {
    let list = cargo(&["package", "--package", "matn", "--list", "--allow-dirty"]);
    for name in ["src/lib.rs", "build.rs", "data/furniture.tsv", "README.md", "LICENSE", "CHANGELOG.md"] {
        assert!(list.lines().any(|line| line == name), "{list}");
    }
    let known = [
        "src/",
        "data/",
        "build",
        "examples/",
        "Cargo",
        ".cargo_vcs_info",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
    ];
    for line in list.lines() {
        assert!(known.iter().any(|prefix| line.starts_with(prefix)), "{line}");
    }
}

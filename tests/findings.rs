//! What the fuzzer found and where it starts from: every finding is a regression from then on
//! (`tests/fuzz/findings/<target>/`), every seed an input that must hold (`tests/fuzz/seeds/<target>/`).

use matn_fuzz::generate::{files, input, tests};
use matn_fuzz::targets::{TARGETS, VARIANTS};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs the target on each input, in each of its variants; fails with the names of those that do not hold.
fn check<N: std::fmt::Display>(inputs: impl Fn(&'static matn_fuzz::targets::Target) -> Vec<(N, Vec<u8>)>) {
    let mut failed = Vec::new();
    for target in TARGETS {
        for (name, input) in inputs(target) {
            for variant in 0..VARIANTS {
                if catch_unwind(AssertUnwindSafe(|| (target.check)(&input, variant))).is_err() {
                    failed.push(format!("{} on {name}, variant {variant}", target.name));
                }
            }
        }
    }
    assert!(failed.is_empty(), "what must hold does not; the panics are above:\n{}", failed.join("\n"));
}

#[test]
fn every_finding_and_every_seed_holds() {
    for folder in ["fuzz/findings", "fuzz/seeds"] {
        check(|target| {
            let paths = files(&tests(folder).join(target.name));
            assert!(folder == "fuzz/findings" || !paths.is_empty(), "{} has no seeds", target.name);
            let read = |path: std::path::PathBuf| {
                let bytes = std::fs::read(&path).expect("an input can be read");
                (path.display().to_string(), bytes)
            };
            paths.into_iter().map(read).collect()
        });
    }
}

#[test]
fn fifty_new_inputs_of_each_kind_hold() {
    check(|target| {
        let mut rng = fastrand::Rng::with_seed(2);
        (0..50).map(|at| (format!("input {at}"), input(target.kind, &mut rng))).collect()
    });
}

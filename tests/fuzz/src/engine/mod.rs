//! Runs a target on input after input and cuts each finding down.

mod coverage;
mod guard;
mod shrink;

use crate::generate::{self, LONGEST};
use crate::targets::{Target, VARIANTS};
use coverage::Coverage;
use fastrand::Rng;
use guard::{Guard, failure};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};

pub use guard::{Failure, quiet};

/// How long to run: until one of the two is reached.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// How many inputs.
    pub inputs: u64,
    /// How long.
    pub time: Duration,
}

/// What a run did.
pub struct Report {
    /// How many inputs were tried.
    pub inputs: u64,
    /// How many of them reached something new, where the build counts coverage.
    pub kept: usize,
    /// Branches of the code that were reached, where the build counts coverage.
    pub reached: usize,
    /// The smallest input of each failure.
    pub findings: BTreeMap<Failure, PathBuf>,
}

/// Attacks the target. Findings are written to `target/fuzz/findings/<target>/`, the input that is under way to
/// `target/fuzz/<target>.input`, for the case that the process dies.
pub fn run(target: &Target, limit: Limit, seed: u64) -> std::io::Result<Report> {
    let mut rng = Rng::with_seed(seed);
    let mut known = generate::seeds(target.name, target.kind);
    let mut waiting = known.clone();
    let mut coverage = Coverage::default();
    let mut guard = Guard::new(target.name)?;
    let mut report = Report { inputs: 0, kept: 0, reached: 0, findings: BTreeMap::new() };
    let begun = Instant::now();
    while report.inputs < limit.inputs && (!report.inputs.is_multiple_of(64) || begun.elapsed() < limit.time)
    {
        let is_seed = !waiting.is_empty();
        let input = waiting.pop().unwrap_or_else(|| generate::next(target.kind, &known, &mut rng));
        guard.begin(&input)?;
        coverage.clear();
        let variant = report.inputs as usize % VARIANTS;
        let failed = failure(target, &input, variant);
        report.inputs += 1;
        let is_new = coverage.grew();
        if let Some(failure) = failed {
            if report.findings.keys().all(|known| known.place != failure.place) {
                let path = guard.keep(&shrink::smallest(target, input, variant, &failure), &failure)?;
                report.findings.insert(failure, path);
            }
        } else if is_new && !is_seed && input.len() <= LONGEST {
            report.kept += 1;
            known.push(input);
        }
    }
    report.reached = coverage.reached();
    Ok(report)
}

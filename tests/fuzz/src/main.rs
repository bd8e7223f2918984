//! The fuzzer's command, run by `npm run fuzz`.

use fastrand::Rng;
use matn_fuzz::engine::{self, Limit, Report};
use matn_fuzz::targets::{TARGETS, Target, target};
use matn_fuzz::{answer, generate};
use std::io::Write;
use std::process::ExitCode;
use std::time::Duration;

const USAGE: &str = "\
matn-fuzz run [--target NAME] [--inputs N] [--minutes N] [--seed N]   attack one target, or all in turn
matn-fuzz inputs --target NAME --inputs N [--seed N]                  print made inputs as JSON, one a line
matn-fuzz answer                                                      answer calls of matn, JSON lines in and out";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let done = Settings::read(arguments).and_then(|settings| match command.as_str() {
        "run" => run(&settings),
        "inputs" => inputs(&settings),
        "answer" => answer::answer(std::io::stdin().lock(), std::io::stdout().lock())
            .map(|()| ExitCode::SUCCESS)
            .map_err(|error| error.to_string()),
        _ => Err(USAGE.to_owned()),
    });
    done.unwrap_or_else(|message| {
        eprintln!("{message}");
        ExitCode::from(2)
    })
}

struct Settings {
    target: Option<&'static Target>,
    inputs: Option<u64>,
    minutes: Option<f64>,
    seed: u64,
}

impl Settings {
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut settings = Self { target: None, inputs: None, minutes: None, seed: 1 };
        while let Some(name) = arguments.next() {
            let value = arguments.next().ok_or_else(|| format!("{name} needs a value"))?;
            let not_a_number = |_| format!("{name} {value} is no number");
            match name.as_str() {
                "--target" => settings.target = Some(target(&value).ok_or_else(|| unknown(&value))?),
                "--inputs" => settings.inputs = Some(value.parse().map_err(not_a_number)?),
                "--minutes" => {
                    settings.minutes =
                        Some(value.parse().map_err(|_| format!("--minutes {value} is no number"))?)
                }
                "--seed" => settings.seed = value.parse().map_err(not_a_number)?,
                _ => return Err(USAGE.to_owned()),
            }
        }
        Ok(settings)
    }

    /// A minute for each target where nothing is said.
    fn limit(&self, targets: usize) -> Limit {
        let minutes = match (self.minutes, self.inputs) {
            (Some(minutes), _) => minutes / targets as f64,
            (None, Some(_)) => f64::from(u32::MAX),
            (None, None) => 1.0,
        };
        Limit { inputs: self.inputs.unwrap_or(u64::MAX), time: Duration::from_secs_f64(minutes * 60.0) }
    }
}

fn unknown(name: &str) -> String {
    let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    format!("there is no target {name}; there are: {}", names.join(" "))
}

fn run(settings: &Settings) -> Result<ExitCode, String> {
    engine::quiet();
    let targets = settings.target.map_or(TARGETS, std::slice::from_ref);
    let mut failed = false;
    for target in targets {
        let report = attack(target, settings.limit(targets.len()), settings.seed)?;
        failed |= !report.findings.is_empty();
        println!(
            "{}: {} inputs, {} branches reached, {} inputs kept for it, {} findings",
            target.name,
            report.inputs,
            report.reached,
            report.kept,
            report.findings.len()
        );
    }
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Runs in a thread with the stack that the wasm module has, so that what would exhaust it there does so here.
fn attack(target: &'static Target, limit: Limit, seed: u64) -> Result<Report, String> {
    let attack =
        std::thread::Builder::new().stack_size(1 << 20).spawn(move || engine::run(target, limit, seed));
    let report = attack.map_err(|error| error.to_string())?.join().map_err(|_| "the engine itself failed")?;
    report.map_err(|error| error.to_string())
}

fn inputs(settings: &Settings) -> Result<ExitCode, String> {
    let target = settings.target.ok_or("inputs needs --target")?;
    let mut rng = Rng::with_seed(settings.seed);
    let seeds = generate::seeds(target.name, target.kind);
    let mut out = std::io::stdout().lock();
    for _ in 0..settings.inputs.unwrap_or(100) {
        let input = generate::next(target.kind, &seeds, &mut rng);
        let line = match target.kind {
            generate::Kind::Bytes => serde_json::to_string(&input),
            _ => serde_json::to_string(&String::from_utf8_lossy(&input)),
        };
        let line = line.expect("bytes and strings are JSON");
        writeln!(out, "{line}").map_err(|error| error.to_string())?;
    }
    Ok(ExitCode::SUCCESS)
}

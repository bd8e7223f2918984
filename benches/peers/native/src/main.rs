//! One tool over a folder of pages: `matn-peers TOOL FOLDER SECONDS`.
//!
//! Prints one JSON object, the same that `run.js` and `run.py` print: `answers` by file name, `failed`, `memory` in
//! bytes (the most that the process held in one pass over the pages, one page at a time) and `passes`, milliseconds a
//! page of each timed pass; none with 0 seconds.

mod bare;

use html5ever::driver::ParseOpts;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::RcDom;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant};

type Tool = fn(&str) -> Option<String>;

/// The article's body with a line for each block, or nothing where the tool finds no article.
fn tool(name: &str) -> Option<Tool> {
    Some(match name {
        "matn" => |page| read(page, matn::Form::Html),
        "matn-text" => |page| read(page, matn::Form::Text),
        "dom_smoothie" => smoothie,
        "html5ever" => |page| {
            black_box(bare::parse(page));
            None
        },
        "html5ever-rcdom" => |page| {
            black_box(html5ever::parse_document(RcDom::default(), ParseOpts::default()).one(page));
            None
        },
        _ => return None,
    })
}

fn read(page: &str, form: matn::Form) -> Option<String> {
    let options = matn::Options { r#as: Some(form), ..matn::Options::default() };
    let article = matn::extract(page, &options).ok()?;
    // Cells of a table are tabs apart in its text: for the count of words that is a line apart.
    let blocks: Vec<&str> = article.blocks.iter().map(|block| block.text.as_str()).collect();
    Some(blocks.join("\n"))
}

fn smoothie(page: &str) -> Option<String> {
    let config = dom_smoothie::Config { text_mode: dom_smoothie::TextMode::Formatted, ..Default::default() };
    let article = dom_smoothie::Readability::new(page, None, Some(config)).ok()?.parse().ok()?;
    Some(article.text_content.to_string())
}

/// The process's high-water mark, where the system tells it.
fn memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

/// Passes over the pages until the time is up, each as milliseconds a page.
fn passes(pages: &[String], work: Tool, time: Duration) -> Vec<f64> {
    let end = Instant::now() + time;
    let mut passes = Vec::new();
    while passes.is_empty() || Instant::now() < end {
        let start = Instant::now();
        for page in pages {
            black_box(work(page));
        }
        passes.push(start.elapsed().as_secs_f64() * 1000.0 / pages.len() as f64);
    }
    passes
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, name, folder, seconds] = &arguments[..] else { panic!("usage: matn-peers TOOL FOLDER SECONDS") };
    let work = tool(name).expect("a known tool");
    let seconds: f64 = seconds.parse().expect("seconds");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    let page = |file: &PathBuf| std::fs::read_to_string(file).expect("UTF-8");
    let answers: BTreeMap<String, Option<String>> = files
        .iter()
        .map(|file| (file.file_stem().expect("a name").to_string_lossy().into_owned(), work(&page(file))))
        .collect();
    let memory = memory();
    let mut timed = Vec::new();
    if seconds > 0.0 {
        let pages: Vec<String> = files.iter().map(page).collect();
        timed = passes(&pages, work, Duration::from_secs_f64(seconds));
    }
    let failed = answers.values().filter(|answer| answer.is_none()).count();
    println!(
        "{}",
        serde_json::json!({ "answers": answers, "failed": failed, "memory": memory, "passes": timed })
    );
}

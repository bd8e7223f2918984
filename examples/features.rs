//! Prints each line of the named texts or pages with its features, as JSON lines, for `tools/fit`.
//!
//! `cargo run --release --features fit --example features -- [--html | --context FILE] FILE…`; the file of `--context`
//! maps the name of each page to what the first model said of its lines.

use std::collections::HashMap;
use std::io::Write;

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut files: Vec<String> = std::env::args().skip(1).collect();
    let mut first: HashMap<String, Vec<f32>> = HashMap::new();
    let html = match files.first().map(String::as_str) {
        Some("--html") => {
            files.remove(0);
            true
        }
        Some("--context") => {
            first = serde_json::from_str(&std::fs::read_to_string(&files[1])?)?;
            files.drain(..2);
            true
        }
        _ => false,
    };
    let names = if html { matn::fit::markup_feature_names() } else { matn::fit::feature_names().to_vec() };
    writeln!(out, "{}", serde_json::json!({ "names": names }))?;
    for file in files {
        let text = std::fs::read_to_string(&file)?;
        if html {
            for (line, features, hidden) in
                matn::fit::markup_lines(&text, first.get(&file).map(Vec::as_slice))
            {
                writeln!(
                    out,
                    "{}",
                    serde_json::json!({ "file": file, "text": line, "features": features, "hidden": hidden })
                )?;
            }
        } else {
            for (line, features) in matn::fit::text_lines(&text) {
                writeln!(out, "{}", serde_json::json!({ "file": file, "text": line, "features": features }))?;
            }
        }
    }
    out.flush()
}

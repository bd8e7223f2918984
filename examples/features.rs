//! Prints each line of the named texts with its features, as JSON lines, for `tools/fit`.
//!
//! `cargo run --release --features fit --example features -- FILE…`

use std::io::Write;

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    writeln!(out, "{}", serde_json::json!({ "names": matn::fit::feature_names() }))?;
    for file in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&file)?;
        for (line, features) in matn::fit::text_lines(&text) {
            writeln!(out, "{}", serde_json::json!({ "file": file, "text": line, "features": features }))?;
        }
    }
    out.flush()
}

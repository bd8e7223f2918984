//! Prints the article of a text or page on standard input as JSON; with `--all`, every article; an error too.
//!
//! `cargo run --example extract -- [--all] [--html | --text] < page.txt`

use std::io::Read;

fn main() -> std::io::Result<()> {
    let flags: Vec<String> = std::env::args().skip(1).collect();
    let flag = |name: &str| flags.iter().any(|flag| flag == name);
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes)?;
    let form = if flag("--html") {
        Some(matn::Form::Html)
    } else if flag("--text") {
        Some(matn::Form::Text)
    } else {
        None
    };
    let options = matn::Options { r#as: form, ..matn::Options::default() };
    let json = if flag("--all") {
        matn::extract_all(bytes.as_slice(), &options).map(|articles| serde_json::to_string(&articles))
    } else {
        matn::extract(bytes.as_slice(), &options).map(|article| serde_json::to_string(&article))
    };
    match json {
        Ok(json) => println!("{}", json?),
        Err(error) => {
            println!("{}", serde_json::json!({ "error": error.code().as_str(), "message": error.message() }))
        }
    }
    Ok(())
}

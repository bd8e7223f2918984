//! Golden articles: what matn makes of each input in `tests/golden/<kind>/<case>/`.
//!
//! `outcome.txt` holds the outcome as it was last looked at; a changed one fails. `MATN_UPDATE=1 cargo test
//! --test golden` writes the outcomes anew, for review with `git diff`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use matn::{Article, Block, Form, Options};

/// The cases, each with its input file.
fn cases() -> Vec<(PathBuf, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut cases = Vec::new();
    for kind in folders(&root) {
        for case in folders(&kind) {
            let input = ["input.txt", "input.html"]
                .map(|name| case.join(name))
                .into_iter()
                .find(|file| file.exists());
            cases.push((case.clone(), input.unwrap_or_else(|| panic!("{}: no input", case.display()))));
        }
    }
    cases
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(of).unwrap_or_else(|error| panic!("{}: {error}", of.display()));
    let mut folders: Vec<PathBuf> =
        entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn extract_all(input: &Path) -> (String, Result<Vec<Article>, matn::Error>) {
    let text = std::fs::read_to_string(input).expect("golden inputs are UTF-8");
    let form =
        if input.extension().is_some_and(|extension| extension == "html") { Form::Html } else { Form::Text };
    let options = Options { r#as: Some(form), ..Options::default() };
    let source = matn::source_text(&text, &options).unwrap_or_default();
    (source, matn::extract_all(&text, &options))
}

/// An outline that a reviewer can read: one line a piece.
fn outline(outcome: &Result<Vec<Article>, matn::Error>) -> String {
    let mut out = String::new();
    match outcome {
        Ok(articles) => articles.iter().for_each(|article| outline_article(article, &mut out)),
        Err(error) => writeln!(out, "error {}", error.code().as_str()).expect("a string takes it"),
    }
    out
}

fn outline_article(article: &Article, out: &mut String) {
    let mut say = |name: &str, value: &str| {
        writeln!(out, "{name}\t{}", value.replace('\n', " ⏎ ")).expect("a string takes it")
    };
    say("title", article.title.as_deref().unwrap_or("-"));
    let optional =
        [("subtitle", &article.subtitle), ("published", &article.published), ("modified", &article.modified)];
    for (name, value) in optional {
        if let Some(value) = value {
            say(name, value);
        }
    }
    for name in &article.byline {
        say("byline", name);
    }
    if let Some(dateline) = &article.dateline {
        say("dateline", &format!("{:?} {:?}", dateline.place, dateline.agency));
    }
    for block in &article.blocks {
        say(&format!("{:?}", block.kind).to_lowercase(), &block.text);
    }
    for related in &article.related {
        let date = related.published.as_deref().unwrap_or("-");
        say(
            "related",
            &format!("{} | {date} | {}", related.title, related.snippet.as_deref().unwrap_or("-")),
        );
    }
    for removed in &article.removed {
        say(&format!("- {}", removed.label.as_str()), &format!("{} ({})", removed.text, removed.rule));
    }
    for warning in &article.warnings {
        say("warning", &warning.code);
    }
    out.push('\n');
}

#[test]
fn each_golden_input_gives_the_outcome_that_was_looked_at() {
    let update = std::env::var_os("MATN_UPDATE").is_some();
    let mut changed = Vec::new();
    for (case, input) in cases() {
        let now = outline(&extract_all(&input).1);
        let file = case.join("outcome.txt");
        if update {
            std::fs::write(&file, now).expect("the case's folder is writable");
        } else if std::fs::read_to_string(&file).unwrap_or_default() != now {
            changed.push(case.display().to_string());
        }
    }
    assert!(
        changed.is_empty(),
        "changed outcomes; look at them with MATN_UPDATE=1 and git diff:\n{}",
        changed.join("\n")
    );
}

#[test]
fn each_character_of_a_golden_input_is_in_exactly_one_span() {
    for (case, input) in cases() {
        let (source, outcome) = extract_all(&input);
        let articles = match outcome {
            Ok(articles) => articles,
            Err(error) => vec![blocks_only(error.blocks())],
        };
        let units: Vec<u16> = source.encode_utf16().collect();
        let mut seen = vec![0u8; units.len()];
        for matn::Span(start, end) in articles.iter().flat_map(spans) {
            assert!(start < end && end as usize <= units.len(), "{}: span {start}..{end}", case.display());
            seen[start as usize..end as usize].iter_mut().for_each(|count| *count += 1);
        }
        for (at, (&count, unit)) in seen.iter().zip(&units).enumerate() {
            let space =
                char::from_u32(u32::from(*unit)).is_some_and(|c| c.is_whitespace() || c == '\u{feff}');
            assert!(count == 1 || (count == 0 && space), "{}: unit {at} is in {count} spans", case.display());
        }
    }
}

fn spans(article: &Article) -> Vec<matn::Span> {
    let fields = &article.spans;
    let mut spans = Vec::new();
    for list in [
        &fields.title,
        &fields.subtitle,
        &fields.byline,
        &fields.dateline,
        &fields.published,
        &fields.modified,
    ] {
        spans.extend(list);
    }
    spans.extend(article.blocks.iter().flat_map(|block| &block.spans));
    spans.extend(article.related.iter().flat_map(|related| &related.spans));
    spans.extend(article.removed.iter().flat_map(|removed| &removed.spans));
    spans
}

/// `no-article` accounts for its input in blocks.
fn blocks_only(blocks: &[Block]) -> Article {
    let text = "ایک جملہ جو خبر کے لیے کافی ہے اور یہاں ختم ہوتا ہے۔";
    let article = matn::extract(text, &Options::default()).expect("a full sentence is an article");
    Article {
        blocks: blocks.to_vec(),
        spans: matn::FieldSpans::default(),
        related: Vec::new(),
        removed: Vec::new(),
        ..article
    }
}

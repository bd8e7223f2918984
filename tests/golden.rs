//! Golden articles: what matn makes of each input in `tests/golden/<kind>/<case>/`, and of each `*.case.json` that the
//! page saved ("report this page") and somebody dropped into `tests/golden/` or a folder of it.
//!
//! `outcome.txt` (`<name>.outcome.txt` beside a saved case) holds the outcome as it was last looked at; a changed one
//! fails. `MATN_UPDATE=1 cargo test --test golden` writes the outcomes anew, for review with `git diff`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use matn::{Article, Form, Input, Options};
use matn_fuzz::invariants as hold;
use serde_json::Value;

/// An input, how it is read, and where its outcome stands.
struct Case {
    input: Vec<u8>,
    options: Options,
    outcome: PathBuf,
}

/// What the name of a case that the page saved ends with.
const SAVED: &str = ".case.json";

fn cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let kinds: Vec<PathBuf> = entries(&root).into_iter().filter(|path| path.is_dir()).collect();
    let saved = std::iter::once(&root).chain(&kinds).flat_map(|folder| entries(folder));
    let saved = saved.filter(|path| path.to_string_lossy().ends_with(SAVED)).map(|path| saved_case(&path));
    let folders = kinds.iter().flat_map(|kind| entries(kind)).filter(|path| path.is_dir());
    folders.map(|folder| case_in(&folder)).chain(saved).collect()
}

fn entries(of: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(of).unwrap_or_else(|error| panic!("{}: {error}", of.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}

fn case_in(folder: &Path) -> Case {
    let forms = [("input.txt", Form::Text), ("input.html", Form::Html)];
    let (input, form) = forms
        .into_iter()
        .map(|(name, form)| (folder.join(name), form))
        .find(|(file, _)| file.exists())
        .unwrap_or_else(|| panic!("{}: no input", folder.display()));
    let input = std::fs::read(input).expect("an input can be read");
    let options = Options { r#as: Some(form), ..Options::default() };
    Case { input, options, outcome: folder.join("outcome.txt") }
}

fn saved_case(file: &Path) -> Case {
    let text = std::fs::read_to_string(file).expect("a saved case can be read");
    let case: Value =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let field = |name: &str| case.get(name).and_then(Value::as_str);
    let input = match (field("input"), field("base64")) {
        (Some(text), _) => text.as_bytes().to_vec(),
        (None, Some(base64)) => from_base64(base64),
        (None, None) => panic!("{}: neither input nor base64", file.display()),
    };
    let form = match field("as") {
        None => None,
        Some("text") => Some(Form::Text),
        Some("html") => Some(Form::Html),
        Some("mhtml") => Some(Form::Mhtml),
        Some(other) => panic!("{}: no form {other}", file.display()),
    };
    let options = Options {
        r#as: form,
        url: field("url").map(str::to_owned),
        now: field("now").map(str::to_owned),
        ..Options::default()
    };
    let name = file.to_string_lossy();
    Case { input, options, outcome: PathBuf::from(format!("{}.outcome.txt", name.trim_end_matches(SAVED))) }
}

fn from_base64(text: &str) -> Vec<u8> {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bits, mut held, mut bytes) = (0u32, 0, Vec::new());
    for sign in text.bytes().filter(|&sign| sign != b'=') {
        let value = SIGNS.iter().position(|&known| known == sign).expect("a sign of base64");
        bits = bits << 6 | value as u32;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
        }
    }
    bytes
}

impl Case {
    /// The source text and what is in it.
    fn read(&self) -> (String, Result<Vec<Article>, matn::Error>) {
        // A string where it is one: bytes are sniffed for their encoding.
        let input = std::str::from_utf8(&self.input).map_or(Input::Bytes(&self.input), Input::Text);
        let source = matn::source_text(input, &self.options).unwrap_or_default();
        (source, matn::extract_all(input, &self.options))
    }
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
    for case in cases() {
        let now = outline(&case.read().1);
        if update {
            std::fs::write(&case.outcome, now).expect("the case's folder is writable");
        } else if std::fs::read_to_string(&case.outcome).unwrap_or_default() != now {
            changed.push(case.outcome.display().to_string());
        }
    }
    assert!(
        changed.is_empty(),
        "changed outcomes; look at them with MATN_UPDATE=1 and git diff:\n{}",
        changed.join("\n")
    );
}

#[test]
fn what_holds_for_every_input_holds_for_each_golden_input() {
    for case in cases() {
        let (source, outcome) = case.read();
        println!("{}", case.outcome.display());
        match outcome {
            Ok(articles) => {
                hold::accounted(&source, &articles);
                for article in &articles {
                    hold::sound(&source, article);
                    hold::rendered(article);
                }
                if let [article] = &*articles {
                    (0..article.removed.len())
                        .for_each(|at| hold::hand_edits_lose_nothing(&source, article, at));
                }
            }
            Err(error) => hold::accounted_blocks(&source, error.blocks()),
        }
    }
}

/// What an article is made of, in its order, and which headline it has.
fn made_of(outcome: &Result<Vec<Article>, matn::Error>) -> Vec<String> {
    let outline = outline(outcome);
    let kind = |line: &str| {
        if line.starts_with("title") { line } else { line.split('\t').next()? }.to_owned().into()
    };
    outline.lines().filter_map(kind).collect()
}

#[test]
fn pages_typed_with_arabic_letters_read_as_those_with_urdu_letters() {
    let all = cases();
    let differs = |case: &&Case| {
        let Ok(text) = std::str::from_utf8(&case.input) else { return false };
        let typed = text.replace('ی', "ي").replace('ک', "ك");
        made_of(&matn::extract_all(&*typed, &case.options)) != made_of(&case.read().1)
    };
    let other: Vec<String> =
        all.iter().filter(differs).map(|case| case.outcome.display().to_string()).collect();
    assert!(other.len() * 50 <= all.len(), "{} of {}:\n{}", other.len(), all.len(), other.join("\n"));
}

//! The native crate behind the calls of the npm package: what the package makes of an input, the crate must make too.

use matn::{Article, Block, Error, ErrorCode, Format, Input, NormalizeOptions, Options, RenderOptions};
use serde::{Deserialize, Serialize};
use std::io::{BufRead, Write};

/// One call: the package's function and its arguments by name.
#[derive(Deserialize)]
#[serde(tag = "call", rename_all = "camelCase")]
enum Call {
    Extract(Reading),
    ExtractAll(Reading),
    SourceText(Reading),
    Restore { article: Article, index: usize },
    Remove { article: Article, index: usize },
    Render { article: Article, format: Format, options: RenderOptions },
    Normalize { text: String, options: NormalizeOptions },
    Sentences { text: String },
    Words { text: String },
    ParseDate { text: String, now: Option<String> },
    ParseDateline { text: String },
}

#[derive(Deserialize)]
struct Reading {
    input: Given,
    options: Options,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Given {
    Text(String),
    Bytes(Vec<u8>),
}

impl Reading {
    fn input(&self) -> Input<'_> {
        match &self.input {
            Given::Text(text) => Input::Text(text),
            Given::Bytes(bytes) => Input::Bytes(bytes),
        }
    }
}

/// What the package throws.
#[derive(Serialize)]
struct Thrown<'a> {
    code: ErrorCode,
    message: &'a str,
    #[serde(skip_serializing_if = "<[Block]>::is_empty")]
    blocks: &'a [Block],
}

/// Answers each line with the JSON of the value, or `{"error": …}`.
pub fn answer(calls: impl BufRead, mut answers: impl Write) -> std::io::Result<()> {
    for line in calls.lines() {
        let answer = match serde_json::from_str(&line?)? {
            Call::Extract(call) => told(matn::extract(call.input(), &call.options)),
            Call::ExtractAll(call) => told(matn::extract_all(call.input(), &call.options)),
            Call::SourceText(call) => told(matn::source_text(call.input(), &call.options)),
            Call::Restore { article, index } => told(matn::restore(&article, index)),
            Call::Remove { article, index } => told(matn::remove(&article, index)),
            Call::Render { article, format, options } => json(&matn::render(&article, format, &options)),
            Call::Normalize { text, options } => json(&matn::normalize(&text, &options)),
            Call::Sentences { text } => json(&matn::sentences(&text)),
            Call::Words { text } => json(&matn::words(&text)),
            Call::ParseDate { text, now } => json(&matn::parse_date(&text, now.as_deref())),
            Call::ParseDateline { text } => json(&matn::parse_dateline(&text)),
        };
        writeln!(answers, "{answer}")?;
    }
    Ok(())
}

fn told<T: Serialize>(outcome: Result<T, Error>) -> String {
    match outcome {
        Ok(value) => json(&value),
        Err(error) => {
            let thrown = Thrown { code: error.code(), message: error.message(), blocks: error.blocks() };
            format!("{{\"error\":{}}}", json(&thrown))
        }
    }
}

fn json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).expect("what matn gives is JSON")
}

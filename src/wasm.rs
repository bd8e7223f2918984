//! The JavaScript boundary: the only module that knows wasm-bindgen, js-sys and serde-wasm-bindgen.
//!
//! Strings come in as UTF-8 in one copy, lone surrogates as U+FFFD, which keeps UTF-16 offsets; objects
//! go out as plain objects. An error is thrown as `{ code, message, blocks? }`, and pkg/lib/api.js makes
//! the `MatnError` of it.

mod read;
mod refusal;
mod text;

use crate::edit::{put_back, take_out};
use crate::messages::message;
use crate::render::render_own;
use crate::source::check_moment;
use crate::{Article, Block, Error, ErrorCode, Format, Input, Language, Options};
use js_sys::{Array, Uint8Array};
use read::{read_article, read_choice, read_options};
use serde::{Deserialize, Serialize};
use text::Texts;
use wasm_bindgen::prelude::*;

/// A JavaScript value, or what is thrown instead.
type Answer = Result<JsValue, Thrown>;

#[cfg(debug_assertions)]
#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// Reads the article out of a string or a `Uint8Array`.
#[wasm_bindgen(skip_typescript)]
pub fn extract(input: &JsValue, options: &JsValue) -> Answer {
    let options: Options = read_options(options)?;
    give_article(crate::extract(&Given::read(input, &options)?, &options)?)
}

/// Every article of a paste.
#[wasm_bindgen(js_name = extractAll, skip_typescript)]
pub fn extract_all(input: &JsValue, options: &JsValue) -> Answer {
    let options: Options = read_options(options)?;
    let articles = crate::extract_all(&Given::read(input, &options)?, &options)?;
    Ok(articles.into_iter().map(give_article).collect::<Result<Array, Thrown>>()?.into())
}

/// The text that spans refer to.
#[wasm_bindgen(js_name = sourceText, skip_typescript)]
pub fn source_text(input: &JsValue, options: &JsValue) -> Answer {
    let options: Options = read_options(options)?;
    Ok(crate::source_text(&Given::read(input, &options)?, &options)?.into())
}

/// A copy with `removed[index]` back in the body.
#[wasm_bindgen(skip_typescript)]
pub fn restore(article: JsValue, index: u32) -> Answer {
    give_article(put_back(read_article(article)?, index as usize)?)
}

/// A copy with `blocks[index]` among the removed.
#[wasm_bindgen(skip_typescript)]
pub fn remove(article: JsValue, index: u32) -> Answer {
    give_article(take_out(read_article(article)?, index as usize)?)
}

/// The article as a file.
#[wasm_bindgen(skip_typescript)]
pub fn render(article: JsValue, format: &JsValue, options: &JsValue) -> Answer {
    let format: Format = read_choice("format", format)?;
    Ok(render_own(read_article(article)?, format, &read_options(options)?).into())
}

/// Sets a text right.
#[wasm_bindgen(skip_typescript)]
pub fn normalize(text: &str, options: &JsValue) -> Answer {
    give(&crate::normalize(text, &read_options(options)?))
}

/// The sentences of a text.
#[wasm_bindgen(skip_typescript)]
pub fn sentences(text: &str) -> Answer {
    give(&crate::sentences(text))
}

/// The words of a text.
#[wasm_bindgen(skip_typescript)]
pub fn words(text: &str) -> Answer {
    give(&crate::words(text))
}

/// The date of a date line.
#[wasm_bindgen(js_name = parseDate, skip_typescript)]
pub fn parse_date(text: &str, options: &JsValue) -> Answer {
    let DateOptions { now } = read_options(options)?;
    check_moment(now.as_deref(), Language::En)?;
    Ok(crate::parse_date(text, now.as_deref()).map_or(JsValue::NULL, JsValue::from))
}

/// Options of `parseDate`.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct DateOptions {
    now: Option<String>,
}

/// The dateline at the head of a paragraph.
#[wasm_bindgen(js_name = parseDateline, skip_typescript)]
pub fn parse_dateline(text: &str) -> Answer {
    give(&crate::parse_dateline(text))
}

/// What JavaScript handed over to be read.
enum Given {
    Text(String),
    Bytes(Vec<u8>),
}

impl Given {
    fn read(input: &JsValue, options: &Options) -> Result<Self, Error> {
        if let Some(text) = input.as_string() {
            return Ok(Given::Text(text));
        }
        let bytes = input.dyn_ref::<Uint8Array>().ok_or_else(|| {
            Error::new(ErrorCode::BadOption, message("error.bad-option.input", options.language))
        })?;
        Ok(Given::Bytes(bytes.to_vec()))
    }
}

impl<'a> From<&'a Given> for Input<'a> {
    fn from(given: &'a Given) -> Self {
        match given {
            Given::Text(text) => Input::Text(text),
            Given::Bytes(bytes) => Input::Bytes(bytes),
        }
    }
}

/// The value as plain objects, arrays, strings, numbers and null.
fn give<T: Serialize + ?Sized>(value: &T) -> Answer {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(|error| Thrown(error.into()))
}

/// The article as plain objects.
fn give_article(mut article: Article) -> Answer {
    let texts = Texts::take(&mut article);
    let value = give(&article)?;
    texts.put(&value).map_err(Thrown)?;
    Ok(value)
}

/// The value as JSON, written by JavaScript; empty for what is no JSON.
pub(crate) fn json<T: Serialize + ?Sized>(value: &T) -> String {
    let value = give(value).ok();
    value.and_then(|value| js_sys::JSON::stringify(&value).ok()).map(String::from).unwrap_or_default()
}

/// What crosses to JavaScript as an exception.
pub struct Thrown(JsValue);

impl From<Error> for Thrown {
    fn from(error: Error) -> Self {
        #[derive(Serialize)]
        struct Parts<'a> {
            code: ErrorCode,
            message: &'a str,
            #[serde(skip_serializing_if = "Option::is_none")]
            blocks: Option<&'a [Block]>,
        }
        let blocks = (error.code() == ErrorCode::NoArticle).then(|| error.blocks());
        give(&Parts { code: error.code(), message: error.message(), blocks })
            .map_or_else(|other| other, Thrown)
    }
}

impl From<Thrown> for JsValue {
    fn from(thrown: Thrown) -> Self {
        thrown.0
    }
}

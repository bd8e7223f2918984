//! Long texts on their way to JavaScript.
//!
//! Engines make a string of UTF-16 ten times as fast as one of UTF-8 that is not ASCII: it is what they keep
//! (measured in Node 20: 30 µs and 280 µs for 100 KB of Urdu).

use crate::{Article, Block};
use js_sys::{Array, JsString, Object, Reflect};
use std::ops::RangeInclusive;
use wasm_bindgen::prelude::*;

/// Texts of so many bytes cross as UTF-16: for shorter ones it makes no difference, and the copy of longer ones would
/// take memory that the module keeps.
const LONG: RangeInclusive<usize> = 64..=1 << 20;

#[wasm_bindgen]
extern "C" {
    type TextDecoder;
    #[wasm_bindgen(constructor, catch)]
    fn new(label: &str, options: &Object) -> Result<TextDecoder, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, units: &[u16]) -> Result<JsString, JsValue>;
}

thread_local! {
    /// None in an engine that knows UTF-8 only.
    static UTF_16: Option<TextDecoder> = decoder().ok();
}

fn decoder() -> Result<TextDecoder, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"ignoreBOM".into(), &JsValue::TRUE)?;
    TextDecoder::new("utf-16le", &options)
}

/// The body's long texts, taken out of an article that crosses without them.
pub(super) struct Texts(Vec<(u32, String)>);

impl Texts {
    /// Takes them out.
    pub(super) fn take(article: &mut Article) -> Self {
        let long = (0..).zip(&mut article.blocks).filter(|(_, block)| LONG.contains(&block.text.len()));
        Self(long.map(|(at, Block { text, .. })| (at, std::mem::take(text))).collect())
    }

    /// Puts them into the article's object.
    pub(super) fn put(self, article: &JsValue) -> Result<(), JsValue> {
        let blocks: Array = Reflect::get(article, &"blocks".into())?.unchecked_into();
        let key = "text".into();
        let longest = self.0.iter().map(|(_, text)| text.len()).max();
        let mut units = Vec::with_capacity(longest.unwrap_or_default());
        for (at, text) in self.0 {
            Reflect::set(&blocks.get(at), &key, &string(&text, &mut units))?;
        }
        Ok(())
    }
}

fn string(text: &str, units: &mut Vec<u16>) -> JsValue {
    units.clear();
    units.reserve(text.len());
    for c in text.chars() {
        let mut pair = [0; 2];
        // Most of a text is characters of one unit each.
        match u16::try_from(u32::from(c)) {
            Ok(unit) => units.push(unit),
            Err(_) => units.extend_from_slice(c.encode_utf16(&mut pair)),
        }
    }
    let decoded = UTF_16.with(|decoder| decoder.as_ref().and_then(|decoder| decoder.decode(units).ok()));
    decoded.map_or_else(|| text.into(), JsValue::from)
}

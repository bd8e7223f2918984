//! What a caller may choose.

use crate::article::Label;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Options of `extract`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Options {
    /// Forces the form of the input; sniffed where absent.
    pub r#as: Option<Form>,
    /// The page's address; relative addresses are resolved against it.
    pub url: Option<String>,
    /// The site's name.
    pub site_name: Option<String>,
    /// ISO 8601 moment that relative dates refer to.
    pub now: Option<String>,
    /// Language of reasons, warnings and errors.
    pub language: Language,
    /// Whether blocks say what normalization changed in them.
    pub edits: bool,
    /// Labels that are never removed: such pieces become paragraphs.
    pub keep: Vec<Label>,
    /// Largest input, in bytes of UTF-8.
    pub max_input_bytes: usize,
    /// What is set right.
    pub normalize: NormalizeChoice,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            r#as: None,
            url: None,
            site_name: None,
            now: None,
            language: Language::En,
            edits: false,
            keep: Vec::new(),
            max_input_bytes: 50 * 1024 * 1024,
            normalize: NormalizeChoice::Some(NormalizeOptions::default()),
        }
    }
}

/// Form of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Form {
    /// Plain text.
    Text,
    /// A page or a fragment of one.
    Html,
    /// A page saved with its parts.
    Mhtml,
}

/// Language of reasons, warnings and errors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Urdu.
    Ur,
}

/// `false`, or what to set right.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum NormalizeChoice {
    /// `false`: the text stays as it is; `true`: the defaults.
    All(bool),
    /// Kind by kind.
    Some(NormalizeOptions),
}

impl NormalizeChoice {
    /// The options kind by kind; none where normalization is off.
    pub fn options(&self) -> Option<NormalizeOptions> {
        match self {
            NormalizeChoice::All(false) => None,
            NormalizeChoice::All(true) => Some(NormalizeOptions::default()),
            NormalizeChoice::Some(options) => Some(options.clone()),
        }
    }
}

/// By hand, because serde's untagged enums forget which field was wrong.
impl<'de> Deserialize<'de> for NormalizeChoice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Choice;
        impl<'de> Visitor<'de> for Choice {
            type Value = NormalizeChoice;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("false or an object")
            }

            fn visit_bool<E>(self, all: bool) -> Result<NormalizeChoice, E> {
                Ok(NormalizeChoice::All(all))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<NormalizeChoice, A::Error> {
                NormalizeOptions::deserialize(MapAccessDeserializer::new(map)).map(NormalizeChoice::Some)
            }
        }
        deserializer.deserialize_any(Choice)
    }
}

/// Options of `normalize`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct NormalizeOptions {
    /// Arabic and presentation forms to Urdu letters, composition, tatweel.
    pub letters: bool,
    /// Zero-width and direction characters that do nothing, lost emoji.
    pub invisible: bool,
    /// HTML entities left in text.
    pub entities: bool,
    /// Odd and repeated spaces, spaces before and after marks.
    pub spacing: bool,
    /// Latin marks after Urdu words, doubled marks, mismatched quotes.
    pub punctuation: bool,
    /// لئے, لیئے → لیے and the like; off by default.
    pub spelling: bool,
    /// Which digits the text gets.
    pub digits: Digits,
    /// Whether diacritics stay.
    pub diacritics: Diacritics,
    /// Text that was once decoded wrongly; only in `extract`.
    pub encoding: bool,
    /// Whether `normalize` says where it changed what.
    pub edits: bool,
}

impl Default for NormalizeOptions {
    fn default() -> Self {
        Self {
            letters: true,
            invisible: true,
            entities: true,
            spacing: true,
            punctuation: true,
            spelling: false,
            digits: Digits::Keep,
            diacritics: Diacritics::Keep,
            encoding: true,
            edits: false,
        }
    }
}

/// Which digits a text gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Digits {
    /// As they are.
    #[default]
    Keep,
    /// ۰۱۲۳۴۵۶۷۸۹
    Urdu,
    /// 0123456789
    Western,
}

/// Whether diacritics stay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Diacritics {
    /// They stay.
    #[default]
    Keep,
    /// They go; honorific marks stay.
    Strip,
}

/// A format of `render`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A safe HTML fragment.
    Html,
    /// A whole HTML page.
    Document,
    /// The Article as JSON.
    Json,
}

/// Options of `render`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct RenderOptions {
    /// What is rendered after the body as well.
    pub include: Vec<Include>,
}

/// A part of the Article that `render` leaves out unless it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Include {
    /// The "more stories" list.
    Related,
    /// The removed pieces.
    Removed,
}

//! Why a value from JavaScript is refused, as a sentence that names the value and says what it may be.

use crate::messages::{fill, message, quoted};
use crate::{Error, ErrorCode, Language};
use serde::de::{Error as DeError, Expected, Unexpected};
use std::fmt;

/// A refused value; in a box, because every step of reading hands it on.
#[derive(Debug)]
pub(super) struct Refusal(Box<Refused>);

/// Where the refused value stands, as `normalize.digits`, and what may stand there.
#[derive(Debug)]
struct Refused {
    path: String,
    value: String,
    allowed: Allowed,
}

/// What may stand in a place.
#[derive(Debug)]
pub(super) enum Allowed {
    OneOf(&'static [&'static str]),
    /// The place itself is none: these are.
    Keys(&'static [&'static str]),
    /// What the message of this key says.
    Kind(&'static str),
}

impl Refusal {
    #[cold]
    fn new(path: String, value: String, allowed: Allowed) -> Self {
        Self(Box::new(Refused { path, value, allowed }))
    }

    /// A value, as a message shows it, of another kind than the one that the message `kind` describes.
    pub fn of(value: String, kind: &'static str) -> Self {
        Self::new(String::new(), value, Allowed::Kind(kind))
    }

    /// A value that is none of a closed choice.
    pub fn one_of(value: String, choices: &'static [&'static str]) -> Self {
        Self::new(String::new(), value, Allowed::OneOf(choices))
    }

    /// The same refusal, seen from the object that holds the value under `key`.
    #[cold]
    pub fn inside(mut self, key: &str) -> Self {
        let dot = if self.0.path.is_empty() { "" } else { "." };
        self.0.path = [key, dot, &self.0.path].concat();
        self
    }

    /// The error about an option.
    pub fn of_option(self, language: Language) -> Error {
        let key = match self.0.allowed {
            Allowed::Keys(_) => "error.bad-option.unknown",
            _ if self.0.path.is_empty() => "error.bad-option.options",
            _ => "error.bad-option",
        };
        self.into_error(key, language)
    }

    /// The error about an article that is not as `extract` gives it.
    pub fn of_article(self) -> Error {
        let whole = self.0.path.is_empty();
        let key = if whole { "error.bad-option.article" } else { "error.bad-option.article-part" };
        self.into_error(key, Language::En)
    }

    fn into_error(self, key: &str, language: Language) -> Error {
        let (name, allowed) = (quoted(&self.0.path), self.0.allowed.say(language));
        let values = [("value", self.0.value.as_str()), ("name", &name), ("allowed", &allowed)];
        Error::new(ErrorCode::BadOption, fill(message(key, language), &values))
    }
}

impl Allowed {
    fn say(&self, language: Language) -> String {
        match self {
            Allowed::OneOf(choices) => listed(choices, language, message("allowed.or", language)),
            Allowed::Keys(names) => listed(names, language, message("allowed.and", language)),
            Allowed::Kind(kind) => message(kind, language).into(),
        }
    }
}

/// `"a", "b" or "c"`.
fn listed(names: &[&str], language: Language, last: &str) -> String {
    let comma = if language == Language::Ur { "، " } else { ", " };
    let mut list = String::new();
    for (at, name) in names.iter().enumerate() {
        match at {
            0 => {}
            _ if at + 1 < names.len() => list.push_str(comma),
            _ => list.extend([" ", last, " "]),
        }
        list.push_str(&quoted(name));
    }
    list
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.path)
    }
}

impl std::error::Error for Refusal {}

/// serde's defaults would describe the unexpected value too, and formatting numbers for that is a tenth
/// of the module.
impl DeError for Refusal {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::of(message.to_string(), "allowed.other")
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self::of(String::new(), "allowed.other")
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self::of(String::new(), "allowed.other")
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self::of(String::new(), "allowed.other")
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        Self::one_of(quoted(variant), expected)
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self::new(field.into(), String::new(), Allowed::Keys(expected))
    }

    fn missing_field(field: &'static str) -> Self {
        Self::of("undefined".into(), "allowed.other").inside(field)
    }
}

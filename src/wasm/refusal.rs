//! Why a value from JavaScript is refused, as a sentence that names the value and says what it may be.

use crate::{Error, ErrorCode, Language};
use serde::de::{Error as DeError, Expected, Unexpected};
use std::fmt;

/// Where the refused value stands, as `normalize.digits`, and what may stand there.
#[derive(Debug)]
pub(super) struct Refusal {
    path: String,
    allowed: Allowed,
}

/// What may stand in a place.
#[derive(Debug)]
pub(super) enum Allowed {
    OneOf(&'static [&'static str]),
    /// The place itself is none: these are.
    Keys(&'static [&'static str]),
    Text,
    Switch,
    Number,
    Count,
    List,
    Object,
    SwitchOrObject,
    /// What serde's own types ask for.
    Other(String),
}

impl Refusal {
    pub fn new(allowed: Allowed) -> Self {
        Self { path: String::new(), allowed }
    }

    /// The same refusal, seen from the object that holds the value under `key`.
    pub fn inside(mut self, key: &str) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        self.path = format!("{key}{dot}{}", self.path);
        self
    }

    /// The error about an option.
    pub fn of_option(self, language: Language) -> Error {
        let Self { path, allowed } = self;
        let may_be = allowed.say(language);
        let message = match (language, allowed) {
            (Language::En, Allowed::Keys(_)) => format!("There is no option \"{path}\"; there are {may_be}."),
            (Language::Ur, Allowed::Keys(_)) => {
                format!("\"{path}\" نام کا کوئی اختیار نہیں؛ اختیارات یہ ہیں: {may_be}۔")
            }
            (Language::En, _) if path.is_empty() => format!("The options must be {may_be}."),
            (Language::Ur, _) if path.is_empty() => format!("اختیارات کی قدر {may_be} ہونی چاہیے۔"),
            (Language::En, _) => format!("The option \"{path}\" must be {may_be}."),
            (Language::Ur, _) => format!("اختیار \"{path}\" کی قدر {may_be} ہونی چاہیے۔"),
        };
        Error::new(ErrorCode::BadOption, message)
    }

    /// The error about an article that is not as `extract` gives it.
    pub fn of_article(self) -> Error {
        let Self { path, allowed } = self;
        let at = if path.is_empty() {
            String::new()
        } else {
            format!(": its \"{path}\" must be {}", allowed.say(Language::En))
        };
        Error::new(ErrorCode::BadOption, format!("The article is not one that extract gave{at}."))
    }
}

impl Allowed {
    fn say(&self, language: Language) -> String {
        let (english, urdu) = match self {
            Allowed::OneOf(choices) => return quoted(choices, language, [" or ", " یا "]),
            Allowed::Keys(names) => return quoted(names, language, [" and ", " اور "]),
            Allowed::Other(what) => return what.clone(),
            Allowed::Text => ("a string", "متن (string)"),
            Allowed::Switch => ("true or false", "true یا false"),
            Allowed::Number => ("a number", "عدد"),
            Allowed::Count => ("a whole number from 0 up", "صفر یا اس سے بڑا پورا عدد"),
            Allowed::List => ("an array", "فہرست (array)"),
            Allowed::Object => ("an object", "object"),
            Allowed::SwitchOrObject => ("false or an object", "false یا object"),
        };
        if language == Language::Ur { urdu.into() } else { english.into() }
    }
}

/// `"a", "b" or "c"`.
fn quoted(names: &[&str], language: Language, last: [&str; 2]) -> String {
    let (comma, last) = if language == Language::Ur { ("، ", last[1]) } else { (", ", last[0]) };
    let mut list = String::new();
    for (at, name) in names.iter().enumerate() {
        if at > 0 {
            list.push_str(if at + 1 == names.len() { last } else { comma });
        }
        list.push('"');
        list.push_str(name);
        list.push('"');
    }
    list
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)
    }
}

impl std::error::Error for Refusal {}

/// serde's defaults would describe the unexpected value too, and formatting numbers for that is a tenth
/// of the module.
impl DeError for Refusal {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(Allowed::Other(message.to_string()))
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::custom(expected)
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::custom(expected)
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        Self::custom(expected)
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self::new(Allowed::OneOf(expected))
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self::new(Allowed::Keys(expected)).inside(field)
    }

    fn missing_field(field: &'static str) -> Self {
        Self::custom("there").inside(field)
    }
}

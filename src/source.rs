//! Bytes and strings into the one text that everything after refers to.

use std::borrow::Cow;

use crate::error::{Error, ErrorCode};
use crate::messages::{fill, message};
use crate::options::{Form, Options};
use crate::page::{Page, is_space};
use crate::read;

/// What `extract` reads.
#[derive(Clone, Copy, Debug)]
pub enum Input<'a> {
    /// A string.
    Text(&'a str),
    /// Bytes, whose encoding is sniffed.
    Bytes(&'a [u8]),
}

impl<'a> From<&'a str> for Input<'a> {
    fn from(text: &'a str) -> Self {
        Input::Text(text)
    }
}

impl<'a> From<&'a String> for Input<'a> {
    fn from(text: &'a String) -> Self {
        Input::Text(text)
    }
}

impl<'a> From<&'a [u8]> for Input<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Input::Bytes(bytes)
    }
}

/// An input whose text is known.
pub(crate) struct Source<'a> {
    text: Cow<'a, str>,
}

impl<'a> Source<'a> {
    /// The text as lines.
    pub(crate) fn page(&self) -> Page<'_> {
        read::read_text(&self.text)
    }

    pub(crate) fn into_text(self) -> String {
        self.text.into_owned()
    }
}

/// Reads an input: its size, its encoding, its form.
pub(crate) fn read<'a>(input: Input<'a>, options: &Options) -> Result<Source<'a>, Error> {
    let say = |code: ErrorCode| message(&format!("error.{}", code.as_str()), options.language);
    let length = match input {
        Input::Text(text) => text.len(),
        Input::Bytes(bytes) => bytes.len(),
    };
    if length > options.max_input_bytes {
        let values = [("size", &*length.to_string()), ("limit", &*options.max_input_bytes.to_string())];
        return Err(Error::new(ErrorCode::TooLarge, fill(say(ErrorCode::TooLarge), &values)));
    }
    if matches!(options.r#as, Some(Form::Html | Form::Mhtml)) {
        return Err(Error::new(ErrorCode::BadOption, "as: only \"text\" is read so far"));
    }
    let text = match input {
        Input::Text(text) => Cow::Borrowed(text),
        Input::Bytes(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text)),
            Err(_) => return Err(Error::new(ErrorCode::BadEncoding, say(ErrorCode::BadEncoding))),
        },
    };
    if text.chars().all(is_space) {
        return Err(Error::new(ErrorCode::EmptyInput, say(ErrorCode::EmptyInput)));
    }
    Ok(Source { text })
}

//! Input into the one text that everything after refers to: bytes decoded, text, HTML and MHTML told apart.

mod decode;
mod mhtml;
mod mojibake;
mod single_byte;
mod sniff;

use std::borrow::Cow;

use crate::error::{Error, ErrorCode};
use crate::options::{Form, Options};

pub(crate) use mojibake::{Origin, repair};

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

/// A decoded input.
#[derive(Debug)]
pub(crate) enum Source<'a> {
    /// Plain text: its own source text.
    Text(Cow<'a, str>),
    /// The markup of a page or of a part of one.
    Html {
        markup: Cow<'a, str>,
        /// The page's address, where the input gives it.
        url: Option<String>,
    },
}

/// Decodes an input and tells what it is.
pub(crate) fn decode<'a>(input: Input<'a>, options: &Options) -> Result<Source<'a>, Error> {
    let bytes = match input {
        Input::Text(text) => text.as_bytes(),
        Input::Bytes(bytes) => bytes,
    };
    if bytes.len() > options.max_input_bytes {
        return Err(Error::new(
            ErrorCode::TooLarge,
            format!(
                "The input has {} bytes, more than the {} that are allowed. Paste the part with the article, or raise `maxInputBytes`.",
                bytes.len(),
                options.max_input_bytes
            ),
        ));
    }
    let form = options.r#as;
    if form == Some(Form::Mhtml) || (form.is_none() && sniff::is_mhtml(bytes)) {
        let page = mhtml::page(bytes)?;
        return Ok(Source::Html { markup: Cow::Owned(page.markup), url: page.url });
    }
    let text = match input {
        Input::Text(text) => Cow::Borrowed(text),
        Input::Bytes(bytes) => decode::decode(bytes, None)?,
    };
    if text.trim_matches(crate::page::is_space).is_empty() {
        return Err(Error::new(ErrorCode::EmptyInput, "There is no text in the input. Paste an article."));
    }
    if form == Some(Form::Html) || (form.is_none() && sniff::is_html(&text)) {
        let (markup, url) = sniff::without_clipboard_header(text);
        return Ok(Source::Html { markup, url });
    }
    Ok(Source::Text(text))
}

//! Input into the one text that everything after refers to: bytes decoded, text, HTML and MHTML told apart.

mod decode;
mod letters;
mod mhtml;
mod mojibake;
mod single_byte;
mod sniff;

use std::borrow::Cow;

use crate::date::parse_date;
use crate::error::{Error, ErrorCode};
use crate::messages::{fill, message, quoted};
use crate::options::{Form, Language, Options};
use crate::page::{Page, is_line_break, is_space};
use crate::read::{HtmlPage, TextLines};
use crate::utf16::Utf16Index;

use letters::in_urdu_letters;
pub(crate) use mojibake::{Origin, Repaired, repair};

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
    /// The source text, as it was given.
    text: Cow<'a, str>,
    /// The source text as it is read, where it was once decoded wrongly.
    repaired: Option<Repaired>,
    /// The same in Urdu letters, where it was typed with Arabic ones.
    letters: Option<String>,
}

impl<'a> Source<'a> {
    fn new(text: Cow<'a, str>, repaired: Option<Repaired>) -> Self {
        let letters = in_urdu_letters(repaired.as_ref().map_or(&*text, |repaired| &repaired.text));
        Self { text, repaired, letters }
    }

    /// The text that was given, what was decoded wrongly set right.
    pub(crate) fn text(&self) -> &str {
        self.repaired.as_ref().map_or(&*self.text, |repaired| &repaired.text)
    }

    /// The text as it is read, in Urdu letters; each place in it is one of the text that was given.
    fn read_text(&self) -> &str {
        self.letters.as_deref().unwrap_or_else(|| self.text())
    }

    /// The page whose lines markup tells.
    pub(crate) fn markup_page(&self, html: HtmlPage) -> Page<'_> {
        Page { repaired: self.repaired_count(), ..html.into_page(self.read_text()) }
    }

    /// The lines of plain text.
    pub(crate) fn text_lines(&self) -> TextLines<'_> {
        TextLines::of(self.read_text(), self.repaired_count())
    }

    fn repaired_count(&self) -> u32 {
        self.repaired.as_ref().map_or(0, |repaired| repaired.count)
    }

    /// Byte offsets of the text as it is read into UTF-16 offsets of the text as it was given.
    pub(crate) fn utf16(&self) -> Utf16Index<'_> {
        Utf16Index::of(&self.text, self.repaired.as_ref().map(|repaired| &repaired.origin))
    }

    pub(crate) fn into_text(self) -> String {
        self.text.into_owned()
    }
}

/// An input as it was read, and what markup says of its text; none for plain text.
pub(crate) type Read<'a> = (Source<'a>, Option<HtmlPage>);

/// Reads an input: its size, its encoding, its form.
pub(crate) fn read<'a>(input: Input<'a>, options: &Options) -> Result<Read<'a>, Error> {
    let language = options.language;
    check_moment(options.now.as_deref(), language)?;
    let bytes = match input {
        Input::Text(text) => text.as_bytes(),
        Input::Bytes(bytes) => bytes,
    };
    if bytes.len() > options.max_input_bytes {
        let values = [("size", &*bytes.len().to_string()), ("limit", &*options.max_input_bytes.to_string())];
        let text = message("error.too-large", language);
        return Err(Error::new(ErrorCode::TooLarge, fill(text, &values)));
    }
    let form = options.r#as;
    if form == Some(Form::Mhtml) || (form.is_none() && sniff::is_mhtml(bytes)) {
        let saved = mhtml::page(bytes, language)?;
        return read_markup(&saved.markup, saved.url.as_deref(), options);
    }
    let text = match input {
        Input::Text(text) => Cow::Borrowed(text),
        Input::Bytes(bytes) => decode::decode(bytes, None, language)?,
    };
    if text.chars().all(is_space) {
        return Err(Error::new(ErrorCode::EmptyInput, message("error.empty-input", language)));
    }
    if form == Some(Form::Html) || (form.is_none() && sniff::is_html(&text)) {
        let (markup, url) = sniff::without_clipboard_header(&text);
        return read_markup(markup, url, options);
    }
    if has_more_lines(&text, MOST_LINES) {
        return Err(Error::new(ErrorCode::TooLarge, message("error.too-many-lines", language)));
    }
    let repaired = repaired(&text, Vec::new, options);
    Ok((Source::new(text, repaired), None))
}

/// `bad-option` where what relative dates refer to is no moment.
pub(crate) fn check_moment(now: Option<&str>, language: Language) -> Result<(), Error> {
    let Some(now) = now.filter(|now| parse_date(now, None).is_none()) else { return Ok(()) };
    let values =
        [("value", &*quoted(now)), ("name", "\"now\""), ("allowed", message("allowed.moment", language))];
    Err(Error::new(ErrorCode::BadOption, fill(message("error.bad-option", language), &values)))
}

/// More lines than any paste within the largest size has, and as many as the memory of a wasm module can hold.
const MOST_LINES: usize = 2_500_000;

fn has_more_lines(text: &str, most: usize) -> bool {
    let lines = || text.split(is_line_break);
    text.len() > most && lines().filter(|line| !line.is_empty()).nth(most).is_some()
}

/// Reads markup. `url` is the page's address, where the input gives it; that of the options goes before it.
fn read_markup<'a>(markup: &str, url: Option<&str>, options: &Options) -> Result<Read<'a>, Error> {
    let (text, mut html) = HtmlPage::read(markup, options.url.as_deref().or(url))
        .map_err(|code| Error::new(code, message("error.too-many-elements", options.language)))?;
    if text.chars().all(is_space) {
        return Err(Error::new(ErrorCode::EmptyInput, message("error.empty-input", options.language)));
    }
    let repaired = repaired(&text, || html.borders(), options);
    if let Some(repaired) = &repaired {
        html.repair(repaired);
    }
    Ok((Source::new(Cow::Owned(text), repaired), Some(html)))
}

fn repaired(text: &str, borders: impl FnOnce() -> Vec<usize>, options: &Options) -> Option<Repaired> {
    let wanted = options.normalize.options().is_some_and(|normalize| normalize.encoding);
    if wanted { repair(text, borders) } else { None }
}

fn bad_encoding(language: Language) -> Error {
    Error::new(ErrorCode::BadEncoding, message("error.bad-encoding", language))
}

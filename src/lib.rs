//! matn (متن, "the text itself") turns a pasted Urdu article, with everything that came along with
//! it, into the clean article.

mod article;
mod date;
mod dateline;
mod edit;
mod error;
mod messages;
mod options;
mod page;
mod read;
mod render;
mod script;
mod source;
mod stats;
mod utf16;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use article::*;
pub use date::parse_date;
pub use dateline::parse_dateline;
pub use edit::{remove, restore};
pub use error::{Error, ErrorCode};
pub use options::*;
pub use render::render;
pub use script::{normalize, sentences, words};
pub use source::Input;

/// Reads the article out of a pasted text; of several, the longest.
pub fn extract<'a>(_input: impl Into<Input<'a>>, _options: &Options) -> Result<Article, Error> {
    Err(Error::new(ErrorCode::BadOption, "not yet"))
}

/// Every article of a paste, in order.
pub fn extract_all<'a>(_input: impl Into<Input<'a>>, _options: &Options) -> Result<Vec<Article>, Error> {
    Err(Error::new(ErrorCode::BadOption, "not yet"))
}

/// The text that spans refer to.
pub fn source_text<'a>(_input: impl Into<Input<'a>>, _options: &Options) -> Result<String, Error> {
    Err(Error::new(ErrorCode::BadOption, "not yet"))
}

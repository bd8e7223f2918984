//! matn (متن, "the text itself") turns a pasted Urdu article, with everything that came along with
//! it, into the clean article.

mod article;
mod assemble;
mod date;
mod dateline;
mod decide;
mod edit;
mod error;
mod evidence;
mod extract;
#[cfg(feature = "fit")]
#[doc(hidden)]
pub mod fit;
mod messages;
mod options;
mod page;
mod parts;
mod read;
mod render;
mod script;
mod sort;
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
pub use extract::{extract, extract_all, source_text};
pub use options::*;
pub use render::render;
pub use script::{normalize, sentences, words};
pub use source::Input;

//! matn (متن, "the text itself") turns a pasted Urdu article, with everything that came along with
//! it, into the clean article.
//!
//! ```
//! use matn::{Format, Options, RenderOptions, extract, render};
//!
//! let pasted = "صفحہ اول\n\nکراچی میں بارش کے بعد بجلی بحال\n\n\
//!     کراچی (نمائندہ خصوصی) شہر میں پیر کی صبح سے جاری بارش کے بعد بجلی شام تک بحال کر دی گئی۔\n\n\
//!     بجلی کمپنی کے ترجمان کے مطابق دو سو فیڈر متاثر ہوئے تھے جن پر کام مکمل ہو چکا ہے۔\n\nشیئر کریں";
//! let article = extract(pasted, &Options::default())?;
//!
//! assert_eq!(article.title.as_deref(), Some("کراچی میں بارش کے بعد بجلی بحال"));
//! assert_eq!(article.blocks.len(), 2);
//! assert!(article.removed.iter().any(|piece| piece.text == "شیئر کریں"));
//! assert!(render(&article, Format::Markdown, &RenderOptions::default()).starts_with("# کراچی"));
//! # Ok::<(), matn::Error>(())
//! ```
//!
//! [`extract`] reads one article, [`extract_all`] each article of a paste; text, HTML and saved pages (MHTML) are told
//! apart, and the encoding of bytes is found out. Nothing is lost: each character that is no space lies in exactly one
//! span of the [`Article`], and [`restore`] and [`remove`] move a piece between body and removed. [`normalize`],
//! [`sentences`], [`words`], [`parse_date`] and [`parse_dateline`] are the parts that are of use by themselves.
//!
//! Offsets are UTF-16 code units of [`source_text`], the same that the npm package gives. No input makes a function
//! panic, and the work grows in a straight line with the input.

mod address;
mod article;
mod assemble;
mod date;
mod dateline;
mod decide;
mod edit;
mod error;
mod evidence;
mod extract;
mod fingerprint;
#[cfg(feature = "fit")]
#[doc(hidden)]
pub mod fit;
mod messages;
mod options;
mod page;
mod parts;
mod prints;
mod read;
mod render;
mod script;
mod sort;
mod source;
mod stats;
mod swar;
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

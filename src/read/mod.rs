//! Input into a `Page`: plain text by its lines, HTML by its structure. Reading cannot fail.

mod html;
mod message;
mod metadata;
mod text;
mod wrap;

pub(crate) use html::{Container, HtmlPage, TOPICS, Tag, Topic, Topics};
pub(crate) use message::header as message_header;
#[cfg(any(test, feature = "fit"))]
pub(crate) use text::read_text;
pub(crate) use text::{EDITS, TextLines, credits_picture};

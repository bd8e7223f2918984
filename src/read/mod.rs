//! Input into a `Page`: plain text by its lines, HTML by its structure. Reading cannot fail.

mod text;
mod wrap;

pub(crate) use text::read_text;

//! An Article as a file: one format, one module.

use crate::article::Article;
use crate::options::{Format, RenderOptions};

/// The article in `format`: title, subtitle, byline, date, then the body.
pub fn render(_article: &Article, _format: Format, _options: &RenderOptions) -> String {
    String::new()
}

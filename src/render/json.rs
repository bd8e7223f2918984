//! The Article as JSON, in the shape of the contract.

use crate::article::Article;
use crate::options::{Include, RenderOptions};

pub(super) fn render(article: &Article, options: &RenderOptions) -> String {
    if options.includes(Include::Related) && options.includes(Include::Removed) {
        return written(article);
    }
    render_own(article.clone(), options)
}

/// [`render`] of an article that nobody else has.
pub(super) fn render_own(mut article: Article, options: &RenderOptions) -> String {
    if !options.includes(Include::Related) {
        article.related.clear();
    }
    if !options.includes(Include::Removed) {
        article.removed.clear();
    }
    written(&article)
}

#[cfg(not(target_arch = "wasm32"))]
fn written(article: &Article) -> String {
    serde_json::to_string(article).unwrap_or_default()
}

/// JavaScript can write JSON: a second writer would add 15 KB to the compressed module.
#[cfg(target_arch = "wasm32")]
fn written(article: &Article) -> String {
    crate::wasm::json(article)
}

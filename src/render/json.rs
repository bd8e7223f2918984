//! The Article as JSON, in the shape of the contract.

use crate::article::Article;
use crate::options::{Include, RenderOptions};

pub(super) fn render(article: &Article, options: &RenderOptions) -> String {
    let (related, removed) = (options.includes(Include::Related), options.includes(Include::Removed));
    let json = if related && removed {
        serde_json::to_string(article)
    } else {
        let mut article = article.clone();
        if !related {
            article.related.clear();
        }
        if !removed {
            article.removed.clear();
        }
        serde_json::to_string(&article)
    };
    json.unwrap_or_default()
}

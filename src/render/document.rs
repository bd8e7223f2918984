//! A whole HTML page around the safe fragment: it loads nothing but the article's pictures.

use super::html::{self, Breaks};
use super::out::Out;
use super::{field, language};
use crate::address;
use crate::article::Article;
use crate::messages::message;
use crate::options::RenderOptions;

/// Nastaliq needs far more room between lines than Latin letters do.
const STYLE: &str = include_str!("document.css");

/// The fragment is safe without it; this holds whatever is pasted into the saved file later.
const POLICY: &str = "default-src 'none'; img-src http: https:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Longest title made of the body's first words, in characters.
const TITLE: usize = 80;

pub(super) fn render(article: &Article, options: &RenderOptions) -> String {
    let mut page = Out::default();
    page.put("<!doctype html>\n<html");
    page.put(&html::root_attributes(article));
    page.put(">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"");
    html::attribute(&mut page, POLICY);
    page.put("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    html::text(&mut page, &title(article), Breaks::Kept);
    page.put("</title>\n");
    let canonical = article.url.as_deref().and_then(|url| address::safe(url, None, address::Use::Picture));
    if let Some(url) = canonical {
        page.put("<link rel=\"canonical\" href=\"");
        html::attribute(&mut page, &url);
        page.put("\">\n");
    }
    page.put("<style>\n");
    page.put(STYLE);
    page.put("</style>\n</head>\n<body>\n");
    page.put(&html::render(article, options));
    page.put("</body>\n</html>\n");
    page.finish()
}

/// A page has to have a title: of the article, else its first words, else the word for one.
fn title(article: &Article) -> String {
    field(article.title.as_deref())
        .or_else(|| {
            let first = article.blocks.iter().find_map(|block| field(Some(&block.text)))?;
            Some(first.chars().take(TITLE).collect())
        })
        .unwrap_or_else(|| message("heading.untitled", language(article)).to_owned())
}

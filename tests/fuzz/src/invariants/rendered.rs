//! An article in every format.

use super::{is_space, letters, safe_document, safe_fragment, safe_markdown};
use matn::{Article, BlockKind, Format, Include, RenderOptions, render};

/// Holds for every article, wherever it comes from.
pub fn rendered(article: &Article) {
    let all = RenderOptions { include: vec![Include::Related, Include::Removed] };
    for options in [RenderOptions::default(), all.clone()] {
        let html = render(article, Format::Html, &options);
        safe_fragment(&html);
        safe_document(&render(article, Format::Document, &options), &html);
        safe_markdown(&render(article, Format::Markdown, &options));
    }
    let text = render(article, Format::Text, &all);
    for block in article.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph) {
        assert!(letters(&text).contains(&letters(&block.text)), "the text file lacks {:?}", block.text);
    }
    assert!(text.is_empty() || text.trim_matches(is_space).is_empty() || text.ends_with('\n'));
    let json = render(article, Format::Json, &all);
    assert_eq!(
        *article,
        serde_json::from_str::<Article>(&json).expect("JSON of an article"),
        "JSON lacks something"
    );
}

//! Nothing is lost: each character of the source that is no space lies in exactly one span.

use super::{Units, is_space};
use matn::{Article, Block, Span};

/// Holds for the articles of one input together. Spans are on character borders, sorted within their list, and disjoint.
pub fn accounted(source: &str, articles: &[Article]) {
    check(source, articles.iter().flat_map(lists));
}

/// The same for what `no-article` carries.
pub fn accounted_blocks(source: &str, blocks: &[Block]) {
    check(source, blocks.iter().map(|block| &*block.spans));
}

/// Every list of spans that an article has.
pub(super) fn lists(article: &Article) -> impl Iterator<Item = &[Span]> {
    let fields = &article.spans;
    [&fields.title, &fields.subtitle, &fields.byline, &fields.dateline, &fields.published, &fields.modified]
        .into_iter()
        .chain(article.blocks.iter().map(|block| &block.spans))
        .chain(article.related.iter().map(|related| &related.spans))
        .chain(article.removed.iter().map(|removed| &removed.spans))
        .map(Vec::as_slice)
}

fn check<'a>(source: &str, lists: impl Iterator<Item = &'a [Span]>) {
    let units = Units::of(source);
    let mut seen = vec![false; units.0.len()];
    for list in lists {
        assert!(list.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{list:?} is not sorted");
        for &span in list {
            units.cut(span);
            let covered = &mut seen[span.0 as usize..span.1 as usize];
            assert!(covered.iter().all(|seen| !seen), "{span:?} overlaps another span");
            covered.fill(true);
        }
    }
    let mut at = 0;
    for c in source.chars() {
        assert!(seen[at] || is_space(c), "{c:?} at {at} is lost");
        at += c.len_utf16();
    }
}

//! What an article says of itself is true.

use super::{Units, is_space, letters};
use matn::{Article, Block, BlockKind, Edit, Label, Mark, Span};

/// Holds for each article that `extract` gave of the source.
pub fn sound(source: &str, article: &Article) {
    assert_eq!(article.version, 1);
    assert!(article.blocks.iter().any(|block| !block.text.is_empty()), "an article has a body");
    article.blocks.iter().for_each(block);
    removed_as_in_source(source, article);
    counted(article);
    let again = serde_json::to_string(article).expect("an article is JSON");
    assert_eq!(*article, serde_json::from_str::<Article>(&again).expect("its JSON is an article"));
}

/// What the caller keeps is not removed.
pub fn kept(article: &Article, labels: &[Label]) {
    for piece in &article.removed {
        assert!(
            !labels.contains(&piece.label),
            "a kept {} piece is removed: {}",
            piece.label.as_str(),
            piece.text
        );
    }
}

fn block(block: &Block) {
    let units = Units::of(&block.text);
    for Mark { at, .. } in block.marks.iter().flatten() {
        units.cut(*at);
    }
    let mut last = 0;
    for Edit { at: Span(start, end), .. } in block.edits.iter().flatten() {
        assert!(
            last <= *start && start <= end && *end as usize <= units.0.len(),
            "an edit at {start}..{end}"
        );
        last = *end;
    }
    let told = match block.kind {
        BlockKind::List => block.items.as_ref().map(|items| items.join("\n")),
        BlockKind::Verse => block.verses.as_ref().map(|verses| verses.join("\n")),
        BlockKind::Table => block
            .rows
            .as_ref()
            .map(|rows| rows.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n")),
        BlockKind::Image => {
            assert!(block.spans.is_empty(), "a picture has no text to account for");
            Some(String::new())
        }
        _ => return,
    };
    assert_eq!(told.as_deref(), Some(&*block.text), "the parts of a {:?} are its text", block.kind);
}

/// The text of a removed piece is the source's, and the pieces stand in its order.
fn removed_as_in_source(source: &str, article: &Article) {
    let units = Units::of(source);
    let starts: Vec<u32> =
        article.removed.iter().filter_map(|piece| piece.spans.first()).map(|s| s.0).collect();
    assert!(starts.is_sorted(), "removed pieces are not in source order: {starts:?}");
    let is_repaired = article.changes.iter().any(|change| change.kind == matn::ChangeKind::Encoding);
    for piece in article.removed.iter().filter(|_| !is_repaired) {
        let stood: String = piece.spans.iter().map(|&span| units.cut(span)).collect();
        assert_eq!(letters(&piece.text), letters(&stood), "the text of a {} piece", piece.label.as_str());
        assert!(
            (0.0..=1.0).contains(&piece.confidence) && !piece.reason.is_empty() && !piece.rule.is_empty()
        );
    }
}

/// `stats` is what the functions say of the blocks.
pub(super) fn counted(article: &Article) {
    let texts = || article.blocks.iter().map(|block| block.text.as_str());
    let stats = article.stats;
    let words: usize = texts().map(|text| matn::words(text).len()).sum();
    let sentences: usize = texts().map(|text| matn::sentences(text).len()).sum();
    let characters: usize = texts().map(|text| text.chars().filter(|&c| !is_space(c)).count()).sum();
    let counted = (stats.words as usize, stats.sentences as usize, stats.characters as usize);
    assert_eq!(counted, (words, sentences, characters), "words, sentences and characters of the body");
    assert_eq!(stats.reading_minutes as usize, words.div_ceil(200));
}

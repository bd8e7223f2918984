//! Normalization and what a reader does by hand.

use super::account::{accounted, lists};
use super::article::counted;
use super::{Units, letters};
use matn::{Article, NormalizeOptions, Normalized, Span};

/// A second time changes nothing, no markup is made, and the edits give the text back.
pub fn normalized(text: &str, options: &NormalizeOptions) {
    let options = NormalizeOptions { edits: true, ..options.clone() };
    let once = matn::normalize(text, &options);
    let twice = matn::normalize(&once.text, &options);
    assert_eq!(twice.text, once.text, "a second time changes the text");
    assert!(twice.changes.is_empty(), "a second time tells changes: {:?}", twice.changes);
    let signs = |text: &str| text.matches(['<', '>']).count();
    assert_eq!(signs(&once.text), signs(text), "signs of markup are made or lost");
    assert_eq!(undone(&once), text, "the edits do not give the text back");
    let told: u32 = once.changes.iter().map(|change| change.count).sum();
    assert_eq!(told as usize, once.edits.map_or(0, |edits| edits.len()), "changes are not counted as edits");
}

/// The text before normalization, out of the edits.
fn undone(normalized: &Normalized) -> String {
    let units = Units::of(&normalized.text);
    let cut = |from: u32, to: u32| if from < to { units.cut(Span(from, to)) } else { String::new() };
    let (mut text, mut at) = (String::new(), 0);
    for edit in normalized.edits.iter().flatten() {
        text += &cut(at, edit.at.0);
        text += &edit.was;
        at = edit.at.1;
    }
    text + &cut(at, units.0.len() as u32)
}

/// Moves pieces between body and removed: what is moved keeps its spans, and the account stays whole.
/// `choice` says which pieces.
pub fn hand_edits_lose_nothing(source: &str, article: &Article, choice: usize) {
    let before = spans(article);
    let mut edited = article.clone();
    for step in 0..4 {
        let choice = choice.rotate_right(step * 8);
        let restores = step % 2 == 0;
        let count = if restores { edited.removed.len() } else { edited.blocks.len() };
        let Some(index) = choice.checked_rem(count) else { continue };
        edited = if restores { restored(&edited, index) } else { removed(&edited, index) };
        accounted(source, std::slice::from_ref(&edited));
        assert_eq!(spans(&edited), before, "a hand edit changes the account");
        counted(&edited);
    }
    for beyond in [article.removed.len(), usize::MAX] {
        assert_eq!(
            matn::restore(article, beyond).map_err(|error| error.code()),
            Err(matn::ErrorCode::BadOption)
        );
    }
    for beyond in [article.blocks.len(), usize::MAX] {
        assert_eq!(
            matn::remove(article, beyond).map_err(|error| error.code()),
            Err(matn::ErrorCode::BadOption)
        );
    }
}

fn restored(article: &Article, index: usize) -> Article {
    let restored = matn::restore(article, index).expect("the piece is there");
    let piece = &article.removed[index];
    assert_eq!(
        (restored.removed.len(), restored.blocks.len()),
        (article.removed.len() - 1, article.blocks.len() + 1)
    );
    let block =
        restored.blocks.iter().find(|block| block.spans == piece.spans).expect("its spans are in the body");
    assert_eq!(
        letters(&block.text).is_empty(),
        letters(&piece.text).is_empty(),
        "a restored piece lost its text"
    );
    restored
}

fn removed(article: &Article, index: usize) -> Article {
    let removed = matn::remove(article, index).expect("the block is there");
    let block = &article.blocks[index];
    assert_eq!(removed.blocks.len(), article.blocks.len() - 1);
    if !block.spans.is_empty() {
        let piece =
            removed.removed.iter().find(|piece| piece.spans == block.spans).expect("its spans are removed");
        assert_eq!(piece.rule, "by-hand");
    }
    removed
}

fn spans(article: &Article) -> Vec<Span> {
    let mut spans: Vec<Span> = lists(article).flatten().copied().collect();
    spans.sort();
    spans
}

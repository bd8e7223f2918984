use super::*;
use crate::article::Warning;

/// An article whose pieces, in source order, are body (`true`) or removed; each has ten code units.
fn article(pieces: &[bool]) -> Article {
    let mut article = Article::empty();
    for (at, &body) in pieces.iter().enumerate() {
        let from = at as u32 * 10;
        let (text, spans) = (format!("ٹکڑا {at}۔"), vec![Span(from, from + 8)]);
        if body {
            article.blocks.push(Block::new(BlockKind::Paragraph, text, spans));
        } else {
            article.removed.push(removed(text, spans));
        }
    }
    article.stats = Stats::of(&article.blocks);
    article
}

fn removed(text: String, spans: Vec<Span>) -> Removed {
    let reason = reason("shape", Label::Share, Language::En).to_owned();
    Removed { label: Label::Share, text, reason, rule: "shape".into(), confidence: 0.5, spans }
}

/// Every span of the article, in order.
fn account(article: &Article) -> Vec<Span> {
    let blocks = article.blocks.iter().flat_map(|block| &block.spans);
    let mut spans: Vec<Span> =
        blocks.chain(article.removed.iter().flat_map(|piece| &piece.spans)).copied().collect();
    spans.sort();
    spans
}

fn in_source_order<'a>(spans: impl Iterator<Item = &'a Vec<Span>>) -> bool {
    let starts: Vec<u32> = spans.filter_map(|spans| first_unit(spans)).collect();
    starts.is_sorted()
}

/// Bits that look random and are the same in every run.
fn bits(seed: u64) -> impl Iterator<Item = u64> {
    std::iter::successors(Some(seed | 1), |&x| {
        let x = x ^ (x << 13);
        let x = x ^ (x >> 7);
        Some(x ^ (x << 17))
    })
}

#[test]
fn a_restored_piece_is_a_paragraph_at_its_place_in_the_source() {
    let restored = restore(&article(&[true, false, true]), 0).unwrap();
    let texts: Vec<&str> = restored.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(texts, ["ٹکڑا 0۔", "ٹکڑا 1۔", "ٹکڑا 2۔"]);
    assert!(restored.removed.is_empty());
    assert_eq!(restored.stats, Stats::of(&restored.blocks));
}

#[test]
fn a_removed_block_tells_that_it_was_taken_out_by_hand() {
    let removed = remove(&article(&[true, true]), 0).unwrap();
    let piece = &removed.removed[0];
    assert_eq!((piece.label, &*piece.rule, piece.confidence), (Label::Other, "by-hand", 1.0));
    assert_eq!((&*piece.text, &*piece.reason), ("ٹکڑا 0۔", "Taken out by hand."));
    assert_eq!(removed.stats, Stats::of(&removed.blocks));
}

#[test]
fn a_caption_comes_back_behind_its_picture() {
    let mut article = article(&[true, false, true]);
    article.blocks.insert(1, Block::new(BlockKind::Image, String::new(), Vec::new()));
    let restored = restore(&article, 0).unwrap();
    assert_eq!(restored.blocks[1].kind, BlockKind::Image);
    assert_eq!(restored.blocks[2].text, "ٹکڑا 1۔");
}

#[test]
fn a_picture_taken_out_leaves_nothing_to_account_for() {
    let mut article = article(&[true]);
    article.blocks.push(Block::new(BlockKind::Image, String::new(), Vec::new()));
    let removed = remove(&article, 1).unwrap();
    assert_eq!((removed.blocks.len(), removed.removed.len()), (1, 0));
}

#[test]
fn an_index_that_does_not_exist_is_named_with_how_many_there_are() {
    let article = article(&[true, false]);
    let error = restore(&article, 1).unwrap_err();
    assert_eq!(error.code(), ErrorCode::BadOption);
    assert!(error.message().starts_with("There is no removed[1]: the article has 1 "), "{error}");
    assert!(remove(&article, usize::MAX).is_err());
}

#[test]
fn an_article_that_speaks_urdu_goes_on_in_urdu() {
    let mut article = article(&[true]);
    article.warnings.push(Warning {
        code: "several-articles".into(), text: "ایک سے زیادہ مضامین".into()
    });
    assert_eq!(remove(&article, 0).unwrap().removed[0].reason, "ہاتھ سے ہٹایا گیا۔");
}

#[test]
fn lines_of_a_piece_become_one_paragraph() {
    let mut article = article(&[]);
    article.removed.push(removed(" نام:\r\n\n\u{2028}ای میل \n".into(), vec![Span(0, 20)]));
    assert_eq!(restore(&article, 0).unwrap().blocks[0].text, "نام: ای میل");
}

#[test]
fn a_piece_of_spaces_comes_back_without_text() {
    let mut article = article(&[]);
    article.removed.push(removed(" \n ".into(), Vec::new()));
    assert_eq!(restore(&article, 0).unwrap().blocks[0].text, "");
}

#[test]
fn a_block_with_edits_goes_out_as_the_source_had_it() {
    let mut article = article(&[true]);
    let block = &mut article.blocks[0];
    block.text = "🔴 کراچی میں".into();
    let edit = |at, was: &str| Edit { kind: ChangeKind::Letters, at, was: was.into() };
    block.edits = Some(vec![edit(Span(3, 8), "كراچي"), edit(Span(12, 12), "\u{200b}")]);
    assert_eq!(remove(&article, 0).unwrap().removed[0].text, "🔴 كراچي میں\u{200b}");
}

#[test]
fn edits_that_do_not_fit_the_text_are_not_undone() {
    let edit = |from, to| Edit { kind: ChangeKind::Letters, at: Span(from, to), was: "x".into() };
    for edits in [vec![edit(1, 2)], vec![edit(9, 99)], vec![edit(4, 3)], vec![edit(3, 4), edit(2, 3)]] {
        let mut article = article(&[true]);
        article.blocks[0].text = "🔴 کراچی".into();
        article.blocks[0].edits = Some(edits);
        assert_eq!(remove(&article, 0).unwrap().removed[0].text, "🔴 کراچی");
    }
}

#[test]
fn out_and_back_with_edits_is_the_source_again() {
    let mut article = article(&[true, false]);
    article.blocks[0].edits = Some(Vec::new());
    let source = "كراچي  میں\r\nبارش ،";
    article.removed[0].text = source.into();
    let restored = restore(&article, 0).unwrap();
    assert_eq!(remove(&restored, 1).unwrap().removed[0].text, source);
}

#[test]
fn whatever_is_put_back_or_taken_out_each_span_stays_once_and_in_order() {
    for seed in 1..200 {
        let mut random = bits(seed * 0x9e37_79b9);
        let count = 1 + random.next().unwrap() % 12;
        let pieces: Vec<bool> = random.by_ref().take(count as usize).map(|x| x & 4 == 0).collect();
        let mut article = article(&pieces);
        let before = account(&article);
        for step in random.take(40) {
            let index = (step >> 8) as usize % count as usize;
            let step = if step & 16 == 0 { restore(&article, index) } else { remove(&article, index) };
            article = step.unwrap_or(article);
            assert_eq!(account(&article), before);
            assert!(in_source_order(article.blocks.iter().map(|block| &block.spans)));
            assert!(in_source_order(article.removed.iter().map(|piece| &piece.spans)));
            assert_eq!(article.stats, Stats::of(&article.blocks));
        }
    }
}

#[test]
fn out_and_back_again_is_the_same_article() {
    let article = article(&[false, true, true, false, true]);
    for index in 0..article.blocks.len() {
        let out = remove(&article, index).unwrap();
        let piece = out.removed.iter().position(|piece| piece.rule == BY_HAND).unwrap();
        assert_eq!(restore(&out, piece).unwrap(), article);
    }
}

use super::super::tests::{article, block, mark};
use super::*;
use crate::article::Mark;

fn rendered(article: &Article) -> String {
    let include = vec![Include::Related, Include::Removed];
    let html = render(article, &RenderOptions { include });
    matn_fuzz::invariants::safe_fragment(&html);
    html
}

#[test]
fn markup_in_any_field_is_text() {
    const EVIL: &str = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;\0";
    let evil = || Some(EVIL.to_owned());
    for kind in [
        BlockKind::Paragraph,
        BlockKind::Heading,
        BlockKind::Quote,
        BlockKind::List,
        BlockKind::Table,
        BlockKind::Verse,
        BlockKind::Image,
        BlockKind::Preformatted,
    ] {
        let mut block = block(kind, EVIL);
        (block.alt, block.caption, block.src) = (evil(), evil(), Some(format!("/{EVIL}")));
        block.marks = Some(vec![mark(MarkKind::Link, 3, 9, Some(&format!("/{EVIL}")))]);
        let mut article = article(vec![block]);
        (article.title, article.subtitle, article.published) = (evil(), evil(), evil());
        (article.lang, article.byline) = (EVIL.into(), vec![EVIL.into()]);
        article.dateline.as_mut().unwrap().place = evil();
        let story = &mut article.related[0];
        (story.title, story.url, story.published, story.snippet) = (EVIL.into(), evil(), evil(), evil());
        (article.removed[0].text, article.removed[0].reason) = (EVIL.into(), EVIL.into());
        let html = rendered(&article);
        assert!(html.starts_with("<article dir=\"rtl\">"), "a language that is none is left out");
    }
}

#[test]
fn a_picture_from_a_script_or_data_is_left_out_with_its_caption() {
    for src in ["javascript:x", "data:image/svg+xml,<svg onload=x>", "", "mailto:a@b"] {
        let mut image = block(BlockKind::Image, "");
        (image.src, image.caption) = (Some(src.into()), Some("فوٹو".into()));
        assert!(!rendered(&article(vec![image])).contains("فوٹو"));
    }
}

#[test]
fn a_heading_is_below_the_title_whatever_its_level() {
    for (level, tag) in [(None, "h2"), (Some(0), "h2"), (Some(1), "h2"), (Some(4), "h4"), (Some(250), "h6")] {
        let mut heading = block(BlockKind::Heading, "ذیلی");
        heading.level = level;
        assert!(rendered(&article(vec![heading])).contains(&format!("<{tag}>ذیلی</{tag}>")));
    }
}

#[test]
fn a_block_of_the_other_direction_says_so() {
    let html =
        rendered(&article(vec![block(BlockKind::Quote, "Make it so."), block(BlockKind::Quote, "یہ AI ہے")]));
    assert!(html.contains("<blockquote dir=\"ltr\">\n<p dir=\"ltr\">Make it so.</p>"));
    assert!(html.contains("<blockquote>\n<p>یہ AI ہے</p>"));
}

#[test]
fn a_first_empty_line_of_preformatted_text_stays() {
    assert!(rendered(&article(vec![block(BlockKind::Preformatted, "\nا")])).contains("<pre>\n\nا</pre>"));
}

#[test]
fn any_marks_on_any_block_give_a_well_formed_fragment() {
    let kinds =
        [BlockKind::Paragraph, BlockKind::List, BlockKind::Table, BlockKind::Verse, BlockKind::Preformatted];
    let mut random =
        std::iter::successors(Some(7_u32), |x| Some(x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223)))
            .map(|x| x >> 16);
    for round in 0..2000 {
        let mut next = |below: u32| random.next().unwrap_or(0) % below;
        let text: String =
            (0..next(20)).map(|_| ['ا', '🔴', '\n', '\t', '<', ' ', 'b'][next(7) as usize]).collect();
        let mut block = block(kinds[round % kinds.len()], &text);
        let kinds = [MarkKind::Link, MarkKind::Strong, MarkKind::Emphasis];
        block.marks = Some(
            (0..next(8))
                .map(|_| Mark { ..mark(kinds[next(3) as usize], next(30), next(30), Some("/x")) })
                .collect(),
        );
        if next(2) == 0 {
            block.items = Some(text.split('\n').map(str::to_owned).collect());
        }
        rendered(&article(vec![block]));
    }
}

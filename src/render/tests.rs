use super::*;
use crate::article::{Block, Dateline, Label, Mark, MarkKind, Related, Removed, Stats};

/// An article with these blocks and every field set.
pub(super) fn article(blocks: Vec<Block>) -> Article {
    Article {
        title: Some("سرخی".into()),
        subtitle: Some("ذیلی سرخی".into()),
        byline: vec!["احمد علی".into(), "سارہ خان".into()],
        dateline: Some(Dateline { place: Some("ماسکو".into()), agency: Some("سچ خبریں".into()) }),
        published: Some("2024-01-17".into()),
        modified: Some("2024-01-18".into()),
        url: Some("https://example.pk/news/1".into()),
        stats: Stats::of(&blocks),
        blocks,
        related: vec![Related {
            title: "دوسری خبر".into(),
            url: Some("/news/2".into()),
            published: Some("2024-01-16".into()),
            dateline: Some(Dateline { place: Some("کراچی".into()), agency: None }),
            snippet: Some("شہر میں".into()),
            spans: Vec::new(),
        }],
        removed: vec![Removed {
            label: Label::Share,
            text: "شیئر کریں".into(),
            reason: "A line that sharing buttons have on many sites.".into(),
            rule: "furniture".into(),
            confidence: 0.9,
            spans: Vec::new(),
        }],
        ..Article::empty()
    }
}

pub(super) fn block(kind: BlockKind, text: &str) -> Block {
    Block::new(kind, text.into(), Vec::new())
}

pub(super) fn mark(kind: MarkKind, start: u32, end: u32, href: Option<&str>) -> Mark {
    Mark { kind, at: Span(start, end), href: href.map(str::to_owned) }
}

fn paragraph(text: &str, from: u32) -> Block {
    Block::new(BlockKind::Paragraph, text.into(), vec![Span(from, from + 10)])
}

/// One block of each kind.
fn every_kind() -> Vec<Block> {
    let mut heading = block(BlockKind::Heading, "ذیلی");
    heading.level = Some(3);
    let mut list = block(BlockKind::List, "ایک\nدو");
    list.items = Some(vec!["ایک".into(), "دو".into()]);
    let mut table = block(BlockKind::Table, "شہر\tآبادی\nلاہور\t1 کروڑ");
    table.rows = Some(vec![vec!["شہر".into(), "آبادی".into()], vec!["لاہور".into(), "1 کروڑ".into()]]);
    let mut verse = block(BlockKind::Verse, "پہلا مصرع\nدوسرا مصرع");
    verse.verses = Some(vec!["پہلا مصرع".into(), "دوسرا مصرع".into()]);
    let mut image = block(BlockKind::Image, "");
    image.src = Some("/a.jpg".into());
    image.alt = Some("تصویر".into());
    image.caption = Some("فوٹو: فائل".into());
    let mut linked = block(BlockKind::Paragraph, "یہ ایک ربط ہے۔");
    linked.marks =
        Some(vec![mark(MarkKind::Link, 3, 10, Some("/x (1)")), mark(MarkKind::Strong, 3, 6, None)]);
    let quote = block(BlockKind::Quote, "قول");
    let code = block(BlockKind::Preformatted, "  a\n    b");
    vec![linked, heading, quote, list, table, verse, image, code]
}

fn rendered(article: &Article, format: Format) -> String {
    render(article, format, &RenderOptions::default())
}

#[test]
fn a_text_file_has_title_names_date_and_body_in_order() {
    let expected = "سرخی\n\nذیلی سرخی\n\nاحمد علی، سارہ خان\n\n2024-01-17\n\nماسکو (سچ خبریں) یہ ایک ربط ہے۔\n\nذیلی\n\nقول\n\n• ایک\n• دو\n\nشہر\tآبادی\nلاہور\t1 کروڑ\n\nپہلا مصرع\nدوسرا مصرع\n\n  a\n    b\n";
    assert_eq!(rendered(&article(every_kind()), Format::Text), expected);
}

#[test]
fn a_markdown_file_marks_up_every_kind_of_block() {
    let expected = "# سرخی\n\nذیلی سرخی\n\nاحمد علی، سارہ خان\n\n2024-01-17\n\nماسکو (سچ خبریں) یہ [**ایک** ربط](https://example.pk/x%20%281%29) ہے۔\n\n### ذیلی\n\n> قول\n\n* ایک\n* دو\n\n| شہر | آبادی |\n| --- | --- |\n| لاہور | 1 کروڑ |\n\nپہلا مصرع\\\nدوسرا مصرع\n\n![تصویر](https://example.pk/a.jpg)\\\nفوٹو: فائل\n\n```\n  a\n    b\n```\n";
    assert_eq!(rendered(&article(every_kind()), Format::Markdown), expected);
}

#[test]
fn an_html_fragment_marks_up_every_kind_of_block() {
    let expected = r#"<article lang="ur" dir="rtl">
<h1>سرخی</h1>
<p class="subtitle">ذیلی سرخی</p>
<p class="byline"><bdi>احمد علی</bdi>، <bdi>سارہ خان</bdi></p>
<p class="date"><time datetime="2024-01-17">17 جنوری 2024</time></p>
<p>ماسکو (سچ خبریں) یہ <a href="https://example.pk/x%20(1)"><strong>ایک</strong> ربط</a> ہے۔</p>
<h3>ذیلی</h3>
<blockquote>
<p>قول</p>
</blockquote>
<ul>
<li>ایک</li>
<li>دو</li>
</ul>
<table><tbody>
<tr><td>شہر</td><td>آبادی</td></tr>
<tr><td>لاہور</td><td>1 کروڑ</td></tr>
</tbody></table>
<p class="verse">پہلا مصرع<br>
دوسرا مصرع</p>
<figure><img src="https://example.pk/a.jpg" alt="تصویر" loading="lazy"><figcaption>فوٹو: فائل</figcaption></figure>
<pre dir="ltr">  a
    b</pre>
</article>
"#;
    assert_eq!(rendered(&article(every_kind()), Format::Html), expected);
}

#[test]
fn a_document_is_a_whole_page_around_the_fragment() {
    let article = article(every_kind());
    let page = rendered(&article, Format::Document);
    assert!(
        page.starts_with("<!doctype html>\n<html lang=\"ur\" dir=\"rtl\">\n<head>\n<meta charset=\"utf-8\">")
    );
    assert!(page.contains("<title>سرخی</title>"));
    assert!(page.contains(&rendered(&article, Format::Html)));
    assert!(!page.contains("<script") && !page.contains("@import") && !page.contains("url("));
}

#[test]
fn a_page_without_title_is_named_by_its_first_words() {
    let mut article = article(vec![block(BlockKind::Paragraph, "پہلے </title> الفاظ")]);
    article.title = None;
    assert!(rendered(&article, Format::Document).contains("<title>پہلے &lt;/title&gt; الفاظ</title>"));
    article.blocks.clear();
    assert!(rendered(&article, Format::Document).contains("<title>مضمون</title>"));
}

#[test]
fn json_is_the_article_without_what_is_not_asked_for() {
    let mut article = article(every_kind());
    let include = vec![Include::Related, Include::Removed];
    let json = render(&article, Format::Json, &RenderOptions { include });
    assert_eq!(serde_json::from_str::<Article>(&json).unwrap(), article);
    let json = rendered(&article, Format::Json);
    article.related.clear();
    article.removed.clear();
    assert_eq!(serde_json::from_str::<Article>(&json).unwrap(), article);
}

#[test]
fn related_and_removed_are_there_only_when_named() {
    let article = article(vec![paragraph("متن۔", 0)]);
    for format in [Format::Text, Format::Markdown, Format::Html, Format::Document, Format::Json] {
        let with =
            |include: &[Include]| render(&article, format, &RenderOptions { include: include.to_vec() });
        let (none, related, removed) = (with(&[]), with(&[Include::Related]), with(&[Include::Removed]));
        assert!(!none.contains("دوسری خبر") && !none.contains("شیئر کریں"), "{format:?}");
        assert!(related.contains("دوسری خبر") && !related.contains("شیئر کریں"), "{format:?}");
        assert!(!removed.contains("دوسری خبر") && removed.contains("شیئر کریں"), "{format:?}");
    }
}

#[test]
fn a_dateline_stands_before_the_first_paragraph() {
    let mut article = article(vec![block(BlockKind::Heading, "ذیلی"), paragraph("متن۔", 0)]);
    let mut line = |place: Option<&str>, agency: Option<&str>| {
        let owned = |part: Option<&str>| part.map(str::to_owned);
        article.dateline = Some(Dateline { place: owned(place), agency: owned(agency) });
        rendered(&article, Format::Text).lines().last().unwrap().to_owned()
    };
    assert_eq!(line(Some("ماسکو"), Some("سچ خبریں")), "ماسکو (سچ خبریں) متن۔");
    assert_eq!(line(Some("کراچی"), None), "کراچی: متن۔");
    assert_eq!(line(None, Some("سچ\nخبریں")), "سچ خبریں: متن۔");
    assert_eq!(line(Some(" "), None), "متن۔");
}

#[test]
fn a_paragraph_put_back_above_the_dateline_does_not_get_it() {
    let mut article = article(vec![paragraph("مینو", 0), paragraph("متن۔", 40)]);
    article.spans.dateline = vec![Span(30, 40)];
    assert!(rendered(&article, Format::Text).ends_with("\nمینو\n\nماسکو (سچ خبریں) متن۔\n"));
}

#[test]
fn a_dateline_without_a_paragraph_is_a_line_of_its_own() {
    let article = article(vec![block(BlockKind::Quote, "قول")]);
    assert!(rendered(&article, Format::Text).ends_with("\nماسکو (سچ خبریں)\n\nقول\n"));
    assert!(rendered(&article, Format::Html).contains("<p>ماسکو (سچ خبریں)</p>\n<blockquote>"));
}

#[test]
fn a_date_of_update_stands_in_for_a_missing_date_of_publication() {
    let mut article = article(Vec::new());
    article.published = None;
    assert!(rendered(&article, Format::Text).ends_with("2024-01-18\n\nماسکو (سچ خبریں)\n"));
}

#[test]
fn an_empty_article_is_an_empty_file() {
    let empty = Article {
        title: None,
        subtitle: None,
        byline: Vec::new(),
        dateline: None,
        published: None,
        modified: None,
        ..article(vec![
            block(BlockKind::Paragraph, " \n"),
            block(BlockKind::List, ""),
            block(BlockKind::Table, "\t"),
        ])
    };
    assert_eq!(rendered(&empty, Format::Text), "");
    assert_eq!(rendered(&empty, Format::Markdown), "");
    assert_eq!(rendered(&empty, Format::Html), "<article lang=\"ur\" dir=\"rtl\">\n</article>\n");
}

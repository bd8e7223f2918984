use super::super::tests::{article, block, mark};
use super::*;
use crate::article::Mark;
use pulldown_cmark::{Event as Md, Options, Parser, Tag, TagEnd};

/// What a Markdown reader sees: the text, a line for each block, item, verse and row; links as
/// `<address>`, strong text as `{…}`, emphasis as `(…)` where `marks` says so.
fn read(markdown: &str, marks: bool) -> String {
    let mut out = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Md::Text(text) | Md::Code(text) | Md::Html(text) | Md::InlineHtml(text) => out.push_str(&text),
            Md::SoftBreak | Md::HardBreak | Md::End(TagEnd::TableRow | TagEnd::TableHead) => out.push('\n'),
            Md::End(TagEnd::TableCell) => out.push('\t'),
            Md::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock) => {
                out.push('\n')
            }
            Md::Start(Tag::Strong) if marks => out.push('{'),
            Md::End(TagEnd::Strong) if marks => out.push('}'),
            Md::Start(Tag::Emphasis) if marks => out.push('('),
            Md::End(TagEnd::Emphasis) if marks => out.push(')'),
            Md::Start(Tag::Link { dest_url, .. }) if marks => out.push_str(&format!("<{dest_url}>")),
            _ => {}
        }
    }
    out
}

fn body(blocks: Vec<Block>) -> String {
    let bare = Article {
        title: None,
        subtitle: None,
        byline: Vec::new(),
        dateline: None,
        published: None,
        modified: None,
        ..article(blocks)
    };
    render(&bare, &RenderOptions::default())
}

fn marked(text: &str, marks: &[Mark]) -> String {
    let mut block = block(BlockKind::Paragraph, text);
    block.marks = Some(marks.to_vec());
    body(vec![block])
}

#[test]
fn what_looks_like_markup_at_the_start_of_a_line_is_text() {
    for text in [
        "# پاکستان",
        "#پاکستان",
        "- ایک",
        "-- ایک",
        "---",
        "===",
        "+ ایک",
        "* ایک",
        "> قول",
        "1. پہلا",
        "2018) سال",
        "1.",
        "1.5 ارب",
        "12. \u{a0}",
        "۱. پہلا",
        "~~~",
        "```",
        "| a | b |",
        ":-- | --:",
        "[a]: http://b",
        "<!-- x",
        "<div>",
        "    چار",
        "\tٹیب",
        "***",
        "_ _ _",
        "[^1]: x",
        "\u{b}\u{c} x \u{c}",
    ] {
        for kind in
            [BlockKind::Paragraph, BlockKind::Quote, BlockKind::List, BlockKind::Heading, BlockKind::Verse]
        {
            let lines = format!("متن\n{text}\n{text}");
            let expected = if kind == BlockKind::Heading { lines.replace('\n', " ") } else { lines };
            assert_eq!(
                read(&body(vec![block(kind, &expected)]), false).trim_end_matches('\n'),
                expected,
                "{kind:?}"
            );
            assert_eq!(read(&body(vec![block(kind, text)]), false), format!("{text}\n"), "{kind:?}");
        }
    }
}

#[test]
fn what_looks_like_markup_inside_a_line_is_text() {
    for text in [
        "یہ *ستارے* اور **دو** ہیں",
        "نام_کے_بیچ _میں_",
        "a\\b \\* \\",
        "`code` ``x`",
        "[ربط](http://x) ![تصویر](x)",
        "<b>x</b> <http://a.b> a < b > c",
        "&amp; &#65; &copy AT&T &CounterClockwiseContourIntegral;",
        "~~کٹا~~ | خانہ",
        "#ٹیگ ہے #",
        "ختم #",
        "!",
        "دو  خالی  ",
    ] {
        for kind in [BlockKind::Paragraph, BlockKind::Heading, BlockKind::List, BlockKind::Quote] {
            assert_eq!(read(&body(vec![block(kind, text)]), false), format!("{text}\n"), "{kind:?}");
        }
        let table = format!("{text}\t{text}");
        assert_eq!(read(&body(vec![block(BlockKind::Table, &table)]), false), format!("{text}\t{text}\t\n"));
    }
}

#[test]
fn each_verse_is_a_line() {
    let markdown = body(vec![block(BlockKind::Verse, "پہلا مصرع\nدوسرا مصرع")]);
    assert_eq!(markdown, "پہلا مصرع\\\nدوسرا مصرع\n");
}

#[test]
fn preformatted_text_holds_its_own_fences() {
    let text = "```\n  a ````\n";
    assert_eq!(read(&body(vec![block(BlockKind::Preformatted, text)]), false), format!("{text}\n\n"));
}

#[test]
fn two_lists_in_a_row_stay_two() {
    let markdown = body(vec![block(BlockKind::List, "ایک"), block(BlockKind::List, "دو")]);
    let lists = Parser::new(&markdown).filter(|event| matches!(event, Md::Start(Tag::List(_)))).count();
    assert_eq!(lists, 2);
}

#[test]
fn a_short_row_does_not_lose_a_cell() {
    assert_eq!(body(vec![block(BlockKind::Table, "ا\nب\tج")]), "| ا |  |\n| --- | --- |\n| ب | ج |\n");
}

#[test]
fn emphasis_begins_and_ends_where_markdown_recognizes_it() {
    use MarkKind::{Emphasis, Link, Strong};
    let strong = |start, end| mark(Strong, start, end, None);
    let emphasis = |start, end| mark(Emphasis, start, end, None);
    let link = |start, end| mark(Link, start, end, Some("http://a/"));
    for (text, marks, expected) in [
        ("ایک دو تین", vec![strong(4, 6)], "ایک {دو} تین"),
        ("ایک دو تین", vec![strong(3, 7)], "ایک {دو} تین"),
        ("ایک «دو»تین", vec![strong(4, 8)], "ایک {«دو}»تین"),
        ("ایک«دو» تین", vec![strong(3, 7)], "ایک«{دو»} تین"),
        ("دو۔ تین", vec![strong(0, 3)], "{دو۔} تین"),
        ("دو۔تین", vec![strong(0, 3)], "{دو}۔تین"),
        ("اب", vec![strong(0, 1)], "{ا}ب"),
        ("ابپ", vec![strong(0, 2), emphasis(1, 3)], "{اب}(پ)"),
        ("ابپ", vec![emphasis(0, 2), strong(1, 3)], "(ا){بپ}"),
        ("ا ب پ", vec![emphasis(0, 5), strong(2, 3)], "(ا {ب} پ)"),
        ("ا ب پ", vec![strong(0, 5), emphasis(2, 3)], "{ا (ب) پ}"),
        ("ا ب پ", vec![strong(0, 3), emphasis(0, 1)], "{(ا) ب} پ"),
        ("ابپ", vec![emphasis(0, 3), strong(1, 2)], "ا{ب}پ"),
        ("ابپ", vec![emphasis(0, 3), strong(0, 3)], "({ابپ})"),
        ("ابپ", vec![strong(0, 3), link(1, 2)], "{ا}<http://a/>{ب}{پ}"),
        ("ا! ب", vec![link(3, 4)], "ا! <http://a/>ب"),
        ("ا!ب", vec![link(2, 3)], "ا!<http://a/>ب"),
        ("،،", vec![strong(1, 2)], "،،"),
        ("ا، ،", vec![strong(2, 3)], "ا، ،"),
        ("ا\nب", vec![strong(0, 3), link(0, 3)], "<http://a/>{ا}\n<http://a/>{ب}"),
    ] {
        assert_eq!(read(&marked(text, &marks), true), format!("{expected}\n"), "{text}");
    }
}

#[test]
fn an_address_with_spaces_brackets_and_entities_stays_one() {
    let link = mark(MarkKind::Link, 0, 1, Some("http://a/(b [c]) d&copy;<e>|\\f*_"));
    let markdown = marked("ا", &[link]);
    assert_eq!(read(&markdown, true), "<http://a/%28b%20[c]%29%20d&copy;%3Ce%3E%7C/f*_>ا\n");
}

#[test]
fn any_text_under_any_marks_is_read_back_as_it_was() {
    const ANY: &str = "اب۔،«» *_`[]()<>#-+1.!&;~|\\\t:=\n";
    const WORDS: &str = "اب« !";
    let kinds = [MarkKind::Link, MarkKind::Strong, MarkKind::Emphasis];
    let mut random =
        std::iter::successors(Some(11_u32), |x| Some(x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223)))
            .map(|x| x >> 16);
    for round in 0..10_000 {
        let letters: Vec<char> = if round % 2 == 0 { ANY } else { WORDS }.chars().collect();
        let mut next = |below: usize| random.next().unwrap_or(0) as usize % below;
        let text: String = (0..1 + next(24)).map(|_| letters[next(letters.len())]).collect();
        let marks: Vec<Mark> = (0..next(5))
            .map(|_| mark(kinds[next(3)], next(24) as u32, next(26) as u32, Some("http://a/(x)")))
            .collect();
        let markdown = marked(&text, &marks);
        let lines = text.split('\n').filter(|line| !line.trim().is_empty());
        let expected: String = lines.flat_map(|line| [line, "\n"]).collect();
        assert_eq!(read(&markdown, false), expected, "{markdown}");
    }
}

//! Articles that no reader made: fields that contradict each other, marks that point anywhere, addresses of any kind.
//!
//! Such an article is described in lines, so that it can be changed, cut down and read like any text:
//! `heading متن` begins a block, `link 3 9 https://…` puts a mark on it, `title …` is a field of the article. In values
//! `\n` is a line break, `|` parts items and cells, `;` rows. A line that begins otherwise is a paragraph.

use super::text;
use super::vocabulary::{known, one};
use fastrand::Rng;
use matn::{
    Article, Block, BlockKind, ChangeKind, Dateline, Direction, Edit, FieldSpans, Label, Mark, MarkKind,
    Related, Removed, Span, Stats, Warning,
};

const FIELDS: &[&str] = &[
    "title",
    "subtitle",
    "byline",
    "published",
    "modified",
    "site",
    "url",
    "image",
    "lang",
    "dir",
    "place",
    "agency",
    "paragraph",
    "paragraph",
    "heading",
    "quote",
    "list",
    "table",
    "verse",
    "picture",
    "preformatted",
    "items",
    "rows",
    "verses",
    "level",
    "src",
    "alt",
    "caption",
    "link",
    "link",
    "strong",
    "emphasis",
    "edit",
    "span",
    "related",
    "story-url",
    "story-date",
    "snippet",
    "removed",
    "reason",
    "warning",
];

const ADDRESSES: &[&str] = &[
    "https://example.com/a",
    "http://example.com",
    "//example.com/x",
    "/a/../b",
    "?q",
    "#f",
    "mailto:a@b.pk",
    "javascript:alert(1)",
    "JaVaScRiPt:x",
    "java\\nscript:x",
    " https://example.com",
    "data:text/html,<script>",
    "https:\\\\\\\\a.pk",
    "http:/a",
    "https://a b",
    "https://[::1]/",
    "https://ا.pk/متن?ا=ب#ج",
    "\u{1}javascript:x",
    "https://user@host/%zz",
    "ftp://a",
    "vbscript:x",
    "https://a.pk/)(\"'<>`",
    "blob:https://a",
    "",
];

/// A line of a description.
pub(super) fn line(rng: &mut Rng) -> String {
    let field = one(FIELDS, rng);
    let value = match field {
        "link" => format!("{} {} {}", rng.u8(..40), rng.u8(..40), one(ADDRESSES, rng)),
        "strong" | "emphasis" | "span" => format!("{} {}", rng.u8(..40), rng.u8(..40)),
        "edit" => format!("{} {} {}", rng.u8(..40), rng.u8(..40), text::piece(rng)),
        "url" | "src" | "story-url" => one(ADDRESSES, rng).to_owned(),
        "level" => rng.u8(..).to_string(),
        "lang" => one(&["ur", "en", "ur-PK", "", "a\"b", "fa", "x-<"], rng).to_owned(),
        "dir" => one(&["rtl", "ltr"], rng).to_owned(),
        "published" | "modified" | "story-date" => {
            one(&["2024-01-17", "2024-01-17T10:30+05:00", "2024-13-99", "<b>", "0000-00-00T"], rng).to_owned()
        }
        "items" | "rows" | "verses" => (0..rng.usize(..6))
            .map(|_| format!("{}{}", text::piece(rng), one(&["|", ";", "|"], rng)))
            .collect(),
        "place" | "agency" | "byline" => known(rng).to_owned(),
        _ => text::line(rng),
    };
    let trap = if rng.u8(..4) == 0 { one(TRAPS, rng) } else { "" };
    format!("\n{field} {}{trap}\n", value.replace('\n', "\\n"))
}

/// What means something to HTML or Markdown.
const TRAPS: &[&str] = &[
    "<script>",
    "</article>",
    "<!--",
    "&lt;",
    "&",
    "\"",
    "'>",
    "\0",
    "\\n",
    "\r",
    "\t",
    "# ",
    "- ",
    "1. ",
    "> ",
    "```",
    "`",
    "**",
    "*",
    "_",
    "|",
    "[a](b)",
    "![",
    "]: x",
    "<http://a>",
    "    ",
    "~~~",
    "\\",
    "===",
    "---",
    "\u{2028}",
    "\u{202e}",
    "😀",
    "\u{fffe}",
    "\u{b}",
    "\u{c}",
    "\u{85}",
    "<br>",
    "$x$",
];

/// A description.
pub(super) fn lines(rng: &mut Rng) -> String {
    (0..rng.usize(1..24)).map(|_| line(rng)).collect()
}

/// The article that is described.
pub fn article(description: &str) -> Article {
    let mut article = empty();
    for line in description.lines().filter(|line| !line.is_empty()) {
        let (field, value) = line.split_once(' ').unwrap_or((line, ""));
        let value = value.replace("\\n", "\n");
        if !(field_of_article(&mut article, field, &value)
            || block(&mut article, field, &value)
            || of_last(&mut article, field, &value))
        {
            article.blocks.push(Block::new(BlockKind::Paragraph, line.to_owned(), Vec::new()));
        }
    }
    article
}

fn empty() -> Article {
    Article {
        version: 1,
        title: None,
        subtitle: None,
        byline: Vec::new(),
        dateline: None,
        published: None,
        modified: None,
        site_name: None,
        url: None,
        image: None,
        lang: "ur".to_owned(),
        dir: Direction::Rtl,
        blocks: Vec::new(),
        related: Vec::new(),
        spans: FieldSpans::default(),
        removed: Vec::new(),
        changes: Vec::new(),
        stats: Stats::default(),
        warnings: Vec::new(),
    }
}

fn field_of_article(article: &mut Article, field: &str, value: &str) -> bool {
    let value = value.to_owned();
    let dateline = || Dateline { place: None, agency: None };
    match field {
        "title" => article.title = Some(value),
        "subtitle" => article.subtitle = Some(value),
        "byline" => article.byline.push(value),
        "published" => article.published = Some(value),
        "modified" => article.modified = Some(value),
        "site" => article.site_name = Some(value),
        "url" => article.url = Some(value),
        "image" => article.image = Some(value),
        "lang" => article.lang = value,
        "dir" => article.dir = if value == "ltr" { Direction::Ltr } else { Direction::Rtl },
        "place" => article.dateline.get_or_insert_with(dateline).place = Some(value),
        "agency" => article.dateline.get_or_insert_with(dateline).agency = Some(value),
        "warning" => article.warnings.push(Warning { code: "described".to_owned(), text: value }),
        _ => return false,
    }
    true
}

fn block(article: &mut Article, field: &str, value: &str) -> bool {
    let kind = match field {
        "paragraph" => BlockKind::Paragraph,
        "heading" => BlockKind::Heading,
        "quote" => BlockKind::Quote,
        "list" => BlockKind::List,
        "table" => BlockKind::Table,
        "verse" => BlockKind::Verse,
        "picture" => BlockKind::Image,
        "preformatted" => BlockKind::Preformatted,
        _ => return false,
    };
    article.blocks.push(Block::new(kind, value.to_owned(), Vec::new()));
    true
}

/// What is said of the last block, related story or removed piece.
fn of_last(article: &mut Article, field: &str, value: &str) -> bool {
    let owned = || value.to_owned();
    match field {
        "related" => article.related.push(Related {
            title: owned(),
            url: None,
            published: None,
            dateline: None,
            snippet: None,
            spans: Vec::new(),
        }),
        "removed" => article.removed.push(Removed {
            label: Label::Other,
            text: owned(),
            reason: "Described.".to_owned(),
            rule: "described".to_owned(),
            confidence: 0.5,
            spans: Vec::new(),
        }),
        "reason" => article.removed.iter_mut().last().into_iter().for_each(|piece| piece.reason = owned()),
        "story-url" => {
            article.related.iter_mut().last().into_iter().for_each(|story| story.url = Some(owned()))
        }
        "story-date" => {
            article.related.iter_mut().last().into_iter().for_each(|story| story.published = Some(owned()))
        }
        "snippet" => {
            article.related.iter_mut().last().into_iter().for_each(|story| story.snippet = Some(owned()))
        }
        _ => return article.blocks.last_mut().is_some_and(|block| of_block(block, field, value)),
    }
    true
}

fn of_block(block: &mut Block, field: &str, value: &str) -> bool {
    let parts = |value: &str| value.split('|').map(str::to_owned).collect::<Vec<_>>();
    match field {
        "items" => block.items = Some(parts(value)),
        "verses" => block.verses = Some(parts(value)),
        "rows" => block.rows = Some(value.split(';').map(parts).collect()),
        "level" => block.level = value.parse().ok(),
        "src" => block.src = Some(value.to_owned()),
        "alt" => block.alt = Some(value.to_owned()),
        "caption" => block.caption = Some(value.to_owned()),
        "span" => block.spans.push(range(value).0),
        "edit" => {
            let (at, was) = range(value);
            block.edits.get_or_insert_default().push(Edit {
                kind: ChangeKind::Letters,
                at,
                was: was.to_owned(),
            });
        }
        "link" | "strong" | "emphasis" => {
            let (at, href) = range(value);
            let (kind, href) = match field {
                "link" => (MarkKind::Link, Some(href.to_owned())),
                "strong" => (MarkKind::Strong, None),
                _ => (MarkKind::Emphasis, None),
            };
            block.marks.get_or_insert_default().push(Mark { kind, at, href });
        }
        _ => return false,
    }
    true
}

/// Two numbers, and what follows them.
fn range(value: &str) -> (Span, &str) {
    let mut parts = value.splitn(3, ' ');
    let mut number = || parts.next().and_then(|part| part.parse().ok()).unwrap_or(0);
    (Span(number(), number()), parts.next().unwrap_or_default())
}

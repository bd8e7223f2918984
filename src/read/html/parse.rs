//! Markup into a tree, as browsers do it, in time and memory that grow with the input only.

use std::cell::{Cell, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag as TagToken, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{Attribute, LocalName, TokenizerResult, local_name};

use super::attribute::AttributeName;
use super::plain::{self, Plain};
use super::tag::Tag;
use super::tree::{NodeId, Sink, Tree};
use crate::error::ErrorCode;
use crate::read::metadata::is_linked_data;
use crate::swar::find;

/// Elements nested deeper than this become siblings, as in Chromium, whose limit is 512. The
/// tree builder looks up the stack of open elements at each tag, so its cost is this times the tags.
const DEEPEST: u16 = 200;

/// A tag has at most this many attributes; the tokenizer compares each with all before it.
const MOST_ATTRIBUTES: usize = 256;

/// What the tokenizer is given at once is no longer than this, in bytes; tags that are longer are noticed.
const PIECE: usize = 32 * 1024;

/// Parses a page or a fragment of one.
pub(super) fn parse(html: &str) -> Result<Tree, ErrorCode> {
    let html = html.strip_prefix('\u{feff}').unwrap_or(html);
    match parse_unless_giant_tag(html, true, plain::token)? {
        Some(tree) => Ok(tree),
        None => {
            let lean = without_excess_attributes(html);
            parse_unless_giant_tag(&lean, false, plain::token)?.ok_or(ErrorCode::TooLarge)
        }
    }
}

/// Parses; none where the inside of one tag is very long and full of attributes.
fn parse_unless_giant_tag(
    html: &str,
    watch: bool,
    plain: fn(&StrTendril, usize) -> Option<Plain>,
) -> Result<Option<Tree>, ErrorCode> {
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let tokenizer = Tokenizer::new(
        Guard {
            builder: TreeBuilder::new(Sink::new(html.len()), options),
            unread: Cell::default(),
            ended_early: RefCell::default(),
            progress: Cell::default(),
            settled: Cell::default(),
            full: Cell::default(),
        },
        TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() },
    );
    let guard = &tokenizer.sink;
    let queue = BufferQueue::default();
    let whole = StrTendril::from_slice(html);
    // What it becomes depends on where it stands.
    let has_null = find(html.as_bytes(), [0; 3]).is_some();
    let mut start = 0;
    let mut tag = Inside::default();
    while start < html.len() {
        if guard.full.get() {
            return Err(ErrorCode::TooLarge);
        }
        if guard.settled.get()
            && !has_null
            && let Some((token, end)) = plain(&whole, start)
        {
            // Nothing that is plain changes the state in which the next is read.
            let _ = token.map(|token| guard.process_token(token, 1));
            start = end;
            continue;
        }
        guard.settled.set(false);
        guard.progress.set(false);
        let end = piece_end(html, start);
        queue.push_back(whole.subtendril(start as u32, (end - start) as u32));
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
        if guard.progress.get() {
            tag = Inside::default();
        } else if watch && tag.goes_on(&html[start..end]) {
            return Ok(None);
        }
        start = guard.unread.take().map_or(end, |name| end_of_code(html, end, &name));
    }
    tokenizer.end();
    Ok(Some(tokenizer.sink.builder.sink.finish()))
}

/// Where the piece that begins at `start` ends: behind the first character that may end a tag or a comment, or when it is
/// long enough, on a code-point border.
fn piece_end(html: &str, start: usize) -> usize {
    let mut end = (start + PIECE).min(html.len());
    while !html.is_char_boundary(end) {
        end += 1;
    }
    find(&html.as_bytes()[start..end], [b'>'; 3]).map_or(end, |at| start + at + 1)
}

/// Where the script or style ends that begins at `start`: at its end tag. At `start` itself where it has none, and where a
/// comment in a script may hold one that does not count.
fn end_of_code(html: &str, start: usize, name: &str) -> usize {
    let mut at = start;
    while let Some(found) = html[at..].find('<') {
        at += found;
        let rest = &html.as_bytes()[at + 1..];
        if rest.starts_with(b"!--") && name == "script" {
            return start;
        }
        let behind = rest.get(1 + name.len());
        if rest.first() == Some(&b'/')
            && rest[1..].get(..name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()))
            && behind.is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'))
        {
            return at;
        }
        at += 1;
    }
    start
}

/// What may be the inside of one tag so far.
#[derive(Default)]
struct Inside {
    bytes: usize,
    /// Characters that attributes are told apart by.
    marks: usize,
}

impl Inside {
    /// Whether it looks like attributes, with this piece more, and not like one long value.
    fn goes_on(&mut self, piece: &str) -> bool {
        self.bytes += piece.len();
        self.marks +=
            piece.bytes().filter(|byte| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'/')).count();
        self.bytes >= PIECE && self.marks > MOST_ATTRIBUTES
    }
}

/// Stands between tokenizer and tree builder: drops attributes and code that nobody reads, and keeps the tree flat.
struct Guard {
    builder: TreeBuilder<NodeId, Sink>,
    /// The script or style that the tokenizer stands before and shall not read.
    unread: Cell<Option<LocalName>>,
    /// Elements that were ended at once for being too deep; their end tags are still to come.
    ended_early: RefCell<Vec<LocalName>>,
    /// Whether a token came since this was last looked at.
    progress: Cell<bool>,
    /// Whether a tag or a comment has ended, and text and tags follow.
    settled: Cell<bool>,
    full: Cell<bool>,
}

impl Guard {
    fn start(&self, mut tag: TagToken, line: u64) -> TokenSinkResult<NodeId> {
        tag.attrs.retain(|attribute| AttributeName::new(&attribute.name.local).is_some());
        let name = tag.name.clone();
        let plain = !tag.self_closing && !Tag::new(&name).is_raw_or_void();
        let is_code = is_unread_code(&tag);
        let result = self.builder.process_token(Token::TagToken(tag), line);
        if is_code && matches!(result, TokenSinkResult::RawData(_)) {
            self.unread.set(Some(name));
            return result;
        }
        if plain && self.builder.sink.depth() > DEEPEST && matches!(result, TokenSinkResult::Continue) {
            let end = TagToken {
                kind: TagKind::EndTag,
                name: name.clone(),
                self_closing: false,
                attrs: Vec::new(),
                had_duplicate_attributes: false,
            };
            let _ = self.builder.process_token(Token::TagToken(end), line);
            let mut ended = self.ended_early.borrow_mut();
            if ended.len() < usize::from(DEEPEST) {
                ended.push(name);
            }
        }
        result
    }

    /// Whether an end tag belongs to an element that was ended at once.
    fn is_spent(&self, name: &LocalName) -> bool {
        let mut ended = self.ended_early.borrow_mut();
        match ended.iter().rposition(|early| early == name) {
            Some(at) => {
                ended.remove(at);
                true
            }
            None => false,
        }
    }
}

/// Whether a tag begins a style, or a script that tells nothing of the page.
fn is_unread_code(tag: &TagToken) -> bool {
    let tells = |attribute: &Attribute| {
        AttributeName::new(&attribute.name.local) == Some(AttributeName::Type)
            && is_linked_data(&attribute.value)
    };
    match tag.name {
        local_name!("style") => true,
        local_name!("script") => !tag.attrs.iter().any(tells),
        _ => false,
    }
}

impl TokenSink for Guard {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        if matches!(token, Token::ParseError(_)) || self.full.get() {
            return TokenSinkResult::Continue;
        }
        self.progress.set(true);
        match token {
            Token::CommentToken(_) => {
                self.settled.set(true);
                TokenSinkResult::Continue
            }
            Token::TagToken(tag) => {
                let result = match tag.kind {
                    TagKind::StartTag => {
                        self.full.set(self.builder.sink.is_full());
                        self.start(tag, line)
                    }
                    TagKind::EndTag if self.is_spent(&tag.name) => TokenSinkResult::Continue,
                    TagKind::EndTag => self.builder.process_token(Token::TagToken(tag), line),
                };
                self.settled.set(!matches!(result, TokenSinkResult::RawData(_) | TokenSinkResult::Plaintext));
                result
            }
            token => self.builder.process_token(token, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// The markup without what goes beyond `MOST_ATTRIBUTES` in any one tag. Sees tags in comments and
/// scripts too, and changes those alike: nobody reads them.
fn without_excess_attributes(html: &str) -> String {
    let mut lean = String::with_capacity(html.len());
    let bytes = html.as_bytes();
    let mut kept = 0;
    let mut at = 0;
    while let Some(found) = html[at..].find('<') {
        at += found + 1;
        if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let tag = measure_tag(bytes, at);
        if let Some(excess) = tag.excess {
            lean.push_str(&html[kept..excess]);
            kept = tag.end;
        }
        at = tag.end;
    }
    lean.push_str(&html[kept..]);
    lean
}

/// A tag from its name to its `>`.
struct TagExtent {
    /// Where the attributes begin that are too many; on a white space character.
    excess: Option<usize>,
    /// At the `>`, or the end of the input.
    end: usize,
}

fn measure_tag(bytes: &[u8], start: usize) -> TagExtent {
    let mut at = start;
    let mut attributes = 0;
    let mut excess = None;
    let mut quote = None;
    let mut before = b' ';
    while let Some(&byte) = bytes.get(at) {
        match quote {
            Some(open) if byte == open => quote = None,
            Some(_) => {}
            None if byte == b'>' => break,
            None if matches!(byte, b'"' | b'\'') && before == b'=' => quote = Some(byte),
            None if byte.is_ascii_whitespace() || byte == b'/' => {
                attributes += 1;
                if attributes > MOST_ATTRIBUTES && excess.is_none() {
                    excess = Some(at);
                }
            }
            None => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
        at += 1;
    }
    TagExtent { excess, end: at }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::html::tree::Content;

    /// Elements with their attributes, and texts, each with its depth.
    fn outline(tree: &Tree) -> Vec<String> {
        let mut lines = Vec::new();
        let mut at = tree.first_child(NodeId::DOCUMENT);
        while let Some(id) = at {
            let depth = std::iter::successors(tree.parent(id), |&id| tree.parent(id)).count();
            match tree.content(id) {
                Content::Element(element) => {
                    lines.push(format!("{depth} {:?}", element.tag));
                    let attributes = tree.attributes(element);
                    lines.extend(attributes.iter().map(|(name, value)| format!("{name:?}={:?}", &**value)));
                }
                Content::Text(text) => lines.push(format!("{depth} {:?}", &**text)),
                Content::Other => {}
            }
            at = tree.following(NodeId::DOCUMENT, id);
        }
        lines
    }

    #[test]
    fn what_is_read_without_the_state_machine_gives_the_tree_that_it_gives() {
        let pieces = [
            "<p>",
            "</p>",
            "<div",
            "<DIV",
            "<a",
            "</a",
            "<svg",
            "</svg>",
            "<math",
            "<table>",
            "<tr><td>",
            "<br/>",
            "<title>",
            "</title>",
            "<script>",
            "</script>",
            "<style>",
            "</style",
            "<textarea>",
            "</textarea>",
            "<noscript>",
            "</noscript>",
            "<xmp>",
            "</xmp>",
            "<plaintext>",
            "<template>",
            "</template>",
            "<font",
            "<select><option>",
            "<!--",
            "-->",
            "--!>",
            "--",
            "<!-->",
            "<!--->",
            "<!doctype html>",
            "<!DOCTYPE a PUBLIC '>",
            "<![CDATA[",
            "]]>",
            "<?php ",
            "?>",
            "</ >",
            "</>",
            "<>",
            "< ",
            "<",
            ">",
            "/>",
            "/",
            " ",
            "\n",
            "\r\n",
            "\r",
            "\u{c}",
            "\t",
            "class",
            " href=",
            " HREF='",
            " id=\"",
            " onclick=",
            " data-src = ",
            "=",
            "'",
            "\"",
            "\0",
            "&",
            "&amp;",
            "&nbsp",
            "&lt",
            "&#8217;",
            "متن",
            "الف",
            "x",
            "\u{feff}",
            "<pre>",
            "<body class=x>",
            "<html lang=ur>",
            "<meta charset=utf-8>",
            "<frameset>",
            "</body>",
            "<img src=\"a.jpg\" alt='ب'>",
            "<i x=\"",
            " a\"b",
            " <c",
            " src=\"?a&amp;b&ampc\"",
            " id='x&amp;&amp;y'",
        ];
        let mut random = fastrand::Rng::with_seed(1);
        for _ in 0..60_000 {
            let html: String = (0..random.usize(1..24)).map(|_| random.choice(pieces).unwrap()).collect();
            let plain = parse_unless_giant_tag(&html, true, plain::token).unwrap().unwrap();
            let whole = parse_unless_giant_tag(&html, true, |_, _| None).unwrap().unwrap();
            assert_eq!(outline(&plain), outline(&whole), "{html:?}");
        }
    }

    #[test]
    fn deep_nesting_becomes_siblings_and_keeps_its_text() {
        let html = format!("{}متن{}<p>آخر", "<div>".repeat(20_000), "</div>".repeat(20_000));
        let tree = parse(&html).unwrap();
        assert_eq!(tree.text(NodeId::DOCUMENT), "متنآخر");
    }

    #[test]
    fn of_very_many_attributes_those_of_use_are_kept_and_the_first_where_one_has_a_reference() {
        let many: String = (0..100_000).map(|n| format!(" a{n}=\"{n}\"")).collect();
        for (first, class) in [("اول", Some("آخر")), ("&#1575;ول", None)] {
            let tree = parse(&format!("<body><p id={first}{many} class=آخر>متن</p>")).unwrap();
            assert_eq!(tree.text(NodeId::DOCUMENT), "متن");
            let mut nodes =
                std::iter::successors(Some(NodeId::DOCUMENT), |&at| tree.following(NodeId::DOCUMENT, at));
            let paragraph = nodes.find(|&id| tree.tag(id) == Tag::P).unwrap();
            assert_eq!(tree.attribute(paragraph, AttributeName::Id), Some("اول"));
            assert_eq!(tree.attribute(paragraph, AttributeName::Class), class);
        }
    }

    #[test]
    fn scripts_and_styles_end_where_browsers_end_them_and_are_not_read() {
        let long = "x = '<p>';".repeat(10_000);
        for code in [
            format!("<script>{long}</script>"),
            format!("<STYLE>{long}</sTyLe\n>"),
            "<style><!-- </style>".to_owned(),
            "<script></scripts></script/>".to_owned(),
            "<script type=module>a < b</script\u{c}x>".to_owned(),
        ] {
            let tree = parse(&format!("<p>پہلا{code}دوسرا")).unwrap();
            assert_eq!(tree.text(NodeId::DOCUMENT), "پہلادوسرا", "{code:.40}");
        }
    }

    #[test]
    fn an_end_tag_in_a_comment_of_a_script_in_a_script_does_not_count() {
        let code = "<!-- <script></script> --> ";
        let tree = parse(&format!("<p>پہلا<script>{code}</script>دوسرا")).unwrap();
        assert_eq!(tree.text(NodeId::DOCUMENT), format!("پہلا{code}دوسرا"));
    }

    #[test]
    fn the_style_of_a_drawing_is_markup_as_in_browsers() {
        let tree = parse("<p>پہلا<svg><style><b>دوسرا</b></style></svg>تیسرا").unwrap();
        assert_eq!(tree.text(NodeId::DOCUMENT), "پہلادوسراتیسرا");
    }

    #[test]
    fn linked_data_is_read() {
        let data = "<script type=' Application/LD+json; charset=utf-8'>{}</script>";
        assert_eq!(parse(data).unwrap().text(NodeId::DOCUMENT), "{}");
    }

    #[test]
    fn a_picture_in_the_markup_is_no_giant_tag() {
        let html =
            format!("<p>پہلا<img src=\"data:image/png;base64,{}\" alt=تصویر>دوسرا", "QUJD/+=".repeat(40_000));
        assert_eq!(parse(&html).unwrap().text(NodeId::DOCUMENT), "پہلادوسرا");
    }

    #[test]
    fn unclosed_formatting_is_opened_again_in_each_paragraph_until_it_is_too_large() {
        let html = |times: usize| (0..times).map(|n| format!("<font size={n}><p>")).collect::<String>();
        assert!(parse(&html(300)).is_ok_and(|tree| tree.text(NodeId::DOCUMENT).is_empty()));
        assert_eq!(parse(&html(30_000)).err(), Some(ErrorCode::TooLarge));
    }
}

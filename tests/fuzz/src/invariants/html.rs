//! HTML that any page may take in as it is: known elements, known attributes, safe addresses, and one reading only.

use super::tree::{self, Event};

/// Elements and their attributes that a fragment may hold.
const KNOWN: &[(&str, &[&str])] = &[
    ("article", &["lang", "dir"]),
    ("section", &[]),
    ("h1", &["dir"]),
    ("h2", &["dir"]),
    ("h3", &["dir"]),
    ("h4", &["dir"]),
    ("h5", &["dir"]),
    ("h6", &["dir"]),
    ("p", &["class", "dir"]),
    ("bdi", &[]),
    ("time", &["datetime"]),
    ("blockquote", &["dir"]),
    ("ul", &["dir"]),
    ("li", &["dir"]),
    ("table", &["dir"]),
    ("tbody", &[]),
    ("tr", &[]),
    ("td", &[]),
    ("pre", &["dir"]),
    ("figure", &[]),
    ("figcaption", &[]),
    ("img", &["src", "alt", "loading"]),
    ("a", &["href"]),
    ("strong", &[]),
    ("em", &[]),
    ("small", &[]),
    ("br", &[]),
];

/// What addresses may begin with.
const SCHEMES: &[&str] = &["http://", "https://", "mailto:"];

/// Holds for `render(…, "html")`: only what is known and safe, and a browser reads the same tree as was written, also
/// when that tree is written and read once more.
pub fn safe_fragment(html: &str) {
    let written = strict(html);
    let read = tree::of_fragment(html);
    assert_eq!(read, written, "a parser reads another tree");
    assert_eq!(tree::of_fragment(&serialized(&read)), read, "the second parse gives another tree");
}

/// Holds for `render(…, "document")`: a head that is the same for every article but its title and address, and a safe
/// fragment in the body.
pub fn safe_document(html: &str, fragment: &str) {
    let head = html.strip_suffix("</body>\n</html>\n").and_then(|html| html.strip_suffix(fragment));
    let head = head
        .and_then(|head| head.strip_suffix("</style>\n</head>\n<body>\n"))
        .expect("the fragment ends the page");
    assert!(head.starts_with("<!doctype html>\n<html"));
    let mut names = Vec::new();
    for event in tree::of_document(html) {
        let Event::Open { name, attributes } = event else { continue };
        if name == "article" {
            break;
        }
        if let Some((_, address)) = attributes.iter().find(|(name, _)| name == "href") {
            safe_address(address);
        }
        names.push(name);
    }
    names.retain(|name| name != "link");
    assert_eq!(names, ["html", "head", "meta", "meta", "meta", "title", "style", "body"]);
}

/// Reads a fragment as strictly as only its own writer can satisfy.
fn strict(html: &str) -> Vec<Event> {
    assert!(!html.contains(['\0', '\r']), "a character that a parser changes");
    let mut events = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some((text, tail)) = rest.split_once('<') {
        put_text(&mut events, text, open.last() == Some(&"pre"));
        let (tag, tail) = tail.split_once('>').expect("a tag ends");
        rest = tail;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "</{name}>");
            events.push(Event::Close);
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let known = KNOWN.iter().find(|(known, _)| *known == name);
        let (_, known) = known.unwrap_or_else(|| panic!("<{name}> is not known"));
        events.push(Event::Open { name: name.to_owned(), attributes: strict_attributes(attributes, known) });
        if matches!(name, "br" | "img") {
            events.push(Event::Close);
        } else {
            assert!(name != "a" || !open.contains(&"a"), "a link in a link");
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?} is left open");
    put_text(&mut events, rest, false);
    events
}

/// Text as it was before it was escaped. A parser drops a line break at the start of `pre`.
fn put_text(events: &mut Vec<Event>, text: &str, in_pre: bool) {
    let first = in_pre && matches!(events.last(), Some(Event::Open { name, .. }) if name == "pre");
    let text = if first { text.strip_prefix('\n').unwrap_or(text) } else { text };
    tree::text(events, &unescaped(text));
}

fn strict_attributes(attributes: &str, known: &[&str]) -> Vec<(String, String)> {
    let mut read = Vec::new();
    let mut parts = attributes.split('"');
    while let Some(name) = parts.next().map(str::trim).filter(|name| !name.is_empty()) {
        let name = name.strip_suffix('=').expect("an attribute has a value");
        let value = unescaped(parts.next().expect("a value ends"));
        assert!(known.contains(&name), "{name}= is not known");
        if matches!(name, "href" | "src") {
            safe_address(&value);
        }
        read.push((name.to_owned(), value));
    }
    read
}

fn safe_address(address: &str) {
    assert!(SCHEMES.iter().any(|scheme| address.starts_with(scheme)), "{address:?} has no safe scheme");
    assert!(!address.contains(|c: char| c.is_whitespace() || c.is_control()), "{address:?} has space in it");
}

/// The text that these few references stand for; a bare sign or another reference is none of ours.
fn unescaped(text: &str) -> String {
    assert!(!text.contains(['<', '>']), "a bare sign in {text:?}");
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        let references = [("amp;", '&'), ("lt;", '<'), ("gt;", '>'), ("quot;", '"')];
        let found = references.into_iter().find_map(|(name, c)| Some((c, after.strip_prefix(name)?)));
        let (c, tail) = found.unwrap_or_else(|| panic!("a bare & in {text:?}"));
        out.push_str(before);
        out.push(c);
        rest = tail;
    }
    out + rest
}

/// The tree as a browser's `innerHTML` writes it.
fn serialized(events: &[Event]) -> String {
    let (mut html, mut open) = (String::new(), Vec::new());
    for event in events {
        match event {
            Event::Open { name, attributes } => {
                html += &format!("<{name}");
                for (name, value) in attributes {
                    html += &format!(" {name}=\"{}\"", escaped(value).replace('"', "&quot;"));
                }
                // A parser drops the first line break of `pre`, also this one.
                html += if name == "pre" { ">\n" } else { ">" };
                open.push(name.as_str());
            }
            Event::Text(text) => html += &escaped(text).replace('<', "&lt;").replace('>', "&gt;"),
            Event::Close => match open.pop().expect("a close has its open") {
                "br" | "img" => {}
                name => html += &format!("</{name}>"),
            },
        }
    }
    html
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('\u{a0}', "&nbsp;")
}

//! Addresses of links and pictures, those that are safe to follow: absolute, and `http`, `https` or `mailto` only.
//!
//! Whatever `safe` returns begins with one of these schemes, so no spelling of `javascript:` can get through it;
//! relative addresses are resolved as RFC 3986, 5.2 says, with the slips that browsers forgive (tabs, line breaks,
//! backslashes).

use crate::page::parted;

/// Longer addresses are dropped: no page needs them, and each relative one repeats its base.
const MAX_BYTES: usize = 4096;

/// An address that relative ones are resolved against.
#[derive(Clone, Copy)]
pub(crate) struct Base<'a> {
    scheme: &'static str,
    authority: &'a str,
    path: &'a str,
    query: Option<&'a str>,
}

impl<'a> Base<'a> {
    /// The base that this absolute `http` or `https` address is.
    pub(crate) fn new(address: &'a str) -> Option<Self> {
        let address = trim(address);
        if address.len() > MAX_BYTES || address.contains(is_dropped) {
            return None;
        }
        let (scheme, rest) = scheme(address)?;
        let scheme = web_scheme(scheme)?;
        let (rest, _) = split_before(rest.strip_prefix("//")?, "#");
        let (rest, query) = split_before(rest, "?");
        let (authority, path) = rest.split_at(rest.find(['/', '\\']).unwrap_or(rest.len()));
        is_authority(authority).then_some(Self { scheme, authority, path, query })
    }
}

/// What an address is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    Link,
    Picture,
}

/// The address made absolute and clean; none where it is not safe or leads nowhere.
pub(crate) fn safe(address: &str, base: Option<&Base>, purpose: Use) -> Option<String> {
    let address = cleaned(address)?;
    let Some((scheme, rest)) = scheme(&address) else { return joined_to(&address, base?) };
    if scheme.eq_ignore_ascii_case("mailto") {
        let mut address = String::from("mailto:");
        push(&mut address, rest);
        return (purpose == Use::Link && !rest.is_empty()).then_some(address);
    }
    absolute(web_scheme(scheme)?, skip_slashes(rest)?)
}

/// The address as a page's own may stand in an article: safe and absolute; a relative one as it is where nothing tells
/// what it refers to.
pub(crate) fn resolve(base: Option<&Base>, address: &str, purpose: Use) -> Option<String> {
    match cleaned(address) {
        Some(address) if base.is_none() && scheme(&address).is_none() => Some(address),
        _ => safe(address, base, purpose),
    }
}

/// How long a link's address is once it is absolute, characters that it encodes aside, where its base has so many bytes;
/// none where it leads nowhere.
pub(crate) fn absolute_len(address: &str, base: usize) -> Option<usize> {
    let address = trim(address);
    let before = match scheme(address) {
        None => base,
        Some((scheme, _)) if web_scheme(scheme).is_some() || scheme.eq_ignore_ascii_case("mailto") => 0,
        Some(_) => return None,
    };
    (1..=MAX_BYTES).contains(&address.len()).then_some(before + address.len())
}

/// The address without what browsers ignore; none where nothing is left, or too much.
fn cleaned(address: &str) -> Option<String> {
    let mut address = trim(address).to_owned();
    if address.contains(is_dropped) {
        address.retain(|c| !is_dropped(c));
    }
    (1..=MAX_BYTES).contains(&address.len()).then_some(address)
}

/// Leading and trailing control characters and spaces, which browsers ignore.
fn trim(address: &str) -> &str {
    address.trim_matches(|c| c <= ' ')
}

/// What browsers take out of an address wherever it stands.
fn is_dropped(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r')
}

/// The scheme and what follows its colon.
fn scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = parted(address, ":")?;
    let mut bytes = scheme.bytes();
    let letter_first = bytes.next()?.is_ascii_alphabetic();
    let is_scheme =
        letter_first && bytes.all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    is_scheme.then_some((scheme, rest))
}

fn web_scheme(scheme: &str) -> Option<&'static str> {
    ["https", "http"].into_iter().find(|known| scheme.eq_ignore_ascii_case(known))
}

/// What follows two slashes, in either direction.
fn skip_slashes(rest: &str) -> Option<&str> {
    rest.strip_prefix(['/', '\\'])?.strip_prefix(['/', '\\'])
}

fn is_authority(authority: &str) -> bool {
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let name = host.split(':').next().unwrap_or_default();
    !name.is_empty() && !authority.chars().any(|c| is_encoded(c) || c == '\\')
}

/// `rest` begins with the authority.
fn absolute(scheme: &str, rest: &str) -> Option<String> {
    let (authority, tail) = rest.split_at(rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len()));
    if !is_authority(authority) {
        return None;
    }
    let (path, tail) = tail.split_at(tail.find(['?', '#']).unwrap_or(tail.len()));
    let mut address = joined(scheme, authority, path);
    push(&mut address, tail);
    Some(address)
}

/// Scheme, authority and path as an address.
fn joined(scheme: &str, authority: &str, path: &str) -> String {
    let mut address = [scheme, "://", authority].concat();
    push(&mut address, &without_dots(path));
    address
}

/// A relative reference against its base.
fn joined_to(reference: &str, base: &Base) -> Option<String> {
    if let Some(rest) = skip_slashes(reference) {
        return absolute(base.scheme, rest);
    }
    let (reference, fragment) = split_before(reference, "#");
    let (path, query) = split_before(reference, "?");
    let (path, query) = if path.is_empty() {
        (base.path.to_owned(), query.or(base.query))
    } else if path.starts_with(['/', '\\']) {
        (path.to_owned(), query)
    } else {
        let folder = base.path.rfind(['/', '\\']).map_or("", |at| &base.path[..at]);
        ([folder, "/", path].concat(), query)
    };
    let mut address = joined(base.scheme, base.authority, &path);
    for (mark, part) in [("?", query), ("#", fragment)] {
        if let Some(part) = part {
            address.push_str(mark);
            push(&mut address, part);
        }
    }
    Some(address)
}

/// What stands before the first `mark`, and what stands after it.
fn split_before<'a>(text: &'a str, mark: &str) -> (&'a str, Option<&'a str>) {
    match parted(text, mark) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

/// A path without `.`, `..` and backslashes (RFC 3986, 5.2.4); never empty.
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let segments = path.strip_prefix(['/', '\\']).unwrap_or(path);
    let mut ends_in_folder = false;
    for segment in segments.split(['/', '\\']) {
        ends_in_folder = matches!(segment, "." | "..");
        match segment {
            "." => {}
            ".." => drop(kept.pop()),
            _ => kept.push(segment),
        }
    }
    if ends_in_folder {
        kept.push("");
    }
    ["/", &kept.join("/")].concat()
}

/// Characters that have no place in an address: they end it, break out of an attribute or of
/// Markdown, or turn the text around it.
fn is_encoded(c: char) -> bool {
    // Most of an address is plain letters, told at once.
    !c.is_ascii_alphanumeric()
        && (c.is_control()
            || c.is_whitespace()
            || matches!(c, '"' | '<' | '>' | '`' | '{' | '}' | '|' | '^')
            || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'))
}

/// Appends a part of an address, such characters in percent encoding.
fn push(address: &mut String, part: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut rest = part;
    while let Some((at, c)) = rest.char_indices().find(|&(_, c)| is_encoded(c) || c == '\\') {
        let (plain, encoded) = (&rest[..at], &rest[at..at + c.len_utf8()]);
        address.push_str(plain);
        for byte in encoded.bytes() {
            let digits = [byte >> 4, byte & 15].map(|digit| char::from(HEX[usize::from(digit)]));
            address.push('%');
            address.extend(digits);
        }
        rest = &rest[at + encoded.len()..];
    }
    address.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(address: &str) -> Option<String> {
        safe(address, Base::new("https://example.pk/a/b/c?q").as_ref(), Use::Link)
    }

    #[test]
    fn relative_addresses_resolve_as_the_standard_says() {
        for (reference, address) in [
            ("g", "https://example.pk/a/b/g"),
            ("./g", "https://example.pk/a/b/g"),
            ("g/", "https://example.pk/a/b/g/"),
            ("/g", "https://example.pk/g"),
            ("//g", "https://g/"),
            ("?y", "https://example.pk/a/b/c?y"),
            ("g?y#s", "https://example.pk/a/b/g?y#s"),
            ("#s", "https://example.pk/a/b/c?q#s"),
            (".", "https://example.pk/a/b/"),
            ("..", "https://example.pk/a/"),
            ("../../g", "https://example.pk/g"),
            ("../../../../g", "https://example.pk/g"),
            ("g/../h;x=1/./y", "https://example.pk/a/b/h;x=1/y"),
            ("http://x.pk/../a b", "http://x.pk/a%20b"),
        ] {
            assert_eq!(link(reference).as_deref(), Some(address), "{reference}");
        }
    }

    #[test]
    fn a_base_without_a_path_has_the_root() {
        let base = Base::new("HTTP://example.pk");
        assert_eq!(safe("g", base.as_ref(), Use::Link).as_deref(), Some("http://example.pk/g"));
        assert_eq!(safe("?y", base.as_ref(), Use::Link).as_deref(), Some("http://example.pk/?y"));
    }

    #[test]
    fn no_spelling_of_a_script_gets_through() {
        for address in [
            "javascript:alert(1)",
            " \u{1}JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "\tjava\tscript\r\n:alert(1)",
            "vbscript:x",
            "data:text/html,<script>",
            "data:image/png;base64,AAAA",
            "blob:https://example.pk/1",
            "file:///etc/passwd",
            "view-source:https://example.pk",
            "http:",
            "http://",
            "https:///path",
            "https://:80/",
            "https://a@/",
            "http:example.pk",
            "https://exa mple.pk/",
            "https://a\"b.pk/",
            "mailto:",
            "",
            " ",
        ] {
            assert_eq!(link(address), None, "{address:?}");
        }
    }

    #[test]
    fn what_only_looks_like_a_script_becomes_a_path() {
        assert_eq!(link("java\0script:x").as_deref(), Some("https://example.pk/a/b/java%00script:x"));
        assert_eq!(link("&#106;avascript:x").as_deref(), Some("https://example.pk/a/b/&#106;avascript:x"));
    }

    #[test]
    fn nothing_in_an_address_can_leave_its_attribute() {
        let address = link("https://example.pk/a\"onx='<>`\\b\u{202e}").unwrap();
        assert_eq!(address, "https://example.pk/a%22onx='%3C%3E%60/b%E2%80%AE");
    }

    #[test]
    fn urdu_in_an_address_stays_readable() {
        assert_eq!(link("خبر?نام=١").as_deref(), Some("https://example.pk/a/b/خبر?نام=١"));
    }

    #[test]
    fn a_relative_address_without_a_base_leads_nowhere() {
        assert_eq!(safe("/g", None, Use::Link), None);
        for base in ["", "g", "ftp://x.pk/", "javascript://x/%0a", "https://"] {
            assert!(Base::new(base).is_none(), "{base}");
        }
    }

    #[test]
    fn a_relative_address_of_a_page_that_says_no_more_stays_as_it_is() {
        let of = |address: &str| resolve(None, address, Use::Link);
        assert_eq!(of(" a/b\n.html").as_deref(), Some("a/b.html"));
        assert_eq!(of("https://example.pk").as_deref(), Some("https://example.pk/"));
        assert_eq!((of("javascript:x"), of(" ")), (None, None));
        let base = Base::new("https://example.pk/a/");
        assert_eq!(resolve(base.as_ref(), "b", Use::Picture).as_deref(), Some("https://example.pk/a/b"));
    }

    #[test]
    fn a_picture_is_no_letter() {
        assert_eq!(link("MAILTO:a@b.pk").as_deref(), Some("mailto:a@b.pk"));
        assert_eq!(safe("mailto:a@b.pk", None, Use::Picture), None);
    }

    #[test]
    fn an_endless_address_is_dropped() {
        assert_eq!(link(&"a".repeat(MAX_BYTES + 1)), None);
        assert!(Base::new(&format!("https://a.pk/{}", "a".repeat(MAX_BYTES))).is_none());
    }
}

//! Addresses of links and pictures: relative ones resolved, others than web and mail addresses left out.

/// Longer addresses are left out, in bytes: no page needs them, and each relative one repeats its base.
const LONGEST: usize = 4096;

/// An address as it may stand in an article: absolute where `base` allows it; none where it is no
/// address of the web or of mail.
pub(crate) fn resolve(base: Option<&str>, address: &str) -> Option<String> {
    let address: String = address
        .trim_matches(|c: char| c <= ' ')
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    if address.is_empty() || address.len() > LONGEST {
        return None;
    }
    if let Some(scheme) = scheme(&address) {
        let kept = ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
        return kept.then_some(address);
    }
    let base = base.filter(|base| base.len() <= LONGEST).and_then(Base::parse);
    let Some(base) = base else { return Some(address) };
    Some(base.join(&address))
}

/// The scheme of an absolute address.
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let named = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    named.then_some(scheme)
}

/// An absolute web address, taken apart.
struct Base<'a> {
    scheme: &'a str,
    host: &'a str,
    /// With its leading slash; may be empty.
    path: &'a str,
    query: &'a str,
}

impl<'a> Base<'a> {
    fn parse(address: &'a str) -> Option<Self> {
        let address = address.trim();
        let (scheme, rest) = address.split_once("://")?;
        if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
            return None;
        }
        let rest = rest.split('#').next().unwrap_or_default();
        let host_end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (host, rest) = rest.split_at(host_end);
        let path_end = rest.find('?').unwrap_or(rest.len());
        let (path, query) = rest.split_at(path_end);
        (!host.is_empty()).then_some(Self { scheme, host, path, query })
    }

    fn join(&self, address: &str) -> String {
        let Self { scheme, host, path, query } = self;
        let address = address.replace('\\', "/");
        if let Some(rest) = address.strip_prefix("//") {
            return format!("{scheme}://{rest}");
        }
        if address.starts_with('#') {
            return format!("{scheme}://{host}{path}{query}{address}");
        }
        if address.starts_with('?') {
            return format!("{scheme}://{host}{path}{address}");
        }
        let tail_at = address.find(['?', '#']).unwrap_or(address.len());
        let (relative, tail) = address.split_at(tail_at);
        let folder = if relative.starts_with('/') {
            ""
        } else {
            path.rsplit_once('/').map_or("", |(folder, _)| folder)
        };
        let separator = if relative.starts_with('/') { "" } else { "/" };
        let whole = without_dots(&format!("{folder}{separator}{relative}"));
        format!("{scheme}://{host}{whole}{tail}")
    }
}

/// A path without `.` and `..`.
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut ends_in_folder = false;
    for part in path.split('/').skip(1) {
        ends_in_folder = matches!(part, "." | "..");
        match part {
            "." => {}
            ".." => {
                kept.pop();
            }
            part => kept.push(part),
        }
    }
    let mut whole = String::with_capacity(path.len());
    for part in &kept {
        whole.push('/');
        whole.push_str(part);
    }
    if ends_in_folder || whole.is_empty() {
        whole.push('/');
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_addresses_are_resolved_as_browsers_do() {
        let base = Some("https://example.com/news/2024/story.html?x=1#top");
        for (address, whole) in [
            ("b.html", "https://example.com/news/2024/b.html"),
            ("./b.html", "https://example.com/news/2024/b.html"),
            ("../b.html?q#f", "https://example.com/news/b.html?q#f"),
            ("../../../b", "https://example.com/b"),
            ("/a/./b/", "https://example.com/a/b/"),
            ("..", "https://example.com/news/"),
            ("//cdn.example.com/p.jpg", "https://cdn.example.com/p.jpg"),
            ("?page=2", "https://example.com/news/2024/story.html?page=2"),
            ("#notes", "https://example.com/news/2024/story.html?x=1#notes"),
            ("http://other.example/", "http://other.example/"),
            ("mailto:a@example.com", "mailto:a@example.com"),
            ("خبر.html", "https://example.com/news/2024/خبر.html"),
        ] {
            assert_eq!(resolve(base, address).as_deref(), Some(whole), "{address}");
        }
        assert_eq!(resolve(Some("https://example.com"), "a").as_deref(), Some("https://example.com/a"));
        assert_eq!(resolve(None, "a/b.html").as_deref(), Some("a/b.html"));
    }

    #[test]
    fn addresses_that_run_something_are_left_out() {
        for address in [
            "javascript:alert(1)",
            " java\nscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "JAVASCRIPT:x",
            "",
        ] {
            assert_eq!(resolve(Some("https://example.com/"), address), None, "{address}");
        }
    }
}

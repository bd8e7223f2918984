//! JSON-LD: one object, an array or a graph; the article among the other things that a page tells of.

use serde_json::{Map, Value};

use crate::page::squeezed;

/// Scripts longer than this, in bytes, are data of the page and no description of an article.
const LONGEST: usize = 1 << 20;

/// What JSON-LD says of the article.
#[derive(Default)]
pub(super) struct Described {
    pub headline: Option<String>,
    pub authors: Vec<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub publisher: Option<String>,
    pub url: Option<String>,
    pub image: Option<String>,
    pub body: Option<String>,
}

/// Most authors of an article.
const MOST_NAMED: usize = 32;
/// Most objects that are looked up by their ids, each among all of the page.
const MOST_SOUGHT: usize = 64;

type Object = Map<String, Value>;

/// Reads the scripts of a page.
pub(super) fn read(scripts: &[String]) -> Described {
    let parsed: Vec<Value> =
        scripts.iter().filter(|script| script.len() <= LONGEST).filter_map(|script| parse(script)).collect();
    let objects = objects(&parsed);
    let mut things = Things { all: &objects, left: MOST_SOUGHT };
    let mut described = Described::default();
    let articles = objects.iter().filter(|object| has_type(object, is_article));
    let pages = objects.iter().filter(|object| has_type(object, |name| name == "WebPage"));
    for object in articles.chain(pages) {
        described.fill(object, &mut things);
    }
    if described.publisher.is_none() {
        let site = objects.iter().find(|object| has_type(object, |name| name == "WebSite"));
        described.publisher = site.and_then(|site| text(site.get("name")));
    }
    described
}

impl Described {
    /// Fills what is still open from an object.
    fn fill(&mut self, object: &Object, things: &mut Things) {
        let first = |open: &mut Option<String>, keys: &[&str]| {
            if open.is_none() {
                *open = keys.iter().find_map(|key| text(object.get(*key)));
            }
        };
        // A page's own name says less than other titles do.
        if has_type(object, is_article) {
            first(&mut self.headline, &["headline", "name"]);
            first(&mut self.body, &["articleBody", "text"]);
        }
        first(&mut self.published, &["datePublished", "dateCreated"]);
        first(&mut self.modified, &["dateModified"]);
        first(&mut self.url, &["url"]);
        if self.url.is_none() {
            self.url = things.named(object.get("mainEntityOfPage"), &["@id", "url"]).into_iter().next();
        }
        if self.image.is_none() {
            self.image = things.named(object.get("image"), &["url", "contentUrl", "@id"]).into_iter().next();
        }
        if self.authors.is_empty() {
            self.authors = things.named(object.get("author").or_else(|| object.get("creator")), &["name"]);
        }
        if self.publisher.is_none() {
            self.publisher = things.named(object.get("publisher"), &["name"]).into_iter().next();
        }
    }
}

/// JSON, forgiving what pages do to it: comment marks around it, line breaks inside strings.
fn parse(script: &str) -> Option<Value> {
    let text = script
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//<![CDATA[")
        .trim_start_matches("<![CDATA[");
    let text = text
        .trim_end_matches("-->")
        .trim_end_matches("//]]>")
        .trim_end_matches("]]>")
        .trim()
        .trim_end_matches(';');
    serde_json::from_str(text).ok().or_else(|| {
        let flat: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&flat).ok()
    })
}

/// All objects, those of graphs and lists too, in their order.
fn objects(values: &[Value]) -> Vec<&Object> {
    let mut objects = Vec::new();
    let mut open: Vec<&Value> = values.iter().rev().collect();
    while let Some(value) = open.pop() {
        match value {
            Value::Array(list) => open.extend(list.iter().rev()),
            Value::Object(object) => {
                objects.push(object);
                let inner =
                    ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "author", "publisher", "image"];
                open.extend(inner.iter().rev().filter_map(|key| object.get(*key)));
            }
            _ => {}
        }
    }
    objects
}

fn has_type(object: &Object, is: fn(&str) -> bool) -> bool {
    let name =
        |value: &Value| value.as_str().is_some_and(|name| is(name.rsplit(['/', ':']).next().unwrap_or(name)));
    match object.get("@type") {
        Some(Value::Array(list)) => list.iter().any(name),
        Some(value) => name(value),
        None => false,
    }
}

fn is_article(name: &str) -> bool {
    name.ends_with("Article")
        || matches!(name, "BlogPosting" | "LiveBlogPosting" | "SocialMediaPosting" | "Report" | "Review")
}

/// A text or number that is no object.
fn text(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => squeezed(text),
        Value::Array(list) => {
            return list.iter().find_map(|value| text(Some(value)).filter(|_| value.is_string()));
        }
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// All objects of a page.
struct Things<'v> {
    all: &'v [&'v Object],
    /// How many more are looked up by their ids.
    left: usize,
}

impl Things<'_> {
    /// The names of persons, organizations, pictures: given as text, as objects, or by the id of an object elsewhere.
    fn named(&mut self, value: Option<&Value>, keys: &[&str]) -> Vec<String> {
        let mut one = |value: &Value| match value {
            Value::String(name) => Some(squeezed(name)).filter(|name| !name.is_empty()),
            Value::Object(object) => keys.iter().find_map(|key| text(object.get(*key))).or_else(|| {
                let other = self.by_id(object.get("@id")?)?;
                keys.iter().find_map(|key| text(other.get(*key)))
            }),
            _ => None,
        };
        match value {
            Some(Value::Array(list)) => list.iter().take(MOST_NAMED).filter_map(one).collect(),
            Some(value) => one(value).into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// The object of a type that has an id.
    fn by_id(&mut self, id: &Value) -> Option<&Object> {
        self.left = self.left.checked_sub(1)?;
        let is = |other: &&&Object| other.get("@id") == Some(id) && other.contains_key("@type");
        self.all.iter().find(is).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn described(script: &str) -> Described {
        read(&[script.to_owned()])
    }

    #[test]
    fn an_article_in_a_graph_has_its_author_by_id() {
        let ld = described(
            r##"{"@graph":[{"@type":"WebSite","name":"سحر"},{"@type":"Person","@id":"#a","name":"عثمان غنی"},
            {"@type":["NewsArticle","Thing"],"headline":"سرخی","author":{"@id":"#a"},"datePublished":"2021-06-02","image":{"@type":"ImageObject","url":"/a.jpg"}}]}"##,
        );
        assert_eq!((ld.headline.as_deref(), ld.published.as_deref()), (Some("سرخی"), Some("2021-06-02")));
        assert_eq!(ld.authors, ["عثمان غنی"]);
        assert_eq!((ld.publisher.as_deref(), ld.image.as_deref()), (Some("سحر"), Some("/a.jpg")));
    }

    #[test]
    fn line_breaks_in_strings_and_comment_marks_are_forgiven() {
        let ld = described("<!-- [{\"@type\":\"http://schema.org/Article\",\"headline\":\"پہلی\nسطر\"}] -->");
        assert_eq!(ld.headline.as_deref(), Some("پہلی سطر"));
    }

    #[test]
    fn what_is_no_article_gives_no_headline() {
        assert!(described(r#"{"@type":"Organization","name":"سحر","headline":"x"}"#).headline.is_none());
        assert!(described("{not json").headline.is_none());
    }
}

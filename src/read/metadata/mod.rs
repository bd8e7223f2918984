//! What a page's markup says of the page: JSON-LD, OpenGraph, Twitter, microdata, plain `<meta>`.
//!
//! The visible text wins where it disagrees; this fills in the rest.

mod iso;
mod json_ld;
mod title;

use super::html::{AttributeName, Content, NodeId, Tag, Tree};
use crate::address::{Base, Use, resolve};
use crate::article::Direction;
use crate::date::DAY;
use crate::page::{Metadata, squeezed};

/// A text under the name that markup gives it, in page order.
struct Entry {
    name: String,
    value: String,
}

/// What the walk over the tree collects.
#[derive(Default)]
struct Found {
    metas: Vec<Entry>,
    items: Vec<Entry>,
    scripts: Vec<String>,
    title: Option<String>,
    canonical: Option<String>,
    image: Option<String>,
    base: Option<String>,
    headings: Vec<String>,
    /// What `<time datetime>` says, in page order.
    times: Vec<String>,
}

/// Items, names and headings beyond this many are not looked at.
const MOST_ENTRIES: usize = 400;

/// A heading or property of more bytes, white space included, is text.
const LONGEST_TEXT: usize = 2000;

/// Names of `<meta>` that sites give the date of publication, where neither OpenGraph nor microdata has it.
const PUBLISHED: [&str; 18] = [
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date.created",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "article_date_original",
    "shareaholic:article_published_time",
];

/// The same of the last change.
const MODIFIED: [&str; 7] = [
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
    "article.updated",
    "shareaholic:article_modified_time",
];

/// Reads the metadata of a page. `url` is its address, where the caller knows it.
pub(super) fn metadata(tree: &Tree, url: Option<&str>) -> Metadata {
    let found = collect(tree);
    let ld = json_ld::read(&found.scripts);
    let meta = |names: &[&str]| first(&found.metas, names);
    let item = |names: &[&str]| first(&found.items, names);
    let site_name = meta(&["og:site_name"])
        .or(ld.publisher)
        .or_else(|| meta(&["application-name", "apple-mobile-web-app-title"]));
    let address = found.canonical.clone().or_else(|| meta(&["og:url"])).or(ld.url);
    let document =
        found.base.as_deref().and_then(|base| resolve(url.and_then(Base::new).as_ref(), base, Use::Picture));
    let document = document.as_deref().or(url).and_then(Base::new);
    let address = address
        .and_then(|address| resolve(document.as_ref(), &address, Use::Picture))
        .filter(|address| address.contains("://"))
        .or_else(|| url.and_then(|url| resolve(None, url, Use::Picture)));
    let own = url.or(address.as_deref()).and_then(Base::new);
    let base = found.base.as_deref().and_then(|base| resolve(own.as_ref(), base, Use::Picture));
    let base = base.as_deref().or(url).or(address.as_deref());
    let image =
        meta(&["og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"])
            .or(ld.image)
            .or_else(|| found.image.clone())
            .or_else(|| item(&["image"]));
    let titles = [
        ld.headline,
        meta(&["og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"]),
        item(&["headline"]),
        found.title.clone(),
    ];
    Metadata {
        title: title::choose(&titles, site_name.as_deref(), &found.headings),
        byline: byline(&found, ld.authors, site_name.as_deref()),
        published: first_date(&[
            ld.published,
            meta(&["article:published_time", "og:article:published_time", "og:published_time"]),
            item(&["datepublished", "datecreated"]),
            meta(&PUBLISHED),
        ]),
        modified: first_date(&[
            ld.modified,
            meta(&[
                "article:modified_time",
                "og:article:modified_time",
                "og:updated_time",
                "og:modified_time",
            ]),
            item(&["datemodified"]),
            meta(&MODIFIED),
        ]),
        times: found.times,
        image: image.and_then(|image| resolve(base.and_then(Base::new).as_ref(), &image, Use::Picture)),
        base: base.map(str::to_owned),
        lang: language(tree, &meta),
        dir: direction(tree),
        description: meta(&["og:description", "description", "twitter:description"]),
        article_body: ld.body,
        site_name,
        url: address,
    }
}

impl Metadata {
    /// Hands over each text that a reader may see.
    pub(crate) fn each_text(&mut self, mut see: impl FnMut(&mut String)) {
        let texts = [&mut self.title, &mut self.site_name, &mut self.description, &mut self.article_body];
        texts.into_iter().flatten().for_each(&mut see);
        self.byline.iter_mut().for_each(see);
    }
}

fn collect(tree: &Tree) -> Found {
    let mut found = Found::default();
    let mut at = tree.first_child(NodeId::DOCUMENT);
    let mut in_body = false;
    while let Some(id) = at {
        if let Content::Element(element) = tree.content(id) {
            match element.tag {
                Tag::Meta => found.meta(tree, id),
                Tag::Link => found.link(tree, id),
                Tag::Base if found.base.is_none() => {
                    found.base = tree.attribute(id, AttributeName::Href).map(str::to_owned)
                }
                Tag::Title if found.title.is_none() && !in_body => {
                    found.title = Some(squeezed(&tree.text(id)))
                }
                Tag::Script => found.script(tree, id),
                Tag::Time => found.time(tree, id),
                Tag::Body => in_body = true,
                Tag::H1 | Tag::H2 | Tag::H3 if found.headings.len() < 40 => {
                    found.headings.extend(tree.text_within(id, LONGEST_TEXT).as_deref().map(squeezed))
                }
                _ => {}
            }
            found.item(tree, id);
        }
        at = tree.following(NodeId::DOCUMENT, id);
    }
    found
}

impl Found {
    fn meta(&mut self, tree: &Tree, id: NodeId) {
        let name =
            [AttributeName::Property, AttributeName::Name, AttributeName::Itemprop, AttributeName::HttpEquiv]
                .into_iter()
                .find_map(|attribute| tree.attribute(id, attribute));
        let (Some(name), Some(value)) = (name, tree.attribute(id, AttributeName::Content)) else { return };
        let value = squeezed(value);
        if !value.is_empty() && self.metas.len() < MOST_ENTRIES {
            self.metas.push(Entry { name: name.trim().to_ascii_lowercase(), value });
        }
    }

    fn link(&mut self, tree: &Tree, id: NodeId) {
        let (Some(rel), Some(href)) =
            (tree.attribute(id, AttributeName::Rel), tree.attribute(id, AttributeName::Href))
        else {
            return;
        };
        let is = |known: &str| rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case(known));
        if is("canonical") {
            self.canonical.get_or_insert_with(|| href.trim().to_owned());
        } else if is("image_src") {
            self.image.get_or_insert_with(|| href.trim().to_owned());
        }
    }

    fn time(&mut self, tree: &Tree, id: NodeId) {
        let moment = tree.attribute(id, AttributeName::Datetime).and_then(iso::normalized);
        if let Some(moment) = moment.filter(|moment| moment.len() > DAY)
            && self.times.len() < MOST_ENTRIES
        {
            self.times.push(moment);
        }
    }

    fn script(&mut self, tree: &Tree, id: NodeId) {
        let kind = tree.attribute(id, AttributeName::Type).unwrap_or_default();
        if is_linked_data(kind) && self.scripts.len() < MOST_ENTRIES {
            self.scripts.push(tree.text(id));
        }
    }

    /// A microdata property: its value is in an attribute, or is its text.
    fn item(&mut self, tree: &Tree, id: NodeId) {
        let Some(name) = tree.attribute(id, AttributeName::Itemprop) else { return };
        let known = ["headline", "datepublished", "datecreated", "datemodified", "author", "image", "name"];
        let name = name.trim().to_ascii_lowercase();
        if !known.contains(&name.as_str()) || self.items.len() >= MOST_ENTRIES {
            return;
        }
        let in_author = name == "name" && self.is_author(tree, id);
        if name == "name" && !in_author {
            return;
        }
        let attribute = [AttributeName::Content, AttributeName::Datetime, AttributeName::Src]
            .into_iter()
            .find_map(|attribute| tree.attribute(id, attribute).filter(|value| !value.trim().is_empty()));
        // An author that is an item of its own has its name in a property of that item.
        if name == "author" && attribute.is_none() && tree.attribute(id, AttributeName::Itemscope).is_some() {
            return;
        }
        let value = attribute.map(str::to_owned).or_else(|| tree.text_within(id, LONGEST_TEXT));
        let value = squeezed(&value.unwrap_or_default());
        if !value.is_empty() && value.len() < 400 {
            self.items.push(Entry { name: if in_author { "author".to_owned() } else { name }, value });
        }
    }

    /// Whether the item that a property belongs to is an author.
    fn is_author(&self, tree: &Tree, id: NodeId) -> bool {
        let mut up = tree.parent(id);
        for _ in 0..8 {
            let Some(at) = up else { return false };
            if tree.attribute(at, AttributeName::Itemscope).is_some() {
                return tree
                    .attribute(at, AttributeName::Itemprop)
                    .is_some_and(|name| name.eq_ignore_ascii_case("author"));
            }
            up = tree.parent(at);
        }
        false
    }
}

/// Whether a script's type says that it holds JSON-LD.
pub(super) fn is_linked_data(kind: &str) -> bool {
    kind.trim().to_ascii_lowercase().starts_with("application/ld+json")
}

/// The first value under one of these names, the earlier name before the later.
fn first(entries: &[Entry], names: &[&str]) -> Option<String> {
    names
        .iter()
        .find_map(|name| entries.iter().find(|entry| entry.name == *name).map(|entry| entry.value.clone()))
}

/// The first date that there is, with the time that another one gives for the same day.
fn first_date(candidates: &[Option<String>]) -> Option<String> {
    let mut dates = candidates.iter().flatten().filter_map(|candidate| iso::normalized(candidate));
    let first = dates.next()?;
    if first.len() > DAY {
        return Some(first);
    }
    Some(dates.find(|date| date.len() > DAY && date.starts_with(&first)).unwrap_or(first))
}

/// The author names: of the source that speaks first, all that are names.
fn byline(found: &Found, authors: Vec<String>, site_name: Option<&str>) -> Vec<String> {
    let named = |names: &[&str], entries: &[Entry]| -> Vec<String> {
        let mut all = Vec::new();
        for entry in entries.iter().filter(|entry| names.contains(&entry.name.as_str())) {
            all.extend(entry.value.split([',', '،']).map(str::to_owned));
        }
        all
    };
    let sources = [
        authors,
        named(
            &[
                "author",
                "article:author",
                "article:author_name",
                "dc.creator",
                "dcterms.creator",
                "parsely-author",
                "sailthru.author",
                "byl",
            ],
            &found.metas,
        ),
        named(&["author"], &found.items),
    ];
    for source in sources {
        let mut names: Vec<String> = Vec::new();
        for name in source {
            let name = name.trim();
            let is_name = !name.is_empty()
                && !name.contains("://")
                && !name.contains('@')
                && !site_name.is_some_and(|site| site.eq_ignore_ascii_case(name));
            if is_name && names.len() < MOST_ENTRIES && !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
        if !names.is_empty() {
            return names;
        }
    }
    Vec::new()
}

fn language(tree: &Tree, meta: &dyn Fn(&[&str]) -> Option<String>) -> Option<String> {
    let html = tree.child(NodeId::DOCUMENT, Tag::Html)?;
    let tag = tree.attribute(html, AttributeName::Lang).map(str::to_owned);
    let tag = tag.or_else(|| meta(&["content-language", "og:locale"]))?;
    let tag = tag.trim().replace('_', "-");
    let well_formed = tag
        .split('-')
        .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    (well_formed && tag.len() >= 2).then_some(tag)
}

fn direction(tree: &Tree) -> Option<Direction> {
    let html = tree.child(NodeId::DOCUMENT, Tag::Html)?;
    let body = tree.child(html, Tag::Body);
    let dir = body
        .and_then(|body| tree.attribute(body, AttributeName::Dir))
        .or_else(|| tree.attribute(html, AttributeName::Dir))?;
    match dir.trim().to_ascii_lowercase().as_str() {
        "rtl" => Some(Direction::Rtl),
        "ltr" => Some(Direction::Ltr),
        _ => None,
    }
}

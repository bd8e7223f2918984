//! The document model: what `extract` returns, as the public contract names it.

#[cfg(not(target_arch = "wasm32"))]
use serde::Serializer;
use serde::{Deserialize, Serialize};

/// A stretch of the source text in UTF-16 code units: `[start, end]`, end excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Span(pub u32, pub u32);

/// One article: the clean text, the fields read from the page, and everything that was taken away.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Article {
    /// The version of this shape; 1.
    pub version: u32,
    /// The headline, once, without site name, icons or a messenger's bold marks.
    pub title: Option<String>,
    /// The standfirst or kicker, where the input has one.
    pub subtitle: Option<String>,
    /// Author names, without titles such as تحریر: or رپورٹ:.
    pub byline: Vec<String>,
    /// Where the report was filed and by which agency.
    pub dateline: Option<Dateline>,
    /// ISO 8601 date or date-time of publication, only as exact as the input.
    pub published: Option<String>,
    /// ISO 8601 date or date-time of the last update.
    pub modified: Option<String>,
    /// The site's name, from HTML metadata or the options.
    pub site_name: Option<String>,
    /// The page's address, from HTML metadata or the options.
    pub url: Option<String>,
    /// The lead picture's address, from HTML metadata.
    pub image: Option<String>,
    /// BCP 47 tag of the body's language, detected.
    pub lang: String,
    /// Direction of the body.
    pub dir: Direction,
    /// The body in reading order, normalized.
    pub blocks: Vec<Block>,
    /// The "more stories" list, parsed.
    pub related: Vec<Related>,
    /// Where the fields stood in the source text.
    pub spans: FieldSpans,
    /// Everything else, in source order.
    pub removed: Vec<Removed>,
    /// What normalization changed, by kind.
    pub changes: Vec<Change>,
    /// Counts of the body.
    pub stats: Stats,
    /// What the reader should know.
    pub warnings: Vec<Warning>,
}

impl Article {
    /// An article that holds nothing yet.
    pub(crate) fn empty() -> Self {
        Self {
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

    /// Every span of the article, in no order.
    pub(crate) fn all_spans(&self) -> impl Iterator<Item = Span> {
        let fields = &self.spans;
        [
            &fields.title,
            &fields.subtitle,
            &fields.byline,
            &fields.dateline,
            &fields.published,
            &fields.modified,
        ]
        .into_iter()
        .chain(self.blocks.iter().map(|block| &block.spans))
        .chain(self.related.iter().map(|related| &related.spans))
        .chain(self.removed.iter().map(|removed| &removed.spans))
        .flatten()
        .copied()
    }
}

/// Place and agency of a report: "ماسکو (سچ خبریں)".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Dateline {
    /// Where it was filed; several places stay one string, as written.
    pub place: Option<String>,
    /// Agency, desk or reporter.
    pub agency: Option<String>,
}

/// Direction of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Direction {
    /// Right to left.
    Rtl,
    /// Left to right.
    Ltr,
}

/// What a block of the body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A subhead; `level` tells which.
    Heading,
    /// A quotation set apart.
    Quote,
    /// A list; its items are in `items`.
    List,
    /// A table; its cells are in `rows`.
    Table,
    /// A couplet or poem; its lines are in `verses`.
    Verse,
    /// A picture: empty text, no spans.
    Image,
    /// Text whose spacing matters.
    Preformatted,
}

/// One block of the body.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// Its text, normalized; lines joined by `\n`, cells by `\t`.
    pub text: String,
    /// Where it stood in the source text.
    pub spans: Vec<Span>,
    /// Of a heading: 1 to 6.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub level: Option<u8>,
    /// Of a list: its items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub items: Option<Vec<String>>,
    /// Of a table: its rows of cells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub rows: Option<Vec<Vec<String>>>,
    /// Of a poem: its lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub verses: Option<Vec<String>>,
    /// Of an image: its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub src: Option<String>,
    /// Of an image: its alternative text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub alt: Option<String>,
    /// Of an image: its caption, which is also in `removed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub caption: Option<String>,
    /// Links and emphasis, offsets into `text`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub marks: Option<Vec<Mark>>,
    /// What normalization changed here, with `options.edits`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub edits: Option<Vec<Edit>>,
}

impl Block {
    /// A block of this kind that holds this text and nothing else yet.
    pub fn new(kind: BlockKind, text: String, spans: Vec<Span>) -> Self {
        Self {
            kind,
            text,
            spans,
            level: None,
            items: None,
            rows: None,
            verses: None,
            src: None,
            alt: None,
            caption: None,
            marks: None,
            edits: None,
        }
    }
}

/// What an inline mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum MarkKind {
    /// A link; `href` is its address.
    Link,
    /// Bold.
    Strong,
    /// Italic.
    Emphasis,
}

/// A link or an emphasis inside a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Mark {
    /// What it is.
    pub kind: MarkKind,
    /// Where, in UTF-16 code units of the block's `text`.
    pub at: Span,
    /// Of a link: its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub href: Option<String>,
}

/// A kind of normalization; also the key that switches it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum ChangeKind {
    /// Arabic and presentation forms to Urdu letters, composition, tatweel.
    Letters,
    /// Zero-width and direction characters that do nothing, lost emoji.
    Invisible,
    /// HTML entities left in text.
    Entities,
    /// Odd and repeated spaces, spaces before and after marks.
    Spacing,
    /// Latin marks after Urdu words, doubled marks, mismatched quotes.
    Punctuation,
    /// لئے, لیئے → لیے and the like.
    Spelling,
    /// Digits of another set.
    Digits,
    /// Diacritics taken off.
    Diacritics,
    /// Text that was once decoded wrongly.
    Encoding,
}

impl ChangeKind {
    /// Every kind, in the order in which `changes` lists them.
    pub const ALL: [ChangeKind; 9] = [
        ChangeKind::Letters,
        ChangeKind::Invisible,
        ChangeKind::Entities,
        ChangeKind::Spacing,
        ChangeKind::Punctuation,
        ChangeKind::Spelling,
        ChangeKind::Digits,
        ChangeKind::Diacritics,
        ChangeKind::Encoding,
    ];
}

/// How often one kind of normalization changed something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Change {
    /// The kind.
    pub kind: ChangeKind,
    /// How often.
    pub count: u32,
}

/// One change that normalization made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Edit {
    /// The kind.
    pub kind: ChangeKind,
    /// Where, in UTF-16 code units of the resulting text; empty where something was taken out.
    pub at: Span,
    /// What the source had there.
    pub was: String,
}

/// One story of a "more stories" list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Related {
    /// Its headline, without rank number or bullet.
    pub title: String,
    /// Its address.
    pub url: Option<String>,
    /// ISO 8601 date.
    pub published: Option<String>,
    /// Its dateline.
    pub dateline: Option<Dateline>,
    /// The beginning of its text, without date and dateline.
    pub snippet: Option<String>,
    /// Where it stood in the source text.
    pub spans: Vec<Span>,
}

/// Where the fields stood; empty where a field came from metadata or options only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct FieldSpans {
    /// Of the title.
    pub title: Vec<Span>,
    /// Of the subtitle.
    pub subtitle: Vec<Span>,
    /// Of the byline.
    pub byline: Vec<Span>,
    /// Of the dateline.
    pub dateline: Vec<Span>,
    /// Of the date of publication.
    pub published: Vec<Span>,
    /// Of the date of the last update.
    pub modified: Vec<Span>,
}

/// Why a piece is not the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Label {
    /// The title again.
    DuplicateTitle,
    /// A lost or lone symbol.
    Icon,
    /// Menus, sections, log-in, search, links to app, print or copy.
    Navigation,
    /// The path to this page.
    Breadcrumb,
    /// Sharing: buttons, services, counts, pleas.
    Share,
    /// A line of authorship that gave no field.
    Byline,
    /// A date line that gave no field.
    Date,
    /// Topics, hashtags under the article.
    Tags,
    /// Heading of a related list, a cross-reference between paragraphs.
    Related,
    /// Picture caption and credit.
    Caption,
    /// Advertisements and their marks.
    Advert,
    /// Subscribe, follow, join a channel.
    Newsletter,
    /// "جواب دیں" and the form.
    CommentForm,
    /// Readers' comments and their heading.
    Comments,
    /// About the author.
    AuthorBio,
    /// Rights, source of the page.
    Copyright,
    /// Cookies and privacy.
    Consent,
    /// Next and previous story, page numbers, load more.
    Pagination,
    /// HTML text that a reader does not see.
    Hidden,
    /// View counts, reading time, "Forwarded", message headers, disclaimers.
    Other,
}

impl Label {
    /// Every label.
    pub const ALL: [Label; 20] = [
        Label::DuplicateTitle,
        Label::Icon,
        Label::Navigation,
        Label::Breadcrumb,
        Label::Share,
        Label::Byline,
        Label::Date,
        Label::Tags,
        Label::Related,
        Label::Caption,
        Label::Advert,
        Label::Newsletter,
        Label::CommentForm,
        Label::Comments,
        Label::AuthorBio,
        Label::Copyright,
        Label::Consent,
        Label::Pagination,
        Label::Hidden,
        Label::Other,
    ];

    /// The label as the contract spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Label::DuplicateTitle => "duplicate-title",
            Label::Icon => "icon",
            Label::Navigation => "navigation",
            Label::Breadcrumb => "breadcrumb",
            Label::Share => "share",
            Label::Byline => "byline",
            Label::Date => "date",
            Label::Tags => "tags",
            Label::Related => "related",
            Label::Caption => "caption",
            Label::Advert => "advert",
            Label::Newsletter => "newsletter",
            Label::CommentForm => "comment-form",
            Label::Comments => "comments",
            Label::AuthorBio => "author-bio",
            Label::Copyright => "copyright",
            Label::Consent => "consent",
            Label::Pagination => "pagination",
            Label::Hidden => "hidden",
            Label::Other => "other",
        }
    }
}

/// A piece that is not the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Removed {
    /// What it is.
    pub label: Label,
    /// Its text, as the source has it.
    pub text: String,
    /// One sentence that a reader understands.
    pub reason: String,
    /// The stable name of the heaviest evidence.
    pub rule: String,
    /// How sure that is, 0 to 1.
    #[cfg_attr(not(target_arch = "wasm32"), serde(serialize_with = "as_javascript_writes"))]
    pub confidence: f64,
    /// Where it stood in the source text.
    pub spans: Vec<Span>,
}

/// Counts of the body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Stats {
    /// As `words` counts them.
    pub words: u32,
    /// As `sentences` counts them.
    pub sentences: u32,
    /// Code points without space.
    pub characters: u32,
    /// Words / 200, rounded up.
    pub reading_minutes: u32,
}

/// Something that the reader should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Warning {
    /// Its stable name, e.g. `ends-mid-sentence`.
    pub code: String,
    /// A sentence for the reader.
    pub text: String,
}

/// A sentence or a word of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Piece {
    /// The piece, verbatim.
    pub text: String,
    /// Where it begins, in UTF-16 code units.
    pub start: u32,
    /// Where it ends, in UTF-16 code units.
    pub end: u32,
}

/// What `parse_dateline` finds at the head of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ParsedDateline {
    /// Where the report was filed.
    pub place: Option<String>,
    /// Agency, desk or reporter.
    pub agency: Option<String>,
    /// The text after the dateline, trimmed.
    pub rest: String,
}

/// What `normalize` returns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Normalized {
    /// The text, set right.
    pub text: String,
    /// What was changed, by kind.
    pub changes: Vec<Change>,
    /// Where it was changed, with `edits`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub edits: Option<Vec<Edit>>,
}

/// A number that is whole without a point: 1 and not 1.0, so that the crate's JSON is the package's to the byte.
#[cfg(not(target_arch = "wasm32"))]
fn as_javascript_writes<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    let whole = *number as i32;
    if f64::from(whole) == *number {
        serializer.serialize_i32(whole)
    } else {
        serializer.serialize_f64(*number)
    }
}

//! What a line is by itself: a symbol, an address, a date, a menu, a furniture phrase.

use super::caption;
use super::details;
use super::furniture::{self, Phrase, Place};
use super::headline;
use super::list;
use super::measure::{Ending, Measure, Opening};
use super::person::{self, Person};
use super::points;
use super::{Evidence, Role, weight};
use crate::article::Label;
use crate::date::{self, DateLine};
use crate::dateline;
use crate::fingerprint::Fingerprint;
use crate::page::{LineForm, Page, last_word, parted};
use crate::read::credits_picture;
use crate::script::unicode::{is_alphanumeric, is_numeric};
use crate::script::{glued_rank, leading_number};

/// Most words of a menu entry, on average.
const MENU_ENTRY: u32 = 3;
/// Words that the last step of a path has beyond that, where it is a headline.
const HEADLINE: u32 = 12;

/// Bytes of a dateline by which two are the same.
const HEAD: usize = 16;
/// Most words of a link to what an outlet says about itself.
const ABOUT: u32 = 7;
/// Most words of one that asks for trust: "جانیے کہ آپ … پر کیوں اعتماد کر سکتے ہیں".
const TRUST: u32 = 14;

/// How far below such a link the next paragraph stands at least, in lines.
const NEAR: usize = 3;

/// Most words of a dateline on a line of its own.
const LONE_DATELINE: u32 = 5;

/// Most words of a date line with its label, weekday, time and twins.
const LONGEST_DATE: u32 = 24;

/// Fewest words of a paragraph whose dateline says that an article begins.
const DATELINED: u32 = 18;
/// Most words of a topic.
const TOPIC: u32 = 12;
/// Fewest words of a headline with a date behind it, and fewest digits of a date with a year.
const STORY: u32 = 4;
const YEAR: u32 = 4;
/// Most words of a date without a digit: "ایک گھنٹہ قبل".
const WORDED_DATE: u32 = 5;

/// What the later kinds of evidence want to know of a line.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shape {
    pub words: u32,
    pub phrases: Vec<Phrase>,
    /// The label of the phrase that is the whole line.
    pub whole: Option<Label>,
    pub is_date: bool,
    /// A date stands behind a headline and a mark: "دو شہروں کی کہانی - 02/09/2026".
    pub is_dated_behind: bool,
    /// Running text below other lines, and it begins with a dateline.
    pub is_datelined: bool,
    /// Running text right below the first of its kind, and it begins as agencies' reports do.
    pub is_report: bool,
    /// A date stands at the line's head and text follows it.
    pub is_dated: bool,
    /// Whether it may be somebody's name, and nothing else.
    pub person: Person,
    /// Of a headline's length, without a sentence's end.
    pub is_headline: bool,
    pub is_prose: bool,
    /// The heading of a list of stories.
    pub heads_stories: bool,
    /// A messenger's bold marks around the whole line.
    pub is_bold: bool,
    /// A rank number or a bullet before the words.
    pub is_ranked: bool,
    /// A number that only a space parts from the words: a rank, or how many there are.
    pub is_counted: bool,
    /// Readers of screens may skip from here.
    pub skips: bool,
    /// No letters or digits at all.
    pub is_symbol: bool,
    /// No letters.
    pub is_bare: bool,
    /// More letters of other scripts than of its own.
    pub is_foreign: bool,
}

impl Shape {
    /// Running text in which nothing speaks for furniture.
    pub(super) fn is_text(&self) -> bool {
        self.is_prose && self.phrases.is_empty()
    }

    /// Whether one of its phrases has the label.
    #[inline(never)]
    pub(super) fn has(&self, label: Label) -> bool {
        self.phrases.iter().any(|phrase| phrase.label == label)
    }
}

/// The shapes of all lines.
#[inline(never)]
pub(super) fn shapes(page: &Page, measures: &[Measure]) -> Vec<Shape> {
    let mut shapes: Vec<Shape> = measures.iter().enumerate().map(|(at, m)| shape(page.text(at), m)).collect();
    for at in 0..shapes.len() {
        // Who wrote and printed the book that is reviewed.
        for told in &mut shapes[at..at + points::book(page, at)] {
            told.phrases.clear();
            told.person = Person::No;
        }
        // "1پرانا پل" above "2نیا پل"
        let rank = |at: usize| glued_rank(page.text(at));
        if at > 0 && rank(at).is_some_and(|own| rank(at - 1).is_some_and(|above| above + 1 == own)) {
            shapes[at - 1].is_ranked = true;
            shapes[at].is_ranked = true;
        }
        let first_of_text =
            shapes[at].is_prose && at.checked_sub(1).is_none_or(|above| !shapes[above].is_prose);
        if !shapes[at].is_prose {
            continue;
        }
        if !first_of_text {
            let second = at == 1 || !shapes[at - 2].is_prose;
            // The summary may have the report's dateline.
            let head = |at: usize| page.text(at).as_bytes().get(..HEAD);
            let summed = !shapes[at - 1].is_datelined || head(at - 1) == head(at);
            shapes[at].is_report = second && summed && begins_report(page.text(at));
            // A sentence that begins with "ملاقات" is no byline.
            shapes[at].phrases.retain(|phrase| phrase.label != Label::Byline || phrase.place == Place::Whole);
            continue;
        }
        let datelined = shapes[at].words >= DATELINED && dateline::read(page.text(at)).is_some();
        shapes[at].is_datelined = datelined;
        // Whom a dateline names is no byline, and a phrase in an article's first sentences is no furniture.
        shapes[at].phrases.retain(|phrase| match phrase.place {
            Place::Whole => true,
            Place::In | Place::Credit if datelined => false,
            _ => phrase.label != Label::Byline,
        });
    }
    shapes
}

/// "کوئٹہ (اے پی پی)", "پشاور —", "مہر خبررساں ایجنسی کی رپورٹ کے مطابق": place and agency or a dash, or the agency that
/// tells. Those of other countries ("برطانوی خبر رساں ایجنسی") are told of in any text.
pub(super) fn begins_report(text: &str) -> bool {
    const REACH: usize = 12;
    let by_agency = || {
        let mut words = person::words(text).take(REACH);
        let name = words.next().unwrap_or_default();
        let kind = words.next().is_some_and(|word| matches!(word, "نیوز" | "خبررساں" | "خبر"));
        let agency = words.by_ref().take(2).any(|word| word == "ایجنسی");
        kind && agency && !name.ends_with('ی') && words.any(|word| word == "مطابق")
    };
    let filed = |found: dateline::Found| {
        let names_agency = found.agency.as_deref().is_some_and(|agency| agency.ends_with("ایجنسی"));
        let filed = found.agency.is_some() || text[..found.length].contains('—');
        names_agency || (found.place.is_some() && filed)
    };
    by_agency() || dateline::read(text).is_some_and(filed)
}

/// Whether words may be names: sentences and headlines have little words among them.
fn is_plain(text: &str) -> bool {
    !text.split_whitespace().any(|word| word != "and" && date::is_function_word(word))
}

#[inline(never)]
pub(super) fn shape(text: &str, m: &Measure) -> Shape {
    let mut phrases = furniture::phrases(text, m);
    // "ملاقات: دونوں ملکوں میں کیا طے پایا" is a headline.
    phrases.retain(|phrase| !phrase.announces(Label::Byline) || is_plain(&text[phrase.end..]));
    if is_path_of_two(text, m) {
        phrases.push(Phrase { label: Label::Breadcrumb, place: Place::Whole, end: text.len() });
    }
    let whole = phrases.iter_mut().find(|phrase| phrase.place == Place::Whole).map(|phrase| {
        // "1 تبصرہ" heads comments, "تبصرہ *" is where one is written.
        if phrase.label == Label::CommentForm && m.digits > 0 {
            phrase.label = Label::Comments;
        }
        phrase.label
    });
    if m.words <= furniture::LONGEST && m.ending == Ending::Open && caption::credit_behind_mark(text) {
        phrases.push(Phrase { label: Label::Caption, place: Place::Credit, end: text.len() });
    }
    // "استنبول کے بعد کراچی؟ زلزلے کی تیاری"
    let asks = m.inner_ends == 1 && m.ending == Ending::Open && m.words <= 18 && !text.contains('۔');
    let short = m.inner_ends == 1 && m.words <= headline::LONGEST;
    // "لفظوں کی دنیا۔۔۔ڈاکٹر عمران بخاری"
    let signed = || parted(text, "۔۔۔").is_some_and(|(_, name)| is_plain(name));
    let quotes = short && (quotes_sentence(text) || signed());
    let skips = skips(text, m);
    let is_headline = (3..=headline::LONGEST).contains(&m.words)
        && (m.inner_ends == 0 || asks || quotes)
        && !matches!(m.ending, Ending::Comma)
        && (m.ending != Ending::Sentence || !text.trim_end_matches(QUOTES).ends_with(['۔', '.']))
        && m.letters + m.foreign > m.digits * 2
        && !m.has_address
        && !skips;
    let found = may_be_date(m).then(|| date::date_line(text, None)).flatten();
    let is_dated_behind =
        m.words >= STORY && m.digits >= YEAR && found.as_ref().is_some_and(DateLine::is_behind);
    Shape {
        words: m.words,
        whole,
        is_date: is_date(text, m, found),
        is_dated_behind,
        is_dated: m.digits > 0 && m.words > 3 && date::lead(text).is_some(),
        is_datelined: false,
        is_report: false,
        person: if whole.is_none() && m.ending == Ending::Open {
            person::person(text, m)
        } else {
            Person::No
        },
        is_headline,
        is_prose: m.is_prose(),
        heads_stories: heads_stories(text, m),
        is_bold: is_bold(text),
        is_ranked: m.words > 2 && is_ranked(text, m),
        is_counted: m.opening == Opening::Digit && leading_number(text).2.starts_with(' '),
        skips,
        is_symbol: m.size() == 0,
        is_bare: m.letters + m.foreign == 0,
        is_foreign: m.foreign > m.letters,
        phrases,
    }
}

/// What ends a quotation.
const QUOTES: [char; 7] = ['‘', '’', '“', '”', '\'', '"', '»'];

/// "’یہ کس کا قصور ہے؟‘ پرانے پل کے گرنے پر سوال": a question or a call that ends inside a quotation.
fn quotes_sentence(text: &str) -> bool {
    let behind = text.split_once(['؟', '?', '!']).map(|(_, behind)| behind);
    behind.is_some_and(|behind| behind.starts_with(QUOTES))
}

/// Whether a line is short enough for a date, with other text beside it or not.
fn may_be_date(m: &Measure) -> bool {
    let longest = if m.digits > 0 { headline::LONGEST } else { WORDED_DATE };
    (1..=longest).contains(&m.words)
}

/// A date, with at most names, desks and counts beside it, or the sentence that says when the text was published;
/// `found`, what the line is as a date line.
fn is_date(text: &str, m: &Measure, found: Option<DateLine>) -> bool {
    if m.words > LONGEST_DATE || !may_be_date(m) {
        return false;
    }
    let detailed = found.clone().is_some_and(|found| details::details_of(text, found).is_some());
    detailed || !date::dates_of(text, found).is_empty()
}

/// `*…*` around the whole line.
pub(crate) fn is_bold(text: &str) -> bool {
    let inner = text.trim_matches(|c: char| !is_alphanumeric(c) && c != '*');
    inner.len() > 2 && inner.starts_with('*') && inner.ends_with('*')
}

/// A rank number or a bullet before the words.
pub(super) fn is_ranked(text: &str, m: &Measure) -> bool {
    match m.opening {
        Opening::Bullet => true,
        Opening::Digit => {
            let (_, digits, rest) = leading_number(text);
            digits <= 2 && rest.starts_with(['.', ')', '-', '۔', ' ', '\t', ':'])
        }
        _ => false,
    }
}

/// Says what the line's own shape makes of it.
#[inline(never)]
pub(super) fn weigh(page: &Page, shapes: &[Shape], rows: &[bool], at: usize, evidence: &mut Evidence) {
    let (shape, m) = (&shapes[at], evidence.measures[at].clone());
    let line = &page.lines[at];
    // Who wrote it may be told to readers of screens only.
    let signs = || !evidence.is_signed && shape.phrases.iter().any(|phrase| phrase.announces(Label::Byline));
    if line.is_hidden() && !signs() {
        evidence.add(Role::Removed(Label::Hidden), 30.0, "hidden");
    }
    if is_table_row(page, at) {
        let role = if rows[at] { Role::Body } else { Role::Removed(Label::Other) };
        evidence.add(role, weight::TABLE, "table");
        return;
    }
    for phrase in &shape.phrases {
        let weight = match phrase.place {
            // Counts and buttons beside a date are parts of its line.
            Place::In | Place::Credit if shape.is_date && phrase.label != Label::Copyright => continue,
            // "اگلی پوسٹ میں …" begins a sentence.
            Place::Start if shape.is_prose && phrase.label == Label::Pagination => continue,
            // A subhead may be a word that menus have.
            Place::Whole if heads_text(shapes, rows, at, phrase.label) => weight::FURNITURE_SUBHEAD,
            // So may a topic.
            Place::Whole if names_topic(phrase.label, at, evidence) => weight::FURNITURE_SUBHEAD,
            Place::Whole => weight::FURNITURE_WHOLE,
            Place::Lead => weight::FURNITURE_LEAD,
            Place::Start => weight::FURNITURE_START,
            Place::Credit => weight::FURNITURE_CREDIT,
            // The longer the line, the less a phrase in it says.
            Place::In => weight::FURNITURE_IN * (1.0 - m.words as f32 / (2.0 * furniture::LONGEST as f32)),
        };
        evidence.add(Role::Removed(phrase.label), weight, "furniture");
    }
    if m.words <= furniture::LONGEST && page.text(at).contains('©') {
        let label = if credits_picture(page.text(at)) { Label::Caption } else { Label::Copyright };
        evidence.add(Role::Removed(label), weight::COPYRIGHT, "shape");
    }
    if m.has_at && m.words <= 2 && !shape.is_prose {
        evidence.add(Role::Removed(Label::AuthorBio), weight::MAIL, "link");
    }
    if shape.is_text() {
        evidence.add(Role::Removed(Label::Navigation), weight::MENU_PROSE, "shape");
        evidence.add(Role::Removed(Label::Byline), weight::BYLINE_PROSE, "shape");
        evidence.add(Role::Removed(Label::Tags), weight::TAGS_PROSE, "shape");
    }
    let is_clock = shape.is_date && is_clock(page.text(at));
    if shape.is_symbol {
        evidence.add(Role::Removed(Label::Icon), weight::SYMBOL, "symbol");
    } else if m.letters + m.foreign == 0 && (!shape.is_date || is_clock) && line.form != LineForm::Row {
        let label = if shape.is_date { Label::Other } else { number(page, shapes, at, m.digits) };
        evidence.add(Role::Removed(label), weight::NUMBER, "number");
    }
    if (m.has_address && m.words <= 2) || (m.letters == 0 && is_host_and_path(page.text(at))) {
        // An address is what the line above invites to.
        let above = at.checked_sub(1).map_or(&[][..], |above| &shapes[above].phrases);
        let told = [Label::Newsletter, Label::Share, Label::Copyright, Label::Other];
        let label = above.iter().map(|phrase| phrase.label).find(|label| told.contains(label));
        let label = label.unwrap_or_else(|| address(page.text(at)));
        evidence.add(Role::Removed(label), weight::LINK, "link");
    }
    if is_figure(page.text(at), shape, &m) {
        evidence.add(Role::Removed(Label::Other), weight::FIGURE, "shape");
    }
    // "کیا آپ متفق ہیں؟", "ہاں", "نہیں"
    let is_yes = |m: &Measure| m.phrase == Fingerprint::of_phrase("ہاں");
    if page.text(at).ends_with('؟')
        && shape.words <= QUESTION
        && evidence.measures.get(at + 1).is_some_and(is_yes)
    {
        evidence.add(Role::Removed(Label::Other), weight::FURNITURE_WHOLE, "neighbours");
    }
    if is_sum(page.text(at), &m) {
        evidence.add(Role::Removed(Label::CommentForm), weight::SUM, "shape");
    }
    if let Some(label) = label_around(shapes, at) {
        evidence.add(Role::Removed(label), weight::FURNITURE_AROUND, "neighbours");
    }
    if invites_to_share(page, shapes, &m, at) {
        evidence.add(Role::Removed(Label::Share), weight::SHARE_HEADING, "neighbours");
    }
    if !shape.is_prose && m.words > 4 && shape.phrases.is_empty() {
        let excess = (m.words - 4) as f32 * weight::MENU_LONG;
        evidence.add(Role::Removed(Label::Navigation), excess.max(weight::MENU_LONGEST), "shape");
        if m.words > TOPIC {
            evidence.add(Role::Removed(Label::Tags), weight::TAGS_PROSE, "shape");
        }
    }
    if cites(page.text(at), &m) || ends_answer(page.text(at), &m) {
        evidence.add(Role::Body, weight::FATWA, "shape");
    } else if is_folio_line(page.text(at), &m) {
        evidence.add(Role::Removed(Label::Pagination), weight::FOLIO, "folio");
    }
    if m.hashtags > 0 && m.hashtags >= m.words {
        evidence.add(Role::Removed(Label::Tags), weight::HASHTAGS, "hashtags");
    }
    if shape.is_date && !is_clock {
        let subhead = stands_between_paragraphs(shapes, at)
            && date::line(page.text(at), None).iter().all(|date| date.value.is_none());
        let weight = if subhead { weight::DATE_SUBHEAD } else { weight::DATE };
        // A month below the text is one of an archive's.
        let archived = at > evidence.text_from && m.words == 2 && m.digits == 4 && m.letters > 0;
        let label = if archived { Label::Navigation } else { Label::Date };
        evidence.add(Role::Removed(label), weight, "date");
        // Whoever comments does so on some day.
        evidence.add(Role::Removed(Label::Comments), weight::COMMENT_DATE, "date");
        if subhead {
            evidence.add(Role::Heading, weight::SUBHEAD, "subhead");
        }
    }
    let text_below = || shapes.get(at + 1).is_some_and(|below| below.is_prose);
    if m.words <= LONE_DATELINE && dateline::alone(page.text(at)).is_some() && text_below() {
        evidence.add(Role::Body, weight::DATELINE_ALONE, "dateline");
    }
    if asks(page.text(at)) && text_below() {
        evidence.add(Role::Heading, weight::FATWA, "subhead");
    }
    if let Some(label) = invitation(page.text(at), shape) {
        evidence.add(Role::Removed(label), weight::INVITATION, "furniture");
    }
    if shape.heads_stories {
        evidence.add(Role::Removed(Label::Related), weight::STORIES, "related-list");
    }
    // A subhead of the text may end so too.
    let apart = || evidence.is_story(at) || !shapes[at + 1..].iter().take(NEAR).any(Shape::is_text);
    let ends = [(" کے بارے میں", ABOUT), ("کیوں اعتماد کر سکتے ہیں", TRUST)];
    let tells = ends.iter().any(|(end, most)| m.words <= *most && page.text(at).ends_with(end));
    if at > evidence.text_from && tells && apart() {
        evidence.add(Role::Removed(Label::Navigation), weight::SKIP, "menu");
    }
    if shape.skips {
        // What is shown of another site is none of this one's parts.
        let label = if page.text(at).contains("پوسٹ") { Label::Other } else { Label::Navigation };
        evidence.add(Role::Removed(label), weight::SKIP, "menu");
    }
    let leads_on = || shape.phrases.is_empty() && list::leads_on(page.text(at));
    if shape.is_headline && (refers(page.text(at)) || leads_on()) && stands_between_paragraphs(shapes, at) {
        evidence.add(Role::Removed(Label::Related), weight::REFERENCE, "related-list");
    }
    if line.form != LineForm::Preformatted {
        weigh_menu(line.form, page.text(at), shape, &m, evidence);
    }
}

/// Whether a line that is seen tells who wrote.
#[inline(never)]
pub(super) fn is_signed(page: &Page, shapes: &[Shape]) -> bool {
    page.lines.iter().zip(shapes).any(|(line, shape)| shape.has(Label::Byline) && !line.is_hidden())
}

/// "ur.example.com/xbT7q": an address without its scheme.
fn is_host_and_path(text: &str) -> bool {
    let Some((host, path)) = parted(text, "/") else { return false };
    let is_host =
        host.contains('.') && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    is_host && host.contains(|c: char| c.is_ascii_alphabetic()) && path.chars().all(|c| c.is_ascii_graphic())
}

/// What an address alone on its line is: where to follow, or the page's own.
fn address(text: &str) -> Label {
    let channels = ["whatsapp.com", "t.me/", "telegram.me/", "play.google.com", "apple.com", "discord.gg"];
    let rest = parted(text, "://").map_or(text, |(_, rest)| rest);
    if channels.iter().any(|channel| rest.contains(channel)) {
        Label::Newsletter
    } else if parted(rest, "/").is_some_and(|(_, path)| !path.is_empty()) {
        Label::Share
    } else {
        Label::Other
    }
}

/// Most words of a figure with its name: "برطانوی پاؤنڈ 356.00 359.50".
const FIGURE: u32 = 6;
/// Most words of a poll's question.
const QUESTION: u32 = 30;

/// A name and figures: the weather, a rate, a score, a count.
fn is_figure(text: &str, shape: &Shape, m: &Measure) -> bool {
    let counted = || text.trim_end_matches(')').trim_end_matches(is_numeric).ends_with('(');
    m.digits >= 2
        && m.letters + m.foreign > 0
        && m.words <= FIGURE
        && !shape.is_date
        && !shape.is_dated
        && !shape.is_dated_behind
        && shape.phrases.is_empty()
        && (!shape.is_headline || text.contains('°'))
        && m.sentences() == 0
        && !counted()
}

/// "5 + 3 =": what a form asks to tell people from programs.
fn is_sum(text: &str, m: &Measure) -> bool {
    m.digits >= 2
        && m.words <= 10
        && text.contains('+')
        && text.trim_end_matches(['؟', '?', ' ']).ends_with('=')
}

/// The label of a button among buttons of another kind: "ای میل" in a form, "Print" beside "Facebook".
fn label_around(shapes: &[Shape], at: usize) -> Option<Label> {
    const BUTTON: u32 = 4;
    let shape = &shapes[at];
    let is_button = match shape.whole {
        Some(label) => matches!(label, Label::Navigation | Label::Share | Label::CommentForm),
        None => shape.words <= 2 && !shape.is_date && !shape.is_bare,
    };
    if shape.words > BUTTON || !is_button {
        return None;
    }
    let whole = |at: Option<usize>| at.and_then(|at| shapes.get(at)).and_then(|shape| shape.whole);
    let above = whole(at.checked_sub(1))?;
    if shape.whole == Some(above) {
        return None;
    }
    match above {
        Label::Consent if shape.whole.is_some() => Some(above),
        Label::Share if shape.whole == Some(Label::CommentForm) => Some(above),
        Label::Share | Label::CommentForm if whole(Some(at + 1)) == Some(above) => Some(above),
        _ => None,
    }
}

/// Most words of what stands above buttons: "اس خبر کو دوستوں تک پہنچائیں:".
const BUTTONS_HEADING: u32 = 7;

/// Whether a line heads buttons to share: two of them stand right below it.
fn invites_to_share(page: &Page, shapes: &[Shape], m: &Measure, at: usize) -> bool {
    let button = |at: usize| shapes.get(at).is_some_and(|shape| shape.whole == Some(Label::Share));
    let heads = m.ending == Ending::Colon || matches!(page.lines[at].form, LineForm::Heading(_));
    let text_above = shapes[at.saturating_sub(2)..at].iter().any(|above| above.is_prose);
    heads
        && text_above
        && shapes[at].whole.is_none()
        && m.words <= BUTTONS_HEADING
        && button(at + 1)
        && button(at + 2)
}

/// "0:03:21" and nothing else: how long a recording is.
fn is_clock(text: &str) -> bool {
    let long = text.starts_with("0:") || text.starts_with("00:") || text.matches(':').count() == 2;
    long && text.chars().all(|c| is_numeric(c) || c == ':')
}

/// How many numbers may stand side by side beside a date, a name or a button, with that one.
const COUNTS: usize = 4;

/// Most digits of a page's number.
const FOLIO: u32 = 2;

/// What a number alone is: a page's, or beside date, name or buttons a count.
fn number(page: &Page, shapes: &[Shape], at: usize, digits: u32) -> Label {
    let value = |at: usize| {
        let (number, _, rest) = leading_number(page.text(at));
        rest.is_empty().then_some(number)
    };
    let own = value(at);
    let follows = |one: Option<u32>, other: Option<u32>| {
        one.and_then(|value| value.checked_add(1)).is_some_and(|next| other == Some(next))
    };
    let in_row =
        (at > 0 && follows(value(at - 1), own)) || (at + 1 < shapes.len() && follows(own, value(at + 1)));
    if in_row {
        return Label::Pagination;
    }
    let bracketed = |at: usize| page.text(at).starts_with('(') && page.text(at).ends_with(')');
    // How many posts a month, a topic or a section of an archive has.
    if bracketed(at) || (at + 1 < shapes.len() && shapes[at + 1].is_bare && bracketed(at + 1)) {
        return Label::Navigation;
    }
    if digits > FOLIO {
        return Label::Other;
    }
    let is_number = |shape: &&Shape| shape.is_bare && !shape.is_date;
    let above = shapes[at.saturating_sub(COUNTS)..at].iter().rev().find(|shape| !is_number(shape));
    let below = shapes[at + 1..shapes.len().min(at + 1 + COUNTS)].iter().find(|shape| !is_number(shape));
    let detail = |shape: &Shape| {
        shape.is_date
            || matches!(shape.whole, Some(Label::Share | Label::Byline | Label::Comments | Label::Other))
    };
    let counts =
        above.is_some_and(detail) || (below.is_some_and(detail) && !above.is_some_and(|line| line.is_prose));
    if counts { Label::Other } else { Label::Pagination }
}

/// "سنڈے میگزین سے مزید", "پاکستان کی تازہ ترین خبریں": the heading of a list of stories.
fn heads_stories(text: &str, m: &Measure) -> bool {
    const WORDS: u32 = 9;
    if !(2..=WORDS).contains(&m.words) || !matches!(m.ending, Ending::Open | Ending::Colon) {
        return false;
    }
    names_stories(text)
}

/// What lists of stories are called, and of which stories.
const STORIES: [&str; 22] = [
    "خبریں",
    "تجزیے",
    "News",
    "Posts",
    "Articles",
    "Stories",
    "مضامین",
    "تحریریں",
    "تحاریر",
    "کالم",
    "کالمز",
    "ویڈیوز",
    "رپورٹس",
    "رپورٹیں",
    "شوز",
    "پوسٹیں",
    "بلاگز",
    "غزلیں",
    "سٹوریز",
    "ریسیپیز",
    "ترکیبیں",
    "اسٹوریز",
];
const WHICH: [&str; 15] = [
    "مزید",
    "تازہ",
    "اہم",
    "مقبول",
    "حالیہ",
    "زیادہ",
    "متعلقہ",
    "دیگر",
    "ٹاپ",
    "Latest",
    "Recent",
    "Related",
    "Top",
    "Popular",
    "More",
];

/// "تازہ ترین خبریں", "Latest News": stories, and which.
pub(super) fn names_stories(text: &str) -> bool {
    let mut words = text.split_whitespace().map(|word| word.trim_end_matches([':', '۔', '…', '؛']));
    let last = words.clone().next_back().unwrap_or_default();
    (last == "مزید" && words.clone().any(|word| word == "سے"))
        || (STORIES.contains(&last) && words.any(|word| WHICH.contains(&word)))
}

/// "مرکزی مواد پر جائیں", "پوڈکاسٹ نظرانداز کریں اور آگے بڑھیں": what a reader of screens may skip, and to where.
fn skips(text: &str, m: &Measure) -> bool {
    const WORDS: u32 = 14;
    let ends =
        [" پر جائیں", " نظرانداز کریں", " پوسٹ نظر انداز کریں", " پوسٹ کا اختتام", " and continue reading"];
    let starts = ["End of ", "end of ", "سیکشن نظر انداز کریں"];
    // "X پوسٹ نظرانداز کریں، 1"
    let counted = text.trim_end_matches(|c: char| is_numeric(c) || matches!(c, ',' | '،' | ' '));
    (3..=WORDS).contains(&m.words)
        && (ends.iter().any(|end| counted.ends_with(end))
            || starts.iter().any(|start| text.starts_with(start))
            || parted(text, "انداز کریں").is_some_and(|(_, on)| on.starts_with(" اور ")))
}

/// "»» لرستان کے جنگلات میں آگ": marks that point to another page.
fn refers(text: &str) -> bool {
    let mut chars = text.chars();
    let mark = chars.next().filter(|c| matches!(c, '»' | '>' | '◄' | '►' | '▶' | '◀' | '←' | '⬅' | '👈'));
    mark.is_some_and(|mark| chars.next().is_some_and(|next| next == mark || next == ' '))
}

/// Whether an entry of a menu or a button stands alone between two paragraphs, or the heading of a box between a paragraph
/// and rows of the text.
fn heads_text(shapes: &[Shape], rows: &[bool], at: usize, label: Label) -> bool {
    match label {
        Label::Navigation | Label::Comments | Label::Tags => stands_between_paragraphs(shapes, at),
        Label::Other => at > 0 && shapes[at - 1].is_prose && rows.get(at + 1) == Some(&true),
        _ => false,
    }
}

/// "سوال", above a question to a scholar or an office.
pub(super) fn asks(text: &str) -> bool {
    text.trim_end_matches([':', ' ']) == "سوال"
}

/// "جواب", above the answer to it.
pub(super) fn answers(text: &str) -> bool {
    text.trim_end_matches([':', ' ']) == "جواب"
}

/// "فقط واللہ اعلم": what answers to questions of faith end with.
fn ends_answer(text: &str, m: &Measure) -> bool {
    m.words <= LONE_DATELINE && text.contains("واللہ اعلم")
}

/// "(البحر الرائق، ج:5، ص:41)": in which volume of a book it stands.
fn cites(text: &str, m: &Measure) -> bool {
    const VOLUME: &str = "ج:";
    let told = |(at, _): (usize, &str)| {
        !text[..at].ends_with(is_alphanumeric)
            && text[at + VOLUME.len()..].trim_start().starts_with(is_numeric)
    };
    m.words <= furniture::LONGEST && text.starts_with('(') && text.match_indices(VOLUME).any(told)
}

/// Whether an entry of a menu stands among what class or id calls the topics, below the text.
fn names_topic(label: Label, at: usize, evidence: &Evidence) -> bool {
    label == Label::Navigation && at > evidence.text_from && evidence.labels[at] == Some(Label::Tags)
}

pub(super) fn stands_between_paragraphs(shapes: &[Shape], at: usize) -> bool {
    at > 0 && is_paragraph(shapes.get(at - 1)) && is_paragraph(shapes.get(at + 1))
}

/// A text of some length.
pub(super) fn is_paragraph(shape: Option<&Shape>) -> bool {
    shape.is_some_and(|shape| shape.is_text() && shape.words >= DATELINED)
}

/// What a line asks its reader to do: to follow, to share, to read on.
#[inline(never)]
fn invitation(text: &str, shape: &Shape) -> Option<Label> {
    let phrase =
        shape.phrases.iter().find(|phrase| phrase.place == Place::In || phrase.place == Place::Start)?;
    let last = last_word(text.trim_end_matches(|c: char| !is_alphanumeric(c)));
    let asks = [
        "کریں",
        "کیجیے",
        "کیجئے",
        "کیجے",
        "پڑھیں",
        "پڑھیے",
        "دیکھیں",
        "دیکھیے",
        "جائیں",
        "دبائیں",
        "بنیں",
        "ہوں",
    ]
    .contains(&last);
    let invites = matches!(phrase.label, Label::Newsletter | Label::Related | Label::Share | Label::Other);
    (asks && invites).then_some(phrase.label)
}

/// A running head: few words, among them "صفحہ" and a number, without a sentence. A note that says where something is
/// found has commas before its "ص".
fn is_folio_line(text: &str, m: &Measure) -> bool {
    const WORDS: u32 = 14;
    if m.digits == 0 || !(2..=WORDS).contains(&m.words) || text.ends_with('۔') {
        return false;
    }
    // "روزنامہ آفاق لاہور (8) جمعہ"
    let numbered = |(_, page)| {
        let (_, digits, behind) = leading_number(page);
        let date = behind.strip_prefix(')').filter(|_| (1..=2).contains(&digits));
        date.is_some_and(|date| date.is_empty() || date::date_line(date, None).is_some())
    };
    if text.starts_with("روزنامہ ") && parted(text, "(").is_some_and(numbered) {
        return true;
    }
    let mut tokens = text.split(|c: char| !is_alphanumeric(c)).filter(|token| !token.is_empty());
    let page = |token: &str| matches!(token, "صفحہ" | "صفحه" | "Page") || token == "ص" && m.commas == 0;
    let number = |token: Option<&str>| token.is_some_and(|token| token.chars().all(is_numeric));
    tokens.any(page) && {
        let next = tokens.next();
        number(next) || (next == Some("نمبر") && number(tokens.next()))
    }
}

/// A line of cells next to another with as many, or below one with one more: a copy has no empty cell at its end.
fn is_table_row(page: &Page, at: usize) -> bool {
    let cells = |at: usize| {
        let row = page.lines.get(at).is_some_and(|line| line.form == LineForm::Row);
        if row { page.text(at).split('\t').count() } else { 0 }
    };
    let own = cells(at);
    let above = at.checked_sub(1).map_or(0, cells);
    own > 1 && (above == own || above == own + 1 || cells(at + 1) == own)
}

/// Which rows are of tables of the text: it, or a list of its points, stands a few lines above them, or a paragraph of it right
/// below, or it stands above no table of the page.
#[inline(never)]
pub(super) fn rows_of_text(page: &Page, shapes: &[Shape], points: &[bool]) -> Vec<bool> {
    let mut since_text = None;
    let mut belongs = Vec::with_capacity(shapes.len());
    for ((line, shape), &is_point) in page.lines.iter().zip(shapes).zip(points) {
        let is_row = line.form == LineForm::Row;
        belongs.push(is_row && since_text.map_or(page.containers.is_empty(), |lines| lines < NEAR));
        let heads_box = matches!(shape.whole, Some(Label::Other | Label::Related));
        if is_point || (shape.is_prose && !shape.is_headline && shape.whole.is_none() && !is_row) {
            since_text = Some(0);
        } else if heads_box {
            // "کرنسی ریٹ"
            since_text = Some(NEAR);
        } else if is_row && since_text.is_some_and(|lines| lines < NEAR) {
            // Below a table of the text may stand another.
            since_text = Some(0);
        } else if !is_row {
            since_text = since_text.map(|lines| lines + 1);
        }
    }
    let is_paragraph = |at: usize| {
        shapes.get(at).is_some_and(|line| line.is_prose && !line.is_headline && line.words >= DATELINED)
    };
    for at in (0..belongs.len()).rev().filter(|&at| page.lines[at].form == LineForm::Row) {
        let below = page.lines.get(at + 1).is_some_and(|line| line.form == LineForm::Row) && belongs[at + 1];
        belongs[at] |= below || (since_text.is_some() && is_paragraph(at + 1));
    }
    belongs
}

/// What stands between the steps of a path to a page.
const PATH: [char; 8] = ['/', '»', '›', '>', '\\', '«', '‹', '<'];

/// Short entries parted by marks or tabs.
fn weigh_menu(form: LineForm, text: &str, shape: &Shape, m: &Measure, evidence: &mut Evidence) {
    let text_or_number = m.has_address || m.digits * 3 > m.size() || m.sentences() > 0;
    if m.words < 3 || text_or_number || shape.is_date || shape.is_dated_behind {
        return;
    }
    let tabs = if form == LineForm::Row { text.matches('\t').count() as u32 } else { 0 };
    let count = |mark: &str| if text.contains(mark) { text.matches(mark).count() as u32 } else { 0 };
    let dashes = if m.ending == Ending::Open { count(" - ") + count(" – ") } else { 0 };
    // "ہوم   سنڈے میگزین   پڑوسی کے حقوق"
    // A headline with careless spaces has gaps too, a menu has entries of menus between them.
    let is_entry = |entry: &str| furniture::whole(Fingerprint::of_phrase(entry)) == Some(Label::Navigation);
    let entries = || text.split("  ").filter(|entry| !entry.trim_start().is_empty());
    let spaces = if entries().any(is_entry) { entries().skip(1).count() as u32 } else { 0 };
    let parts = m.separators.max(tabs).max(dashes).max(spaces) + 1;
    if parts < 3 || m.words > MENU_ENTRY * parts + HEADLINE {
        return;
    }
    let home = parted(text, "  ").map_or(text, |(home, _)| home);
    let home = home.split(|c| PATH.contains(&c) || matches!(c, '|' | '\t')).next().unwrap_or_default();
    let from_home = is_entry(home);
    let path = (text.contains(PATH) || spaces > 1) && !text.contains('|');
    if from_home && path {
        evidence.add(Role::Removed(Label::Breadcrumb), weight::BREADCRUMB, "menu");
    } else if m.words <= MENU_ENTRY * parts {
        evidence.add(Role::Removed(Label::Navigation), weight::MENU, "menu");
    }
}

/// "Home / حیدرآباد": a path of two steps from the front page.
fn is_path_of_two(text: &str, m: &Measure) -> bool {
    const WORDS: u32 = 6;
    if m.words > WORDS {
        return false;
    }
    let mut steps = text.split(PATH).map(str::trim);
    let home =
        steps.next().is_some_and(|home| matches!(home, "Home" | "HOME" | "ہوم" | "صفحہ اول" | "صفحۂ اول"));
    home && steps.next().is_some_and(|step| !step.is_empty()) && steps.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_messengers_bold_marks_stand_around_the_line() {
        assert!(is_bold("🔴 *بریکنگ نیوز* 🔴") && !is_bold("* ضروری خانے") && !is_bold("یہ *اہم* ہے"));
    }

    #[test]
    fn marks_point_to_another_page() {
        assert!(refers("»» جنگلات میں آگ") && refers("◄ جنگلات میں آگ"));
        assert!(!refers("«جنگل» کا نام") && !refers("جنگلات میں آگ »"));
    }

    #[test]
    fn what_may_be_skipped_is_told_from_headlines() {
        let skips = |text: &str| super::skips(text, &super::super::measure::measure(text));
        assert!(skips("مرکزی مواد پر جائیں") && skips("End of پوڈکاسٹ") && skips("پوڈکاسٹ کو نظرانداز کریں"));
        assert!(skips("X پوسٹ نظر انداز کریں, 1") && skips("پوڈکاسٹ نظرانداز کریں اور آگے بڑھیں"));
        assert!(!skips("حکام نے پابندی کو نظرانداز کر دیا") && !skips("وہ اسے نظر انداز کریں گے"));
    }

    #[test]
    fn a_masthead_has_its_page_before_the_date() {
        let is_folio = |text: &str| is_folio_line(text, &super::super::measure::measure(text));
        assert!(is_folio("روزنامہ آفاق لاہور (8) جمعہ 12 مارچ 2021ء") && is_folio("روزنامہ آفاق لاہور (8)"));
        assert!(!is_folio("روزنامہ زمیندار (1903) کی تاریخ"));
    }

    #[test]
    fn a_path_of_two_steps_begins_at_the_front_page() {
        let is_path = |text: &str| is_path_of_two(text, &super::super::measure::measure(text));
        assert!(is_path("Home / حیدرآباد") && is_path("صفحہ اول » قومی خبریں"));
        assert!(!is_path("پاکستان / بھارت") && !is_path("ہوم /") && !is_path("ہوم ڈیپارٹمنٹ"));
    }
}

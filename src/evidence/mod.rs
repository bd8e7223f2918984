//! What speaks for what: one file for each kind of evidence.
//!
//! Nothing here decides. A piece of evidence says: this line, this role, this weight in log-odds; `decide` adds
//! them up. Weights stand in `data/weights.tsv`.
//!
//! Each kind is compiled as a function of its own (`#[inline(never)]`): all of them as one took an engine longer to
//! make ready than to run.

mod author;
mod caption;
mod cohesion;
pub(crate) mod details;
pub(crate) mod features;
pub(crate) mod furniture;
pub(crate) mod headline;
pub(crate) mod list;
mod live;
pub(crate) mod markup;
pub(crate) mod measure;
mod message;
pub(crate) mod person;
pub(crate) mod points;
pub(crate) mod repetition;
mod shape;
pub(crate) mod structure;
mod topics;
mod verse;
mod vocabulary;

use crate::article::Label;
use crate::page::Page;
use features::Features;
use furniture::{Phrase, Place};
use markup::Card;
use measure::Measure;
use repetition::Copy;
use shape::Shape;
use vocabulary::Vocabulary;

pub(crate) mod weight {
    include!(concat!(env!("OUT_DIR"), "/weights.rs"));
}

/// What a line may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Body: a paragraph, list item, verse, row.
    Body,
    /// A subhead in the body.
    Heading,
    /// The headline.
    Title,
    /// The standfirst.
    Subtitle,
    /// Part of a list of other stories.
    Item,
    /// Not the article.
    Removed(Label),
}

/// Where in a table of roles those begin that are not the article.
const LABELS: usize = 5;

/// How many roles there are.
pub(crate) const ROLES: usize = LABELS + Label::Other as usize + 1;

impl Role {
    /// Its place in a table of roles.
    pub(crate) const fn index(self) -> usize {
        // Asked apart: a jump for each role is one that processors cannot foresee.
        if let Role::Removed(label) = self {
            return LABELS + label as usize;
        }
        match self {
            Role::Body => 0,
            Role::Heading => 1,
            Role::Title => 2,
            Role::Subtitle => 3,
            Role::Item | Role::Removed(_) => 4,
        }
    }
}

/// One piece of evidence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    pub role: Role,
    pub weight: f32,
    /// The rule's stable name.
    pub rule: &'static str,
}

/// How many lines a comment may have above the button that answers it.
const COMMENT: usize = 4;

/// The first heading, form or button of comments.
fn comments_announced(page: &Page, shapes: &[Shape], labels: &[Option<Label>]) -> usize {
    let comments = |phrase: &Phrase| {
        matches!(phrase.label, Label::Comments | Label::CommentForm) && phrase.place != Place::In
    };
    // Between the question and the answer to it the word is no button.
    let answers = |at| shape::answers(page.text(at)) && shape::stands_between_paragraphs(shapes, at);
    let announces = |at: usize| shapes[at].phrases.iter().any(comments) && !answers(at);
    let first = (0..shapes.len()).position(|at| labels[at] == Some(Label::Comments) || announces(at));
    first.unwrap_or(shapes.len())
}

/// Fewest words of a paragraph that is the text's for sure.
const PARAGRAPH: u32 = 30;

/// Log-odds by structure that a teaser above the headline has not.
const TEXT: f32 = -2.0;

/// The first paragraph.
fn text_from(shapes: &[Shape], structure: &[f32]) -> usize {
    let paragraph = |shape: &Shape| shape.words >= PARAGRAPH && shape.is_prose && !shape.is_headline;
    let text = shapes.iter().zip(structure).position(|(shape, &odds)| paragraph(shape) && odds > TEXT);
    text.unwrap_or(shapes.len())
}

/// All evidence of a page.
pub(crate) struct Evidence {
    pub measures: Vec<Measure>,
    pub features: Vec<Features>,
    /// Log-odds that a line is content, by structure.
    pub structure: Vec<f32>,
    /// What markup says; none for plain text.
    markup: Option<markup::Said>,
    /// What markup calls the place where each line stands.
    pub labels: Vec<Option<Label>>,
    /// What each line is of a card of another story.
    cards: Vec<Option<Card>>,
    /// Whether each line is a date.
    pub dates: Vec<bool>,
    /// Of each line, the first one with the same letters.
    pub first: Vec<Option<usize>>,
    /// Which lines are of a table of contents.
    pub contents: Vec<bool>,
    /// A page of HTML on which headlines are links.
    links_stories: bool,
    /// What announces readers' comments.
    comments_announced: usize,
    /// The first paragraph.
    text_from: usize,
    /// A line that is seen tells who wrote.
    is_signed: bool,
    pieces: Vec<Piece>,
    /// Where the pieces of each line begin.
    starts: Vec<usize>,
}

impl Evidence {
    /// Gathers what every kind of evidence says of the page.
    pub(crate) fn of(page: &Page) -> Self {
        let (mut measures, words) = measure::lines(page);
        let first = repetition::first_occurrences(&measures);
        let twice = repetition::stand_twice(&first);
        let mut shapes = shape::shapes(page, &measures);
        headline::set_stops_aside(page, &mut measures, &mut shapes);
        let features = features::features(&page.lines, &measures, &shapes, &twice);
        let (structure, markup) = if page.containers.is_empty() {
            let mut row = structure::Row::new();
            (features.iter().map(|own| structure::text_log_odds(own, &mut row)).collect(), None)
        } else {
            let (log_odds, said) = markup::Said::of(page, &measures, &words, &shapes, &features);
            (log_odds, Some(said))
        };
        let labels = markup::labels::labels(page, &structure);
        let cards = match &markup {
            Some(said) => said.cards(page, &shapes, &structure, &labels),
            None => vec![None; page.lines.len()],
        };
        let told_title = markup.as_ref().and_then(markup::Said::title);
        let links_stories = list::links_stories(&shapes, markup.as_ref());
        let comments_announced = comments_announced(page, &shapes, &labels);
        let mut evidence = Self {
            measures,
            features,
            markup,
            first,
            links_stories,
            text_from: text_from(&shapes, &structure),
            is_signed: shape::is_signed(page, &shapes),
            structure,
            comments_announced,
            labels,
            cards,
            dates: shapes.iter().map(|shape| shape.is_date).collect(),
            contents: Vec::new(),
            pieces: Vec::new(),
            starts: Vec::new(),
        };
        let verses = verse::verses(page, &evidence.measures, &shapes);
        let vocabulary = Vocabulary::of(&words, &shapes, &evidence.structure);
        evidence.contents = headline::contents(page, &shapes, &evidence);
        let topics = topics::topics(page, &evidence.measures, &shapes, &vocabulary);
        let points = points::points(page, &shapes, &evidence);
        let rows = shape::rows_of_text(page, &shapes, &points);
        let live = live::parts(page, &shapes);
        let introductions = author::introductions(page, &shapes);
        let teasers = list::teasers(page, &shapes);
        let copies =
            repetition::cut_copies(page, &evidence.measures, &words, evidence.text_from.min(shapes.len()));
        let only_title = headline::only_short_one(page, &evidence.measures, &shapes, &verses);
        let prominences = headline::prominences(page, &shapes, evidence.text_from);
        for (at, &is_verse) in verses.iter().enumerate() {
            evidence.starts.push(evidence.pieces.len());
            shape::weigh(page, &shapes, &rows, at, &mut evidence);
            headline::weigh(page, &shapes, &twice, &vocabulary, at, &mut evidence);
            message::weigh(page, &shapes, at, &mut evidence);
            if !points[at] {
                caption::weigh(page, &shapes, at, &mut evidence);
            }
            cohesion::weigh(page, &shapes, &rows, at, &mut evidence);
            if evidence.contents[at] {
                evidence.add(Role::Removed(Label::Navigation), weight::CONTENTS, "repeated");
            }
            if evidence.contents[evidence.first[at].unwrap_or(at)] {
                evidence.add(Role::Title, weight::NO_TITLE, "list");
            }
            if let Some(label) = evidence.labels[at] {
                if label == Label::Related && shapes[at].whole.is_none() {
                    evidence.add(Role::Item, weight::MARKUP_STORY, "markup");
                } else {
                    let sure = matches!(label, Label::Caption | Label::Pagination | Label::AuthorBio);
                    let weight = if sure { weight::MARKUP_SURE } else { weight::MARKUP };
                    evidence.add(Role::Removed(label), weight, "markup");
                }
            }
            if only_title == Some(at) {
                // A tab or a menu may have the name of the page too.
                let again = if evidence.first[at].is_some() { weight::HEADLINE_TWICE } else { 0.0 };
                evidence.add(Role::Title, weight::HEADLINE_ONLY + again, "headline");
            }
            if let Some((least, most)) = prominences
                && (shapes[at].is_headline && at <= evidence.text_from)
            {
                let own = headline::prominence(page, at);
                if own == Some(most) {
                    evidence.add(Role::Title, weight::HEADLINE_LARGEST, "headline");
                } else if own.is_some_and(|own| own >= least) {
                    evidence.add(Role::Title, -weight::HEADLINE_LARGEST, "headline");
                    // A standfirst may stand above it.
                    let is_below = shapes.get(at + 1).is_some_and(headline::is_deck)
                        && headline::prominence(page, at + 1) == Some(most);
                    if is_below && headline::is_deck(&shapes[at]) {
                        evidence.add(Role::Subtitle, weight::HEADLINE_LARGEST, "headline");
                    }
                }
            }
            if told_title == Some(at) && !vocabulary.lacks_all(at) {
                evidence.add(Role::Title, weight::HEADLINE_TOLD, "headline");
            }
            match copies[at] {
                Some(Copy::Cut(label)) => {
                    evidence.add(Role::Removed(label), weight::COPY, "repeated");
                    evidence.add(Role::Title, -weight::COPY, "headline");
                }
                Some(Copy::Whole) => evidence.add(Role::Title, weight::HEADLINE_TWICE, "headline"),
                None => {}
            }
            if evidence.cards[at] == Some(Card::Story) {
                evidence.add(Role::Item, weight::CARD, "list");
            }
            if teasers[at] {
                evidence.add(Role::Item, weight::TEASER, "list");
            }
            if introductions[at] {
                evidence.add(Role::Removed(Label::AuthorBio), weight::AUTHOR_KNOWN, "author");
            }
            if let Some(rule) = topics[at] {
                let again = at > 0 && (topics[at - 1].is_some() || shapes[at - 1].whole == Some(Label::Tags));
                let weight = weight::TOPIC + if again { weight::TOPIC_AGAIN } else { 0.0 };
                evidence.add(Role::Removed(Label::Tags), weight, rule);
            }
            if is_verse {
                evidence.add(Role::Body, weight::VERSE, "verse");
            } else if let Some(part) = live[at] {
                live::weigh(part, &mut evidence);
            } else if points[at] {
                points::weigh(&mut evidence);
            } else {
                list::weigh(page, &shapes, &vocabulary, at, &mut evidence);
            }
        }
        evidence.starts.push(evidence.pieces.len());
        evidence
    }

    /// What the models of markup look at, for fitting.
    #[cfg(feature = "fit")]
    pub(crate) fn markup_rows(page: &Page, first: Option<&[f32]>) -> Vec<Vec<f32>> {
        let evidence = Self::of(page);
        let shapes = shape::shapes(page, &evidence.measures);
        markup::rows(page, &evidence.measures, &measure::lines(page).1, &shapes, &evidence.features, first)
    }

    /// Where readers' comments may begin: some lines above what announces them.
    pub(crate) fn comments_from(&self) -> usize {
        let lines = self.measures.len();
        if self.comments_announced < lines { self.comments_announced.saturating_sub(COMMENT) } else { lines }
    }

    /// Whether a line cannot tell who wrote the article or when: it stands in a caption, an advertisement, the topics.
    pub(crate) fn is_foreign(&self, line: usize) -> bool {
        matches!(self.labels[line], Some(Label::Caption | Label::Advert | Label::Tags))
    }

    /// Whether a table of contents has the line too.
    fn is_listed(&self, line: usize) -> bool {
        self.first[line].is_some_and(|entry| self.contents[entry])
    }

    /// Whether a line stands in the card of another story.
    pub(crate) fn is_in_card(&self, line: usize) -> bool {
        self.cards[line].is_some()
    }

    /// Whether a line of HTML is no link, as stories of other pages are, and may be of the text by its structure.
    fn may_be_point(&self, line: usize) -> bool {
        self.is_unlinked(line) && self.structure[line] > weight::POINT_STRUCTURE
    }

    /// Whether a line of HTML may be of the text, or is no link on a page where stories are.
    fn is_no_story(&self, line: usize) -> bool {
        self.may_be_point(line) || (self.links_stories && self.is_unlinked(line))
    }

    /// Whether a line of HTML is a link, on a page where stories are.
    fn is_story(&self, line: usize) -> bool {
        self.links_stories && !self.is_unlinked(line)
    }

    fn is_unlinked(&self, line: usize) -> bool {
        self.markup.as_ref().is_some_and(|said| said.is_unlinked(line))
    }

    /// The family of features that spoke most against a line being body.
    pub(crate) fn heaviest_against(&self, page: &Page, line: usize) -> &'static str {
        match &self.markup {
            Some(said) => said.heaviest_against(page, &self.features, line),
            None => structure::heaviest_against(&self.features[line]),
        }
    }

    fn add(&mut self, role: Role, weight: f32, rule: &'static str) {
        self.pieces.push(Piece { role, weight, rule });
    }

    /// What was said of a line.
    pub(crate) fn pieces(&self, line: usize) -> &[Piece] {
        match (self.starts.get(line), self.starts.get(line + 1)) {
            (Some(&start), Some(&end)) => &self.pieces[start..end],
            _ => &[],
        }
    }
}

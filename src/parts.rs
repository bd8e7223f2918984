//! Several articles in one paste: where one ends and the next begins.
//!
//! A rare wide gap may part two articles, or no more than two parts of one. Each stretch between such gaps is read
//! as a page of its own; one that holds an article by itself, in other words than those of the text above, is the
//! next. All others belong to the article above.

use std::ops::Range;

use crate::article::Label;
use crate::dateline;
use crate::decide::{self, Decision};
use crate::evidence::measure::Opening;
use crate::evidence::{Evidence, Role, furniture, weight};
use crate::fingerprint::Fingerprint;
use crate::page::Page;
use crate::read::HtmlPage;
use crate::script::unicode::is_alphabetic;
use crate::sort;
use crate::source::Source;

/// Letters that a word has at least that tells what a text is about; the little words are shorter.
const TELLING: usize = 4;
/// So many lines after a text, or more, are the end of its page.
const TAIL: usize = 3;
/// How sure it has to be that a line is a date or a byline.
const SURE: f64 = 0.5;
/// More paragraphs than this say nothing more, nor do more words than `WORDS`.
const PARAGRAPHS: usize = 5;
const WORDS: u32 = 150;

/// A page that was decided.
pub(crate) struct Part<'a> {
    pub page: Page<'a>,
    pub evidence: Evidence,
    pub decisions: Vec<Decision>,
}

impl<'a> Part<'a> {
    fn of(page: Page<'a>) -> Self {
        let evidence = Evidence::of(&page);
        let decisions = decide::decide(&page, &evidence);
        Self { page, evidence, decisions }
    }
}

/// The parts of an input: one, or where a paste holds several articles, those.
pub(crate) fn parts<'a>(source: &'a Source, html: Option<HtmlPage>) -> Vec<Part<'a>> {
    if let Some(html) = html {
        return vec![Part::of(source.markup_page(html))];
    }
    let text = source.text_lines();
    let read = |stretch: Range<usize>| Part::of(text.page(stretch));
    let mut parts: Vec<(Range<usize>, Option<Part>)> = Vec::new();
    let mut above = Outline::default();
    let stretches = text.stretches();
    let gaps = stretches.len() - 1;
    for stretch in stretches {
        if stretch == (0..text.len()) {
            return vec![read(stretch)];
        }
        let part = read(stretch.clone());
        let outline = Outline::of(&part);
        match parts.last_mut() {
            Some((lines, whole)) if !outline.is_another_article(&above, gaps) => {
                lines.end = stretch.end;
                *whole = None;
                above.go_on(outline);
            }
            _ => {
                parts.push((stretch, Some(part)));
                above = outline;
            }
        }
    }
    parts.into_iter().map(|(stretch, part)| part.unwrap_or_else(|| read(stretch))).collect()
}

/// What a stretch holds, read as a page of its own.
#[derive(Default)]
struct Outline {
    body_words: u32,
    /// The most lines of text that follow one another: a list of stories has none that do.
    paragraphs: usize,
    prose: usize,
    title: Option<Fingerprint>,
    /// A headline with a number or a bullet before it.
    ranked: bool,
    /// A date or a byline stands above the text.
    signed: bool,
    datelined: bool,
    /// It begins with a menu.
    menu_first: bool,
    /// Lines below the text.
    tail: usize,
    /// The telling words of the text, ascending.
    vocabulary: Vec<u64>,
}

impl Outline {
    fn of(part: &Part) -> Self {
        let roles: Vec<Role> = part.decisions.iter().map(|decision| decision.role).collect();
        let measures = &part.evidence.measures;
        let body: Vec<usize> = (0..roles.len()).filter(|&at| roles[at] == Role::Body).collect();
        let (Some(&first), Some(&last)) = (body.first(), body.last()) else {
            return Self { tail: roles.len(), ..Self::default() };
        };
        let title = roles[..first].iter().position(|&role| role == Role::Title);
        let signs = |decision: &Decision| {
            matches!(decision.role, Role::Removed(Label::Date | Label::Byline)) && decision.confidence >= SURE
        };
        let mut vocabulary: Vec<u64> =
            body.iter().flat_map(|&at| telling_words(part.page.text(at))).collect();
        sort::numbers(&mut vocabulary);
        vocabulary.dedup();
        Self {
            body_words: body.iter().map(|&at| measures[at].words).sum(),
            paragraphs: longest_run(&body),
            prose: body.iter().filter(|&&at| measures[at].is_prose()).count(),
            title: title.map(|at| Fingerprint::of_name(part.page.text(at))),
            ranked: title.is_some_and(|at| matches!(measures[at].opening, Opening::Digit | Opening::Bullet)),
            signed: part.decisions[..first].iter().any(signs),
            datelined: dateline::read(part.page.text(first)).is_some(),
            menu_first: furniture::whole(measures[0].phrase) == Some(Label::Navigation),
            tail: roles.len() - 1 - last,
            vocabulary,
        }
    }

    /// Whether it is an article by itself, below what stands above. `gaps` is how many wide gaps the paste has.
    fn is_another_article(&self, above: &Outline, gaps: usize) -> bool {
        if self.body_words == 0 || above.body_words == 0 {
            return false;
        }
        // What stands below a headline and its standfirst is their text, and so is what stands below the headline again
        // without a sign of its own.
        let (titled, signed) = (self.title.is_some(), self.signed || self.datelined);
        let again = self.title == above.title && !signed;
        if above.title.is_some() && (again || !titled && above.paragraphs == 1) {
            return false;
        }
        let headless = !(titled || signed);
        let holds = |fact: bool, weight: f32| if fact { weight } else { 0.0 };
        let size = |words: u32| libm::logf(words.min(WORDS) as f32 + 1.0);
        let sum = weight::PARTS_BIAS
            + weight::PARTS_GAPS * libm::logf(gaps as f32)
            + weight::PARTS_WORDS * size(self.body_words)
            + weight::PARTS_WORDS_ABOVE * size(above.body_words)
            + weight::PARTS_PARAGRAPH * self.paragraphs.min(PARAGRAPHS) as f32
            + weight::PARTS_PROSE * self.prose.min(PARAGRAPHS) as f32
            + holds(titled, weight::PARTS_TITLE)
            + holds(headless, weight::PARTS_HEADLESS)
            + holds(self.ranked, weight::PARTS_RANKED)
            + holds(self.signed, weight::PARTS_SIGNED)
            + holds(self.datelined, weight::PARTS_DATELINE)
            + holds(self.datelined && titled && self.paragraphs > 1, weight::PARTS_REPORT)
            + holds(self.menu_first, weight::PARTS_MENU)
            + holds(above.tail >= TAIL, weight::PARTS_TAIL)
            + weight::PARTS_SHARED_WORDS * self.shared_words(above);
        sum > 0.0
    }

    /// The share of the telling words that the text above has too.
    fn shared_words(&self, above: &Outline) -> f32 {
        let least = self.vocabulary.len().min(above.vocabulary.len()).max(1);
        let shared = self.vocabulary.iter().filter(|word| above.vocabulary.binary_search(word).is_ok());
        shared.count() as f32 / least as f32
    }

    /// Takes in the stretch below, which belongs to the same article.
    fn go_on(&mut self, below: Outline) {
        self.tail = if below.body_words == 0 { self.tail + below.tail } else { below.tail };
        self.body_words += below.body_words;
        self.paragraphs = self.paragraphs.max(below.paragraphs);
        below.vocabulary.into_iter().for_each(|word| sort::insert(&mut self.vocabulary, word));
    }
}

/// The most ascending numbers without a gap.
fn longest_run(lines: &[usize]) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for (at, line) in lines.iter().enumerate() {
        run = if at > 0 && lines[at - 1] + 1 == *line { run + 1 } else { 1 };
        longest = longest.max(run);
    }
    longest
}

/// The words of a text that tell what it is about.
fn telling_words(text: &str) -> impl Iterator<Item = u64> {
    let letters = |word: &str| word.chars().filter(|&c| is_alphabetic(c)).count();
    text.split_whitespace()
        .filter(move |word| letters(word) >= TELLING)
        .map(|word| Fingerprint::of_phrase(word).0)
}

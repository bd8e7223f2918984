//! The parts of a dateline in their order.

use std::ops::Range;

use super::agency::{self, Filer};
use super::bracket;
use super::place::{self, Certainty, Places};
use super::verdict;
use crate::date::{Dated, Tokens, inline};

/// The parts of a dateline, in tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chain {
    pub place: Option<Places>,
    pub agency: Option<Agency>,
    pub date: Option<Dated>,
    /// The place after its last part and the marks that close it.
    pub to: usize,
    /// A date stands before it, at the head of the text.
    pub after_date: bool,
    /// The mark behind the part before the last, and behind the last.
    pub marks: [Close; 2],
}

/// Who filed the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Agency {
    pub tokens: Range<usize>,
    pub filer: Filer,
    pub bracketed: bool,
    /// "رپورٹ: احمد علی" names who wrote it.
    pub is_reporter: bool,
    /// That name.
    pub reporter: Option<Range<usize>>,
}

/// The mark behind a part, ascending in what it shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Close {
    #[default]
    None,
    Comma,
    Stop,
    Dash,
    Colon,
}

/// The most parts: date, place, date, agency, bracket.
const MOST_PARTS: usize = 5;

/// The longest dateline that begins at `at`; `after_date`: behind the date at the head of a text.
pub(super) fn read(tokens: &Tokens, at: usize, after_date: bool) -> Option<Chain> {
    let mut chain = Chain { to: at, after_date, ..Chain::default() };
    let mut best = None;
    for _ in 0..MOST_PARTS {
        let Some(next) = chain.part(tokens) else { break };
        chain = chain.close(tokens, next);
        if verdict::is_dateline(&chain, tokens) {
            best = Some(chain.clone());
        }
    }
    best
}

/// What stands at `at` ends a name: a mark of datelines, a bracket, a date, or the end.
pub(super) fn is_break(tokens: &Tokens, at: usize) -> bool {
    match tokens.get(at) {
        None => true,
        Some(_) if tokens.number(at).is_some() => inline(tokens, at).is_some(),
        Some(_) => tokens.is_mark(
            at,
            &[
                ':', '،', ',', '–', '—', '-', '۔', '|', '(', '[', ')', '*', '_', '~', '/', '.', '؛', '…',
                '{', '（',
            ],
        ),
    }
}

impl Chain {
    /// Takes the next part and gives the place after it.
    fn part(&mut self, tokens: &Tokens) -> Option<usize> {
        let at = self.to;
        if let Some(bracket) = bracket::read(tokens, at) {
            return self.bracket(bracket);
        }
        if self.date.is_none()
            && let Some((date, to)) = inline(tokens, at)
        {
            self.date = Some(date);
            return Some(to);
        }
        if self.place.is_none() {
            // "لاہور نمائندہ جنگ:" has a place, "کشمیر ڈیسک:" is a desk.
            let files = |to: usize| {
                agency_run(tokens, to).is_some_and(|run| !agency::is_bare_role(tokens, &run.tokens))
            };
            if let Some(places) = place::known(tokens, at, |to| is_break(tokens, to) || files(to)) {
                return Some(self.take_places(places));
            }
        }
        if self.agency.is_none()
            && let Some(agency) = agency_run(tokens, at)
        {
            let to = agency.tokens.end;
            self.agency = Some(agency);
            return Some(to);
        }
        // "مہر خبررساں ایجنسی، اقتصادی ڈیسک:" is of one agency.
        if let Some(agency) = self.agency.as_mut().filter(|agency| agency.filer >= Filer::Outlet)
            && agency.filer != Filer::Role
            && let Some(desk) = agency_run(tokens, at).filter(|run| run.filer == Filer::Role)
        {
            // What has a desk is an agency.
            agency.filer = Filer::Agency;
            return Some(desk.tokens.end);
        }
        let nothing_yet = self.place.is_none() && self.agency.is_none();
        nothing_yet.then(|| place::unknown(tokens, at)).flatten().map(|places| self.take_places(places))
    }

    fn take_places(&mut self, places: Places) -> usize {
        let to = places.tokens.end;
        self.place = Some(places);
        to
    }

    fn bracket(&mut self, bracket: bracket::Bracket) -> Option<usize> {
        if bracket.date.is_some() && self.date.is_some() {
            return None;
        }
        if let Some((tokens, filer)) = bracket.agency {
            if self.agency.is_some() {
                return None;
            }
            let is_reporter = bracket.label == Some(':') && filer == Filer::Name;
            let reporter = bracket.reporter;
            self.agency = Some(Agency { tokens, filer, bracketed: true, is_reporter, reporter });
        }
        if let Some(tokens) = bracket.place {
            match &mut self.place {
                // A second place in brackets explains the first: "سرینگر (جموں و کشمیر)".
                Some(first) if first.tokens.end + 1 == tokens.start => first.tokens.end = bracket.to,
                Some(_) => return None,
                None => self.place = Some(Places { tokens, certainty: Certainty::City, several: false }),
            }
        }
        self.date = self.date.take().or(bracket.date);
        Some(bracket.to)
    }

    /// Takes the marks behind the part that ends at `at`.
    fn close(self, tokens: &Tokens, mut at: usize) -> Self {
        let mut mark = Close::None;
        while let Some(c) = tokens.mark(at) {
            let found = match c {
                ':' | '：' | '؛' => Close::Colon,
                '–' | '—' | '|' | '/' | '…' => Close::Dash,
                '-' | '_'
                    if tokens.spaced(at)
                        || tokens.spaced(at + 1)
                        || mark != Close::None
                        || self.closes_bracket(tokens, at) =>
                {
                    Close::Dash
                }
                '۔' | '.' => Close::Stop,
                '،' | ',' => Close::Comma,
                // The end of a messenger's bold.
                '*' | '_' | '~' if !tokens.spaced(at) => Close::None,
                '*' if mark == Close::None && tokens.spaced(at + 1) => Close::None,
                _ => break,
            };
            mark = mark.max(found);
            at += 1;
        }
        Self { to: at, marks: [self.marks[1], mark], ..self }
    }

    fn closes_bracket(&self, tokens: &Tokens, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| tokens.is_mark(before, &[')', ']']))
    }
}

/// The name of who filed at `at`, without brackets, up to a mark.
fn agency_run(tokens: &Tokens, at: usize) -> Option<Agency> {
    // Letters may have stops between them: "اے۔پی۔پی".
    let stop_inside = |to: usize| {
        tokens.is_mark(to, &['۔', '.'])
            && !tokens.spaced(to)
            && !tokens.spaced(to + 1)
            && tokens.word(to + 1).is_some()
    };
    let mut to = at;
    while to < at + 12
        && (tokens.word(to).is_some() || (to > at && (tokens.number(to).is_some() || stop_inside(to))))
    {
        to += 1;
    }
    if to == at || !is_break(tokens, to) {
        return None;
    }
    let filer = agency::classify(tokens, at..to).filter(|filer| *filer >= Filer::Word)?;
    Some(Agency { tokens: at..to, filer, bracketed: false, is_reporter: false, reporter: None })
}

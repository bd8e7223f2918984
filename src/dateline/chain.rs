//! The parts of a dateline in their order, and whether together they are one.

use std::ops::Range;

use super::agency::{self, Filer};
use super::bracket;
use super::names;
use super::place::{self, Certainty, Places};
use crate::date::{Dated, Tokens, inline, is_postposition};

/// The parts of a dateline, in tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chain {
    pub place: Option<Places>,
    pub agency: Option<Agency>,
    pub date: Option<Dated>,
    /// The place after its last part and the marks that close it.
    pub to: usize,
    /// The mark behind the part before the last, and behind the last.
    marks: [Close; 2],
}

/// Who filed the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Agency {
    pub tokens: Range<usize>,
    filer: Filer,
    bracketed: bool,
}

/// The mark behind a part, ascending in what it shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Close {
    #[default]
    None,
    Comma,
    Stop,
    Dash,
    Colon,
}

/// The most parts: date, place, date, agency, bracket.
const MOST_PARTS: usize = 5;

/// The longest dateline that begins at `at`.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<Chain> {
    let mut chain = Chain { to: at, ..Chain::default() };
    let mut best = None;
    for _ in 0..MOST_PARTS {
        let Some(next) = chain.part(tokens) else { break };
        chain = chain.close(tokens, next);
        if chain.is_dateline(tokens) {
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
        // A name of a desk goes before the place in it: "کشمیر ڈیسک".
        if self.agency.is_none()
            && let Some(agency) = agency_run(tokens, at)
        {
            let to = agency.tokens.end;
            self.agency = Some(agency);
            return Some(to);
        }
        if self.place.is_none() {
            let fits = |to: usize| is_break(tokens, to) || agency_run(tokens, to).is_some();
            let places = place::known(tokens, at, fits)
                .or_else(|| self.agency.is_none().then(|| place::unknown(tokens, at)).flatten())?;
            let to = places.tokens.end;
            self.place = Some(places);
            return Some(to);
        }
        None
    }

    fn bracket(&mut self, bracket: bracket::Bracket) -> Option<usize> {
        if bracket.date.is_some() && self.date.is_some() {
            return None;
        }
        if let Some((tokens, filer)) = bracket.agency {
            if self.agency.is_some() {
                return None;
            }
            self.agency = Some(Agency { tokens, filer, bracketed: true });
        }
        if let Some(tokens) = bracket.place {
            // A second place in brackets explains the first.
            if self.place.is_some() {
                return None;
            }
            self.place = Some(Places { tokens, certainty: Certainty::City, several: false });
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

    fn is_dateline(&self, tokens: &Tokens) -> bool {
        let [before, after] = self.marks;
        let goes_on = after < Close::Stop && self.sentence_goes_on(tokens);
        if goes_on {
            return false;
        }
        let letters = (self.to..tokens.list.len()).filter(|at| tokens.word(*at).is_some()).take(3).count();
        match (&self.place, &self.agency) {
            (Some(place), Some(agency)) => {
                let by = place.allows(agency.filer) && !is_acronym(tokens, &place.tokens, agency);
                let rest =
                    letters == 3 || place.certainty == Certainty::City && agency.filer >= Filer::Agency;
                by && rest
                    && (agency.bracketed && after != Close::Comma
                        || after >= Close::Stop && agency.stands_between(before, after))
            }
            (Some(place), None) => {
                let sure = match place.certainty {
                    Certainty::City => true,
                    Certainty::Country => self.date.is_some(),
                    Certainty::Unknown => false,
                };
                let dated = self
                    .date
                    .as_ref()
                    .is_some_and(|date| date.range.end > tokens.range(0, place.tokens.end).end);
                let bracketed = tokens.is_mark(place.tokens.end, &[')', ']'])
                    || (dated && self.ends_with_bracket(tokens));
                let marked = match after {
                    Close::Colon => true,
                    Close::Dash => before == Close::None || dated || self.date.is_some(),
                    Close::Stop => !place.several || dated,
                    Close::None => bracketed && !self.sentence_goes_on(tokens),
                    Close::Comma => false,
                };
                let between_places = after < Close::Colon && names::place(tokens, self.to).is_some();
                sure && marked && letters == 3 && !between_places
            }
            (None, Some(agency)) => {
                let bare = agency::is_bare_role(tokens, &agency.tokens);
                letters == 3
                    && match agency.bracketed {
                        true => agency.filer >= Filer::Agency && after != Close::Comma,
                        false => agency.filer >= Filer::Agency && !bare && after >= Close::Stop,
                    }
            }
            (None, None) => false,
        }
    }

    fn ends_with_bracket(&self, tokens: &Tokens) -> bool {
        self.to.checked_sub(1).is_some_and(|last| tokens.is_mark(last, &[')', ']']))
    }

    /// A postposition or verb follows: "لاہور (پاکستان) میں".
    fn sentence_goes_on(&self, tokens: &Tokens) -> bool {
        let Some(word) = tokens.word(self.to) else { return false };
        // "کے الیکٹرک", "کے پی", "کے ڈی اے" are names.
        let name = word == "کے"
            && tokens.word(self.to + 1).is_some_and(|next| next == "الیکٹرک" || names::is_letter_name(next));
        is_postposition(word) && !name
    }
}

impl Agency {
    /// Without brackets, an ordinary word must stand between dashes.
    fn stands_between(&self, before: Close, after: Close) -> bool {
        match self.filer {
            Filer::Role | Filer::Agency => true,
            Filer::Outlet | Filer::Word => {
                matches!(before, Close::Dash | Close::Stop) && after != Close::Comma
            }
            Filer::Abbreviation | Filer::Name => false,
        }
    }
}

impl Places {
    /// How well a place must be known depends on how clear its agency is.
    fn allows(&self, filer: Filer) -> bool {
        match self.certainty {
            Certainty::City => true,
            Certainty::Country => filer > Filer::Abbreviation,
            Certainty::Unknown => filer >= Filer::Outlet,
        }
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
    Some(Agency { tokens: at..to, filer, bracketed: false })
}

/// The agency's letters begin the words of the place: "پاکستان تحریک انصاف (پی ٹی آئی)".
fn is_acronym(tokens: &Tokens, place: &Range<usize>, agency: &Agency) -> bool {
    let letters: Vec<&str> = agency.tokens.clone().filter_map(|at| tokens.word(at)).collect();
    let words: Vec<&str> = place.clone().filter_map(|at| tokens.word(at)).collect();
    let begins = |word: Option<&&str>, letter: Option<&&str>| match (
        word,
        letter.and_then(|letter| names::initials(letter)),
    ) {
        (Some(word), Some(initials)) => word.chars().next().is_some_and(|first| initials.contains(first)),
        _ => false,
    };
    words.len() > 1
        && words.len() == letters.len()
        && begins(words.first(), letters.first())
        && begins(words.last(), letters.last())
}

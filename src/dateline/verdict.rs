//! Whether the parts at the head of a text are a dateline, or the beginning of a sentence.

use std::ops::Range;

use super::agency::{self, Filer};
use super::chain::{Agency, Chain, Close};
use super::names;
use super::place::{Certainty, Places};
use crate::date::{Tokens, is_postposition};

/// `chain` is a dateline as it stands, whatever follows.
pub(super) fn is_dateline(chain: &Chain, tokens: &Tokens) -> bool {
    let [before, after] = chain.marks;
    if after == Close::Comma || (after < Close::Stop && sentence_goes_on(tokens, chain.to)) {
        return false;
    }
    // A table's "کراچی: 35" or a lone "ویب ڈیسک:" begins no report.
    let report = (chain.to..tokens.list.len()).filter(|at| tokens.word(*at).is_some()).take(3).count() == 3;
    match (&chain.place, &chain.agency) {
        (Some(place), Some(agency)) => {
            let sure = place.certainty == Certainty::City && agency.filer >= Filer::Agency;
            let bracketed = agency.bracketed || is_bracketed(tokens, place);
            (report || sure)
                && allows(place, agency.filer)
                && !is_acronym(tokens, &place.tokens, agency)
                && (bracketed || (after >= Close::Stop && stands_between(agency, before)))
        }
        (Some(place), None) => report && place_alone(chain, place, tokens),
        (None, Some(agency)) => report && agency_alone(chain, agency, tokens),
        (None, None) => false,
    }
}

/// An agency without a place is a dateline where nothing but a report can follow it.
fn agency_alone(chain: &Chain, agency: &Agency, tokens: &Tokens) -> bool {
    let after = chain.marks[1];
    let least = match after {
        // Behind a date "X ڈیجیٹل:" can only be who filed.
        _ if chain.after_date => Filer::Outlet,
        Close::Colon => Filer::Channel,
        _ if agency.bracketed => Filer::Channel,
        _ => Filer::Agency,
    };
    let bare = agency::is_bare_role(tokens, &agency.tokens);
    agency.filer >= least && (agency.bracketed || (after >= Close::Stop && !bare))
}

/// A place without an agency is a dateline where it is surely a place and its mark is clear.
fn place_alone(chain: &Chain, place: &Places, tokens: &Tokens) -> bool {
    let [before, after] = chain.marks;
    let sure = match place.certainty {
        Certainty::City => true,
        Certainty::Country => chain.date.is_some(),
        Certainty::Unknown => false,
    };
    let place_end = tokens.range(0, place.tokens.end).end;
    let date_follows = chain.date.as_ref().is_some_and(|date| date.range.end > place_end);
    let date_bracketed =
        date_follows && chain.to.checked_sub(1).is_some_and(|last| tokens.is_mark(last, &[')', ']']));
    let marked = match after {
        Close::Colon => true,
        Close::Dash => before == Close::None || chain.date.is_some(),
        Close::Stop => !place.several || date_follows,
        Close::None => is_bracketed(tokens, place) || date_bracketed,
        Close::Comma => false,
    };
    // "لاہور - اسلام آباد موٹروے"
    let hyphen = chain.to.checked_sub(1).is_some_and(|last| tokens.is_mark(last, &['-', '/']));
    let between_places = hyphen && names::place(tokens, chain.to).is_some_and(|(kind, _)| !kind.is_country());
    sure && marked && !between_places
}

fn is_bracketed(tokens: &Tokens, place: &Places) -> bool {
    tokens.is_mark(place.tokens.end, &[')', ']'])
}

/// How well a place must be known depends on how clear its agency is.
fn allows(place: &Places, filer: Filer) -> bool {
    match place.certainty {
        Certainty::City => true,
        Certainty::Country => filer > Filer::Abbreviation,
        Certainty::Unknown => filer >= Filer::Outlet,
    }
}

/// Without brackets, an ordinary word must stand between dashes.
fn stands_between(agency: &Agency, before: Close) -> bool {
    match agency.filer {
        Filer::Role | Filer::Agency | Filer::Channel => true,
        Filer::Outlet | Filer::Word => matches!(before, Close::Dash | Close::Stop),
        Filer::Abbreviation | Filer::Name => false,
    }
}

/// A postposition or verb follows: "لاہور (پاکستان) میں".
fn sentence_goes_on(tokens: &Tokens, at: usize) -> bool {
    let Some(word) = tokens.word(at) else { return false };
    // "کے الیکٹرک", "کے پی", "کے ڈی اے" are names.
    let next = tokens.word(at + 1);
    let name = word == "کے" && next.is_some_and(|next| next == "الیکٹرک" || names::is_letter_name(next));
    is_postposition(word) && !name
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

//! What stands in the brackets of a dateline.

use std::ops::Range;

use super::agency::{self, Filer};
use super::names;
use crate::date::{Dated, Tokens, inline};

/// The content of a pair of brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bracket {
    /// Who filed, from the first to the last of several.
    pub agency: Option<(Range<usize>, Filer)>,
    pub place: Option<Range<usize>>,
    pub date: Option<Dated>,
    /// "رپورٹ:" or "رپورٹ/" stands in it: whose name follows is a reporter; behind the colon it is no agency.
    pub label: Option<char>,
    /// That name.
    pub reporter: Option<Range<usize>>,
    /// The place after the closing bracket.
    pub to: usize,
}

/// Longer than any list of agencies and reporters.
const MOST_TOKENS: usize = 24;

/// The bracket that opens at `at`, if all its parts are what a dateline holds.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<Bracket> {
    let closing = match tokens.mark(at)? {
        '(' | '（' => &[')', ']', '）'],
        '[' | '{' => &[']', ')', '}'],
        // Typed in the order in which it is seen.
        ')' => &['(', '(', '('],
        _ => return None,
    };
    let close = (at + 1..=at + MOST_TOKENS).find(|to| tokens.is_mark(*to, closing))?;
    let mut bracket =
        Bracket { agency: None, place: None, date: None, label: None, reporter: None, to: close + 1 };
    let mut from = at + 1;
    // "جموں و کشمیر" is one place.
    if names::is_place(tokens, from..close) {
        bracket.place = Some(from..close);
        from = close;
    }
    let mut unknown = None;
    while from < close {
        let to = (from..close).find(|to| separates(tokens, *to)).unwrap_or(close);
        if to > from && bracket.add(tokens, from..to, tokens.mark(to)).is_none() {
            let first = from == at + 1 && (from..to).all(|at| tokens.word(at).is_some());
            unknown = Some(first.then_some(from)?);
        }
        from = to + 1;
    }
    // "نیا شہر تازہ ترین اخبار - اے پی پی - 05 اکتوبر 2021ء": what else would agency and date stand beside?
    if let Some(from) = unknown {
        bracket.date.as_ref()?;
        bracket.agency.as_mut()?.0.start = from;
    }
    let reversed = tokens.mark(at) == Some(')');
    let strong = bracket.agency.as_ref().is_some_and(|(_, filer)| *filer > Filer::Outlet);
    (strong || !reversed).then_some(bracket)
}

impl Bracket {
    /// Takes one part; none if it is nothing that a dateline holds.
    fn add(&mut self, tokens: &Tokens, part: Range<usize>, behind: Option<char>) -> Option<()> {
        let mut part = trim(tokens, part);
        if part.is_empty() {
            return Some(());
        }
        // "ویب ڈیسک 19 اکتوبر 2018"
        let dated = part.clone().find_map(|at| {
            let digit = tokens.number(at).is_some() || at == part.start;
            let (date, to) = digit.then(|| inline(tokens, at)).flatten()?;
            (to >= part.end).then_some((date, at))
        });
        if let Some((date, at)) = dated {
            self.date = Some(date);
            part = trim(tokens, part.start..at);
            if part.is_empty() {
                return Some(());
            }
        }
        // "رپورٹ: احمد علی"
        if part.len() == 1
            && matches!(tokens.word(part.start), Some("رپورٹ" | "تحریر" | "از" | "report" | "by"))
        {
            self.label = behind;
            return Some(());
        }
        let is_place = names::is_place(tokens, part.clone());
        let filer = agency::classify(tokens, part.clone());
        match (filer, &self.agency) {
            (Some(filer), _) if !is_place || filer > Filer::Outlet => {
                if self.label.is_some() && filer == Filer::Name {
                    self.reporter.get_or_insert_with(|| part.clone());
                }
                let from = self.agency.as_ref().map_or(part.start, |(range, _)| range.start);
                let best = self.agency.as_ref().map_or(filer, |(_, best)| filer.max(*best));
                self.agency = Some((from..part.end, best));
                Some(())
            }
            _ if is_place && self.place.is_none() => {
                self.place = Some(part);
                Some(())
            }
            // Beside a reporter or desk one word is a name too: "احمد، نامہ نگار".
            (None, Some((range, best))) if *best > Filer::Outlet && part.len() == 1 => {
                self.agency = Some((range.start..part.end, *best));
                Some(())
            }
            _ => None,
        }
    }
}

fn separates(tokens: &Tokens, at: usize) -> bool {
    tokens.is_mark(at, &['/', '،', ',', '|', '–', '—', '-', '؛', ':', '+', '&', '؍', '\\'])
        || matches!(tokens.word(at), Some("اور" | "و"))
        || is_stop_between(tokens, at)
}

/// The stop in "اُردو پوائنٹ اخبارتازہ ترین۔ اے پی پی", not one of "اے۔ پی۔ پی", "18 اپریل۔2024ء"
/// or "بیورو۔رپورٹ".
fn is_stop_between(tokens: &Tokens, at: usize) -> bool {
    let letter = at.checked_sub(1).and_then(|before| tokens.word(before)).is_none_or(names::is_letter_name);
    let parts = tokens.spaced(at + 1) || tokens.word(at + 1).is_some_and(names::is_letter_name);
    tokens.is_mark(at, &['۔']) && parts && !letter
}

/// Without the marks at its ends.
fn trim(tokens: &Tokens, mut part: Range<usize>) -> Range<usize> {
    while part.start < part.end && tokens.mark(part.start).is_some() {
        part.start += 1;
    }
    while part.end > part.start && tokens.mark(part.end - 1).is_some() {
        part.end -= 1;
    }
    part
}

//! The road of a text through normalization: clean stretches are copied, the rest is worked on in
//! small clusters.

use super::class::{
    ARABIC, COMBINING, DIACRITIC, DIGIT, HAMZA, LETTER, SPELLING, STOP, TATWEEL, class, is_invisible,
    is_odd_space,
};
use super::cluster::{Around, Atom, Cluster};
use super::edits::Recorder;
use super::protect::Finder;
use super::quotes::{self, Before, Survey};
use super::scan::Scanner;
use super::{diacritics, digits, entities, forms, invisible, letters, punctuation, spacing, spelling};
use crate::article::ChangeKind;
use crate::options::{Diacritics, Digits, NormalizeOptions};

/// More rounds than any cluster needs to come to rest.
const ROUNDS: usize = 6;

/// One text on its way.
pub(super) struct Pipeline<'a> {
    text: &'a str,
    options: &'a NormalizeOptions,
    scanner: Scanner<'a>,
    out: &'a mut String,
    /// How much of `out` was there before.
    base: usize,
    recorder: Recorder<'a>,
    /// How far the text has been copied.
    copied: usize,
    line: Line,
    finder: Finder,
    before: Before,
    cluster: Cluster,
    /// Every stretch is worked on, also the clean ones.
    thorough: bool,
}

/// What is known of the line under work.
#[derive(Default)]
struct Line {
    start: usize,
    end: usize,
    survey: Survey,
    known: bool,
}

impl<'a> Pipeline<'a> {
    pub(super) fn new(
        text: &'a str,
        options: &'a NormalizeOptions,
        out: &'a mut String,
        recorder: Recorder<'a>,
    ) -> Self {
        Self {
            text,
            options,
            scanner: Scanner::new(text, options),
            base: out.len(),
            out,
            recorder,
            copied: 0,
            line: Line::default(),
            finder: Finder::default(),
            before: Before::default(),
            cluster: Cluster::default(),
            thorough: false,
        }
    }

    /// Works on every stretch, so that a test can tell whether the fast road misses any.
    #[cfg(test)]
    pub(super) fn thorough(mut self) -> Self {
        self.thorough = true;
        self
    }

    pub(super) fn run(mut self) {
        let mut at = 0;
        let mut anchor = 0;
        while let Some(found) = self.next(at, &mut anchor) {
            at = self.settle(found, anchor.max(self.copied));
            // What was passed over is settled only as far as it was copied.
            if self.copied == at {
                anchor = at;
            }
        }
        self.copy_to(self.text.len());
        self.recorder.finish();
    }

    fn next(&self, at: usize, anchor: &mut usize) -> Option<usize> {
        if self.thorough {
            *anchor = at;
            return (at < self.text.len()).then_some(at);
        }
        self.scanner.next(at, anchor)
    }

    /// Copies the text unchanged as far as `end`.
    fn copy_to(&mut self, end: usize) {
        self.out.push_str(self.text.get(self.copied..end).unwrap_or_default());
        self.copied = end;
    }

    /// Sets right what was found at `found`; `start` is where its cluster begins. Returns where to
    /// look on.
    fn settle(&mut self, found: usize, start: usize) -> usize {
        let byte = self.text.as_bytes()[found];
        if self.scanner.breaks_line(found, byte) {
            return self.break_line(found, byte);
        }
        self.look_at_line(found);
        if byte == b'`' && found == self.line.start {
            if let Some(end) = self.finder.fence(self.text, found) {
                self.line.known = false;
                self.copy_to(end);
                return end;
            }
        }
        if let Some(end) = self.protected_until(found) {
            return end;
        }
        if !self.thorough {
            match byte {
                b'`' => return found + 1,
                b'"' if self.is_settled_quote(found) => return found + 1,
                0xd9 if self.swap_letter(found) => return found + 2,
                _ => {}
            }
        }
        self.work_on(start, found)
    }

    /// A line break of another kind becomes `\n`.
    fn break_line(&mut self, at: usize, byte: u8) -> usize {
        let length = if byte == 0xe2 { 3 } else { 1 };
        let paired = byte == b'\r' && self.text.as_bytes().get(at + 1) == Some(&b'\n');
        self.copy_to(at);
        if byte != b'\n' && self.options.spacing {
            let from = self.out.len() - self.base;
            if !paired {
                self.out.push('\n');
            }
            self.recorder.record(ChangeKind::Spacing, from..self.out.len() - self.base, at..at + length);
            self.copied = at + length;
        }
        let next = at + length;
        self.copy_to(next);
        let starts_with_space = self.options.spacing && self.text.as_bytes().get(next) == Some(&b' ');
        if starts_with_space { self.settle(next, next) } else { next }
    }

    /// Learns what has to be known of the line in which `at` lies.
    fn look_at_line(&mut self, at: usize) {
        if self.line.known && (self.line.start..self.line.end).contains(&at) {
            return;
        }
        let from = if self.line.known && at >= self.line.end { self.line.end } else { 0 };
        let before = self.text.get(from..at).unwrap_or_default();
        let start = from + before.rfind(super::class::is_line_break).map_or(0, |newline| newline + 1);
        let start = (start..=at).find(|&start| self.text.is_char_boundary(start)).unwrap_or(at);
        let end = self.scanner.line_end(at);
        let line = self.text.get(start..end).unwrap_or_default();
        self.finder.line(line);
        self.line = Line { start, end, survey: quotes::survey(line.chars()), known: true };
    }

    /// The end of the protected span in which `at` lies.
    fn protected_until(&self, at: usize) -> Option<usize> {
        let within = at - self.line.start;
        let after = self.finder.spans.partition_point(|span| span.end <= within);
        let span = self.finder.spans.get(after).filter(|span| span.start <= within)?;
        Some(self.line.start + span.end)
    }

    /// A " of an evenly quoted line, on the border of a word.
    fn is_settled_quote(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let prev = at.checked_sub(1).and_then(|at| bytes.get(at)).copied().unwrap_or(b'\n');
        let next = bytes.get(at + 1).copied().unwrap_or(b'\n');
        let border = |byte: u8| matches!(byte, b' ' | b'\n');
        !self.line.survey.mixed && border(prev) != border(next)
    }

    /// Puts the Urdu letter in place of the one at `at`, where nothing around it has a say.
    fn swap_letter(&mut self, at: usize) -> bool {
        let mut ahead = self.text.get(at..).unwrap_or_default().chars();
        let Some(c) = ahead.next().filter(|&c| matches!(c, 'ي' | 'ى' | 'ك' | 'ه' | 'ة')) else {
            return false;
        };
        let next = ahead.next().unwrap_or('\n');
        let alone = (class(next) & (LETTER | STOP) != 0 && class(next) & COMBINING == 0)
            || matches!(next, ' ' | '\n');
        let prev = self.text.get(..at).and_then(|text| text.chars().next_back()).unwrap_or('\n');
        let no_heh = c != 'ه'
            || (class(prev) & LETTER != 0 && !"بپتٹجچدڈڑکگ".contains(prev))
            || (prev == ' ' && class(next) & LETTER != 0);
        if self.options.spelling || !self.options.letters || !alone || !no_heh {
            return false;
        }
        self.copy_to(at);
        let from = self.out.len() - self.base;
        self.out.push(letters::urdu_letter(c));
        self.recorder.record(ChangeKind::Letters, from..self.out.len() - self.base, at..at + 2);
        self.copied = at + 2;
        true
    }

    /// Works on the cluster from `start` around `found`; returns its end.
    fn work_on(&mut self, start: usize, found: usize) -> usize {
        self.copy_to(start);
        let mut end = if self.thorough { self.line.end } else { self.scanner.cluster_end(found) };
        if self.line.survey.mixed && has_quotes(self.text.get(start..end).unwrap_or_default()) {
            end = self.line.end;
        }
        self.fill(start, end);
        let kept_before = self.kept_before(start);
        let before = self.out.get(self.base..).unwrap_or_default();
        self.before.read(before);
        let after = self.text.get(end..self.line.end).and_then(|text| text.chars().next());
        let around = Around { before, kept_before, after };
        for _ in 0..ROUNDS {
            if !round(&mut self.cluster, around, self.options, self.line.survey, self.before) {
                break;
            }
        }
        self.cluster.emit(self.text, self.out, self.base, &mut self.recorder);
        self.copied = end;
        end
    }

    /// Whether the last word before `start` is protected.
    fn kept_before(&self, start: usize) -> bool {
        let line = self.text.get(self.line.start..start).unwrap_or_default();
        let word = line.trim_end_matches(' ').len();
        word > 0 && self.protected_until(self.line.start + word - 1).is_some()
    }

    /// Reads the characters from `start` to `end` into the cluster.
    fn fill(&mut self, start: usize, end: usize) {
        self.cluster.clear();
        let spans = &self.finder.spans;
        let mut span = spans.partition_point(|span| self.line.start + span.end <= start);
        for (offset, c) in self.text.get(start..end).unwrap_or_default().char_indices() {
            let at = start + offset;
            while spans.get(span).is_some_and(|span| self.line.start + span.end <= at) {
                span += 1;
            }
            let kept = spans.get(span).is_some_and(|span| self.line.start + span.start <= at);
            self.cluster.push(Atom::new(c, at..at + c.len_utf8(), kept));
        }
    }
}

fn has_quotes(text: &str) -> bool {
    text.contains(['"', '\'', '“', '”', '‘', '’', '&'])
}

/// What a cluster has that a step could work on.
#[derive(Default)]
struct Needs {
    entities: bool,
    forms: bool,
    invisible: bool,
    tatweel: bool,
    letters: bool,
    diacritics: bool,
    spelling: bool,
    quotes: bool,
    marks: bool,
    spaces: bool,
    digits: bool,
}

fn needs(cluster: &Cluster) -> Needs {
    let mut needs = Needs::default();
    for atom in cluster.atoms() {
        let c = atom.ch;
        let bits = class(c);
        needs.entities |= c == '&';
        needs.forms |= c >= '\u{fb50}' && forms::is_form(c);
        needs.invisible |= is_invisible(c);
        needs.tatweel |= bits & TATWEEL != 0;
        needs.letters |= bits & (ARABIC | COMBINING | HAMZA) != 0;
        needs.diacritics |= bits & DIACRITIC != 0;
        needs.spelling |= bits & SPELLING != 0;
        needs.quotes |= matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’');
        needs.marks |= bits & STOP != 0 || matches!(c, '.' | ',' | ';' | '?' | '!' | ':');
        needs.spaces |= c == ' ' || is_odd_space(c) || matches!(c, '(' | '[' | '{' | ')' | ']' | '}');
        needs.digits |= bits & DIGIT != 0;
    }
    needs
}

/// Runs every step once; says whether anything changed.
fn round(
    cluster: &mut Cluster,
    around: Around,
    options: &NormalizeOptions,
    survey: Survey,
    before: Before,
) -> bool {
    let needs = needs(cluster);
    let mut changed = false;
    let mut step = |wanted: bool, step: &dyn Fn(&mut super::cluster::Tape)| {
        if wanted {
            changed |= cluster.run(around, step);
        }
    };
    let fresh = needs.entities && options.entities;
    step(fresh, &entities::decode_all);
    step(options.letters && (needs.forms || fresh), &forms::unfold);
    step(options.invisible && (needs.invisible || fresh), &invisible::clean);
    step(options.letters && (needs.tatweel || fresh || needs.forms), &letters::drop_tatweel);
    step(options.letters && (needs.letters || fresh || needs.forms), &letters::set);
    step(options.diacritics == Diacritics::Strip && (needs.diacritics || needs.forms), &diacritics::strip);
    step(options.spelling && (needs.spelling || needs.forms), &spelling::set);
    step(options.punctuation && needs.quotes, &|tape| quotes::pair(tape, &before));
    step(options.punctuation && needs.marks, &|tape| punctuation::convert(tape, options.spacing));
    step(options.spacing && (needs.spaces || needs.marks || needs.quotes || fresh), &|tape| {
        // What was decoded and paired since makes another line of it.
        let survey = if survey.mixed { quotes::survey(tape.line()) } else { survey };
        spacing::set(tape, survey, before);
    });
    step(options.punctuation && needs.marks, &punctuation::collapse);
    step(options.digits != Digits::Keep && needs.digits, &|tape| digits::set(tape, options.digits));
    changed
}

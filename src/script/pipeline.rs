//! The road of a text through normalization: clean stretches are copied, the rest is worked on in
//! small clusters.

use super::class::{
    ARABIC, COMBINING, DIACRITIC, DIGIT, HAMZA, INVISIBLE, LETTER, MARK, SPELLING, STOP, TATWEEL, class,
    is_invisible, is_odd_space,
};
use super::cluster::{Around, Atom, Cluster, Tape};
use super::edits::Recorder;
use super::line::{self, Survey};
use super::protect::Finder;
use super::quotes::{self, Before};
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
        if byte == b'`'
            && found == self.line.start
            && let Some(end) = self.finder.fence(self.text, found)
        {
            self.line.known = false;
            self.copy_to(end);
            return end;
        }
        if !self.thorough {
            if let Some(end) = self.protected_until(found) {
                return end;
            }
            match byte {
                b'`' => return found + 1,
                b'"' if self.is_settled_quote(found) => return found + 1,
                0xd9 if self.swap_letter(found) => return found + 2,
                _ => {}
            }
        }
        self.work_on(start.max(self.line.start), found)
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
        let bytes = self.text.as_bytes();
        let from = if self.line.known && at >= self.line.end { self.line.end } else { 0 };
        let start = line::start(&bytes[..at], from);
        let survey = line::survey(&bytes[start..]);
        let end = start + survey.length;
        self.finder.line(self.text.get(start..end).unwrap_or_default(), survey);
        self.line = Line { start, end, survey, known: true };
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
    #[inline(never)]
    fn swap_letter(&mut self, at: usize) -> bool {
        let mut ahead = self.text.get(at..).unwrap_or_default().chars();
        let Some(c) = ahead.next().filter(|&c| matches!(c, 'ي' | 'ى' | 'ك' | 'ه' | 'ة')) else {
            return false;
        };
        let next = ahead.next().unwrap_or('\n');
        let plain = next < '\u{700}' && class(next) & (LETTER | STOP) != 0 && class(next) & COMBINING == 0;
        let alone = plain || matches!(next, ' ' | '\n');
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
    #[inline(never)]
    fn work_on(&mut self, start: usize, found: usize) -> usize {
        self.copy_to(start);
        let mut end = if self.thorough { self.line.end } else { self.scanner.cluster_end(found) };
        while end < self.line.end && self.ends_open(start, end) {
            end = self.scanner.cluster_end(end);
        }
        if self.needs_whole_line(self.text.get(start..end).unwrap_or_default()) {
            end = self.line.end;
        }
        self.fill(start, end);
        let kept_before = self.kept_before(start);
        let before = self.out.get(self.base..).unwrap_or_default();
        if self.text.get(start..end).is_some_and(quotes::may_pair) {
            self.before.read(before);
        }
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

    /// Whether the stretch ends with an opening bracket or quote, and the space behind it goes.
    fn ends_open(&self, start: usize, end: usize) -> bool {
        let stretch = self.text.get(start..end).unwrap_or_default();
        let goes =
            |c| c == ' ' || is_odd_space(c) || is_invisible(c) || class(c) & MARK != 0 || forms::is_mark(c);
        stretch.trim_end_matches(goes).ends_with(['(', '[', '{', '“', '"'])
    }

    /// Whether a cluster has pairs whose other half can be anywhere in the line: quotation marks of
    /// several kinds, and embeddings.
    fn needs_whole_line(&self, cluster: &str) -> bool {
        let quotes = ['"', '\'', '“', '”', '‘', '’', '&'];
        (self.line.survey.mixed && cluster.contains(quotes))
            || cluster.contains(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
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

/// What a cluster has that a step could work on.
#[derive(Clone, Copy, Default)]
struct Needs {
    entities: bool,
    forms: bool,
    invisible: bool,
    quotes: bool,
    marks: bool,
    spaces: bool,
    digits: bool,
    /// The classes of its letters and signs.
    classes: u16,
}

fn needs(cluster: &Cluster) -> Needs {
    let mut needs = Needs::default();
    for atom in cluster.atoms() {
        match atom.ch {
            ' ' => needs.spaces = true,
            '\u{600}'..='\u{6ff}' => needs.classes |= class(atom.ch),
            'a'..='z' | 'A'..='Z' => {}
            '0'..='9' => needs.digits = true,
            '&' => needs.entities = true,
            '.' | ',' | ';' | '?' | '!' | ':' => needs.marks = true,
            '(' | '[' | '{' | ')' | ']' | '}' => needs.spaces = true,
            '"' | '\'' | '“' | '”' | '‘' | '’' => needs.quotes = true,
            c => {
                needs.invisible |= is_invisible(c) || c == '\u{fffd}';
                needs.spaces |= is_odd_space(c);
                needs.forms |= forms::is_form(c);
                needs.classes |= class(c);
            }
        }
    }
    needs.invisible |= needs.classes & INVISIBLE != 0;
    needs.marks |= needs.classes & STOP != 0;
    needs.digits |= needs.classes & DIGIT != 0;
    needs
}

/// Runs every step once; says whether another round could change more.
fn round(
    cluster: &mut Cluster,
    around: Around,
    options: &NormalizeOptions,
    line: Survey,
    before: Before,
) -> bool {
    let mut needs = needs(cluster);
    let mut run = |wanted: bool, step: &dyn Fn(&mut Tape)| wanted && cluster.run(around, step);
    let decoded = run(options.entities && needs.entities, &entities::decode_all);
    let unfolded = run(options.letters && (needs.forms || decoded), &forms::unfold);
    if decoded || unfolded {
        needs = Needs {
            invisible: true,
            quotes: true,
            marks: true,
            spaces: true,
            digits: true,
            classes: !0,
            ..needs
        };
    }
    let has = |classes: u16| needs.classes & classes != 0;
    let cleaned = run(options.invisible && needs.invisible, &|tape| invisible::clean(tape, &before));
    run(options.letters && has(TATWEEL), &letters::drop_tatweel);
    run(options.letters && has(ARABIC | COMBINING | HAMZA), &letters::set);
    let stripped = run(options.diacritics == Diacritics::Strip && has(DIACRITIC), &diacritics::strip);
    run(options.spelling && has(SPELLING), &spelling::set);
    run(options.spacing && needs.spaces, &spacing::unify);
    let paired = run(options.punctuation && needs.quotes, &|tape| quotes::pair(tape, &before));
    let marked = run(options.punctuation && needs.marks, &|tape| punctuation::convert(tape, options.spacing));
    let spaced = run(options.spacing && (needs.spaces || needs.marks || needs.quotes), &|tape| {
        // What was decoded and paired since makes another line of it; a cluster with " is the last of such a line.
        let quoted = || tape.all().iter().any(|atom| atom.ch == '"');
        let straight = if line.mixed { quoted() && quotes::are_even(tape.line()) } else { line.straight };
        spacing::set(tape, straight, before);
    });
    let collapsed = run(options.punctuation && needs.marks, &punctuation::collapse);
    run(options.digits != Digits::Keep && needs.digits, &|tape| digits::set(tape, options.digits));
    decoded
        || unfolded
        || cleaned
        || stripped
        || paired
        || collapsed
        || (marked && spaced)
        || (spaced && needs.quotes)
}

//! What the structure model looks at: each line, its neighbours, its place on the page, as numbers.

use super::furniture::Place;
use super::measure::{Ending, Measure, Opening};
use super::shape::Shape;
use crate::article::Label;
use crate::page::{Line, LineForm};
use crate::sort;

/// Reach of the windows around a line, in lines.
const REACHES: [usize; 3] = [2, 5, 12];
/// What a line that is no prose costs a run of prose, in words.
const RUN_COSTS: [f32; 2] = [8.0, 25.0];

/// The features, in the order of their values; the part before the dot is the family.
#[cfg(any(test, feature = "fit"))]
pub(crate) const NAMES: [&str; COUNT] = [
    "shape.words",
    "shape.size",
    "shape.ending",
    "shape.inner_ends",
    "shape.commas",
    "shape.digits",
    "shape.foreign",
    "shape.separators",
    "shape.symbols",
    "shape.address",
    "shape.opening",
    "shape.form",
    "shape.gap",
    "shape.gap_below",
    "repetition.twice",
    "furniture.whole",
    "furniture.lead",
    "furniture.in",
    "date.line",
    "headline.shape",
    "neighbours.words_1_above",
    "neighbours.ending_1_above",
    "neighbours.words_1_below",
    "neighbours.ending_1_below",
    "neighbours.words_2_above",
    "neighbours.ending_2_above",
    "neighbours.words_2_below",
    "neighbours.ending_2_below",
    "neighbours.prose_words_2",
    "neighbours.prose_lines_2",
    "neighbours.prose_words_5",
    "neighbours.prose_lines_5",
    "neighbours.prose_words_12",
    "neighbours.prose_lines_12",
    "neighbours.furniture_2",
    "neighbours.furniture_5",
    "neighbours.furniture_12",
    "neighbours.dated_5",
    "neighbours.dated_12",
    "neighbours.short_5",
    "neighbours.short_12",
    "neighbours.loose_words_5",
    "neighbours.since_prose",
    "neighbours.until_prose",
    "position.line",
    "position.lines_above",
    "position.lines_below",
    "position.prose_above",
    "position.prose_below",
    "position.prose_words_above",
    "position.end_phrases_above",
    "position.since_end_phrase",
    "position.since_date",
    "run.inside_short",
    "run.share_short",
    "run.inside_long",
    "run.share_long",
    "run.above_long",
    "run.below_long",
    "page.lines",
    "page.prose_words",
    "page.prose_lines",
    "page.longest",
];

/// How many features a line has.
pub(crate) const COUNT: usize = 63;

/// The features of one line.
pub(crate) type Features = [f32; COUNT];

/// A line as the page-wide sums need it.
#[derive(Clone, Copy, Default)]
struct Brief {
    words: f32,
    ending: f32,
    prose: bool,
    furniture: bool,
    end_phrase: bool,
    date: bool,
}

/// The features of every line. `twice` tells which lines stand on the page again.
#[inline(never)]
pub(super) fn features(
    lines: &[Line],
    measures: &[Measure],
    shapes: &[Shape],
    twice: &[bool],
) -> Vec<Features> {
    let briefs: Vec<Brief> = lines
        .iter()
        .zip(measures.iter().zip(shapes))
        .map(|(line, (m, shape))| if line.is_hidden() { Brief::default() } else { brief(m, shape) })
        .collect();
    let sums = Sums::of(&briefs);
    let runs = RUN_COSTS.map(|cost| longest_run(&briefs, cost));
    let page = PageTotals::of(&briefs);
    let mut since = Since::default();
    lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let mut row = Row::default();
            row.shape(line, &measures[at], lines.get(at + 1).map_or(2, |below| below.gap));
            row.push(f32::from(u8::from(twice[at])));
            row.phrases(&shapes[at]);
            row.neighbours(&briefs, &sums, at);
            row.position(&page, &sums, at);
            since.see(&briefs[at], at);
            row.push(since.end_phrases);
            row.push(distance(since.end_phrase.map(|above| at - above)));
            row.push(distance(since.date.map(|above| at - above)));
            row.runs(&runs, &page, &sums, at);
            row.push(libm::logf(page.lines));
            row.push(libm::logf(page.prose_words + 1.0));
            row.push(page.prose_lines);
            row.push(page.longest);
            row.values
        })
        .collect()
}

fn brief(m: &Measure, shape: &Shape) -> Brief {
    let label = shape.whole;
    Brief {
        words: (m.words as f32).min(120.0),
        ending: ending(m.ending),
        prose: m.is_prose(),
        furniture: label.is_some(),
        end_phrase: matches!(
            label,
            Some(Label::Related | Label::Comments | Label::CommentForm | Label::Tags | Label::Copyright)
        ),
        // A date line, or a short line with a year or a time in it.
        date: shape.is_date || (m.words <= 12 && m.digits >= 4),
    }
}

fn ending(ending: Ending) -> f32 {
    match ending {
        Ending::Open => 0.0,
        Ending::Ellipsis => 1.0,
        Ending::Comma => 2.0,
        Ending::Colon => 3.0,
        Ending::Sentence => 4.0,
    }
}

/// Lines farther than this are equally far, in lines.
const FAR: usize = 40;

/// A distance in lines, capped; as far as can be where there is none.
fn distance(lines: Option<usize>) -> f32 {
    lines.unwrap_or(FAR).min(FAR) as f32
}

/// What was last seen where, down the page.
#[derive(Default)]
struct Since {
    end_phrases: f32,
    end_phrase: Option<usize>,
    date: Option<usize>,
}

impl Since {
    fn see(&mut self, brief: &Brief, at: usize) {
        if brief.end_phrase {
            self.end_phrases += 1.0;
            self.end_phrase = Some(at);
        }
        if brief.date {
            self.date = Some(at);
        }
    }
}

/// Running sums, so that a window costs two subtractions.
struct Sums {
    prose_words: Vec<f32>,
    prose_lines: Vec<f32>,
    furniture: Vec<f32>,
    dated: Vec<f32>,
    short: Vec<f32>,
    loose_words: Vec<f32>,
}

impl Sums {
    fn of(briefs: &[Brief]) -> Self {
        let running = |value: fn(&Brief) -> f32| {
            let mut sum = 0.0;
            let mut sums = Vec::with_capacity(briefs.len() + 1);
            sums.push(0.0);
            sums.extend(briefs.iter().map(|brief| {
                sum += value(brief);
                sum
            }));
            sums
        };
        Self {
            prose_words: running(|b| if b.prose { b.words } else { 0.0 }),
            prose_lines: running(|b| f32::from(u8::from(b.prose))),
            furniture: running(|b| f32::from(u8::from(b.furniture))),
            dated: running(|b| f32::from(u8::from(b.date))),
            short: running(|b| f32::from(u8::from(b.words <= 4.0))),
            loose_words: running(|b| if b.prose { 0.0 } else { b.words }),
        }
    }
}

fn window(sums: &[f32], at: usize, reach: usize) -> f32 {
    let end = (at + reach + 1).min(sums.len() - 1);
    sums[end] - sums[at.saturating_sub(reach)]
}

struct PageTotals {
    lines: f32,
    prose_words: f32,
    prose_lines: f32,
    longest: f32,
}

impl PageTotals {
    fn of(briefs: &[Brief]) -> Self {
        let prose = || briefs.iter().filter(|brief| brief.prose);
        Self {
            lines: briefs.len() as f32,
            prose_words: prose().map(|brief| brief.words).sum(),
            prose_lines: prose().count() as f32,
            longest: sort::largest(briefs.iter().map(|brief| brief.words), 0.0),
        }
    }
}

/// The stretch of lines with the most words of prose, when each line that is no prose costs `cost`
/// words: first line and last line of it (Kadane's algorithm).
fn longest_run(briefs: &[Brief], cost: f32) -> (usize, usize) {
    let (mut best, mut best_run) = (0.0, (0, 0));
    let (mut sum, mut start) = (0.0, 0);
    for (at, brief) in briefs.iter().enumerate() {
        if sum <= 0.0 {
            (sum, start) = (0.0, at);
        }
        sum += if brief.prose { brief.words } else { -cost };
        if sum > best {
            (best, best_run) = (sum, (start, at));
        }
    }
    best_run
}

struct Row {
    values: Features,
    at: usize,
}

impl Default for Row {
    fn default() -> Self {
        Self { values: [0.0; COUNT], at: 0 }
    }
}

impl Row {
    fn push(&mut self, value: f32) {
        if let Some(place) = self.values.get_mut(self.at) {
            *place = value;
        }
        self.at += 1;
    }

    fn shape(&mut self, line: &Line, m: &Measure, gap_below: u8) {
        let size = (m.size() as f32).max(1.0);
        self.push((m.words as f32).min(120.0));
        self.push((m.size() as f32).min(600.0));
        self.push(ending(m.ending));
        self.push((m.inner_ends as f32).min(8.0));
        self.push((m.commas as f32).min(8.0));
        self.push(m.digits as f32 / size);
        self.push(m.foreign as f32 / size);
        self.push((m.separators as f32).min(6.0));
        self.push((m.symbols as f32).min(4.0));
        self.push(f32::from(u8::from(m.has_address || m.has_at)));
        self.push(match m.opening {
            Opening::Word => 0.0,
            Opening::Quote => 1.0,
            Opening::Digit => 2.0,
            Opening::Bullet => 3.0,
            Opening::Symbol => 4.0,
            Opening::Hash => 5.0,
        });
        self.push(match line.form {
            LineForm::Text => 0.0,
            LineForm::Heading(_) => 1.0,
            LineForm::Quote => 2.0,
            LineForm::Preformatted => 3.0,
            LineForm::Item => 4.0,
            LineForm::Row => 5.0,
            LineForm::Caption => 6.0,
        });
        self.push(f32::from(line.gap));
        self.push(f32::from(gap_below));
    }

    fn phrases(&mut self, shape: &Shape) {
        let has = |places: &[Place]| shape.phrases.iter().any(|phrase| places.contains(&phrase.place));
        self.push(f32::from(u8::from(shape.whole.is_some())));
        self.push(f32::from(u8::from(has(&[Place::Lead, Place::Start]))));
        self.push(f32::from(u8::from(has(&[Place::In]))));
        self.push(f32::from(u8::from(shape.is_date)));
        self.push(f32::from(u8::from(shape.is_headline)));
    }

    fn neighbours(&mut self, briefs: &[Brief], sums: &Sums, at: usize) {
        let nothing = Brief::default();
        for step in 1..=2 {
            let above = at.checked_sub(step).map_or(&nothing, |above| &briefs[above]);
            let below = briefs.get(at + step).unwrap_or(&nothing);
            for brief in [above, below] {
                self.push(brief.words);
                self.push(brief.ending);
            }
        }
        for reach in REACHES {
            self.push(window(&sums.prose_words, at, reach));
            self.push(window(&sums.prose_lines, at, reach));
        }
        for reach in REACHES {
            self.push(window(&sums.furniture, at, reach));
        }
        for reach in [REACHES[1], REACHES[2]] {
            self.push(window(&sums.dated, at, reach));
        }
        for reach in [REACHES[1], REACHES[2]] {
            self.push(window(&sums.short, at, reach));
        }
        self.push(window(&sums.loose_words, at, REACHES[1]));
        self.push(distance(briefs[..at].iter().rev().take(FAR).position(|b| b.prose)));
        self.push(distance(briefs[at + 1..].iter().take(FAR).position(|b| b.prose)));
    }

    fn position(&mut self, page: &PageTotals, sums: &Sums, at: usize) {
        let above = sums.prose_lines[at];
        let through = sums.prose_lines[at + 1];
        self.push(at as f32 / page.lines);
        self.push((at as f32).min(200.0));
        self.push((page.lines - at as f32).min(200.0));
        self.push(above);
        self.push(page.prose_lines - through);
        self.push(sums.prose_words[at] / page.prose_words.max(1.0));
    }

    fn runs(&mut self, runs: &[(usize, usize); 2], page: &PageTotals, sums: &Sums, at: usize) {
        for &(first, last) in runs {
            let words = sums.prose_words[last + 1] - sums.prose_words[first];
            self.push(f32::from(u8::from((first..=last).contains(&at))));
            self.push(words / page.prose_words.max(1.0));
        }
        let (first, last) = runs[1];
        self.push(first.saturating_sub(at).min(40) as f32);
        self.push(at.saturating_sub(last).min(40) as f32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_feature_has_its_name() {
        let line = Line { range: 0..1, holes: Vec::new(), form: LineForm::Text, gap: 2, markup: None };
        let mut row = Row::default();
        let briefs = [Brief::default()];
        let (sums, page) = (Sums::of(&briefs), PageTotals::of(&briefs));
        row.shape(&line, &Measure::default(), 2);
        assert_eq!(NAMES[row.at], "repetition.twice");
        row.at += 1;
        row.phrases(&Shape::default());
        row.neighbours(&briefs, &sums, 0);
        assert_eq!(NAMES[row.at], "position.line");
        row.position(&page, &sums, 0);
        assert_eq!(NAMES[row.at], "position.end_phrases_above");
        row.at += 3;
        row.runs(&[(0, 0); 2], &page, &sums, 0);
        assert_eq!(NAMES[row.at], "page.lines");
        assert_eq!(row.at + 4, COUNT);
    }

    #[test]
    fn a_line_of_furniture_does_not_break_a_run_of_prose() {
        let prose = Brief { words: 30.0, prose: true, ..Brief::default() };
        let other = Brief { words: 3.0, ..Brief::default() };
        let page = [other, prose, other, prose, prose, other, other, other, other, prose];
        assert_eq!(longest_run(&page, 8.0), (1, 4));
    }
}

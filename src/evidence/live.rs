//! Live pages: entries of text, one below the other, each with the time of the day above it.

use super::person::Person;
use super::shape::Shape;
use super::{Evidence, Role, weight};
use crate::date::{self, Reading};
use crate::page::Page;

/// Fewest entries of a live page.
const ENTRIES: usize = 3;
/// Most lines of an entry.
const LONGEST: usize = 30;
/// Fewest words of an entry's text; what stands beside the times of other stories is shorter.
const TEXT: u32 = 20;
/// Most words of a time: "رات 8 بج کر 35 منٹ".
const TIME: u32 = 7;
/// Most words of an entry's headline.
const HEADLINE: u32 = 16;

/// What a line is in an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Time,
    Headline,
    Text,
}

/// Which lines are entries of a live page, and as what; none on other pages.
#[inline(never)]
pub(super) fn parts(page: &Page, shapes: &[Shape]) -> Vec<Option<Part>> {
    let mut parts = vec![None; shapes.len()];
    let times: Vec<Time> = (0..shapes.len()).filter_map(|at| time(page, shapes, at)).collect();
    let end = |entry: usize| {
        let next = times.get(entry + 1).map_or(shapes.len(), |next| next.line);
        next.min(times[entry].line + LONGEST)
    };
    let is_text = |at: usize| shapes[at].is_text();
    let told = |entry: &usize| {
        let time = &times[*entry];
        let text = (time.line + 1..end(*entry)).any(|at| is_text(at) && shapes[at].words >= TEXT);
        text && (time.is_exact || is_headed(shapes, time.line))
    };
    // Beside a page's own times, other stories have theirs.
    let entries = [None, Some(true), Some(false)].into_iter().find_map(|exact| {
        let all = (0..times.len()).filter(|&entry| {
            !times[entry].is_whole && exact.is_none_or(|exact| times[entry].is_exact == exact)
        });
        let entries: Vec<usize> = all.clone().filter(told).collect();
        (entries.len() >= ENTRIES && entries.len() * 3 >= all.count() * 2).then_some(entries)
    });
    let Some(mut entries) = entries else { return parts };
    // Of a live page the last entries may be short.
    let brief = |entry: &usize| {
        let below = times[*entry].line + 1;
        times[*entry].is_exact && !times[*entry].is_whole && below < shapes.len() && shapes[below].is_prose
    };
    // The first one may tell the day; above the page's headline it is the page's date.
    let opens = |first: &usize| {
        let Time { line, is_whole, .. } = times[*first];
        is_whole && told(first) && (is_text(line + 1) || (0..line).any(is_text))
    };
    if let Some(first) = entries[0].checked_sub(1).filter(opens) {
        entries.insert(0, first);
    }
    let exact = entries.iter().all(|&entry| times[entry].is_exact);
    let after = entries.last().map_or(0, |last| last + 1);
    entries.extend((after..times.len()).filter(brief).filter(|_| exact));
    let last = times.iter().rposition(|time| !time.is_whole).unwrap_or(0);
    for entry in entries {
        let first = times[entry].line + 1;
        parts[times[entry].line] = Some(Part::Time);
        let mut lines = first..end(entry);
        // What the last entry is followed by is no text of its own.
        if entry >= last {
            let text = lines.clone().find(|&at| is_text(at)).unwrap_or(first);
            lines.end = (text..lines.end).find(|&at| !is_text(at)).unwrap_or(lines.end);
        }
        for at in lines {
            if is_text(at) {
                parts[at] = Some(Part::Text);
            } else if at == first && shapes[at].words <= HEADLINE && shapes[at].phrases.is_empty() {
                parts[at] = Some(Part::Headline);
            }
        }
    }
    parts
}

/// The line that may tell when an entry was written.
struct Time {
    line: usize,
    /// Not "2 گھنٹے قبل", which stands beside comments and other stories too.
    is_exact: bool,
    /// A day with its year, and a time of it.
    is_whole: bool,
}

/// A time of the day, with a day or without, a day without a year or a time ago, and nothing else.
fn time(page: &Page, shapes: &[Shape], line: usize) -> Option<Time> {
    if !shapes[line].is_date || shapes[line].words > TIME {
        return None;
    }
    let dates = date::line(page.text(line), None);
    let all = |tells: fn(&Reading) -> bool| dates.iter().all(|date| tells(&date.reading));
    let is_time = !dates.is_empty() && all(|reading| matches!(reading, Reading::Partial | Reading::Relative));
    let is_whole = dates.iter().any(|date| date.value.as_ref().is_some_and(|value| value.len() > date::DAY));
    (is_time || is_whole).then(|| Time {
        line,
        is_exact: all(|reading| *reading != Reading::Relative),
        is_whole,
    })
}

/// Whether a headline stands right below a time, as it does in an entry.
fn is_headed(shapes: &[Shape], time: usize) -> bool {
    shapes.get(time + 1).is_some_and(|line| line.is_headline && line.person < Person::Likely)
}

/// Says that the line is of the text.
#[inline(never)]
pub(super) fn weigh(part: Part, evidence: &mut Evidence) {
    match part {
        Part::Time => evidence.add(Role::Item, weight::LIVE_TIME, "live"),
        Part::Headline => {
            evidence.add(Role::Heading, weight::LIVE, "live");
            evidence.add(Role::Title, weight::NO_TITLE, "live");
            evidence.add(Role::Subtitle, weight::NO_TITLE, "live");
        }
        Part::Text => evidence.add(Role::Body, weight::LIVE, "live"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::measure::measure;
    use super::super::shape::shapes;
    use super::*;
    use crate::read::read_text;

    const TEXT: &str = "محکمہ آبپاشی کے ترجمان نے بتایا کہ بیراج سے گزرنے والا ریلا اب بھی چار لاکھ کیوسک کے قریب ہے اور پانی اترنے میں کم از کم چار دن لگیں گے۔";

    fn parts_of(text: &str) -> Vec<Option<Part>> {
        let page = read_text(text);
        let measures: Vec<_> = (0..page.lines.len()).map(|at| measure(page.text(at))).collect();
        parts(&page, &shapes(&page, &measures))
    }

    fn entries(times: [&str; 3], text: &str) -> String {
        times.map(|time| format!("{time}\n\nبیراج پر پانی کی سطح بلند\n\n{text}\n\n")).concat()
    }

    #[test]
    fn three_times_with_text_below_are_a_live_page() {
        for times in [
            ["18:40", "17:05", "14:22"],
            ["رات 8 بج کر 35 منٹ", "شام 7 بج کر 20 منٹ", "شام 6 بج کر 45 منٹ"],
            ["12 منٹ قبل", "34 منٹ قبل", "ایک گھنٹہ قبل"],
        ] {
            let entry = [Some(Part::Time), Some(Part::Headline), Some(Part::Text)];
            assert_eq!(parts_of(&entries(times, TEXT)), [entry, entry, entry].concat(), "{times:?}");
        }
    }

    #[test]
    fn the_first_entry_may_tell_the_day() {
        let live = format!("20:55 12 جون 2024\n\n{TEXT}\n\n") + &entries(["19:40", "18:22", "17:10"], TEXT);
        assert!(parts_of(&live).starts_with(&[Some(Part::Time), Some(Part::Text), Some(Part::Time)]));
        let headed = format!("{TEXT}\n\n20:55 12 جون 2024\n\nبیراج کے دروازے کھلے\n\n{TEXT}\n\n");
        let parts = parts_of(&(headed + &entries(["19:40", "18:22", "17:10"], TEXT)));
        assert!(parts.starts_with(&[None, Some(Part::Time), Some(Part::Headline), Some(Part::Text)]));
    }

    #[test]
    fn the_date_above_the_headline_is_no_entry() {
        let page = format!("20:55 12 جون 2024\n\nلاہور میں بارش\n\n{TEXT}\n\n")
            + &entries(["19:40", "18:22", "17:10"], TEXT);
        assert!(parts_of(&page).starts_with(&[None, None, None, Some(Part::Time)]));
    }

    #[test]
    fn a_comment_with_its_date_is_no_entry() {
        let page =
            entries(["18:40", "17:05", "14:22"], TEXT) + &format!("علی\n\n13 جون 2024 09:12\n\n{TEXT}");
        assert_eq!(parts_of(&page)[9..], [None; 3]);
    }

    #[test]
    fn times_of_other_stories_below_make_no_difference() {
        let live = entries(["18:40", "17:05", "14:22"], TEXT);
        let others = ["12 منٹ قبل", "34 منٹ قبل", "ایک گھنٹہ قبل"]
            .map(|time| format!("شہر میں بارش کا امکان\n{time}\n"));
        let parts = parts_of(&(live.clone() + &others.concat()));
        assert_eq!(parts[..9], parts_of(&live)[..]);
    }

    #[test]
    fn the_last_entry_may_be_brief() {
        let live =
            entries(["18:40", "17:05", "14:22"], TEXT) + "13:10\n\nاجلاس پیر کی صبح تک ملتوی کر دیا گیا ہے۔\n";
        assert!(parts_of(&live).ends_with(&[Some(Part::Time), Some(Part::Text)]));
    }

    #[test]
    fn times_beside_headlines_are_none() {
        let list = entries(["18:40", "17:05", "14:22"], "کچے کے دیہات خالی کرا لیے گئے");
        assert!(parts_of(&list).iter().all(Option::is_none));
    }

    #[test]
    fn a_time_ago_with_a_comment_right_below_is_none() {
        let comments = entries(["12 منٹ قبل", "34 منٹ قبل", "ایک گھنٹہ قبل"], TEXT)
            .replace("بیراج پر پانی کی سطح بلند\n\n", "");
        assert!(parts_of(&comments).iter().all(Option::is_none));
    }
}

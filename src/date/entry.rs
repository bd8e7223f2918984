//! The dates of a line, put together from its items: each with its own label, weekday, time and twin.

use std::ops::Range;

use super::calendar::Stamp;
use super::clock::Time;
use super::day::{self, Day};
use super::item::{Item, Placed};
use super::relative::Relative;
use super::token::Tokens;
use super::words::{Label, Spoken};
use super::{Dated, Reading, line};

/// A date that is being put together.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    label: Option<Label>,
    day: Option<Day>,
    /// It has a date of a calendar that is not converted.
    foreign: bool,
    time: Option<Time>,
    relative: Option<Relative>,
    /// Two dates that are not the same: a range, or a list.
    torn: bool,
    /// Its label stands behind it, so that the next date is another.
    closed: bool,
    /// Where a year stands that belongs to a day before it.
    year: Option<usize>,
    /// Its tokens.
    range: Range<usize>,
}

/// The dates that `items` tell, in order; a label goes to the date after it, or else before it.
pub(super) fn collect(tokens: &Tokens, items: &[Placed]) -> Vec<Entry> {
    let last_date = items.iter().rposition(|placed| placed.item.tells_when());
    let mut done = Vec::new();
    let mut entry = Entry::default();
    for (at, placed) in items.iter().enumerate() {
        // "12.03.2021 ~ 14.03.2021": published, and changed later.
        let later = entry.day.is_some()
            && matches!(placed.item, Item::Day(_))
            && tokens.is_mark(placed.from - 1, &['~']);
        if (entry.closed || later) && placed.item.tells_when() {
            done.push(std::mem::take(&mut entry));
            entry.label = later.then_some(Label::Updated);
        }
        match placed.item {
            Item::Label(label) => {
                let follows =
                    last_date.is_none_or(|last| at > last) || entry.is_followed(tokens, placed.from);
                if entry.tells_when() && !follows {
                    done.push(std::mem::take(&mut entry));
                }
                entry.closed = entry.tells_when();
                entry.add_label(label);
                entry.stretch(placed);
            }
            Item::Day(day) => entry.add_day(day, placed),
            Item::Time(time) => entry.add_time(time, placed),
            Item::Relative(relative) => {
                entry.relative.get_or_insert(relative);
                entry.stretch(placed);
            }
            Item::Weekday => entry.stretch(placed),
            Item::Stray => entry.add_year(tokens, placed),
            Item::Filler | Item::Glue(_) | Item::Ornament => {}
        }
    }
    done.push(entry);
    done.retain(Entry::tells_when);
    done
}

impl Entry {
    fn tells_when(&self) -> bool {
        self.day.is_some() || self.foreign || self.time.is_some() || self.relative.is_some()
    }

    /// "کو" stands between this date and what is at `at`, as in "17 جنوری 2024 کو شائع ہوا".
    fn is_followed(&self, tokens: &Tokens, at: usize) -> bool {
        self.tells_when() && at == self.range.end + 1 && tokens.word(self.range.end) == Some("کو")
    }

    fn stretch(&mut self, placed: &Placed) {
        if self.range.is_empty() {
            self.range = placed.from..placed.to;
        } else {
            self.range.end = placed.to;
        }
    }

    fn add_label(&mut self, label: Label) {
        self.label = Some(match (self.label, label) {
            (Some(Label::Updated), _) | (_, Label::Updated) => Label::Updated,
            (Some(Label::Published), _) | (_, Label::Published) => Label::Published,
            _ => Label::Dated,
        });
    }

    fn add_day(&mut self, day: Day, placed: &Placed) {
        self.stretch(placed);
        match (self.day, day) {
            (_, Day::Foreign) => self.foreign = true,
            (None, _) => self.day = Some(day),
            (Some(known), _) => self.torn |= known != day,
        }
    }

    fn add_time(&mut self, time: Time, placed: &Placed) {
        self.stretch(placed);
        match self.time {
            None => self.time = Some(time),
            // The same moment in another zone may stand beside it.
            Some(Time::Of { offset: Some(_), .. }) => {}
            Some(known) => self.torn |= known != time,
        }
    }

    /// "Wed Jan 17 10:45:00 PKT 2024": the year after the time.
    fn add_year(&mut self, tokens: &Tokens, placed: &Placed) {
        if let (Some(Day::NoYear { day, month }), Some(_), Some((year, to))) =
            (self.day, self.time, day::lone_year(tokens, placed.from))
            && self.range.end == placed.from
        {
            self.day = Some(Stamp::day(year, month, day).map_or(Day::Impossible, Day::Whole));
            self.range.end = to;
            self.year = Some(placed.from);
        }
    }

    /// The stray token at `at` is the year of this date.
    pub fn has_year_at(&self, at: usize) -> bool {
        self.year == Some(at)
    }

    pub fn tokens(&self) -> Range<usize> {
        self.range.clone()
    }

    pub fn label(&self) -> Option<Label> {
        self.label
    }

    /// Two dates that are not the same.
    pub fn is_torn(&self) -> bool {
        self.torn
    }

    /// So many hours or days ago.
    pub fn is_counted(&self) -> bool {
        self.day.is_none() && matches!(self.relative, Some(Relative::Before(_)))
    }

    /// The date, with what `now` (ISO 8601) makes of a relative one.
    pub fn dated(&self, tokens: &Tokens, now: Option<&str>) -> Dated {
        let (reading, stamp) = self.reading(now);
        Dated {
            value: stamp.map(|stamp| stamp.to_string()),
            reading,
            updated: self.label == Some(Label::Updated),
            range: tokens.range(self.range.start, self.range.end),
        }
    }

    fn reading(&self, now: Option<&str>) -> (Reading, Option<Stamp>) {
        match (self.day, self.time, self.relative) {
            (Some(Day::Impossible), ..) | (_, Some(Time::Impossible), _) => (Reading::Impossible, None),
            (Some(Day::Whole(stamp)), time, _) => (Reading::Whole, Some(at_time(stamp, time))),
            (None, time, Some(relative)) => {
                let now = now.and_then(line::only_stamp);
                (Reading::Relative, now.and_then(|now| on_time(relative, &now, time)))
            }
            (None, ..) if self.foreign => (Reading::Foreign, None),
            _ => (Reading::Partial, None),
        }
    }

    /// The day and time, if whole.
    pub fn stamp(&self) -> Option<Stamp> {
        match self.reading(None) {
            (Reading::Whole, stamp) => stamp,
            _ => None,
        }
    }
}

fn at_time(day: Stamp, time: Option<Time>) -> Stamp {
    match time {
        Some(Time::Of { clock, offset }) => Stamp { time: Some(clock), offset, ..day },
        _ => day,
    }
}

/// "آج شام 5:30 بجے" is a day and its time; "3 گھنٹے قبل" has its time already.
fn on_time(relative: Relative, now: &Stamp, time: Option<Time>) -> Option<Stamp> {
    let stamp = relative.resolve(now)?;
    let is_day =
        matches!(relative, Relative::Spoken(Spoken::Today | Spoken::Yesterday)) || stamp.time.is_none();
    Some(if is_day { at_time(stamp, time) } else { stamp })
}

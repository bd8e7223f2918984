//! Plain text into lines: where they begin and end, how far apart they stand, which belong together.

use std::ops::Range;

use super::{message, wrap};
use crate::page::{Line, LineForm, Page, is_space, parted, trimmed};
use crate::script::unicode::is_numeric;
use crate::swar::{self, find};

/// A line as it stands in the text, before hard-wrapped paragraphs are joined.
pub(super) struct RawLine {
    pub range: Range<usize>,
    /// Blank lines above it.
    pub blank_above: u32,
    /// Columns of white space before it.
    pub indent: u32,
}

/// Reads plain text.
#[cfg(any(test, feature = "fit"))]
pub(crate) fn read_text(source: &str) -> Page<'_> {
    let lines = TextLines::of(source, 0);
    lines.page(0..lines.len())
}

/// A plain text's lines, which can be read as one page or in stretches.
pub(crate) struct TextLines<'a> {
    source: &'a str,
    raw: Vec<RawLine>,
    /// How many stretches of the source were set right.
    repaired: u32,
}

impl<'a> TextLines<'a> {
    pub(crate) fn of(source: &'a str, repaired: u32) -> Self {
        Self { source, raw: raw_lines(source), repaired }
    }

    /// How many lines hold something.
    pub(crate) fn len(&self) -> usize {
        self.raw.len()
    }

    /// A stretch of lines as a page of its own.
    pub(crate) fn page(&self, stretch: Range<usize>) -> Page<'a> {
        let raw = self.raw.get(stretch).unwrap_or_default();
        let gaps = gap_ranks(raw);
        let lines = wrap::join(self.source, raw, &gaps);
        Page { source: self.source, lines, repaired: self.repaired, ..Page::default() }
    }

    /// The stretches that rare wide gaps part, lines of nothing but marks, and the end of a page.
    pub(crate) fn stretches(&self) -> Vec<Range<usize>> {
        let wide = wide_gap(&self.raw);
        let text = |line: &RawLine| self.source.get(line.range.clone()).unwrap_or_default();
        let mut starts = vec![0];
        for (at, pair) in self.raw.windows(2).enumerate() {
            let apart = wide.is_some_and(|wide| pair[1].blank_above >= wide);
            if apart || is_rule(text(&pair[1])) || ends_page(text(&pair[0])) {
                starts.push(at + 1);
            }
        }
        let ends = starts.iter().skip(1).copied().chain([self.raw.len()]);
        starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
    }
}

/// A line of three or more of one mark, as people part texts with: `***`, `-----`.
fn is_rule(line: &str) -> bool {
    let mut marks = line.chars().filter(|c| *c != ' ');
    let first = marks.next();
    let same = marks.clone().all(|c| Some(c) == first);
    matches!(first, Some('*' | '-' | '=' | '_' | '~' | '#' | '—' | '–' | '─' | '٭' | '۔' | '•'))
        && same
        && marks.count() >= 2
}

/// A notice of copyright: with it pages end.
fn ends_page(line: &str) -> bool {
    const LONGEST: usize = 240;
    let signed = || line.contains('©') && !credits_picture(line);
    line.len() <= LONGEST && (signed() || line.contains("حقوق محفوظ"))
}

/// "گول کیپر گیند روکتے ہوئے © پی اے": behind what a picture shows, whose it is. A notice has a year, or begins with its sign.
pub(crate) fn credits_picture(line: &str) -> bool {
    const SHOWN: usize = 3;
    const OWNER: usize = 4;
    let claims = ["حقوق", "ights", "IGHTS", "opyright", "OPYRIGHT"];
    let Some((shown, owner)) = parted(line, "©") else { return false };
    shown.split_whitespace().count() >= SHOWN
        && (1..=OWNER).contains(&owner.split_whitespace().count())
        && !line.contains(is_numeric)
        && !line.contains(['.', '|'])
        && !claims.iter().any(|claim| line.contains(claim))
}

/// Lines for each gap that parts stretches, at least: a gap that is not rare is how the page parts everything.
const LINES_A_STRETCH: usize = 8;

/// From how many blank lines on a gap is wide and rare; none where no gap is.
fn wide_gap(lines: &[RawLine]) -> Option<u32> {
    const COUNTED: usize = 8;
    let inner = lines.get(1..).unwrap_or_default();
    let least = inner.iter().map(|line| line.blank_above).min()?;
    // How many gaps have as many blank lines more than the narrowest, or still more.
    let mut at_least = [0usize; COUNTED];
    for line in inner {
        let excess = ((line.blank_above - least) as usize).min(COUNTED - 1);
        at_least[..=excess].iter_mut().for_each(|count| *count += 1);
    }
    let rare = |gap: usize| {
        let most = if gap == 1 { 2 } else { (lines.len() / LINES_A_STRETCH).max(1) };
        (1..=most).contains(&at_least[gap])
    };
    (1..COUNTED).find(|&gap| rare(gap)).map(|gap| least + gap as u32)
}

/// The lines that hold something, trimmed.
#[inline(never)]
fn raw_lines(source: &str) -> Vec<RawLine> {
    let bytes = source.as_bytes();
    let mut lines = Vec::with_capacity(bytes.len() / 160 + 8);
    let mut start = 0;
    let mut blank = 0;
    let mut at = 0;
    while at <= bytes.len() {
        let rest = bytes.get(at..).unwrap_or_default();
        at += next_break(rest);
        let break_len = line_break_len(bytes, at);
        if break_len == 0 && at < bytes.len() {
            at += 1;
            continue;
        }
        let range = trimmed(source, start..at);
        if range.is_empty() {
            blank += 1;
        } else {
            let indent = indent(source.get(start..range.start).unwrap_or_default());
            push(source, RawLine { range, blank_above: blank, indent }, &mut lines);
            blank = 0;
        }
        at += break_len.max(1);
        start = at;
    }
    lines
}

/// Adds a line; the header of a message in it is a line of its own, and so is what a page has put behind the last
/// sentence of a paragraph.
fn push(source: &str, mut line: RawLine, lines: &mut Vec<RawLine>) {
    let text = |range: &Range<usize>| source.get(range.clone()).unwrap_or_default();
    let header = line.range.start + message::header(text(&line.range));
    let rest = trimmed(source, header..line.range.end);
    if header > line.range.start && !rest.is_empty() {
        lines.push(RawLine { range: line.range.start..header, ..line });
        line = RawLine { range: rest, blank_above: 0, indent: 0 };
    }
    let note = line.range.start + note_behind(text(&line.range));
    let own = trimmed(source, line.range.start..note);
    if note < line.range.end && !own.is_empty() {
        let note = trimmed(source, note..line.range.end);
        lines.push(RawLine { range: own, ..line });
        line = RawLine { range: note, blank_above: 0, indent: 0 };
    }
    lines.push(line);
}

/// What begins a reference to another story, behind a sentence.
const REFERENCES: [&str; 6] =
    ["مزید پڑھیں", "مزید پڑھیے", "مزید پڑھئے", "یہ بھی پڑھیں", "یہ بھی پڑھیے", "یہ بھی پڑھئے"];
/// Most bytes of a reference: a headline of thirty words.
const REFERENCE: usize = 360;

/// The buttons behind each subhead of a wiki.
pub(crate) const EDITS: [&str; 3] = ["[ترمیم]", "[ترمیم ماخذ]", "[ترمیم | ترمیم ماخذ]"];

/// Where "(جاری ہے)" or "مزید پڑھیں: …" begins behind the last sentence of a line, or where the line ends.
fn note_behind(line: &str) -> usize {
    if let Some(subhead) = EDITS.iter().find_map(|button| line.strip_suffix(button)) {
        return subhead.len();
    }
    if let Some((text, note)) = line.strip_suffix(')').and_then(|line| line.rsplit_once('('))
        && note.trim() == "جاری ہے"
    {
        return text.len();
    }
    let far = line.len().saturating_sub(REFERENCE);
    let from = (far..line.len()).find(|&at| line.is_char_boundary(at)).unwrap_or(line.len());
    let tail = line.get(from..).unwrap_or_default();
    find(tail.as_bytes(), [b':'; 3]).map_or(line.len(), |_| from + reference(tail))
}

/// Where in the end of a line a reference to another story begins, or where that ends.
fn reference(tail: &str) -> usize {
    let ends = tail.char_indices().filter(|(_, c)| matches!(c, '۔' | '؟' | '!' | '.'));
    let behind = ends.map(|(at, c)| at + c.len_utf8());
    let refers = |at: &usize| {
        let rest = tail.get(*at..).unwrap_or_default().trim_start();
        let story = REFERENCES.iter().find_map(|reference| rest.strip_prefix(reference));
        let story = story.and_then(|story| story.trim_start().strip_prefix(':'));
        story.is_some_and(|story| !story.trim_end_matches('۔').contains('۔'))
    };
    behind.rev().find(refers).unwrap_or(tail.len())
}

/// How wide white space before a line is, in columns.
fn indent(space: &str) -> u32 {
    const TAB: u32 = 4;
    space
        .chars()
        .filter(|c| is_space(*c))
        .map(|c| if c == '\t' { TAB } else { u32::from(c != '\u{feff}') })
        .sum()
}

/// Where the next line break may begin, or the end.
fn next_break(bytes: &[u8]) -> usize {
    let may_have = |eight: u64| swar::any_below(eight, 0x20) || swar::any(eight, 0xe2);
    let (eights, _) = swar::eights(bytes);
    let plain = eights.take_while(|&eight| !may_have(eight)).count() * 8;
    let may_break = |byte: &u8| matches!(byte, b'\n' | b'\r' | 0x0b | 0x0c | 0xe2);
    plain + bytes[plain..].iter().position(may_break).unwrap_or(bytes.len() - plain)
}

/// How many bytes the line break at `at` has; 0 where there is none.
fn line_break_len(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(b'\r') if bytes.get(at + 1) == Some(&b'\n') => 2,
        Some(b'\n' | b'\r' | 0x0b | 0x0c) => 1,
        // U+2028 and U+2029, which word processors and messengers leave.
        Some(0xe2) if bytes.get(at + 1) == Some(&0x80) && matches!(bytes.get(at + 2), Some(0xa8 | 0xa9)) => 3,
        _ => 0,
    }
}

/// How far each line stands from the one above, in ranks, so that a copy with a blank line after
/// each line, or with doubled blank lines, is the same page.
fn gap_ranks(lines: &[RawLine]) -> Vec<u8> {
    const COUNTED: usize = 8;
    let inner = lines.get(1..).unwrap_or_default();
    let least = inner.iter().map(|line| line.blank_above).min().unwrap_or(0);
    let mut often = [0u32; COUNTED];
    for line in inner {
        often[((line.blank_above - least) as usize).min(COUNTED - 1)] += 1;
    }
    let usual = (1..COUNTED).max_by_key(|&gap| (often[gap], COUNTED - gap)).unwrap_or(1);
    let rank = |line: &RawLine| match line.blank_above.saturating_sub(least) as usize {
        0 => 0,
        gap if gap <= usual => 1,
        _ => 2,
    };
    lines.iter().enumerate().map(|(at, line)| if at == 0 { 2 } else { rank(line) }).collect()
}

/// What the layout of a line of plain text says it is: a row where tabs part its cells; the bullet of a list is none.
pub(super) fn form_of(text: &str) -> LineForm {
    let entry = text.strip_prefix("•\t").unwrap_or(text);
    let cells = entry.split('\t').filter(|cell| !cell.trim().is_empty()).count();
    if cells >= 2 { LineForm::Row } else { LineForm::Text }
}

/// A line of the page.
pub(super) fn line(source: &str, range: Range<usize>, gap: u8) -> Line {
    let form = form_of(source.get(range.clone()).unwrap_or_default());
    Line { range, holes: Vec::new(), form, gap, markup: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(&str, u8)> {
        read_text(text).lines.iter().map(|line| (&text[line.range.clone()], line.gap)).collect()
    }

    #[test]
    fn every_kind_of_line_break_ends_a_line() {
        assert_eq!(lines("ا\nب\r\nپ\rت\u{2028}ٹ").iter().map(|l| l.0).collect::<String>(), "ابپتٹ");
        assert_eq!(lines("ا\nب\r\nپ\rت\u{2028}ٹ").len(), 5);
    }

    #[test]
    fn a_line_break_is_found_wherever_it_stands() {
        for before in 0..20 {
            for (break_, after) in [("\n", 0), ("\r\n", 1), ("\u{b}", 9), ("\u{2029}", 20)] {
                let (first, second) = ("ا".repeat(before) + "x“”", "ب".repeat(after) + "ے");
                let text = format!("{first}{break_}{second}");
                assert_eq!(lines(&text).iter().map(|line| line.0).collect::<Vec<_>>(), [first, second]);
            }
        }
    }

    #[test]
    fn doubled_blank_lines_do_not_change_the_page() {
        let once = "سرخی\n\nپہلا\n\nدوسرا\n\n\nتیسرا\nچوتھا";
        let gaps = |text: &str| read_text(text).lines.iter().map(|line| line.gap).collect::<Vec<_>>();
        assert_eq!(gaps(once), [2, 1, 1, 2, 0]);
        assert_eq!(
            gaps(&once.replace("\n\n", "\n\n\n\n").replace("\n\n\n\n\n", "\n\n\n\n\n\n")),
            [2, 1, 1, 2, 0]
        );
        assert_eq!(gaps(&once.replace('\n', "\n\n")), [2, 1, 1, 2, 0]);
    }

    #[test]
    fn a_bullet_before_a_tab_is_no_cell() {
        assert!(form_of("•\tپل بند") == LineForm::Text && form_of("•\tملتان\t31") == LineForm::Row);
        assert!(form_of("ملتان\t31") == LineForm::Row && form_of("-\t31") == LineForm::Row);
    }

    #[test]
    fn a_line_is_trimmed_as_javascript_trims() {
        assert_eq!(lines("\u{feff}  خبر \u{a0}\n"), [("خبر", 2)]);
    }
}

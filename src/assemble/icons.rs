//! Lone and lost symbols inside lines that are kept or removed: pieces of their own.

use std::ops::Range;

use super::{Context, Draft, Ranges, push_removed};
use crate::article::Label;
use crate::evidence::measure::is_symbol;
use crate::page::{is_space, trimmed};
use crate::script::unicode::is_alphanumeric;
use crate::sort;

/// Which symbols of a line are cut out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// Those at its ends, and lost ones anywhere.
    Edges,
    /// Those at its start, and lost ones anywhere: a writer may end a sentence with an emoji.
    Start,
}

/// The line without its lone symbols, which go among the removed; the line's holes are left out too.
pub(super) fn cut(context: &Context, at: usize, which: Where, draft: &mut Draft) -> Ranges {
    let line = &context.page.lines[at];
    let hidden = &context.page.hidden;
    let first = hidden.partition_point(|range| range.start < line.range.start);
    let hidden = hidden[first..].iter().take_while(|range| range.end <= line.range.end);
    for range in hidden.clone() {
        push_removed(context, std::slice::from_ref(range), Label::Hidden, "hidden", 1.0, draft);
    }
    let mut cuts: Vec<Range<usize>> = hidden.chain(&line.holes).cloned().collect();
    sort::ranges(&mut cuts);
    let from = line.range.start;
    let may_have_icons = context.evidence.measures[at].may_have_icons;
    let symbols = if may_have_icons { symbols(context.page.text(at), which) } else { Vec::new() };
    let symbols: Ranges =
        symbols.into_iter().flat_map(|run| between(&(from + run.start..from + run.end), &cuts)).collect();
    for run in &symbols {
        push_removed(context, std::slice::from_ref(run), Label::Icon, "symbol", 0.98, draft);
    }
    cuts.extend(symbols);
    sort::ranges(&mut cuts);
    let kept = between(&line.range, &cuts);
    let kept = kept.into_iter().map(|range| trimmed(context.page.source, range));
    kept.filter(|range| !range.is_empty()).collect()
}

/// What is left of a range between these cuts, which stand in order.
fn between(range: &Range<usize>, cuts: &[Range<usize>]) -> Ranges {
    let first = cuts.partition_point(|cut| cut.end <= range.start);
    let mut left = Vec::new();
    let mut start = range.start;
    for cut in cuts[first..].iter().take_while(|cut| cut.start < range.end) {
        if start < cut.start {
            left.push(start..cut.start);
        }
        start = start.max(cut.end);
    }
    if start < range.end {
        left.push(start..range.end);
    }
    left
}

/// What of these ranges, which stand in order, lies in `cell`, trimmed.
pub(super) fn within(source: &str, ranges: &[Range<usize>], cell: &Range<usize>) -> Ranges {
    let first = ranges.partition_point(|range| range.end <= cell.start);
    let inside = ranges[first..].iter().take_while(|range| range.start < cell.end);
    inside
        .map(|range| trimmed(source, range.start.max(cell.start)..range.end.min(cell.end)))
        .filter(|range| !range.is_empty())
        .collect()
}

/// The ranges without what lies in `cut`, trimmed.
pub(super) fn without(source: &str, ranges: Ranges, cut: &Range<usize>) -> Ranges {
    let mut left = Vec::with_capacity(ranges.len() + 1);
    for range in ranges {
        if cut.end <= range.start || range.end <= cut.start {
            left.push(range);
            continue;
        }
        for part in [range.start..cut.start.max(range.start), cut.end.min(range.end)..range.end] {
            let part = trimmed(source, part);
            if !part.is_empty() {
                left.push(part);
            }
        }
    }
    left
}

/// Runs of symbols to cut out of a line; none where the line is nothing else.
fn symbols(text: &str, which: Where) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    // Where the last symbols ended, and whether nothing but symbols stood before.
    let (mut behind, mut head) = (0, true);
    let last_word = text.rfind(is_alphanumeric).unwrap_or(0);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let lost = (c == '?' && next == Some('\u{fe0f}')) || is_lost(c);
        if !lost && !is_symbol(c) {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some(&(more, part)) = chars.peek() {
            if !(is_symbol(part) || continues_emoji(part)) {
                break;
            }
            end = more + part.len_utf8();
            chars.next();
        }
        head = head && text[behind..at].chars().all(is_space);
        behind = end;
        let edge = head && runs.len() < 2;
        if lost || edge || (which == Where::Edges && end > last_word) {
            runs.push(at..end);
        }
    }
    let cut: usize = runs.iter().map(|run| run.len()).sum();
    if text.chars().filter(|c| !is_space(*c)).map(char::len_utf8).sum::<usize>() == cut {
        runs.clear();
    }
    runs
}

/// What stands where a font or an encoding lost a symbol.
fn is_lost(c: char) -> bool {
    matches!(c, '\u{fffd}' | '\u{fffc}' | '\u{e000}'..='\u{f8ff}')
}

/// What may follow an emoji as a part of it.
fn continues_emoji(c: char) -> bool {
    matches!(c, '\u{fe0e}' | '\u{fe0f}' | '\u{200d}' | '\u{20e3}' | '\u{1f3fb}'..='\u{1f3ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut_out(text: &str, which: Where) -> Vec<&str> {
        symbols(text, which).into_iter().map(|run| &text[run]).collect()
    }

    #[test]
    fn a_lost_emoji_is_cut_wherever_it_stands() {
        assert_eq!(cut_out("?\u{fe0f} 17 جنوری", Where::Start), ["?\u{fe0f}"]);
        assert_eq!(cut_out("کیا وہ آیا؟ نہیں ?\u{fe0f} ہاں", Where::Start), ["?\u{fe0f}"]);
    }

    #[test]
    fn an_emoji_at_a_sentences_end_stays_in_the_body() {
        assert_eq!(cut_out("شکریہ ❤\u{fe0f}", Where::Start), [] as [&str; 0]);
        assert_eq!(cut_out("🔴🔴 *خبر* 🔴🔴", Where::Edges), ["🔴🔴", "🔴🔴"]);
    }

    #[test]
    fn a_line_of_symbols_is_one_piece() {
        assert_eq!(cut_out("🗓️ 🔴", Where::Edges), [] as [&str; 0]);
    }
}

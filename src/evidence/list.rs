//! Lists of other stories: headline-shaped lines among their like, with dates or rank numbers.

use super::furniture;
use super::headline;
use super::markup::Said;
use super::measure::Measure;
use super::person::Person;
use super::shape::{self, Shape};
use super::vocabulary::Vocabulary;
use super::{Evidence, Role, weight};
use crate::article::Label;
use crate::fingerprint::Fingerprint;
use crate::page::{LineForm, Page, last_word, parted};
use crate::script::unicode::is_alphabetic;

/// How many lines above and below are looked at for a line's like, what stands with each story in its card aside.
const REACH: usize = 3;
/// How far they may stand, in lines.
const FAR: usize = 12;
/// Most words of a list's heading.
const HEADING: u32 = 7;

/// Fewest digits of a date with a year; no list's heading has them.
const YEAR: u32 = 4;

/// Fewest words of a headline that shows the line above it to be a list's heading.
const STORY: u32 = 5;

/// Fewest linked headlines of a page that links its stories.
const LINKED: usize = 3;

/// Whether headlines of the page are links.
pub(super) fn links_stories(shapes: &[Shape], said: Option<&Said>) -> bool {
    said.is_some_and(|said| {
        let linked = (0..shapes.len()).filter(|&at| shapes[at].is_headline && !said.is_unlinked(at));
        linked.take(LINKED).count() == LINKED
    })
}

/// Fewest headlines with a teaser each, and most words of a teaser.
const TEASERS: usize = 2;
const TEASER: u32 = 45;

/// Most words of the button below a teaser.
const BUTTON: u32 = 4;

/// The lines of lists in which headlines and teasers take turns: below the heading of a list of stories, each
/// headline with one line of text, and a date or none; or anywhere, with a button below the text that leads to the rest of it.
#[inline(never)]
pub(super) fn teasers(page: &Page, shapes: &[Shape]) -> Vec<bool> {
    let mut teasers = vec![false; shapes.len()];
    let heads = |shape: &Shape| part_below(shape) == Some(Label::Related);
    let gap = |at: usize| page.lines.get(at).map_or(u8::MAX, |line| line.gap);
    let plain = |story: &Shape| story.is_headline && story.whole.is_none() && !heads(story);
    let pair = |at: usize| {
        let (Some(story), Some(teaser)) = (shapes.get(at), shapes.get(at + 1)) else { return false };
        let text = teaser.is_prose && teaser.words <= TEASER;
        let closer = gap(at + 1) < gap(at + 2) || (gap(at + 1) == gap(at + 2) && story.words >= STORY);
        plain(story) && !page.lines[at].is_hidden() && text && closer
    };
    let has_button = |at: usize| {
        let button = shapes.get(at + 2).is_some_and(|line| heads(line) && line.words <= BUTTON);
        button && (gap(at + 2) < gap(at + 3) || shapes.get(at + 3).is_none_or(|below| !plain(below)))
    };
    let mut at = 0;
    while at < shapes.len() {
        let first = at + 1 + usize::from(shapes.get(at + 1).is_some_and(|below| below.skips));
        let (mut end, mut stories) = (first, 0);
        if heads(&shapes[at]) {
            let dated = |at: usize| usize::from(shapes.get(at).is_some_and(|line| line.is_date));
            while pair(end) {
                end += 2 + dated(end + 2);
                stories += 1;
            }
        }
        if stories >= TEASERS {
            teasers[first..end].fill(true);
        } else if pair(at) && has_button(at) {
            teasers[at..at + 2].fill(true);
        }
        at = end;
    }
    teasers
}

/// Says of a line that it is one of a list, or its heading.
#[inline(never)]
pub(super) fn weigh(
    page: &Page,
    shapes: &[Shape],
    vocabulary: &Vocabulary,
    at: usize,
    evidence: &mut Evidence,
) {
    let shape = &shapes[at];
    if shape.is_symbol || shape.skips {
        return;
    }
    if shape.is_date {
        evidence.add(Role::Item, weight::DATE, "list");
        let below_text = at > evidence.text_from;
        let part = if below_text { part_above(shapes, at) } else { None };
        let headed = part == Some(Label::Related);
        if part == Some(Label::Comments) {
            evidence.add(Role::Removed(Label::Comments), weight::COMMENT_DAY, "date");
        } else if !below_text && dates_take_turns(shapes, at, evidence)
            // It may stand above its story.
            || headed && shapes[at - 1].whole == part
            || below_text
                && story_of_card(shapes, at).is_some_and(|line| headed || evidence.is_story(line))
        {
            evidence.add(Role::Item, weight::ITEM_DAY, "list");
        }
        return;
    }
    // "تازہ ترین" is an entry of menus too.
    let heads = || {
        let more = at > evidence.text_from && page.text(at).starts_with("مزید");
        is_list_heading(shapes, at, &evidence.measures[at])
            || (more && shapes.get(at + 1).is_some_and(is_story))
    };
    if shape.whole == Some(Label::Navigation)
        && shape.words >= 2
        && heads()
        && !evidence.is_no_story(at + 1)
        && (shape::names_stories(page.text(at)) || page.text(at).trim_end().ends_with("ترین"))
    {
        evidence.add(Role::Removed(Label::Related), weight::STORIES_HEADING, "related-list");
    }
    if shape.whole.is_some() {
        return;
    }
    let stands_above_title =
        || at < evidence.text_from && headline::is_upper_deck(page, shapes, &evidence.measures, at + 1);
    if is_list_heading(shapes, at, &evidence.measures[at])
        && page.lines[at + 1].form != LineForm::Row
        && !evidence.is_no_story(at + 1)
        && !stands_above_title()
    {
        evidence.add(Role::Removed(Label::Related), weight::LIST_HEADING, "related-list");
    }
    let in_part = || is_beside(shapes, at) && part_above(shapes, at) == Some(Label::Related);
    let cards = at > evidence.text_from && shape.is_headline && (evidence.markup.is_some() || in_part());
    // Each story may have its section above it, or its number below.
    let beside = |above: usize| cards && is_beside_story(&shapes[above]);
    let above = (0..at).rev().take(REACH).find(|&above| !shapes[above].skips && !beside(above));
    let headed = above.is_some_and(|above| match shapes[above].whole {
        None => shapes[above].heads_stories && is_story(shape),
        label => label == Some(Label::Related),
    });
    let neighbour = above.is_some_and(|above| names_neighbour(page, shapes, above));
    if shape.is_headline && at > evidence.text_from && (neighbour || points_aside(page, at)) {
        evidence.add(Role::Removed(Label::Pagination), weight::NEIGHBOUR, "neighbours");
        return;
    }
    let named = shape.person == Person::Likely;
    if shape.is_headline && !named && (headed || !evidence.is_no_story(at)) {
        let like =
            around(shapes, at, cards).filter(|other| other.is_headline && other.whole.is_none()).count();
        if evidence.measures[at].words >= 4 {
            evidence.add(Role::Item, weight::ITEM, "list");
        }
        if like >= 3 && evidence.measures[at].words >= 4 {
            evidence.add(Role::Item, weight::ITEM_LIKE, "list");
        }
        if headed {
            evidence.add(Role::Item, weight::ITEM_HEADED, "list");
        } else if is_lonely(shapes, at, cards) {
            evidence.add(Role::Item, weight::ITEM_LONELY, "list");
        }
        if shape.is_foreign && !vocabulary.is_foreign {
            evidence.add(Role::Item, weight::ITEM_FOREIGN, "list");
        }
        let dated = shapes.get(at + 1).is_some_and(|below| below.is_date || below.is_dated);
        if dated || (cards && is_dated_above(shapes, at)) {
            evidence.add(Role::Item, weight::ITEM_DATED, "list");
        }
        if shape.is_ranked && around(shapes, at, cards).filter(|other| other.is_ranked).count() >= 2 {
            evidence.add(Role::Item, weight::ITEM_RANK, "list");
        }
    }
    if !shape.is_headline && shape.words >= STORY && (evidence.is_story(at) || is_between_dates(shapes, at)) {
        evidence.add(Role::Item, weight::ITEM, "list");
    }
    if shape.is_headline && announcement(page.text(at)).is_some() && !headline::is_last(shapes, at) {
        evidence.add(Role::Item, weight::TICKER, "list");
    }
    if is_stray(page, shapes, vocabulary, at) {
        evidence.add(Role::Removed(Label::Related), weight::STRAY, "related-list");
    }
    // A quotation that is a link shows another story, and so does a link in brackets.
    let shows = page.lines[at].form == LineForm::Quote || page.text(at).starts_with('[');
    if shows && shape.is_headline && evidence.is_story(at) {
        evidence.add(Role::Removed(Label::Related), weight::STRAY, "related-list");
    }
    if is_reference(shapes, &evidence.measures[at], at) {
        evidence.add(Role::Item, weight::ITEM + weight::ITEM_HEADED, "list");
    }
    if shape.is_dated {
        evidence.add(Role::Item, weight::ITEM_DATED * 2.0, "list");
    } else if shape.is_dated_behind {
        evidence.add(Role::Item, weight::ITEM + weight::ITEM_DATED, "list");
    }
}

/// The line and the lines next to it, in a list of cards without what stands with each story.
fn around(shapes: &[Shape], at: usize, cards: bool) -> impl Iterator<Item = &Shape> {
    let far = if cards { FAR } else { REACH };
    let near = move |line: &&Shape| !(cards && stands_in_card(line));
    let above = shapes[at.saturating_sub(far)..at].iter().rev().filter(near).take(REACH);
    let below = shapes[at + 1..shapes.len().min(at + 1 + far)].iter().filter(near).take(REACH);
    above.chain(below).chain(&shapes[at..=at])
}

/// Most words of a section's name.
const SECTION: u32 = 2;

/// Whether the section or the rank of a story stands right above it, or its number right below.
fn is_beside(shapes: &[Shape], at: usize) -> bool {
    shapes[at - 1].is_bare
        || shapes[at - 1].whole == Some(Label::Navigation)
        || shapes.get(at + 1).is_some_and(|below| below.whole == Some(Label::Other))
}

/// The section of a story, or its number.
fn is_beside_story(shape: &Shape) -> bool {
    match shape.whole {
        Some(Label::Navigation) => shape.words <= SECTION,
        label => label == Some(Label::Other),
    }
}

/// Whether a line that ends as a sentence stands among headlines with a date each.
fn is_between_dates(shapes: &[Shape], at: usize) -> bool {
    let date = |at: usize| shapes.get(at).is_some_and(|line| line.is_date);
    let story = |at: usize| shapes.get(at).is_some_and(|line| line.is_headline && line.whole.is_none());
    let above = at >= 2 && date(at - 1) && story(at - 2);
    shapes[at].words <= headline::LONGEST && date(at + 1) && (above || (story(at + 2) && date(at + 3)))
}

/// "مزید پڑھیں »", "Read More": a button below a teaser.
pub(crate) fn leads_on(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !is_alphabetic(c));
    ["مزید پڑھ", "Read More", "Read more", "READ MORE"].iter().any(|begin| text.starts_with(begin))
}

/// Whether linked headlines and dates take turns around a date: stories of a menu.
fn dates_take_turns(shapes: &[Shape], at: usize, evidence: &Evidence) -> bool {
    let date = |at: usize| shapes.get(at).is_some_and(|line| line.is_date);
    let story = |at: usize| shapes.get(at).is_some_and(is_story) && evidence.is_story(at);
    let above = at > 0 && story(at - 1);
    above && ((at > 1 && date(at - 2)) || (story(at + 1) && date(at + 2)))
}

/// "بریکنگ نیوز": what a ticker calls its stories.
pub(crate) fn names_news(text: &str) -> bool {
    let last = last_word(text);
    matches!(last, "خبر" | "نیوز" | "بریکنگ" | "News" | "NEWS")
}

/// How many bytes of a line announce its story, with the colon behind: "تازہ خبر:".
pub(crate) fn announcement(text: &str) -> Option<usize> {
    let (name, _) = parted(text, ":")?;
    let label = furniture::whole(Fingerprint::of_phrase(name));
    (names_news(name) && matches!(label, Some(Label::Related | Label::Other))).then_some(name.len() + 1)
}

/// Fewest words of a headline alone between two paragraphs that is no subhead, and of one that shares no word with
/// the text.
const STRAY: u32 = 13;
const FOREIGN: u32 = 10;

/// Whether another story's headline stands alone between two paragraphs, with no mark of what it is.
fn is_stray(page: &Page, shapes: &[Shape], vocabulary: &Vocabulary, at: usize) -> bool {
    let (shape, text) = (&shapes[at], page.text(at));
    let long = shape.words >= STRAY || (shape.words >= FOREIGN && vocabulary.lacks_all(at));
    long && shape.is_headline
        && !shape.is_ranked
        && shape.phrases.is_empty()
        && page.lines[at].form == LineForm::Text
        && text.ends_with(is_alphabetic)
        && shape::stands_between_paragraphs(shapes, at)
        && !takes_turns(shapes, at)
}

/// Whether headlines and texts take turns around a headline.
fn takes_turns(shapes: &[Shape], at: usize) -> bool {
    let story = |at: usize| shapes.get(at).is_some_and(is_story);
    (at >= 2 && story(at - 2)) || story(at + 2)
}

/// Most words of a sentence that is another story's headline, and how many more the paragraph below has.
const SENTENCE: u32 = 20;
const LONGER: u32 = 8;

/// Whether one sentence stands below "مزید پڑھیے" and above a longer paragraph.
fn is_reference(shapes: &[Shape], m: &Measure, at: usize) -> bool {
    let shape = &shapes[at];
    let headed = at > 1 && shapes[at - 1].whole == Some(Label::Related) && shapes[at - 2].is_prose;
    let sentence = shape.is_prose && m.inner_ends == 0 && shape.words <= SENTENCE;
    headed
        && sentence
        && shapes.get(at + 1).is_some_and(|below| below.is_prose && below.words > shape.words + LONGER)
}

/// What stands with a story in its card: a date, a count, its section, a button.
fn stands_in_card(shape: &Shape) -> bool {
    shape.is_date || shape.is_bare || shape.whole.is_some()
}

/// Whether a date stands right above a line, counts aside, that is not of a story above it.
fn is_dated_above(shapes: &[Shape], at: usize) -> bool {
    let mut above = shapes[at.saturating_sub(FAR)..at].iter().rev().filter(|shape| !shape.is_bare);
    above.next().is_some_and(|line| line.is_date)
        && above.next().is_some_and(|line| line.whole.is_some() || !(line.is_headline || line.is_prose))
}

/// How far above a date the headline of its card may stand, in lines.
const CARD: usize = 5;

/// The headline that stands above a date with nothing between but a teaser and what cards have.
fn story_of_card(shapes: &[Shape], at: usize) -> Option<usize> {
    let teases = |shape: &Shape| shape.is_prose && !shape.is_headline && shape.words <= TEASER;
    let mut above = (at.saturating_sub(CARD)..at).rev();
    let line = above
        .find(|&line| !teases(&shapes[line]) && (!stands_in_card(&shapes[line]) || shapes[line].is_date))?;
    (shapes[line].is_headline && shapes[line].whole.is_none()).then_some(line)
}

/// "← پچھلا کالم", "‹ دو چراغ": an arrow, or half of a pair of marks, to the story before or after this one; it is a list's
/// bullet where the line above or below begins with the same.
fn points_aside(page: &Page, at: usize) -> bool {
    const ARROWS: [char; 2] = ['←', '→'];
    const MARKS: [char; 4] = ['«', '»', '‹', '›'];
    let text = page.text(at);
    let at_end = |marks: &[char]| text.starts_with(marks) || text.ends_with(marks);
    let points = at_end(&ARROWS) || (at_end(&MARKS) && text.matches(MARKS).count() == 1);
    let first = |at: usize| page.lines.get(at).and_then(|_| page.text(at).chars().next());
    let bullet = || {
        let mark = first(at).filter(|mark| ARROWS.contains(mark) || MARKS.contains(mark));
        let same = |at: usize| first(at) == mark;
        let above = at.checked_sub(1).is_some_and(same);
        // Two of a kind are the story before this one and the one after it.
        let three =
            above && (same(at + 1) || at.checked_sub(2).is_some_and(same)) || same(at + 1) && same(at + 2);
        mark.is_some() && three
    };
    points && !bullet()
}

/// "پچھلی خبر", "Next Post": what stands above the headline of the story before or after this one.
fn names_neighbour(page: &Page, shapes: &[Shape], at: usize) -> bool {
    let text = page.text(at).trim_start_matches(|c: char| !is_alphabetic(c));
    let names = ["پچھل", "گزشتہ", "اگل", "Prev", "Next", "prev", "next", "PREV", "NEXT"];
    let leaves = ["صفح", "خبریں", "age", "AGE"];
    shapes[at].whole == Some(Label::Pagination)
        && names.iter().any(|name| text.starts_with(name))
        && !leaves.iter().any(|leaf| text.contains(leaf))
}

/// How far below its heading a list is looked for, in lines.
const LIST: usize = 24;

/// Of what a heading says that the part below it is: other stories, comments, a form.
fn part_below(heading: &Shape) -> Option<Label> {
    match heading.whole {
        Some(label @ (Label::Related | Label::Comments | Label::CommentForm)) => Some(label),
        _ => heading.heads_stories.then_some(Label::Related),
    }
}

/// What the last heading above the line says of the part where it stands.
fn part_above(shapes: &[Shape], at: usize) -> Option<Label> {
    shapes[at.saturating_sub(LIST)..at].iter().rev().find_map(part_below)
}

/// Whether neither headline nor date stands next to a line, symbols and numbers aside, in a list of cards their sections too.
fn is_lonely(shapes: &[Shape], at: usize, cards: bool) -> bool {
    let apart = |shape: &&Shape| !(shape.is_bare || cards && shape.whole.is_some());
    let beside = |shape: Option<&Shape>| {
        shape.is_some_and(|shape| {
            shape.is_date || shape.is_dated || (shape.is_headline && shape.whole.is_none())
        })
    };
    let above = shapes[at.saturating_sub(LIST)..at].iter().rev().find(apart);
    let below = shapes[at + 1..shapes.len().min(at + 1 + LIST)].iter().find(apart);
    !beside(above) && !beside(below)
}

/// A headline that shows the line above it to be a list's heading.
fn is_story(shape: &Shape) -> bool {
    shape.is_headline && shape.words >= STORY && shape.whole.is_none()
}

/// A short line with headlines or dated headlines right below it.
fn is_list_heading(shapes: &[Shape], at: usize, m: &Measure) -> bool {
    let below = shapes.get(at + 1..shapes.len().min(at + 4)).unwrap_or_default();
    let (Some(first), Some(second)) = (below.first(), below.get(1)) else { return false };
    let listed = is_story(first) && (is_story(second) || second.is_date || second.is_dated);
    let second_story = below.get(2).is_none_or(|third| is_story(third) || third.is_date || is_story(second));
    let short = m.words <= HEADING && m.words < first.words.max(second.words) && m.digits < YEAR;
    let heading = short && !shapes[at].is_prose && shapes[at].person < Person::Likely;
    heading && listed && second_story
}

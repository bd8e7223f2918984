//! Headlines, standfirsts, bylines and subheads: what stands around the beginning of the text.

use super::furniture::{Phrase, Place};
use super::markup::labels;
use super::measure::{Ending, Measure, measure};
use super::person::{Person, person};
use super::shape::{self, Shape};
use super::vocabulary::Vocabulary;
use super::{Evidence, Role, weight};
use crate::article::Label;
use crate::dateline::{self, is_desk};
use crate::page::{LineForm, Page, last_word};
use crate::read::EDITS;
use crate::read::{Topic, Topics};
use crate::sort;

/// The share of words that a headline and the text of another story seldom have in common.
const OTHERS_SHARE: f32 = 0.35;
/// As if so many words more had been seen, with that share: few words show little.
const DOUBT: f32 = 2.0;
/// Most words of a headline.
pub(super) const LONGEST: u32 = 30;
/// How far below a headline its date, byline or text may stand, in lines.
const REACH: usize = 6;

/// Says what the line's place among its neighbours makes of it.
#[inline(never)]
pub(super) fn weigh(
    page: &Page,
    shapes: &[Shape],
    twice: &[bool],
    vocabulary: &Vocabulary,
    at: usize,
    evidence: &mut Evidence,
) {
    let shape = &shapes[at];
    let lower: Vec<usize> = lower_decks(page, shapes, &evidence.measures, at).collect();
    weigh_headline(page, shapes, twice, at, &lower, evidence);
    if shape.is_headline {
        weigh_words(vocabulary, shape, at, &lower, evidence);
    }
    let listed = evidence.is_listed(at);
    if let Some(first) = evidence.first[at].filter(|_| !listed && !is_listed_subhead(page, shapes, at)) {
        if shapes[at].person == Person::Likely {
            evidence.add(Role::Removed(Label::AuthorBio), weight::NAME_AGAIN, "author");
        }
        let told = shapes[first].has(Label::Caption);
        let above = first < evidence.text_from;
        if shapes[first].is_headline && evidence.measures[first].words >= 3 && above && !told {
            evidence.add(Role::Removed(Label::DuplicateTitle), weight::TWICE_TITLE, "repeated");
        }
        evidence.add(Role::Removed(Label::Navigation), weight::TWICE_OTHER, "repeated");
    }
    // What the text speaks of is seldom who wrote it.
    let told = || shape.person == Person::Maybe && vocabulary.has_all(at);
    if shape.person > Person::No && page.lines[at].form != LineForm::Row && !told() {
        let dated = if beside_date(shapes, at) { weight::NAME_DATED } else { 0.0 };
        let known = shape.person == Person::Likely || labels::names_author(page, at);
        let likely = if known { weight::NAME_LIKELY } else { 0.0 };
        let headline = |at: usize| {
            let line = shapes.get(at);
            line.is_some_and(|line| {
                line.is_headline && line.phrases.is_empty() && line.person < Person::Likely
            })
        };
        let text_below =
            shapes.get(at + 2..shapes.len().min(at + 8)).unwrap_or_default().iter().any(|line| line.is_prose);
        // Between them may stand what the column is called.
        let titled = headline(at + 1) || (headline(at + 2) && shapes[at + 1].person == Person::Maybe);
        if shape.person == Person::Likely && titled && text_below {
            evidence.add(Role::Removed(Label::Byline), weight::NAME_ABOVE, "name");
        }
        let list = if among_names(shapes, at) { weight::NAME_LIST } else { 0.0 };
        let (signs, comments) = (Role::Removed(Label::Byline), Role::Removed(Label::Comments));
        // Whoever comments has a date beside the name; in HTML class or id says so.
        let below = at >= evidence.comments_from().max(evidence.text_from)
            && !signs_above_comments(shapes, at, evidence);
        let commented = dated * likely > 0.0 && below && evidence.markup.is_none();
        let (who, other) = if commented { (comments, signs) } else { (signs, comments) };
        evidence.add(who, weight::NAME + dated + likely + list, "name");
        evidence.add(other, dated + likely, "name");
    }
    let m = &evidence.measures[at];
    let signs = |text: &str| names_office(text) || names_desk(text);
    if m.ending == Ending::Open && m.words <= DESK && shape.phrases.is_empty() && signs(page.text(at)) {
        evidence.add(Role::Removed(Label::Byline), weight::DESK, "name");
    }
    let foreign = shape.is_foreign && !vocabulary.is_foreign;
    if !foreign && is_standfirst(shapes, at, evidence.measures[at].words) {
        evidence.add(Role::Subtitle, weight::SUBTITLE, "subtitle");
    }
    let is_signed = is_signed_below(shapes, at);
    let is_report = shape.is_prose && is_below_headline(shapes, at) && is_above_report(page, shapes, at);
    let is_lower = (is_signed || is_report)
        && (!shape.is_headline
            || evidence.first[at].is_none() && is_lower_deck(page, shapes, &evidence.measures, at));
    if is_lower && is_signed {
        evidence.add(Role::Subtitle, weight::SUBTITLE_SIGNED, "subtitle");
    }
    if is_lower && is_report {
        evidence.add(Role::Subtitle, weight::SUBTITLE_REPORT, "subtitle");
    } else if shape.is_datelined && !shapes.get(at + 1).is_some_and(|button| button.has(Label::Pagination)) {
        // "Read more" stands below a teaser.
        evidence.add(Role::Subtitle, weight::SUBTITLE_DATELINED, "subtitle");
    }
    if is_edited(page, at) {
        evidence.add(Role::Heading, weight::SUBHEAD_EDITED, "subhead");
    } else if listed || is_subhead(page, shapes, at, evidence) {
        evidence.add(Role::Heading, weight::SUBHEAD, "subhead");
    }
}

/// Words of a headline with a sentence's end.
const STOPPED: std::ops::RangeInclusive<u32> = 4..=22;

/// Sets the one full stop of a headline aside: "پل ایک ماہ کے لیے بند۔", "پل بند۔ شہری پریشان". A brief paragraph has one
/// too, so a date or a byline must stand near it, and nothing that could be a headline above it.
pub(super) fn set_stops_aside(page: &Page, measures: &mut [Measure], shapes: &mut [Shape]) {
    let mut sentences = 0;
    let above_text = shapes.iter().take_while(|line| {
        sentences += usize::from(line.is_prose);
        sentences <= SENTENCES && !(line.is_prose && line.words >= super::PARAGRAPH)
    });
    for at in 0..above_text.count() {
        let (m, shape) = (&measures[at], &shapes[at]);
        let one = match (m.ending, m.inner_ends) {
            // A dot may be what is left of three: a copy that is cut.
            (Ending::Sentence, 0) => !page.text(at).ends_with('.'),
            (Ending::Open, 1) => !shape.is_headline,
            _ => false,
        };
        let stopped = one && STOPPED.contains(&m.words) && shape.phrases.is_empty() && !shape.is_date;
        let above = &shapes[at.saturating_sub(DECKS)..at];
        if !stopped || above.last().is_some_and(|line| line.is_prose || is_deck(line)) {
            continue;
        }
        let signs = |line: &Shape| line.is_date || line.has(Label::Byline);
        let mut prose = 0;
        let mut below = shapes[at + 1..].iter().take(SIGNED_WITHIN).take_while(|line| {
            prose += usize::from(line.is_prose);
            prose < 2 && line.words < super::PARAGRAPH
        });
        let first = || !above.iter().any(is_deck) && above.iter().rev().take(SIGNED_WITHIN).any(signs);
        if below.any(signs) || first() {
            (measures[at].ending, measures[at].inner_ends) = (Ending::Open, 0);
            shapes[at] = shape::shape(page.text(at), &measures[at]);
        }
    }
}

/// Most lines with a sentence up to it, itself included: below them it is the text's.
const SENTENCES: usize = 1;
/// How far from such a headline date or byline stand, in lines.
const SIGNED_WITHIN: usize = 4;

#[inline(never)]
fn weigh_headline(
    page: &Page,
    shapes: &[Shape],
    twice: &[bool],
    at: usize,
    lower: &[usize],
    evidence: &mut Evidence,
) {
    let (shape, words) = (&shapes[at], evidence.measures[at].words);
    let ends_sentence = evidence.measures[at].ending == Ending::Sentence && !shape.is_headline;
    // A longer one is no headline anyway.
    let reports = ends_sentence && words <= LONGEST && shape::begins_report(page.text(at));
    let parted = evidence.measures[at].separators > 0 && !is_signed(page.text(at));
    let menu = parted || page.lines[at].form == LineForm::Row;
    // "اے پی پی" above the date
    let dated = shapes.get(at + 1).is_some_and(|below| below.is_date);
    let desk = shape.is_headline && words <= DESK && dated && is_desk(page.text(at));
    let mut say = |holds: bool, weight: f32| {
        if holds {
            evidence.add(Role::Title, weight, "headline");
        }
    };
    say(shape.is_headline, weight::HEADLINE);
    say(shape.is_bold, weight::HEADLINE_BOLD);
    say(twice[at] && words >= 3, weight::HEADLINE_TWICE);
    say(at == 0, weight::HEADLINE_FIRST);
    say(words <= 2, weight::HEADLINE_SHORT);
    say(words == 3 || words == 4, weight::HEADLINE_BRIEF);
    say(menu && outlet_from(page.text(at)).is_none(), weight::HEADLINE_MENU);

    say(words > LONGEST, weight::HEADLINE_LONG);
    say(ends_sentence, weight::HEADLINE_SENTENCE);
    let credit = shape.phrases.iter().any(|phrase| phrase.place != Place::In || words <= SHORT);
    say(credit || desk || reports || shape.is_symbol || shape.is_date, weight::HEADLINE_FURNITURE);
    say(matches!(page.lines[at].form, LineForm::Heading(1)), weight::HEADLINE_BOLD);
    let below = shapes.get(at + 1..shapes.len().min(at + 1 + REACH)).unwrap_or_default();
    let text = below.iter().find(|line| line.is_prose);
    // Between a headline with its standfirst and the text stand byline, date, buttons.
    let far = shapes.get(at + 1..shapes.len().min(at + 1 + DECKS)).unwrap_or_default();
    let report = if lower.first() == Some(&(at + 1)) { far.iter().find(|line| line.is_prose) } else { text };
    say(shape.is_headline && report.is_some_and(|line| line.is_datelined), weight::HEADLINE_DATELINE);
    let matter = below.iter().take(3).any(|line| line.is_date || line.whole == Some(Label::Byline));
    say(matter, weight::HEADLINE_MATTER);
    let mut matters = below.iter().filter(|line| line.whole != Some(Label::Navigation));
    let signed = matters.next().is_some_and(|one| {
        let other = matters.next().unwrap_or(one);
        let both = [one, other].iter().any(|line| line.has(Label::Byline));
        both && (one.is_date || one.has(Label::Byline) && other.is_date)
    });
    say(signed && shape.is_headline, weight::HEADLINE_SIGNED);
    say(below.first().is_some_and(|line| line.is_prose), weight::HEADLINE_PROSE);
    say(!lower.is_empty(), weight::HEADLINE_UPPER);
    if at > 0 && names_speaker(shapes, evidence, at - 1) {
        evidence.add(Role::Title, weight::HEADLINE_SPOKEN, "headline");
    }
    if names_speaker(shapes, evidence, at) {
        evidence.add(Role::Title, weight::HEADLINE_SPEAKER, "headline");
        evidence.add(Role::Removed(Label::Other), weight::SPEAKER, "headline");
    }
}

/// "ماں کا صندوق/سارہ علی خان": a headline and who wrote below it.
fn is_signed(text: &str) -> bool {
    let mut parts = text.rsplit('/');
    let name = parts.next().unwrap_or_default();
    let headline = parts.next().is_some_and(|before| !before.ends_with(' ')) && parts.next().is_none();
    headline && person(name, &measure(name)) == Person::Likely
}

/// Most words of an outlet's name.
const OUTLET: usize = 4;

/// Words of which the names of outlets have one.
const OF_OUTLETS: [&str; 5] = ["نیوز", "اردو", "روزنامہ", "News", "Urdu"];

/// "سرخی | ادارہ": where the bar stands behind which the outlet is named.
#[inline(never)]
pub(crate) fn outlet_from(text: &str) -> Option<usize> {
    let (headline, name) = text.rsplit_once('|')?;
    let words = |text: &str| text.split_whitespace().count();
    let is_outlet = || is_desk(name) || name.split_whitespace().any(|word| OF_OUTLETS.contains(&word));
    let brief = words(headline) >= USUAL as usize && words(name) <= OUTLET;
    let parts = brief && !headline.contains('|') && is_outlet();
    parts.then_some(headline.len())
}

/// "وزیر تعلیم:" above the headline that is what he says.
fn names_speaker(shapes: &[Shape], evidence: &Evidence, at: usize) -> bool {
    evidence.measures[at].ending == Ending::Colon
        && shapes[at].words >= SPEAKER
        && at < evidence.text_from
        && shapes[at].phrases.is_empty()
        && shapes.get(at + 1).is_some_and(is_deck)
}

/// Says of a headline whether the text has its words.
fn weigh_words(vocabulary: &Vocabulary, shape: &Shape, at: usize, lower: &[usize], evidence: &mut Evidence) {
    let share = |at: usize| {
        let (all, known) = vocabulary.shared(at)?;
        Some((known as f32 + OTHERS_SHARE * DOUBT) / (all as f32 + DOUBT))
    };
    let Some(own) = share(at) else { return };
    // A headline may be all wit; what the standfirst below it has speaks for both.
    let best = sort::largest(lower.iter().filter_map(|&at| share(at)), own);
    let share = (own + best) / 2.0;
    let foreign = if shape.is_foreign && !vocabulary.is_foreign { weight::HEADLINE_FOREIGN } else { 0.0 };
    let weight = weight::HEADLINE_SHARED * (share - OTHERS_SHARE) + foreign;
    evidence.add(Role::Title, weight, "headline");
}

/// Most words of a desk's name.
const DESK: u32 = 9;

/// "قومی آواز بیورو", "سماء ویب ڈیسک"; an outlet's name alone stands in its menu too.
fn names_desk(text: &str) -> bool {
    let last = last_word(text);
    let named = last.len() < text.len();
    named
        && matches!(last, "ڈیسک" | "بیورو" | "رپورٹر" | "نمائندہ" | "Desk" | "Bureau" | "Reporter")
        && is_desk(text)
}

/// "عہدہ, بی بی سی اردو": what whoever wrote is, and where.
fn names_office(text: &str) -> bool {
    let office = ["عہدہ", "مقام"].iter().find_map(|label| text.strip_prefix(label));
    office.is_some_and(|office| office.starts_with([',', '،']))
}

/// In how many lines below a headline its standfirst and the beginning of its text stand.
const DECKS: usize = 12;
/// Most lines below a headline that could be headlines too: standfirst and subhead. More are a list.
const LOWER_DECKS: usize = 2;

/// Most words of a button that no phrase names.
const BUTTON: u32 = 3;

/// Below the first of two or three lines that could be headlines, above the text and nothing else but dates, names
/// and buttons: the other ones, which are standfirst and subhead. None below any other line.
fn lower_decks(
    page: &Page,
    shapes: &[Shape],
    measures: &[Measure],
    at: usize,
) -> impl Iterator<Item = usize> {
    let deck = |at: usize| shapes.get(at).is_some_and(is_deck);
    // "بریکنگ نیوز" and the one headline below it are another story.
    let heads_ticker = |at: usize| {
        let heading = matches!(shapes[at].whole, Some(Label::Other | Label::Related));
        heading && shapes[at].words <= SHORT && measures[at].digits == 0
    };
    let first = match at {
        0 => true,
        1 => !deck(0) && !heads_ticker(0),
        // A ticker may have two stories, and they stand together.
        _ if deck(at - 1) => {
            heads_ticker(at - 2)
                && page.lines.get(at + 1).is_some_and(|below| below.gap <= page.lines[at].gap)
        }
        _ => !heads_ticker(at - 1),
    };
    let below = shapes.get(at + 1..shapes.len().min(at + 1 + DECKS)).unwrap_or_default();
    let text = below.iter().position(|line| line.is_prose && !line.is_headline && !is_matter(line));
    let between = &below[..text.unwrap_or(0)];
    let decks = between.iter().filter(|line| is_deck(line)).count();
    let is_upper = first
        && deck(at)
        && (1..=LOWER_DECKS).contains(&decks)
        && between.iter().all(|line| is_deck(line) || is_matter(line) || line.words <= BUTTON);
    let reach = if is_upper { between } else { &[] };
    reach.iter().enumerate().filter(|(_, line)| is_deck(line)).map(move |(n, _)| at + 1 + n)
}

/// Whether a line is a headline with its standfirst or a subhead below it, above the text.
pub(super) fn is_upper_deck(page: &Page, shapes: &[Shape], measures: &[Measure], at: usize) -> bool {
    lower_decks(page, shapes, measures, at).next().is_some()
}

/// How much the lines above the text stand out that could be headlines, the least and the most; none where all do alike.
pub(super) fn prominences(page: &Page, shapes: &[Shape], text_from: usize) -> Option<(u16, u16)> {
    let above = text_from.saturating_sub(FAR_ABOVE)..shapes.len().min(text_from + 1);
    let heads = above.filter(|&at| shapes[at].is_headline && shapes[at].words > BUTTON);
    let (least, most) = heads
        .filter_map(|at| prominence(page, at))
        .fold((u16::MAX, 0), |(least, most), one| (least.min(one), most.max(one)));
    (least < most).then_some((least, most))
}

/// How much a line of HTML stands out by the height of its letters and what element, class and id call it.
pub(super) fn prominence(page: &Page, at: usize) -> Option<u16> {
    const NAMED: u16 = 8;
    let markup = page.lines[at].markup.as_deref().filter(|markup| !markup.hidden)?;
    let mut topics = markup.topics;
    let block = page.containers.get(markup.container as usize).filter(|block| block.lines.len() == 1);
    topics.join(block.map_or_else(Topics::default, |block| block.topics));
    let is_first = page.lines[at].form == LineForm::Heading(1);
    Some(match (topics.has(Topic::Standfirst), topics.has(Topic::Title)) {
        (true, _) => markup.size.saturating_sub(NAMED),
        // Browsers set it in letters twice as high.
        _ if is_first => markup.size.saturating_mul(2),
        (_, true) => markup.size.saturating_add(NAMED),
        _ => markup.size,
    })
}

/// What could be a headline and nothing else.
#[inline(never)]
pub(super) fn is_deck(line: &Shape) -> bool {
    line.is_headline
        && line.words >= USUAL
        && line.phrases.is_empty()
        && !line.is_date
        && (!line.is_ranked || line.is_counted)
        && line.person < Person::Likely
}

/// What stands between a headline and its text.
fn is_matter(line: &Shape) -> bool {
    let tells = |phrase: &Phrase| !line.is_prose || phrase.label == Label::Caption;
    line.phrases.iter().any(tells) || line.is_date || line.is_bare || line.person > Person::No
}

/// A phrase inside a line of at most so many words makes it no headline.
const SHORT: u32 = 8;

/// How far above the text a short headline may stand, in lines.
const ABOVE: usize = 8;
/// How far above the text one of the usual length may stand.
const FAR_ABOVE: usize = 24;
/// Fewest words of who says what the headline below says.
const SPEAKER: u32 = 3;
/// Fewest words of a headline that needs no help.
const USUAL: u32 = 5;

/// The headline of one to four words, where none of the usual length stands above the text: the last one that a
/// name or a date follows, or else the one next to the text.
#[inline(never)]
pub(super) fn only_short_one(
    page: &Page,
    measures: &[Measure],
    shapes: &[Shape],
    verses: &[bool],
) -> Option<usize> {
    let text =
        (0..shapes.len()).find(|&at| verses[at] || (shapes[at].is_prose && !shapes[at].is_headline))?;
    let above = text.saturating_sub(ABOVE)..text;
    let plain = |at: usize| {
        let (shape, m) = (&shapes[at], &measures[at]);
        let open = m.ending == Ending::Open || page.text(at).ends_with(['؟', '?', '!']);
        shape.phrases.is_empty()
            && !shape.is_date
            && !shape::asks(page.text(at))
            && page.lines[at].form != LineForm::Row
            && m.letters > m.digits + m.foreign
            && open
            && m.separators == 0
    };
    let usual = |at: usize| plain(at) && shapes[at].is_headline && shapes[at].words >= USUAL;
    if (text.saturating_sub(FAR_ABOVE)..text).any(|at| usual(at) && shapes[at].person == Person::No) {
        return None;
    }
    let short = |at: &usize| plain(*at) && shapes[*at].words < USUAL && shapes[*at].person < Person::Likely;
    let signed = |at: &usize| {
        let below = shapes.get(at + 1);
        below.is_some_and(|line| *at + 1 < text && (line.person > Person::No || line.is_date))
    };
    above.clone().rev().filter(short).find(signed).or_else(|| above.rev().find(short))
}

/// Below a headline, above running text: a line that could be either, with date, byline or text below it.
fn is_standfirst(shapes: &[Shape], at: usize, words: u32) -> bool {
    let shape = &shapes[at];
    let fits =
        (4..=45).contains(&words) && shape.whole.is_none() && !shape.is_date && shape.phrases.is_empty();
    let above = shapes[at.saturating_sub(3)..at].iter().any(|above| above.is_headline);
    let below = shapes.get(at + 1..shapes.len().min(at + 1 + REACH)).unwrap_or_default();
    let matter = below
        .iter()
        .take(2)
        .any(|line| line.is_date || line.person > Person::No || line.whole == Some(Label::Byline));
    let text = || {
        let far = below.iter().take_while(|line| is_matter(line)).count();
        below.iter().take(far.max(2) + 1).any(|line| line.is_prose)
    };
    fits && above && (matter || (!shape.is_prose && text()))
}

/// Most lines between a standfirst and the text: date, byline, counts, caption, buttons.
const MATTER: usize = 12;
/// Words of a standfirst that is a sentence or two.
const STANDFIRST: std::ops::RangeInclusive<u32> = 6..=60;

/// The next line above that is more than symbols.
#[inline(never)]
fn above(shapes: &[Shape], at: usize) -> Option<usize> {
    (at.saturating_sub(MATTER)..at).rev().find(|&above| !shapes[above].is_symbol)
}

/// Right below a headline, with byline or date below it and only then the text: a standfirst, however long.
fn is_signed_below(shapes: &[Shape], at: usize) -> bool {
    let shape = &shapes[at];
    let plain = shape.phrases.is_empty() && !shape.is_date && !shape.is_datelined;
    let is_below_deck = || above(shapes, at).is_some_and(|above| is_deck(&shapes[above]));
    if !plain || !STANDFIRST.contains(&shape.words) || !is_below_deck() {
        return false;
    }
    let below = shapes.get(at + 1..shapes.len().min(at + 1 + MATTER)).unwrap_or_default();
    let Some(text) = below.iter().position(|line| line.is_prose && !is_matter(line)) else { return false };
    let signs = |line: &Shape| line.is_date || line.person == Person::Likely || line.has(Label::Byline);
    below[..text].iter().any(signs) && !below[..text].iter().any(is_deck)
}

/// Whether a headline stands above a line, with nothing but byline, date, buttons and captions between.
pub(super) fn is_below_headline(shapes: &[Shape], at: usize) -> bool {
    let mut above = shapes[at.saturating_sub(MATTER)..at].iter().rev();
    above.find(|line| !is_matter(line) && line.words > BUTTON).is_some_and(is_deck)
}

/// Whether running text stands below a line, and no other headline between.
#[inline(never)]
pub(super) fn is_last(shapes: &[Shape], at: usize) -> bool {
    let mut below = shapes[at + 1..].iter().take(MATTER);
    below.find(|line| line.is_prose || is_deck(line)).is_some_and(|line| !is_deck(line))
}

/// Whether the next running text begins with a dateline: right below as agencies' reports do, or behind buttons, a
/// credit, a picture's name.
fn is_above_report(page: &Page, shapes: &[Shape], at: usize) -> bool {
    let is_title =
        |at: usize| is_deck(&shapes[at]) && shapes[at].words >= SHORT && !page.text(at).ends_with(')');
    let below = shapes.get(at + 1..shapes.len().min(at + 1 + MATTER)).unwrap_or_default();
    let is_text = |line: &Shape| line.is_prose && !line.has(Label::Caption);
    match below.iter().position(is_text) {
        Some(0) => below[0].is_report,
        Some(next) => {
            let parted = (at + 1..at + 1 + next).any(is_title);
            let filed = next == 1 && dateline::alone(page.text(at + 1)).is_some();
            let reports = || below[next].is_datelined || shape::begins_report(page.text(at + 1 + next));
            !shapes[at].is_datelined && !parted && (filed || reports())
        }
        None => false,
    }
}

/// Whether the line right above is a headline to which this one is the standfirst.
fn is_lower_deck(page: &Page, shapes: &[Shape], measures: &[Measure], at: usize) -> bool {
    let above = above(shapes, at);
    // Entries of a menu side by side are no headline.
    let is_menu = |at: usize| measures[at].separators > 0 || page.text(at).contains(['\t', '-', '–']);
    above.is_some_and(|above| {
        !is_menu(above) && lower_decks(page, shapes, measures, above).any(|deck| deck == at)
    })
}

/// Whether nothing but dates stands between a name and what announces the comments below it.
fn signs_above_comments(shapes: &[Shape], at: usize, evidence: &Evidence) -> bool {
    let between = shapes.get(at + 1..evidence.comments_announced);
    between.is_some_and(|lines| lines.iter().all(|line| line.is_date))
}

/// Whether the button that edits its part stands right below a line.
fn is_edited(page: &Page, at: usize) -> bool {
    at + 1 < page.lines.len() && EDITS.contains(&page.text(at + 1))
}

/// A subhead that a table of contents above the text has too.
#[inline(never)]
fn is_listed_subhead(page: &Page, shapes: &[Shape], at: usize) -> bool {
    let text = |at: usize| shapes.get(at).is_some_and(Shape::is_text);
    let above = || at > 0 && text(at - 1);
    let apart = || {
        page.containers.is_empty()
            && page.lines.get(at + 1).is_some_and(|below| page.lines[at].gap > below.gap)
    };
    let ranked = || shapes.get(at + 1).is_some_and(|below| below.is_ranked);
    match page.lines[at].form {
        // Lists and pictures stand around it too.
        LineForm::Heading(2..) => text(at + 1) || above(),
        _ => {
            let heads = (above() || apart()) && text(at + 1) || apart() && ranked();
            is_edited(page, at) || (!shapes[at].is_prose && heads)
        }
    }
}

/// Which lines are of a table of contents: side by side above the text, standing again below in the same order, at least
/// two of them as its subheads. A subhead may stand among lists and buttons; an entry of a menu must stand in the text.
#[inline(never)]
pub(super) fn contents(page: &Page, shapes: &[Shape], evidence: &Evidence) -> Vec<bool> {
    let mut again = vec![None; shapes.len()];
    let mut subheads = vec![false; shapes.len()];
    for (at, first) in evidence.first.iter().enumerate().skip(evidence.text_from).rev() {
        if let Some(entry) = *first {
            subheads[entry] = is_listed_subhead(page, shapes, at);
            again[entry] = (subheads[entry] || shapes[at].whole.is_none()).then_some(at);
        }
    }
    let mut contents = vec![false; shapes.len()];
    let mut from = 0;
    for end in 1..=again.len() {
        if end < again.len() && again[end - 1].is_some() && again[end] > again[end - 1] {
            continue;
        }
        let listed = subheads[from..end].iter().filter(|&&subhead| subhead).count() > 1;
        contents[from..end].fill(listed);
        from = end;
    }
    contents
}

/// Whether at least two of the lines around are as likely names, and the line is not that of the headline above it.
fn among_names(shapes: &[Shape], at: usize) -> bool {
    let headline =
        |at: usize| shapes.get(at).is_some_and(|line| line.is_headline && line.person == Person::No);
    if at > 0 && headline(at - 1) && headline(at + 1) {
        return false;
    }
    let around = shapes[at.saturating_sub(2)..shapes.len().min(at + 3)].iter();
    around.filter(|shape| shape.person >= shapes[at].person).count() > 2
}

/// Whether a date stands next to the line, other symbols aside.
fn beside_date(shapes: &[Shape], at: usize) -> bool {
    let below = (at + 1..shapes.len().min(at + 1 + MATTER)).find(|&below| !shapes[below].is_symbol);
    [above(shapes, at), below].into_iter().flatten().any(|beside| shapes[beside].is_date)
}

/// A short line without a sentence's end, apart from the line above, with running text below it.
fn is_subhead(page: &Page, shapes: &[Shape], at: usize, evidence: &Evidence) -> bool {
    let (line, m) = (&page.lines[at], &evidence.measures[at]);
    if matches!(line.form, LineForm::Heading(_)) {
        return true;
    }
    let plain = line.form == LineForm::Text && m.words <= 14 && !shapes[at].is_prose && !shapes[at].is_symbol;
    let unfinished = m.ending == Ending::Open || (m.words <= 10 && page.text(at).ends_with(['؟', '?', ':']));
    let below = shapes.get(at + 1).is_some_and(|shape| shape.is_prose);
    let above = at.checked_sub(1).is_none_or(|above| evidence.measures[above].ending == Ending::Sentence);
    plain && unfinished && below && above
}

//! The features of one line that only markup gives.

use super::blocks;
use super::facts::{Facts, between};
use crate::evidence::structure::Row;
use crate::page::{Line, LineForm, Page, Tag};
use crate::read::TOPICS;

/// Elements around a line that mean something.
const AROUND: [&[Tag]; 17] = [
    &[Tag::Article],
    &[Tag::Main],
    &[Tag::Section],
    &[Tag::Aside],
    &[Tag::Nav],
    &[Tag::Header],
    &[Tag::Footer],
    &[Tag::Form],
    &[Tag::Figure],
    &[Tag::Figcaption],
    &[Tag::Li],
    &[Tag::Ul, Tag::Ol],
    &[Tag::Table],
    &[Tag::Blockquote],
    &[Tag::P],
    &[Tag::Td],
    &[Tag::Dl],
];

/// Blocks farther up than this are not looked at.
const FAR: usize = 12;

/// Blocks of growing size around a line that are looked at.
const LEVELS: usize = 4;

/// The features, in the order of their values; the part before the dot is the family.
#[cfg(any(test, feature = "fit"))]
pub(crate) const NAMES: [&str; COUNT] = [
    "inline.words",
    "inline.links",
    "inline.strong",
    "inline.tag",
    "inline.hidden",
    "inline.level",
    "beside.links_1_above",
    "beside.form_1_above",
    "beside.same_1_above",
    "beside.links_1_below",
    "beside.form_1_below",
    "beside.same_1_below",
    "beside.links_2_above",
    "beside.form_2_above",
    "beside.same_2_above",
    "beside.links_2_below",
    "beside.form_2_below",
    "beside.same_2_below",
    "beside.links_5",
    "beside.links_12",
    "names.content",
    "names.article",
    "names.main",
    "names.title",
    "names.byline",
    "names.caption",
    "names.media",
    "names.share",
    "names.related",
    "names.comments",
    "names.nav",
    "names.sidebar",
    "names.advert",
    "names.newsletter",
    "names.tags",
    "names.bio",
    "names.copyright",
    "names.consent",
    "names.pagination",
    "names.quote",
    "names.list",
    "names.paywall",
    "names.live",
    "names.path",
    "names.footer",
    "names.header",
    "around.article",
    "around.main",
    "around.section",
    "around.aside",
    "around.nav",
    "around.header",
    "around.footer",
    "around.form",
    "around.figure",
    "around.figcaption",
    "around.item",
    "around.list",
    "around.table",
    "around.blockquote",
    "around.paragraph",
    "around.cell",
    "around.definitions",
    "blocks.repeats",
    "blocks.siblings",
    "blocks.depth",
    "blocks.lines_1",
    "blocks.prose_share_1",
    "blocks.prose_1",
    "blocks.links_1",
    "blocks.density_1",
    "blocks.place_1",
    "blocks.after_1",
    "blocks.before_1",
    "blocks.lines_2",
    "blocks.prose_share_2",
    "blocks.prose_2",
    "blocks.links_2",
    "blocks.density_2",
    "blocks.place_2",
    "blocks.after_2",
    "blocks.before_2",
    "blocks.lines_3",
    "blocks.prose_share_3",
    "blocks.prose_3",
    "blocks.links_3",
    "blocks.density_3",
    "blocks.place_3",
    "blocks.after_3",
    "blocks.before_3",
    "blocks.lines_4",
    "blocks.prose_share_4",
    "blocks.prose_4",
    "blocks.links_4",
    "blocks.density_4",
    "blocks.place_4",
    "blocks.after_4",
    "blocks.before_4",
    "densest.share",
    "densest.up",
    "densest.down",
    "densest.before",
    "densest.after",
    "headline.distance",
    "headline.up",
    "headline.down",
    "headline.prose_between",
    "headline.likeness",
    "told.body",
    "told.description",
    "told.start",
];

/// How many features markup gives.
pub(crate) const COUNT: usize = 111;

/// Adds the features of a line to its row.
pub(super) fn push(page: &Page, facts: &Facts, at: usize, row: &mut Row) {
    let line = &page.lines[at];
    let Some(markup) = &line.markup else {
        row.extend(&[0.0; COUNT]);
        return;
    };
    let container = markup.container as usize;
    row.push(facts.words[at]);
    row.push(facts.links[at]);
    row.push(facts.strong[at]);
    row.push(inline(markup.tag));
    row.push(f32::from(u8::from(markup.hidden)));
    row.push(match line.form {
        LineForm::Heading(level) => f32::from(level),
        _ => 0.0,
    });
    push_beside(page, facts, at, container, row);
    push_around(page, line, container, row);
    row.push(facts.blocks.repeats(container).min(20.0));
    row.push(facts.blocks.siblings(container).min(30.0));
    row.push(page.containers.get(container).map_or(0.0, |container| f32::from(container.depth)));
    push_levels(page, facts, at, container, row);
    push_densest(page, facts, at, container, row);
    push_headline(page, facts, at, container, row);
    row.push(facts.told.body[at]);
    row.push(facts.told.description[at]);
    row.push(facts.told.start[at]);
}

fn inline(tag: Tag) -> f32 {
    match tag {
        Tag::Unknown => 0.0,
        Tag::A => 1.0,
        Tag::B | Tag::Strong | Tag::Em | Tag::I => 2.0,
        Tag::Button | Tag::Label | Tag::Input | Tag::Select | Tag::Time | Tag::Small => 3.0,
        _ => 4.0,
    }
}

fn form(line: &Line) -> f32 {
    match line.form {
        LineForm::Text => 0.0,
        LineForm::Heading(_) => 1.0,
        LineForm::Quote => 2.0,
        LineForm::Preformatted => 3.0,
        LineForm::Item => 4.0,
        LineForm::Row => 5.0,
        LineForm::Caption => 6.0,
    }
}

fn push_beside(page: &Page, facts: &Facts, at: usize, container: usize, row: &mut Row) {
    let containers = &page.containers;
    let group = facts.blocks.group(containers, container);
    for step in 1..=2 {
        for other in [at.checked_sub(step), Some(at + step)] {
            let beside = other.and_then(|other| page.lines.get(other).map(|line| (other, line)));
            let Some((other, line)) = beside else {
                row.extend(&[-1.0; 3]);
                continue;
            };
            let its_group = line
                .markup
                .as_ref()
                .map_or(0, |markup| facts.blocks.group(containers, markup.container as usize));
            row.push(facts.links[other]);
            row.push(form(line));
            row.push(f32::from(u8::from(its_group == group)));
        }
    }
    for reach in [5, 12] {
        let (start, end) = (at.saturating_sub(reach), at + reach + 1);
        let words = between(&facts.sums.words, start, end).max(1.0);
        row.push(between(&facts.sums.linked_words, start, end) / words);
    }
}

/// How far up the nearest block is that speaks of each topic, and that is each element.
fn push_around(page: &Page, line: &Line, container: usize, row: &mut Row) {
    // The last topic is younger than the models.
    let mut named = [FAR as f32; TOPICS - 1];
    let mut around = [FAR as f32; AROUND.len()];
    let mut see = |topics: u32, far: f32| {
        let mut left = topics;
        while left != 0 {
            let topic = left.trailing_zeros() as usize;
            left &= left - 1;
            if let Some(named) = named.get_mut(topic).filter(|named| **named >= FAR as f32) {
                *named = far;
            }
        }
    };
    if let Some(markup) = &line.markup {
        see(markup.topics.0, -1.0);
    }
    let mut up = container;
    for far in 0..FAR {
        let Some(block) = page.containers.get(up) else { break };
        see(block.topics.0, far as f32);
        if let Some(at) = AROUND.iter().position(|tags| tags.contains(&block.tag))
            && around[at] >= FAR as f32
        {
            around[at] = far as f32;
        }
        if block.parent as usize == up {
            break;
        }
        up = block.parent as usize;
    }
    row.extend(&named);
    row.extend(&around);
}

fn push_levels(page: &Page, facts: &Facts, at: usize, container: usize, row: &mut Row) {
    let containers = &page.containers;
    let all = facts.all_prose();
    let prose = &facts.sums.prose_words;
    let mut block = facts.blocks.group(containers, container);
    for _ in 0..LEVELS {
        let lines = blocks::lines(containers, block);
        let words = between(&facts.sums.words, lines.start, lines.end).max(1.0);
        let own = between(prose, lines.start, lines.end);
        row.push((lines.len() as f32).min(300.0));
        row.push(own / all);
        row.push(own.min(1500.0));
        row.push(between(&facts.sums.linked_words, lines.start, lines.end) / words);
        row.push(own / words);
        row.push(at.saturating_sub(lines.start) as f32 / lines.len().max(1) as f32);
        row.push(between(prose, at + 1, lines.end).max(0.0) / all);
        row.push(between(prose, lines.start, at) / all);
        block = facts.blocks.wider(block);
    }
}

fn push_densest(page: &Page, facts: &Facts, at: usize, container: usize, row: &mut Row) {
    let containers = &page.containers;
    let densest = facts.blocks.densest;
    let group = facts.blocks.group(containers, container);
    let (down, up) = facts.blocks.apart(containers, container, densest);
    let lines = blocks::lines(containers, densest);
    row.push(facts.blocks.direct(group) / facts.blocks.direct(densest).max(1.0));
    row.push(up.min(FAR) as f32);
    row.push(down.min(FAR) as f32);
    row.push(f32::from(u8::from(at < lines.start)));
    row.push(f32::from(u8::from(at >= lines.end)));
}

fn push_headline(page: &Page, facts: &Facts, at: usize, container: usize, row: &mut Row) {
    match facts.headline.line {
        Some(title) => {
            let its_block = page.lines[title].markup.as_ref().map_or(0, |markup| markup.container as usize);
            let (down, up) = facts.blocks.apart(&page.containers, container, its_block);
            let (first, last) = (at.min(title), at.max(title));
            let apart = at as f32 - title as f32;
            row.push(apart.clamp(-40.0, 40.0));
            row.push(up.min(FAR) as f32);
            row.push(down.min(FAR) as f32);
            row.push(between(&facts.sums.prose_words, first, last) / facts.all_prose());
        }
        None => row.extend(&[-99.0, -1.0, -1.0, -1.0]),
    }
    row.push(facts.headline.likeness[at]);
}

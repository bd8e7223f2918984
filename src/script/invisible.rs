//! Characters that show nothing: taken out where they do nothing, kept where they shape or direct.

use super::class::{LETTER, MARK, class, is_emoji, is_invisible, is_script, joins_back, joins_forward};
use super::cluster::Tape;
use super::direction;
use super::quotes::Before;
use crate::article::ChangeKind::Invisible;
use crate::script::unicode::{is_alphabetic, is_alphanumeric};

const ZWNJ: char = '\u{200c}';
const ZWJ: char = '\u{200d}';
/// The selector of an emoji's coloured shape.
const EMOJI_SHAPE: char = '\u{fe0f}';
/// More invisible characters than mean anything.
const REACH: usize = 64;
/// Where a picture or another object stood.
const OBJECT: char = '\u{fffc}';

/// Takes out what does nothing.
pub(super) fn clean(tape: &mut Tape, before: &Before) {
    let directed = direction::useless(tape, before.embeddings);
    while let Some(atom) = tape.current() {
        let useless = match atom.ch {
            _ if atom.kept => false,
            '?' | '\u{fffd}' if is_lost_emoji(tape) => {
                take_out_sign(tape);
                continue;
            }
            OBJECT | '\u{1c}'..='\u{1f}' | '\u{85}' => {
                take_out_sign(tape);
                continue;
            }
            c if !is_invisible(c) => false,
            ZWNJ => !parts_letters(tape),
            ZWJ => !joins_something(tape),
            '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                directed.contains(&tape.position())
            }
            '\u{fe00}'..='\u{fe0f}' => !selects_shape(tape, atom.ch),
            '\u{e0000}'..='\u{e007f}' => !tape.prev().is_some_and(|c| is_emoji(c) || is_tag(c)),
            _ => true,
        };
        if useless { tape.remove(Invisible) } else { tape.keep() }
    }
}

fn is_tag(c: char) -> bool {
    ('\u{e0000}'..='\u{e007f}').contains(&c)
}

/// A question mark where an emoji stood: only the selector or joiner behind it was kept.
fn is_lost_emoji(tape: &Tape) -> bool {
    let mut rest = (1..REACH).map_while(|steps| tape.peek(steps)).map(|atom| atom.ch);
    rest.find(|&c| !is_invisible(c) || c == EMOJI_SHAPE || c == ZWNJ || c == ZWJ) == Some(EMOJI_SHAPE)
}

/// Takes out the sign of something lost, or a control character that parts files, records and lines: both part the
/// words on both sides.
fn take_out_sign(tape: &mut Tape) {
    let is_part = |c: char| is_alphanumeric(c) || is_script(c) || matches!(c, '#' | '@' | '&' | '_');
    let next = tape.ahead().take(REACH).find(|&c| !is_invisible(c) || c == OBJECT);
    if tape.prev().is_some_and(is_part) && next.is_some_and(is_part) {
        tape.replace(' ', Invisible);
    } else {
        tape.remove(Invisible);
    }
}

/// Whether a ZWNJ under the head keeps two letters apart that would join without it.
fn parts_letters(tape: &Tape) -> bool {
    let before = tape.back().take(REACH).find(|&c| class(c) & MARK == 0 && c != '\u{640}');
    let after = tape.ahead().take(REACH).find(|&c| !is_invisible(c) && c != '\u{640}');
    match (before, after) {
        (Some(a), Some(b)) if is_other_script(a) && is_other_script(b) => tape.prev() != Some(ZWNJ),
        (Some(a), Some(b)) => joins_forward(a) && joins_back(b),
        _ => false,
    }
}

/// Whether a ZWJ under the head makes one emoji of two, or shapes a letter that stands alone, as in
/// the sign of the Hijri year.
fn joins_something(tape: &Tape) -> bool {
    let after = tape.ahead().take(REACH).find(|&c| !is_invisible(c) || c == ZWNJ || c == ZWJ);
    let mut back = tape.back().take(REACH).filter(|&c| class(c) & MARK == 0);
    let (before, further) = (back.next(), back.next());
    let shape = |c: char| c == EMOJI_SHAPE || is_tag(c) || is_emoji(c);
    match (before, after) {
        (Some(a), Some(b)) if shape(a) && is_emoji(b) => true,
        (Some(a), Some(b)) if is_other_script(a) && is_other_script(b) => true,
        (Some(a), b) if joins_forward(a) => {
            let alone = !further.is_some_and(|c| class(c) & LETTER != 0 || is_invisible(c));
            alone
                && a != '\u{640}'
                && !b.is_some_and(|b| class(b) & (LETTER | MARK) != 0 || b == '\u{640}' || is_invisible(b))
        }
        _ => false,
    }
}

/// A letter of a script in which joiners do other things.
fn is_other_script(c: char) -> bool {
    !c.is_ascii() && class(c) == 0 && is_alphabetic(c) || matches!(c as u32, 0x900..=0xdff)
}

/// Whether the variation selector `c` follows something that it can give another shape.
fn selects_shape(tape: &Tape, c: char) -> bool {
    match tape.prev() {
        Some('0'..='9' | '#' | '*') => c == EMOJI_SHAPE && tape.next() == Some('\u{20e3}'),
        Some(prev) if c >= '\u{fe0e}' => is_emoji(prev),
        Some(prev) => !prev.is_ascii() && class(prev) == 0 && !is_invisible(prev) && is_alphanumeric(prev),
        None => false,
    }
}

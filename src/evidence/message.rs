//! A chat that was exported, and comments: headers of messages, and what readers answer.

use super::shape::Shape;
use super::{Evidence, Role, weight};
use crate::article::Label;
use crate::page::Page;
use crate::read::message_header;

/// Most words of an answer.
const ANSWER: u32 = 15;

/// Says of a line that it is the header of a message, or an answer to the article above.
#[inline(never)]
pub(super) fn weigh(page: &Page, shapes: &[Shape], at: usize, evidence: &mut Evidence) {
    let is_header = |at: usize| {
        let text = page.text(at);
        !text.is_empty() && message_header(text) == text.len()
    };
    let text = page.text(at);
    if text.strip_suffix(':').unwrap_or(text).ends_with("says") {
        evidence.add(Role::Removed(Label::Comments), weight::SAYS, "message");
    }
    if is_header(at) {
        evidence.add(Role::Removed(Label::Other), weight::MESSAGE, "message");
    } else if at > 1 && is_header(at - 1) && !shapes[at].is_prose && shapes[at].words <= ANSWER {
        let below_answer = at > evidence.text_from.saturating_add(2) && is_header(at - 3);
        if shapes[at - 2].is_prose || below_answer {
            evidence.add(Role::Removed(Label::Comments), weight::ANSWER, "message");
        }
    }
}

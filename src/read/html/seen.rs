//! What of a page a reader does not see.

use std::ops::Range;

use super::attribute::AttributeName;
use super::tag::Tag;
use super::tree::{NodeId, Tree};

/// Classes that mean "for screen readers only" in the common style sheets.
const SPOKEN_ONLY: [&str; 14] = [
    "sr-only",
    "sronly",
    "screen-reader-text",
    "screen-reader-only",
    "screenreader-only",
    "screenreader",
    "visually-hidden",
    "visuallyhidden",
    "u-visually-hidden",
    "a11y-hidden",
    "hidden-visually",
    "element-invisible",
    "off-screen",
    "offscreen",
];

/// At most so many elements around each other are looked at for hiding the page itself.
const MOST_WRAPPERS: usize = 8;

/// Elements that hide themselves and more than half of the text with them: scripts set these marks
/// on the page behind an open window, and on pages that are still to be shown.
pub(super) struct Hiding {
    shown: Vec<NodeId>,
    large: Vec<(NodeId, usize)>,
}

impl Hiding {
    /// With elements that are seen although they hide themselves.
    pub(super) fn but(shown: Vec<NodeId>) -> Self {
        Self { shown, large: Vec::new() }
    }

    pub(super) fn is_shown(&self, id: NodeId) -> bool {
        self.shown.contains(&id)
    }

    /// Notes an element that hid `text`, which ends where the text so far does.
    pub(super) fn note(&mut self, id: NodeId, text: Range<usize>) {
        if text.len() > text.end / 2 {
            self.large.retain(|(_, len)| *len > text.end / 2);
            self.large.push((id, text.len()));
        }
    }

    /// The elements that hide the page itself, which is `len` bytes long: its main part or headline, or
    /// nearly all of it.
    pub(super) fn whole_page(&self, tree: &Tree, len: usize) -> Vec<NodeId> {
        let large = self.large.iter().filter(|(_, hidden)| *hidden > len / 2);
        let is_page = |id: NodeId, hidden: usize| hidden >= len / 10 * 9 || has_main(tree, id);
        large
            .rev()
            .take(MOST_WRAPPERS)
            .filter(|(id, hidden)| tree.tag(*id) != Tag::Dialog && is_page(*id, *hidden))
            .map(|(id, _)| *id)
            .collect()
    }
}

/// Whether an element is or holds what pages have once: the main part, the article, the headline.
fn has_main(tree: &Tree, root: NodeId) -> bool {
    let mut at = Some(root);
    while let Some(id) = at {
        if matches!(tree.tag(id), Tag::Main | Tag::Article | Tag::H1) {
            return true;
        }
        at = tree.following(root, id);
    }
    false
}

/// Whether an element by its own attributes hides what is in it.
pub(super) fn is_hidden(tree: &Tree, id: NodeId, tag: Tag) -> bool {
    // Saved pages hide all of it until a script runs.
    if matches!(tag, Tag::Html | Tag::Body) {
        return false;
    }
    let Some(element) = tree.element(id) else { return false };
    let mut hidden = tag == Tag::Dialog;
    for (name, value) in tree.attributes(element) {
        match name {
            AttributeName::Hidden => return true,
            AttributeName::AriaHidden if value.eq_ignore_ascii_case("true") => return true,
            AttributeName::Style if hides(value) => return true,
            AttributeName::Class if value.split_ascii_whitespace().any(is_spoken_only) => {
                return true;
            }
            AttributeName::Open if tag == Tag::Dialog => hidden = false,
            _ => {}
        }
    }
    hidden
}

fn is_spoken_only(class: &str) -> bool {
    SPOKEN_ONLY.iter().any(|known| class.eq_ignore_ascii_case(known))
}

/// The property and value of each declaration of an inline style.
fn declarations(style: &str) -> impl Iterator<Item = (&str, &str)> {
    style.split(';').filter_map(|declaration| {
        let (property, value) = declaration.split_once(':')?;
        let value = value.trim_matches(|c: char| c.is_ascii_whitespace());
        let value = value.split(|c: char| c == '!' || c.is_ascii_whitespace()).next().unwrap_or_default();
        Some((property.trim(), value))
    })
}

/// Whether an inline style shows line breaks as they stand, where it says so.
pub(super) fn keeps_breaks(style: &str) -> Option<bool> {
    if !style.contains("white-space") {
        return None;
    }
    let space = declarations(style)
        .filter(|(property, _)| property.to_ascii_lowercase().starts_with("white-space"))
        .last();
    space.map(|(_, value)| {
        let kept = ["pre", "pre-wrap", "pre-line", "break-spaces", "preserve", "preserve-breaks"];
        kept.iter().any(|known| value.eq_ignore_ascii_case(known))
    })
}

/// The height of letters that an inline style gives, in pixels, inside letters so high.
pub(super) fn font_size(style: &str, outer: u16) -> Option<u16> {
    const MOST: u32 = 1000;
    if !style.contains("-size") && !style.contains("-SIZE") {
        return None;
    }
    let (_, size) =
        declarations(style).filter(|(property, _)| property.eq_ignore_ascii_case("font-size")).last()?;
    let unit = size.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let (whole, fraction) =
        size.strip_suffix(unit).map(|number| number.split_once('.').unwrap_or((number, "")))?;
    let tenth = fraction.chars().next().and_then(|digit| digit.to_digit(10)).unwrap_or(0);
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let tenths = whole.parse::<u16>().map_or(0, u32::from) * 10 + tenth;
    let pixels = match unit {
        "px" => tenths / 10,
        "pt" => tenths * 4 / 30,
        "rem" => tenths * 16 / 10,
        "em" => tenths * u32::from(outer) / 10,
        "%" => tenths * u32::from(outer) / 1000,
        _ => return None,
    };
    u16::try_from(pixels.min(MOST)).ok()
}

/// Whether an inline style takes its element out of sight.
fn hides(style: &str) -> bool {
    declarations(style).any(|(property, value)| {
        let says = |name: &str, known: &str| {
            property.eq_ignore_ascii_case(name) && value.eq_ignore_ascii_case(known)
        };
        let far = || ["left", "text-indent", "top"].iter().any(|name| property.eq_ignore_ascii_case(name));
        says("display", "none")
            || says("visibility", "hidden")
            || says("visibility", "collapse")
            || says("mso-hide", "all")
            || (value.starts_with("-999") && far())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_say_whether_line_breaks_are_kept() {
        for (style, kept) in [
            ("white-space: pre-wrap; min-height: 0px", Some(true)),
            ("white-space:nowrap;WHITE-SPACE : Pre-Line !important", Some(true)),
            ("white-space-collapse: preserve", Some(true)),
            ("color: red; white-space: normal", Some(false)),
            ("color: red", None),
        ] {
            assert_eq!(keeps_breaks(style), kept, "{style}");
        }
    }

    #[test]
    fn styles_tell_how_high_letters_are() {
        for (style, size) in [
            ("font-size: 22px", Some(22)),
            ("color:red; FONT-SIZE :20.0pt !important", Some(26)),
            ("font-size:1.5em", Some(30)),
            ("font-size:.5rem", Some(8)),
            ("font-size:150%", Some(30)),
            ("font-size:99999999px", Some(0)),
            ("font-size:65535em", Some(1000)),
            ("font-size:1..5px", Some(1)),
            ("font-size:large", None),
            ("font-size:px", None),
            ("line-height:2", None),
        ] {
            assert_eq!(font_size(style, 20), size, "{style}");
        }
    }

    #[test]
    fn styles_that_hide_are_known_in_every_spelling() {
        for style in [
            "display:none",
            "color:red; DISPLAY : None !important",
            "visibility: hidden",
            "position:absolute;left:-9999px",
        ] {
            assert!(hides(style), "{style}");
        }
        for style in ["display:block", "", "visibility", "background:url(x;display:no)", "left:-9px"] {
            assert!(!hides(style), "{style}");
        }
    }
}

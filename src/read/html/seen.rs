//! What of a page a reader does not see.

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

/// Whether an inline style takes its element out of sight.
fn hides(style: &str) -> bool {
    style.split(';').any(|declaration| {
        let Some((property, value)) = declaration.split_once(':') else { return false };
        let value = value.trim_matches(|c: char| c.is_ascii_whitespace());
        let value = value.split(|c: char| c == '!' || c.is_ascii_whitespace()).next().unwrap_or_default();
        let is = |known: &str| value.eq_ignore_ascii_case(known);
        match property.trim().to_ascii_lowercase().as_str() {
            "display" => is("none"),
            "visibility" => is("hidden") || is("collapse"),
            "mso-hide" => is("all"),
            "left" | "text-indent" | "top" => value.starts_with("-999"),
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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

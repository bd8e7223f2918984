//! Markdown that becomes no markup but its own.

use pulldown_cmark::{Event, Options, Parser, Tag};

/// Holds for `render(…, "markdown")`: no HTML in it, and no address that is not safe.
pub fn safe_markdown(markdown: &str) {
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => panic!("{html:?} is HTML"),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                let schemes = ["http://", "https://", "mailto:"];
                assert!(
                    schemes.iter().any(|scheme| dest_url.starts_with(scheme)),
                    "{dest_url:?} has no safe scheme"
                );
            }
            _ => {}
        }
    }
}

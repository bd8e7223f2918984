//! Text as HTML writes it, so that a parser reads the same text.

use crate::render::out::Out;

/// What becomes of line breaks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Breaks {
    /// `<br>`.
    Elements,
    /// As they are, for `pre`.
    Kept,
}

/// Appends a text.
pub(in crate::render) fn text(out: &mut Out, text: &str, breaks: Breaks) {
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' | '\r' => {
                if c == '\r' && chars.peek() == Some(&'\n') {
                    chars.next();
                }
                out.put(if breaks == Breaks::Elements { "<br>\n" } else { "\n" });
            }
            _ => character(out, c),
        }
    }
}

/// Appends the value of an attribute, which stands between `"`.
pub(in crate::render) fn attribute(out: &mut Out, value: &str) {
    for c in value.chars() {
        match c {
            '"' => out.put("&quot;"),
            '\r' => out.put("\n"),
            _ => character(out, c),
        }
    }
}

fn character(out: &mut Out, c: char) {
    match c {
        '&' => out.put("&amp;"),
        '<' => out.put("&lt;"),
        '>' => out.put("&gt;"),
        // A parser drops it, or puts this in its place.
        '\0' => out.put("\u{fffd}"),
        _ => out.put_char(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(source: &str, breaks: Breaks) -> String {
        let mut out = Out::default();
        text(&mut out, source, breaks);
        out.finish()
    }

    #[test]
    fn markup_in_text_is_text() {
        assert_eq!(written("<b>&amp;\0", Breaks::Kept), "&lt;b&gt;&amp;amp;\u{fffd}");
    }

    #[test]
    fn each_line_break_is_one_whatever_it_is_made_of() {
        assert_eq!(written("a\r\nb\rc\nd", Breaks::Elements), "a<br>\nb<br>\nc<br>\nd");
        assert_eq!(written("a\r\n\rb", Breaks::Kept), "a\n\nb");
    }

    #[test]
    fn a_quote_does_not_end_an_attribute() {
        let mut out = Out::default();
        attribute(&mut out, "a\" onerror=\"b'<");
        assert_eq!(out.finish(), "a&quot; onerror=&quot;b'&lt;");
    }
}

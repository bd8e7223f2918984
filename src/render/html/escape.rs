//! Text as HTML writes it, so that a parser reads the same text.

/// What becomes of line breaks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Breaks {
    /// `<br>`.
    Elements,
    /// As they are, for `pre`.
    Kept,
}

/// Appends a text.
pub(in crate::render) fn text(out: &mut String, text: &str, breaks: Breaks) {
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' | '\r' => {
                if c == '\r' && chars.peek() == Some(&'\n') {
                    chars.next();
                }
                out.push_str(if breaks == Breaks::Elements { "<br>\n" } else { "\n" });
            }
            _ => character(out, c),
        }
    }
}

/// Appends the value of an attribute, which stands between `"`.
pub(in crate::render) fn attribute(out: &mut String, value: &str) {
    for c in value.chars() {
        match c {
            '"' => out.push_str("&quot;"),
            '\r' => out.push('\n'),
            _ => character(out, c),
        }
    }
}

fn character(out: &mut String, c: char) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        // A parser drops it, or puts this in its place.
        '\0' => out.push('\u{fffd}'),
        _ => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(source: &str, breaks: Breaks) -> String {
        let mut out = String::new();
        text(&mut out, source, breaks);
        out
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
        let mut out = String::new();
        attribute(&mut out, "a\" onerror=\"b'<");
        assert_eq!(out, "a&quot; onerror=&quot;b'&lt;");
    }
}

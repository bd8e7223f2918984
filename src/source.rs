//! Bytes and strings into the one text that everything after refers to.

/// What `extract` reads.
#[derive(Clone, Copy, Debug)]
pub enum Input<'a> {
    /// A string.
    Text(&'a str),
    /// Bytes, whose encoding is sniffed.
    Bytes(&'a [u8]),
}

impl<'a> From<&'a str> for Input<'a> {
    fn from(text: &'a str) -> Self {
        Input::Text(text)
    }
}

impl<'a> From<&'a String> for Input<'a> {
    fn from(text: &'a String) -> Self {
        Input::Text(text)
    }
}

impl<'a> From<&'a [u8]> for Input<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Input::Bytes(bytes)
    }
}

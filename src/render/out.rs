//! The file that is being written.

/// A growing text. Its methods are never inlined: the formats call them from hundreds of places, and
/// a copy at each would be a third of their code.
#[derive(Default)]
pub(super) struct Out(String);

impl Out {
    #[inline(never)]
    pub(super) fn put(&mut self, text: &str) {
        self.0.push_str(text);
    }

    #[inline(never)]
    pub(super) fn put_char(&mut self, c: char) {
        self.0.push(c);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}

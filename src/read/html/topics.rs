//! What the words of class, id and role attributes speak of.

use super::word_hash::WordHash;

include!(concat!(env!("OUT_DIR"), "/markup.rs"));

/// A set of topics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Topics(pub u32);

impl Topics {
    pub(crate) fn has(self, topic: Topic) -> bool {
        self.0 & (1 << topic as u32) != 0
    }

    pub(crate) fn join(&mut self, other: Topics) {
        self.0 |= other.0;
    }

    /// Adds the topics of an attribute's words: `entry-content`, `sidebarLeft`, `post_body2`.
    pub(super) fn add_words(&mut self, value: &str) {
        let mut hash = WordHash::START;
        let mut length = 0;
        let mut lower_before = false;
        for &byte in value.as_bytes() {
            let starts_word = byte.is_ascii_uppercase() && lower_before;
            if !byte.is_ascii_alphabetic() || starts_word {
                self.add_word(hash, length);
                (hash, length) = (WordHash::START, 0);
            }
            if byte.is_ascii_alphabetic() {
                hash = hash.with(byte);
                length += 1;
            }
            lower_before = byte.is_ascii_lowercase();
        }
        self.add_word(hash, length);
    }

    fn add_word(&mut self, hash: WordHash, length: usize) {
        if length < 2 {
            return;
        }
        let hash = hash.value();
        let mut at = hash as usize % WORDS.len();
        while WORDS[at].0 != 0 {
            if WORDS[at].0 == hash {
                self.0 |= 1 << WORDS[at].1;
                return;
            }
            at = (at + 1) % WORDS.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_every_spelling_of_a_name() {
        for name in ["entry-content", "entryContent", "Entry_Content2", "x entry__content--wide"] {
            let mut topics = Topics::default();
            topics.add_words(name);
            assert!(topics.has(Topic::Content) && topics.has(Topic::Article), "{name}");
        }
        let mut topics = Topics::default();
        topics.add_words("contentious-adage");
        assert_eq!(topics, Topics::default());
    }
}

//! Who the author is: sentences below the text that begin with a name that stands alone elsewhere on the page.

use super::person::{self, Person};
use super::shape::Shape;
use crate::fingerprint::Fingerprint;
use crate::page::Page;
use crate::sort;

/// Most words of a name.
const WORDS: usize = 5;

/// Which lines begin with the name of somebody whose name is a line of its own above.
#[inline(never)]
pub(super) fn introductions(page: &Page, shapes: &[Shape]) -> Vec<bool> {
    let mut names: Vec<u64> = Vec::new();
    let mut introduces = vec![false; shapes.len()];
    for (at, shape) in shapes.iter().enumerate() {
        if shape.person == Person::Likely {
            sort::insert(&mut names, Fingerprint::of_phrase(page.text(at)).0);
        } else if shape.is_prose && !names.is_empty() {
            introduces[at] = begins_with(page.text(at), &names);
        }
    }
    introduces
}

fn begins_with(text: &str, names: &[u64]) -> bool {
    let mut print = Fingerprint::default();
    person::words(text).take(WORDS).any(|word| {
        print.add_phrase(word);
        names.binary_search(&print.0).is_ok()
    })
}

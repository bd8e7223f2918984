//! The smallest input that still fails in the same place.

use super::guard::{Failure, failure};
use crate::targets::Target;

/// How many inputs are tried to make one smaller.
const TRIES: usize = 4_000;

/// Takes stretches away, first long ones, then ever shorter ones, as long as the failure stays.
pub(super) fn smallest(target: &Target, mut input: Vec<u8>, variant: usize, wanted: &Failure) -> Vec<u8> {
    let mut tries = 0;
    let mut length = input.len().div_ceil(2);
    while length > 0 && tries < TRIES {
        let (mut at, before) = (0, input.len());
        while at < input.len() && tries < TRIES {
            let mut shorter = input.clone();
            shorter.drain(at..(at + length).min(input.len()));
            tries += 1;
            if failure(target, &shorter, variant).is_some_and(|failure| failure.place == wanted.place) {
                input = shorter;
            } else {
                at += length;
            }
        }
        if length > 1 || input.len() == before {
            length /= 2;
        }
    }
    input
}

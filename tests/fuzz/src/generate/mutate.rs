//! Small changes to an input.

use fastrand::Rng;
use std::ops::Range;

/// Changes the input once: takes away, doubles, moves, puts in, or splices with another input.
pub(super) fn once(input: &mut Vec<u8>, other: &[u8], piece: &[u8], rng: &mut Rng) {
    let at = border(input, rng.usize(..=input.len()));
    let range = stretch(input, rng);
    match rng.u8(..16) {
        0..2 => drop(input.drain(range)),
        2 => repeat(input, range, rng),
        3 => {
            let moved: Vec<u8> = input.drain(range).collect();
            let at = border(input, at.min(input.len()));
            input.splice(at..at, moved);
        }
        4 => {
            let stretch = stretch(other, rng);
            input.splice(at..at, other[stretch].iter().copied());
        }
        5 => {
            let from = border(other, rng.usize(..=other.len()));
            input.splice(at.., other[from..].iter().copied());
        }
        6 => drop(input.splice(range, piece.iter().copied())),
        7 => swap_lines(input, rng),
        8 if !input.is_empty() => {
            let at = rng.usize(..input.len());
            input[at] = rng.u8(..);
        }
        9 => input.truncate(at),
        10 => drop(input.splice(at..at, piece.repeat(rng.usize(1..8)))),
        _ => drop(input.splice(at..at, piece.iter().copied())),
    }
}

/// The next border of a character from here on, as far as the input is UTF-8.
fn border(input: &[u8], at: usize) -> usize {
    let within = input[at..].iter().take(3).take_while(|&&byte| byte & 0xc0 == 0x80).count();
    at + within
}

/// A stretch, mostly short.
fn stretch(input: &[u8], rng: &mut Rng) -> Range<usize> {
    let start = border(input, rng.usize(..=input.len()));
    let most = (input.len() - start).min(1 << rng.u32(0..10));
    start..border(input, start + rng.usize(..=most))
}

fn repeat(input: &mut Vec<u8>, range: Range<usize>, rng: &mut Rng) {
    let times = 1 << rng.u32(0..6);
    let copies = input[range.clone()].repeat(times.min(2000 / range.len().max(1)));
    input.splice(range.end..range.end, copies);
}

fn swap_lines(input: &mut Vec<u8>, rng: &mut Rng) {
    let mut lines: Vec<&[u8]> = input.split(|&byte| byte == b'\n').collect();
    let (one, other) = (rng.usize(..lines.len()), rng.usize(..lines.len()));
    lines.swap(one, other);
    *input = lines.join(&b'\n');
}

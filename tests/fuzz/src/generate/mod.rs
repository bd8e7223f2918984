//! Inputs that know what they attack: Urdu and its marks, the page around an article, markup, messages, encodings.
//!
//! An input is made anew from the vocabulary or is a change to one that was seen before. The same seed gives the same
//! inputs on every machine.

mod bytes;
mod described;
mod markup;
mod mutate;
mod text;
mod vocabulary;

pub use described::article;
pub use text::mixture;
pub use vocabulary::PIECES;

use fastrand::Rng;
use std::path::{Path, PathBuf};

/// What the inputs of a target are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A page as plain text.
    Page,
    /// A paragraph or two.
    Text,
    /// A line.
    Line,
    /// Markup.
    Html,
    /// Bytes in any encoding, or a saved message.
    Bytes,
    /// An article, as [`article`] reads it.
    Described,
}

/// A new input of this kind.
pub fn input(kind: Kind, rng: &mut Rng) -> Vec<u8> {
    match kind {
        Kind::Page => text::page(rng).into_bytes(),
        Kind::Text => text::paragraph(rng).into_bytes(),
        Kind::Line => text::line(rng).into_bytes(),
        Kind::Html => markup::page(rng).into_bytes(),
        Kind::Bytes => bytes::file(rng),
        Kind::Described => described::lines(rng).into_bytes(),
    }
}

/// Longest input of the engine, in bytes; longer ones tell nothing that several short ones do not.
pub const LONGEST: usize = 2_000;

/// The next input: sometimes new, else one of the known changed, or two of them joined.
pub fn next(kind: Kind, known: &[Vec<u8>], rng: &mut Rng) -> Vec<u8> {
    if known.is_empty() || rng.u8(..) < 64 {
        return input(kind, rng);
    }
    let mut made = shorter(known, rng).clone();
    let most = 1 << rng.u32(0..4);
    for _ in 0..=rng.usize(..most) {
        let other = shorter(known, rng);
        mutate::once(&mut made, other, &piece(kind, rng), rng);
    }
    made.truncate(LONGEST);
    made
}

/// One of the known, rather a short one: more of those can be tried.
fn shorter<'a>(known: &'a [Vec<u8>], rng: &mut Rng) -> &'a Vec<u8> {
    let (one, other) = (&known[rng.usize(..known.len())], &known[rng.usize(..known.len())]);
    if one.len() <= other.len() { one } else { other }
}

/// Something that means something to this kind of input.
fn piece(kind: Kind, rng: &mut Rng) -> Vec<u8> {
    match kind {
        Kind::Html if rng.bool() => markup::piece(rng).into_bytes(),
        Kind::Bytes if rng.bool() => bytes::piece(rng),
        Kind::Described if rng.bool() => described::line(rng).into_bytes(),
        Kind::Page if rng.u8(..) < 64 => format!("\n{}\n", text::line(rng)).into_bytes(),
        _ => text::piece(rng).into_bytes(),
    }
}

/// A folder of the project's tests.
pub fn tests(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder)
}

/// The files of a folder and of the folders in it, by name; none where there is no folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// What the engine starts from: the target's seeds and findings, and for pages the golden articles.
pub fn seeds(target: &str, kind: Kind) -> Vec<Vec<u8>> {
    let own = ["fuzz/seeds", "fuzz/findings"].map(|folder| files(&tests(folder).join(target)));
    let golden = files(&tests("golden")).into_iter().filter(|path| match kind {
        Kind::Page => path.ends_with("input.txt"),
        Kind::Html | Kind::Bytes => path.ends_with("input.html"),
        _ => false,
    });
    let paths = own.into_iter().flatten().chain(golden);
    let mut seeds: Vec<Vec<u8>> =
        paths.map(|path| std::fs::read(path).expect("a seed can be read")).collect();
    seeds.retain(|seed| seed.len() <= LONGEST);
    seeds
}

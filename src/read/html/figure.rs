//! Pictures: where their address is, which ones are only spacers or counters, which line is their caption.

use super::attribute::AttributeName;
use super::tree::{NodeId, Tree};

/// Pictures of at most this many pixels in a direction count visits or hold space.
const SPACER: u32 = 2;

/// A `<figure>`: its pictures and its caption.
pub(super) struct Figure {
    pub first_picture: usize,
    pub caption: Option<usize>,
}

/// The address of an `<img>`; none where it has none or is a spacer. Pages that load pictures late keep it in another
/// attribute, with a placeholder where it belongs.
pub(super) fn picture(tree: &Tree, id: NodeId) -> Option<&str> {
    let get = |name| tree.attribute(id, name).map(str::trim).filter(|value| !value.is_empty());
    let tiny = |name| get(name).and_then(|size| size.parse::<u32>().ok()).is_some_and(|size| size <= SPACER);
    if tiny(AttributeName::Width) || tiny(AttributeName::Height) {
        return None;
    }
    let first_of = |name| get(name).and_then(|set| set.split_whitespace().next());
    get(AttributeName::DataSrc)
        .or_else(|| get(AttributeName::DataLazySrc))
        .or_else(|| get(AttributeName::DataOriginal))
        .or_else(|| get(AttributeName::Src).filter(|src| !src.starts_with("data:")))
        .or_else(|| first_of(AttributeName::DataSrcset))
        .or_else(|| first_of(AttributeName::Srcset))
}

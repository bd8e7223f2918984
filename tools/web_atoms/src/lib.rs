//! Stands in for the crate `web_atoms` in the compiled module.
//!
//! Its map of named entities holds every beginning of every name, hashed: 196 KB, a tenth of the module. Here the names stand
//! once, sorted, and beginnings are found by search: 36 KB. All else is the crate's own.

pub use upstream::{
    C1_REPLACEMENTS, LocalName, LocalNameStaticSet, Namespace, NamespaceStaticSet, Prefix, PrefixStaticSet,
    local_name, namespace_prefix, namespace_url, ns,
};

include!(concat!(env!("OUT_DIR"), "/entities.rs"));

/// What `&name` stands for.
pub struct Entities(());

/// The entities of HTML.
pub static NAMED_ENTITIES: Entities = Entities(());

/// Of the beginning of a name.
static BEGINNING: (u32, u32) = (0, 0);

impl Entities {
    /// The characters of an entity, two zeros for the beginning of a name, and nothing for anything else.
    pub fn get(&self, name: &str) -> Option<&'static (u32, u32)> {
        let at = first_at_least(name);
        let found = nth(at)?;
        if found == name { CHARACTERS.get(at) } else { found.starts_with(name).then_some(&BEGINNING) }
    }
}

/// The place of the first name that is not below `name`.
fn first_at_least(name: &str) -> usize {
    let (mut low, mut high) = (0, CHARACTERS.len());
    while low < high {
        let middle = low.midpoint(high);
        if nth(middle).is_some_and(|known| known < name) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

fn nth(at: usize) -> Option<&'static str> {
    NAMES.get(usize::from(*STARTS.get(at)?)..usize::from(*STARTS.get(at + 1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entity_and_every_beginning_is_known_as_upstream_knows_it() {
        for (name, characters) in upstream::NAMED_ENTITIES.entries() {
            assert_eq!(NAMED_ENTITIES.get(name), Some(characters), "&{name}");
        }
    }

    #[test]
    fn what_begins_no_name_is_unknown() {
        for name in ["0", "zzz", "gtx", "amp;;", "nbsp; "] {
            assert_eq!(NAMED_ENTITIES.get(name), None, "&{name}");
        }
    }
}

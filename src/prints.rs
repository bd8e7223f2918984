//! Sorted fingerprints as the module holds them: by how much each is more than the one before, the lowest bytes of all,
//! then the next, to the highest. Compressed that is three quarters of the numbers themselves.

use std::ops::Range;
use std::sync::OnceLock;

use crate::fingerprint::Fingerprint;

/// Bits of the filter that tells most other phrases apart without a search.
const FILTER_BITS: usize = 1 << 14;

/// A table of phrases, unpacked when it is first asked.
pub(crate) struct Prints {
    packed: &'static [u8],
    unpacked: OnceLock<Unpacked>,
}

struct Unpacked {
    /// Ascending.
    prints: Vec<u32>,
    filter: [u64; FILTER_BITS / 64],
}

impl Prints {
    pub(crate) const fn of(packed: &'static [u8]) -> Self {
        Self { packed, unpacked: OnceLock::new() }
    }

    /// Where in the table a phrase stands; nowhere, once, or as often as it means something.
    pub(crate) fn find(&self, print: Fingerprint) -> Range<usize> {
        let print = print.short();
        let Unpacked { prints, filter } = self.unpacked.get_or_init(|| Unpacked::of(self.packed));
        let bit = print as usize % FILTER_BITS;
        if filter[bit / 64] >> (bit % 64) & 1 == 0 {
            return 0..0;
        }
        let first = prints.partition_point(|&other| other < print);
        let equal = prints[first..].iter().take_while(|&&other| other == print).count();
        first..first + equal
    }

    pub(crate) fn has(&self, print: Fingerprint) -> bool {
        !self.find(print).is_empty()
    }
}

impl Unpacked {
    fn of(packed: &[u8]) -> Self {
        let count = packed.len() / 4;
        let mut unpacked = Self { prints: Vec::with_capacity(count), filter: [0; FILTER_BITS / 64] };
        let mut print = 0u32;
        for at in 0..count {
            let bytes = [0, 1, 2, 3].map(|byte| packed[byte * count + at]);
            print = print.wrapping_add(u32::from_le_bytes(bytes));
            let bit = print as usize % FILTER_BITS;
            unpacked.filter[bit / 64] |= 1 << (bit % 64);
            unpacked.prints.push(print);
        }
        unpacked
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_print_is_found_as_often_as_it_stands() {
        let print = |short: u32| Fingerprint(u64::from(short) << 32);
        // 5, 5, 5 + 0x010203
        static PRINTS: Prints = Prints::of(&[5, 0, 3, 0, 0, 2, 0, 0, 1, 0, 0, 0]);
        assert_eq!(PRINTS.find(print(5)), 0..2);
        assert_eq!(PRINTS.find(print(5 + 0x01_02_03)), 2..3);
        assert!(!PRINTS.has(print(6)) && !PRINTS.has(print(5 + (1 << 14))) && PRINTS.has(print(5)));
    }
}

//! `data/messages.tsv` as a table sorted by key.

use std::fmt::Write;

use crate::table;

/// The expression `[(key, English, Urdu); N]`.
pub fn table() -> String {
    let mut rows = table::rows("messages.tsv");
    rows.sort_unstable();
    let mut code = String::from("[\n");
    for (at, row) in rows.iter().enumerate() {
        let [key, en, ur] = row.as_slice() else {
            panic!("data/messages.tsv: key, English and Urdu in {row:?}")
        };
        assert!(at == 0 || rows[at - 1][0] != *key, "data/messages.tsv: {key} stands twice");
        assert!(!en.trim().is_empty() && !ur.trim().is_empty(), "data/messages.tsv: {key} says nothing");
        writeln!(code, "    ({key:?}, {en:?}, {ur:?}),").expect("a string takes it");
    }
    code + "]"
}

//! Turns the data that people edit (`data/`) into static tables.

#[path = "build/markup.rs"]
mod markup;
#[path = "build/table.rs"]
mod table;

/// What the tables share with the crate: class words must be hashed the same way in both.
#[path = "src/read/html/word_hash.rs"]
mod word_hash;

fn main() {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/read/html/word_hash.rs");
    table::write("markup.rs", &markup::table());
}

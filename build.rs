//! Turns the tables in data/ into Rust, so that nothing is read or built at run time.

#[path = "build/words.rs"]
mod words;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    words::generate();
}

//! Turns the tables in data/ into Rust, so that nothing is read or built at run time.

#[path = "build/messages.rs"]
mod messages;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    messages::generate();
}

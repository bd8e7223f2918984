//! Writes the entities of web_atoms as three flat tables, sorted by name.

use std::fmt::Write;
use std::path::Path;

fn main() {
    let mut entities: Vec<(&str, (u32, u32))> = upstream::NAMED_ENTITIES
        .entries()
        .map(|(name, characters)| (*name, *characters))
        // What is only the beginning of a name is found by the names themselves.
        .filter(|(_, characters)| characters.0 != 0)
        .collect();
    entities.sort_unstable();
    let names: String = entities.iter().map(|(name, _)| *name).collect();
    let mut starts = vec![0];
    for (name, _) in &entities {
        starts.push(starts[starts.len() - 1] + name.len());
    }
    let characters: Vec<_> = entities.iter().map(|(_, characters)| *characters).collect();
    let mut code = String::new();
    writeln!(code, "static NAMES: &str = {names:?};").expect("a string takes it");
    writeln!(code, "static STARTS: [u16; {}] = {starts:?};", starts.len()).expect("a string takes it");
    writeln!(code, "static CHARACTERS: [(u32, u32); {}] = {characters:?};", characters.len())
        .expect("a string takes it");
    let out = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    std::fs::write(Path::new(&out).join("entities.rs"), code).expect("OUT_DIR can be written");
    println!("cargo::rerun-if-changed=build.rs");
}

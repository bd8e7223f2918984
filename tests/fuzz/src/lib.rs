//! matn under attack: what must hold for every input, inputs that try to break it, and the engine that runs them.
//!
//! The invariants have this one place. The fuzzer runs them on made inputs, `tests/findings.rs` on every finding and
//! seed, `tests/golden.rs` on the golden articles, and `tests/properties.rs` on random pages.

pub mod answer;
pub mod engine;
pub mod generate;
pub mod invariants;
pub mod targets;

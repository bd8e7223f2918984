//! Turns the data that people edit (`data/`) into sorted static tables.

#[path = "build/furniture.rs"]
mod furniture;
#[path = "build/markup.rs"]
mod markup;
#[path = "build/messages.rs"]
mod messages;
#[path = "build/names.rs"]
mod names;
#[path = "build/table.rs"]
mod table;
#[path = "build/trees.rs"]
mod trees;
#[path = "build/weights.rs"]
mod weights;
#[path = "build/words.rs"]
mod words;

/// What the tables share with the crate: letters must be folded the same way in both.
#[path = "src/fingerprint.rs"]
#[allow(dead_code, reason = "the tables have phrases as they are")]
mod fingerprint;
#[path = "src/script/fold.rs"]
mod fold;
#[path = "src/script/unicode.rs"]
#[allow(dead_code, reason = "the tables need one of its functions")]
mod unicode;
mod script {
    pub(crate) use super::fold::fold;
    pub(crate) use super::unicode;
}
/// Class words must be hashed the same way in both, too.
#[path = "src/read/html/word_hash.rs"]
mod word_hash;

fn main() {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/script/fold.rs");
    println!("cargo::rerun-if-changed=src/script/unicode.rs");
    println!("cargo::rerun-if-changed=src/fingerprint.rs");
    println!("cargo::rerun-if-changed=src/evidence/features.rs");
    println!("cargo::rerun-if-changed=src/evidence/markup/line.rs");
    println!("cargo::rerun-if-changed=src/evidence/markup/context.rs");
    table::write("messages.rs", &messages::table());
    table::write("furniture.rs", &furniture::table());
    table::write("names.rs", &names::table("names.tsv", "NAMES"));
    table::write("function_words.rs", &names::table("function-words.tsv", "FUNCTION_WORDS"));
    table::write("weights.rs", &weights::table());
    let names = trees::feature_names("src/evidence/features.rs");
    table::write("date_words.rs", &words::dates());
    table::write(
        "places.rs",
        &words::kinds("cities.tsv", ["PLACES", "PLACE_KINDS"], &["city", "region", "country"]),
    );
    let kinds = ["agency", "word", "role", "media", "beat", "desk"];
    table::write("agencies.rs", &words::kinds("agencies.tsv", ["AGENCIES", "AGENCY_KINDS"], &kinds));
    let markup_names = [&names[..], &trees::feature_names("src/evidence/markup/line.rs")].concat();
    let context_names = [&markup_names[..], &trees::feature_names("src/evidence/markup/context.rs")].concat();
    let models = [
        ("TEXT", "trees-text.tsv", &names[..]),
        ("MARKUP", "trees-markup.tsv", &markup_names[..]),
        ("CONTEXT", "trees-context.tsv", &context_names[..]),
    ];
    let tables: String = models.iter().map(|(name, file, names)| trees::table(file, name, names)).collect();
    let families = trees::families(&[("TEXT", models[0].2), ("CONTEXT", models[2].2)]);
    table::write("trees.rs", &(tables + &families));
    println!("cargo::rerun-if-changed=src/read/html/word_hash.rs");
    table::write("markup.rs", &markup::table());
}

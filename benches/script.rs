//! What `src/script` costs, in nanoseconds for each byte of input.
//!
//! `cargo bench --bench script` prints one line for each text; the last ones are hostile and show
//! that the cost grows with the length alone.

#![allow(dead_code, unused_imports)]

// Counting is internal to the crate, so the modules themselves are measured.
#[path = "../src/article.rs"]
mod article;
#[path = "../src/options.rs"]
mod options;
#[path = "../src/script/mod.rs"]
mod script;
#[path = "../src/sort.rs"]
mod sort;
#[path = "../src/swar.rs"]
mod swar;

use options::NormalizeOptions;
use std::hint::black_box;
use std::time::Instant;

const CLEAN: &str = "اسلام آباد: وزیراعظم نے کہا ہے کہ حکومت “ہر ممکن” مدد کرے گی، تاہم وقت لگے گا۔ \
    اجلاس میں 17 ارکان شریک ہوئے اور ملک کی معیشت پر تفصیلی غور کیا گیا۔ وزیر خزانہ کا کہنا تھا کہ رواں مالی سال \
    کے دوران شرح نمو 3.5 فیصد رہنے کی توقع ہے؛ پہلے یہ اندازہ (سالانہ رپورٹ کے مطابق) کم تھا۔\n";
const DIRTY: &str = "اسلام آباد : وزيراعظم نے کہا هے كه حكومت \"ہر ممكن\" مدد كرے گى, تاہم وقت لگے گا .\u{a0} \
    اجلاس ميں 17 اركان شريك هوئے،اور ملك کی معيشت  پر تفصيلی غور کيا گيا۔۔ وزير خزانہ كا کہنا تھا کہ رواں مالی سال \
    کے دوران شرح نمو 3.5 فيصد رہنے کی توقع ہے ؛ پہلے يہ اندازه ( سالانہ رپورٹ ) كم تھا.\n";

/// The best of a few runs, in nanoseconds for each byte.
fn measure(text: &str, work: impl Fn(&str) -> usize) -> f64 {
    let runs = 7;
    let best = (0..runs)
        .map(|_| {
            let start = Instant::now();
            black_box(work(black_box(text)));
            start.elapsed()
        })
        .min()
        .expect("a run");
    best.as_nanos() as f64 / text.len() as f64
}

fn report(name: &str, text: &str) {
    let options = NormalizeOptions::default();
    let edits = NormalizeOptions { edits: true, ..options.clone() };
    println!(
        "{name:<28} {:>6.1} KB  normalize {:>6.2}  with edits {:>6.2}  words {:>5.2}  sentences {:>5.2}",
        text.len() as f64 / 1024.0,
        measure(text, |text| script::normalize(text, &options).text.len()),
        measure(text, |text| script::normalize(text, &edits).text.len()),
        measure(text, |text| script::count_words(text) as usize),
        measure(text, |text| script::count_sentences(text) as usize),
    );
}

fn main() {
    println!("nanoseconds for each byte");
    report("clean, 4 KB", &CLEAN.repeat(6));
    report("clean, 1 MB", &CLEAN.repeat(1 << 11));
    report("dirty, 1 MB", &DIRTY.repeat(1 << 11));
    let hostile = [
        ("one line", "متن "),
        ("no space", "متن"),
        ("spaces", " "),
        ("full stops", "۔"),
        ("commas", "،،"),
        ("straight quotes", "\""),
        ("quotes and spaces", "“ا \""),
        ("brackets", "("),
        ("closing", ") "),
        ("ampersands", "&amp;"),
        ("entities without end", "&#"),
        ("Arabic keyboard", "ك ي "),
        ("hamza", "ی\u{654}"),
        ("marks on a letter", "\u{64e}"),
        ("ZWNJ", "\u{200c}"),
        ("embeddings", "\u{202b}ا"),
        ("isolates, never closed", "\u{2067}"),
        ("direction marks", "\u{200e} "),
        ("at signs", "a@"),
        ("dots", "a."),
        ("addresses", "http://a"),
        ("backticks", "` "),
        ("fences", "```\n"),
        ("ornate", "\u{fd3f}"),
        ("lost emoji", "?\u{fe0f}"),
        ("tatweel", "\u{640}"),
        ("initials", "م۔"),
        ("spaced initials", "ایم۔ "),
        ("vocalised", "مَ "),
        ("foreign", "ښ "),
        ("asides", "(ا۔ "),
        ("emoji", "😀\u{200d}"),
        ("digits", "1,"),
        ("hashtags", "#ا"),
    ];
    for (name, unit) in hostile {
        for size in [1 << 18, 1 << 21] {
            report(name, &unit.repeat(size / unit.len()));
        }
    }
}

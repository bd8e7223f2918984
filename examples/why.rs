#![allow(dead_code, unused_imports)]
#[path = "../src/article.rs"]
mod article;
#[path = "../src/options.rs"]
mod options;
#[path = "../src/script/mod.rs"]
mod script;
fn main() {
    let t = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let o = options::NormalizeOptions { edits: true, ..Default::default() };
    let n = script::normalize(&t, &o);
    for e in n.edits.unwrap() {
        let u: Vec<u16> = n.text.encode_utf16().collect();
        let a = e.at.0 as usize;
        let b = e.at.1 as usize;
        let s = String::from_utf16_lossy(&u[a.saturating_sub(12)..(b + 10).min(u.len())]);
        println!("{:?} was {:?} ctx {:?}", e.kind, e.was, s);
    }
}

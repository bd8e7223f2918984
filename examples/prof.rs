#![allow(dead_code, unused_imports)]
#[path = "../src/article.rs"] mod article;
#[path = "../src/options.rs"] mod options;
#[path = "../src/script/mod.rs"] mod script;
fn main(){ let a:Vec<String>=std::env::args().collect(); let n:usize=a[2].parse().unwrap();
 let text=std::fs::read_to_string(&a[3]).unwrap(); let o=options::NormalizeOptions::default(); let mut s=0;
 for _ in 0..n { s+= match a[1].as_str(){ "n"=>script::normalize(&text,&o).text.len(), "w"=>script::count_words(&text) as usize, "s"=>script::count_sentences(&text) as usize, "0"=>text.len(), _=>0}; }
 println!("{s} {}", text.len()*n); }

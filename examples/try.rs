fn main() {
    for a in std::env::args().skip(1) {
        let o = matn::NormalizeOptions { edits: true, ..Default::default() };
        let n = matn::normalize(&a, &o);
        println!("{:?}\n{:?}", n.text, n.edits);
        let m = matn::normalize(&n.text, &o);
        println!("{:?}\n{:?}", m.text, m.edits);
        println!("{:?}", matn::sentences(&n.text).iter().map(|p| p.text.clone()).collect::<Vec<_>>());
        println!("{:?}", matn::words(&n.text).iter().map(|p| p.text.clone()).collect::<Vec<_>>());
    }
}

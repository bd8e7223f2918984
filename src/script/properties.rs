//! What holds for every text: tried on random mixtures of everything that normalization knows.

use super::protect::protected;
use super::{ByteEdit, Changes, OffsetMap, Pipeline, Recorder};
use super::{count_sentences, count_words, normalize, normalize_into, sentences, words};
use crate::article::Piece;
use crate::options::{Diacritics, Digits, NormalizeOptions};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Pieces of text from which mixtures are made.
const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\u{a0}",
    "\u{2009}",
    "\u{3000}",
    "\u{2028}",
    "پاکستان",
    "وہ",
    "گیا",
    "ہے",
    "میں",
    "پی",
    "ٹی",
    "آئی",
    "ایم",
    "اے",
    "م",
    "ڈاکٹر",
    "كراچي",
    "عيسىٰ",
    "هے",
    "زکوة",
    "گهر",
    "بهی",
    "ە",
    "جلوۀ",
    "ي",
    "ك",
    "ه",
    "ى",
    "ا\u{653}",
    "ؤ",
    "و\u{654}",
    "ی\u{654}",
    "ي\u{654}",
    "ے\u{654}",
    "ہ\u{654}",
    "\u{653}",
    "\u{654}",
    "\u{674}",
    "ء",
    "ئ",
    "ی",
    "ے",
    "ۓ",
    "لئے",
    "کیلئے",
    "چاہیئے",
    "ھے",
    "\u{640}",
    "\u{640}\u{640}",
    "َ",
    "ِ",
    "ُ",
    "ّ",
    "ٰ",
    "ؐ",
    "ؔ",
    "\u{fb58}",
    "\u{fe8e}",
    "\u{fefb}",
    "\u{feeb}",
    "\u{fe71}",
    "\u{fc60}",
    "ﷺ",
    "\u{fd3f}",
    "\u{fd3e}",
    "۔",
    "۔",
    "۔۔۔",
    "،",
    "؟",
    "؛",
    ":",
    "!",
    ".",
    ".",
    "..",
    "...",
    ",",
    ";",
    "?",
    "…",
    "\"",
    "\"",
    "“",
    "”",
    "''",
    "'",
    "‘",
    "’",
    "«",
    "»",
    "(",
    ")",
    "[",
    "]",
    "-",
    "–",
    "/",
    "\u{200b}",
    "\u{200c}",
    "\u{200c}",
    "\u{200d}",
    "\u{200e}",
    "\u{200f}",
    "\u{61c}",
    "\u{202a}",
    "\u{202b}",
    "\u{202c}",
    "\u{202d}",
    "\u{202e}",
    "\u{2066}",
    "\u{2067}",
    "\u{2069}",
    "\u{2060}",
    "\u{feff}",
    "\u{ad}",
    "\u{34f}",
    "\u{fe0f}",
    "?\u{fe0f}",
    "\u{fffd}",
    "\u{fffc}",
    "\u{7f}",
    "\u{85}",
    "\0",
    "❤",
    "😀",
    "🏽",
    "1\u{fe0f}\u{20e3}",
    "\u{e0067}",
    "&",
    "&amp;",
    "&nbsp;",
    "&quot;",
    "&rdquo;",
    "&ldquo;",
    "&zwnj;",
    "&shy;",
    "&#1575;",
    "&#x64a;",
    "&lt;",
    "&num;",
    "amp;",
    "nbsp;",
    "<b>",
    ">",
    "5",
    "17",
    "2024",
    "۲۵",
    "٣٠",
    "3.5",
    "1,250",
    "10:30",
    "٫",
    "٬",
    "%",
    "Google",
    "a",
    "U.S.",
    "F-16",
    "https://a.pk/x?b=1,2",
    "www.a.pk",
    "a@b.pk",
    "@user",
    "#ٹیگ_1",
    "#",
    "@",
    "`",
    "`a ; b`",
    "```",
    "إِنَّ مَعَ الْعُسْرِ يُسْرًا",
    "اللَّهُ",
    "سنڌي ٻولي",
    "ښځې",
    "می\u{200c}رود",
    "به",
    "از",
    "است",
    "فارسی",
    "عربی",
    "إلى",
    "الكتاب",
    "هذا",
    "ݨ",
    "ٻ",
    "क्\u{200d}",
    "中文",
    "é",
    "ا",
    "ب",
    "ل",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => (0x600u32..0x700).prop_filter_map("a scalar value", char::from_u32).prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn options() -> impl Strategy<Value = NormalizeOptions> {
    let switch = || prop::bool::weighted(0.8);
    let digits = prop_oneof![Just(Digits::Keep), Just(Digits::Urdu), Just(Digits::Western)];
    let diacritics = prop_oneof![Just(Diacritics::Keep), Just(Diacritics::Strip)];
    let switches = (switch(), switch(), switch(), switch(), switch(), any::<bool>());
    (switches, digits, diacritics).prop_map(
        |((letters, invisible, entities, spacing, punctuation, spelling), digits, diacritics)| {
            let edits = true;
            let encoding = true;
            NormalizeOptions {
                letters,
                invisible,
                entities,
                spacing,
                punctuation,
                spelling,
                digits,
                diacritics,
                encoding,
                edits,
            }
        },
    )
}

fn with_edits(text: &str, options: &NormalizeOptions) -> (String, Changes, Vec<ByteEdit>) {
    let (mut out, mut changes, mut edits) = (String::new(), Changes::default(), Vec::new());
    normalize_into(text, options, &mut out, &mut changes, Some(&mut edits));
    (out, changes, edits)
}

/// The source again, from the result and the edits.
fn undo(out: &str, edits: &[ByteEdit], source: &str) -> String {
    let mut undone = String::new();
    let mut at = 0;
    for edit in edits {
        undone.push_str(&out[at..edit.out.start]);
        undone.push_str(&source[edit.source.clone()]);
        at = edit.out.end;
    }
    undone + &out[at..]
}

fn check_pieces(text: &str, pieces: &[Piece]) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut last = 0;
    for piece in pieces {
        assert!(piece.start >= last && piece.start < piece.end, "{pieces:?}");
        let cut = String::from_utf16(&units[piece.start as usize..piece.end as usize]).unwrap();
        assert_eq!(cut, piece.text);
        assert_eq!(cut.trim(), cut);
        last = piece.end;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, rng_seed: seed(), ..ProptestConfig::default() })]

    #[test]
    fn a_second_time_changes_nothing(text in text(), options in options()) {
        let once = normalize(&text, &options).text;
        let twice = normalize(&once, &options).text;
        prop_assert_eq!(twice, once);
    }

    #[test]
    fn the_fast_road_misses_nothing(text in text(), options in options()) {
        let (fast, ..) = with_edits(&text, &options);
        let (mut thorough, mut changes) = (String::new(), Changes::default());
        Pipeline::new(&text, &options, &mut thorough, Recorder::new(&mut changes, None)).thorough().run();
        prop_assert_eq!(fast, thorough);
    }

    #[test]
    fn edits_give_the_source_back(text in text(), options in options()) {
        let (out, changes, edits) = with_edits(&text, &options);
        prop_assert!(edits.windows(2).all(|pair| pair[0].out.end <= pair[1].out.start && pair[0].source.end <= pair[1].source.start));
        prop_assert_eq!(undo(&out, &edits, &text), text);
        let mut counted = Changes::default();
        edits.iter().for_each(|edit| counted.add(edit.kind, 1));
        prop_assert_eq!(counted, changes);
    }

    #[test]
    fn protected_spans_stay_and_are_found_again(text in text(), options in options()) {
        let (out, _, edits) = with_edits(&text, &options);
        let map = OffsetMap::new(&edits);
        for span in protected(&text) {
            prop_assert_eq!(out.get(map.start(span.start)..map.end(span.end)), text.get(span.clone()));
        }
    }

    #[test]
    fn offsets_of_edits_are_utf16(text in text(), options in options()) {
        let normalized = normalize(&text, &options);
        let units: Vec<u16> = normalized.text.encode_utf16().collect();
        for edit in normalized.edits.unwrap() {
            prop_assert!(String::from_utf16(&units[edit.at.0 as usize..edit.at.1 as usize]).is_ok());
        }
    }

    #[test]
    fn no_markup_is_made(text in text(), options in options()) {
        let count = |text: &str| text.matches(['<', '>']).count();
        prop_assert_eq!(count(&normalize(&text, &options).text), count(&text));
    }

    #[test]
    fn pieces_are_cut_out_in_order_and_counted(text in text()) {
        let (words, sentences) = (words(&text), sentences(&text));
        check_pieces(&text, &words);
        check_pieces(&text, &sentences);
        prop_assert_eq!((words.len(), sentences.len()), (count_words(&text) as usize, count_sentences(&text) as usize));
    }
}

/// How many texts each property is tried on.
fn cases() -> u32 {
    from_environment("PROPTEST_CASES").unwrap_or(512)
}

/// The same texts in every run, unless others are asked for.
fn seed() -> RngSeed {
    RngSeed::Fixed(from_environment("PROPTEST_SEED").unwrap_or(1))
}

fn from_environment<T: std::str::FromStr>(name: &str) -> Option<T> {
    std::env::var(name).ok()?.parse().ok()
}

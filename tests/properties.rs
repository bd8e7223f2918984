//! Properties of extraction on pages made at random: an article with furniture around it.

use matn::{Article, Diacritics, Digits, NormalizeOptions, Options};
use matn_fuzz::generate::PIECES;
use matn_fuzz::invariants as hold;
use matn_fuzz::targets::{VARIANTS, target};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

const HEADLINES: &[&str] = &[
    "شہر میں پانی کی فراہمی بحال کرنے کا منصوبہ منظور",
    "کسانوں کے لیے بیج اور کھاد پر رعایت کا اعلان",
    "پہاڑی علاقوں میں اسکول موسم بہار تک بند رہیں گے",
];
const PARAGRAPHS: &[&str] = &[
    "لاہور: شہری انتظامیہ نے اعلان کیا ہے کہ پانی کی فراہمی کا نیا منصوبہ اگلے ماہ شروع ہوگا، جس سے مغربی علاقوں کے لاکھوں مکینوں کو صاف پانی ملے گا۔",
    "حکام کے مطابق منصوبے پر لاگت کا تخمینہ چار ارب روپے ہے اور یہ دو مرحلوں میں مکمل کیا جائے گا۔ پہلے مرحلے میں پرانی پائپ لائنیں تبدیل کی جائیں گی۔",
    "مکینوں کا کہنا ہے کہ وہ برسوں سے ٹینکروں پر گزارا کر رہے ہیں اور ہر ماہ کی آمدن کا بڑا حصہ پانی خریدنے پر خرچ ہو جاتا ہے۔",
    "ماہرین نے خبردار کیا ہے کہ زیر زمین پانی کی سطح تیزی سے گر رہی ہے، اس لیے صرف نئی پائپ لائنیں کافی نہیں ہوں گی بلکہ پانی کے ضیاع کو بھی روکنا ہوگا۔",
    "انتظامیہ نے شہریوں سے اپیل کی ہے کہ وہ مرمت کے دوران تعاون کریں اور شکایت کی صورت میں قریبی دفتر سے رابطہ کریں۔",
];
const FRONT: &[&str] = &["صفحہ اول", "پاکستان", "کھیل", "کالم", "ویڈیوز", "لاگ ان", "شیئر کریں", "Facebook"];
const TAIL: &[&str] = &[
    "شیئر کریں",
    "Facebook",
    "WhatsApp",
    "جملہ حقوق محفوظ ہیں",
    "ہمارے بارے میں",
    "رازداری کی پالیسی",
    "تبصرے بند ہیں",
];

#[derive(Clone, Debug)]
struct Made {
    front: Vec<&'static str>,
    headline: &'static str,
    body: Vec<&'static str>,
    tail: Vec<&'static str>,
}

impl Made {
    fn text(&self) -> String {
        let furniture = |lines: &[&str]| lines.join("\n");
        format!(
            "{}\n\n{}\n\n{}\n\n{}",
            furniture(&self.front),
            self.headline,
            self.body.join("\n\n"),
            furniture(&self.tail)
        )
    }
}

prop_compose! {
    fn made()(
        front in proptest::sample::subsequence(FRONT, 1..=FRONT.len()).prop_shuffle(),
        headline in proptest::sample::select(HEADLINES),
        body in proptest::sample::subsequence(PARAGRAPHS, 3..=PARAGRAPHS.len()),
        tail in proptest::sample::subsequence(TAIL, 1..=TAIL.len()).prop_shuffle(),
    ) -> Made {
        Made { front, headline, body, tail }
    }
}

/// The same inputs in every run; `npm run fuzz` tries others.
fn tried(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    }
}

fn article(text: &str) -> Article {
    matn::extract(text, &Options::default()).expect("the page has an article")
}

/// The body's letters, so that the dateline that was taken off does not count.
fn body(article: &Article) -> Vec<String> {
    article.blocks.iter().map(|block| block.text.chars().filter(|c| c.is_alphanumeric()).collect()).collect()
}

proptest! {
    #![proptest_config(tried(64))]

    #[test]
    fn the_body_comes_back_out_of_its_furniture(made in made()) {
        let article = article(&made.text());
        prop_assert_eq!(article.title.as_deref(), Some(made.headline));
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let wanted: Vec<String> = made.body.iter().map(|p| letters(p.strip_prefix("لاہور: ").unwrap_or(p))).collect();
        prop_assert_eq!(body(&article), wanted);
    }

    #[test]
    fn shuffled_furniture_does_not_change_the_body(made in made()) {
        let mut other = made.clone();
        other.front.reverse();
        other.tail.reverse();
        prop_assert_eq!(body(&article(&made.text())), body(&article(&other.text())));
    }

    #[test]
    fn doubled_blank_lines_and_other_newlines_do_not_change_the_body(made in made()) {
        let text = made.text();
        let once = body(&article(&text));
        prop_assert_eq!(&once, &body(&article(&text.replace("\n\n", "\n\n\n\n"))));
        prop_assert_eq!(&once, &body(&article(&text.replace('\n', "\r\n"))));
    }

    #[test]
    fn wrapping_the_text_does_not_change_the_body(made in made(), width in 48usize..76) {
        let wrapped = Made { body: Vec::new(), ..made.clone() };
        let paragraphs: Vec<String> = made.body.iter().map(|paragraph| wrap(paragraph, width)).collect();
        let text = wrapped.text().replace(&format!("{}\n\n\n\n", made.headline), &format!("{}\n\n{}\n\n", made.headline, paragraphs.join("\n\n")));
        prop_assert_eq!(body(&article(&made.text())), body(&article(&text)));
    }

    #[test]
    fn what_holds_for_every_input_holds_for_a_page(made in made(), choice in any::<usize>()) {
        let (text, article) = (made.text(), article(&made.text()));
        hold::accounted(&text, std::slice::from_ref(&article));
        hold::sound(&text, &article);
        hold::rendered(&article);
        hold::hand_edits_lose_nothing(&text, &article, choice);
    }

    #[test]
    fn no_text_loses_a_character(text in "(\\PC|[\\n\\r\\t ا-ی۔،0-9]){0,300}", variant in 0..VARIANTS) {
        (target("text").expect("there is one").check)(text.as_bytes(), variant);
    }
}

proptest! {
    #![proptest_config(tried(512))]

    #[test]
    fn a_text_that_was_normalized_is_normal_and_comes_back_by_its_edits(text in mixture(), options in normalize_options()) {
        hold::normalized(&text, &options);
    }

    #[test]
    fn words_and_sentences_are_cut_out_of_any_text(text in mixture()) {
        hold::words(&text);
        hold::sentences(&text);
    }
}

/// A text of everything that normalization knows.
fn mixture() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn normalize_options() -> impl Strategy<Value = NormalizeOptions> {
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

#[test]
fn one_full_sentence_is_an_article_in_text_and_in_every_element() {
    let sentences = ["وہ گیا۔", "آج لاہور میں بارش ہوئی۔", "مجھے نہیں معلوم کہ وہ کب آئے گا؟"];
    for sentence in sentences.iter().chain(PARAGRAPHS) {
        for element in ["p", "div", "span", "blockquote", "pre", "td", "li"] {
            let html = format!("<{element}>{sentence}</{element}>");
            assert_eq!(article(&html).blocks.len(), 1, "{html}");
        }
        assert_eq!(article(sentence).blocks.len(), 1, "{sentence}");
    }
}

/// What stands between two paragraphs on many pages.
const NOTICES: [&[&str]; 5] = [
    &["ADVERTISEMENT", "Video Player is loading.", "Play Video"],
    &["View this post on Instagram", "A post shared by Sara Ali (@saraali)"],
    &["شیئر کریں", "Facebook", "Twitter", "WhatsApp"],
    &[
        "یہ ویب سائٹ آپ کے تجربے کو بہتر بنانے کے لیے کوکیز استعمال کرتی ہے۔ آگے بڑھنے سے آپ ہماری پرائیویسی پالیسی سے اتفاق کرتے ہیں۔",
        "قبول کریں",
    ],
    &["یہ بھی پڑھیں", "شاہراہ ریشم پر برف باری، سیاحوں کی گاڑیاں پھنس گئیں"],
];

#[test]
fn a_notice_amid_the_text_takes_no_paragraph_with_it() {
    // Buttons above the second may part the standfirst from the text, above the last the text from the page's end.
    let text = |paragraphs: &[&str]| format!("{}\n\n{}", HEADLINES[0], paragraphs.join("\n\n"));
    let plain = body(&article(&text(PARAGRAPHS)));
    for notice in NOTICES {
        for at in 2..PARAGRAPHS.len() - 1 {
            let with_notice = [&PARAGRAPHS[..at], notice, &PARAGRAPHS[at..]].concat();
            assert_eq!(body(&article(&text(&with_notice))), plain, "{notice:?} at {at}");
        }
    }
}

#[test]
fn a_headline_may_end_as_a_sentence_does() {
    for headline in ["پل ایک ماہ کے لیے بند، شہری پریشان۔", "پل ایک ماہ کے لیے بند۔ شہری پریشان"]
    {
        let page = format!("پاکستان\nکھیل\n{headline}\n14 نومبر 2023\n\n{}", PARAGRAPHS.join("\n\n"));
        assert_eq!(article(&page).title.as_deref(), Some(headline));
    }
}

#[test]
fn a_brief_first_paragraph_is_no_headline() {
    let page = format!("پل ایک ماہ کے لیے بند، شہری پریشان۔\n\n{}", PARAGRAPHS.join("\n\n"));
    assert_eq!(article(&page).title, None);
}

/// Breaks a paragraph into lines of at most `width` characters.
fn wrap(paragraph: &str, width: usize) -> String {
    let mut out = String::new();
    let mut length = 0;
    for word in paragraph.split(' ') {
        let word_length = word.chars().count();
        if length > 0 && length + 1 + word_length > width {
            out.push('\n');
            length = 0;
        } else if length > 0 {
            out.push(' ');
            length += 1;
        }
        out.push_str(word);
        length += word_length;
    }
    out
}

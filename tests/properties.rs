//! Properties of extraction on pages made at random: an article with furniture around it.

use matn::{Article, Options, Span};
use proptest::prelude::*;

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

fn article(text: &str) -> Article {
    matn::extract(text, &Options::default()).expect("the page has an article")
}

/// The body's letters, so that the dateline that was taken off does not count.
fn body(article: &Article) -> Vec<String> {
    article.blocks.iter().map(|block| block.text.chars().filter(|c| c.is_alphanumeric()).collect()).collect()
}

fn is_whole(text: &str, article: &Article) -> bool {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut seen = vec![0u8; units.len()];
    let fields = &article.spans;
    let lists = [
        &fields.title,
        &fields.subtitle,
        &fields.byline,
        &fields.dateline,
        &fields.published,
        &fields.modified,
    ];
    let spans = lists.into_iter().flatten();
    let spans = spans.chain(article.blocks.iter().flat_map(|block| &block.spans));
    let spans = spans.chain(article.related.iter().flat_map(|related| &related.spans));
    for Span(start, end) in spans.chain(article.removed.iter().flat_map(|removed| &removed.spans)) {
        seen[*start as usize..*end as usize].iter_mut().for_each(|count| *count += 1);
    }
    let space =
        |unit: u16| char::from_u32(u32::from(unit)).is_some_and(|c| c.is_whitespace() || c == '\u{feff}');
    seen.iter().zip(&units).all(|(&count, &unit)| count == 1 || (count == 0 && space(unit)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

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
    fn no_text_loses_a_character(text in "(\\PC|[\\n\\r\\t ا-ی۔،0-9]){0,300}") {
        match matn::extract(&text, &Options::default()) {
            Ok(article) => prop_assert!(is_whole(&matn::source_text(&text, &Options::default()).unwrap(), &article)),
            Err(error) => prop_assert!(matches!(error.code(), matn::ErrorCode::EmptyInput | matn::ErrorCode::NoArticle)),
        }
    }
}

#[test]
fn one_full_sentence_is_an_article_in_text_and_in_every_element() {
    let sentences = ["آج لاہور میں بارش ہوئی۔", "مجھے نہیں معلوم کہ وہ کب آئے گا؟"];
    for sentence in sentences.iter().chain(PARAGRAPHS) {
        for element in ["p", "div", "span", "blockquote", "pre", "td", "li"] {
            let html = format!("<{element}>{sentence}</{element}>");
            assert_eq!(article(&html).blocks.len(), 1, "{html}");
        }
        assert_eq!(article(sentence).blocks.len(), 1, "{sentence}");
    }
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

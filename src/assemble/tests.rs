//! What an article's parts are made of, told by whole pages.

use crate::{Article, BlockKind, ErrorCode, Form, Label, NormalizeChoice, Options, extract};

const FIRST: &str = "محکمہ موسمیات نے پیر کو بتایا کہ شہر میں پہلی بارش ہوئی اور گرمی کا زور ٹوٹ گیا، مزید بارش کی پیش گوئی بھی کی گئی ہے۔";
const SECOND: &str =
    "حکام کے مطابق نالوں کی صفائی کا کام مکمل ہو چکا ہے اور شہریوں سے احتیاط برتنے کی اپیل کی گئی ہے۔";
const ENGLISH: &str = "The first rain of the season fell on the city on Monday and brought the temperature down by six degrees, officials said.";

fn form(input: &str) -> Option<Form> {
    input.starts_with('<').then_some(Form::Html)
}

fn article(input: &str) -> Article {
    keeping(input, &[])
}

fn keeping(input: &str, labels: &[Label]) -> Article {
    extract(input, &Options { keep: labels.to_vec(), r#as: form(input), ..Options::default() }).unwrap()
}

fn texts(article: &Article) -> Vec<&str> {
    article.blocks.iter().map(|block| &*block.text).collect()
}

#[test]
fn an_empty_cell_of_a_table_is_a_cell() {
    let rows = "<tr><th>شہر<th>بارش<th>گرمی</tr><tr><td></td><td>7</td><td>31</td></tr>\
        <tr>\n\t\t<td>ملتان</td>\n\t\t<td>5\t6</td>\n\t\t<td> </td>\n</tr><tr><td>دیر</td><td><i hidden>x</i></td><td>20</td></tr>";
    let article = article(&format!("<p>{FIRST}<p>{SECOND}<table>{rows}</table><p>{SECOND}"));
    let table = article.blocks.iter().find(|block| block.kind == BlockKind::Table).unwrap();
    let cells = [["شہر", "بارش", "گرمی"], ["", "7", "31"], ["ملتان", "5 6", ""], ["دیر", "", "20"]];
    assert_eq!(table.rows.as_deref().unwrap(), cells);
}

#[test]
fn the_language_is_that_of_the_text() {
    let told = |input: &str| {
        let article = article(input);
        (article.lang, format!("{:?}", article.dir))
    };
    let is = |lang: &str, dir: &str| (lang.to_owned(), dir.to_owned());
    assert_eq!(told(ENGLISH), is("en", "Ltr"));
    assert_eq!(told(&format!("<p>{ENGLISH}<p>{ENGLISH} {ENGLISH}")), is("en", "Ltr"));
    assert_eq!(told(&format!("{FIRST}\n\n{ENGLISH}\n\n{SECOND}")), is("ur", "Rtl"));
    assert_eq!(told(&format!("<html lang=en-US><p>{FIRST}<p>{SECOND}")), is("en-US", "Rtl"));
    assert_eq!(told(&format!("<html lang=ur dir=rtl><p>{ENGLISH}")), is("ur", "Rtl"));
    let russian =
        "Первый дождь сезона прошёл в городе в понедельник и принёс прохладу, сообщили местные власти.";
    assert_eq!(told(russian), is("und", "Ltr"));
}

const SIGNED: &str =
    "<h1>شہر میں پہلی بارش سے گرمی کا زور ٹوٹ گیا</h1><p>تحریر: نسیم اختر</p><p>17 جنوری 2024</p>";

#[test]
fn what_is_kept_takes_no_field() {
    let page = format!("{SIGNED}<p>{FIRST}<p>{SECOND}");
    let article = keeping(&page, &[Label::Date, Label::Byline, Label::DuplicateTitle]);
    assert_eq!(article.published.as_deref(), Some("2024-01-17"));
    assert_eq!((article.byline, article.blocks.len()), (vec!["نسیم اختر".to_owned()], 2));
}

#[test]
fn each_piece_of_a_kept_label_is_a_paragraph_at_its_place() {
    let page =
        format!("{SIGNED}<p>{FIRST} <b hidden>اشتہار</b>{SECOND}<p>?\u{fe0f} {SECOND}<p>Share on Facebook");
    let labels = [Label::Hidden, Label::Icon, Label::Share];
    let article = keeping(&page, &labels);
    assert_eq!(texts(&article)[1..], ["اشتہار", "?\u{fe0f}", SECOND, "Share on Facebook"]);
    assert!(article.removed.iter().all(|piece| !labels.contains(&piece.label)));
}

#[test]
fn a_line_break_of_any_kind_inside_a_paragraph_is_a_space() {
    for normalize in [NormalizeChoice::All(true), NormalizeChoice::All(false)] {
        for line_break in ["\n", "\r\n", "\u{b}", "\u{c}", "\u{2028}", "\u{2029}"] {
            let options =
                Options { r#as: Some(Form::Html), normalize: normalize.clone(), ..Options::default() };
            let article = extract(&*format!("<p>{FIRST}{line_break}{SECOND}"), &options).unwrap();
            assert_eq!(texts(&article), [format!("{FIRST} {SECOND}")], "{line_break:?}");
        }
    }
}

#[test]
fn a_headline_of_nothing_but_symbols_and_hidden_text_is_none() {
    let headline = "<h1>😀<span style='display:none'>کراچی میں پہلی بارش</span>😀</h1>";
    let page = |head: &str| format!("{head}{headline}<p>{FIRST}<p>{SECOND}");
    assert_eq!(article(&page("")).title, None);
    let told = article(&page("<meta property='og:title' content='شہر میں پہلی بارش سے گرمی ٹوٹ گئی'>")).title;
    assert_eq!(told.as_deref(), Some("شہر میں پہلی بارش سے گرمی ٹوٹ گئی"));
}

#[test]
fn the_dateline_stands_in_a_paragraph() {
    let of = |element: &str| {
        let article = article(&format!("<{element}>لاہور: {FIRST}</{element}><p>{SECOND}<p>{SECOND}"));
        (article.dateline.is_some(), article.blocks[0].text.starts_with("لاہور:"))
    };
    assert_eq!(of("p"), (true, false));
    assert_eq!((of("blockquote"), of("pre")), ((false, true), (false, true)));
}

#[test]
fn a_related_story_has_the_address_of_its_link() {
    let stories = "<h3>مزید خبریں</h3><ul><li><a href='/a'>کسانوں کے لیے بیج اور کھاد پر رعایت کا اعلان</a>\
        <li><a href='b'>پہاڑی علاقوں میں اسکول موسم بہار تک بند رہیں گے</a><li>شہر میں پانی کی فراہمی بحال کرنے کا منصوبہ منظور</ul>";
    let options = Options { url: Some("https://example.pk/news/1".into()), ..Options::default() };
    let page = format!("{SIGNED}<p>{FIRST}<p>{SECOND}<p>{FIRST}{stories}");
    let article = extract(&*page, &options).unwrap();
    let urls: Vec<_> = article.related.iter().map(|story| story.url.as_deref()).collect();
    assert_eq!(urls, [Some("https://example.pk/a"), Some("https://example.pk/news/b"), None]);
}

#[test]
fn what_is_no_moment_is_refused() {
    let options = Options { now: Some("کل".into()), ..Options::default() };
    let error = extract(FIRST, &options).unwrap_err();
    assert_eq!(error.code(), ErrorCode::BadOption);
    assert!(error.message().contains("now") && error.message().contains("\"کل\""), "{error}");
}

#[test]
fn preformatted_text_stays_as_it_is_written() {
    let code = "جمع = [1, 2, 3]\nfor x in جمع :\n    print(x * 2, \"*\")";
    let article = article(&format!("<p>{FIRST}<pre>{code}</pre><p>{SECOND}"));
    let block = article.blocks.iter().find(|block| block.kind == BlockKind::Preformatted).unwrap();
    assert_eq!(block.text, code);
}

#[test]
fn a_link_leads_somewhere() {
    let page = "<p>محکمہ <a name=x>موسمیات</a> نے <a href='javascript:x()'>پیر</a> کو <a href='http://a.pk/'>بتایا</a> کہ بارش ہوئی۔";
    let marks = article(page).blocks[0].marks.clone().unwrap();
    let hrefs: Vec<_> = marks.iter().map(|mark| mark.href.as_deref()).collect();
    assert_eq!(hrefs, [Some("http://a.pk/")]);
}

#[test]
fn the_address_is_that_of_the_metadata_or_of_the_copied_page() {
    let url =
        |page: &str| extract(page, &Options { r#as: Some(Form::Html), ..Options::default() }).unwrap().url;
    let canonical =
        |base: &str| url(&format!("<head>{base}<link rel=canonical href='/a?b=1'></head><p>{FIRST}"));
    assert_eq!(canonical(""), None);
    assert_eq!(canonical("<base href='https://akhbar.pk/x/'>").as_deref(), Some("https://akhbar.pk/a?b=1"));
    let copied = format!(
        "Version:0.9\nStartHTML:0\nStartFragment:0\nSourceURL:https://akhbar.pk/c\n<html><body><p>{FIRST}"
    );
    assert_eq!(url(&copied).as_deref(), Some("https://akhbar.pk/c"));
}

#[test]
fn a_label_before_a_headline_and_the_outlet_behind_it_are_no_parts_of_it() {
    const HEADLINE: &str = "شہر میں پہلی بارش سے گرمی کا زور ٹوٹ گیا";
    let told = |line: String| {
        let article = article(&format!("{line}\n\n17 جنوری 2024\n\n{FIRST}\n\n{SECOND}"));
        let removed = article.removed.iter().map(|removed| (removed.label, removed.text.clone()));
        (article.title, removed.collect::<Vec<_>>())
    };
    let is = |label, text: &str| (Some(HEADLINE.to_owned()), vec![(label, text.to_owned())]);
    assert_eq!(told(format!("بریکنگ نیوز: {HEADLINE}")), is(Label::Other, "بریکنگ نیوز:"));
    assert_eq!(told(format!("{HEADLINE} | نیا افق نیوز")), is(Label::Navigation, "| نیا افق نیوز"));
    let long = format!("{HEADLINE} | نالوں کی صفائی کا کام اب تک ادھورا");
    assert_eq!(told(long.clone()).0, Some(long));
}

#[test]
fn a_text_that_ends_with_a_quotation_or_a_sign_is_whole() {
    let breaks_off = |end: &str| {
        let warnings = article(&format!("{FIRST}\n\n{}{end}", SECOND.trim_end_matches('۔'))).warnings;
        warnings.iter().any(|warning| warning.code == "ends-mid-sentence")
    };
    for end in ["۔", "۔”", "۔“", "۔’", "۔‘", "۔‘)", "۔ (ش)", "۔ (ن ع / ک م)"] {
        assert!(!breaks_off(end), "{end}");
    }
    for end in ["", " اور", "، (نالے", " ‘", " کہا: “", "۔ (باقی آئندہ)"] {
        assert!(breaks_off(end), "{end}");
    }
}

#[test]
fn a_mark_before_each_story_of_a_list_is_a_bullet() {
    let stories = [
        "اسکولوں میں سردیوں کی چھٹیوں کا اعلان",
        "سبزی منڈی میں ٹماٹر کی قیمت پھر بڑھ گئی",
        "ریلوے نے نئی ٹرین کا شیڈول جاری کر دیا",
    ];
    for mark in ["»", "›", "→", "←"] {
        let list = stories.map(|story| format!("{mark} {story}")).join("\n");
        let page = article(&format!("{FIRST}\n\n{SECOND}\n\nمزید خبریں\n{list}"));
        let titles: Vec<&str> = page.related.iter().map(|story| story.title.as_str()).collect();
        assert_eq!(titles, stories, "{mark}");
    }
    let neighbours = article(&format!("{FIRST}\n\n{SECOND}\n\n← {}\n← {}\n\nتبصرے", stories[0], stories[1]));
    assert!(neighbours.related.is_empty(), "{:?}", neighbours.related);
}

#[test]
fn text_for_readers_of_screens_is_no_part_of_a_name() {
    let email = "<a href='mailto:a@example.com'><span style='display:none'>Send an email</span></a>";
    let page = format!(
        "<h1>شہر میں پہلی بارش سے گرمی کا زور ٹوٹ گیا</h1><div class=meta>نسیم اختر{email}</div><div>17 جنوری 2024</div><p>{FIRST}<p>{SECOND}"
    );
    assert_eq!(article(&page).byline, ["نسیم اختر"]);
    // The name itself may be hidden.
    let hidden = page.replace("نسیم اختر", "تحریر: ").replace("Send an email", "نسیم اختر");
    assert_eq!(article(&hidden).byline, ["نسیم اختر"]);
}

#[test]
fn the_headline_of_a_page_stands_out_by_its_letters_or_its_name() {
    const HEADLINE: &str = "شہر میں پہلی بارش سے گرمی کا زور ٹوٹ گیا";
    const DECK: &str = "نالوں کی صفائی مکمل، شہریوں سے احتیاط کی اپیل";
    let row = |line: &str| format!("<tr><td align=center>{line}</td></tr>");
    let told = |deck: &str, headline: &str| {
        let [deck, headline] = [deck.replace('_', DECK), headline.replace('_', HEADLINE)];
        let page = format!(
            "<table>{}{}{}</table>",
            row(&deck),
            row(&headline),
            row(&format!("{FIRST}<br><br>{SECOND}"))
        );
        article(&page).title.unwrap_or_default()
    };
    assert_eq!(told("<font size=3>_</font>", "<font size=6><b>_</b></font>"), HEADLINE);
    assert_eq!(
        told("<span style='font-size:14pt'>_</span>", "<span style='font-size:20pt'>_</span>"),
        HEADLINE
    );
    assert_eq!(told("<span id=lblSubHeading>_</span>", "<span id=lblHeading>_</span>"), HEADLINE);
    // What is called a headline above the first heading is another story.
    assert_eq!(told("<span class=title>_</span>", "<h1>_</h1>"), HEADLINE);
}

#[test]
fn a_label_glued_to_the_name_that_metadata_give_is_none_of_it() {
    let page = |author: &str| {
        let meta = format!("<meta name=author content='{author}'>");
        let byline = "<div><span>تحریر</span><span>سارہ علی</span></div>";
        article(&format!("<head>{meta}</head><h1>شہر میں پہلی بارش سے گرمی کا زور ٹوٹ گیا</h1>{byline}<div>17 جنوری 2024</div><p>{FIRST}<p>{SECOND}")).byline
    };
    assert_eq!(page("سارہ علی"), ["سارہ علی"]);
    assert_eq!(page("علی"), page("احمد"));
}

/// Other stories' headlines, none of which shares a word with the text.
const STORIES: [&str; 3] = [
    "نیا پل کب کھلے گا؟ انجینئر نے تاریخ بتا دی",
    "سونے کی قیمت میں مسلسل تیسرے روز کمی",
    "ہاکی ٹیم کا کپتان تبدیل کرنے کا فیصلہ",
];

fn titles(article: &Article) -> Vec<&str> {
    article.related.iter().map(|story| &*story.title).collect()
}

#[test]
fn ranks_without_a_space_are_no_part_of_titles() {
    let ranked: Vec<String> = (1..).zip(STORIES).map(|(rank, story)| format!("{rank}{story}")).collect();
    let page = format!(
        "شہر میں پہلی بارش سے گرمی کا زور ٹوٹ گیا\n\n{FIRST} {SECOND}\n\n{SECOND}\n\nسب سے زیادہ پڑھی جانے والی\n\n{}",
        ranked.join("\n\n")
    );
    assert_eq!(titles(&article(&page)), STORIES);
    // "20 ہزار" and "30 لاکھ" follow no rank.
    let counts = [
        "20ہزار اساتذہ بھرتی کرنے کا اعلان",
        "سونے کی قیمت میں مسلسل تیسرے روز کمی",
        "30لاکھ بچوں کو قطرے پلائے جائیں گے",
    ];
    let page = page.replace(&ranked.join("\n\n"), &counts.join("\n\n"));
    assert_eq!(titles(&article(&page)), counts);
}

#[test]
fn what_stands_below_the_headline_again_is_the_same_article() {
    let title = "گھر کا بنا ہوا گاجر کا حلوہ";
    let paragraph = |n: usize| format!("{n} دن تک یہ حلوہ خراب نہیں ہوتا۔ {SECOND} {FIRST}");
    let page = format!(
        "{title}\n\n{FIRST}\n\n{}\n\n{}\n\n\n\n\n{title}\n\nپانچ افراد کے لیے\n\n{}\n\n{}",
        paragraph(3),
        paragraph(4),
        paragraph(5),
        paragraph(6)
    );
    let article = article(&page);
    assert!(
        article.warnings.iter().all(|warning| warning.code != "several-articles"),
        "{:?}",
        article.warnings
    );
    assert!(texts(&article).iter().any(|text| text.starts_with('6')), "{:?}", texts(&article));
}

#[test]
fn a_name_that_class_calls_the_author_is_one_though_no_word_of_it_is_known() {
    let page = |class: &str| {
        format!(
            "<h1>شہر میں پہلی بارش سے گرمی کا زور ٹوٹ گیا</h1><div class=\"{class}\"><span>ماہ رُخ رئیسانی</span></div>\
             <div class=date>17 جنوری 2024</div><p>{FIRST}<p>{SECOND}"
        )
    };
    assert_eq!(article(&page("author-name")).byline, ["ماہ رُخ رئیسانی"]);
}

#[test]
fn what_a_post_between_paragraphs_is_dated_is_not_the_day_of_a_page_that_tells_its_own() {
    let page = |head: &str| {
        format!(
            "<head>{head}</head><h1>شہر میں پہلی بارش سے گرمی کا زور ٹوٹ گیا</h1><p>{FIRST}<p>{SECOND}\
             <blockquote class=twitter-tweet><p>پہلی بارش مبارک!</p><a href=\"https://x.com/a/1\">February 12, 2024</a></blockquote><p>{FIRST} {SECOND}"
        )
    };
    let told = "<meta property=\"article:published_time\" content=\"2024-02-14T21:35:00+05:00\">";
    assert_eq!(article(&page(told)).published.as_deref(), Some("2024-02-14T21:35:00+05:00"));
}

#[test]
fn the_date_above_a_kicker_is_the_articles() {
    let page = format!(
        "26 نومبر 2023 - 14:20\n\nخبر کا کوڈ: 394871\n\nپرنٹ ای میل\n\nبارش کے ماہر سے گفتگو؛\n\n\
         شہر میں پہلی بارش سے گرمی کا زور ٹوٹ گیا\n\n{FIRST}\n\n{SECOND}"
    );
    assert_eq!(article(&page).published.as_deref(), Some("2023-11-26T14:20"));
}

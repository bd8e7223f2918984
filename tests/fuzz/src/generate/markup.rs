//! Markup: elements around text, rarely closed as they should be.

use super::text;
use super::vocabulary::one;
use fastrand::Rng;

const NAMES: &[&str] = &[
    "p",
    "p",
    "p",
    "div",
    "div",
    "span",
    "b",
    "i",
    "em",
    "strong",
    "a",
    "h1",
    "h2",
    "h3",
    "ul",
    "ol",
    "li",
    "table",
    "tbody",
    "tr",
    "td",
    "th",
    "caption",
    "blockquote",
    "pre",
    "figure",
    "figcaption",
    "img",
    "br",
    "hr",
    "article",
    "section",
    "header",
    "footer",
    "nav",
    "aside",
    "main",
    "form",
    "input",
    "select",
    "option",
    "button",
    "textarea",
    "time",
    "address",
    "dl",
    "dt",
    "dd",
    "ruby",
    "rt",
    "svg",
    "math",
    "mtext",
    "foreignObject",
    "template",
    "script",
    "style",
    "noscript",
    "title",
    "head",
    "body",
    "html",
    "base",
    "meta",
    "link",
    "iframe",
    "object",
    "font",
    "center",
    "plaintext",
    "xmp",
    "details",
    "summary",
    "frameset",
    "custom-tag",
    "q",
    "sup",
    "picture",
];

const ATTRIBUTES: &[&str] = &[
    "href=x",
    "href='https://example.com/ا?b=1&amp;c=2'",
    "href=javascript:alert(1)",
    "href='//a.pk'",
    "href=\"mailto:a@b.pk\"",
    "href='#'",
    "src=a.png",
    "src='data:image/png;base64,AA'",
    "srcset='a.png 1x, b.png 2x'",
    "alt='تصویر'",
    "class=content",
    "class='article-body story'",
    "class='share social'",
    "class=related",
    "class=\"comments\"",
    "id=main",
    "id=footer",
    "hidden",
    "style='display:none'",
    "style='white-space:pre'",
    "style='font-size:1.5em'",
    "style='font-size:9999..%'",
    "size='+2'",
    "id='lblSubHeading'",
    "class='title'",
    "aria-hidden=true",
    "role=navigation",
    "role=article",
    "dir=rtl",
    "dir=ltr",
    "lang=ur",
    "lang=en",
    "itemprop=headline",
    "itemprop=articleBody",
    "itemprop=author",
    "itemprop=datePublished",
    "itemscope",
    "itemtype='https://schema.org/NewsArticle'",
    "datetime='2024-01-17T10:30:00+05:00'",
    "content='متن'",
    "property=og:title",
    "property=article:published_time",
    "name=author",
    "name=description",
    "rel=canonical",
    "rel=author",
    "colspan=3",
    "rowspan=0",
    "start=5",
    "charset=utf-8",
    "title='<p>'",
    "onclick=alert(1)",
    "=",
    "\"",
    "'",
    "<",
];

const WHOLE: &[&str] = &[
    "<!doctype html>",
    "<!--",
    "-->",
    "<!-- ا -->",
    "<![CDATA[",
    "]]>",
    "<?xml",
    "</",
    "<",
    ">",
    "&",
    "&amp;",
    "&amp;lt;",
    "&nbsp;",
    "&#0;",
    "&#x110000;",
    "&#128;",
    "&zwnj;",
    "&rlm;",
    "&lt;script&gt;",
    "&notit;",
    "\0",
    "\r",
    "\u{c}",
    "<base href='https://example.com/a/'>",
    "<meta charset=windows-1256>",
    "<meta property=og:site_name content='سائٹ'>",
    "<meta property='article:published_time' content='2024-01-17'>",
    "<link rel=canonical href='https://example.com/b'>",
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"سرخی\",\"datePublished\":\"2024-01-17\",\"author\":[{\"name\":\"علی\"}]}</script>",
    "<script type='application/ld+json'>[[{\"@graph\":[</script>",
    "<title>سرخی یہاں ہے - سائٹ</title>",
    "<table><b>",
    "<p></b>",
    "</p>",
    "</br>",
    "<figure><img src=a.png><figcaption>تصویر: فائل</figcaption></figure>",
    "<ul><li>ایک<li>دو</ul>",
    "<a><p><a>",
    "<table><tr><td>ا<td>ب<tr><td>ج</table>",
    "StartHTML:0000000105\r\nStartFragment:0000000141\r\n",
    "<!--StartFragment-->",
];

fn open(rng: &mut Rng) -> (String, &'static str) {
    let name = one(NAMES, rng);
    let mut tag = format!("<{name}");
    while rng.u8(..3) == 0 {
        tag += " ";
        tag += one(ATTRIBUTES, rng);
    }
    (tag + one(&[">", ">", ">", ">", "/>", ""], rng), name)
}

/// A tag, a reference, or something whole.
pub(super) fn piece(rng: &mut Rng) -> String {
    match rng.u8(..8) {
        0..4 => open(rng).0,
        4..6 => format!("</{}>", one(NAMES, rng)),
        _ => one(WHOLE, rng).to_owned(),
    }
}

/// Elements in elements with text in them; most are closed in their order.
pub(super) fn page(rng: &mut Rng) -> String {
    let (mut html, mut within) = (String::new(), Vec::new());
    for _ in 0..rng.usize(1..60) {
        match rng.u8(..16) {
            0..6 => {
                let (tag, name) = open(rng);
                html += &tag;
                within.push(name);
            }
            6..10 => html += &within.pop().map(|name| format!("</{name}>")).unwrap_or_default(),
            10 => html += &piece(rng),
            11 => html += &text::mixture(6, rng),
            _ => html += &text::line(rng),
        }
        html += one(&["", "", "", "\n", " "], rng);
    }
    if rng.bool() {
        html.extend(within.iter().rev().map(|name| format!("</{name}>")));
    }
    html
}

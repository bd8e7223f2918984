//! The tree into lines: one walk gathers the source text, the lines, what stands inside them, and
//! the blocks that they are in.

use std::ops::Range;

use super::tag::Tag;
use super::topics::Topics;
use super::tree::{Content, NodeId, Tree};
use super::walk::Walk;
use crate::page::{Inline, Line, Picture};

/// A block-level element.
#[derive(Clone, Debug)]
pub(crate) struct Container {
    /// The block that it is in; itself for the first.
    pub parent: u32,
    pub tag: Tag,
    /// What its class, id and role speak of.
    pub topics: Topics,
    /// How many blocks it is in.
    pub depth: u16,
    /// Its lines.
    pub lines: Range<u32>,
}

impl Container {
    /// Whether another block is made as this one is.
    pub(crate) fn is_like(&self, other: &Container) -> bool {
        self.tag == other.tag && self.topics == other.topics
    }
}

/// What one walk over the tree gathers, apart from the source text.
#[derive(Clone, Default)]
pub(super) struct Harvest {
    pub lines: Vec<Line>,
    pub marks: Vec<Inline>,
    pub pictures: Vec<Picture>,
    pub hidden: Vec<Range<usize>>,
    pub containers: Vec<Container>,
}

/// Gathers the source text and the lines of a page. `base` is what relative addresses refer to,
/// `text_bytes` about as much text as there will be.
///
/// A second walk is needed only where elements hide the page itself: they are shown.
pub(super) fn harvest(tree: &Tree, body: NodeId, base: Option<&str>, text_bytes: usize) -> (String, Harvest) {
    let (source, harvest, hiding) = walk(tree, body, Walk::new(tree, base, text_bytes, Vec::new()));
    if hiding.is_empty() {
        return (source, harvest);
    }
    let (source, harvest, _) = walk(tree, body, Walk::new(tree, base, source.len(), hiding));
    (source, harvest)
}

fn walk(tree: &Tree, body: NodeId, mut walk: Walk) -> (String, Harvest, Vec<NodeId>) {
    walk.enter(body);
    let mut at = tree.first_child(body);
    while let Some(id) = at {
        at = match tree.content(id) {
            Content::Text(text) => {
                walk.text(text);
                None
            }
            Content::Element(_) if walk.enter(id) => tree.first_child(id),
            _ => None,
        };
        let mut up = id;
        if at.is_none() && walk.is_in(up) {
            walk.leave();
        }
        while at.is_none() && up != body {
            at = tree.next_sibling(up);
            if at.is_none() {
                let Some(parent) = tree.parent(up) else { break };
                up = parent;
                walk.leave();
            }
        }
    }
    walk.finish()
}

#[cfg(test)]
mod tests {
    use crate::article::MarkKind;
    use crate::page::{LineForm, Page};
    use crate::read::HtmlPage;

    fn with_page<T>(html: &str, see: impl FnOnce(&Page) -> T) -> T {
        let (source, read) = HtmlPage::read(html, Some("https://example.com/a/")).unwrap();
        see(&read.into_page(&source))
    }

    fn lines(html: &str) -> Vec<(String, LineForm)> {
        with_page(html, |page| {
            let text = |at: usize| page.text(at).split_whitespace().collect::<Vec<_>>().join(" ");
            (0..page.lines.len()).map(|at| (text(at), page.lines[at].form)).collect()
        })
    }

    fn texts(html: &str) -> Vec<String> {
        lines(html).into_iter().map(|line| line.0).collect()
    }

    fn hidden(html: &str) -> Vec<bool> {
        with_page(html, |page| page.lines.iter().map(|line| line.is_hidden()).collect())
    }

    #[test]
    fn paragraphs_are_lines_however_they_are_made() {
        assert_eq!(texts("<p>ایک\n دو<p>تین</p>"), ["ایک دو", "تین"]);
        assert_eq!(texts("<div>ایک<br><br>دو<div>تین</div>چار</div>"), ["ایک", "دو", "تین", "چار"]);
        assert_eq!(texts("ایک<br>دو"), ["ایک", "دو"]);
        let gaps =
            |html: &str| with_page(html, |page| page.lines.iter().map(|line| line.gap).collect::<Vec<_>>());
        assert_eq!(gaps("<p>ایک<br>دو<br><br>تین<section>چار"), [2, 0, 1, 2]);
    }

    #[test]
    fn an_element_that_hides_the_page_itself_is_seen() {
        let text = "یہ خبر کا ایک لمبا جملہ ہے جو پڑھنے والے کو نظر آتا ہے۔";
        for page in [
            format!("<p>اوپر<main aria-hidden=true><h1>سرخی</h1><p>{text}</main><p>نیچے"),
            format!("<div hidden><article style='display:none'><p>{text}</article></div><p>نیچے"),
            format!("<div id=app aria-hidden=true><p>{text}<p>{text}</div>"),
            format!("<body hidden aria-hidden=true><p>{text}"),
        ] {
            assert!(hidden(&page).iter().all(|hidden| !hidden), "{page}");
        }
        let modal = format!("<p>{text}<div role=dialog aria-hidden=true><p>{text}<p>{text}</div>");
        assert_eq!(hidden(&modal), [false, true, true]);
        let consent = format!("<dialog><h1>کوکیز</h1><p>{text}</dialog><p>خبر");
        assert_eq!(hidden(&consent), [true, true, false]);
        let inside = format!("<main hidden><h1>سرخی</h1><p>{text}<p hidden>چھپا</main>");
        assert_eq!(hidden(&inside), [false, false, true]);
    }

    #[test]
    fn source_text_holds_hidden_text_and_no_scripts() {
        let html = "<head><title>خ</title></head><body>ایک<script>x()</script><style>p{}</style><!-- y --><template>ز</template>\
                    <noscript><b>دو</b></noscript><p hidden>تین</p>&amp;<br>چار";
        with_page(html, |page| assert_eq!(page.source, "ایک\nدو\nتین\n&\nچار"));
    }

    #[test]
    fn a_row_of_links_and_a_name_beside_a_date_come_apart() {
        assert_eq!(texts("<nav><a>ہوم</a><a>کھیل</a> | <a>دنیا</a></nav>"), ["ہوم", "کھیل |", "دنیا"]);
        assert_eq!(
            texts("<div><span>فیصل ظفر</span> <span>12 جنوری 2018</span></div>"),
            ["فیصل ظفر", "12 جنوری 2018"]
        );
        assert_eq!(texts("<p><span>یہ متن</span> <span>ایک ہے</span></p>"), ["یہ متن ایک ہے"]);
        assert_eq!(texts("<div>متن میں <a>ربط</a> اور <b>زور</b> ہے۔</div>"), ["متن میں ربط اور زور ہے۔"]);
    }

    #[test]
    fn lists_quotes_headings_and_preformatted_text_keep_their_form() {
        assert_eq!(
            lines(
                "<h2>سرخی</h2><ul><li>ایک<p>مزید</p></li><li>دو</ul><blockquote><p>قول</blockquote><pre>ا\n ب</pre>"
            ),
            [
                ("سرخی".to_owned(), LineForm::Heading(2)),
                ("ایک".to_owned(), LineForm::Item),
                ("مزید".to_owned(), LineForm::Text),
                ("دو".to_owned(), LineForm::Item),
                ("قول".to_owned(), LineForm::Quote),
                ("ا ب".to_owned(), LineForm::Preformatted),
            ]
        );
    }

    #[test]
    fn rows_of_data_are_lines_and_cells_of_layout_hold_their_own() {
        let data = "<table><tr><th>شہر<th>درجہ<tr><td>لاہور<td>30</table>";
        with_page(data, |page| {
            assert_eq!((page.text(0), page.text(1)), ("شہر\tدرجہ", "لاہور\t30"));
            assert_eq!(page.lines[1].form, LineForm::Row);
        });
        let gaps = "<table><tr><th>نام<th>قیمت<tr><td>کراچی<td><tr><td><td>12</table>";
        with_page(gaps, |page| assert_eq!((page.text(1), page.text(2)), ("کراچی\t", "\t12")));
        // As word processors write a table.
        let paragraphs = "<table><tr><td><p>شہر</p><td><p>درجہ</p><tr><td><p>لاہور</p><td><p>30</p></table>";
        assert_eq!(texts(paragraphs), ["شہر درجہ", "لاہور 30"]);
        let layout = "<table><tr><td><p>پہلا پیراگراف</p><ul><li>ایک</ul><td>اشتہار</table>";
        assert_eq!(texts(layout), ["پہلا پیراگراف", "ایک", "اشتہار"]);
    }

    #[test]
    fn what_a_reader_does_not_see_is_hidden() {
        assert_eq!(
            hidden("<p>ا<p hidden>ب<p style='display:none'>پ<div aria-hidden=true><p>ت</div><p>ٹ"),
            [false, true, true, true, false]
        );
        assert_eq!(
            hidden("<p>ا</p><noscript>ب</noscript><span class=sr-only>پ</span><p>ت"),
            [false, true, true, false]
        );
        with_page("<p>یہ <span class='visually-hidden'>پوشیدہ</span> متن", |page| {
            assert_eq!(page.hidden.len(), 1);
            assert_eq!(page.source.get(page.hidden[0].clone()), Some("پوشیدہ"));
        });
    }

    #[test]
    fn links_and_emphasis_have_their_places() {
        with_page("<p>یہ <a href='b.html'>ربط <b>ہے</b></a><p><i>پورا</i>", |page| {
            let marks: Vec<_> =
                page.marks.iter().map(|mark| (mark.kind, &page.source[mark.range.clone()])).collect();
            assert_eq!(
                marks,
                [(MarkKind::Link, "ربط ہے"), (MarkKind::Strong, "ہے"), (MarkKind::Emphasis, "پورا")]
            );
            assert_eq!(page.marks[0].href.as_deref(), Some("b.html"));
        });
        with_page("<a href=x><div>ایک</div><div>دو</div></a>", |page| assert_eq!(page.marks.len(), 2));
    }

    #[test]
    fn a_figure_has_its_picture_and_its_caption() {
        with_page(
            "<p>پہلا<figure><img src=/p.jpg alt=تصویر><figcaption>عنوان</figcaption></figure><img src=x width=1><p>دوسرا",
            |page| {
                let picture = &page.pictures[0];
                assert_eq!((page.pictures.len(), picture.before, picture.caption), (1, 1, Some(1)));
                assert_eq!((picture.src.as_str(), picture.alt.as_deref()), ("/p.jpg", Some("تصویر")));
                assert_eq!((page.text(1), page.lines[1].form), ("عنوان", LineForm::Caption));
            },
        );
    }
}

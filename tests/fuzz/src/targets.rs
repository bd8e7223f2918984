//! What is attacked: each target takes any bytes and checks all that must hold of what matn makes of them.

use crate::generate::{Kind, article};
use crate::invariants as hold;
use matn::{
    Article, Diacritics, Digits, ErrorCode, Form, Input, Label, Language, NormalizeChoice, NormalizeOptions,
    Options,
};

/// A function of matn under attack.
pub struct Target {
    /// Its name on the command line and of its folders of seeds and findings.
    pub name: &'static str,
    /// What its inputs are.
    pub kind: Kind,
    /// Panics where an invariant does not hold. The variant, below [`VARIANTS`], chooses options; inputs take turns.
    pub check: fn(&[u8], usize),
}

/// How many ways there are to call a function with one input.
pub const VARIANTS: usize = 4;

/// Every target.
pub const TARGETS: &[Target] = &[
    Target { name: "text", kind: Kind::Page, check: page },
    Target { name: "html", kind: Kind::Html, check: html },
    Target { name: "bytes", kind: Kind::Bytes, check: bytes },
    Target { name: "normalize", kind: Kind::Text, check: normalize },
    Target { name: "sentences", kind: Kind::Text, check: |input, _| hold::sentences(&text(input)) },
    Target { name: "words", kind: Kind::Text, check: |input, _| hold::words(&text(input)) },
    Target { name: "date", kind: Kind::Line, check: date },
    Target { name: "dateline", kind: Kind::Line, check: |input, _| hold::dateline(&text(input)) },
    Target {
        name: "render",
        kind: Kind::Described,
        check: |input, _| hold::rendered(&article(&text(input))),
    },
    Target { name: "edit", kind: Kind::Page, check: edit },
];

/// The target of this name.
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}

const NOW: &str = "2024-01-17T12:00:00+05:00";

fn text(input: &[u8]) -> String {
    String::from_utf8_lossy(input).into_owned()
}

/// The defaults, or everything that can be asked for at once.
fn options(form: Option<Form>, variant: usize) -> Options {
    if variant.is_multiple_of(2) {
        return Options { r#as: form, ..Options::default() };
    }
    Options {
        r#as: form,
        url: Some("https://example.com/a/b?c#d".to_owned()),
        site_name: Some("سائٹ".to_owned()),
        now: Some(NOW.to_owned()),
        language: Language::Ur,
        edits: true,
        keep: KEPT.to_vec(),
        normalize: NormalizeChoice::Some(all()),
        ..Options::default()
    }
}

/// Labels of whole lines, of pieces inside lines, and of lines that may give a field.
const KEPT: [Label; 7] = [
    Label::Caption,
    Label::Tags,
    Label::Icon,
    Label::Hidden,
    Label::Date,
    Label::Related,
    Label::DuplicateTitle,
];

fn all() -> NormalizeOptions {
    NormalizeOptions {
        spelling: true,
        digits: Digits::Urdu,
        diacritics: Diacritics::Strip,
        edits: true,
        ..NormalizeOptions::default()
    }
}

/// Reads the input, one article or all, and checks what comes of it. Gives the source and the first article.
fn extracted(input: Input, options: &Options, variant: usize) -> Option<(String, Article)> {
    let read = if variant < VARIANTS / 2 {
        matn::extract(input, options).map(|article| vec![article])
    } else {
        matn::extract_all(input, options)
    };
    match (matn::source_text(input, options), read) {
        (Ok(source), Ok(mut articles)) => {
            hold::accounted(&source, &articles);
            articles.iter().for_each(|article| hold::sound(&source, article));
            articles.iter().for_each(|article| hold::kept(article, &options.keep));
            Some((source, articles.swap_remove(0)))
        }
        (Ok(source), Err(error)) => {
            assert_eq!(error.code(), ErrorCode::NoArticle);
            hold::accounted_blocks(&source, error.blocks());
            None
        }
        (Err(refused), read) => {
            let codes = [ErrorCode::EmptyInput, ErrorCode::BadEncoding, ErrorCode::TooLarge];
            assert!(codes.contains(&refused.code()), "{refused}");
            assert_eq!(read.map_err(|error| error.code()), Err(refused.code()));
            None
        }
    }
}

fn page(input: &[u8], variant: usize) {
    extracted(Input::Text(&text(input)), &options(Some(Form::Text), variant), variant);
}

fn html(input: &[u8], variant: usize) {
    let html = text(input);
    if let Some((_, article)) = extracted(Input::Text(&html), &options(Some(Form::Html), variant), variant) {
        hold::rendered(&article);
    }
}

fn bytes(input: &[u8], variant: usize) {
    for form in [None, Some(Form::Mhtml)] {
        extracted(Input::Bytes(input), &options(form, variant), variant);
    }
}

fn normalize(input: &[u8], variant: usize) {
    let options = match variant {
        0 => NormalizeOptions::default(),
        1 => all(),
        2 => NormalizeOptions { digits: Digits::Western, punctuation: false, ..all() },
        _ => NormalizeOptions {
            letters: false,
            spacing: false,
            entities: false,
            ..NormalizeOptions::default()
        },
    };
    hold::normalized(&text(input), &options);
}

/// A value that was read is read again as itself.
fn date(input: &[u8], variant: usize) {
    let now = variant.is_multiple_of(2).then_some(NOW);
    if let Some(value) = matn::parse_date(&text(input), now) {
        assert_eq!(matn::parse_date(&value, None).as_deref(), Some(&*value));
    }
}

fn edit(input: &[u8], variant: usize) {
    let text = text(input);
    let choice = input.iter().fold(1_usize, |hash, &byte| hash.wrapping_mul(31).wrapping_add(byte.into()));
    if let Some((source, article)) =
        extracted(Input::Text(&text), &options(Some(Form::Text), variant), variant % 2)
    {
        hold::hand_edits_lose_nothing(&source, &article, choice);
    }
    let described = article(&text);
    for index in 0..described.blocks.len().min(4) {
        let removed = matn::remove(&described, index).expect("the block is there");
        if !removed.removed.is_empty() {
            matn::restore(&removed, 0).expect("the piece is there");
        }
    }
}

//! What is attacked: each target takes any bytes and checks all that must hold of what matn makes of them.

use crate::generate::{self, Kind};
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
    /// Panics where an invariant does not hold.
    pub check: fn(&[u8]),
}

/// Every target.
pub const TARGETS: &[Target] = &[
    Target {
        name: "text",
        kind: Kind::Page,
        check: |input| extract(Input::Text(&text(input)), Some(Form::Text)),
    },
    Target { name: "html", kind: Kind::Html, check: html },
    Target { name: "bytes", kind: Kind::Bytes, check: bytes },
    Target { name: "normalize", kind: Kind::Text, check: normalize },
    Target { name: "sentences", kind: Kind::Text, check: |input| hold::sentences(&text(input)) },
    Target { name: "words", kind: Kind::Text, check: |input| hold::words(&text(input)) },
    Target { name: "date", kind: Kind::Line, check: date },
    Target { name: "dateline", kind: Kind::Line, check: |input| hold::dateline(&text(input)) },
    Target {
        name: "render",
        kind: Kind::Described,
        check: |input| hold::rendered(&generate::article(&text(input))),
    },
    Target { name: "edit", kind: Kind::Page, check: edit },
];

/// The target of this name.
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}

fn text(input: &[u8]) -> String {
    String::from_utf8_lossy(input).into_owned()
}

/// The defaults, and everything that can be asked for at once.
fn both(form: Option<Form>) -> [Options; 2] {
    let asked = Options {
        r#as: form,
        url: Some("https://example.com/a/b?c#d".to_owned()),
        site_name: Some("سائٹ".to_owned()),
        now: Some("2024-01-17T12:00:00+05:00".to_owned()),
        language: Language::Ur,
        edits: true,
        keep: vec![Label::Caption, Label::Tags],
        normalize: NormalizeChoice::Some(all()),
        ..Options::default()
    };
    [Options { r#as: form, ..Options::default() }, asked]
}

fn all() -> NormalizeOptions {
    NormalizeOptions {
        spelling: true,
        digits: Digits::Urdu,
        diacritics: Diacritics::Strip,
        edits: true,
        ..NormalizeOptions::default()
    }
}

fn extract(input: Input, form: Option<Form>) {
    for options in both(form) {
        extracted(input, &options);
    }
}

/// Reads the input in both ways and checks what comes of it; gives the one article.
fn extracted(input: Input, options: &Options) -> Option<(String, Article)> {
    let source = match matn::source_text(input, options) {
        Ok(source) => source,
        Err(error) => {
            let codes = [ErrorCode::EmptyInput, ErrorCode::BadEncoding, ErrorCode::TooLarge];
            assert!(codes.contains(&error.code()), "{error}");
            assert_eq!(matn::extract(input, options).map_err(|error| error.code()), Err(error.code()));
            return None;
        }
    };
    let all = matn::extract_all(input, options);
    match matn::extract(input, options) {
        Ok(article) => {
            let all = all.expect("what holds one article holds all");
            hold::accounted(&source, &all);
            all.iter().for_each(|article| hold::sound(&source, article));
            hold::accounted(&source, std::slice::from_ref(&article));
            hold::sound(&source, &article);
            Some((source, article))
        }
        Err(error) => {
            assert_eq!(
                (error.code(), all.map_err(|error| error.code())),
                (ErrorCode::NoArticle, Err(ErrorCode::NoArticle))
            );
            hold::accounted_blocks(&source, error.blocks());
            None
        }
    }
}

fn html(input: &[u8]) {
    let html = text(input);
    for options in both(Some(Form::Html)) {
        if let Some((_, article)) = extracted(Input::Text(&html), &options) {
            hold::rendered(&article);
        }
    }
}

fn bytes(input: &[u8]) {
    for form in [None, Some(Form::Mhtml)] {
        extract(Input::Bytes(input), form);
    }
}

fn normalize(input: &[u8]) {
    let text = text(input);
    hold::normalized(&text, &NormalizeOptions::default());
    hold::normalized(&text, &all());
    hold::normalized(&text, &NormalizeOptions { digits: Digits::Western, punctuation: false, ..all() });
}

/// A value that was read is read again as itself.
fn date(input: &[u8]) {
    let text = text(input);
    for now in [None, Some("2024-01-17T12:00:00+05:00")] {
        if let Some(value) = matn::parse_date(&text, now) {
            assert_eq!(matn::parse_date(&value, None).as_deref(), Some(&*value));
        }
    }
}

fn edit(input: &[u8]) {
    let text = text(input);
    let choice = input.iter().fold(1_usize, |hash, &byte| hash.wrapping_mul(31).wrapping_add(byte.into()));
    for options in both(Some(Form::Text)) {
        if let Some((source, article)) = extracted(Input::Text(&text), &options) {
            hold::hand_edits_lose_nothing(&source, &article, choice);
        }
    }
    let described = generate::article(&text);
    for index in 0..described.blocks.len().min(4) {
        let removed = matn::remove(&described, index).expect("the block is there");
        if !removed.removed.is_empty() {
            matn::restore(&removed, 0).expect("the piece is there");
        }
    }
}

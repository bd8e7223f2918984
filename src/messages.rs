//! What matn says to a reader, in English and Urdu: errors, warnings, headings and reasons.
//!
//! The sentences are in `data/messages.tsv`. `{name}` in one of them is filled in with [`fill`].

use crate::article::{Label, Warning};
use crate::options::Language;

/// Key, English and Urdu, sorted by key.
type Row = (&'static str, &'static str, &'static str);

static MESSAGES: &[Row] = &include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The message of a key such as `error.too-large` or `label.advert`; of an unknown one, that it
/// is not part of the article, so that a reader always gets a sentence.
pub(crate) fn message(key: &str, language: Language) -> &'static str {
    lookup(key, language).or_else(|| lookup("label.other", language)).unwrap_or_default()
}

/// Why a rule took a piece out: of the rule for this label, else of the rule, else of the label.
pub(crate) fn reason(rule: &str, label: Label, language: Language) -> &'static str {
    let label = label.as_str();
    let key = ["reason.", rule, ".", label].concat();
    let of_rule = key.len() - label.len() - 1;
    lookup(&key, language)
        .or_else(|| lookup(&key[..of_rule], language))
        .unwrap_or_else(|| message(&["label.", label].concat(), language))
}

/// The warning of this code.
pub(crate) fn warning(code: &str, language: Language) -> Warning {
    let text = message(&["warning.", code].concat(), language).to_owned();
    Warning { code: code.to_owned(), text }
}

/// A message with each `{name}` replaced by its value.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after.split_once('}').and_then(|(name, rest)| {
            values.iter().find(|(known, _)| *known == name).map(|(_, value)| (value, rest))
        });
        rest = match value {
            Some((value, rest)) => {
                filled.push_str(value);
                rest
            }
            None => {
                filled.push('{');
                after
            }
        };
    }
    filled.push_str(rest);
    filled
}

/// The text between quotation marks; of a long one, the beginning.
pub(crate) fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => ["\"", &text[..end], "…\""].concat(),
        None => ["\"", text, "\""].concat(),
    }
}

fn lookup(key: &str, language: Language) -> Option<&'static str> {
    let at = MESSAGES.binary_search_by_key(&key, |row| row.0).ok()?;
    let (_, en, ur) = MESSAGES[at];
    Some(match language {
        Language::En => en,
        Language::Ur => ur,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_code_has_a_sentence() {
        for code in [
            "empty-input",
            "too-large",
            "bad-encoding",
            "no-article",
            "bad-option",
            "bad-line",
            "not-readable",
            "not-ready",
            "cancelled",
            "internal",
        ] {
            assert!(lookup(&format!("error.{code}"), Language::En).is_some(), "{code}");
        }
    }

    #[test]
    fn every_label_has_a_sentence_of_its_own() {
        for label in Label::ALL {
            assert!(lookup(&format!("label.{}", label.as_str()), Language::Ur).is_some(), "{label:?}");
        }
    }

    #[test]
    fn every_label_in_a_reason_exists() {
        for (key, ..) in MESSAGES {
            let Some(label) = key.strip_prefix("reason.").and_then(|key| key.split_once('.')) else {
                continue;
            };
            assert!(Label::ALL.iter().any(|known| known.as_str() == label.1), "{key}");
        }
    }

    #[test]
    fn a_reason_falls_back_from_rule_and_label_to_rule_to_label() {
        let en = Language::En;
        assert_eq!(reason("furniture", Label::Share, en), "A line that sharing buttons have on many sites.");
        assert_eq!(reason("hidden", Label::Share, en), "The page does not show this to its readers.");
        assert_eq!(reason("no-such-rule", Label::Advert, en), "An advertisement.");
    }

    #[test]
    fn every_rule_has_a_reason() {
        let rules = [
            "hidden",
            "furniture",
            "symbol",
            "number",
            "link",
            "shape",
            "folio",
            "hashtags",
            "date",
            "menu",
            "repeated",
            "name",
            "list",
            "related-list",
            "neighbours",
            "field",
            "markup",
            "by-hand",
            "several-articles",
        ];
        for rule in rules.iter().chain(&crate::evidence::structure::FAMILIES) {
            assert!(lookup(&format!("reason.{rule}"), Language::Ur).is_some(), "{rule}");
        }
    }

    #[test]
    fn english_is_written_in_latin_letters_and_urdu_in_urdu() {
        let urdu = |text: &str| text.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c));
        for (key, en, ur) in MESSAGES {
            assert!(!urdu(en) && urdu(ur), "{key}");
        }
    }

    #[test]
    fn both_languages_name_the_same_values() {
        let names = |text: &str| {
            let mut names: Vec<String> =
                text.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0.to_owned())).collect();
            names.sort();
            names
        };
        for (key, en, ur) in MESSAGES {
            assert_eq!(names(en), names(ur), "{key}");
        }
    }

    #[test]
    fn a_value_is_filled_in_and_an_unknown_name_stays() {
        assert_eq!(fill("{a} of {b} {c", &[("a", "1"), ("b", "{a}")]), "1 of {a} {c");
        assert_eq!(fill("{x}", &[]), "{x}");
    }
}

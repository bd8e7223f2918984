//! Whether a few words may be somebody's name.

use super::measure::{Measure, measure};
use crate::fingerprint::Fingerprint;
use crate::page::parted;
use crate::prints::Prints;
use crate::script::unicode::is_alphanumeric;
use crate::{date, dateline};

include!(concat!(env!("OUT_DIR"), "/names.rs"));

/// How much a line looks like a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Person {
    #[default]
    No,
    /// It has a name's shape.
    Maybe,
    /// One of its words is a name or a title.
    Likely,
}

/// Whether two to five words are somebody's name; one word alone only in brackets: "(ارشد)".
pub(crate) fn person(mut text: &str, m: &Measure) -> Person {
    text = text.trim_start_matches(['|', ' ']);
    // "(حکیم طارق بلوچ، کوئٹہ)"
    let mut fewest = 2;
    while let Some(name) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
        (text, fewest) = (name, 1);
    }
    // "پروفیسر انوار صدیقی (شعبہ علوم خاک)"
    if text.ends_with(')')
        && let Some((name, _)) = parted(text, " (")
    {
        return person(name, &measure(name));
    }
    // "امر گرڑو نامہ نگار @amargriro"
    if m.has_at
        && let Some((name, handle)) = parted(text, " @")
    {
        let named =
            person(name, &measure(name)) > Person::No && handle.bytes().all(|byte| byte.is_ascii_graphic());
        return if named { Person::Likely } else { Person::No };
    }
    if let Some(signer) = signer(text, m) {
        return signer;
    }
    let fits = (fewest..=5).contains(&m.words)
        && m.digits + m.separators == 0
        && !m.has_at
        && !m.has_address
        && m.size() <= 40;
    let words = || words(text);
    // "old bazaar fire": a name has a capital.
    let small = text.starts_with(|c: char| c.is_ascii_lowercase());
    if !fits || small || words().any(|word| date::is_function_word(word) || is_verb(word)) {
        return Person::No;
    }
    let known = words().any(|word| NAMES.has(Fingerprint::of_phrase(word)));
    if known {
        Person::Likely
    } else if (2..=4).contains(&m.words) && m.commas == 0 && m.letters > m.foreign {
        Person::Maybe
    } else {
        Person::No
    }
}

/// Most words of a name with an office and a place, or with another name.
const SIGNATURE: u32 = 12;
/// What stands between a name and an office, a place, another name.
pub(crate) const BETWEEN_NAMES: [char; 6] = ['|', '،', ',', '–', '—', '/'];

/// Whether a name stands first among names, offices and places: "زین علی - اردو نیوز، سکھر". None where marks
/// part nothing.
fn signer(text: &str, m: &Measure) -> Option<Person> {
    let dashed = || text.contains('-') && text.contains(" -");
    if m.digits > 0 || m.words > SIGNATURE || (m.separators + m.commas == 0 && !dashed()) {
        return None;
    }
    let parts = text.split(BETWEEN_NAMES).flat_map(|part| part.split(" -"));
    let mut parts = parts.map(str::trim).filter(|part| !part.is_empty());
    let person_of = |part: &str| {
        let m = measure(part);
        if m.separators + m.commas == 0 { person(part, &m) } else { Person::No }
    };
    let first = person_of(parts.next()?);
    let mut others = parts.peekable();
    others.peek()?;
    let beside =
        |part: &str| dateline::is_place(part) || dateline::is_desk(part) || person_of(part) > Person::No;
    others.all(beside).then_some(first)
}

/// The words of a line: letters and digits with the marks on them.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_alphanumeric(c) && !is_mark(c)).filter(|word| !word.is_empty())
}

/// Combining marks that belong to a name's letters.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// What a button or a headline ends with, and no name: an imperative, a participle.
fn is_verb(word: &str) -> bool {
    let imperatives = ["یے", "جئے", "یں"];
    ["نماز", "نمازِ", "لگی", "لگے", "لگا", "گئی", "گئے", "پڑھا", "دیکھا", "شروع", "ختم", "بند"].contains(&word)
        || (word.chars().count() > 4 && imperatives.iter().any(|end| word.ends_with(end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_alone_signs_in_brackets() {
        let is = |text: &str| person(text, &measure(text));
        assert_eq!(["(ارشد)", "ارشد", "(جاری)"].map(is), [Person::Likely, Person::No, Person::No]);
    }
}

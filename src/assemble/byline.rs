//! Names out of a line of authorship: "تحریر: نسیم اختر", "رپورٹ: احمد ندیم، سارہ علی".

use crate::dateline::{is_desk, is_place};
use crate::evidence::furniture::{self, Place};
use crate::evidence::measure::measure;
use crate::evidence::person;

/// The names of a byline; none where it names a desk or an agency only.
pub(super) fn names(line: &str) -> Vec<String> {
    let line = without_label(line);
    // What stands in brackets behind a name is an office.
    let line = line.split_once(" (").map_or(line, |(name, _)| name);
    line.split(['،', ',', '|', '/', '&', ';', '؛'])
        .flat_map(|part| part.split(" اور "))
        .map(|name| name.trim_matches(|c: char| !c.is_alphanumeric() && !person::is_mark(c)))
        .filter(|name| is_name(name))
        .map(str::to_owned)
        .collect()
}

/// The line without the word that says whose name follows.
fn without_label(line: &str) -> &str {
    let label = furniture::phrases(line, &measure(line))
        .into_iter()
        .filter(|phrase| {
            phrase.label == crate::article::Label::Byline
                && matches!(phrase.place, Place::Lead | Place::Start)
        })
        .map(|phrase| phrase.end)
        .max();
    label.and_then(|end| line.get(end..)).unwrap_or(line).trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// A person's name: one to five words of letters, no desk, no office or place alone.
fn is_name(name: &str) -> bool {
    let m = measure(name);
    (1..=5).contains(&m.words)
        && m.digits == 0
        && !m.has_at
        && !m.has_address
        && m.letters + m.foreign >= 3
        && furniture::whole(m.phrase).is_none()
        && !is_desk(name)
        && !is_place(name)
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_byline_gives_names_without_titles() {
        assert_eq!(names("تحریر: نسیم اختر"), ["نسیم اختر"]);
        assert_eq!(names("رپورٹ : احمد ندیم، سارہ علی"), ["احمد ندیم", "سارہ علی"]);
        assert_eq!(names("فیصل ظفر"), ["فیصل ظفر"]);
    }

    #[test]
    fn a_desk_is_nobodys_name() {
        assert!(names("ویب ڈیسک").is_empty() && names("Posted by admin").is_empty());
    }
}

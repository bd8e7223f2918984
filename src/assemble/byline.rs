//! Names out of a line of authorship: "تحریر: نسیم اختر", "رپورٹ: احمد ندیم، سارہ علی".

use super::related::lead_text;
use crate::article::Label;
use crate::date;
use crate::dateline::{is_desk, is_place, without_role};
use crate::evidence::furniture;
use crate::evidence::measure::measure;
use crate::evidence::person;
use crate::options::NormalizeOptions;
use crate::page::parted;
use crate::script::unicode::is_alphanumeric;

/// Of more authors, which are a list of the staff, metadata give so many.
const MOST_NAMES: usize = 20;

/// The names of a byline, set right; none where it names a desk or an agency only.
pub(super) fn names(line: &str, normalize: Option<&NormalizeOptions>) -> Vec<String> {
    let line = without_label(line);
    let line = line.strip_prefix("رپورٹ ").unwrap_or(line);
    // "العربیہ ڈاٹ نیٹ ۔ نادیہ الفواز"
    let is_site = |text: &str| text.contains(" ڈاٹ ");
    let line = match line.trim_end_matches(['۔', ' ']).rsplit_once('۔') {
        Some((site, name)) if is_site(site) => name,
        Some((name, site)) if is_site(site) => name,
        _ => line,
    };
    // "@amarguriro"
    let line = parted(line, " @").map_or(line, |(name, _)| name);
    // "باغبان بوقت 9:14 شام", "Posted By: admin in کھیل", "نصیر احمد۔۔۔ راہ گزر"
    let behind = [" بوقت ", " in ", "۔۔۔"].iter().find_map(|word| parted(line, word));
    let line = behind.filter(|(name, _)| !name.is_empty()).map_or(line, |(name, _)| name);
    // "سارہ علی . اسلام آباد", but "ایم . اے . خان"
    let from = |behind: &str| is_place(behind) || is_desk(behind);
    let line = parted(line, " . ").filter(|(_, behind)| from(behind)).map_or(line, |(name, _)| name);
    // What stands in brackets behind a name is an office.
    let line = parted(line, " (").map_or(line, |(name, _)| name);
    line.split(person::BETWEEN_NAMES)
        .flat_map(|part| part.split(['&', ';', '؛']))
        .flat_map(|part| part.split(" -"))
        .flat_map(|part| part.split(" اور "))
        .filter(|part| !is_desk(part))
        .map(without_role)
        .map(|name| name.trim_matches(|c: char| !is_alphanumeric(c) && !person::is_mark(c)))
        .map(|name| {
            name.split_once(char::is_whitespace)
                .filter(|(from, _)| matches!(*from, "از" | "بذریعہ" | "منجانب"))
                .map_or(name, |(_, name)| name.trim_start())
        })
        .filter(|name| is_name(name))
        .map(|name| super::set_right(name, normalize))
        .collect()
}

/// The names out of those that metadata give.
pub(super) fn told(authors: &[String], normalize: Option<&NormalizeOptions>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for name in authors.iter().flat_map(|author| names(author, normalize)) {
        if !all.contains(&name) && all.len() < MOST_NAMES {
            all.push(name);
        }
    }
    all
}

/// The line without the word that says whose name follows.
fn without_label(line: &str) -> &str {
    let label = furniture::phrases(line, &measure(line))
        .into_iter()
        .filter(|phrase| phrase.announces(Label::Byline))
        .map(|phrase| phrase.end)
        .max();
    lead_text(label.and_then(|end| line.get(end..)).unwrap_or(line))
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
        && !name.split(' ').next().is_some_and(date::is_function_word)
}

#[cfg(test)]
mod tests {
    fn names(line: &str) -> Vec<String> {
        super::names(line, None)
    }

    #[test]
    fn a_byline_gives_names_without_titles() {
        assert_eq!(names("تحریر: نسیم اختر"), ["نسیم اختر"]);
        assert_eq!(names("رپورٹ : احمد ندیم، سارہ علی"), ["احمد ندیم", "سارہ علی"]);
        assert_eq!(names("فیصل ظفر"), ["فیصل ظفر"]);
        assert_eq!(names("از سارہ علی"), ["سارہ علی"]);
        assert_eq!(names("رپورٹ سارہ علی"), ["سارہ علی"]);
        assert_eq!(names("رپورٹ از سارہ علی"), ["سارہ علی"]);
        assert_eq!(names("ویب ڈیسک، از سارہ علی"), ["سارہ علی"]);
        assert_eq!(names("تحریر از سارہ علی بوقت 9:14 شام 2 تبصرے"), ["سارہ علی"]);
        assert_eq!(names("سارہ علی  نامہ نگار، پشاور"), ["سارہ علی"]);
        assert_eq!(names("سارہ علی۔۔۔ سفر نامہ"), ["سارہ علی"]);
        assert_eq!(names("سارہ علی صحافی، گلگت"), ["سارہ علی"]);
        assert_eq!(names("بذریعہ سارہ علی"), ["سارہ علی"]);
        assert_eq!(names("تحریر کردہ بذریعہ سارہ علی بوقت 9:12 PM"), ["سارہ علی"]);
        assert_eq!(names("نیا شہر ڈاٹ نیٹ ۔ سارہ علی"), ["سارہ علی"]);
        assert_eq!(names("نیا شہر ڈاٹ نیٹ ۔ لاہور ۔ سارہ علی"), ["سارہ علی"]);
        assert_eq!(names("سارہ علی ۔ نیا شہر ڈاٹ نیٹ۔"), ["سارہ علی"]);
        assert_eq!(names("(Dr. Sara Ali, Karachi)"), ["Dr. Sara Ali"]);
        assert_eq!(names("Sara Ali, Naeem Akhtar"), ["Sara Ali", "Naeem Akhtar"]);
        assert_eq!(names("Sara Ali & Naeem"), ["Sara Ali", "Naeem"]);
        assert_eq!(names("سارہ علی . اسلام آباد"), ["سارہ علی"]);
        assert_eq!(names("تحریر: ایم . اے . خان"), ["ایم . اے . خان"]);
        assert_eq!(names("احمد ندیم -اردو نیوز، سکھر"), ["احمد ندیم"]);
    }

    #[test]
    fn names_are_set_right_and_stand_on_one_line() {
        let options = crate::NormalizeOptions::default();
        assert_eq!(super::names("تحرير: ڈاكٹر\nعاصمہ  رياض", Some(&options)), ["ڈاکٹر عاصمہ ریاض"]);
    }

    #[test]
    fn metadata_name_persons_as_a_byline_does() {
        let told = |authors: &[&str]| {
            super::told(&authors.iter().map(|&author| author.to_owned()).collect::<Vec<_>>(), None)
        };
        assert_eq!(told(&["تحریر: نسیم اختر", "نسیم اختر", "Sara Ali"]), ["نسیم اختر", "Sara Ali"]);
        assert!(told(&["ویب ڈیسک", "admin", "Super Admin", "News Desk"]).is_empty());
    }

    #[test]
    fn a_desk_is_nobodys_name() {
        assert!(names("ویب ڈیسک").is_empty() && names("Posted by admin").is_empty());
    }
}

//! The headline out of what a page says is its title: without the site's name.

use crate::page::parted;
use crate::script::unicode::is_alphanumeric;
/// What stands between a headline and the name of a section or site.
const SEPARATORS: [&str; 9] = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / "];

/// No title is longer than this, in bytes; taking one apart looks at each part again and again.
const LONGEST: usize = 1000;

/// The first title that there is, without site and section.
pub(super) fn choose(titles: &[Option<String>], site: Option<&str>, headings: &[String]) -> Option<String> {
    let title = titles.iter().flatten().find(|title| !title.trim().is_empty() && title.len() <= LONGEST)?;
    let headline = stripped(title, site, headings);
    (!headline.is_empty()).then_some(headline)
}

fn stripped(title: &str, site: Option<&str>, headings: &[String]) -> String {
    // A heading of the page that is one part of the title is the headline.
    let parts = parts(title);
    if parts.len() > 1
        && let Some(part) =
            parts.iter().find(|part| headings.iter().any(|heading| letters(heading) == letters(part)))
        && site.is_none_or(|site| letters(site) != letters(part))
    {
        return (*part).to_owned();
    }
    let mut title = title.trim();
    // "بلاگ کا نام: پہلی بارش", and both are headings.
    if let Some((blog, headline)) = parted(title, ": ")
        && [blog, headline]
            .iter()
            .all(|part| headings.iter().any(|heading| letters(heading) == letters(part)))
    {
        return headline.to_owned();
    }
    while let Some((head, tail)) = last_part(title) {
        let named = site.is_some_and(|site| letters(site) == letters(tail));
        // A short part at the end is a site or a section; of a short headline it may be half of it.
        if !named && (words(tail) > 4 || words(head) < 3) {
            break;
        }
        title = head;
    }
    if let Some(site) = site
        && let Some((head, rest)) = first_part(title)
        && letters(site) == letters(head)
    {
        title = rest;
    }
    title.to_owned()
}

fn parts(title: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = title.trim();
    while let Some((head, tail)) = first_part(rest) {
        parts.push(head);
        rest = tail;
    }
    parts.push(rest);
    parts
}

fn first_part(title: &str) -> Option<(&str, &str)> {
    let (at, separator) = SEPARATORS.iter().filter_map(|s| title.find(s).map(|at| (at, s))).min()?;
    Some((title[..at].trim(), title[at + separator.len()..].trim()))
        .filter(|(head, tail)| !head.is_empty() && !tail.is_empty())
}

fn last_part(title: &str) -> Option<(&str, &str)> {
    let (at, separator) = SEPARATORS.iter().filter_map(|s| title.rfind(s).map(|at| (at, s))).max()?;
    Some((title[..at].trim(), title[at + separator.len()..].trim()))
        .filter(|(head, tail)| !head.is_empty() && !tail.is_empty())
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Letters and digits only, for comparison.
fn letters(text: &str) -> String {
    text.chars().filter(|&c| is_alphanumeric(c)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headline(title: &str, site: Option<&str>, headings: &[&str]) -> String {
        let headings: Vec<String> = headings.iter().map(|&heading| heading.to_owned()).collect();
        choose(&[Some(title.to_owned())], site, &headings).unwrap_or_default()
    }

    #[test]
    fn site_and_section_are_no_part_of_a_headline() {
        assert_eq!(
            headline("پہلی ڈیجیٹل کلاک کی نیلامی - BBC News اردو", None, &[]),
            "پہلی ڈیجیٹل کلاک کی نیلامی"
        );
        assert_eq!(
            headline("فیس بک نیوز فیڈ تبدیل کرنے کا اعلان - Life & Style - Dawn News", None, &[]),
            "فیس بک نیوز فیڈ تبدیل کرنے کا اعلان"
        );
        assert_eq!(
            headline("روزنامہ سحر | پل بند، شہری پریشان", Some("روزنامہ سحر"), &[]),
            "پل بند، شہری پریشان"
        );
    }

    #[test]
    fn a_dash_inside_a_headline_stays() {
        assert_eq!(
            headline("بجٹ پیش - عوام کے لیے نئے ٹیکس اور پرانے وعدے", None, &[]),
            "بجٹ پیش - عوام کے لیے نئے ٹیکس اور پرانے وعدے"
        );
    }

    #[test]
    fn a_heading_that_is_one_part_of_the_title_is_the_headline() {
        assert_eq!(headline("خبریں آج کی تازہ ترین - پل بند", None, &["پل بند"]), "پل بند");
    }
}

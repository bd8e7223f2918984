//! Bylines that name nobody.

use super::{agency, names};
use crate::date::{Tokens, is_function_word};

/// `name` is a desk, a bureau, an agency or an account, and nobody's name.
pub(crate) fn is_desk(name: &str) -> bool {
    let tokens = Tokens::read(name, 16);
    let words: Vec<&str> = (0..tokens.list.len()).filter_map(|at| tokens.word(at)).collect();
    if !tokens.complete || words.is_empty() || words.len() > 8 {
        return false;
    }
    let key = names::key(&tokens, 0, tokens.list.len());
    let kind = names::agency(&key);
    if kind.is_agency() || kind.is_word() || kind.is_role() || kind.is_desk() {
        return true;
    }
    // "احمد علی، نمائندہ جنگ" has a name beside the role.
    let parts = tokens
        .list
        .iter()
        .filter(|token| matches!(token.kind, crate::date::Kind::Mark('،' | ',' | '|' | '/')))
        .count();
    // "تنا(TNA) برصغیر بیورو"
    if words.last() == Some(&"بیورو") && parts == 0 {
        return true;
    }
    let filer = agency::classify(&tokens, 0..tokens.list.len());
    match filer {
        Some(agency::Filer::Role) => parts == 0 && !names_somebody(&tokens),
        Some(agency::Filer::Outlet | agency::Filer::Channel) => parts == 0 && words.len() <= 5,
        _ => false,
    }
}

/// A name without the office behind it: "سارہ علی نامہ نگار".
pub(crate) fn without_role(name: &str) -> &str {
    let tokens = Tokens::read(name, 16);
    for at in 1..tokens.list.len() {
        let one = tokens.word(at).map(agency::kind).unwrap_or_default();
        let two = tokens.joined(at, at + 2).map(names::agency).unwrap_or_default();
        if one.is_role() || two.is_role() {
            return tokens.get(at).and_then(|token| name.get(..token.start)).unwrap_or(name);
        }
    }
    name
}

/// Beside its role the phrase has two words that are for no beat, agency or place: a name.
fn names_somebody(tokens: &Tokens) -> bool {
    // What stands behind نمائندہ is whom he represents.
    let represents = |word: &str| word.starts_with("نمایند");
    let mut strange = 0;
    let mut at = 0;
    while at < tokens.list.len() {
        let Some(word) = tokens.word(at) else {
            at += 1;
            continue;
        };
        if represents(word) {
            break;
        }
        if let Some((_, to)) = names::place(tokens, at) {
            at = to;
            continue;
        }
        let two = tokens.joined(at, at + 2).map(names::agency).unwrap_or_default();
        if two.is_role() || two.is_beat() || two.is_agency() || two.is_media() {
            at += 2;
            continue;
        }
        let kind = agency::kind(word);
        let known = kind.is_role() || kind.is_beat() || kind.is_media() || kind.is_word() || kind.is_agency();
        let glued = agency::ends_with_role(word);
        strange += usize::from(!known && !glued && !names::is_letter_name(word) && !is_function_word(word));
        at += 1;
    }
    strange >= 2
}

#[cfg(test)]
mod tests {
    use super::is_desk;

    #[test]
    fn desks_agencies_and_accounts_are_nobody() {
        for name in [
            "ویب ڈیسک",
            "نیوز ڈیسک",
            "نیو زڈیسک",
            "ویب‌ڈیسک",
            "شوبز ڈیسک",
            "اسٹاف رپورٹر",
            "سٹاف رپورٹر",
            "کامرس رپورٹر",
            "نمائندہ خصوصی",
            "نمائندہ جنگ",
            "بیورو رپورٹ",
            "مانیٹرنگ ڈیسک",
            "اے ایف پی",
            "رائٹرز",
            "ایجنسی",
            "ایجنسیاں",
            "آن لائن",
            "admin",
            "Admin",
            "Super User",
            "Staff Reporter",
            "Web Desk",
            "News Desk",
            "Tech Desk",
            "Our Correspondent",
            "Reuters",
            "AFP",
            "ایڈمن",
            "ادارہ",
            "نیٹ نیوز",
            "ڈیلی پاکستان آن لائن",
            "صباح نیوز",
            "ڈان نیوز ٹی وی",
            "نیوز ایجنسیاں",
            "انٹرٹینمنٹ ڈیسک",
            "لاہور بیورو",
            "ایڈیٹر",
            "Editorial Team",
            "بی بی سی اردو",
            "webdesk",
            "Sports Desk",
        ] {
            assert!(is_desk(name), "{name}");
        }
    }

    #[test]
    fn people_are_somebody() {
        for name in [
            "فیصل ظفر",
            "نسیم اختر",
            "مرتضیٰ علی شاہ",
            "Ahmed Ali",
            "حامد میر",
            "عثمان غنی",
            "احمد علی، نمائندہ جنگ",
            "ڈاکٹر محمد اقبال",
            "شاہ زیب خانزادہ",
            "ملک سراج اکبر",
            "ریاض سہیل",
            "احمد ندیم رپورٹر",
            "",
        ] {
            assert!(!is_desk(name), "{name}");
        }
    }
}

//! Captions: what a picture shows, above its credit, with its credit in brackets, or as a scene.

use super::furniture::{self, Place};
use super::headline;
use super::measure::{Ending, Measure};
use super::person::Person;
use super::shape::Shape;
use super::{Evidence, Role, weight};
use crate::article::Label;
use crate::fingerprint::Fingerprint;
use crate::page::{LineForm, Page, parted};
use crate::script::unicode::{is_alphabetic, is_numeric};

/// Words of a caption.
const WORDS: std::ops::RangeInclusive<u32> = 3..=28;
/// Most words of a line that only credits somebody.
const CREDIT: u32 = 8;
/// Most words of a credit in brackets.
const CREDITED: usize = 5;
/// Most words of a caption that is a sentence with a credit behind it.
const CREDITED_SENTENCE: u32 = 40;
/// How far above a caption the headline or the text stands, in lines.
const REACH: usize = 3;
/// The same above the text, where byline and date stand between.
const FAR: usize = 5;

/// Says what speaks for a line's being a caption.
#[inline(never)]
pub(super) fn weigh(page: &Page, shapes: &[Shape], at: usize, evidence: &mut Evidence) {
    let (shape, m, text) = (&shapes[at], &evidence.measures[at].clone(), page.text(at));
    let caption = Role::Removed(Label::Caption);
    let announced =
        at > 0 && shapes[at - 1].whole == Some(Label::Caption) && names_caption(page.text(at - 1));
    if page.lines[at].form == LineForm::Caption || announced || begins_with_label(text) {
        evidence.add(caption, weight::CAPTION_LABEL, "caption");
        return;
    }
    if m.words <= CREDITED_SENTENCE && m.inner_ends > 0 && credit_behind_sentence(text) {
        evidence.add(caption, weight::CAPTION_BRACKETS, "furniture");
        return;
    }
    let open = WORDS.contains(&m.words) && matches!(m.ending, Ending::Open) && m.inner_ends == 0;
    let is_point = page.lines[at].form == LineForm::Item;
    if !open || is_point || shape.is_date || shape.whole.is_some() || shape.person == Person::Likely {
        return;
    }
    let credit = credit_in_brackets(text);
    let (bracketed, foreign) = (credit.is_some(), credit == Some(true));
    if foreign {
        evidence.add(Role::Title, weight::HEADLINE_CREDIT, "headline");
    }
    let credited = shape.has(Label::Caption);
    let plain = shape.phrases.is_empty();
    let above = &shapes[at.saturating_sub(REACH)..at];
    let near_date = above.iter().any(|line| line.is_date);
    let is_text = |line: &Shape| line.is_prose || headline::is_deck(line);
    let reach = if at < evidence.text_from { FAR } else { REACH };
    let near_text = shapes[at.saturating_sub(reach)..at].iter().any(is_text);
    let below_text = near_text || headline::is_below_headline(shapes, at);
    if (bracketed && credited) || (foreign && plain && near_date) {
        evidence.add(caption, weight::CAPTION_BRACKETS, "furniture");
    } else if plain && below_text && (bracketed || shows_scene(text, m)) {
        evidence.add(caption, weight::CAPTION_SCENE, "caption");
    } else if plain && (below_text || shows_scene(text, m)) && shapes.get(at + 1).is_some_and(is_credit) {
        evidence.add(caption, weight::CAPTION_CREDITED, "caption");
    }
}

/// A line that says whose picture it is, and little else.
fn is_credit(shape: &Shape) -> bool {
    let credits = |phrase: &furniture::Phrase| phrase.label == Label::Caption && phrase.place != Place::In;
    shape.words <= CREDIT && shape.phrases.iter().any(credits)
}

/// "تصویر کا کیپشن": what follows is one.
fn names_caption(text: &str) -> bool {
    text.trim_end_matches([':', ' ']).ends_with("کیپشن")
}

/// "دہلی میٹرو، تصویر آئی اے این ایس": a picture's name and behind a mark whose it is.
pub(super) fn credit_behind_mark(text: &str) -> bool {
    // "کولنگ کا عمل جاری — اسکرین گریب"
    let last = text.rsplit_once(['—', '–', '-', '|', '/']).map(|(_, last)| last.trim());
    if last.is_some_and(|last| furniture::whole(Fingerprint::of_phrase(last)) == Some(Label::Caption)) {
        return true;
    }
    // "بازار کا ایک منظرتصویر: Imago"
    let glued = |credit: &str| parted(text, credit).is_some_and(|(shown, _)| shown.ends_with(is_alphabetic));
    if text.contains(':') && ["تصویر:", "تصویر :"].iter().any(|credit| glued(credit)) {
        return true;
    }
    if !text.contains(['،', ',', '/', '۔', '|', '-', '–']) {
        return false;
    }
    let mut words = text.split_whitespace().rev();
    let behind =
        words.by_ref().take(CREDITED + 1).position(|word| matches!(word, "تصویر" | "تصاویر" | "فوٹو"));
    let marked = words.next().is_some_and(|word| word.ends_with(['،', ',', '/', '۔', '|', '-', '–']));
    behind.is_some_and(|words| words > 0) && marked
}

/// "کاریگر مٹی گوندھ رہا ہے۔ (فوٹو: فائل)": whose picture it is, behind a sentence that says what it shows.
fn credit_behind_sentence(text: &str) -> bool {
    let Some((_, credit)) = text.trim_end_matches(['۔', ' ', ')', ']']).rsplit_once('۔') else {
        return false;
    };
    let mut words = credit.split(|c: char| !is_alphabetic(c)).filter(|word| !word.is_empty());
    let first = words.next();
    matches!(first, Some("تصویر" | "تصاویر" | "فوٹو" | "فوٹوز")) && (1..=CREDITED).contains(&words.count())
}

/// "،ویڈیو کیپشنگدھوں کی گنتی": the label that pages for readers of screens put before a caption.
fn begins_with_label(text: &str) -> bool {
    let text = text.trim_start_matches(['،', ',', ' ']);
    ["ویڈیو کیپشن", "تصویر کا کیپشن", "آڈیو کیپشن"].iter().any(|label| text.starts_with(label))
}

/// "(انڈپینڈنٹ اردو)" at the line's end; whether it is in another script.
fn credit_in_brackets(text: &str) -> Option<bool> {
    const BRACKETS: [char; 6] = ['(', ')', '[', ']', '\u{fd3e}', '\u{fd3f}'];
    // A quotation has its source behind it.
    const QUOTES: [char; 7] = ['”', '“', '’', '‘', '»', '"', '\''];
    let (before, inner) = text.trim_end().strip_suffix(BRACKETS)?.rsplit_once(BRACKETS)?;
    let inner = inner.trim_start();
    let credits = !before.trim().is_empty()
        && !before.trim_end().ends_with(QUOTES)
        && (1..=CREDITED).contains(&inner.split_whitespace().count())
        && inner.starts_with(|c: char| is_alphabetic(c) && !c.is_ascii_lowercase())
        && !inner.ends_with(is_numeric);
    credits.then(|| inner.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// "گل رحمان اپنی دکان میں کام کرتے ہوئے": somebody doing something, and no sentence.
fn shows_scene(text: &str, m: &Measure) -> bool {
    let ends = |ends: &[&str]| ends.iter().any(|end| text.trim_end().ends_with(end));
    let shows = m.words >= 4 && ends(&[" ہوئے", " منظر", " مناظر"]);
    // A subhead of few words may end so.
    let accompanies = m.words >= 5 && ends(&[" کے دوران", " کے ساتھ"]);
    m.commas == 0 && (shows || accompanies)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credit_stands_behind_a_mark() {
        assert!(credit_behind_mark("دہلی میٹرو، تصویر آئی اے این ایس"));
        assert!(credit_behind_mark("پرانے پل کا ایک منظرتصویر: Imago/epd"));
        assert!(!credit_behind_mark("اس نے اپنی تصویر دیکھی") && !credit_behind_mark("شہر کی ایک، تصویر"));
    }

    #[test]
    fn a_credit_stands_in_brackets_at_the_end() {
        assert_eq!(credit_in_brackets("کوکون کی نیلامی کے دوران کسان (Etv Bharat)"), Some(true));
        assert_eq!(credit_in_brackets("شازیہ اپنے کیبن میں (امر گرڑو/ انڈپینڈنٹ اردو)"), Some(false));
        assert_eq!(credit_in_brackets("ہتھنی پانی پی رہی ہے﴿فوٹو خبرنامہ﴾"), Some(false));
        assert!(credit_in_brackets("”پڑوسی کا حق بڑا ہے۔“ (صحیح بخاری)").is_none());
        assert!(credit_in_brackets("بند گلی (1)").is_none() && credit_in_brackets("(ادارہ)").is_none());
    }

    #[test]
    fn a_credit_stands_behind_a_sentence() {
        assert!(credit_behind_sentence("کاریگر مٹی گوندھ رہا ہے۔ (فوٹو: فائل)"));
        assert!(credit_behind_sentence("ملازم نوٹ گن رہا ہے۔تصویر: رائٹرز/فائل"));
        assert!(!credit_behind_sentence("ملازم نوٹ گن رہا تھا۔ تصویر دیکھ کر وہ رک گیا اور مسکرایا۔"));
    }

    #[test]
    fn a_captions_label_may_stand_right_before_its_words() {
        assert!(begins_with_label("،ویڈیو کیپشنگدھوں کی گنتی کرنے والی خواتین"));
        assert!(!begins_with_label("ویڈیو دیکھنے والی خواتین"));
    }
}

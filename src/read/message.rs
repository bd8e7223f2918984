//! Headers of messages in a chat that was exported or copied: "[14/07/24, 8:12:05 PM] نیوز گروپ:".

use crate::date;
use crate::page::parted;
use crate::script::leading_number;
use crate::script::unicode::is_numeric;

/// Longest time of a message and longest name of its sender, in bytes.
const LONGEST_TIME: usize = 60;
const LONGEST_NAME: usize = 100;

/// How many bytes of a line are the header of a message: a day and a time, then the sender and a colon; 0 where it
/// begins with none.
pub(crate) fn header(line: &str) -> usize {
    // A cheap look: a bracket or a digit, behind the marks of direction that such exports have.
    let text = line.trim_start_matches(['\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}']);
    let bracketed = text.starts_with('[');
    if !bracketed && !text.starts_with(is_numeric) {
        return 0;
    }
    after_sender(text, bracketed).map_or(0, |rest| line.len() - rest.len())
}

/// What follows the header that `text` begins with.
fn after_sender(text: &str, bracketed: bool) -> Option<&str> {
    let (time, rest) = if bracketed { parted(&text[1..], "]")? } else { parted(text, " - ")? };
    if time.len() > LONGEST_TIME || !time.contains(':') {
        return None;
    }
    // "[14/03, 9:47 pm]": the year may be left out.
    let (_, digits, behind) = leading_number(time);
    let month = behind.strip_prefix('/').is_some_and(|month| month.starts_with(is_numeric));
    if !(bracketed && digits > 0 && month) {
        let dates = date::date_line(time, None)?.dates;
        // Without brackets a time alone is that of an entry in a live page.
        if !bracketed && dates.iter().all(|date| date.value.is_none()) {
            return None;
        }
    }
    let (sender, message) = parted(rest, ":")?;
    let named =
        !sender.trim().is_empty() && sender.len() <= LONGEST_NAME && !sender.contains(['۔', '؟', '!']);
    named.then_some(message)
}

#[cfg(test)]
mod tests {
    use super::header;

    fn head(line: &str) -> &str {
        &line[..header(line)]
    }

    #[test]
    fn a_message_has_its_time_and_sender_before_it() {
        assert_eq!(head("[14/07/24, 8:12:05 PM] نیوز گروپ: خبر"), "[14/07/24, 8:12:05 PM] نیوز گروپ:");
        assert_eq!(head("03/05/2023، 9:41 pm - خبرنامہ: خبر"), "03/05/2023، 9:41 pm - خبرنامہ:");
        assert_eq!(head("[14/03, 9:47 pm] رشید: خبر"), "[14/03, 9:47 pm] رشید:");
        assert_eq!(head("[8:12 PM, 7/14/2024] +92 333 0000000: جی"), "[8:12 PM, 7/14/2024] +92 333 0000000:");
    }

    #[test]
    fn a_time_or_a_score_before_a_sentence_is_no_header() {
        for line in [
            "10:45 - جج صاحبان: کمرہ عدالت میں آئے۔",
            "3 - 2: میچ ختم",
            "[1] حوالہ: کتاب",
            "2023 - آغاز: تعمیر",
            "[ماخذ: بی بی سی/رائٹرز] وزیراعظم نے کہا: بارش ہوگی",
        ] {
            assert_eq!(head(line), "", "{line}");
        }
    }
}

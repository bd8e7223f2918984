//! HTML entities that stayed in the text.

use super::cluster::Tape;
use crate::article::ChangeKind::Entities;

/// Names, and the characters they stand for; sorted by name. `lt` and `gt` are not among them:
/// decoding must not make markup.
static NAMED: &[(&str, char)] = &[
    ("Aacute", 'Á'),
    ("Agrave", 'À'),
    ("Auml", 'Ä'),
    ("Ccedil", 'Ç'),
    ("Eacute", 'É'),
    ("NewLine", ' '),
    ("Ntilde", 'Ñ'),
    ("Ouml", 'Ö'),
    ("Prime", '″'),
    ("Tab", ' '),
    ("Uuml", 'Ü'),
    ("aacute", 'á'),
    ("acirc", 'â'),
    ("agrave", 'à'),
    ("amp", '&'),
    ("apos", '\''),
    ("aring", 'å'),
    ("ast", '*'),
    ("atilde", 'ã'),
    ("auml", 'ä'),
    ("bdquo", '„'),
    ("brvbar", '¦'),
    ("bull", '•'),
    ("ccedil", 'ç'),
    ("cent", '¢'),
    ("colon", ':'),
    ("comma", ','),
    ("commat", '@'),
    ("copy", '©'),
    ("curren", '¤'),
    ("dagger", '†'),
    ("darr", '↓'),
    ("deg", '°'),
    ("divide", '÷'),
    ("dollar", '$'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("egrave", 'è'),
    ("emsp", '\u{2003}'),
    ("ensp", '\u{2002}'),
    ("equals", '='),
    ("euml", 'ë'),
    ("euro", '€'),
    ("excl", '!'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("hairsp", '\u{200a}'),
    ("hearts", '♥'),
    ("hellip", '…'),
    ("iacute", 'í'),
    ("icirc", 'î'),
    ("iexcl", '¡'),
    ("iquest", '¿'),
    ("iuml", 'ï'),
    ("laquo", '«'),
    ("larr", '←'),
    ("lbrace", '{'),
    ("lbrack", '['),
    ("lcub", '{'),
    ("ldquo", '“'),
    ("lowbar", '_'),
    ("lpar", '('),
    ("lrm", '\u{200e}'),
    ("lsaquo", '‹'),
    ("lsqb", '['),
    ("lsquo", '‘'),
    ("macr", '¯'),
    ("mdash", '—'),
    ("micro", 'µ'),
    ("middot", '·'),
    ("minus", '−'),
    ("nbsp", '\u{a0}'),
    ("ndash", '–'),
    ("not", '¬'),
    ("ntilde", 'ñ'),
    ("num", '#'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("oelig", 'œ'),
    ("ouml", 'ö'),
    ("para", '¶'),
    ("percnt", '%'),
    ("period", '.'),
    ("permil", '‰'),
    ("plus", '+'),
    ("plusmn", '±'),
    ("pound", '£'),
    ("prime", '′'),
    ("quest", '?'),
    ("quot", '"'),
    ("raquo", '»'),
    ("rarr", '→'),
    ("rbrace", '}'),
    ("rbrack", ']'),
    ("rcub", '}'),
    ("rdquo", '”'),
    ("reg", '®'),
    ("rlm", '\u{200f}'),
    ("rpar", ')'),
    ("rsaquo", '›'),
    ("rsqb", ']'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("sect", '§'),
    ("semi", ';'),
    ("shy", '\u{ad}'),
    ("sol", '/'),
    ("star", '☆'),
    ("sup1", '¹'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("szlig", 'ß'),
    ("thinsp", '\u{2009}'),
    ("times", '×'),
    ("trade", '™'),
    ("uacute", 'ú'),
    ("uarr", '↑'),
    ("ucirc", 'û'),
    ("uml", '¨'),
    ("uuml", 'ü'),
    ("verbar", '|'),
    ("yen", '¥'),
    ("zwj", '\u{200d}'),
    ("zwnj", '\u{200c}'),
];

/// Names that are also read where the semicolon is missing.
static BARE: [&str; 9] = ["amp", "copy", "laquo", "ldquo", "nbsp", "quot", "raquo", "rdquo", "reg"];

/// windows-1252, which also stands for Latin-1 and for numeric references of HTML: the characters of 0x80 to 0x9F; above,
/// byte and character are equal.
pub(crate) static WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// As long as any name or number that is read, with its marks.
const LONGEST: usize = 12;

/// Decodes the entities of a cluster.
pub(super) fn decode_all(tape: &mut Tape) {
    while let Some(atom) = tape.current() {
        let mut c = atom.ch;
        let mut taken = 1;
        while c == '&' && !atom.kept {
            let mut window = [0; LONGEST];
            let ahead = (0..LONGEST).map_while(|step| tape.peek(taken + step));
            for (byte, atom) in
                window.iter_mut().zip(ahead.take_while(|atom| atom.ch.is_ascii() && !atom.kept))
            {
                *byte = atom.ch as u8;
            }
            let Some((decoded, length)) = one(&window) else { break };
            c = decoded;
            taken += length;
        }
        if taken > 1 { tape.merge(taken, c, Entities) } else { tape.keep() }
    }
}

/// Reads the entity whose `&` stands before `rest`: the character, and how many bytes of `rest` it
/// takes. What decodes to `&` is read on, until no entity is left.
pub(super) fn decode(rest: &[u8]) -> Option<(char, usize)> {
    let (mut c, mut taken) = one(rest)?;
    while c == '&' {
        let Some((next, more)) = rest.get(taken..).and_then(one) else { break };
        c = next;
        taken += more;
    }
    Some((c, taken))
}

/// One step of decoding: what comes out may be an `&` that begins another entity.
fn one(rest: &[u8]) -> Option<(char, usize)> {
    if rest.first() == Some(&b'#') {
        return numeric(rest);
    }
    let length = rest.iter().take(LONGEST).take_while(|b| b.is_ascii_alphanumeric()).count();
    let name = std::str::from_utf8(rest.get(..length)?).ok()?;
    let at = NAMED.binary_search_by(|row| row.0.cmp(name)).ok()?;
    let c = NAMED[at].1;
    match rest.get(length) {
        Some(b';') => Some((c, length + 1)),
        Some(b'=') => None,
        _ if BARE.contains(&name) => Some((c, length)),
        _ => None,
    }
}

fn numeric(rest: &[u8]) -> Option<(char, usize)> {
    let (radix, from) = if matches!(rest.get(1), Some(b'x' | b'X')) { (16, 2) } else { (10, 1) };
    let digits = rest.get(from..)?;
    let length = digits.iter().take(LONGEST).take_while(|b| (**b as char).is_digit(radix)).count();
    let code = u32::from_str_radix(std::str::from_utf8(digits.get(..length)?).ok()?, radix).ok()?;
    if digits.get(length) != Some(&b';') {
        return None;
    }
    let c = match code {
        // White space of HTML is a space between words.
        9 | 10 | 12 | 13 => ' ',
        0..=31 | 127 => return None,
        0x80..=0x9f => WINDOWS_1252[(code - 0x80) as usize],
        _ => char::from_u32(code)?,
    };
    // Neither markup nor code nor lines are made.
    if matches!(c, '<' | '>' | '`' | '\u{2028}' | '\u{2029}') { None } else { Some((c, from + length + 1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(char, usize)> {
        decode(text.strip_prefix('&')?.as_bytes())
    }

    #[test]
    fn names_are_sorted() {
        assert!(NAMED.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn named_and_numeric_entities_are_read() {
        assert_eq!(read("&nbsp;x"), Some(('\u{a0}', 5)));
        assert_eq!(read("&#1575;"), Some(('ا', 6)));
        assert_eq!(read("&#x627;"), Some(('ا', 6)));
        assert_eq!(read("&#147;"), Some(('“', 5)));
    }

    #[test]
    fn an_entity_encoded_twice_is_read_to_the_end() {
        assert_eq!(read("&amp;amp;quot;"), Some(('"', 13)));
        assert_eq!(read("&#38;nbsp;"), Some(('\u{a0}', 9)));
    }

    #[test]
    fn markup_is_never_made() {
        assert_eq!(read("&lt;"), None);
        assert_eq!(read("&#60;"), None);
        assert_eq!(read("&#x3e;"), None);
        assert_eq!(read("&amp;lt;"), Some(('&', 4)));
    }

    #[test]
    fn an_ampersand_alone_is_no_entity() {
        assert_eq!(read("&T"), None);
        assert_eq!(read("&nope;"), None);
        assert_eq!(read("&copy=1"), None);
        assert_eq!(read("&#;"), None);
        assert_eq!(read("&#xd800;"), None);
    }
}

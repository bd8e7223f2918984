//! The single-byte encodings that Urdu pages are met in, as the WHATWG Encoding Standard has them.
//!
//! Others are left to the host's `TextDecoder`: `encoding_rs`, asked for one of them, adds 103 KB of brotli to the
//! module.

use crate::script::WINDOWS_1252;

/// windows-1256, Arabic: the characters of 0x80 to 0xFF.
static WINDOWS_1256: [char; 128] = [
    '\u{20ac}', '\u{67e}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}', '\u{2c6}',
    '\u{2030}', '\u{679}', '\u{2039}', '\u{152}', '\u{686}', '\u{698}', '\u{688}', '\u{6af}', '\u{2018}',
    '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{6a9}', '\u{2122}', '\u{691}',
    '\u{203a}', '\u{153}', '\u{200c}', '\u{200d}', '\u{6ba}', '\u{a0}', '\u{60c}', '\u{a2}', '\u{a3}',
    '\u{a4}', '\u{a5}', '\u{a6}', '\u{a7}', '\u{a8}', '\u{a9}', '\u{6be}', '\u{ab}', '\u{ac}', '\u{ad}',
    '\u{ae}', '\u{af}', '\u{b0}', '\u{b1}', '\u{b2}', '\u{b3}', '\u{b4}', '\u{b5}', '\u{b6}', '\u{b7}',
    '\u{b8}', '\u{b9}', '\u{61b}', '\u{bb}', '\u{bc}', '\u{bd}', '\u{be}', '\u{61f}', '\u{6c1}', '\u{621}',
    '\u{622}', '\u{623}', '\u{624}', '\u{625}', '\u{626}', '\u{627}', '\u{628}', '\u{629}', '\u{62a}',
    '\u{62b}', '\u{62c}', '\u{62d}', '\u{62e}', '\u{62f}', '\u{630}', '\u{631}', '\u{632}', '\u{633}',
    '\u{634}', '\u{635}', '\u{636}', '\u{d7}', '\u{637}', '\u{638}', '\u{639}', '\u{63a}', '\u{640}',
    '\u{641}', '\u{642}', '\u{643}', '\u{e0}', '\u{644}', '\u{e2}', '\u{645}', '\u{646}', '\u{647}',
    '\u{648}', '\u{e7}', '\u{e8}', '\u{e9}', '\u{ea}', '\u{eb}', '\u{649}', '\u{64a}', '\u{ee}', '\u{ef}',
    '\u{64b}', '\u{64c}', '\u{64d}', '\u{64e}', '\u{f4}', '\u{64f}', '\u{650}', '\u{f7}', '\u{651}',
    '\u{f9}', '\u{652}', '\u{fb}', '\u{fc}', '\u{200e}', '\u{200f}', '\u{6d2}',
];

/// A single-byte encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SingleByte {
    Windows1252,
    Windows1256,
}

impl SingleByte {
    /// The character of a byte.
    pub(super) fn character(self, byte: u8) -> char {
        match (self, byte) {
            (_, 0..0x80) => char::from(byte),
            (SingleByte::Windows1256, _) => WINDOWS_1256[usize::from(byte - 0x80)],
            (SingleByte::Windows1252, 0x80..0xa0) => WINDOWS_1252[usize::from(byte - 0x80)],
            (SingleByte::Windows1252, _) => char::from(byte),
        }
    }

    pub(super) fn decode(self, bytes: &[u8]) -> String {
        let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
        text.extend(bytes.iter().map(|&byte| self.character(byte)));
        text
    }
}

/// The byte that a character was if a text was decoded as Latin-1 or windows-1252; none for ASCII and
/// for what those do not have.
pub(super) fn latin_byte(c: char) -> Option<u8> {
    match c {
        '\u{80}'..='\u{ff}' => u8::try_from(u32::from(c)).ok(),
        _ if c < '\u{152}' => None,
        _ => WINDOWS_1252.iter().position(|&known| known == c).map(|at| 0x80 + at as u8),
    }
}

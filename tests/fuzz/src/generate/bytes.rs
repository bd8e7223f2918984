//! Files: text and markup in an encoding, whole or broken, and pages saved as MIME messages.

use super::vocabulary::one;
use super::{markup, text};
use fastrand::Rng;

const HEADERS: &[&str] = &[
    "MIME-Version: 1.0",
    "From: <Saved by matn>",
    "Content-Type: multipart/related; boundary=\"b\"",
    "Content-Type: multipart/related; boundary=b; type=\"text/html\"",
    "Content-Type: multipart/alternative;\r\n\tboundary=b",
    "Content-Type: text/html; charset=utf-8",
    "Content-Type: text/html; charset=windows-1256",
    "Content-Type: text/plain",
    "Content-Type: application/xhtml+xml",
    "Content-Type: image/png",
    "Content-Type:",
    "Content-Transfer-Encoding: quoted-printable",
    "Content-Transfer-Encoding: base64",
    "Content-Transfer-Encoding: 8bit",
    "Content-Location: https://example.com/a",
    "Content-ID: <a>",
    "Content-Type: multipart/related; start=\"<a>\"; boundary=b",
    "Subject: =?utf-8?B?2K7YqNix?=",
    ":",
    "X",
    "Content-Type: text/html; charset=\"",
];

/// A file.
pub(super) fn file(rng: &mut Rng) -> Vec<u8> {
    let content = match rng.u8(..4) {
        0 => text::page(rng),
        _ => markup::page(rng),
    };
    match rng.u8(..8) {
        0..3 => message(&content, rng),
        3 => [b"\xef\xbb\xbf", content.as_bytes()].concat(),
        4 => wide(&content, u16::to_le_bytes, rng.bool()),
        5 => wide(&content, u16::to_be_bytes, rng.bool()),
        6 => single(&content, rng),
        _ => content.into_bytes(),
    }
}

fn wide(content: &str, bytes: fn(u16) -> [u8; 2], marked: bool) -> Vec<u8> {
    let mark = marked.then_some(0xfeff);
    mark.into_iter().chain(content.encode_utf16()).flat_map(bytes).collect()
}

/// Bytes of a single-byte encoding: the letters of windows-1256 stand above 0xc0, in no order that matters here.
fn single(content: &str, rng: &mut Rng) -> Vec<u8> {
    let byte = |c: char| if c.is_ascii() { c as u8 } else { 0x80 | (c as u32 & 0x7f) as u8 };
    let head: &[u8] = if rng.bool() { b"<meta charset=windows-1256>" } else { b"" };
    head.iter().copied().chain(content.chars().map(byte)).collect()
}

fn message(content: &str, rng: &mut Rng) -> Vec<u8> {
    let mut message =
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n".to_owned();
    for _ in 0..rng.usize(..3) {
        message += &format!("--b\r\n{}\r\n\r\n{}\r\n", one(HEADERS, rng), text::line(rng));
    }
    message += "--b\r\nContent-Type: text/html; charset=utf-8\r\n";
    match rng.u8(..3) {
        0 => {
            message += &format!("Content-Transfer-Encoding: quoted-printable\r\n\r\n{}", quoted(content, rng))
        }
        1 => message += &format!("Content-Transfer-Encoding: base64\r\n\r\n{}", base64(content.as_bytes())),
        _ => message += &format!("{}\r\n\r\n{content}", one(HEADERS, rng)),
    }
    message += one(&["\r\n--b--\r\n", "\r\n--b--", "\n--b\n", "", "--b--"], rng);
    message.into_bytes()
}

fn quoted(content: &str, rng: &mut Rng) -> String {
    let quoted = |byte: u8| {
        let plain = byte.is_ascii_graphic() && byte != b'=' || byte == b' ';
        if plain { char::from(byte).to_string() } else { format!("={byte:02X}") }
    };
    let mut out = String::new();
    for byte in content.bytes() {
        out += &quoted(byte);
        if rng.u8(..) < 4 {
            out += one(&["=\r\n", "=\n", "=", "=4", "=GG"], rng);
        }
    }
    out
}

/// The bytes in base64, lines of 76 signs.
pub(super) fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for (at, three) in bytes.chunks(3).enumerate() {
        let bits =
            three.iter().fold(0u32, |bits, &byte| bits << 8 | u32::from(byte)) << (8 * (3 - three.len()));
        let sign = |place: usize| char::from(SIGNS[(bits >> (18 - 6 * place)) as usize & 63]);
        out.extend((0..4).map(|place| if place <= three.len() { sign(place) } else { '=' }));
        if at % 19 == 18 {
            out += "\r\n";
        }
    }
    out
}

/// A header, a border, or bytes that are no text.
pub(super) fn piece(rng: &mut Rng) -> Vec<u8> {
    match rng.u8(..6) {
        0 | 1 => format!("\r\n{}\r\n", one(HEADERS, rng)).into_bytes(),
        2 => one(&["\r\n--b\r\n", "\r\n--b--\r\n", "\r\n\r\n", "=\r\n", "=C2=A0"], rng).as_bytes().to_vec(),
        3 => markup::piece(rng).into_bytes(),
        4 => vec![rng.u8(128..); rng.usize(1..4)],
        _ => [
            &b"\xff\xfe"[..],
            b"\xfe\xff",
            b"\xef\xbb\xbf",
            b"\0",
            b"\xc3",
            b"\xed\xa0\x80",
            b"\xf4\x90\x80\x80",
        ][rng.usize(..7)]
        .to_vec(),
    }
}

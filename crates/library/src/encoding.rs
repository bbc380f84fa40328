//! The bytes of a file as text: UTF-8, or UTF-16 as some editors and spreadsheets save it. Everything else is named, for a text guessed
//! at would hold other letters than were written.

use model::fault::Fault;
use words::file_faults;

/// The text that the bytes of a file hold.
pub fn decode(bytes: &[u8]) -> Result<String, Fault> {
    let text = match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Err(file_faults::utf_32().to_owned()),
        [0, 0, 0, byte, ..] | [byte, 0, 0, 0, ..] if *byte != 0 => Err(file_faults::utf_32().to_owned()),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        // JSON begins with a character below 128, so that of its two bytes one is 0.
        [0, byte, ..] if *byte != 0 => utf16(bytes, u16::from_be_bytes),
        [byte, 0, ..] if *byte != 0 => utf16(bytes, u16::from_le_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest, 3),
        _ => utf8(bytes, 0),
    };
    let text =
        text.and_then(|text| if text.contains('\0') { Err(file_faults::no_text().to_owned()) } else { Ok(text) });
    text.map_err(|what| Fault::new("file", "", &what))
}

fn utf8(bytes: &[u8], before: usize) -> Result<String, String> {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(text.to_owned()),
        Err(_) if bytes.contains(&0) => return Err(file_faults::no_text().to_owned()),
        Err(error) => error,
    };
    let place = error.valid_up_to();
    Err(file_faults::NotUtf8 { place: &(before + place + 1), byte: &format!("{:02X}", bytes[place]) }.say())
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    let text = String::from_utf16(&units).ok().filter(|_| rest.is_empty());
    text.ok_or_else(|| file_faults::not_utf_16().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\"title\": \"Zürich – 北京 😀\"}";

    fn check(bytes: &[u8], expect: Result<&str, &str>) {
        match (decode(bytes), expect) {
            (Ok(text), Ok(expect)) => assert_eq!(text, expect),
            (Err(fault), Err(part)) => assert!(words::fault::sentence(&fault).contains(part), "{fault:?}"),
            (found, _) => panic!("{bytes:?}: {found:?}"),
        }
    }

    fn units(bytes: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
        let mark = mark.then_some(0xfeff);
        mark.into_iter().chain(TEXT.encode_utf16()).flat_map(bytes).collect()
    }

    #[test]
    fn text_is_read_from_utf_8_and_utf_16_with_a_mark_and_without() {
        check(TEXT.as_bytes(), Ok(TEXT));
        check(format!("\u{feff}{TEXT}").as_bytes(), Ok(TEXT));
        for mark in [true, false] {
            check(&units(u16::to_le_bytes, mark), Ok(TEXT));
            check(&units(u16::to_be_bytes, mark), Ok(TEXT));
        }
        for bytes in [&b""[..], b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"] {
            check(bytes, Ok(""));
        }
    }

    #[test]
    fn other_encodings_are_named() {
        check(b"{\"title\": \"Z\xfcrich\"}", Err("not UTF-8 text: byte 13 is FC"));
        check(b"\xef\xbb\xbf{\"title\": \"Z\xfcrich\"}", Err("byte 16 is FC"));
        check(b"{\"title\": \"caf\xe9", Err("save it as UTF-8"));
        check(b"\xff\xfe\0\0{\0\0\0", Err("UTF-32"));
        check(b"{\0\0\0}\0\0\0", Err("UTF-32"));
        check(b"\0\0\0{\0\0\0}", Err("UTF-32"));
        check(b"\xff\xfe{", Err("UTF-16"));
        check(b"\xff\xfe\0\xd8{\0", Err("UTF-16"));
        check(b"{\"a\": \"\0\"}", Err("not a text file"));
        check(b"{\"a\": \"\0\xff\"}", Err("not a text file"));
        check(&[0; 50], Err("not a text file"));
    }
}

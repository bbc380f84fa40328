//! A language as one file: its tag, what it was made for, and its texts in order, with signs where something is put in.

use super::language::{Argument, Form, Language, Piece};

/// What stands after each text.
pub const END: char = '\0';
/// Before the place of an argument that is put in as it is.
pub const PLAIN: char = '\u{1}';
/// ... with an article.
pub const ARTICLE: char = '\u{2}';
/// ... with a capital.
pub const CAPITAL: char = '\u{3}';
/// ... with a small letter first.
pub const SMALL: char = '\u{4}';
/// Before the place of an argument whose number decides, and its variants.
pub const PLURAL: char = '\u{5}';
/// Before the key of a variant.
pub const VARIANT: char = '\u{6}';
/// Between the key and the text of a variant.
pub const KEY: char = '\u{e}';
/// After the last variant.
pub const CLOSE: char = '\u{f}';
/// The place of the first argument; those that follow have the letters after it.
pub const FIRST: char = 'a';

/// A file of a language that is in the order of `source`: what the first screen may need, or what comes later.
pub fn pack(language: &Language, source: &Language, later: bool) -> String {
    let mut packed = format!("{}\n{:016x}\n", language.tag, fingerprint(source));
    for ((_, text), (module, model)) in language.part(later).zip(source.part(later)) {
        write(&text.pieces, &module.arguments(model), &mut packed);
        packed.push(END);
    }
    packed
}

/// A number for all that a language must say: another for other messages, arguments or words.
pub fn fingerprint(source: &Language) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut take = |text: &str| {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    };
    for (address, text) in source.texts() {
        take(&address);
        take(&format!("{:?}", text.pieces));
        for (name, counts) in text.arguments() {
            take(&name);
            take(if counts { "number" } else { "text" });
        }
    }
    hash
}

fn write(pieces: &[Piece], arguments: &[Argument], packed: &mut String) {
    let place = |name: &str| {
        let place =
            arguments.iter().position(|(known, _)| known == name).expect("invariant: checked against the source");
        char::from(FIRST as u8 + u8::try_from(place).expect("invariant: few arguments"))
    };
    for piece in pieces {
        match piece {
            Piece::Plain(text) => packed.push_str(text),
            Piece::Argument(name, form) => {
                packed.push(match form {
                    Form::Plain => PLAIN,
                    Form::Article => ARTICLE,
                    Form::Capital => CAPITAL,
                    Form::Small => SMALL,
                });
                packed.push(place(name));
            }
            Piece::Plural(name, variants) => {
                packed.push(PLURAL);
                packed.push(place(name));
                for (key, pieces) in variants {
                    packed.push(VARIANT);
                    packed.push_str(key);
                    packed.push(KEY);
                    write(pieces, arguments, packed);
                }
                packed.push(CLOSE);
            }
        }
    }
}

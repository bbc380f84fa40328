//! A language that nobody speaks, made from another: longer, accented, in brackets. Whatever stands on a page without
//! brackets has not gone through a language's file, and what overflows in it will overflow in a language with long words.

use super::language::{Language, Piece};

/// Its tag, as is usual: English with accents, for tests.
pub const TAG: &str = "en-XA";

/// The language made from `source`.
pub fn pseudo(source: &Language) -> Language {
    let mut made = source.clone();
    TAG.clone_into(&mut made.tag);
    for message in made.modules.iter_mut().flat_map(|module| &mut module.messages) {
        for text in &mut message.texts {
            let letters = accent_all(&mut text.pieces);
            text.pieces.insert(0, Piece::Plain("[".to_owned()));
            // A third longer, as German is; short labels grow more.
            text.pieces.push(Piece::Plain(format!("{}]", longer(letters))));
        }
    }
    made
}

/// What makes a text of so many letters a third longer, in words of at most eight signs.
fn longer(letters: usize) -> String {
    let signs = 1 + letters / 3;
    (0..signs).map(|place| if place % 9 == 8 { ' ' } else { '~' }).collect()
}

/// Accents what is plain, and counts its letters.
fn accent_all(pieces: &mut [Piece]) -> usize {
    let mut letters = 0;
    for piece in pieces {
        match piece {
            Piece::Plain(text) => {
                letters += text.chars().count();
                *text = accent(text);
            }
            Piece::Argument(..) => (),
            Piece::Plural(_, variants) => {
                letters += variants.iter_mut().map(|(_, pieces)| accent_all(pieces)).max().unwrap_or_default();
            }
        }
    }
    letters
}

/// With accents, but for what stands in tags and entities.
fn accent(text: &str) -> String {
    let mut tag = false;
    text.chars()
        .map(|letter| {
            tag = (tag || letter == '<') && letter != '>';
            if tag { letter } else { accented(letter) }
        })
        .collect()
}

fn accented(letter: char) -> char {
    const PLAIN: &str = "aceginosuyzACEGINOSUYZ";
    const ACCENTED: &str = "áçéğíñóšúýžÁÇÉĞÍÑÓŠÚÝŽ";
    PLAIN.chars().position(|plain| plain == letter).and_then(|place| ACCENTED.chars().nth(place)).unwrap_or(letter)
}

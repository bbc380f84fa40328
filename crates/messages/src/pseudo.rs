//! A language that nobody speaks, made from another: longer, accented, in brackets, arguments between ‹ and ›. Whatever
//! stands on a page without brackets, or between these without brackets of its own, has not gone through a language's file,
//! and what overflows in it will overflow in a language with long words.

use super::language::{Form, Language, Piece};

/// Its tag, as is usual: English with accents, for tests.
pub const TAG: &str = "en-XA";

/// The language made from `source`.
pub fn pseudo(source: &Language) -> Language {
    let mut made = source.clone();
    TAG.clone_into(&mut made.tag);
    for message in made.modules.iter_mut().flat_map(|module| &mut module.messages) {
        for text in &mut message.texts {
            let letters = accent_all(&mut text.pieces);
            mark_arguments(&mut text.pieces);
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

/// Without an article, for a noun that begins with a bracket has none.
fn mark_arguments(pieces: &mut Vec<Piece>) {
    let plain = |sign: &str| Piece::Plain(sign.to_owned());
    let marked = pieces.drain(..).flat_map(|piece| match piece {
        Piece::Plain(_) => vec![piece],
        Piece::Argument(name, form) => {
            let form = if form == Form::Article { Form::Plain } else { form };
            vec![plain("‹"), Piece::Argument(name, form), plain("›")]
        }
        Piece::Plural(name, mut variants) => {
            variants.iter_mut().for_each(|(_, pieces)| mark_arguments(pieces));
            vec![Piece::Plural(name, variants)]
        }
    });
    *pieces = marked.collect();
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

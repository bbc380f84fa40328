//! What a language consists of, and whether it says all that another says.

use std::collections::BTreeMap;

/// A language: all its messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its tag, such as `en`, after BCP 47.
    pub tag: String,
    /// Its files, by name.
    pub modules: Vec<Module>,
}

/// A file of messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    /// Its name without extension.
    pub name: String,
    /// Whether it stands in the folder `later`: the first screen does without it.
    pub later: bool,
    /// Whether its messages are rows, all with the same attributes.
    pub table: bool,
    /// What it says, as ordered in the file.
    pub messages: Vec<Message>,
}

/// A message, or a row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its id.
    pub id: String,
    /// Its text, and those of its attributes.
    pub texts: Vec<Text>,
}

/// One text of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The attribute; `None` for the message's own.
    pub attribute: Option<String>,
    /// What it is made of.
    pub pieces: Vec<Piece>,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Said as it stands.
    Plain(String),
    /// An argument.
    Argument(String, Form),
    /// What is said by the number of an argument.
    Plural(String, Vec<(String, Vec<Piece>)>),
}

/// How an argument is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As it is.
    Plain,
    /// With the indefinite article before it.
    Article,
    /// With a capital first.
    Capital,
    /// With a small letter first.
    Small,
}

/// Categories of number, after CLDR; a variant may also stand for one number.
pub const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The name of an argument, and whether it is a number that a plural goes by.
pub type Argument = (String, bool);

impl Language {
    /// This language in the order of `source`. A text may use what a caller of the source's text gives.
    ///
    /// # Errors
    /// What it lacks or has too much beside `source`, a line each.
    pub fn fitted_to(&self, source: &Language) -> Result<Language, Vec<String>> {
        let mut own: BTreeMap<String, &Text> = BTreeMap::new();
        let mut wrong = Vec::new();
        for (address, text) in self.texts() {
            if own.insert(address.clone(), text).is_some() {
                wrong.push(format!("{}: {address} stands there twice", self.tag));
            }
        }
        let mut fitted = source.clone();
        fitted.tag.clone_from(&self.tag);
        for (module, model) in fitted.modules.iter_mut().zip(&source.modules) {
            for message in &mut module.messages {
                for text in &mut message.texts {
                    let address = address(&module.name, &message.id, text.attribute.as_deref());
                    let Some(found) = own.remove(&address) else {
                        wrong.push(format!("{}: {address} is missing", self.tag));
                        continue;
                    };
                    if places(text) != places(found) {
                        wrong.push(format!(
                            "{}: {address} has other places for links, <a>…</a>, than the source",
                            self.tag
                        ));
                    }
                    let known = model.arguments(text);
                    let unknown = unknown_arguments(&known, found);
                    wrong.extend(unknown.map(|what| format!("{}: {address} {what}", self.tag)));
                    text.pieces.clone_from(&found.pieces);
                }
            }
        }
        wrong.extend(own.keys().map(|address| format!("{}: {address} is unknown in {}", self.tag, source.tag)));
        if wrong.is_empty() { Ok(fitted) } else { Err(wrong) }
    }

    /// The texts that the first screen may need, or those that come later, each with its file.
    pub fn part(&self, later: bool) -> impl Iterator<Item = (&Module, &Text)> {
        let modules = self.modules.iter().filter(move |module| module.later == later);
        modules.flat_map(|module| module.texts().map(move |text| (module, text)))
    }

    /// All texts with their addresses, such as `result.no-difference` or `levers.beta.help`.
    pub fn texts(&self) -> impl Iterator<Item = (String, &Text)> {
        self.modules.iter().flat_map(|module| {
            module.messages.iter().flat_map(move |message| {
                message
                    .texts
                    .iter()
                    .map(move |text| (address(&module.name, &message.id, text.attribute.as_deref()), text))
            })
        })
    }
}

fn address(module: &str, id: &str, attribute: Option<&str>) -> String {
    let attribute = attribute.map_or_else(String::new, |name| format!(".{name}"));
    format!("{module}.{id}{attribute}")
}

/// How many places for links there are in a text.
fn places(text: &Text) -> [usize; 2] {
    let plain = |piece: &Piece| if let Piece::Plain(text) = piece { text.clone() } else { String::new() };
    let all: String = text.pieces.iter().map(plain).collect();
    ["<a>", "</a>"].map(|mark| all.matches(mark).count())
}

fn unknown_arguments(known: &[Argument], found: &Text) -> impl Iterator<Item = String> {
    found.arguments().into_iter().filter_map(|(name, counts)| match known.iter().find(|(known, _)| *known == name) {
        None => Some(format!("has ${name}, which the source has not")),
        Some((_, false)) if counts => Some(format!("goes by the number of ${name}, which is a text in the source")),
        Some(_) => None,
    })
}

impl Module {
    fn texts(&self) -> impl Iterator<Item = &Text> {
        self.messages.iter().flat_map(|message| &message.texts)
    }

    /// What a caller gives to one of its texts: the text's own arguments, or in a table those of the column in all rows,
    /// in the order they come.
    pub fn arguments(&self, text: &Text) -> Vec<Argument> {
        let column = self.texts().filter(|other| self.table && other.attribute == text.attribute);
        let mut found = Vec::new();
        column.chain([text]).for_each(|text| collect(&text.pieces, &mut found));
        found
    }
}

impl Text {
    /// Its own arguments in the order they come.
    pub fn arguments(&self) -> Vec<Argument> {
        let mut found = Vec::new();
        collect(&self.pieces, &mut found);
        found
    }
}

fn collect(pieces: &[Piece], found: &mut Vec<Argument>) {
    for piece in pieces {
        let (name, counts) = match piece {
            Piece::Plain(_) => continue,
            Piece::Argument(name, _) => (name, false),
            Piece::Plural(name, _) => (name, true),
        };
        match found.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known |= counts,
            None => found.push((name.clone(), counts)),
        }
        if let Piece::Plural(_, variants) = piece {
            for (_, pieces) in variants {
                collect(pieces, found);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{fingerprint, pack};
    use crate::pseudo::pseudo;
    use crate::reader::module;

    fn language(tag: &str, text: &str) -> Language {
        Language { tag: tag.to_owned(), modules: vec![module("m", text).expect("good")] }
    }

    const ENGLISH: &str =
        "hello = Hello, { $who }\nsee = <a>See</a> it\npairs = { $n ->\n [one] one\n*[other] { $n }\n}\n";

    #[test]
    fn what_another_language_lacks_or_has_too_much_is_said() {
        let check = |german: &str, wrong: &[&str]| {
            let found = language("de", german).fitted_to(&language("en", ENGLISH)).err().unwrap_or_default();
            assert_eq!(found, wrong, "{german}");
        };
        let rest = "see = <a>Sieh</a>\npairs = { $n }\n";
        check(&format!("{rest}hello = Hallo, {{ $who }}"), &[]);
        check(&format!("{rest}hello = Hallo"), &[]);
        check(rest, &["de: m.hello is missing"]);
        check(&format!("{rest}hello = Hallo\nbye = Ade"), &["de: m.bye is unknown in en"]);
        check(&format!("{rest}hello = Hallo, {{ $name }}"), &["de: m.hello has $name, which the source has not"]);
        check(
            &format!("{rest}hello = {{ $who ->\n [one] a\n*[other] b\n}}"),
            &["de: m.hello goes by the number of $who, which is a text in the source"],
        );
        check(
            "see = Sieh\npairs = { $n }\nhello = Hallo",
            &["de: m.see has other places for links, <a>…</a>, than the source"],
        );
    }

    #[test]
    fn a_row_may_use_what_its_column_has_and_nothing_else() {
        let check = |german: &str, wrong: &[&str]| {
            let english =
                "### Table\n\na = { $who }\n .more = { $what }\nb = x\n .more = { $n ->\n *[other] { $n }\n }\n";
            let found = language("de", german).fitted_to(&language("en", english)).err().unwrap_or_default();
            assert_eq!(found, wrong, "{german}");
        };
        check("a = a\n .more = c\nb = b\n .more = d\n", &[]);
        check("a = a\n .more = { $n ->\n *[other] c\n }\nb = { $who }\n .more = { $what }\n", &[]);
        check("a = a\n .more = c\nb = { $what }\n .more = d\n", &["de: m.b has $what, which the source has not"]);
        check("a = a\n .more = { $who }\nb = b\n .more = d\n", &["de: m.a.more has $who, which the source has not"]);
        check(
            "a = { $who ->\n *[other] a\n }\n .more = c\nb = b\n .more = d\n",
            &["de: m.a goes by the number of $who, which is a text in the source"],
        );
    }

    #[test]
    fn a_file_holds_the_texts_in_the_order_of_the_source() {
        let english = language("en", ENGLISH);
        let german = language("de", "pairs = { $n }\nhello = Hallo, { $who }\nsee = <a>Sieh</a>\n");
        let fitted = german.fitted_to(&english).expect("it fits");
        let head = format!("de\n{:016x}\n", fingerprint(&english));
        assert_eq!(pack(&fitted, &english, false), format!("{head}Hallo, \u{1}a\0<a>Sieh</a>\0\u{1}a\0"));
        assert_eq!(pack(&fitted, &english, true), head, "nothing comes later");
        assert_ne!(fingerprint(&english), fingerprint(&language("en", &ENGLISH.replace("Hello", "Good day"))));
    }

    #[test]
    fn the_made_up_language_is_longer_and_accented_but_for_tags() {
        let made = pseudo(&language("en", ENGLISH));
        let said: Vec<String> = made.texts().map(|(_, text)| format!("{:?}", text.pieces)).collect();
        assert!(said[0].contains("Hélló, ") && said[0].contains('[') && said[0].contains("~]"), "{}", said[0]);
        assert!(said[1].contains("<a>Šéé</a>"), "{}", said[1]);
        let argument = r#"Plain("‹"), Argument("n", Plain), Plain("›")"#;
        assert!(said[2].contains(argument), "{}", said[2]);
        assert_eq!(made.fitted_to(&language("en", ENGLISH)).as_ref(), Ok(&made));
    }
}

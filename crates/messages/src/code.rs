//! The functions by which a program says the messages of a language.

use std::fmt::Write;

use super::language::{Argument, Language, Module, Piece, Text};
use super::pack;

/// The Rust source of a module for each file: what calls a function of `crate::message` with a text's number.
pub fn code(source: &Language) -> String {
    let mut out = format!(
        "/// What a language's file must have been made for.\npub const FINGERPRINT: u64 = {};\n",
        pack::fingerprint(source)
    );
    let mut numbers = [0, 0];
    let counts = [false, true].map(|later| source.part(later).count());
    let _ = writeln!(
        out,
        "/// How many texts a language has: at first, and later.\npub const TEXTS: [usize; 2] = {counts:?};"
    );
    for module in &source.modules {
        let number = &mut numbers[usize::from(module.later)];
        let _ = writeln!(out, "/// What `{}.ftl` says.\npub mod {} {{", module.name, snake(&module.name));
        if module.table {
            table(module, number, &mut out)
        } else {
            plain(module, number, &mut out)
        }
        out.push_str("}\n");
    }
    out
}

fn plain(module: &Module, number: &mut usize, out: &mut String) {
    for message in &module.messages {
        for text in &message.texts {
            let attribute = text.attribute.as_ref().map_or_else(String::new, |name| format!("_{name}"));
            let name = snake(&format!("{}{attribute}", message.id));
            said_by(module, &name, false, &format!("{number}"), &text.arguments(), text, out);
            *number += 1;
        }
    }
}

fn table(module: &Module, number: &mut usize, out: &mut String) {
    let ids: Vec<_> = module.messages.iter().map(|message| message.id.as_str()).collect();
    let _ = writeln!(out, "    /// The ids of its rows.\n    pub const IDS: [&str; {}] = {ids:?};", ids.len());
    let Some(first) = module.messages.first() else { return };
    let columns = first.texts.len();
    for (place, text) in first.texts.iter().enumerate() {
        let name = text.attribute.as_deref().unwrap_or("label");
        let arguments = module.arguments(text);
        let index = format!("{} + row * {columns}", *number + place);
        let index = index.trim_start_matches("0 + ").trim_end_matches(" * 1").to_owned();
        said_by(module, &snake(name), true, &index, &arguments, text, out);
    }
    *number += columns * module.messages.len();
}

/// What says a text: a function, or of several arguments, which only their names tell apart, a struct with a field for each.
fn said_by(module: &Module, name: &str, row: bool, index: &str, arguments: &[Argument], text: &Text, out: &mut String) {
    let until = if module.later { "; empty until it is there" } else { "" };
    let _ = writeln!(out, "    #[doc = {:?}]", format!("“{}”{until}", said(&text.pieces)));
    let ways = if module.later { ["later", "fill_later"] } else { ["text", "fill"] };
    if arguments.len() > 1 {
        structure(ways[1], name, row, index, arguments, out);
    } else {
        function(ways, name, row, index, arguments.first(), out);
    }
}

fn function(ways: [&str; 2], name: &str, row: bool, index: &str, argument: Option<&Argument>, out: &mut String) {
    let own = argument.map(|(name, counts)| format!("{}: {}", snake(name), kind(*counts, "&")));
    let parameters: Vec<_> = row.then(|| "row: usize".to_owned()).into_iter().chain(own).collect();
    let [text, fill] = ways;
    let (kind, call) = match argument {
        None => ("&'static str", format!("{text}({index})")),
        Some((name, counts)) => ("String", format!("{fill}({index}, &[{}({})])", variant(*counts), snake(name))),
    };
    let _ = writeln!(
        out,
        "    #[must_use]\n    pub fn {name}({}) -> {kind} {{ crate::message::{call} }}",
        parameters.join(", ")
    );
}

fn structure(fill: &str, name: &str, row: bool, index: &str, arguments: &[Argument], out: &mut String) {
    let name = pascal(name);
    let [own, any] = if arguments.iter().all(|(_, counts)| *counts) { ["", ""] } else { ["<'a>", "<'_>"] };
    let _ = writeln!(out, "    pub struct {name}{own} {{");
    if row {
        let _ = writeln!(out, "        /// The place in [`IDS`].\n        pub row: usize,");
    }
    for (name, counts) in arguments {
        let _ = writeln!(out, "        /// `${name}`.\n        pub {}: {},", snake(name), kind(*counts, "&'a "));
    }
    let index = if row { index.replace("row", "self.row") } else { index.to_owned() };
    let given: Vec<_> =
        arguments.iter().map(|(name, counts)| format!("{}(self.{})", variant(*counts), snake(name))).collect();
    let _ = writeln!(
        out,
        "    }}\n    impl {name}{any} {{\n        /// The text with these arguments.\n        #[must_use]\n        \
         pub fn say(&self) -> String {{ crate::message::{fill}({index}, &[{}]) }}\n    }}",
        given.join(", ")
    );
}

fn kind(counts: bool, borrowed: &str) -> String {
    if counts { "usize".to_owned() } else { format!("{borrowed}dyn std::fmt::Display") }
}

fn variant(counts: bool) -> &'static str {
    if counts { "crate::message::Argument::Number" } else { "crate::message::Argument::Text" }
}

/// A text for those who read the code.
fn said(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Plain(text) => text.replace(['[', ']'], "|"),
            Piece::Argument(name, _) => format!("`{name}`"),
            Piece::Plural(_, variants) => variants.last().map(|(_, pieces)| said(pieces)).unwrap_or_default(),
        })
        .collect()
}

fn snake(name: &str) -> String {
    let name = name.replace('-', "_").to_lowercase();
    if ["as", "for", "if", "in", "move", "where", "while", "yield", "loop", "match", "type", "use"]
        .contains(&name.as_str())
    {
        format!("{name}_")
    } else {
        name
    }
}

fn pascal(snake: &str) -> String {
    let mut start = true;
    let mut name = String::new();
    for letter in snake.chars() {
        if letter != '_' {
            name.push(if start { letter.to_ascii_uppercase() } else { letter });
        }
        start = letter == '_';
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::module;

    fn check(source: &str, expect: &[&str]) {
        check_part(false, source, expect);
    }

    fn check_part(later: bool, source: &str, expect: &[&str]) {
        let module = Module { later, ..module("m", source).expect("good") };
        let code = code(&Language { tag: "en".to_owned(), modules: vec![module] });
        for line in expect {
            assert!(code.contains(line), "{line} in {code}");
        }
    }

    #[test]
    fn several_arguments_are_given_by_name() {
        check("see-it = See", &["pub fn see_it() -> &'static str { crate::message::text(0) }"]);
        check("of = of { $who }", &["pub fn of(who: &dyn std::fmt::Display) -> String"]);
        check(
            "so-far = { $b } of { $a }",
            &["pub struct SoFar<'a> {", "pub a: &'a dyn std::fmt::Display,", "impl SoFar<'_> {", "Text(self.b), "],
        );
        check("n = { $n ->\n *[other] x\n } { $m ->\n *[other] x\n }", &["pub struct N {", "pub m: usize,"]);
    }

    #[test]
    fn what_comes_later_is_said_by_the_same_functions() {
        check_part(true, "see-it = See", &["pub fn see_it() -> &'static str { crate::message::later(0) }"]);
        check_part(
            true,
            "of = of { $who }",
            &["-> String { crate::message::fill_later(0, &[", "; empty until it is there"],
        );
        check_part(true, "so-far = { $b } of { $a }", &["String { crate::message::fill_later(0, &["]);
    }

    #[test]
    fn an_attribute_of_a_table_is_called_with_its_row() {
        let second = "### Table\n\na = x\n .more = { $b }\nb = y\n .more = { $c }\n";
        check(
            second,
            &["pub fn label(row: usize)", "pub struct More<'a> {", "pub row: usize,", "fill(1 + self.row * 2, &["],
        );
    }
}

//! The functions by which a program says the messages of a language.

use std::fmt::Write;

use super::language::{Language, Module, Piece, Text};
use super::pack;

/// The Rust source of a module for each file: functions that call `crate::message::{text, fill}` with a text's number.
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
            function(module, &name, "", &format!("{number}"), &text.arguments(), text, out);
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
        let arguments = module.column_arguments(text.attribute.as_deref());
        let index = format!("{} + row * {columns}", *number + place);
        let index = index.trim_start_matches("0 + ").trim_end_matches(" * 1").to_owned();
        function(module, &snake(name), "row: usize", &index, &arguments, text, out);
    }
    *number += columns * module.messages.len();
}

/// More arguments than these clippy takes for too many.
const MANY: usize = 7;

fn function(
    module: &Module,
    name: &str,
    row: &str,
    index: &str,
    arguments: &[(String, bool)],
    text: &Text,
    out: &mut String,
) {
    let _ = writeln!(out, "    #[doc = {:?}]", format!("“{}”", said(&text.pieces)));
    let kind = |counts: bool| if counts { "usize" } else { "&dyn std::fmt::Display" };
    let own = arguments.iter().map(|(name, counts)| format!("{}: {}", snake(name), kind(*counts)));
    let parameters: Vec<_> = (!row.is_empty()).then(|| row.to_owned()).into_iter().chain(own).collect();
    if parameters.len() > MANY {
        let _ = writeln!(out, "    #[expect(clippy::too_many_arguments, reason = \"as many as the sentence has\")]");
    }
    let variant = |counts: bool| if counts { "Number" } else { "Text" };
    let given: Vec<_> = arguments
        .iter()
        .map(|(name, counts)| format!("crate::message::Argument::{}({})", variant(*counts), snake(name)))
        .collect();
    let (kind, call) = match (module.later, given.is_empty()) {
        (false, true) => ("&'static str", format!("text({index})")),
        (true, true) => ("Option<&'static str>", format!("later({index})")),
        (later, false) => {
            assert!(!later, "{}: what comes later has no arguments", module.name);
            ("String", format!("fill({index}, &[{}])", given.join(", ")))
        }
    };
    let _ = writeln!(
        out,
        "    #[must_use]\n    pub fn {name}({}) -> {kind} {{ crate::message::{call} }}",
        parameters.join(", ")
    );
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

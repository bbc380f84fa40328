//! A folder to a language, a Fluent file to a module: of the syntax, what a whole sentence needs, and nothing else.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser;

use super::language::{CATEGORIES, Form, Language, Message, Module, Piece, Text};

/// The comment that makes a table of a file.
const TABLE: &str = "Table";

/// The folder of what the first screen does without.
const LATER: &str = "later";

/// Reads a folder that is named as the language.
///
/// # Errors
/// All that is wrong, a line each, with file and message.
pub fn read(folder: &Path) -> Result<Language, Vec<String>> {
    let mut modules = Vec::new();
    let mut wrong = Vec::new();
    for later in [false, true] {
        let folder = if later { folder.join(LATER) } else { folder.to_owned() };
        let unreadable = |error: std::io::Error| vec![format!("{}: {error}", folder.display())];
        for entry in fs::read_dir(&folder).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            if path.extension().is_some_and(|extension| extension == "ftl") {
                let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                match module(&name, &fs::read_to_string(&path).map_err(unreadable)?) {
                    Ok(module) => modules.push(Module { later, ..module }),
                    Err(faults) => wrong.extend(faults),
                }
            }
        }
    }
    modules.sort_by(|a, b| (a.later, &a.name).cmp(&(b.later, &b.name)));
    let tag = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if wrong.is_empty() { Ok(Language { tag, modules }) } else { Err(wrong) }
}

/// Reads a file.
///
/// # Errors
/// What is wrong, a line each.
pub fn module(name: &str, source: &str) -> Result<Module, Vec<String>> {
    let resource = parser::parse(source).map_err(|(_, errors)| {
        let line = |at: usize| source[..at].lines().count().max(1);
        errors
            .iter()
            .map(|error| format!("{name}.ftl, line {}: {}", line(error.pos.start), error.kind))
            .collect::<Vec<_>>()
    })?;
    let mut module = Module { name: name.to_owned(), later: false, table: false, messages: Vec::new() };
    let mut wrong = Vec::new();
    let mut ids = BTreeSet::new();
    for entry in resource.body {
        match entry {
            Entry::ResourceComment(comment) => module.table |= comment.content.first() == Some(&TABLE),
            Entry::Message(message) => {
                let id = message.id.name;
                if !ids.insert(id) {
                    wrong.push(format!("{name}.ftl: {id} stands there twice"));
                }
                let own = message.value.iter().map(|pattern| (None, pattern));
                let attributes = message.attributes.iter().map(|a| (Some(a.id.name.to_owned()), &a.value));
                let mut texts = Vec::new();
                for (attribute, pattern) in own.chain(attributes) {
                    match pieces(pattern) {
                        Ok(pieces) => texts.push(Text { attribute, pieces }),
                        Err(what) => wrong.push(format!("{name}.ftl: {id}: {what}")),
                    }
                }
                module.messages.push(Message { id: id.to_owned(), texts });
            }
            Entry::Term(term) => wrong.push(format!("{name}.ftl: -{}: no terms here", term.id.name)),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::Junk { .. } => (),
        }
    }
    if module.table {
        wrong.extend(uneven_rows(&module));
    }
    if wrong.is_empty() { Ok(module) } else { Err(wrong) }
}

fn uneven_rows(module: &Module) -> impl Iterator<Item = String> {
    let columns = |message: &Message| message.texts.iter().map(|text| text.attribute.clone()).collect::<Vec<_>>();
    let first = module.messages.first().map(columns).unwrap_or_default();
    module.messages.iter().filter(move |message| columns(message) != first).map(|message| {
        format!("{}.ftl: {} has other attributes than the first row, or in another order", module.name, message.id)
    })
}

fn pieces(pattern: &Pattern<&str>) -> Result<Vec<Piece>, String> {
    let mut found = Vec::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => plain(&mut found, &value.replace('\n', " ")),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
                InlineExpression::StringLiteral { value } => {
                    plain(&mut found, &fluent_syntax::unicode::unescape_unicode_to_string(value));
                }
                _ => found.push(argument(inline)?),
            },
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                let InlineExpression::VariableReference { id } = selector else {
                    return Err("a plural goes by a variable".to_owned());
                };
                let variants = variants.iter().map(variant).collect::<Result<Vec<_>, _>>()?;
                if variants.last().is_none_or(|(key, _)| key != "other") {
                    return Err("the last variant of a plural is *[other]".to_owned());
                }
                found.push(Piece::Plural(id.name.to_owned(), variants));
            }
        }
    }
    Ok(found)
}

fn plain(pieces: &mut Vec<Piece>, text: &str) {
    match pieces.last_mut() {
        Some(Piece::Plain(last)) => last.push_str(text),
        _ => pieces.push(Piece::Plain(text.to_owned())),
    }
}

fn variant(variant: &Variant<&str>) -> Result<(String, Vec<Piece>), String> {
    let key = match variant.key {
        VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name } => name,
    };
    let number = key.bytes().all(|byte| byte.is_ascii_digit());
    if !number && !CATEGORIES.contains(&key) {
        return Err(format!("[{key}] is no category of number; a message for each case is what else there is"));
    }
    Ok((key.to_owned(), pieces(&variant.value)?))
}

fn argument(inline: &InlineExpression<&str>) -> Result<Piece, String> {
    let form = match inline {
        InlineExpression::VariableReference { id } => return Ok(Piece::Argument(id.name.to_owned(), Form::Plain)),
        InlineExpression::FunctionReference { id, .. } => match id.name {
            "A" => Form::Article,
            "CAPITAL" => Form::Capital,
            "SMALL" => Form::Small,
            other => return Err(format!("{other}() is unknown; there are A(), CAPITAL() and SMALL()")),
        },
        _ => return Err("only variables, texts and functions stand in braces".to_owned()),
    };
    match inline {
        InlineExpression::FunctionReference { arguments, .. } => match arguments.positional.as_slice() {
            [InlineExpression::VariableReference { id }] => Ok(Piece::Argument(id.name.to_owned(), form)),
            _ => Err("a function takes one variable".to_owned()),
        },
        _ => Err("only variables, texts and functions stand in braces".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, wrong: &str) {
        let found = module("m", source).expect_err(source);
        assert_eq!(found, [wrong], "{source}");
    }

    #[test]
    fn a_file_is_read() {
        let source = "# For people\nok = Fine, { $who }:\n  on two lines.\n  .title = { A($who) } { CAPITAL($who) }\n\
                      pairs = { $n ->\n  [0] none\n  [one] one pair\n *[other] { $n } pairs\n }\n";
        let read = module("m", source).expect("good");
        let [ok, pairs] = read.messages.as_slice() else { panic!("two") };
        let plain = |text: &str| Piece::Plain(text.to_owned());
        let who = |form| Piece::Argument("who".to_owned(), form);
        assert_eq!(ok.texts[0].pieces, [plain("Fine, "), who(Form::Plain), plain(": on two lines.")]);
        assert_eq!(ok.texts[1].pieces, [who(Form::Article), plain(" "), who(Form::Capital)]);
        assert_eq!(pairs.texts[0].arguments(), [("n".to_owned(), true)]);
    }

    #[test]
    fn what_is_wrong_is_said() {
        check("a = x\na = y\n", "m.ftl: a stands there twice");
        check(
            "a = { $n ->\n [small] x\n *[other] y\n }\n",
            "m.ftl: a: [small] is no category of number; a message for each case is what else there is",
        );
        check("a = { $n ->\n [one] x\n *[many] y\n }\n", "m.ftl: a: the last variant of a plural is *[other]");
        check("a = { UPPER($n) }\n", "m.ftl: a: UPPER() is unknown; there are A(), CAPITAL() and SMALL()");
        check("a = { b }\nb = x\n", "m.ftl: a: only variables, texts and functions stand in braces");
        check("-a = x\n", "m.ftl: -a: no terms here");
        check(
            "### Table\n\na = x\n .help = y\nb = x\n",
            "m.ftl: b has other attributes than the first row, or in another order",
        );
        check("a = {\n", "m.ftl, line 1: Expected an inline expression");
    }
}

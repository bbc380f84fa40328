//! A text with its arguments put in. The signs are those of the `messages` package, which writes the file.

use std::fmt::{Display, Write};

use super::grammar;
use super::language::{Language, spoken};

/// What is put into a text.
pub(crate) enum Argument<'a> {
    /// A text.
    Text(&'a dyn Display),
    /// A number that a plural goes by.
    Number(usize),
}

/// A text without arguments.
pub(crate) fn text(number: usize) -> &'static str {
    spoken().texts[number]
}

pub(crate) use super::language::later;

/// A text with arguments.
pub(crate) fn fill(number: usize, arguments: &[Argument<'_>]) -> String {
    say(spoken(), text(number), arguments)
}

/// A text with arguments that comes later; empty until it is there.
pub(crate) fn fill_later(number: usize, arguments: &[Argument<'_>]) -> String {
    say(spoken(), later(number), arguments)
}

fn say(language: &Language, text: &str, arguments: &[Argument<'_>]) -> String {
    let mut said = String::with_capacity(2 * text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|sign: char| ('\u{1}'..='\u{5}').contains(&sign)) {
        said.push_str(&rest[..at]);
        let (sign, place) = (rest.as_bytes()[at], rest.as_bytes()[at + 1]);
        rest = &rest[at + 2..];
        // A file with a fault in it says less; it breaks nothing.
        let Some(argument) = arguments.get(usize::from(place.wrapping_sub(b'a'))) else { continue };
        if sign == 5 {
            let (variant, after) = choose(language, rest, argument);
            said.push_str(&say(language, variant, arguments));
            rest = after;
        } else {
            put(sign, argument, &mut said);
        }
    }
    said.push_str(rest);
    said
}

fn put(form: u8, argument: &Argument<'_>, said: &mut String) {
    let start = said.len();
    // Writing into a text does not fail.
    let _ = match argument {
        Argument::Text(text) => write!(said, "{text}"),
        Argument::Number(number) => write!(said, "{number}"),
    };
    match form {
        2 => {
            let article = grammar::article(&said[start..]);
            said.insert(start, ' ');
            said.insert_str(start, article);
        }
        3 => first(said, start, |letter| letter.to_ascii_uppercase()),
        4 => first(said, start, |letter| letter.to_ascii_lowercase()),
        _ => (),
    }
}

/// Changes the first letter from `start` on; other letters than A to Z stay, for the tables of all cases would weigh 10 KB in the page.
fn first(said: &mut String, start: usize, change: impl Fn(char) -> char) {
    if let Some(letter) = said[start..].chars().next() {
        said.replace_range(start..start + letter.len_utf8(), change(letter).encode_utf8(&mut [0; 4]));
    }
}

/// The variant for a number, and what follows the variants: that of the number itself, or of its category, or else the last.
fn choose<'a>(language: &Language, variants: &'a str, argument: &Argument<'_>) -> (&'a str, &'a str) {
    let (all, after) = split_at_close(variants);
    let (own, category) = match argument {
        Argument::Number(number) => (number.to_string(), grammar::plural(language.tag, *number)),
        Argument::Text(text) => (text.to_string(), "other"),
    };
    let mut chosen = "";
    for (key, text) in outer_variants(all) {
        if key == own {
            return (text, after);
        }
        if key == category || (key == "other" && chosen.is_empty()) {
            chosen = text;
        }
    }
    (chosen, after)
}

/// Splits at the sign that closes these variants, past those of plurals within them.
fn split_at_close(text: &str) -> (&str, &str) {
    let mut depth = 0;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            5 => depth += 1,
            0xf if depth == 0 => return (&text[..at], &text[at + 1..]),
            0xf => depth -= 1,
            _ => (),
        }
    }
    (text, "")
}

fn outer_variants(all: &str) -> Vec<(&str, &str)> {
    let (mut depth, mut starts) = (0, Vec::new());
    for (at, byte) in all.bytes().enumerate() {
        match byte {
            5 => depth += 1,
            0xf => depth -= 1,
            6 if depth == 0 => starts.push(at),
            _ => (),
        }
    }
    let ends = starts.iter().skip(1).copied().chain([all.len()]);
    starts.iter().zip(ends).filter_map(|(start, end)| all[start + 1..end].split_once('\u{e}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, arguments: &[Argument<'_>], said: &str) {
        let english = Language { tag: "en", texts: Vec::new() };
        assert_eq!(say(&english, text, arguments), said, "{text:?}");
    }

    #[test]
    fn arguments_are_put_in() {
        let two = [Argument::Text(&"agent"), Argument::Text(&1.5)];
        check("plain", &two, "plain");
        check("\u{1}b of \u{1}a", &two, "1.5 of agent");
        check("\u{2}a, \u{3}a", &two, "an agent, Agent");
        check("\u{4}a", &[Argument::Text(&"Ärzte")], "Ärzte");
        check("\u{4}a", &[Argument::Text(&"Nurse A")], "nurse A");
        check("\u{3}a", &[Argument::Text(&"")], "");
        check("no such: \u{1}c.", &two, "no such: .");
    }

    #[test]
    fn a_plural_goes_by_the_number() {
        let text = "\u{5}a\u{6}0\u{e}none\u{6}one\u{e}a pair\u{6}other\u{e}\u{1}a pairs\u{f}, \u{1}b";
        for (number, said) in [(0, "none, x"), (1, "a pair, x"), (2, "2 pairs, x"), (21, "21 pairs, x")] {
            check(text, &[Argument::Number(number), Argument::Text(&"x")], said);
        }
        let nested = "\u{5}a\u{6}one\u{e}[\u{5}b\u{6}one\u{e}1-1\u{6}other\u{e}1-n\u{f}]\u{6}other\u{e}(\u{5}b\u{6}one\u{e}n-1\u{6}other\u{e}n-n\u{f})\u{f}.";
        for (a, b, said) in [(1, 1, "[1-1]."), (1, 2, "[1-n]."), (3, 1, "(n-1)."), (3, 3, "(n-n).")] {
            check(nested, &[Argument::Number(a), Argument::Number(b)], said);
        }
    }
}

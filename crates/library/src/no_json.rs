//! A text that is no JSON: what is wrong with it, and where.

use super::number_slip;
use model::fault::Fault;
use words::file_faults;

/// A text is no JSON; what it should begin like.
pub(super) fn fault(text: &str, error: &serde_json::Error, example: &str) -> Fault {
    if text.trim_ascii().is_empty() {
        return Fault::new("file", "", &file_faults::empty(&example));
    }
    let ((line, column), why) = (place(text, error), error.to_string());
    let said = match number_slip::said(text, error) {
        Some(slip) => file_faults::no_json(&slip),
        None if error.is_eof() => file_faults::ends_early(&line),
        None => {
            // Its place is told in our own words.
            let why = why.split(" at line ").next().unwrap_or_default();
            file_faults::NoJsonAt { line: &line, column: &column, why: &why }.say()
        }
    };
    Fault::new("file", "", &said)
}

/// The line and the character in it up to which a text is JSON, both from 1. A break of a line is told as the end of the line that it ends.
fn place(text: &str, error: &serde_json::Error) -> (usize, usize) {
    let line = |number: usize| text.split('\n').nth(number.saturating_sub(1)).unwrap_or_default();
    let before = line(error.line()).get(..error.column());
    match (before, error.column()) {
        (_, 0) if error.line() > 1 => (error.line() - 1, line(error.line() - 1).chars().count() + 1),
        // It is counted in bytes.
        (before, column) => (error.line(), before.map_or(column, |before| before.chars().count()).max(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strict;

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let check = |text: &str, said: &str| {
            let error = strict::read(text).expect_err("no JSON");
            assert_eq!(words::fault::sentence(&fault(text, &error, "{}")), said, "{text}");
        };
        check(" ", "file: empty; a JSON object is expected, such as {}");
        check("{\"format\": 2, ", "file: it ends in the middle, on line 1: part of it may be missing");
        check("{\"format\":\n 2 \"a\"}", "file: not valid JSON from line 2, column 4 on: expected `,` or `}`");
        check("{\"name\": \"Prüfstände\" 2}", "file: not valid JSON from line 1, column 23 on: expected `,` or `}`");
        check(
            "{\"name\": \"a\nb\"}",
            "file: not valid JSON from line 1, column 12 on: control character (\\u0000-\\u001F) found while parsing a string",
        );
        check(
            "{\"a\": 1,5}",
            "file: not valid JSON: “1,5” on line 1 is not a JSON number: write digits without separators, spaces or units, \
             with a point before decimals and a hyphen (-) for minus, such as 1000, 0.5 or -3",
        );
    }
}

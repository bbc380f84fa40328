//! Numbers in a file that are not written as JSON has them: the parser's own words would speak of commas, keys and values.

use serde_json::Error;

use crate::strict;

/// Longest text that may be a number with a slip in it [characters].
const LONGEST: usize = 40;

/// What is wrong with the number at which the parser gave up; `None` where it was none.
pub fn said(text: &str, error: &Error) -> Option<String> {
    let before = text.get(..place(text, error)?)?;
    let begin = before.rfind([':', '['])? + 1;
    let rest = &text[begin..];
    let end = rest.find(['"', '{', '}', '[', ']', '\n', '\r']).unwrap_or(rest.len());
    if before.len() > begin + end + 1 {
        // Something stands between it and where the parser gave up.
        return None;
    }
    let written = rest[..end].trim().trim_end_matches(',').trim_end();
    if !is_meant_as_number(written) || strict::read(written).is_ok() {
        return None;
    }
    let line = text[..begin].matches('\n').count() + 1;
    Some(words::file_faults::NoNumber { written: &written, line: &line }.say())
}

/// Where the parser gave up [bytes], or shortly before.
fn place(text: &str, error: &Error) -> Option<usize> {
    let start: usize = text.split_inclusive('\n').take(error.line().checked_sub(1)?).map(str::len).sum();
    let place = (start + error.column()).min(text.len());
    (0..=place).rev().find(|&place| text.is_char_boundary(place))
}

fn is_meant_as_number(written: &str) -> bool {
    let mark = |letter: char| letter.is_whitespace() || ".,'’‘+-−–_%".contains(letter);
    let digits = written.trim_start_matches(mark);
    let only_marks = written.chars().all(|letter| letter.is_numeric() || mark(letter) || matches!(letter, 'e' | 'E'));
    // A unit may stand behind it, but then nothing that is a key of its own.
    let unit = !written.contains([',', ':', '/', '#', ';']);
    digits.starts_with(char::is_numeric) && (only_marks || unit) && written.chars().count() <= LONGEST
}

#[cfg(test)]
mod tests {
    use super::said;
    use crate::strict;

    fn check(text: &str, expect: Option<&str>) {
        let error = strict::read(text).expect_err("no JSON");
        let begins = expect.map(|written| format!("“{written}” on line {} is not a JSON number", text.lines().count()));
        match (said(text, &error), begins) {
            (Some(said), Some(begins)) => assert!(said.starts_with(&begins), "{text}: {said}"),
            (said, begins) => assert_eq!(said, begins, "{text}"),
        }
    }

    #[test]
    fn a_number_that_json_does_not_know_is_named_as_one() {
        for written in
            ["1,000", "1 000", "−3", "1'000", "1,5", ".5", "+3", "007", "1.", "40%", "6 h", "1\u{202f}000", "1_000"]
        {
            check(&format!("{{\"format\": 2, \"world\": {{\"beta\": {written}}}}}"), Some(written));
            check(&format!("{{\"format\": 2,\n\"world\": {{\"beta\": {written}, \"alpha\": 2}}}}"), Some(written));
            check(&format!("{{\n\"beta\": {written}"), Some(written));
        }
    }

    #[test]
    fn what_else_is_wrong_is_left_to_the_parser() {
        for text in [
            "{\"a\": 1,}",
            "{\"a\": 1",
            "{\"a\": 1 \"b\": 2}",
            "{\"a\": 5, b: 2}",
            "{\"a: 1}",
            "{\"a\": yes}",
            "{",
            "x",
            "",
        ] {
            check(text, None);
        }
        check("{\"title\": \"at 9: 1,000\" x}", None);
        check("{\"a\": 5 // five\n}", None);
    }
}

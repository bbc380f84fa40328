//! Comma-separated values (RFC 4180).

use crate::printable::printable;

/// Byte order mark: by it some spreadsheets know a text for UTF-8.
pub const BOM: &str = "\u{feff}";

/// A number as a field of a comma-separated file: the shortest that reads back as the same bits, and nothing for what is not there.
pub fn csv_number(value: f64) -> String {
    if value.is_finite() { value.to_string() } else { String::new() }
}

/// A text as a field of a comma-separated file (RFC 4180). One that a spreadsheet would take for a formula gets an apostrophe before
/// it, as OWASP advises against CSV injection.
pub fn csv_field(text: &str) -> String {
    let text = &printable(text);
    let unseen = |letter: char| letter.is_whitespace() || matches!(letter, '\u{200c}' | '\u{200d}');
    let formula = text.trim_start_matches(unseen).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let mark = if formula { "'" } else { "" };
    if text.contains([',', '"', ';']) {
        format!("\"{mark}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{mark}{text}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_break_a_row_or_be_taken_for_a_formula_is_marked() {
        for (text, field) in [
            ("silos", "silos"),
            ("a,b", "\"a,b\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("two\nlines", "two lines"),
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-2+3", "'-2+3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
            ("\t=1", "' =1"),
            (" =1", "' =1"),
            ("\u{feff}=1", "'=1"),
            ("\u{200d} =1", "'\u{200d} =1"),
            ("＝1", "'＝1"),
            ("\u{1b}[2J", " [2J"),
            ("a=b", "a=b"),
        ] {
            assert_eq!(csv_field(text), field);
        }
    }
}

//! What of a text can be shown anywhere.

/// A text without characters that no text should hold: a space stands for each that moves a terminal's cursor, breaks a line or that
/// XML forbids, and nothing for those that are not seen and only steer how the others are set, by which one text could be taken for
/// another. Joiners stay, for words of some languages need them.
pub fn printable(text: &str) -> String {
    let steers = |letter: &char| {
        matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')
            || matches!(letter, '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
    };
    let breaks =
        |letter: char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}');
    let seen = text.chars().filter(|letter| !steers(letter));
    seen.map(|letter| if breaks(letter) { ' ' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_text_should_hold_is_a_space() {
        assert_eq!(printable("a\u{0}b\u{1b}[31mc\nd\u{ffff}é😀"), "a b [31mc d é😀");
        assert_eq!(printable("a\u{202e}b\u{200b}c\u{2066}d\u{feff}\te\u{ad}"), "abcd e");
        assert_eq!(printable("👩\u{200d}🔬 می\u{200c}شود"), "👩\u{200d}🔬 می\u{200c}شود");
    }
}

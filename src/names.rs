//! Names that people gave, made fit for other places: as names of files that can be kept on any system, and in a line of text.

/// Longest name of a file [bytes].
pub const LONGEST: usize = 120;

/// `before`, as much of `name` as a file's name may hold and there is room for, `after`.
pub fn file_name(before: &str, name: &str, after: &str) -> String {
    let room = LONGEST.saturating_sub(before.len() + after.len());
    format!("{before}{}{after}", part(name, room))
}

/// Letters and digits of a name in at most so many bytes, with a hyphen for whatever else stands between them.
fn part(name: &str, room: usize) -> String {
    let mut part = String::new();
    let mut between = false;
    for sign in name.chars() {
        if !is_letter(sign) {
            between = true;
            continue;
        }
        let hyphen = usize::from(between && !part.is_empty());
        if part.len() + hyphen + sign.len_utf8() > room {
            break;
        }
        if hyphen == 1 {
            part.push('-');
        }
        part.push(sign);
        between = false;
    }
    if part.is_empty() { "scenario".to_owned() } else { part }
}

/// Whether a sign is a letter, or stands with letters, in some script; by the blocks of Unicode, for the whole table would weigh 3 KB in
/// the page. Signs that are not seen, that change the direction of writing, and pictures are none.
fn is_letter(sign: char) -> bool {
    match sign {
        '_' => true,
        '\0'..='\u{7f}' => sign.is_ascii_alphanumeric(),
        '\u{d7}' | '\u{f7}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{3164}' => false,
        '\u{c0}'..='\u{1fff}' | '\u{2c00}'..='\u{2dff}' | '\u{3041}'..='\u{318f}' | '\u{31a0}'..='\u{31bf}' => true,
        '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{d7ff}' | '\u{f900}'..='\u{fd3d}' => true,
        '\u{fe70}'..='\u{fefc}' | '\u{20000}'..='\u{323af}' => true,
        _ => false,
    }
}

/// The beginning of a text, without what is not seen or changes the direction of writing.
pub fn cut(text: &str, most: usize) -> String {
    let unseen = ['\u{61c}', '\u{200b}', '\u{200e}', '\u{200f}', '\u{feff}'];
    let seen = |sign: &char| {
        !sign.is_control()
            && !unseen.contains(sign)
            && !matches!(sign, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut signs = text.chars().filter(seen);
    let mut start: String = signs.by_ref().take(most).collect();
    if signs.next().is_some() {
        start.push_str(" …");
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expect: &str) {
        let found = file_name("assist-lab-", name, ".json");
        assert_eq!(found, format!("assist-lab-{expect}.json"), "{name:?}");
    }

    #[test]
    fn what_no_file_may_be_called_is_left_out() {
        check("software", "software");
        check("two_ways_to_lead", "two_ways_to_lead");
        check("My team, 2nd try", "My-team-2nd-try");
        check("a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j");
        check("../../etc/passwd", "etc-passwd");
        check("line\nbreak\u{0}\u{7f}\u{85}end", "line-break-end");
        check("  ...trailing. . ", "trailing");
        check("CON", "CON");
        check("", "scenario");
        check("🎉🎉", "scenario");
    }

    #[test]
    fn letters_of_all_scripts_stay_and_marks_of_direction_do_not() {
        check("ünser Team", "ünser-Team");
        check("команда", "команда");
        check("صوت\u{200f}فريق", "صوت-فريق");
        check("\u{202e}gnp.exe", "gnp-exe");
        check("チーム・日本", "チーム・日本");
        check("팀 🎉 하나", "팀-하나");
        check("zero\u{200b}width\u{feff}", "zero-width");
    }

    #[test]
    fn a_long_name_is_cut_between_letters() {
        for (letter, count) in [("x", 4000), ("ü", 4000), ("漢", 4000), ("a ", 2000), ("🎉", 4000)] {
            for after in ["-seed9007199254740991-1000pairs-exhaustion_assist.svg", ".json"] {
                let name = file_name("assist-lab-0.1.0-", &letter.repeat(count), after);
                assert!(name.len() <= LONGEST && name.ends_with(after) && !name.contains("--"), "{name}");
                assert!(name.len() > LONGEST - 4 || letter == "🎉", "{name}");
            }
        }
    }

    #[test]
    fn a_line_has_room_for_the_beginning() {
        assert_eq!(cut("My team", 60), "My team");
        assert_eq!(cut("My team", 2), "My …");
        assert_eq!(cut("a\u{202e}b\nc\u{200b}", 60), "abc");
    }
}

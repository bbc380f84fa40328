//! What English, and each other language, asks of a sentence: articles, and which form of a word goes with a number.

/// The category of a whole number in a language, after CLDR: `one`, `few`, ... or `other`.
/// A language that has another rule than English gets a line here.
pub fn plural(tag: &str, number: usize) -> &'static str {
    match (tag.split('-').next().unwrap_or_default(), number) {
        ("ja" | "ko" | "zh", _) => "other",
        ("fr" | "pt", 0 | 1) | (_, 1) => "one",
        ("es" | "fr" | "it" | "pt", 1_000_000..) if number.is_multiple_of(1_000_000) => "many",
        _ => "other",
    }
}

/// The indefinite article before a noun, by how most nouns of English sound: of words that a scenario may give, so not of all there are.
pub fn article(noun: &str) -> &'static str {
    let noun = noun.trim_start_matches(['“', '‘', '"', '\'', '(', ' ']);
    let word = noun.split([' ', '-', '/', '’', '\'', '.']).next().unwrap_or_default();
    let spelled = |sign: char| matches!(sign, 'A' | 'E' | 'F' | 'H' | 'I' | 'L'..='O' | 'R' | 'S' | 'X');
    let vowel = |sign: char| matches!(sign.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u') || is_marked_vowel(sign);
    let Some(first) = word.chars().next() else { return "a" };
    let an = if first.is_ascii_digit() {
        // Eight, eleven, eighteen; eleven thousand.
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        first == '8' || (matches!(word.get(..2), Some("11" | "18")) && digits % 3 == 2)
    } else if is_spelled_out(word) {
        spelled(first)
    } else {
        vowel(first) != SOUNDS_OTHERWISE.iter().any(|start| begins(word, start))
            && !SAID_AS_W.iter().any(|whole| word.eq_ignore_ascii_case(whole))
    };
    if an { "an" } else { "a" }
}

/// Beginnings of words that sound otherwise than they are written: with a “you” for a vowel, or with an h that is silent.
const SOUNDS_OTHERWISE: [&str; 29] = [
    "eu", "ew", "ubi", "unic", "unif", "unil", "unio", "uniq", "unis", "unit", "univ", "unix", "ura", "ure", "uri",
    "uro", "usa", "use", "usi", "usu", "ute", "uti", "uto", "hour", "heir", "honest", "honor", "honour", "uk",
];
/// Words that begin like “won”.
const SAID_AS_W: [&str; 2] = ["one", "once"];

fn begins(word: &str, start: &str) -> bool {
    word.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start))
}

/// Whether a word is said letter by letter, such as MRI, X or S3: large letters, and no vowel among them if they are many.
fn is_spelled_out(word: &str) -> bool {
    let large = word.bytes().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit());
    large && (word.len() < 4 || !word.contains(['A', 'E', 'I', 'O', 'U']))
}

fn is_marked_vowel(sign: char) -> bool {
    matches!(sign, 'À'..='Æ' | 'È'..='Ï' | 'Ò'..='Ö' | 'Ø'..='Ü' | 'à'..='æ' | 'è'..='ï' | 'ò'..='ö' | 'ø'..='ü')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_goes_by_the_sound() {
        let an = "asset agent engineer intern officer underwriter Ökonom écrivain hour hourly-worker heir honest honorary AI HR IT MRI \
                  X-ray S3 FBI NHS 8-hour 11th 18 80 800 Assistant umpire unidentified unimportant usher utmost urban upper “agent”";
        let a = "patient developer user unit union university unique European euro one one-off once ubiquitous urologist utility house \
                 UX-designer US UK-based NASA yard 1st 7-day 110 180 10 clinician Nurse usual ukulele “user”";
        for noun in an.split_whitespace() {
            assert_eq!(article(noun), "an", "{noun}");
        }
        for noun in a.split_whitespace() {
            assert_eq!(article(noun), "a", "{noun}");
        }
        assert_eq!(
            ["HTML page", "one of us", "hour of work", "unit of work", ""].map(article),
            ["an", "a", "an", "a", "a"]
        );
    }

    #[test]
    fn plurals_are_those_of_cldr() {
        for (tag, number, category) in [
            ("en", 0, "other"),
            ("en", 1, "one"),
            ("en-XA", 1, "one"),
            ("de", 2, "other"),
            ("fr", 0, "one"),
            ("es", 1, "one"),
            ("es", 1_000_000, "many"),
            ("es", 1_000_001, "other"),
            ("zh-Hans", 1, "other"),
        ] {
            assert_eq!(plural(tag, number), category, "{tag} {number}");
        }
    }
}

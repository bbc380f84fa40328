//! The words of a scenario's field: what a task, a member, the lead and an assist leader are called there.

use model::scenario::Scenario;
use model::texts::Texts;

/// The words; where a scenario has none of its own, the plain ones.
#[derive(Clone, Copy, Debug)]
pub struct Labels<'a>(&'a Texts);

impl<'a> Labels<'a> {
    /// Of a scenario.
    pub fn of(scenario: &'a Scenario) -> Self {
        Self(scenario.texts())
    }

    /// A task, or tasks, as the number asks.
    pub fn task(self, count: usize) -> &'a str {
        pick(&self.0.task, count, ["task", "tasks"])
    }

    /// A member, or members.
    pub fn member(self, count: usize) -> &'a str {
        pick(&self.0.member, count, ["person", "people"])
    }

    /// Whoever holds a seat.
    pub fn person(self, seat: usize) -> String {
        format!("{} {}", self.member(1), seat + 1)
    }

    /// An assist leader, or assist leaders.
    pub fn assist(self, count: usize) -> &'a str {
        pick(&self.0.assist, count, ["assist leader", "assist leaders"])
    }

    /// The formal lead.
    pub fn lead(self) -> &'a str {
        or(&self.0.lead, "formal lead")
    }

    /// The team.
    pub fn team(self) -> &'a str {
        or(&self.0.team, "team")
    }

    /// What the team gets done is counted in.
    pub fn throughput(self) -> String {
        format!("{} per {} and week", self.task(2), self.member(1))
    }
}

fn pick<'a>(two: &'a [String; 2], count: usize, plain: [&'static str; 2]) -> &'a str {
    let place = usize::from(count != 1);
    or(&two[place], plain[place])
}

fn or<'a>(text: &'a str, plain: &'static str) -> &'a str {
    if text.is_empty() { plain } else { text }
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

/// With a small letter first; other letters than A to Z stay, for the tables of all cases would weigh 10 KB in the page.
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| [first.to_ascii_lowercase()].into_iter().chain(letters).collect())
}

/// With a capital first, in the same way.
pub fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| [first.to_ascii_uppercase()].into_iter().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::scenario::Draft;

    #[test]
    fn a_field_has_words_of_its_own_and_plain_ones_where_it_has_none() {
        let emergency = library::scenario("emergency").expect("built in");
        let labels = Labels::of(&emergency);
        assert_eq!([labels.task(1), labels.task(0), labels.assist(1)], ["patient", "patients", "flow nurse"]);
        assert_eq!(labels.throughput(), "patients per clinician and week");
        let mut draft = Draft::default();
        draft.texts.task = [String::new(), String::new()];
        draft.texts.lead.clear();
        let plain = draft.finish().expect("valid");
        let labels = Labels::of(&plain);
        assert_eq!([labels.task(1), labels.task(2), labels.lead()], ["task", "tasks", "formal lead"]);
    }

    #[test]
    fn first_letters_change_and_nothing_else() {
        assert_eq!(lower_first("Nurses On Duty"), "nurses On Duty");
        assert_eq!(lower_first("Ärzte"), "Ärzte", "as German has it anyway");
        assert_eq!(upper_first("flow nurse"), "Flow nurse");
        assert_eq!(upper_first(""), "");
    }

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
}

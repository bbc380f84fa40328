//! Formulas as the documents write them, in the letters of a keyboard, set to be read: `T_ij^2 x 0.5` with an index, an exponent
//! and a sign of multiplication.

use std::collections::BTreeMap;

/// Greek letters, by the words that stand for them in a text. In a block they stay words, for there they are ids.
const GREEK: [(&str, &str); 11] = [
    ("alpha", "α"),
    ("beta", "β"),
    ("epsilon", "ε"),
    ("eta", "η"),
    ("lambda", "λ"),
    ("mu", "μ"),
    ("psi", "ψ"),
    ("rho", "ρ"),
    ("sigma", "σ"),
    ("tau", "τ"),
    ("theta", "θ"),
];

/// Ids that stand in formulas for something else than their parameter: a unit, and words.
const WORDS: [&str; 3] = ["d", "demand", "groups"];

/// A text with formulas in it, as HTML.
pub fn in_text(text: &str) -> String {
    set(text, &|word| symbol(word, greek).unwrap_or_else(|| word.to_owned()))
}

/// A block of formulas, as the inside of a `<pre>`. Ids are links to where `anchors` says that they are explained.
pub fn block(text: &str, anchors: &BTreeMap<String, String>) -> String {
    lines(text, |formula| {
        set(formula, &|word| match anchors.get(word) {
            Some(anchor) if !WORDS.contains(&word) => format!("<a href=\"#{anchor}\">{word}</a>"),
            _ => symbol(word, |_| None).unwrap_or_else(|| word.to_owned()),
        })
    })
}

/// The lines of a block as boxes of their own: one that is broken goes on further in. `html` makes the inside of one.
pub fn lines(text: &str, html: impl Fn(&str) -> String) -> String {
    let line = |line: &str| {
        let words = line.trim_start();
        format!("<span class=\"line\" style=\"--in: {}ch\">{}</span>", line.len() - words.len(), html(words))
    };
    text.trim_end().lines().map(line).collect()
}

/// Sets signs and exponents, and words as `word` says.
fn set(text: &str, word: &dyn Fn(&str) -> String) -> String {
    let mut html = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let before = &text[..text.len() - rest.len()];
        let spaced = before.is_empty() || before.ends_with([' ', '(', '[', '=', ',']);
        let length = match first {
            'a'..='z' | 'A'..='Z' => {
                let length = length_of(rest, |c| c.is_ascii_alphanumeric() || c == '_');
                let found = &rest[..length];
                let times = found == "x" && before.ends_with(' ') && rest[1..].starts_with(' ');
                html += &if times { "×".to_owned() } else { word(found) };
                length
            }
            // A number takes the letters that hang on it with it, such as `2nd`.
            '0'..='9' => {
                let length = length_of(rest, |c| c.is_ascii_alphanumeric() || c == '_');
                html += &rest[..length];
                length
            }
            '^' => {
                let length = 1 + length_of(&rest[1..], |c| c.is_ascii_alphanumeric());
                html += &if length > 1 { format!("<sup>{}</sup>", &rest[1..length]) } else { "^".to_owned() };
                length
            }
            '-' if spaced && rest[1..].starts_with(|c: char| c.is_alphanumeric() || " (=".contains(c)) => {
                html += "−";
                1
            }
            '>' | '<' if rest[1..].starts_with('=') => {
                html += if first == '>' { "≥" } else { "≤" };
                2
            }
            _ => {
                match first {
                    '<' => html += "&lt;",
                    '>' => html += "&gt;",
                    '&' => html += "&amp;",
                    other => html.push(other),
                }
                first.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    html
}

/// How far into a text all characters are such [bytes].
fn length_of(text: &str, such: impl Fn(char) -> bool) -> usize {
    text.find(|c| !such(c)).unwrap_or(text.len())
}

fn greek(word: &str) -> Option<&'static str> {
    GREEK.iter().find(|(name, _)| *name == word).map(|(_, letter)| *letter)
}

/// A word that stands for one letter with or without an index: `T_ij`, `s0`, `tau_X`. Letters spelt out are as `spelt` says.
fn symbol(word: &str, spelt: impl Fn(&str) -> Option<&'static str>) -> Option<String> {
    let letter = |base: &str| spelt(base).map(str::to_owned).or_else(|| (base.len() == 1).then(|| base.to_owned()));
    let (base, index) = match (word.split_once('_'), word.strip_suffix('0')) {
        (Some(parts), _) => parts,
        (None, Some(base)) => (base, "0"),
        (None, None) => return spelt(word).map(str::to_owned),
    };
    letter(base).filter(|_| !index.is_empty()).map(|letter| format!("{letter}<sub>{index}</sub>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        assert_eq!(in_text(text), expect, "{text}");
    }

    fn check_block(text: &str, expect: &str) {
        let anchors = ["beta", "d", "task_fit", "k_i"].map(|id| (id.to_owned(), format!("parameter-{id}")));
        let html = block(text, &anchors.into());
        assert!(html.contains(expect), "{text}: {html}");
    }

    #[test]
    fn letters_have_indices_and_exponents() {
        check("T_ij and C_team", "T<sub>ij</sub> and C<sub>team</sub>");
        check("E[S^2] (k S - t)^k", "E[S<sup>2</sup>] (k S − t)<sup>k</sup>");
        check("q0 but seat0, 10", "q<sub>0</sub> but seat0, 10");
        check("sigma0, tau_X, theta", "σ<sub>0</sub>, τ<sub>X</sub>, θ");
        check("career_path, treatment_until_week", "career_path, treatment_until_week");
    }

    #[test]
    fn signs_are_signs_and_hyphens_stay() {
        check("1 - exp(-2 r) x -0.5", "1 − exp(−2 r) × −0.5");
        check(" x ", " × ");
        check("[x], x-ray, pay-forward, 2-5, --set, -", "[x], x-ray, pay-forward, 2-5, --set, -");
        check("T_ij -= 3, W <= t >= 0", "T<sub>ij</sub> −= 3, W ≤ t ≥ 0");
        check("a < b & c > \"d\"", "a &lt; b &amp; c &gt; \"d\"");
        check("Menge größer 1’000 ½", "Menge größer 1’000 ½");
    }

    #[test]
    fn in_a_block_ids_are_links_and_lines_are_boxes() {
        check_block("    v = beta", "--in: 4ch\">v = <a href=\"#parameter-beta\">beta</a></span>");
        check_block("k_i T_ij sigma0", "<a href=\"#parameter-k_i\">k_i</a> T<sub>ij</sub> sigma0");
        check_block("task_fit' - 1", "<a href=\"#parameter-task_fit\">task_fit</a>' − 1");
        check_block("40 beta in 5 d", "40 <a href=\"#parameter-beta\">beta</a> in 5 d</span>");
        check_block("a\n  b", "a</span><span class=\"line\" style=\"--in: 2ch\">b</span>");
    }
}

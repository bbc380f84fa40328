//! How many pairs one may ask for, or how precise an answer, in links and in words.

use super::numbers::plain;
use crate::experiment::goal::Goal;

/// What one may ask for.
pub const GOALS: [Goal; 7] = [
    Goal::Pairs(100),
    Goal::Pairs(200),
    DEFAULT,
    Goal::Pairs(1000),
    Goal::Sure(0.02),
    Goal::Sure(0.01),
    Goal::Sure(0.005),
];

/// What is asked for unless someone asks for more or less.
pub const DEFAULT: Goal = Goal::Pairs(400);

/// The keys of a link.
pub const KEYS: [&str; 2] = ["pairs", "sure"];

/// Key and value in a link; the precision in per cent.
pub fn write(goal: Goal) -> (&'static str, String) {
    match goal {
        Goal::Pairs(pairs) => (KEYS[0], pairs.to_string()),
        Goal::Sure(bound) => (KEYS[1], plain(100.0 * bound)),
    }
}

/// What a key and its value ask for.
pub fn read(key: &str, value: &str) -> Option<Goal> {
    GOALS.into_iter().find(|goal| write(*goal) == (key, value.to_owned()))
}

/// What may be written under a key.
pub fn allowed(key: &str) -> String {
    let values = GOALS.into_iter().map(write).filter(|(known, _)| *known == key).map(|(_, value)| value);
    format!("one of {}", values.collect::<Vec<_>>().join(", "))
}

/// In words.
pub fn label(goal: Goal) -> String {
    match goal {
        Goal::Pairs(pairs) => format!("{pairs} pairs"),
        Goal::Sure(bound) => format!("until sure to ± {} %", plain(100.0 * bound)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goals_go_into_a_link_and_come_back() {
        for goal in GOALS {
            let (key, value) = write(goal);
            assert_eq!(read(key, &value), Some(goal));
            assert!(KEYS.contains(&key));
        }
        assert_eq!(read("pairs", "7"), None);
        assert_eq!(write(Goal::Sure(0.005)), ("sure", "0.5".to_owned()));
        assert_eq!(allowed("pairs"), "one of 100, 200, 400, 1000");
        assert_eq!(label(Goal::Sure(0.01)), "until sure to ± 1 %");
    }
}

//! How many pairs one may ask for, or how precise an answer, in links and in words.

use super::list;
use super::numbers::plain;
use experiment::goal::Goal;
use model::number;

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
        Goal::Sure(bound) => (KEYS[1], number::show(bound, 2)),
    }
}

/// What a key and its value ask for.
pub fn read(key: &str, value: &str) -> Option<Goal> {
    let most = u64::from(u32::MAX);
    GOALS.into_iter().find(|goal| match *goal {
        Goal::Pairs(pairs) => key == KEYS[0] && number::whole(value, 0..=most) == Ok(pairs.into()),
        Goal::Sure(bound) => key == KEYS[1] && number::per_cent(value) == Ok(bound),
    })
}

/// What may be written under a key.
pub fn allowed(key: &str) -> String {
    let values = GOALS.into_iter().map(write).filter(|(known, _)| *known == key).map(|(_, value)| value);
    words::goal::one_of(&list::commas(values.collect()))
}

/// In words.
pub fn label(goal: Goal) -> String {
    match goal {
        Goal::Pairs(pairs) => words::goal::pairs(pairs as usize),
        Goal::Sure(bound) => words::goal::sure(&plain(100.0 * bound)),
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
        assert_eq!(read("pairs", "1,000"), Some(Goal::Pairs(1000)));
        assert_eq!([read("sure", "0,50 %"), read("sure", "2.0")], [Some(Goal::Sure(0.005)), Some(Goal::Sure(0.02))]);
        assert_eq!([read("sure", "400"), read("pairs", "0.5"), read("sure", "")], [None; 3]);
        assert_eq!(write(Goal::Sure(0.005)), ("sure", "0.5".to_owned()));
        assert_eq!(allowed("pairs"), "one of 100, 200, 400, 1000");
        assert_eq!(label(Goal::Sure(0.01)), "until sure to ± 1 %");
    }
}

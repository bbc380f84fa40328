//! What a reader expects of the result before it is shown.

/// What is expected, or is to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guess {
    /// It is asked for, and the result is covered until it is given or skipped.
    Asked,
    /// It was given.
    Given(Expected),
}

/// An expectation: how the second team differs from the first in what the result is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// It has more, by so much [whole numbers of the unit in which the result is told].
    More(u32),
    /// It has about as much.
    Same,
    /// It has less, by so much.
    Less(u32),
}

/// The most that can be expected.
pub const MOST: u32 = 100;

impl Guess {
    /// As it stands in a link.
    pub fn link(self) -> String {
        match self {
            Guess::Asked => "ask".to_owned(),
            Guess::Given(Expected::Same) => "same".to_owned(),
            Guess::Given(Expected::More(amount)) => format!("more-{amount}"),
            Guess::Given(Expected::Less(amount)) => format!("less-{amount}"),
        }
    }

    /// As a link has it.
    pub fn read(text: &str) -> Option<Self> {
        match text {
            "ask" => return Some(Guess::Asked),
            "same" => return Some(Guess::Given(Expected::Same)),
            _ => {}
        }
        let (way, amount) = text.split_once('-')?;
        let amount = amount.parse().ok().filter(|amount| (1..=MOST).contains(amount))?;
        match way {
            "more" => Some(Guess::Given(Expected::More(amount))),
            "less" => Some(Guess::Given(Expected::Less(amount))),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guess_comes_back_from_a_link() {
        for guess in [
            Guess::Asked,
            Guess::Given(Expected::Same),
            Guess::Given(Expected::More(5)),
            Guess::Given(Expected::Less(100)),
        ] {
            assert_eq!(Guess::read(&guess.link()), Some(guess));
        }
        for wrong in ["", "more", "more-0", "more-101", "more--5", "up-5", "less-1.5", "asked"] {
            assert_eq!(Guess::read(wrong), None, "{wrong}");
        }
    }
}

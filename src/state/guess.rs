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
    /// It has more, by so much.
    More(Amount),
    /// It has about as much.
    Same,
    /// It has less, by so much.
    Less(Amount),
}

/// How much is expected, and in what: a number without its unit would come to mean something else when the result is told in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// A whole number of the unit.
    pub number: u32,
    /// In what; links of earlier versions do not say it, and mean that in which the result is told.
    pub unit: Option<Unit>,
}

/// What a difference can be put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Per cent of the first team's mean.
    PerCent,
    /// The outcome's own.
    Own,
}

impl Unit {
    const ALL: [Unit; 2] = [Unit::PerCent, Unit::Own];

    /// What links call it.
    fn name(self) -> &'static str {
        match self {
            Unit::PerCent => "percent",
            Unit::Own => "own",
        }
    }
}

impl Amount {
    fn link(self) -> String {
        match self.unit {
            Some(unit) => format!("{}-{}", self.number, unit.name()),
            None => self.number.to_string(),
        }
    }

    fn read(text: &str) -> Option<Self> {
        let (number, unit) = match text.split_once('-') {
            Some((number, name)) => (number, Some(Unit::ALL.into_iter().find(|unit| unit.name() == name)?)),
            None => (text, None),
        };
        let number = number.parse().ok().filter(|number| (1..=MOST).contains(number))?;
        Some(Self { number, unit })
    }
}

/// The most that can be expected.
pub const MOST: u32 = 100;

impl Guess {
    /// As it stands in a link.
    pub fn link(self) -> String {
        match self {
            Guess::Asked => "ask".to_owned(),
            Guess::Given(Expected::Same) => "same".to_owned(),
            Guess::Given(Expected::More(amount)) => format!("more-{}", amount.link()),
            Guess::Given(Expected::Less(amount)) => format!("less-{}", amount.link()),
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
        let amount = Amount::read(amount)?;
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
            Guess::Given(Expected::More(Amount { number: 5, unit: None })),
            Guess::Given(Expected::More(Amount { number: 5, unit: Some(Unit::PerCent) })),
            Guess::Given(Expected::Less(Amount { number: 100, unit: Some(Unit::Own) })),
        ] {
            assert_eq!(Guess::read(&guess.link()), Some(guess));
        }
        for wrong in [
            "",
            "more",
            "more-0",
            "more-101",
            "more--5",
            "up-5",
            "less-1.5",
            "asked",
            "more-5-",
            "more-5-pounds",
            "same-5",
        ] {
            assert_eq!(Guess::read(wrong), None, "{wrong}");
        }
    }
}

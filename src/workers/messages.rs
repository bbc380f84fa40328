//! What the page and its workers say to each other.

use serde::{Deserialize, Serialize};

use experiment::pair::Pair;
use model::outcome::{MEASURE_COUNT, Outcome};
use model::series::{SERIES, Week};

/// Which build speaks: page and worker must be of the same one.
pub const BUILD: &str = concat!(env!("CARGO_PKG_VERSION"), "-", "3");

/// Scenarios that a worker keeps: what the lab shows, what is read about, what is pinned, and what was before.
pub const SLOTS: usize = 4;

/// What the page asks: pairs of a scenario that the worker keeps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Where it keeps it, below [`SLOTS`].
    pub slot: usize,
    /// If it is to be put there first: the text of its file.
    pub scenario: Option<String>,
    /// First replicate.
    pub first: u32,
    /// Replicate after the last.
    pub end: u32,
    /// To which wish of the page it belongs: whatever belongs to another is not wanted any more.
    pub wish: u32,
}

/// What a worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// It is there, and of this build.
    Hello(String),
    /// It is done with what it was asked.
    Done {
        /// First replicate.
        first: u32,
        /// Its pairs and those that follow: all, or as many as there were when they were not wanted any more.
        pairs: Vec<PairMessage>,
        /// How long that took [ms].
        millis: f64,
    },
    /// It could not read what it was asked.
    Refused(String),
    /// It is about to end, and why.
    Broke(String),
}

/// A [`Pair`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PairMessage {
    control: OutcomeMessage,
    treatment: OutcomeMessage,
}

/// An [`Outcome`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct OutcomeMessage {
    values: Vec<f64>,
    /// Week after week, the series of each together.
    weeks: Vec<f64>,
    /// Whether it was unstable, unfinished, over before the change.
    caveats: [bool; 3],
}

impl From<&Pair> for PairMessage {
    fn from(pair: &Pair) -> Self {
        Self { control: (&pair.control).into(), treatment: (&pair.treatment).into() }
    }
}

impl PairMessage {
    /// The pair; `None` if it does not have this build's measures and series.
    pub fn open(self) -> Option<Pair> {
        Some(Pair { control: self.control.open()?, treatment: self.treatment.open()?, parts: None })
    }
}

impl From<&Outcome> for OutcomeMessage {
    fn from(outcome: &Outcome) -> Self {
        Self {
            values: outcome.values.to_vec(),
            weeks: outcome.weeks.iter().flatten().copied().collect(),
            caveats: [outcome.unstable, outcome.unfinished, outcome.over_before],
        }
    }
}

impl OutcomeMessage {
    fn open(self) -> Option<Outcome> {
        let values: [f64; MEASURE_COUNT] = self.values.try_into().ok()?;
        let weeks = self.weeks.chunks(SERIES).map(|week| Week::try_from(week).ok()).collect::<Option<Vec<Week>>>()?;
        let [unstable, unfinished, over_before] = self.caveats;
        Some(Outcome { values, weeks, unstable, unfinished, over_before })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use experiment::pair::run_pair;

    #[test]
    fn a_pair_crosses_unharmed() {
        let pair = run_pair(&library::scenario(library::DEFAULT).expect("built in"), 0);
        let back = PairMessage::from(&pair).open().expect("of this build");
        assert_eq!(format!("{back:?}"), format!("{pair:?}"));
    }

    #[test]
    fn a_pair_of_another_build_is_not_taken() {
        let pair = run_pair(&library::scenario(library::DEFAULT).expect("built in"), 0);
        let mut message = PairMessage::from(&pair);
        message.control.values.pop();
        assert!(message.open().is_none());
    }
}

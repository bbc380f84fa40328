//! What the page and its workers say to each other.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use experiment::pair::Pair;
use experiment::why::{Parts, Values};
use model::outcome::{MEASURE_COUNT, Outcome};
use model::series::{SERIES, Week};

/// Which build speaks: page and worker must be of the same one.
pub const BUILD: &str = concat!(env!("CARGO_PKG_VERSION"), "-", "4");

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
    /// Whether the difference of each pair is to be taken apart.
    pub parts: bool,
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
    /// What is owed to the role, and then to each mechanism, one after the other.
    parts: Option<Vec<f64>>,
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
        let parts = pair.parts.as_ref();
        let parts =
            parts.map(|parts| std::iter::once(&parts.role).chain(&parts.mechanisms).flatten().copied().collect());
        Self { control: (&pair.control).into(), treatment: (&pair.treatment).into(), parts }
    }
}

impl PairMessage {
    /// The pair; `None` if it does not have this build's measures and series.
    pub fn open(self) -> Option<Pair> {
        let parts = match self.parts {
            Some(parts) => Some(Arc::new(open_parts(&parts)?)),
            None => None,
        };
        Some(Pair { control: self.control.open()?, treatment: self.treatment.open()?, parts })
    }
}

fn open_parts(values: &[f64]) -> Option<Parts> {
    let parts =
        values.chunks(MEASURE_COUNT).map(|part| Values::try_from(part).ok()).collect::<Option<Vec<Values>>>()?;
    let (role, mechanisms) = parts.split_first()?;
    Some(Parts { role: *role, mechanisms: mechanisms.to_vec() })
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
    fn a_pair_crosses_with_its_parts() {
        let pair = experiment::why::run_pair(&library::scenario(library::DEFAULT).expect("built in"), 0);
        let back = PairMessage::from(&pair).open().expect("of this build");
        assert_eq!(format!("{back:?}"), format!("{pair:?}"));
        let mut message = PairMessage::from(&pair);
        message.parts.as_mut().expect("there").pop();
        assert!(message.open().is_none());
    }

    #[test]
    fn a_pair_of_another_build_is_not_taken() {
        let pair = run_pair(&library::scenario(library::DEFAULT).expect("built in"), 0);
        let mut message = PairMessage::from(&pair);
        message.control.values.pop();
        assert!(message.open().is_none());
    }
}

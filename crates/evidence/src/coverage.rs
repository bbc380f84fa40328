//! Coverage: what is claimed of assist leaders, and where its effect can be seen.
//!
//! The statements stand in `coverage.json`, in the project's own words; [`document`] adds what the model says now.

use experiment::ensemble::Contrast;
use model::outcome::{MEASURES, Measure};
use model::scenario::Scenario;
use serde::Deserialize;

use crate::settings::built_in;
use crate::validation::figure::{Figure, Target, Verdict};

pub mod document;

/// The scenario that is none: the defaults.
const DEFAULTS: &str = "defaults";

/// Within which share of the control arm's mean two arms count as alike.
const ALIKE: f64 = 0.01;

/// A statement about assist leaders.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Chapter and place in it, such as `2.10`.
    pub number: String,
    /// What is claimed.
    pub statement: String,
    /// Whether its effect can be seen.
    pub status: Status,
    /// Where it is seen, or why not. What stands in backticks is an id, a scenario, a shock or an option.
    pub how: String,
    /// What the model shows instead, where it contradicts.
    pub contradicted: Option<String>,
    /// What is read off the model.
    #[serde(default)]
    pub readings: Vec<Reading>,
}

/// Whether the effect of a statement can be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// A lever, an outcome or a scenario shows it, whether the model agrees or not.
    Seen,
    /// Something of it can be seen, and something cannot.
    Part,
    /// Nothing shows it.
    Not,
    /// A simulator of work teams cannot show it.
    Outside,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Seen, Self::Part, Self::Not, Self::Outside];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::Part => "in part",
            Self::Not => "not",
            Self::Outside => "not for a simulator",
        }
    }
}

/// A measure in both arms of a scenario.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The built-in scenario; the defaults, where none is named.
    #[serde(default = "defaults")]
    pub scenario: String,
    /// Settings, as [`arguments`](crate::settings::arguments) reads them.
    #[serde(default)]
    pub settings: String,
    /// The measure's id.
    pub measure: String,
    /// How treatment stands to control, where the statement's text rests on it.
    pub shows: Option<Shows>,
}

fn defaults() -> String {
    DEFAULTS.to_owned()
}

/// How treatment stands to control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shows {
    /// The 95 % interval of the difference lies above zero.
    Higher,
    /// It lies below zero.
    Lower,
    /// The mean difference is less than 1 % of control.
    Alike,
}

impl Shows {
    /// In a word.
    pub fn words(self) -> &'static str {
        match self {
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::Alike => "alike",
        }
    }

    /// Whether a contrast shows it.
    pub fn holds(self, contrast: &Contrast) -> bool {
        let difference = Figure::from(contrast.difference);
        match self {
            Self::Higher => Target::Above(0.0).judge(difference) == Verdict::Met,
            Self::Lower => Target::Below(0.0).judge(difference) == Verdict::Met,
            Self::Alike => difference.mean.abs() < ALIKE * contrast.control.mean.abs(),
        }
    }
}

impl Reading {
    /// What is run.
    ///
    /// # Panics
    /// If there is no such scenario, or the settings are not valid.
    pub fn scenario(&self) -> Scenario {
        built_in(&self.scenario, &self.settings)
    }

    /// What is read.
    ///
    /// # Panics
    /// If there is no such measure.
    pub fn measure(&self) -> Measure {
        let place = MEASURES.iter().position(|info| info.id == self.measure);
        Measure::ALL[place.unwrap_or_else(|| panic!("no measure is called {}", self.measure))]
    }
}

impl Statement {
    /// The number of its chapter, from 1.
    ///
    /// # Panics
    /// If its number has none.
    pub fn chapter(&self) -> usize {
        let chapter = self.number.split_once('.').and_then(|(chapter, _)| chapter.parse().ok());
        chapter.unwrap_or_else(|| panic!("{} has no chapter", self.number))
    }
}

/// All statements, in order.
///
/// # Panics
/// If the file is not what it should be.
pub fn statements() -> Vec<Statement> {
    serde_json::from_str(include_str!("coverage.json")).unwrap_or_else(|error| panic!("coverage.json: {error}"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use model::shock::Change;

    use super::*;

    /// Names of shocks that the texts speak of.
    const SHOCKS: [Change; 6] = [
        Change::Redo(0.5),
        Change::Joins(1),
        Change::LeadAway,
        Change::Unlearn(0.5),
        Change::Estrange(0.5),
        Change::Trouble(1),
    ];

    /// What stands in backticks in a text.
    fn names(text: &str) -> Vec<&str> {
        text.split('`').skip(1).step_by(2).collect()
    }

    fn is_known(name: &str) -> bool {
        MEASURES.iter().any(|info| info.id == name)
            || library::names().any(|scenario| scenario == name)
            || SHOCKS.iter().any(|shock| shock.name() == name)
            || model::parameters::parameter(name).is_some()
            || name.starts_with("--")
            || name.starts_with("assist-lab ")
    }

    #[test]
    fn there_are_141_each_in_its_place() {
        let statements = statements();
        assert_eq!(statements.len(), 141);
        let mut before = [0, 0];
        for Statement { number, .. } in &statements {
            let parts: Vec<u32> = number.split('.').map(|part| part.parse().expect("a number")).collect();
            let follows = parts == [before[0], before[1] + 1] || parts == [before[0] + 1, 1];
            assert!(follows, "{number} follows {before:?}");
            before = [parts[0], parts[1]];
        }
        assert_eq!(before[0] as usize, document::CHAPTERS.len());
        let texts: BTreeSet<&str> = statements.iter().map(|statement| statement.statement.as_str()).collect();
        assert_eq!(texts.len(), statements.len(), "no statement stands twice");
    }

    #[test]
    fn every_name_and_reading_is_one_of_the_lab() {
        for statement in statements() {
            let texts = [Some(statement.how.as_str()), statement.contradicted.as_deref()];
            for name in texts.into_iter().flatten().flat_map(names) {
                assert!(is_known(name), "{}: nothing is called {name}", statement.number);
            }
            for reading in &statement.readings {
                reading.measure();
                reading.scenario();
            }
        }
    }

    #[test]
    fn what_is_said_has_its_ground() {
        for Statement { number, status, how, contradicted, readings, .. } in statements() {
            match status {
                Status::Seen => assert!(!readings.is_empty() || !names(&how).is_empty(), "{number} is seen nowhere"),
                Status::Part => assert!(!readings.is_empty(), "{number}: what part of it is seen"),
                Status::Not | Status::Outside => assert!(readings.is_empty() && how.len() > 30, "{number}: why not"),
            }
            assert!(contradicted.is_none() || !readings.is_empty(), "{number} is contradicted by no figure");
        }
    }

    #[test]
    fn directions_by_hand() {
        let check = |control: [f64; 3], treatment: [f64; 3], shows: &[Shows]| {
            let contrast = Contrast::of(control.into_iter().zip(treatment).map(|(one, other)| [one, other]));
            for way in [Shows::Higher, Shows::Lower, Shows::Alike] {
                assert_eq!(way.holds(&contrast), shows.contains(&way), "{control:?} {treatment:?} {way:?}");
            }
        };
        check([1.0, 2.0, 3.0], [2.0, 3.1, 4.0], &[Shows::Higher]);
        check([1.0, 2.0, 3.0], [0.5, 1.6, 2.5], &[Shows::Lower]);
        check([1.0, 2.0, 3.0], [1.5, 1.5, 3.0], &[Shows::Alike]);
        check([1.0, 2.0, 3.0], [2.0, 1.7, 3.0], &[]);
    }
}

//! Sample questions: each opens a scenario with some settings, says what to watch there, and why it comes out so.
//!
//! They are data, in `crates/library/src/questions.json`; settings are written as in a link. A test holds each to what it promises.

use std::sync::OnceLock;

use serde_json::Value;

use super::share::{self, Shared};
use super::text::goal;
use experiment::goal::Goal;
use model::difference::Difference;
use model::fault::Fault;
use model::scenario::Scenario;

/// A question to click.
#[derive(Debug, PartialEq)]
pub struct Question {
    /// Its row in the language's table.
    pub row: usize,
    /// The scenario it starts from.
    pub scenario: String,
    /// What is set in it, as in a link.
    pub settings: String,
    /// What it promises.
    pub expect: Expect,
}

/// A promise that an ensemble can keep or break.
#[derive(Debug, PartialEq)]
pub struct Expect {
    /// Id of the measure.
    pub measure: String,
    /// How it comes out.
    pub is: Direction,
}

/// How a measure comes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Higher in the second team than in the first.
    Higher,
    /// Lower in the second team than in the first.
    Lower,
    /// The teams differ less than in the scenario as it was.
    Less,
    /// Higher in both teams than in the scenario as it was.
    Up,
    /// Lower in both teams than in the scenario as it was.
    Down,
}

/// All of them, in the order shown.
pub fn questions() -> &'static [Question] {
    static QUESTIONS: OnceLock<Vec<Question>> = OnceLock::new();
    QUESTIONS.get_or_init(|| {
        let entries = library::questions();
        let read = entries.as_array().and_then(|entries| entries.iter().map(question).collect());
        read.expect("invariant: the questions are well-formed, a test sees to it")
    })
}

fn question(entry: &Value) -> Option<Question> {
    let text = |field: &str| entry[field].as_str().map(str::to_owned);
    Some(Question {
        row: words::questions::IDS.iter().position(|id| entry["id"] == *id)?,
        scenario: text("scenario")?,
        settings: text("settings")?,
        expect: Expect {
            measure: entry["expect"]["measure"].as_str()?.to_owned(),
            is: outcome(&entry["expect"]["is"])?,
        },
    })
}

fn outcome(name: &Value) -> Option<Direction> {
    Some(match name.as_str()? {
        "higher" => Direction::Higher,
        "lower" => Direction::Lower,
        "less" => Direction::Less,
        "up" => Direction::Up,
        "down" => Direction::Down,
        _ => return None,
    })
}

impl Question {
    /// The question; empty while it is still on its way, as what follows.
    pub fn question(&self) -> &'static str {
        words::questions::label(self.row)
    }

    /// What to watch.
    pub fn watch(&self) -> &'static str {
        words::questions::watch(self.row)
    }

    /// Why it comes out so.
    pub fn why(&self) -> &'static str {
        words::questions::why(self.row)
    }

    /// What it opens, with this goal for the ensemble, and what is wrong with that.
    pub fn opens(&self, goal: Goal) -> (Shared, Vec<Fault>) {
        let (shared, faults) = share::read(&share::parse(&format!("scenario={}&{}", self.scenario, self.settings)));
        (Shared { goal, ..shared }, faults)
    }

    /// Whether a scenario is the one it starts from, with all that it sets.
    pub fn holds_in(&self, scenario: &Scenario) -> bool {
        let Shared { built_in, scenario: asked, .. } = self.opens(goal::DEFAULT).0;
        let held = |difference: Difference| match difference {
            Difference::Parameter { row, scope, after, .. } => {
                scope.arms().iter().all(|&arm| scenario.get(arm, row.id) == Some(after))
            }
            _ => true,
        };
        scenario.texts().name == self.scenario && built_in.diff(&asked).into_iter().all(held)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::outcome::Measure;

    #[test]
    fn every_question_opens_what_it_says() {
        assert!(questions().len() >= 8);
        for question in questions() {
            let name = question.question();
            let (shared, faults) = question.opens(Goal::Pairs(200));
            assert!(faults.is_empty(), "{name} {faults:?}");
            assert!(question.holds_in(&shared.scenario), "{name}");
            assert_eq!(question.holds_in(&shared.built_in), question.settings.is_empty(), "{name}");
            assert_eq!(shared.built_in.texts().name, question.scenario, "{name}");
            assert_eq!(shared.scenario == shared.built_in, question.settings.is_empty(), "{name}");
            assert!(Measure::named(&question.expect.measure).is_some(), "{name}");
            assert!(name.starts_with("What if ") && name.ends_with('?'), "{name}");
            for text in [question.watch(), question.why()] {
                assert!(text.ends_with('.') && text.chars().count() <= 170, "{name} {text}");
            }
        }
    }
}

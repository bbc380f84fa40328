//! Sample questions: each is asked of the team shown where that makes sense, or else opens a scenario of its own; says what to watch, and
//! where it was tried out why it comes out so.
//!
//! They are data, in `crates/library/src/questions.json`; settings are written as in a link. A test holds each to what it promises of its
//! own scenario.

use std::sync::OnceLock;

use serde_json::Value;

use super::share::{self, Shared};
use experiment::goal::Goal;
use model::difference::Difference;
use model::fault::Fault;
use model::outcome::Measure;
use model::parameters::idle::idle;
use model::scenario::{Arm, Scenario};

/// A question to click.
#[derive(Debug, PartialEq)]
pub struct Question {
    /// Its row in the language's table.
    pub row: usize,
    /// The scenario it starts from.
    pub scenario: String,
    /// What is set in it, as in a link.
    pub settings: String,
    /// What is set in any other scenario, if it can be asked there.
    pub here: Option<String>,
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
        here: text("here"),
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

    /// How it is asked where this is shown; `None` where all that it asks about is so already, or does nothing.
    pub fn asked_of(&self, shown: &Shared) -> Option<Ask> {
        let at_home = self.is_at_home(&shown.built_in);
        let settings = if at_home { Some(self.settings.as_str()) } else { self.here.as_deref() };
        let Some(settings) = settings else { return Some(Ask::Elsewhere(self.opens(shown.goal).0)) };
        let set = share::parse(settings);
        let mut query = share::write(shown);
        query.retain(|(key, _)| set.iter().all(|(other, _)| key != other));
        query.extend(set);
        let (mut next, faults) = share::read(&query);
        next.look.chart = Measure::named(&self.expect.measure);
        let acts = shown.scenario.diff(&next.scenario).into_iter().any(|difference| match difference {
            Difference::Parameter { row, scope, .. } => {
                let acts = |arm: &Arm| {
                    [&shown.scenario, &next.scenario].iter().any(|scenario| idle(scenario, *arm, row.id).is_none())
                };
                scope.arms().iter().any(acts)
            }
            _ => true,
        });
        (faults.is_empty() && acts).then_some(Ask::Here(next))
    }

    /// Whether a scenario is the one in which it was tried out.
    pub fn is_at_home(&self, built_in: &Scenario) -> bool {
        library::is_built_in(built_in) && built_in.texts().name == self.scenario
    }
}

/// How a question is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Of the team shown, so changed.
    Here(Shared),
    /// Of another team.
    Elsewhere(Shared),
}

impl Ask {
    /// What it opens.
    pub fn opens(&self) -> &Shared {
        match self {
            Ask::Here(shared) | Ask::Elsewhere(shared) => shared,
        }
    }
}

/// Whether what was set on the way from one scenario to another still holds in a third.
pub fn holds(from: &Scenario, to: &Scenario, now: &Scenario) -> bool {
    let held = |difference: Difference| match difference {
        Difference::Parameter { row, scope, after, .. } => {
            scope.arms().iter().all(|&arm| now.get(arm, row.id) == Some(after))
        }
        _ => true,
    };
    now.texts().name == to.texts().name && from.diff(to).into_iter().all(held)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_asked_of_the_team_shown() {
        let open = |link: &str| share::read(&share::parse(link)).0;
        let named =
            |id: &str| questions().iter().find(|question| words::questions::IDS[question.row] == id).expect("there");
        let hospital = open("scenario=emergency&t.recognition=0.5&person=2");
        let Some(Ask::Here(asked)) = named("unthanked").asked_of(&hospital) else { panic!("asked of the hospital") };
        assert_eq!((asked.built_in.texts().name.as_str(), asked.look.person), ("emergency", Some(1)));
        assert_eq!(asked.scenario.policy(Arm::Treatment).recognition, 0.0);
        assert_eq!(named("unthanked").asked_of(&open("scenario=emergency")), None, "nobody thanks them as it is");
        assert_eq!(named("one-day").asked_of(&open("scenario=baseline")), None, "nobody assists there");
        let Some(Ask::Elsewhere(other)) = named("lead-lets-go").asked_of(&hospital) else { panic!("of another team") };
        assert_eq!(other.built_in.texts().name, "two_ways_to_lead");
        for question in questions() {
            for name in library::names() {
                if let Some(Ask::Here(asked)) = question.asked_of(&open(&format!("scenario={name}"))) {
                    assert_eq!(asked.built_in.texts().name, name);
                    assert_eq!(question.asked_of(&asked), None, "{} of {name} is asked once", question.question());
                }
            }
        }
    }

    #[test]
    fn every_question_opens_what_it_says() {
        assert!(questions().len() >= 8);
        for question in questions() {
            let name = question.question();
            let (shared, faults) = question.opens(Goal::Pairs(200));
            assert!(faults.is_empty(), "{name} {faults:?}");
            assert!(holds(&shared.built_in, &shared.scenario, &shared.scenario), "{name}");
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

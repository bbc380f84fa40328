//! The questions to try in a scenario: each asks it what would be if something were otherwise, and opens it so changed.
//!
//! What they set is data, in `crates/library/src/tries.json`, written as in a link; their texts are those of the story.

use std::sync::OnceLock;

use serde_json::Value;

use super::share::{self, Shared};
use super::state::guess::Guess;
use super::state::look::Look;
use model::fault::Fault;
use model::scenario::Scenario;

/// A question to try.
#[derive(Clone, Debug, PartialEq)]
pub struct Try {
    /// The scenario it is asked of.
    pub scenario: &'static str,
    /// The question.
    pub text: String,
    /// What is set in the scenario, as in a link.
    pub settings: &'static str,
}

/// The questions of a built-in scenario, in the order shown; none of another, or while its story is still on its way.
pub fn tries(name: &str) -> Vec<Try> {
    static SETTINGS: OnceLock<Value> = OnceLock::new();
    let settings = SETTINGS.get_or_init(library::tries);
    let Some(scenario) = library::names().find(|known| *known == name) else { return Vec::new() };
    let Some(story) = library::scenario(scenario).and_then(|scenario| Some(library::story(&scenario)?.into_owned()))
    else {
        return Vec::new();
    };
    let settings = settings[scenario].as_array().into_iter().flatten().filter_map(Value::as_str);
    story.questions.into_iter().zip(settings).map(|(text, settings)| Try { scenario, text, settings }).collect()
}

impl Try {
    /// What it opens where this was before. Who hides the result, or guesses first, does so with the next one, too.
    pub fn opens(&self, before: &Shared) -> Shared {
        let (asked, _) = self.read();
        let pin = before.pin.clone().filter(|_| asked.built_in == before.built_in);
        let Look { hidden, lever, guess, .. } = before.look;
        let look = Look { hidden, lever, guess: guess.map(|_| Guess::Asked), ..Look::default() };
        Shared { goal: before.goal, look, pin, ..asked }
    }

    /// Whether a scenario is what it opens.
    pub fn is_asked_in(&self, scenario: &Scenario) -> bool {
        self.read().0.scenario == *scenario
    }

    fn read(&self) -> (Shared, Vec<Fault>) {
        share::read(&share::parse(&format!("scenario={}&{}", self.scenario, self.settings)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Action, State};
    use model::difference::Difference;
    use model::parameters::idle::idle;

    fn asked(name: &str) -> Vec<Scenario> {
        tries(name).iter().map(|question| question.read().0.scenario).collect()
    }

    #[test]
    fn settings_are_there_for_every_question_and_for_nothing_else() {
        let settings = library::tries();
        let settings = settings.as_object().expect("an object");
        assert!(settings.keys().all(|name| library::names().any(|known| known == name)), "{:?}", settings.keys());
        for name in library::names() {
            let story = library::scenario(name).and_then(|scenario| Some(library::story(&scenario)?.questions.len()));
            let of_scenario = settings.get(name).and_then(Value::as_array).map(Vec::len);
            assert_eq!([story, of_scenario, Some(tries(name).len())], [Some(3); 3], "{name}");
        }
        assert_eq!(tries("nowhere"), []);
    }

    #[test]
    fn every_question_changes_its_scenario_and_nothing_that_does_nothing() {
        for question in library::names().flat_map(tries) {
            let (shared, faults) = question.read();
            assert_eq!(faults, [], "{question:?}");
            assert_eq!(shared.built_in.texts().name, question.scenario);
            let changes = shared.built_in.diff(&shared.scenario);
            assert_eq!(
                changes.len(),
                question.settings.split('&').count(),
                "{question:?} sets what is so: {changes:?}"
            );
            for change in changes {
                let Difference::Parameter { row, scope, .. } = change else { panic!("{question:?}: {change:?}") };
                let does_nothing = scope.arms().iter().find_map(|&arm| idle(&shared.scenario, arm, row.id));
                assert_eq!(does_nothing, None, "{question:?}: {}", row.id);
            }
        }
    }

    #[test]
    fn no_two_questions_of_a_scenario_are_the_same() {
        for name in library::names() {
            let (questions, scenarios) = (tries(name), asked(name));
            for place in 1..questions.len() {
                assert!(!scenarios[..place].contains(&scenarios[place]), "{:?}", questions[place]);
                assert!(questions[..place].iter().all(|other| other.text != questions[place].text), "{name}");
            }
        }
    }

    #[test]
    fn a_question_is_one_step_and_takes_nothing_else_away() {
        let opened = |link: &str| State::new(share::read(&share::parse(link)).0, true);
        let ask = |state: &State, name: &str| {
            let question = &tries(name)[0];
            let next = state.after(Action::Open(Box::new(question.opens(&state.shared())))).expect("another scenario");
            assert!(question.is_asked_in(next.scenario()) && !question.is_asked_in(state.scenario()), "{name}");
            let back = next.after(Action::Undo).expect("a step");
            assert_eq!(back.setup(), state.setup(), "{name}");
            next
        };
        let state = opened("scenario=silos&beta=0.3&hidden=1&guess=less-5&pin=beta-0.2&pairs=1000&trust=1");
        let same = ask(&state, "silos");
        let look = &same.view_options.look;
        assert!(look.hidden && look.trust && look.guess == Some(Guess::Asked) && same.pin().is_some());
        assert_eq!(same.cache.goal, state.cache.goal);
        let other = ask(&state, "remote");
        assert!(other.pin().is_none() && other.built_in().texts().name == "remote");
    }
}

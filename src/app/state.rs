//! The page's state and the only ways it changes.
//!
//! What moves (the day shown, the frames) is not here: it would bring the whole page through the virtual DOM sixty times a
//! second. It lives in the team view's projector.

use std::rc::Rc;

use super::findings::Findings;
use super::share::Shared;
use crate::library;
use crate::model::fault::Fault;
use crate::model::scenario::{Arm, Scenario, Scope};

/// Speeds of the visible pair [working days per second].
pub const SPEEDS: [f64; 6] = [0.2, 0.5, 1.0, 2.0, 5.0, 10.0];

/// Something the reader should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What, in a sentence.
    pub text: String,
    /// Details, such as each value that was wrong.
    pub details: Vec<String>,
}

impl Notice {
    /// About what could not be read.
    pub fn of_faults(text: &str, faults: &[Fault]) -> Self {
        Self { text: text.to_owned(), details: faults.iter().map(Fault::to_string).collect() }
    }
}

/// The page's state.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The built-in scenario that levers return to.
    pub built_in: Rc<Scenario>,
    /// The scenario shown.
    pub scenario: Rc<Scenario>,
    /// The replicate shown.
    pub replicate: u32,
    /// Pairs asked for.
    pub pairs: u32,
    /// Whether the ensemble may compute.
    pub computing: bool,
    /// What it found last, perhaps of an earlier scenario.
    pub findings: Option<Rc<Findings>>,
    /// Whether the visible pair runs.
    pub playing: bool,
    /// How fast it runs [working days per second].
    pub speed: f64,
    /// What the reader should know.
    pub notices: Vec<Notice>,
}

/// What can happen to it.
#[derive(Clone, Debug)]
pub enum Action {
    /// A lever moved.
    Set(Scope, &'static str, Option<f64>),
    /// A lever goes back to the built-in scenario.
    Reset(Scope, &'static str),
    /// Everything goes back to the built-in scenario.
    ResetAll,
    /// Another built-in scenario.
    Choose(String),
    /// Everything is as a link or a file says.
    Open(Box<Shared>),
    /// Another seed.
    Seed(u64),
    /// Another replicate to look at.
    Replicate(u32),
    /// Another number of pairs.
    Pairs(u32),
    /// The ensemble may go on, or stops.
    Compute(bool),
    /// The ensemble has news.
    Found(Rc<Findings>),
    /// The visible pair runs, or stops.
    Play(bool),
    /// It runs at another speed.
    Speed(f64),
    /// There is something to say.
    Tell(Notice),
    /// It was read.
    Dismiss(usize),
}

impl State {
    /// As a link says.
    pub fn new(shared: Shared, playing: bool) -> Self {
        Self {
            built_in: Rc::new(shared.built_in),
            scenario: Rc::new(shared.scenario),
            replicate: shared.replicate,
            pairs: shared.pairs,
            computing: true,
            findings: None,
            playing,
            speed: 1.0,
            notices: Vec::new(),
        }
    }

    /// What a link to it says.
    pub fn shared(&self) -> Shared {
        Shared {
            built_in: Scenario::clone(&self.built_in),
            scenario: Scenario::clone(&self.scenario),
            replicate: self.replicate,
            pairs: self.pairs,
        }
    }

    /// Whether any parameter or the seed differs from the built-in scenario.
    pub fn changed(&self) -> bool {
        self.scenario != self.built_in
    }

    /// The state after an action; `None` if it changes nothing.
    pub fn after(&self, action: Action) -> Option<State> {
        let mut next = self.clone();
        match action {
            Action::Set(scope, id, value) => next.set(scope, id, value),
            Action::Reset(scope, id) => {
                let arm = if let Scope::Only(arm) = scope { arm } else { Arm::Treatment };
                if let Some(value) = self.built_in.get(arm, id) {
                    next.set(scope, id, value);
                }
            }
            Action::ResetAll => next.scenario = Rc::clone(&self.built_in),
            Action::Choose(name) => {
                let scenario = Rc::new(library::scenario(&name)?);
                next.built_in = Rc::clone(&scenario);
                next.scenario = scenario;
            }
            Action::Open(shared) => {
                if self.shared() == *shared {
                    return None;
                }
                next.built_in = Rc::new(shared.built_in);
                next.scenario = Rc::new(shared.scenario);
                next.replicate = shared.replicate;
                next.pairs = shared.pairs;
            }
            Action::Seed(seed) => {
                let mut draft = self.scenario.draft();
                draft.seed = seed;
                next.take(draft.finish());
            }
            Action::Replicate(replicate) => next.replicate = replicate,
            Action::Pairs(pairs) => {
                next.pairs = pairs;
                next.computing = true;
            }
            Action::Compute(computing) => next.computing = computing,
            Action::Found(findings) => next.findings = Some(findings),
            Action::Play(playing) => next.playing = playing,
            Action::Speed(speed) => next.speed = speed,
            Action::Tell(notice) => {
                if !next.notices.contains(&notice) {
                    next.notices.push(notice);
                }
            }
            Action::Dismiss(place) => {
                if place < next.notices.len() {
                    next.notices.remove(place);
                }
            }
        }
        if next.scenario != self.scenario {
            next.computing = true;
        }
        (next != *self).then_some(next)
    }

    fn set(&mut self, scope: Scope, id: &str, value: Option<f64>) {
        let mut draft = self.scenario.draft();
        draft.set(scope, id, value);
        self.take(draft.finish());
    }

    fn take(&mut self, scenario: Result<Scenario, Vec<Fault>>) {
        match scenario {
            Ok(scenario) => self.scenario = Rc::new(scenario),
            Err(faults) => {
                let notice =
                    Notice::of_faults("This does not go together with the rest, so nothing was changed:", &faults);
                if !self.notices.contains(&notice) {
                    self.notices.push(notice);
                }
            }
        }
    }
}

#[cfg(feature = "web")]
impl yew::Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        // The same state returned skips the render.
        self.after(action).map_or(self, Rc::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::share;

    fn start() -> State {
        State::new(share::read(&[]).0, false)
    }

    const TREATMENT: Scope = Scope::Only(Arm::Treatment);

    #[test]
    fn a_lever_moves_one_arm_and_goes_back() {
        let moved = start().after(Action::Set(TREATMENT, "assist_share", Some(0.6))).expect("changed");
        assert_eq!(moved.scenario.get(Arm::Treatment, "assist_share"), Some(Some(0.6)));
        assert_eq!(moved.scenario.get(Arm::Control, "assist_share"), Some(Some(0.4)));
        assert!(moved.changed());
        assert!(moved.after(Action::Set(TREATMENT, "assist_share", Some(0.6))).is_none());
        let back = moved.after(Action::Reset(TREATMENT, "assist_share")).expect("changed");
        assert!(!back.changed());
    }

    #[test]
    fn a_change_starts_a_stopped_ensemble() {
        let stopped = start().after(Action::Compute(false)).expect("changed");
        assert!(!stopped.computing);
        assert!(stopped.after(Action::Set(Scope::Both, "beta", Some(0.3))).expect("changed").computing);
        assert!(stopped.after(Action::Pairs(500)).expect("changed").computing);
    }

    #[test]
    fn what_does_not_go_together_is_said_and_changes_nothing() {
        let few = start().after(Action::Set(Scope::Both, "members", Some(2.0))).expect("changed");
        let told = few.after(Action::Set(TREATMENT, "assist_leaders", Some(4.0))).expect("told");
        assert_eq!(told.scenario, few.scenario);
        assert!(told.notices[0].details[0].contains("assist_leaders = 4"), "{:?}", told.notices);
        assert!(told.after(Action::Dismiss(0)).expect("changed").notices.is_empty());
    }

    #[test]
    fn what_is_opened_takes_the_place_of_all_that_is_shared() {
        let moved = start().after(Action::Set(TREATMENT, "assist_share", Some(0.6))).expect("changed");
        let query = [("scenario", "emergency"), ("pair", "4")].map(|(key, value)| (key.to_owned(), value.to_owned()));
        let shared = share::read(&query).0;
        let opened = moved.after(Action::Open(Box::new(shared.clone()))).expect("changed");
        assert_eq!(opened.shared(), shared);
        assert!(opened.after(Action::Open(Box::new(shared))).is_none());
    }

    #[test]
    fn a_scenario_of_no_name_is_not_chosen() {
        assert!(start().after(Action::Choose("sea".to_owned())).is_none());
        assert!(start().after(Action::Seed(u64::MAX)).is_some_and(|state| state.notices.len() == 1));
    }
}

//! What is compared, what was before, and the way back and forth.

use std::rc::Rc;

use experiment::plausible;
use model::fault::Fault;
use model::scenario::{Draft, Scenario, Scope};

/// Steps that are remembered.
const DEPTH: usize = 200;

/// What is compared: all that undo brings back.
#[derive(Clone, Debug, PartialEq)]
pub struct Setup {
    /// The scenario that levers return to: a built-in one, or one from a file.
    pub built_in: Rc<Scenario>,
    /// The scenario as it was made of it.
    pub scenario: Rc<Scenario>,
}

/// A parameter, whom it concerns, and its value.
pub type Setting = (Scope, &'static str, Option<f64>);

impl Setup {
    /// With these settings, all at once; or what is wrong with them. No lever has another way to a value.
    pub fn with(&self, settings: &[Setting]) -> Result<Setup, Vec<Fault>> {
        let mut draft = self.scenario.draft();
        settings.iter().for_each(|&(scope, id, value)| draft.set(scope, id, value));
        self.finish(draft)
    }

    /// With another seed; or what is wrong with that.
    pub fn with_seed(&self, seed: u64) -> Result<Setup, Vec<Fault>> {
        let mut draft = self.scenario.draft();
        draft.seed = seed;
        self.finish(draft)
    }

    /// In one world, or each time in another that is plausible.
    pub fn with_plausible(&self, on: bool) -> Result<Setup, Vec<Fault>> {
        let mut draft = self.scenario.draft();
        draft.plausible.on = on;
        self.finish(draft)
    }

    /// With a parameter that stays where worlds are drawn, or is drawn again.
    pub fn with_known(&self, id: &str, known: bool) -> Result<Setup, Vec<Fault>> {
        let mut draft = self.scenario.draft();
        let others: Vec<&str> = draft.plausible.known().iter().copied().filter(|other| *other != id).collect();
        draft.plausible.forget();
        others.into_iter().chain(known.then_some(id)).for_each(|id| draft.know(id));
        self.finish(draft)
    }

    fn finish(&self, draft: Draft) -> Result<Setup, Vec<Fault>> {
        let scenario = draft.finish()?;
        // A world that could not be run would be another, without a word.
        if scenario.plausible().on {
            plausible::check(&scenario)?;
        }
        Ok(Setup { built_in: Rc::clone(&self.built_in), scenario: Rc::new(scenario) })
    }
}

/// A lever on the move.
pub type Moving = (Scope, &'static str);

/// The setup and what it was before. A lever's way from where it was taken hold of to where it is let go is one step.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    past: Vec<Setup>,
    present: Setup,
    future: Vec<Setup>,
    moving: Option<Moving>,
}

impl History {
    /// Nothing has been before.
    pub fn new(present: Setup) -> Self {
        Self { past: Vec::new(), present, future: Vec::new(), moving: None }
    }

    /// As it is.
    pub fn present(&self) -> &Setup {
        &self.present
    }

    /// As it was before the last change.
    pub fn before(&self) -> Option<&Setup> {
        self.past.last()
    }

    /// As it was before what was undone last.
    pub fn undone(&self) -> Option<&Setup> {
        self.future.last()
    }

    /// A change; `moving` says by which lever, as long as it has not been let go.
    pub fn record(&mut self, next: Setup, moving: Option<Moving>) {
        if next == self.present {
            return;
        }
        let goes_on = moving.is_some() && moving == self.moving;
        let last = std::mem::replace(&mut self.present, next);
        if !goes_on {
            self.past.push(last);
            let over = self.past.len().saturating_sub(DEPTH);
            self.past.drain(..over);
        }
        self.future.clear();
        self.moving = moving;
        // A lever that is back where it was taken hold of has done nothing.
        if goes_on && self.past.last() == Some(&self.present) {
            self.past.pop();
            self.moving = None;
        }
    }

    /// The lever was let go.
    pub fn settle(&mut self) {
        self.moving = None;
    }

    /// One step back, if there is one.
    pub fn undo(&mut self) {
        self.settle();
        if let Some(before) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.present, before));
        }
    }

    /// One step forth, if one was undone.
    pub fn redo(&mut self) {
        self.settle();
        if let Some(after) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.present, after));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::scenario::Draft;

    const BETA: Option<Moving> = Some((Scope::Both, "beta"));
    const SAFETY: Option<Moving> = Some((Scope::Both, "safety0"));

    fn setup(beta: f64) -> Setup {
        let mut draft = Draft::default();
        draft.set(Scope::Both, "beta", Some(beta));
        let built_in = Rc::new(Draft::default().finish().expect("valid"));
        Setup { built_in, scenario: Rc::new(draft.finish().expect("valid")) }
    }

    fn beta(history: &History) -> f64 {
        history.present().scenario.world().beta
    }

    /// Goes through moves, then says which values undo brings back.
    fn check(moves: &[(f64, Option<Moving>, bool)], expect: &[f64]) {
        let mut history = History::new(setup(0.1));
        for (value, moving, let_go) in moves {
            history.record(setup(*value), *moving);
            if *let_go {
                history.settle();
            }
        }
        let last = beta(&history);
        let mut seen = Vec::new();
        while history.before().is_some() {
            history.undo();
            seen.push(beta(&history));
        }
        assert_eq!(seen, expect, "{moves:?}");
        while history.undone().is_some() {
            history.redo();
        }
        assert_eq!(beta(&history), last, "{moves:?}");
    }

    #[test]
    fn a_drag_is_one_step() {
        check(&[(0.2, BETA, false), (0.3, BETA, false), (0.4, BETA, true), (0.5, BETA, true)], &[0.4, 0.1]);
        check(&[(0.2, BETA, false), (0.3, SAFETY, false)], &[0.2, 0.1]);
        check(&[(0.2, None, false), (0.3, None, false)], &[0.2, 0.1]);
    }

    #[test]
    fn a_drag_that_comes_back_is_none() {
        check(&[(0.2, BETA, false), (0.1, BETA, true)], &[]);
        check(&[(0.2, BETA, false), (0.1, BETA, false), (0.3, BETA, true)], &[0.1]);
        check(&[(0.1, BETA, true)], &[]);
    }

    #[test]
    fn a_change_after_undo_forgets_what_was_undone() {
        let mut history = History::new(setup(0.1));
        history.record(setup(0.2), None);
        history.undo();
        assert!(history.undone().is_some());
        history.record(setup(0.3), BETA);
        assert!(history.undone().is_none());
        history.redo();
        assert_eq!(beta(&history), 0.3);
        history.undo();
        // The lever that was on the move is not taken for the same one again.
        history.record(setup(0.4), BETA);
        assert_eq!(history.before().map(|setup| setup.scenario.world().beta), Some(0.1));
    }

    #[test]
    fn what_is_long_past_is_forgotten() {
        let mut history = History::new(setup(0.1));
        for step in 0..500 {
            history.record(setup(f64::from(step % 2) * 0.1 + 0.2), None);
        }
        let mut steps = 0;
        while history.before().is_some() {
            history.undo();
            steps += 1;
        }
        assert_eq!(steps, DEPTH);
    }
}

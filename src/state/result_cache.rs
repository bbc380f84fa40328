//! What many pairs said, kept to be shown again: of what is shown now, of what was shown lately, of what is pinned; and how many are asked for.

use std::rc::Rc;

use super::history::Setup;
use crate::ensemble_summary::EnsembleSummary;
use experiment::goal::Goal;
use model::scenario::Scenario;

/// Summaries that are kept, so that undo, redo and replay show them at once. Those of 400 pairs take some 5 MB.
const KEPT: usize = 6;

/// The summaries there are, and what is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultCache {
    /// When there are enough pairs.
    pub goal: Goal,
    /// Whether it may compute.
    pub computing: bool,
    /// A setup to compare with, and what was found of it.
    pub pin: Option<Pin>,
    /// What was found last of what the lab shows, perhaps of an earlier scenario.
    latest: Option<Rc<EnsembleSummary>>,
    /// What was found lately of what the lab shows, the latest first, one for each scenario.
    kept: Vec<Rc<EnsembleSummary>>,
    /// What was found last of a scenario that is only read about.
    visited: Option<Rc<EnsembleSummary>>,
    /// What was found last of the other kind of pairs of what the lab shows.
    other: Option<Rc<EnsembleSummary>>,
}

/// A setup that was pinned, and what was found of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// The setup.
    pub setup: Setup,
    /// What was found of it; more, if more is found later. Nothing yet of what a link brings.
    pub summary: Option<Rc<EnsembleSummary>>,
}

impl Pin {
    /// A setup of which nothing is known yet.
    pub fn new(setup: Setup) -> Self {
        Self { setup, summary: None }
    }
}

impl ResultCache {
    /// With this goal and this to compare with, and no pair done yet.
    pub fn new(goal: Goal, pin: Option<Pin>) -> Self {
        Self { goal, computing: true, pin, latest: None, kept: Vec::new(), visited: None, other: None }
    }

    /// What was found of a scenario lately.
    pub fn of(&self, scenario: &Scenario) -> Option<&Rc<EnsembleSummary>> {
        let pinned = self.pin.as_ref().and_then(|pin| pin.summary.as_ref());
        self.kept
            .iter()
            .chain(&self.visited)
            .chain(&self.other)
            .chain(pinned)
            .find(|found| *found.scenario == *scenario)
    }

    /// What can be shown for a scenario: its own summary, or until there is one that of what was shown before, if that is the
    /// same story.
    pub fn shown(&self, scenario: &Scenario) -> Option<&Rc<EnsembleSummary>> {
        let latest = self.latest.as_ref().filter(|found| found.scenario.texts() == scenario.texts());
        self.of(scenario).or(latest)
    }

    /// Whether enough is known of a scenario.
    pub fn is_complete(&self, scenario: &Scenario) -> bool {
        self.of(scenario).is_some_and(|found| found.complete() && found.goal == self.goal)
    }

    /// There is news of a scenario; whether it was wanted because the lab shows that.
    pub fn found(&mut self, summary: Rc<EnsembleSummary>, of_lab: bool) {
        // What had no room is counted up once more.
        let known = self.of(&summary.scenario).filter(|kept| kept.goal == summary.goal);
        if known.is_some_and(|kept| (kept.complete(), kept.done) > (summary.complete(), summary.done)) {
            return;
        }
        if of_lab && let Some(before) = self.latest.replace(Rc::clone(&summary)) {
            // What a lever only passed on its way is not worth its place.
            self.kept.retain(|kept| kept.complete() || kept.scenario != before.scenario);
        }
        if let Some(pin) = self.pin.as_mut().filter(|pin| pin.setup.scenario == summary.scenario) {
            pin.summary = Some(Rc::clone(&summary));
        }
        let kept_before = self.kept.iter().any(|kept| kept.scenario == summary.scenario);
        // What is read about takes no place of what the lab shows.
        if !of_lab && !kept_before {
            let is_other =
                self.latest.as_ref().is_some_and(|latest| are_of_two_kinds(&latest.scenario, &summary.scenario));
            *(if is_other { &mut self.other } else { &mut self.visited }) = Some(summary);
            return;
        }
        self.kept.retain(|kept| kept.scenario != summary.scenario);
        self.kept.insert(0, summary);
        self.kept.truncate(KEPT);
    }

    /// Pins a setup, if anything was found of it.
    pub fn pin(&mut self, setup: &Setup) {
        if let Some(summary) = self.of(&setup.scenario) {
            self.pin = Some(Pin { setup: setup.clone(), summary: Some(Rc::clone(summary)) });
        }
    }
}

/// Whether one is of teams of one world, and the other of worlds, of the same scenario.
fn are_of_two_kinds(a: &Scenario, b: &Scenario) -> bool {
    a.plausible().on != b.plausible().on && a.texts() == b.texts()
}

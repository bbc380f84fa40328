//! What stays the same while only the treatment changes.
//!
//! The past of a replicate and its control arm do not depend on what the treatment decides. Whoever runs the same replicates under
//! one treatment after the other (a lever on the move) keeps both, and a pair then costs only its treatment arm. What comes out
//! has the same bits as without a memory.

use std::collections::BTreeMap;

use super::ensemble::Job;
use super::pair::{Pair, begin, holders, run_arm, treat};
use super::plausible::world;
use model::outcome::Outcome;
use model::scenario::{Arm, Scenario};
use model::simulation::Simulation;

/// Replicates that are kept, in members: a hundred teams of sixty, or as much as some tens of megabytes hold.
const ROOM: u32 = 6000;

/// The replicates run lately, as far as another treatment leaves them as they are.
#[derive(Debug, Default)]
pub struct ControlArmCache {
    scenario: Option<Scenario>,
    kept: BTreeMap<u32, Kept>,
}

/// What is kept of a replicate.
#[derive(Debug)]
struct Kept {
    /// The team at the intervention.
    start: Simulation,
    /// The seats whose holders are reported as assist leaders in both arms.
    marked: Vec<usize>,
    /// What the control arm came to.
    control: Outcome,
}

impl ControlArmCache {
    /// Runs the pairs of a job.
    pub fn run(&mut self, scenario: &Scenario, job: Job) -> Vec<Pair> {
        if self.scenario.as_ref().is_none_or(|known| !same_control(known, scenario)) {
            self.scenario = Some(scenario.clone());
            self.kept.clear();
        }
        job.map(|replicate| self.pair(scenario, replicate)).collect()
    }

    fn pair(&mut self, scenario: &Scenario, replicate: u32) -> Pair {
        let scenario = &*world(scenario, replicate);
        if let Some(kept) = self.kept.get_mut(&replicate) {
            return kept.pair(scenario);
        }
        let mut kept = Kept::new(scenario, replicate);
        let pair = kept.pair(scenario);
        if (self.kept.len() as u32 + 1) * scenario.seats() <= ROOM {
            self.kept.insert(replicate, kept);
        }
        pair
    }
}

impl Kept {
    fn new(scenario: &Scenario, replicate: u32) -> Self {
        let start = begin(scenario, replicate);
        let treatment = treat(&start, scenario);
        let marked = holders(&start, &treatment);
        let control = finish_control(&start, scenario, &marked);
        Self { start, marked, control }
    }

    fn pair(&mut self, scenario: &Scenario) -> Pair {
        let treatment = treat(&self.start, scenario);
        let marked = holders(&self.start, &treatment);
        if marked != self.marked {
            // The same arm, but others in it are reported on.
            self.control = finish_control(&self.start, scenario, &marked);
            self.marked = marked;
        }
        Pair { control: self.control.clone(), treatment: finish(treatment, scenario, &self.marked), parts: None }
    }
}

/// Lets the control arm run to its end from the intervention on.
fn finish_control(start: &Simulation, scenario: &Scenario, marked: &[usize]) -> Outcome {
    let mut control = start.clone();
    control.hire_extra();
    finish(control, scenario, marked)
}

/// Lets an arm run to its end from the intervention on.
fn finish(mut arm: Simulation, scenario: &Scenario, marked: &[usize]) -> Outcome {
    arm.mark(marked);
    run_arm(&mut arm, scenario, f64::from(scenario.days()));
    arm.outcome()
}

/// Whether both scenarios have the same past and the same control arm.
pub fn same_control(a: &Scenario, b: &Scenario) -> bool {
    let control = Arm::Control;
    a.seed() == b.seed()
        && a.world() == b.world()
        && a.policy(control) == b.policy(control)
        && a.shocks() == b.shocks()
        && a.until_week() == b.until_week()
        && a.plausible() == b.plausible()
        // There must be room for those whom the treatment hires.
        && a.seats() == b.seats()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::run;
    use model::scenario::{Draft, Scope};

    /// Runs one scenario after the other with one memory, and each without. What is not there to measure is `NaN` in both.
    fn check(memory: &mut ControlArmCache, scenarios: &[Scenario], job: &Job) {
        for (place, scenario) in scenarios.iter().enumerate() {
            let [with, without] = [memory.run(scenario, job.clone()), run(scenario, job.clone())];
            assert!(format!("{with:?}") == format!("{without:?}"), "scenario {place} differs");
        }
    }

    fn vary(scenario: &Scenario, changes: &[(Scope, &str, f64)]) -> Scenario {
        let mut draft: Draft = scenario.draft();
        for (scope, id, value) in changes {
            draft.set(*scope, id, Some(*value));
        }
        draft.finish().expect("valid")
    }

    fn plausible(scenario: &Scenario, known: &[&str]) -> Scenario {
        let mut draft = scenario.draft();
        draft.plausible.on = true;
        known.iter().for_each(|id| draft.know(id));
        draft.finish().expect("valid")
    }

    #[test]
    fn a_pair_from_memory_has_the_same_bits() {
        const TREATMENT: Scope = Scope::Only(Arm::Treatment);
        const CONTROL: Scope = Scope::Only(Arm::Control);
        let software = library::scenario("software").expect("built in");
        let scenarios = [
            software.clone(),
            vary(&software, &[(TREATMENT, "assist_share", 0.8)]),
            vary(&software, &[(TREATMENT, "assist_leaders", 3.0)]),
            vary(&software, &[(TREATMENT, "assist_leaders", 1.0), (TREATMENT, "assist_who", 2.0)]),
            vary(&software, &[(TREATMENT, "formal_lead", 0.0)]),
            vary(&software, &[(CONTROL, "recognition", 0.5)]),
            vary(&software, &[(CONTROL, "recognition", 0.5), (TREATMENT, "notice", 3.0)]),
            vary(&software, &[(Scope::Both, "beta", 0.4)]),
            vary(&software, &[(Scope::Both, "beta", 0.4), (Scope::Both, "members", 5.0)]),
            plausible(&software, &[]),
            vary(&plausible(&software, &[]), &[(TREATMENT, "assist_share", 0.8)]),
            plausible(&software, &["beta"]),
            software,
        ];
        check(&mut ControlArmCache::default(), &scenarios, &(0..4));
    }

    #[test]
    fn every_scenario_can_be_run_from_memory() {
        for name in library::names() {
            let scenario = library::scenario(name).expect("built in");
            let other = vary(&scenario, &[(Scope::Only(Arm::Treatment), "competence", 0.35)]);
            check(&mut ControlArmCache::default(), &[scenario, other], &(0..2));
        }
    }

    #[test]
    fn what_has_no_room_is_run_all_the_same() {
        let large = vary(&Draft::default().finish().expect("valid"), &[(Scope::Both, "members", 200.0)]);
        let short = vary(&large, &[(Scope::Both, "intervention_weeks", 2.0), (Scope::Both, "warmup_weeks", 0.0)]);
        let mut memory = ControlArmCache::default();
        check(&mut memory, &[short], &(0..32));
        assert_eq!(memory.kept.len(), 30);
    }
}

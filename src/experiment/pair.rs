//! A pair: the same team, the same luck, under both policies.

use crate::model::outcome::Outcome;
use crate::model::scenario::{Arm, Scenario};
use crate::model::simulation::Simulation;

/// Both arms of one replicate.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The arm under the control policy.
    pub control: Outcome,
    /// The arm under the treatment policy.
    pub treatment: Outcome,
}

impl Pair {
    /// The outcome of an arm.
    pub fn arm(&self, arm: Arm) -> &Outcome {
        match arm {
            Arm::Control => &self.control,
            Arm::Treatment => &self.treatment,
        }
    }
}

/// The two simulations of a replicate at the moment the arms part. They share their past: it is simulated once, and then cloned.
pub fn part(scenario: &Scenario, replicate: u32) -> [Simulation; 2] {
    let mut control = Simulation::new(scenario, replicate);
    control.run_days(f64::from(scenario.days_before()));
    part_from(control, scenario)
}

/// The same, from a simulation that has come to the intervention.
pub fn part_from(mut control: Simulation, scenario: &Scenario) -> [Simulation; 2] {
    let mut treatment = control.clone();
    treatment.take_policy(scenario.policy(Arm::Treatment));
    let marked = match treatment.assist_leaders() {
        none if none.is_empty() => control.assist_leaders(),
        seats => seats,
    };
    let weeks = scenario.world().intervention_weeks;
    control.begin_window(&marked, weeks);
    treatment.begin_window(&marked, weeks);
    [control, treatment]
}

/// How many events both arms of a replicate hold, the shared past counted once; for benchmarks.
pub fn events(scenario: &Scenario, replicate: u32) -> u64 {
    let [mut control, mut treatment] = part(scenario, replicate);
    let past = control.events();
    let days = f64::from(scenario.days());
    control.run_days(days);
    treatment.run_days(days);
    control.events() + treatment.events() - past
}

/// Runs both arms of a replicate to the end.
pub fn run_pair(scenario: &Scenario, replicate: u32) -> Pair {
    let [mut control, mut treatment] = part(scenario, replicate);
    let days = f64::from(scenario.days());
    control.run_days(days);
    treatment.run_days(days);
    Pair { control: control.outcome(), treatment: treatment.outcome() }
}

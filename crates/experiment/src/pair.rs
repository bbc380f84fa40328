//! A pair: the same team, the same luck, under both policies.

use std::sync::Arc;

use super::plausible::world;
use super::why::Parts;
use model::outcome::Outcome;
use model::scenario::{Arm, Scenario};
use model::simulation::Simulation;

/// Both arms of one replicate.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The arm under the control policy.
    pub control: Outcome,
    /// The arm under the treatment policy.
    pub treatment: Outcome,
    /// What the difference is made of, where that was asked for.
    pub parts: Option<Arc<Parts>>,
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

/// The team of a replicate at the intervention, the window begun, in this very world.
pub fn begin(scenario: &Scenario, replicate: u32) -> Simulation {
    let mut simulation = Simulation::new(scenario, replicate);
    simulation.run_days(f64::from(scenario.days_before()));
    simulation.begin_window(scenario.world().intervention_weeks);
    simulation
}

/// The treatment arm of a team that has come to the intervention.
pub fn treat(control: &Simulation, scenario: &Scenario) -> Simulation {
    let mut treatment = control.clone();
    treatment.take_policy(scenario.policy(Arm::Treatment));
    treatment.hire_extra();
    treatment
}

/// The seats that are reported as those of assist leaders in both arms: whoever is one in either.
pub fn holders(control: &Simulation, treatment: &Simulation) -> Vec<usize> {
    [control.assist_leaders(), treatment.assist_leaders()].concat()
}

/// The two simulations of a replicate at the moment the arms part. They share their past: it is simulated once, and then cloned.
pub fn part(scenario: &Scenario, replicate: u32) -> [Simulation; 2] {
    let scenario = &*world(scenario, replicate);
    part_begun(begin(scenario, replicate), scenario)
}

/// The same, from a simulation that has come to the intervention.
pub fn part_from(mut control: Simulation, scenario: &Scenario) -> [Simulation; 2] {
    // The window begins first: what a change of policy sets free counts.
    control.begin_window(scenario.world().intervention_weeks);
    part_begun(control, scenario)
}

fn part_begun(mut control: Simulation, scenario: &Scenario) -> [Simulation; 2] {
    let mut treatment = treat(&control, scenario);
    control.hire_extra();
    let marked = holders(&control, &treatment);
    control.mark(&marked);
    treatment.mark(&marked);
    [control, treatment]
}

/// Lets an arm run to a calendar position [d], putting the control policy back in force where the scenario ends the treatment.
pub fn run_arm(simulation: &mut Simulation, scenario: &Scenario, days: f64) {
    if let Some(week) = scenario.until_week() {
        let end = f64::from(scenario.days_before() + 5 * week);
        if f64::from(simulation.days()) < end && end <= days {
            simulation.run_days(end);
            simulation.take_policy(scenario.policy(Arm::Control));
        }
    }
    simulation.run_days(days);
}

/// How many events both arms of a replicate hold, the shared past counted once; for benchmarks.
pub fn events(scenario: &Scenario, replicate: u32) -> u64 {
    let scenario = &*world(scenario, replicate);
    let [mut control, mut treatment] = part(scenario, replicate);
    let past = control.events();
    let days = f64::from(scenario.days());
    run_arm(&mut control, scenario, days);
    run_arm(&mut treatment, scenario, days);
    control.events() + treatment.events() - past
}

/// A pair of a replicate, run to the end. Where both arms decide alike nothing ever parts them, and one is run for both.
pub fn run_pair(scenario: &Scenario, replicate: u32) -> Pair {
    let scenario = &*world(scenario, replicate);
    if scenario.policy(Arm::Control) != scenario.policy(Arm::Treatment) {
        return run_both_arms(scenario, replicate);
    }
    let [mut control, _] = part(scenario, replicate);
    run_arm(&mut control, scenario, f64::from(scenario.days()));
    let control = control.outcome();
    Pair { treatment: control.clone(), control, parts: None }
}

/// Runs both arms of a replicate to the end, even where they decide alike.
pub fn run_both_arms(scenario: &Scenario, replicate: u32) -> Pair {
    let scenario = &*world(scenario, replicate);
    let mut arms = part(scenario, replicate);
    for arm in &mut arms {
        run_arm(arm, scenario, f64::from(scenario.days()));
    }
    let [control, treatment] = arms.map(|arm| arm.outcome());
    Pair { control, treatment, parts: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arms_under_equal_policies_are_the_same_whether_run_or_not() {
        for name in library::names() {
            let scenario = library::scenario(name).expect("built in").untreated();
            let [_, mut treatment] = part(&scenario, 1);
            run_arm(&mut treatment, &scenario, f64::from(scenario.days()));
            let run = format!("{:?}", treatment.outcome());
            let pair = run_pair(&scenario, 1);
            assert!([pair.control, pair.treatment].iter().all(|arm| format!("{arm:?}") == run), "{name}");
        }
    }
}

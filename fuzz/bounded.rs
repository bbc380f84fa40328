//! Runs what came out of hostile bytes, if it is small enough.
#![forbid(unsafe_code)]

use experiment::pair::run_both_arms;
use model::scenario::{Arm, Scenario, Scope};

/// Most people in a team that is run.
const MEMBERS: u32 = 12;
/// Weeks run after the change.
const WEEKS: f64 = 2.0;
/// Most tasks and blockers expected in a run.
const EVENTS: f64 = 20_000.0;

/// Runs a pair of a scenario over two weeks, where that is little work, and checks what must hold of any.
pub fn run_if_small(scenario: &Scenario) {
    let mut draft = scenario.draft();
    for (id, weeks) in [("warmup_weeks", 1.0), ("baseline_weeks", 0.0), ("intervention_weeks", WEEKS)] {
        draft.set(Scope::Both, id, Some(weeks));
    }
    draft.shocks.retain(|shock| f64::from(shock.week) < WEEKS);
    draft.until_week = draft.until_week.map(|_| 1);
    let Ok(short) = draft.finish() else { return };
    if short.seats() > MEMBERS || expected(&short) > EVENTS {
        return;
    }
    let pair = run_both_arms(&short, 0);
    for outcome in [&pair.control, &pair.treatment] {
        assert!(outcome.values.iter().all(|value| !value.is_infinite()), "{:?}", outcome.values);
        assert!(outcome.weeks.iter().flatten().all(|value| !value.is_infinite()), "{:?}", outcome.weeks);
    }
    let same = Arm::BOTH.map(|arm| short.policy(arm));
    if same[0] == same[1] {
        assert_eq!(format!("{:?}", pair.control), format!("{:?}", pair.treatment), "the same policy in both arms");
    }
}

/// About how many tasks, blockers and requests come up, were all shocks as strong as they may be.
fn expected(scenario: &Scenario) -> f64 {
    let world = scenario.world();
    let strongest = if scenario.shocks().is_empty() { 1.0 } else { 10.0 };
    let longest = Arm::BOTH.map(|arm| scenario.policy(arm).hours_per_week).into_iter().fold(0.0, f64::max);
    let hours = f64::from(scenario.seats()) * (WEEKS + 1.0) * longest * strongest;
    let tasks = hours / world.task_hours + f64::from(world.project_tasks);
    let arrivals = f64::from(scenario.seats()) * (WEEKS + 1.0) * world.demand * strongest;
    tasks.max(arrivals) + hours * world.beta * strongest + hours * (world.alpha * strongest).min(100.0)
}

//! Whoever joins later acts and counts from the day they come, and not before.

use experiment::pair::{part, run_arm, run_pair};
use model::outcome::Measure;
use model::scenario::{Draft, Scenario, Scope};
use model::series::Series;
use model::shock::{Change, Shock};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::random::{places, same_weeks, scenario, with};

fn joins(week: u32, count: u32) -> Shock {
    Shock { week, weeks: None, change: Change::Joins(count), label: String::new() }
}

/// The scenario with more people joining; they stand first in the list.
fn with_joins(scenario: &Scenario, week: u32, count: u32) -> Scenario {
    let mut draft = scenario.draft();
    draft.shocks.insert(0, joins(week, count));
    draft.finish().expect("valid")
}

/// A plain team from which nobody leaves.
fn team(settings: &[(&str, f64)], shocks: Vec<Shock>) -> Scenario {
    let mut draft = Draft::default();
    for &(id, value) in [("h0", 0.0), ("warmup_weeks", 0.0), ("baseline_weeks", 0.0)].iter().chain(settings) {
        draft.set(Scope::Both, id, Some(value));
    }
    draft.shocks = shocks;
    draft.finish().expect("valid")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, rng_seed: RngSeed::Fixed(2028), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn who_joins_changes_no_bit_before(places in places(), week in 0_u32..4, count in 1_u32..9) {
        // Those hired on top of the team are others where more seats come before theirs.
        let scenario = with(&scenario(&places), &[(Scope::Both, "extra_members", 0.0)]);
        let weeks = (scenario.days_before() / 5 + week) as usize;
        let (without, with) = (run_pair(&scenario, 0), run_pair(&with_joins(&scenario, week, count), 0));
        prop_assert!(same_weeks(&without.control.weeks[..weeks], &with.control.weeks[..weeks]));
        prop_assert!(same_weeks(&without.treatment.weeks[..weeks], &with.treatment.weeks[..weeks]));
    }

    #[test]
    fn the_order_in_which_joins_are_listed_does_not_matter(places in places(), week in 0_u32..4, count in 1_u32..9) {
        let first = with_joins(&scenario(&places), week, count);
        let mut draft = first.draft();
        let moved = draft.shocks.remove(0);
        draft.shocks.push(moved);
        let (first, last) = (run_pair(&first, 0), run_pair(&draft.finish().expect("valid"), 0));
        prop_assert!(same_weeks(&first.control.weeks, &last.control.weeks));
        prop_assert!(same_weeks(&first.treatment.weeks, &last.treatment.weeks));
    }
}

#[test]
fn founders_share_the_groups_whoever_joins() {
    let scenario = team(&[("groups", 2.0), ("members", 8.0)], vec![joins(5, 8)]);
    let [mut arm, _] = part(&scenario, 0);
    let groups = |there: bool, days: f64, arm: &mut model::simulation::Simulation| {
        run_arm(arm, &scenario, days);
        let seen = arm.snapshot(days).members;
        [0, 1].map(|group| seen.iter().filter(|member| member.group == group && member.there == there).count())
    };
    assert_eq!(groups(true, 0.0, &mut arm), [4, 4]);
    assert_eq!(groups(false, 0.0, &mut arm), [4, 4]);
    assert_eq!(groups(true, 24.5, &mut arm), [4, 4]);
    assert_eq!(groups(true, 25.0, &mut arm), [8, 8]);
}

#[test]
fn outcomes_count_seats_from_the_day_they_are_there() {
    let week = |value: f64| (value * 1e9).round() / 1e9;
    let scenario = team(&[("intervention_weeks", 10.0), ("alpha", 5.0)], vec![joins(9, 8)]);
    let outcome = run_pair(&scenario, 0).control;
    assert_eq!(outcome.get(Measure::SeatFill), 1.0, "no seat was ever empty");
    // The lead's time is that of the window, however many are there.
    let load: f64 = outcome.weeks.iter().map(|week| week[Series::LeadLoad as usize]).sum();
    assert_eq!(week(load / 10.0), week(outcome.get(Measure::LeadLoad)));
    let wip = run_pair(&team(&[("intervention_weeks", 9.0), ("alpha", 5.0)], Vec::new()), 0).control;
    let (with, without) = (outcome.get(Measure::Wip), wip.get(Measure::Wip));
    assert!(
        (with - 0.9 * without - 0.1 * 16.0).abs() < 1.0,
        "eight at work for nine weeks, then sixteen: {without}, {with}"
    );
    // Who comes in the last week can't have given a tenth of what the others gave, and does not count as one who never helps.
    let (with, without) = (outcome.get(Measure::Participation), wip.get(Measure::Participation));
    assert!((with - without).abs() < 0.1, "{without}, {with}");
}

#[test]
fn a_project_that_is_done_before_anyone_joins_is_the_same_project() {
    let settings = [("source", 2.0), ("project_tasks", 30.0), ("remote_share", 0.4), ("kappa", 0.02)];
    let alone = run_pair(&team(&settings, Vec::new()), 0);
    assert!(alone.control.get(Measure::Makespan) < 400.0);
    let joined = run_pair(&team(&settings, vec![joins(20, 7)]), 0);
    assert_eq!(alone.control.get(Measure::Makespan).to_bits(), joined.control.get(Measure::Makespan).to_bits());
}

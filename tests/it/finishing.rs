//! Measuring a project ends with the acceptance of its last task.

use experiment::pair::{part, run_arm, run_pair};
use model::outcome::{Measure, Outcome};
use model::scenario::{Arm, Draft, Scenario, Scope};
use model::series::Series;
use model::shock::{Change, Shock};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::random::{places, same, same_weeks, scenario, with};

const START: [(&str, f64); 3] = [("source", 2.0), ("warmup_weeks", 0.0), ("baseline_weeks", 0.0)];

/// The plain team with a project, from its first day, in an arm with an assist leader and one without.
fn project(settings: &[(&str, f64)], shocks: Vec<Shock>) -> Scenario {
    let mut draft = Draft::default();
    draft.set(Scope::Only(Arm::Treatment), "assist_leaders", Some(1.0));
    for &(id, value) in START.iter().chain(settings) {
        draft.set(Scope::Both, id, Some(value));
    }
    draft.shocks = shocks;
    draft.finish().expect("valid")
}

/// Settings under which everyone works at speed 1 and nothing comes between.
const IDEAL: [(&str, f64); 9] = [
    ("beta", 0.0),
    ("skill_mean", 1.0),
    ("skill_sd", 0.0),
    ("skill_away", 1.0),
    ("d", 0.0),
    ("q0", 0.0),
    ("epsilon", 0.0),
    ("formal_lead", 0.0),
    ("p_dependency", 0.0),
];

/// What must be told of one person who does some tasks of `hours` hours each.
fn check(tasks: u32, hours: f64, weekly: f64) {
    let one = [("members", 1.0), ("groups", 1.0), ("task_cv", 0.0), ("hourly_rate", 50.0), ("h0", 0.0), ("kappa", 0.0)];
    let own = [("project_tasks", f64::from(tasks)), ("task_hours", hours), ("hours_per_week", weekly)];
    let settings = [&IDEAL[..], &one, &own].concat();
    let outcome = run_pair(&project(&settings, Vec::new()), 0).control;
    let total = f64::from(tasks) * hours;
    let close = |measure: Measure, expect: f64| {
        let value = outcome.get(measure);
        assert!((value - expect).abs() < 1e-9 * expect.max(1.0), "{}: {value}, not {expect}", measure.info().id);
    };
    close(Measure::Makespan, total);
    close(Measure::Utilisation, 1.0);
    close(Measure::CostPerTask, 50.0 * hours);
    close(Measure::Throughput, weekly / hours);
    close(Measure::HoursWork, weekly);
    close(Measure::HoursIdle, 0.0);
    close(Measure::BlockedShare, 0.0);
    close(Measure::SeatFill, 1.0);
    // All tasks lie there from the start, and one after the other goes.
    close(Measure::Wip, f64::from(tasks + 1) / 2.0);
    let weeks = (total / weekly).ceil() as usize;
    for (week, values) in outcome.weeks.iter().enumerate() {
        let within = week < weeks;
        assert_eq!(within, !values[Series::Throughput as usize].is_nan(), "week {week}");
        assert!(within || values.iter().all(|value| value.is_nan()), "week {week}: {values:?}");
        if within {
            assert!((values[Series::Energy as usize] - 1.0).abs() < 1e-9);
        }
    }
}

/// Equal to the bit; what differs is named.
fn check_same(a: &Outcome, b: &Outcome) {
    for &measure in Measure::ALL {
        let [a, b] = [a, b].map(|outcome| outcome.get(measure));
        assert!(a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan()), "{}: {a} {b}", measure.info().id);
    }
    assert!(same(a, b));
}

#[test]
fn what_a_project_costs_ends_with_it_to_the_hour() {
    check(50, 6.0, 40.0);
    check(3, 1.3, 40.0);
    check(1, 0.25, 40.0);
    check(20, 2.0, 40.0);
    check(7, 9.0, 35.0);
    check(2, 4.0, 40.0);
}

#[test]
fn what_happens_after_the_end_changes_nothing() {
    let late = |change: Change| Shock { week: 20, weeks: None, change, label: String::new() };
    let plain = run_pair(&project(&[("project_tasks", 40.0)], Vec::new()), 0);
    assert!(plain.control.get(Measure::Makespan) < 800.0);
    for shocks in [
        vec![late(Change::Leaves(1)), late(Change::Leaves(2))],
        vec![late(Change::Joins(9))],
        vec![late(Change::Hours(3.0)), late(Change::LeadAway)],
    ] {
        let later = run_pair(&project(&[("project_tasks", 40.0)], shocks), 0);
        for arm in Arm::BOTH {
            check_same(plain.arm(arm), later.arm(arm));
        }
    }
}

#[test]
fn a_project_done_before_the_window_leaves_nothing_to_measure() {
    let outcome = run_pair(&project(&[("project_tasks", 10.0), ("warmup_weeks", 20.0)], Vec::new()), 0).control;
    for &measure in Measure::ALL {
        assert_eq!(outcome.get(measure).is_nan(), measure != Measure::Makespan, "{}", measure.info().id);
    }
    assert!(outcome.over_before && !outcome.unstable && !outcome.unfinished);
    assert!(outcome.weeks[20..].iter().flatten().all(|value| value.is_nan()));
}

#[test]
fn how_long_a_project_takes_that_is_not_finished_is_not_told() {
    let outcome = run_pair(&project(&[("project_tasks", 5000.0)], Vec::new()), 0).control;
    assert!(outcome.unfinished && !outcome.unstable && !outcome.over_before);
    assert!(outcome.get(Measure::Makespan).is_nan() && outcome.get(Measure::Throughput) > 0.0);
    let outcome = run_pair(&project(&[("project_tasks", 40.0)], Vec::new()), 0).control;
    assert!(!outcome.unfinished && !outcome.over_before && outcome.get(Measure::Makespan) > 0.0);
}

#[test]
fn the_graph_of_help_is_that_of_the_last_weeks_of_the_project() {
    let outcome = run_pair(&project(&[("project_tasks", 60.0), ("intervention_weeks", 60.0)], Vec::new()), 0).control;
    assert!(outcome.get(Measure::BetweennessTop) > 0.0 && outcome.get(Measure::Centralisation) >= 0.0);
}

/// Weeks in full days agree with the outcomes; the last one is a part.
fn check_weeks(outcome: &Outcome, hours: f64) {
    let (mut total, mut tasks) = (0.0, 0.0);
    let mut left = outcome.get(Measure::Makespan) / hours;
    for week in outcome.weeks.iter().take_while(|week| !week[Series::Throughput as usize].is_nan()) {
        let part = f64::min(left, 1.0);
        tasks += part * week[Series::Throughput as usize];
        total += part * week[Series::Morale as usize];
        left -= part;
    }
    let span = outcome.get(Measure::Makespan) / hours;
    assert!(left.abs() < 1e-9, "the weeks are those of the project");
    assert!((tasks / span - outcome.get(Measure::Throughput)).abs() < 1e-9);
    assert!((total / span - outcome.get(Measure::Morale)).abs() < 1e-9);
}

#[test]
fn the_weeks_come_to_the_outcomes() {
    for tasks in [5.0, 33.0, 60.0, 150.0] {
        let pair = run_pair(&project(&[("project_tasks", tasks), ("h0", 0.0)], Vec::new()), 0);
        [pair.control, pair.treatment].iter().for_each(|outcome| check_weeks(outcome, 40.0));
    }
}

#[test]
fn the_team_is_still_there_to_be_looked_at() {
    let scenario = project(&[("project_tasks", 20.0)], Vec::new());
    let [mut arm, _] = part(&scenario, 0);
    run_arm(&mut arm, &scenario, 100.3);
    let seen = arm.snapshot(100.3);
    assert_eq!((seen.board.done, seen.arrived), (20, 20));
    assert_eq!(seen.members.len(), 8);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, rng_seed: RngSeed::Fixed(2029), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn how_long_one_looks_on_does_not_matter(places in places(), tasks in 1_u32..30, more in 1_u32..9) {
        let settings = [(Scope::Both, "source", 2.0), (Scope::Both, "project_tasks", f64::from(tasks))];
        let short = with(&scenario(&places), &settings);
        let weeks = f64::from(short.world().intervention_weeks + more);
        let long = run_pair(&with(&short, &[(Scope::Both, "intervention_weeks", weeks)]), 0);
        let short = run_pair(&short, 0);
        for arm in Arm::BOTH {
            let (short, long) = (short.arm(arm), long.arm(arm));
            if !short.unfinished || short.weeks.last().is_some_and(|week| week[0].is_nan()) {
                let cut = Outcome { weeks: long.weeks[..short.weeks.len()].to_vec(), ..long.clone() };
                check_same(short, &cut);
            }
            prop_assert!(same_weeks(&short.weeks, &long.weeks[..short.weeks.len()]));
        }
    }
}

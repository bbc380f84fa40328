//! What the page works out by itself is cut into slices, and no slice holds more than it may, whatever the scenario. So the page
//! is not held up, however slow the machine; how long a slice takes is measured, by `cargo xtask measure`.

use experiment::pair::run_pair;
use experiment::recording::Recording;
use experiment::slices::SLICE;
use model::scenario::{Draft, Scenario, Scope};

fn with(settings: &[(&str, f64)]) -> Scenario {
    let mut draft = Draft::default();
    settings.iter().for_each(|(id, value)| draft.set(Scope::Both, id, Some(*value)));
    draft.finish().expect("valid")
}

/// Runs a pair in slices and holds each against what a slice may hold.
fn check(what: &str, scenario: &Scenario) {
    let mut pair = Recording::new(scenario, 0);
    let mut slices = 0;
    while !pair.is_over() {
        let work = pair.go_on(SLICE);
        // The last stretch of a slice may lead beyond it, but never by as much again.
        assert!(work < 2 * SLICE, "{what}: {work} in slice {slices}");
        assert!(work >= SLICE || pair.is_over(), "{what}: only {work} in slice {slices}");
        slices += 1;
    }
    assert_eq!(format!("{:?}", pair.finish().pair), format!("{:?}", run_pair(scenario, 0)), "{what}");
}

#[test]
fn no_slice_of_a_built_in_scenario_holds_too_much() {
    for name in library::names() {
        check(name, &library::scenario(name).expect("built in"));
    }
}

#[test]
fn nor_of_a_large_team() {
    check("60 members", &with(&[("members", 60.0), ("groups", 6.0), ("assist_leaders", 4.0)]));
    let short = [("warmup_weeks", 1.0), ("baseline_weeks", 0.0), ("intervention_weeks", 2.0)];
    check("300 members", &with(&[&short[..], &[("members", 300.0), ("groups", 60.0)]].concat()));
}

#[test]
fn nor_of_one_in_which_everything_happens_all_the_time() {
    let short = [("warmup_weeks", 0.0), ("baseline_weeks", 0.0), ("intervention_weeks", 1.0)];
    let tiny_tasks = [("task_hours", 0.01), ("members", 60.0)];
    check("tiny tasks", &with(&[&short[..], &tiny_tasks].concat()));
    let pestering = [("beta", 10.0), ("alpha", 100.0), ("sigma0", 0.0), ("eta", 1000.0), ("stigma", 0.0)];
    check("pestering", &with(&[&short[..], &pestering, &[("members", 60.0)]].concat()));
}

#[test]
fn a_long_quiet_time_is_cut_as_well() {
    let quiet = [("beta", 0.0), ("task_hours", 1000.0), ("members", 100.0), ("intervention_weeks", 100.0)];
    check("quiet", &with(&quiet));
}

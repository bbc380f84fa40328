//! The ways in which assist leadership goes wrong: each built-in scenario shows its sign, with an interval that excludes zero.

use crate::setting::change;
use assist_lab::experiment::threads::run_ensemble;
use assist_lab::library;
use assist_lab::model::outcome::Measure;

/// Mean difference of a measure and its 95 % interval, over 200 pairs of a built-in scenario with these settings on top.
fn difference(name: &str, settings: &[(&str, f64)], measure: Measure) -> (f64, [f64; 2]) {
    let scenario = change(&library::scenario(name).expect("built in"), settings);
    let contrast = run_ensemble(&scenario, 200, 0, |_| {}).contrast(measure);
    (contrast.difference.mean, contrast.difference.ci95())
}

fn is_up(name: &str, settings: &[(&str, f64)], measure: Measure) {
    let (mean, [low, _]) = difference(name, settings, measure);
    assert!(low > 0.0, "{name}: {measure:?} {mean}, from {low}");
}

fn is_down(name: &str, settings: &[(&str, f64)], measure: Measure) {
    let (mean, [_, high]) = difference(name, settings, measure);
    assert!(high < 0.0, "{name}: {measure:?} {mean}, to {high}");
}

#[test]
fn too_much_help_costs_output() {
    is_down("over_assisting", &[], Measure::Throughput);
    is_up("over_assisting", &[("beta", 0.4), ("treatment.assist_share", 0.4)], Measure::Throughput);
}

#[test]
fn one_helper_does_less_for_each_of_many() {
    let (_, [low_of_many, _]) = difference("overload_knee", &[], Measure::BlockedShare);
    let (_, [_, high_of_few]) =
        difference("overload_knee", &[("members", 8.0), ("groups", 2.0)], Measure::BlockedShare);
    assert!(high_of_few < low_of_many, "of eight at most {high_of_few}, of thirty at least {low_of_many}");
    is_up("overload_knee", &[], Measure::ExhaustionAssist);
}

#[test]
fn the_helper_wears_out() {
    is_up("helper_burnout", &[], Measure::ExhaustionAssist);
    is_up("takers", &[], Measure::ExhaustionAssist);
}

#[test]
fn two_voices_plant_mistakes_unless_a_charter_says_who_decides() {
    is_up("role_confusion", &[], Measure::Escaped);
    let (without, _) = difference("role_confusion", &[], Measure::Escaped);
    let (with, _) = difference("role_confusion", &[("treatment.role_charter", 1.0)], Measure::Escaped);
    assert!(with < 0.5 * without, "{with} with a charter, {without} without");
}

#[test]
fn help_that_does_not_teach_makes_dependent() {
    is_down("dependency", &[], Measure::Skill);
    let (silent, _) = difference("dependency", &[], Measure::Skill);
    let (explained, _) = difference("dependency", &[("treatment.long_term", 1.0), ("teach", 0.8)], Measure::Skill);
    assert!(explained > silent, "{explained} explained, {silent} not");
}

#[test]
fn help_does_not_help_where_approvals_are_the_bottleneck() {
    let (_, [_, high]) = difference("approvals", &[], Measure::Throughput);
    assert!(high < 0.01, "at most {high} tasks more");
    is_up("approvals", &[("treatment.delegated", 0.8)], Measure::Throughput);
}

#[test]
fn the_unrecognised_leave_and_thanks_keep_them() {
    is_up("unrecognised", &[], Measure::QuitHazard);
    is_down("unrecognised", &[("k_R", 0.0)], Measure::QuitHazard);
}

#[test]
fn a_team_that_was_good_already_gains_less() {
    let (_, [_, high_of_good]) = difference("already_good", &[], Measure::Throughput);
    let (_, [low_of_stuck, _]) = difference("ambiguity", &[], Measure::Throughput);
    assert!(high_of_good < low_of_stuck, "good at most {high_of_good}, unclear at least {low_of_stuck}");
}

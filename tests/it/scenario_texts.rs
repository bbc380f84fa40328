//! What the texts of the scenarios say about the model, held to the model: a calibration that turns one of these turns a text.

use experiment::ensemble::Contrast;
use experiment::study::plan::{Keep, Point};
use experiment::study::threads::one;
use model::outcome::Measure;

use crate::setting::change;

/// A measure's contrast over 200 pairs of a built-in scenario with these settings on top.
fn contrast(name: &str, settings: &[(&str, f64)], measure: Measure) -> Contrast {
    let scenario = change(&library::scenario(name).expect("built in"), settings);
    one(Point::new(scenario, 200, Keep::Statistics)).contrast(measure)
}

fn is_up(name: &str, settings: &[(&str, f64)], measure: Measure) {
    let [low, _] = contrast(name, settings, measure).difference.ci95();
    assert!(low > 0.0, "{name}, {measure:?} under {settings:?}: from {low}");
}

fn is_down(name: &str, settings: &[(&str, f64)], measure: Measure) {
    let [_, high] = contrast(name, settings, measure).difference.ci95();
    assert!(high < 0.0, "{name}, {measure:?} under {settings:?}: to {high}");
}

/// The mean difference under one setting is less than so many times that under another.
fn gains_less(name: &str, measure: Measure, less: &[(&str, f64)], than: &[(&str, f64)], times: f64) {
    let [less, than] = [less, than].map(|settings| contrast(name, settings, measure).difference.mean.abs());
    assert!(less < times * than, "{name}, {measure:?}: {less} is not less than {times} times {than}");
}

#[test]
fn too_much_help_lowers_output_and_morale_and_frees_the_stuck() {
    is_down("over_assisting", &[], Measure::Throughput);
    is_down("over_assisting", &[], Measure::Morale);
    is_down("over_assisting", &[], Measure::BlockedShare);
}

#[test]
fn the_team_gains_while_its_helper_pays() {
    is_up("helper_burnout", &[], Measure::Throughput);
    is_up("role_confusion", &[], Measure::Throughput);
    is_up("dependency", &[], Measure::Throughput);
    is_up("unrecognised", &[], Measure::Morale);
}

#[test]
fn fewer_mistakes_come_through_on_the_court_and_fewer_still_with_a_charter() {
    is_down("basketball", &[], Measure::Escaped);
    is_up("basketball", &[], Measure::Throughput);
    let charter = [("treatment.role_charter", 1.0)];
    gains_less("basketball", Measure::Escaped, &[], &charter, 0.9);
}

#[test]
fn a_charter_turns_the_sign_of_two_voices() {
    is_up("role_confusion", &[], Measure::Escaped);
    is_down("role_confusion", &[("treatment.role_charter", 1.0)], Measure::Escaped);
}

#[test]
fn what_help_without_teaching_costs_is_mostly_outside_the_own_field() {
    is_down("dependency", &[], Measure::Skill);
    let [all, home] =
        [Measure::Skill, Measure::SkillHome].map(|measure| contrast("dependency", &[], measure).difference.mean);
    assert!(all < 2.0 * home && home < 0.0, "{all} in all domains, {home} in the own");
}

#[test]
fn a_team_that_was_good_gets_less_done() {
    is_down("already_good", &[], Measure::Throughput);
    is_down("already_good", &[], Measure::BlockedShare);
}

#[test]
fn one_for_thirty_tires_more_than_twice_as_much_as_one_for_eight() {
    gains_less("overload_knee", Measure::ExhaustionAssist, &[("members", 8.0), ("groups", 2.0)], &[], 0.5);
    gains_less("overload_knee", Measure::BlockedShare, &[], &[("members", 8.0), ("groups", 2.0)], 0.6);
}

#[test]
fn thanks_turn_the_sign_of_the_unrecognised() {
    is_down("unrecognised", &[("treatment.recognition", 0.8)], Measure::QuitHazard);
}

#[test]
fn where_groups_trust_each_other_half_of_the_output_and_most_of_the_time_is_still_gained() {
    gains_less("silos", Measure::BlockedShare, &[], &[("silo", 0.1)], 1.5);
    gains_less("silos", Measure::Throughput, &[("silo", 0.1)], &[], 0.65);
}

#[test]
fn at_home_the_role_adds_somewhat_more_than_in_an_office() {
    gains_less("remote", Measure::Throughput, &[("remote_share", 0.0)], &[], 1.0);
    gains_less("remote", Measure::Throughput, &[], &[("remote_share", 0.0)], 2.0);
    let [home, office] =
        [1.0, 0.0].map(|share| contrast("remote", &[("remote_share", share)], Measure::Throughput).control.mean);
    assert!(home < 0.97 * office, "distance costs both teams: {home} at home, {office} in the office");
}

#[test]
fn whoever_is_new_learns_from_answers() {
    is_up("turnover", &[], Measure::Skill);
    let skill = contrast("turnover", &[], Measure::Skill);
    assert!(skill.difference.mean < 0.1 * skill.control.mean, "a little higher: {:?}", skill.difference);
    is_down("turnover", &[], Measure::StuckMean);
}

#[test]
fn the_role_pays_less_beside_software() {
    is_up("automation", &[], Measure::Throughput);
    gains_less("automation", Measure::Throughput, &[], &[("automation", 0.0)], 1.0);
}

#[test]
fn clear_goals_are_worth_more_than_an_assist_leader() {
    is_up("ambiguity", &[], Measure::Clarity);
    let unclear = contrast("ambiguity", &[], Measure::Throughput);
    let clear = contrast("ambiguity", &[("clarity0", 0.8)], Measure::Throughput);
    let [assist, clear] = [unclear.difference.mean, clear.control.mean - unclear.control.mean];
    assert!(clear > assist, "clear goals add {clear}, the assist leader {assist}");
}

#[test]
fn letting_go_raises_morale_and_assisting_raises_output() {
    let only = [[("treatment.assist_leaders", 0.0)], [("treatment.micromanagement", 0.7)]];
    let [let_go, assist] = only.map(|settings| {
        [Measure::Morale, Measure::Throughput]
            .map(|measure| contrast("two_ways_to_lead", &settings, measure).difference.mean)
    });
    assert!(let_go[0] > assist[0] && assist[1] > let_go[1], "letting go {let_go:?}, an assist leader {assist:?}");
    is_up("two_ways_to_lead", &[], Measure::Escaped);
}

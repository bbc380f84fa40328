//! What the texts of the scenarios say about the model, held to the model: a calibration that turns one of these turns a text.

use experiment::ensemble::Contrast;
use experiment::study::plan::{Keep, Point};
use experiment::study::threads::one;
use model::outcome::Measure;
use model::scenario::Scenario;
use model::shock::{Change, Shock};

use crate::setting::change;

/// A measure's contrast over 200 pairs of a built-in scenario with these settings on top.
fn contrast(name: &str, settings: &[(&str, f64)], measure: Measure) -> Contrast {
    let scenario = change(&library::scenario(name).expect("built in"), settings);
    contrast_of(&scenario, measure)
}

fn contrast_of(scenario: &Scenario, measure: Measure) -> Contrast {
    one(Point::new(scenario.clone(), 200, Keep::Statistics)).contrast(measure)
}

/// A built-in scenario in which only some of what happens from outside happens.
fn shocked(name: &str, happens: impl Fn(&Shock) -> bool) -> Scenario {
    let mut draft = library::scenario(name).expect("built in").draft();
    draft.shocks.retain(happens);
    draft.finish().expect("the settings are valid")
}

/// The mean difference is what a text says of it, in per cent of the control arm: within a tenth, or a half where that is more, and what
/// the luck of these pairs allows. What a text says was found with thousands.
fn is_about(name: &str, contrast: &Contrast, percent: f64) {
    let share = |value: f64| 100.0 * value / contrast.control.mean;
    let (found, luck) = (share(contrast.difference.mean), 2.6 * share(contrast.difference.se).abs());
    let allowed = f64::max(0.5, 0.1 * percent.abs()) + luck;
    assert!((found - percent).abs() <= allowed, "{name}: {found} % (give or take {luck}), not {percent} %");
}

fn changes_by(name: &str, settings: &[(&str, f64)], measure: Measure, percent: f64) {
    is_about(name, &contrast(name, settings, measure), percent);
}

/// The same where nothing happens from outside.
fn changes_by_calm(name: &str, measure: Measure, percent: f64) {
    is_about(name, &contrast_of(&shocked(name, |_| false), measure), percent);
}

fn is_unclear(name: &str, settings: &[(&str, f64)], measure: Measure) {
    let [low, high] = contrast(name, settings, measure).difference.ci95();
    assert!(low < 0.0 && high > 0.0, "{name}, {measure:?} under {settings:?}: from {low} to {high}");
}

fn is_no_higher(name: &str, settings: &[(&str, f64)], measure: Measure) {
    let [low, _] = contrast(name, settings, measure).difference.ci95();
    assert!(low <= 0.0, "{name}, {measure:?} under {settings:?}: from {low}");
}

fn is_no_lower(name: &str, settings: &[(&str, f64)], measure: Measure) {
    let [_, high] = contrast(name, settings, measure).difference.ci95();
    assert!(high >= 0.0, "{name}, {measure:?} under {settings:?}: to {high}");
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
    changes_by("helper_burnout", &[], Measure::Burnout, 7.0);
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
fn one_for_thirty_tires_nearly_twice_as_much_as_one_for_eight() {
    gains_less("overload_knee", Measure::ExhaustionAssist, &[("members", 8.0), ("groups", 2.0)], &[], 0.6);
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
    changes_by("turnover", &[], Measure::SkillNewcomers, 6.0);
    let written = [("treatment.assist_leaders", 0.0), ("treatment.documentation", 0.5)];
    changes_by("turnover", &written, Measure::SkillNewcomers, 2.0);
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
fn letting_go_raises_morale_and_as_much_output_as_an_assist_leader() {
    let only = [[("treatment.assist_leaders", 0.0)], [("treatment.micromanagement", 0.7)]];
    let [let_go, assist] = only.map(|settings| {
        [Measure::Morale, Measure::Throughput]
            .map(|measure| contrast("two_ways_to_lead", &settings, measure).difference.mean)
    });
    assert!(let_go[0] > 1.5 * assist[0], "morale: letting go {let_go:?}, an assist leader {assist:?}");
    assert!(
        (0.8..1.2).contains(&(let_go[1] / assist[1])),
        "output: letting go {let_go:?}, an assist leader {assist:?}"
    );
}

#[test]
fn control_sees_mistakes_and_so_does_whoever_helps() {
    changes_by("two_ways_to_lead", &[("treatment.assist_leaders", 0.0)], Measure::Escaped, 11.0);
    is_no_higher("two_ways_to_lead", &[], Measure::Escaped);
}

#[test]
fn engagement_rises_by_less_than_is_told() {
    let engagement = contrast("two_ways_to_lead", &[], Measure::Engagement);
    for (arm, shown) in [(engagement.control, 66.0), (engagement.treatment, 71.0)] {
        assert!((100.0 * arm.mean - shown).abs() < 0.5 + 260.0 * arm.se, "{arm:?} is not {shown}");
    }
}

#[test]
fn while_the_lead_is_away_it_counts_that_somebody_may_decide() {
    let nothing_decided = [("treatment.delegated", 0.0)];
    changes_by("lead_away", &[], Measure::Throughput, 13.0);
    changes_by("lead_away", &nothing_decided, Measure::Throughput, 2.0);
    changes_by_calm("lead_away", Measure::Throughput, 3.0);
}

#[test]
fn control_costs_nearly_as_much_where_nothing_changes() {
    changes_by("everything_changes", &[], Measure::Throughput, 15.0);
    changes_by_calm("everything_changes", Measure::Throughput, 13.0);
    let again = |shock: &Shock| matches!(shock.change, Change::Redo(_));
    let only_again = contrast_of(&shocked("everything_changes", again), Measure::Throughput).difference.mean;
    let calm = contrast_of(&shocked("everything_changes", |_| false), Measure::Throughput).difference.mean;
    assert!((0.95..1.05).contains(&(only_again / calm)), "{only_again} with work done again, {calm} without");
}

#[test]
fn a_new_tool_is_not_learnt_faster_from_answers() {
    changes_by("new_tool", &[], Measure::Skill, -2.6);
    is_down("new_tool", &[], Measure::SelfSolved);
    changes_by("new_tool", &[], Measure::Throughput, 1.0);
    changes_by_calm("new_tool", Measure::Throughput, 2.0);
}

#[test]
fn a_connector_makes_one_team_of_two() {
    let [apart, meeting] = [
        [("treatment.collaboration", 0.1), ("treatment.assist_leaders", 1.0)],
        [("treatment.huddle", 0.5), ("treatment.assist_leaders", 0.0)],
    ];
    changes_by("merger", &[], Measure::Throughput, 4.0);
    changes_by_calm("merger", Measure::Throughput, 2.0);
    let gain = |settings: &[(&str, f64)], measure| contrast("merger", settings, measure).difference.mean;
    let [trust, output] = [Measure::TrustAcross, Measure::Throughput].map(|measure| {
        assert!(gain(&[], measure) > 0.0);
        gain(&apart, measure) / gain(&[], measure)
    });
    assert!(
        (0.2..0.3).contains(&trust) && (0.45..0.55).contains(&output),
        "{trust} of the trust, {output} of the output"
    );
    let trust = |settings: &[(&str, f64)]| {
        let trust = contrast("merger", settings, Measure::TrustAcross);
        trust.treatment.mean / trust.control.mean
    };
    assert!(trust(&[]) > 2.0 && (1.8..2.0).contains(&trust(&meeting)));
    gains_less("merger", Measure::Throughput, &meeting, &[], 0.15);
}

#[test]
fn listening_and_fairness_let_the_quiet_be_heard() {
    let deaf = [("treatment.listening", 0.0), ("treatment.fairness", 0.0)];
    let let_go = [("treatment.assist_leaders", 0.0), ("treatment.micromanagement", 0.1)];
    changes_by("loudest_voice", &[], Measure::GapVoice, -72.0);
    changes_by("loudest_voice", &[], Measure::GapStuck, -85.0);
    is_no_lower("loudest_voice", &deaf, Measure::GapVoice);
    is_up("loudest_voice", &let_go, Measure::GapVoice);
    is_up("loudest_voice", &let_go, Measure::IdeasRaised);
}

#[test]
fn a_board_does_as_much_as_a_person_in_half_a_day_and_no_more_in_a_day() {
    let board = |hours: f64| [("control.shared_board", hours), ("control.huddle", 0.0)];
    let person = |share: f64| ("treatment.assist_share", share);
    let output = |settings: &[(&str, f64)]| contrast("board_or_person", settings, Measure::Throughput);
    changes_by("board_or_person", &[], Measure::Throughput, 1.2);
    let practices = contrast("board_or_person", &[], Measure::HoursPractice).control.mean;
    assert!((0.7..0.8).contains(&practices), "of each hour, work loses {practices}");
    is_unclear("board_or_person", &[board(0.5)[0], board(0.5)[1], person(0.1)], Measure::Throughput);
    let [half, whole] = [0.5, 1.0].map(|hours| output(&board(hours)).control.mean);
    assert!((whole / half - 1.0).abs() < 0.002, "with half an hour {half}, with an hour {whole}");
    let [half, whole, with_board] = [vec![person(0.1)], vec![], vec![person(0.1), ("treatment.shared_board", 0.5)]]
        .map(|settings| output(&settings).treatment.mean);
    assert!(whole > 1.004 * half && (with_board / whole - 1.0).abs() < 0.004, "{half}, {whole}, {with_board}");
}

#[test]
fn what_cases_tell_of_comes_out_smaller() {
    changes_by("software", &[], Measure::LeadMean, -8.0);
    changes_by("software", &[], Measure::LeadLoad, -3.0);
    changes_by("research", &[], Measure::Skill, -1.0);
    is_down("research", &[], Measure::Skill);
}

#[test]
fn in_the_campaign_misunderstandings_take_back_what_help_catches() {
    is_unclear("marketing", &[], Measure::Escaped);
    changes_by("marketing", &[], Measure::Misunderstandings, 56.0);
    is_down("marketing", &[("treatment.role_charter", 1.0)], Measure::Escaped);
}

#[test]
fn less_is_passed_on_and_less_solved_alone() {
    changes_by("takers", &[], Measure::Ripple, -12.0);
    changes_by("dependency", &[], Measure::SelfSolved, -34.0);
}

//! What is said to do nothing does nothing.

use crate::lively::lively;
use experiment::pair::run_pair;
use model::outcome::Outcome;
use model::parameters::idle::{CASES, Idle, idle};
use model::parameters::{Kind, PARAMETERS, Parameter, parameter};
use model::scenario::{Arm, Draft, Scope};
use model::shock::{Change, Shock};

type Settings = [(&'static str, &'static str)];

/// A team where everything is going on and the role is unclear, under these settings in both arms.
fn team(settings: &Settings) -> Draft {
    let unclear = [("intervention_weeks", "12"), ("role_clarity", "0.2")];
    lively(&[&unclear, settings].concat())
}

/// What both arms come to at both ends of a parameter's lever.
fn outcomes(row: &Parameter, settings: &Settings, replicate: u32) -> [[Outcome; 2]; 2] {
    let (low, high) = row.lever;
    [0.2, 0.8].map(|share| {
        let value = low + share * (high - low);
        let value = match row.kind {
            Kind::Number | Kind::Optional => value,
            Kind::Count | Kind::Choice(_) => value.round(),
            Kind::Switch => share.round(),
        };
        let mut draft = team(settings);
        draft.set(Scope::Both, row.id, Some(value));
        let pair = run_pair(&draft.finish().expect("valid"), replicate);
        [pair.control, pair.treatment]
    })
}

/// Everything of a case is idle under these settings for its reason, and moves nothing.
fn check(reason: Idle, settings: &Settings) {
    let scenario = team(settings).finish().expect("valid");
    let (_, ids) = CASES.iter().find(|(other, _)| *other == reason).expect("a case for each reason");
    for id in ids.split(' ') {
        let row = parameter(id).unwrap_or_else(|| panic!("{id} is a parameter"));
        let found = idle(&scenario, Arm::Treatment, id).unwrap_or_else(|| panic!("{reason:?}: {id} is idle"));
        assert!(found.holds(&scenario, Arm::Treatment), "{id}: {found:?}");
        for replicate in 0..3 {
            let [low, high] = outcomes(row, settings, replicate);
            assert!(format!("{low:?}") == format!("{high:?}"), "{reason:?}: {id} does something");
        }
    }
}

#[test]
fn what_is_said_to_do_nothing_does_nothing() {
    check(Idle::NoAssistLeader, &[("assist_leaders", "0")]);
    check(Idle::NoDuty, &[("assist_share", "0")]);
    check(Idle::NoLead, &[("formal_lead", "no")]);
    check(Idle::NoApprovals, &[("p_approval", "0")]);
    check(Idle::NeverBlocked, &[("beta", "0")]);
    check(Idle::NeverBlocked, &[("beta", "0"), ("source", "flow")]);
    check(Idle::NoNotice, &[("notice", "0"), ("relief", "no")]);
    check(Idle::NoEmpathy, &[("empathy", "0")]);
    check(Idle::NoEmpathy, &[("competence", "0")]);
    check(Idle::ClearRoles, &[("role_clarity", "0.9")]);
    check(Idle::NoFlow, &[("source", "backlog")]);
    check(Idle::NoFlow, &[("source", "project")]);
    check(Idle::NoProject, &[("source", "flow")]);
    check(Idle::NobodyRemote, &[("remote_share", "0")]);
    check(Idle::ShortWeeks, &[("hours_per_week", "48")]);
    check(Idle::OneGroup, &[("groups", "1")]);
    check(Idle::NobodyLeaves, &[("h0", "0")]);
    check(Idle::NoUnthanked, &[("k_R", "0"), ("successors", "no")]);
    check(Idle::NoLearning, &[("k_learn", "0")]);
    check(Idle::NoTeaching, &[("teach", "0")]);
    check(Idle::NoCauses, &[("recurring", "0")]);
    check(Idle::NoImproving, &[("improvement_share", "0")]);
    check(Idle::NoImproving, &[("improvement_share", "0"), ("source", "flow")]);
}

#[test]
fn where_everything_is_going_on_nothing_is_idle() {
    let scenario = team(&[("source", "flow")]).finish().expect("valid");
    for row in &PARAMETERS {
        let reason = idle(&scenario, Arm::Treatment, row.id);
        assert_eq!(reason, (row.id == "project_tasks").then_some(Idle::NoProject), "{}", row.id);
    }
}

#[test]
fn each_arm_has_its_own_reasons_and_the_world_needs_both() {
    let mut draft = team(&[]);
    draft.set(Scope::Only(Arm::Control), "assist_leaders", Some(0.0));
    let scenario = draft.finish().expect("valid");
    for id in ["training", "assist_share", "empathy"] {
        assert_eq!(idle(&scenario, Arm::Control, id), Some(Idle::NoAssistLeader), "{id}");
        assert_eq!(idle(&scenario, Arm::Treatment, id), None, "{id}");
    }
    for id in ["assist_leaders", "recognition", "role_charter", "team_training", "k_e", "nonsense"] {
        assert_eq!(idle(&scenario, Arm::Control, id), None, "{id}");
    }
    let mut draft = scenario.draft();
    draft.set(Scope::Only(Arm::Treatment), "assist_share", Some(0.0));
    let scenario = draft.finish().expect("valid");
    assert_eq!(idle(&scenario, Arm::Control, "k_e"), Some(Idle::NoDuty), "one has nobody, the other no time");
}

#[test]
fn what_comes_from_outside_counts() {
    let with = |settings: &Settings, change: Change| {
        let mut draft = team(settings);
        draft.shocks = vec![Shock { week: 1, weeks: None, change, label: String::new() }];
        draft.finish().expect("valid")
    };
    let scenario = with(&[("h0", "0")], Change::Leaves(1));
    assert_eq!(idle(&scenario, Arm::Treatment, "vacancy"), None);
    let scenario = with(&[("hours_per_week", "40")], Change::Hours(1.5));
    assert_eq!(idle(&scenario, Arm::Treatment, "c_o"), None);
    let scenario = with(&[("hours_per_week", "40")], Change::Hours(0.5));
    assert_eq!(idle(&scenario, Arm::Treatment, "c_o"), Some(Idle::ShortWeeks));
}

//! Why a lever does nothing as things stand, in a sentence.

use std::fmt::Display;

use super::labels::Labels;
use super::{list, value};
use model::parameters::Parameter;
use model::parameters::idle::{Idle, idle};
use model::scenario::{Arm, Scenario, Scope};

/// What is to be said at a lever that moves a parameter of these arms: why it does nothing, and what the other team has.
pub fn note(scenario: &Scenario, row: &Parameter, scope: Scope) -> String {
    list::sentences(vec![nothing(scenario, row, scope), others(scenario, row, scope)])
}

/// Why it does nothing; empty where it may do something in all of these arms.
fn nothing(scenario: &Scenario, row: &Parameter, scope: Scope) -> String {
    let labels = Labels::of(scenario);
    let [first, second] = Arm::BOTH.map(|arm| idle(scenario, arm, row.id));
    match (scope, first, second) {
        (Scope::Only(Arm::Control), Some(reason), _) => words::idle::no_effect(&why(reason, Of::First, labels)),
        (Scope::Only(Arm::Treatment), _, Some(reason)) => words::idle::no_effect(&why(reason, Of::Second, labels)),
        (Scope::Both, Some(reason), Some(other)) if reason == other => {
            words::idle::no_effect(&why(reason, Of::Both, labels))
        }
        (Scope::Both, Some(reason), Some(other)) => words::idle::NoEffectEach {
            first: &why(reason, Of::First, labels),
            second: &why(other, Of::Second, labels),
        }
        .say(),
        (Scope::Both, Some(reason), None) => words::idle::no_effect_first(&why(reason, Of::Named, labels)),
        (Scope::Both, None, Some(reason)) => words::idle::no_effect_second(&why(reason, Of::Named, labels)),
        _ => String::new(),
    }
}

/// What the other team decides, where that differs and means something there.
fn others(scenario: &Scenario, row: &Parameter, scope: Scope) -> String {
    let values = Arm::BOTH.map(|arm| scenario.get(arm, row.id).flatten());
    if values[0] == values[1] {
        return String::new();
    }
    let [first, second] = values.map(|value| value::show(row, value));
    let seen = Arm::BOTH.map(|arm| scope != Scope::Only(arm) && idle(scenario, arm, row.id).is_none());
    match seen {
        [true, true] => words::idle::BothTeams { first: &first, second: &second }.say(),
        [true, false] => words::idle::first_team(&first),
        [false, true] => words::idle::second_team(&second),
        [false, false] => String::new(),
    }
}

/// Of whom a reason is said.
#[derive(Clone, Copy)]
enum Of {
    /// The team that has just been named.
    Named,
    First,
    Second,
    /// Both teams alike.
    Both,
}

/// A reason in a clause.
fn why(reason: Idle, of: Of, labels: Labels<'_>) -> String {
    use words::idle as said;
    let plain = |clauses: [fn() -> &'static str; 4]| clauses[of as usize]().to_owned();
    let with = |clauses: [fn(&dyn Display) -> String; 4], what: &str| clauses[of as usize](&what);
    match reason {
        Idle::NoAssistLeader => with(
            [
                said::no_assist_leader,
                said::no_assist_leader_first,
                said::no_assist_leader_second,
                said::no_assist_leader_both,
            ],
            labels.assist(1),
        ),
        Idle::NoLead => {
            with([said::no_lead, said::no_lead_first, said::no_lead_second, said::no_lead_both], labels.lead())
        }
        Idle::NoDuty => plain([said::no_duty, said::no_duty_first, said::no_duty_second, said::no_duty_both]),
        Idle::ShortWeeks => {
            plain([said::short_weeks, said::short_weeks_first, said::short_weeks_second, said::short_weeks_both])
        }
        Idle::NobodyRemote => {
            plain([said::nobody_remote, said::nobody_remote_first, said::nobody_remote_second, said::nobody_remote])
        }
        Idle::NoNotice => plain([said::no_notice, said::no_notice_first, said::no_notice_second, said::no_notice]),
        Idle::NoEmpathy => plain([said::no_empathy, said::no_empathy_first, said::no_empathy_second, said::no_empathy]),
        Idle::NoImproving => {
            plain([said::no_improving, said::no_improving_first, said::no_improving_second, said::no_improving_both])
        }
        Idle::NoPractices => {
            plain([said::no_practices, said::no_practices_first, said::no_practices_second, said::no_practices_both])
        }
        Idle::NoWriting => {
            plain([said::no_writing, said::no_writing_first, said::no_writing_second, said::no_writing_both])
        }
        Idle::NoControl => said::no_control().to_owned(),
        Idle::NoQuiet => said::no_quiet().to_owned(),
        Idle::NoCauses => said::no_causes().to_owned(),
        Idle::NoApprovals => said::no_approvals().to_owned(),
        Idle::ClearRoles => said::clear_roles().to_owned(),
        Idle::NoFlow => said::no_flow().to_owned(),
        Idle::NoProject => said::no_project().to_owned(),
        Idle::OneGroup => said::one_group().to_owned(),
        Idle::NeverBlocked => said::never_blocked().to_owned(),
        Idle::NobodyLeaves => said::nobody_leaves().to_owned(),
        Idle::NoUnthanked => said::no_unthanked().to_owned(),
        Idle::NoLearning => said::no_learning().to_owned(),
        Idle::NoTeaching => said::no_teaching().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::parameters::{PARAMETERS, parameter};

    type Note = fn(&Scenario, &Parameter, Scope) -> String;

    fn check(note: Note, settings: &[(Scope, &str, &str)], id: &str, scope: Scope, expect: &str) {
        let mut draft = library::scenario("emergency").expect("built in").draft();
        for (scope, id, text) in settings {
            draft.set_text(*scope, id, text);
        }
        let scenario = draft.finish().expect("valid");
        assert_eq!(note(&scenario, parameter(id).expect("a parameter"), scope), expect, "{id} {scope:?}");
    }

    #[test]
    fn a_lever_that_does_nothing_says_why() {
        let [first, second] = Arm::BOTH.map(Scope::Only);
        for id in ["training", "assist_share", "empathy", "assist_who"] {
            check(nothing, &[], id, first, "Has no effect: the first team has no flow nurse.");
            check(nothing, &[], id, second, "");
            check(nothing, &[], id, Scope::Both, "Has no effect in the first team: it has no flow nurse.");
            let none = [(Scope::Both, "assist_leaders", "0")];
            check(nothing, &none, id, second, "Has no effect: the second team has no flow nurse.");
            check(nothing, &none, id, Scope::Both, "Has no effect: neither team has a flow nurse.");
        }
        // What acts between the lead and the members, or on everyone, needs no assist leader.
        for id in ["role_charter", "recognition", "team_training", "extra_members", "lead_attention"] {
            check(nothing, &[(Scope::Both, "assist_leaders", "0")], id, Scope::Both, "");
        }
        for id in ["t_welcome", "k_u"] {
            check(nothing, &[(Scope::Both, "notice", "1")], id, Scope::Both, "");
            let none = [(Scope::Both, "notice", "0")];
            let text = "Has no effect: nobody looks for who is stuck, as Noticing is 0.";
            check(nothing, &[&none[..], &[(first, "assist_leaders", "1")]].concat(), id, Scope::Both, text);
        }
        check(nothing, &[], "k_e", Scope::Both, "");
        check(
            nothing,
            &[(second, "assist_leaders", "0")],
            "k_e",
            Scope::Both,
            "Has no effect: neither team has a flow nurse.",
        );
        check(
            nothing,
            &[(second, "assist_share", "0")],
            "k_e",
            Scope::Both,
            "Has no effect: nobody has time for assisting.",
        );
        check(nothing, &[], "project_tasks", Scope::Both, "Has no effect: it counts only where work is a project.");
        check(
            nothing,
            &[(Scope::Both, "source", "backlog")],
            "demand",
            Scope::Both,
            "Has no effect: it counts only where work comes as a flow.",
        );
        check(
            nothing,
            &[(second, "formal_lead", "no"), (first, "formal_lead", "yes")],
            "micromanagement",
            Scope::Both,
            "Has no effect in the second team: it has no head of department.",
        );
    }

    #[test]
    fn the_other_team_s_value_is_said_where_it_means_something() {
        let [first, second] = Arm::BOTH.map(Scope::Only);
        let share = [(second, "assist_share", "0.6")];
        check(note, &share, "assist_share", second, "");
        check(
            note,
            &share,
            "assist_share",
            first,
            "Has no effect: the first team has no flow nurse. Second team: 60 %",
        );
        check(
            note,
            &share,
            "assist_share",
            Scope::Both,
            "Has no effect in the first team: it has no flow nurse. Second team: 60 %",
        );
        let both = [(first, "assist_leaders", "1"), (second, "assist_share", "0.6"), (first, "assist_share", "0.4")];
        check(note, &both, "assist_share", second, "First team: 40 %");
        check(note, &both, "assist_share", Scope::Both, "First team: 40 %; second team: 60 %");
        check(note, &[(second, "recognition", "0.5")], "recognition", second, "First team: 0");
        check(note, &[], "assist_leaders", second, "First team: 0 people");
    }

    #[test]
    fn every_reason_is_a_sentence_whoever_it_concerns() {
        for name in library::names() {
            let scenario = library::scenario(name).expect("built in");
            for row in &PARAMETERS {
                for scope in [Scope::Both, Scope::Only(Arm::Control), Scope::Only(Arm::Treatment)] {
                    let text = note(&scenario, row, scope);
                    assert!(
                        text.is_empty()
                            || text.contains(" team: ")
                            || (text.starts_with("Has no effect") && text.ends_with('.')),
                        "{text}"
                    );
                    assert!(!text.contains("  "), "{text}");
                }
            }
        }
    }
}

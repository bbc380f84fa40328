//! Why a lever does nothing as things stand, in a sentence.

use super::labels::Labels;
use super::value;
use model::parameters::Parameter;
use model::parameters::idle::{Idle, idle};
use model::scenario::{Arm, Scenario, Scope};
use words::grammar::article;

/// What is to be said at a lever that moves a parameter of these arms: why it does nothing, and what the other team has.
pub fn note(scenario: &Scenario, row: &Parameter, scope: Scope) -> String {
    let notes = [nothing(scenario, row, scope), others(scenario, row, scope)];
    notes.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Why it does nothing; empty where it may do something in all of these arms.
fn nothing(scenario: &Scenario, row: &Parameter, scope: Scope) -> String {
    let labels = Labels::of(scenario);
    let [first, second] = Arm::BOTH.map(|arm| idle(scenario, arm, row.id));
    let of = |arm: Arm, reason: Idle| why(reason, TEAMS[arm as usize], &format!(" in {}", TEAMS[arm as usize]), labels);
    let said = |reason: String| format!("Has no effect: {reason}.");
    let in_one = |arm: Arm, reason: Idle| {
        format!("Has no effect in {}: {}.", TEAMS[arm as usize], why(reason, "it", "", labels))
    };
    match (scope, first, second) {
        (Scope::Only(Arm::Control), Some(reason), _) => said(of(Arm::Control, reason)),
        (Scope::Only(Arm::Treatment), _, Some(reason)) => said(of(Arm::Treatment, reason)),
        (Scope::Both, Some(reason), Some(other)) if reason == other => said(why_in_both(reason, labels)),
        (Scope::Both, Some(reason), Some(other)) => {
            said(format!("{}, and {}", of(Arm::Control, reason), of(Arm::Treatment, other)))
        }
        (Scope::Both, Some(reason), None) => in_one(Arm::Control, reason),
        (Scope::Both, None, Some(reason)) => in_one(Arm::Treatment, reason),
        _ => String::new(),
    }
}

/// What the other team decides, where that differs and means something there.
fn others(scenario: &Scenario, row: &Parameter, scope: Scope) -> String {
    let [first, second] = Arm::BOTH.map(|arm| scenario.get(arm, row.id).flatten());
    if first == second {
        return String::new();
    }
    let shown = |arm: Arm, team: &str, value| {
        let seen = scope != Scope::Only(arm) && idle(scenario, arm, row.id).is_none();
        seen.then(|| format!("{team} team: {}", value::show(row, value)))
    };
    match (shown(Arm::Control, "First", first), shown(Arm::Treatment, "Second", second)) {
        (Some(first), Some(_)) => format!("{first}; second team: {}", value::show(row, second)),
        (one, other) => one.or(other).unwrap_or_default(),
    }
}

const TEAMS: [&str; 2] = ["the first team", "the second team"];

/// A reason, said of a team, or of what happens there.
fn why(reason: Idle, team: &str, there: &str, labels: Labels<'_>) -> String {
    match reason {
        Idle::NoAssistLeader => format!("{team} has no {}", labels.assist(1)),
        Idle::NoLead => format!("{team} has no {}", labels.lead()),
        Idle::NoDuty => format!("{team} has no time for assisting"),
        Idle::NobodyRemote => format!("nobody works remotely{there}"),
        Idle::ShortWeeks => format!("{team} has no weeks over 48 hours"),
        Idle::NoNotice => format!("nobody looks for who is stuck{there}, as Noticing is 0"),
        Idle::NoEmpathy => format!("nobody is noticed{there}, as Empathy is 0"),
        // What has nothing to do with a team's own words.
        _ => reason.words().to_owned(),
    }
}

/// The same of both teams.
fn why_in_both(reason: Idle, labels: Labels<'_>) -> String {
    let neither = |what: &str| format!("neither team has {} {what}", article(what));
    match reason {
        Idle::NoAssistLeader => neither(labels.assist(1)),
        Idle::NoLead => neither(labels.lead()),
        Idle::NoDuty => "nobody has time for assisting".to_owned(),
        Idle::ShortWeeks => "no week has more than 48 hours".to_owned(),
        _ => why(reason, "", "", labels),
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
        for id in ["role_charter", "training", "assist_share", "empathy"] {
            check(nothing, &[], id, first, "Has no effect: the first team has no flow nurse.");
            check(nothing, &[], id, second, "");
            check(nothing, &[], id, Scope::Both, "Has no effect in the first team: it has no flow nurse.");
            let none = [(Scope::Both, "assist_leaders", "0")];
            check(nothing, &none, id, second, "Has no effect: the second team has no flow nurse.");
            check(nothing, &none, id, Scope::Both, "Has no effect: neither team has a flow nurse.");
        }
        check(nothing, &[], "recognition", Scope::Both, "");
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

//! The mechanisms by which what two teams decide differently can make a difference, and how each of them is switched off in one team alone.
//!
//! What an assist leader does is switched off to what there would be without one, though the role is held and its hours are spent; any other
//! decision is switched off to what the first team decides.

use super::parameters::{Group, Kind, PARAMETERS, Policy};
use super::scenario::{Arm, Scenario};

/// A mechanism.
#[derive(Clone, Copy, Debug)]
pub struct Mechanism {
    /// What it is called wherever it is written or read.
    pub id: &'static str,
    /// The parameters of a policy that act through it, the one that is worth moving first.
    pub levers: &'static [&'static str],
    off: Off,
}

/// How one is switched off.
#[derive(Clone, Copy, Debug)]
enum Off {
    /// Something that assist leaders do: these parameters have these values then.
    Role(&'static [(&'static str, f64)]),
    /// Something that comes with the role, whatever the policy.
    Aside(fn(&mut Without)),
    /// Another decision: its levers are as in the first team.
    AsBefore,
}

/// What of the role no parameter of a policy switches off, and does not act.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Without {
    /// Assist leader and formal lead never contradict each other.
    pub two_voices: bool,
    /// Carrying what others feel, and a role that is unclear, tire nobody.
    pub strain: bool,
    /// Of the work of those who leave the role saves nothing.
    pub handing_over: bool,
}

const COUNT: usize = 32;

/// All of them: first what assist leaders do, then what else may be decided.
pub static MECHANISMS: [Mechanism; COUNT] = ALL;

/// Their ids, in the same order.
pub const MECHANISM_IDS: [&str; COUNT] = {
    let mut ids = [""; COUNT];
    let mut index = 0;
    while index < COUNT {
        ids[index] = ALL[index].id;
        index += 1;
    }
    ids
};

const ALL: [Mechanism; COUNT] = [
    role("noticing", &["notice", "empathy"], &[("notice", 0.0)]),
    role("asked_first", &["route"], &[("route", 0.0)]),
    role("connecting", &["collaboration"], &[("collaboration", 0.0)]),
    role("passing_on", &["pass_on"], &[("pass_on", 0.0)]),
    role("clarifying", &["ambiguity"], &[("ambiguity", 0.0)]),
    role("listening", &["listening"], &[("listening", 0.0)]),
    role("fairness", &["fairness"], &[("fairness", 0.0)]),
    role("task_choice", &["delegation", "stretch"], &[("delegation", 0.0), ("stretch", 0.0)]),
    role("explaining", &["long_term"], &[("long_term", 0.0)]),
    role("craft", &["competence", "learning"], &[("competence", AS_COLLEAGUES), ("learning", 0.0)]),
    role("credit", &["humility"], &[("humility", 0.0)]),
    role("role_training", &["training"], &[("training", 0.0)]),
    role("relief", &["relief", "empathy"], &[("relief", 0.0)]),
    role("delegated", &["delegated"], &[("delegated", 0.0)]),
    role("gatekeeping", &["gatekeeping"], &[("gatekeeping", 0.0)]),
    role("successors", &["successors"], &[("successors", 0.0)]),
    aside("two_voices", &["role_charter"], |without| without.two_voices = true),
    aside("strain", &["competence", "role_charter"], |without| without.strain = true),
    aside("handing_over", &["competence"], |without| without.handing_over = true),
    decision("recognition", &["recognition"]),
    decision("role_charter", &["role_charter"]),
    decision("career_path", &["career_path"]),
    decision("team_training", &["team_training"]),
    decision("shared_board", &["shared_board"]),
    decision("huddle", &["huddle"]),
    decision("documentation", &["documentation"]),
    decision("check_ins", &["check_ins"]),
    decision("formal_lead", &["formal_lead", "lead_attention", "lead_assists", "micromanagement"]),
    decision("extra_members", &["extra_members"]),
    decision("remote", &["remote_share"]),
    decision("hours", &["hours_per_week", "improvement_share"]),
    decision("automation", &["automation"]),
];

/// The craft of assisting with which an assist leader helps as quickly as a colleague would.
const AS_COLLEAGUES: f64 = 0.5;

/// What every one of them is told apart from: that there is the role at all, who holds it and for how much of the time. It is no mechanism
/// that could be switched off, for then there would be no assist leader.
pub const ROLE: &[&str] = &["assist_share", "assist_leaders", "assist_who"];

const fn role(id: &'static str, levers: &'static [&'static str], off: &'static [(&'static str, f64)]) -> Mechanism {
    Mechanism { id, levers, off: Off::Role(off) }
}

const fn aside(id: &'static str, levers: &'static [&'static str], off: fn(&mut Without)) -> Mechanism {
    Mechanism { id, levers, off: Off::Aside(off) }
}

const fn decision(id: &'static str, levers: &'static [&'static str]) -> Mechanism {
    Mechanism { id, levers, off: Off::AsBefore }
}

/// Looks one up by its id.
pub fn mechanism(id: &str) -> Option<&'static Mechanism> {
    MECHANISMS.iter().find(|mechanism| mechanism.id == id)
}

/// Those by which the teams of a scenario may differ, in the order of [`MECHANISMS`].
pub fn differing(scenario: &Scenario) -> Vec<&'static Mechanism> {
    let [first, second] = Arm::BOTH.map(|arm| explicit(scenario.policy(arm)));
    MECHANISMS.iter().filter(|mechanism| mechanism.differs(&first, &second)).collect()
}

/// What is decided in a team where these mechanisms are off, and what of the role does not act.
pub fn without(scenario: &Scenario, arm: Arm, off: impl Iterator<Item = &'static Mechanism>) -> (Policy, Without) {
    let mut policy = *scenario.policy(arm);
    let mut without = Without::default();
    for mechanism in off {
        // Traits follow the competence no longer, which may be one of those.
        policy = explicit(&policy);
        mechanism.switch_off(&mut policy, &mut without, scenario.policy(Arm::Control));
    }
    (policy, without)
}

/// A policy that decides the same and names every trait.
fn explicit(policy: &Policy) -> Policy {
    let mut all = *policy;
    for row in PARAMETERS.iter().filter(|row| row.group == Group::Policy && row.kind == Kind::Optional) {
        let value = policy.get(row.id).flatten().unwrap_or(policy.competence);
        put(&mut all, row.id, Some(value));
    }
    all
}

fn put(policy: &mut Policy, id: &str, value: Option<f64>) {
    let accepted = policy.put(id, value);
    debug_assert!(accepted, "{id} takes {value:?}");
}

impl Mechanism {
    /// Whether it is something that assist leaders do, or that comes with their role: then it may be off in the first team too.
    pub fn is_of_role(&self) -> bool {
        !matches!(self.off, Off::AsBefore)
    }

    /// Whether it may make a difference between teams that decide so.
    fn differs(&self, first: &Policy, second: &Policy) -> bool {
        let same = |ids: &[&str]| ids.iter().all(|id| first.get(id) == second.get(id));
        let roles = [first, second].map(|policy| policy.assist_leaders > 0);
        let same_roles = match roles {
            [false, false] => true,
            [true, true] => same(ROLE),
            _ => false,
        };
        match self.off {
            Off::AsBefore => !same(self.levers),
            Off::Aside(_) => !same_roles,
            Off::Role(off) => {
                let is_on = |policy: &Policy| off.iter().any(|(id, value)| policy.get(id) != Some(Some(*value)));
                let some_on = (roles[0] && is_on(first)) || (roles[1] && is_on(second));
                some_on && !(same_roles && (roles == [false; 2] || same(self.levers)))
            }
        }
    }

    fn switch_off(&self, policy: &mut Policy, without: &mut Without, first: &Policy) {
        match self.off {
            Off::Role(off) => {
                for (id, value) in off {
                    put(policy, id, Some(*value));
                }
            }
            Off::Aside(off) => off(without),
            Off::AsBefore => {
                for id in self.levers {
                    put(policy, id, first.get(id).flatten());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Draft, Scope};

    /// A team against one that decides so.
    fn against(first: &[(&str, f64)], second: &[(&str, f64)]) -> Scenario {
        let mut draft = Draft::default();
        for (arm, settings) in [(Arm::Control, first), (Arm::Treatment, second)] {
            for (id, value) in settings {
                draft.set(Scope::Only(arm), id, Some(*value));
            }
        }
        draft.finish().expect("valid")
    }

    fn ids(scenario: &Scenario) -> Vec<&'static str> {
        differing(scenario).iter().map(|mechanism| mechanism.id).collect()
    }

    #[test]
    fn every_decision_but_the_role_itself_acts_through_a_mechanism() {
        let decisions = PARAMETERS.iter().filter(|parameter| parameter.group == Group::Policy);
        for id in decisions.map(|parameter| parameter.id).filter(|id| !ROLE.contains(id)) {
            assert!(MECHANISMS.iter().any(|mechanism| mechanism.levers.contains(&id)), "{id}");
        }
    }

    #[test]
    fn with_all_mechanisms_off_nothing_is_left_but_the_role() {
        let decisions = PARAMETERS.iter().filter(|row| row.group == Group::Policy && !ROLE.contains(&row.id));
        for row in decisions {
            let other = if row.default() == Some(row.max) { row.min } else { row.max };
            let scenario = against(&[], &[("assist_leaders", 1.0), (row.id, other)]);
            let all = differing(&scenario);
            assert!(all.iter().any(|mechanism| mechanism.levers.contains(&row.id)), "{} acts", row.id);
            let (off, _) = without(&scenario, Arm::Treatment, all.iter().copied());
            let first = explicit(scenario.policy(Arm::Control));
            let on = all.iter().filter(|mechanism| mechanism.differs(&first, &off));
            let on: Vec<_> = on.filter(|mechanism| !matches!(mechanism.off, Off::Aside(_))).collect();
            assert!(on.is_empty(), "{}: {on:?}", row.id);
        }
    }

    #[test]
    fn mechanisms_are_those_by_which_the_teams_differ() {
        assert!(ids(&against(&[], &[])).is_empty());
        assert!(ids(&against(&[], &[("notice", 2.0)])).is_empty(), "there is nobody to notice anything");
        assert_eq!(ids(&against(&[], &[("recognition", 0.5)])), ["recognition"]);
        let leader = ("assist_leaders", 1.0);
        assert_eq!(ids(&against(&[leader], &[leader, ("notice", 2.0)])), ["noticing"]);
        assert_eq!(ids(&against(&[leader], &[leader, ("role_charter", 1.0)])), ["role_charter"]);
        let both = ids(&against(&[], &[leader]));
        let expected = [
            "noticing",
            "asked_first",
            "connecting",
            "clarifying",
            "listening",
            "fairness",
            "task_choice",
            "explaining",
            "craft",
            "credit",
            "two_voices",
            "strain",
            "handing_over",
        ];
        assert_eq!(both, expected);
        assert_eq!(ids(&against(&[leader], &[("assist_leaders", 2.0)])), expected);
        assert_eq!(ids(&against(&[leader], &[])), expected);
    }

    #[test]
    fn a_decision_is_switched_off_to_what_the_first_team_decides() {
        let scenario = against(&[("recognition", 0.2)], &[("recognition", 0.9)]);
        let (policy, _) = without(&scenario, Arm::Treatment, mechanism("recognition").into_iter());
        assert_eq!(policy.recognition, 0.2);
    }

    #[test]
    fn traits_stay_when_the_craft_that_they_follow_is_off() {
        let scenario = against(&[], &[("assist_leaders", 1.0), ("competence", 0.9)]);
        let (policy, _) = without(&scenario, Arm::Treatment, mechanism("craft").into_iter());
        assert_eq!((policy.competence, policy.listening), (AS_COLLEAGUES, Some(0.9)));
    }
}

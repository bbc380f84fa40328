//! Parameters that do nothing as things stand: those of a role that nobody holds, of work that comes otherwise, of what never happens.
//!
//! Whoever moves such a one is told why nothing follows. Only reasons that the values themselves show are here; a test moves every
//! parameter that is said to do nothing and asks that nothing changes.

use super::{Group, Source, parameter};
use crate::model::scenario::{Arm, Scenario};
use crate::model::shock::Change;

/// Why a parameter does nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    /// Nobody has the role of assist leader.
    NoAssistLeader,
    /// Who has the role has no time for it.
    NoDuty,
    /// There is no formal lead.
    NoLead,
    /// Nothing needs approval.
    NoApprovals,
    /// Nobody looks for who is stuck.
    NoNotice,
    /// Who looks has no empathy, and so sees nobody.
    NoEmpathy,
    /// Roles are as clear without a charter.
    ClearRoles,
    /// Work does not arrive by itself.
    NoFlow,
    /// Work is no project.
    NoProject,
    /// Nobody works elsewhere.
    NobodyRemote,
    /// Weeks are not long.
    ShortWeeks,
    /// There is one group only.
    OneGroup,
    /// Work is never blocked, so nobody helps.
    NeverBlocked,
    /// Nobody leaves.
    NobodyLeaves,
    /// Nobody leaves for want of thanks.
    NoUnthanked,
    /// Nobody learns.
    NoLearning,
    /// Nobody explains while helping.
    NoTeaching,
}

/// The parameters that each reason idles; where there are two reasons the first is named.
const CASES: [(Idle, &str); 17] = [
    (
        Idle::NoAssistLeader,
        "role_clarity k_e k_a assist_who assist_share competence route notice delegated empathy collaboration delegation learning \
         long_term listening ambiguity fairness humility role_charter training",
    ),
    (
        Idle::NoDuty,
        "role_clarity k_e k_a competence route notice delegated empathy collaboration delegation learning long_term listening \
         ambiguity fairness humility role_charter",
    ),
    (Idle::NoLead, "p_approval mu_lead lead_attention escalate micromanagement delegated"),
    (Idle::NoApprovals, "delegated"),
    (
        Idle::NeverBlocked,
        "mix_expertise mix_clarity mix_coordination sigma0 alpha stigma eta teach resume_cost m l_star a_T a_S psi k_h k_e k_R \
         visibility g_u escalate remote_contact remote_delay route notice empathy collaboration learning long_term fairness humility \
         recognition career_path remote_share",
    ),
    (Idle::NoNotice, "empathy"),
    (Idle::NoEmpathy, "notice"),
    (Idle::ClearRoles, "role_charter"),
    (Idle::NoFlow, "demand"),
    (Idle::NoProject, "project_tasks"),
    (Idle::NobodyRemote, "remote_contact remote_delay"),
    (Idle::ShortWeeks, "c_o"),
    (Idle::OneGroup, "silo"),
    (Idle::NobodyLeaves, "HR k_R vacancy knowledge_loss skill_new career_path"),
    (Idle::NoUnthanked, "career_path"),
    (Idle::NoLearning, "psi learning"),
    (Idle::NoTeaching, "long_term"),
];

/// Clarity of roles above which a charter adds nothing.
const CHARTER_CLARITY: f64 = 0.9;
/// Hours of a week from which on it counts as long [h].
const LONG_WEEK: f64 = 48.0;

/// Why a parameter of this id does nothing: in an arm, or in both if it is the world's; `None` where it may do something.
pub fn idle(scenario: &Scenario, arm: Arm, id: &str) -> Option<Idle> {
    let both = parameter(id)?.group == Group::World;
    let arms = || Arm::BOTH.into_iter().filter(|&other| both || other == arm);
    let mut cases = CASES.iter().filter(|(_, ids)| ids.split(' ').any(|known| known == id));
    cases.find(|(reason, _)| arms().all(|arm| reason.holds(scenario, arm))).map(|(reason, _)| *reason)
}

impl Idle {
    fn holds(self, scenario: &Scenario, arm: Arm) -> bool {
        let (world, policy) = (scenario.world(), scenario.policy(arm));
        let none = |of: fn(Change) -> bool| !scenario.shocks().iter().any(|shock| of(shock.change));
        match self {
            Idle::NoAssistLeader => policy.assist_leaders == 0,
            Idle::NoDuty => policy.assist_leaders == 0 || policy.assist_share == 0.0,
            Idle::NoLead => !policy.formal_lead,
            Idle::NoApprovals => world.p_approval == 0.0,
            Idle::NoNotice => policy.notice == 0.0,
            Idle::NoEmpathy => policy.empathy.unwrap_or(policy.competence) == 0.0,
            Idle::ClearRoles => world.role_clarity >= CHARTER_CLARITY,
            Idle::NoFlow => world.source != Source::Flow,
            Idle::NoProject => world.source != Source::Project,
            Idle::NobodyRemote => policy.remote_share == 0.0,
            Idle::ShortWeeks => {
                policy.hours_per_week <= LONG_WEEK
                    && none(|change| matches!(change, Change::Hours(factor) if factor > 1.0))
            }
            Idle::OneGroup => world.groups == 1,
            Idle::NeverBlocked => world.beta == 0.0,
            Idle::NobodyLeaves => {
                world.h0 == 0.0 && none(|change| matches!(change, Change::Leaves(_) | Change::Joins(_)))
            }
            Idle::NoUnthanked => world.k_R == 0.0,
            Idle::NoLearning => world.k_learn == 0.0,
            Idle::NoTeaching => world.teach == 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::pair::run_pair;
    use crate::model::outcome::Outcome;
    use crate::model::parameters::{Kind, PARAMETERS, Parameter};
    use crate::model::scenario::{Draft, Scope};
    use crate::model::shock::Shock;

    type Settings = [(&'static str, &'static str)];

    /// A team where everything is going on, under these settings in both arms.
    fn team(settings: &Settings) -> Draft {
        let mut draft = Draft::default();
        let lively = [
            ("warmup_weeks", "2"),
            ("baseline_weeks", "1"),
            ("intervention_weeks", "12"),
            ("h0", "2"),
            ("vacancy", "2"),
            ("role_clarity", "0.2"),
            ("micromanagement", "0.3"),
            ("recognition", "0.3"),
            ("remote_share", "0.4"),
            ("hours_per_week", "52"),
            ("assist_leaders", "1"),
            ("training", "1"),
            ("delegated", "0.2"),
        ];
        for (id, text) in lively.iter().chain(settings) {
            draft.set_text(Scope::Both, id, text);
        }
        draft
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
        check(Idle::NoNotice, &[("notice", "0")]);
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
        check(Idle::NoUnthanked, &[("k_R", "0")]);
        check(Idle::NoLearning, &[("k_learn", "0")]);
        check(Idle::NoTeaching, &[("teach", "0")]);
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
        for id in ["role_charter", "training", "assist_share", "empathy"] {
            assert_eq!(idle(&scenario, Arm::Control, id), Some(Idle::NoAssistLeader), "{id}");
            assert_eq!(idle(&scenario, Arm::Treatment, id), None, "{id}");
        }
        for id in ["assist_leaders", "recognition", "k_e", "nonsense"] {
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
}

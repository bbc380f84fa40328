//! Parameters that do nothing as things stand: those of a role that nobody holds, of work that comes otherwise, of what never happens.
//!
//! Whoever moves such a one is told why nothing follows. Only reasons that the values themselves show are here; a test moves every
//! parameter that is said to do nothing and asks that nothing changes.

use super::{Group, Source, parameter};
use crate::scenario::{Arm, Scenario};
use crate::shock::Change;

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
    /// No blocker has a lasting cause.
    NoCauses,
    /// No time is set aside for improving.
    NoImproving,
    /// Nobody is quiet.
    NoQuiet,
    /// No lead controls closely.
    NoControl,
    /// No time goes into a practice that works by its hours.
    NoPractices,
    /// Nothing is written down.
    NoWriting,
}

/// The parameters that each reason idles; where there are two reasons the first is named.
pub const CASES: [(Idle, &str); 23] = [
    (
        Idle::NoAssistLeader,
        "k_e k_a assist_who assist_share competence route notice delegated empathy collaboration delegation learning \
         long_term listening ambiguity fairness humility training t_welcome k_u gatekeeping pass_on stretch relief successors",
    ),
    (
        Idle::NoDuty,
        "k_e k_a competence route notice delegated empathy collaboration delegation learning long_term listening \
         ambiguity fairness humility t_welcome k_u gatekeeping pass_on stretch relief successors",
    ),
    (
        Idle::NoLead,
        "p_approval mu_lead lead_attention escalate micromanagement delegated depend k_desk lead_assists gatekeeping",
    ),
    (Idle::NoApprovals, "delegated"),
    (
        Idle::NeverBlocked,
        "mix_expertise mix_clarity mix_coordination sigma0 alpha stigma eta teach resume_cost m l_star a_T a_S psi k_h k_R \
         visibility g_u escalate remote_delay route learning long_term fairness humility \
         recognition career_path a_K t_welcome k_gap review recurring causes mend_hours k_late voice k_press \
         improvement_share a_G quiet reticence depend lead_assists gatekeeping pass_on successors",
    ),
    (Idle::NoNotice, "empathy t_welcome k_u"),
    (Idle::NoEmpathy, "t_welcome"),
    (Idle::ClearRoles, "role_charter"),
    (Idle::NoFlow, "demand k_press"),
    (Idle::NoProject, "project_tasks"),
    (Idle::NobodyRemote, "remote_contact remote_delay remote_ease check_ins"),
    (Idle::ShortWeeks, "c_o"),
    (Idle::OneGroup, "silo"),
    (Idle::NobodyLeaves, "HR k_R vacancy knowledge_loss skill_new career_path hire_cost"),
    (Idle::NoUnthanked, "career_path"),
    (Idle::NoLearning, "psi learning"),
    (Idle::NoTeaching, "long_term k_gap successors"),
    (Idle::NoCauses, "causes mend_hours k_late voice k_press improvement_share"),
    (Idle::NoImproving, "causes mend_hours k_late k_press"),
    (Idle::NoQuiet, "reticence"),
    (Idle::NoControl, "depend"),
    (Idle::NoPractices, "k_practice"),
    (Idle::NoWriting, "k_write"),
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
    /// Whether this is so in an arm.
    pub fn holds(self, scenario: &Scenario, arm: Arm) -> bool {
        let (world, policy) = (scenario.world(), scenario.policy(arm));
        let none = |of: fn(Change) -> bool| !scenario.shocks().iter().any(|shock| of(shock.change));
        match self {
            Idle::NoAssistLeader => policy.assist_leaders == 0,
            Idle::NoDuty => policy.assist_leaders == 0 || policy.assist_share == 0.0,
            Idle::NoLead => !policy.formal_lead,
            Idle::NoApprovals => world.p_approval == 0.0,
            Idle::NoNotice => policy.notice == 0.0 && !policy.relief,
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
                world.h0 == 0.0
                    && policy.extra_members == 0
                    && none(|change| matches!(change, Change::Leaves(_) | Change::Joins(_)))
            }
            Idle::NoUnthanked => world.k_R == 0.0 && !policy.successors,
            Idle::NoLearning => world.k_learn == 0.0,
            Idle::NoTeaching => world.teach == 0.0,
            Idle::NoCauses => world.recurring == 0.0,
            Idle::NoImproving => policy.improvement_share == 0.0,
            Idle::NoQuiet => world.quiet == 0.0,
            Idle::NoControl => policy.micromanagement == 0.0,
            Idle::NoPractices => policy.shared_board == 0.0 && policy.huddle == 0.0 && policy.check_ins == 0.0,
            Idle::NoWriting => policy.documentation == 0.0,
        }
    }
}

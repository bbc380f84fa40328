//! Each mechanism can be switched off by parameter values alone: what is off leaves a trace that can be read off any run.

use model::outcome::Measure as M;

/// A mechanism, how to switch it off, and what then holds.
pub struct Switch {
    /// The mechanism.
    pub mechanism: &'static str,
    /// The settings that switch it off, as [`crate::settings::arguments`] reads them.
    pub off: &'static str,
    /// What is then what in every run of either arm; `None` where no outcome shows it directly.
    pub trace: Option<(M, f64)>,
}

/// All of them, in the order of docs/model.md.
pub const SWITCHES: &[Switch] = &[
    switch("waiting for other tasks", "p_dependency=0", None),
    switch("loss of speed in large groups", "kappa=0", None),
    switch("choosing tasks that fit", "task_fit=0", None),
    switch("blockers", "beta=0", Some((M::HoursStuck, 0.0))),
    switch("solving alone", "sigma0=0", Some((M::SelfSolved, 0.0))),
    switch("asking", "alpha=0 notice=0", Some((M::HelpPerWeek, 0.0))),
    switch("noticing", "notice=0", None),
    switch("lasting causes", "recurring=0", Some((M::IdeasRaised, 0.0))),
    switch("speaking of causes", "voice=0", Some((M::CausesRemoved, 0.0))),
    switch("improving", "improvement_share=0", Some((M::HoursImproving, 0.0))),
    switch("causes that grow", "k_late=0", None),
    switch("work that crowds improving out", "k_press=0", None),
    switch("asking the assist leader first", "route=0", None),
    switch("assisting", "assist_leaders=0", Some((M::HoursStandBy, 0.0))),
    switch("refusals", "givers=1 takers=0 l_star=2 k_T=0 d=0 c_o=0", None),
    switch(
        "unasked help that is unwelcome",
        "t_welcome=0 skill_mean=1 skill_sd=0 skill_away=1",
        Some((M::Unwelcome, 0.0)),
    ),
    switch("being watched over", "k_u=0", None),
    switch("not knowing who knows what", "know0=1 silo=0 h0=0", Some((M::Known, 1.0))),
    switch("getting to know", "k_know=0 a_K=0", None),
    switch("trust as a level", "k_T=0", None),
    switch("pay-forward", "m=0", Some((M::Ripple, 0.0))),
    switch("trust that changes", "a_T=0 collaboration=0", None),
    switch("safety that changes", "a_S=0 listening=0 micromanagement=0", None),
    switch("lower trust across groups", "silo=0", None),
    switch("teaching", "teach=0", None),
    switch("learning from answers", "k_gap=0", None),
    switch("learning by doing", "k_learn=0", None),
    switch("mistakes", "q0=0 epsilon=0 role_clarity=1", Some((M::ReworkShare, 0.0))),
    switch("mistakes seen by a helper", "review=0", None),
    switch("misunderstandings", "epsilon=0", None),
    switch("two voices", "role_clarity=1", None),
    switch("inspection", "detection=0", Some((M::ReworkShare, 0.0))),
    switch("the formal lead", "formal_lead=no", Some((M::Empowerment, 1.0))),
    switch("approvals and escalation", "p_approval=0 escalate=0", Some((M::LeadLoad, 0.0))),
    switch("delegated decisions", "delegated=0", None),
    switch("micromanagement", "micromanagement=0", None),
    switch(
        "presence and reach",
        "listening=0 ambiguity=0 delegation=0 collaboration=0 k_desk=0",
        Some((M::Clarity, 0.65)),
    ),
    switch("strain", "d=0 c_o=0", Some((M::Exhaustion, 0.0))),
    switch("overtime", "c_o=0", None),
    switch("burnout (a threshold of reports and of relief only)", "theta=1", Some((M::Burnout, 0.0))),
    switch("leaving when exhausted", "HR=0", None),
    switch("differences between people", "d_sd=0 m_sd=0 skill_sd=0", None),
    switch("strain by interruptions, blockers, emotional labour, unclear role", "k_i=0 k_h=0 k_e=0 k_a=0", None),
    switch("relief by support", "k_s=0", None),
    switch("turnover, vacancies, hires, succession", "h0=0", Some((M::Leavers, 0.0))),
    switch("leaving unrecognised", "k_R=0", None),
    switch("lost knowledge", "knowledge_loss=0", None),
    switch("recognition", "visibility=0 recognition=0", None),
    switch("thanks", "g_u=0", None),
    switch("training", "training=0 team_training=0", Some((M::HoursTraining, 0.0))),
    switch("remote work", "remote_share=0", None),
    switch("ease of remote work", "remote_ease=0", None),
    switch("hires on top of the team", "extra_members=0", None),
    switch("automation", "automation=0", None),
    switch("quiet members", "quiet=0", None),
    switch("readiness to help that changes", "a_G=0", None),
    switch("mistakes admitted where people feel safe", "k_admit=0", None),
    switch("dependence on control", "depend=0", None),
    switch("clarity from a lead with time", "k_desk=0", None),
    switch("help by the lead", "lead_assists=0", None),
    switch("gatekeeping", "gatekeeping=0", None),
    switch("passing on to those at work", "pass_on=no", None),
    switch("tasks to grow by", "stretch=no", None),
    switch("relief", "relief=no", None),
    switch("preparing successors", "successors=no", Some((M::Heirs, 0.0))),
    switch("what practices do", "k_practice=0 k_write=0", None),
    switch("practices", "shared_board=0 huddle=0 documentation=0 check_ins=0", Some((M::HoursPractice, 0.0))),
];

const fn switch(mechanism: &'static str, off: &'static str, trace: Option<(M, f64)>) -> Switch {
    Switch { mechanism, off, trace }
}

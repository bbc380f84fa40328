//! The rows. The macro [`table!`] says what each column is.

use super::{AssistWho, Evidence, Group, Parameter, Source, Value, parameter};

table! {
    /// How the world works; both arms share it.
    #[expect(non_snake_case, reason = "ids are those of the equations: a_T, HR, tau_X")]
    World, World, WORLD_ROWS;
    ["time"]
    warmup_weeks: u32 = 8, "weeks", 0..520, 1, 0..26, C;
    baseline_weeks: u32 = 4, "weeks", 0..520, 1, 0..12, C;
    intervention_weeks: u32 = 26, "weeks", 1..5200, 1, 4..104, C;
    ["team"]
    members: u32 = 8, "people", 1..300, 1, 2..60, C;
    groups: u32 = 2, "groups", 1..60, 1, 1..6, C;
    givers: f64 = 0.25, "share", 0..1, 0.01, 0..1, B;
    takers: f64 = 0.19, "share", 0..1, 0.01, 0..1, B;
    quiet: f64 = 0.0, "share", 0..1, 0.01, 0..1, C;
    reticence: f64 = 0.5, "share", 0..1, 0.01, 0..1, C;
    kappa: f64 = 0.005, "per person", 0..0.2, 0.001, 0..0.05, C;
    ["work"]
    source: Source = Source::Backlog, "", 0..2, 1, 0..2, C;
    demand: f64 = 19.2, "tasks/wk", 0..300_000, 0.1, 1..60, C;
    project_tasks: u32 = 60, "tasks", 1..10000, 1, 10..300, C;
    task_hours: f64 = 6.0, "h", 0.01..1000, 0.5, 1..40, C;
    task_cv: f64 = 0.7, "", 0..3, 0.05, 0..1.5, C;
    p_dependency: f64 = 0.25, "share", 0..1, 0.01, 0..0.8, C;
    task_fit: f64 = 0.3, "share", 0..1, 0.01, 0..1, C;
    ["blockers"]
    beta: f64 = 0.16, "per h", 0..10, 0.01, 0..0.6, C;
    mix_expertise: f64 = 0.5, "", 0..1, 0.05, 0..1, C;
    mix_clarity: f64 = 0.3, "", 0..1, 0.05, 0..1, C;
    mix_coordination: f64 = 0.2, "", 0..1, 0.05, 0..1, C;
    sigma0: f64 = 0.125, "per h", 0..1000, 0.005, 0.02..0.5, C;
    alpha: f64 = 1.2, "per h", 0..100, 0.05, 0..4, C;
    stigma: f64 = 0.3, "share", 0..1, 0.01, 0..1, C;
    ["causes"]
    recurring: f64 = 0.5, "share", 0..1, 0.01, 0..1, C;
    causes: u32 = 12, "causes", 1..100, 1, 1..30, C;
    mend_hours: f64 = 100.0, "h", 0..10_000, 5, 0..400, C;
    k_late: f64 = 0.01, "per wk", 0..1, 0.005, 0..0.1, C;
    voice: f64 = 0.14, "", 0..1, 0.01, 0..1, B;
    k_press: f64 = 0.5, "", 0..100, 0.1, 0..5, C;
    ["help"]
    eta: f64 = 1.0, "per h", 0.001..1000, 0.05, 0.2..4, C;
    teach: f64 = 0.3, "share", 0..1, 0.01, 0..1, C;
    resume_cost: f64 = 0.17, "h", 0..10, 0.01, 0..1, B;
    m: f64 = 0.4, "", 0..1, 0.01, 0..1, C;
    a_G: f64 = 0.0, "", 0..0.3, 0.005, 0..0.2, C;
    l_star: f64 = 1.5, "", 0..2, 0.01, 0.6..2, C;
    t_welcome: f64 = 1.0, "h", 0..1000, 0.1, 0..8, C;
    k_u: f64 = 0.3, "", 0..10, 0.05, 0..1, C;
    ["knowing"]
    know0: f64 = 0.7, "share", 0..1, 0.01, 0..1, C;
    k_know: f64 = 0.03, "per wk", 0..10, 0.01, 0..0.2, C;
    a_K: f64 = 0.05, "", 0..1, 0.005, 0..0.3, C;
    ["trust"]
    trust0: f64 = 0.6, "", 0..1, 0.01, 0.1..1, C;
    silo: f64 = 0.5, "share", 0..1, 0.01, 0..1, C;
    a_T: f64 = 0.05, "", 0..0.3, 0.005, 0..0.2, C;
    a_S: f64 = 0.05, "", 0..0.3, 0.005, 0..0.2, C;
    k_T: f64 = 0.4, "share", 0..1, 0.01, 0..1, B;
    safety0: f64 = 0.5, "", 0.05..0.95, 0.01, 0.05..0.95, C;
    ["clarity"]
    clarity0: f64 = 0.5, "", 0..0.95, 0.01, 0..0.95, C;
    role_clarity: f64 = 0.6, "", 0..1, 0.01, 0..1, C;
    ["quality"]
    q0: f64 = 0.1, "", 0..1, 0.01, 0..0.5, C;
    detection: f64 = 0.8, "share", 0..1, 0.01, 0..1, C;
    k_admit: f64 = 0.2, "share", 0..1, 0.01, 0..1, B;
    review: f64 = 0.3, "share", 0..1, 0.01, 0..1, C;
    rework_fraction: f64 = 0.4, "share", 0..1, 0.01, 0..1, C;
    epsilon: f64 = 0.08, "", 0..1, 0.01, 0..0.5, C;
    ["skill"]
    skill_mean: f64 = 0.65, "", 0..1, 0.01, 0..1, C;
    skill_sd: f64 = 0.12, "", 0..0.5, 0.01, 0..0.3, C;
    skill_new: f64 = 0.45, "", 0..1, 0.01, 0..1, C;
    skill_away: f64 = 0.5, "share", 0..1, 0.01, 0..1, C;
    k_learn: f64 = 0.016, "per wk", 0..1, 0.001, 0..0.1, B;
    psi: f64 = 4.0, "", 0..50, 0.5, 0..10, C;
    k_gap: f64 = 0.6, "", 0..100, 0.05, 0..2, C;
    ["energy"]
    r: f64 = 0.5, "per d", 0.001..10, 0.01, 0.1..1, C;
    d: f64 = 0.125, "per d", 0..10, 0.005, 0..0.5, C;
    d_sd: f64 = 0.8, "", 0..2, 0.01, 0..1, B;
    r_w: f64 = 0.35, "per d", 0..10, 0.01, 0..1, C;
    c_o: f64 = 0.75, "per d", 0..100, 0.1, 0..5, B;
    tau_X: f64 = 28.0, "d", 0.1..1000, 1, 5..90, C;
    theta: f64 = 0.25, "", 0..1, 0.01, 0.1..0.4, B;
    k_i: f64 = 0.02, "", 0..1, 0.01, 0..0.2, B;
    k_h: f64 = 0.5, "", 0..5, 0.05, 0..2, B;
    k_e: f64 = 1.5, "", 0..10, 0.1, 0..4, B;
    k_a: f64 = 0.4, "", 0..5, 0.05, 0..2, B;
    k_s: f64 = 0.3, "", 0..5, 0.05, 0..1, B;
    ["morale"]
    tau_M: f64 = 15.0, "d", 0.1..1000, 1, 3..60, C;
    w_p: f64 = 0.25, "", 0..1, 0.05, 0..1, C;
    w_s: f64 = 0.15, "", 0..1, 0.05, 0..1, C;
    w_r: f64 = 0.1, "", 0..1, 0.05, 0..1, C;
    w_a: f64 = 0.1, "", 0..1, 0.05, 0..1, C;
    w_x: f64 = 0.4, "", 0..1, 0.05, 0..1, C;
    m_sd: f64 = 0.1, "", 0..0.5, 0.01, 0..0.3, C;
    ["turnover"]
    h0: f64 = 0.11, "per yr", 0..50, 0.01, 0..1, B;
    HR: f64 = 2.5, "", 0..50, 0.1, 0..10, B;
    k_R: f64 = 0.5, "", 0..10, 0.1, 0..5, C;
    vacancy: f64 = 8.0, "weeks", 0..520, 1, 0..26, C;
    knowledge_loss: f64 = 0.5, "share", 0..1, 0.05, 0..1, C;
    ["recognition"]
    visibility: f64 = 0.3, "share", 0..1, 0.01, 0..1, C;
    g_u: f64 = 1.0, "", 0..5, 0.1, 0..3, B;
    ["lead"]
    p_approval: f64 = 0.3, "share", 0..1, 0.01, 0..1, C;
    mu_lead: f64 = 1.0, "per h", 0.001..1000, 0.05, 0.1..4, C;
    escalate: f64 = 0.5, "share", 0..1, 0.01, 0..1, C;
    depend: f64 = 0.8, "share", 0..1, 0.01, 0..1, C;
    k_desk: f64 = 0.5, "share", 0..1, 0.01, 0..1, C;
    ["practices"]
    k_practice: f64 = 1.0, "per h", 0..100, 0.1, 0..4, C;
    k_write: f64 = 0.05, "per h", 0..10, 0.01, 0..0.5, C;
    ["remote"]
    remote_contact: f64 = 0.85, "share", 0..1, 0.01, 0..1, B;
    remote_delay: f64 = 0.5, "h", 0..8, 0.05, 0..4, B;
    remote_ease: f64 = 0.17, "", 0..1, 0.01, 0..0.3, B;
    ["reporting"]
    due_factor: f64 = 3.0, "", 0.1..100, 0.1, 1..10, C;
    hire_cost: f64 = 80.0, "h", 0..100_000, 1, 0..500, B;
    hourly_rate: f64 = 60.0, "per h", 0..10000, 1, 0..200, C;
}

table! {
    /// What is decided; each arm has its own.
    Policy, Policy, POLICY_ROWS;
    ["lead"]
    formal_lead: bool = true, "", 0..1, 1, 0..1, C;
    lead_attention: f64 = 0.5, "share", 0.01..1, 0.01, 0.05..1, C;
    micromanagement: f64 = 0.0, "", 0..1, 0.01, 0..1, C;
    lead_assists: f64 = 0.0, "share", 0..1, 0.05, 0..1, C;
    ["assist"]
    assist_leaders: u32 = 0, "people", 0..300, 1, 0..4, C;
    assist_who: AssistWho = AssistWho::Giver, "", 0..3, 1, 0..3, C;
    assist_share: f64 = 0.4, "share", 0..1, 0.05, 0..1, C;
    competence: f64 = 0.7, "", 0..1, 0.01, 0..1, C;
    route: f64 = 0.8, "share", 0..1, 0.01, 0..1, C;
    notice: f64 = 0.5, "per h", 0..1_000_000, 0.05, 0..2, C;
    delegated: f64 = 0.0, "share", 0..1, 0.01, 0..1, C;
    gatekeeping: f64 = 0.0, "share", 0..1, 0.05, 0..1, C;
    pass_on: bool = false, "", 0..1, 1, 0..1, C;
    stretch: bool = false, "", 0..1, 1, 0..1, C;
    relief: bool = false, "", 0..1, 1, 0..1, C;
    successors: bool = false, "", 0..1, 1, 0..1, C;
    ["profile"]
    empathy: Option<f64> = None, "", 0..1, 0.01, 0..1, C;
    collaboration: Option<f64> = None, "", 0..1, 0.01, 0..1, C;
    delegation: Option<f64> = None, "", 0..1, 0.01, 0..1, C;
    learning: Option<f64> = None, "", 0..1, 0.01, 0..1, C;
    long_term: Option<f64> = None, "", 0..1, 0.01, 0..1, C;
    listening: Option<f64> = None, "", 0..1, 0.01, 0..1, C;
    ambiguity: Option<f64> = None, "", 0..1, 0.01, 0..1, C;
    fairness: Option<f64> = None, "", 0..1, 0.01, 0..1, C;
    humility: Option<f64> = None, "", 0..1, 0.01, 0..1, C;
    ["care"]
    recognition: f64 = 0.0, "", 0..1, 0.01, 0..1, C;
    role_charter: bool = false, "", 0..1, 1, 0..1, C;
    career_path: f64 = 0.0, "", 0..1, 0.05, 0..1, C;
    training: f64 = 0.0, "h/wk", 0..40, 0.5, 0..10, C;
    team_training: f64 = 0.0, "h/wk", 0..40, 0.5, 0..10, C;
    ["practices"]
    shared_board: f64 = 0.0, "h/wk", 0..20, 0.25, 0..4, C;
    huddle: f64 = 0.0, "h/wk", 0..20, 0.25, 0..4, C;
    documentation: f64 = 0.0, "h/wk", 0..20, 0.25, 0..4, C;
    check_ins: f64 = 0.0, "h/wk", 0..20, 0.25, 0..4, C;
    ["conditions"]
    extra_members: u32 = 0, "people", 0..100, 1, 0..4, C;
    remote_share: f64 = 0.0, "share", 0..1, 0.05, 0..1, C;
    hours_per_week: f64 = 40.0, "h/wk", 1..100, 1, 20..70, C;
    improvement_share: f64 = 0.0, "share", 0..0.5, 0.01, 0..0.3, C;
    automation: f64 = 0.0, "share", 0..1, 0.01, 0..0.9, C;
}

//! The rows. The macro [`table!`] says what each column is.

use super::{AssistWho, Evidence, Group, Parameter, Source, Value, parameter};

table! {
    /// How the world works; both arms share it.
    #[expect(non_snake_case, reason = "ids are those of the equations: a_T, HR, tau_X")]
    World, World, WORLD_ROWS;
    ["Time"]
    /// Weeks before anything is shown, for the team to settle.
    warmup_weeks: u32 = 8, "weeks", 0..520, 1, 0..26, C, "Warm-up", "assumption: 25 time constants of energy, nearly 3 of morale, 1.4 of exhaustion";
    /// Weeks shown before the two teams part.
    baseline_weeks: u32 = 4, "weeks", 0..520, 1, 0..12, C, "Weeks before the change", "assumption";
    /// Weeks over which outcomes are measured.
    intervention_weeks: u32 = 26, "weeks", 1..5200, 1, 4..104, C, "Weeks after the change", "assumption: half a year";
    ["Team"]
    /// People in the team, the assist leaders among them.
    members: u32 = 8, "people", 1..300, 1, 2..60, C, "Team size", "scenario";
    /// Groups the team is split into; trust across groups is lower.
    groups: u32 = 2, "groups", 1..60, 1, 1..6, C, "Groups", "scenario";
    /// Share of members who help whenever they can.
    givers: f64 = 0.25, "share", 0..1, 0.01, 0..1, B, "Givers", "Grant 2013";
    /// Share of members who mostly ask and seldom help.
    takers: f64 = 0.19, "share", 0..1, 0.01, 0..1, B, "Takers", "Grant 2013";
    /// Share of speed lost for each further member of one's group.
    kappa: f64 = 0.005, "per person", 0..0.2, 0.001, 0..0.05, C, "Coordination loss", "form after Brooks 1975, value assumed";
    ["Work"]
    /// Whether there is always a next task (backlog), tasks arrive at random (flow), or there is a fixed list (project).
    source: Source = Source::Backlog, "", 0..2, 1, 0..2, C, "Where work comes from", "scenario";
    /// Tasks that arrive for each seat in a calendar week, in flow.
    demand: f64 = 2.4, "tasks/seat/wk", 0..1000, 0.05, 0.5..6, C, "Demand", "assumption: utilisation about 0.83";
    /// Tasks of the project, all there from the start.
    project_tasks: u32 = 60, "tasks", 1..10000, 1, 10..300, C, "Size of the project", "scenario";
    /// Mean work content of a task.
    task_hours: f64 = 6.0, "h", 0.01..1000, 0.5, 1..40, C, "Task size", "assumption";
    /// Coefficient of variation of work content: 0 constant, 1 exponential.
    task_cv: f64 = 0.7, "", 0..3, 0.05, 0..1.5, C, "Spread of task sizes", "assumption";
    /// Chance that a task must wait for one of the five before it.
    p_dependency: f64 = 0.25, "share", 0..1, 0.01, 0..0.8, C, "Interdependence", "assumption";
    /// Chance that a free member takes the task that suits it best among the five oldest, not the oldest.
    task_fit: f64 = 0.3, "share", 0..1, 0.01, 0..1, C, "Fit of task and person", "assumption";
    ["Blockers"]
    /// Blockers met for each hour of work content.
    beta: f64 = 0.15, "per h", 0..10, 0.01, 0..0.6, C, "How often work is blocked", "assumption; calibrated on a blocked share of 15-25 %";
    /// Weight of blockers where someone has to know.
    mix_expertise: f64 = 0.5, "", 0..1, 0.05, 0..1, C, "Blockers of expertise", "assumption";
    /// Weight of blockers where someone has to decide or explain.
    mix_clarity: f64 = 0.3, "", 0..1, 0.05, 0..1, C, "Blockers of clarity", "assumption";
    /// Weight of blockers where another group has to act.
    mix_coordination: f64 = 0.2, "", 0..1, 0.05, 0..1, C, "Blockers of coordination", "assumption";
    /// Rate at which a member of full skill solves a blocker alone.
    sigma0: f64 = 0.125, "per h", 0..1000, 0.005, 0.02..0.5, C, "Solving alone", "assumption: a working day";
    /// Rate at which a stuck member asks, at full safety and without stigma.
    alpha: f64 = 1.0, "per h", 0..100, 0.05, 0..4, C, "Readiness to ask", "assumption";
    /// Share by which the shame of asking lowers that rate.
    stigma: f64 = 0.3, "share", 0..1, 0.01, 0..1, C, "Stigma of asking", "assumption";
    ["Help"]
    /// Rate at which a helper of full skill resolves a blocker.
    eta: f64 = 1.0, "per h", 0.001..1000, 0.05, 0.2..4, C, "Speed of help", "assumption";
    /// Time a helper adds to explain, as a share of the help, and the share of what is learnt alone that the explained one learns.
    teach: f64 = 0.3, "share", 0..1, 0.01, 0..1, C, "Teaching while helping", "assumption";
    /// Work lost by whoever is interrupted to help.
    resume_cost: f64 = 0.17, "h", 0..10, 0.01, 0..1, B, "Cost of an interruption", "small after Mark, Gudith & Klocke 2008";
    /// Weight of pay-forward (was I helped?) against direct reciprocity (did this one help me?).
    m: f64 = 0.4, "", 0..1, 0.01, 0..1, C, "Pay-forward", "contested: Baker & Bulkley 2014, Horita et al. 2016";
    /// Load at which half of the requests are refused.
    l_star: f64 = 1.1, "", 0..2, 0.01, 0.6..1.5, C, "Load at which help stops", "assumption";
    ["Trust and safety"]
    /// Trust within a group at the start.
    trust0: f64 = 0.6, "", 0..1, 0.01, 0.1..1, C, "Trust at the start", "assumption";
    /// Share by which trust across groups is lower.
    silo: f64 = 0.5, "share", 0..1, 0.01, 0..1, C, "Silos", "assumption";
    /// Gain of trust from one help; a refusal costs three times as much.
    a_T: f64 = 0.05, "", 0..0.3, 0.005, 0..0.2, C, "Change of trust", "assumption; losses weigh three times gains";
    /// Gain of psychological safety from one help; a refusal costs three times as much.
    a_S: f64 = 0.05, "", 0..0.3, 0.005, 0..0.2, C, "Change of safety", "assumption; losses weigh three times gains";
    /// Psychological safety at the start, and where it returns to.
    safety0: f64 = 0.5, "", 0.05..0.95, 0.01, 0.05..0.95, C, "Psychological safety", "assumption; concept: Edmondson 1999";
    ["Clarity"]
    /// How clear goals and roles are to everyone without anyone's doing.
    clarity0: f64 = 0.5, "", 0..0.95, 0.01, 0..0.95, C, "Clarity", "assumption";
    /// How clear it is who decides what, between a formal lead and an assist leader, without a charter.
    role_clarity: f64 = 0.6, "", 0..1, 0.01, 0..1, C, "Clarity of roles", "assumption";
    ["Quality"]
    /// Defects planted in a pass over a task by a rested member of skill one half.
    q0: f64 = 0.1, "", 0..1, 0.01, 0..0.5, C, "Mistakes", "assumption";
    /// Chance that a hidden defect is found before the task is accepted.
    detection: f64 = 0.8, "share", 0..1, 0.01, 0..1, C, "Defects found", "assumption";
    /// Work to redo, as a share of a fresh draw of the work content.
    rework_fraction: f64 = 0.4, "share", 0..1, 0.01, 0..1, C, "Size of rework", "assumption";
    /// Defects planted by a hand-off or an unclear word, at no clarity.
    epsilon: f64 = 0.08, "", 0..1, 0.01, 0..0.5, C, "Misunderstandings", "assumption";
    ["Skill"]
    /// Mean skill in one's own domain at the start.
    skill_mean: f64 = 0.65, "", 0..1, 0.01, 0..1, C, "Skill", "assumption";
    /// Standard deviation of skill between members.
    skill_sd: f64 = 0.12, "", 0..0.5, 0.01, 0..0.3, C, "Spread of skill", "assumption";
    /// Skill of a new hire in the own domain.
    skill_new: f64 = 0.45, "", 0..1, 0.01, 0..1, C, "Skill of a new hire", "assumption";
    /// Skill in the other two domains as a share of the own.
    skill_away: f64 = 0.5, "share", 0..1, 0.01, 0..1, C, "Skill outside one's domain", "assumption";
    /// Share of the missing skill gained in a 40-hour week of practice.
    k_learn: f64 = 0.02, "per wk", 0..1, 0.005, 0..0.1, B, "Learning by doing", "ramp of about eight months";
    /// How much more is learnt in an hour of solving alone than in an hour of practice.
    psi: f64 = 4.0, "", 0..50, 0.5, 0..10, C, "Learning by solving", "assumption";
    ["Energy"]
    /// Rate at which energy recovers in the evening.
    r: f64 = 0.5, "per d", 0.001..10, 0.01, 0.1..1, C, "Recovery", "assumption: energy 0.8 at demand 1";
    /// Rate at which demand drains energy.
    d: f64 = 0.125, "per d", 0..10, 0.005, 0..0.5, C, "Drain", "assumption: energy 0.8 at demand 1";
    /// Spread of strain sensitivity between members, on the log scale.
    d_sd: f64 = 0.4, "", 0..2, 0.01, 0..1, C, "Differences in sensitivity", "assumption; wide enough that burnout does not come over a whole team at once";
    /// Rate at which a weekend restores energy.
    r_w: f64 = 0.35, "per d", 0..10, 0.01, 0..1, C, "Weekend recovery", "assumption";
    /// Extra drain from weeks beyond 48 hours; quadratic.
    c_o: f64 = 1.0, "per d", 0..100, 0.1, 0..5, B, "Cost of overtime", "Pencavel 2015; 2 r";
    /// Time in which exhaustion follows the lack of energy.
    tau_X: f64 = 28.0, "d", 0.1..1000, 1, 5..90, C, "Slowness of exhaustion", "assumption";
    /// Exhaustion above which a member counts as burnt out.
    theta: f64 = 0.22, "", 0..1, 0.01, 0.1..0.4, B, "Burnout threshold", "calibrated on 15-30 % burnt out: Wigert & Agrawal 2018, Gallup 2020";
    /// Demand added by each request received in a day.
    k_i: f64 = 0.02, "", 0..1, 0.01, 0..0.2, B, "Strain of interruptions", "sign: Gilboa et al. 2008";
    /// Demand added by eight hours of being stuck.
    k_h: f64 = 0.5, "", 0..5, 0.05, 0..2, B, "Strain of being stuck", "sign: Crawford, LePine & Rich 2010";
    /// Demand added by eight hours of help on duty, for emotional labour.
    k_e: f64 = 1.5, "", 0..10, 0.1, 0..4, B, "Emotional labour", "sign: Gilboa et al. 2008";
    /// Demand added to an assist leader by an unclear role.
    k_a: f64 = 0.4, "", 0..5, 0.05, 0..2, B, "Strain of an unclear role", "sign: Gilboa et al. 2008";
    /// Demand taken off by full support.
    k_s: f64 = 0.3, "", 0..5, 0.05, 0..1, B, "Relief by support", "sign: Crawford, LePine & Rich 2010";
    ["Morale"]
    /// Time in which morale follows its causes.
    tau_M: f64 = 15.0, "d", 0.1..1000, 1, 3..60, C, "Slowness of morale", "assumption";
    /// Weight of progress (time not stuck) in morale.
    w_p: f64 = 0.25, "", 0..1, 0.05, 0..1, C, "Weight of progress", "assumption; concept: Amabile & Kramer 2011";
    /// Weight of support in morale.
    w_s: f64 = 0.15, "", 0..1, 0.05, 0..1, C, "Weight of support", "assumption";
    /// Weight of recognition in morale.
    w_r: f64 = 0.1, "", 0..1, 0.05, 0..1, C, "Weight of recognition", "assumption";
    /// Weight of autonomy (no micromanagement) in morale.
    w_a: f64 = 0.1, "", 0..1, 0.05, 0..1, C, "Weight of autonomy", "assumption";
    /// Weight of not being exhausted in morale.
    w_x: f64 = 0.4, "", 0..1, 0.05, 0..1, C, "Weight of rest", "assumption";
    /// Standard deviation of members' own offset of morale.
    m_sd: f64 = 0.1, "", 0..0.5, 0.01, 0..0.3, C, "Differences in morale", "assumption";
    ["Turnover"]
    /// Yearly rate of leaving at morale one half.
    h0: f64 = 0.146, "per yr", 0..50, 0.01, 0..1, B, "Turnover", "calibrated on 12-25 % leaving a year";
    /// Factor on that rate while burnt out.
    HR: f64 = 2.6, "", 1..20, 0.1, 1..5, B, "Leaving when burnt out", "Wigert & Agrawal 2018: 2.6 times as likely to look for another job";
    /// How strongly unrecognised help drives people out.
    k_R: f64 = 0.5, "", 0..10, 0.1, 0..5, C, "Leaving when unrecognised", "assumption";
    /// Weeks until a leaver is replaced.
    vacancy: f64 = 8.0, "weeks", 0..520, 1, 0..26, C, "Vacancy", "assumption";
    /// Share of a leaver's progress that is lost.
    knowledge_loss: f64 = 0.5, "share", 0..1, 0.05, 0..1, C, "Knowledge lost", "assumption";
    ["Recognition"]
    /// Chance that help is noticed by others without anyone's care.
    visibility: f64 = 0.3, "share", 0..1, 0.01, 0..1, C, "Visibility of help", "assumption";
    /// How much recognition raises readiness to help.
    g_u: f64 = 1.0, "", 0..5, 0.1, 0..3, B, "Effect of thanks", "Grant & Gino 2010";
    ["Formal lead"]
    /// Chance that finished work needs the lead's approval.
    p_approval: f64 = 0.3, "share", 0..1, 0.01, 0..1, C, "Approvals", "assumption";
    /// Approvals and decisions an undivided lead of eight handles; larger teams have as many leads more.
    mu_lead: f64 = 1.0, "per h", 0.001..1000, 0.05, 0.1..4, C, "Speed of the lead", "assumption";
    /// Share of the lead's time that the queue gets.
    lead_attention: f64 = 0.5, "share", 0.01..1, 0.01, 0.05..1, C, "Attention of the lead", "assumption";
    /// Chance that a question of clarity goes to the lead.
    escalate: f64 = 0.5, "share", 0..1, 0.01, 0..1, C, "Escalation", "assumption";
    ["Remote work"]
    /// Rate of asking and being noticed when remote, as a share of that on site.
    remote_contact: f64 = 0.85, "share", 0..1, 0.01, 0..1, B, "Contact when remote", "Emanuel, Harrington & Pallais 2023";
    /// Time added to help across a distance.
    remote_delay: f64 = 0.5, "h", 0..8, 0.05, 0..4, B, "Delay when remote", "Emanuel, Harrington & Pallais 2023";
    ["Reporting"]
    /// A task is on time when accepted within this many times the mean task's hours.
    due_factor: f64 = 3.0, "", 0.1..100, 0.1, 1..10, C, "Due date", "assumption";
    /// Pay for an hour, for costs.
    hourly_rate: f64 = 60.0, "per h", 0..10000, 1, 0..200, C, "Hourly rate", "assumption";
}

table! {
    /// What is decided; each arm has its own.
    Policy, Policy, POLICY_ROWS;
    ["Formal lead"]
    /// Whether there is a formal lead, outside the headcount, who approves and decides.
    formal_lead: bool = true, "", 0..1, 1, 0..1, C, "Formal lead", "scenario";
    /// How closely the lead controls: more interruptions, less safety and morale, slightly fewer mistakes.
    micromanagement: f64 = 0.0, "", 0..1, 0.01, 0..1, C, "Micromanagement", "a lead who trusts the team; scenarios about control set it";
    ["Assist leaders"]
    /// How many members take the role.
    assist_leaders: u32 = 0, "people", 0..300, 1, 0..4, C, "Assist leaders", "scenario";
    /// Who takes it.
    assist_who: AssistWho = AssistWho::Giver, "", 0..3, 1, 0..3, C, "Who assists", "assumption";
    /// Share of the assist leader's time on duty for others.
    assist_share: f64 = 0.4, "share", 0..1, 0.05, 0..1, C, "Time for assisting", "assumption";
    /// How good the assist leader is at it, at the start.
    competence: f64 = 0.7, "", 0..1, 0.01, 0..1, C, "Competence", "assumption";
    /// Share of requests that go to an assist leader standing by.
    route: f64 = 0.8, "share", 0..1, 0.01, 0..1, C, "Asked first", "assumption";
    /// Rate at which an assist leader of full empathy notices a stuck member who has not asked.
    notice: f64 = 0.5, "per h", 0..1_000_000, 0.05, 0..4, C, "Noticing", "assumption: carries most of the effect";
    /// Share of approvals that an assist leader on duty may decide.
    delegated: f64 = 0.0, "share", 0..1, 0.01, 0..1, C, "Delegated decisions", "assumption";
    ["Profile of the assist leader"]
    /// Notices who is stuck.
    empathy: Option<f64> = None, "", 0..1, 0.01, 0..1, C, "Empathy", "assumption";
    /// Speeds help across groups and mends trust between them.
    collaboration: Option<f64> = None, "", 0..1, 0.01, 0..1, C, "Collaboration", "assumption";
    /// Sees to it that tasks go to those whom they suit.
    delegation: Option<f64> = None, "", 0..1, 0.01, 0..1, C, "Delegation", "assumption";
    /// The own craft grows on duty.
    learning: Option<f64> = None, "", 0..1, 0.01, 0..1, C, "Continuous learning", "assumption";
    /// Explains more while helping.
    long_term: Option<f64> = None, "", 0..1, 0.01, 0..1, C, "Long-term view", "assumption";
    /// Raises safety, fewer misunderstandings.
    listening: Option<f64> = None, "", 0..1, 0.01, 0..1, C, "Active listening", "assumption";
    /// Makes goals clearer.
    ambiguity: Option<f64> = None, "", 0..1, 0.01, 0..1, C, "Navigating ambiguity", "assumption";
    /// Spreads who is asked to help.
    fairness: Option<f64> = None, "", 0..1, 0.01, 0..1, C, "Fairness", "assumption";
    /// Passes the credit on.
    humility: Option<f64> = None, "", 0..1, 0.01, 0..1, C, "Humility", "assumption";
    ["Care"]
    /// How much help is made visible and thanked.
    recognition: f64 = 0.0, "", 0..1, 0.01, 0..1, C, "Recognition", "assumption";
    /// Whether a written charter says who decides what.
    role_charter: bool = false, "", 0..1, 1, 0..1, C, "Role charter", "assumption: clarity of roles 0.9";
    /// How far helping counts for a career.
    career_path: f64 = 0.0, "", 0..1, 0.05, 0..1, C, "Career path", "assumption";
    /// Hours a week of training for each assist leader in the first eight weeks.
    training: f64 = 0.0, "h/wk", 0..40, 0.5, 0..10, C, "Training", "assumption";
    ["Conditions"]
    /// Share of members who work elsewhere.
    remote_share: f64 = 0.0, "share", 0..1, 0.05, 0..1, C, "Remote work", "scenario";
    /// Paid hours of a week.
    hours_per_week: f64 = 40.0, "h/wk", 1..100, 1, 20..70, C, "Hours per week", "scenario";
    /// Share of help, approvals and questions of clarity that software takes over.
    automation: f64 = 0.0, "share", 0..1, 0.01, 0..0.9, C, "Automation of routine help", "assumption";
}

//! What a parameter touches: the processes it acts in, and the measures in which it shows first.
//!
//! Everything is connected here; a list of all that moves would be the list of all measures. So each parameter has the two or three
//! in which whoever moves it should look first. A test moves every parameter and asks that they change.

use crate::outcome::Measure;

macro_rules! processes {
    ($($(#[doc = $doc:literal])* $name:ident = $id:literal;)*) => {
        /// What happens in a team, as the parameters see it: the files of `processes`, and what is settled before and after.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Process { $($(#[doc = $doc])* $name,)* }

        /// Their ids, in the order of [`Process`].
        pub const PROCESS_IDS: [&str; Process::ALL.len()] = [$($id,)*];

        impl Process {
            /// All of them.
            pub const ALL: &[Process] = &[$(Process::$name,)*];
        }
    };
}

processes! {
    /// How long is simulated, and when the arms part.
    Time = "time";
    /// Who is in the team at the start.
    Seating = "seating";
    /// Tasks from arrival to acceptance.
    Work = "work";
    /// Being stuck.
    Blocking = "blocking";
    /// Lasting causes of blockers, and mending them.
    Improving = "improving";
    /// Requests for help.
    Asking = "asking";
    /// Help and its price.
    Helping = "helping";
    /// Approvals and questions to the formal lead.
    Approvals = "approvals";
    /// Boards, meetings, notes and check-ins.
    Practices = "practices";
    /// The role of assist leader.
    Duty = "duty";
    /// Presence, reach, clarity.
    Ambience = "ambience";
    /// Energy and exhaustion.
    Strain = "strain";
    /// Morale, psychological safety, trust.
    Wellbeing = "wellbeing";
    /// Skill.
    Learning = "learning";
    /// Leaving, hiring, succession.
    Turnover = "turnover";
    /// What is reported of all this.
    Report = "report";
}

/// What a parameter touches.
#[derive(Clone, Copy, Debug)]
pub struct Touches {
    /// The parameter.
    pub id: &'static str,
    /// Where it acts.
    pub processes: &'static [Process],
    /// Where it shows first.
    pub measures: &'static [Measure],
}

/// What a parameter of this id touches.
pub fn touches(id: &str) -> Option<&'static Touches> {
    TOUCHES.iter().find(|touches| touches.id == id)
}

macro_rules! touches {
    ($($id:ident: $($process:ident)* => $($measure:ident)*;)*) => {
        /// Every parameter, in the order of the table.
        pub const TOUCHES: &[Touches] = &[$(Touches {
            id: stringify!($id),
            processes: &[$(Process::$process),*],
            measures: &[$(Measure::$measure),*],
        }),*];
    };
}

touches! {
    warmup_weeks: Time => Skill Morale;
    baseline_weeks: Time => Skill Morale;
    intervention_weeks: Time => Skill Leavers;
    members: Seating Work Asking => Throughput Wip LeadLoad;
    groups: Seating Work Asking => BlockedShare RefusalShare Throughput;
    givers: Seating Asking => RefusalShare Participation BlockedShare;
    takers: Seating Asking => RefusalShare Participation BlockedShare;
    quiet: Seating Asking Improving => GapStuck SelfSolved StuckMean;
    reticence: Asking Improving => GapStuck SelfSolved;
    kappa: Work => Throughput CycleMedian;
    source: Work => Throughput WaitMean LeadMedian;
    demand: Work Strain => Utilisation WaitMean LeadMedian;
    project_tasks: Work => Makespan;
    task_hours: Work => Throughput CycleMedian;
    task_cv: Work => LeadP85 CycleP85;
    p_dependency: Work => HoursIdle Throughput;
    task_fit: Work => Throughput BlockedShare;
    beta: Blocking => BlockedShare Throughput Morale;
    mix_expertise: Blocking => StuckMean SelfSolved;
    mix_clarity: Blocking Approvals => StuckMean Empowerment;
    mix_coordination: Blocking Helping => StuckMean BlockedShare;
    sigma0: Blocking Learning => StuckMean SelfSolved BlockedShare;
    alpha: Asking => SelfSolved HelpPerWeek StuckMean;
    stigma: Asking => SelfSolved HelpPerWeek StuckMean;
    recurring: Improving => Averted CausesRemoved;
    causes: Improving => CausesRemoved Averted;
    mend_hours: Improving => CausesRemoved Averted;
    k_late: Improving => CausesRemoved Averted;
    voice: Improving => IdeasRaised CausesRemoved;
    k_press: Improving => HoursImproving;
    eta: Helping => StuckMean HelpPerWeek Throughput;
    teach: Helping Learning => Skill HelpPerWeek;
    resume_cost: Helping => Throughput HoursWork;
    m: Asking => RefusalShare Reciprocity;
    a_G: Asking Helping => HelpOthers RefusalShare;
    l_star: Asking => RefusalShare HelpPerWeek;
    t_welcome: Duty => Unwelcome StuckMean;
    k_u: Wellbeing => Morale Enps;
    know0: Asking Work => Known StuckMean Throughput;
    k_know: Asking Work => Known;
    a_K: Helping Asking => Known;
    trust0: Asking Wellbeing => RefusalShare SelfSolved;
    silo: Asking Wellbeing => TrustAcross RefusalShare BlockedShare;
    a_T: Asking Helping => RefusalShare SelfSolved;
    a_S: Asking Helping => Safety SelfSolved;
    k_T: Asking Duty => SelfSolved RefusalShare HelpPerWeek;
    safety0: Asking Wellbeing Improving => Safety SelfSolved StuckMean;
    clarity0: Ambience => Clarity BlockedShare ReworkShare;
    role_clarity: Helping Strain => ExhaustionAssist HelpPerWeek;
    q0: Work => ReworkShare Escaped Throughput;
    detection: Work => ReworkShare Escaped;
    k_admit: Work => Escaped ReworkShare;
    review: Helping Work => ReworkShare Escaped;
    rework_fraction: Work => ReworkShare Throughput;
    epsilon: Ambience Work => ReworkShare Escaped;
    skill_mean: Seating Work Blocking => Skill BlockedShare Throughput;
    skill_sd: Seating => Skill SelfSolved;
    skill_new: Seating Turnover => Skill SkillNewcomers;
    skill_away: Seating Blocking => Skill SelfSolved;
    k_learn: Learning => Skill;
    psi: Learning => Skill;
    k_gap: Learning => Skill SkillHome;
    r: Strain => Energy Exhaustion Burnout;
    d: Strain => Energy Exhaustion Burnout;
    d_sd: Seating Strain => Burnout Exhaustion;
    r_w: Strain => Energy Exhaustion;
    c_o: Strain => Energy Burnout;
    tau_X: Strain => Exhaustion Burnout;
    theta: Strain Duty => Burnout BurnoutOthers;
    k_i: Strain => Energy ExhaustionAssist;
    k_h: Strain => Energy Exhaustion Burnout;
    k_e: Strain => ExhaustionAssist Energy;
    k_a: Strain => ExhaustionAssist;
    k_s: Strain => Energy Exhaustion;
    tau_M: Wellbeing => Morale;
    w_p: Wellbeing => Morale Enps;
    w_s: Wellbeing => Morale Enps;
    w_r: Wellbeing => Morale Enps;
    w_a: Wellbeing => Morale Enps;
    w_x: Wellbeing => Morale Enps;
    m_sd: Seating Wellbeing => Morale Enps;
    h0: Turnover => QuitHazard Leavers Retention;
    HR: Turnover => QuitHazard Leavers;
    k_R: Turnover => QuitHazard;
    vacancy: Turnover => SeatFill;
    knowledge_loss: Turnover => Throughput CycleMedian;
    visibility: Helping => Morale QuitHazard;
    g_u: Asking => RefusalShare HelpPerWeek;
    p_approval: Approvals Work => LeadLoad CycleMedian;
    mu_lead: Approvals => LeadLoad CycleMedian;
    escalate: Asking Approvals => Empowerment LeadLoad;
    depend: Blocking Asking Wellbeing => SelfSolved Empowerment StuckMean;
    k_desk: Ambience => Clarity Misunderstandings;
    k_practice: Practices => Known StuckMean;
    k_write: Practices => Skill SkillNewcomers;
    remote_contact: Asking Duty => HelpPerWeek StuckMean;
    remote_delay: Helping => StuckMean HelpPerWeek;
    remote_ease: Strain Wellbeing => Morale Exhaustion;
    due_factor: Report => OnTime;
    hire_cost: Report => CostPerTask;
    hourly_rate: Report => CostPerTask;
    formal_lead: Approvals Work Ambience => LeadLoad Empowerment CycleMedian;
    lead_attention: Approvals Improving => ApprovalWait LeadLoad CostPerTask;
    micromanagement: Work Strain Wellbeing Improving => Safety Morale ReworkShare;
    lead_assists: Asking Approvals => LeadHoursFree Empowerment LeadLoad;
    assist_leaders: Duty => BlockedShare HelpPerWeek ExhaustionAssist;
    assist_who: Duty => ExhaustionAssist BlockedShare;
    assist_share: Duty Strain Improving => BlockedShare HoursStandBy ExhaustionAssist;
    competence: Duty Turnover => StuckMean BlockedShare;
    route: Asking => Top1 Centralisation;
    notice: Duty => StuckMean BlockedShare SelfSolved;
    delegated: Work Approvals => LeadLoad CycleMedian;
    gatekeeping: Asking => LeadHoursFree Empowerment;
    pass_on: Asking => HelpOthers StuckMean;
    stretch: Work => Skill Throughput;
    relief: Duty Strain => BurnoutOthers ExhaustionAssist;
    successors: Helping Turnover => Heirs;
    empathy: Duty => StuckMean BlockedShare;
    collaboration: Helping Wellbeing => StuckMean BlockedShare;
    delegation: Work => Throughput BlockedShare;
    learning: Learning => BlockedShare;
    long_term: Helping Learning => Skill;
    listening: Ambience Wellbeing => Safety ReworkShare;
    ambiguity: Ambience => Clarity BlockedShare;
    fairness: Asking => Participation Top1 GapStuck;
    humility: Helping => Morale;
    recognition: Asking Helping Wellbeing Turnover => Morale RefusalShare QuitHazard;
    role_charter: Helping Strain => ExhaustionAssist HelpPerWeek;
    career_path: Turnover => QuitHazard QuitAssist;
    training: Duty => HoursTraining BlockedShare;
    team_training: Learning => HoursTraining CostTraining;
    shared_board: Practices Asking Work => HoursPractice SelfSolved;
    huddle: Practices Wellbeing => HoursPractice TrustAcross Known;
    documentation: Practices Turnover => HoursPractice;
    check_ins: Practices Asking => HoursPractice HelpPerWeek;
    extra_members: Seating Work Asking => Output CostHires HoursStuck;
    remote_share: Asking Helping Duty => HelpPerWeek StuckMean;
    hours_per_week: Work Strain => Throughput Energy Burnout;
    improvement_share: Improving => CausesRemoved Averted Throughput;
    automation: Approvals Helping Blocking => LeadLoad BlockedShare HelpPerWeek;
}

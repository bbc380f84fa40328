//! What a run came to: one number for each measure, over the intervention window.

use serde::Serialize;

use super::series::{Series, Week};

/// Which direction is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// It depends.
    Neither,
}

/// What is known about a measure.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct MeasureInfo {
    /// The name in files and on the command line.
    pub id: &'static str,
    /// Unit; empty for a pure number, `share` for a share of one.
    pub unit: &'static str,
    /// Which direction is better.
    pub better: Better,
    /// What is observed of it week by week, if anything.
    #[serde(skip)]
    pub series: Option<Series>,
}

macro_rules! series_of {
    () => {
        None
    };
    ($series:ident) => {
        Some(Series::$series)
    };
}

macro_rules! measures {
    ($($(#[doc = $doc:literal])* $name:ident = $id:literal, $unit:literal, $better:ident $(, $series:ident)?;)*) => {
        /// A measure of how a team did.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Measure { $($(#[doc = $doc])* $name,)* }

        /// All measures, in the order of [`Measure`].
        pub const MEASURES: &[MeasureInfo] = &[$(
            MeasureInfo {
                id: $id,
                unit: $unit,
                better: Better::$better,
                series: series_of!($($series)?),
            },
        )*];

        /// Their ids, in the same order.
        pub const MEASURE_IDS: [&str; MEASURES.len()] = [$($id,)*];

        impl Measure {
            /// All of them.
            pub const ALL: &[Measure] = &[$(Measure::$name,)*];
        }
    };
}

// Id, unit, which direction is better, and what is observed of it week by week, if anything.
measures! {
    /// Tasks accepted for each member and week.
    Throughput = "throughput", "tasks/person-week", Higher, Throughput;
    /// Tasks accepted in a week, by the whole team.
    Output = "output", "tasks/wk", Higher;
    /// From arrival to first start; 0 in a backlog.
    WaitMean = "wait_mean", "h", Lower, Wait;
    /// Mean time from arrival to acceptance.
    LeadMean = "lead_mean", "h", Lower;
    /// Median time from arrival to acceptance.
    LeadMedian = "lead_median", "h", Lower, LeadTime;
    /// 85th percentile of the time from arrival to acceptance.
    LeadP85 = "lead_p85", "h", Lower;
    /// Median time from first start to acceptance.
    CycleMedian = "cycle_median", "h", Lower;
    /// 85th percentile of the time from first start to acceptance.
    CycleP85 = "cycle_p85", "h", Lower;
    /// Hours worked on accepted tasks over their lead time.
    FlowEfficiency = "flow_efficiency", "share", Higher;
    /// Stuck hours over paid hours.
    BlockedShare = "blocked_share", "share", Lower, Blocked;
    /// Mean time from meeting a blocker to its end.
    StuckMean = "stuck_mean", "h", Lower;
    /// Working hours over paid hours.
    Utilisation = "utilisation", "share", Neither;
    /// Rework over working hours.
    ReworkShare = "rework_share", "share", Lower, Rework;
    /// Defects not found, for each hundred accepted tasks.
    Escaped = "escaped_per_100", "per 100 tasks", Lower;
    /// Mean number of tasks that arrived (in a backlog: were started) and are not accepted.
    Wip = "wip", "tasks", Lower, Wip;
    /// Mean morale, by person and time.
    Morale = "morale", "", Higher, Morale;
    /// Mean energy, by person and time.
    Energy = "energy", "", Higher, Energy;
    /// Mean of morale and energy.
    Engagement = "engagement", "", Higher;
    /// A proxy for the employee net promoter score, read off morale: percent 9-10 less percent 0-6.
    Enps = "enps", "points", Higher;
    /// Person-days burnt out.
    Burnout = "burnout", "share", Lower, Burnout;
    /// Person-days burnt out, without the assist leaders' seats in both arms.
    BurnoutOthers = "burnout_others", "share", Lower;
    /// Mean exhaustion.
    Exhaustion = "exhaustion", "", Lower, Exhaustion;
    /// Mean exhaustion of those who are assist leaders in the treatment arm.
    ExhaustionAssist = "exhaustion_assist", "", Lower, ExhaustionAssist;
    /// Mean psychological safety.
    Safety = "safety", "", Higher, Safety;
    /// Mean clarity of goals.
    Clarity = "clarity", "", Higher, Clarity;
    /// Mean skill in the own domain at the end.
    SkillHome = "skill_home", "", Higher;
    /// Mean skill over members and domains at the end.
    Skill = "skill", "", Higher, Skill;
    /// How well members know what another knows, over all pairs at the end.
    Known = "known", "share", Higher;
    /// Offers of help nobody asked for that were declined or came to nothing, over all such offers.
    Unwelcome = "unwelcome", "share", Lower;
    /// Blockers solved alone over all.
    SelfSolved = "self_solved", "share", Neither, SelfSolved;
    /// Blockers ended without the formal lead over all.
    Empowerment = "empowerment", "share", Neither;
    /// Blockers ended by whoever met them or by a colleague, without the formal lead and without an assist leader on duty, over all.
    OwnDecisions = "own_decisions", "share", Higher;
    /// Hidden mistakes from words misunderstood or from two voices, for each hundred accepted tasks.
    Misunderstandings = "misunderstandings", "per 100 tasks", Lower;
    /// Mean trust within groups at the end.
    TrustWithin = "trust_within", "", Higher, TrustWithin;
    /// Mean trust across groups at the end.
    TrustAcross = "trust_across", "", Higher, TrustAcross;
    /// Share of paid time in which quiet members are stuck, less that of the others.
    GapStuck = "gap_stuck", "share", Lower;
    /// How often the others speak of a lasting cause, less how often quiet members do, for each member and week.
    GapVoice = "gap_voice", "per person-week", Lower;
    /// Hours of help given by a member in a week.
    HelpPerWeek = "help_per_week", "h/person-week", Neither, Help;
    /// Hours of help given by a member in a week, without the assist leaders' seats in both arms.
    HelpOthers = "help_others", "h/person-week", Neither;
    /// Requests refused over all.
    RefusalShare = "refusal_share", "share", Lower, Refusals;
    /// 1 less the Gini coefficient of help hours by member.
    Participation = "participation", "", Higher;
    /// Share of all help given by the one who helps most.
    Top1 = "top1", "share", Lower;
    /// Share of all help given by the top five percent of members (at least one).
    Top5 = "top5", "share", Lower;
    /// Freeman's degree centralisation of the graph of help in the last four weeks.
    Centralisation = "centralisation", "", Neither;
    /// Freeman's betweenness of the one through whom most shortest paths of help run, in the last four weeks; 1 is a star's centre.
    BetweennessTop = "betweenness_top", "", Neither;
    /// Share of help on ties where both have helped.
    Reciprocity = "reciprocity", "share", Higher;
    /// Requests granted only because the one asked had been helped before, for each granted without that.
    Ripple = "ripple", "helps", Higher;
    /// All costs for each accepted task: paid hours, the lead's among them, and finding hires.
    CostPerTask = "cost_per_task", "money", Lower;
    /// Cost of paid hours, the lead's among them, without those of the next two.
    CostHours = "cost_hours", "money", Lower;
    /// Cost of finding hires, and of the hours of those hired on top of the team.
    CostHires = "cost_hires", "money", Lower;
    /// Cost of hours of training.
    CostTraining = "cost_training", "money", Lower;
    /// Tasks accepted within the due time.
    OnTime = "on_time", "share", Higher, OnTime;
    /// Busy share of the formal lead's time.
    LeadLoad = "lead_load", "share", Lower, LeadLoad;
    /// Hours a week that formal leads have for their queue and do not need for it.
    LeadHoursFree = "lead_hours_free", "h/wk", Higher;
    /// Mean time from handing in to the lead's approval.
    ApprovalWait = "approval_wait", "h", Lower;
    /// 85th percentile of the time from handing in to the lead's approval.
    ApprovalWaitP85 = "approval_wait_p85", "h", Lower;
    /// Hours of work for each member and week.
    HoursWork = "hours_work", "h/person-week", Neither;
    /// Hours stuck for each member and week.
    HoursStuck = "hours_stuck", "h/person-week", Lower;
    /// Hours of helping for each member and week.
    HoursHelp = "hours_help", "h/person-week", Neither, Help;
    /// Hours of standing by for each member and week.
    HoursStandBy = "hours_standby", "h/person-week", Neither, StandBy;
    /// Idle hours for each member and week.
    HoursIdle = "hours_idle", "h/person-week", Neither;
    /// Hours of training for each member and week.
    HoursTraining = "hours_training", "h/person-week", Neither;
    /// Hours taken from work to mend lasting causes of blockers, for each member and week.
    HoursImproving = "hours_improving", "h/person-week", Neither;
    /// Hours that practices such as a meeting of all take from work, for each member and week.
    HoursPractice = "hours_practice", "h/person-week", Neither;
    /// Lasting causes of blockers that were mended.
    CausesRemoved = "causes_removed", "causes", Higher;
    /// Blockers that did not come up because their cause was mended, for each member and week.
    Averted = "averted", "per person-week", Higher;
    /// How often someone who met a lasting cause said so, for each member and week.
    IdeasRaised = "ideas_raised", "per person-week", Neither;
    /// Lasting causes mended, of those that anyone has spoken of since the start.
    IdeasAdopted = "ideas_adopted", "share", Higher;
    /// Members who left.
    Leavers = "leavers", "people", Lower;
    /// Share of those there at the start who stayed to the end.
    Retention = "retention", "share", Higher;
    /// Leavers over members and years.
    TurnoverYear = "turnover_year", "per person-year", Lower;
    /// Mean hazard of leaving: what turnover is on average, without the luck of who left.
    QuitHazard = "quit_hazard", "per person-year", Lower;
    /// Mean morale of those who are assist leaders in the treatment arm.
    MoraleAssist = "morale_assist", "", Higher;
    /// Mean hazard of leaving of those who are assist leaders in the treatment arm.
    QuitAssist = "quit_assist", "per person-year", Lower;
    /// Hours of work of those who are assist leaders in the treatment arm, for each and week.
    WorkAssist = "work_assist", "h/person-week", Neither;
    /// What members without the role have learned of assisting from an assist leader, added up at the end: as many could follow.
    Heirs = "heirs", "people", Higher;
    /// Mean skill over domains, at the end, of those hired since the window began.
    SkillNewcomers = "skill_newcomers", "", Higher;
    /// Weeks from the first shock until output, over four weeks, is back where it was before; those left where it is not.
    RecoveryWeeks = "recovery_weeks", "weeks", Lower;
    /// Time from the start to the acceptance of a project's last task; none where the run ends before that.
    Makespan = "makespan", "h", Lower;
    /// Share of seats held.
    SeatFill = "seat_fill", "share", Higher;
}

/// Number of measures.
pub const MEASURE_COUNT: usize = MEASURES.len();

impl Measure {
    /// What is known about it.
    pub fn info(self) -> &'static MeasureInfo {
        &MEASURES[self as usize]
    }

    /// The measure of this id.
    pub fn named(id: &str) -> Option<Measure> {
        MEASURES.iter().position(|info| info.id == id).map(|index| Measure::ALL[index])
    }
}

/// What one arm of one replicate came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// By [`Measure`]; `NaN` where nothing was there to measure.
    pub values: [f64; MEASURE_COUNT],
    /// All weeks from the start, warm-up included.
    pub weeks: Vec<Week>,
    /// Work piled up, so that means say little: the lead's load reached 1, or work in progress grew by half.
    pub unstable: bool,
    /// A project was not finished within the run, so that how long it takes is not known.
    pub unfinished: bool,
    /// A project was finished before the change, so that nothing can be told of what the change does.
    pub over_before: bool,
}

impl Outcome {
    /// A measure's value; `NaN` where nothing was there to measure.
    pub fn get(&self, measure: Measure) -> f64 {
        self.values[measure as usize]
    }
}

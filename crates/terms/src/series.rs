//! What is observed week by week.

/// What is shown week by week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Series {
    /// Accepted tasks a member.
    Throughput,
    /// Mean morale.
    Morale,
    /// Mean energy.
    Energy,
    /// Share of members burnt out.
    Burnout,
    /// Share of paid time stuck.
    Blocked,
    /// Mean psychological safety.
    Safety,
    /// Hours of help a member.
    Help,
    /// Tasks in progress at the week's end.
    Wip,
    /// Median lead time of the tasks accepted in the week [h].
    LeadTime,
    /// Mean wait of these tasks until they were started [h].
    Wait,
    /// Share of these tasks that were on time.
    OnTime,
    /// Rework over working hours.
    Rework,
    /// Mean exhaustion.
    Exhaustion,
    /// Mean exhaustion of the assist leaders' seats, once they are known.
    ExhaustionAssist,
    /// Mean skill on the week's last day.
    Skill,
    /// Mean clarity of goals.
    Clarity,
    /// Share of requests refused.
    Refusals,
    /// Share of blockers solved alone.
    SelfSolved,
    /// Hours of standing by a member.
    StandBy,
    /// Busy share of the formal lead's time.
    LeadLoad,
    /// Mean trust within groups on the week's last day.
    TrustWithin,
    /// Mean trust across groups on the week's last day.
    TrustAcross,
}

/// Number of series.
pub const SERIES: usize = Series::TrustAcross as usize + 1;

/// One week's values, indexed by [`Series`]; `NaN` where nothing was there to measure.
pub type Week = [f64; SERIES];

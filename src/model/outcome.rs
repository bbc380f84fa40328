//! What a run came to: one number for each measure, over the intervention window.

use serde::Serialize;

use super::member::{Activity, Hours};
use super::metrics::{betweenness, centralisation, gini, quantiles, reciprocity, top_share};
use super::parameters::Source;
use super::record::Week;
use super::simulation::Simulation;

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
    /// Its name for people.
    pub label: &'static str,
    /// Unit; empty for a pure number, `share` for a share of one.
    pub unit: &'static str,
    /// Which direction is better.
    pub better: Better,
    /// What it is.
    pub help: &'static str,
}

macro_rules! measures {
    ($($(#[doc = $help:literal])* $name:ident = $id:literal, $label:literal, $unit:literal, $better:ident;)*) => {
        /// A measure of how a team did.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Measure { $($(#[doc = $help])* $name,)* }

        /// All measures, in the order of [`Measure`].
        pub const MEASURES: &[MeasureInfo] = &[$(
            MeasureInfo { id: $id, label: $label, unit: $unit, better: Better::$better, help: concat!($($help),*).trim_ascii() },
        )*];

        impl Measure {
            /// All of them.
            pub const ALL: &[Measure] = &[$(Measure::$name,)*];
        }
    };
}

measures! {
    /// Tasks accepted for each member and week.
    Throughput = "throughput", "Throughput", "tasks/person-week", Higher;
    /// From arrival to first start; 0 in a backlog.
    WaitMean = "wait_mean", "Waiting time", "h", Lower;
    /// Mean time from arrival to acceptance.
    LeadMean = "lead_mean", "Lead time, mean", "h", Lower;
    /// Median time from arrival to acceptance.
    LeadMedian = "lead_median", "Lead time, median", "h", Lower;
    /// 85th percentile of the time from arrival to acceptance.
    LeadP85 = "lead_p85", "Lead time, 85th percentile", "h", Lower;
    /// Median time from first start to acceptance.
    CycleMedian = "cycle_median", "Cycle time, median", "h", Lower;
    /// 85th percentile of the time from first start to acceptance.
    CycleP85 = "cycle_p85", "Cycle time, 85th percentile", "h", Lower;
    /// Hours worked on accepted tasks over their lead time.
    FlowEfficiency = "flow_efficiency", "Flow efficiency", "share", Higher;
    /// Stuck hours over paid hours.
    BlockedShare = "blocked_share", "Time stuck", "share", Lower;
    /// Mean time from meeting a blocker to its end.
    StuckMean = "stuck_mean", "Time stuck by blocker", "h", Lower;
    /// Working hours over paid hours.
    Utilisation = "utilisation", "Utilisation", "share", Neither;
    /// Rework over working hours.
    ReworkShare = "rework_share", "Rework", "share", Lower;
    /// Defects not found, for each hundred accepted tasks.
    Escaped = "escaped_per_100", "Escaped defects", "per 100 tasks", Lower;
    /// Mean number of tasks that arrived (in a backlog: were started) and are not accepted.
    Wip = "wip", "Work in progress", "tasks", Lower;
    /// Mean morale, by person and time.
    Morale = "morale", "Morale", "", Higher;
    /// Mean energy, by person and time.
    Energy = "energy", "Energy", "", Higher;
    /// Mean of morale and energy.
    Engagement = "engagement", "Engagement", "", Higher;
    /// A proxy for the employee net promoter score, read off morale: percent 9-10 less percent 0-6.
    Enps = "enps", "eNPS (proxy)", "points", Higher;
    /// Person-days burnt out.
    Burnout = "burnout", "Burnt out", "share", Lower;
    /// Person-days burnt out, without the assist leaders' seats in both arms.
    BurnoutOthers = "burnout_others", "Burnt out, the others", "share", Lower;
    /// Mean exhaustion.
    Exhaustion = "exhaustion", "Exhaustion", "", Lower;
    /// Mean exhaustion of those who are assist leaders in the treatment arm.
    ExhaustionAssist = "exhaustion_assist", "Exhaustion, assist leader", "", Lower;
    /// Mean psychological safety.
    Safety = "safety", "Psychological safety", "", Higher;
    /// Mean clarity of goals.
    Clarity = "clarity", "Clarity", "", Higher;
    /// Mean skill over members and domains at the end.
    Skill = "skill", "Skill", "", Higher;
    /// Blockers solved alone over all.
    SelfSolved = "self_solved", "Solved alone", "share", Neither;
    /// Blockers ended without the formal lead over all.
    Empowerment = "empowerment", "Solved without the lead", "share", Higher;
    /// Hours of help given by a member in a week.
    HelpPerWeek = "help_per_week", "Help given", "h/person-week", Neither;
    /// Requests refused over all.
    RefusalShare = "refusal_share", "Requests refused", "share", Lower;
    /// 1 less the Gini coefficient of help hours by member.
    Participation = "participation", "Participation in helping", "", Higher;
    /// Share of all help given by the one who helps most.
    Top1 = "top1", "Help by the top helper", "share", Lower;
    /// Share of all help given by the top five percent of members (at least one).
    Top5 = "top5", "Help by the top 5 %", "share", Lower;
    /// Freeman's degree centralisation of the graph of help in the last four weeks.
    Centralisation = "centralisation", "Centralisation of help", "", Neither;
    /// Freeman's betweenness of the one through whom most shortest paths of help run, in the last four weeks; 1 is a star's centre.
    BetweennessTop = "betweenness_top", "Betweenness of the top helper", "", Neither;
    /// Share of help on ties where both have helped.
    Reciprocity = "reciprocity", "Mutual help", "share", Higher;
    /// Requests granted only because the one asked had been helped before, for each granted without that.
    Ripple = "ripple", "Help passed on", "helps", Higher;
    /// Paid hours by the hourly rate, for each accepted task.
    CostPerTask = "cost_per_task", "Cost of a task", "money", Lower;
    /// Tasks accepted within the due time.
    OnTime = "on_time", "On time", "share", Higher;
    /// Busy share of the formal lead's time.
    LeadLoad = "lead_load", "Load of the formal lead", "share", Lower;
    /// Hours of work for each member and week.
    HoursWork = "hours_work", "Hours working", "h/person-week", Neither;
    /// Hours stuck for each member and week.
    HoursStuck = "hours_stuck", "Hours stuck", "h/person-week", Lower;
    /// Hours of helping for each member and week.
    HoursHelp = "hours_help", "Hours helping", "h/person-week", Neither;
    /// Hours of standing by for each member and week.
    HoursStandBy = "hours_standby", "Hours standing by", "h/person-week", Neither;
    /// Idle hours for each member and week.
    HoursIdle = "hours_idle", "Hours idle", "h/person-week", Neither;
    /// Hours of training for each member and week.
    HoursTraining = "hours_training", "Hours training", "h/person-week", Neither;
    /// Members who left.
    Leavers = "leavers", "Leavers", "people", Lower;
    /// Share of those there at the start who stayed to the end.
    Retention = "retention", "Retention", "share", Higher;
    /// Leavers over members and years.
    TurnoverYear = "turnover_year", "Turnover", "per person-year", Lower;
    /// Mean hazard of leaving: what turnover is on average, without the luck of who left.
    QuitHazard = "quit_hazard", "Hazard of leaving", "per person-year", Lower;
    /// Time from the start to the acceptance of a project's last task; the whole run's where it is not finished.
    Makespan = "makespan", "Duration of the project", "h", Lower;
    /// Share of seats held.
    SeatFill = "seat_fill", "Seats held", "share", Higher;
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
    /// Work piled up, so that means say little: the lead's load reached 1, work in progress grew by half, or a project was not
    /// finished in time.
    pub unstable: bool,
}

impl Outcome {
    /// A measure's value; `NaN` where nothing was there to measure.
    pub fn get(&self, measure: Measure) -> f64 {
        self.values[measure as usize]
    }
}

/// Days at the end of the window whose help makes the graph of help.
pub const RECENT: u32 = 20;
/// Working days of a year.
const YEAR: f64 = 260.0;
/// Mean work in progress below which nothing piles up [tasks].
const FEW: f64 = 2.0;
/// Work in progress of the second half over that of the first from which a run counts as unstable.
const GROWTH: f64 = 1.5;

impl Simulation {
    /// What the window came to, or its part until a project was finished; to be called between days.
    pub fn outcome(&self) -> Outcome {
        let record = &self.record;
        let values = record.closed.as_deref().copied().unwrap_or_else(|| self.values());
        let overloaded = values[Measure::LeadLoad as usize] >= 0.999;
        let unfinished = self.source() == Source::Project && record.finished.is_none();
        let [first, second] = [0, 1].map(|half| record.wip[half] / record.wip_hours[half]);
        let grows = self.source() == Source::Flow && second > GROWTH * first.max(FEW);
        Outcome { values, weeks: record.weeks.clone(), unstable: overloaded || grows || unfinished }
    }

    /// What the window has come to by now, all hours having been put down.
    pub(super) fn values(&self) -> [f64; MEASURE_COUNT] {
        use Measure as M;
        let record = &self.record;
        let (members, seats) = (self.members.len(), self.seats());
        let (all, marked) = (&record.everyone, &record.marked);
        let person_weeks = all.days / 5.0;
        let founders = self.world.members as usize;
        let mut hours = self.hours_of(Hours::default(), &self.order[..founders]);
        // The founders' seats are there all the time.
        let span = hours.iter().sum::<f64>() / founders as f64;
        hours = self.hours_of(hours, &self.order[founders..seats]);
        let calendar: f64 = hours.iter().sum();
        let paid = calendar - hours[Activity::Away as usize];
        let rework: f64 = self.order.iter().map(|&seat| self.members[seat].rework_hours).sum();
        let accepted = record.accepted as f64;
        let [lead_median, lead_p85] = quantiles(record.lead_times.clone(), [0.5, 0.85]);
        let [cycle_median, cycle_p85] = if self.source() != Source::Backlog {
            quantiles(record.cycle_times.clone(), [0.5, 0.85])
        } else {
            // In a backlog a task arrives when it is started.
            [lead_median, lead_p85]
        };
        let lead_sum: f64 = record.lead_times.iter().sum();
        let blockers = (record.solved_alone + record.solved_helped + record.solved_lead) as f64;
        // A day that is not over counts as one.
        let days = self.day + u32::from(self.now > self.day_start);
        let (window, recent) = (self.ties.window(), self.ties.helped_since(days.saturating_sub(RECENT), seats));
        let given: Vec<f64> = window.chunks(members).take(seats).map(|row| row.iter().sum()).collect();
        let of = |activity: Activity| hours[activity as usize];
        let (work, stuck, help) = (of(Activity::Working), of(Activity::Stuck), of(Activity::Helping));
        let present = || self.order.iter().map(|&seat| &self.members[seat]).filter(|member| member.present());
        let skill: f64 = present().map(|member| member.mean_skill()).sum();

        let mut values = [f64::NAN; MEASURE_COUNT];
        let mut put = |measure: Measure, top: f64, bottom: f64| {
            values[measure as usize] = if bottom > 0.0 { top / bottom } else { f64::NAN };
        };
        put(M::Throughput, accepted, person_weeks);
        put(M::WaitMean, record.wait, accepted);
        put(M::LeadMean, lead_sum, accepted);
        put(M::LeadMedian, lead_median, 1.0);
        put(M::LeadP85, lead_p85, 1.0);
        put(M::CycleMedian, cycle_median, 1.0);
        put(M::CycleP85, cycle_p85, 1.0);
        put(M::FlowEfficiency, record.touch, lead_sum);
        put(M::BlockedShare, stuck, paid);
        put(M::StuckMean, record.stuck_hours, blockers);
        put(M::Utilisation, work, paid);
        put(M::ReworkShare, rework, work);
        put(M::Escaped, 100.0 * record.escaped as f64, accepted);
        put(M::Wip, record.wip[0] + record.wip[1], span);
        put(M::Morale, all.morale, all.days);
        put(M::Energy, all.energy, all.days);
        put(M::Engagement, 0.5 * (all.morale + all.energy), all.days);
        put(M::Enps, 100.0 * (all.promoters - all.detractors), all.days);
        put(M::Burnout, all.burnt_out, all.days);
        put(M::BurnoutOthers, all.burnt_out - marked.burnt_out, all.days - marked.days);
        put(M::Exhaustion, all.exhaustion, all.days);
        put(M::ExhaustionAssist, marked.exhaustion, marked.days);
        put(M::Safety, all.safety, all.days);
        put(M::Clarity, record.clarity, record.days);
        put(M::Skill, skill, present().count() as f64);
        put(M::SelfSolved, record.solved_alone as f64, blockers);
        put(M::Empowerment, blockers - record.solved_lead as f64, blockers);
        put(M::HelpPerWeek, help, person_weeks);
        let granted = record.requests - record.refusals;
        put(M::Ripple, record.passed_on as f64, (granted - record.passed_on) as f64);
        put(M::RefusalShare, record.refusals as f64, record.requests as f64);
        put(M::Participation, 1.0 - gini(&given, &self.parts_there()), 1.0);
        put(M::Top1, top_share(&given, 1), 1.0);
        put(M::Top5, top_share(&given, seats.div_ceil(20)), 1.0);
        put(M::Centralisation, centralisation(&recent, seats), 1.0);
        put(M::BetweennessTop, betweenness(&recent, seats).into_iter().fold(f64::NAN, f64::max), 1.0);
        put(M::Reciprocity, reciprocity(window, members), 1.0);
        put(M::CostPerTask, paid * self.world.hourly_rate, accepted);
        put(M::OnTime, record.on_time as f64, accepted);
        put(M::LeadLoad, self.lead.busy, if record.led { span - record.leaderless } else { 0.0 });
        put(M::HoursWork, work, person_weeks);
        put(M::HoursStuck, stuck, person_weeks);
        put(M::HoursHelp, help, person_weeks);
        put(M::HoursStandBy, of(Activity::StandBy), person_weeks);
        put(M::HoursIdle, of(Activity::Idle), person_weeks);
        put(M::HoursTraining, of(Activity::Training), person_weeks);
        put(M::Leavers, f64::from(record.leavers), 1.0);
        put(M::Retention, f64::from(record.founders - record.founders_left), f64::from(record.founders));
        put(M::TurnoverYear, f64::from(record.leavers), all.days / YEAR);
        put(M::QuitHazard, record.quit_hazard, all.days / YEAR);
        put(M::SeatFill, paid, calendar);
        if self.source() == Source::Project {
            put(M::Makespan, record.finished.unwrap_or(self.elapsed()), 1.0);
        }
        values
    }

    /// Adds up the hours in the window of some seats, today's so far among them.
    fn hours_of(&self, mut hours: Hours, seats: &[usize]) -> Hours {
        for &seat in seats {
            let member = &self.members[seat];
            for ((sum, before), today) in hours.iter_mut().zip(member.hours).zip(member.today.hours) {
                *sum += before + today;
            }
        }
        hours
    }

    /// For how much of the window each seat was there, by chance key.
    fn parts_there(&self) -> Vec<f64> {
        let days = self.record.days;
        let mut parts = Vec::with_capacity(self.seats());
        for &(day, seats) in &self.sizes {
            let missed = f64::from(day.saturating_sub(self.record.first_day));
            parts.resize(seats, (days - missed) / days);
        }
        parts
    }
}

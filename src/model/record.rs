//! What was observed: counts and sums over the window, and a value a week for each series.
//!
//! Observing goes on to the window's end, or until a project is finished: what a team does after its last task is no part of the project.

use super::member::{Activity, Hours, Member};
use super::metrics::quantiles;
use super::outcome::{MEASURE_COUNT, Measure};
use super::parameters::Source;
use super::simulation::Simulation;
use super::task::Task;

/// How a blocker ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Solved alone.
    Alone,
    /// With a colleague's help.
    Helped,
    /// Decided by the formal lead.
    Lead,
}

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
}

/// Number of series.
pub const SERIES: usize = Series::LeadLoad as usize + 1;

/// One week's values, indexed by [`Series`]; `NaN` where nothing was there to measure.
pub type Week = [f64; SERIES];

/// Sums over person-days.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PersonDays {
    pub days: f64,
    pub morale: f64,
    pub energy: f64,
    pub exhaustion: f64,
    pub safety: f64,
    pub burnt_out: f64,
    pub promoters: f64,
    pub detractors: f64,
}

impl PersonDays {
    /// Adds a member's day, or a part of one.
    fn add(&mut self, member: &Member, part: f64) {
        let share = |holds: bool| part * f64::from(u8::from(holds));
        self.days += part;
        self.morale += part * member.morale;
        self.energy += part * member.energy;
        self.exhaustion += part * member.exhaustion;
        self.safety += part * member.safety;
        self.burnt_out += share(member.burnt_out);
        // A 0-10 answer read off morale, round(10 min(1, M / 0.75)): 9 and more promote, 6 and less detract.
        self.promoters += share(member.morale >= 0.85 * 0.75);
        self.detractors += share(member.morale < 0.65 * 0.75);
    }
}

/// The running tally of one arm.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// Every week since the start.
    pub weeks: Vec<Week>,
    pub(super) everyone: PersonDays,
    pub(super) marked: PersonDays,
    pub(super) clarity: f64,
    pub(super) days: f64,
    /// Whether there was ever a formal lead, and the hours of days on which there was none [h].
    pub(super) led: bool,
    pub(super) leaderless: f64,
    pub(super) requests: u64,
    pub(super) refusals: u64,
    /// Requests granted that would have been refused had the one asked never been helped.
    pub(super) passed_on: u64,
    pub(super) helps: u64,
    pub(super) solved_alone: u64,
    pub(super) solved_helped: u64,
    pub(super) solved_lead: u64,
    pub(super) stuck_hours: f64,
    pub(super) leavers: u32,
    /// Members present at the window's start who left in it.
    pub(super) founders_left: u32,
    /// Members present at the window's start.
    pub(super) founders: u32,
    /// Integral of the hazard of leaving over members.
    pub(super) quit_hazard: f64,
    /// First day of the window [d].
    pub(super) first_day: u32,
    /// When the project was finished [h], and what the window came to by then: measuring ends there.
    pub(super) finished: Option<f64>,
    pub(super) closed: Option<Box<[f64; MEASURE_COUNT]>>,
    pub(super) accepted: u64,
    pub(super) on_time: u64,
    pub(super) escaped: u64,
    pub(super) wait: f64,
    pub(super) touch: f64,
    pub(super) lead_times: Vec<f64>,
    pub(super) cycle_times: Vec<f64>,
    /// Integral of the tasks in progress, in the two halves of the window [task h].
    pub(super) wip: [f64; 2],
    wip_since: f64,
    /// Hours in which that was [h].
    pub(super) wip_hours: [f64; 2],
    /// First day of the second half of the window [d], and whether it has come.
    middle: u32,
    second_half: bool,
    /// Seats whose own burnout is reported apart: the assist leaders'.
    marks: Vec<bool>,
    week_hours: Hours,
    /// The sums when the last week ended.
    last_week: Sums,
}

/// Sums that a week is the difference of.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    everyone: PersonDays,
    marked: PersonDays,
    clarity: f64,
    days: f64,
    requests: u64,
    refusals: u64,
    solved_alone: u64,
    solved: u64,
    accepted: u64,
    on_time: u64,
    wait: f64,
    rework: f64,
    lead_busy: f64,
}

impl Record {
    /// The number of tasks in progress was `count` until now.
    pub(super) fn task_count_changes(&mut self, now: f64, count: u32) {
        let (hours, half) = (now - self.wip_since, usize::from(self.second_half));
        self.wip[half] += f64::from(count) * hours;
        self.wip_hours[half] += hours;
        self.wip_since = now;
    }

    /// A blocker ended after some hours.
    pub(super) fn blocker_ended(&mut self, ending: Ending, hours: f64) {
        match ending {
            Ending::Alone => self.solved_alone += 1,
            Ending::Helped => self.solved_helped += 1,
            Ending::Lead => self.solved_lead += 1,
        }
        self.stuck_hours += hours;
    }

    /// A task is accepted; `due` is the lead time that counts as on time [h].
    pub(super) fn accept(&mut self, task: &Task, now: f64, due: f64) {
        let started = task.started.expect("invariant: an accepted task was started");
        let lead = now - task.arrival;
        self.accepted += 1;
        self.on_time += u64::from(lead <= due);
        self.escaped += u64::from(task.defects);
        self.wait += started - task.arrival;
        self.touch += task.touch;
        self.lead_times.push(lead);
        self.cycle_times.push(now - started);
    }
}

impl Simulation {
    /// Starts the measurement over so many weeks. To be called between days.
    pub fn begin_window(&mut self, weeks: u32) {
        self.record = Record {
            weeks: std::mem::take(&mut self.record.weeks),
            finished: self.record.finished,
            closed: self.record.finished.map(nothing_but_makespan),
            founders: self.members.iter().filter(|member| member.present()).count() as u32,
            first_day: self.day,
            wip_since: self.now,
            middle: self.day + 5 * weeks / 2,
            ..Record::default()
        };
        for member in &mut self.members {
            member.hours = Hours::default();
            member.rework_hours = 0.0;
        }
        self.ties.begin_window();
        self.lead.busy = 0.0;
    }

    /// Seats whose burnout and exhaustion are reported apart from now on.
    pub fn mark(&mut self, seats: &[usize]) {
        self.record.marks = (0..self.members.len()).map(|seat| seats.contains(&seat)).collect();
    }

    /// Puts a day down, as it was lived: the states in force during it, before they move.
    pub(super) fn record_day(&mut self) {
        if self.record.closed.is_none() {
            self.record_part(1.0);
        }
        // The halves tell whether work piles up, which that of a project cannot.
        self.record.second_half |= self.day + 1 == self.record.middle && self.source() != Source::Project;
        if self.day % 5 == 4 {
            if self.record.closed.is_none() {
                self.record_week();
            }
            // After a project nothing is there to measure; the week of its end is put down already.
            self.record.weeks.resize((self.day as usize + 1) / 5, [f64::NAN; SERIES]);
        }
    }

    /// The last task of a project is accepted: measuring ends here, within the day.
    pub(super) fn finish_project(&mut self) {
        for seat in 0..self.members.len() {
            // Whoever has just finished it has put down all hours, and the task is gone.
            if self.members[seat].since < self.now {
                self.put_down_hours(seat);
            }
        }
        self.put_down_lead();
        let part = (self.now - self.day_start) / self.rates.day_hours;
        self.record_part(part);
        self.record.quit_hazard += self.hazard_of_part((f64::from(self.day % 5) + part) / 5.0);
        if self.record.days > self.record.last_week.days {
            self.record_week();
        }
        self.record.finished = Some(self.now);
        self.record.closed = Some(Box::new(self.values()));
    }

    /// Puts down a day, or the part of one that has passed.
    fn record_part(&mut self, part: f64) {
        self.record.task_count_changes(self.now, self.tasks_in_progress());
        self.record.days += part;
        self.record.clarity += part * self.ambience.clarity;
        self.record.led |= self.policy.formal_lead;
        self.record.leaderless += if self.policy.formal_lead { 0.0 } else { part * self.rates.day_hours };
        for &seat in &self.order[..self.seats()] {
            let member = &self.members[seat];
            if member.present() {
                self.record.everyone.add(member, part);
                if self.record.marks.get(seat) == Some(&true) {
                    self.record.marked.add(member, part);
                }
            }
            for (sum, hours) in self.record.week_hours.iter_mut().zip(member.today.hours) {
                *sum += hours;
            }
        }
    }

    /// The sums of the window so far.
    fn sums(&self) -> Sums {
        let record = &self.record;
        Sums {
            everyone: record.everyone,
            marked: record.marked,
            clarity: record.clarity,
            days: record.days,
            requests: record.requests,
            refusals: record.refusals,
            solved_alone: record.solved_alone,
            solved: record.solved_alone + record.solved_helped + record.solved_lead,
            accepted: record.accepted,
            on_time: record.on_time,
            wait: record.wait,
            rework: self.order.iter().map(|&seat| self.members[seat].rework_hours).sum(),
            lead_busy: self.lead.busy,
        }
    }

    fn record_week(&mut self) {
        use Series as S;
        let now = self.sums();
        let before = std::mem::replace(&mut self.record.last_week, now);
        let hours = std::mem::take(&mut self.record.week_hours);
        let paid = hours.iter().sum::<f64>() - hours[Activity::Away as usize];
        // Where nobody was there all week, there is nothing to measure.
        let days = now.everyone.days - before.everyone.days;
        let members = days / 5.0;
        let mean = |sum: fn(&PersonDays) -> f64| ratio(sum(&now.everyone) - sum(&before.everyone), days);
        let share = |part: fn(&Sums) -> u64, of: fn(&Sums) -> u64| {
            ratio((part(&now) - part(&before)) as f64, (of(&now) - of(&before)) as f64)
        };
        let accepted = now.accepted - before.accepted;
        let lead_times = self.record.lead_times[before.accepted as usize..].to_vec();
        let span = hours.iter().sum::<f64>() / self.seats() as f64;
        let present = || self.order.iter().map(|&seat| &self.members[seat]).filter(|member| member.present());
        let marked = |sum: fn(&PersonDays) -> f64| sum(&now.marked) - sum(&before.marked);

        let mut values = [0.0; SERIES];
        let mut put = |series: Series, value: f64| values[series as usize] = value;
        put(S::Throughput, ratio(accepted as f64, members));
        put(S::Morale, mean(|sum| sum.morale));
        put(S::Energy, mean(|sum| sum.energy));
        put(S::Burnout, mean(|sum| sum.burnt_out));
        put(S::Blocked, ratio(hours[Activity::Stuck as usize], paid));
        put(S::Safety, mean(|sum| sum.safety));
        put(S::Help, ratio(hours[Activity::Helping as usize], members));
        put(S::Wip, f64::from(self.tasks_in_progress()));
        put(S::LeadTime, quantiles(lead_times, [0.5])[0]);
        put(S::Wait, ratio(now.wait - before.wait, accepted as f64));
        put(S::OnTime, share(|sums| sums.on_time, |sums| sums.accepted));
        put(S::Rework, ratio(now.rework - before.rework, hours[Activity::Working as usize]));
        put(S::Exhaustion, mean(|sum| sum.exhaustion));
        put(S::ExhaustionAssist, ratio(marked(|sum| sum.exhaustion), marked(|sum| sum.days)));
        put(S::Skill, ratio(present().map(Member::mean_skill).sum(), present().count() as f64));
        put(S::Clarity, ratio(now.clarity - before.clarity, now.days - before.days));
        put(S::Refusals, share(|sums| sums.refusals, |sums| sums.requests));
        put(S::SelfSolved, share(|sums| sums.solved_alone, |sums| sums.solved));
        put(S::StandBy, ratio(hours[Activity::StandBy as usize], members));
        put(S::LeadLoad, ratio(now.lead_busy - before.lead_busy, if self.policy.formal_lead { span } else { 0.0 }));
        self.record.weeks.push(values);
    }

    /// Where the work comes from.
    pub(super) fn source(&self) -> Source {
        self.world.source
    }
}

/// What a window comes to that begins after the project's end.
fn nothing_but_makespan(finished: f64) -> Box<[f64; MEASURE_COUNT]> {
    let mut values = [f64::NAN; MEASURE_COUNT];
    values[Measure::Makespan as usize] = finished;
    Box::new(values)
}

fn ratio(top: f64, bottom: f64) -> f64 {
    if bottom > 0.0 { top / bottom } else { f64::NAN }
}

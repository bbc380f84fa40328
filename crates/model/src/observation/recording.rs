//! What was observed: counts and sums over the window, and a value a week for each series.
//!
//! Observing goes on to the window's end, or until a project is finished: what a team does after its last task is no part of the project.

use crate::metrics::quantiles;
use crate::outcome::{MEASURE_COUNT, Measure};
use crate::parameters::Source;
use crate::rates::leads;
use crate::series::{SERIES, Series};
use crate::simulation::Simulation;
use crate::state::member::{Activity, Hours, Member};
use crate::state::record::{PersonDays, Record, Sums};

impl Simulation {
    /// Starts the measurement over so many weeks. To be called between days.
    pub fn begin_window(&mut self, weeks: u32) {
        self.record = Record {
            weeks: std::mem::take(&mut self.record.weeks),
            finished: self.record.finished,
            closed: self.record.finished.map(nothing_but_makespan),
            founders: self.members.iter().filter(|member| member.present()).count() as u32,
            // The window begins in the morning, and whoever comes then belongs to it.
            hires: self.members.iter().filter(|member| member.hire > 0 && member.hired == self.day).count() as u32,
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
        self.lead.spent = 0.0;
    }

    /// Seats whose burnout and exhaustion are reported apart from now on.
    pub fn mark(&mut self, seats: &[usize]) {
        self.record.marks = (0..self.members.len()).map(|seat| seats.contains(&seat)).collect();
    }

    /// Puts a day down, as it was lived: the states in force during it, before they move.
    pub(crate) fn record_day(&mut self) {
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
    pub(crate) fn finish_project(&mut self) {
        for seat in 0..self.members.len() {
            // Whoever has just finished it has put down all hours, and the task is gone.
            if self.members[seat].since < self.now {
                self.accrue_hours(seat);
            }
        }
        self.accrue_lead_hours();
        let part = (self.now - self.day_start) / self.rates.day_hours;
        self.record_part(part);
        let [hazard, marked] = self.hazard_of_part((f64::from(self.day % 5) + part) / 5.0);
        self.record.quit_hazard += hazard;
        self.record.quit_hazard_marked += marked;
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
        let hours = part * self.rates.day_hours;
        self.record.leaderless += if self.policy.formal_lead { 0.0 } else { hours };
        let given = if self.policy.formal_lead { hours * self.policy.lead_attention * leads(&self.world) } else { 0.0 };
        self.record.lead_hours += given;
        self.record.lead_absent += if self.lead.away { given } else { 0.0 };
        for index in 0..self.order.len() {
            let seat = self.order[index];
            if !self.is_there(seat) {
                continue;
            }
            let member = &self.members[seat];
            if member.present() {
                self.record.everyone.add(member, part);
                if self.is_marked(seat) {
                    self.record.marked.add(member, part);
                }
                if member.quiet {
                    let quiet = &mut self.record.quiet;
                    quiet.days += part;
                    quiet.paid += hours;
                    quiet.stuck += member.today.hours[Activity::Stuck as usize];
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
        let [within, across] = self.ties.mean_trust_by_group();
        put(S::TrustWithin, within);
        put(S::TrustAcross, across);
        put(S::LeadLoad, ratio(now.lead_busy - before.lead_busy, if self.policy.formal_lead { span } else { 0.0 }));
        self.record.weeks.push(values);
    }

    /// Where the work comes from.
    pub(crate) fn source(&self) -> Source {
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

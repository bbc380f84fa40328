//! What the window came to, worked out from what was observed.

use crate::metrics::{betweenness, centralisation, gini, quantiles, reciprocity, top_share};
use crate::outcome::{MEASURE_COUNT, Measure, Outcome};
use crate::parameters::Source;
use crate::series::{Series, Week};
use crate::simulation::Simulation;
use crate::state::member::{Activity, Hours};

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
        let [first, second] = [0, 1].map(|half| record.wip[half] / record.wip_hours[half]);
        let grows = self.source() == Source::Flow && second > GROWTH * first.max(FEW);
        Outcome {
            values,
            weeks: record.weeks.clone(),
            unstable: overloaded || grows,
            unfinished: self.source() == Source::Project && record.finished.is_none(),
            // A window in which no part of a day was put down began after the end.
            over_before: record.finished.is_some() && record.days == 0.0,
        }
    }

    /// What the window has come to by now, all hours having been put down.
    pub(crate) fn values(&self) -> [f64; MEASURE_COUNT] {
        use Measure as M;
        let record = &self.record;
        let (members, seats) = (self.members.len(), self.seats());
        let (all, marked) = (&record.everyone, &record.marked);
        let person_weeks = all.days / 5.0;
        let founders = self.world.members as usize;
        let mut hours = self.hours_of(Hours::default(), self.order[..founders].iter().copied());
        // The founders' seats are there all the time.
        let span = hours.iter().sum::<f64>() / founders as f64;
        let extra = self.hours_of(Hours::default(), self.seats_there().filter(|&seat| self.members[seat].extra));
        hours = self.hours_of(hours, self.seats_there().skip(founders));
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
        let (window, recent) = (self.ties.window(), self.ties.helped_since(days.saturating_sub(RECENT)));
        let there = |key: &usize| self.ties.is_there(*key);
        let rows = window.chunks(members).enumerate().filter(|(key, _)| there(key));
        let given: Vec<f64> = rows.map(|(_, row)| row.iter().sum()).collect();
        let of = |activity: Activity| hours[activity as usize];
        let (work, stuck, help) = (of(Activity::Working), of(Activity::Stuck), of(Activity::Helping));
        // Within a day, of what was worked so far today.
        let today = self.order.iter().map(|&seat| self.members[seat].today.hours[Activity::Working as usize]);
        let improving = record.improving + self.causes.share * today.sum::<f64>();
        let practice = record.practice + self.practised();
        let present = || self.order.iter().map(|&seat| &self.members[seat]).filter(|member| member.present());
        let skill: f64 = present().map(|member| member.mean_skill()).sum();
        let skill_home: f64 = present().map(|member| member.skill[member.home]).sum();
        let rate = self.world.hourly_rate;
        let paid_of = |hours: &Hours| hours.iter().sum::<f64>() - hours[Activity::Away as usize];
        let cost_training = of(Activity::Training) * rate;
        let cost_hires = (paid_of(&extra) - extra[Activity::Training as usize]) * rate
            + f64::from(record.hires) * self.world.hire_cost * rate;
        let cost = (paid + record.lead_hours + f64::from(record.hires) * self.world.hire_cost) * rate;
        let [approval_wait, approval_p85] =
            [mean(&record.approval_waits), quantiles(record.approval_waits.clone(), [0.85])[0]];

        let mut values = [f64::NAN; MEASURE_COUNT];
        let mut put = |measure: Measure, top: f64, bottom: f64| {
            values[measure as usize] = if bottom > 0.0 { top / bottom } else { f64::NAN };
        };
        put(M::Throughput, accepted, person_weeks);
        put(M::Output, accepted, record.days / 5.0);
        put(M::WaitMean, record.wait, accepted);
        put(M::LeadMean, lead_sum, accepted);
        put(M::LeadMedian, lead_median, 1.0);
        put(M::LeadP85, lead_p85, 1.0);
        put(M::CycleMedian, cycle_median, 1.0);
        put(M::CycleP85, cycle_p85, 1.0);
        put(M::FlowEfficiency, record.touch, lead_sum);
        put(M::BlockedShare, stuck, paid);
        put(M::StuckMean, record.stuck_hours, blockers);
        put(M::Utilisation, work - improving - practice, paid);
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
        put(M::SkillHome, skill_home, present().count() as f64);
        put(M::Skill, skill, present().count() as f64);
        put(M::Known, self.ties.mean_known(), 1.0);
        put(M::Unwelcome, record.unwelcome as f64, record.offers as f64);
        put(M::SelfSolved, record.solved_alone as f64, blockers);
        put(M::Empowerment, blockers - record.solved_lead as f64, blockers);
        put(M::OwnDecisions, blockers - (record.solved_lead + record.solved_assist) as f64, blockers);
        put(M::Misunderstandings, 100.0 * record.misunderstandings as f64, accepted);
        let [within, across] = self.ties.mean_trust_by_group();
        put(M::TrustWithin, within, 1.0);
        put(M::TrustAcross, across, 1.0);
        let [gap_stuck, gap_voice] = self.gaps(stuck, paid);
        put(M::GapStuck, gap_stuck, 1.0);
        put(M::GapVoice, gap_voice, 1.0);
        put(M::HelpPerWeek, help, person_weeks);
        let marked_hours = self.hours_of(Hours::default(), self.seats_there().filter(|&seat| self.is_marked(seat)));
        let marked_weeks = marked.days / 5.0;
        put(M::HelpOthers, help - marked_hours[Activity::Helping as usize], person_weeks - marked_weeks);
        let granted = record.requests - record.refusals;
        put(M::Ripple, record.passed_on as f64, (granted - record.passed_on) as f64);
        put(M::RefusalShare, record.refusals as f64, record.requests as f64);
        put(M::Participation, 1.0 - gini(&given, &self.parts_there()), 1.0);
        put(M::Top1, top_share(&given, 1), 1.0);
        put(M::Top5, top_share(&given, seats.div_ceil(20)), 1.0);
        put(M::Centralisation, centralisation(&recent, seats), 1.0);
        put(M::BetweennessTop, betweenness(&recent, seats).into_iter().fold(f64::NAN, f64::max), 1.0);
        put(M::Reciprocity, reciprocity(&window, members), 1.0);
        put(M::CostPerTask, cost, accepted);
        put(M::CostHours, cost - cost_hires - cost_training, 1.0);
        put(M::CostHires, cost_hires, 1.0);
        put(M::CostTraining, cost_training, 1.0);
        put(M::OnTime, record.on_time as f64, accepted);
        put(M::LeadLoad, self.lead.busy, if record.led { span - record.leaderless } else { 0.0 });
        let lead_free = record.lead_hours - record.lead_absent - self.lead.spent;
        put(M::LeadHoursFree, if record.led { lead_free.max(0.0) } else { f64::NAN }, record.days / 5.0);
        put(M::ApprovalWait, approval_wait, 1.0);
        put(M::ApprovalWaitP85, approval_p85, 1.0);
        put(M::HoursWork, work - improving - practice, person_weeks);
        put(M::HoursStuck, stuck, person_weeks);
        put(M::HoursHelp, help, person_weeks);
        put(M::HoursStandBy, of(Activity::StandBy), person_weeks);
        put(M::HoursIdle, of(Activity::Idle), person_weeks);
        put(M::HoursTraining, of(Activity::Training), person_weeks);
        put(M::HoursImproving, improving, person_weeks);
        put(M::HoursPractice, practice, person_weeks);
        put(M::CausesRemoved, f64::from(record.mended), 1.0);
        put(M::Averted, record.averted as f64, person_weeks);
        put(M::IdeasRaised, record.ideas as f64, person_weeks);
        let spoken = self.causes.list.iter().filter(|cause| cause.said > 0);
        put(M::IdeasAdopted, spoken.clone().filter(|cause| cause.mended).count() as f64, spoken.count() as f64);
        put(M::Leavers, f64::from(record.leavers), 1.0);
        put(M::Retention, f64::from(record.founders - record.founders_left), f64::from(record.founders));
        put(M::TurnoverYear, f64::from(record.leavers), all.days / YEAR);
        put(M::QuitHazard, record.quit_hazard, all.days / YEAR);
        put(M::MoraleAssist, marked.morale, marked.days);
        put(M::QuitAssist, record.quit_hazard_marked, marked.days / YEAR);
        let beside = record.beside_work_marked + self.beside_work_of(|seat| self.is_marked(seat));
        put(M::WorkAssist, marked_hours[Activity::Working as usize] - beside, marked_weeks);
        let prepared = present().filter(|member| member.role.is_none()).map(|member| member.prepared);
        put(M::Heirs, prepared.fold(0.0, |sum, prepared| sum + prepared), 1.0);
        let new = || present().filter(|member| member.hire > 0 && member.hired >= record.first_day);
        put(M::SkillNewcomers, new().map(|member| member.mean_skill()).sum(), new().count() as f64);
        put(M::RecoveryWeeks, self.recovery().unwrap_or(f64::NAN), 1.0);
        put(M::SeatFill, paid, calendar);
        if self.source() == Source::Project {
            put(M::Makespan, record.finished.unwrap_or(f64::NAN), 1.0);
        }
        values
    }

    /// By how much of their paid time quiet members are stuck more than the others, and by how much more often the others speak of a
    /// lasting cause a week; `NaN` where there are not both. `stuck` and `paid` are the hours of all [h].
    fn gaps(&self, stuck: f64, paid: f64) -> [f64; 2] {
        let (all, quiet) = (&self.record.everyone, &self.record.quiet);
        if quiet.days <= 0.0 || quiet.days >= all.days {
            return [f64::NAN; 2];
        }
        let [theirs, others] = [quiet.ideas, self.record.ideas - quiet.ideas].map(|ideas| 5.0 * ideas as f64);
        let voice = others / (all.days - quiet.days) - theirs / quiet.days;
        [quiet.stuck / quiet.paid - (stuck - quiet.stuck) / (paid - quiet.paid), voice]
    }

    /// Whether a seat's burnout is reported apart.
    pub(crate) fn is_marked(&self, seat: usize) -> bool {
        self.record.marks.get(seat) == Some(&true)
    }

    /// Weeks from the first shock until output, over four weeks, is again what it was on average before, from the end of the warm-up; those
    /// left to the end where it is not. `None` where nothing happens from outside, or nothing is known of before.
    fn recovery(&self) -> Option<f64> {
        let weeks = &self.record.weeks;
        let output = |weeks: &[Week]| mean_of(weeks.iter().map(|week| week[Series::Throughput as usize]));
        let first = self.shocks.iter().map(|shock| shock.week).min()?;
        let at = self.days_before.div_ceil(5).saturating_add(first) as usize;
        // Where no week lies between, all of those before.
        let warm = if at > self.world.warmup_weeks as usize { self.world.warmup_weeks as usize } else { 0 };
        let before = weeks.get(warm..at).filter(|weeks| !weeks.is_empty()).map(output)?;
        let after = weeks.get(at..)?;
        let recent = RECENT as usize / 5;
        let back = after.windows(recent).position(|weeks| output(weeks) >= before);
        Some(back.map_or(after.len(), |week| week + 1) as f64).filter(|_| !after.is_empty())
    }

    /// Adds up the hours in the window of some seats, today's so far among them.
    fn hours_of(&self, mut hours: Hours, seats: impl Iterator<Item = usize>) -> Hours {
        for seat in seats {
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
        let part = |seat: usize| {
            let missed = f64::from(self.members[seat].there_from.saturating_sub(self.record.first_day));
            (days - missed) / days
        };
        self.seats_there().map(part).collect()
    }
}

fn mean(values: &[f64]) -> f64 {
    mean_of(values.iter().copied())
}

fn mean_of(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = values.len() as f64;
    values.sum::<f64>() / count
}

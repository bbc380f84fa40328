//! What has been observed so far: counts and sums over the window, and a value a week for each series.

use super::member::{Ending, Hours, Member};
use super::task::Task;
use crate::outcome::MEASURE_COUNT;
use crate::series::Week;

/// Sums over person-days.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct PersonDays {
    pub(crate) days: f64,
    pub(crate) morale: f64,
    pub(crate) energy: f64,
    pub(crate) exhaustion: f64,
    pub(crate) safety: f64,
    pub(crate) burnt_out: f64,
    pub(crate) promoters: f64,
    pub(crate) detractors: f64,
}

impl PersonDays {
    /// Adds a member's day, or a part of one.
    pub(crate) fn add(&mut self, member: &Member, part: f64) {
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

/// Sums over quiet members.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Quiet {
    pub(crate) days: f64,
    /// Hours paid, and those of them stuck [h].
    pub(crate) paid: f64,
    pub(crate) stuck: f64,
    /// How often one of them spoke of a lasting cause.
    pub(crate) ideas: u64,
}

/// The running tally of one arm.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// Every week since the start.
    pub weeks: Vec<Week>,
    pub(crate) everyone: PersonDays,
    pub(crate) marked: PersonDays,
    pub(crate) quiet: Quiet,
    pub(crate) clarity: f64,
    pub(crate) days: f64,
    /// Whether there was ever a formal lead, and the hours of days on which there was none [h].
    pub(crate) led: bool,
    pub(crate) leaderless: f64,
    /// Hours that formal leads gave their queue [h].
    pub(crate) lead_hours: f64,
    /// Of those, hours of leads who were away [h].
    pub(crate) lead_absent: f64,
    pub(crate) requests: u64,
    pub(crate) refusals: u64,
    /// Requests granted that would have been refused had the one asked never been helped.
    pub(crate) passed_on: u64,
    pub(crate) helps: u64,
    /// Offers of help that nobody had asked for, by when it is known what came of them; and those declined or of no use.
    pub(crate) offers: u64,
    pub(crate) unwelcome: u64,
    pub(crate) solved_alone: u64,
    pub(crate) solved_helped: u64,
    pub(crate) solved_lead: u64,
    /// Of those helped, by an assist leader on duty.
    pub(crate) solved_assist: u64,
    /// Hidden mistakes from words misunderstood, or from two voices.
    pub(crate) misunderstandings: u64,
    pub(crate) stuck_hours: f64,
    /// Blockers that did not come up because their cause was mended.
    pub(crate) averted: u64,
    /// How often someone spoke of a lasting cause.
    pub(crate) ideas: u64,
    /// Causes mended, and hours taken from work for mending [h].
    pub(crate) mended: u32,
    pub(crate) improving: f64,
    /// Hours that practices took from work [h].
    pub(crate) practice: f64,
    /// Hours that improving and practices took from the work of the seats whose burnout is reported apart [h].
    pub(crate) beside_work_marked: f64,
    pub(crate) leavers: u32,
    /// Members present at the window's start who left in it.
    pub(crate) founders_left: u32,
    /// Members present at the window's start.
    pub(crate) founders: u32,
    /// Integral of the hazard of leaving over members.
    pub(crate) quit_hazard: f64,
    /// The same over the seats whose burnout is reported apart.
    pub(crate) quit_hazard_marked: f64,
    /// First day of the window [d].
    pub(crate) first_day: u32,
    /// When the project was finished [h], and what the window came to by then: measuring ends there.
    pub(crate) finished: Option<f64>,
    pub(crate) closed: Option<Box<[f64; MEASURE_COUNT]>>,
    pub(crate) accepted: u64,
    pub(crate) on_time: u64,
    pub(crate) escaped: u64,
    pub(crate) wait: f64,
    pub(crate) touch: f64,
    pub(crate) lead_times: Vec<f64>,
    /// From handing in to the lead's approval [h].
    pub(crate) approval_waits: Vec<f64>,
    /// Hires who took a seat.
    pub(crate) hires: u32,
    pub(crate) cycle_times: Vec<f64>,
    /// Integral of the tasks in progress, in the two halves of the window [task h].
    pub(crate) wip: [f64; 2],
    pub(crate) wip_since: f64,
    /// Hours in which that was [h].
    pub(crate) wip_hours: [f64; 2],
    /// First day of the second half of the window [d], and whether it has come.
    pub(crate) middle: u32,
    pub(crate) second_half: bool,
    /// Seats whose own burnout is reported apart: the assist leaders'.
    pub(crate) marks: Vec<bool>,
    pub(crate) week_hours: Hours,
    /// The sums when the last week ended.
    pub(crate) last_week: Sums,
}

/// Sums that a week is the difference of.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sums {
    pub(crate) everyone: PersonDays,
    pub(crate) marked: PersonDays,
    pub(crate) clarity: f64,
    pub(crate) days: f64,
    pub(crate) requests: u64,
    pub(crate) refusals: u64,
    pub(crate) solved_alone: u64,
    pub(crate) solved: u64,
    pub(crate) accepted: u64,
    pub(crate) on_time: u64,
    pub(crate) wait: f64,
    pub(crate) rework: f64,
    pub(crate) lead_busy: f64,
}

impl Record {
    /// The number of tasks in progress was `count` until now.
    pub(crate) fn task_count_changes(&mut self, now: f64, count: u32) {
        let (hours, half) = (now - self.wip_since, usize::from(self.second_half));
        self.wip[half] += f64::from(count) * hours;
        self.wip_hours[half] += hours;
        self.wip_since = now;
    }

    /// A blocker ended after some hours.
    pub(crate) fn blocker_ended(&mut self, ending: Ending, hours: f64) {
        match ending {
            Ending::Alone => self.solved_alone += 1,
            Ending::Helped => self.solved_helped += 1,
            Ending::Lead => self.solved_lead += 1,
        }
        self.stuck_hours += hours;
    }

    /// A task is accepted; `due` is the lead time that counts as on time [h].
    pub(crate) fn accept(&mut self, task: &Task, now: f64, due: f64) {
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

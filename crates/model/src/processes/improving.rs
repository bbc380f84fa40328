//! Improving: a share of blockers comes from lasting causes; who meets one may say so, and what is said is mended in time set aside.
//!
//! After Tucker & Edmondson 2003 (most people work around a problem and say nothing) and Repenning & Sterman 2002 (time for improving
//! is taken from work, and goes back to it under pressure).

use crate::chance::{Purpose, Uniform};
use crate::diary::Event;
use crate::math::{exp, least, most};
use crate::parameters::Source;
use crate::rates::{MOST_OF_WORK, leads};
use crate::simulation::Simulation;
use crate::state::causes::Cause;
use crate::state::member::Activity;

impl Simulation {
    /// The causes at the start: the second most frequent half as frequent as the first, the third a third, and so on (Zipf's law).
    pub(crate) fn lay_causes(&mut self) {
        let count = self.world.causes;
        let total: f64 = (1..=count).map(|rank| 1.0 / f64::from(rank)).sum();
        let mut sum = 0.0;
        let list = (1..=count).map(|rank| {
            sum += 1.0 / f64::from(rank) / total;
            let effort = self.chance.draw(Purpose::Cause, rank, 0, 0)[0].exponential();
            let up_to = if rank == count { 1.0 } else { sum };
            Cause { up_to, left: self.world.mend_hours * effort, said: 0, mended: false }
        });
        self.causes.list = list.collect();
    }

    /// The lasting cause of the blocker before a member, if it has one; and the draw that decides whether one says so.
    pub(super) fn cause(&self, seat: usize) -> Option<(usize, Uniform)> {
        if self.world.recurring <= 0.0 {
            return None;
        }
        let (task, blocker) = self.blocker_key(seat);
        let [recurs, which, says, _] = self.chance.draw(Purpose::Recurrence, task, blocker, 0);
        let cause = self.causes.at(which.unit()).filter(|_| recurs.chance(self.world.recurring))?;
        Some((cause, says))
    }

    /// Whether the blocker before a member does not come up, because its cause is mended. Otherwise who meets it may say where it
    /// comes from: the more readily the safer it feels, the less the more closely the lead controls.
    pub(super) fn meet_cause(&mut self, seat: usize, cause: usize, says: Uniform) -> bool {
        if self.causes.list[cause].mended {
            self.record.averted += 1;
            self.note_blocker(seat, Event::Averted);
            return true;
        }
        if says.chance(
            self.world.voice * self.members[seat].safety * (1.0 - self.rates.micromanagement) * self.candour(seat),
        ) {
            self.causes.list[cause].said += 1;
            self.record.ideas += 1;
            self.record.quiet.ideas += u64::from(self.members[seat].quiet);
        }
        false
    }

    /// A day's improving: hours in which nobody had anything else to do come first, then those set aside from work this morning.
    pub(super) fn improve(&mut self) {
        let hours = |activity: Activity| -> f64 {
            self.order.iter().map(|&seat| self.members[seat].today.hours[activity as usize]).sum()
        };
        let worked = hours(Activity::Working);
        let spare = hours(Activity::StandBy) + hours(Activity::Idle) + self.lead_spare();
        self.causes.spare = spare;
        self.causes.worked = worked;
        self.lead.today = 0.0;
        let taken = self.causes.share * worked;
        self.record.improving += taken;
        self.record.practice += self.practised();
        self.record.beside_work_marked += self.beside_work_of(|seat| self.is_marked(seat));
        let budget = self.improvement_budget();
        // A day's hours are known only when it is over; what went beyond, or was missing, but for more than a day's, is made good later.
        let wanted = most(budget - self.causes.beyond, 0.0);
        if budget > 0.0 && self.causes.next().is_some() {
            let hours = least(wanted, spare) + taken;
            self.causes.beyond = most(self.causes.beyond + hours - budget, -budget);
            self.mend(hours);
        }
    }

    /// Hours of today's work so far that practices took [h].
    pub(crate) fn practised(&self) -> f64 {
        let hours = |seat: usize| self.practice(seat) * self.members[seat].today.hours[Activity::Working as usize];
        (1.0 - self.causes.share) * self.order.iter().map(|&seat| hours(seat)).sum::<f64>()
    }

    /// Hours of today's work so far of some seats that improving and practices took [h].
    pub(crate) fn beside_work_of(&self, some: impl Fn(usize) -> bool) -> f64 {
        let share = self.causes.share;
        let seats = self.order.iter().filter(|&&seat| some(seat));
        let hours = |seat: usize| self.members[seat].today.hours[Activity::Working as usize];
        seats.map(|&seat| (share + (1.0 - share) * self.practice(seat)) * hours(seat)).sum()
    }

    /// Hours a day that the policy wants to go into improving, at most [h].
    fn improvement_budget(&self) -> f64 {
        let present = self.order.iter().filter(|&&seat| self.members[seat].present()).count();
        self.policy.improvement_share * present as f64 * self.rates.day_hours
    }

    /// Hours of today that the formal lead had for its queue and did not need for it [h].
    fn lead_spare(&self) -> f64 {
        if !self.policy.formal_lead || self.lead.away {
            return 0.0;
        }
        let hours = self.policy.lead_attention * leads(&self.world);
        hours * most(self.rates.day_hours - self.lead.today, 0.0)
    }

    /// So many hours go into what is spoken of most, and then into the next.
    fn mend(&mut self, mut hours: f64) {
        while let Some(place) = self.causes.next() {
            let cause = &mut self.causes.list[place];
            if cause.left > hours {
                cause.left -= hours;
                return;
            }
            hours -= cause.left;
            cause.left = 0.0;
            cause.mended = true;
            self.record.mended += 1;
            self.note_of(None, Event::Mended(place));
        }
    }

    /// In the morning: which share of working hours goes into improving, where hours in which nobody has anything else to do are not
    /// enough. The more tasks wait for each member, the less.
    pub(crate) fn set_improving(&mut self) {
        let budget = self.improvement_budget();
        let (spare, worked) = (self.causes.spare, self.causes.worked);
        let missing = budget - self.causes.beyond - spare;
        self.causes.share = if budget <= 0.0 || missing <= 0.0 || worked <= 0.0 || self.causes.next().is_none() {
            0.0
        } else {
            least(missing / worked, MOST_OF_WORK) * exp(-self.world.k_press * self.waiting())
        };
    }

    /// Tasks that have arrived and wait, for each member.
    fn waiting(&self) -> f64 {
        match self.world.source {
            Source::Flow => self.tasks.ready.len() as f64 / self.seats() as f64,
            Source::Backlog | Source::Project => 0.0,
        }
    }

    /// What is not mended grows: once a week, so much more is built on it.
    pub(super) fn let_causes_grow(&mut self) {
        for cause in self.causes.list.iter_mut().filter(|cause| !cause.mended) {
            cause.left *= 1.0 + self.world.k_late;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters::Policy;
    use crate::scenario::{Draft, Scope};

    #[test]
    fn where_no_time_is_set_aside_any_more_none_is_taken_from_work() {
        let mut draft = Draft::default();
        draft.set(Scope::Both, "improvement_share", Some(0.1));
        let mut team = Simulation::new(&draft.finish().expect("valid"), 0);
        team.causes.list[0].said = 1;
        // Yesterday everyone worked, and less was mended than was wanted.
        (team.causes.beyond, team.causes.spare, team.causes.worked) = (-5.0, 0.0, 64.0);
        team.set_improving();
        assert!(team.causes.share > 0.1, "what is missing is made good: {}", team.causes.share);
        team.take_policy(&Policy { improvement_share: 0.0, ..team.policy });
        assert_eq!(team.causes.share, 0.0);
    }
}

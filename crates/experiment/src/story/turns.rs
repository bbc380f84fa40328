//! What turns a member's course: the role of assist leader and its duty, burnout, coming and going.

use super::ledger::End;
use super::{Duty, Episode, Story, Topic, What};
use model::diary::{Event, Moment};
use model::scenario::Arm;
use model::state::member::Activity;

/// Weight of what turns a person's course, against hours.
const TURN: f64 = 60.0;

impl Story {
    pub(super) fn turns<'a>(&'a self, arm: Arm, other: Arm, seat: usize, episodes: &mut Vec<Episode<'a>>) {
        let (here, there) = (self.days(arm, seat), self.days(other, seat));
        let mut push = |at: Moment, what: What<'a>, weight: f64| {
            episodes.push(Episode { at, topic: Topic::Turn, what, weight });
        };
        for day in self.change..here.len() {
            let before = &here[day.saturating_sub(1)];
            // Who leaves has no role to give up any more.
            if here[day].assist_leader != before.assist_leader && here[day].present && day > 0 {
                push(self.morning(arm, day), What::Role(here[day].assist_leader), TURN);
            }
            let begins = here[day].burnt_out && (day == self.change || !before.burnt_out);
            if begins {
                let length = here[day..].iter().take_while(|day| day.burnt_out).count();
                let also = there[day..day + length].iter().filter(|day| day.burnt_out).count();
                let what = What::BurntOut(length as u32, also as u32);
                push(self.morning(arm, day), what, (length - also) as f64);
            }
        }
        let entries = |arm: Arm| {
            let own = self.diaries[arm as usize].entries.iter().filter(move |entry| entry.seat == Some(seat));
            own.filter(|entry| entry.at.day >= self.change as f64)
        };
        // The first to leave here stands beside the first to leave there, and so on.
        let mut leavers = entries(other).filter(|entry| entry.event == Event::Left).map(|entry| entry.at);
        for entry in entries(arm) {
            match entry.event {
                Event::Left => push(entry.at, What::Left(leavers.next()), TURN),
                Event::Joined => push(entry.at, What::Joined, TURN),
                Event::Undone(task, hours) => push(entry.at, What::Undone(task, hours), hours),
                _ => {}
            }
        }
    }

    /// Weeks with duty, each put where it begins.
    pub(super) fn duty<'a>(&'a self, arm: Arm, seat: usize, episodes: &mut Vec<Episode<'a>>) {
        let days = self.days(arm, seat);
        for first in (self.change..days.len()).step_by(5) {
            let last = (first + 5).min(days.len());
            let week = &days[first..last];
            let standing = week.iter().map(|day| day.hours[Activity::StandBy as usize]).sum();
            let helping = week.iter().map(|day| day.duty_help).sum();
            if standing + helping > 0.0 {
                let within = |at: &Moment| (first as f64..last as f64).contains(&at.day);
                let helps = self.ledger(arm).struggles.iter().filter(|struggle| {
                    let on_duty = matches!(struggle.end, End::Helped { by, from: Activity::StandBy, .. } if by == seat);
                    on_duty && within(&struggle.over)
                });
                let what = What::Duty(Duty { standing, helping, helps: helps.count() as u32 });
                let at = self.morning(arm, first);
                episodes.push(Episode { at, topic: Topic::Turn, what, weight: 0.1 * (standing + helping) });
            }
        }
    }

    /// When a day begins.
    fn morning(&self, arm: Arm, day: usize) -> Moment {
        let days = self.diaries[arm as usize].days.first().map_or(&[][..], |days| &days[..day]);
        Moment { hour: days.iter().map(|day| day.hours.iter().sum::<f64>()).sum(), day: day as f64 }
    }
}

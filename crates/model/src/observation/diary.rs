//! Keeping a diary.

use crate::diary::{Blocker, Day, Diary, Entry, Event, Moment};
use crate::simulation::Simulation;

impl Simulation {
    /// Puts everything down from now on. To be asked for at the start, for days to be counted from there.
    pub fn keep_diary(&mut self) {
        self.diary = Some(Box::new(Diary { entries: Vec::new(), days: vec![Vec::new(); self.members.len()] }));
        for seat in 0..self.members.len() {
            if let Some(task) = self.members[seat].task {
                self.note(seat, Event::TookUp(task));
            }
        }
    }

    /// Hands the diary out; `None` if none was kept.
    pub fn take_diary(&mut self) -> Option<Diary> {
        self.diary.take().map(|diary| *diary)
    }

    /// Something happened to whoever holds a seat.
    #[inline]
    pub(crate) fn note(&mut self, seat: usize, event: Event) {
        self.note_of(Some(seat), event);
    }

    /// Something happened, perhaps to nobody on the team.
    #[inline]
    pub(crate) fn note_of(&mut self, seat: Option<usize>, event: Event) {
        if self.diary.is_some() {
            self.write(seat, event);
        }
    }

    /// Something happened to a member about the blocker it is before.
    #[inline]
    pub(crate) fn note_blocker(&mut self, seat: usize, event: impl FnOnce(Blocker) -> Event) {
        if self.diary.is_some() {
            let (task, place) = self.blocker_key(seat);
            self.write(Some(seat), event(Blocker { task, place }));
        }
    }

    /// Off the usual way: most runs keep no diary.
    #[cold]
    fn write(&mut self, seat: Option<usize>, event: Event) {
        let into_day = (self.now - self.day_start) / self.rates.day_hours;
        let at = Moment { hour: self.now, day: f64::from(self.day) + into_day };
        if let Some(diary) = &mut self.diary {
            diary.entries.push(Entry { at, seat, event });
        }
    }

    /// A day ends; to be called before the states move.
    pub(crate) fn note_day(&mut self) {
        let Some(diary) = &mut self.diary else { return };
        for (days, member) in diary.days.iter_mut().zip(&self.members) {
            days.push(Day {
                present: member.present(),
                assist_leader: member.role.is_some(),
                burnt_out: member.burnt_out,
                energy: member.energy,
                exhaustion: member.exhaustion,
                morale: member.morale,
                skill: member.mean_skill(),
                skill_home: member.skill[member.home],
                hours: member.today.hours,
                duty_help: member.today.duty_help,
            });
        }
    }
}

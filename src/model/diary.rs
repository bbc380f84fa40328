//! What happened to whom, if anyone wants to know: a diary of single events and of every member's days.
//!
//! A simulation keeps none unless [`Simulation::keep_diary`] asks for it. Keeping one reads and never changes the state, draws
//! nothing and plans nothing, so no result depends on it. Tasks and blockers stand under their content keys, which both arms of a
//! pair share: what became of the same blocker in the other arm can be looked up.

use super::member::{Activity, BlockerKind, Hours};
use super::record::Ending;
use super::simulation::Simulation;

/// When.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    /// Working hours since the start [h].
    pub hour: f64,
    /// Working days since the start, with the fraction of the day [d].
    pub day: f64,
}

/// A blocker, by the task it lies in and its place there: the address of its luck, the same in both arms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Blocker {
    /// The task, by ordinal.
    pub task: u32,
    /// Ordinal of the blocker within it.
    pub place: u32,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// Took up a task, for the first time or again.
    TookUp(u32),
    /// Handed a task in for approval.
    HandedIn(u32),
    /// A task turned out to need so much rework [h].
    SentBack(u32, f64),
    /// A task was accepted.
    Accepted(u32),
    /// Of the task in hand, so much must be done again because of a shock [h].
    Undone(u32, f64),
    /// Met a blocker that was no obstacle.
    Passed(Blocker),
    /// Met a blocker and was stuck.
    Stuck(Blocker, BlockerKind),
    /// Asked a colleague, who said yes or no.
    Asked(Blocker, usize, bool),
    /// The assist leader asked passed the question on to another, who said yes or no.
    Referred(Blocker, usize, bool),
    /// Asked the formal lead.
    Escalated(Blocker),
    /// Was noticed by an assist leader without having asked.
    Noticed(Blocker, usize),
    /// Was helped, which is over now.
    Helped {
        /// With what.
        blocker: Blocker,
        /// By whom.
        helper: usize,
        /// For how long [h].
        hours: f64,
        /// What the helper was doing before.
        from: Activity,
    },
    /// Was stuck no more, after so long [h].
    Unstuck(Blocker, Ending, f64),
    /// Left the team, a task in hand going to others.
    Left,
    /// Took the vacant seat.
    Joined,
}

/// A line of the diary.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// When.
    pub at: Moment,
    /// Whose; nobody's where the formal lead decided.
    pub seat: Option<usize>,
    /// What happened.
    pub event: Event,
}

/// A seat's day, as it was lived: the states in force during it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Day {
    /// Whether someone holds the seat.
    pub present: bool,
    /// Whether it is an assist leader's.
    pub assist_leader: bool,
    /// Whether burnt out.
    pub burnt_out: bool,
    /// Energy [0, 1].
    pub energy: f64,
    /// Exhaustion [0, 1].
    pub exhaustion: f64,
    /// Morale [0, 1].
    pub morale: f64,
    /// Mean skill over the domains [0, 1].
    pub skill: f64,
    /// Hours by activity [h].
    pub hours: Hours,
    /// Of the hours of helping, those on duty [h].
    pub duty_help: f64,
}

/// The diary of one arm, from the moment it was asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diary {
    /// What happened, in order of time.
    pub entries: Vec<Entry>,
    /// All days by seat.
    pub days: Vec<Vec<Day>>,
}

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
    pub(super) fn note(&mut self, seat: usize, event: Event) {
        self.note_of(Some(seat), event);
    }

    /// Something happened, perhaps to nobody on the team.
    #[inline]
    pub(super) fn note_of(&mut self, seat: Option<usize>, event: Event) {
        if self.diary.is_some() {
            self.write(seat, event);
        }
    }

    /// Something happened to a member about the blocker it is before.
    #[inline]
    pub(super) fn note_blocker(&mut self, seat: usize, event: impl FnOnce(Blocker) -> Event) {
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
    pub(super) fn note_day(&mut self) {
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
                hours: member.today.hours,
                duty_help: member.today.duty_help,
            });
        }
    }
}

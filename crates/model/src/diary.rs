//! What happened to whom, if anyone wants to know: a diary of single events and of every member's days.
//!
//! A simulation keeps none unless [`keep_diary`](super::simulation::Simulation::keep_diary) asks for it. Keeping one reads and never changes the state, draws
//! nothing and plans nothing, so no result depends on it. Tasks and blockers stand under their content keys, which both arms of a
//! pair share: what became of the same blocker in the other arm can be looked up.

use super::state::member::{Activity, BlockerKind, Ending, Hours};

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
    /// Would have met a blocker whose cause is mended.
    Averted(Blocker),
    /// Met a blocker and was stuck.
    Stuck(Blocker, BlockerKind),
    /// The blocker before which someone is stuck comes from this lasting cause, the most frequent being 0.
    Recurred(Blocker, usize),
    /// This lasting cause is mended.
    Mended(usize),
    /// Asked a colleague, who said yes or no.
    Asked(Blocker, usize, bool),
    /// The assist leader asked passed the question on to another, who said yes or no.
    Referred(Blocker, usize, bool),
    /// Asked the formal lead.
    Escalated(Blocker),
    /// Was noticed by an assist leader without having asked, and let itself be helped or not.
    Noticed(Blocker, usize, bool),
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
        /// Whether nobody had asked.
        unasked: bool,
        /// Whether anyone was thanked.
        thanked: bool,
    },
    /// Help that nobody had asked for came to nothing.
    Failed {
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
    /// Whose; nobody's where the formal lead decided or a cause was mended.
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
    /// Skill in the own domain [0, 1].
    pub skill_home: f64,
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

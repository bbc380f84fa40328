//! A diary, read: every struggle from its blocker to its end, and the course of every task.

use std::collections::BTreeMap;

use model::diary::{Blocker, Entry, Event, Moment};
use model::parameters::Source;
use model::scenario::Scenario;
use model::state::member::Ending;
use model::state::member::{Activity, BlockerKind};

/// A request for help.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Request {
    /// When.
    pub at: Moment,
    /// Who was asked.
    pub whom: usize,
    /// Whether that one said yes.
    pub granted: bool,
}

/// How a struggle ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// Solved alone.
    Alone,
    /// With help.
    Helped {
        /// Whose.
        by: usize,
        /// How long the help took [h].
        hours: f64,
        /// What the helper was doing before.
        from: Activity,
    },
    /// Decided by the formal lead.
    Lead,
    /// The one who struggled left.
    Left,
    /// Not by the end of the run.
    Open,
}

/// One member's struggle with a blocker.
#[derive(Clone, Debug, PartialEq)]
pub struct Struggle {
    /// Who struggled.
    pub seat: usize,
    /// With what.
    pub blocker: Blocker,
    /// Of which kind.
    pub kind: BlockerKind,
    /// The lasting cause it comes from, if any.
    pub cause: Option<usize>,
    /// When it was met.
    pub met: Moment,
    /// When it was over, or the run.
    pub over: Moment,
    /// Who was asked, those to whom an assist leader passed the question on among them.
    pub requests: Vec<Request>,
    /// The assist leader who noticed it.
    pub noticed: Option<usize>,
    /// Assist leaders whose help was declined.
    pub declined: Vec<usize>,
    /// Assist leaders who could not help.
    pub in_vain: Vec<usize>,
    /// Whether the formal lead was asked.
    pub escalated: bool,
    /// How it ended.
    pub end: End,
}

impl Struggle {
    /// How long it lasted [h].
    pub fn hours(&self) -> f64 {
        self.over.hour - self.met.hour
    }
}

/// The course of a task.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// Who took it up, and when.
    pub holders: Vec<(Moment, usize)>,
    /// How often it was sent back.
    pub rework: u32,
    /// When it was accepted.
    pub accepted: Option<Moment>,
}

/// An arm's diary, read.
#[derive(Clone, Debug)]
pub struct Ledger {
    /// All struggles, by when their blocker was met.
    pub struggles: Vec<Struggle>,
    /// The tasks that were taken up.
    pub tasks: BTreeMap<u32, Course>,
    /// The last struggle with each blocker.
    stuck: BTreeMap<Blocker, usize>,
    /// Blockers that were no obstacle, and to whom.
    passed: BTreeMap<Blocker, usize>,
    /// Blockers that did not come up as their cause was mended, and to whom.
    averted: BTreeMap<Blocker, usize>,
    /// The lasting causes that were mended, and when.
    pub mended: Vec<(usize, Moment)>,
    /// Who took a vacant seat, and when.
    joined: Vec<(usize, Moment)>,
    /// Which struggle each seat is in.
    open: Vec<Option<usize>>,
    /// When the run ends.
    pub(super) end: Moment,
}

/// What became of a blocker in an arm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fate<'a> {
    /// Someone was stuck before it.
    Stuck(&'a Struggle),
    /// It was no obstacle to this member.
    Passed(usize),
    /// It did not come up to this member, as its cause was mended.
    Averted(usize),
    /// The task was taken up, but the blocker was not met by the end of the run.
    NotMet(&'a Course),
    /// The task was not taken up by the end of the run.
    NotReached,
}

impl Ledger {
    /// Of so many seats and a run that ends at a moment; nothing is read yet.
    pub fn new(seats: usize, end: Moment) -> Self {
        Self {
            struggles: Vec::new(),
            tasks: BTreeMap::new(),
            stuck: BTreeMap::new(),
            passed: BTreeMap::new(),
            averted: BTreeMap::new(),
            mended: Vec::new(),
            joined: Vec::new(),
            open: vec![None; seats],
            end,
        }
    }

    /// When the last task of a project was accepted; `None` where there is no project, or one that was not finished.
    pub fn finished(&self, scenario: &Scenario) -> Option<Moment> {
        let world = scenario.world();
        let accepted: Vec<Moment> = self.tasks.values().filter_map(|course| course.accepted).collect();
        let all = world.source == Source::Project && accepted.len() == world.project_tasks as usize;
        accepted.into_iter().filter(|_| all).max_by(|a, b| a.hour.total_cmp(&b.hour))
    }

    /// What a seat struggled with that came from a lasting cause, in order of time.
    pub fn from_cause(&self, seat: usize, cause: usize) -> impl Iterator<Item = &Struggle> {
        self.struggles.iter().filter(move |struggle| struggle.seat == seat && struggle.cause == Some(cause))
    }

    /// How often a lasting cause had stopped whoever held a seat at a moment, as long as that one had been there.
    pub fn met_before(&self, seat: usize, cause: usize, at: Moment) -> usize {
        let joined = self.joined.iter().filter(|(other, then)| *other == seat && then.hour <= at.hour);
        let since = joined.map(|(_, then)| then.hour).fold(0.0, f64::max);
        let met = |struggle: &&Struggle| struggle.met.hour < at.hour && struggle.met.hour >= since;
        self.from_cause(seat, cause).filter(met).count()
    }

    /// What became of a blocker.
    pub fn fate(&self, blocker: Blocker) -> Fate<'_> {
        if let Some(&index) = self.stuck.get(&blocker) {
            return Fate::Stuck(&self.struggles[index]);
        }
        if let Some(&seat) = self.passed.get(&blocker) {
            return Fate::Passed(seat);
        }
        if let Some(&seat) = self.averted.get(&blocker) {
            return Fate::Averted(seat);
        }
        self.tasks.get(&blocker.task).map_or(Fate::NotReached, Fate::NotMet)
    }

    /// Reads the next entry of the diary.
    pub fn read(&mut self, entry: &Entry) {
        match (entry.event, entry.seat) {
            (Event::TookUp(task), Some(seat)) => self.course(task).holders.push((entry.at, seat)),
            (Event::SentBack(task, _), _) => self.course(task).rework += 1,
            (Event::Accepted(task), _) => self.course(task).accepted = Some(entry.at),
            (Event::Passed(blocker), Some(seat)) => {
                self.passed.insert(blocker, seat);
            }
            (Event::Averted(blocker), Some(seat)) => {
                self.averted.insert(blocker, seat);
            }
            (Event::Stuck(blocker, kind), Some(seat)) => {
                self.open[seat] = Some(self.struggles.len());
                self.stuck.insert(blocker, self.struggles.len());
                self.struggles.push(Struggle {
                    seat,
                    blocker,
                    kind,
                    cause: None,
                    met: entry.at,
                    over: self.end,
                    requests: Vec::new(),
                    noticed: None,
                    declined: Vec::new(),
                    in_vain: Vec::new(),
                    escalated: false,
                    end: End::Open,
                });
            }
            (Event::Joined, Some(seat)) => self.joined.push((seat, entry.at)),
            (event, Some(seat)) => {
                let Some(index) = self.open[seat] else { return };
                if go_on(&mut self.struggles[index], entry.at, event) {
                    self.open[seat] = None;
                }
            }
            (Event::Mended(cause), None) => self.mended.push((cause, entry.at)),
            (_, None) => {}
        }
    }

    fn course(&mut self, task: u32) -> &mut Course {
        self.tasks.entry(task).or_default()
    }
}

/// A struggle goes on; answers whether it is over.
fn go_on(struggle: &mut Struggle, at: Moment, event: Event) -> bool {
    match event {
        Event::Asked(_, whom, granted) | Event::Referred(_, whom, granted) => {
            struggle.requests.push(Request { at, whom, granted });
        }
        Event::Recurred(_, cause) => struggle.cause = Some(cause),
        Event::Escalated(_) => struggle.escalated = true,
        Event::Noticed(_, by, true) => struggle.noticed = Some(by),
        Event::Noticed(_, by, false) => struggle.declined.push(by),
        Event::Failed { helper, .. } => {
            struggle.noticed = None;
            struggle.in_vain.push(helper);
        }
        Event::Helped { helper, hours, from, .. } => struggle.end = End::Helped { by: helper, hours, from },
        Event::Unstuck(_, ending, _) => {
            match ending {
                Ending::Alone => struggle.end = End::Alone,
                Ending::Lead => struggle.end = End::Lead,
                // The help itself was put down just before.
                Ending::Helped => {}
            }
            struggle.over = at;
            return true;
        }
        Event::Left => {
            struggle.end = End::Left;
            struggle.over = at;
            return true;
        }
        _ => {}
    }
    false
}

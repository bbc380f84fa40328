//! What is known of one worker: whether it is there, what it was given, and how long it has been waited for.

use std::collections::VecDeque;
use std::rc::Rc;

use super::messages::SLOTS;
use crate::inquiry::Question;
use experiment::study::Job;

/// When a worker that has not said hello is late, and when, after that, it will not come any more [turns].
pub const LATE: u32 = 20;
/// See [`LATE`].
pub const MISSING: u32 = 240;

/// A worker.
#[derive(Debug, Default)]
pub struct Worker {
    stands: Stands,
    /// What it was given, the first of which it is at.
    jobs: VecDeque<Given>,
    /// Digests of the scenarios that it was told, by place.
    told: [Option<u128>; SLOTS],
    /// The place for the next.
    next: usize,
    /// For how long it has been waited for [turns].
    waited: u32,
}

/// How far it has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stands {
    #[default]
    Starting,
    Late,
    Missing,
    Here,
}

/// A job that was given.
#[derive(Debug)]
pub struct Given {
    /// The job.
    pub job: Job,
    /// How long it may take [turns].
    pub patience: u32,
    /// To which wish it belongs.
    pub wish: u32,
    /// What is asked by it on the page of questions.
    pub question: Option<Rc<Question>>,
}

/// What a turn too many says of a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rings {
    /// It has not said hello yet: it is waited for, but nothing waits for it.
    Late,
    /// Nor long after.
    Missing,
    /// It has been at a job for too long: a browser may end a worker without a word.
    Silent,
}

impl Worker {
    /// It has said hello.
    pub fn is_here(&mut self) {
        (self.stands, self.waited) = (Stands::Here, 0);
    }

    /// Whether it should have said hello by now.
    pub fn is_late(&self) -> bool {
        matches!(self.stands, Stands::Late | Stands::Missing)
    }

    /// Whether it can take a job for a wish: one to be at and one to go on with, so that it never waits for a page that is drawing. What
    /// belongs to another wish it drops.
    pub fn is_free(&self, wish: u32) -> bool {
        self.stands == Stands::Here && self.jobs.iter().filter(|given| given.wish == wish).count() < 2
    }

    /// It was given a job.
    pub fn give(&mut self, given: Given) {
        if self.jobs.is_empty() {
            self.waited = 0;
        }
        self.jobs.push_back(given);
    }

    /// It has done the job it was at, if its first replicate is this.
    pub fn is_done(&mut self, first: u32) -> Option<Given> {
        self.jobs.front().filter(|given| given.job.replicates.start == first)?;
        self.waited = 0;
        self.jobs.pop_front()
    }

    /// Where it keeps the scenario of this digest, and whether it has to be told first, in place of the one it was told longest ago.
    pub fn slot(&mut self, digest: u128) -> (usize, bool) {
        if let Some(slot) = self.told.iter().position(|told| *told == Some(digest)) {
            return (slot, false);
        }
        let slot = self.next;
        self.told[slot] = Some(digest);
        self.next = (slot + 1) % SLOTS;
        (slot, true)
    }

    /// What it was given and has not done.
    pub fn jobs(self) -> impl Iterator<Item = Given> {
        self.jobs.into_iter()
    }

    /// Whether something is expected of it.
    pub fn is_awaited(&self) -> bool {
        self.limit().is_some()
    }

    /// The page had a turn; whether that was one too many.
    pub fn count_turn(&mut self) -> Option<Rings> {
        let (limit, rings) = self.limit()?;
        self.waited += 1;
        if self.waited < limit {
            return None;
        }
        self.waited = 0;
        match rings {
            Rings::Late => self.stands = Stands::Late,
            Rings::Missing => self.stands = Stands::Missing,
            Rings::Silent => {}
        }
        Some(rings)
    }

    /// After how many turns what is said.
    fn limit(&self) -> Option<(u32, Rings)> {
        match self.stands {
            Stands::Starting => Some((LATE, Rings::Late)),
            Stands::Late => Some((MISSING, Rings::Missing)),
            Stands::Missing => None,
            Stands::Here => self.jobs.front().map(|given| (given.patience, Rings::Silent)),
        }
    }
}

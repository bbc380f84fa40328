//! A study: scenarios, how many replicates of each are wanted or how sure one wants to be, and what is kept of them.
//!
//! A [`Study`] knows neither threads nor workers nor a clock. It is asked for a [`Job`] by whoever has time for one, gets the pairs back in
//! any order, and is told of jobs that were lost:
//!
//! ```text
//! Point --add--> Study --next_job--> Job --run--> pairs --accept--> Study --result--> Results
//!                      <--release-- (lost)
//! ```
//!
//! Pairs are kept by what decides them, the digest of the scenario and the replicate, in a [`Sample`]. Points of the same digest share a
//! sample, so what is known is not run again: two points that are equal, one that comes back, or one that asks for more. What a result is of
//! are the first so many replicates, gone through by replicate. So it does not depend on who ran what, in which order and in jobs of which
//! size; nor does where a point ends that runs until it is sure, for that is looked at after fixed numbers of pairs.
//!
//! So whoever wants to stop cancels a point, and adds it again to go on: nothing is lost.
//!
//! Memory is bounded by [`Keep::most_bytes`] for each point that is not complete, and by the study's room for what is known besides: what
//! never came to a result goes first, then what was used least lately, and is run again if it is asked for again. Only results that a point
//! still has stay whatever their size. A point of statistics that asks for fewer replicates than were gone through is run again too, for what is folded in cannot be taken out.

mod accumulator;
pub mod plan;
pub mod progress;
pub mod results;
mod sample;
pub mod shares;
#[cfg(not(target_arch = "wasm32"))]
pub mod threads;

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use super::digest;
use super::goal::LOOK;
use super::pair::Pair;
use model::scenario::Scenario;
use plan::{Keep, Point, PointId, Replicates};
use progress::Progress;
use results::Results;
use sample::Sample;
use shares::Hand;

/// Which job of a study.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct JobId(u64);

/// Which sample of a study.
type SampleId = u64;

/// Some replicates to be run.
#[derive(Clone, Debug)]
pub struct Job {
    /// By which its pairs are accepted.
    pub id: JobId,
    /// What is run.
    pub scenario: Arc<Scenario>,
    /// The [digest](digest::scenario) of that.
    pub digest: u128,
    /// Which replicates.
    pub replicates: Range<u32>,
    /// What of them is wanted.
    pub keep: Keep,
}

impl Job {
    /// Its pairs, by replicate, without what nobody wants.
    pub fn run(&self) -> Vec<Pair> {
        self.replicates.clone().map(|replicate| self.keep.run(&self.scenario, replicate)).collect()
    }
}

/// Points, jobs that are out, and what is known.
#[derive(Debug)]
pub struct Study {
    /// By id.
    points: Vec<Asked>,
    /// Points that are not complete, in the order in which they are worked on.
    open: Vec<(Reverse<u8>, PointId)>,
    /// By id.
    samples: Vec<Sample>,
    /// Jobs that are out: of which sample, and which replicates, counted from its first.
    jobs: Vec<(JobId, SampleId, Range<u32>)>,
    /// The next number for a point, sample or job.
    serial: u64,
    /// What is known may take so much while nobody asks for more of it [bytes].
    room: u64,
    /// Work done since the start [member-days].
    work: f64,
}

/// A point that was asked for.
#[derive(Debug)]
struct Asked {
    id: PointId,
    point: Point,
    digest: u128,
    /// By which it is answered; 0 if its results were known.
    sample: SampleId,
    /// The number of pairs at which is looked whether they are enough.
    look: u32,
    /// About how many pairs it takes.
    expected: u32,
    results: Option<Results>,
}

impl Asked {
    /// Replicates that are run for it for now: of those that may be needed a hundred are begun before it is known whether they are.
    fn target(&self) -> u32 {
        match self.point.replicates {
            Replicates::Count(count) => count,
            Replicates::Sure(..) => (self.look + LOOK).min(self.point.replicates.most()),
        }
    }
}

impl Study {
    /// Of no points yet; `room` is what results may take that no point waits for [bytes].
    pub fn new(room: u64) -> Self {
        Self { points: Vec::new(), open: Vec::new(), samples: Vec::new(), jobs: Vec::new(), serial: 0, room, work: 0.0 }
    }

    /// Adds a point; of what is known already nothing is run again.
    pub fn add(&mut self, point: Point) -> PointId {
        let id = PointId(self.number());
        let digest = digest::scenario(&point.scenario);
        let look = point.replicates.first_look();
        let results = self.known(&point, digest);
        let expected = point.replicates.expected(0, f64::NAN);
        let mut sample = 0;
        if results.is_none() {
            sample = self.sample(&point, digest, look);
            insert(&mut self.open, (Reverse(point.priority), id));
            if let Some(sample) = self.find(sample) {
                insert(&mut sample.waiting, (look, id));
            }
        }
        self.points.push(Asked { id, point, digest, sample, look, expected, results });
        self.settle(sample);
        id
    }

    fn asked(&self, id: PointId) -> Option<&Asked> {
        self.points.binary_search_by_key(&id, |asked| asked.id).ok().map(|place| &self.points[place])
    }

    fn place(&self, id: SampleId) -> Option<usize> {
        self.samples.binary_search_by_key(&id, |sample| sample.id).ok()
    }

    fn find(&mut self, id: SampleId) -> Option<&mut Sample> {
        self.place(id).map(|place| &mut self.samples[place])
    }

    /// What a point of the same came to that is complete.
    fn known(&self, point: &Point, digest: u128) -> Option<Results> {
        let same = |asked: &&Asked| {
            asked.digest == digest
                && asked.point.first == point.first
                && asked.point.replicates == point.replicates
                && asked.point.keep.answers(point.keep)
                && asked.results.is_some()
        };
        self.points.iter().find(same)?.results.clone()
    }

    /// The sample that can answer a point, a new one if there is none.
    fn sample(&mut self, point: &Point, digest: u128, look: u32) -> SampleId {
        let used = self.number();
        let fits = |sample: &&mut Sample| {
            sample.digest == digest
                && sample.first_replicate == point.first
                && sample.keep.answers(point.keep)
                && sample.can_stop_at(look)
        };
        if let Some(sample) = self.samples.iter_mut().find(fits) {
            sample.used = used;
            return sample.id;
        }
        self.samples.push(Sample::new(point, digest, used));
        used
    }

    fn number(&mut self) -> u64 {
        self.serial += 1;
        self.serial
    }

    /// The next job for a hand: of the points of the highest priority that of the one added first, and of that at most so many pairs.
    /// `None` if there is nothing to do for now; there may be when jobs that are out have come back.
    pub fn next_job(&mut self, hand: Hand, most: impl Fn(&Scenario, Keep) -> u32) -> Option<Job> {
        for &(_, point) in &self.open {
            let Some((target, id)) = self.asked(point).map(|asked| (asked.target(), asked.sample)) else { continue };
            let Some(place) = self.place(id) else { continue };
            let sample = &mut self.samples[place];
            if let Some(replicates) = sample.take(hand, most(&sample.scenario, sample.keep), target) {
                let (scenario, digest, keep) = (Arc::clone(&sample.scenario), sample.digest, sample.keep);
                let first = sample.first_replicate;
                let job = JobId(self.number());
                self.jobs.push((job, id, replicates.clone()));
                let replicates = first + replicates.start..first + replicates.end;
                return Some(Job { id: job, scenario, digest, replicates, keep });
            }
        }
        None
    }

    /// A job that is out no longer.
    fn back(&mut self, job: JobId) -> Option<(SampleId, Range<u32>)> {
        let place = self.jobs.iter().position(|(id, ..)| *id == job)?;
        let (_, sample, replicates) = self.jobs.swap_remove(place);
        Some((sample, replicates))
    }

    /// Takes the pairs of a job. If they are fewer than were asked for, they are the first of them, and the rest is given out again. What
    /// comes back of a job that was released or cancelled is dropped.
    pub fn accept(&mut self, job: JobId, mut pairs: Vec<Pair>) {
        let Some((id, replicates)) = self.back(job) else { return };
        let Some(sample) = self.find(id) else { return };
        pairs.truncate((replicates.end - replicates.start) as usize);
        let done = replicates.start + pairs.len() as u32;
        let work = progress::work(&sample.scenario) * pairs.len() as f64;
        sample.put(replicates.start, pairs);
        sample.give_back(done..replicates.end);
        self.work += work;
        self.settle(id);
    }

    /// A job is lost, or will not be done: it is given out again.
    pub fn release(&mut self, job: JobId) {
        if let Some((sample, replicates)) = self.back(job)
            && let Some(sample) = self.find(sample)
        {
            sample.give_back(replicates);
        }
    }

    /// Looks at the points that wait for a sample as far as it has come.
    fn settle(&mut self, id: SampleId) {
        let Some(place) = self.place(id) else { return };
        let sample = &mut self.samples[place];
        let mut done = false;
        while let Some(&(look, point)) = sample.waiting.first() {
            if !sample.reach(look) {
                break;
            }
            sample.waiting.remove(0);
            let results = sample.first(look);
            let place =
                self.points.binary_search_by_key(&point, |asked| asked.id).expect("invariant: who waits is a point");
            let asked = &mut self.points[place];
            let width = asked.point.replicates.half_width(&results);
            if asked.point.replicates.is_met(look, width) {
                asked.results = Some(results);
                remove(&mut self.open, &(Reverse(asked.point.priority), point));
                sample.answered = true;
                done = true;
            } else {
                asked.expected = asked.point.replicates.expected(look, width);
                asked.look += LOOK;
                insert(&mut sample.waiting, (asked.look, point));
            }
        }
        if done {
            self.make_room();
        }
    }

    /// Lets go of what nobody waits for and never came to a result or was used least lately, until the rest has room.
    fn make_room(&mut self) {
        let idle = |sample: &Sample| sample.waiting.is_empty();
        let mut taken: u64 = self.samples.iter().filter(|sample| idle(sample)).map(Sample::bytes).sum();
        while taken > self.room {
            let places = (0..self.samples.len()).filter(|&place| idle(&self.samples[place]));
            let worth = |&place: &usize| (self.samples[place].answered, self.samples[place].used);
            let Some(least) = places.min_by_key(worth) else { return };
            taken -= self.samples.remove(least).bytes();
        }
    }

    /// Ends a point. What is known of it stays known as long as there is room.
    pub fn cancel(&mut self, id: PointId) {
        let Ok(place) = self.points.binary_search_by_key(&id, |asked| asked.id) else { return };
        let asked = self.points.remove(place);
        remove(&mut self.open, &(Reverse(asked.point.priority), id));
        if let Some(sample) = self.find(asked.sample) {
            remove(&mut sample.waiting, &(asked.look, id));
        }
        self.make_room();
    }

    /// Works on a point before those of a lower priority from now on.
    pub fn prefer(&mut self, id: PointId, priority: u8) {
        let Ok(place) = self.points.binary_search_by_key(&id, |asked| asked.id) else { return };
        let before = std::mem::replace(&mut self.points[place].point.priority, priority);
        if remove(&mut self.open, &(Reverse(before), id)) {
            insert(&mut self.open, (Reverse(priority), id));
        }
    }

    /// What a point came to; `None` as long as it is not complete.
    pub fn results(&self, id: PointId) -> Option<&Results> {
        self.asked(id)?.results.as_ref()
    }

    /// What the first replicates of a point say so far, complete or not; `None` if it was cancelled.
    pub fn so_far(&self, id: PointId) -> Option<Results> {
        let asked = self.asked(id)?;
        asked.results.clone().or_else(|| Some(self.samples[self.place(asked.sample)?].so_far(asked.target())))
    }

    /// The [digest](digest::scenario) of a point's scenario; `None` if it was cancelled.
    pub fn digest(&self, id: PointId) -> Option<u128> {
        self.asked(id).map(|asked| asked.digest)
    }

    /// Of how many pairs that is.
    pub fn done(&self, id: PointId) -> u32 {
        let Some(asked) = self.asked(id) else { return 0 };
        let known = || self.place(asked.sample).map_or(0, |place| self.samples[place].in_order().min(asked.target()));
        asked.results.as_ref().map_or_else(known, Results::done)
    }

    /// About how many pairs a point takes in all; 0 if it was cancelled.
    pub fn expected(&self, id: PointId) -> u32 {
        self.asked(id).map_or(0, |asked| asked.results.as_ref().map_or(asked.expected, Results::done))
    }

    /// Whether all points are complete.
    pub fn is_complete(&self) -> bool {
        self.open.is_empty()
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        let mut progress = Progress::new(self.points.len(), self.open.len(), self.work);
        for asked in &self.points {
            let known = match &asked.results {
                Some(results) => results.done(),
                None => self.place(asked.sample).map_or(0, |place| self.samples[place].done()),
            };
            let is_open = asked.results.is_none();
            let total = if is_open { asked.expected.max(asked.look) } else { known };
            let exact = !is_open || matches!(asked.point.replicates, Replicates::Count(_));
            progress.count(&asked.point.scenario, known, total, exact);
        }
        progress
    }

    /// What is kept now [bytes].
    pub fn bytes(&self) -> u64 {
        self.samples.iter().map(Sample::bytes).sum()
    }
}

/// Puts something where it belongs in a list in ascending order, which for few is lighter than a tree.
fn insert<T: Ord>(list: &mut Vec<T>, one: T) {
    let place = list.partition_point(|other| *other < one);
    list.insert(place, one);
}

/// Takes it out again; answers whether it was there.
fn remove<T: Ord>(list: &mut Vec<T>, one: &T) -> bool {
    list.binary_search(one).map(|place| list.remove(place)).is_ok()
}

#[cfg(test)]
mod tests;

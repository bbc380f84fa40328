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
//! Memory is bounded by [`Keep::most_bytes`] for each point that is not complete, and by the study's room for what is known besides: what
//! was used least lately goes first, and is run again if it is asked for again. Only results that a point still has stay whatever their size.
//! A point of statistics that asks for fewer replicates than were gone through is run again too, for what is folded in cannot be taken out.

mod accumulator;
pub mod plan;
pub mod progress;
pub mod results;
mod sample;
#[cfg(not(target_arch = "wasm32"))]
pub mod threads;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::digest;
use super::goal::LOOK;
use super::pair::{Pair, run_pair};
use model::scenario::Scenario;
use plan::{Keep, Point, PointId, Replicates};
use progress::Progress;
use results::Results;
use sample::Sample;

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
    /// Which replicates.
    pub replicates: Range<u32>,
    /// What of them is wanted.
    pub keep: Keep,
}

impl Job {
    /// Its pairs, by replicate, without what nobody wants.
    pub fn run(&self) -> Vec<Pair> {
        self.replicates.clone().map(|replicate| self.keep.of(run_pair(&self.scenario, replicate))).collect()
    }
}

/// Points, jobs that are out, and what is known.
#[derive(Debug)]
pub struct Study {
    points: BTreeMap<PointId, Asked>,
    /// Points that are not complete, in the order in which they are worked on.
    open: BTreeSet<(Reverse<u8>, PointId)>,
    samples: BTreeMap<SampleId, Sample>,
    jobs: BTreeMap<JobId, (SampleId, Range<u32>)>,
    /// The next number for a point, sample or job.
    serial: u64,
    paused: bool,
    /// What is known may take so much while nobody asks for more of it [bytes].
    room: u64,
    /// Work done since the start [member-days].
    work: f64,
}

/// A point that was asked for.
#[derive(Debug)]
struct Asked {
    point: Point,
    digest: u128,
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
        Self {
            points: BTreeMap::new(),
            open: BTreeSet::new(),
            samples: BTreeMap::new(),
            jobs: BTreeMap::new(),
            serial: 0,
            paused: false,
            room,
            work: 0.0,
        }
    }

    /// Adds a point; of what is known already nothing is run again.
    pub fn add(&mut self, point: Point) -> PointId {
        let id = PointId(self.number());
        let digest = digest::scenario(&point.scenario);
        let look = point.replicates.first_look();
        let results = self.known(&point, digest);
        let sample = if results.is_some() { 0 } else { self.sample(&point, digest, look) };
        let expected = point.replicates.expected(0, f64::NAN);
        if results.is_none() {
            self.open.insert((Reverse(point.priority), id));
            if let Some(sample) = self.samples.get_mut(&sample) {
                sample.waiting.insert((look, id));
            }
        }
        self.points.insert(id, Asked { point, digest, sample, look, expected, results });
        self.settle(sample);
        id
    }

    /// What a point of the same came to that is complete.
    fn known(&self, point: &Point, digest: u128) -> Option<Results> {
        let same = |asked: &&Asked| {
            asked.digest == digest
                && asked.point.replicates == point.replicates
                && asked.point.keep >= point.keep
                && asked.results.is_some()
        };
        self.points.values().find(same)?.results.clone()
    }

    /// The sample that can answer a point, a new one if there is none.
    fn sample(&mut self, point: &Point, digest: u128, look: u32) -> SampleId {
        let used = self.number();
        let fits = |sample: &Sample| sample.digest == digest && sample.keep >= point.keep && sample.can_stop_at(look);
        if let Some((&id, sample)) = self.samples.iter_mut().find(|(_, sample)| fits(sample)) {
            sample.used = used;
            return id;
        }
        self.samples.insert(used, Sample::new(Arc::clone(&point.scenario), digest, point.keep, used));
        used
    }

    fn number(&mut self) -> u64 {
        self.serial += 1;
        self.serial
    }

    /// The next job, of at most so many pairs: of the points of the highest priority that of the one added first. `None` if there is nothing
    /// to do for now; there may be when jobs that are out have come back.
    pub fn next_job(&mut self, most: u32) -> Option<Job> {
        if self.paused {
            return None;
        }
        for (_, point) in &self.open {
            let asked = &self.points[point];
            let Some(sample) = self.samples.get_mut(&asked.sample) else { continue };
            if let Some(replicates) = sample.take(asked.target(), most) {
                let (scenario, keep, sample) = (Arc::clone(&sample.scenario), sample.keep, asked.sample);
                let id = JobId(self.number());
                self.jobs.insert(id, (sample, replicates.clone()));
                return Some(Job { id, scenario, replicates, keep });
            }
        }
        None
    }

    /// Takes the pairs of a job. If they are fewer than were asked for, they are the first of them, and the rest is given out again. What
    /// comes back of a job that was released or cancelled is dropped.
    pub fn accept(&mut self, job: JobId, mut pairs: Vec<Pair>) {
        let Some((id, replicates)) = self.jobs.remove(&job) else { return };
        let Some(sample) = self.samples.get_mut(&id) else { return };
        pairs.truncate((replicates.end - replicates.start) as usize);
        let done = replicates.start + pairs.len() as u32;
        self.work += progress::work(&sample.scenario) * pairs.len() as f64;
        sample.put(replicates.start, pairs);
        sample.give_back(done..replicates.end);
        self.settle(id);
    }

    /// A job is lost, or will not be done: it is given out again.
    pub fn release(&mut self, job: JobId) {
        if let Some((sample, replicates)) = self.jobs.remove(&job)
            && let Some(sample) = self.samples.get_mut(&sample)
        {
            sample.give_back(replicates);
        }
    }

    /// Looks at the points that wait for a sample as far as it has come.
    fn settle(&mut self, id: SampleId) {
        let Some(sample) = self.samples.get_mut(&id) else { return };
        let mut done = false;
        while let Some(&(look, point)) = sample.waiting.first() {
            if !sample.reach(look) {
                break;
            }
            sample.waiting.pop_first();
            let results = sample.first(look);
            let asked = self.points.get_mut(&point).expect("invariant: who waits is a point");
            let width = asked.point.replicates.half_width(&results);
            if asked.point.replicates.is_met(look, width) {
                asked.results = Some(results);
                self.open.remove(&(Reverse(asked.point.priority), point));
                done = true;
            } else {
                asked.expected = asked.point.replicates.expected(look, width);
                asked.look += LOOK;
                sample.waiting.insert((asked.look, point));
            }
        }
        if done {
            self.make_room();
        }
    }

    /// Lets go of what nobody waits for and was used least lately, until the rest has room.
    fn make_room(&mut self) {
        let idle =
            |(&id, sample): (&SampleId, &Sample)| sample.waiting.is_empty().then(|| (sample.used, id, sample.bytes()));
        let mut idle: Vec<(u64, SampleId, u64)> = self.samples.iter().filter_map(idle).collect();
        idle.sort_unstable();
        let mut taken: u64 = idle.iter().map(|(_, _, bytes)| bytes).sum();
        for (_, id, bytes) in idle {
            if taken <= self.room {
                break;
            }
            self.samples.remove(&id);
            taken -= bytes;
        }
    }

    /// Gives out no more jobs; those that are out may come back.
    pub fn pause(&mut self) {
        self.paused = true;
    }

    /// Gives out jobs again.
    pub fn resume(&mut self) {
        self.paused = false;
    }

    /// Whether it gives out no jobs.
    pub fn is_paused(&self) -> bool {
        self.paused
    }

    /// Ends a point. What is known of it stays known as long as there is room.
    pub fn cancel(&mut self, id: PointId) {
        let Some(asked) = self.points.remove(&id) else { return };
        self.open.remove(&(Reverse(asked.point.priority), id));
        if let Some(sample) = self.samples.get_mut(&asked.sample) {
            sample.waiting.remove(&(asked.look, id));
        }
        self.make_room();
    }

    /// Works on a point before those of a lower priority from now on.
    pub fn prefer(&mut self, id: PointId, priority: u8) {
        let Some(asked) = self.points.get_mut(&id) else { return };
        let before = std::mem::replace(&mut asked.point.priority, priority);
        if self.open.remove(&(Reverse(before), id)) {
            self.open.insert((Reverse(priority), id));
        }
    }

    /// What a point came to; `None` as long as it is not complete.
    pub fn results(&self, id: PointId) -> Option<&Results> {
        self.points.get(&id)?.results.as_ref()
    }

    /// What the first replicates of a point say so far, complete or not; `None` if it was cancelled.
    pub fn so_far(&self, id: PointId) -> Option<Results> {
        let asked = self.points.get(&id)?;
        asked.results.clone().or_else(|| Some(self.samples.get(&asked.sample)?.so_far(asked.target())))
    }

    /// Whether all points are complete.
    pub fn is_complete(&self) -> bool {
        self.open.is_empty()
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        let mut progress = Progress::new(self.points.len(), self.open.len(), self.paused, self.work);
        for asked in self.points.values() {
            let known = match &asked.results {
                Some(results) => results.done(),
                None => self.samples.get(&asked.sample).map_or(0, Sample::done),
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
        self.samples.values().map(Sample::bytes).sum()
    }
}

#[cfg(test)]
mod tests;

//! What the page's side decides: which worker gets what, who is given up, and when the page computes by itself.
//!
//! A worker has two jobs of some 8 ms at a time, one to be at and one to go on with; a moved lever thus never waits longer. What
//! comes back for an earlier run is dropped. A worker that dies gets a successor and its jobs are done again. As long as none has
//! started the page computes by itself, in slices too short to notice; after three deaths, or if none ever starts, it says so.
//!
//! A worker that is slow is not dead: on a machine that does much else beside, all is slow. So none is given up by the clock, but by
//! the turns that the page itself had meanwhile.
//!
//! The pool knows no browser: it hears events, is told the time [ms], and answers with commands, which the `driver` carries out in
//! their order.

use std::ops::Range;
use std::rc::Rc;

use super::alone::Alone;
use super::messages::{Answer, BUILD, PairMessage, Request};
use super::run::Run;
use super::worker::{Given, Rings, Worker};
use crate::ensemble_summary::EnsembleSummary;
use crate::state::Notice;
use experiment::goal::Goal;
use library::file;
use model::scenario::Scenario;

/// How long a worker may be silent over the smallest job [turns].
const SILENCE: u32 = 40;
/// Deaths after which the page computes by itself.
const DEATHS: u32 = 3;

/// What the pool hears. Workers are known by their places, from 0.
#[derive(Debug)]
pub enum Event {
    /// A worker spoke.
    Said(usize, Answer),
    /// It failed, and why.
    Died(usize, String),
    /// The browser starts none, and why.
    NotStarted(String),
    /// The page had a turn.
    Turn,
    /// The page has time for a slice of its own.
    Slice,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Start a worker for a place.
    Start(usize),
    /// Send it a request.
    Send(usize, Request),
    /// End it.
    Terminate(usize),
    /// Let the page draw, then tell it that there is time for a slice.
    Slice,
    /// Tell of more pairs.
    Found(Rc<EnsembleSummary>),
    /// Tell that something is wrong.
    Trouble(Notice),
}

/// The workers and the run they are at.
#[derive(Default)]
pub struct Pool {
    /// By place; none where the page computes by itself.
    workers: Vec<Worker>,
    alone: bool,
    /// What the page computes by itself: of which run, and what is next.
    own: Alone,
    slice: Option<(u32, Range<u32>)>,
    deaths: u32,
    run: Option<Run>,
    /// The run's scenario as the text of a file.
    text: String,
    next: Option<(Rc<Scenario>, Goal)>,
    generation: u32,
    commands: Vec<Command>,
}

impl Pool {
    /// A pool of so many workers, which are to be started.
    pub fn new(workers: usize) -> (Self, Vec<Command>) {
        let pool = Self { workers: (0..workers).map(|_| Worker::default()).collect(), ..Self::default() };
        (pool, (0..workers).map(Command::Start).collect())
    }

    /// Runs pairs of a scenario until a goal is met; more of the run it is at, if that is the same.
    pub fn run(&mut self, scenario: &Rc<Scenario>, goal: Goal, now: f64) -> Vec<Command> {
        let goes_on = self.run.as_mut().is_some_and(|run| run.resume(scenario, goal));
        self.next = (!goes_on).then(|| (Rc::clone(scenario), goal));
        self.go_on(now);
        std::mem::take(&mut self.commands)
    }

    /// Sends no more jobs.
    pub fn stop(&mut self) {
        self.next = None;
        if let Some(run) = &mut self.run {
            run.stop();
        }
    }

    /// Whether it waits for a worker, and so has to hear of turns.
    pub fn waits(&self) -> bool {
        self.workers.iter().any(Worker::is_awaited)
    }

    /// What is to be done once that has happened.
    pub fn hear(&mut self, event: Event, now: f64) -> Vec<Command> {
        match event {
            Event::Said(place, answer) if place < self.workers.len() => self.hear_answer(place, answer, now),
            Event::Died(place, reason) if place < self.workers.len() => self.replace(place, &reason, now),
            // It was ended meanwhile.
            Event::Said(..) | Event::Died(..) => {}
            Event::NotStarted(reason) => self.go_alone(&reason, now),
            Event::Turn => self.count_turn(now),
            Event::Slice => {
                self.compute_slice();
                self.go_on(now);
            }
        }
        std::mem::take(&mut self.commands)
    }

    fn hear_answer(&mut self, place: usize, answer: Answer, now: f64) {
        match answer {
            Answer::Hello(build) if build == BUILD => self.workers[place].is_here(),
            Answer::Hello(build) => {
                let reason = format!("the worker is of version {build}, the page of {BUILD}: reload the page");
                return self.go_alone(&reason, now);
            }
            Answer::Refused(reason) => return self.go_alone(&reason, now),
            Answer::Broke(reason) => return self.replace(place, &reason, now),
            Answer::Done { generation, first, pairs, millis } => {
                let pairs: Option<Vec<_>> = pairs.into_iter().map(PairMessage::open).collect();
                let Some(pairs) = pairs else { return self.replace(place, "its pairs cannot be read", now) };
                self.workers[place].is_done();
                if let Some(run) = self.run.as_mut().filter(|run| run.generation() == generation) {
                    run.put(first, pairs, millis);
                }
            }
        }
        self.go_on(now);
    }

    fn count_turn(&mut self, now: f64) {
        for place in 0..self.workers.len() {
            match self.workers[place].count_turn() {
                None => {}
                Some(Rings::Late) => self.go_on(now),
                Some(Rings::Missing) if self.workers.iter().all(Worker::is_late) => {
                    return self.go_alone("no worker has said hello", now);
                }
                Some(Rings::Missing) => {}
                Some(Rings::Silent) => {
                    self.replace(place, "it has been silent for too long", now);
                    if self.alone {
                        return;
                    }
                }
            }
        }
    }

    /// Begins the run that waits, if the present one gives way.
    fn begin_next(&mut self, now: f64) {
        if !self.run.as_ref().is_none_or(|run| run.gives_way(now)) {
            return;
        }
        let Some((scenario, goal)) = self.next.take() else { return };
        self.generation += 1;
        // A larger team, or a longer time, takes as much longer.
        let millis = self.run.as_ref().map(|run| run.millis() * size(&scenario) / size(run.scenario()));
        self.text = file::write(&scenario);
        self.run = Some(Run::new(self.generation, scenario, goal, millis, now));
    }

    /// Gives every free worker a job.
    fn look_for_work(&mut self) {
        if self.workers.iter().all(Worker::is_late) {
            return self.compute_here();
        }
        let count = self.workers.len();
        let Some(run) = &mut self.run else { return };
        // In turns, so that all have the first of their jobs before any has the second.
        while self.workers.iter().any(Worker::is_free) {
            for (place, worker) in self.workers.iter_mut().enumerate().filter(|(_, worker)| worker.is_free()) {
                let Some(job) = run.take(place, count) else { return };
                let (generation, scenario) = (run.generation(), self.text.clone());
                let request = Request { generation, scenario, first: job.start, end: job.end };
                worker.give(Given { generation, patience: patience(run.scenario(), &job), job });
                self.commands.push(Command::Send(place, request));
            }
        }
    }

    fn go_on(&mut self, now: f64) {
        let waits = self.next.is_some();
        if self.run.as_ref().is_some_and(|run| run.has_news(now, waits)) {
            if !waits {
                // The workers go on while the page draws.
                self.look_for_work();
            }
            if let Some(run) = &mut self.run {
                self.commands.push(Command::Found(Rc::new(run.report(now))));
            }
        }
        self.begin_next(now);
        self.look_for_work();
    }

    /// A worker is dead: another takes its place, and its jobs are done again.
    fn replace(&mut self, place: usize, reason: &str, now: f64) {
        let lost = std::mem::take(&mut self.workers[place]);
        self.give_back(lost);
        self.deaths += 1;
        if self.deaths >= DEATHS {
            self.go_alone(reason, now);
        } else {
            self.commands.extend([Command::Terminate(place), Command::Start(place)]);
            self.go_on(now);
        }
    }

    fn give_back(&mut self, lost: Worker) {
        let Some(run) = &mut self.run else { return };
        let present = run.generation();
        for given in lost.jobs().filter(|given| given.generation == present) {
            run.give_back(given.job);
        }
    }

    /// No workers any more.
    fn go_alone(&mut self, reason: &str, now: f64) {
        if std::mem::replace(&mut self.alone, true) {
            return;
        }
        for (place, worker) in std::mem::take(&mut self.workers).into_iter().enumerate() {
            self.give_back(worker);
            self.commands.push(Command::Terminate(place));
        }
        self.commands.push(Command::Trouble(Notice {
            text: words::notices::no_workers().to_owned(),
            details: vec![reason.to_owned()],
            of_page: true,
        }));
        self.go_on(now);
    }

    /// Computes a slice in the page itself, once that has time for it.
    fn compute_here(&mut self) {
        if self.slice.is_some() {
            return;
        }
        let Some(run) = &mut self.run else { return };
        self.slice = run.take(0, 1).map(|job| (run.generation(), job));
        if self.slice.is_some() {
            self.commands.push(Command::Slice);
        }
    }

    fn compute_slice(&mut self) {
        let Some((generation, job)) = self.slice.take() else { return };
        if let Some(run) = self.run.as_mut().filter(|run| run.generation() == generation) {
            self.own.compute(run, job);
        }
    }
}

/// What the time of a pair goes with: seats and days.
fn size(scenario: &Scenario) -> f64 {
    f64::from(scenario.seats()) * f64::from(scenario.days())
}

/// How long a job may take before its worker is taken for dead [turns]: a hundred times what it takes, and some more.
fn patience(scenario: &Scenario, job: &Range<u32>) -> u32 {
    let weeks = scenario.seats().saturating_mul(scenario.days() / 5);
    (weeks / 250).saturating_mul(job.end - job.start).saturating_add(SILENCE)
}

#[cfg(test)]
mod tests;

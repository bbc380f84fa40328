//! The page's side: the workers, and the run of the ensemble they are at.
//!
//! A worker has one job at a time, of some 24 ms; a moved lever thus never waits longer. What comes back for an earlier run is
//! dropped. A worker that dies gets a successor and its job is done again; after three deaths, or if none starts in time, the
//! page says so and computes by itself, in slices too short to notice.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::{Rc, Weak};

use gloo::timers::callback::Timeout;
use yew::Callback;

use super::bootstrap::Bootstrap;
use super::hand::{Event, Hand};
use super::messages::{Answer, BUILD, Request};
use super::schedule::Schedule;
use crate::app::findings::Findings;
use crate::app::page::{now, spare_processors};
use crate::app::state::Notice;
use crate::experiment::ensemble::{Ensemble, run};
use crate::library::file;
use crate::model::scenario::Scenario;

/// How long a worker may take to say hello [ms].
const PATIENCE: u32 = 5000;
/// Deaths after which the page computes by itself.
const DEATHS: u32 = 3;
/// How long the page itself computes at a stretch [ms].
const SLICE: f64 = 8.0;
/// Time between two reports of one run [ms].
const REPORT: f64 = 125.0;
/// Pairs that are reported as soon as they are there, and time after which a run that has not come so far gives way to the
/// next all the same [ms]: a lever on the move shows something at every stop, and never waits.
const FIRST: u32 = 100;
const GRACE: f64 = 120.0;

/// What the pool has to say.
pub enum Report {
    /// More pairs are done.
    Found(Rc<Findings>),
    /// Something is wrong.
    Trouble(Notice),
}

/// The workers and the run they are at.
pub struct Pool {
    this: Weak<Self>,
    bootstrap: Option<Bootstrap>,
    hands: RefCell<Vec<Hand>>,
    alone: Cell<bool>,
    slice: RefCell<Option<Timeout>>,
    deaths: Cell<u32>,
    run: RefCell<Option<Run>>,
    next: RefCell<Option<(Rc<Scenario>, u32)>>,
    generation: Cell<u32>,
    report: Callback<Report>,
}

/// One run of the ensemble.
struct Run {
    generation: u32,
    scenario: Rc<Scenario>,
    text: String,
    wanted: u32,
    schedule: Schedule,
    ensemble: Ensemble,
    started: f64,
    reported: Option<f64>,
    /// Pairs in the last report.
    shown: u32,
    stopped: bool,
}

impl Pool {
    /// A pool whose workers are starting.
    pub fn new(report: Callback<Report>) -> Rc<Self> {
        let pool = Rc::new_cyclic(|this| Self {
            this: this.clone(),
            bootstrap: Bootstrap::new(),
            hands: RefCell::default(),
            alone: Cell::new(false),
            slice: RefCell::default(),
            deaths: Cell::new(0),
            run: RefCell::default(),
            next: RefCell::default(),
            generation: Cell::new(0),
            report,
        });
        for place in 0..spare_processors() {
            if !pool.alone.get() {
                pool.employ(place);
            }
        }
        pool
    }

    /// Runs so many pairs of a scenario; more of the one it is at, if it is the same.
    pub fn run(&self, scenario: &Rc<Scenario>, wanted: u32) {
        if let Some(run) = self.run.borrow_mut().as_mut().filter(|run| run.scenario == *scenario) {
            *self.next.borrow_mut() = None;
            run.wanted = wanted;
            run.schedule.set_target(wanted);
            run.stopped = false;
            // It may have all of them already.
            run.reported = None;
            run.shown = 0;
        } else {
            *self.next.borrow_mut() = Some((Rc::clone(scenario), wanted));
        }
        self.go_on();
    }

    /// Sends no more jobs.
    pub fn stop(&self) {
        self.next.borrow_mut().take();
        if let Some(run) = self.run.borrow_mut().as_mut() {
            run.stopped = true;
        }
    }

    /// Number of workers; 0 if the page computes by itself.
    pub fn workers(&self) -> usize {
        if self.alone.get() { 0 } else { self.hands.borrow().len() }
    }

    /// Begins the run that waits, if the present one has shown something or had its time.
    fn begin_next(&self) {
        let ready = self.run.borrow().as_ref().is_none_or(|run| {
            let shown = run.reported.is_some() && run.ensemble.done() >= FIRST.min(run.wanted);
            shown || run.stopped || now() - run.started >= GRACE
        });
        if !ready {
            return;
        }
        let Some((scenario, wanted)) = self.next.borrow_mut().take() else { return };
        self.generation.set(self.generation.get() + 1);
        let millis = self.run.borrow().as_ref().map(|run| run.schedule.millis());
        *self.run.borrow_mut() = Some(Run {
            generation: self.generation.get(),
            text: file::write(&scenario),
            scenario,
            wanted,
            schedule: Schedule::new(wanted, millis),
            ensemble: Ensemble::default(),
            started: now(),
            reported: None,
            shown: 0,
            stopped: false,
        });
    }

    /// Gives every free worker a job.
    fn look_for_work(&self) {
        if self.alone.get() {
            return self.compute_here();
        }
        let mut hands = self.hands.borrow_mut();
        let count = hands.len();
        if let Some(run) = self.run.borrow_mut().as_mut().filter(|run| !run.stopped) {
            for hand in hands.iter_mut().filter(|hand| hand.is_free()) {
                let Some(job) = run.schedule.take(count) else { break };
                let request =
                    Request { generation: run.generation, scenario: run.text.clone(), first: job.start, end: job.end };
                hand.give(run.generation, job, &request);
            }
        }
    }

    fn employ(&self, place: usize) {
        let this = self.this.clone();
        let hear = move |event| {
            if let Some(pool) = this.upgrade() {
                pool.hear(place, event);
            }
        };
        let Some(bootstrap) = &self.bootstrap else { return self.go_alone("the worker's script cannot be made") };
        match Hand::start(bootstrap, PATIENCE, hear) {
            Ok(hand) => {
                let mut hands = self.hands.borrow_mut();
                if place < hands.len() { hands[place] = hand } else { hands.push(hand) }
            }
            Err(reason) => self.go_alone(&reason),
        }
    }

    fn hear(&self, place: usize, event: Event) {
        match event {
            Event::Said(Answer::Hello(build)) if build == BUILD => {
                if let Some(hand) = self.hands.borrow_mut().get_mut(place) {
                    hand.is_here();
                }
            }
            Event::Said(Answer::Hello(build)) => {
                self.go_alone(&format!("the worker is of version {build}, the page of {BUILD}: reload the page"));
            }
            Event::Said(Answer::Refused(reason)) => self.go_alone(&reason),
            Event::Said(Answer::Done { generation, first, pairs, millis }) => {
                if let Some(hand) = self.hands.borrow_mut().get_mut(place) {
                    hand.is_done();
                }
                let count = pairs.len() as u32;
                let pairs: Option<Vec<_>> = pairs.into_iter().map(super::messages::PairMessage::open).collect();
                match (pairs, self.run.borrow_mut().as_mut()) {
                    (Some(pairs), Some(run)) if run.generation == generation => {
                        run.schedule.note(count, millis);
                        run.ensemble.put(first, pairs);
                    }
                    _ => {}
                }
            }
            Event::Late => return self.go_alone("no worker said hello within five seconds"),
            Event::Died(reason) => return self.replace(place, &reason),
        }
        self.go_on();
    }

    fn go_on(&self) {
        let due = self.run.borrow().as_ref().is_some_and(|run| {
            let done = run.ensemble.done();
            let enough = FIRST.min(run.wanted);
            let first = run.shown < enough && done >= enough;
            // The last that is seen of a run that has had its time.
            let last = self.next.borrow().is_some() && now() - run.started >= GRACE;
            let since = now() - run.reported.unwrap_or(run.started);
            done > 0 && (first || last || done >= run.wanted || since >= REPORT)
        });
        if due {
            if self.next.borrow().is_none() {
                // The workers go on while the page draws.
                self.look_for_work();
            }
            self.tell();
        }
        self.begin_next();
        self.look_for_work();
    }

    /// Reports what there is.
    fn tell(&self) {
        let findings = {
            let mut run = self.run.borrow_mut();
            let Some(run) = run.as_mut().filter(|run| run.ensemble.done() > 1) else { return };
            run.reported = Some(now());
            run.shown = run.ensemble.done();
            Findings::of(run.generation, &run.scenario, &run.ensemble, run.wanted)
        };
        self.report.emit(Report::Found(Rc::new(findings)));
    }

    /// A worker is dead: another takes its place, and its job is done again.
    fn replace(&self, place: usize, reason: &str) {
        let lost = self.hands.borrow_mut().get_mut(place).and_then(Hand::bury);
        self.give_back(lost);
        self.deaths.set(self.deaths.get() + 1);
        if self.deaths.get() >= DEATHS {
            self.go_alone(reason);
        } else {
            self.employ(place);
            self.go_on();
        }
    }

    fn give_back(&self, lost: Option<(u32, Range<u32>)>) {
        if let (Some((generation, job)), Some(run)) = (lost, self.run.borrow_mut().as_mut())
            && run.generation == generation
        {
            run.schedule.give_back(job);
        }
    }

    /// No workers any more.
    fn go_alone(&self, reason: &str) {
        if self.alone.replace(true) {
            return;
        }
        for mut hand in self.hands.take() {
            self.give_back(hand.bury());
        }
        self.report.emit(Report::Trouble(Notice {
            text: "The background workers do not run, so this page computes by itself: everything works, more slowly."
                .to_owned(),
            details: vec![reason.to_owned()],
        }));
        self.go_on();
    }

    /// Computes a slice in the page itself and comes back for the next.
    fn compute_here(&self) {
        let idle = self.run.borrow().as_ref().is_none_or(|run| run.stopped || run.ensemble.done() >= run.wanted);
        if idle || self.slice.borrow().is_some() {
            return;
        }
        let this = self.this.clone();
        *self.slice.borrow_mut() = Some(Timeout::new(0, move || {
            if let Some(pool) = this.upgrade() {
                pool.slice.borrow_mut().take();
                pool.compute_slice();
                pool.go_on();
            }
        }));
    }

    fn compute_slice(&self) {
        let end = now() + SLICE;
        if let Some(at) = self.run.borrow_mut().as_mut() {
            while now() < end {
                let Some(job) = at.schedule.take(1) else { break };
                let (one, rest) = (job.start..job.start + 1, job.start + 1..job.end);
                if !rest.is_empty() {
                    at.schedule.give_back(rest);
                }
                at.ensemble.put(one.start, run(&at.scenario, one));
            }
        }
    }
}

/// There is one pool on a page.
impl PartialEq for Pool {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

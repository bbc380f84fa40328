//! The page's side: the workers, and the run of the ensemble they are at.
//!
//! A worker has two jobs of some 8 ms at a time, one to be at and one to go on with; a moved lever thus never waits longer. What
//! comes back for an earlier run is dropped. A worker that dies gets a successor and its jobs are done again. As long as none has
//! started the page computes by itself, in slices too short to notice; after three deaths, or if none ever starts, it says so.
//!
//! A worker that is slow is not dead: on a machine that does much else beside, all is slow. So none is given up by the clock, but by
//! the turns that the page itself had meanwhile.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::{Rc, Weak};

use gloo::timers::callback::Timeout;
use yew::Callback;

use super::alone::Alone;
use super::bootstrap::Bootstrap;
use super::hand::{Event, Hand};
use super::messages::{Answer, BUILD, PairMessage, Request};
use super::run::Run;
use crate::ensemble_summary::EnsembleSummary;
use crate::page::{now, spare_processors};
use crate::state::Notice;
use experiment::goal::Goal;
use library::file;
use model::scenario::Scenario;

/// How long a worker may be silent over the smallest job [turns].
const SILENCE: u32 = 40;
/// Deaths after which the page computes by itself.
const DEATHS: u32 = 3;

/// What the pool has to say.
pub enum Report {
    /// More pairs are done.
    Found(Rc<EnsembleSummary>),
    /// Something is wrong.
    Trouble(Notice),
}

/// The workers and the run they are at.
pub struct Pool {
    this: Weak<Self>,
    bootstrap: Option<Bootstrap>,
    hands: RefCell<Vec<Hand>>,
    alone: Cell<bool>,
    /// What the page computes by itself, and when it goes on.
    own: RefCell<Alone>,
    slice: RefCell<Option<Timeout>>,
    deaths: Cell<u32>,
    run: RefCell<Option<Run>>,
    /// The run's scenario as the text of a file.
    text: RefCell<String>,
    next: RefCell<Option<(Rc<Scenario>, Goal)>>,
    generation: Cell<u32>,
    report: Callback<Report>,
}

impl Pool {
    /// A pool whose workers are starting.
    pub fn new(report: Callback<Report>) -> Rc<Self> {
        let pool = Rc::new_cyclic(|this| Self {
            this: this.clone(),
            bootstrap: Bootstrap::new(),
            hands: RefCell::default(),
            alone: Cell::new(false),
            own: RefCell::default(),
            slice: RefCell::default(),
            deaths: Cell::new(0),
            run: RefCell::default(),
            text: RefCell::default(),
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

    /// Runs pairs of a scenario until a goal is met; more of the run it is at, if that is the same.
    pub fn run(&self, scenario: &Rc<Scenario>, goal: Goal) {
        let goes_on = self.run.borrow_mut().as_mut().is_some_and(|run| run.resume(scenario, goal));
        *self.next.borrow_mut() = (!goes_on).then(|| (Rc::clone(scenario), goal));
        self.go_on();
    }

    /// Sends no more jobs.
    pub fn stop(&self) {
        self.next.borrow_mut().take();
        if let Some(run) = self.run.borrow_mut().as_mut() {
            run.stop();
        }
    }

    /// Number of workers; 0 if the page computes by itself.
    pub fn workers(&self) -> usize {
        if self.alone.get() { 0 } else { self.hands.borrow().len() }
    }

    /// Begins the run that waits, if the present one gives way.
    fn begin_next(&self) {
        if !self.run.borrow().as_ref().is_none_or(|run| run.gives_way(now())) {
            return;
        }
        let Some((scenario, goal)) = self.next.borrow_mut().take() else { return };
        self.generation.set(self.generation.get() + 1);
        // A larger team, or a longer time, takes as much longer.
        let millis = self.run.borrow().as_ref().map(|run| run.millis() * size(&scenario) / size(run.scenario()));
        *self.text.borrow_mut() = file::write(&scenario);
        *self.run.borrow_mut() = Some(Run::new(self.generation.get(), scenario, goal, millis, now()));
    }

    /// Gives every free worker a job.
    fn look_for_work(&self) {
        if self.alone.get() || self.hands.borrow().iter().all(Hand::is_late) {
            return self.compute_here();
        }
        let mut hands = self.hands.borrow_mut();
        let count = hands.len();
        let Some(run) = &mut *self.run.borrow_mut() else { return };
        // In turns, so that all have the first of their jobs before any has the second.
        while hands.iter().any(Hand::is_free) {
            for (place, hand) in hands.iter_mut().enumerate().filter(|(_, hand)| hand.is_free()) {
                let Some(job) = run.take(place, count) else { return };
                let scenario = self.text.borrow().clone();
                let request = Request { generation: run.generation(), scenario, first: job.start, end: job.end };
                let patience = patience(run.scenario(), &job);
                hand.give(run.generation(), job, &request, patience);
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
        match Hand::start(bootstrap, hear) {
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
                let pairs: Option<Vec<_>> = pairs.into_iter().map(PairMessage::open).collect();
                match (pairs, self.run.borrow_mut().as_mut()) {
                    (Some(pairs), Some(run)) if run.generation() == generation => run.put(first, pairs, millis),
                    _ => {}
                }
            }
            Event::Late => {
                if let Some(hand) = self.hands.borrow_mut().get_mut(place) {
                    hand.wait_on();
                }
            }
            Event::Missing if self.hands.borrow().iter().all(Hand::is_late) => {
                return self.go_alone("no worker has said hello");
            }
            Event::Missing => return,
            Event::Said(Answer::Broke(reason)) | Event::Died(reason) => return self.replace(place, &reason),
        }
        self.go_on();
    }

    fn go_on(&self) {
        let waits = self.next.borrow().is_some();
        if self.run.borrow().as_ref().is_some_and(|run| run.has_news(now(), waits)) {
            if !waits {
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
        let summary = self.run.borrow_mut().as_mut().map(|run| run.report(now()));
        if let Some(summary) = summary {
            self.report.emit(Report::Found(Rc::new(summary)));
        }
    }

    /// A worker is dead: another takes its place, and its job is done again.
    fn replace(&self, place: usize, reason: &str) {
        let lost = self.hands.borrow_mut().get_mut(place).map(Hand::terminate);
        self.give_back(lost.unwrap_or_default());
        self.deaths.set(self.deaths.get() + 1);
        if self.deaths.get() >= DEATHS {
            self.go_alone(reason);
        } else {
            self.employ(place);
            self.go_on();
        }
    }

    fn give_back(&self, lost: Vec<(u32, Range<u32>)>) {
        let Some(run) = &mut *self.run.borrow_mut() else { return };
        let present = run.generation();
        for (_, job) in lost.into_iter().filter(|(generation, _)| *generation == present) {
            run.give_back(job);
        }
    }

    /// No workers any more.
    fn go_alone(&self, reason: &str) {
        if self.alone.replace(true) {
            return;
        }
        for mut hand in self.hands.take() {
            self.give_back(hand.terminate());
        }
        self.report.emit(Report::Trouble(Notice {
            text: "The background workers do not run, so this page computes by itself: everything works, more slowly."
                .to_owned(),
            details: vec![reason.to_owned()],
            of_page: true,
        }));
        self.go_on();
    }

    /// Computes a slice in the page itself and comes back for the next.
    fn compute_here(&self) {
        if self.slice.borrow().is_some() {
            return;
        }
        let next = self.run.borrow_mut().as_mut().and_then(|run| run.take(0, 1));
        let Some(job) = next else { return };
        let (this, generation) = (self.this.clone(), self.generation.get());
        *self.slice.borrow_mut() = Some(Timeout::new(0, move || {
            if let Some(pool) = this.upgrade() {
                pool.slice.borrow_mut().take();
                pool.compute_slice(generation, job);
                pool.go_on();
            }
        }));
    }

    fn compute_slice(&self, generation: u32, job: Range<u32>) {
        if let Some(run) = self.run.borrow_mut().as_mut().filter(|run| run.generation() == generation) {
            self.own.borrow_mut().compute(run, job);
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

/// There is one pool on a page.
impl PartialEq for Pool {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

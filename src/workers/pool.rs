//! What the page's side decides: which worker gets what, who is given up, and when the page computes by itself.
//!
//! What is to be run and what is known it leaves to a [`Study`], of which each scenario that the page wants to know of is a point. Of one that
//! is not wanted any more nothing is run; what is known of it is kept while there is room.
//!
//! A worker has two jobs at a time, one to be at and one to go on with. Each belongs to a wish; of an earlier one, once it hears of the
//! next, it hands over what there is. It is told a scenario once. A worker that dies gets a successor and its jobs are done again. As long as none has
//! started the page computes by itself, in slices too short to notice; after three deaths, or if none ever starts, it says so.
//!
//! A worker that is slow is not dead: on a machine that does much else beside, all is slow. So none is given up by the clock, but by
//! the turns that the page itself had meanwhile.
//!
//! The pool knows no browser: it hears events, is told the time [ms], and answers with commands, which the `driver` carries out in
//! their order.

use std::rc::Rc;

use super::alone::Alone;
use super::asking::{self, Asking};
use super::crew::{Crew, Verdict};
use super::memory::{Memory, Slice};
use super::messages::{Answer, BUILD, PairMessage, Request};
use super::pace::Pace;
use super::watch::{Stand, Wanted, Watch, Wish};
use super::worker::{Given, Rings, Worker};
use crate::ensemble_summary::{EnsembleSummary, main_measure};
use crate::explanation::Explanation;
use crate::inquiry::Question;
use crate::state::{Action, Notice};
use experiment::control_arm_cache::same_control;
use experiment::goal::{Goal, LOOK};
use experiment::pair::Pair;
use experiment::study::plan::{Keep, Point, Replicates};
use experiment::study::shares::Hand;
use experiment::study::{Job, Study};
use experiment::why::Why;
use library::file;
use model::scenario::Scenario;

/// What is known of scenarios that are not wanted now may take so much [bytes]: some 5000 pairs of the plain team.
const ROOM: u64 = 64 << 20;

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
    /// The browser does not start one, and why.
    NotStarted(usize, String),
    /// The page had a turn.
    Turn,
    /// The page has time for a slice of its own.
    Slice,
}

/// What is to be done.
#[derive(Clone, Debug)]
pub enum Command {
    /// Start a worker for a place.
    Start(usize),
    /// Send it a request.
    Send(usize, Request),
    /// End it.
    Terminate(usize),
    /// Let the page draw, then tell it that there is time for a slice.
    Slice,
    /// Tell of more pairs, or that something is wrong.
    Report(Action),
    /// Keep pairs of a question, lest the page is closed.
    Keep(Rc<Question>, Slice),
}

/// The workers and what they are at.
pub struct Pool {
    /// By place, one on trial behind the others; none where the page computes by itself.
    workers: Vec<Worker>,
    crew: Crew,
    alone: bool,
    /// What the page computes by itself, and whether it is about to.
    own: Alone,
    slice: bool,
    deaths: u32,
    study: Study,
    /// What is wanted, in the order of priority.
    watches: Vec<Watch>,
    /// What is asked on the page of questions, behind all that.
    asked: Option<Asking>,
    /// What was run of that before the page was closed.
    memory: Memory,
    /// How often what was wanted was not wanted any more.
    wish: u32,
    /// What is wanted instead, once what is in sight gives way.
    next: Option<Wish>,
    pace: Pace,
    /// The scenario told last, by its digest, as the text of a file.
    text: (u128, String),
    commands: Vec<Command>,
}

impl Pool {
    /// A pool whose first workers are to be started.
    pub fn new(crew: Crew) -> (Self, Vec<Command>) {
        let workers = crew.hands();
        let pool = Self {
            workers: (0..workers).map(|_| Worker::default()).collect(),
            crew,
            alone: false,
            own: Alone::default(),
            slice: false,
            deaths: 0,
            study: Study::new(ROOM),
            watches: Vec::new(),
            asked: None,
            memory: Memory::default(),
            wish: 0,
            next: None,
            pace: Pace::default(),
            text: Default::default(),
            commands: Vec::new(),
        };
        (pool, (0..workers).map(Command::Start).collect())
    }

    /// Runs pairs of what is wanted, and of nothing else.
    pub fn want(&mut self, wish: &Wish, now: f64) -> Vec<Command> {
        self.next = Some(wish.clone());
        self.go_on(now);
        std::mem::take(&mut self.commands)
    }

    /// Of what is asked next this was run already.
    pub fn remember(&mut self, slices: Vec<Slice>) {
        self.memory = Memory::of(slices);
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
            Event::NotStarted(place, reason) => self.lose(place, &reason, now),
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
            Answer::Hello(build) if build == BUILD => {
                self.workers[place].is_here();
                if place >= self.crew.hands() {
                    self.crew.is_here();
                }
            }
            Answer::Hello(build) => {
                let reason = format!("the worker is of version {build}, the page of {BUILD}: reload the page");
                return self.go_alone(&reason, now);
            }
            Answer::Refused(reason) => return self.go_alone(&reason, now),
            Answer::Broke(reason) => return self.replace(place, &reason, now),
            Answer::Done { first, pairs, millis } => {
                let pairs: Option<Vec<_>> = pairs.into_iter().map(PairMessage::open).collect();
                let Some(pairs) = pairs else { return self.replace(place, "its pairs cannot be read", now) };
                let Some(Given { job, question, .. }) = self.workers[place].is_done(first) else {
                    return self.replace(place, "it did what it was not asked", now);
                };
                if job.keep == Keep::Parts && pairs.iter().any(|pair| pair.parts.is_none()) {
                    self.study.release(job.id);
                    return self.replace(place, "it did not take its pairs apart", now);
                }
                let count = pairs.len() as u32;
                let cost = job.keep.cost(&job.scenario);
                self.pace.note(&job.scenario, cost, count, millis);
                self.keep(question, &job, &pairs);
                self.study.accept(job.id, pairs);
                // How long parts take is no measure for a newcomer.
                let counted = if job.keep == Keep::Parts { 0 } else { count };
                if self.crew.note(counted, now) == Verdict::Goes {
                    self.cut(self.crew.hands());
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

    fn go_on(&mut self, now: f64) {
        if self.next.is_none() {
            // The workers go on while the page draws.
            self.look_for_work();
        }
        self.report(now);
        if let Some(wish) = self.next.take_if(|wish| is_due(&self.study, &self.watches, wish, now)) {
            self.take_up(wish, now);
            // Some of it may be known.
            self.report(now);
        }
        self.look_for_work();
    }

    /// Tells what there is to tell.
    fn report(&mut self, now: f64) {
        if let Some(asked) = &mut self.asked {
            asked.go_on(&mut self.study);
            if asked.is_complete() {
                self.memory = Memory::default();
            }
            if let Some(news) = asked.news(&self.study, now) {
                self.commands.push(Command::Report(Action::Answered(Rc::new(news))));
            }
        }
        for watch in &mut self.watches {
            let stand = stand(&self.study, watch);
            if watch.has_news(stand, now, self.next.is_some())
                && let Some(results) = self.study.so_far(watch.point)
                && let Some(pairs) = results.pairs()
            {
                watch.report(stand, now);
                if stand.complete {
                    let hands = if self.alone { 1 } else { self.crew.hands().max(1) };
                    self.commands.push(Command::Report(Action::Pace(self.pace.millis() / hands as f64)));
                }
                let scenario = &watch.wanted.scenario;
                self.commands.push(Command::Report(if watch.wanted.parts {
                    let why = Why::new(scenario, pairs);
                    Action::Explained(Rc::new(Explanation {
                        scenario: Rc::clone(scenario),
                        why,
                        complete: stand.complete,
                    }))
                } else {
                    let summary = Rc::new(EnsembleSummary::of(scenario, pairs, watch.goal()));
                    Action::Found { summary, of_lab: watch.wanted.of_lab }
                }));
            }
        }
    }

    /// Asks this from now on, or nothing.
    fn ask(&mut self, wanted: Option<asking::Wanted>) {
        let known = self.asked.take_if(|asked| wanted.as_ref().is_some_and(|wanted| asked.is_of(wanted)));
        if let Some(mut other) = self.asked.take() {
            other.rest(&mut self.study);
        }
        self.asked = wanted.map(|wanted| {
            let mut asked = known.unwrap_or_else(|| Asking::new(wanted.clone()));
            asked.set_running(&wanted, &mut self.study);
            asked
        });
    }

    /// Wants this from now on.
    fn take_up(&mut self, wish: Wish, now: f64) {
        self.ask(wish.asked);
        let mut before = std::mem::take(&mut self.watches);
        // Where only the treatment is another, workers remember some pairs by half.
        let alike = before.first().zip(wish.scenarios.first()).is_none_or(|(last, next)| {
            !same_control(&last.wanted.scenario, &next.scenario) && last.wanted.scenario != next.scenario
        });
        self.crew.begin(alike && !wish.scenarios.iter().any(|wanted| wanted.parts));
        for (place, wanted) in wish.scenarios.into_iter().enumerate() {
            let priority = u8::MAX.saturating_sub(place as u8);
            let known = before.iter().position(|watch| watch.is_of(&wanted, wish.goal));
            let watch = match known {
                Some(known) => before.swap_remove(known).again(wanted),
                None => {
                    let (goal, point) = (wanted.goal(wish.goal), point(&wanted, wish.goal));
                    Watch::new(wanted, self.study.add(point), goal, now)
                }
            };
            self.study.prefer(watch.point, priority);
            self.watches.push(watch);
        }
        self.wish = self.wish.wrapping_add(u32::from(!before.is_empty()));
        // Only now, for what is wanted again is to be known.
        for watch in before {
            self.study.cancel(watch.point);
        }
    }

    /// Gives every free worker a job.
    fn look_for_work(&mut self) {
        if self.workers.iter().all(Worker::is_late) {
            return self.compute_here();
        }
        // In turns, so that all have the first of their jobs before any has the second.
        loop {
            let of = self.crew.hands().min(self.workers.len());
            let free: Vec<usize> = (0..of).filter(|&place| self.workers[place].is_free(self.wish)).collect();
            if free.is_empty() {
                return;
            }
            for place in free {
                let Some(job) = self.next_job(Hand { place, of }) else { return self.rest() };
                self.give(place, job);
            }
        }
    }

    /// Nobody has to wait for another worker to start, where the first came in time.
    fn rest(&mut self) {
        if !self.study.is_complete() {
            return;
        }
        self.crew.rest();
        let came = !self.watches.is_empty() && !self.workers.iter().any(Worker::is_late);
        if came && self.crew.asks_for_one_more() {
            self.commands.push(Command::Start(self.workers.len()));
            self.workers.push(Worker::default());
        }
    }

    /// The next job, of what is not remembered.
    fn next_job(&mut self, hand: Hand) -> Option<Job> {
        let later = self.watches.first().is_some_and(|first| self.study.done(first.point) >= LOOK);
        let mut remembered = false;
        while let Some(mut job) =
            self.study.next_job(hand, |scenario, keep| self.pace.pairs(scenario, keep.cost(scenario), later))
        {
            let known = self.memory.take(&job);
            if known.is_empty() {
                // What comes behind is given out again, and then remembered.
                job.replicates.end = self.memory.begins_in(&job);
                return Some(job);
            }
            self.study.accept(job.id, known);
            remembered = true;
        }
        // The points that follow are asked for once the page has drawn these.
        if remembered && !self.slice {
            self.slice = true;
            self.commands.push(Command::Slice);
        }
        None
    }

    /// Has pairs kept that are of a question.
    fn keep(&mut self, question: Option<Rc<Question>>, job: &Job, pairs: &[Pair]) {
        if let Some(question) = question.filter(|_| !pairs.is_empty()) {
            self.commands.push(Command::Keep(question, Slice::of(job, pairs)));
        }
    }

    /// What is asked on the page of questions, if a job is for that.
    fn question_of(&self, job: &Job) -> Option<Rc<Question>> {
        self.asked.as_ref()?.question_of(job, &self.study)
    }

    fn give(&mut self, place: usize, job: Job) {
        let (slot, is_new) = self.workers[place].slot(job.digest);
        if is_new && self.text.0 != job.digest {
            self.text = (job.digest, file::write(&job.scenario));
        }
        let scenario = is_new.then(|| self.text.1.clone());
        let (first, end, wish) = (job.replicates.start, job.replicates.end, self.wish);
        let parts = job.keep == Keep::Parts;
        let request = Request { slot, scenario, first, end, parts, wish };
        let question = self.question_of(&job);
        self.workers[place].give(Given { patience: patience(&job), job, wish, question });
        self.commands.push(Command::Send(place, request));
    }

    /// A worker is dead: another takes its place, and its jobs are done again. One that is not needed is done without.
    fn replace(&mut self, place: usize, reason: &str, now: f64) {
        if !self.crew.needs(place) {
            return self.lose(place, reason, now);
        }
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

    /// A worker will not come, or not again: the page goes on with those before it, or by itself.
    fn lose(&mut self, place: usize, reason: &str, now: f64) {
        if place == 0 || self.alone {
            return self.go_alone(reason, now);
        }
        self.crew.do_without(place);
        self.cut(place);
        self.go_on(now);
    }

    /// Ends all workers from a place on; what they were at is done by others.
    fn cut(&mut self, place: usize) {
        while self.workers.len() > place
            && let Some(lost) = self.workers.pop()
        {
            self.give_back(lost);
            self.commands.push(Command::Terminate(self.workers.len()));
        }
    }

    fn give_back(&mut self, lost: Worker) {
        lost.jobs().for_each(|given| self.study.release(given.job.id));
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
        self.commands.push(Command::Report(Action::Tell(Notice {
            text: words::notices::no_workers().to_owned(),
            details: vec![reason.to_owned()],
            of_page: true,
        })));
        self.go_on(now);
    }

    /// Computes a slice in the page itself, once that has time for it.
    fn compute_here(&mut self) {
        if !self.slice && !self.study.is_complete() {
            self.slice = true;
            self.commands.push(Command::Slice);
        }
    }

    fn compute_slice(&mut self) {
        self.slice = false;
        // It may be there for what follows something remembered.
        if self.workers.iter().all(Worker::is_late)
            && let Some(job) = self.next_job(Hand::ANY)
        {
            let (pairs, _) = self.own.compute(&job);
            self.keep(self.question_of(&job), &job, &pairs);
            self.study.accept(job.id, pairs);
        }
    }
}

fn point(wanted: &Wanted, goal: Goal) -> Point {
    let scenario = &wanted.scenario;
    let replicates = match wanted.goal(goal) {
        Goal::Pairs(count) => Replicates::Count(count),
        Goal::Sure(bound) => Replicates::Sure(main_measure(scenario), bound),
    };
    let keep = if wanted.parts { Keep::Parts } else { Keep::Weeks };
    Point { replicates, ..Point::new(Scenario::clone(scenario), 0, keep) }
}

fn stand(study: &Study, watch: &Watch) -> Stand {
    Stand { done: study.done(watch.point), complete: study.results(watch.point).is_some() }
}

/// Whether something else may be wanted now: what is in sight stays so, or gives way.
fn is_due(study: &Study, watches: &[Watch], wish: &Wish, now: f64) -> bool {
    let stays = |first: &Watch| wish.scenarios.iter().any(|wanted| wanted.scenario == first.wanted.scenario);
    let first = watches.first().filter(|_| !wish.scenarios.is_empty());
    first.is_none_or(|first| stays(first) || first.gives_way(stand(study, first), now))
}

/// How long a job may take before its worker is taken for dead [turns]: a hundred times what it takes, and some more.
fn patience(job: &Job) -> u32 {
    let weeks = job.scenario.seats().saturating_mul(job.scenario.days() / 5);
    let cost = job.keep.cost(&job.scenario).ceil() as u32;
    (weeks.saturating_mul(cost) / 250).saturating_mul(job.replicates.len() as u32).saturating_add(SILENCE)
}

#[cfg(test)]
mod tests;

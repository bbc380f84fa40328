use std::collections::VecDeque;

use super::*;
use crate::workers::worker::{LATE, MISSING};
use experiment::ensemble;
use model::outcome::Measure;
use model::scenario::{Arm, Draft, Scope};

const PAIRS: u32 = 60;

fn scenario(beta: f64) -> Rc<Scenario> {
    let mut draft = Draft::default();
    draft.set(Scope::Both, "warmup_weeks", Some(0.0));
    draft.set(Scope::Both, "intervention_weeks", Some(2.0));
    draft.set(Scope::Both, "beta", Some(beta));
    draft.set(Scope::Only(Arm::Treatment), "assist_leaders", Some(1.0));
    Rc::new(draft.finish().expect("valid"))
}

/// A page whose workers do what they are asked when the test says so.
struct Page {
    pool: Pool,
    now: f64,
    /// What workers were asked and have not done.
    asked: VecDeque<(usize, Request)>,
    slices: u32,
    found: Vec<Rc<EnsembleSummary>>,
    /// Who was started and ended, and what was told.
    log: Vec<String>,
}

impl Page {
    fn new(workers: usize) -> Self {
        let (pool, commands) = Pool::new(workers);
        assert_eq!(commands, (0..workers).map(Command::Start).collect::<Vec<_>>());
        Self { pool, now: 0.0, asked: VecDeque::new(), slices: 0, found: Vec::new(), log: Vec::new() }
    }

    /// Two workers that have said hello and are at a run.
    fn at_work() -> Self {
        let mut page = Self::new(2);
        page.hello(0);
        page.hello(1);
        page.run(0.3);
        page
    }

    fn obey(&mut self, commands: Vec<Command>) {
        for command in commands {
            match command {
                Command::Start(place) => self.log.push(format!("start {place}")),
                Command::Send(place, request) => self.asked.push_back((place, request)),
                Command::Terminate(place) => {
                    self.asked.retain(|(other, _)| *other != place);
                    self.log.push(format!("end {place}"));
                }
                Command::Slice => self.slices += 1,
                Command::Found(summary) => self.found.push(summary),
                Command::Trouble(notice) => self.log.push(notice.details.join("; ")),
            }
        }
    }

    fn run(&mut self, beta: f64) {
        let commands = self.pool.run(&scenario(beta), Goal::Pairs(PAIRS), self.now);
        self.obey(commands);
    }

    fn hear(&mut self, event: Event) {
        let commands = self.pool.hear(event, self.now);
        self.obey(commands);
    }

    fn hello(&mut self, place: usize) {
        self.hear(Event::Said(place, Answer::Hello(BUILD.to_owned())));
    }

    fn die(&mut self, place: usize) {
        self.hear(Event::Died(place, "dead".to_owned()));
    }

    fn turns(&mut self, count: u32) {
        (0..count).for_each(|_| self.hear(Event::Turn));
    }

    /// A worker does the first of what it was asked.
    fn answer(&mut self, place: usize) {
        let first = self.asked.iter().position(|(other, _)| *other == place).expect("it was asked");
        let (_, request) = self.asked.remove(first).expect("there");
        let asked = file::parse(&request.scenario).expect("a scenario");
        let pairs = ensemble::run(&asked, request.first..request.end).iter().map(PairMessage::from).collect();
        let (generation, first) = (request.generation, request.first);
        self.hear(Event::Said(place, Answer::Done { generation, first, pairs, millis: 8.0 }));
    }

    /// All is done that is asked, and then all pairs of the scenario are there.
    fn finish(&mut self, beta: f64) {
        loop {
            if self.slices > 0 {
                self.slices -= 1;
                self.hear(Event::Slice);
            } else if let Some(&(place, _)) = self.asked.front() {
                self.answer(place);
            } else {
                break;
            }
        }
        let last = self.found.last().expect("news");
        let mut all = ensemble::Ensemble::default();
        all.put(0, ensemble::run(&scenario(beta), 0..PAIRS));
        assert!(last.complete() && last.done == PAIRS && last.scenario == scenario(beta), "{} pairs", last.done);
        let [found, expected] = [last.contrast(Measure::Throughput), all.contrast(Measure::Throughput)];
        assert_eq!(format!("{found:?}"), format!("{expected:?}"));
    }
}

/// In the midst of a run something happens; the run ends with all its pairs all the same, and this is all that is heard of it.
fn check(happens: impl FnOnce(&mut Page), log: &[&str]) {
    let mut page = Page::at_work();
    page.answer(1);
    happens(&mut page);
    page.finish(0.3);
    assert_eq!(page.log, log);
}

#[test]
fn every_worker_has_a_job_to_be_at_and_one_to_go_on_with() {
    let mut page = Page::at_work();
    assert_eq!(page.asked.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [0, 1, 0, 1]);
    page.answer(1);
    assert_eq!(page.asked.iter().filter(|(place, _)| *place == 1).count(), 2);
    assert_eq!(page.slices, 0);
    page.finish(0.3);
    assert!(page.log.is_empty());
}

#[test]
fn a_dead_worker_gets_a_successor_and_its_jobs_are_done_again() {
    check(|page| page.die(0), &["end 0", "start 0"]);
    check(|page| page.hear(Event::Said(1, Answer::Broke("panicked".to_owned()))), &["end 1", "start 1"]);
    let again = |page: &mut Page| {
        page.die(0);
        page.hello(0);
        page.die(0);
    };
    check(again, &["end 0", "start 0", "end 0", "start 0"]);
}

#[test]
fn a_worker_whose_pairs_cannot_be_read_is_replaced_and_its_jobs_are_done_again() {
    let garbled = |page: &mut Page| {
        let outcome = r#"{"values": [1.0], "weeks": [], "caveats": [false, false, false]}"#;
        let pair = serde_json::from_str(&format!("{{\"control\": {outcome}, \"treatment\": {outcome}}}"));
        let pairs = vec![pair.expect("a message")];
        page.hear(Event::Said(0, Answer::Done { generation: 1, first: 0, pairs, millis: 8.0 }));
    };
    check(garbled, &["end 0", "start 0"]);
}

#[test]
fn a_worker_that_is_silent_over_a_job_for_too_many_turns_is_given_up() {
    let silent = |page: &mut Page| {
        page.turns(SILENCE - 1);
        assert!(page.log.is_empty());
        page.answer(1);
        page.turns(1);
    };
    check(silent, &["end 0", "start 0"]);
    let mut idle = Page::at_work();
    idle.finish(0.3);
    assert!(!idle.pool.waits(), "who has nothing to do may be silent");
}

#[test]
fn after_three_deaths_the_page_goes_on_alone() {
    let dies = |page: &mut Page| [0, 1, 0].into_iter().for_each(|place| page.die(place));
    check(dies, &["end 0", "start 0", "end 1", "start 1", "end 0", "end 1", "dead"]);
    let silent = |page: &mut Page| page.turns(SILENCE + LATE);
    check(silent, &["end 0", "start 0", "end 1", "start 1"]);
}

#[test]
fn without_workers_that_can_be_worked_with_the_page_goes_on_alone_and_says_why() {
    let alone = |event: Event, why: &str| check(|page| page.hear(event), &["end 0", "end 1", why]);
    alone(Event::Said(0, Answer::Refused("no such scenario".to_owned())), "no such scenario");
    alone(Event::NotStarted("none is allowed".to_owned()), "none is allowed");
    let why = format!("the worker is of version 0, the page of {BUILD}: reload the page");
    alone(Event::Said(1, Answer::Hello("0".to_owned())), &why);
    let again = |page: &mut Page| {
        page.hear(Event::NotStarted("none is allowed".to_owned()));
        page.hear(Event::NotStarted("nor another".to_owned()));
        page.die(1);
    };
    check(again, &["end 0", "end 1", "none is allowed"]);
}

#[test]
fn nothing_waits_for_workers_that_are_late() {
    let mut page = Page::new(2);
    page.run(0.3);
    page.turns(LATE - 1);
    assert_eq!((page.slices, page.asked.len()), (0, 0));
    page.turns(1);
    assert_eq!((page.slices, page.asked.len()), (1, 0), "the page begins by itself");
    page.hello(1);
    assert_eq!(page.asked.len(), 2);
    page.finish(0.3);
    page.turns(2 * MISSING);
    assert!(page.log.is_empty(), "one is there, so nobody misses the other");
}

#[test]
fn workers_that_never_come_are_not_waited_for_for_ever() {
    let mut page = Page::new(2);
    page.run(0.3);
    page.turns(LATE + MISSING - 1);
    assert!(page.log.is_empty());
    page.turns(1);
    assert_eq!(page.log, ["end 0", "end 1", "no worker has said hello"]);
    page.finish(0.3);
    assert!(!page.pool.waits());
}

#[test]
fn a_new_wish_waits_until_the_present_run_gives_way_and_then_nothing_of_that_is_done_again() {
    let mut page = Page::at_work();
    page.run(0.4);
    page.answer(0);
    assert!(page.asked.iter().all(|(_, request)| request.generation == 1), "it has had no time yet");
    page.now = 200.0;
    page.answer(1);
    let news = |page: &Page| page.asked.iter().filter(|(_, request)| request.generation == 2).count();
    assert_eq!(news(&page), 1, "who is free begins with it");
    page.die(0);
    page.hello(0);
    assert_eq!(
        page.asked.iter().filter(|(_, request)| request.generation == 1).count(),
        1,
        "what is lost is not missed"
    );
    page.finish(0.4);
}

#[test]
fn what_is_stopped_goes_on_when_it_is_wanted_again() {
    let mut page = Page::at_work();
    page.pool.stop();
    while let Some(&(place, _)) = page.asked.front() {
        page.answer(place);
    }
    assert!(page.found.last().is_none_or(|found| !found.complete()));
    page.run(0.3);
    page.finish(0.3);
}

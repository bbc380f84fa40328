use std::collections::VecDeque;

use super::*;
use crate::inquiry::Findings;
use crate::workers::crew::FIRST;
use crate::workers::messages::SLOTS;
use crate::workers::watch::Wanted;
use crate::workers::worker::{LATE, MISSING};
use experiment::ensemble::{self, Ensemble};
use experiment::sweep::{Axis, Spacing};
use model::outcome::Measure;
use model::parameters::parameter;
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

/// What the lab shows, and what else is wanted.
fn wish(betas: &[f64], goal: Goal) -> Wish {
    let wanted = |(place, &beta)| Wanted { scenario: scenario(beta), of_lab: place == 0, parts: false };
    Wish { goal, scenarios: betas.iter().enumerate().map(wanted).collect(), asked: None }
}

/// A page whose workers do what they are asked when the test says so.
struct Page {
    pool: Pool,
    now: f64,
    /// What workers were asked and have not done.
    asked: VecDeque<(usize, Request)>,
    slices: u32,
    found: Vec<(Rc<EnsembleSummary>, bool)>,
    /// Why the teams of a scenario differ.
    explained: Vec<Rc<Explanation>>,
    /// What is known of what is asked on the page of questions.
    answered: Vec<Rc<Findings>>,
    /// What was to be kept of that.
    kept: Vec<Slice>,
    /// Scenarios that each worker was told, by place.
    told: [[Option<Scenario>; SLOTS]; 4],
    /// How often a worker was told one.
    tellings: usize,
    /// Replicates that were run, and of what.
    ran: Vec<(f64, u32, usize)>,
    /// Who was started and ended, and what was told.
    log: Vec<String>,
}

impl Page {
    fn new(workers: usize) -> Self {
        let (pool, commands) = Pool::new(Crew::of(workers));
        let start: Vec<Command> = (0..workers).map(Command::Start).collect();
        assert_eq!(format!("{commands:?}"), format!("{start:?}"));
        Self {
            pool,
            now: 0.0,
            asked: VecDeque::new(),
            slices: 0,
            found: Vec::new(),
            explained: Vec::new(),
            answered: Vec::new(),
            kept: Vec::new(),
            told: Default::default(),
            tellings: 0,
            ran: Vec::new(),
            log: Vec::new(),
        }
    }

    /// On a machine of so many processors, by what the browser says; those who begin have said hello.
    fn on_processors(count: usize) -> Self {
        let mut page = Self::with_workers(FIRST);
        page.pool.crew = Crew::new(count);
        page
    }

    /// Two workers that have said hello and are at a run.
    fn at_work() -> Self {
        let mut page = Self::with_workers(2);
        page.run(0.3);
        page
    }

    /// So many workers that have said hello.
    fn with_workers(count: usize) -> Self {
        let mut page = Self::new(count);
        (0..count).for_each(|place| page.hello(place));
        page
    }

    fn obey(&mut self, commands: Vec<Command>) {
        for command in commands {
            match command {
                Command::Start(place) => self.log.push(format!("start {place}")),
                Command::Send(place, request) => self.asked.push_back((place, request)),
                Command::Terminate(place) => {
                    self.asked.retain(|(other, _)| *other != place);
                    self.told[place] = Default::default();
                    self.log.push(format!("end {place}"));
                }
                Command::Slice => self.slices += 1,
                Command::Report(Action::Found { summary, of_lab }) => self.found.push((summary, of_lab)),
                Command::Report(Action::Tell(notice)) => self.log.push(notice.details.join("; ")),
                Command::Report(Action::Explained(found)) => self.explained.push(found),
                Command::Report(Action::Answered(found)) => self.answered.push(found),
                Command::Keep(_, slice) => self.kept.push(slice),
                Command::Report(Action::Pace(millis)) => assert!(millis > 0.0),
                Command::Report(other) => panic!("{other:?}"),
            }
        }
    }

    fn run(&mut self, beta: f64) {
        self.want(&[beta], Goal::Pairs(PAIRS));
    }

    fn want(&mut self, betas: &[f64], goal: Goal) {
        let commands = self.pool.want(&wish(betas, goal), self.now);
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
        let Request { slot, scenario, first, end, parts, wish } = request;
        if let Some(text) = scenario {
            self.told[place][slot] = Some(file::parse(&text).expect("a scenario"));
            self.tellings += 1;
        }
        let asked = self.told[place][slot].as_ref().expect("it was told");
        // It drops what belongs to another wish than what it was asked last.
        let last = self.asked.iter().rfind(|(other, _)| *other == place);
        let end = if last.is_some_and(|(_, last)| last.wish != wish) { first } else { end };
        self.ran.extend((first..end).map(|replicate| (asked.world().beta, replicate, place)));
        let keep = if parts { Keep::Parts } else { Keep::Weeks };
        let pairs = (first..end).map(|replicate| PairMessage::from(&keep.run(asked, replicate))).collect();
        self.hear(Event::Said(place, Answer::Done { first, pairs, millis: 8.0 }));
    }

    /// The latest news of a scenario.
    fn latest(&self, beta: f64) -> Option<&EnsembleSummary> {
        let of = scenario(beta);
        self.found.iter().rev().find(|(found, _)| found.scenario == of).map(|(found, _)| found.as_ref())
    }

    /// All is done that is asked, first by whom `who` says.
    fn work(&mut self, mut who: impl FnMut(&VecDeque<(usize, Request)>) -> usize) {
        loop {
            if self.slices > 0 {
                self.slices -= 1;
                self.hear(Event::Slice);
            } else if self.asked.is_empty() {
                break;
            } else {
                let place = who(&self.asked);
                self.answer(place);
            }
        }
    }

    /// The same, and each answer takes a millisecond.
    fn work_by_the_clock(&mut self, mut who: impl FnMut(&VecDeque<(usize, Request)>) -> usize) {
        while !self.asked.is_empty() {
            self.now += 1.0;
            let place = who(&self.asked);
            self.answer(place);
        }
    }

    /// What is known of a scenario is all, and as it must be.
    fn has_all(&self, beta: f64, pairs: u32) {
        let last = self.latest(beta).expect("news");
        let mut all = Ensemble::default();
        all.put(0, ensemble::run(&scenario(beta), 0..pairs));
        assert!(last.complete() && last.done == pairs, "{} pairs", last.done);
        for &measure in Measure::ALL {
            let [found, expected] = [last.contrast(measure), all.contrast(measure)];
            assert_eq!(format!("{found:?}"), format!("{expected:?}"));
        }
    }

    /// All is done that is asked, and then all pairs of the scenario are there.
    fn finish(&mut self, beta: f64) {
        self.work(|asked| asked[0].0);
        self.has_all(beta, PAIRS);
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
        page.hear(Event::Said(0, Answer::Done { first: 0, pairs, millis: 8.0 }));
    };
    check(garbled, &["end 0", "start 0"]);
    let strange = |page: &mut Page| {
        page.hear(Event::Said(0, Answer::Done { first: 7, pairs: Vec::new(), millis: 8.0 }));
    };
    check(strange, &["end 0", "start 0"]);
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
    alone(Event::NotStarted(0, "none is allowed".to_owned()), "none is allowed");
    let why = format!("the worker is of version 0, the page of {BUILD}: reload the page");
    alone(Event::Said(1, Answer::Hello("0".to_owned())), &why);
    let again = |page: &mut Page| {
        page.hear(Event::NotStarted(0, "none is allowed".to_owned()));
        page.hear(Event::NotStarted(1, "nor another".to_owned()));
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
fn once_there_is_nothing_to_do_one_more_worker_starts_and_is_tried_in_the_next_run() {
    let mut page = Page::on_processors(4);
    page.run(0.3);
    assert!(page.log.is_empty(), "nothing beside the first results");
    page.finish(0.3);
    assert_eq!(page.log, ["start 2"]);
    page.hello(2);
    page.want(&[0.4], Goal::Pairs(400));
    assert!(page.asked.iter().all(|(place, _)| *place < 2));
    let mut turn = 0;
    page.work_by_the_clock(|asked| {
        turn += 1;
        asked[turn % asked.len()].0
    });
    page.has_all(0.4, 400);
    assert!(page.ran.iter().any(|(.., place)| *place == 2), "it had its trial");
}

#[test]
fn one_more_worker_that_does_not_start_or_dies_is_done_without() {
    let check = |happens: fn(&mut Page), log: &[&str]| {
        let mut page = Page::on_processors(8);
        page.run(0.3);
        page.finish(0.3);
        happens(&mut page);
        page.run(0.4);
        page.finish(0.4);
        assert_eq!(page.log, log);
    };
    check(|page| page.hear(Event::NotStarted(2, "no more".to_owned())), &["start 2", "end 2"]);
    check(|page| page.die(2), &["start 2", "end 2"]);
    let both =
        |page: &mut Page| [2, 1].into_iter().for_each(|place| page.hear(Event::NotStarted(place, "no".to_owned())));
    check(both, &["start 2", "end 2", "end 1"]);
}

#[test]
fn a_moved_lever_waits_until_what_is_in_sight_gives_way_and_then_comes_first() {
    let mut page = Page::at_work();
    page.want(&[0.4, 0.5], Goal::Pairs(PAIRS));
    page.answer(0);
    assert!(page.asked.iter().all(|(_, request)| request.slot == 0), "it has had no time yet");
    page.now = 200.0;
    page.answer(1);
    let news = page.asked.iter().filter(|(_, request)| request.slot == 1).count();
    assert_eq!(news, 4, "all begin with it at once");
    assert!(page.found.iter().any(|(found, of_lab)| found.scenario == scenario(0.3) && *of_lab), "the lever shows it");
    page.die(0);
    page.hello(0);
    page.finish(0.4);
    page.has_all(0.5, PAIRS);
    let ran = |beta| page.ran.iter().filter(|(other, ..)| *other == beta).count() as u32;
    assert!(ran(0.3) < PAIRS / 2, "nothing is run any more of what the lever left: {}", ran(0.3));
    let first_of_pin = page.ran.iter().position(|(beta, ..)| *beta == 0.5);
    let last_of_lab = page.ran.iter().position(|(beta, replicate, _)| (*beta, *replicate) == (0.4, 0));
    assert!(last_of_lab < first_of_pin);
}

#[test]
fn lab_scenario_page_and_pin_are_run_at_once_what_is_in_sight_first() {
    let mut page = Page::with_workers(3);
    page.want(&[0.4, 0.5], Goal::Pairs(PAIRS));
    page.answer(0);
    page.want(&[0.3, 0.4, 0.5], Goal::Pairs(PAIRS));
    page.now = 200.0;
    page.answer(1);
    assert_eq!(page.asked.back().map(|(place, _)| *place), Some(1));
    page.work(|asked| asked[0].0);
    [0.3, 0.4, 0.5].into_iter().for_each(|beta| page.has_all(beta, PAIRS));
    assert_eq!(page.ran.len() as u32, 3 * PAIRS, "each once");
    let end = |beta| page.found.iter().position(|(found, _)| found.scenario == scenario(beta) && found.complete());
    assert!(end(0.3) < end(0.4) && end(0.4) < end(0.5));
}

#[test]
fn the_bits_are_the_same_whoever_runs_what_in_which_order() {
    let goal = Goal::Sure(0.008);
    let run = |workers: usize, seed: usize| {
        let mut page = Page::with_workers(workers);
        page.want(&[0.3, 0.4], goal);
        let mut turn = seed;
        page.work(|asked| {
            turn = turn.wrapping_mul(25).wrapping_add(7) % 1009;
            asked[turn % asked.len()].0
        });
        [0.3, 0.4].map(|beta| {
            let found = page.latest(beta).expect("news");
            assert!(found.complete());
            let contrasts = Measure::ALL.iter().map(|&measure| format!("{:?}", found.contrast(measure)));
            (found.done, contrasts.collect::<String>())
        })
    };
    let expected = run(1, 0);
    assert!((200..2000).contains(&expected[0].0), "{}", expected[0].0);
    for (workers, seed) in [(0, 0), (2, 1), (3, 2), (4, 3)] {
        assert!(run(workers, seed) == expected, "{workers} workers");
    }
}

#[test]
fn what_is_known_is_never_run_again() {
    let mut page = Page::at_work();
    page.finish(0.3);
    page.run(0.4);
    page.finish(0.4);
    let check = |page: &mut Page, betas: &[f64], pairs: u32, expect: u32| {
        let before = page.ran.len();
        page.want(betas, Goal::Pairs(pairs));
        page.work(|asked| asked[0].0);
        betas.iter().for_each(|&beta| page.has_all(beta, pairs));
        assert_eq!((page.ran.len() - before) as u32, expect, "{betas:?} {pairs}");
    };
    // Undo, redo, a pin, fewer, more, and the way back.
    check(&mut page, &[0.3], PAIRS, 0);
    check(&mut page, &[0.4], PAIRS, 0);
    check(&mut page, &[0.4, 0.3], PAIRS, 0);
    check(&mut page, &[0.4, 0.3], 20, 0);
    check(&mut page, &[0.3], 80, 20);
    check(&mut page, &[0.4, 0.3], PAIRS, 0);
}

#[test]
fn a_worker_is_told_a_scenario_once_and_its_successor_anew() {
    let mut page = Page::with_workers(2);
    page.want(&[0.3, 0.4, 0.5], Goal::Pairs(PAIRS));
    page.work(|asked| asked[0].0);
    assert!(page.ran.len() as u32 == 3 * PAIRS && page.tellings == 6, "{} tellings", page.tellings);
    page.want(&[0.5], Goal::Pairs(2 * PAIRS));
    page.die(0);
    page.hello(0);
    page.work(|asked| asked[0].0);
    page.has_all(0.5, 2 * PAIRS);
    assert_eq!(page.tellings, 7);
    // More than it keeps: it is told what it has forgotten.
    page.want(&[0.1, 0.2, 0.6, 0.7, 0.5], Goal::Pairs(3 * PAIRS));
    page.now += 200.0;
    page.work(|asked| asked[asked.len() - 1].0);
    page.has_all(0.5, 3 * PAIRS);
}

#[test]
fn a_replicate_goes_to_the_same_worker_again() {
    let mut page = Page::with_workers(2);
    let mut end = |beta: f64| {
        page.now += 1000.0;
        page.run(beta);
        let mut turn = 0;
        page.work(|asked| {
            turn += 1;
            asked.iter().map(|(place, _)| *place).find(|place| *place == turn % 2).unwrap_or(asked[0].0)
        });
        let mut hands: Vec<(u32, usize)> = page
            .ran
            .iter()
            .filter(|(other, ..)| *other == beta)
            .map(|&(_, replicate, place)| (replicate, place))
            .collect();
        hands.sort_unstable();
        hands
    };
    let first = end(0.3);
    let again = end(0.4);
    let same = first.iter().zip(&again).filter(|(one, other)| one == other).count() as u32;
    assert!(same >= PAIRS - 8, "{same} of {PAIRS}");
}

#[test]
fn what_is_kept_is_bounded() {
    let mut page = Page::with_workers(2);
    let one = scenario(0.3);
    let wanted = Keep::Weeks.most_bytes(&one, PAIRS);
    for step in 0..12 {
        page.now += 1000.0;
        page.run(0.3 + 0.01 * f64::from(step));
        page.work(|asked| asked[0].0);
        assert!(page.pool.study.bytes() <= ROOM + wanted);
    }
    page.pool.study = Study::new(3 * wanted);
    page.pool.watches.clear();
    for step in 0..12 {
        page.now += 1000.0;
        page.run(0.3 + 0.01 * f64::from(step));
        page.work(|asked| asked[0].0);
        assert!(page.pool.study.bytes() <= 3 * wanted, "{} of {wanted}", page.pool.study.bytes());
    }
}

#[test]
fn what_is_stopped_goes_on_where_it_was_when_it_is_wanted_again() {
    let mut page = Page::at_work();
    page.answer(0);
    page.want(&[], Goal::Pairs(PAIRS));
    page.work(|asked| asked[0].0);
    assert!(page.latest(0.3).is_none_or(|found| !found.complete()));
    page.run(0.3);
    page.finish(0.3);
    assert_eq!(page.ran.len() as u32, PAIRS);
}

/// A team in which someone assists, and why that makes a difference.
fn asked_why() -> Wish {
    let treated = scenario(0.3);
    let wanted = |parts: bool| Wanted { scenario: Rc::clone(&treated), of_lab: !parts, parts };
    Wish { goal: Goal::Pairs(PAIRS), scenarios: vec![wanted(false), wanted(true)], asked: None }
}

impl Page {
    /// Wants this, and has the workers do all they are asked.
    fn want_all(&mut self, wish: &Wish) {
        let commands = self.pool.want(wish, self.now);
        self.obey(commands);
        while let Some((place, _)) = self.asked.front() {
            self.answer(*place);
        }
    }
}

#[test]
fn why_the_teams_differ_comes_after_what_they_come_to_and_is_known_when_it_is_asked_again() {
    let mut page = Page::with_workers(2);
    let wish = asked_why();
    page.want_all(&wish);
    let found = page.explained.last().expect("explained");
    assert!(found.complete && found.scenario == wish.scenarios[0].scenario && found.why.pairs() == 200);
    let summary = &page.found.last().expect("found").0;
    assert_eq!((summary.done, summary.complete()), (PAIRS, true), "each has pairs of its own");
    let ran = page.ran.len();
    page.want_all(&Wish { scenarios: vec![wish.scenarios[0].clone()], ..wish.clone() });
    page.explained.clear();
    page.want_all(&wish);
    assert_eq!(page.ran.len(), ran, "nothing is run again");
    assert!(page.explained.last().is_some_and(|found| found.complete));
}

#[test]
fn a_worker_that_does_not_take_its_pairs_apart_is_replaced() {
    let mut page = Page::with_workers(1);
    let commands = page.pool.want(&Wish { scenarios: vec![asked_why().scenarios[1].clone()], ..asked_why() }, 0.0);
    page.obey(commands);
    let (place, request) = page.asked.pop_front().expect("asked");
    assert!(request.parts);
    let asked = file::parse(&request.scenario.expect("told")).expect("a scenario");
    let pairs = ensemble::run(&asked, request.first..request.end).iter().map(PairMessage::from).collect();
    page.hear(Event::Said(place, Answer::Done { first: request.first, pairs, millis: 8.0 }));
    assert_eq!(page.log.last().map(String::as_str), Some("start 0"), "{:?}", page.log);
}

/// A line or a map over few values.
fn question(places: usize) -> Rc<Question> {
    let axis = |id: &str| {
        Axis::new(parameter(id).expect("a parameter"), Scope::Both, [0.05, 0.4], 3, Spacing::Linear).expect("an axis")
    };
    let axes = ["beta", "assist_share"].into_iter().take(places).map(axis).collect();
    Rc::new(Question::sweep(&scenario(0.3), axes, Measure::Throughput).expect("valid"))
}

/// Asks on the page of questions, beside what the lab shows, with so many workers: what becomes of it with what is remembered.
fn answer(question: &Rc<Question>, workers: usize, remembered: Vec<Slice>) -> Page {
    let mut page = Page::with_workers(workers);
    page.pool.remember(remembered);
    let asked = Some(asking::Wanted { question: Rc::clone(question), runs: true, known: None });
    let commands = page.pool.want(&Wish { asked, ..wish(&[0.7], Goal::Pairs(PAIRS)) }, page.now);
    page.obey(commands);
    page.work(|asked| asked[asked.len() / 2].0);
    page.has_all(0.7, PAIRS);
    page
}

/// All that is known in the end.
fn bits(page: &Page) -> String {
    let found = page.answered.last().expect("answered");
    assert!(found.complete);
    let points = 0..found.results.len();
    let contrasts = points.flat_map(|point| Measure::ALL.iter().map(move |&measure| found.contrast(measure, point)));
    format!("{:?} {:?}", found.pairs, contrasts.collect::<Vec<_>>())
}

/// How many pairs of a question were run by workers.
fn run_of_question(page: &Page) -> usize {
    page.ran.iter().filter(|(beta, ..)| *beta != 0.7).count()
}

#[test]
fn what_was_run_before_the_page_was_closed_is_not_run_again_and_the_bits_are_the_same() {
    for places in [1, 2] {
        let question = question(places);
        let whole = answer(&question, 2, Vec::new());
        let count = |slices: &[Slice]| slices.iter().map(Slice::count).sum::<usize>();
        assert_eq!(count(&whole.kept), run_of_question(&whole), "of the lab nothing is kept");
        assert_eq!(whole.answered.last().expect("answered").pairs[0] as usize, run_of_question(&whole), "each once");
        // The first of them, every other, all.
        let first = whole.kept[..whole.kept.len() / 3].to_vec();
        let every_other = whole.kept.iter().step_by(2).cloned().collect::<Vec<_>>();
        for kept in [first, every_other, whole.kept.clone()] {
            let again = answer(&question, 3, kept.clone());
            assert_eq!(bits(&again), bits(&whole));
            assert_eq!(run_of_question(&again), run_of_question(&whole) - count(&kept), "only what is missing");
            assert_eq!(count(&again.kept), run_of_question(&again), "and only that is kept once more");
            assert_eq!(again.slices, 0, "who asked for time has had it");
        }
        let alone = answer(&question, 0, whole.kept.iter().step_by(2).cloned().collect());
        assert_eq!(bits(&alone), bits(&whole), "without workers");
        assert_eq!(
            count(&alone.kept),
            run_of_question(&whole) - count(&whole.kept.iter().step_by(2).cloned().collect::<Vec<_>>())
        );
    }
}

#[test]
fn what_is_remembered_wrongly_is_run_again() {
    let question = question(1);
    let whole = answer(&question, 2, Vec::new());
    let mut wrong = whole.kept.clone();
    // Of another scenario, without what should be there, and with too few numbers.
    wrong[0].digest += 1;
    wrong[1].parts = true;
    let outcome = serde_json::json!({"values": [1.0], "weeks": [], "caveats": [false, false, false]});
    let pair = serde_json::json!({"control": outcome, "treatment": outcome, "parts": null});
    wrong[2].pairs = vec![serde_json::from_value(pair).expect("a message")];
    let missing: usize = whole.kept[..3].iter().map(Slice::count).sum();
    let again = answer(&question, 2, wrong);
    assert_eq!(bits(&again), bits(&whole));
    assert_eq!(run_of_question(&again), missing);
}

#[test]
fn the_lab_is_given_nothing_that_is_remembered_of_questions() {
    // The same scenario: what is kept of a question has no weeks, and the lab shows them.
    let question = question(1);
    let kept = answer(&question, 2, Vec::new()).kept;
    let mut page = Page::with_workers(2);
    page.pool.remember(kept);
    page.run(0.05);
    page.finish(0.05);
    assert_eq!(page.ran.len() as u32, PAIRS);
}

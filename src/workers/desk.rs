//! What lies on a worker's desk: what it was asked and has not done. It works in small batches and looks for news between two, so that
//! what is not wanted any more is dropped at once.

use std::collections::VecDeque;

use super::messages::{Answer, PairMessage, Request, SLOTS};
use experiment::control_arm_cache::ControlArmCache;
use experiment::why::Explaining;
use library::file;
use model::scenario::Scenario;

/// How long a batch may take [ms], if one pair does not take longer: a moved lever waits for it.
const BATCH: f64 = 4.0;

/// Work after which the clock is looked at while a difference is taken apart, which takes many times as long as a pair: less than a pair
/// of the plain team.
const STRETCH: u64 = 4000;

/// A worker's desk.
#[derive(Default)]
pub struct Desk {
    /// The scenarios that the page has told of, which its requests name by their places.
    known: [Option<Scenario>; SLOTS],
    memory: ControlArmCache,
    /// What it was asked, the first of which it is at.
    asked: VecDeque<Asked>,
}

/// What it was asked, and how far that is.
struct Asked {
    request: Request,
    pairs: Vec<PairMessage>,
    millis: f64,
    /// The pair it is at, if its difference is taken apart.
    explaining: Option<Explaining>,
}

impl Asked {
    fn answer(self) -> Answer {
        Answer::Done { first: self.request.first, pairs: self.pairs, millis: self.millis }
    }
}

impl Desk {
    /// Takes what the page asks, and answers what it is done with by that: all that belongs to another wish.
    pub fn take(&mut self, mut request: Request) -> Vec<Answer> {
        let slot = request.slot % SLOTS;
        if let Some(text) = request.scenario.take() {
            match file::parse(&text) {
                Ok(scenario) => self.known[slot] = Some(scenario),
                Err(faults) => return vec![Answer::Refused(words::fault::sentences(&faults).join("; "))],
            }
        }
        if self.known[slot].is_none() {
            return vec![Answer::Refused("there is no scenario".to_owned())];
        }
        let is_over = self.asked.back().is_some_and(|last| last.request.wish != request.wish);
        let over = if is_over { std::mem::take(&mut self.asked) } else { VecDeque::new() };
        self.asked.push_back(Asked { request, pairs: Vec::new(), millis: 0.0, explaining: None });
        over.into_iter().map(Asked::answer).collect()
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.asked.is_empty()
    }

    /// Works on for a batch, by a clock that tells the time [ms], and answers what is done by that.
    pub fn work(&mut self, clock: impl Fn() -> f64) -> Option<Answer> {
        let Asked { request, pairs, millis, explaining } = self.asked.front_mut()?;
        let scenario = self.known[request.slot % SLOTS].as_ref()?;
        let start = clock();
        let is_done = loop {
            let next = request.first + pairs.len() as u32;
            if !request.parts {
                pairs
                    .extend(self.memory.run(scenario, next..(next + 1).min(request.end)).iter().map(PairMessage::from));
            } else if next < request.end {
                let mut begun = explaining.take().unwrap_or_else(|| Explaining::new(scenario, next));
                begun.go_on(STRETCH);
                if begun.is_over() {
                    pairs.push(PairMessage::from(&begun.finish()));
                } else {
                    *explaining = Some(begun);
                }
            }
            let is_done = request.first + pairs.len() as u32 >= request.end;
            if is_done || clock() - start >= BATCH {
                break is_done;
            }
        };
        *millis += clock() - start;
        if is_done { self.asked.pop_front().map(Asked::answer) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use experiment::ensemble::run;
    use model::scenario::{Draft, Scope};

    fn scenario() -> Scenario {
        let mut draft = Draft::default();
        draft.set(Scope::Both, "warmup_weeks", Some(0.0));
        draft.set(Scope::Both, "intervention_weeks", Some(2.0));
        draft.finish().expect("valid")
    }

    fn request(replicates: std::ops::Range<u32>, wish: u32) -> Request {
        Request { slot: 1, scenario: None, first: replicates.start, end: replicates.end, parts: false, wish }
    }

    /// A desk on which lies the first request.
    fn desk(replicates: std::ops::Range<u32>) -> Desk {
        let mut desk = Desk::default();
        let text = file::write(&scenario());
        assert!(desk.take(Request { scenario: Some(text), ..request(replicates, 1) }).is_empty());
        desk
    }

    /// A clock on which a pair takes so long: it is looked at after each.
    fn clock(pair: f64) -> impl Fn() -> f64 {
        let now = Cell::new(0.0);
        move || now.replace(now.get() + pair)
    }

    #[test]
    fn it_works_in_batches_and_answers_once_all_is_done() {
        let mut desk = desk(3..8);
        assert_eq!(
            [desk.work(clock(2.0)), desk.work(clock(9.0))],
            [None, None],
            "two pairs, or a single one that takes long"
        );
        assert!(desk.take(request(8..9, 1)).is_empty(), "both belong to one wish");
        let Some(Answer::Done { first, pairs, .. }) = desk.work(clock(1.0)) else { panic!("the rest is done") };
        let expected: Vec<_> = run(&scenario(), 3..8).iter().map(PairMessage::from).collect();
        assert!(first == 3 && format!("{pairs:?}") == format!("{expected:?}"));
        assert!(matches!(desk.work(clock(1.0)), Some(Answer::Done { first: 8, .. })));
        assert!(desk.is_empty() && desk.work(clock(1.0)).is_none());
    }

    #[test]
    fn what_is_not_wanted_any_more_is_dropped_and_what_there_is_of_it_handed_over() {
        let mut desk = desk(0..5);
        assert!(desk.take(request(5..9, 1)).is_empty());
        assert!(desk.work(clock(9.0)).is_none());
        let over = desk.take(request(0..1, 2));
        let done = over.iter().map(|answer| match answer {
            Answer::Done { first, pairs, .. } => (*first, pairs.len()),
            other => panic!("{other:?}"),
        });
        assert_eq!(done.collect::<Vec<_>>(), [(0, 1), (5, 0)]);
        assert!(matches!(desk.work(clock(1.0)), Some(Answer::Done { first: 0, .. })));
        assert!(desk.is_empty());
    }

    #[test]
    fn what_cannot_be_done_is_refused() {
        let refusal = |request: Request| Desk::default().take(request);
        assert!(matches!(refusal(request(0..1, 1))[..], [Answer::Refused(_)]));
        assert!(matches!(
            refusal(Request { scenario: Some("{".to_owned()), ..request(0..1, 1) })[..],
            [Answer::Refused(_)]
        ));
    }

    #[test]
    fn a_difference_is_taken_apart_in_stretches_and_comes_to_the_same() {
        let mut desk = desk(0..1);
        let first = desk.work(clock(9.0));
        assert!(first.is_some(), "what lay there is done");
        let treated = library::scenario("software").expect("built in");
        let request = Request { scenario: Some(file::write(&treated)), parts: true, ..request(0..2, 1) };
        assert!(desk.take(request).is_empty());
        let mut turns = 0;
        let pairs = loop {
            turns += 1;
            if let Some(Answer::Done { pairs, .. }) = desk.work(clock(9.0)) {
                break pairs;
            }
        };
        assert!(turns > 10, "{turns}");
        let expected: Vec<_> =
            (0..2).map(|replicate| PairMessage::from(&experiment::why::run_pair(&treated, replicate))).collect();
        assert!(format!("{pairs:?}") == format!("{expected:?}"));
    }
}

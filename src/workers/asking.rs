//! What is asked on the page of questions, in the pool's study: point after point, round after round.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::inquiry::{Findings, Question};
use experiment::study::plan::PointId;
use experiment::study::results::Results;
use experiment::study::{Job, Study};

/// Time between two reports [ms]: a picture that grows is calm.
const REST: f64 = 300.0;

/// Points that are in the study at a time: to make a thousand would keep the page from drawing.
const AT_ONCE: usize = 64;

/// What is wanted.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// What is asked.
    pub question: Rc<Question>,
    /// Whether it runs, or rests where it is.
    pub runs: bool,
    /// What was known of it when something else was asked, to go on from there.
    pub known: Option<Rc<Findings>>,
}

/// What is known of it is no other wish.
impl PartialEq for Wanted {
    fn eq(&self, other: &Self) -> bool {
        self.runs == other.runs && self.question == other.question
    }
}

/// A question under way.
#[derive(Debug)]
pub struct Asking {
    wanted: Wanted,
    results: Vec<Option<Results>>,
    /// The points of this round that are not begun, the next one last.
    waiting: Vec<usize>,
    /// Those that are, as points of the study.
    open: Vec<(usize, PointId)>,
    /// Of a point that stands alone, what was known when it came to rest.
    partial: Option<Results>,
    /// The round, from 0.
    round: usize,
    /// Whether the last is over.
    complete: bool,
    /// What was last told, when, and whether it stood still then.
    told: Option<(f64, [u64; 2], bool)>,
    /// When this round began or went on, and the pairs that there were then.
    begun: Option<(f64, u64)>,
}

impl Asking {
    /// Begins it.
    pub fn new(wanted: Wanted) -> Self {
        let question = &wanted.question;
        // What a point alone had is not the end of a round; the study knows that as long as there is room.
        let known = wanted.known.as_ref().filter(|known| known.question == *question && question.count() > 1);
        let (mut results, mut round) = (vec![None; question.count()], 0);
        if let Some(known) = known {
            (results, round) = (known.results.clone(), known.round[0] - 1);
        }
        let mut waiting = reversed(question.left(round, &results));
        waiting.retain(|&point| !question.is_done(round, results[point].as_ref()));
        Self {
            wanted,
            results,
            waiting,
            open: Vec::new(),
            partial: None,
            round,
            complete: false,
            told: None,
            begun: None,
        }
    }

    /// Whether it is of this.
    pub fn is_of(&self, wanted: &Wanted) -> bool {
        self.wanted.question == wanted.question
    }

    /// What is asked, if a job is for that.
    pub fn question_of(&self, job: &Job, study: &Study) -> Option<Rc<Question>> {
        let question = &self.wanted.question;
        let is_of = |&(_, id): &(usize, PointId)| study.digest(id) == Some(job.digest);
        (question.keep() == job.keep && self.open.iter().any(is_of)).then(|| Rc::clone(question))
    }

    /// Whether there is nothing left to do.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// Runs, or rests where it is.
    pub fn set_running(&mut self, wanted: &Wanted, study: &mut Study) {
        if self.wanted.runs != wanted.runs {
            self.told = None;
        }
        self.wanted.runs = wanted.runs;
        if wanted.runs { self.ask(study) } else { self.rest(study) }
    }

    /// Ends it. What is known stays known as long as there is room.
    pub fn rest(&mut self, study: &mut Study) {
        self.begun = None;
        if let (1, [(_, id)]) = (self.results.len(), &self.open[..]) {
            self.partial = study.so_far(*id);
        }
        for (point, id) in self.open.drain(..).rev() {
            study.cancel(id);
            self.waiting.push(point);
        }
    }

    /// Begins as many points as there may be at a time.
    fn ask(&mut self, study: &mut Study) {
        let question = &self.wanted.question;
        while self.open.len() < AT_ONCE
            && let Some(point) = self.waiting.pop()
        {
            if let Some(asked) = question.point(point, self.round) {
                self.open.push((point, study.add(asked)));
            }
        }
    }

    /// Takes what is done, and begins the next round if this one is over.
    pub fn go_on(&mut self, study: &mut Study) {
        while !self.complete {
            let results = &mut self.results;
            self.open.retain(|&(point, id)| {
                let Some(found) = study.results(id).cloned() else { return true };
                results[point] = Some(found);
                study.cancel(id);
                false
            });
            if self.wanted.runs {
                self.ask(study);
            }
            if self.open.iter().any(|&(_, id)| study.results(id).is_some()) {
                // It was known before.
                continue;
            }
            if !self.open.is_empty() || !self.waiting.is_empty() {
                return;
            }
            self.complete = !self.begin_next();
        }
    }

    /// Begins the next round; answers whether there is one.
    fn begin_next(&mut self) -> bool {
        let question = &self.wanted.question;
        if self.round + 1 >= question.rounds().len() {
            return false;
        }
        self.waiting = reversed(question.left(self.round + 1, &self.results));
        if self.waiting.is_empty() {
            return false;
        }
        (self.round, self.begun) = (self.round + 1, None);
        true
    }

    /// What there is to tell, if it is time.
    pub fn news(&mut self, study: &Study, now: f64) -> Option<Findings> {
        let pairs = self.pairs(study);
        let stands = self.complete || !self.wanted.runs;
        let is_new = self
            .told
            .is_none_or(|(told, before, stood)| (before, stood) != (pairs, stands) && (stands || now - told >= REST));
        if !is_new {
            return None;
        }
        self.told = Some((now, pairs, stands));
        let left = self.left(pairs, now);
        Some(Findings {
            question: Rc::clone(&self.wanted.question),
            results: self.so_far(study),
            pairs,
            left,
            round: [self.round + 1, self.wanted.question.rounds().len()],
            complete: self.complete,
        })
    }

    /// What is known: of a point that stands alone all there is, of many those that came to the end of a round.
    fn so_far(&self, study: &Study) -> Vec<Option<Results>> {
        let mut results = self.results.clone();
        match (&results[..], &self.open[..]) {
            ([None], [(_, id)]) => results[0] = study.so_far(*id),
            ([None], []) => results[0].clone_from(&self.partial),
            _ => {}
        }
        results
    }

    /// Pairs there are, and how many there will be in the end; where that is decided on the way, after this round.
    fn pairs(&self, study: &Study) -> [u64; 2] {
        let rounds = self.wanted.question.rounds();
        let target = if self.wanted.question.is_adaptive() { rounds[self.round] } else { rounds[rounds.len() - 1] };
        let begun: BTreeMap<usize, PointId> = self.open.iter().copied().collect();
        let of_point = |point: usize| {
            let known = self.results[point].as_ref().or(self.partial.as_ref()).map_or(0, Results::done);
            let id = begun.get(&point);
            let done = id.map_or(known, |&id| study.done(id).max(known));
            // Where an interval decides, a point that is begun or done knows better how many there will be.
            let is_open = id.is_some() || self.results[point].is_none();
            let all = match self.wanted.question.is_sure() {
                true => id.map_or(if is_open { target } else { known }, |&id| study.expected(id)),
                false if self.is_settled(point) => known,
                false => target,
            };
            [u64::from(done), u64::from(all.max(done))]
        };
        let points = self.wanted.question.order().into_iter().map(of_point);
        points.fold([0, 0], |[done, all], [more, of]| [done + more, all + of])
    }

    /// Whether a point gets no more pairs in this round, because its sign was called before.
    fn is_settled(&self, point: usize) -> bool {
        let there = |(open, _): &(usize, PointId)| *open == point;
        self.wanted.question.is_adaptive()
            && self.results[point].is_some()
            && !self.open.iter().any(there)
            && !self.waiting.contains(&point)
    }

    /// About how long this round still takes [ms], by how long it took so far.
    fn left(&mut self, [done, all]: [u64; 2], now: f64) -> Option<f64> {
        if self.complete || !self.wanted.runs {
            return None;
        }
        let (begun, before) = *self.begun.get_or_insert((now, done));
        let since = done.saturating_sub(before);
        (since > 0).then(|| (all - done) as f64 * (now - begun) / since as f64)
    }
}

/// So that the first comes off last.
fn reversed(mut points: Vec<usize>) -> Vec<usize> {
    points.reverse();
    points
}

#[cfg(test)]
mod tests {
    use super::*;
    use experiment::study::shares::Hand;
    use experiment::sweep::{Axis, Spacing};
    use model::outcome::Measure;
    use model::parameters::parameter;
    use model::scenario::{Arm, Draft, Scope};

    fn question(ids: &[(&str, Scope, [f64; 2])], count: usize) -> Rc<Question> {
        let mut draft = Draft::default();
        draft.set(Scope::Only(Arm::Treatment), "assist_leaders", Some(1.0));
        draft.set(Scope::Both, "warmup_weeks", Some(0.0));
        draft.set(Scope::Both, "intervention_weeks", Some(2.0));
        let scenario = draft.finish().expect("valid");
        let axes = ids.iter().map(|&(id, scope, ends)| {
            Axis::new(parameter(id).expect("a parameter"), scope, ends, count, Spacing::Linear).expect("an axis")
        });
        Rc::new(Question::sweep(&scenario, axes.collect(), Measure::Throughput).expect("valid"))
    }

    fn wanted(question: &Rc<Question>, runs: bool) -> Wanted {
        Wanted { question: Rc::clone(question), runs, known: None }
    }

    /// Does so many jobs, and answers whether there were so many.
    fn work_on(study: &mut Study, asking: &mut Asking, jobs: usize) -> bool {
        (0..jobs).all(|_| {
            let Some(job) = study.next_job(Hand::ANY, |_, _| 8) else { return false };
            study.accept(job.id, job.run());
            asking.go_on(study);
            true
        })
    }

    const SHARE: (&str, Scope, [f64; 2]) = ("assist_share", Scope::Only(Arm::Treatment), [0.0, 0.8]);
    const BETA: (&str, Scope, [f64; 2]) = ("beta", Scope::Both, [0.05, 0.4]);

    #[test]
    fn a_line_gets_all_its_pairs_after_a_first_picture() {
        let question = question(&[SHARE], 3);
        let (mut study, mut asking) = (Study::new(1 << 20), Asking::new(wanted(&question, false)));
        asking.set_running(&wanted(&question, true), &mut study);
        assert_eq!(asking.news(&study, 0.0).expect("it begins").pairs, [0, 600]);
        assert!(work_on(&mut study, &mut asking, 1) && asking.news(&study, 100.0).is_none(), "not yet");
        assert!(work_on(&mut study, &mut asking, 8));
        let first = asking.news(&study, 400.0).expect("a first picture");
        assert!(first.known() == 3 && !first.complete && first.round == [2, 2], "{first:?}");
        while work_on(&mut study, &mut asking, 1) {}
        let all = asking.news(&study, 401.0).expect("it is complete");
        assert!(all.complete && all.pairs == [600, 600]);
        assert!(asking.news(&study, 9000.0).is_none(), "told once");
        // The same as each point alone.
        for (point, results) in all.results.iter().enumerate() {
            let mut alone = Study::new(0);
            let id = alone.add(question.point(point, 1).expect("it can be run"));
            while let Some(job) = alone.next_job(Hand::ANY, |_, _| 50) {
                alone.accept(job.id, job.run());
            }
            let [found, expected] = [results.as_ref(), alone.results(id)]
                .map(|results| format!("{:?}", results.expect("known").contrast(Measure::Throughput)));
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn a_map_gives_more_pairs_to_points_whose_sign_is_open() {
        let question = question(&[SHARE, BETA], 3);
        let (mut study, mut asking) = (Study::new(1 << 24), Asking::new(wanted(&question, true)));
        asking.set_running(&wanted(&question, true), &mut study);
        while work_on(&mut study, &mut asking, 1) {}
        let all = asking.news(&study, 0.0).expect("complete");
        assert!(all.complete);
        let pairs: Vec<u32> = all.results.iter().map(|results| results.as_ref().expect("known").done()).collect();
        for (point, pairs) in pairs.iter().enumerate() {
            assert!(all.is_settled(Measure::Throughput, point) || *pairs == 384, "{point}: {pairs}");
            assert!([24, 48, 96, 192, 384].contains(pairs), "{point}: {pairs}");
        }
        assert!(pairs.iter().any(|pairs| *pairs < 384), "{pairs:?}");
    }

    #[test]
    fn at_rest_nothing_is_run_and_it_goes_on_where_it_was() {
        let question = question(&[SHARE, BETA], 3);
        let (mut study, mut asking) = (Study::new(1 << 24), Asking::new(wanted(&question, true)));
        asking.set_running(&wanted(&question, true), &mut study);
        assert!(work_on(&mut study, &mut asking, 10));
        asking.set_running(&wanted(&question, false), &mut study);
        let rests = asking.news(&study, 0.0).expect("it rests");
        assert!(rests.known() > 0 && !rests.complete && rests.left.is_none());
        assert!(study.next_job(Hand::ANY, |_, _| 8).is_none());
        asking.set_running(&wanted(&question, true), &mut study);
        while work_on(&mut study, &mut asking, 1) {}
        let all = asking.news(&study, 1.0).expect("complete");
        let mut at_once = (Study::new(1 << 24), Asking::new(wanted(&question, true)));
        at_once.1.set_running(&wanted(&question, true), &mut at_once.0);
        while work_on(&mut at_once.0, &mut at_once.1, 1) {}
        let whole = at_once.1.news(&at_once.0, 1.0).expect("complete");
        let numbers = |swept: &Findings| {
            let contrasts = (0..9).map(|point| format!("{:?}", swept.contrast(Measure::Throughput, point)));
            contrasts.collect::<Vec<_>>()
        };
        assert_eq!(numbers(&all), numbers(&whole));
    }

    #[test]
    fn after_something_else_it_goes_on_from_what_is_known_of_it() {
        let question = question(&[SHARE, BETA], 3);
        // The study keeps nothing, so that what was run could only be run again.
        let (mut study, mut asking) = (Study::new(0), Asking::new(wanted(&question, true)));
        asking.set_running(&wanted(&question, true), &mut study);
        assert!(work_on(&mut study, &mut asking, 40));
        asking.set_running(&wanted(&question, false), &mut study);
        let known = asking.news(&study, 0.0).expect("it rests");
        let before = known.pairs[0];
        assert!(known.known() > 3 && !known.complete, "{known:?}");
        let again = Wanted { known: Some(Rc::new(known)), ..wanted(&question, true) };
        let (mut study, mut asking) = (Study::new(0), Asking::new(again.clone()));
        asking.set_running(&again, &mut study);
        let begun = asking.news(&study, 0.0).expect("it goes on");
        assert!(begun.pairs[0] + 24 * 9 >= before && begun.known() > 3, "{} after {before}", begun.pairs[0]);
        while work_on(&mut study, &mut asking, 1) {}
        let all = asking.news(&study, 1.0).expect("complete");
        let mut at_once = (Study::new(0), Asking::new(wanted(&question, true)));
        at_once.1.set_running(&wanted(&question, true), &mut at_once.0);
        while work_on(&mut at_once.0, &mut at_once.1, 1) {}
        let whole = at_once.1.news(&at_once.0, 1.0).expect("complete");
        let numbers = |found: &Findings| {
            let contrasts = (0..9).map(|point| format!("{:?}", found.contrast(Measure::Throughput, point)));
            contrasts.collect::<Vec<_>>()
        };
        assert!(all.complete && numbers(&all) == numbers(&whole));
    }

    /// A file's question of the software team.
    fn of_file(text: &str) -> Rc<Question> {
        let opened = library::experiment_file::parse(text).expect("an experiment");
        Rc::new(Question::of(opened.experiment).expect("small enough"))
    }

    #[test]
    fn a_question_of_one_point_shows_what_it_has_while_it_rests() {
        let question = of_file(r#"{"experiment": 1, "scenario": "software", "question": "pairs", "pairs": 60}"#);
        let (mut study, mut asking) = (Study::new(1 << 20), Asking::new(wanted(&question, true)));
        asking.set_running(&wanted(&question, true), &mut study);
        assert!(work_on(&mut study, &mut asking, 3));
        asking.set_running(&wanted(&question, false), &mut study);
        let rests = asking.news(&study, 0.0).expect("it rests");
        assert_eq!((rests.pairs, rests.results[0].as_ref().map(Results::done)), ([24, 60], Some(24)));
    }

    #[test]
    fn points_that_cannot_be_run_are_left_out_and_where_none_can_that_is_all() {
        let text = |values: &str| {
            format!(
                r#"{{"experiment": 1, "scenario": "software", "question": "sweep", "pairs": 4,
                    "vary": [{{"parameter": "groups", "values": {values}}}]}}"#
            )
        };
        for (values, pairs) in [("[2, 20]", 4), ("[20, 30]", 0)] {
            let question = of_file(&text(values));
            let (mut study, mut asking) = (Study::new(0), Asking::new(wanted(&question, true)));
            asking.set_running(&wanted(&question, true), &mut study);
            asking.go_on(&mut study);
            while work_on(&mut study, &mut asking, 1) {}
            let all = asking.news(&study, 0.0).expect("complete");
            assert!(all.complete && all.pairs == [pairs; 2], "{values}: {:?}", all.pairs);
            assert!(question.fault(1).is_some() && all.answered().is_some());
        }
    }

    #[test]
    fn where_an_interval_decides_a_point_runs_until_then() {
        let question = of_file(
            r#"{"experiment": 1, "scenario": "software", "question": "sweep", "precision": 0.1,
                "vary": [{"parameter": "groups", "values": [1, 2]}]}"#,
        );
        let (mut study, mut asking) = (Study::new(0), Asking::new(wanted(&question, true)));
        asking.set_running(&wanted(&question, true), &mut study);
        while work_on(&mut study, &mut asking, 1) {}
        let all = asking.news(&study, 0.0).expect("complete");
        assert!(all.complete && all.pairs[0] == all.pairs[1] && all.pairs[0] < 10_000, "{:?}", all.pairs);
    }
}

//! What is asked on the page of questions, in the pool's study: point after point, round after round.

use std::rc::Rc;

use crate::inquiry::{Findings, Question};
use experiment::study::Study;
use experiment::study::plan::PointId;
use experiment::study::results::Results;

/// Time between two reports [ms]: a picture that grows is calm.
const REST: f64 = 300.0;

/// Points that are in the study at a time: to make a thousand would keep the page from drawing.
const AT_ONCE: usize = 64;

/// What is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// What is asked.
    pub question: Rc<Question>,
    /// Whether it runs, or rests where it is.
    pub runs: bool,
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
        let (results, waiting) = (vec![None; question.count()], reversed(question.order()));
        Self { wanted, results, waiting, open: Vec::new(), round: 0, complete: false, told: None, begun: None }
    }

    /// Whether it is of this.
    pub fn is_of(&self, wanted: &Wanted) -> bool {
        self.wanted.question == wanted.question
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
        if let ([None], [(_, id)]) = (&results[..], &self.open[..]) {
            results[0] = study.so_far(*id);
        }
        results
    }

    /// The points that this round has yet to do: how many pairs each has already, and will have.
    fn to_do(&self, study: &Study) -> impl Iterator<Item = (usize, u32, u32)> {
        let target = self.wanted.question.rounds()[self.round];
        let known = |point: usize| self.results[point].as_ref().map_or(0, Results::done);
        let waiting = self.waiting.iter().map(move |&point| (point, known(point), target.max(known(point))));
        let open = self.open.iter().map(move |&(point, id)| {
            let done = study.done(id).max(known(point));
            (point, done, study.expected(id).max(done))
        });
        waiting.chain(open)
    }

    /// Pairs there are, and how many there will be after this round.
    fn pairs(&self, study: &Study) -> [u64; 2] {
        let mut pairs = [0; 2];
        for results in self.results.iter().flatten() {
            pairs = pairs.map(|sum| sum + u64::from(results.done()));
        }
        for (point, done, target) in self.to_do(study) {
            let known = self.results[point].as_ref().map_or(0, Results::done);
            pairs = [pairs[0] + u64::from(done - known), pairs[1] + u64::from(target - known)];
        }
        pairs
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
        Wanted { question: Rc::clone(question), runs }
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
        assert_eq!(asking.news(&study, 0.0).expect("it begins").pairs, [0, 72]);
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
}

//! What is asked on the page of questions, in the pool's study: point after point, round after round.

use std::rc::Rc;

use crate::inquiry::{Findings, Question};
use experiment::study::Study;
use experiment::study::plan::PointId;
use experiment::study::progress::work;
use experiment::study::results::Results;

/// Time between two reports [ms]: a picture that grows is calm.
const REST: f64 = 300.0;

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
    /// The points of this round that are not done, in their order, and as points of the study where they are there.
    open: Vec<(usize, Option<PointId>)>,
    /// The round, from 0.
    round: usize,
    /// What was last told, when, and whether it stood still then.
    told: Option<(f64, [u64; 2], bool)>,
    /// When this round began or went on, and the work that was done then [member-days].
    begun: Option<(f64, f64)>,
}

impl Asking {
    /// Begins it.
    pub fn new(wanted: Wanted) -> Self {
        let results = vec![None; wanted.question.points.len()];
        let open = wanted.question.order().into_iter().map(|point| (point, None)).collect();
        Self { wanted, results, open, round: 0, told: None, begun: None }
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
        for (_, id) in &mut self.open {
            if let Some(id) = id.take() {
                study.cancel(id);
            }
        }
    }

    fn ask(&mut self, study: &mut Study) {
        let question = &self.wanted.question;
        for (point, id) in self.open.iter_mut().filter(|(_, id)| id.is_none()) {
            *id = question.point(*point, self.round).map(|point| study.add(point));
        }
    }

    /// Takes what is done, and begins the next round if this one is over.
    pub fn go_on(&mut self, study: &mut Study) {
        loop {
            let (results, before) = (&mut self.results, self.open.len());
            self.open.retain(|&(point, id)| {
                let Some((id, found)) = id.and_then(|id| Some((id, study.results(id)?.clone()))) else { return true };
                results[point] = Some(found);
                study.cancel(id);
                false
            });
            if before == 0 || !self.open.is_empty() || !self.begin_next() {
                return;
            }
            if self.wanted.runs {
                self.ask(study);
            }
        }
    }

    /// Begins the next round; answers whether there is one.
    fn begin_next(&mut self) -> bool {
        let question = &self.wanted.question;
        if self.round + 1 >= question.rounds().len() {
            return false;
        }
        let open = question.left(self.round + 1, &self.results);
        (self.round, self.begun) = (self.round + 1, None);
        self.open = open.into_iter().map(|point| (point, None)).collect();
        !self.open.is_empty()
    }

    /// Whether all is known.
    fn is_complete(&self) -> bool {
        self.open.is_empty()
    }

    /// What there is to tell, if it is time.
    pub fn news(&mut self, study: &Study, now: f64) -> Option<Findings> {
        let pairs = self.pairs(study);
        let stands = self.is_complete() || !self.wanted.runs;
        let is_new = self
            .told
            .is_none_or(|(told, before, stood)| (before, stood) != (pairs, stands) && (stands || now - told >= REST));
        if !is_new {
            return None;
        }
        self.told = Some((now, pairs, stands));
        let left = self.left(study, now);
        Some(Findings {
            question: Rc::clone(&self.wanted.question),
            results: self.so_far(study),
            pairs,
            left,
            round: [self.round + 1, self.wanted.question.rounds().len()],
            complete: self.is_complete(),
        })
    }

    /// What is known: of a point that stands alone all there is, of many those that came to the end of a round.
    fn so_far(&self, study: &Study) -> Vec<Option<Results>> {
        let mut results = self.results.clone();
        if let ([None], [(_, Some(id))]) = (&results[..], &self.open[..]) {
            results[0] = study.so_far(*id);
        }
        results
    }

    /// How many pairs a point will have after this round.
    fn target(&self, study: &Study, id: Option<PointId>) -> u32 {
        id.map_or_else(|| self.wanted.question.rounds()[self.round], |id| study.expected(id))
    }

    /// Pairs there are, and how many there will be after this round.
    fn pairs(&self, study: &Study) -> [u64; 2] {
        let mut pairs = [0; 2];
        for results in self.results.iter().flatten() {
            pairs = pairs.map(|sum| sum + u64::from(results.done()));
        }
        for &(point, id) in &self.open {
            let known = self.results[point].as_ref().map_or(0, |results| u64::from(results.done()));
            let done = id.map_or(known, |id| u64::from(study.done(id)).max(known));
            let target = u64::from(self.target(study, id)).max(done);
            pairs = [pairs[0] + done - known, pairs[1] + target - known];
        }
        pairs
    }

    /// About how long this round still takes [ms], by how long it took so far.
    fn left(&mut self, study: &Study, now: f64) -> Option<f64> {
        if self.is_complete() || !self.wanted.runs {
            return None;
        }
        let of_point = |&(point, id): &(usize, Option<PointId>)| {
            let done = id.map_or(0, |id| study.done(id));
            let pairs = f64::from(self.target(study, id).saturating_sub(done));
            self.wanted.question.points[point].as_ref().map_or(0.0, |scenario| work(scenario) * pairs)
        };
        let left: f64 = self.open.iter().map(of_point).sum();
        let (begun, before) = *self.begun.get_or_insert((now, left));
        let done = before - left;
        (done > 0.0).then(|| left * (now - begun) / done)
    }
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

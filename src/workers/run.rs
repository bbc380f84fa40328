//! One run of the ensemble: which pairs are still to be done, which are there, and when there is news of them.
//!
//! Time is told to it [ms], so it can be tested without any.

use std::ops::Range;
use std::rc::Rc;

use super::schedule::Schedule;
use crate::ensemble_summary::{EnsembleSummary, main_measure};
use experiment::ensemble::Ensemble;
use experiment::goal::{Goal, LOOK, MOST};
use experiment::pair::Pair;
use experiment::relative::half_width;
use model::scenario::Scenario;

/// Time between two reports of one run [ms].
const REPORT: f64 = 125.0;
/// Pairs that are reported as soon as they are there, and time after which a run that has not come so far gives way to the
/// next all the same [ms]: a lever on the move shows something at every stop, and never waits.
const FIRST: u32 = 100;
const GRACE: f64 = 120.0;

/// One run of the ensemble.
pub struct Run {
    generation: u32,
    scenario: Rc<Scenario>,
    goal: Goal,
    schedule: Schedule,
    ensemble: Ensemble,
    started: f64,
    reported: Option<f64>,
    /// Pairs in the last report.
    shown: u32,
    /// For a goal of precision: the number of pairs at which it is looked for next.
    look: u32,
    complete: bool,
    /// Whether the last report said so.
    told: bool,
    stopped: bool,
}

impl Run {
    /// A run that begins now; `millis` is the time of a pair where it is known from an earlier one [ms].
    pub fn new(generation: u32, scenario: Rc<Scenario>, goal: Goal, millis: Option<f64>, now: f64) -> Self {
        let mut run = Self {
            generation,
            scenario,
            goal,
            schedule: Schedule::new(0, millis),
            ensemble: Ensemble::default(),
            started: now,
            reported: None,
            shown: 0,
            look: LOOK,
            complete: false,
            told: false,
            stopped: false,
        };
        run.set_target();
        run
    }

    /// Which run it is.
    pub fn generation(&self) -> u32 {
        self.generation
    }

    /// What the pairs are of.
    pub fn scenario(&self) -> &Rc<Scenario> {
        &self.scenario
    }

    /// Time of a pair, lately [ms].
    pub fn millis(&self) -> f64 {
        self.schedule.millis()
    }

    /// Goes on if that is what is wanted: the same scenario with the same goal, or with more pairs. Answers whether it does.
    pub fn resume(&mut self, scenario: &Scenario, goal: Goal) -> bool {
        let more = matches!((self.goal, goal), (Goal::Pairs(now), Goal::Pairs(then)) if now <= then);
        let same = *self.scenario == *scenario && (more || self.goal == goal);
        if same {
            self.complete &= self.goal == goal || self.ensemble.done() >= goal.at_least();
            self.goal = goal;
            self.stopped = false;
            // It may have all of them already.
            self.told = false;
            self.shown = 0;
            self.set_target();
        }
        same
    }

    /// Gives out no more jobs.
    pub fn stop(&mut self) {
        self.stopped = true;
    }

    /// The next job for worker `hand` of so many.
    pub fn take(&mut self, hand: usize, hands: usize) -> Option<Range<u32>> {
        if self.stopped || self.complete { None } else { self.schedule.take(hand, hands) }
    }

    /// A job was lost, or only in part done.
    pub fn give_back(&mut self, job: Range<u32>) {
        if !job.is_empty() {
            self.schedule.give_back(job);
        }
    }

    /// The pairs of a job, the first of which is replicate `first`; that took so long [ms].
    pub fn put(&mut self, first: u32, pairs: Vec<Pair>, millis: f64) {
        self.schedule.note(pairs.len() as u32, millis);
        if !self.complete {
            self.ensemble.put(first, pairs);
            self.look_whether_complete();
        }
    }

    fn look_whether_complete(&mut self) {
        if let Goal::Pairs(pairs) = self.goal {
            self.complete = self.ensemble.done() >= pairs;
            return;
        }
        while !self.complete && self.ensemble.unbroken() >= self.look {
            let first = self.ensemble.first(self.look);
            if self.is_enough(&first) {
                // What was computed in advance is not part of the result.
                self.ensemble = first;
                self.complete = true;
            } else {
                self.look += LOOK;
                self.set_target();
            }
        }
    }

    fn is_enough(&self, first: &Ensemble) -> bool {
        let measure = main_measure(&self.scenario);
        self.goal.is_met(self.look, half_width(measure, &first.contrast(measure)))
    }

    /// For a goal of precision the next hundred are begun before it is known whether they are needed.
    fn set_target(&mut self) {
        self.schedule.set_target(match self.goal {
            Goal::Pairs(pairs) => pairs,
            Goal::Sure(_) => (self.look + LOOK).min(MOST),
        });
    }

    /// Whether it gives way to another: it has shown something, or had its time.
    pub fn gives_way(&self, now: f64) -> bool {
        let shown = self.reported.is_some() && self.ensemble.done() >= self.enough();
        shown || self.stopped || self.complete || now - self.started >= GRACE
    }

    /// Whether there is news; `last` says that another run waits.
    pub fn has_news(&self, now: f64, last: bool) -> bool {
        let done = self.ensemble.done();
        if self.complete || done < 2 || done == self.shown {
            return self.complete && !self.told;
        }
        let first = self.shown < self.enough() && done >= self.enough();
        let since = now - self.reported.unwrap_or(self.started);
        first || since >= REPORT || (last && now - self.started >= GRACE)
    }

    /// What there is.
    pub fn report(&mut self, now: f64) -> EnsembleSummary {
        self.reported = Some(now);
        self.shown = self.ensemble.done();
        self.told = self.complete;
        EnsembleSummary::of(self.generation, &self.scenario, &self.ensemble, self.goal)
    }

    fn enough(&self) -> u32 {
        FIRST.min(self.goal.at_least())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use experiment::ensemble;
    use model::scenario::{Arm, Draft, Scope};

    fn scenario(beta: f64) -> Rc<Scenario> {
        let mut draft = Draft::default();
        draft.set(Scope::Both, "warmup_weeks", Some(0.0));
        draft.set(Scope::Both, "intervention_weeks", Some(2.0));
        draft.set(Scope::Both, "beta", Some(beta));
        draft.set(Scope::Only(Arm::Treatment), "assist_leaders", Some(1.0));
        Rc::new(draft.finish().expect("valid"))
    }

    fn started(goal: Goal) -> Run {
        Run::new(1, scenario(0.3), goal, Some(1.0), 0.0)
    }

    /// Lets workers of different pace do all there is, and counts the pairs of the last report.
    fn end(run: &mut Run, hands: usize) -> u32 {
        let mut jobs: Vec<Range<u32>> = Vec::new();
        let mut done = 0;
        for turn in 0.. {
            jobs.extend((0..hands).filter_map(|hand| run.take(hand, hands)));
            // Now the oldest job is done first, now the youngest.
            let place = if turn % 3 == 0 { 0 } else { jobs.len().saturating_sub(1) };
            if jobs.is_empty() {
                break;
            }
            let job = jobs.remove(place);
            run.put(job.start, ensemble::run(&run.scenario, job), 16.0);
            if run.has_news(f64::from(turn), false) {
                done = run.report(f64::from(turn)).done;
            }
        }
        done
    }

    #[test]
    fn a_number_of_pairs_is_done_and_told() {
        let mut run = started(Goal::Pairs(130));
        assert_eq!(end(&mut run, 2), 130);
        assert!(run.report(0.0).complete() && !run.has_news(1e6, true));
        assert!(run.resume(&scenario(0.3), Goal::Pairs(150)));
        assert_eq!(end(&mut run, 3), 150);
        assert!(!run.resume(&scenario(0.3), Goal::Pairs(100)), "fewer are counted afresh");
        assert!(!run.resume(&scenario(0.31), Goal::Pairs(150)));
    }

    #[test]
    fn where_precision_is_reached_does_not_depend_on_who_computes() {
        let ends = [1, 2, 3].map(|hands| end(&mut started(Goal::Sure(0.012)), hands));
        assert!(ends[0] > LOOK && ends[0] < MOST && ends[0].is_multiple_of(LOOK), "{ends:?}");
        assert_eq!(ends, [ends[0]; 3]);
        let mut run = started(Goal::Sure(0.012));
        end(&mut run, 2);
        assert!(run.report(0.0).complete());
        assert_eq!(run.take(0, 1), None);
    }

    #[test]
    fn a_result_is_complete_though_pairs_were_computed_ahead() {
        let mut run = started(Goal::Sure(1.0));
        run.put(100, ensemble::run(&run.scenario, 100..130), 1.0);
        run.put(0, ensemble::run(&run.scenario, 0..70), 1.0);
        let ahead = run.report(0.0);
        assert!(!ahead.complete() && ahead.done == 100);
        run.put(70, ensemble::run(&run.scenario, 70..100), 1.0);
        assert!(run.has_news(0.0, false));
        let whole = run.report(0.0);
        assert!(whole.complete() && whole.done == 100 && whole != ahead);
        // Asked again, it says so again.
        assert!(run.resume(&scenario(0.3), Goal::Sure(1.0)));
        assert!(run.has_news(0.0, false) && run.report(0.0).complete());
    }

    #[test]
    fn there_is_news_of_the_first_hundred_and_then_now_and_then() {
        let mut run = started(Goal::Pairs(400));
        let check = |run: &mut Run, pairs: Range<u32>, now: f64, expect: bool| {
            run.put(pairs.start, ensemble::run(&run.scenario, pairs), 1.0);
            assert_eq!(run.has_news(now, false), expect, "{now}");
        };
        check(&mut run, 0..60, 30.0, false);
        assert!(!run.gives_way(30.0));
        check(&mut run, 60..100, 60.0, true);
        run.report(60.0);
        assert!(run.gives_way(60.0));
        check(&mut run, 100..110, 70.0, false);
        check(&mut run, 110..120, 190.0, true);
    }

    #[test]
    fn a_slow_run_gives_way_in_time_and_shows_what_it_has() {
        let mut run = started(Goal::Pairs(400));
        run.put(0, ensemble::run(&run.scenario, 0..5), 1.0);
        assert!(!run.gives_way(100.0) && !run.has_news(100.0, true));
        assert!(run.gives_way(121.0) && run.has_news(121.0, true));
    }

    #[test]
    fn a_stopped_run_gives_out_nothing_until_it_goes_on() {
        let mut run = started(Goal::Pairs(100));
        run.stop();
        assert_eq!(run.take(0, 2), None);
        assert!(run.resume(&scenario(0.3), Goal::Pairs(100)));
        let job = run.take(0, 2).expect("work");
        run.give_back(job.clone());
        assert_eq!(run.take(1, 2), Some(job));
    }
}

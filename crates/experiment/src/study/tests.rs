//! What a study does, whoever works for it.

use std::collections::BTreeMap;

use super::accumulator::AHEAD;
use super::*;
use crate::ensemble::Ensemble;
use crate::pair::run_pair;
use crate::statistics::sample::BLOCK;
use model::outcome::Measure;
use model::scenario::{Arm, Draft, Scope};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// A short run, so that many can be had.
fn scenario(beta: f64) -> Arc<Scenario> {
    let mut draft = Draft::default();
    draft.set(Scope::Both, "members", Some(4.0));
    draft.set(Scope::Both, "groups", Some(1.0));
    draft.set(Scope::Both, "warmup_weeks", Some(0.0));
    draft.set(Scope::Both, "intervention_weeks", Some(2.0));
    draft.set(Scope::Both, "beta", Some(beta));
    draft.set(Scope::Only(Arm::Treatment), "assist_leaders", Some(1.0));
    Arc::new(draft.finish().expect("valid"))
}

/// Pairs that are run once for all tests of a function.
#[derive(Default)]
struct Office {
    known: BTreeMap<(u128, u32), Pair>,
    /// Pairs that were asked for.
    ran: usize,
}

impl Office {
    fn pairs(&mut self, job: &Job) -> Vec<Pair> {
        self.ran += job.replicates.len();
        let digest = digest::scenario(&job.scenario);
        let pair = |replicate| {
            let new = || run_pair(&job.scenario, replicate);
            job.keep.of(self.known.entry((digest, replicate)).or_insert_with(new).clone())
        };
        job.replicates.clone().map(pair).collect()
    }

    /// Does all there is; answers how many pairs that were.
    fn finish(&mut self, study: &mut Study) -> usize {
        let before = self.ran;
        while let Some(job) = next_job(study, 7) {
            study.accept(job.id, self.pairs(&job));
        }
        self.ran - before
    }

    /// Workers of whom nobody knows who is how fast: each number says what happens next, as long as there is something to do.
    fn muddle(&mut self, study: &mut Study, script: &[u8]) {
        let mut out: Vec<Job> = Vec::new();
        for turn in script {
            if turn % 3 > 0 {
                out.extend(next_job(study, 1 + u32::from(turn / 16)));
            } else if !out.is_empty() {
                let job = out.swap_remove(usize::from(*turn) % out.len());
                let mut pairs = self.pairs(&job);
                match turn % 5 {
                    0 => study.release(job.id),
                    1 => pairs.truncate(pairs.len() / 2),
                    _ => {}
                }
                study.accept(job.id, pairs);
            }
        }
        out.iter().for_each(|job| study.release(job.id));
        self.finish(study);
    }
}

/// The next job, whoever does it.
fn next_job(study: &mut Study, most: u32) -> Option<Job> {
    study.next_job(Hand::ANY, |_, _| most)
}

/// All that results say, to the last bit.
fn said(contrast: impl Fn(Measure) -> crate::ensemble::Contrast, caveats: crate::caveats::Caveats) -> String {
    let contrasts = Measure::ALL.iter().map(|&measure| format!("{:?}", contrast(measure))).collect::<String>();
    format!("{contrasts}{caveats:?}")
}

fn all(results: &Results) -> String {
    said(|measure| results.contrast(measure), results.caveats())
}

fn all_of(pairs: &Ensemble) -> String {
    said(|measure| pairs.contrast(measure), pairs.caveats())
}

fn plain(scenario: &Scenario, count: u32) -> Ensemble {
    let mut ensemble = Ensemble::default();
    ensemble.put(0, crate::ensemble::run(scenario, 0..count));
    ensemble
}

fn sure(scenario: &Arc<Scenario>, bound: f64, keep: Keep) -> Point {
    let replicates = Replicates::Sure(Measure::Throughput, bound);
    Point { replicates, ..Point::new(Arc::clone(scenario), 0, keep) }
}

#[test]
fn what_comes_of_it_depends_neither_on_order_nor_on_jobs_nor_on_losses() {
    let scenarios = [scenario(0.2), scenario(0.3)];
    let expected = [all_of(&plain(&scenarios[0], 60)), all_of(&plain(&scenarios[1], 45))];
    let office = std::cell::RefCell::new(Office::default());
    // It is met after some looks.
    let bound = 0.6
        * crate::relative::half_width(Measure::Throughput, &plain(&scenarios[0], LOOK).contrast(Measure::Throughput));
    let end = |script: &[u8], keep| {
        let mut study = Study::new(1 << 30);
        let id = study.add(sure(&scenarios[0], bound, keep));
        office.borrow_mut().muddle(&mut study, script);
        study.results(id).map(|results| (results.done(), all(results)))
    };
    let ended = end(&[], Keep::Statistics).expect("complete");
    assert!(ended.0 > LOOK && ended.0 < 2000 && ended.0.is_multiple_of(LOOK), "{}", ended.0);
    let keeps = prop::sample::select(vec![Keep::Statistics, Keep::Outcomes, Keep::Weeks]);
    let script = prop::collection::vec(any::<u8>(), 0..200);
    let config = ProptestConfig {
        cases: 40,
        rng_seed: RngSeed::Fixed(2029),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |(script in script, keep in keeps)| {
        let mut study = Study::new(0);
        let ids = [60, 45].iter().zip(&scenarios).map(|(&count, scenario)| {
            study.add(Point::new(Arc::clone(scenario), count, keep))
        }).collect::<Vec<_>>();
        office.borrow_mut().muddle(&mut study, &script);
        for (id, expected) in ids.into_iter().zip(&expected) {
            prop_assert_eq!(&all(study.results(id).expect("complete")), expected);
        }
        prop_assert_eq!(&end(&script, keep).expect("complete"), &ended);
    });
}

#[test]
fn what_is_known_is_not_run_again() {
    let (one, mut office) = (scenario(0.2), Office::default());
    let mut study = Study::new(1 << 30);
    let mut check = |study: &mut Study, point: Point, expect: usize| {
        let done = point.replicates.most();
        let id = study.add(point);
        assert_eq!(office.finish(study), expect);
        let results = study.results(id).expect("complete");
        assert_eq!(results.done(), done);
        assert_eq!(all(results), all_of(&plain(&one, done)));
        id
    };
    let point = |count, keep| Point::new(Arc::clone(&one), count, keep);
    check(&mut study, point(30, Keep::Statistics), 30);
    check(&mut study, point(30, Keep::Statistics), 0);
    check(&mut study, point(50, Keep::Statistics), 20);
    check(&mut study, point(30, Keep::Statistics), 0);
    // Of statistics alone nothing can be taken out, and no pair be had.
    check(&mut study, point(40, Keep::Statistics), 40);
    let kept = check(&mut study, point(30, Keep::Weeks), 30);
    for (count, keep, expect) in [(20, Keep::Outcomes, 0), (35, Keep::Weeks, 5), (33, Keep::Statistics, 0)] {
        check(&mut study, point(count, keep), expect);
    }
    study.cancel(kept);
    check(&mut study, point(30, Keep::Weeks), 0);
    let mut renamed = one.draft();
    renamed.texts.title = "The same in other words".to_owned();
    check(&mut study, Point::new(renamed.finish().expect("valid"), 35, Keep::Weeks), 0);
}

#[test]
fn what_has_no_room_is_run_again() {
    let (one, mut office) = (scenario(0.2), Office::default());
    let mut study = Study::new(40 * Keep::Outcomes.pair_bytes(&one));
    let point = |beta, count| Point::new(scenario(beta), count, Keep::Outcomes);
    let mut check = |beta, count, expect| {
        let id = study.add(point(beta, count));
        assert_eq!(office.finish(&mut study), expect, "{beta}");
        study.cancel(id);
        assert!(study.bytes() <= 40 * Keep::Outcomes.pair_bytes(&one));
    };
    check(0.2, 30, 30);
    check(0.2, 30, 0);
    check(0.3, 10, 10);
    check(0.2, 30, 0);
    check(0.4, 10, 10);
    check(0.3, 10, 10);
    check(0.4, 10, 0);
    check(0.2, 30, 30);
}

#[test]
fn what_never_came_to_a_result_gives_way_first() {
    let (one, mut office) = (scenario(0.2), Office::default());
    let mut study = Study::new(40 * Keep::Outcomes.pair_bytes(&one));
    let point = |beta, count| Point::new(scenario(beta), count, Keep::Outcomes);
    let first = study.add(point(0.2, 20));
    office.finish(&mut study);
    study.cancel(first);
    for beta in [0.3, 0.4, 0.5] {
        let passed = study.add(point(beta, 20));
        let job = next_job(&mut study, 15).expect("work");
        study.accept(job.id, office.pairs(&job));
        study.cancel(passed);
    }
    study.add(point(0.2, 20));
    assert_eq!(office.finish(&mut study), 0);
}

#[test]
fn points_that_are_the_same_are_run_once() {
    let (mut study, mut office) = (Study::new(1 << 30), Office::default());
    let point = |count, keep| Point::new(scenario(0.2), count, keep);
    let ids = [point(30, Keep::Weeks), point(50, Keep::Outcomes), point(30, Keep::Statistics)].map(|p| study.add(p));
    assert_eq!(office.finish(&mut study), 50);
    assert_eq!(ids.map(|id| study.results(id).map(Results::done)), [Some(30), Some(50), Some(30)]);
}

#[test]
fn a_lost_job_comes_again_and_what_comes_of_it_after_all_is_dropped() {
    let (mut study, mut office) = (Study::new(0), Office::default());
    let id = study.add(Point::new(scenario(0.2), 20, Keep::Statistics));
    let lost = next_job(&mut study, 8).expect("work");
    study.release(lost.id);
    let again = next_job(&mut study, 5).expect("work");
    assert_eq!((lost.replicates.clone(), again.replicates.clone()), (0..8, 0..5));
    study.accept(lost.id, office.pairs(&lost));
    assert_eq!(study.progress().done, 0);
    study.accept(again.id, office.pairs(&again));
    study.accept(again.id, office.pairs(&again));
    assert_eq!(study.progress().done, 5);
    assert_eq!(office.finish(&mut study), 15);
    assert_eq!(study.results(id).map(Results::done), Some(20));
}

#[test]
fn what_is_known_so_far_leaves_out_what_came_early() {
    for keep in [Keep::Statistics, Keep::Outcomes] {
        let (mut study, mut office) = (Study::new(0), Office::default());
        let point = study.add(Point::new(scenario(0.2), 20, keep));
        let [first, second] = [(); 2].map(|()| next_job(&mut study, 4).expect("work"));
        let mut check = |study: &mut Study, job: &Job, expect: u32| {
            study.accept(job.id, office.pairs(job));
            assert_eq!(study.so_far(point).map(|results| results.done()), Some(expect), "{keep:?}");
        };
        check(&mut study, &second, 0);
        check(&mut study, &first, 8);
    }
}

#[test]
fn what_is_cancelled_goes_on_where_it_was_when_it_is_added_again() {
    let (mut study, mut office) = (Study::new(1 << 30), Office::default());
    let [one, other] = [0.2, 0.3].map(|beta| study.add(Point::new(scenario(beta), 20, Keep::Outcomes)));
    let [first, second] = [(); 2].map(|()| next_job(&mut study, 8).expect("work"));
    study.accept(first.id, office.pairs(&first));
    assert_eq!((study.done(one), study.so_far(one).map(|results| results.done())), (8, Some(8)));
    study.cancel(one);
    assert!(study.so_far(one).is_none() && study.results(one).is_none() && study.done(one) == 0);
    // What was out comes back all the same.
    study.accept(second.id, office.pairs(&second));
    assert_eq!(office.finish(&mut study), 20);
    assert!(study.is_complete() && study.results(other).is_some());
    let again = study.add(Point::new(scenario(0.2), 20, Keep::Outcomes));
    assert_eq!((study.done(again), office.finish(&mut study)), (16, 4));
    assert_eq!(all(study.results(again).expect("complete")), all_of(&plain(&scenario(0.2), 20)));
}

#[test]
fn the_highest_priority_comes_first() {
    let mut study = Study::new(0);
    let point = |beta, priority| Point { priority, ..Point::new(scenario(beta), 20, Keep::Outcomes) };
    let [low, _, _] = [point(0.1, 0), point(0.2, 1), point(0.3, 1)].map(|point| study.add(point));
    let next = |study: &mut Study| next_job(study, 20).map(|job| job.scenario.world().beta);
    assert_eq!([next(&mut study), next(&mut study)], [Some(0.2), Some(0.3)]);
    study.add(point(0.4, 0));
    study.add(point(0.5, 1));
    study.prefer(low, 2);
    let next = |study: &mut Study| next_job(study, 20).map(|job| job.scenario.world().beta);
    assert_eq!([(); 4].map(|()| next(&mut study)), [Some(0.1), Some(0.5), Some(0.4), None]);
}

#[test]
fn progress_counts_pairs_that_were_known() {
    let (mut study, mut office) = (Study::new(1 << 30), Office::default());
    study.add(Point::new(scenario(0.2), 30, Keep::Outcomes));
    office.finish(&mut study);
    study.add(Point::new(scenario(0.2), 50, Keep::Outcomes));
    let progress = study.progress();
    assert_eq!((progress.points, progress.complete), (2, 1));
    assert_eq!((progress.done, progress.total, progress.exact), (60, 80, true));
    study.add(sure(&scenario(0.3), 0.01, Keep::Outcomes));
    assert!(!study.progress().exact);
}

#[test]
fn statistics_keep_no_more_than_they_say() {
    let one = scenario(0.2);
    let pool: Vec<Pair> = crate::ensemble::run(&one, 0..50).into_iter().map(|pair| Keep::Outcomes.of(pair)).collect();
    let count = 2 * BLOCK as u32 + 5000;
    let pairs = |job: &Job| job.replicates.clone().map(|replicate| pool[replicate as usize % 50].clone()).collect();
    let most = Keep::Statistics.most_bytes(&one, count);
    assert_eq!(most, Keep::Statistics.most_bytes(&one, u32::MAX));
    let mut study = Study::new(0);
    let id = study.add(Point::new(Arc::clone(&one), count, Keep::Statistics));
    let first = next_job(&mut study, 10).expect("work");
    let mut kept = 0;
    // Whatever else is done has to wait for the first.
    while let Some(job) = next_job(&mut study, 100) {
        study.accept(job.id, pairs(&job));
        kept = study.bytes().max(kept);
    }
    assert_eq!(kept, u64::from(AHEAD - 10) * Keep::Statistics.pair_bytes(&one));
    study.accept(first.id, pairs(&first));
    while let Some(job) = next_job(&mut study, 100) {
        study.accept(job.id, pairs(&job));
        kept = study.bytes().max(kept);
    }
    assert!(kept <= most, "{kept} of {most}");
    let mut ensemble = Ensemble::default();
    ensemble.put(0, (0..count).map(|replicate| pool[replicate as usize % 50].clone()).collect());
    assert_eq!(all(study.results(id).expect("complete")), all_of(&ensemble));
}

#[test]
fn a_point_may_begin_at_any_replicate_and_has_those_behind_it() {
    let scenario = scenario(0.2);
    let (mut study, mut office) = (Study::new(0), Office::default());
    let whole = plain(&scenario, 40);
    let from = |first, count, keep| Point { first, ..Point::new(Arc::clone(&scenario), count, keep) };
    let points = [from(0, 40, Keep::Outcomes), from(15, 9, Keep::Outcomes), from(15, 9, Keep::Statistics)];
    let [all_of_them, some, same] = points.map(|point| study.add(point));
    let nothing = study.add(from(40, 0, Keep::Outcomes));
    assert_eq!(office.finish(&mut study), 40 + 9, "what is kept of the second answers the third");
    let mut expected = Ensemble::default();
    expected.put(0, crate::ensemble::run(&scenario, 15..24));
    let found = |id| all(study.results(id).expect("complete"));
    assert_eq!(found(all_of_them), all_of(&whole));
    assert_eq!([found(some), found(same)], [all_of(&expected), all_of(&expected)]);
    assert_eq!(study.results(nothing).map(Results::done), Some(0));
}

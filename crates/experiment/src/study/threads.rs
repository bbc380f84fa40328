//! A study on the threads of this machine; the browser has workers instead.

use std::io;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Mutex, mpsc};
use std::thread::{self, Builder, Scope};

use super::plan::Point;
use super::results::Results;
use super::shares::Hand;
use super::{Job, Study};

/// Pairs in a job: small enough for progress, large enough not to matter.
const JOB: u32 = 16;

/// Most threads for each processor. More bring nothing, and the stacks of a thousand may leave no memory for the work.
const MOST: usize = 4;

/// The most threads that a study runs on.
pub fn most() -> usize {
    MOST * available()
}

fn available() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Runs a study on `threads` threads (all there are if 0) until nothing is left to do; `progress` is called after each job, and may cancel
/// points or add some.
pub fn run(study: &mut Study, threads: usize, mut progress: impl FnMut(&mut Study)) {
    share_out(
        study,
        threads,
        &thread,
        |study| study.next_job(Hand::ANY, |_, _| JOB),
        Job::run,
        |study, job, pairs| {
            study.accept(job.id, pairs);
            progress(study);
        },
    );
}

/// What a point comes to, on all threads.
pub fn one(point: Point) -> Results {
    all(&mut Study::new(0), [point]).remove(0)
}

/// What each of these points comes to, in order, on all threads; of what the study knows nothing is run again.
pub fn all(study: &mut Study, points: impl IntoIterator<Item = Point>) -> Vec<Results> {
    let ids: Vec<_> = points.into_iter().map(|point| study.add(point)).collect();
    run(study, 0, |_| {});
    let results = ids.into_iter().map(|id| study.results(id).cloned());
    results.map(|results| results.expect("invariant: a study comes to its end")).collect()
}

/// What `one` answers for each number from 0, in order, on all threads: for runs that are no pairs of one scenario.
pub fn each<T: Send>(count: u32, one: impl Fn(u32) -> T + Sync) -> Vec<T> {
    each_on(0, count, one)
}

/// The same on `threads` threads, all there are if 0.
pub fn each_on<T: Send>(threads: usize, count: u32, one: impl Fn(u32) -> T + Sync) -> Vec<T> {
    let mut answers: Vec<Option<T>> = (0..count).map(|_| None).collect();
    let mut all = 0..count;
    share_out(
        &mut answers,
        threads,
        &thread,
        |_| all.next(),
        |&number| one(number),
        |answers, number, answer| answers[number as usize] = Some(answer),
    );
    answers.into_iter().map(|answer| answer.expect("invariant: every number has its turn")).collect()
}

/// Work for a thread.
type Work<'scope> = Box<dyn FnOnce() + Send + 'scope>;

/// Starts a thread, if the system has one to give.
type Spawn<'a> = dyn for<'scope, 'all> Fn(&'scope Scope<'scope, 'all>, Work<'scope>) -> io::Result<()> + 'a;

fn thread<'scope>(scope: &'scope Scope<'scope, '_>, work: Work<'scope>) -> io::Result<()> {
    Builder::new().spawn_scoped(scope, work).map(drop)
}

/// Has threads do the jobs there are, as long as there are any, and takes the results in this one; each thread has a job to be at and one to
/// go on with, so no more results wait than that. Where the system gives fewer threads than are wanted it goes on with those, and without
/// any this one does the jobs. A panic in a thread is one here.
fn share_out<S, J: Send, T: Send>(
    state: &mut S,
    threads: usize,
    spawn: &Spawn<'_>,
    mut next: impl FnMut(&mut S) -> Option<J>,
    work: impl Fn(&J) -> T + Sync,
    mut take: impl FnMut(&mut S, J, T),
) {
    let mut most = if threads == 0 { available() } else { threads.min(self::most()) };
    let (jobs, waiting) = mpsc::channel();
    let waiting = Mutex::new(waiting);
    let (done, results) = mpsc::channel();
    let hand = |done: mpsc::Sender<(J, thread::Result<T>)>| {
        while let Some(job) =
            waiting.lock().ok().and_then(|jobs: std::sync::MutexGuard<'_, mpsc::Receiver<J>>| jobs.recv().ok())
        {
            let result = catch_unwind(AssertUnwindSafe(|| work(&job)));
            // Nobody listening means the caller is gone; there is nothing left to do for it.
            if done.send((job, result)).is_err() {
                return;
            }
        }
    };
    let hand = &hand;
    thread::scope(|scope| {
        // Dropped at the end, or by a panic, for the threads wait for it.
        let jobs = jobs;
        let (mut hands, mut out) = (0, 0);
        loop {
            if out < 2 * most.max(1)
                && let Some(job) = next(state)
            {
                if out >= hands && hands < most {
                    let done = done.clone();
                    match spawn(scope, Box::new(move || hand(done))) {
                        Ok(()) => hands += 1,
                        Err(_) => most = hands,
                    }
                }
                if hands == 0 {
                    let result = work(&job);
                    take(state, job, result);
                } else if jobs.send(job).is_ok() {
                    out += 1;
                }
                continue;
            }
            if out == 0 {
                break;
            }
            let Ok((job, result)) = results.recv() else { break };
            out -= 1;
            match result {
                Ok(result) => take(state, job, result),
                Err(panic) => resume_unwind(panic),
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::super::plan::Keep;
    use super::*;
    use crate::digest::digest;
    use crate::ensemble::{self, Ensemble};
    use model::outcome::Measure;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// Does jobs on as many threads as are wanted, where the system has only so many to give, and expects each to be done once and so
    /// many threads to be started.
    fn check(jobs: u32, wanted: usize, given: usize, expect: usize) {
        let asked = AtomicUsize::new(0);
        let scarce: &Spawn<'_> = &|scope, work| {
            if asked.fetch_add(1, Ordering::Relaxed) < given {
                return thread(scope, work);
            }
            Err(io::Error::other("no more threads"))
        };
        let mut answers = vec![0; jobs as usize];
        let mut all = 0..jobs;
        share_out(
            &mut answers,
            wanted,
            scarce,
            |_| all.next(),
            |job| job + 1,
            |answers, job, answer| answers[job as usize] += answer,
        );
        assert_eq!(answers, (1..=jobs).collect::<Vec<_>>(), "{jobs} jobs, {given} of {wanted} threads");
        let started = asked.load(Ordering::Relaxed).min(given);
        assert_eq!(started, expect, "{jobs} jobs, {given} of {wanted} threads: {started}");
    }

    #[test]
    fn it_goes_on_with_the_threads_there_are_and_starts_no_more_than_there_are_jobs() {
        check(50, 4, 1000, 4);
        check(3, 1000, 1000, 3);
        check(50, 1000, 3, 3);
        check(50, 4, 1, 1);
        check(50, 4, 0, 0);
        check(1, 1, 0, 0);
        check(0, 4, 4, 0);
    }

    #[test]
    #[should_panic(expected = "seven")]
    fn a_panic_in_a_thread_is_heard_here() {
        each(20, |number| assert!(number != 7, "seven"));
    }

    #[test]
    fn results_are_those_of_the_pairs_on_any_number_of_threads() {
        for name in ["software", "emergency", "turnover"] {
            let scenario = Arc::new(library::scenario(name).expect("built in"));
            let mut pairs = Ensemble::default();
            pairs.put(0, ensemble::run(&scenario, 0..40));
            for (threads, keep) in [(1, Keep::Statistics), (2, Keep::Outcomes), (3, Keep::Weeks), (3, Keep::Statistics)]
            {
                let mut study = Study::new(0);
                let id = study.add(Point::new(Arc::clone(&scenario), 40, keep));
                run(&mut study, threads, |_| {});
                let found = study.results(id).expect("complete");
                for &measure in Measure::ALL {
                    let [found, expected] = [found.contrast(measure), pairs.contrast(measure)];
                    assert_eq!(format!("{found:?}"), format!("{expected:?}"), "{name} {threads} {keep:?}");
                }
                if keep == Keep::Weeks {
                    assert_eq!(digest(found.pairs().expect("kept").pairs()), digest(pairs.pairs()), "{name}");
                }
            }
        }
    }
}

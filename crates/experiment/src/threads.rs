//! Replicates on the threads of this machine; the browser uses workers instead.

use std::io;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread::{self, Builder, Scope};

use super::ensemble::{Ensemble, Job, jobs, run};
use model::scenario::Scenario;

/// Pairs in a job: small enough for progress, large enough not to matter.
const JOB: u32 = 16;

/// Most threads for each processor. More bring nothing, and the stacks of a thousand may leave no memory for the work.
const MOST: usize = 4;

/// Runs `replications` pairs on `threads` threads (all there are if 0), telling `progress` how many are done.
pub fn run_ensemble(scenario: &Scenario, replications: u32, threads: usize, mut progress: impl FnMut(u32)) -> Ensemble {
    let mut ensemble = Ensemble::default();
    let all: Vec<Job> = jobs(0..replications, JOB).collect();
    share_out(
        &all,
        threads,
        &thread,
        |job| run(scenario, job.clone()),
        |job, pairs| {
            ensemble.put(job.start, pairs);
            progress(ensemble.done());
        },
    );
    ensemble
}

/// What `one` answers for each replicate from 0, by replicate, worked out on `threads` threads (all there are if 0).
pub fn each<T: Send>(replications: u32, threads: usize, one: impl Fn(u32) -> T + Sync) -> Vec<T> {
    let all: Vec<u32> = (0..replications).collect();
    let mut answers: Vec<Option<T>> = all.iter().map(|_| None).collect();
    share_out(
        &all,
        threads,
        &thread,
        |&replicate| one(replicate),
        |&replicate, answer| answers[replicate as usize] = Some(answer),
    );
    answers.into_iter().map(|answer| answer.expect("invariant: every replicate is worked out")).collect()
}

/// Work for a thread.
type Work<'scope> = Box<dyn FnOnce() + Send + 'scope>;

/// Starts a thread, if the system has one to give.
type Spawn<'a> = dyn for<'scope, 'all> Fn(&'scope Scope<'scope, 'all>, Work<'scope>) -> io::Result<()> + 'a;

fn thread<'scope>(scope: &'scope Scope<'scope, '_>, work: Work<'scope>) -> io::Result<()> {
    Builder::new().spawn_scoped(scope, work).map(drop)
}

/// Has the threads do all jobs, in any order, and takes the results in this one. Where the system gives fewer threads than are wanted it
/// goes on with those, and without any this one does the jobs.
fn share_out<J: Sync, T: Send>(
    all: &[J],
    threads: usize,
    spawn: &Spawn<'_>,
    work: impl Fn(&J) -> T + Sync,
    mut take: impl FnMut(&J, T),
) {
    let available = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = if threads == 0 { available } else { threads.min(MOST * available) };
    let next = AtomicUsize::new(0);
    let next = || all.get(next.fetch_add(1, Ordering::Relaxed));
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..threads.min(all.len()) {
            let (sender, next, work) = (sender.clone(), &next, &work);
            let jobs = move || {
                while let Some(job) = next() {
                    // Nobody listening means the caller is gone; there is nothing left to do for it.
                    if sender.send((job, work(job))).is_err() {
                        return;
                    }
                }
            };
            if spawn(scope, Box::new(jobs)).is_err() {
                break;
            }
        }
        drop(sender);
        for (job, result) in receiver {
            take(job, result);
        }
        while let Some(job) = next() {
            take(job, work(job));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Does jobs on as many threads as are wanted, where the system has only so many to give, and expects each to be done once and so
    /// many threads to be started.
    fn check(jobs: u32, wanted: usize, given: usize, expect: usize) {
        let all: Vec<u32> = (0..jobs).collect();
        let asked = AtomicUsize::new(0);
        let scarce: &Spawn<'_> = &|scope, work| {
            if asked.fetch_add(1, Ordering::Relaxed) < given {
                return thread(scope, work);
            }
            Err(io::Error::other("no more threads"))
        };
        let mut answers = vec![0; all.len()];
        share_out(&all, wanted, scarce, |job| job + 1, |&job, answer| answers[job as usize] += answer);
        assert_eq!(answers, (1..=jobs).collect::<Vec<_>>(), "{jobs} jobs, {given} of {wanted} threads");
        let started = asked.load(Ordering::Relaxed).min(given);
        assert_eq!(started, expect, "{jobs} jobs, {given} of {wanted} threads");
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
}

//! Replicates on the threads of this machine; the browser uses workers instead.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use super::ensemble::{Ensemble, Job, jobs, run};
use crate::model::scenario::Scenario;

/// Pairs in a job: small enough for progress, large enough not to matter.
const JOB: u32 = 16;

/// Runs `replications` pairs on `threads` threads (all there are if 0), telling `progress` how many are done.
pub fn run_ensemble(scenario: &Scenario, replications: u32, threads: usize, mut progress: impl FnMut(u32)) -> Ensemble {
    let mut ensemble = Ensemble::default();
    let all: Vec<Job> = jobs(0..replications, JOB).collect();
    share_out(
        &all,
        threads,
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
        |&replicate| one(replicate),
        |&replicate, answer| answers[replicate as usize] = Some(answer),
    );
    answers.into_iter().map(|answer| answer.expect("invariant: every replicate is worked out")).collect()
}

/// Has the threads do all jobs, in any order, and takes the results in this one.
fn share_out<J: Sync, T: Send>(all: &[J], threads: usize, work: impl Fn(&J) -> T + Sync, mut take: impl FnMut(&J, T)) {
    let available = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = if threads == 0 { available } else { threads };
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..threads.min(all.len()) {
            let (sender, next, work) = (sender.clone(), &next, &work);
            scope.spawn(move || {
                while let Some(job) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
                    // Nobody listening means the caller is gone; there is nothing left to do for it.
                    if sender.send((job, work(job))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        for (job, result) in receiver {
            take(job, result);
        }
    });
}

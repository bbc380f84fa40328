//! An ensemble on the threads of this machine; the browser uses workers instead.

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
    let available = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = if threads == 0 { available } else { threads };
    let all: Vec<Job> = jobs(0..replications, JOB).collect();
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let mut ensemble = Ensemble::default();
    thread::scope(|scope| {
        for _ in 0..threads.min(all.len()) {
            let (sender, all, next) = (sender.clone(), &all, &next);
            scope.spawn(move || {
                while let Some(job) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
                    // Nobody listening means the caller is gone; there is nothing left to do for it.
                    if sender.send((job.start, run(scenario, job.clone()))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        for (first, pairs) in receiver {
            ensemble.put(first, pairs);
            progress(ensemble.done());
        }
    });
    ensemble
}

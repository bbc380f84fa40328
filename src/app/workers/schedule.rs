//! What is computed next: jobs small enough that a new wish need not wait, large enough that asking does not cost.

use std::ops::Range;

/// How long a job may take, for a moved lever has to wait for it [ms].
const JOB_MILLIS: f64 = 24.0;
/// Time of a pair before any is known [ms]; a fresh worker's code is slow until the browser has compiled it well.
const FIRST_GUESS: f64 = 6.0;

/// The jobs of one run of the ensemble.
#[derive(Clone, Debug)]
pub struct Schedule {
    next: u32,
    target: u32,
    /// Jobs whose worker died.
    again: Vec<Range<u32>>,
    /// Time of a pair, lately [ms].
    millis: f64,
}

impl Schedule {
    /// A run of `target` pairs; `millis` is the time of a pair where it is known from an earlier run [ms].
    pub fn new(target: u32, millis: Option<f64>) -> Self {
        Self { next: 0, target, again: Vec::new(), millis: millis.unwrap_or(FIRST_GUESS) }
    }

    /// The next job for one of `hands` workers; the last jobs are smaller, so that all end together.
    pub fn take(&mut self, hands: usize) -> Option<Range<u32>> {
        if let Some(job) = self.again.pop() {
            return Some(job);
        }
        let left = self.target.saturating_sub(self.next);
        if left == 0 {
            return None;
        }
        let most = (JOB_MILLIS / self.millis).clamp(1.0, 64.0) as u32;
        let fair = left.div_ceil(2 * hands.max(1) as u32);
        let size = most.min(fair.max(4)).min(left);
        let job = self.next..self.next + size;
        self.next = job.end;
        Some(job)
    }

    /// A job was lost with its worker.
    pub fn give_back(&mut self, job: Range<u32>) {
        self.again.push(job);
    }

    /// A job of `pairs` took so long [ms].
    pub fn note(&mut self, pairs: u32, millis: f64) {
        if pairs > 0 && millis.is_finite() {
            // A clock that is coarse on purpose may say 0.
            let now = (millis / f64::from(pairs)).max(0.05);
            self.millis = 0.5 * (self.millis + now);
        }
    }

    /// Time of a pair, lately [ms].
    pub fn millis(&self) -> f64 {
        self.millis
    }

    /// More pairs are wanted, or fewer.
    pub fn set_target(&mut self, target: u32) {
        self.target = target;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jobs_cover_everything_once_whatever_the_pace() {
        for millis in [0.1, 1.0, 30.0] {
            let mut schedule = Schedule::new(203, None);
            let mut done = Vec::new();
            while let Some(job) = schedule.take(2) {
                schedule.note(job.end - job.start, millis * f64::from(job.end - job.start));
                done.extend(job);
            }
            done.sort_unstable();
            assert_eq!(done, (0..203).collect::<Vec<_>>());
        }
    }

    #[test]
    fn slow_pairs_come_in_small_jobs_and_lost_ones_come_again() {
        let mut schedule = Schedule::new(100, Some(30.0));
        let job = schedule.take(2).expect("work");
        assert_eq!(job, 0..1);
        schedule.give_back(job.clone());
        assert_eq!(schedule.take(2), Some(job));
        schedule.set_target(1);
        assert_eq!(schedule.take(2), None);
    }
}

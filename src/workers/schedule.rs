//! What is computed next: jobs small enough that a new wish need not wait, large enough that asking does not cost.
//!
//! The same replicates go to the same worker run after run, for it remembers what a moved lever leaves as it was. So every
//! hundred is cut into a share for each worker; who is done with the own share takes from the largest of the others.

use std::ops::Range;

/// How long a job may take, for a moved lever has to wait for two of them [ms].
const JOB_MILLIS: f64 = 8.0;
/// Time of a pair before any is known [ms]; a fresh worker's code is slow until the browser has compiled it well.
const FIRST_GUESS: f64 = 6.0;
/// Replicates that are shared out together.
const STRETCH: u32 = 100;
/// The fewest pairs that are worth asking for, as long as there are others to take from.
const LEAST: u32 = 4;

/// The jobs of one run of the ensemble.
#[derive(Clone, Debug)]
pub struct Schedule {
    /// First replicate that is not shared out yet.
    next: u32,
    target: u32,
    /// What is left of each worker's share.
    shares: Vec<Range<u32>>,
    /// Jobs whose worker died.
    again: Vec<Range<u32>>,
    /// Time of a pair, lately [ms].
    millis: f64,
}

impl Schedule {
    /// A run of `target` pairs; `millis` is the time of a pair where it is known from an earlier run [ms].
    pub fn new(target: u32, millis: Option<f64>) -> Self {
        Self { next: 0, target, shares: Vec::new(), again: Vec::new(), millis: millis.unwrap_or(FIRST_GUESS) }
    }

    /// The next job for worker `hand` of so many.
    pub fn take(&mut self, hand: usize, hands: usize) -> Option<Range<u32>> {
        if let Some(job) = self.again.pop() {
            return Some(job);
        }
        if self.shares.iter().all(|share| left(share) == 0) {
            self.share_out(hands.max(1) as u32);
        }
        let most = (JOB_MILLIS / self.millis).clamp(1.0, 64.0) as u32;
        if let Some(own) = self.shares.get_mut(hand).filter(|share| left(share) > 0) {
            let job = own.start..own.end.min(own.start + most);
            own.start = job.end;
            return Some(job);
        }
        // The others' last ones, half of them, so that all are done together.
        let largest = self.shares.iter_mut().max_by_key(|share| left(share))?;
        let left = left(largest);
        if left == 0 {
            return None;
        }
        let size = most.min(left.div_ceil(2).max(LEAST)).min(left);
        let job = largest.end - size..largest.end;
        largest.end = job.start;
        Some(job)
    }

    fn share_out(&mut self, hands: u32) {
        let count = self.target.saturating_sub(self.next).min(STRETCH);
        let start = |hand: u32| self.next + count * hand / hands;
        self.shares = (0..hands).map(|hand| start(hand)..start(hand + 1)).collect();
        self.next += count;
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

    /// More pairs are wanted, or fewer; what is shared out already is done all the same.
    pub fn set_target(&mut self, target: u32) {
        self.target = target;
    }
}

fn left(share: &Range<u32>) -> u32 {
    share.end - share.start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jobs_cover_everything_once_whatever_the_pace() {
        for millis in [0.1, 1.0, 30.0] {
            for hands in 1..5 {
                let mut schedule = Schedule::new(203, None);
                let mut done = Vec::new();
                for turn in 0.. {
                    // Workers of different pace: the first takes every second job.
                    let hand = if turn % 2 == 0 { 0 } else { turn % hands };
                    let Some(job) = schedule.take(hand, hands) else { break };
                    schedule.note(job.end - job.start, millis * f64::from(job.end - job.start));
                    done.extend(job);
                }
                done.sort_unstable();
                assert_eq!(done, (0..203).collect::<Vec<_>>(), "{millis} ms, {hands} workers");
            }
        }
    }

    #[test]
    fn a_worker_gets_the_same_replicates_again_and_all_end_together() {
        let run = || {
            let mut schedule = Schedule::new(100, Some(1.0));
            [[0, 1]; 7].map(|turn| turn.map(|hand| schedule.take(hand, 2)))
        };
        let jobs = run();
        assert_eq!(jobs[0], [Some(0..8), Some(50..58)]);
        assert_eq!(jobs[6], [Some(48..50), Some(98..100)]);
        assert_eq!(run(), jobs);
        let mut schedule = Schedule::new(100, Some(1.0));
        let alone: Vec<_> = std::iter::from_fn(|| schedule.take(0, 2)).collect();
        assert_eq!(alone[7..], [92..100, 84..92, 76..84, 68..76, 60..68, 55..60, 51..55, 50..51]);
    }

    #[test]
    fn slow_pairs_come_in_small_jobs_and_lost_ones_come_again() {
        let mut schedule = Schedule::new(100, Some(30.0));
        let job = schedule.take(0, 2).expect("work");
        assert_eq!(job, 0..1);
        schedule.give_back(job.clone());
        assert_eq!(schedule.take(1, 2), Some(job));
        schedule.set_target(1);
        let shared_out: u32 = std::iter::from_fn(|| schedule.take(0, 2)).map(|job| job.end - job.start).sum();
        assert_eq!(shared_out, 99);
        schedule.set_target(130);
        assert_eq!(schedule.take(1, 2), Some(115..116));
    }
}

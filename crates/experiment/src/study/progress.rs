//! How far a study has come, and how long it still takes.

use model::scenario::Scenario;

/// What the time of a pair goes with [member-days].
pub(super) fn work(scenario: &Scenario) -> f64 {
    f64::from(scenario.seats()) * f64::from(scenario.days())
}

/// How far a study has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// Points in all.
    pub points: usize,
    /// Points that are complete.
    pub complete: usize,
    /// Pairs there are, those that were known before among them.
    pub done: u64,
    /// Pairs in all; about so many where some points run until they are sure.
    pub total: u64,
    /// Whether that is known for certain.
    pub exact: bool,
    /// Whether no jobs are given out.
    pub paused: bool,
    /// Work that was done since the start, and about what is left [member-days].
    work: f64,
    left: f64,
}

impl Progress {
    pub(super) fn new(points: usize, open: usize, paused: bool, work: f64) -> Self {
        Self { points, complete: points - open, done: 0, total: 0, exact: true, paused, work, left: 0.0 }
    }

    pub(super) fn count(&mut self, scenario: &Scenario, done: u32, total: u32, exact: bool) {
        self.done += u64::from(done.min(total));
        self.total += u64::from(total);
        self.exact &= exact;
        self.left += work(scenario) * f64::from(total.saturating_sub(done));
    }
}

/// Tells the time left from what a clock says; pauses do not count.
#[derive(Clone, Copy, Debug, Default)]
pub struct TimeLeft {
    /// What the clock said last [ms], the work done until then, and whether it was a pause.
    last: Option<(f64, f64, bool)>,
    /// Time spent [ms] and work done in it.
    spent: f64,
    done: f64,
}

impl TimeLeft {
    /// About how long it still takes [ms], now that the clock says `now` [ms]; `None` as long as nobody can know.
    pub fn at(&mut self, now: f64, progress: &Progress) -> Option<f64> {
        if let Some((before, work, false)) = self.last {
            self.spent += now - before;
            self.done += progress.work - work;
        }
        self.last = Some((now, progress.work, progress.paused));
        (self.done > 0.0).then(|| progress.left * self.spent / self.done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_goes_with_the_work_and_pauses_do_not_count() {
        let mut clock = TimeLeft::default();
        let mut check = |now: f64, work: f64, left: f64, paused: bool, expect: Option<f64>| {
            let progress = Progress { work, left, ..Progress::new(1, 1, paused, 0.0) };
            assert_eq!(clock.at(now, &progress), expect, "{now}");
        };
        check(1000.0, 0.0, 100.0, false, None);
        check(2000.0, 20.0, 80.0, false, Some(4000.0));
        check(3000.0, 40.0, 60.0, true, Some(3000.0));
        check(9000.0, 40.0, 60.0, false, Some(3000.0));
        check(10_000.0, 60.0, 40.0, false, Some(2000.0));
    }
}

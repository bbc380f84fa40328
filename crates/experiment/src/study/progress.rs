//! How far a study has come, and how long it still takes.

use model::scenario::Scenario;

/// What the time of a pair goes with [member-days].
pub fn work(scenario: &Scenario) -> f64 {
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
    /// Work that was done since the start, and about what is left [member-days].
    work: f64,
    left: f64,
}

impl Progress {
    pub(super) fn new(points: usize, open: usize, work: f64) -> Self {
        Self { points, complete: points - open, done: 0, total: 0, exact: true, work, left: 0.0 }
    }

    pub(super) fn count(&mut self, scenario: &Scenario, done: u32, total: u32, exact: bool) {
        self.done += u64::from(done.min(total));
        self.total += u64::from(total);
        self.exact &= exact;
        self.left += work(scenario) * f64::from(total.saturating_sub(done));
    }
}

/// Tells the time left from what a clock says.
#[derive(Clone, Copy, Debug, Default)]
pub struct TimeLeft {
    /// What the clock said first [ms], and the work done until then.
    first: Option<(f64, f64)>,
}

impl TimeLeft {
    /// About how long it still takes [ms], now that the clock says `now` [ms]; `None` as long as nobody can know.
    pub fn at(&mut self, now: f64, progress: &Progress) -> Option<f64> {
        let (begun, before) = *self.first.get_or_insert((now, progress.work));
        let done = progress.work - before;
        (done > 0.0).then(|| progress.left * (now - begun) / done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_goes_with_the_work() {
        let mut clock = TimeLeft::default();
        let mut check = |now: f64, work: f64, left: f64, expect: Option<f64>| {
            let progress = Progress { work, left, ..Progress::new(1, 1, 0.0) };
            assert_eq!(clock.at(now, &progress), expect, "{now}");
        };
        check(1000.0, 0.0, 100.0, None);
        check(2000.0, 20.0, 80.0, Some(4000.0));
        check(4000.0, 40.0, 60.0, Some(4500.0));
    }
}

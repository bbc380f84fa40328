//! How many pairs make a job: few enough that all workers end together, enough that asking does not cost.

use experiment::study::progress::work;
use model::scenario::Scenario;

/// How long a job takes while a reader waits for the first results, so that all workers end together [ms], and after that.
const JOB_MILLIS: [f64; 2] = [8.0, 24.0];
/// Time of a member's day before any is known [ms], some 6 ms for a pair of the plain team: a fresh worker's code is slow until the browser
/// has compiled it well.
const FIRST_GUESS: f64 = 0.004;

/// How fast pairs come.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Time of a member's day in both arms, lately [ms].
    millis: f64,
}

impl Default for Pace {
    fn default() -> Self {
        Self { millis: FIRST_GUESS }
    }
}

impl Pace {
    /// Pairs of a scenario that make a job, where each costs so many times as much as a pair alone; whether there are first results already.
    pub fn pairs(&self, scenario: &Scenario, cost: f64, later: bool) -> u32 {
        (JOB_MILLIS[usize::from(later)] / (self.millis * cost * work(scenario))).clamp(1.0, 64.0) as u32
    }

    /// How long a member's day of a pair takes in one worker [ms].
    pub fn millis(&self) -> f64 {
        self.millis
    }

    /// So many pairs of a scenario, each of which costs so many times as much as a pair alone, took so long [ms].
    pub fn note(&mut self, scenario: &Scenario, cost: f64, pairs: u32, millis: f64) {
        if pairs > 0 && millis.is_finite() {
            // A clock that is coarse on purpose may say 0.
            let now = (millis / f64::from(pairs)).max(0.05) / (cost * work(scenario));
            self.millis = 0.5 * (self.millis + now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::scenario::{Draft, Scope};

    #[test]
    fn slow_pairs_come_in_small_jobs_and_a_larger_team_takes_as_much_longer() {
        let plain = Draft::default().finish().expect("valid");
        let mut draft = plain.draft();
        draft.set(Scope::Both, "members", Some(16.0));
        let twice = draft.finish().expect("valid");
        let check = |millis: f64, expect: [u32; 2]| {
            let mut pace = Pace::default();
            (0..60).for_each(|_| pace.note(&plain, 1.0, 4, 4.0 * millis));
            pace.note(&plain, 1.0, 0, 1.0);
            pace.note(&plain, 1.0, 4, f64::NAN);
            assert_eq!([&plain, &twice].map(|scenario| pace.pairs(scenario, 1.0, false)), expect, "{millis} ms");
        };
        check(0.0, [64, 64]);
        check(0.999, [8, 4]);
        check(30.0, [1, 1]);
        assert_eq!([false, true].map(|later| Pace::default().pairs(&plain, 1.0, later)), [1, 3]);
    }
}

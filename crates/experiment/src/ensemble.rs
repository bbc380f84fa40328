//! An ensemble: many pairs of one scenario, and what they say together.
//!
//! Work is cut into [`Job`]s, done anywhere and in any order; the [`Ensemble`] puts the pairs where they belong, and a
//! [`Contrast`] goes through them by replicate. So a result depends on which pairs are there, never on who did them.

use std::ops::Range;
use std::sync::Arc;

use super::caveats::Caveats;
pub use super::contrast::Contrast;
use super::pair::{Pair, run_pair};
use super::statistics::sample::Estimate;
use model::metrics::{ascending, quantile};
use model::outcome::Measure;
use model::scenario::{Arm, Scenario};
use model::series::Series;

/// Some replicates to be done.
pub type Job = Range<u32>;

/// Runs the pairs of a job.
pub fn run(scenario: &Scenario, job: Job) -> Vec<Pair> {
    job.map(|replicate| run_pair(scenario, replicate)).collect()
}

/// The pairs done so far. A clone shares them.
#[derive(Clone, Debug, Default)]
pub struct Ensemble {
    pairs: Vec<Option<Arc<Pair>>>,
    done: u32,
}

impl Ensemble {
    /// Puts the pairs of a job, the first of which is replicate `first`, where they belong.
    pub fn put(&mut self, first: u32, pairs: Vec<Pair>) {
        let end = first as usize + pairs.len();
        if self.pairs.len() < end {
            self.pairs.resize(end, None);
        }
        for (place, pair) in self.pairs[first as usize..end].iter_mut().zip(pairs) {
            self.done += u32::from(place.replace(Arc::new(pair)).is_none());
        }
    }

    /// Number of pairs.
    pub fn done(&self) -> u32 {
        self.done
    }

    /// How many pairs are there from the first on without a gap.
    pub fn unbroken(&self) -> u32 {
        if self.done as usize == self.pairs.len() {
            return self.done;
        }
        self.pairs.iter().take_while(|pair| pair.is_some()).count() as u32
    }

    /// The first pairs, by replicate.
    pub fn first(&self, count: u32) -> Self {
        let pairs: Vec<_> = self.pairs.iter().take(count as usize).cloned().collect();
        Self { done: pairs.iter().flatten().count() as u32, pairs }
    }

    /// The pairs, by replicate.
    pub fn pairs(&self) -> impl Iterator<Item = &Pair> + Clone {
        self.pairs.iter().flatten().map(Arc::as_ref)
    }

    /// The pair of a replicate, if it is there.
    pub fn pair(&self, replicate: u32) -> Option<&Arc<Pair>> {
        self.pairs.get(replicate as usize)?.as_ref()
    }

    /// One measure's estimates.
    pub fn contrast(&self, measure: Measure) -> Contrast {
        Contrast::of(self.pairs().map(|pair| [pair.control.get(measure), pair.treatment.get(measure)]))
    }

    /// One series, week by week from the start.
    pub fn series(&self, series: Series) -> Vec<WeekContrast> {
        let [control, treatment] = self.weeks(series);
        (control.iter().zip(&treatment))
            .map(|(control, treatment)| {
                let differences = control.iter().zip(treatment).map(|(control, treatment)| treatment - control);
                // A week may hold nothing to measure in some pairs.
                let differences = ascending(differences.filter(|difference| !difference.is_nan()).collect());
                let mean = Estimate::of(differences.iter().copied());
                WeekContrast {
                    control: Estimate::of(control.iter().copied()).mean,
                    treatment: Estimate::of(treatment.iter().copied()).mean,
                    difference: mean.mean,
                    ci95: mean.ci95(),
                    quantiles: [0.025, 0.25, 0.5, 0.75, 0.975].map(|p| quantile(&differences, p)),
                }
            })
            .collect()
    }

    /// Means of one series in both arms, control first, week by week from the start.
    pub fn means(&self, series: Series) -> [Vec<f64>; 2] {
        self.weeks(series).map(|weeks| weeks.iter().map(|week| Estimate::of(week.iter().copied()).mean).collect())
    }

    /// One series in both arms, control first: for each week the values of all pairs. Pairs lie far apart in memory, so each is
    /// looked at once.
    fn weeks(&self, series: Series) -> [Vec<Vec<f64>>; 2] {
        Arm::BOTH.map(|arm| {
            let weeks = self.pairs().next().map_or(0, |pair| pair.arm(arm).weeks.len());
            let mut columns = vec![Vec::with_capacity(self.done as usize); weeks];
            for pair in self.pairs() {
                for (column, week) in columns.iter_mut().zip(&pair.arm(arm).weeks) {
                    column.push(week[series as usize]);
                }
            }
            columns
        })
    }

    /// One measure in both arms, control first, pair by pair; only pairs in which both have it.
    pub fn values(&self, measure: Measure) -> Vec<[f64; 2]> {
        let both = self.pairs().map(|pair| [pair.control.get(measure), pair.treatment.get(measure)]);
        both.filter(|both| both.iter().all(|value| !value.is_nan())).collect()
    }

    /// In how many pairs the numbers say less than they seem to.
    pub fn caveats(&self) -> Caveats {
        self.pairs().fold(Caveats::default(), Caveats::and)
    }
}

/// What an ensemble says of one series in one week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeekContrast {
    /// Mean of the control arm.
    pub control: f64,
    /// Mean of the treatment arm.
    pub treatment: f64,
    /// Mean of treatment less control.
    pub difference: f64,
    /// 95 % confidence interval of that mean.
    pub ci95: [f64; 2],
    /// 2.5, 25, 50, 75 and 97.5 % quantiles of treatment less control over pairs.
    pub quantiles: [f64; 5],
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::scenario::{Draft, Scope};

    fn scenario() -> Scenario {
        let mut draft = Draft::default();
        draft.set(Scope::Both, "intervention_weeks", Some(4.0));
        draft.set(Scope::Only(Arm::Treatment), "assist_leaders", Some(1.0));
        draft.finish().expect("valid")
    }

    #[test]
    fn what_rounding_leaves_over_is_no_difference() {
        let check = |pairs: &[[f64; 2]], differs: bool| {
            assert_eq!(Contrast::of(pairs.iter().copied()).differs(), differs, "{pairs:?}");
        };
        check(&[[0.3, 0.1 + 0.2], [0.3, 0.3]], false);
        check(&[[1.0, 1.0 - f64::EPSILON], [1.0, 1.0]], false);
        check(&[[0.0, 1e-15], [0.0, 0.0]], false);
        check(&[[0.0, 0.0]], false);
        check(&[], false);
        check(&[[f64::NAN, 1.0]], false);
        check(&[[0.3, 0.3 + 1e-9], [0.3, 0.3]], true);
        check(&[[0.0, 1e-9]], true);
        // Equal in the mean only.
        check(&[[1.0, 2.0], [2.0, 1.0]], true);
    }

    #[test]
    fn the_result_does_not_depend_on_chunks_or_order() {
        let scenario = scenario();
        let mut whole = Ensemble::default();
        whole.put(0, run(&scenario, 0..10));
        for size in [1, 3, 7_u32] {
            let mut cut = Ensemble::default();
            for start in (0..10).step_by(size as usize).rev() {
                cut.put(start, run(&scenario, start..(start + size).min(10)));
            }
            assert_eq!(cut.done(), 10);
            for &measure in Measure::ALL {
                assert_eq!(format!("{:?}", cut.contrast(measure)), format!("{:?}", whole.contrast(measure)));
            }
        }
    }
}

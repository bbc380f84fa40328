//! A figure of the model with its uncertainty, and whether it meets a target.

use experiment::ensemble::{Contrast, Ensemble};
use experiment::statistics::sample::Estimate;
use experiment::study::plan::{Keep, Point};
use experiment::study::threads::one;
use model::outcome::Measure;
use model::scenario::Scenario;

/// A mean and its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The mean.
    pub mean: f64,
    /// Its 95 % confidence interval.
    pub ci: [f64; 2],
}

impl Figure {
    /// Of a sample.
    pub fn of(values: impl Iterator<Item = f64> + Clone) -> Self {
        Self::from(Estimate::of(values))
    }

    /// A share of `n` that `holds` counts, with the interval of Wilson (1927).
    pub fn share(holds: usize, n: usize) -> Self {
        let (n, z) = (n as f64, 1.959_964);
        let p = holds as f64 / n;
        let middle = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
        let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt() / (1.0 + z * z / n);
        Self { mean: p, ci: [middle - half, middle + half] }
    }

    /// A figure that is known without error.
    pub fn exact(mean: f64) -> Self {
        Self { mean, ci: [mean, mean] }
    }

    /// Times a factor.
    pub fn times(self, factor: f64) -> Self {
        let [a, b] = self.ci.map(|bound| bound * factor);
        Self { mean: self.mean * factor, ci: [a.min(b), a.max(b)] }
    }
}

impl From<Estimate> for Figure {
    fn from(estimate: Estimate) -> Self {
        Self { mean: estimate.mean, ci: estimate.ci95() }
    }
}

/// What a figure should be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// From the first to the second.
    Within(f64, f64),
    /// More than this.
    Above(f64),
    /// Less than this.
    Below(f64),
}

/// Whether a target is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The whole interval lies within.
    Met,
    /// The interval crosses the target's edge.
    Open,
    /// The whole interval lies outside.
    Missed,
}

impl Target {
    /// Judges a figure.
    pub fn judge(self, figure: Figure) -> Verdict {
        let [low, high] = figure.ci;
        let (from, to) = match self {
            Self::Within(from, to) => (from, to),
            Self::Above(from) => (from, f64::INFINITY),
            Self::Below(to) => (f64::NEG_INFINITY, to),
        };
        if low >= from && high <= to {
            Verdict::Met
        } else if high < from || low > to {
            Verdict::Missed
        } else {
            Verdict::Open
        }
    }
}

/// An ensemble on all threads, without the weeks.
pub fn ensemble(scenario: &Scenario, replications: u32) -> Ensemble {
    one(Point::new(scenario.clone(), replications, Keep::Outcomes)).pairs().cloned().expect("invariant: pairs are kept")
}

/// A measure of the control arm.
pub fn level(ensemble: &Ensemble, measure: Measure) -> Figure {
    Figure::from(ensemble.contrast(measure).control)
}

/// By how much the control arm of one ensemble exceeds that of another with the same luck, as a share of the other's mean.
pub fn gain(of: &Ensemble, over: &Ensemble, measure: Measure) -> Figure {
    let pairs = over.pairs().zip(of.pairs()).map(|(a, b)| [a.control.get(measure), b.control.get(measure)]);
    let contrast = Contrast::of(pairs);
    Figure::from(contrast.difference).times(1.0 / contrast.control.mean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_met_by_the_whole_interval_only() {
        let figure = |low, high| Figure { mean: 0.5 * (low + high), ci: [low, high] };
        assert_eq!(Target::Within(1.0, 2.0).judge(figure(1.1, 1.9)), Verdict::Met);
        assert_eq!(Target::Within(1.0, 2.0).judge(figure(1.9, 2.1)), Verdict::Open);
        assert_eq!(Target::Above(1.0).judge(figure(0.1, 0.9)), Verdict::Missed);
        assert_eq!(Target::Below(1.0).judge(figure(0.1, 0.9)), Verdict::Met);
        assert_eq!(Target::Below(1.0).judge(Figure::exact(f64::NAN)), Verdict::Open, "what is not known is not met");
    }

    #[test]
    fn the_interval_of_a_share_by_hand() {
        // Wilson's interval for 8 of 10, as in Agresti & Coull (1998).
        let share = Figure::share(8, 10);
        assert!((share.ci[0] - 0.4902).abs() < 1e-3 && (share.ci[1] - 0.9433).abs() < 1e-3, "{share:?}");
    }
}

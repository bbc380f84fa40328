//! Mean, standard error and confidence interval of a sample.

use super::student;

/// A sample's mean and its uncertainty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// Number of values; those that were not there to measure are left out.
    pub n: u32,
    /// Mean; `NaN` for an empty sample.
    pub mean: f64,
    /// Standard error of the mean; `NaN` for fewer than two values.
    pub se: f64,
}

impl Estimate {
    /// Of the values that are not `NaN`, in two passes.
    pub fn of(values: impl Iterator<Item = f64> + Clone) -> Self {
        let values = values.filter(|value| !value.is_nan());
        let n = values.clone().count() as u32;
        let count = f64::from(n);
        let mean = values.clone().sum::<f64>() / count;
        let squares: f64 = values.map(|value| (value - mean) * (value - mean)).sum();
        let se = if n > 1 { (squares / (count - 1.0) / count).sqrt() } else { f64::NAN };
        Self { n, mean, se }
    }

    /// 95 % confidence interval of the mean, after Student (1908); `NaN` for fewer than two values.
    pub fn ci95(&self) -> [f64; 2] {
        self.interval(reach95(self.n))
    }

    /// The interval that reaches so many standard errors to both sides.
    pub fn interval(&self, reach: f64) -> [f64; 2] {
        let half = reach * self.se;
        [self.mean - half, self.mean + half]
    }
}

/// Standard errors to each side of the mean of `n` values that make its 95 % interval; `NaN` for fewer than two. It takes longer
/// to find than a mean, so whoever needs it for many samples of one size finds it once.
pub fn reach95(n: u32) -> f64 {
    if n < 2 { f64::NAN } else { student::quantile(0.975, f64::from(n - 1)) }
}

#[cfg(test)]
mod tests {
    use super::Estimate;

    #[test]
    fn a_small_sample_by_hand() {
        let estimate = Estimate::of([1.0, f64::NAN, 2.0, 3.0, 4.0].into_iter());
        assert_eq!((estimate.n, estimate.mean), (4, 2.5));
        assert!((estimate.se - (5.0_f64 / 3.0 / 4.0).sqrt()).abs() < 1e-15);
        let [low, high] = estimate.ci95();
        assert!((high - low - 2.0 * 3.182_446 * estimate.se).abs() < 1e-5);
        assert!(Estimate::of([1.0].into_iter()).ci95()[0].is_nan());
        assert!(Estimate::of(std::iter::empty()).mean.is_nan());
    }
}

//! Mean, standard error and confidence interval of a sample.

use std::cell::Cell;

use super::student;

/// Values that are gone through twice together, once for their mean and once for how far they lie from it. Of longer samples the blocks are
/// joined, so that of those that came before no value need be kept.
pub const BLOCK: usize = 10_000;

/// Number, sum and squared deviations of a sample.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moments {
    /// Number of values; those that were not there to measure are left out.
    n: u32,
    /// Their sum, in their order; so the mean does not know of blocks.
    sum: f64,
    /// Sum of the squared deviations from the mean.
    squares: f64,
}

impl Moments {
    /// Of no values.
    pub const EMPTY: Self = Self { n: 0, sum: -0.0, squares: 0.0 };

    /// Of these values and the next [`BLOCK`], in two passes; `None` behind the last.
    ///
    /// Source: Chan, Golub & LeVeque 1979, Updating formulae and a pairwise algorithm for computing sample variances.
    pub fn next(self, rest: &mut (impl Iterator<Item = f64> + Clone)) -> Option<Self> {
        let block = rest.clone().take(BLOCK).filter(|value| !value.is_nan());
        let (mut seen, mut all, mut n, mut sum) = (false, self.sum, 0, -0.0);
        for value in rest.take(BLOCK) {
            seen = true;
            if !value.is_nan() {
                n += 1;
                sum += value;
                all += value;
            }
        }
        let mean = sum / f64::from(n);
        let within: f64 = block.map(|value| (value - mean) * (value - mean)).sum();
        let squares = match (self.n, n) {
            (_, 0) => self.squares,
            (0, _) => within,
            _ => {
                let [before, now] = [self.n, n].map(f64::from);
                let shift = mean - self.sum / before;
                self.squares + within + shift * shift * (before * now / (before + now))
            }
        };
        seen.then_some(Self { n: self.n + n, sum: all, squares })
    }

    /// Of these values and more, block by block.
    pub fn and(self, mut values: impl Iterator<Item = f64> + Clone) -> Self {
        let mut all = self;
        while let Some(more) = all.next(&mut values) {
            all = more;
        }
        all
    }

    /// Mean and standard error.
    pub fn estimate(self) -> Estimate {
        let count = f64::from(self.n);
        let se = if self.n > 1 { (self.squares / (count - 1.0) / count).sqrt() } else { f64::NAN };
        Estimate { n: self.n, mean: self.sum / count, se }
    }
}

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
    /// Of the values that are not `NaN`, block by block.
    pub fn of(values: impl Iterator<Item = f64> + Clone) -> Self {
        Moments::EMPTY.and(values).estimate()
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

thread_local! {
    /// What [`reach95`] found last, and for how many values: it takes longer to find than a mean, and samples of one size come together.
    static LAST: Cell<(u32, f64)> = const { Cell::new((0, f64::NAN)) };
}

/// Standard errors to each side of the mean of `n` values that make its 95 % interval; `NaN` for fewer than two.
pub fn reach95(n: u32) -> f64 {
    let (known, reach) = LAST.get();
    if known == n {
        return reach;
    }
    let reach = if n < 2 { f64::NAN } else { student::quantile(0.975, f64::from(n - 1)) };
    LAST.set((n, reach));
    reach
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Estimate};

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

    /// As it was before there were blocks: all in two passes.
    fn whole(values: &[f64]) -> Estimate {
        let known = values.iter().copied().filter(|value| !value.is_nan());
        let n = known.clone().count() as u32;
        let count = f64::from(n);
        let mean = known.clone().sum::<f64>() / count;
        let squares: f64 = known.map(|value| (value - mean) * (value - mean)).sum();
        Estimate { n, mean, se: (squares / (count - 1.0) / count).sqrt() }
    }

    fn values(n: usize) -> Vec<f64> {
        let value = |place: usize| if place % 7 == 3 { f64::NAN } else { 0.1 + ((place * 7919) % 1009) as f64 / 3.0 };
        (0..n).map(value).collect()
    }

    #[test]
    fn a_sample_of_one_block_is_gone_through_as_a_whole() {
        for n in [10, 999, BLOCK - 1, BLOCK] {
            let values = values(n);
            assert_eq!(Estimate::of(values.iter().copied()), whole(&values), "{n}");
        }
    }

    #[test]
    fn blocks_are_joined_without_loss() {
        let values = values(3 * BLOCK + 17);
        let (blocks, whole) = (Estimate::of(values.iter().copied()), whole(&values));
        assert_eq!((blocks.n, blocks.mean), (whole.n, whole.mean));
        assert!((blocks.se / whole.se - 1.0).abs() < 1e-12, "{blocks:?} is not {whole:?}");
        let nothing = [f64::NAN; 3 * BLOCK];
        assert!(Estimate::of(nothing.into_iter()).mean.is_nan());
    }
}

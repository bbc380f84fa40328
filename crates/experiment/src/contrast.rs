//! What pairs say of one measure.

use super::statistics::sample::{Estimate, Moments};

/// What rounding may come to in a sum of many hours, as a share of it.
const ROUNDING: f64 = 1e-12;
/// What a sum is taken for at least in that: hours and shares that should be nothing are left over from sums of whole weeks.
const LEAST: f64 = 0.1;

/// What an ensemble says of one measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contrast {
    /// The control arm.
    pub control: Estimate,
    /// The treatment arm.
    pub treatment: Estimate,
    /// Treatment less control, pair by pair.
    pub difference: Estimate,
    /// Pairs in which treatment is higher.
    pub higher: u32,
    /// Pairs in which treatment is lower.
    pub lower: u32,
}

impl Contrast {
    /// Of pairs of values, control first.
    pub fn of(pairs: impl Iterator<Item = [f64; 2]>) -> Self {
        Compared::EMPTY.and(&pairs.collect::<Vec<_>>()).contrast()
    }

    /// Whether the arms differ, in the mean or in what it may be, by more than adding up in another order would come to.
    pub fn differs(&self) -> bool {
        let [low, high] = self.difference.ci95();
        let most = low.abs().max(high.abs()).max(self.difference.mean.abs());
        most > ROUNDING * self.control.mean.abs().max(self.treatment.mean.abs()).max(LEAST)
    }

    /// Share of the pairs compared in which treatment is higher; `NaN` if there is none.
    pub fn share_higher(&self) -> f64 {
        f64::from(self.higher) / f64::from(self.difference.n)
    }

    /// Share of the pairs compared in which treatment is lower; `NaN` if there is none.
    pub fn share_lower(&self) -> f64 {
        f64::from(self.lower) / f64::from(self.difference.n)
    }
}

/// What a [`Contrast`] is made of, to be gone on with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Compared {
    /// Of control, treatment, and treatment less control.
    moments: [Moments; 3],
    /// Pairs in which treatment is higher, lower.
    counts: [u32; 2],
}

impl Compared {
    /// Of no pairs.
    pub const EMPTY: Self = Self { moments: [Moments::EMPTY; 3], counts: [0; 2] };

    /// With more pairs of values, control first, those before them having come in whole blocks.
    pub fn and(self, pairs: &[[f64; 2]]) -> Self {
        // A function, not a closure of its own for each: so what goes through them is compiled once.
        let values = |of: fn(&[f64; 2]) -> f64| pairs.iter().map(of);
        let difference = values(|[control, treatment]| treatment - control);
        let count = |holds: fn(&f64) -> bool| difference.clone().filter(holds).count() as u32;
        let [higher, lower] = self.counts;
        let [control, treatment, differences] = self.moments;
        Self {
            counts: [higher + count(|difference| *difference > 0.0), lower + count(|difference| *difference < 0.0)],
            moments: [
                control.and(values(|[control, _]| *control)),
                treatment.and(values(|[_, treatment]| *treatment)),
                differences.and(difference.clone()),
            ],
        }
    }

    /// What it says.
    pub fn contrast(self) -> Contrast {
        let [control, treatment, difference] = self.moments.map(Moments::estimate);
        let [higher, lower] = self.counts;
        Contrast { control, treatment, difference, higher, lower }
    }
}

//! How many pairs the points of a sweep get, and in which order: coarse to fine, and more where the sign is open.
//!
//! All points get a few pairs first. On a map those whose sign is open then get twice as many, and again, in rounds: the next begins when
//! the last is over, so what is run does not depend on who is how fast.
//!
//! To look several times at a mean and stop when its interval leaves zero out would be wrong more often than the interval says. So each
//! look has a share of the 5 % of its own (Bonferroni), and the first, when few pairs may be skewed, the smallest.
//! Where there is no difference a sign is called at no more than 1 point in 20.

use crate::contrast::Contrast;
use crate::statistics::student;

/// A look at a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// After so many pairs.
    pub pairs: u32,
    /// Chance of calling a sign at this look where there is none.
    pub risk: f64,
}

/// Of a map: the risks add up to 0.05.
pub const MAP: [Look; 5] = [
    Look { pairs: 24, risk: 0.001 },
    Look { pairs: 48, risk: 0.009 },
    Look { pairs: 96, risk: 0.01 },
    Look { pairs: 192, risk: 0.01 },
    Look { pairs: 384, risk: 0.02 },
];

/// Of a line, on which every point gets all of its pairs: the first look is for the first picture.
pub const LINE: [Look; 2] = [Look { pairs: 24, risk: 0.0 }, Look { pairs: 200, risk: 0.05 }];

impl Look {
    /// Whether the sign of the mean difference can be called, or nothing ever differs.
    pub fn settles(&self, contrast: &Contrast) -> bool {
        let difference = contrast.difference;
        if difference.n < 2 || self.risk <= 0.0 {
            return false;
        }
        if !contrast.differs() {
            return true;
        }
        let reach = student::quantile(1.0 - 0.5 * self.risk, f64::from(difference.n - 1));
        let [low, high] = difference.interval(reach);
        low > 0.0 || high < 0.0
    }
}

/// The points of a grid, coarse to fine: by counts along each axis, the first axis goes slowest as in [`crate::sweep::scenarios`].
pub fn order(counts: &[usize]) -> Vec<usize> {
    let total: usize = counts.iter().product();
    let mut points: Vec<usize> = (0..total).collect();
    points.sort_by_key(|&point| (std::cmp::Reverse(coarseness(counts, point)), point));
    points
}

/// How coarse the finest grid is that a point is on: grids of every 8th, 4th, 2nd point and of all.
fn coarseness(counts: &[usize], point: usize) -> u32 {
    let mut rest = point;
    let places = counts.iter().rev().map(|count| {
        let place = rest % count;
        rest /= count;
        place
    });
    places.map(|place| place.trailing_zeros().min(COARSEST)).min().unwrap_or(0)
}

/// The coarsest grid has every 8th point.
const COARSEST: u32 = 3;

/// The nearest point on a coarser grid, which stands for one of which nothing is known yet; itself on the coarsest.
pub fn coarser(counts: &[usize], point: usize) -> usize {
    let step = 1 << (coarseness(counts, point) + 1).min(COARSEST);
    let (mut rest, mut factor, mut found) = (point, 1, 0);
    for count in counts.iter().rev() {
        let place = rest % count;
        rest /= count;
        found += factor * (place - place % step);
        factor *= count;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn risks_add_up_to_one_in_twenty() {
        for looks in [&MAP[..], &LINE] {
            let sum: f64 = looks.iter().map(|look| look.risk).sum();
            assert!((sum - 0.05).abs() < 1e-12, "{sum}");
            assert!(looks.is_sorted_by(|a, b| a.pairs < b.pairs));
        }
    }

    /// Differences of standard deviation 1 around a mean, by a generator and the sum of twelve uniforms.
    fn differences(mean: f64, seed: u64) -> impl Iterator<Item = f64> {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut uniform = move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 11) as f64 / (1_u64 << 53) as f64
        };
        std::iter::repeat_with(move || mean + (0..12).map(|_| uniform()).sum::<f64>() - 6.0)
    }

    /// The sign that is called in the end, and after how many pairs.
    fn called(mean: f64, seed: u64) -> (f64, u32) {
        let all: Vec<f64> = differences(mean, seed).take(384).collect();
        for look in &MAP {
            let contrast = Contrast::of(all[..look.pairs as usize].iter().map(|difference| [10.0, 10.0 + difference]));
            if look.settles(&contrast) {
                return (contrast.difference.mean.signum(), look.pairs);
            }
        }
        (0.0, 384)
    }

    #[test]
    fn where_there_is_no_difference_a_sign_is_called_in_at_most_one_point_of_twenty() {
        let wrong = (0..2000).filter(|&seed| called(0.0, seed).0 != 0.0).count();
        // 5 % of 2,000 are 100, give or take 10.
        assert!(wrong <= 120, "{wrong} of 2000");
    }

    #[test]
    fn what_differs_clearly_is_settled_at_once_and_with_its_sign() {
        for seed in 0..100 {
            assert_eq!(called(-2.0, seed), (-1.0, 24));
        }
        let pairs: u32 = (0..200).map(|seed| called(0.2, seed).1).sum();
        assert!(pairs > 200 * 96, "a small one takes more: {pairs}");
        let same = Contrast::of([[1.0, 1.0]; 24].into_iter());
        assert!(MAP[0].settles(&same), "where nothing ever differs there is nothing to wait for");
        let few = Contrast::of([[1.0, 2.0]].into_iter());
        assert!(!MAP[0].settles(&few));
    }

    #[test]
    fn the_order_is_coarse_to_fine_and_has_every_point_once() {
        assert_eq!(order(&[9]), [0, 8, 4, 2, 6, 1, 3, 5, 7]);
        let all = order(&[21, 21]);
        let mut sorted = all.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, (0..441).collect::<Vec<_>>());
        assert_eq!(all[..9], [0, 8, 16, 168, 176, 184, 336, 344, 352]);
    }

    #[test]
    fn every_point_leads_to_one_that_is_known_before() {
        for counts in [&[9][..], &[21, 21], &[3, 50]] {
            let order = order(counts);
            let place = |point: usize| order.iter().position(|other| *other == point).expect("a point");
            for point in 0..counts.iter().product() {
                let next = coarser(counts, point);
                assert!(next == point || place(next) < place(point), "{counts:?}: {point} leads to {next}");
                let on_coarsest = coarseness(counts, point) == COARSEST;
                assert_eq!(next == point, on_coarsest, "{counts:?}: {point}");
            }
        }
    }
}

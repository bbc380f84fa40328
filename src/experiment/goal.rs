//! When an ensemble has said enough: after so many pairs, or when its mean is known precisely enough.

use super::ensemble::Contrast;

/// Pairs between two looks at the interval; the first look is after as many.
pub const LOOK: u32 = 100;

/// Pairs after which an ensemble ends, precise or not.
pub const MOST: u32 = 5000;

/// When an ensemble has said enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// After so many pairs.
    Pairs(u32),
    /// When the 95 % interval of the mean difference reaches at most this far to each side, as a share of the control arm's mean.
    ///
    /// A sequential interval of fixed width after Chow & Robbins (1965): run on until it is narrow enough. Because one stops when it
    /// happens to be narrow, it covers the mean a little less often than 95 times in 100; looking only every hundred pairs, and never
    /// before the first hundred, keeps that small. The looks are at fixed numbers of pairs, so where an ensemble ends does not
    /// depend on who computes it in which order.
    Sure(f64),
}

impl Goal {
    /// Pairs that are needed for certain.
    pub fn at_least(self) -> u32 {
        match self {
            Goal::Pairs(pairs) => pairs,
            Goal::Sure(_) => LOOK,
        }
    }

    /// Whether the first `done` pairs, which have this contrast, are enough.
    pub fn is_met(self, done: u32, contrast: &Contrast) -> bool {
        match self {
            Goal::Pairs(pairs) => done >= pairs,
            Goal::Sure(bound) => is_look(done) && (half_width(contrast) <= bound || done >= MOST),
        }
    }

    /// About how many pairs it takes, going by the first `done`: the width falls with the root of their number.
    pub fn expected(self, done: u32, contrast: &Contrast) -> u32 {
        match self {
            Goal::Pairs(pairs) => pairs,
            Goal::Sure(bound) => {
                let ratio = half_width(contrast) / bound;
                let pairs = f64::from(done) * ratio * ratio / f64::from(LOOK);
                // What is not known yet may take all.
                let looks = if pairs.is_finite() { pairs.ceil() } else { f64::INFINITY };
                (looks.max(1.0) * f64::from(LOOK)).min(f64::from(MOST)) as u32
            }
        }
    }
}

fn is_look(done: u32) -> bool {
    done > 0 && done.is_multiple_of(LOOK)
}

/// How far the 95 % interval of the mean difference reaches to each side, as a share of the control arm's mean; `NaN` where that is
/// not known, 0 where both arms are always the same.
pub fn half_width(contrast: &Contrast) -> f64 {
    let [low, high] = contrast.difference.ci95();
    if low == high { 0.0 } else { 0.5 * (high - low) / contrast.control.mean.abs() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pairs whose differences are +1 and -1 in turn, around a control of 20.
    fn contrast(pairs: u32) -> Contrast {
        let sign = |place: u32| if place.is_multiple_of(2) { 1.0 } else { -1.0 };
        Contrast::of((0..pairs).map(move |place| [20.0, 20.0 + sign(place)]))
    }

    #[test]
    fn a_number_of_pairs_is_enough_when_they_are_there() {
        assert!(!Goal::Pairs(100).is_met(99, &contrast(99)));
        assert!(Goal::Pairs(100).is_met(100, &contrast(100)));
        assert_eq!(Goal::Pairs(400).expected(100, &contrast(100)), 400);
    }

    #[test]
    fn precision_is_reached_when_the_interval_is_narrow_enough() {
        // 1.984 standard errors of 0.1005, over 20.
        let width = half_width(&contrast(100));
        assert!((width - 1.984_217 * 0.100_504 / 20.0).abs() < 1e-6, "{width}");
        assert!(Goal::Sure(0.01).is_met(100, &contrast(100)));
        assert!(!Goal::Sure(0.02).is_met(50, &contrast(50)), "before the first look");
        assert!(!Goal::Sure(0.02).is_met(150, &contrast(150)), "between two looks");
        assert!(!Goal::Sure(0.005).is_met(100, &contrast(100)));
        assert_eq!(Goal::Sure(0.005).expected(100, &contrast(100)), 400);
        assert_eq!(Goal::Sure(0.0001).expected(100, &contrast(100)), MOST);
        assert!(Goal::Sure(0.0001).is_met(MOST, &contrast(100)));
    }

    #[test]
    fn arms_that_are_always_the_same_are_known_at_once() {
        let same = Contrast::of((0..100).map(|_| [20.0, 20.0]));
        assert!(Goal::Sure(0.001).is_met(100, &same));
        let unknown = Contrast::of((0..100).map(|_| [f64::NAN, f64::NAN]));
        assert!(!Goal::Sure(0.5).is_met(100, &unknown));
        assert_eq!(Goal::Sure(0.5).expected(100, &unknown), MOST);
    }
}

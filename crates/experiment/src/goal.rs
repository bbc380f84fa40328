//! When an ensemble has said enough: after so many pairs, or when its mean is known precisely enough.

/// Pairs between two looks at the interval; the first look is after as many.
pub const LOOK: u32 = 100;

/// Pairs after which an ensemble ends, precise or not.
pub const MOST: u32 = 5000;

/// When an ensemble has said enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// After so many pairs.
    Pairs(u32),
    /// When the 95 % interval of the mean difference reaches at most this far to each side, as a share of the control arm's mean where
    /// that makes sense (see [`half_width`](super::relative::half_width)).
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

    /// Whether the first `done` pairs, whose interval reaches so far to each side, are enough.
    pub fn is_met(self, done: u32, half_width: f64) -> bool {
        match self {
            Goal::Pairs(pairs) => done >= pairs,
            Goal::Sure(bound) => is_look(done) && (half_width <= bound || done >= MOST),
        }
    }

    /// About how many pairs it takes, going by the first `done`: the width falls with the root of their number.
    pub fn expected(self, done: u32, half_width: f64) -> u32 {
        match self {
            Goal::Pairs(pairs) => pairs,
            Goal::Sure(bound) => {
                let ratio = half_width / bound;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_pairs_is_enough_when_they_are_there() {
        assert!(!Goal::Pairs(100).is_met(99, 0.0));
        assert!(Goal::Pairs(100).is_met(100, 1.0));
        assert_eq!(Goal::Pairs(400).expected(100, 1.0), 400);
    }

    #[test]
    fn precision_is_reached_when_the_interval_is_narrow_enough() {
        let width = 0.00997;
        assert!(Goal::Sure(0.01).is_met(100, width));
        assert!(!Goal::Sure(0.02).is_met(50, width), "before the first look");
        assert!(!Goal::Sure(0.02).is_met(150, width), "between two looks");
        assert!(!Goal::Sure(0.005).is_met(100, width));
        assert_eq!(Goal::Sure(0.005).expected(100, width), 400);
        assert_eq!(Goal::Sure(0.0001).expected(100, width), MOST);
        assert!(Goal::Sure(0.0001).is_met(MOST, width));
    }

    #[test]
    fn arms_that_are_always_the_same_are_known_at_once() {
        assert!(Goal::Sure(0.001).is_met(100, 0.0));
        assert!(!Goal::Sure(0.5).is_met(100, f64::NAN));
        assert_eq!(Goal::Sure(0.5).expected(100, f64::NAN), MOST);
    }
}

//! In how many pairs the numbers say less than they seem to.

use super::pair::Pair;
use model::scenario::Arm;

/// Numbers of pairs, of an arm's control first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Caveats {
    /// Work piled up in this arm.
    pub unstable: [u32; 2],
    /// The project was not finished within the run in this arm.
    pub unfinished: [u32; 2],
    /// The project was finished before the change, when both arms were still one.
    pub over_before: u32,
}

impl Caveats {
    /// With a pair more.
    #[must_use]
    pub fn and(mut self, pair: &Pair) -> Self {
        for arm in Arm::BOTH {
            self.unstable[arm as usize] += u32::from(pair.arm(arm).unstable);
            self.unfinished[arm as usize] += u32::from(pair.arm(arm).unfinished);
        }
        self.over_before += u32::from(pair.control.over_before);
        self
    }

    /// With those of other pairs.
    #[must_use]
    pub fn plus(mut self, other: Self) -> Self {
        for arm in [0, 1] {
            self.unstable[arm] += other.unstable[arm];
            self.unfinished[arm] += other.unfinished[arm];
        }
        self.over_before += other.over_before;
        self
    }
}

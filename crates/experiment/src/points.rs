//! Points that fill the unit cube evenly: the Sobol sequence, Owen-scrambled, by index.
//!
//! Sources: Sobol 1967; Joe & Kuo 2008 (direction numbers); Owen 1995; Burley 2020 (scrambling by hash, which needs no memory).

use sobol_burley::{NUM_DIMENSIONS, sample};

/// Points of a sequence, at most.
pub const MOST_POINTS: u32 = 1 << 16;

/// Dimensions of a point, at most.
pub const MOST_DIMENSIONS: u32 = NUM_DIMENSIONS;

/// What a sequence is for. Those of one seed have nothing to do with each other.
#[derive(Clone, Copy, Debug)]
pub enum Use {
    /// Worlds of replicates.
    Worlds,
    /// Base points of a screening.
    Screening,
    /// So many scramblings before this one of a variance's shares.
    Shares(u32),
}

/// A scrambled sequence.
#[derive(Clone, Copy, Debug)]
pub struct Points {
    key: u32,
}

impl Points {
    /// The sequence of a seed.
    pub fn new(seed: u64, purpose: Use) -> Self {
        let stream = match purpose {
            Use::Worlds => 0,
            Use::Screening => 1,
            Use::Shares(before) => 2 + u64::from(before),
        };
        Self { key: mix(mix(seed).wrapping_add(stream)) as u32 }
    }

    /// A coordinate of a point, from 0 to below 1. Beyond [`MOST_POINTS`] the sequence begins anew, scrambled in another way.
    pub fn at(self, index: u32, dimension: u32) -> f64 {
        let key = match index / MOST_POINTS {
            0 => self.key,
            round => mix(u64::from(self.key) << 32 | u64::from(round)) as u32,
        };
        f64::from(sample(index % MOST_POINTS, dimension, key))
    }
}

/// Numbers that look unlike for numbers that are near: the finaliser of SplitMix64.
///
/// Source: Steele, Lea & Flood 2014.
pub fn mix(number: u64) -> u64 {
    let mut bits = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sequence_is_the_one_that_results_were_made_with() {
        let points = Points::new(1, Use::Worlds);
        let bits: Vec<u32> = [(0, 0), (1, 0), (2, 7), (65_535, 255), (65_536, 0)]
            .iter()
            .map(|&(index, dimension)| (points.at(index, dimension) as f32).to_bits())
            .collect();
        assert_eq!(bits, [1_046_494_984, 1_061_661_888, 1_047_524_400, 1_053_204_784, 1_047_685_432]);
        assert_eq!(mix(0), 0xe220_a839_7b1d_cdaf, "the first number of SplitMix64 from 0");
    }

    #[test]
    fn each_part_of_a_power_of_two_holds_one_point_in_every_dimension() {
        for purpose in [Use::Worlds, Use::Screening, Use::Shares(3)] {
            let points = Points::new(42, purpose);
            for dimension in [0, 1, 100, MOST_DIMENSIONS - 1] {
                let mut cells: Vec<u32> = (0..256).map(|index| (256.0 * points.at(index, dimension)) as u32).collect();
                cells.sort_unstable();
                assert_eq!(cells, (0..256).collect::<Vec<_>>(), "{purpose:?} {dimension}");
            }
        }
    }
}

//! An experiment's runs cut into shards, for several machines.
//!
//! Runs are counted pair by pair, in each pair point by point: A B C, A B C. A [`Shard`] is a stretch of them, so that every shard is an
//! even sample of all points and takes about as long as another.

use std::ops::Range;

/// Which part of the runs: the one numbered `place`, from 1, of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shard {
    place: u32,
    of: u32,
}

impl Shard {
    /// All of them.
    pub const WHOLE: Self = Self { place: 1, of: 1 };

    /// `None` where there is no such part.
    pub fn new(place: u32, of: u32) -> Option<Self> {
        (1..=of).contains(&place).then_some(Self { place, of })
    }

    /// Its number, from 1.
    pub fn place(self) -> u32 {
        self.place
    }

    /// How many there are.
    pub fn of(self) -> u32 {
        self.of
    }

    /// The replicates that it has of each of so many points, of which so many pairs are wanted.
    pub fn replicates(self, points: usize, pairs: u32) -> Vec<Range<u32>> {
        let runs = points as u128 * u128::from(pairs);
        // Both less than 2 to the power of 64.
        let end = |place: u32| (runs * u128::from(place) / u128::from(self.of)) as u64;
        let (start, end) = (end(self.place - 1), end(self.place));
        // The first replicate of a point whose run is not before this one.
        let first = |run: u64, point: usize| run.saturating_sub(point as u64).div_ceil(points as u64) as u32;
        (0..points).map(|point| first(start, point)..first(end, point)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shards_together_have_each_run_once_and_differ_by_at_most_one() {
        for (points, pairs) in [(1, 100), (1, 1), (7, 3), (441, 2), (3, 0), (5, 16_777_215)] {
            for of in [1, 2, 3, 7, 100] {
                let shards: Vec<_> = (1..=of)
                    .map(|place| Shard::new(place, of).expect("one of them").replicates(points, pairs))
                    .collect();
                let sizes = shards.iter().map(|shard| shard.iter().map(|runs| u64::from(runs.end - runs.start)).sum());
                let sizes: Vec<u64> = sizes.collect();
                let (least, most) = (sizes.iter().min(), sizes.iter().max());
                assert!(most.zip(least).is_some_and(|(most, least)| most - least <= 1), "{points} {pairs} {sizes:?}");
                for point in 0..points {
                    let mut next = 0;
                    for shard in &shards {
                        assert_eq!(shard[point].start, next, "{points} {pairs} {of}");
                        next = shard[point].end;
                    }
                    assert_eq!(next, pairs);
                }
            }
        }
        assert_eq!([Shard::new(0, 3), Shard::new(4, 3), Shard::new(1, 0)], [None; 3]);
        assert_eq!(Shard::new(1, 1), Some(Shard::WHOLE));
    }
}

//! Statistics of all outcomes, pair by pair, of which only a block of pairs is kept at a time.

use super::results::Summary;
use crate::caveats::Caveats;
use crate::ensemble::Contrast;
use crate::pair::Pair;
use crate::statistics::sample::{BLOCK, Moments};
use model::outcome::Measure;

/// Pairs that may be given out beyond the first that is missing, for they have to be kept until their turn.
pub(super) const AHEAD: u32 = 4096;

/// Statistics of the first so many pairs.
#[derive(Debug, Default)]
pub(super) struct Accumulator {
    /// By measure, of the blocks that are full.
    closed: Vec<Compared>,
    /// The pairs of the block that is not.
    open: Vec<Pair>,
    pairs: u32,
    caveats: Caveats,
}

impl Accumulator {
    /// The next pair, by replicate.
    pub fn push(&mut self, pair: Pair) {
        self.pairs += 1;
        self.caveats = self.caveats.and(&pair);
        self.open.push(pair);
        if self.open.len() == BLOCK {
            self.closed = Measure::ALL.iter().map(|&measure| self.compared(measure)).collect();
            self.open.clear();
        }
    }

    /// Number of pairs.
    pub fn pairs(&self) -> u32 {
        self.pairs
    }

    /// Pairs that are kept.
    pub fn kept(&self) -> usize {
        self.open.len()
    }

    fn compared(&self, measure: Measure) -> Compared {
        let closed = self.closed.get(measure as usize).copied().unwrap_or_default();
        closed.and(self.open.iter().map(|pair| [pair.control.get(measure), pair.treatment.get(measure)]))
    }

    /// What they say.
    pub fn summary(&self) -> Summary {
        let contrasts = Measure::ALL.iter().map(|&measure| self.compared(measure).contrast()).collect();
        Summary { pairs: self.pairs, contrasts, caveats: self.caveats }
    }
}

/// What [`Contrast`] says of one measure, to be gone on with.
#[derive(Clone, Copy, Debug)]
struct Compared {
    /// Of control, treatment, and treatment less control.
    moments: [Moments; 3],
    /// Pairs in which treatment is higher, lower.
    counts: [u32; 2],
}

/// Of no pairs.
impl Default for Compared {
    fn default() -> Self {
        Self { moments: [Moments::EMPTY; 3], counts: [0; 2] }
    }
}

impl Compared {
    /// With at most a block of pairs of values more, control first.
    fn and(&self, pairs: impl Iterator<Item = [f64; 2]> + Clone) -> Self {
        let difference = pairs.clone().map(|[control, treatment]| treatment - control);
        let count = |holds: fn(&f64) -> bool| difference.clone().filter(holds).count() as u32;
        let [higher, lower] = self.counts;
        let [control, treatment, differences] = self.moments;
        Self {
            counts: [higher + count(|difference| *difference > 0.0), lower + count(|difference| *difference < 0.0)],
            moments: [
                and(control, pairs.clone().map(|[control, _]| control)),
                and(treatment, pairs.map(|[_, treatment]| treatment)),
                and(differences, difference.clone()),
            ],
        }
    }

    fn contrast(&self) -> Contrast {
        let [control, treatment, difference] = self.moments.map(Moments::estimate);
        let [higher, lower] = self.counts;
        Contrast { control, treatment, difference, higher, lower }
    }
}

fn and(moments: Moments, mut values: impl Iterator<Item = f64> + Clone) -> Moments {
    moments.next(&mut values).unwrap_or(moments)
}

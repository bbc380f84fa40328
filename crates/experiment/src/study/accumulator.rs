//! Statistics of all outcomes, pair by pair, of which only a block of pairs is kept at a time.

use super::results::Summary;
use crate::caveats::Caveats;
use crate::contrast::Compared;
use crate::pair::Pair;
use crate::statistics::sample::BLOCK;
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
        let closed = self.closed.get(measure as usize).copied().unwrap_or(Compared::EMPTY);
        let open = self.open.iter().map(|pair| [pair.control.get(measure), pair.treatment.get(measure)]);
        closed.and(&open.collect::<Vec<_>>())
    }

    /// What they say.
    pub fn summary(&self) -> Summary {
        let contrasts = Measure::ALL.iter().map(|&measure| self.compared(measure).contrast()).collect();
        Summary { pairs: self.pairs, contrasts, caveats: self.caveats }
    }
}

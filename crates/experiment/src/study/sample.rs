//! What is known of one scenario: its first replicates, and some that came before their turn.

use std::ops::Range;
use std::sync::Arc;

use super::SampleId;
use super::accumulator::{AHEAD, Accumulator};
use super::plan::{Keep, Point, PointId};
use super::results::Results;
use super::shares::{Hand, Shares};
use crate::ensemble::Ensemble;
use crate::pair::Pair;
use model::scenario::Scenario;

/// What is known of one scenario.
#[derive(Debug)]
pub(super) struct Sample {
    pub id: SampleId,
    pub scenario: Arc<Scenario>,
    /// The replicate from which all others are counted here.
    pub first_replicate: u32,
    /// Of the scenario.
    pub digest: u128,
    pub keep: Keep,
    /// Points that look at it next at so many pairs, in ascending order.
    pub waiting: Vec<(u32, PointId)>,
    /// Whether a point came to its results by it.
    pub answered: bool,
    /// The larger, the later a point was added that it answers.
    pub used: u64,
    kept: Kept,
    shares: Shares,
}

#[derive(Debug)]
enum Kept {
    /// Statistics of the first replicates, and pairs that wait for their turn, which are few.
    Statistics(Accumulator, Vec<(u32, Pair)>),
    Pairs(Ensemble),
}

impl Sample {
    /// Of which nothing is known yet.
    pub fn new(point: &Point, digest: u128, id: SampleId) -> Self {
        let (scenario, first_replicate, keep) = (Arc::clone(&point.scenario), point.first, point.keep);
        let kept = match keep {
            Keep::Statistics => Kept::Statistics(Accumulator::default(), Vec::new()),
            Keep::Outcomes | Keep::Weeks | Keep::Parts => Kept::Pairs(Ensemble::default()),
        };
        let (waiting, shares) = (Vec::new(), Shares::default());
        Self { id, scenario, first_replicate, digest, keep, waiting, answered: false, used: id, kept, shares }
    }

    /// Whether it can still say what the first so many replicates come to.
    pub fn can_stop_at(&self, look: u32) -> bool {
        match &self.kept {
            Kept::Statistics(first, _) => first.pairs() <= look,
            Kept::Pairs(_) => true,
        }
    }

    /// Gives out at most so many replicates, the first of them before `target`.
    pub fn take(&mut self, hand: Hand, most: u32, target: u32) -> Option<Range<u32>> {
        let window = match &self.kept {
            Kept::Statistics(first, _) => first.pairs().saturating_add(AHEAD),
            Kept::Pairs(_) => u32::MAX,
        };
        self.shares.take(hand, most, target.min(window))
    }

    /// Replicates that are to be given out again.
    pub fn give_back(&mut self, lost: Range<u32>) {
        self.shares.give_back(lost);
    }

    /// Puts pairs where they belong, the first of which is replicate `first`.
    pub fn put(&mut self, first: u32, pairs: Vec<Pair>) {
        let pairs: Vec<Pair> = pairs.into_iter().map(|pair| self.keep.of(pair)).collect();
        match &mut self.kept {
            Kept::Statistics(_, early) => early.extend((first..).zip(pairs)),
            Kept::Pairs(ensemble) => ensemble.put(first, pairs),
        }
    }

    /// Goes on to `look` replicates as far as there is no gap; answers whether it came there.
    pub fn reach(&mut self, look: u32) -> bool {
        match &mut self.kept {
            Kept::Statistics(first, early) => {
                while first.pairs() < look
                    && let Some(place) = early.iter().position(|(replicate, _)| *replicate == first.pairs())
                {
                    first.push(early.swap_remove(place).1);
                }
                first.pairs() == look
            }
            // Gaps are looked for only when there are enough.
            Kept::Pairs(ensemble) => ensemble.done() >= look && ensemble.unbroken() >= look,
        }
    }

    /// What the first replicates came to, after [`reach`](Self::reach).
    pub fn first(&self, look: u32) -> Results {
        match &self.kept {
            Kept::Statistics(first, _) => Results::Summary(Arc::new(first.summary())),
            Kept::Pairs(ensemble) => Results::Pairs(ensemble.first(look)),
        }
    }

    /// What the first replicates say of those there are without a gap, at most so many: pairs that came early depend on who was faster.
    pub fn so_far(&self, most: u32) -> Results {
        match &self.kept {
            Kept::Statistics(first, _) => Results::Summary(Arc::new(first.summary())),
            Kept::Pairs(ensemble) => Results::Pairs(ensemble.first(ensemble.unbroken().min(most))),
        }
    }

    /// Number of pairs without a gap.
    pub fn in_order(&self) -> u32 {
        match &self.kept {
            Kept::Statistics(first, _) => first.pairs(),
            Kept::Pairs(ensemble) => ensemble.unbroken(),
        }
    }

    /// Number of pairs.
    pub fn done(&self) -> u32 {
        match &self.kept {
            Kept::Statistics(first, early) => first.pairs() + early.len() as u32,
            Kept::Pairs(ensemble) => ensemble.done(),
        }
    }

    /// What the pairs take that are kept [bytes].
    pub fn bytes(&self) -> u64 {
        let pairs = match &self.kept {
            Kept::Statistics(first, early) => first.kept() + early.len(),
            Kept::Pairs(ensemble) => ensemble.done() as usize,
        };
        pairs as u64 * self.keep.pair_bytes(&self.scenario)
    }
}

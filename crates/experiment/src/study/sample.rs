//! What is known of one scenario: its first replicates, and some that came before their turn.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::accumulator::{AHEAD, Accumulator};
use super::plan::{Keep, PointId};
use super::results::Results;
use crate::ensemble::Ensemble;
use crate::pair::Pair;
use model::scenario::Scenario;

/// What is known of one scenario.
#[derive(Debug)]
pub(super) struct Sample {
    pub scenario: Arc<Scenario>,
    /// Of the scenario.
    pub digest: u128,
    pub keep: Keep,
    /// Points that look at it next at so many pairs.
    pub waiting: BTreeSet<(u32, PointId)>,
    /// The larger, the later a point was added that it answers.
    pub used: u64,
    kept: Kept,
    /// First replicate that was never given out.
    next: u32,
    /// Replicates whose job was lost.
    again: Vec<Range<u32>>,
}

#[derive(Debug)]
enum Kept {
    /// Statistics of the first replicates, and pairs that wait for their turn.
    Statistics(Accumulator, BTreeMap<u32, Pair>),
    Pairs(Ensemble),
}

impl Sample {
    pub fn new(scenario: Arc<Scenario>, digest: u128, keep: Keep, used: u64) -> Self {
        let kept = match keep {
            Keep::Statistics => Kept::Statistics(Accumulator::default(), BTreeMap::new()),
            Keep::Outcomes | Keep::Weeks => Kept::Pairs(Ensemble::default()),
        };
        Self { scenario, digest, keep, waiting: BTreeSet::new(), used, kept, next: 0, again: Vec::new() }
    }

    /// Whether it can still say what the first so many replicates come to.
    pub fn can_stop_at(&self, look: u32) -> bool {
        match &self.kept {
            Kept::Statistics(first, _) => first.pairs() <= look,
            Kept::Pairs(_) => true,
        }
    }

    /// Gives out at most so many replicates before `target`.
    pub fn take(&mut self, target: u32, most: u32) -> Option<Range<u32>> {
        let most = most.max(1);
        if let Some(place) = self.again.iter().position(|lost| lost.start < target) {
            let lost = self.again.swap_remove(place);
            let end = lost.end.min(lost.start.saturating_add(most));
            self.give_back(end..lost.end);
            return Some(lost.start..end);
        }
        let window = match &self.kept {
            Kept::Statistics(first, _) => first.pairs().saturating_add(AHEAD),
            Kept::Pairs(_) => u32::MAX,
        };
        let start = self.next;
        let end = start.saturating_add(most).min(target).min(window);
        self.next = self.next.max(end);
        (start < end).then_some(start..end)
    }

    /// Replicates that are to be given out again.
    pub fn give_back(&mut self, lost: Range<u32>) {
        if !lost.is_empty() {
            self.again.push(lost);
        }
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
                    && let Some(pair) = early.remove(&first.pairs())
                {
                    first.push(pair);
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

//! Pairs of a question that were run before the page was closed: they need not be run again.
//!
//! They are known by the digest of their scenario and their replicate, which decide all of their bits as long as the program is the same;
//! whoever keeps them sees to that.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::messages::PairMessage;
use experiment::pair::Pair;
use experiment::study::Job;
use experiment::study::plan::Keep;

/// Some pairs of a scenario, as they are kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Slice {
    /// Digest of the scenario.
    pub(super) digest: u128,
    /// Whether their differences are taken apart.
    pub(super) parts: bool,
    /// The first replicate.
    first: u32,
    /// Its pair and those that follow, without what nobody wants of them.
    pub(super) pairs: Vec<PairMessage>,
}

impl Slice {
    /// The first pairs of a job.
    pub fn of(job: &Job, pairs: &[Pair]) -> Self {
        let pairs = pairs.iter().map(|pair| PairMessage::from(&job.keep.of(pair.clone()))).collect();
        Self { digest: job.digest, parts: job.keep == Keep::Parts, first: job.replicates.start, pairs }
    }

    /// How many pairs these are.
    pub fn count(&self) -> usize {
        self.pairs.len()
    }
}

/// What is remembered.
#[derive(Debug, Default)]
pub struct Memory {
    /// By the digest of the scenario, whether the difference is taken apart, and replicate.
    pairs: BTreeMap<(u128, bool, u32), Pair>,
}

impl Memory {
    /// Of these; what is not as it should be is run again.
    pub fn of(slices: Vec<Slice>) -> Self {
        let mut pairs = BTreeMap::new();
        for Slice { digest, parts, first, pairs: messages } in slices {
            for (replicate, message) in (first..).zip(messages) {
                let pair = message.open().filter(|pair| pair.parts.is_some() == parts);
                pairs.extend(pair.map(|pair| ((digest, parts, replicate), pair)));
            }
        }
        Self { pairs }
    }

    /// The first pairs of a job, as many as are known without a gap. They are handed over.
    pub fn take(&mut self, job: &Job) -> Vec<Pair> {
        // Weeks are not kept.
        if job.keep == Keep::Weeks {
            return Vec::new();
        }
        let parts = job.keep == Keep::Parts;
        job.replicates.clone().map_while(|replicate| self.pairs.remove(&(job.digest, parts, replicate))).collect()
    }

    /// The first replicate of a job that is known, or where it ends.
    pub fn begins_in(&self, job: &Job) -> u32 {
        let (parts, end) = (job.keep == Keep::Parts, job.replicates.end);
        if job.keep == Keep::Weeks {
            return end;
        }
        let mut known = self.pairs.range((job.digest, parts, job.replicates.start)..(job.digest, parts, end));
        known.next().map_or(end, |((.., replicate), _)| *replicate)
    }
}

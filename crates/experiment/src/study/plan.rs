//! What a study is asked: points, how many replicates of each, and what is kept of them.

use std::sync::Arc;

use super::accumulator::AHEAD;
use super::results::Results;
use crate::goal::{Goal, LOOK, MOST};
use crate::pair::{Pair, run_pair};
use crate::relative::half_width;
use crate::statistics::sample::BLOCK;
use crate::why::{self, Values};
use model::mechanism::differing;
use model::outcome::Measure;
use model::scenario::Scenario;
use model::series::Week;

/// Which point of a study.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PointId(pub(super) u64);

/// A scenario that is studied.
#[derive(Clone, Debug)]
pub struct Point {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The first replicate, from which on the others are counted: not 0 where others do those before it.
    pub first: u32,
    /// When there are enough replicates.
    pub replicates: Replicates,
    /// What is kept of them.
    pub keep: Keep,
    /// Points of a higher priority are worked on first; of equal ones the one added first.
    pub priority: u8,
}

impl Point {
    /// So many replicates of a scenario.
    pub fn new(scenario: impl Into<Arc<Scenario>>, count: u32, keep: Keep) -> Self {
        Self { scenario: scenario.into(), first: 0, replicates: Replicates::Count(count), keep, priority: 0 }
    }
}

/// When there are enough replicates of a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Replicates {
    /// When there are so many, at most [`MAX_REPLICATE`](model::chance::MAX_REPLICATE).
    Count(u32),
    /// When the interval of this measure's mean difference is so narrow: [`Goal::Sure`].
    Sure(Measure, f64),
}

impl Replicates {
    fn goal(self) -> Goal {
        match self {
            Self::Count(count) => Goal::Pairs(count),
            Self::Sure(_, bound) => Goal::Sure(bound),
        }
    }

    /// How far the interval reaches that decides; `NaN` where none does.
    pub(super) fn half_width(self, results: &Results) -> f64 {
        match self {
            Self::Count(_) => f64::NAN,
            Self::Sure(measure, _) => half_width(measure, &results.contrast(measure)),
        }
    }

    pub(super) fn is_met(self, done: u32, half_width: f64) -> bool {
        self.goal().is_met(done, half_width)
    }

    pub(super) fn expected(self, done: u32, half_width: f64) -> u32 {
        self.goal().expected(done, half_width)
    }

    /// The number of pairs at which is looked first whether they are enough.
    pub(super) fn first_look(self) -> u32 {
        match self {
            Self::Count(count) => count,
            Self::Sure(..) => LOOK,
        }
    }

    /// Pairs after which it ends, whatever they say.
    pub fn most(self) -> u32 {
        match self {
            Self::Count(count) => count,
            Self::Sure(..) => MOST,
        }
    }
}

/// What is kept of the replicates of a point; each keeps what those before it keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Keep {
    /// Means, errors and counts of all outcomes.
    Statistics,
    /// The outcomes of each pair, without its weeks.
    Outcomes,
    /// Each pair as a whole, with its weeks.
    Weeks,
    /// The same, with the [parts](crate::why) of its difference.
    Parts,
}

impl Keep {
    /// A pair without what is not kept of it.
    pub fn of(self, mut pair: Pair) -> Pair {
        if self < Self::Parts {
            pair.parts = None;
        }
        if self < Self::Weeks {
            pair.control.weeks = Vec::new();
            pair.treatment.weeks = Vec::new();
        }
        pair
    }

    /// A pair of a replicate, run to the end.
    pub fn run(self, scenario: &Scenario, replicate: u32) -> Pair {
        self.of(match self {
            Self::Parts => why::run_pair(scenario, replicate),
            Self::Statistics | Self::Outcomes | Self::Weeks => run_pair(scenario, replicate),
        })
    }

    /// Whether pairs that keep this may answer who wants that: parts take so much longer that nobody else waits for them.
    pub(super) fn answers(self, wanted: Self) -> bool {
        self >= wanted && (self == Self::Parts) == (wanted == Self::Parts)
    }

    /// How many times as long as a pair alone it takes.
    pub fn cost(self, scenario: &Scenario) -> f64 {
        match self {
            Self::Parts => {
                let (past, rest) =
                    (f64::from(scenario.days_before()), f64::from(scenario.days() - scenario.days_before()));
                (past + f64::from(why::runs(scenario)) * rest) / (past + 2.0 * rest)
            }
            Self::Statistics | Self::Outcomes | Self::Weeks => 1.0,
        }
    }

    /// What a pair takes [bytes].
    pub fn pair_bytes(self, scenario: &Scenario) -> u64 {
        let weeks = 2 * u64::from(scenario.days() / 5) * size_of::<Week>() as u64;
        self.merged_bytes(scenario) + if self < Self::Weeks { 0 } else { weeks }
    }

    /// What a pair takes without its weeks, as it is when shards are put together [bytes].
    pub fn merged_bytes(self, scenario: &Scenario) -> u64 {
        // A pair, its place in the list, and what counts who shares it.
        let outcomes = (size_of::<Pair>() + size_of::<usize>() + 2 * size_of::<usize>()) as u64;
        let parts = if self == Self::Parts { 1 + differing(scenario).len() } else { 0 };
        outcomes + (parts * size_of::<Values>()) as u64
    }

    /// The most that so many replicates take [bytes]: of statistics the block that is open, and the pairs that came before their turn.
    pub fn most_bytes(self, scenario: &Scenario, replicates: u32) -> u64 {
        let pairs = match self {
            Self::Statistics => replicates.min(BLOCK as u32 + AHEAD),
            Self::Outcomes | Self::Weeks | Self::Parts => replicates,
        };
        u64::from(pairs) * self.pair_bytes(scenario)
    }
}

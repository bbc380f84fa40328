//! An experiment: what is asked of a scenario, and the points of a study that answer it, all at once or cut into shards.
//!
//! A [`Question`] says which scenarios are run ([`design`](Experiment::design)) and what is kept of their pairs
//! ([`keep`](Experiment::keep)); what their results say is put into words and tables elsewhere. A scenario that cannot be is a fault in its
//! place among the points, and the others are run all the same.
//!
//! Runs are counted pair by pair, in each pair point by point: A B C, A B C. A [`Shard`] is a stretch of them, so that every shard is an
//! even sample of all points and takes about as long as another.

use std::ops::Range;

use crate::goal::{Goal, MOST};
use crate::plausible;
use crate::study::plan::{Keep, Point, Replicates};
use crate::sweep::{self, Axis};
use model::fault::Fault;
use model::outcome::Measure;
use model::scenario::Scenario;

/// An experiment.
#[derive(Clone, Debug, PartialEq)]
pub struct Experiment {
    /// What it is about, for people; may be empty.
    pub title: String,
    /// What is the same at all points but for what the question varies.
    pub scenario: Scenario,
    /// What is asked.
    pub question: Question,
    /// What is looked at, at least one; the first decides where [`Goal::Sure`] does.
    pub outcomes: Vec<Measure>,
    /// How many pairs of each point.
    pub effort: Goal,
}

/// What is asked of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// By how much do the teams differ?
    Pairs,
    /// Why do they?
    Why,
    /// Where does it pay: along one axis or two.
    Sweep(Vec<Axis>),
}

impl Experiment {
    /// The parameters that differ from point to point.
    pub fn axes(&self) -> &[Axis] {
        match &self.question {
            Question::Pairs | Question::Why => &[],
            Question::Sweep(axes) => axes,
        }
    }

    /// The values of a point, by axis.
    pub fn values(&self, point: usize) -> Vec<f64> {
        sweep::values(self.axes(), point)
    }

    /// The scenario of each point, or what is wrong with it.
    pub fn design(&self) -> Vec<Result<Scenario, Vec<Fault>>> {
        let check = |scenario: Scenario| plausible_worlds(&scenario).map(|()| scenario);
        sweep::design(&self.scenario, self.axes()).into_iter().map(|point| point.and_then(check)).collect()
    }

    /// Whether each difference is taken apart.
    pub fn has_parts(&self) -> bool {
        self.question == Question::Why
    }

    /// What is kept of the pairs.
    pub fn keep(&self) -> Keep {
        if self.has_parts() { Keep::Parts } else { Keep::Outcomes }
    }

    /// The most pairs that are run of a point.
    pub fn most_pairs(&self) -> u32 {
        match self.effort {
            Goal::Pairs(pairs) => pairs,
            Goal::Sure(_) => MOST,
        }
    }

    /// The points that can be run: which they are, and which replicates a shard has of each.
    pub fn runs(&self, shard: Shard) -> Vec<(usize, Range<u32>)> {
        let design = self.design();
        let points: Vec<usize> = (0..design.len()).filter(|&point| design[point].is_ok()).collect();
        let replicates = shard.replicates(points.len(), self.most_pairs());
        points.into_iter().zip(replicates).collect()
    }

    /// The same as points of a study.
    pub fn points(&self, shard: Shard) -> Vec<Point> {
        let scenarios = self.design().into_iter().flatten();
        let runs = self.runs(shard).into_iter();
        scenarios.zip(runs).map(|(scenario, (_, replicates))| self.point(scenario, replicates)).collect()
    }

    /// Of the replicates that a shard has of it.
    fn point(&self, scenario: Scenario, replicates: Range<u32>) -> Point {
        let count = replicates.end - replicates.start;
        let enough = match self.effort {
            Goal::Pairs(_) => Replicates::Count(count),
            Goal::Sure(bound) => Replicates::Sure(self.outcomes[0], bound),
        };
        Point { first: replicates.start, replicates: enough, ..Point::new(scenario, count, self.keep()) }
    }
}

/// Whether all worlds can be run that are drawn, if they are.
pub fn plausible_worlds(scenario: &Scenario) -> Result<(), Vec<Fault>> {
    if scenario.plausible().on { plausible::check(scenario) } else { Ok(()) }
}

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
    use model::parameters::parameter;
    use model::scenario::{Draft, Scope};

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

    #[test]
    fn a_point_that_cannot_be_does_not_keep_the_others() {
        let axis = Axis::of(parameter("groups").expect("a parameter"), Scope::Both, vec![2.0, 9.0, 20.0]);
        let experiment = Experiment {
            title: String::new(),
            scenario: Draft::default().finish().expect("valid"),
            question: Question::Sweep(vec![axis.expect("an axis")]),
            outcomes: vec![Measure::Throughput],
            effort: Goal::Pairs(10),
        };
        let design = experiment.design();
        assert_eq!(design.iter().map(Result::is_ok).collect::<Vec<_>>(), [true, false, false]);
        assert_eq!(design[1].as_ref().expect_err("more groups than members")[0].field, "groups");
        assert_eq!(experiment.values(2), [20.0]);
    }
}

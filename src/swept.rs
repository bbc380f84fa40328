//! Where it pays: what is asked, and what is known of it so far.

use std::rc::Rc;
use std::sync::Arc;

use experiment::effort::{LINE, Look, MAP};
use experiment::ensemble::Contrast;
use experiment::study::plan::Keep;
use experiment::study::results::Results;
use experiment::sweep::{self, Axis};
use library::results::Swept as Table;
use model::fault::Fault;
use model::outcome::Measure;
use model::scenario::Scenario;

/// What is asked: one parameter or two through their values, all else as in a scenario.
#[derive(Clone, Debug)]
pub struct Question {
    /// What is the same at all points but for the axes.
    pub scenario: Rc<Scenario>,
    /// One axis, or two for a map.
    pub axes: Vec<Axis>,
    /// All points, the first axis slowest.
    pub points: Vec<Arc<Scenario>>,
}

/// Each is made once.
impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        self.scenario == other.scenario && self.axes == other.axes
    }
}

impl Question {
    /// What is asked of a scenario.
    ///
    /// # Errors
    /// Too many points, or all that is wrong with the first that cannot be.
    pub fn new(scenario: &Rc<Scenario>, axes: Vec<Axis>) -> Result<Self, Vec<Fault>> {
        let points = sweep::scenarios(scenario, &axes)?.into_iter().map(Arc::new).collect();
        Ok(Self { scenario: Rc::clone(scenario), axes, points })
    }

    /// When the points are looked at.
    pub fn looks(&self) -> &'static [Look] {
        if self.is_map() { &MAP } else { &LINE }
    }

    /// What is kept of each: a map has more points than anyone looks at one by one.
    pub fn keep(&self) -> Keep {
        if self.is_map() { Keep::Statistics } else { Keep::Outcomes }
    }

    /// Whether there are two axes.
    pub fn is_map(&self) -> bool {
        self.axes.len() > 1
    }

    /// How many values each axis has.
    pub fn counts(&self) -> Vec<usize> {
        self.axes.iter().map(|axis| axis.values.len()).collect()
    }
}

/// What is known so far.
#[derive(Clone, Debug)]
pub struct Swept {
    /// What was asked.
    pub question: Rc<Question>,
    /// What is known of each point; nothing before its first look.
    pub results: Vec<Option<Results>>,
    /// Pairs there are, and how many there will be after this round.
    pub pairs: [u64; 2],
    /// About how long this round still takes [ms], if it runs and that can be known.
    pub left: Option<f64>,
    /// The round it is at, from 1, of how many at most.
    pub round: [usize; 2],
    /// Whether that is all.
    pub complete: bool,
}

/// What is known only grows.
impl PartialEq for Swept {
    fn eq(&self, other: &Self) -> bool {
        let state = |swept: &Self| (swept.pairs, swept.round, swept.complete, swept.left);
        Rc::ptr_eq(&self.question, &other.question) && state(self) == state(other)
    }
}

impl Swept {
    /// What pairs say at a point.
    pub fn contrast(&self, measure: Measure, point: usize) -> Option<Contrast> {
        self.results[point].as_ref().map(|results| results.contrast(measure))
    }

    /// Whether the sign at a point can be called, by the look it has come to.
    pub fn is_settled(&self, measure: Measure, point: usize) -> bool {
        let Some(results) = &self.results[point] else { return false };
        let looks = self.question.looks();
        let look = looks.iter().rev().find(|look| look.pairs <= results.done());
        look.is_some_and(|look| look.settles(&results.contrast(measure)))
    }

    /// Points that are known.
    pub fn known(&self) -> usize {
        self.results.iter().flatten().count()
    }

    /// The same as a table, once every point is known.
    pub fn table<R>(&self, outcome: Measure, use_it: impl FnOnce(&Table<'_>) -> R) -> Option<R> {
        let results: Option<Vec<Results>> = self.results.iter().cloned().collect();
        let results = results?;
        let Question { scenario, axes, .. } = &*self.question;
        let settled: Vec<bool> = (0..results.len()).map(|point| self.is_settled(outcome, point)).collect();
        let settled = self.question.is_map().then_some(settled.as_slice());
        Some(use_it(&Table { scenario, axes, results: &results, faults: None, outcome, settled }))
    }
}

/// Whether the values of an axis go by equal factors: of four and more it can be seen.
pub fn is_log(axis: &Axis) -> bool {
    match axis.values[..] {
        [a, b, .., c, d] if a > 0.0 => {
            let [first, last] = [b / a, d / c];
            let steps = [b - a, d - c];
            (first - last).abs() < 1e-3 * first && (steps[0] - steps[1]).abs() > 1e-3 * steps[0].abs()
        }
        _ => false,
    }
}

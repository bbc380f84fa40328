//! What is asked on the page of questions, and what is known of it so far.

use std::rc::Rc;

use experiment::design::{Asked, Experiment, Question as Kind, plausible_worlds};
use experiment::effort::{Look, MAP, order};
use experiment::ensemble::Contrast;
use experiment::goal::Goal;
use experiment::indices::{Found, SCRAMBLINGS};
use experiment::screening::Screened;
use experiment::statistics::elementary::Stability;
use experiment::study::plan::{Keep, Point, Replicates};
use experiment::study::results::Results;
use experiment::sweep::{self, Axis};
use library::results::{Answered, Swept as Table};
use model::fault::Fault;
use model::outcome::Measure;
use model::scenario::Scenario;
use words::{asked, fault};

/// Pairs of each value of a line.
const LINE: u32 = 200;
/// Pairs of each of many points after which there is a first picture.
const FIRST: u32 = 24;
/// Results may take so much on a page [bytes].
const ROOM: u64 = 256 << 20;

/// What is asked: an experiment. Its points are made when they are run, for there may be thousands.
#[derive(Clone, Debug)]
pub struct Question {
    /// What is asked.
    pub experiment: Experiment,
    /// Whether points get more pairs only while their sign is open.
    adaptive: bool,
    /// What is wrong with each point; empty where nothing is.
    faults: Vec<String>,
}

/// What is wrong with points follows from the experiment.
impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        self.adaptive == other.adaptive && self.experiment == other.experiment
    }
}

impl Question {
    /// Where an outcome differs: one parameter or two through their values, all else as in a scenario.
    ///
    /// # Errors
    /// Too many points, or all that is wrong with the first that cannot be.
    pub fn sweep(scenario: &Scenario, axes: Vec<Axis>, outcome: Measure) -> Result<Self, Vec<Fault>> {
        let points = sweep::scenarios(scenario, &axes)?.len();
        // What could be too large to be run is so at an end of an axis.
        for corner in sweep::corners(&axes) {
            plausible_worlds(&sweep::at(scenario, &axes, corner)?)?;
        }
        let adaptive = axes.len() > 1;
        let experiment = Experiment::new(Asked {
            title: String::new(),
            scenario: scenario.clone(),
            question: Kind::Sweep(axes),
            outcomes: vec![outcome],
            effort: Goal::Pairs(LINE),
        })?;
        Ok(Self { experiment, adaptive, faults: vec![String::new(); points] })
    }

    /// An experiment as it stands.
    ///
    /// # Errors
    /// It takes more memory than a page should.
    pub fn of(experiment: Experiment) -> Result<Self, Vec<Fault>> {
        let faults = experiment.faults().iter().map(|faults| fault::sentences(faults).join("; ")).collect::<Vec<_>>();
        let points = faults.iter().filter(|fault| fault.is_empty()).count() as u64;
        let bytes = |pairs: u32| points * experiment.keep().most_bytes(&experiment.asked().scenario, pairs);
        let wanted = experiment.most_pairs();
        if bytes(wanted) > ROOM {
            let most = ROOM / bytes(1).max(1);
            let field = if matches!(experiment.asked().effort, Goal::Sure(_)) { "precision" } else { "pairs" };
            return Err(vec![Fault::new(field, &wanted.to_string(), &asked::too_much(&most))]);
        }
        Ok(Self { experiment, adaptive: false, faults })
    }

    /// What was asked before, as it is kept.
    ///
    /// # Errors
    /// As for [`of`](Self::of) and [`sweep`](Self::sweep).
    pub fn again(experiment: Experiment, adaptive: bool) -> Result<Self, Vec<Fault>> {
        match adaptive {
            true => {
                Self::sweep(&experiment.asked().scenario, experiment.axes().to_vec(), experiment.asked().outcomes[0])
            }
            false => Self::of(experiment),
        }
    }

    /// What is the same at all points but for what is varied.
    pub fn scenario(&self) -> &Scenario {
        &self.experiment.asked().scenario
    }

    /// The outcome that is looked at first.
    pub fn outcome(&self) -> Measure {
        self.experiment.asked().outcomes[0]
    }

    /// What is asked of the scenario.
    pub fn kind(&self) -> &Kind {
        &self.experiment.asked().question
    }

    /// The axes of a line or a map.
    pub fn axes(&self) -> &[Axis] {
        self.experiment.axes()
    }

    /// How many values each axis has.
    pub fn counts(&self) -> Vec<usize> {
        self.axes().iter().map(|axis| axis.values.len()).collect()
    }

    /// Whether there are two axes.
    pub fn is_map(&self) -> bool {
        self.axes().len() > 1
    }

    /// Whether points get more pairs only while their sign is open.
    pub fn is_adaptive(&self) -> bool {
        self.adaptive
    }

    /// How many points there are, those that cannot be run among them.
    pub fn count(&self) -> usize {
        self.faults.len()
    }

    /// Pairs of a point after each round; where an interval decides when there are enough, the most there can be.
    pub fn rounds(&self) -> Vec<u32> {
        let draws = self.kind().draws_worlds();
        match self.experiment.asked().effort {
            _ if self.adaptive => MAP.map(|look| look.pairs).to_vec(),
            // What worlds say together takes as many pairs of each.
            Goal::Pairs(pairs) if self.count() > 1 && pairs > 2 * FIRST && !draws => vec![FIRST, pairs],
            _ => vec![self.experiment.most_pairs()],
        }
    }

    /// What is kept of each point: a map has more than anyone looks at pair by pair.
    pub fn keep(&self) -> Keep {
        if self.adaptive { Keep::Statistics } else { self.experiment.keep() }
    }

    /// The scenario of a point; nothing if it cannot be run.
    pub fn at(&self, point: usize) -> Option<Scenario> {
        self.experiment.scenario(point).ok()
    }

    /// A point in a round, as a study is asked for it; nothing if it cannot be run.
    pub fn point(&self, point: usize, round: usize) -> Option<Point> {
        let replicates = match self.experiment.asked().effort {
            Goal::Sure(bound) if !self.adaptive => Replicates::Sure(self.outcome(), bound),
            _ => Replicates::Count(self.rounds()[round]),
        };
        Some(Point { replicates, ..Point::new(self.at(point)?, 0, self.keep()) })
    }

    /// Its points in the order in which they are worked on: those that can be run, of a grid coarse to fine.
    pub fn order(&self) -> Vec<usize> {
        let all = if self.axes().is_empty() { (0..self.count()).collect() } else { order(&self.counts()) };
        all.into_iter().filter(|&point| self.faults[point].is_empty()).collect()
    }

    /// The points that a round begins with, by what those before it came to.
    pub fn left(&self, round: usize, results: &[Option<Results>]) -> Vec<usize> {
        let mut points = self.order();
        if self.adaptive && round > 0 {
            points.retain(|&point| !results[point].as_ref().is_some_and(|known| self.settles(&MAP[round - 1], known)));
        }
        points
    }

    /// Whether an interval decides when there are enough pairs of a point.
    pub fn is_sure(&self) -> bool {
        !self.adaptive && matches!(self.experiment.asked().effort, Goal::Sure(_))
    }

    /// Whether a point has come to the end of a round.
    pub fn is_done(&self, round: usize, results: Option<&Results>) -> bool {
        results.is_some_and(|results| self.is_sure() || results.done() >= self.rounds()[round])
    }

    /// What is wrong with a point that cannot be run.
    pub fn fault(&self, point: usize) -> Option<&str> {
        self.faults.get(point).map(String::as_str).filter(|fault| !fault.is_empty())
    }

    fn settles(&self, look: &Look, results: &Results) -> bool {
        look.settles(&results.contrast(self.outcome()))
    }
}

/// What is known so far.
#[derive(Clone, Debug)]
pub struct Findings {
    /// What was asked.
    pub question: Rc<Question>,
    /// What is known of each point; nothing before its first round.
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
impl PartialEq for Findings {
    fn eq(&self, other: &Self) -> bool {
        let state = |found: &Self| (found.pairs, found.round, found.complete, found.left);
        Rc::ptr_eq(&self.question, &other.question) && state(self) == state(other)
    }
}

impl Findings {
    /// What pairs say at a point.
    pub fn contrast(&self, measure: Measure, point: usize) -> Option<Contrast> {
        self.results[point].as_ref().map(|results| results.contrast(measure))
    }

    /// Whether the sign at a point can be called, if that is decided by the look it has come to.
    pub fn is_settled(&self, measure: Measure, point: usize) -> bool {
        let Some(results) = &self.results[point] else { return false };
        let look = MAP.iter().rev().find(|look| look.pairs <= results.done());
        !self.question.adaptive || look.is_some_and(|look| look.settles(&results.contrast(measure)))
    }

    /// Points that are known.
    pub fn known(&self) -> usize {
        self.results.iter().flatten().count()
    }

    /// A sweep as a table, once every point is known.
    pub fn table<R>(&self, outcome: Measure, use_it: impl FnOnce(&Table<'_>) -> R) -> Option<R> {
        if let Some(answered) = self.answered() {
            return Some(use_it(&answered.swept(outcome)));
        }
        let results: Option<Vec<Results>> = self.results.iter().cloned().collect();
        let results = results?;
        let settled: Vec<bool> = (0..results.len()).map(|point| self.is_settled(outcome, point)).collect();
        let settled = self.question.adaptive.then_some(settled.as_slice());
        let (scenario, axes) = (self.question.scenario(), self.question.axes());
        Some(use_it(&Table { scenario, axes, results: &results, faults: None, outcome, settled }))
    }

    /// What the pairs of the points say in an outcome, without a gap from the first on.
    fn differences(&self, measure: Measure) -> Vec<Vec<f64>> {
        self.results.iter().map_while(|results| Some(results.as_ref()?.differences(measure))).collect()
    }

    /// What each assumption has to do with an outcome, as far as whole base points are known, and how many those are; nothing before the
    /// second.
    pub fn screened(&self, measure: Measure) -> Option<(Vec<Screened>, Stability, usize)> {
        let screening = self.question.experiment.screening()?;
        let of_base = screening.parameters.len() + 1;
        let mut known = self.differences(measure);
        let bases = known.len() / of_base;
        known.truncate(bases * of_base);
        let (rows, stability) = (bases > 1).then(|| screening.of(&known))?;
        Some((rows, stability, bases))
    }

    /// What of an outcome's spread is owed to which assumption, as far as whole scramblings are known, and how many those are.
    pub fn owed(&self, measure: Measure) -> Option<(Found, usize)> {
        let indices = self.question.experiment.indices()?;
        let of_scrambling = indices.count() / SCRAMBLINGS as usize;
        let mut known = self.differences(measure);
        let scramblings = known.len() / of_scrambling;
        known.truncate(scramblings * of_scrambling);
        (scramblings > 0).then(|| (indices.of(&known), scramblings))
    }

    /// All that the pairs say, once it is complete; nothing where they were not kept.
    pub fn answered(&self) -> Option<Answered> {
        let kept = self.complete && !self.question.adaptive;
        kept.then(|| Answered::new(self.question.experiment.clone(), self.results.iter().flatten().cloned().collect()))
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

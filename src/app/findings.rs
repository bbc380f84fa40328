//! What the page shows of an ensemble: a summary small enough to hand around, made a few times a second.

use std::rc::Rc;
use std::sync::Arc;

use crate::experiment::ensemble::{Contrast, Ensemble, WeekContrast};
use crate::experiment::goal::Goal;
use crate::experiment::pair::Pair;
use crate::model::outcome::{Better, Measure};
use crate::model::parameters::Source;
use crate::model::record::Series;
use crate::model::scenario::{Arm, Scenario};

/// A summary of the pairs done so far.
#[derive(Clone, Debug)]
pub struct Findings {
    /// Which run of the ensemble this is.
    pub generation: u32,
    /// The scenario the pairs are of.
    pub scenario: Rc<Scenario>,
    /// Pairs done.
    pub done: u32,
    /// When there are enough of them.
    pub goal: Goal,
    /// About how many that will be.
    pub wanted: u32,
    /// Whether there are.
    complete: bool,
    /// The pairs, for whatever else is asked of them.
    ensemble: Ensemble,
    /// The measure that the comparison is about.
    pub main: Main,
    /// Mean morale.
    pub morale: Contrast,
    /// Time stuck.
    pub blocked: Contrast,
    /// Exhaustion of the assist leaders.
    pub exhaustion: Contrast,
    /// Share of pairs in which work piled up, by arm.
    pub unstable: [f64; 2],
}

/// The main measure and how the pairs stand in it.
#[derive(Clone, Debug)]
pub struct Main {
    /// Throughput in a backlog, lead time in flow.
    pub measure: Measure,
    /// Its estimates.
    pub contrast: Contrast,
    /// Pairs in which the treatment arm did better, as well, worse.
    pub tally: [u32; 3],
}

/// The measure that the comparison is about: the one the story is about, or else, with work in plenty, how much is done, and
/// otherwise how long it takes.
pub fn main_measure(scenario: &Scenario) -> Measure {
    if let Some(measure) = Measure::named(&scenario.texts().measure) {
        return measure;
    }
    match scenario.world().source {
        Source::Backlog => Measure::Throughput,
        Source::Flow => Measure::LeadMedian,
        Source::Project => Measure::Makespan,
    }
}

/// Whether a difference of means is large enough for anyone to notice: half a hundredth, where the scale is from 0 to 1.
pub fn is_noticeable(measure: Measure, difference: f64) -> bool {
    !matches!(measure.info().unit, "" | "share") || difference.abs() >= 0.005
}

impl Findings {
    /// Of the pairs done so far. Whether they are enough is told only where no earlier one is missing.
    pub fn of(generation: u32, scenario: &Rc<Scenario>, ensemble: &Ensemble, goal: Goal) -> Self {
        let (measure, done) = (main_measure(scenario), ensemble.done());
        let contrast = ensemble.contrast(measure);
        let known = contrast.difference.n;
        let share = |share: f64| if known == 0 { 0 } else { (share * f64::from(known)).round() as u32 };
        let (higher, lower) = (share(contrast.share_higher), share(contrast.share_lower));
        let (better, worse) = if measure.info().better == Better::Lower { (lower, higher) } else { (higher, lower) };
        Self {
            generation,
            scenario: Rc::clone(scenario),
            done,
            goal,
            wanted: goal.expected(done, &contrast),
            complete: done == ensemble.unbroken() && goal.is_met(done, &contrast),
            ensemble: ensemble.clone(),
            main: Main { measure, contrast, tally: [better, known - better - worse, worse] },
            morale: ensemble.contrast(Measure::Morale),
            blocked: ensemble.contrast(Measure::BlockedShare),
            exhaustion: ensemble.contrast(Measure::ExhaustionAssist),
            unstable: Arm::BOTH.map(|arm| ensemble.unstable(arm)),
        }
    }

    /// The pair of a replicate, if it is one of them.
    pub fn pair(&self, replicate: u32) -> Option<&Arc<Pair>> {
        self.ensemble.pair(replicate)
    }

    /// One measure's estimates.
    pub fn contrast(&self, measure: Measure) -> Contrast {
        self.ensemble.contrast(measure)
    }

    /// One measure in both arms, control first, pair by pair.
    pub fn values(&self, measure: Measure) -> Vec<[f64; 2]> {
        self.ensemble.values(measure)
    }

    /// One series, week by week from the end of the warm-up.
    pub fn series(&self, series: Series) -> Vec<WeekContrast> {
        self.ensemble.series(series).into_iter().skip(self.warmup()).collect()
    }

    /// Means of one series in both arms, week by week from the end of the warm-up.
    pub fn means(&self, series: Series) -> [Vec<f64>; 2] {
        self.ensemble.means(series).map(|weeks| weeks.into_iter().skip(self.warmup()).collect())
    }

    fn warmup(&self) -> usize {
        self.scenario.world().warmup_weeks as usize
    }

    /// Whether there are enough pairs.
    pub fn complete(&self) -> bool {
        self.complete
    }
}

/// Summaries of one run differ by how far it has come.
impl PartialEq for Findings {
    fn eq(&self, other: &Self) -> bool {
        (self.generation, self.done, self.goal) == (other.generation, other.done, other.goal)
    }
}

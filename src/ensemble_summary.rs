//! What the page shows of an ensemble: a summary small enough to hand around, made a few times a second.

use std::rc::Rc;
use std::sync::Arc;

use experiment::caveats::Caveats;
use experiment::ensemble::{Contrast, Ensemble, WeekContrast};
use experiment::goal::Goal;
use experiment::pair::Pair;
use experiment::relative::half_width;
use library::results::{Format, Table, Writer};
use model::outcome::{Better, Measure};
use model::scenario::Scenario;
use model::series::Series;

/// A summary of the pairs done so far.
#[derive(Clone, Debug)]
pub struct EnsembleSummary {
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
    /// In how many pairs the numbers say less than they seem to.
    pub caveats: Caveats,
}

/// The main measure and how the pairs stand in it.
#[derive(Clone, Debug)]
pub struct Main {
    /// Throughput in a backlog, lead time in flow.
    pub measure: Measure,
    /// Its estimates.
    pub contrast: Contrast,
    /// Pairs in which the treatment arm did better, as well, worse; where neither is better, in which it is higher, as high, lower.
    pub tally: [u32; 3],
}

/// The measure that the comparison is about.
pub fn main_measure(scenario: &Scenario) -> Measure {
    scenario.main_measure()
}

/// Whether a difference of means is large enough for anyone to notice: half a hundredth of the scale, or where there is none of the first
/// team's mean.
pub fn is_noticeable(measure: Measure, contrast: &Contrast) -> bool {
    let scale = match measure.info().unit {
        "" | "share" => 1.0,
        "points" => 100.0,
        _ => contrast.control.mean.abs(),
    };
    contrast.difference.mean.abs() >= 0.005 * scale
}

impl EnsembleSummary {
    /// Of the first pairs, without a gap.
    pub fn of(scenario: &Rc<Scenario>, ensemble: &Ensemble, goal: Goal) -> Self {
        let (measure, done) = (main_measure(scenario), ensemble.done());
        let contrast = ensemble.contrast(measure);
        let Contrast { higher, lower, .. } = contrast;
        let (better, worse) = if measure.info().better == Better::Lower { (lower, higher) } else { (higher, lower) };
        let same = contrast.difference.n - higher - lower;
        let width = half_width(measure, &contrast);
        Self {
            scenario: Rc::clone(scenario),
            done,
            goal,
            wanted: goal.expected(done, width),
            complete: goal.is_met(done, width),
            ensemble: ensemble.clone(),
            main: Main { measure, contrast, tally: [better, same, worse] },
            morale: ensemble.contrast(Measure::Morale),
            blocked: ensemble.contrast(Measure::BlockedShare),
            exhaustion: ensemble.contrast(Measure::ExhaustionAssist),
            caveats: ensemble.caveats(),
        }
    }

    /// The pair of a replicate, if it is one of them.
    pub fn pair(&self, replicate: u32) -> Option<&Arc<Pair>> {
        self.ensemble.pair(replicate)
    }

    /// The scenario and the pairs, to write down.
    pub fn pairs(&self) -> (Rc<Scenario>, Ensemble) {
        (Rc::clone(&self.scenario), self.ensemble.clone())
    }

    /// A table of all outcomes, to write down.
    pub fn table(&self, table: Table, format: Format) -> Writer {
        Writer::new(&self.scenario, &self.ensemble, table, format)
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

/// Summaries are the same if they are of as many pairs and say as much of them: the first so many of a scenario are always the same.
impl PartialEq for EnsembleSummary {
    fn eq(&self, other: &Self) -> bool {
        (self.done, self.complete, self.goal) == (other.done, other.complete, other.goal)
            && self.scenario == other.scenario
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use experiment::ensemble::run;

    fn summary(scenario: &Rc<Scenario>, pairs: u32, goal: Goal) -> EnsembleSummary {
        let mut ensemble = Ensemble::default();
        ensemble.put(0, run(scenario, 0..pairs));
        EnsembleSummary::of(scenario, &ensemble, goal)
    }

    #[test]
    fn summaries_are_the_same_if_they_say_the_same() {
        let scenario = Rc::new(library::scenario("software").expect("built in"));
        let found = summary(&scenario, 4, Goal::Pairs(4));
        assert!(found.complete() && found == summary(&scenario, 4, Goal::Pairs(4)));
        let other = Rc::new(library::scenario("silos").expect("built in"));
        let others = [
            summary(&scenario, 3, Goal::Pairs(4)),
            summary(&scenario, 4, Goal::Pairs(5)),
            summary(&other, 4, Goal::Pairs(4)),
        ];
        assert!(others.iter().all(|other| *other != found));
        assert_eq!([&others[0], &others[1]].map(EnsembleSummary::complete), [false; 2]);
    }

    #[test]
    fn where_neither_is_better_higher_and_lower_are_counted() {
        let mut draft = library::scenario("software").expect("built in").draft();
        draft.texts.measure = "hours_standby".to_owned();
        let scenario = Rc::new(draft.finish().expect("valid"));
        assert_eq!(summary(&scenario, 5, Goal::Pairs(5)).main.tally, [5, 0, 0]);
    }
}

//! A limiting case, and the rule by which it passes.

use experiment::pair::Pair;
use experiment::statistics::sample::Estimate;
use experiment::study::plan::{Keep, Point};
use experiment::study::threads::{each, one};
use model::outcome::{Measure, Outcome};
use model::scenario::Scenario;

use crate::settings::{Preset, seeded};

/// Standard errors by which a simulated mean may miss the exact one.
pub const REACH: f64 = 3.2;
/// Largest standard error, as a share of the exact value.
pub const PRECISION: f64 = 0.01;
/// What rounding may do, as a share of the exact value.
const ROUNDING: f64 = 1e-9;

/// Cases that share a formula.
pub struct Family {
    /// What they are about.
    pub title: &'static str,
    /// What theory says, in Markdown.
    pub theory: &'static str,
    /// Who says so.
    pub source: &'static str,
    /// Settings all of them share.
    pub presets: Vec<Preset>,
    /// The cases.
    pub cases: Vec<Case>,
}

/// Settings for which theory knows what the model must come to.
pub struct Case {
    /// The point in words, such as `M/M/5 at load 0.83`.
    pub title: String,
    /// Settings on top of the presets, as [`crate::settings::arguments`] reads them.
    pub settings: String,
    /// What is read off a run.
    pub reading: Reading,
    /// What it must be.
    pub exact: Exact,
    /// Replications.
    pub effort: Effort,
}

/// What is read off a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A measure of the control arm.
    Measure(Measure),
    /// A measure in the treatment arm less the same in the control arm.
    Difference(Measure),
    /// Whether the control arm is marked unstable: 1 or 0.
    Unstable,
}

/// Works out what theory says of one replicate from its luck and, where the formula has them in it, other outcomes of the run; `None`
/// where it says nothing.
pub type Theory = Box<dyn Fn(&Scenario, u32, &Outcome) -> Option<f64> + Sync>;

/// What theory says.
pub enum Exact {
    /// The expected value.
    Mean(f64),
    /// The expected value in a mean field, which a team of finite size may miss by this much.
    MeanField(f64, f64),
    /// The value of every single replicate, to rounding.
    Each(Theory),
}

/// Replications for the test of every day and for the document; 0 leaves the case out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// In every test run.
    pub quick: u32,
    /// For docs/verification.md.
    pub deep: u32,
}

/// How thoroughly to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// As every test run does.
    Quick,
    /// As for the document.
    Deep,
}

impl Effort {
    /// The number of replications at a depth.
    pub fn at(self, depth: Depth) -> u32 {
        match depth {
            Depth::Quick => self.quick,
            Depth::Deep => self.deep,
        }
    }
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finding {
    /// What theory says; the mean over replicates if it speaks of each.
    pub exact: f64,
    /// Mean and standard error of what was simulated.
    pub simulated: Estimate,
    /// The largest error of a single replicate, where theory speaks of each.
    pub worst: Option<f64>,
    /// Whether the rule holds.
    pub passes: bool,
}

impl Finding {
    /// Standard errors between simulated and exact; `None` where no chance is left, or theory is a mean field.
    pub fn z(&self) -> Option<f64> {
        let chance = self.worst.is_none() && self.simulated.se > ROUNDING * self.exact.abs();
        chance.then(|| (self.simulated.mean - self.exact) / self.simulated.se)
    }
}

impl Case {
    /// The scenario, under the presets and its own settings.
    pub fn scenario(&self, presets: &[Preset], seed: u64) -> Scenario {
        seeded(&self.all_settings(presets), seed)
    }

    /// All its settings.
    pub fn all_settings(&self, presets: &[Preset]) -> String {
        presets.iter().map(|preset| preset.settings).chain([self.settings.as_str()]).collect::<Vec<_>>().join(" ")
    }

    /// Runs the replicates and holds them against theory.
    pub fn examine(&self, presets: &[Preset], replications: u32, seed: u64) -> Finding {
        let scenario = self.scenario(presets, seed);
        // Most cases need the control arm alone.
        let run = if let Reading::Difference(_) = self.reading { scenario.clone() } else { scenario.untreated() };
        let keep = if let Exact::Each(_) = self.exact { Keep::Weeks } else { Keep::Outcomes };
        let pairs = one(Point::new(run, replications, keep)).pairs().cloned().expect("invariant: pairs are kept");
        let runs: Vec<Option<[f64; 2]>> = each(replications, |replicate| {
            let pair = pairs.pair(replicate)?;
            let exact = match &self.exact {
                Exact::Mean(exact) | Exact::MeanField(exact, _) => Some(*exact),
                Exact::Each(theory) => theory(&scenario, replicate, &pair.control),
            };
            exact.map(|exact| [self.reading.of(pair), exact])
        });
        self.judge(&runs.into_iter().flatten().collect::<Vec<_>>())
    }

    /// The acceptance rule, for simulated and exact values.
    fn judge(&self, runs: &[[f64; 2]]) -> Finding {
        let simulated = Estimate::of(runs.iter().map(|[value, _]| *value));
        let exact = Estimate::of(runs.iter().map(|[_, exact]| *exact)).mean;
        let error = (simulated.mean - exact).abs();
        let rounding = ROUNDING * exact.abs();
        // Nothing measured, nothing shown.
        let all_there = !runs.is_empty() && simulated.n as usize == runs.len();
        let (worst, holds) = match self.exact {
            Exact::Mean(_) => {
                (None, simulated.se <= PRECISION * exact.abs() && error <= (REACH * simulated.se).max(rounding))
            }
            Exact::MeanField(_, tolerance) => (None, REACH * simulated.se <= tolerance && error <= tolerance),
            Exact::Each(_) => {
                let worst = runs.iter().map(|[value, exact]| (value - exact).abs()).fold(0.0, f64::max);
                let holds = runs.iter().all(|[value, exact]| (value - exact).abs() <= ROUNDING * exact.abs());
                (Some(worst), holds)
            }
        };
        Finding { exact, simulated, worst, passes: all_there && holds }
    }
}

impl Reading {
    /// The value of one replicate.
    fn of(self, pair: &Pair) -> f64 {
        match self {
            Self::Difference(measure) => pair.treatment.get(measure) - pair.control.get(measure),
            Self::Measure(measure) => pair.control.get(measure),
            Self::Unstable => f64::from(u8::from(pair.control.unstable)),
        }
    }

    /// What it is called, in Markdown.
    pub fn name(self) -> String {
        match self {
            Self::Measure(measure) => format!("`{}`", measure.info().id),
            Self::Difference(measure) => format!("difference of `{}`", measure.info().id),
            Self::Unstable => "share marked unstable".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(exact: Exact, runs: &[[f64; 2]]) -> bool {
        let reading = Reading::Measure(Measure::Morale);
        let case = Case {
            title: String::new(),
            settings: String::new(),
            reading,
            exact,
            effort: Effort { quick: 1, deep: 1 },
        };
        case.judge(runs).passes
    }

    #[test]
    fn the_rule_wants_both_nearness_and_precision() {
        let around = |mean: f64, spread: f64| -> Vec<[f64; 2]> {
            (0..100).map(|n| [mean + if n % 2 == 0 { spread } else { -spread }, 1.0]).collect()
        };
        // The standard error is about a tenth of the spread.
        assert!(judged(Exact::Mean(1.0), &around(1.01, 0.05)));
        assert!(!judged(Exact::Mean(1.0), &around(1.02, 0.05)), "four standard errors off");
        assert!(!judged(Exact::Mean(1.0), &around(1.0, 0.2)), "two percent of standard error");
        assert!(judged(Exact::Mean(1.0), &around(1.0, 0.0)));
        assert!(!judged(Exact::Mean(1.0), &around(1.0 + 1e-6, 0.0)), "no chance left, so rounding alone may differ");
        assert!(!judged(Exact::Mean(1.0), &[]));
        assert!(!judged(Exact::Mean(1.0), &[[f64::NAN, 1.0], [1.0, 1.0], [1.0, 1.0]]), "a run without the measure");
    }

    #[test]
    fn the_other_rules_are_as_strict_as_they_say() {
        let theory = || Exact::Each(Box::new(|_, _, _| None));
        assert!(judged(theory(), &[[1.0, 1.0], [2.0, 2.0]]));
        assert!(!judged(theory(), &[[1.1, 1.0], [1.9, 2.0]]), "equal on average is not equal");
        assert!(judged(Exact::MeanField(0.5, 0.05), &[[0.54, 0.5], [0.52, 0.5], [0.53, 0.5]]));
        assert!(!judged(Exact::MeanField(0.5, 0.05), &[[0.56, 0.5], [0.56, 0.5]]));
    }
}

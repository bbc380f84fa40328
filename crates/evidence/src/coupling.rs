//! What sharing luck is worth: the variance of a difference between arms with the same luck, against arms with luck of their own.
//!
//! Arms with luck of their own differ with variance V(x) + V(y), whatever they are; arms that share it with V(y - x). Their ratio says how many
//! times more runs it would take without sharing. Both come from the same pairs, and the interval of the ratio from the jackknife of its
//! logarithm (Efron & Stein 1981), because the two variances are not independent.

use experiment::study::Study;
use experiment::study::plan::{Keep, Point};
use experiment::study::threads::{all, one};
use model::outcome::Measure;
use model::scenario::Scenario;

use crate::settings::seeded;

/// Two ways to run a team.
pub struct Contrast {
    /// What differs.
    pub title: &'static str,
    /// Settings of the first way, or of both arms.
    pub settings: &'static str,
    /// Settings of the second way, where a parameter of the world differs; else the treatment arm is the second.
    pub other: Option<&'static str>,
}

/// The measures looked at.
pub const MEASURES: [Measure; 11] = [
    Measure::Throughput,
    Measure::BlockedShare,
    Measure::LeadMedian,
    Measure::LeadP85,
    Measure::Utilisation,
    Measure::Morale,
    Measure::Energy,
    Measure::Burnout,
    Measure::QuitHazard,
    Measure::Leavers,
    Measure::HelpPerWeek,
];

/// The contrasts measured.
pub const CONTRASTS: [Contrast; 5] = [
    Contrast {
        title: "Assist leader or none, in a backlog",
        settings: "h0=0.11 treatment.assist_leaders=1",
        other: None,
    },
    Contrast {
        title: "Assist leader or none, in flow",
        settings: "h0=0.11 source=flow treatment.assist_leaders=1",
        other: None,
    },
    Contrast {
        title: "A lever of the world: beta 0.16 or 0.19, in a backlog",
        settings: "h0=0.11 beta=0.16",
        other: Some("h0=0.11 beta=0.19"),
    },
    Contrast {
        title: "Recognition 0 or 0.5, with an assist leader, in a backlog",
        settings: "h0=0.11 assist_leaders=1 treatment.recognition=0.5",
        other: None,
    },
    Contrast {
        title: "40 or 44 hours a week, in flow",
        settings: "h0=0.11 source=flow treatment.hours_per_week=44",
        other: None,
    },
];

/// Pairs for the document.
pub const PAIRS: u32 = 2000;

/// A mechanism that is switched off, to see what it does with a tiny change.
pub struct Loss {
    /// What is off.
    pub title: &'static str,
    /// The settings that switch it off.
    pub settings: &'static str,
}

/// The mechanisms looked at.
pub const LOSSES: [Loss; 6] = [
    Loss { title: "nothing", settings: "" },
    Loss { title: "the formal lead", settings: "formal_lead=no" },
    Loss { title: "differences in skill", settings: "skill_sd=0 skill_away=1 k_learn=0 task_fit=0" },
    Loss { title: "what answers do to trust and safety", settings: "a_T=0 a_S=0" },
    Loss { title: "refusals", settings: "givers=1 takers=0 l_star=2 theta=1" },
    Loss { title: "asking", settings: "alpha=0" },
];

impl Loss {
    /// As [`Contrast::measure`] does.
    pub fn measure(&self, pairs: u32, seed: u64) -> Vec<Reduction> {
        let side = |beta: f64| seeded(&format!("h0=0.11 beta={beta} {}", self.settings), seed);
        measure(&side(0.16), Some(&side(0.1603)), pairs)
    }
}

/// What sharing luck is worth for a measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reduction {
    /// The measure.
    pub measure: Measure,
    /// Variance of the difference between arms with luck of their own.
    pub independent: f64,
    /// Variance of the difference between arms that share it.
    pub paired: f64,
    /// The one over the other.
    pub ratio: f64,
    /// 95 % interval of that ratio.
    pub interval: [f64; 2],
}

impl Contrast {
    /// Runs so many pairs, and works out the reductions of all [`MEASURES`].
    pub fn measure(&self, pairs: u32, seed: u64) -> Vec<Reduction> {
        let other = self.other.map(|settings| seeded(settings, seed));
        measure(&seeded(self.settings, seed), other.as_ref(), pairs)
    }
}

/// The reductions between the arms of a scenario, or between its control arm and another's.
fn measure(scenario: &Scenario, other: Option<&Scenario>, pairs: u32) -> Vec<Reduction> {
    let point = |scenario: Scenario| Point::new(scenario, pairs, Keep::Outcomes);
    let Some(other) = other else {
        let both = one(point(scenario.clone())).pairs().cloned().expect("invariant: pairs are kept");
        return reductions(|measure| {
            both.pairs().map(|pair| [&pair.control, &pair.treatment].map(|arm| arm.get(measure))).collect()
        });
    };
    let sides = all(&mut Study::new(0), [scenario, other].map(|scenario| point(scenario.untreated())));
    let [one, other] = [0, 1].map(|side: usize| sides[side].pairs().cloned().expect("invariant: pairs are kept"));
    let both = || one.pairs().zip(other.pairs());
    reductions(|measure| both().map(|(one, other)| [one, other].map(|pair| pair.control.get(measure))).collect())
}

fn reductions(values: impl Fn(Measure) -> Vec<[f64; 2]>) -> Vec<Reduction> {
    MEASURES.iter().map(|&measure| reduction(measure, &values(measure))).collect()
}

/// Sums from which the variances of x, y and y - x follow.
#[derive(Clone, Copy, Default)]
struct Sums {
    n: f64,
    /// Of x, y, y - x.
    first: [f64; 3],
    /// Of their squares.
    second: [f64; 3],
}

impl Sums {
    fn add(&mut self, x: f64, y: f64, weight: f64) {
        self.n += weight;
        for (place, value) in [x, y, y - x].into_iter().enumerate() {
            self.first[place] += weight * value;
            self.second[place] += weight * value * value;
        }
    }

    /// Variances of the difference: independent, paired.
    fn variances(&self) -> [f64; 2] {
        let [x, y, difference] = [0, 1, 2]
            .map(|place| (self.second[place] - self.first[place] * self.first[place] / self.n) / (self.n - 1.0));
        [x + y, difference]
    }
}

/// The reduction from pairs of values; what was not there to measure in both is left out.
fn reduction(measure: Measure, values: &[[f64; 2]]) -> Reduction {
    let known: Vec<[f64; 2]> = values.iter().filter(|[x, y]| !x.is_nan() && !y.is_nan()).copied().collect();
    // About the means, so that the sums of squares lose no digits.
    let n = known.len() as f64;
    let centre = [0, 1].map(|arm| known.iter().map(|pair| pair[arm]).sum::<f64>() / n);
    let mut sums = Sums::default();
    for [x, y] in &known {
        sums.add(x - centre[0], y - centre[1], 1.0);
    }
    let [independent, paired] = sums.variances();
    let ratio = independent / paired;
    let without: Vec<f64> = known
        .iter()
        .map(|[x, y]| {
            let mut rest = sums;
            rest.add(x - centre[0], y - centre[1], -1.0);
            let [independent, paired] = rest.variances();
            (independent / paired).ln()
        })
        .collect();
    let mean = without.iter().sum::<f64>() / n;
    let squares: f64 = without.iter().map(|value| (value - mean) * (value - mean)).sum();
    let reach = 1.96 * (squares * (n - 1.0) / n).sqrt();
    Reduction { measure, independent, paired, ratio, interval: [-reach, reach].map(|by| ratio * by.exp()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::chance::{Chance, Purpose};

    #[test]
    fn the_ratio_and_its_interval_are_those_of_correlated_normals() {
        // x = a z + b e, y = a z + b f: the ratio is 1 + a^2 / b^2 = 10. For normals y - x and y + x are
        // independent, and the variance of the logarithm of the ratio is (1 + rho)^2 / n with rho = 0.9.
        let chance = Chance::new(3, 0);
        let values: Vec<[f64; 2]> = (0..4000)
            .map(|n| {
                let [z, e, f, _] = chance.draw(Purpose::Person, n, 0, 0).map(|draw| draw.normal());
                [3.0 * z + e, 3.0 * z + f]
            })
            .collect();
        let Reduction { ratio, interval: [low, high], .. } = reduction(Measure::Morale, &values);
        assert!(low < 10.0 && 10.0 < high, "{ratio}, {low} to {high}");
        let reach = 0.5 * (high / low).ln();
        let theory = 1.96 * 1.9 / 4000.0_f64.sqrt();
        assert!((reach / theory - 1.0).abs() < 0.1, "{reach}, theory {theory}");
    }

    #[test]
    fn a_measure_that_never_differs_has_no_variance_between_arms_that_share_luck() {
        let values: Vec<[f64; 2]> = (0..10).map(|n| [f64::from(n), f64::from(n) + 1.0]).collect();
        let found = reduction(Measure::Morale, &values);
        assert!(found.paired == 0.0 && found.ratio == f64::INFINITY);
    }
}

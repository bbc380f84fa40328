//! Relations between runs that must hold though nobody knows what either run comes to (metamorphic testing; Chen, Cheung & Yiu 1998).
//!
//! Here are those that need many runs, or hold in each of them. Relations that hold to the last bit for any scenario at all are property
//! tests of the library, in tests/it/metamorphic.rs.

use experiment::ensemble::Ensemble;
use experiment::statistics::sample::Estimate;
use experiment::study::Study;
use experiment::study::plan::{Keep, Point};
use experiment::study::results::Results;
use experiment::study::threads::all;
use model::outcome::Measure;

use crate::case::{Depth, Effort, PRECISION, REACH};
use crate::settings::seeded;

/// Two settings, and what must hold between what they come to.
pub struct Relation {
    /// What holds.
    pub title: &'static str,
    /// Settings of both sides.
    pub common: &'static str,
    /// Settings of the one side.
    pub one: &'static str,
    /// Settings of the other.
    pub other: &'static str,
    /// What must hold, by measure.
    pub claims: &'static [(Measure, Claim)],
    /// Replications.
    pub effort: Effort,
}

/// What must hold between a measure on the one side and on the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Claim {
    /// The other's mean is this many times the one's.
    Times(f64),
    /// The other is at least the one, in every single run.
    NeverLess,
    /// The other is higher on average, with an interval that excludes zero.
    Higher,
    /// The other is lower on average, with an interval that excludes zero.
    Lower,
}

/// What was found for a measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// The measure.
    pub measure: Measure,
    /// What was claimed.
    pub claim: Claim,
    /// Mean of the one side.
    pub one: f64,
    /// Mean of the other side.
    pub other: f64,
    /// The difference that must vanish or have a sign, run by run.
    pub difference: Estimate,
    /// Share of runs in which the other is higher.
    pub higher: f64,
    /// Whether the claim holds.
    pub holds: bool,
}

impl Claim {
    /// In words.
    pub fn words(self) -> String {
        match self {
            Self::Times(1.0) => "equal".to_owned(),
            Self::Times(factor) => format!("{factor} times"),
            Self::NeverLess => "never less".to_owned(),
            Self::Higher => "higher".to_owned(),
            Self::Lower => "lower".to_owned(),
        }
    }

    fn holds(self, pairs: &[[f64; 2]], difference: Estimate, scale: f64) -> bool {
        let reach = REACH * difference.se;
        match self {
            Self::Times(_) => difference.se <= PRECISION * scale.abs() && difference.mean.abs() <= reach,
            // Rounding may part what is equal.
            Self::NeverLess => pairs.iter().all(|[one, other]| *other >= one * (1.0 - 1e-12)) && difference.mean > 0.0,
            Self::Higher => difference.mean > reach,
            Self::Lower => difference.mean < -reach,
        }
    }
}

impl Relation {
    /// Runs both sides, with the same luck, and compares them.
    pub fn compare(&self, depth: Depth, seed: u64) -> Vec<Comparison> {
        let sides = [self.one, self.other].map(|side| seeded(&format!("{} {side}", self.common), seed).untreated());
        let points = sides.map(|side| Point::new(side, self.effort.at(depth), Keep::Outcomes));
        let kept = |side: &Results| side.pairs().cloned().expect("invariant: pairs are kept");
        let sides: Vec<Ensemble> = all(&mut Study::new(0), points).iter().map(kept).collect();
        let comparison = |&(measure, claim): &(Measure, Claim)| {
            let both = sides[0].pairs().zip(sides[1].pairs());
            let pairs: Vec<[f64; 2]> =
                both.map(|(one, other)| [one.control.get(measure), other.control.get(measure)]).collect();
            let factor = if let Claim::Times(factor) = claim { factor } else { 1.0 };
            let [one, other] = [0, 1].map(|side| Estimate::of(pairs.iter().map(|pair| pair[side])).mean);
            let difference = Estimate::of(pairs.iter().map(|[one, other]| other - factor * one));
            let higher = pairs.iter().filter(|[one, other]| other > one).count() as f64 / pairs.len() as f64;
            let holds = claim.holds(&pairs, difference, other);
            Comparison { measure, claim, one, other, difference, higher, holds }
        };
        self.claims.iter().map(comparison).collect()
    }
}

use Claim::{Higher, Lower, NeverLess, Times};

/// A project without anyone asking: what takes longer on its way takes longer in all.
const LIST: &str = "source=project project_tasks=60 warmup_weeks=0 baseline_weeks=0 p_dependency=0 alpha=0 skill_sd=0 skill_away=1 \
                    k_learn=0 d=0 formal_lead=no task_fit=0 intervention_weeks=60";

/// A team as the lab has them, but for one lever.
const TEAM: &str = "h0=0.11";

const ORDER: Effort = Effort { quick: 60, deep: 1000 };
const SIGN: Effort = Effort { quick: 200, deep: 1000 };

/// All of them.
pub const RELATIONS: &[Relation] = &[
    Relation {
        title: "Two groups that never talk are two teams",
        common: "formal_lead=no mix_coordination=0 p_dependency=0 task_fit=0 k_T=0 know0=1 givers=0 takers=0 skill_away=1",
        one: "members=4 groups=1",
        other: "members=8 groups=2 silo=1",
        claims: &[
            (Measure::Throughput, Times(1.0)),
            (Measure::BlockedShare, Times(1.0)),
            (Measure::Morale, Times(1.0)),
            (Measure::Energy, Times(1.0)),
            (Measure::Exhaustion, Times(1.0)),
            (Measure::HelpPerWeek, Times(1.0)),
            (Measure::Skill, Times(1.0)),
            (Measure::Safety, Times(1.0)),
        ],
        effort: Effort { quick: 1600, deep: 5000 },
    },
    Relation {
        title: "Work is a fluid: tasks of a quarter of the size, four times as many",
        common: "formal_lead=no p_dependency=0 task_fit=0 skill_away=1 k_learn=0 q0=0 epsilon=0",
        one: "task_hours=12",
        other: "task_hours=3",
        claims: &[
            (Measure::Throughput, Times(4.0)),
            (Measure::Utilisation, Times(1.0)),
            (Measure::BlockedShare, Times(1.0)),
            (Measure::HelpPerWeek, Times(1.0)),
            (Measure::Morale, Times(1.0)),
            (Measure::Energy, Times(1.0)),
        ],
        effort: Effort { quick: 600, deep: 5000 },
    },
    Relation {
        title: "The same demand for 4 people or for 8 leaves the work the same",
        common: "source=flow alpha=0 skill_sd=0 skill_away=1 k_learn=0 d=0 kappa=0 formal_lead=no task_fit=0 p_dependency=0 \
                 groups=1 intervention_weeks=52",
        one: "members=4 demand=6.4",
        other: "members=8 demand=6.4",
        claims: &[
            (Measure::HoursWork, Times(0.5)),
            (Measure::HoursStuck, Times(0.5)),
            (Measure::ReworkShare, Times(1.0)),
            (Measure::StuckMean, Times(1.0)),
        ],
        effort: Effort { quick: 300, deep: 4000 },
    },
    Relation {
        title: "More blockers never shorten a project in which nobody asks",
        common: LIST,
        one: "beta=0.1",
        other: "beta=0.12",
        claims: &[(Measure::Makespan, NeverLess)],
        effort: ORDER,
    },
    Relation {
        title: "Slower solving never shortens it",
        common: LIST,
        one: "sigma0=0.15",
        other: "sigma0=0.14",
        claims: &[(Measure::Makespan, NeverLess)],
        effort: ORDER,
    },
    Relation {
        title: "Larger tasks never shorten it",
        common: LIST,
        one: "task_hours=6",
        other: "task_hours=6.3",
        claims: &[(Measure::Makespan, NeverLess)],
        effort: ORDER,
    },
    Relation {
        title: "Fewer hands never shorten it",
        common: LIST,
        one: "members=9 kappa=0 groups=1",
        other: "members=8 kappa=0 groups=1",
        claims: &[(Measure::Makespan, NeverLess)],
        effort: ORDER,
    },
    Relation {
        title: "More blockers",
        common: TEAM,
        one: "beta=0.15",
        other: "beta=0.2",
        claims: &[
            (Measure::Throughput, Lower),
            (Measure::BlockedShare, Higher),
            (Measure::Morale, Lower),
            (Measure::LeadMedian, Higher),
        ],
        effort: SIGN,
    },
    Relation {
        title: "Quicker help",
        common: TEAM,
        one: "eta=1",
        other: "eta=1.5",
        claims: &[(Measure::Throughput, Higher), (Measure::StuckMean, Lower)],
        effort: SIGN,
    },
    Relation {
        title: "More safety",
        common: TEAM,
        one: "safety0=0.4",
        other: "safety0=0.6",
        claims: &[(Measure::BlockedShare, Lower), (Measure::HelpPerWeek, Higher), (Measure::SelfSolved, Lower)],
        effort: SIGN,
    },
    Relation {
        title: "More demand, in flow",
        common: "h0=0.11 source=flow",
        one: "demand=17.6",
        other: "demand=19.2",
        claims: &[
            (Measure::Throughput, Higher),
            (Measure::LeadMedian, Higher),
            (Measure::Energy, Lower),
            (Measure::HoursIdle, Lower),
        ],
        effort: SIGN,
    },
    Relation {
        title: "More drain",
        common: TEAM,
        one: "d=0.125",
        other: "d=0.14",
        claims: &[(Measure::Energy, Lower), (Measure::Burnout, Higher), (Measure::Throughput, Lower)],
        effort: SIGN,
    },
    Relation {
        title: "Clearer goals",
        common: TEAM,
        one: "clarity0=0.4",
        other: "clarity0=0.7",
        claims: &[(Measure::BlockedShare, Lower), (Measure::Escaped, Lower), (Measure::LeadLoad, Lower)],
        effort: SIGN,
    },
    Relation {
        title: "More mistakes",
        common: TEAM,
        one: "q0=0.1",
        other: "q0=0.2",
        claims: &[(Measure::ReworkShare, Higher), (Measure::Escaped, Higher), (Measure::Throughput, Lower)],
        effort: SIGN,
    },
    Relation {
        title: "Longer vacancies",
        common: TEAM,
        one: "vacancy=4",
        other: "vacancy=12",
        claims: &[(Measure::SeatFill, Lower)],
        effort: SIGN,
    },
    Relation {
        title: "More trust",
        common: "h0=0.11 silo=0",
        one: "trust0=0.2",
        other: "trust0=0.95",
        claims: &[
            (Measure::Throughput, Higher),
            (Measure::Safety, Higher),
            (Measure::HelpPerWeek, Higher),
            (Measure::SelfSolved, Lower),
        ],
        effort: SIGN,
    },
    Relation {
        title: "Knowing better who knows what",
        common: TEAM,
        one: "know0=0.2",
        other: "know0=0.9",
        claims: &[(Measure::Throughput, Higher)],
        effort: Effort { quick: 800, ..SIGN },
    },
    Relation {
        title: "Answers that teach more",
        common: TEAM,
        one: "k_gap=0.2",
        other: "k_gap=1.5",
        claims: &[(Measure::Skill, Higher), (Measure::Throughput, Higher)],
        effort: SIGN,
    },
    Relation {
        title: "A colleague who looks sees more",
        common: TEAM,
        one: "review=0",
        other: "review=0.6",
        claims: &[(Measure::Escaped, Lower), (Measure::ReworkShare, Lower)],
        effort: SIGN,
    },
    Relation {
        title: "A slower lead",
        common: TEAM,
        one: "mu_lead=1.2",
        other: "mu_lead=0.8",
        claims: &[(Measure::LeadLoad, Higher), (Measure::LeadMedian, Higher)],
        effort: SIGN,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_can_fail() {
        let judge = |claim: Claim, pairs: &[[f64; 2]]| {
            let difference = Estimate::of(pairs.iter().map(|[one, other]| other - one));
            claim.holds(pairs, difference, 1.0)
        };
        let shifted = |by: f64| -> Vec<[f64; 2]> {
            (0..100).map(|n| [1.0, 1.0 + by + if n % 2 == 0 { 0.01 } else { -0.01 }]).collect()
        };
        assert!(judge(Times(1.0), &shifted(0.001)) && !judge(Times(1.0), &shifted(0.01)));
        assert!(judge(Higher, &shifted(0.01)) && !judge(Higher, &shifted(0.001)));
        assert!(judge(Lower, &shifted(-0.01)) && !judge(Lower, &shifted(0.01)));
        assert!(judge(NeverLess, &shifted(0.02)) && !judge(NeverLess, &shifted(0.005)));
        assert!(!judge(NeverLess, &[[1.0, 1.0]]), "nothing that moves, nothing shown");
    }
}

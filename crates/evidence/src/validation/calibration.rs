//! How the defaults stand among settings that were tried.
//!
//! Rejection sampling (approximate Bayesian computation; Beaumont 2010): settings from a Latin hypercube are kept if the plain team meets
//! all targets of calibration. What is kept shows how far the targets pin a parameter down.

use experiment::study::Study;
use experiment::study::plan::{Keep, Point};
use experiment::study::results::Results;
use experiment::study::threads::all;
use model::metrics::quantile;
use model::outcome::Measure as M;
use model::parameters::{Parameter, parameter};
use model::scenario::{Scenario, Scope};

use super::hypercube::{Axis, rank_correlation, sample};
use super::patterns::PLAIN;
use crate::settings::scenario;

/// The parameters nobody has measured that move the targets.
const FREE: [&str; 12] = ["beta", "sigma0", "alpha", "eta", "l_star", "d", "d_sd", "r_w", "theta", "k_h", "k_s", "h0"];
/// They are tried from this share of the default to the other.
pub const SPREAD: [f64; 2] = [0.6, 1.6];

/// What the plain team has to meet.
pub const TARGETS: [(M, f64, f64); 4] =
    [(M::Burnout, 0.15, 0.30), (M::BlockedShare, 0.15, 0.25), (M::TurnoverYear, 0.12, 0.25), (M::Morale, 0.5, 0.65)];

const SEED: u64 = 20_261_122;

/// What came of the settings tried.
pub struct Calibration {
    /// Settings tried.
    pub tried: usize,
    /// Of those, how many met each target.
    pub met: [usize; TARGETS.len()],
    /// And all of them.
    pub kept: usize,
    /// Each free parameter.
    pub rows: Vec<Row>,
}

/// A free parameter.
pub struct Row {
    /// Its row of the table.
    pub row: &'static Parameter,
    /// The range tried.
    pub tried: [f64; 2],
    /// The quartiles of what was kept.
    pub kept: [f64; 3],
    /// Rank correlation with each target's measure, over all that was tried.
    pub pull: [f64; TARGETS.len()],
}

/// Tries `settings` settings with `n` replications each.
pub fn calibrate(settings: usize, n: u32) -> Calibration {
    let axes = FREE.map(|id| Axis::around(parameter(id).expect("an id of the table"), SPREAD));
    let points = sample(&axes, settings, SEED);
    let plain = scenario(PLAIN);
    let teams = points.iter().map(|point| Point::new(with(&plain, &axes, point), n, Keep::Statistics));
    let levels: Vec<[f64; TARGETS.len()]> = all(&mut Study::new(0), teams).iter().map(levels).collect();
    let meets = |levels: &[f64; TARGETS.len()], target: usize| {
        let (_, from, to) = TARGETS[target];
        (from..=to).contains(&levels[target])
    };
    let kept: Vec<usize> =
        (0..settings).filter(|&place| (0..TARGETS.len()).all(|target| meets(&levels[place], target))).collect();
    let rows = axes
        .iter()
        .enumerate()
        .map(|(column, axis)| {
            let mut values: Vec<f64> = kept.iter().map(|&place| points[place][column]).collect();
            values.sort_by(f64::total_cmp);
            let all: Vec<f64> = points.iter().map(|point| point[column]).collect();
            Row {
                row: axis.row,
                tried: axis.range,
                kept: [0.25, 0.5, 0.75].map(|p| quantile(&values, p)),
                pull: std::array::from_fn(|target| {
                    rank_correlation(&all, &levels.iter().map(|levels| levels[target]).collect::<Vec<_>>())
                }),
            }
        })
        .collect();
    Calibration {
        tried: settings,
        met: std::array::from_fn(|target| levels.iter().filter(|levels| meets(levels, target)).count()),
        kept: kept.len(),
        rows,
    }
}

/// The scenario at a point.
fn with(plain: &Scenario, axes: &[Axis], point: &[f64]) -> Scenario {
    let mut draft = plain.draft();
    for (axis, &value) in axes.iter().zip(point) {
        draft.set(Scope::Both, axis.row.id, Some(value));
    }
    draft.finish().expect("near a default all is valid")
}

/// The targets' measures in the control arm.
fn levels(team: &Results) -> [f64; TARGETS.len()] {
    TARGETS.map(|(measure, ..)| team.contrast(measure).control.mean)
}

#[cfg(test)]
mod tests {
    use super::*;
    use experiment::ensemble::run;

    #[test]
    fn every_team_has_a_level_of_every_target_and_it_is_the_mean_of_its_runs() {
        let axes = FREE.map(|id| Axis::around(parameter(id).expect("an id of the table"), SPREAD));
        let teams: Vec<Scenario> =
            sample(&axes, 4, SEED).iter().map(|point| with(&scenario(PLAIN), &axes, point)).collect();
        let points = teams.iter().map(|team| Point::new(team.clone(), 5, Keep::Statistics));
        for (team, results) in teams.iter().zip(all(&mut Study::new(0), points)) {
            let pairs = run(team, 0..5);
            let mean = |measure| pairs.iter().map(|pair| pair.control.get(measure)).sum::<f64>() / 5.0;
            assert_eq!(levels(&results), TARGETS.map(|(measure, ..)| mean(measure)));
        }
    }
}

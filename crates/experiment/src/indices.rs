//! Which assumption explains how much: what of the spread of a difference over plausible worlds is owed to each of a few parameters.
//!
//! The parameters are drawn from what is plausible; all others stay as the scenario has them. What is looked at is the difference between the
//! arms in one outcome. Several scramblings of the same points give each share an interval. See [`shares`](crate::statistics::shares) for the
//! method, and for whose luck is shared with whom.

use crate::plausible::{self, Spread, drawn, ends};
use crate::points::{MOST_POINTS, Points, Use, mix};
use crate::statistics::sample::Estimate;
use crate::statistics::shares::{Cell, Row, Shares};
use model::fault::{Fault, Rule};
use model::parameters::Parameter;
use model::plausible::guessed;
use model::scenario::Scenario;

/// Most parameters whose shares are told apart.
pub const MOST_VARIED: usize = 8;

/// Points where no number is given.
pub const POINTS: u32 = 128;

/// Scramblings of the points, each an estimate of its own.
pub const SCRAMBLINGS: u32 = 4;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Indices {
    scenario: Scenario,
    /// What is varied.
    pub parameters: Vec<&'static Parameter>,
    points: u32,
}

/// What of the spread is owed to a parameter.
#[derive(Clone, Copy, Debug)]
pub struct Owed {
    /// Which.
    pub parameter: &'static Parameter,
    /// By itself: over the scramblings.
    pub first: Estimate,
    /// With all it does together with others.
    pub total: Estimate,
}

/// What all points say, over the scramblings.
#[derive(Clone, Debug)]
pub struct Found {
    /// In the order in which they were named.
    pub owed: Vec<Owed>,
    /// The variance between worlds, without luck, in the square of the outcome's unit.
    pub variance: Estimate,
    /// What share of the variance between single pairs of single worlds is luck.
    pub luck: Estimate,
    /// Points that are left out because an outcome was not there to measure.
    pub missing: usize,
}

impl Indices {
    /// Of these parameters, on so many points in each scrambling.
    ///
    /// # Errors
    /// A parameter that there is not, that is never drawn, is known or switched off, or is named twice; too many of them, or none
    /// (`parameters`); a number of points that is no power of two, or beyond the sequence (`points`); a world that could not be run.
    pub fn new(scenario: &Scenario, ids: &[String], points: u32) -> Result<Self, Vec<Fault>> {
        let (mut parameters, mut faults): (Vec<&'static Parameter>, Vec<Fault>) = Default::default();
        for id in ids {
            match varied(scenario, id) {
                Ok(row) if parameters.contains(&row) => faults.push(Fault::against("parameters", id, Rule::Once)),
                Ok(row) => parameters.push(row),
                Err(fault) => faults.push(fault),
            }
        }
        if ids.is_empty() || ids.len() > MOST_VARIED {
            faults.push(Fault::against("parameters", &ids.len().to_string(), Rule::Parameters(1, MOST_VARIED)));
        }
        if !(2..=MOST_POINTS).contains(&points) || !points.is_power_of_two() {
            faults.push(Fault::against("points", &points.to_string(), Rule::PowerOfTwo(2, MOST_POINTS)));
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        plausible::check_of(scenario, parameters.iter().copied())?;
        Ok(Self { scenario: scenario.clone(), parameters, points })
    }

    /// Points of each scrambling.
    pub fn points(&self) -> u32 {
        self.points
    }

    /// Worlds that belong together: two points, and the first with each coordinate of the second.
    fn of_row(&self) -> usize {
        self.parameters.len() + 2
    }

    /// Worlds in all.
    pub fn count(&self) -> usize {
        (SCRAMBLINGS * self.points) as usize * self.of_row()
    }

    /// The world of this number.
    pub fn world(&self, number: usize) -> Scenario {
        let (row, place) = (number / self.of_row(), number % self.of_row());
        let (scrambling, point) = (row as u32 / self.points, row as u32 % self.points);
        let inputs = self.parameters.len();
        // The first, then the first with one coordinate of the second, then the second, whose luck is its own.
        let second = place == inputs + 1;
        let mut draft = self.scenario.draft();
        draft.seed = mix(mix(self.scenario.seed()).wrapping_add(2 * row as u64 + u64::from(second))) >> 11;
        let scenario = draft.finish().expect("invariant: any seed of 53 bits is valid");
        let points = Points::new(self.scenario.seed(), Use::Shares(scrambling));
        let shares = self.parameters.iter().enumerate().map(|(input, parameter)| {
            let of_second = second || place == input + 1;
            (*parameter, points.at(point, (if of_second { inputs + input } else { input }) as u32))
        });
        drawn(&scenario, shares, Spread::Likely).expect("invariant: the most extreme worlds were checked")
    }

    /// What all worlds say, each by what its pairs differ by.
    pub fn of(&self, differences: &[Vec<f64>]) -> Found {
        let pairs = differences.first().map_or(0, Vec::len) as f64;
        let rows: Vec<Row> = differences.chunks(self.of_row()).map(row).collect();
        let shares: Vec<Shares> =
            rows.chunks(self.points as usize).map(|rows| Shares::of(rows, self.parameters.len())).collect();
        let over = |of: &dyn Fn(&Shares) -> f64| Estimate::of(shares.iter().map(of).collect::<Vec<_>>().into_iter());
        let owed = self.parameters.iter().enumerate().map(|(input, parameter)| Owed {
            parameter,
            first: over(&|shares| shares.first[input]),
            total: over(&|shares| shares.total[input]),
        });
        Found {
            owed: owed.collect(),
            variance: over(&|shares| shares.variance),
            luck: over(&|shares| pairs * shares.noise / (shares.variance + pairs * shares.noise)),
            missing: shares.iter().map(|shares| shares.missing).sum(),
        }
    }
}

/// A parameter that may be varied in a scenario.
fn varied(scenario: &Scenario, id: &str) -> Result<&'static Parameter, Fault> {
    let row = guessed(id).map_err(|mut fault| {
        fault.field.insert_str(0, "parameters: ");
        fault
    })?;
    let [lowest, highest] = ends(scenario, row);
    match () {
        () if scenario.plausible().knows(id) => Err(Fault::against("parameters", id, Rule::NotKnown)),
        () if lowest >= highest => Err(Fault::against("parameters", id, Rule::NotOff)),
        () => Ok(row),
    }
}

/// What is known of worlds that belong together.
fn row(worlds: &[Vec<f64>]) -> Row {
    let cell = |values: &mut dyn Iterator<Item = f64>| {
        let Estimate { mean, se, .. } = Estimate::of(values.collect::<Vec<_>>().into_iter());
        Cell { mean, noise: se * se }
    };
    let (first, moved, second) = (&worlds[0], &worlds[1..worlds.len() - 1], &worlds[worlds.len() - 1]);
    let change = |moved: &Vec<f64>| cell(&mut moved.iter().zip(first).map(|(moved, first)| moved - first));
    Row {
        first: cell(&mut first.iter().copied()),
        second: cell(&mut second.iter().copied()),
        changes: moved.iter().map(change).collect(),
    }
}

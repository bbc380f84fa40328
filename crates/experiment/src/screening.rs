//! Which assumptions matter at all: elementary effects of everything that has to be guessed.
//!
//! From base points within what is plausible, spread evenly, each parameter moves by itself. What is looked at is the difference between the
//! arms in one outcome. Each base point has luck of its own, which all moves from it share, so what luck does to an effect is small, and known
//! from its pairs.

use std::f64::consts::FRAC_2_PI;

use crate::plausible::{self, Spread, drawn, open};
use crate::points::{MOST_DIMENSIONS, MOST_POINTS, Points, Use, mix};
use crate::statistics::elementary::{Base, Effects, Elementary, Stability};
use crate::statistics::sample::Estimate;
use model::fault::{Fault, Rule};
use model::number::Slip;
use model::parameters::Parameter;
use model::scenario::Scenario;

/// Base points where no number is given.
pub const BASES: u32 = 20;

/// A screening of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Screening {
    scenario: Scenario,
    /// What is screened.
    pub parameters: Vec<&'static Parameter>,
    bases: Vec<Base>,
}

/// What a parameter comes to.
#[derive(Clone, Copy, Debug)]
pub struct Screened {
    /// Which.
    pub parameter: &'static Parameter,
    /// Its effects, in the unit of the outcome, for all that is plausible of it.
    pub effects: Elementary,
    /// The mean size that luck alone would give them.
    pub luck: f64,
}

impl Screening {
    /// From so many base points.
    ///
    /// # Errors
    /// The number of base points is none of those there may be (`points`), nothing is left to be screened (`known`), or a world could not
    /// be run.
    pub fn new(scenario: &Scenario, bases: u32) -> Result<Self, Vec<Fault>> {
        let parameters: Vec<_> = open(scenario).collect();
        if !(2..=MOST_POINTS).contains(&bases) {
            let rule = Rule::Whole(2, u64::from(MOST_POINTS), Slip::NoNumber);
            return Err(vec![Fault::against("points", &bases.to_string(), rule)]);
        }
        let most = MOST_DIMENSIONS as usize / 2;
        if parameters.is_empty() || parameters.len() > most {
            return Err(vec![Fault::against("known", "", Rule::LeftToScreen(most))]);
        }
        plausible::check(scenario)?;
        let points = Points::new(scenario.seed(), Use::Screening);
        let bases = (0..bases).map(|number| Base::new(points, number, parameters.len())).collect();
        Ok(Self { scenario: scenario.clone(), parameters, bases })
    }

    /// Base points.
    pub fn bases(&self) -> usize {
        self.bases.len()
    }

    /// Worlds in all.
    pub fn count(&self) -> usize {
        self.bases.len() * (self.parameters.len() + 1)
    }

    /// The world of this number: of each base point the point itself, then a move of each parameter.
    pub fn world(&self, number: usize) -> Scenario {
        let (place, moved) = (number / (self.parameters.len() + 1), number % (self.parameters.len() + 1));
        let base = &self.bases[place];
        let mut draft = self.scenario.draft();
        draft.seed = mix(mix(self.scenario.seed()).wrapping_add(place as u64)) >> 11;
        let scenario = draft.finish().expect("invariant: any seed of 53 bits is valid");
        let shares = self.parameters.iter().enumerate().map(|(input, row)| {
            let share = if moved == input + 1 { base.to[input] } else { base.from[input] };
            (*row, share)
        });
        drawn(&scenario, shares, Spread::Even).expect("invariant: the most extreme worlds were checked")
    }

    /// What all worlds say, each by what its pairs differ by: the parameters, the one that matters most first.
    pub fn of(&self, differences: &[Vec<f64>]) -> (Vec<Screened>, Stability) {
        let inputs = self.parameters.len();
        let (mut effects, mut luck) = (vec![Vec::new(); inputs], vec![Vec::new(); inputs]);
        for (base, worlds) in self.bases.iter().zip(differences.chunks(inputs + 1)) {
            for (input, moved) in worlds[1..].iter().enumerate() {
                let change = Estimate::of(moved.iter().zip(&worlds[0]).map(|(after, before)| after - before));
                effects[input].push(base.effect(input, change.mean));
                luck[input].push(base.effect(input, change.se) * base.effect(input, change.se));
            }
        }
        let (found, stability) = Effects(effects).summary(self.scenario.seed());
        let mut rows: Vec<Screened> = self
            .parameters
            .iter()
            .zip(found)
            .zip(luck)
            .map(|((parameter, effects), luck)| {
                // The mean size of a normal deviate with the mean variance, which a few pairs tell without bias.
                let luck = (Estimate::of(luck.into_iter()).mean * FRAC_2_PI).sqrt();
                Screened { parameter, effects, luck }
            })
            .collect();
        let size = |row: &Screened| if row.effects.size.is_nan() { -1.0 } else { row.effects.size };
        rows.sort_by(|a, b| size(b).total_cmp(&size(a)));
        (rows, stability)
    }
}

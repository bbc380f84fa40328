//! Plausible worlds: a scenario with what has to be guessed drawn from what is plausible.
//!
//! What is plausible of a parameter is a triangle between its lowest and its highest value with its top at the default, on the scale of
//! logarithms, or of log odds where it lies between 0 and 1. Around another value of a scenario the same triangle is moved there, so that
//! the scenario's own value is the most likely. What is 0 (or all of what there is) is switched off, and stays so. Both arms have the same
//! world, and the same draw of what a person is like.

use std::borrow::Cow;

use crate::points::{MOST_POINTS, Points, Use};
use model::fault::Fault;
use model::math::{exp, ln, logistic};
use model::parameters::{Group, Kind, PARAMETERS, Parameter, parameter};
use model::plausible::all;
use model::scenario::{Arm, Draft, Scenario, Scope};

/// Worlds that can be drawn without beginning the sequence anew.
pub const MOST_WORLDS: u32 = MOST_POINTS;

/// A scale on which a triangle is moved.
#[derive(Clone, Copy)]
enum Scale {
    /// Of factors.
    Log,
    /// Of odds.
    Odds,
}

impl Scale {
    fn of(row: &Parameter) -> Self {
        if row.max <= 1.0 { Self::Odds } else { Self::Log }
    }

    /// A value on it; infinite at an end of what there is.
    fn to(self, value: f64) -> f64 {
        match self {
            Self::Log => ln(value),
            Self::Odds => ln(value) - ln(1.0 - value),
        }
    }

    fn from(self, place: f64) -> f64 {
        match self {
            Self::Log => exp(place),
            Self::Odds => logistic(place),
        }
    }
}

/// The value below which this share of a triangle lies, of which the top is at 0.
fn triangle(share: f64, [lowest, highest]: [f64; 2]) -> f64 {
    let width = highest - lowest;
    if share * width < -lowest {
        lowest + (share * width * -lowest).sqrt()
    } else {
        highest - ((1.0 - share) * width * highest).sqrt()
    }
}

/// How what is plausible is gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// As it is likely: in a triangle.
    Likely,
    /// Evenly on its scale, from the lowest to the highest.
    Even,
}

impl Spread {
    fn place(self, share: f64, [lowest, highest]: [f64; 2]) -> f64 {
        match self {
            Self::Likely => triangle(share, [lowest, highest]),
            Self::Even => lowest + share * (highest - lowest),
        }
    }
}

/// The value of a parameter below which this share of what is plausible lies where `own` is the most likely; `own` where nothing is, or
/// where it is switched off.
pub fn at(row: &Parameter, own: f64, share: f64, spread: Spread) -> f64 {
    let (Some((lowest, highest)), Some(likely)) = (row.plausible, likely(row)) else { return own };
    let scale = Scale::of(row);
    let middle = scale.to(own);
    if !middle.is_finite() {
        return own;
    }
    let top = scale.to(likely);
    let moved = scale.from(middle + spread.place(share, [lowest, highest].map(|end| scale.to(end) - top)));
    let value = if row.kind == Kind::Count { moved.round() } else { moved };
    value.clamp(row.min, row.max)
}

/// Its default; of what follows competence, the default of that.
fn likely(row: &Parameter) -> Option<f64> {
    row.default().or_else(|| parameter("competence")?.default())
}

/// A scenario in which of these parameters is drawn where `share` says, and nothing else is any more.
pub fn drawn(
    scenario: &Scenario,
    shares: impl Iterator<Item = (&'static Parameter, f64)>,
    spread: Spread,
) -> Result<Scenario, Vec<Fault>> {
    let mut draft = scenario.draft();
    draft.plausible.on = false;
    // In the order of the table, whatever order they are named in: some are around what another was drawn to be.
    let mut shares: Vec<(&'static Parameter, f64)> = shares.collect();
    shares.sort_by_cached_key(|(row, _)| PARAMETERS.iter().position(|other| other.id == row.id));
    for share in shares {
        set(&mut draft, scenario, share, spread);
    }
    // Givers and takers are at most all.
    if let [Some(givers), Some(takers)] = ["givers", "takers"].map(|id| draft.get(Arm::Control, id).flatten())
        && givers + takers > 1.0
    {
        draft.set(Scope::Both, "takers", Some(1.0 - givers));
    }
    draft.finish()
}

fn set(draft: &mut Draft, scenario: &Scenario, (row, share): (&'static Parameter, f64), spread: Spread) {
    let arms: &[(Arm, Scope)] = match row.group {
        Group::World => &[(Arm::Control, Scope::Both)],
        Group::Policy => &Arm::BOTH.map(|arm| (arm, Scope::Only(arm))),
    };
    for &(arm, scope) in arms {
        // What follows competence is around what that was drawn to be.
        let own = scenario.get(arm, row.id).flatten().or_else(|| draft.get(arm, "competence")?);
        let value = own.map(|own| at(row, own, share, spread));
        draft.set(scope, row.id, value);
    }
}

/// The lowest and the highest value that are plausible in a scenario.
pub fn ends(scenario: &Scenario, row: &Parameter) -> [f64; 2] {
    // Where both arms have one of their own it is the treatment's that is looked at.
    let arm = Arm::Treatment;
    let own = scenario.get(arm, row.id).flatten().unwrap_or(scenario.policy(arm).competence);
    [0.0, 1.0].map(|share| at(row, own, share, Spread::Even))
}

/// What may be drawn in a scenario: what is neither known nor switched off.
pub fn open(scenario: &Scenario) -> impl Iterator<Item = &'static Parameter> {
    all().filter(|row| {
        let [lowest, highest] = ends(scenario, row);
        !scenario.plausible().knows(row.id) && lowest < highest
    })
}

/// The scenario of a replicate: with a world of its own where worlds are drawn.
pub fn world(scenario: &Scenario, replicate: u32) -> Cow<'_, Scenario> {
    if !scenario.plausible().on {
        return Cow::Borrowed(scenario);
    }
    let points = Points::new(scenario.seed(), Use::Worlds);
    // Each parameter has a dimension of its own whatever is known, so that knowing one leaves the others as they are drawn.
    let shares = (0..).zip(all()).filter(|(_, row)| !scenario.plausible().knows(row.id));
    let world = drawn(scenario, shares.map(|(dimension, row)| (row, points.at(replicate, dimension))), Spread::Likely);
    Cow::Owned(world.unwrap_or_else(|_| own(scenario)))
}

/// The scenario without draws: its own world. It stands for worlds that are too large to be run, which [`check`] tells of.
pub fn own(scenario: &Scenario) -> Scenario {
    let mut draft = scenario.draft();
    draft.plausible.on = false;
    draft.finish().expect("invariant: a scenario is valid, whether it is drawn from or not")
}

/// Whether all worlds of a scenario can be run.
///
/// # Errors
/// What would be too large.
pub fn check(scenario: &Scenario) -> Result<(), Vec<Fault>> {
    check_of(scenario, all().filter(|row| !scenario.plausible().knows(row.id)))
}

/// The same where only these parameters are drawn.
///
/// # Errors
/// What would be too large.
pub fn check_of(scenario: &Scenario, rows: impl Iterator<Item = &'static Parameter>) -> Result<(), Vec<Fault>> {
    let largest = |row: &'static Parameter| (row, if row.id == "task_hours" { 0.0 } else { 1.0 });
    drawn(scenario, rows.map(largest), Spread::Likely).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pair::{run_both_arms, run_pair};

    fn row(id: &str) -> &'static Parameter {
        parameter(id).expect("a parameter")
    }

    fn software(change: impl FnOnce(&mut Draft)) -> Scenario {
        let mut draft = library::scenario("software").expect("built in").draft();
        draft.plausible.on = true;
        change(&mut draft);
        draft.finish().expect("valid")
    }

    fn likely_at(row: &Parameter, own: f64, share: f64) -> f64 {
        at(row, own, share, Spread::Likely)
    }

    #[test]
    fn a_world_is_the_same_in_whatever_order_its_parameters_are_named() {
        let scenario = software(|_| {});
        let shares = [("competence", 0.9), ("empathy", 0.3), ("beta", 0.6)].map(|(id, share)| (row(id), share));
        let there = drawn(&scenario, shares.into_iter(), Spread::Likely).expect("valid");
        let back = drawn(&scenario, shares.into_iter().rev(), Spread::Likely).expect("valid");
        assert!(there == back, "one is around what the other was drawn to be");
    }

    fn near(found: f64, expect: f64) {
        assert!((found - expect).abs() < 1e-12 * expect.abs().max(1.0), "{found} is not {expect}");
    }

    #[test]
    fn around_the_default_it_is_what_the_table_says() {
        for row in all() {
            let (lowest, highest) = row.plausible.expect("some of it is");
            let own = likely(row).expect("a number");
            near(likely_at(row, own, 0.0), lowest);
            near(likely_at(row, own, 1.0), highest);
            let [low, high] = [lowest, highest].map(|end| Scale::of(row).to(end) - Scale::of(row).to(own));
            let top = likely_at(row, own, -low / (high - low));
            assert!((top - own).abs() < 1e-12 * own || row.kind == Kind::Count, "{}: {top}", row.id);
        }
    }

    #[test]
    fn around_another_value_it_is_moved_by_factors_or_odds() {
        near(likely_at(row("task_hours"), 12.0, 0.0), 2.0 * 4.5);
        // Odds of 1 and 3/7 at the default are 7/3 apart.
        near(likely_at(row("safety0"), 0.7, 0.0), 0.5);
        assert_eq!(likely_at(row("causes"), 3.0, 1.0), 6.0);
        assert_eq!(likely_at(row("l_star"), 2.0, 1.0), 2.0, "within the range");
    }

    #[test]
    fn what_is_off_and_what_is_never_drawn_stays() {
        for (id, own) in [("beta", 0.0), ("q0", 1.0), ("members", 8.0), ("quiet", 0.3), ("assist_share", 0.4)] {
            assert_eq!([likely_at(row(id), own, 0.0), likely_at(row(id), own, 0.9)], [own; 2], "{id}");
        }
    }

    #[test]
    fn half_of_the_worlds_lie_below_the_middle_of_the_triangle() {
        let scenario = software(|_| {});
        let own = scenario.world().beta;
        let middle = likely_at(row("beta"), own, 0.5);
        let below = (0..256).filter(|&replicate| world(&scenario, replicate).world().beta < middle).count();
        assert_eq!(below, 128);
    }

    #[test]
    fn what_is_known_stays_and_changes_no_other_draw() {
        let all = software(|_| {});
        let but_beta = software(|draft| draft.know("beta"));
        for replicate in 0..20 {
            let [all, known] = [&all, &but_beta].map(|scenario| world(scenario, replicate));
            assert_eq!(known.world().beta, but_beta.world().beta);
            let mut again = known.draft();
            again.set(Scope::Both, "beta", Some(all.world().beta));
            assert_eq!(again.finish().as_ref().map(Scenario::world), Ok(all.world()));
            assert_ne!(all.world().beta, known.world().beta);
        }
    }

    #[test]
    fn both_arms_have_one_world_and_the_same_draw_of_a_person() {
        let scenario = software(|draft| draft.set(Scope::Only(Arm::Treatment), "competence", Some(0.9)));
        let world = world(&scenario, 3);
        let of = |arm: Arm, id: &str| world.get(arm, id).flatten().expect("a number");
        let share = Points::new(scenario.seed(), Use::Worlds).at(3, 0);
        near(of(Arm::Control, "givers"), likely_at(row("givers"), scenario.world().givers, share));
        assert_eq!(of(Arm::Control, "givers"), of(Arm::Treatment, "givers"));
        let odds = |arm: Arm, id: &str| Scale::Odds.to(of(arm, id));
        let [control, treatment] = Arm::BOTH.map(|arm| odds(arm, "competence"));
        near(treatment - control, Scale::Odds.to(0.9) - Scale::Odds.to(0.7));
        near(odds(Arm::Treatment, "empathy") - odds(Arm::Control, "empathy"), treatment - control);
    }

    #[test]
    fn a_pair_is_that_of_its_world() {
        let scenario = software(|_| {});
        let text = |pair| format!("{pair:?}");
        for replicate in 0..3 {
            let own = text(run_pair(&world(&scenario, replicate), replicate));
            assert_eq!(text(run_pair(&scenario, replicate)), own);
            assert_eq!(text(run_both_arms(&scenario, replicate)), own);
        }
        assert_ne!(text(run_pair(&scenario, 0)), text(run_pair(&super::own(&scenario), 0)));
    }

    #[test]
    fn every_world_of_every_built_in_scenario_can_be_run() {
        for name in library::names() {
            let mut draft = library::scenario(name).expect("built in").draft();
            draft.plausible.on = true;
            let scenario = draft.finish().expect("valid");
            assert_eq!(check(&scenario), Ok(()), "{name}");
            for replicate in 0..40 {
                let world = world(&scenario, replicate).into_owned();
                assert!(!world.plausible().on && world != own(&scenario), "{name} {replicate}");
            }
        }
    }

    #[test]
    fn worlds_that_cannot_be_run_are_told_of_and_not_drawn() {
        let huge = software(|draft| {
            draft.set(Scope::Both, "source", Some(1.0));
            draft.set(Scope::Both, "demand", Some(48_000.0));
        });
        assert!(check(&huge).is_err());
        assert!((0..50).any(|replicate| *world(&huge, replicate) == own(&huge)));
    }

    #[test]
    fn worlds_have_the_same_bits_everywhere() {
        let scenario = software(|_| {});
        let world = world(&scenario, 12_345);
        let found =
            ["beta", "trust0", "d_sd", "mend_hours"].map(|id| world.world().get(id).flatten().map(f64::to_bits));
        let bits = [
            4_598_404_433_198_030_663,
            4_604_945_158_539_030_555,
            4_604_259_019_572_401_885,
            4_637_170_593_449_496_520,
        ];
        assert_eq!(found, bits.map(Some));
    }
}

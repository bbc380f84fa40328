//! Limiting cases of the slow states: energy over the week, overtime, exhaustion, morale.

use crate::setting::{check, ideal};
use assist_lab::model::outcome::Measure;

/// Mean energy by day of a week that repeats itself: five days of recovery `r` and drain `c`, then a weekend.
///
/// Within a day E moves to r / (r + c) by exp(-(r + c)); over the weekend 1 - E shrinks by exp(-2 r_w). The fixed point of the
/// week's affine map is the Monday's energy.
fn week_of_energy(r: f64, c: f64, r_w: f64) -> f64 {
    let (aim, day, weekend) = (r / (r + c), (-(r + c)).exp(), (-2.0 * r_w).exp());
    // Friday's evening is aim + (monday - aim) day^5; Monday is 1 - (1 - friday) weekend.
    let five = day.powi(5);
    let monday = (1.0 - weekend * (1.0 - aim * (1.0 - five))) / (1.0 - weekend * five);
    (0..5).map(|n| aim + (monday - aim) * day.powi(n)).sum::<f64>() / 5.0
}

#[test]
fn energy_follows_its_equation_through_the_week() {
    // A backlog without blockers keeps everyone busy: demand is exactly 1, less the relief by support at its start of 0.5.
    for (r, d, r_w, k_s) in
        [(0.5, 0.125, 0.35, 0.0), (0.3, 0.4, 0.1, 0.0), (0.5, 0.125, 0.0, 0.0), (0.8, 0.3, 0.6, 0.4)]
    {
        let settings = [("r", r), ("d", d), ("r_w", r_w), ("k_s", k_s), ("warmup_weeks", 60.0)];
        let exact = week_of_energy(r, d * (1.0 - 0.5 * k_s), r_w);
        check("energy", &ideal(&settings), 3, |get| get(Measure::Energy), exact);
    }
}

#[test]
fn long_weeks_drain_energy_quadratically() {
    for hours in [48.0, 55.0, 66.0] {
        let settings = [("d", 0.125), ("k_s", 0.0), ("hours_per_week", hours), ("c_o", 1.3), ("warmup_weeks", 60.0)];
        let over: f64 = (hours / 40.0 - 1.2_f64).max(0.0);
        let exact = week_of_energy(0.5, 0.125 + 1.3 * over * over, 0.35);
        check("energy in overtime", &ideal(&settings), 3, |get| get(Measure::Energy), exact);
    }
}

#[test]
fn exhaustion_is_the_lack_of_energy_where_energy_stands_still() {
    let settings = [("d", 0.2), ("k_s", 0.0), ("r_w", 0.0), ("warmup_weeks", 0.0)];
    let scenario = ideal(&settings);
    check("exhaustion", &scenario, 3, |get| get(Measure::Exhaustion), 0.2 / 0.7);
    check("burnout", &scenario, 3, |get| get(Measure::Burnout), 1.0);
}

#[test]
fn morale_moves_exponentially_to_its_aim() {
    // Without blockers, help, a lead or fatigue: progress 1, support 0.5, recognition 0.5, autonomy 1, rest 1.
    let aim = 0.25 + 0.15 * 0.5 + 0.10 * 0.5 + 0.10 + 0.40;
    let (before, days, tau) = (60, 20, 15.0);
    let mean: f64 = (before..before + days).map(|day| aim + (0.6 - aim) * (-f64::from(day) / tau).exp()).sum::<f64>()
        / f64::from(days);
    let settings = [("intervention_weeks", f64::from(days) / 5.0)];
    check("morale", &ideal(&settings), 3, |get| get(Measure::Morale), mean);
}

/// A team whose morale stands at 0.6, so that everyone's hazard is h0 exp(2 (0.5 - 0.6)) for ever.
const STEADY: &[(&str, f64)] = &[
    ("w_p", 0.0),
    ("w_s", 0.8),
    ("w_r", 0.0),
    ("w_a", 0.2),
    ("w_x", 0.0),
    ("HR", 1.0),
    ("k_R", 0.0),
    ("members", 40.0),
    ("groups", 1.0),
    ("h0", 0.5),
];

#[test]
fn those_who_stay_decay_exponentially() {
    let hazard = 0.5 * (-0.2_f64).exp();
    for weeks in [13.0, 52.0] {
        let scenario = ideal(&[STEADY, &[("intervention_weeks", weeks)]].concat());
        check("retention", &scenario, 300, |get| get(Measure::Retention), (-hazard * weeks / 52.0).exp());
        check("hazard", &scenario, 10, |get| get(Measure::QuitHazard), hazard);
    }
}

#[test]
fn seats_are_held_as_renewal_theory_says() {
    // A hire stays geometrically many weeks, then the seat is empty for V: held is 1 / (1 + V (1 - exp(-h / 52))).
    let hazard = 0.5 * (-0.2_f64).exp();
    for vacancy in [8.0, 26.0] {
        let long = [("vacancy", vacancy), ("warmup_weeks", 300.0), ("intervention_weeks", 400.0)];
        let exact = 1.0 / (1.0 + vacancy * (1.0 - (-hazard / 52.0).exp()));
        check("seats held", &ideal(&[STEADY, &long].concat()), 30, |get| get(Measure::SeatFill), exact);
    }
}

#[test]
fn training_closes_the_gap_exponentially_and_costs_its_hours() {
    let settings =
        [("assist_leaders", 1.0), ("training", 4.0), ("members", 4.0), ("warmup_weeks", 0.0), ("baseline_weeks", 0.0)];
    let scenario = ideal(&[&settings[..], &[("intervention_weeks", 20.0), ("assist_share", 0.0)]].concat());
    // Eight weeks of four hours, spread over four people and twenty weeks.
    check("hours of training", &scenario, 3, |get| get(Measure::HoursTraining), 8.0 * 4.0 / 4.0 / 20.0);
}

//! Scenarios by parameter values alone, and the acceptance rule of a limiting case.

use assist_lab::experiment::threads::run_ensemble;
use assist_lab::library;
use assist_lab::model::outcome::Measure;
use assist_lab::model::scenario::{Arm, Scenario, Scope};

/// The plain team with these settings, written as on the command line; `control.` and `treatment.` set one policy.
pub fn scenario(settings: &[(&str, f64)]) -> Scenario {
    change(&library::scenario("baseline").expect("built in"), settings)
}

/// A scenario with these settings on top.
pub fn change(scenario: &Scenario, settings: &[(&str, f64)]) -> Scenario {
    let mut draft = scenario.draft();
    for &(id, value) in settings {
        let (scope, id) = match id.split_once('.') {
            Some(("control", id)) => (Scope::Only(Arm::Control), id),
            Some(("treatment", id)) => (Scope::Only(Arm::Treatment), id),
            _ => (Scope::Both, id),
        };
        draft.set(scope, id, Some(value));
    }
    draft.finish().expect("settings of a limiting case are valid")
}

/// Everyone knows everything, never tires, never errs; nothing hinders anyone. What a case is about is set on top.
pub const IDEAL: &[(&str, f64)] = &[
    ("beta", 0.0),
    ("d", 0.0),
    ("d_sd", 0.0),
    ("k_learn", 0.0),
    ("skill_mean", 1.0),
    ("skill_sd", 0.0),
    ("skill_away", 1.0),
    ("kappa", 0.0),
    ("q0", 0.0),
    ("epsilon", 0.0),
    ("p_dependency", 0.0),
    ("formal_lead", 0.0),
    ("m_sd", 0.0),
    ("h0", 0.0),
];

/// Ideal conditions with these settings on top.
pub fn ideal(settings: &[(&str, f64)]) -> Scenario {
    scenario(&[IDEAL, settings].concat())
}

/// The acceptance rule: the simulated mean lies within 3.2 standard errors of the exact value, and the standard error within 1 %
/// of it.
pub fn check(
    what: &str,
    scenario: &Scenario,
    replications: u32,
    simulated: impl Fn(&dyn Fn(Measure) -> f64) -> f64,
    exact: f64,
) {
    let ensemble = run_ensemble(scenario, replications, 0, |_| {});
    let values: Vec<f64> = ensemble.pairs().map(|pair| simulated(&|measure| pair.control.get(measure))).collect();
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (n - 1.0);
    let se = (variance / n).sqrt();
    assert!(
        se <= 0.01 * exact.abs(),
        "{what}: standard error {se} is over 1 % of {exact}; more replications are needed"
    );
    // A case without any chance left has no standard error; rounding is then all that may differ.
    let allowed = (3.2 * se).max(1e-9 * exact.abs());
    assert!((mean - exact).abs() <= allowed, "{what}: simulated {mean} +- {se}, exact {exact}");
}

//! Limiting cases of blockers and help: availability, the safety gate, machine repair.

use crate::setting::{change, check, ideal};
use assist_lab::experiment::threads::run_ensemble;
use assist_lab::model::outcome::Measure;
use assist_lab::model::scenario::Scenario;

/// Only blockers of expertise: at skill 1 every second one is passed on the spot.
const EXPERTISE: &[(&str, f64)] =
    &[("mix_expertise", 1.0), ("mix_clarity", 0.0), ("mix_coordination", 0.0), ("intervention_weeks", 400.0)];

/// An assist leader who does nothing else, at help factor 1, without teaching.
const DEDICATED: &[(&str, f64)] = &[
    ("assist_who", 0.0),
    ("assist_share", 1.0),
    ("competence", 0.5),
    ("teach", 0.0),
    ("k_e", 0.0),
    ("k_a", 0.0),
    ("l_star", 2.0),
];

#[test]
fn availability_without_help() {
    // A renewal argument: work lasts 1 / beta' between blockers, a blocker 1 / sigma.
    for (beta, sigma, skill) in [(0.4, 0.25, 1.0), (0.1, 0.5, 1.0), (0.3, 0.2, 0.4)] {
        let settings = [("beta", beta), ("sigma0", sigma), ("alpha", 0.0), ("skill_mean", skill)];
        let scenario = ideal(&[EXPERTISE, &settings].concat());
        let speed = 0.5 + 0.5 * skill;
        let (thinned, solve) = (beta * speed * (1.0 - 0.5 * skill), sigma * speed);
        let exact = 1.0 / (1.0 + thinned / solve);
        check("availability", &scenario, 40, |get| get(Measure::Utilisation), exact);
    }
}

#[test]
fn stuck_time_behind_the_gate_of_safety() {
    // Alone until solved (sigma) or asked (a = alpha S); helped at eta while solving goes on:
    // E = 1 / (sigma + a) + a / (sigma + a) / (sigma + eta).
    for (safety, alpha, sigma, eta) in [(0.5, 1.0, 0.2, 1.0), (0.9, 0.3, 0.1, 0.5), (0.1, 2.0, 0.4, 3.0)] {
        let settings = [
            ("members", 2.0),
            ("groups", 1.0),
            ("assist_leaders", 1.0),
            ("route", 1.0),
            ("notice", 0.0),
            ("beta", 1.0),
            ("alpha", alpha),
            ("stigma", 0.0),
            ("safety0", safety),
            ("listening", 0.0),
            ("a_S", 0.0),
            ("a_T", 0.0),
            ("sigma0", sigma),
            ("eta", eta),
        ];
        let scenario = ideal(&[EXPERTISE, DEDICATED, &settings].concat());
        let ask = alpha * safety;
        let exact = 1.0 / (sigma + ask) + ask / (sigma + ask) / (sigma + eta);
        check("stuck time", &scenario, 60, |get| get(Measure::StuckMean), exact);
    }
}

/// Machines that fail at `fail` while running, repaired at `repair` by each of `crew`, and by themselves at `heal`: the mean
/// share running, from the birth-death chain of the number down.
///
/// Source: Palm 1947; Gross, Shortle, Thompson & Harris 2008, Fundamentals of Queueing Theory, 2.8 (finite source).
fn running(machines: u32, crew: u32, fail: f64, repair: f64, heal: f64) -> f64 {
    let (mut weight, mut total, mut up) = (1.0, 0.0, 0.0);
    for down in 0..=machines {
        total += weight;
        up += weight * f64::from(machines - down);
        let next = down + 1;
        weight *= f64::from(machines - down) * fail / (f64::from(next.min(crew)) * repair + f64::from(next) * heal);
    }
    up / total / f64::from(machines)
}

fn repair_shop(machines: u32, crew: u32, beta: f64, eta: f64, sigma: f64) -> Scenario {
    let settings = [
        ("members", f64::from(machines + crew)),
        ("groups", 1.0),
        ("assist_leaders", f64::from(crew)),
        ("warmup_weeks", 10.0),
        ("baseline_weeks", 0.0),
        ("notice", 1e6),
        ("alpha", 0.0),
        ("beta", beta),
        ("eta", eta),
        ("sigma0", sigma),
    ];
    ideal(&[EXPERTISE, DEDICATED, &settings].concat())
}

#[test]
fn a_dedicated_helper_is_the_machine_repair_queue() {
    for (machines, crew, beta, eta, sigma) in [
        (4, 1, 0.4, 1.0, 0.0),
        (7, 1, 0.3, 0.8, 0.0),
        (6, 2, 1.0, 1.0, 0.0),
        (5, 1, 0.6, 0.7, 0.2),
        (3, 1, 0.1, 2.0, 0.5),
    ] {
        let scenario = repair_shop(machines, crew, beta, eta, sigma);
        let exact = running(machines, crew, 0.5 * beta, eta, sigma);
        // The crew is paid too, but does not work on tasks.
        let share = f64::from(machines + crew) / f64::from(machines);
        let what = format!("{machines} machines, crew {crew}");
        check(&what, &scenario, 30, |get| share * get(Measure::Utilisation), exact);
    }
}

#[test]
fn a_dedicated_helper_harms_where_blockers_are_rare() {
    // Six people solving alone against five with a sixth who only helps: theory puts the break-even in between.
    let output = |beta: f64| [running(6, 1, 0.5 * beta, 0.0, 0.2) * 6.0, running(5, 1, 0.5 * beta, 1.0, 0.2) * 5.0];
    for (beta, pays) in [(0.05, false), (0.6, true)] {
        let [alone, helped] = output(beta);
        assert_eq!(helped > alone, pays, "theory at beta {beta}");
        let settings =
            [("members", 6.0), ("control.assist_leaders", 0.0), ("treatment.assist_leaders", 1.0), ("task_cv", 0.0)];
        let scenario = change(&repair_shop(5, 1, beta, 1.0, 0.2), &settings);
        let ensemble = run_ensemble(&scenario, 40, 0, |_| {});
        let [low, high] = ensemble.contrast(Measure::Throughput).difference.ci95();
        assert!(if pays { low > 0.0 } else { high < 0.0 }, "beta {beta}: difference in [{low}, {high}]");
    }
}

//! Limiting cases of queueing theory: M/M/c, M/G/1, rework, approvals.

use crate::setting::{check, ideal};
use assist_lab::model::outcome::Measure;
use assist_lab::model::scenario::Scenario;

/// Weekly hours; the unit in which demand is turned into a rate.
const WEEK: f64 = 40.0;

fn queue(members: f64, demand: f64, task_hours: f64, cv: f64, more: &[(&str, f64)]) -> Scenario {
    let settings = [
        ("source", 1.0),
        ("members", members),
        ("groups", 1.0),
        ("demand", demand),
        ("task_hours", task_hours),
        ("task_cv", cv),
        ("warmup_weeks", 30.0),
        ("baseline_weeks", 0.0),
        ("intervention_weeks", 400.0),
    ];
    ideal(&[&settings, more].concat())
}

/// Probability that an arrival must wait in M/M/c at offered load `a`, by the recursion of Erlang B.
///
/// Source: Erlang 1917; Cooper 1981, Introduction to Queueing Theory, 3.3.
fn erlang_c(servers: u32, a: f64) -> f64 {
    let b = (1..=servers).fold(1.0, |b, n| a * b / (f64::from(n) + a * b));
    let rho = a / f64::from(servers);
    b / (1.0 - rho * (1.0 - b))
}

/// Mean wait in M/M/c [h].
fn wait_mmc(servers: u32, arrivals: f64, mean: f64) -> f64 {
    let a = arrivals * mean;
    erlang_c(servers, a) * mean / (f64::from(servers) - a)
}

#[test]
fn waiting_time_in_m_m_c() {
    for (members, demand, hours, replications) in
        [(1, 28.0, 1.0, 200), (1, 8.0, 3.0, 150), (2, 31.0, 1.0, 120), (5, 17.0, 2.0, 120)]
    {
        let scenario = queue(f64::from(members), demand, hours, 1.0, &[]);
        let exact = wait_mmc(members, demand * f64::from(members) / WEEK, hours);
        let what = format!("M/M/{members} at {demand} x {hours} h");
        check(&what, &scenario, replications, |get| get(Measure::WaitMean), exact);
    }
}

#[test]
fn waiting_time_in_m_g_1() {
    // Pollaczek & Khinchine: W = lambda E[S^2] / (2 (1 - rho)), E[S^2] = mean^2 (1 + cv^2).
    for (demand, hours, cv) in [(28.0, 1.0, 0.0), (12.0, 2.0, 0.5), (20.0, 1.2, 1.4)] {
        let rate = demand / WEEK;
        let exact = rate * hours * hours * (1.0 + cv * cv) / (2.0 * (1.0 - rate * hours));
        let scenario = queue(1.0, demand, hours, cv, &[]);
        check(&format!("M/G/1, cv {cv}"), &scenario, 240, |get| get(Measure::WaitMean), exact);
    }
}

#[test]
fn utilisation_is_offered_load() {
    let scenario = queue(3.0, 10.0, 2.5, 0.7, &[]);
    check("utilisation", &scenario, 60, |get| get(Measure::Utilisation), 10.0 * 2.5 / WEEK);
}

#[test]
fn work_in_progress_obeys_little() {
    // L = lambda W with L the mean number in the system, over long windows.
    let scenario = queue(2.0, 28.0, 1.0, 1.0, &[]);
    let rate = 2.0 * 28.0 / WEEK;
    let ratio = |get: &dyn Fn(Measure) -> f64| get(Measure::Wip) / (rate * get(Measure::LeadMean));
    check("Little's law", &scenario, 60, ratio, 1.0);
}

#[test]
fn rework_takes_geometrically_many_passes() {
    // With detection and rework fraction 1, a task takes 1 / (1 - q) passes, q = q0 (1.5 - s) at skill 1 and no exhaustion.
    for q0 in [0.2, 0.9] {
        let q = 0.5 * q0;
        let settings = [
            ("q0", q0),
            ("detection", 1.0),
            ("rework_fraction", 1.0),
            ("task_hours", 2.0),
            ("intervention_weeks", 200.0),
        ];
        let scenario = ideal(&settings);
        check("throughput with rework", &scenario, 40, |get| get(Measure::Throughput), WEEK * (1.0 - q) / 2.0);
        check("share of rework", &scenario, 40, |get| get(Measure::ReworkShare), q);
    }
}

#[test]
fn approvals_are_a_tandem_queue() {
    // Jackson: an M/M/c whose departures, thinned by p, feed an M/M/1; the times in system add up.
    let (members, demand, hours, p, rate) = (3, 12.0, 2.5, 0.5, 1.0);
    let approvals = [
        ("formal_lead", 1.0),
        ("micromanagement", 0.0),
        ("p_approval", p),
        // The lead's rate is per eight members.
        ("mu_lead", rate * 8.0 / f64::from(members)),
        ("lead_attention", 1.0),
    ];
    let scenario = queue(f64::from(members), demand, hours, 1.0, &approvals);
    let arrivals = demand * f64::from(members) / WEEK;
    let exact = wait_mmc(members, arrivals, hours) + hours + p / (rate - p * arrivals);
    check("lead time with approvals", &scenario, 150, |get| get(Measure::LeadMean), exact);
    check("load of the lead", &scenario, 60, |get| get(Measure::LeadLoad), p * arrivals / rate);
}

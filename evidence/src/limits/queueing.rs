//! Queueing theory: M/M/c, M/G/1, the tail of the waiting time, Little's law.

use assist_lab::model::outcome::Measure;

use crate::case::{Case, Effort, Exact, Family, Reading};
use crate::settings::{IDEAL, Preset};

/// Hours of a week; demand is by calendar week.
const WEEK: f64 = 40.0;

/// Tasks arrive at random, and whoever is free takes the oldest.
const QUEUE: Preset = Preset {
    name: "QUEUE",
    what: "tasks arrive at random; a small warm-up of many relaxation times",
    settings: "source=flow groups=1 warmup_weeks=40 baseline_weeks=0 intervention_weeks=400",
};

/// Probability that an arrival must wait in M/M/c at offered load `a`, by the recursion of Erlang B.
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

/// The families of this file.
pub fn families() -> Vec<Family> {
    vec![waiting_mmc()]
}

fn waiting_mmc() -> Family {
    let points = [(1, 20.0, 1.0, Effort { quick: 40, deep: 200 })];
    let cases = points
        .into_iter()
        .map(|(members, demand, hours, effort)| Case {
            title: format!("M/M/{members} at load {:.2}", demand * hours / WEEK),
            settings: format!("members={members} demand={demand} task_hours={hours} task_cv=1"),
            reading: Reading::Measure(Measure::WaitMean),
            exact: Exact::Mean(wait_mmc(members, demand * f64::from(members) / WEEK, hours)),
            effort,
        })
        .collect();
    Family {
        title: "Waiting time in M/M/c",
        theory: "W = C(c, a) S / (c - a), with a the offered load and C the probability of Erlang C",
        source: "Erlang 1917; Gross et al. 2008, 2.3",
        presets: vec![IDEAL, QUEUE],
        cases,
    }
}

//! Queueing theory: M/M/c, M/G/1, the tail of the waiting time, Little's law, overload.

use model::outcome::{Measure, Outcome};
use model::scenario::{Arm, Scenario};
use model::series::Series;

use super::theory::{WEEK, factorial, sojourn_tail_mmc, wait_mg1, wait_mmc};
use crate::case::{Case, Effort, Exact, Family, Reading};
use crate::settings::{IDEAL, Preset};

/// Tasks arrive at random, and whoever is free takes the oldest. Warm-up is ten relaxation times at load 0.95 of tasks of 0.1 h.
pub const QUEUE: Preset = Preset {
    name: "QUEUE",
    what: "tasks arrive at random, and whoever is free takes the oldest; a long warm-up and a long window",
    settings: "source=flow groups=1 warmup_weeks=40 baseline_weeks=0 intervention_weeks=200",
};

/// The families of this file.
pub fn families() -> Vec<Family> {
    vec![
        waiting_mmc(),
        waiting_mg1(),
        sojourn_mmc(),
        waiting_md1_tail(),
        quantiles_mm1(),
        load(),
        work_in_progress(),
        little_exactly(),
        overload(),
    ]
}

/// Settings of `c` people at a load with tasks of some hours.
fn team(c: u32, load: f64, hours: f64) -> String {
    format!("members={c} demand={} task_hours={hours}", load * f64::from(c) * WEEK / hours)
}

fn waiting_mmc() -> Family {
    let cases = [
        (1, 0.5, 0.1, 20, 160),
        (1, 0.83, 0.1, 40, 240),
        (1, 0.95, 0.1, 0, 300),
        (2, 0.5, 0.13, 30, 160),
        (2, 0.83, 0.1, 30, 160),
        (2, 0.95, 0.1, 0, 200),
        (5, 0.5, 0.2, 40, 240),
        (5, 0.83, 0.25, 40, 160),
        (5, 0.95, 0.2, 0, 160),
        (24, 0.7, 0.5, 0, 100),
        (24, 0.83, 0.7, 0, 100),
        (24, 0.95, 0.5, 0, 100),
    ]
    .map(|(c, load, hours, quick, deep)| Case {
        title: format!("M/M/{c} at load {load}"),
        settings: format!("{} task_cv=1", team(c, load, hours)),
        reading: Reading::Measure(Measure::WaitMean),
        exact: Exact::Mean(wait_mmc(c, load * f64::from(c) / hours, hours)),
        effort: Effort { quick, deep },
    });
    Family {
        title: "Mean waiting time in M/M/c",
        theory: "W = C(c, a) S / (c - a): S the mean task, a the offered load, C the probability that all c are busy (Erlang C). \
                 At half load 24 people hardly ever keep anyone waiting, too rarely to measure to 1 %; hence 0.7",
        source: "Erlang 1917; Gross et al. 2008, 2.3",
        presets: vec![IDEAL, QUEUE],
        cases: cases.into(),
    }
}

fn waiting_mg1() -> Family {
    let cases = [
        (0.0, 0.5, 0.1, 20, 1000),
        (0.0, 0.83, 0.13, 30, 200),
        (0.7, 0.5, 0.1, 60, 300),
        (0.7, 0.83, 0.1, 40, 200),
        (0.7, 0.95, 0.1, 0, 300),
        (1.5, 0.5, 0.1, 40, 240),
        (1.5, 0.83, 0.07, 60, 400),
    ]
    .map(|(cv, load, hours, quick, deep)| Case {
        title: format!("M/G/1, cv {cv}, at load {load}"),
        settings: format!("{} task_cv={cv}", team(1, load, hours)),
        reading: Reading::Measure(Measure::WaitMean),
        exact: Exact::Mean(wait_mg1(load / hours, hours, hours * hours * (1.0 + cv * cv))),
        effort: Effort { quick, deep },
    });
    Family {
        title: "Mean waiting time in M/G/1",
        theory: "W = lambda E[S^2] / (2 (1 - rho)), E[S^2] = S^2 (1 + cv^2)",
        source: "Pollaczek 1930, Khinchine 1932; Gross et al. 2008, 5.1",
        presets: vec![IDEAL, QUEUE],
        cases: cases.into(),
    }
}

fn sojourn_mmc() -> Family {
    let cases = [
        (1, 0.5, 0.1, 2.0, 20, 120),
        (1, 0.83, 0.1, 3.7, 24, 160),
        (1, 0.83, 0.1, 12.0, 24, 160),
        (2, 0.83, 0.1, 2.5, 20, 120),
        (5, 0.95, 0.2, 6.0, 0, 100),
        (24, 0.95, 0.5, 1.7, 20, 60),
    ]
    .map(|(c, load, hours, factor, quick, deep)| Case {
        title: format!("M/M/{c} at load {load}, within {factor} tasks' time"),
        settings: format!("{} task_cv=1 due_factor={factor}", team(c, load, hours)),
        reading: Reading::Measure(Measure::OnTime),
        exact: Exact::Mean(1.0 - sojourn_tail_mmc(c, load * f64::from(c) / hours, hours, factor * hours)),
        effort: Effort { quick, deep },
    });
    Family {
        title: "Distribution of the time in an M/M/c system",
        theory: "P(T > t) = (1 - C) exp(-mu t) + C (theta exp(-mu t) - mu exp(-theta t)) / (theta - mu), theta = c mu - lambda; \
                 in M/M/1 this is exp(-(mu - lambda) t). A task is `on_time` when accepted within `due_factor` times the mean task",
        source: "Gross et al. 2008, 2.3",
        presets: vec![IDEAL, QUEUE],
        cases: cases.into(),
    }
}

/// P(W <= t) in M/D/1 with services of 1 h.
fn wait_within_md1(load: f64, t: f64) -> f64 {
    let term = |k: u32| {
        let x = load * (f64::from(k) - t);
        x.powi(k as i32) / factorial(k) * (-x).exp()
    };
    (1.0 - load) * (0..=t as u32).map(term).sum::<f64>()
}

fn waiting_md1_tail() -> Family {
    let cases =
        [(0.5, 0.5, 20, 100), (0.5, 1.3, 20, 100), (0.83, 2.6, 20, 120), (0.83, 6.5, 20, 120), (0.95, 4.4, 0, 240)]
            .map(|(load, t, quick, deep)| Case {
                title: format!("M/D/1 at load {load}, waits of at most {t} tasks' time"),
                settings: format!("{} task_cv=0 due_factor={}", team(1, load, 0.1), t + 1.0),
                reading: Reading::Measure(Measure::OnTime),
                exact: Exact::Mean(wait_within_md1(load, t)),
                effort: Effort { quick, deep },
            });
    Family {
        title: "Tail of the waiting time in M/D/1",
        theory: "P(W <= t) = (1 - rho) sum over k = 0 .. floor(t / S) of (lambda (k S - t))^k / k! exp(-lambda (k S - t)). All tasks \
                 take S, so that `on_time` within `due_factor` = t / S + 1 is a wait of at most t",
        source: "Erlang 1909",
        presets: vec![IDEAL, QUEUE],
        cases: cases.into(),
    }
}

fn quantiles_mm1() -> Family {
    let cases = [
        (0.5, Measure::LeadMedian, 0.5, 20, 120),
        (0.5, Measure::LeadP85, 0.85, 20, 120),
        (0.83, Measure::LeadMedian, 0.5, 40, 240),
        (0.83, Measure::LeadP85, 0.85, 40, 240),
    ]
    .map(|(load, measure, p, quick, deep): (f64, Measure, f64, u32, u32)| Case {
        title: format!("M/M/1 at load {load}, quantile {p}"),
        settings: format!("{} task_cv=1", team(1, load, 0.1)),
        reading: Reading::Measure(measure),
        exact: Exact::Mean(-(1.0 - p).ln() * 0.1 / (1.0 - load)),
        effort: Effort { quick, deep },
    });
    Family {
        title: "Quantiles of the time in an M/M/1 system",
        theory: "The time in the system is exponential: its p-quantile is -ln(1 - p) / (mu - lambda)",
        source: "Gross et al. 2008, 2.2",
        presets: vec![IDEAL, QUEUE],
        cases: cases.into(),
    }
}

fn load() -> Family {
    let busy = [(3, 0.625, 0.7, 20, 100), (24, 0.83, 1.3, 20, 40)].map(|(c, load, cv, quick, deep)| Case {
        title: format!("{c} people, cv {cv}"),
        settings: format!("{} task_cv={cv}", team(c, load, 0.5)),
        reading: Reading::Measure(Measure::Utilisation),
        exact: Exact::Mean(load),
        effort: Effort { quick, deep },
    });
    let demand = 0.83 * WEEK / 0.5;
    let output = Case {
        title: "5 people, tasks accepted by person-week".to_owned(),
        settings: format!("{} task_cv=1", team(5, 0.83, 0.5)),
        reading: Reading::Measure(Measure::Throughput),
        exact: Exact::Mean(demand),
        effort: Effort { quick: 20, deep: 100 },
    };
    Family {
        title: "What comes in goes out",
        theory: "Utilisation is the offered load lambda S / c; throughput is demand",
        source: "Gross et al. 2008, 1.5",
        presets: vec![IDEAL, QUEUE],
        cases: busy.into_iter().chain([output]).collect(),
    }
}

fn work_in_progress() -> Family {
    let cases =
        [(1, 0.83, 1.0, 40, 240), (5, 0.83, 1.0, 24, 80), (1, 0.5, 1.5, 20, 120)].map(|(c, load, cv, quick, deep)| {
            let hours = 0.1;
            let rate = load * f64::from(c) / hours;
            let wait =
                if c == 1 { wait_mg1(rate, hours, hours * hours * (1.0 + cv * cv)) } else { wait_mmc(c, rate, hours) };
            Case {
                title: format!("{c} people at load {load}, cv {cv}"),
                settings: format!("{} task_cv={cv}", team(c, load, hours)),
                reading: Reading::Measure(Measure::Wip),
                exact: Exact::Mean(rate * (wait + hours)),
                effort: Effort { quick, deep },
            }
        });
    Family {
        title: "Mean work in progress",
        theory: "L = lambda (W + S), with W from Erlang C or Pollaczek-Khinchine",
        source: "Little 1961",
        presets: vec![IDEAL, QUEUE],
        cases: cases.into(),
    }
}

/// Mean work in progress that follows from the run's own lead times: accepted tasks times mean lead time, over the hours; those of a
/// project end with it.
fn little(scenario: &Scenario, outcome: &Outcome) -> f64 {
    let week = scenario.policy(Arm::Control).hours_per_week;
    let window = f64::from(scenario.world().intervention_weeks) * week;
    let makespan = outcome.get(Measure::Makespan);
    let hours = if makespan.is_nan() { window } else { makespan };
    let person_weeks = outcome.get(Measure::SeatFill) * f64::from(scenario.seats()) * hours / week;
    outcome.get(Measure::Throughput) * person_weeks * outcome.get(Measure::LeadMean) / hours
}

/// Where every path from empty to empty obeys Little's law, whatever the members do: nothing is switched off here.
fn little_exactly() -> Family {
    let case = |title: &str, settings: &str, effort| Case {
        title: title.to_owned(),
        settings: settings.to_owned(),
        reading: Reading::Measure(Measure::Wip),
        exact: Exact::Each(Box::new(|scenario, _, outcome| {
            // Nothing is measured after a project's end.
            let left = outcome.weeks.iter().map(|week| week[Series::Wip as usize]).rfind(|left| !left.is_nan())?;
            (left == 0.0).then(|| little(scenario, outcome))
        })),
        effort,
    };
    Family {
        title: "Little's law over a path from empty to empty",
        theory: "The integral of work in progress is the sum of the times in the system: L T = n W exactly, in every single run that \
                 begins and ends empty. Blockers, help, approvals, rework, fatigue and turnover are all on; the arms of \
                 the comparison are the run's own `wip` and `lead_mean`. Runs that end with work left are not counted",
        source: "Little 1961; Stidham 1974",
        presets: vec![],
        cases: vec![
            case(
                "a project",
                "source=project project_tasks=50 warmup_weeks=0 baseline_weeks=0 h0=0.5",
                Effort { quick: 20, deep: 200 },
            ),
            case(
                "seldom anything to do",
                "source=flow demand=1.2 warmup_weeks=0 baseline_weeks=0 intervention_weeks=30 h0=0.5 vacancy=2",
                Effort { quick: 60, deep: 600 },
            ),
            case(
                "with an assist leader, in 50 hours a week",
                "source=flow demand=1 warmup_weeks=0 baseline_weeks=0 intervention_weeks=21 assist_leaders=1 \
                 hours_per_week=50 micromanagement=0.4 members=5",
                Effort { quick: 60, deep: 600 },
            ),
        ],
    }
}

fn overload() -> Family {
    let case = |load: f64, reading, exact| Case {
        title: format!("M/M/3 at load {load}"),
        settings: format!("{} task_cv=1", team(3, load, 0.5)),
        reading,
        exact: Exact::Mean(exact),
        effort: Effort { quick: 4, deep: 50 },
    };
    Family {
        title: "Above load 1 there is no steady state",
        theory: "Everyone is busy all the time, and the queue grows without bound: the run is marked unstable. Below, it is not",
        source: "Gross et al. 2008, 1.5",
        presets: vec![IDEAL, QUEUE],
        cases: vec![
            case(1.2, Reading::Unstable, 1.0),
            case(1.2, Reading::Measure(Measure::Utilisation), 1.0),
            case(0.7, Reading::Unstable, 0.0),
        ],
    }
}

//! Limiting case of a project: with hands enough and all chances off, it takes its critical path.

use crate::setting::{check, ideal};
use assist_lab::model::chance::{Chance, Purpose};
use assist_lab::model::outcome::Measure;

const TASKS: u32 = 40;
const HOURS: f64 = 5.0;

/// The longest chain of tasks, each of which waits for one of the five before it, worked out anew from the draws.
fn critical_path(seed: u64, replicate: u32, dependency: f64, cv: f64) -> f64 {
    let chance = Chance::new(seed, replicate);
    let mut finish: Vec<f64> = Vec::new();
    for task in 0..TASKS {
        let [_, nature, normal, accept] = chance.draw(Purpose::Task, task, 0, 0);
        let rest = (3.0 * nature.unit()).fract();
        let reach = task.min(5);
        let start = if reach > 0 && rest < dependency {
            let back = ((rest / dependency * f64::from(reach)) as u32).min(reach - 1);
            finish[(task - 1 - back) as usize]
        } else {
            0.0
        };
        finish.push(start + HOURS * chance.work(task, 0, cv, [normal, accept]));
    }
    finish.into_iter().fold(0.0, f64::max)
}

#[test]
fn a_project_takes_its_critical_path() {
    for (dependency, cv) in [(1.0, 0.0), (0.9, 0.7), (0.4, 1.2)] {
        let settings = [
            ("source", 2.0),
            ("project_tasks", f64::from(TASKS)),
            ("task_hours", HOURS),
            ("task_cv", cv),
            ("p_dependency", dependency),
            ("members", f64::from(TASKS)),
            ("groups", 1.0),
            ("warmup_weeks", 0.0),
            ("baseline_weeks", 0.0),
            ("intervention_weeks", 30.0),
        ];
        let scenario = ideal(&settings);
        let exact: Vec<f64> =
            (0..5).map(|replicate| critical_path(scenario.seed(), replicate, dependency, cv)).collect();
        for (replicate, exact) in (0..5).zip(exact) {
            let pair = assist_lab::experiment::pair::run_pair(&scenario, replicate);
            let found = pair.control.get(Measure::Makespan);
            assert!((found - exact).abs() < 1e-9 * exact, "dependency {dependency}, cv {cv}: {found}, exact {exact}");
        }
    }
}

#[test]
fn one_pair_of_hands_takes_the_sum_of_all_work() {
    let settings = [
        ("source", 2.0),
        ("project_tasks", 50.0),
        ("task_cv", 0.0),
        ("members", 1.0),
        ("groups", 1.0),
        ("warmup_weeks", 0.0),
        ("baseline_weeks", 0.0),
    ];
    check("sum of work", &ideal(&settings), 3, |get| get(Measure::Makespan), 50.0 * 6.0);
}

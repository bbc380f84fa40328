//! Projects: critical path, sums and maxima of exponentials.

use model::chance::{Chance, Purpose, Spread};
use model::outcome::Measure;

use crate::case::{Case, Effort, Exact, Family, Reading};
use crate::settings::{IDEAL, Preset};

/// A project from its first day.
const PROJECT: Preset = Preset {
    name: "PROJECT",
    what: "a fixed list of tasks, there from the first day",
    settings: "source=project groups=1 warmup_weeks=0 baseline_weeks=0 intervention_weeks=40",
};

/// The families of this file.
pub fn families() -> Vec<Family> {
    vec![critical_path(), few_tasks()]
}

/// The longest chain of tasks, each of which waits for one of the five before it, calculated again from the draws.
fn longest_chain(seed: u64, replicate: u32, tasks: u32, hours: f64, dependency: f64, cv: f64) -> f64 {
    let chance = Chance::new(seed, replicate);
    let mut finish: Vec<f64> = Vec::new();
    for task in 0..tasks {
        let [_, nature, normal, accept] = chance.draw(Purpose::Task, task, 0, 0);
        let rest = (3.0 * nature.unit()).fract();
        let reach = task.min(5);
        let start = if reach > 0 && rest < dependency {
            let back = ((rest / dependency * f64::from(reach)) as u32).min(reach - 1);
            finish[(task - 1 - back) as usize]
        } else {
            0.0
        };
        finish.push(start + hours * chance.work(task, 0, &Spread::new(cv), [normal, accept]));
    }
    finish.into_iter().fold(0.0, f64::max)
}

fn critical_path() -> Family {
    let cases = [(40, 5.0, 1.0, 0.0), (40, 5.0, 0.9, 0.7), (25, 3.3, 0.4, 1.2), (120, 4.0, 0.25, 0.7)].map(|point| {
        let (tasks, hours, dependency, cv): (u32, f64, f64, f64) = point;
        Case {
            title: format!("{tasks} tasks, dependency {dependency}, cv {cv}"),
            settings: format!(
                "members={tasks} project_tasks={tasks} task_hours={hours} p_dependency={dependency} task_cv={cv}"
            ),
            reading: Reading::Measure(Measure::Makespan),
            exact: Exact::Each(Box::new(move |scenario, replicate, _| {
                Some(longest_chain(scenario.seed(), replicate, tasks, hours, dependency, cv))
            })),
            effort: Effort { quick: 10, deep: 200 },
        }
    });
    Family {
        title: "With enough hands, a project takes its critical path",
        theory: "The longest chain of tasks, each of which starts when its predecessor is accepted; calculated again from the draws, in \
                 every single run",
        source: "Kelley & Walker 1959",
        presets: vec![IDEAL, PROJECT],
        cases: cases.into(),
    }
}

fn few_tasks() -> Family {
    let harmonic = |n: u32| (1..=n).map(|k| 1.0 / f64::from(k)).sum::<f64>();
    let case = |title: &str, settings: &str, exact, effort| Case {
        title: title.to_owned(),
        settings: settings.to_owned(),
        reading: Reading::Measure(Measure::Makespan),
        exact: Exact::Mean(exact),
        effort,
    };
    let [even, random] = [Effort { quick: 3, deep: 20 }, Effort { quick: 8000, deep: 60_000 }];
    Family {
        title: "Projects with a mean in closed form",
        theory: "One pair of hands takes the sum of all tasks. n tasks with exponential sizes and a pair of hands each take S (1 + 1/2 + ... \
                 + 1/n). Two tasks, the second of which waits for the first with probability p, take S (2 p + 1.5 (1 - p))",
        source: "order statistics of exponentials; Rényi 1953",
        presets: vec![IDEAL, PROJECT],
        cases: vec![
            case("50 tasks, one person", "members=1 project_tasks=50 task_hours=6 task_cv=0", 300.0, even),
            case("7 tasks in two rounds of 5", "members=5 project_tasks=7 task_hours=6 task_cv=0", 12.0, even),
            case("10 tasks", "members=10 project_tasks=10 task_hours=4 task_cv=1", 4.0 * harmonic(10), random),
            case("3 tasks", "members=3 project_tasks=3 task_hours=5.5 task_cv=1", 5.5 * harmonic(3), random),
            case(
                "2 tasks, dependency 0.35",
                "members=2 project_tasks=2 task_hours=5 task_cv=1 p_dependency=0.35",
                5.0 * (0.7 + 1.5 * 0.65),
                random,
            ),
        ],
    }
}

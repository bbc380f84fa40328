//! Rework: how often a task is passed over, and what escapes.

use model::outcome::Measure;

use super::theory::WEEK;
use crate::case::{Case, Effort, Exact, Family, Reading};
use crate::settings::{IDEAL, Preset};

/// Always a next task, over many weeks.
const BACKLOG: Preset = Preset {
    name: "BACKLOG",
    what: "there is always a next task; a long window",
    settings: "task_hours=1 intervention_weeks=100",
};

/// The families of this file.
pub fn families() -> Vec<Family> {
    vec![passes(), escapes()]
}

fn passes() -> Family {
    let points: [(f64, f64); 5] = [(0.2, 1.0), (0.9, 1.0), (0.37, 0.5), (0.25, 0.8), (1.0, 0.2)];
    let cases = points.into_iter().flat_map(|(q0, skill)| {
        let q = (q0 * (1.5 - skill)).min(0.95);
        let speed = 0.5 + 0.5 * skill;
        let case = |measure, exact| Case {
            title: format!("defects in {q:.3} of passes"),
            settings: format!("q0={q0} skill_mean={skill}"),
            reading: Reading::Measure(measure),
            exact: Exact::Mean(exact),
            effort: Effort { quick: 20, deep: 1000 },
        };
        [case(Measure::Throughput, WEEK * speed * (1.0 - q)), case(Measure::ReworkShare, q)]
    });
    Family {
        title: "Rework takes geometrically many passes",
        theory: "Every defect is found and the whole task done again: a task takes 1 / (1 - q) passes, q = q0 (1.5 - s), at most 0.95. So \
                 throughput is 40 v (1 - q) / S by person-week, and the share q of work is rework",
        source: "geometric distribution",
        presets: vec![
            IDEAL,
            BACKLOG,
            Preset {
                name: "FRESH",
                what: "defects are always found, and the whole task is done again",
                settings: "detection=1 rework_fraction=1",
            },
        ],
        cases: cases.collect(),
    }
}

fn escapes() -> Family {
    let points: [(f64, f64, f64, f64, f64); 5] = [
        (0.4, 0.8, 0.4, 0.0, 0.5),
        (0.9, 0.35, 1.0, 0.0, 0.5),
        (0.15, 0.5, 0.0, 0.0, 0.5),
        (0.4, 0.5, 0.4, 0.5, 0.9),
        (0.6, 0.7, 0.8, 0.3, 0.2),
    ];
    let cases = points.into_iter().flat_map(|(q0, detection, fraction, admitted, safety)| {
        let q = 0.5 * q0;
        let found = detection * (1.0 + admitted * (2.0 * safety - 1.0));
        let again = q * found;
        let case = |measure, exact| Case {
            title: format!("planted {q}, found {detection}, admitted {admitted} at safety {safety}, redone {fraction}"),
            settings: format!(
                "q0={q0} detection={detection} rework_fraction={fraction} k_admit={admitted} safety0={safety}"
            ),
            reading: Reading::Measure(measure),
            exact: Exact::Mean(exact),
            effort: Effort { quick: 20, deep: 200 },
        };
        let hours = 1.0 + fraction * again / (1.0 - again);
        [case(Measure::Escaped, 100.0 * q * (1.0 - found) / (1.0 - again)), case(Measure::Throughput, WEEK / hours)]
    });
    Family {
        title: "Defects that are found, and those that escape",
        theory: "A pass plants a defect with probability q = q0 / 2 at skill 1, found with probability f = detection (1 + k_admit (2 S - 1)); with it rework of the share k of \
                 a fresh task begins. A task takes 1 / (1 - q f) passes, lets q (1 - f) / (1 - q f) defects escape, and needs S (1 + k \
                 q f / (1 - q f)) hours",
        source: "geometric distribution",
        presets: vec![IDEAL, BACKLOG],
        cases: cases.collect(),
    }
}

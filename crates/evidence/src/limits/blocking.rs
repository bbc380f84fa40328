//! Blockers without help: availability, and a queue whose services are held up.

use model::outcome::Measure;

use super::theory::{WEEK, wait_mg1};
use crate::case::{Case, Effort, Exact, Family, Reading};
use crate::settings::{IDEAL, Preset};

/// Nobody asks, nobody notices: blockers are solved alone.
const ALONE: Preset =
    Preset { name: "ALONE", what: "nobody asks for help; a long window", settings: "alpha=0 intervention_weeks=200" };

/// The families of this file.
pub fn families() -> Vec<Family> {
    vec![availability(), held_up()]
}

/// A point in the space of blockers.
struct Point {
    title: &'static str,
    /// Settings but for `beta` and `sigma0`.
    settings: &'static str,
    beta: f64,
    sigma: f64,
    /// Skill in all domains.
    skill: f64,
    /// Share of blockers that are passed on the spot.
    passed: f64,
}

const POINTS: &[Point] = &[
    Point {
        title: "expertise",
        settings: "mix_expertise=1 mix_clarity=0 mix_coordination=0",
        beta: 0.4,
        sigma: 0.25,
        skill: 1.0,
        passed: 0.5,
    },
    Point {
        title: "expertise, skill 0.4",
        settings: "mix_expertise=1 mix_clarity=0 mix_coordination=0",
        beta: 0.3,
        sigma: 0.2,
        skill: 0.4,
        passed: 0.2,
    },
    Point {
        title: "expertise, skill 0.85, often blocked",
        settings: "mix_expertise=1 mix_clarity=0 mix_coordination=0",
        beta: 2.0,
        sigma: 0.125,
        skill: 0.85,
        passed: 0.425,
    },
    Point {
        title: "clarity 0.3",
        settings: "mix_expertise=0 mix_clarity=1 mix_coordination=0 clarity0=0.3",
        beta: 0.35,
        sigma: 0.5,
        skill: 1.0,
        passed: 0.15,
    },
    Point {
        title: "clarity 0.3 + 0.15 by a formal lead",
        settings: "mix_expertise=0 mix_clarity=1 mix_coordination=0 clarity0=0.3 formal_lead=yes p_approval=0",
        beta: 0.35,
        sigma: 0.5,
        skill: 1.0,
        passed: 0.225,
    },
    Point {
        title: "clarity at its most, 0.95, software removes 0.35 of the rest",
        settings: "mix_expertise=0 mix_clarity=1 mix_coordination=0 clarity0=0.9 formal_lead=yes p_approval=0 automation=0.35",
        beta: 0.8,
        sigma: 0.2,
        skill: 0.7,
        passed: 1.0 - 0.525 * 0.65,
    },
    Point {
        title: "coordination in one group, trust 0.7",
        settings: "mix_expertise=0 mix_clarity=0 mix_coordination=1 groups=1 trust0=0.7",
        beta: 0.25,
        sigma: 0.3,
        skill: 1.0,
        passed: 0.35,
    },
    Point {
        title: "coordination across three groups, trust 0.7 less 0.4 of it",
        settings: "mix_expertise=0 mix_clarity=0 mix_coordination=1 groups=3 trust0=0.7 silo=0.4",
        beta: 0.25,
        sigma: 0.3,
        skill: 0.6,
        passed: 0.21,
    },
    Point {
        title: "all three kinds, weights 2 : 1 : 3",
        settings: "mix_expertise=0.4 mix_clarity=0.2 mix_coordination=0.6 clarity0=0.8 trust0=0.5 silo=0.2",
        beta: 0.5,
        sigma: 0.2,
        skill: 0.5,
        passed: (2.0 * 0.25 + 0.4 + 3.0 * 0.2) / 6.0,
    },
];

fn availability() -> Family {
    let cases = POINTS.iter().map(|point| {
        let &Point { title, settings, beta, sigma, skill, passed } = point;
        let speed = 0.5 + 0.5 * skill;
        let (met, solved) = (beta * (1.0 - passed) * speed, sigma * speed);
        Case {
            title: title.to_owned(),
            settings: format!("{settings} beta={beta} sigma0={sigma} skill_mean={skill}"),
            reading: Reading::Measure(Measure::Utilisation),
            exact: Exact::Mean(1.0 / (1.0 + met / solved)),
            effort: Effort { quick: 20, deep: 200 },
        }
    });
    Family {
        title: "Availability without help",
        theory: "A = 1 / (1 + beta' / sigma'): beta' the blockers met in an hour of work, less those passed on the spot (s / 2, C_team / \
                 2 or trust / 2 of them, by kind), sigma' = sigma0 (1/2 + s/2). Work goes at (1/2 + s/2)",
        source: "alternating renewal process; Barlow & Proschan 1975",
        presets: vec![IDEAL, ALONE],
        cases: cases.collect(),
    }
}

fn held_up() -> Family {
    let cases = [
        (0.5, 0.1, 1.0, 2.0, 10.0, 24, 200),
        (0.7, 0.1, 0.0, 5.0, 20.0, 24, 200),
        (0.83, 0.12, 0.7, 1.5, 12.0, 40, 300),
    ]
    .map(|(load, hours, cv, beta, sigma, quick, deep): (f64, f64, f64, f64, f64, u32, u32)| {
        // Skill is 1, so half of the blockers are passed on the spot.
        let (met, delay) = (0.5 * beta, 1.0 / sigma);
        let stretch = 1.0 + met * delay;
        let rate = load / (hours * stretch);
        let mean = hours * stretch;
        let second = hours * hours * (1.0 + cv * cv) * stretch * stretch + hours * met * 2.0 * delay * delay;
        Case {
            title: format!("load {load} with delays, cv {cv}"),
            settings: format!(
                "members=1 demand={} task_hours={hours} task_cv={cv} beta={beta} sigma0={sigma} mix_expertise=1 mix_clarity=0 \
                 mix_coordination=0",
                rate * WEEK
            ),
            reading: Reading::Measure(Measure::WaitMean),
            exact: Exact::Mean(wait_mg1(rate, mean, second)),
            effort: Effort { quick, deep },
        }
    });
    Family {
        title: "A queue whose services are held up by blockers",
        theory: "Pollaczek-Khinchine with completion times instead of service times: E[C] = S (1 + beta'/sigma), E[C^2] = E[S^2] \
                 (1 + beta'/sigma)^2 + 2 S beta'/sigma^2",
        source: "Gaver 1962; Avi-Itzhak & Naor 1963",
        presets: vec![IDEAL, super::queueing::QUEUE, ALONE],
        cases: cases.into(),
    }
}

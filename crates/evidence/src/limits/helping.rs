//! Help: a dedicated helper as a repairer, where it harms, the gate of safety, two who help each other.

use model::outcome::Measure;

use super::theory::{root, running};
use crate::case::{Case, Effort, Exact, Family, Reading};
use crate::settings::{IDEAL, Preset};

/// Blockers of expertise, half of which are passed on the spot at skill 1.
pub const EXPERTISE: Preset = Preset {
    name: "EXPERTISE",
    what: "blockers of expertise only, half of which are passed on the spot at skill 1; a long window",
    settings: "mix_expertise=1 mix_clarity=0 mix_coordination=0 groups=1 task_hours=1 intervention_weeks=200",
};

/// An assist leader who does nothing else, at help factor 1, without teaching.
pub const DEDICATED: Preset = Preset {
    name: "DEDICATED",
    what: "the first seats only assist, at a help factor of 1, and explain nothing",
    settings: "assist_who=seated assist_share=1 competence=0.5 teach=0 l_star=2",
};

/// The helper sees at once who is stuck; nobody asks.
const NOTICED: Preset = Preset {
    name: "NOTICED",
    what: "people who are stuck are noticed within seconds, and nobody has to ask",
    settings: "notice=1000000 alpha=0",
};

/// The families of this file.
pub fn families() -> Vec<Family> {
    vec![machine_repair(), break_even(), gate_of_safety(), colleagues()]
}

fn machine_repair() -> Family {
    let cases = [
        (2, 1, 0.8, 1.0, 0.0),
        (4, 1, 0.4, 1.0, 0.0),
        (7, 1, 0.3, 0.8, 0.0),
        (12, 1, 0.25, 2.5, 0.0),
        (6, 2, 1.0, 1.0, 0.0),
        (5, 1, 0.6, 0.7, 0.2),
        (3, 1, 0.1, 2.0, 0.5),
        (9, 3, 1.5, 0.6, 0.15),
    ]
    .map(|(machines, crew, beta, eta, sigma): (u32, u32, f64, f64, f64)| Case {
        title: format!("{machines} people, {crew} helping{}", if sigma > 0.0 { ", some solve it alone" } else { "" }),
        settings: format!("members={} assist_leaders={crew} beta={beta} eta={eta} sigma0={sigma}", machines + crew),
        reading: Reading::Measure(Measure::Utilisation),
        exact: Exact::Mean(running(machines, crew, 0.5 * beta, eta, sigma) / f64::from(machines + crew)),
        effort: Effort { quick: 20, deep: 200 },
    });
    Family {
        title: "A dedicated helper is the machine-repair queue",
        theory: "M/M/c//N: N people fail at beta / 2, c helpers repair at eta, each failure mends itself at sigma0, the birth-death chain \
                 of the number down. `utilisation` is the mean number working over N + c, as helpers are paid too",
        source: "Palm 1947; Gross et al. 2008, 2.8",
        presets: vec![IDEAL, EXPERTISE, DEDICATED, NOTICED],
        cases: cases.into(),
    }
}

/// Share of all working time that `n` + 1 people work when one of them only helps, less that when all solve alone.
fn gain(n: u32, beta: f64, eta: f64, sigma: f64) -> f64 {
    let all = n + 1;
    let alone = running(all, 0, 0.5 * beta, 0.0, sigma);
    (running(n, 1, 0.5 * beta, eta, sigma) - alone) / f64::from(all)
}

fn break_even() -> Family {
    let points = [(5, 1.0, 0.2), (8, 2.0, 0.125), (3, 0.5, 0.1)];
    let cases = points.into_iter().flat_map(|(n, eta, sigma)| {
        let even = root(0.001, 2.0, |beta| gain(n, beta, eta, sigma));
        [0.4, 2.0].map(|factor| {
            let beta = (1000.0 * factor * even).round() / 1000.0;
            Case {
                title: format!(
                    "{} people, one helping or none; {} break-even at {even:.4}",
                    n + 1,
                    if factor < 1.0 { "below" } else { "above" }
                ),
                settings: format!(
                    "members={} beta={beta} eta={eta} sigma0={sigma} task_hours=0.5 control.assist_leaders=0 treatment.assist_leaders=1",
                    n + 1
                ),
                reading: Reading::Difference(Measure::Utilisation),
                exact: Exact::Mean(gain(n, beta, eta, sigma)),
                effort: Effort { quick: 90, deep: 240 },
            }
        })
    });
    Family {
        title: "Where blockers are rare, a dedicated helper does harm",
        theory: "One of N + 1 people only helps, or all solve alone: the gain in working time is that of M/M/1//N with self-repair less (N + \
                 1) / (1 + beta' / sigma0). It is negative below the beta at which both are equal, and positive above",
        source: "Palm 1947; Gross et al. 2008, 2.8",
        presets: vec![IDEAL, EXPERTISE, DEDICATED, NOTICED],
        cases: cases.collect(),
    }
}

fn gate_of_safety() -> Family {
    struct Gate {
        title: &'static str,
        settings: &'static str,
        /// Rate of asking, of solving alone, of being helped [per h]; delay of help [h].
        ask: f64,
        sigma: f64,
        eta: f64,
        delay: f64,
    }
    let gate = |title, settings, ask, sigma, eta| Gate { title, settings, ask, sigma, eta, delay: 0.0 };
    let gates = [
        gate("safety 0.05", "safety0=0.05 alpha=2 stigma=0 sigma0=0.1 eta=1", 0.1, 0.1, 1.0),
        gate("safety 0.3", "safety0=0.3 alpha=1 stigma=0 sigma0=0.125 eta=1", 0.3, 0.125, 1.0),
        gate("safety 0.5, stigma 0.3", "safety0=0.5 alpha=1.2 stigma=0.3 sigma0=0.2 eta=0.7", 0.42, 0.2, 0.7),
        gate("safety 0.9", "safety0=0.9 alpha=0.3 stigma=0 sigma0=0.1 eta=0.5", 0.27, 0.1, 0.5),
        gate("safety 0.95, alone", "safety0=0.95 alpha=0 stigma=0 sigma0=0.4 eta=3", 0.0, 0.4, 3.0),
        gate("craft 0.9", "safety0=0.5 alpha=1 stigma=0 sigma0=0.1 eta=1 competence=0.9 listening=0", 0.5, 0.1, 1.2),
        gate(
            "teaching 0.3, far-sighted 0.5",
            "safety0=0.5 alpha=1 stigma=0 sigma0=0.1 eta=1 teach=0.3 long_term=0.5",
            0.5,
            0.1,
            1.0 / 1.405,
        ),
        gate("automation 0.2", "safety0=0.6 alpha=1 stigma=0 sigma0=0.15 eta=1 automation=0.2", 0.6, 0.15, 1.0 / 0.8),
        gate(
            "a shared board, 0.7 h a week",
            "safety0=0.5 alpha=1 stigma=0.8 sigma0=0.1 eta=1 shared_board=0.7 k_practice=2",
            0.5 * (1.0 - 0.8 * (-1.4_f64).exp()),
            0.1,
            1.0,
        ),
        gate(
            "quiet, under an assist leader who listens a little and is fair",
            "safety0=0.5 alpha=1 stigma=0 sigma0=0.1 eta=1 quiet=1 reticence=0.6 fairness=0.5 listening=0",
            0.5 * (1.0 - 0.6 * 0.75),
            0.1,
            1.0,
        ),
        Gate {
            delay: 0.5,
            ..gate(
                "remote, with check-ins for 0.5 h a week",
                "safety0=0.5 alpha=1 stigma=0 sigma0=0.2 eta=1 remote_share=1 remote_contact=0.6 remote_delay=0.5 check_ins=0.5",
                0.5 * (1.0 - 0.4 * (-0.5_f64).exp()),
                0.2,
                1.0,
            )
        },
        Gate {
            delay: 0.75,
            ..gate(
                "remote",
                "safety0=0.5 alpha=1 stigma=0 sigma0=0.2 eta=1 remote_share=1 remote_contact=0.6 remote_delay=0.75",
                0.3,
                0.2,
                1.0,
            )
        },
    ];
    let cases = gates.map(|Gate { title, settings, ask, sigma, eta, delay }| {
        let helped = (1.0 - (-sigma * delay).exp()) / sigma + (-sigma * delay).exp() / (sigma + eta);
        Case {
            title: title.to_owned(),
            settings: settings.to_owned(),
            reading: Reading::Measure(Measure::StuckMean),
            exact: Exact::Mean(1.0 / (sigma + ask) + ask / (sigma + ask) * helped),
            effort: Effort { quick: 30, deep: 200 },
        }
    });
    Family {
        title: "The gate of safety",
        theory: "Stuck until it is solved alone (sigma) or asked (a = alpha (1 - stigma) S, remote times contact); then helped at eta while \
                 solving goes on: E = 1/(sigma + a) + a/(sigma + a) H with H = 1/(sigma + eta), or, with a delay D before help \
                 works, H = (1 - exp(-sigma D))/sigma + exp(-sigma D)/(sigma + eta). eta is times (0.75 + 0.5 craft), over (1 + \
                 teaching), over (1 - automation). An assist leader with room says yes in 0.99995 of cases",
        source: "competing exponential clocks; Ross 2014, 5.2",
        presets: vec![
            IDEAL,
            EXPERTISE,
            DEDICATED,
            Preset {
                name: "GATE",
                what: "one works, the other waits to be asked; safety and trust are constant",
                settings: "members=2 assist_leaders=1 route=1 notice=0 beta=1 a_S=0 a_T=0 listening=0",
            },
        ],
        cases: cases.into(),
    }
}

fn colleagues() -> Family {
    let cases = [(1.0, 0.8, 0.2, 1.0), (0.6, 0.3, 0.125, 2.0), (2.4, 5.0, 0.05, 0.7)].map(
        |(beta, ask, sigma, eta): (f64, f64, f64, f64)| {
            let fail = 0.5 * beta;
            // Weights against one stuck, the other working.
            let (none, both, helped) = ((sigma + ask) / (2.0 * fail), fail / (2.0 * sigma), ask / (sigma + eta));
            Case {
                title: format!("blocked {beta}, ask {ask}, alone {sigma}, help {eta} per h"),
                settings: format!("beta={beta} alpha={} sigma0={sigma} eta={eta}", 2.0 * ask),
                reading: Reading::Measure(Measure::Utilisation),
                exact: Exact::Mean((none + 0.5) / (none + 1.0 + both + helped)),
                effort: Effort { quick: 40, deep: 400 },
            }
        },
    );
    Family {
        title: "Two who help each other",
        theory: "A Markov chain of four states: none stuck, one stuck, one stuck and helped by the other, both stuck (nobody to ask). \
                 Their weights are (sigma + a)/(2 f) : 1 : a/(sigma + eta) : f/(2 sigma), f = beta / 2, a = alpha S",
        source: "balance equations of the chain; Ross 2014, 6.5",
        presets: vec![
            IDEAL,
            EXPERTISE,
            Preset {
                name: "COLLEAGUES",
                what: "two givers with room to help, for whom interruptions cost nothing",
                settings: "members=2 givers=1 takers=0 l_star=2 stigma=0 safety0=0.5 a_S=0 a_T=0 teach=0 resume_cost=0",
            },
        ],
        cases: cases.into(),
    }
}

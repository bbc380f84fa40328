//! Acceptance with pay-forward as a mean field, and the network that a dedicated helper makes.

use model::outcome::Measure;

use crate::case::{Case, Effort, Exact, Family, Reading};
use crate::settings::{IDEAL, Preset};

/// What a team of finite size may miss the mean field by.
const TOLERANCE: f64 = 0.05;

/// The families of this file.
pub fn families() -> Vec<Family> {
    vec![pay_forward(), drift(), star()]
}

/// Many who can help and are always asked.
const CROWD: Preset = Preset {
    name: "CROWD",
    what: "forty people who can help, are always asked, and help within seconds; blockers are mostly solved alone",
    settings: "members=40 groups=1 mix_expertise=1 mix_clarity=0 mix_coordination=0 beta=1 task_hours=20 sigma0=1 \
               alpha=0.4 stigma=0 safety0=0.5 a_S=0 a_T=0 teach=0 eta=1000 resume_cost=0 visibility=0 l_star=2 \
               intervention_weeks=50",
};

/// A matcher's inclination to reciprocate while help takes no time worth the name, so that the ledgers stay balanced.
fn balanced() -> f64 {
    1.0 / (1.0 + (-1.0_f64).exp())
}

fn drift() -> Family {
    let points = [(1.2, 0.05, 0.0, 0.0), (1.3, 0.1, 0.0, 0.5), (1.25, 0.05, 1.0, 0.0)];
    let cases = points.map(|(l_star, rate, givers, takers): (f64, f64, f64, f64)| {
        let (room, matched) = (1.0 / (1.0 + ((1.0 - l_star) / 0.1_f64).exp()), balanced());
        let granted = room * (2.0 * matched - 1.0) / (1.0 - 2.0 * room * (1.0 - matched));
        Case {
            title: format!("load {l_star}, {rate} an answer, from givers {givers}, takers {takers}"),
            settings: format!("l_star={l_star} a_G={rate} givers={givers} takers={takers}"),
            reading: Reading::Measure(Measure::RefusalShare),
            exact: Exact::MeanField(1.0 - granted, TOLERANCE),
            effort: Effort { quick: 20, deep: 100 },
        }
    });
    Family {
        title: "Readiness to help that changes with experience",
        theory: "Each answer moves g towards 1 or 0, so that in the long run g is the share p of own requests that is granted, whatever it was \
                 at the start. Granted is p = w (D + (1 - D) (2 g - 1)) with room w = 1 / (1 + exp((1 - l_star) / 0.1)) and D = 1 / (1 + \
                 1/e) as above: p = w (2 D - 1) / (1 - 2 w (1 - D))",
        source: "mean field",
        presets: vec![
            IDEAL,
            CROWD,
            Preset {
                name: "DRIFTED",
                what: "a year before anything is measured; no pay-forward",
                settings: "m=0 warmup_weeks=52",
            },
        ],
        cases: cases.into(),
    }
}

fn pay_forward() -> Family {
    let balanced = balanced();
    let points =
        [(0.25, 0.0, 0.4), (0.15, 0.0, 0.75), (0.5, 0.0, 0.9), (0.2, 0.0, 1.0), (0.0, 0.0, 0.5), (0.25, 0.375, 0.6)];
    let cases = points.map(|(givers, takers, m): (f64, f64, f64)| {
        // Who is no giver says yes with half the inclination if a taker.
        let others = (1.0 - givers - takers) + 0.5 * takers;
        let fixed = (givers + others * (1.0 - m) * balanced) / (1.0 - others * m);
        Case {
            title: format!("givers {givers}, takers {takers}, m {m}"),
            settings: format!("givers={givers} takers={takers} m={m}"),
            reading: Reading::Measure(Measure::RefusalShare),
            exact: Exact::MeanField((1.0 - fixed).max(0.0), TOLERANCE),
            effort: Effort { quick: 20, deep: 200 },
        }
    });
    Family {
        title: "Acceptance with pay-forward",
        theory: "Givers (g) say yes, matchers with m P + (1 - m) D, takers (k) with half of that; P remembers whether own requests were \
                 granted. In a mean field P is the share p granted, p = g + o (m p + (1 - m) D), o = 1 - g - k / 2: p = (g + o (1 - m) \
                 D) / (1 - o m). With D = 0 and no takers this is g / (1 - (1 - g) m), which the acceptance function meets exactly \
                 (a unit test in crates/model/src/processes/asking.rs); here ledgers are balanced, and D = 1 / (1 + 1/e)",
        source: "mean field; Nowak & Roch 2007 for the setting",
        presets: vec![IDEAL, CROWD],
        cases: cases.into(),
    }
}

fn star() -> Family {
    let case = |measure, n: f64, exact| Case {
        title: format!("{n} people, `{}`", Measure::info(measure).id),
        settings: format!("members={n}"),
        reading: Reading::Measure(measure),
        exact: Exact::Mean(exact),
        effort: Effort { quick: 2, deep: 20 },
    };
    let of = |n: f64| {
        [
            case(Measure::Top1, n, 1.0),
            case(Measure::Participation, n, 1.0 / n),
            case(Measure::Centralisation, n, 1.0),
            case(Measure::BetweennessTop, n, 1.0),
            case(Measure::Reciprocity, n, 0.0),
        ]
    };
    Family {
        title: "One who helps everyone is the centre of a star",
        theory: "All help comes from one: a Gini coefficient of (n - 1) / n, degree centralisation 1, betweenness 1, nothing mutual. Other \
                 known graphs (ring, path, mixed) are unit tests in crates/model/src/metrics.rs",
        source: "Freeman 1977, 1979",
        presets: vec![
            IDEAL,
            Preset {
                name: "STAR",
                what: "one helper who notices everything; everyone else is often stuck",
                settings: "assist_leaders=1 assist_who=seated assist_share=1 notice=1000000 alpha=0 teach=0 mix_expertise=1 \
                           mix_clarity=0 mix_coordination=0 groups=1 beta=2 sigma0=0",
            },
        ],
        cases: of(8.0).into_iter().chain(of(5.0)).collect(),
    }
}

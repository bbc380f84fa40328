//! Who knows what: how it grows, where it is lost; and how welcome help is that nobody asked for.

use model::outcome::Measure;

use super::helping::{DEDICATED, EXPERTISE};
use crate::case::{Case, Effort, Exact, Family, Reading};
use crate::settings::{IDEAL, Preset};

/// The families of this file.
pub fn families() -> Vec<Family> {
    vec![growth(), turnover(), welcome()]
}

fn growth() -> Family {
    let case = |title: &str, settings: &str, exact| Case {
        title: title.to_owned(),
        settings: settings.to_owned(),
        reading: Reading::Measure(Measure::Known),
        exact: Exact::Mean(exact),
        effort: Effort { quick: 2, deep: 2 },
    };
    let grown = |from: f64, rate: f64, weeks: f64| 1.0 - (1.0 - from) * (-rate * weeks).exp();
    // Of the twelve ordered pairs of four people in two groups, four lie within one.
    let two = |within: f64, across: f64| (within + 2.0 * across) / 3.0;
    Family {
        title: "Knowing who knows what grows by working together",
        theory: "K = 1 - (1 - K0) exp(-k t), k = k_know within a group and 0 across; an assist leader who connects adds k_know x \
                 collaboration to both; times remote_contact where either is remote. K0 = know0, across groups know0 (1 - silo)",
        source: "linear differential equation",
        presets: vec![
            IDEAL,
            Preset {
                name: "FROM_THE_START",
                what: "nobody helps; 20 weeks from the first day",
                settings: "warmup_weeks=0 baseline_weeks=0 intervention_weeks=20 members=4",
            },
        ],
        cases: vec![
            case("one group", "groups=1 know0=0.3 k_know=0.05", grown(0.3, 0.05, 20.0)),
            case("one group, nothing known", "groups=1 know0=0 k_know=0.2", grown(0.0, 0.2, 20.0)),
            case("two groups", "groups=2 know0=0.6 silo=0.5 k_know=0.03", two(grown(0.6, 0.03, 20.0), 0.3)),
            case(
                "two groups and one who connects",
                "groups=2 know0=0.6 silo=0.5 k_know=0.03 assist_leaders=1 assist_share=1 collaboration=0.8",
                two(grown(0.6, 0.03 * 1.8, 20.0), grown(0.3, 0.03 * 0.8, 20.0)),
            ),
            case(
                "all remote",
                "groups=1 know0=0.3 k_know=0.05 remote_share=1 remote_contact=0.6",
                grown(0.3, 0.03, 20.0),
            ),
            case("nothing adds to it", "groups=1 know0=0.45 k_know=0", 0.45),
        ],
    }
}

fn turnover() -> Family {
    let cases = [(1.0, 0.05), (2.0, 0.05), (0.5, 0.2)].map(|(h0, k_know): (f64, f64)| {
        // Neither of two leaves in a week; what they know of each other is as old as the one who came last.
        let stay = (-2.0 * h0 * (-0.2_f64).exp() / 52.0).exp();
        Case {
            title: format!("{h0} leave a year, {k_know} a week"),
            settings: format!("members=40 groups=1 h0={h0} HR=0 vacancy=0 know0=0 k_know={k_know} warmup_weeks=250"),
            reading: Reading::Measure(Measure::Known),
            exact: Exact::Mean(1.0 - (1.0 - stay) / (1.0 - stay * (-k_know).exp())),
            effort: Effort { quick: 240, deep: 600 },
        }
    });
    Family {
        title: "Knowing who knows what is lost when people leave",
        theory: "A tie starts again at 0 when either leaves, with probability 1 - q a week, q = exp(-2 h / 52), and grows as above: in the \
                 long run K = 1 - (1 - q) / (1 - q exp(-k_know))",
        source: "renewal with geometric ages",
        presets: vec![
            IDEAL,
            Preset {
                name: "LEAVING",
                what: "morale depends on autonomy alone, and is 0.6 from start to end",
                settings: "w_p=0 w_s=0 w_r=0 w_a=1 w_x=0 formal_lead=yes p_approval=0 micromanagement=0.4 task_hours=20",
            },
        ],
        cases: cases.into(),
    }
}

fn welcome() -> Family {
    let cases = [(0.5, 0.6, 1.0, 2.0, 0.1), (0.9, 0.9, 0.3, 1.0, 0.2), (0.05, 0.3, 2.0, 4.0, 0.5)].map(
        |(safety, trust, notice, patience, sigma): (f64, f64, f64, f64, f64)| {
            // An offer comes after a time that is exponential with both rates, given that it comes first.
            let rate = notice + sigma;
            Case {
                title: format!("safety {safety}, trust {trust}, noticed {notice} per h, patience {patience} h"),
                settings: format!(
                    "safety0={safety} trust0={trust} notice={notice} t_welcome={patience} sigma0={sigma}"
                ),
                reading: Reading::Measure(Measure::Unwelcome),
                exact: Exact::Mean((1.0 - safety * trust) * rate / (rate + 1.0 / patience)),
                effort: Effort { quick: 220, deep: 300 },
            }
        },
    );
    Family {
        title: "How often help that nobody asked for is declined",
        theory: "It is welcome with probability 1 - (1 - S T) exp(-t / t_welcome) after being stuck for t, and t is exponential with the \
                 rates of being noticed and of solving alone: (1 - S T) r / (r + 1 / t_welcome), r = notice + sigma0",
        source: "Laplace transform of the exponential distribution",
        presets: vec![
            IDEAL,
            EXPERTISE,
            DEDICATED,
            Preset {
                name: "OFFERS",
                what: "one works and never asks, the other stands by and sees who is stuck; safety and trust are constant",
                settings: "members=2 assist_leaders=1 alpha=0 empathy=1 listening=0 beta=1 a_S=0 a_T=0",
            },
        ],
        cases: cases.into(),
    }
}

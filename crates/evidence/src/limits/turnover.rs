//! Turnover: who stays, how many seats are held, what drives people out.

use model::outcome::Measure;

use crate::case::{Case, Effort, Exact, Family, Reading};
use crate::settings::{IDEAL, Preset};

/// Morale stands at 0.6 for ever, so that the hazard is h0 exp(2 (0.5 - 0.6)).
const STEADY: Preset = Preset {
    name: "STEADY",
    what: "morale depends on autonomy alone, and is 0.6 from start to end",
    settings: "w_p=0 w_s=0 w_r=0 w_a=1 w_x=0 formal_lead=yes p_approval=0 micromanagement=0.4 groups=1 task_hours=20",
};

/// exp(2 (0.5 - 0.6))
fn morale_factor() -> f64 {
    (-0.2_f64).exp()
}

/// The families of this file.
pub fn families() -> Vec<Family> {
    vec![retention(), hazard(), seats()]
}

fn retention() -> Family {
    let cases = [(0.5, 13, 60), (0.5, 52, 150), (1.3, 26, 150)].map(|(h0, weeks, quick): (f64, u32, u32)| Case {
        title: format!("{h0} a year, {weeks} weeks"),
        settings: format!("members=100 h0={h0} HR=0 intervention_weeks={weeks}"),
        reading: Reading::Measure(Measure::Retention),
        exact: Exact::Mean((-h0 * morale_factor() * f64::from(weeks) / 52.0).exp()),
        effort: Effort { quick, deep: 10 * quick },
    });
    Family {
        title: "The number of those who stay decays exponentially",
        theory: "exp(-h t), h = h0 exp(2 (0.5 - M)) a year",
        source: "constant hazard; Cox & Oakes 1984",
        presets: vec![IDEAL, STEADY],
        cases: cases.into(),
    }
}

fn hazard() -> Family {
    let case = |title: &str, settings: &str, exact| Case {
        title: title.to_owned(),
        settings: settings.to_owned(),
        reading: Reading::Measure(Measure::QuitHazard),
        exact: Exact::Mean(exact),
        effort: Effort { quick: 2, deep: 2 },
    };
    // One of two gives all help and gets no thanks: u = 1 for it, 0 for the other.
    let helper = "members=2 assist_leaders=1 assist_who=seated assist_share=1 notice=1000000 k_u=0 visibility=0 recognition=0 beta=5 \
                  mix_expertise=1 mix_clarity=0 mix_coordination=0";
    let helper_case = |career: f64, k_r: f64| {
        let push = (k_r * (1.0 - 0.5 * career)).exp();
        case(
            &format!("one helps unthanked, k_R {k_r}, career path {career}"),
            &format!("{helper} h0=0.000001 HR=0 k_R={k_r} career_path={career}"),
            1e-6 * morale_factor() * 0.5 * (1.0 + push),
        )
    };
    Family {
        title: "The hazard of leaving",
        theory: "h0 exp(HR X) exp(2 (0.5 - M)) exp(k_R (1 - career_path / 2) u), u the own share of all help times 1 - R; the mean over \
                 members. Where h0 is tiny nobody leaves, and the hazard is measured without the luck of who does",
        source: "definition",
        presets: vec![IDEAL, STEADY],
        cases: vec![
            case("nobody tired", "h0=0.3 HR=4", 0.3 * morale_factor()),
            case(
                "all exhausted alike, no weekend",
                "h0=0.000001 HR=2.6 d=0.3 k_s=0 k_i=0 r_w=0",
                1e-6 * morale_factor() * (2.6_f64 * 0.3 / 0.8).exp(),
            ),
            helper_case(0.0, 3.0),
            helper_case(0.8, 1.7),
        ],
    }
}

fn seats() -> Family {
    let points: [(f64, f64); 3] = [(0.5, 8.0), (0.5, 26.0), (2.0, 3.0)];
    let cases = points.into_iter().flat_map(|(h0, vacancy)| {
        let weekly = 1.0 - (-h0 * morale_factor() / 52.0).exp();
        let case = |measure, exact, effort| Case {
            title: format!("{h0} a year, vacancy of {vacancy} weeks"),
            settings: format!("members=40 h0={h0} HR=0 vacancy={vacancy} warmup_weeks=300 intervention_weeks=400"),
            reading: Reading::Measure(measure),
            exact: Exact::Mean(exact),
            effort,
        };
        // Few leave at half a leaver a year: too many runs for every day.
        let leavers = Effort { quick: if h0 > 1.0 { 60 } else { 0 }, deep: 600 };
        [
            case(Measure::SeatFill, 1.0 / (1.0 + vacancy * weekly), Effort { quick: 20, deep: 200 }),
            case(Measure::TurnoverYear, 52.0 * weekly, leavers),
        ]
    });
    Family {
        title: "Seats held",
        theory: "A hire stays geometrically many weeks, then the seat is empty for V: 1 / (1 + V (1 - exp(-h / 52))) are held, and 52 (1 - \
                 exp(-h / 52)) leave by person-year",
        source: "alternating renewal process; Barlow & Proschan 1975",
        presets: vec![IDEAL, STEADY],
        cases: cases.collect(),
    }
}

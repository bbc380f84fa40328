//! Slow states: energy and exhaustion through the week, morale, safety, clarity, learning, training.
//!
//! No chance is left in most of these, so that the model must meet the closed form to rounding.

use model::outcome::Measure;

use crate::case::{Case, Effort, Exact, Family, Reading};
use crate::settings::{IDEAL, Preset};

/// Everyone works on one task all the time; what oscillates has settled.
const SETTLED: Preset = Preset {
    name: "SETTLED",
    what: "everyone is busy all day; a warm-up of ten years, after which all weeks are alike",
    settings: "task_hours=100 task_cv=0 members=2 warmup_weeks=520 intervention_weeks=4",
};

const ONCE: Effort = Effort { quick: 2, deep: 2 };

/// The families of this file.
pub fn families() -> Vec<Family> {
    vec![energy(), exhaustion(), morale(), safety(), clarity(), learning(), training(), watched_over()]
}

fn exactly(title: impl Into<String>, settings: impl Into<String>, measure: Measure, exact: f64) -> Case {
    Case {
        title: title.into(),
        settings: settings.into(),
        reading: Reading::Measure(measure),
        exact: Exact::Mean(exact),
        effort: ONCE,
    }
}

/// Energy on the mornings of a week that repeats itself, and on Friday's evening: five days of recovery `r` and drain `c`, then a
/// weekend.
///
/// Within a day E moves to r / (r + c) by exp(-(r + c)); over the weekend 1 - E shrinks by exp(-2 r_w). The fixed point of the
/// week's affine map is the Monday's energy.
fn week_of_energy(r: f64, c: f64, r_w: f64) -> [f64; 6] {
    let (aim, day, weekend) = (r / (r + c), (-(r + c)).exp(), (-2.0 * r_w).exp());
    let five = day.powi(5);
    let monday = (1.0 - weekend * (1.0 - aim * (1.0 - five))) / (1.0 - weekend * five);
    [0, 1, 2, 3, 4, 5].map(|n| aim + (monday - aim) * day.powi(n))
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Drain of energy by weeks beyond 48 hours [per d].
fn overtime(hours: f64, c_o: f64) -> f64 {
    let over: f64 = (hours / 40.0 - 1.2).max(0.0);
    c_o * over * over
}

fn energy() -> Family {
    let case = |title: &str, settings: &str, r, c, r_w| {
        exactly(title, settings, Measure::Energy, mean(&week_of_energy(r, c, r_w)[..5]))
    };
    Family {
        title: "Energy through the week",
        theory: "E' = E* + (E - E*) exp(-(r + c)) over a day, E* = r / (r + c), 1 - E shrinks by exp(-2 r_w) over a weekend: the Monday's \
                 energy is the fixed point of the week. c = d D + c_o (hours / 40 - 1.2)^2, D = 1 + k_i interruptions + k_h (stuck \
                 hours) / 8 - k_s / 2 - remote_ease [remote] for a member who is busy all day. A team starts \
                 where such weeks lead",
        source: "linear differential equation",
        presets: vec![IDEAL, SETTLED],
        cases: vec![
            case("defaults, no relief", "r=0.5 d=0.125 r_w=0.35 k_s=0", 0.5, 0.125, 0.35),
            case("much drain, short rest", "r=0.3 d=0.4 r_w=0.1 k_s=0", 0.3, 0.4, 0.1),
            case("no weekend", "r=0.5 d=0.125 r_w=0 k_s=0", 0.5, 0.125, 0.0),
            case("relief by support", "r=0.8 d=0.3 r_w=0.6 k_s=0.4", 0.8, 0.3 * 0.8, 0.6),
            case("remote, with its ease", "d=0.2 k_s=0 remote_share=1 remote_ease=0.25", 0.5, 0.2 * 0.75, 0.35),
            case("48 hours a week", "d=0.125 k_s=0 hours_per_week=48 c_o=1.3", 0.5, 0.125, 0.35),
            case("55 hours", "d=0.125 k_s=0 hours_per_week=55 c_o=1.3", 0.5, 0.125 + overtime(55.0, 1.3), 0.35),
            case("66 hours", "d=0.125 k_s=0 hours_per_week=66 c_o=2", 0.5, 0.125 + overtime(66.0, 2.0), 0.35),
            case(
                "a lead who interrupts 1.2 times a day",
                "d=0.2 k_s=0 k_i=0.15 formal_lead=yes p_approval=0 micromanagement=0.6",
                0.5,
                0.2 * (1.0 + 0.15 * 1.2),
                0.35,
            ),
            case(
                "from the first Monday on",
                "r=0.4 d=0.2 r_w=0.3 k_s=0 warmup_weeks=0 baseline_weeks=0",
                0.4,
                0.2,
                0.3,
            ),
            case(
                "stuck for good",
                "d=0.2 k_s=0 k_h=0.7 beta=10 sigma0=0 alpha=0 mix_expertise=1 mix_clarity=0 mix_coordination=0",
                0.5,
                0.2 * (1.0 + 0.7),
                0.35,
            ),
        ],
    }
}

/// Mean exhaustion over the days of a week that repeats itself, `tau` [d] behind the evening's lack of energy.
fn week_of_exhaustion(r: f64, c: f64, r_w: f64, tau: f64) -> f64 {
    let energy = week_of_energy(r, c, r_w);
    let keep = (-1.0 / tau).exp();
    let evening = |n: usize| 1.0 - energy[n + 1];
    // From Monday's X: four steps within the week, and the fifth must lead back to it.
    let gained: f64 = (0..5).map(|n| (1.0 - keep) * keep.powi(4 - n) * evening(n as usize)).sum();
    let mut day = gained / (1.0 - keep.powi(5));
    let mut sum = 0.0;
    for n in 0..5 {
        sum += day;
        day = keep * day + (1.0 - keep) * evening(n);
    }
    sum / 5.0
}

fn exhaustion() -> Family {
    let week = |title: &str, settings: &str, c, r_w, tau| {
        exactly(title, settings, Measure::Exhaustion, week_of_exhaustion(0.5, c, r_w, tau))
    };
    Family {
        title: "Exhaustion and burnout",
        theory: "X moves to the evening's 1 - E by 1 - exp(-1 / tau_X) a day: the periodic solution of this linear recursion. Without \
                 weekends X stands at d / (r + d), and everyone is burnt out or nobody is, as that is above theta or below",
        source: "linear recursion",
        presets: vec![IDEAL, SETTLED],
        cases: vec![
            week("28 days behind", "d=0.125 k_s=0", 0.125, 0.35, 28.0),
            week("3 days behind", "d=0.3 k_s=0 r_w=0.2 tau_X=3", 0.3, 0.2, 3.0),
            week(
                "60 hours a week",
                "d=0.125 k_s=0 hours_per_week=60 c_o=1 tau_X=10",
                0.125 + overtime(60.0, 1.0),
                0.35,
                10.0,
            ),
            week("from the first Monday on", "d=0.2 k_s=0 warmup_weeks=0 baseline_weeks=0", 0.2, 0.35, 28.0),
            exactly("no weekend", "d=0.2 k_s=0 r_w=0", Measure::Exhaustion, 0.2 / 0.7),
            exactly("theta just below", "d=0.2 k_s=0 r_w=0 theta=0.285", Measure::Burnout, 1.0),
            exactly("theta just above", "d=0.2 k_s=0 r_w=0 theta=0.286", Measure::Burnout, 0.0),
        ],
    }
}

/// Mean over `days` days, after `before`, of what starts at `start` and moves to `aim` with time constant `tau` [d].
fn approach(start: f64, aim: f64, tau: f64, before: u32, days: u32) -> f64 {
    let sum: f64 = (before..before + days).map(|day| aim + (start - aim) * (-f64::from(day) / tau).exp()).sum();
    sum / f64::from(days)
}

fn morale() -> Family {
    // Progress 1, support 1/2, recognition 1/2, autonomy 1, rest 1.
    let rested = 0.25 + 0.15 * 0.5 + 0.10 * 0.5 + 0.10 + 0.40;
    let weeks = "warmup_weeks=8 baseline_weeks=4 intervention_weeks=4";
    let case = |title: &str, settings: &str, aim, tau| {
        exactly(title, format!("{weeks} {settings}"), Measure::Morale, approach(0.6, aim, tau, 60, 20))
    };
    Family {
        title: "Morale",
        theory: "M = M* + (0.6 - M*) exp(-t / tau_M), M* = w_p (1 - stuck) + w_s U + w_r / 2 + w_a (1 - micromanagement) + w_x (1 - X / \
                 0.3) + remote_ease [remote], weights over their sum, for a member who is never stuck, has U = 1/2 and helps nobody",
        source: "linear recursion",
        presets: vec![IDEAL, Preset { name: "TEAM", what: "two people", settings: "members=2" }],
        cases: vec![
            case("defaults", "", rested, 15.0),
            case("quick", "tau_M=3.5", rested, 3.5),
            case("slow", "tau_M=80", rested, 80.0),
            case("a lead who controls", "formal_lead=yes p_approval=0 micromanagement=0.7", rested - 0.07, 15.0),
            case("tired, no weekend", "d=0.05 k_s=0 r_w=0", rested - 0.4 * (0.05 / 0.55 / 0.3), 15.0),
            case("worn out", "d=0.5 k_s=0 r_w=0", rested - 0.4, 15.0),
            case("remote, with its ease", "remote_share=1 remote_ease=0.12", rested + 0.12, 15.0),
            case("weights 1 : 1 : 0 : 0 : 0.5", "w_p=0.6 w_s=0.6 w_r=0 w_a=0 w_x=0.3", (0.6 + 0.3 + 0.3) / 1.5, 15.0),
        ],
    }
}

fn safety() -> Family {
    let case = |title: &str, settings: &str, start: f64, aim: f64, first: u32| {
        // On the first `first` days it stands still.
        let exact = approach(start, aim, 50.0, 60 - first, 130);
        exactly(title, settings, Measure::Safety, exact)
    };
    Family {
        title: "Psychological safety",
        theory: "S moves by 0.02 a day to safety0 + 0.25 listening - 0.3 micromanagement. A dedicated assist leader is present from the second day on",
        source: "linear recursion",
        presets: vec![IDEAL, Preset { name: "TEAM", what: "two people", settings: "members=2" }],
        cases: vec![
            exactly("nobody changes it", "safety0=0.37", Measure::Safety, 0.37),
            case("a lead who controls", "safety0=0.6 formal_lead=yes p_approval=0 micromanagement=0.8", 0.6, 0.36, 0),
            case(
                "an assist leader who listens",
                "safety0=0.4 assist_leaders=1 assist_share=1 listening=0.9",
                0.4,
                0.4 + 0.225,
                1,
            ),
        ],
    }
}

fn clarity() -> Family {
    let case = |title: &str, settings: &str, exact| exactly(title, settings, Measure::Clarity, exact);
    Family {
        title: "Clarity",
        theory: "C = min(0.95, clarity0 + 0.3 ambiguity + 0.25 C_role (1 + k_desk (2 A - 1)) with a formal lead), C_role = role_clarity or 0.9 with a charter, A = 1 where nothing comes to the lead, with a dedicated assist leader present",
        source: "definition",
        presets: vec![IDEAL, Preset { name: "TEAM", what: "two people", settings: "members=2" }],
        cases: vec![
            case("nobody", "clarity0=0.35", 0.35),
            case("formal lead", "clarity0=0.35 formal_lead=yes", 0.5),
            case("formal lead, unclear who decides what", "clarity0=0.35 formal_lead=yes role_clarity=0.2", 0.4),
            case(
                "formal lead with a charter",
                "clarity0=0.35 formal_lead=yes role_clarity=0.2 role_charter=yes",
                0.575,
            ),
            case(
                "a lead with all the time",
                "clarity0=0.35 formal_lead=yes p_approval=0 k_desk=0.4",
                0.35 + 0.15 * 1.4,
            ),
            case("both", "clarity0=0.35 formal_lead=yes assist_leaders=1 assist_share=1 ambiguity=0.5", 0.65),
            case("at its most", "clarity0=0.7 formal_lead=yes assist_leaders=1 assist_share=1 ambiguity=0.9", 0.95),
        ],
    }
}

fn learning() -> Family {
    // One of the three domains is practised, by everyone, all the time.
    let skill = |start: f64, spent: f64| start + (1.0 - start) * (1.0 - (-spent).exp()) / 3.0;
    let case = |title: &str, settings: &str, exact| exactly(title, settings, Measure::Skill, exact);
    let by_solving = Case {
        title: "stuck alone teaches 4 times as much; hours are the run's own".to_owned(),
        settings: "skill_mean=0.2 k_learn=0.03 psi=4 beta=0.3 sigma0=0.2 members=1 intervention_weeks=15".to_owned(),
        reading: Reading::Measure(Measure::Skill),
        exact: Exact::Each(Box::new(move |scenario, _, outcome| {
            let weeks = f64::from(scenario.world().intervention_weeks);
            let hours = outcome.get(Measure::HoursWork) + 4.0 * outcome.get(Measure::HoursStuck);
            Some(skill(0.2, 0.03 * weeks * hours / 40.0))
        })),
        effort: Effort { quick: 10, deep: 100 },
    };
    Family {
        title: "Learning by practice and by solving alone",
        theory: "s = 1 - (1 - s0) exp(-k_learn (work hours + psi hours stuck alone) / 40) in the domain of the one task that everyone is \
                 at for the whole run, s0 in the other two; `skill` is the mean of the three",
        source: "linear differential equation",
        presets: vec![
            IDEAL,
            Preset {
                name: "ONE_TASK",
                what: "everyone has a task that lasts beyond the run; nobody asks",
                settings: "task_hours=1000 task_cv=0 warmup_weeks=0 baseline_weeks=0 groups=1 alpha=0 mix_expertise=1 mix_clarity=0 \
                           mix_coordination=0",
            },
        ],
        cases: vec![
            case("20 weeks", "skill_mean=0.4 k_learn=0.02 intervention_weeks=20", skill(0.4, 0.4)),
            case(
                "13 weeks of 50 hours",
                "skill_mean=0.1 k_learn=0.1 hours_per_week=50 intervention_weeks=13",
                skill(0.1, 1.625),
            ),
            case(
                "stuck alone teaches as much as work",
                "skill_mean=0.3 k_learn=0.04 psi=1 beta=0.5 sigma0=0.1 intervention_weeks=17",
                skill(0.3, 0.68),
            ),
            by_solving,
        ],
    }
}

fn training() -> Family {
    let case = |title: &str, settings: &str, exact| exactly(title, settings, Measure::HoursTraining, exact);
    Family {
        title: "Hours of training",
        theory: "`training` hours in each of the first eight weeks of the role, and `team_training` hours for everyone in the first eight weeks \
                 of the policy, spread over all members and weeks",
        source: "definition",
        presets: vec![
            IDEAL,
            Preset {
                name: "TRAINEES",
                what: "assist leaders who are only trained",
                settings: "assist_share=0 warmup_weeks=0 baseline_weeks=0 intervention_weeks=20",
            },
        ],
        cases: vec![
            case("one of four, 4 h", "members=4 assist_leaders=1 training=4", 8.0 * 4.0 / 4.0 / 20.0),
            case("all of five, 3 h", "members=5 team_training=3", 8.0 * 3.0 / 20.0),
            case(
                "all of four 2 h, and one 4 h more",
                "members=4 assist_leaders=1 training=4 team_training=2",
                8.0 * 2.0 / 20.0 + 8.0 * 4.0 / 4.0 / 20.0,
            ),
            case("two of five, 2.5 h", "members=5 assist_leaders=2 training=2.5", 2.0 * 8.0 * 2.5 / 5.0 / 20.0),
        ],
    }
}

fn watched_over() -> Family {
    // One of two stands by all day, 8 h, and takes the other for stuck; each feels as free as nobody watches, but the one at work.
    let rested = 0.25 + 0.15 * 0.5 + 0.10 * 0.5 + 0.10 + 0.40;
    let case = |title: &str, settings: &str, offers: f64, k_u: f64| {
        exactly(title, settings, Measure::Morale, rested - 0.5 * 0.10 * (k_u * offers).min(1.0))
    };
    Family {
        title: "Being watched",
        theory: "An assist leader who stands by mistakes working members for stuck ones at rate notice (1 - empathy), so there are 8 notice (1 - \
            empathy) unneeded offers a day, and autonomy is lower by k_u times that, at most by all of it. The mean of the two",
        source: "definition",
        presets: vec![
            IDEAL,
            SETTLED,
            Preset {
                name: "WATCHED",
                what: "one of two only assists, and nothing is ever blocked",
                settings: "assist_leaders=1 assist_share=1 k_i=0",
            },
        ],
        cases: vec![
            case("seldom", "notice=0.05 empathy=0.5 k_u=0.5", 0.2, 0.5),
            case("often, by one without empathy", "notice=0.1 empathy=0 k_u=0.7", 0.8, 0.7),
            case("all the time", "notice=2 empathy=0.5 k_u=1", 8.0, 1.0),
            case("by one who sees who is stuck", "notice=2 empathy=1 k_u=1", 0.0, 1.0),
        ],
    }
}

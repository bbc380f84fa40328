//! Relations between two runs that hold to the last bit, or to rounding, whatever the scenario (metamorphic testing; Chen, Cheung & Yiu
//! 1998): the unit of time, what nothing depends on, groups that make no difference, shocks against settings, a longer horizon.

use experiment::pair::run_pair;
use model::outcome::{MEASURES, Measure, Outcome};
use model::parameters::{Group, PARAMETERS, Policy, parameter};
use model::scenario::{Arm, Scenario, Scope};
use model::series::Series;
use model::shock::{Change, Shock};
use model::simulation::Simulation;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::random::{places, same, same_weeks, scenario, with};

const BOTH: Scope = Scope::Both;

/// Every parameter of a scenario whose unit has hours in it, for a world in which an hour is twice as long.
///
/// The equations hold some hours as constants: what eight hours of being stuck or of help cost, what a week of practice teaches. Their
/// parameters change with them. Four more have no parameter, and are taken out by [`free_of_hours`].
fn in_double_hours(scenario: &Scenario) -> Scenario {
    let mut draft = scenario.draft();
    for row in &PARAMETERS {
        let factor = match (row.id, row.unit) {
            ("k_h" | "k_e" | "k_learn", _) | (_, "per h") => 2.0,
            (_, "h" | "h/wk") => 0.5,
            _ => continue,
        };
        let arms = if row.group == Group::World { &[BOTH][..] } else { &Arm::BOTH.map(Scope::Only)[..] };
        for &scope in arms {
            let arm = if let Scope::Only(arm) = scope { arm } else { Arm::Control };
            let value = scenario.get(arm, row.id).flatten().expect("a number");
            draft.set(scope, row.id, Some(factor * value));
        }
    }
    draft.finish().expect("halved and doubled values are in range")
}

/// Takes out the hours that are constants: the ledger's one hour, the 48 hours beyond which a week is long, the forty hours of
/// training, and the assist leader's blocks of an hour, which end where a role with time is followed by none.
fn free_of_hours(scenario: &Scenario) -> Scenario {
    let share = scenario.policy(Arm::Treatment).assist_share.round();
    let settings = [
        (BOTH, "m", 1.0),
        (BOTH, "c_o", 0.0),
        (BOTH, "training", 0.0),
        (BOTH, "team_training", 0.0),
        // Whether work comes before duty is decided at the end of a block.
        (BOTH, "relief", 0.0),
        (BOTH, "assist_share", 0.0),
        (Scope::Only(Arm::Treatment), "assist_share", share),
    ];
    let mut draft = with(scenario, &settings).draft();
    draft.until_week = None;
    draft.finish().expect("valid")
}

/// The outcomes of a world with hours twice as long, back in the old ones.
fn in_single_hours(outcome: &Outcome) -> Outcome {
    let mut outcome = outcome.clone();
    for (value, info) in outcome.values.iter_mut().zip(MEASURES) {
        if matches!(info.unit, "h" | "h/wk" | "h/person-week") {
            *value *= 2.0;
        }
    }
    for week in &mut outcome.weeks {
        for series in [Series::Help, Series::StandBy, Series::LeadTime, Series::Wait] {
            week[series as usize] *= 2.0;
        }
    }
    outcome
}

/// Equal but for rounding.
fn close(a: &Outcome, b: &Outcome) -> bool {
    let near = |a: &f64, b: &f64| (a.is_nan() && b.is_nan()) || (a - b).abs() <= 1e-6 * a.abs().max(1e-3);
    let weeks = a.weeks.iter().flatten().zip(b.weeks.iter().flatten()).all(|(a, b)| near(a, b));
    weeks && a.weeks.len() == b.weeks.len() && a.values.iter().zip(&b.values).all(|(a, b)| near(a, b))
}

/// What is counted in money.
const COSTS: [Measure; 4] = [Measure::CostPerTask, Measure::CostHours, Measure::CostHires, Measure::CostTraining];

/// The outcome as if some measures had not been taken, in the window or by week.
fn without(outcome: &Outcome, measures: &[Measure]) -> Outcome {
    let mut outcome = outcome.clone();
    for &measure in measures {
        outcome.values[measure as usize] = 0.0;
        if measure == Measure::OnTime {
            outcome.weeks.iter_mut().for_each(|week| week[Series::OnTime as usize] = 0.0);
        }
    }
    outcome
}

/// Without what tells groups apart.
fn without_trust(outcome: &Outcome) -> Outcome {
    let mut outcome = without(outcome, &[Measure::TrustWithin, Measure::TrustAcross]);
    for week in &mut outcome.weeks {
        week[Series::TrustWithin as usize] = 0.0;
        week[Series::TrustAcross as usize] = 0.0;
    }
    outcome
}

/// Parameters that make no difference under some settings.
struct Idle {
    settings: &'static [(&'static str, f64)],
    parameters: &'static [&'static str],
    /// What may move all the same.
    but: &'static [Measure],
}

const fn idle(settings: &'static [(&'static str, f64)], parameters: &'static [&'static str]) -> Idle {
    Idle { settings, parameters, but: &[] }
}

const IDLE: &[Idle] = &[
    idle(&[("source", 0.0)], &["demand", "project_tasks"]),
    idle(&[("source", 1.0)], &["project_tasks"]),
    idle(&[("source", 2.0)], &["demand"]),
    idle(
        &[("formal_lead", 0.0), ("assist_leaders", 0.0)],
        &["p_approval", "mu_lead", "lead_attention", "escalate", "micromanagement", "delegated", "role_clarity"],
    ),
    idle(
        &[("assist_leaders", 0.0)],
        &[
            "assist_who",
            "assist_share",
            "competence",
            "route",
            "notice",
            "empathy",
            "collaboration",
            "delegation",
            "learning",
            "long_term",
            "listening",
            "ambiguity",
            "fairness",
            "humility",
            "training",
            "k_e",
            "k_a",
            "t_welcome",
            "k_u",
        ],
    ),
    idle(&[("remote_share", 0.0)], &["remote_contact", "remote_delay", "remote_ease"]),
    idle(
        &[("beta", 0.0)],
        &[
            "sigma0",
            "alpha",
            "stigma",
            "eta",
            "teach",
            "resume_cost",
            "m",
            "l_star",
            "a_T",
            "a_S",
            "visibility",
            "g_u",
            "mix_clarity",
        ],
    ),
    idle(&[("k_learn", 0.0)], &["psi"]),
    idle(&[("q0", 0.0), ("epsilon", 0.0), ("assist_leaders", 0.0)], &["detection", "rework_fraction"]),
    Idle { settings: &[], parameters: &["hourly_rate"], but: &COSTS },
    Idle { settings: &[], parameters: &["due_factor"], but: &[Measure::OnTime] },
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, rng_seed: RngSeed::Fixed(2027), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_unit_of_time_is_a_matter_of_taste(places in places()) {
        let scenario = free_of_hours(&scenario(&places));
        let one = run_pair(&scenario, 0);
        let other = run_pair(&in_double_hours(&scenario), 0);
        for (arm, fixed) in Arm::BOTH.into_iter().zip([&one.control, &one.treatment]) {
            let found = in_single_hours(other.arm(arm));
            // Blocks of standing by still end every hour: their hours are put down in other pieces, and may round otherwise.
            let policy = scenario.policy(arm);
            let assisted = policy.assist_leaders > 0 && policy.assist_share > 0.0;
            prop_assert!(if assisted { close(fixed, &found) } else { same(fixed, &found) }, "{:?}\n{:?}", fixed, found);
        }
    }

    #[test]
    fn what_nothing_depends_on_changes_nothing(places in places(), case in 0..IDLE.len(), place in 0.0..1.0) {
        let Idle { settings, parameters, but } = IDLE[case];
        let settings: Vec<(Scope, &str, f64)> = settings.iter().map(|&(id, value)| (BOTH, id, value)).collect();
        let scenario = with(&scenario(&places), &settings);
        let others: Vec<(Scope, &str, f64)> = parameters
            .iter()
            .map(|&id| {
                let row = parameter(id).expect("a parameter");
                let value = row.lever.0 + place * (row.lever.1 - row.lever.0);
                (BOTH, id, if row.accepts(Some(value)) { value } else { value.round() })
            })
            .collect();
        let (one, other) = (run_pair(&scenario, 0), run_pair(&with(&scenario, &others), 0));
        for arm in Arm::BOTH {
            prop_assert!(same(&without(one.arm(arm), but), &without(other.arm(arm), but)), "{:?}", parameters);
        }
    }

    #[test]
    fn pay_by_the_hour_doubles_costs_alone(places in places()) {
        let scenario = scenario(&places);
        let rate = scenario.world().hourly_rate;
        let (one, other) = (run_pair(&scenario, 0), run_pair(&with(&scenario, &[(BOTH, "hourly_rate", 2.0 * rate)]), 0));
        for arm in Arm::BOTH {
            let mut doubled = one.arm(arm).clone();
            COSTS.iter().for_each(|&cost| doubled.values[cost as usize] *= 2.0);
            prop_assert!(same(&doubled, other.arm(arm)));
        }
    }

    #[test]
    fn groups_without_silos_are_one(places in places(), groups in 1_u32..12) {
        let alike = [(BOTH, "silo", 0.0), (BOTH, "mix_coordination", 0.0), (BOTH, "kappa", 0.0), (BOTH, "collaboration", 0.0), (BOTH, "k_know", 0.0), (BOTH, "huddle", 0.0)];
        let mut draft = scenario(&places).draft();
        draft.shocks.retain(|shock| !matches!(shock.change, Change::Estrange(_)));
        let one = with(&with(&draft.finish().expect("valid"), &alike), &[(BOTH, "groups", 1.0)]);
        let groups = f64::from(groups.min(one.world().members));
        let (a, b) = (run_pair(&one, 0), run_pair(&with(&one, &[(BOTH, "groups", groups)]), 0));
        for arm in Arm::BOTH {
            let [one, other] = [&a, &b].map(|pair| without_trust(pair.arm(arm)));
            prop_assert!(same(&one, &other));
        }
    }

    #[test]
    fn a_shock_from_the_first_day_to_the_last_is_a_setting(places in places(), which in 0_usize..4) {
        let start = [(BOTH, "warmup_weeks", 0.0), (BOTH, "baseline_weeks", 0.0), (BOTH, "source", 1.0), (BOTH, "demand", 1.0)];
        let plain = with(&scenario(&places), &start);
        let double = |id: &'static str, value: f64| (BOTH, id, 2.0 * value);
        let world = plain.world();
        let (change, settings) = match which {
            0 => (Change::Demand(2.0), vec![double("demand", world.demand)]),
            1 => (Change::Blockers(2.0), vec![double("beta", world.beta)]),
            2 => (Change::Asking(2.0), vec![double("alpha", world.alpha)]),
            _ => {
                let half = |arm| (Scope::Only(arm), "hours_per_week", 0.5 * plain.policy(arm).hours_per_week);
                (Change::Hours(0.5), Arm::BOTH.map(half).to_vec())
            }
        };
        let mut draft = plain.draft();
        draft.shocks = vec![Shock { week: 0, weeks: None, change, label: String::new() }];
        let shocked = run_pair(&draft.finish().expect("valid"), 0);
        let mut draft = with(&plain, &settings).draft();
        draft.shocks.clear();
        let set = run_pair(&draft.finish().expect("valid"), 0);
        prop_assert!(same(&shocked.control, &set.control) && same(&shocked.treatment, &set.treatment));
    }

    #[test]
    fn the_future_does_not_reach_back(places in places(), more in 1_u32..5) {
        let scenario = scenario(&places);
        let weeks = f64::from(scenario.world().intervention_weeks + more);
        let (short, long) = (run_pair(&scenario, 0), run_pair(&with(&scenario, &[(BOTH, "intervention_weeks", weeks)]), 0));
        for arm in Arm::BOTH {
            let (short, long) = (&short.arm(arm).weeks, &long.arm(arm).weeks);
            prop_assert!(long.len() == short.len() + more as usize && same_weeks(&long[..short.len()], short));
        }
    }

    #[test]
    fn a_policy_that_holds_for_no_time_changes_nothing(places in places(), day in 1_u32..30, policy in 0_usize..4) {
        let scenario = with(&scenario(&places), &[(BOTH, "assist_leaders", 1.0), (BOTH, "training", 4.0)]);
        let own = *scenario.policy(Arm::Control);
        let end = f64::from(scenario.days());
        // Beside one that changes nothing even if it stays: the same is put down on the way, so it rounds in the same way.
        let passing = |other: Policy| {
            let mut team = Simulation::new(&scenario, 0);
            team.run_days(f64::from(day));
            team.take_policy(&other);
            team.take_policy(&own);
            team.run_days(end);
            team.outcome()
        };
        let others = [
            Policy { notice: own.notice + 3.0, ..own },
            Policy { empathy: Some(own.empathy.map_or(0.25, |value| 1.0 - value)), ..own },
            Policy { career_path: 1.0 - own.career_path, notice: 0.5 * own.notice, ..own },
            // Training would begin anew.
            Policy { recognition: 1.0 - own.recognition, improvement_share: 0.3, ..own },
        ];
        let [passed, plain] = [others[policy], Policy { long_term: Some(0.123), ..own }].map(passing);
        prop_assert!(same(&passed, &plain));
    }

    #[test]
    fn days_are_a_grid_over_work_that_nobody_tires_of(places in places()) {
        // Without what moves at a day's end, twelve weeks of twenty hours hold what six of forty do.
        let still = [
            ("d", 0.0), ("c_o", 0.0), ("k_learn", 0.0), ("alpha", 0.0), ("h0", 0.0), ("assist_leaders", 0.0), ("warmup_weeks", 0.0),
            ("baseline_weeks", 0.0), ("micromanagement", 0.0), ("intervention_weeks", 6.0), ("hours_per_week", 40.0), ("team_training", 0.0), ("k_know", 0.0),
            ("improvement_share", 0.0), ("k_admit", 0.0), ("k_desk", 0.0),
            ("shared_board", 0.0), ("huddle", 0.0), ("documentation", 0.0), ("check_ins", 0.0),
        ];
        let mut draft = scenario(&places).draft();
        draft.shocks.clear();
        draft.until_week = None;
        for (id, value) in still {
            draft.set(BOTH, id, Some(value));
        }
        let plain = draft.finish().expect("valid");
        let demand = 2.5 * f64::from(plain.world().members);
        let whole = with(&plain, &[(BOTH, "demand", demand)]);
        let halves = [(BOTH, "hours_per_week", 20.0), (BOTH, "intervention_weeks", 12.0), (BOTH, "demand", 0.5 * demand)];
        let (one, other) = (run_pair(&whole, 0).control, run_pair(&with(&whole, &halves), 0).control);
        for measure in [Measure::WaitMean, Measure::LeadMean, Measure::LeadP85, Measure::StuckMean, Measure::Utilisation, Measure::Wip,
                        Measure::ReworkShare, Measure::Escaped, Measure::LeadLoad, Measure::SelfSolved, Measure::FlowEfficiency] {
            let (one, other) = (one.get(measure), other.get(measure));
            let equal = (one.is_nan() && other.is_nan()) || (one - other).abs() <= 1e-8 * one.abs().max(1e-6);
            prop_assert!(equal, "{}: {} {}", measure.info().id, one, other);
        }
    }
}

//! What holds in every scenario: hours and tasks are conserved, states stay in range, the arms share their past, and nobody's
//! seat number matters. Scenarios are drawn at random over the levers' ranges.

use assist_lab::experiment::pair::{part, run_pair};
use assist_lab::library;
use assist_lab::model::member::Activity;
use assist_lab::model::outcome::Outcome;
use assist_lab::model::parameters::{Group, Kind, PARAMETERS};
use assist_lab::model::record::{Series, Week};
use assist_lab::model::scenario::{Arm, Draft, Scenario, Scope};
use assist_lab::model::shock::{Change, Shock};
use assist_lab::model::simulation::Simulation;
use assist_lab::model::snapshot::Board;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Settings for all parameters: for each a number in 0..1 that says where on its lever it stands, and whether it is set at all.
fn places() -> impl Strategy<Value = Vec<Option<f64>>> {
    proptest::collection::vec(proptest::option::weighted(0.3, 0.0..1.0), 2 * PARAMETERS.len())
}

/// A valid scenario of a small team over a few weeks, from `places`; the second half of them sets the treatment policy.
fn scenario(places: &[Option<f64>]) -> Scenario {
    let mut draft = library::scenario("baseline").expect("built in").draft();
    draft.seed = 11;
    for (index, place) in places.iter().enumerate() {
        let row = &PARAMETERS[index % PARAMETERS.len()];
        let treatment = index >= PARAMETERS.len();
        if let Some(place) = place
            && (!treatment || row.group == Group::Policy)
        {
            let (low, high) = row.lever;
            let value = low + place * (high - low);
            let whole = !matches!(row.kind, Kind::Number | Kind::Optional);
            draft.set(scope(treatment), row.id, Some(if whole { value.round() } else { value }));
        }
    }
    tame(&mut draft, places);
    draft.finish().expect("values on the levers are valid")
}

fn scope(treatment: bool) -> Scope {
    if treatment { Scope::Only(Arm::Treatment) } else { Scope::Both }
}

/// Keeps the case small, and what must fit together fitting.
fn tame(draft: &mut Draft, places: &[Option<f64>]) {
    let place = |index: usize| places[index].unwrap_or(0.5);
    let members = 1.0 + (place(0) * 11.0).round();
    draft.set(Scope::Both, "members", Some(members));
    draft.set(Scope::Both, "groups", Some(1.0 + (place(1) * 3.0).round().min(members - 1.0)));
    draft.set(Scope::Both, "warmup_weeks", Some(1.0));
    draft.set(Scope::Both, "baseline_weeks", Some(1.0));
    draft.set(Scope::Both, "intervention_weeks", Some(4.0));
    draft.set(Scope::Both, "givers", Some(0.6 * place(2)));
    draft.set(Scope::Both, "takers", Some(0.4 * place(3)));
    draft.set(Scope::Both, "mix_expertise", Some(0.1 + 0.9 * place(4)));
    draft.set(Scope::Both, "w_x", Some(0.1 + 0.9 * place(5)));
    draft.set(Scope::Both, "assist_leaders", Some((place(6) * 1.0).round()));
    draft.set(Scope::Only(Arm::Treatment), "assist_leaders", Some((place(7) * 3.0).round().min(members)));
    if place(8) > 0.4 {
        let lasting = |change: Change| Shock { week: 1, weeks: Some(2), change, label: String::new() };
        let at_once = |week: u32, change: Change| Shock { week, weeks: None, change, label: String::new() };
        draft.shocks = vec![
            lasting(Change::Demand(0.5 + place(9))),
            lasting(Change::Blockers(0.5 + 2.0 * place(10))),
            lasting(Change::LeadAway),
            at_once(0, Change::Leaves(1)),
            at_once(2, Change::Joins(1 + (2.0 * place(11)) as u32)),
            at_once(3, Change::Redo(place(12))),
        ];
    }
}

/// Equal to the bit, a `NaN` being equal to a `NaN`.
fn same(a: &Outcome, b: &Outcome) -> bool {
    format!("{a:?}") == format!("{b:?}")
}

/// The same, where a week with nothing to measure is as good as another one.
fn same_weeks(a: &[Week], b: &[Week]) -> bool {
    format!("{a:?}") == format!("{b:?}")
}

fn with(scenario: &Scenario, settings: &[(Scope, &str, f64)]) -> Scenario {
    let mut draft = scenario.draft();
    for &(scope, id, value) in settings {
        draft.set(scope, id, Some(value));
    }
    draft.finish().expect("valid")
}

/// The same scenario with the control policy in both arms.
fn without_difference(scenario: &Scenario) -> Scenario {
    let mut draft = scenario.draft();
    for row in PARAMETERS.iter().filter(|row| row.group == Group::Policy) {
        let value = scenario.get(Arm::Control, row.id).expect("a parameter");
        draft.set(Scope::Only(Arm::Treatment), row.id, value);
    }
    draft.finish().expect("valid")
}

fn check_states(simulation: &Simulation, day: f64) {
    let snapshot = simulation.snapshot(day);
    for member in &snapshot.members {
        for state in [member.energy, member.exhaustion, member.morale, member.safety, member.skill] {
            assert!((0.0..=1.0).contains(&state), "{member:?}");
        }
        if let Some(helped) = member.helps {
            assert_eq!(snapshot.members[helped].activity, Activity::Stuck, "who is helped is stuck");
        }
    }
    let Board { waiting, in_work, stuck, to_approve, rework, done } = snapshot.board;
    let known = waiting + in_work + stuck + to_approve + rework + done;
    assert_eq!(known, snapshot.arrived, "every task is somewhere: {snapshot:?}");
    let held = snapshot.members.iter().filter(|member| member.progress.is_some()).count() as u32;
    assert!((in_work + stuck..=in_work + stuck + rework).contains(&held), "who has one is at it: {snapshot:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, rng_seed: RngSeed::Fixed(2026), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hours_and_tasks_are_conserved_and_states_stay_in_range(places in places()) {
        let scenario = scenario(&places);
        for (arm, mut simulation) in Arm::BOTH.into_iter().zip(part(&scenario, 0)) {
            for day in scenario.days_before()..=scenario.days() {
                simulation.run_days(f64::from(day) + 0.37);
                check_states(&simulation, f64::from(day) + 0.37);
            }
            let paid = f64::from(5 * scenario.world().intervention_weeks) * scenario.policy(arm).hours_per_week / 5.0;
            for seat in 0..scenario.seats() as usize {
                let hours: f64 = simulation.hours(seat).iter().sum();
                prop_assert!((hours - paid).abs() < 1e-6 * paid, "member {} has {} of {} h", seat, hours, paid);
            }
            let outcome = simulation.outcome();
            prop_assert!(outcome.values.iter().all(|value| !value.is_infinite()), "{:?}", outcome.values);
        }
    }

    #[test]
    fn the_ends_of_every_range_are_survived(places in proptest::collection::vec(proptest::option::weighted(0.15, 0..3_u8), PARAMETERS.len())) {
        let mut draft = library::scenario("baseline").expect("built in").draft();
        for (row, place) in PARAMETERS.iter().zip(&places) {
            if let Some(place) = place {
                let value = [row.min, row.max, 0.5 * (row.min + row.max)][*place as usize];
                let whole = !matches!(row.kind, Kind::Number | Kind::Optional);
                draft.set(Scope::Both, row.id, Some(if whole { value.floor() } else { value }));
            }
        }
        let few = [None; 13];
        tame(&mut draft, &few);
        draft.set(Scope::Both, "members", Some(4.0));
        draft.set(Scope::Both, "intervention_weeks", Some(1.0));
        if let Ok(scenario) = draft.finish() {
            let pair = run_pair(&scenario, 0);
            for outcome in [&pair.control, &pair.treatment] {
                prop_assert!(outcome.values.iter().all(|value| !value.is_infinite()), "{:?}", outcome.values);
                prop_assert!(outcome.weeks.iter().flatten().all(|value| value.is_finite()), "{:?}", outcome.weeks);
            }
        }
    }

    #[test]
    fn the_same_policy_makes_no_difference_at_all(places in places()) {
        let pair = run_pair(&without_difference(&scenario(&places)), 0);
        prop_assert!(same(&pair.control, &pair.treatment));
    }

    #[test]
    fn the_arms_share_their_past(places in places()) {
        let scenario = scenario(&places);
        let pair = run_pair(&scenario, 0);
        let before = scenario.days_before() as usize / 5;
        prop_assert!(same_weeks(&pair.control.weeks[..before], &pair.treatment.weeks[..before]));
        // And the control arm never learns that there is another.
        let alone = run_pair(&without_difference(&scenario), 0);
        // Only whose exhaustion is reported apart depends on who is the assist leader in the other arm.
        let but_reported = |weeks: &[Week]| -> Vec<Week> {
            weeks.iter().map(|week| { let mut week = *week; week[Series::ExhaustionAssist as usize] = 0.0; week }).collect()
        };
        prop_assert!(same_weeks(&but_reported(&pair.control.weeks), &but_reported(&alone.control.weeks)));
    }

    #[test]
    fn an_assist_leader_without_time_changes_nothing(places in places()) {
        let treated = Scope::Only(Arm::Treatment);
        let scenario = with(
            &without_difference(&scenario(&places)),
            &[
                (Scope::Both, "assist_leaders", 0.0),
                (Scope::Both, "route", 0.0),
                (Scope::Both, "notice", 0.0),
                (Scope::Both, "assist_share", 0.0),
                (Scope::Both, "training", 0.0),
                (treated, "assist_leaders", 1.0),
            ],
        );
        let pair = run_pair(&scenario, 0);
        prop_assert!(same(&pair.control, &pair.treatment));
    }

    #[test]
    fn looking_in_between_changes_nothing(places in places(), step in 0.05..3.0) {
        let scenario = scenario(&places);
        let end = f64::from(scenario.days());
        let [mut whole, mut halting] = [Simulation::new(&scenario, 3), Simulation::new(&scenario, 3)];
        whole.run_days(end);
        let mut day = 0.0;
        while day < end {
            halting.run_days(day);
            let _ = halting.snapshot(day);
            day += step;
        }
        halting.run_days(end);
        prop_assert!(same(&whole.outcome(), &halting.outcome()));
    }

    #[test]
    fn where_a_member_is_listed_does_not_matter(places in places(), shift in 1_u32..12) {
        let scenario = scenario(&places);
        let members = scenario.seats();
        let keys: Vec<u32> = (0..members).map(|seat| (seat + shift) % members).rev().collect();
        let end = f64::from(scenario.days());
        let mut listed = Simulation::new(&scenario, 0);
        let mut relisted = Simulation::with_keys(&scenario, 0, &keys);
        listed.run_days(end);
        relisted.run_days(end);
        prop_assert_eq!(listed.outcome().weeks.len(), relisted.outcome().weeks.len());
        for (seat, &key) in keys.iter().enumerate() {
            let (there, here) = (listed.hours(key as usize), relisted.hours(seat));
            for (a, b) in there.iter().zip(here) {
                prop_assert!((a - b).abs() < 1e-6, "key {}: {:?} {:?}", key, there, here);
            }
        }
    }
}

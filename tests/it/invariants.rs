//! What holds in every scenario: hours and tasks are conserved, states stay in range, the arms share their past, and nobody's
//! seat number matters.

use experiment::pair::{part, run_arm, run_both_arms, run_pair};
use model::outcome::{Measure, Outcome};
use model::parameters::{Kind, PARAMETERS, Source};
use model::scenario::{Arm, Scenario, Scope};
use model::series::{Series, Week};
use model::shock::Change;
use model::simulation::Simulation;
use model::snapshot::Board;
use model::state::member::Activity;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::random::{places, same, same_weeks, scenario, tame, with, without_difference};

/// Hours paid to a seat in the window from a week on: the policy in force, times the shocks of the week.
fn paid_hours(scenario: &Scenario, arm: Arm, from: u32) -> f64 {
    let week_hours = |week: u32| {
        let over = scenario.until_week().is_some_and(|until| week >= until);
        let policy = scenario.policy(if over { Arm::Control } else { arm });
        let shocks = scenario
            .shocks()
            .iter()
            .filter(|shock| shock.week <= week && shock.weeks.is_none_or(|weeks| week < shock.week + weeks));
        let factor: f64 =
            shocks.map(|shock| if let Change::Hours(factor) = shock.change { factor } else { 1.0 }).product();
        policy.hours_per_week * factor
    };
    (from..scenario.world().intervention_weeks).map(week_hours).sum()
}

/// The weeks of the window in which the seats are there first: the founders' all the time, and `None` for those hired in the other
/// arm only.
fn first_weeks(scenario: &Scenario, arm: Arm) -> Vec<Option<u32>> {
    let days = scenario.seat_days(arm).into_iter();
    days.map(|day| Some(day?.saturating_sub(scenario.days_before()) / 5)).collect()
}

/// What an outcome says agrees with itself.
fn check_outcome(outcome: &Outcome, scenario: &Scenario, paid: f64) {
    let get = |measure: Measure| outcome.get(measure);
    assert!(outcome.values.iter().all(|value| !value.is_infinite()), "{:?}", outcome.values);
    assert!(outcome.weeks.iter().flatten().all(|value| !value.is_infinite()), "{:?}", outcome.weeks);
    for &measure in Measure::ALL {
        let (value, info) = (get(measure), measure.info());
        let bounds = match measure {
            Measure::Enps => -100.0..=100.0,
            Measure::GapStuck => -1.0..=1.0,
            Measure::GapVoice => f64::MIN..=f64::MAX,
            _ => 0.0..=f64::MAX,
        };
        assert!(value.is_nan() || bounds.contains(&value), "{} is {value}", info.id);
        assert!(info.unit != "share" || value.is_nan() || value <= 1.0 + 1e-12, "{} is {value}", info.id);
    }
    let weeks = f64::from(scenario.world().intervention_weeks);
    // Measuring a project ends with it, perhaps within the last week.
    let over = outcome.weeks.last().is_some_and(|week| week.iter().all(|value| value.is_nan()));
    let over = over || get(Measure::Makespan).is_finite();
    assert!(!over || scenario.world().source == Source::Project, "only a project comes to an end");
    // Where nobody joins later and nobody was ever missing.
    if get(Measure::SeatFill) == 1.0 && scenario.seats() == scenario.world().members && !over {
        let by_activity = [
            Measure::HoursWork,
            Measure::HoursStuck,
            Measure::HoursHelp,
            Measure::HoursStandBy,
            Measure::HoursIdle,
            Measure::HoursTraining,
            Measure::HoursImproving,
            Measure::HoursPractice,
        ];
        let hours: f64 = by_activity.map(get).iter().sum();
        let expected = paid / weeks;
        assert!((hours - expected).abs() < 1e-6 * expected, "{hours} h of {expected} by activity");
        // The weeks add up to the window: what was accepted, the hours of help.
        let window = scenario.days_before() as usize / 5;
        let sum = |series: Series| outcome.weeks[window..].iter().map(|week| week[series as usize]).sum::<f64>();
        assert!((sum(Series::Throughput) / weeks - get(Measure::Throughput)).abs() < 1e-9, "{outcome:?}");
        assert!((sum(Series::Help) / weeks - get(Measure::HelpPerWeek)).abs() < 1e-9, "{outcome:?}");
    }
    // Something is always there to measure of who is there at all, and of the lead where there is one.
    if get(Measure::SeatFill) > 0.0 {
        let always =
            [Measure::Throughput, Measure::Morale, Measure::Energy, Measure::BlockedShare, Measure::Utilisation];
        assert!(always.iter().all(|&measure| get(measure).is_finite()), "{:?}", outcome.values);
    }
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
            for day in scenario.days_before()..scenario.days() {
                run_arm(&mut simulation, &scenario, f64::from(day) + 0.37);
                check_states(&simulation, f64::from(day) + 0.37);
            }
            run_arm(&mut simulation, &scenario, f64::from(scenario.days()));
            for (seat, week) in first_weeks(&scenario, arm).into_iter().enumerate() {
                let paid = week.map_or(0.0, |week| paid_hours(&scenario, arm, week));
                let hours = simulation.hours(seat).iter().sum::<f64>();
                prop_assert!((hours - paid).abs() <= 1e-6 * paid, "member {} has {} of {} h", seat, hours, paid);
            }
            check_outcome(&simulation.outcome(), &scenario, paid_hours(&scenario, arm, 0));
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
        let few = [None; 16];
        tame(&mut draft, &few);
        draft.set(Scope::Both, "members", Some(4.0));
        draft.set(Scope::Both, "intervention_weeks", Some(1.0));
        draft.shocks.retain(|shock| shock.week == 0);
        draft.until_week = None;
        // Some ends exclude each other; but if most did, this would fail.
        let scenario = draft.finish();
        prop_assume!(scenario.is_ok());
        let pair = run_pair(&scenario.expect("just seen"), 0);
        for outcome in [&pair.control, &pair.treatment] {
            prop_assert!(outcome.values.iter().all(|value| !value.is_infinite()), "{:?}", outcome.values);
            prop_assert!(outcome.weeks.iter().flatten().all(|value| !value.is_infinite()), "{:?}", outcome.weeks);
        }
    }

    #[test]
    fn the_same_policy_makes_no_difference_at_all(places in places()) {
        let pair = run_both_arms(&without_difference(&scenario(&places)), 0);
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

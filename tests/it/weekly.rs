//! The weekly series and the outcomes are of the same things: over the window, they come to the same.

use experiment::pair::run_pair;
use model::outcome::{Measure, Outcome};
use model::scenario::{Arm, Scope};
use model::series::Series;

/// Both arms of the plain team with an assist leader in the second, from which nobody leaves, and the weeks before the change.
fn outcomes(settings: &[(&str, &str)]) -> ([Outcome; 2], usize) {
    let mut draft = library::scenario("baseline").expect("built in").draft();
    draft.set(Scope::Only(Arm::Treatment), "assist_leaders", Some(1.0));
    for (id, value) in settings {
        draft.set_text(Scope::Both, id, value);
    }
    let scenario = draft.finish().expect("valid");
    let pair = run_pair(&scenario, 0);
    ([pair.control, pair.treatment], scenario.days_before() as usize / 5)
}

/// The mean of a series over the window, each week weighted by another series where one is named, must be the outcome.
fn check(settings: &[(&str, &str)], series: Series, weight: Option<Series>, measure: Measure) {
    let (outcomes, before) = outcomes(settings);
    for outcome in outcomes {
        let weight = |week: &[f64]| weight.map_or(1.0, |weight| week[weight as usize]);
        let window = outcome.weeks[before..].iter().filter(|week| weight(*week) > 0.0);
        let (top, bottom) = window.fold((0.0, 0.0), |(top, bottom), week| {
            (top + weight(week) * week[series as usize], bottom + weight(week))
        });
        let (mean, whole) = (top / bottom, outcome.get(measure));
        assert!((mean - whole).abs() < 1e-9 * whole.abs().max(1.0), "{series:?}: {mean}, {measure:?}: {whole}");
    }
}

#[test]
fn means_over_people_and_time_agree() {
    check(&[], Series::Throughput, None, Measure::Throughput);
    check(&[], Series::Morale, None, Measure::Morale);
    check(&[], Series::Exhaustion, None, Measure::Exhaustion);
    check(&[], Series::ExhaustionAssist, None, Measure::ExhaustionAssist);
    check(&[], Series::Burnout, None, Measure::Burnout);
    check(&[], Series::Clarity, None, Measure::Clarity);
    check(&[], Series::Help, None, Measure::HelpPerWeek);
    check(&[], Series::StandBy, None, Measure::HoursStandBy);
    check(&[], Series::LeadLoad, None, Measure::LeadLoad);
    check(&[], Series::Blocked, None, Measure::BlockedShare);
}

#[test]
fn the_lead_is_busy_for_a_share_of_the_time_there_is_one() {
    for (led, others) in [(Arm::Control, Arm::Treatment), (Arm::Treatment, Arm::Control)] {
        let mut draft = library::scenario("baseline").expect("built in").draft();
        draft.set(Scope::Only(others), "formal_lead", Some(0.0));
        draft.until_week = Some(7);
        let scenario = draft.finish().expect("valid");
        let outcome = run_pair(&scenario, 0).treatment;
        let weeks =
            outcome.weeks[scenario.days_before() as usize / 5..].iter().map(|week| week[Series::LeadLoad as usize]);
        let there: Vec<f64> = weeks.filter(|load| !load.is_nan()).collect();
        assert_eq!(there.len() < 8, led == Arm::Treatment, "weeks with a lead");
        let (mean, whole) = (there.iter().sum::<f64>() / there.len() as f64, outcome.get(Measure::LeadLoad));
        assert!((mean - whole).abs() < 1e-9, "{mean} {whole}");
    }
}

#[test]
fn means_over_tasks_agree() {
    let flow = [("source", "flow")];
    check(&flow, Series::Wait, Some(Series::Throughput), Measure::WaitMean);
    check(&flow, Series::OnTime, Some(Series::Throughput), Measure::OnTime);
}

#[test]
fn the_last_week_is_the_state_of_the_last_day() {
    let (outcomes, _) = outcomes(&[("k_learn", "0.05")]);
    for outcome in outcomes {
        let last = outcome.weeks.last().expect("there are weeks")[Series::Skill as usize];
        let end = outcome.get(Measure::Skill);
        // What the last day teaches is known when it is over.
        assert!(last < end && end - last < 0.01, "{last} {end}");
    }
}

#[test]
fn what_was_not_there_has_no_value() {
    let (outcomes, before) = outcomes(&[("formal_lead", "no"), ("beta", "0")]);
    for outcome in outcomes {
        assert!(outcome.weeks.iter().all(|week| week[Series::LeadLoad as usize].is_nan()), "no lead");
        assert!(outcome.weeks.iter().all(|week| week[Series::Refusals as usize].is_nan()), "nobody asks");
        let assist = outcome.weeks.iter().map(|week| week[Series::ExhaustionAssist as usize]);
        assert_eq!(assist.take_while(|value| value.is_nan()).count(), before, "nobody is known to assist before");
    }
}

#[test]
fn a_weeks_lead_time_is_the_median_of_its_tasks() {
    let (outcomes, before) = outcomes(&[("source", "flow")]);
    for outcome in outcomes {
        let weeks = &outcome.weeks[before..];
        let times = weeks.iter().map(|week| week[Series::LeadTime as usize]);
        let (low, high) = times.fold((f64::MAX, 0.0_f64), |(low, high), time| (low.min(time), high.max(time)));
        let whole = outcome.get(Measure::LeadMedian);
        assert!(low < whole && whole < high, "{low} {whole} {high}");
    }
}

//! Improving: what follows from lasting causes that are mended.

use experiment::pair::{Pair, run_pair};
use model::outcome::Measure;
use model::scenario::{Arm, Draft, Scenario, Scope};
use model::series::Series;

/// A plain team of which one arm sets time aside.
fn scenario(world: &[(&str, &str)], treatment: &[(&str, &str)]) -> Scenario {
    let mut draft = Draft::default();
    for (id, text) in world {
        draft.set_text(Scope::Both, id, text);
    }
    for (id, text) in treatment {
        draft.set_text(Scope::Only(Arm::Treatment), id, text);
    }
    draft.finish().expect("valid")
}

fn pairs(scenario: &Scenario, count: u32) -> Vec<Pair> {
    (0..count).map(|replicate| run_pair(scenario, replicate)).collect()
}

/// Mean over pairs of an outcome of the treatment arm.
fn mean(pairs: &[Pair], measure: Measure) -> f64 {
    pairs.iter().map(|pair| pair.treatment.get(measure)).sum::<f64>() / pairs.len() as f64
}

/// Mean over pairs of the treatment's output less the control's in some weeks after the change.
fn ahead(scenario: &Scenario, pairs: &[Pair], weeks: std::ops::Range<usize>) -> f64 {
    let before = scenario.days_before() as usize / 5;
    let of = |pair: &Pair, week: usize| {
        let output = |weeks: &[model::series::Week]| weeks[before + week][Series::Throughput as usize];
        output(&pair.treatment.weeks) - output(&pair.control.weeks)
    };
    let all: Vec<f64> = pairs.iter().flat_map(|pair| weeks.clone().map(move |week| of(pair, week))).collect();
    all.iter().sum::<f64>() / all.len() as f64
}

#[test]
fn it_gets_worse_before_it_gets_better() {
    let scenario =
        scenario(&[("formal_lead", "no"), ("intervention_weeks", "52"), ("h0", "0")], &[("improvement_share", "0.2")]);
    let pairs = pairs(&scenario, 60);
    let (early, late) = (ahead(&scenario, &pairs, 0..6), ahead(&scenario, &pairs, 40..52));
    assert!(early < -0.1 && late > 0.15, "{early} then {late} tasks a person-week");
}

#[test]
fn what_is_mended_stays_mended_when_the_policy_ends() {
    let mut draft = scenario(&[("intervention_weeks", "40"), ("h0", "0")], &[("improvement_share", "0.2")]).draft();
    draft.until_week = Some(24);
    let scenario = draft.finish().expect("valid");
    let pairs = pairs(&scenario, 60);
    let after = ahead(&scenario, &pairs, 26..40);
    assert!(after > 0.2, "{after} tasks a person-week");
    assert!(mean(&pairs, Measure::Averted) > 0.2);
}

#[test]
fn the_more_work_waits_the_less_is_mended() {
    let mended = |demand: &str, k_press: &str| {
        let world = [("source", "flow"), ("demand", demand), ("k_press", k_press), ("formal_lead", "no"), ("h0", "0")];
        mean(&pairs(&scenario(&world, &[("improvement_share", "0.1")]), 40), Measure::CausesRemoved)
    };
    let [calm, pressed, careless] = [mended("15", "2"), mended("30", "2"), mended("30", "0")];
    assert!(pressed < 0.5 * calm, "{pressed} of {calm}");
    assert!(pressed < 0.5 * careless, "{pressed} of {careless}");
}

#[test]
fn who_feels_safe_speaks_and_who_is_controlled_does_not() {
    let raised = |treatment: &[(&str, &str)]| {
        let scenario = scenario(&[("safety0", "0.5")], treatment);
        let pairs: Vec<Pair> = pairs(&scenario, 40);
        let [control, treatment]: [Vec<f64>; 2] = [
            pairs.iter().map(|pair| pair.control.get(Measure::IdeasRaised)).collect(),
            pairs.iter().map(|pair| pair.treatment.get(Measure::IdeasRaised)).collect(),
        ];
        treatment.iter().sum::<f64>() / control.iter().sum::<f64>()
    };
    let listened = raised(&[("assist_leaders", "1"), ("listening", "1")]);
    assert!(listened > 1.1, "{listened}");
    let controlled = raised(&[("micromanagement", "0.7")]);
    assert!(controlled < 0.4, "{controlled}");
}

#[test]
fn no_more_time_is_taken_than_set_aside() {
    for members in ["1", "2", "8"] {
        let world = [
            ("members", members),
            ("groups", "1"),
            ("formal_lead", "no"),
            ("mend_hours", "10000"),
            ("h0", "0"),
            ("beta", "0.5"),
            ("voice", "1"),
        ];
        let pairs = pairs(&scenario(&world, &[("improvement_share", "0.1")]), 20);
        let hours: Vec<f64> = pairs.iter().map(|pair| pair.treatment.get(Measure::HoursImproving)).collect();
        // Of forty hours, a tenth; the last day may go beyond it.
        assert!(hours.iter().all(|&hours| hours < 4.15), "{members}: {hours:?}");
        assert!(mean(&pairs, Measure::HoursImproving) > 3.0, "{members}: {hours:?}");
    }
}

#[test]
fn nothing_is_mended_of_which_nobody_has_spoken() {
    let scenario = scenario(&[("voice", "0"), ("h0", "0")], &[("improvement_share", "0.3")]);
    for pair in pairs(&scenario, 3) {
        assert_eq!(format!("{:?}", pair.treatment), format!("{:?}", pair.control));
    }
}

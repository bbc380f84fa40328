//! Sentences of made-up numbers, and of every scenario.

use std::rc::Rc;

use super::*;
use experiment::ensemble::{Ensemble, run};
use model::scenario::{Draft, Scope};

/// The summary of a hundred pairs of the plain team under these settings of the treatment.
fn summary(both: &[(&str, &str)], treatment: &[(&str, &str)]) -> EnsembleSummary {
    let mut draft = Draft::default();
    for (id, text) in both {
        draft.set_text(Scope::Both, id, text);
    }
    for (id, text) in treatment {
        draft.set_text(Scope::Only(Arm::Treatment), id, text);
    }
    let scenario = Rc::new(draft.finish().expect("valid"));
    let mut ensemble = Ensemble::default();
    ensemble.put(0, run(&scenario, 0..60));
    EnsembleSummary::of(&scenario, &ensemble, Goal::Pairs(100))
}

#[test]
fn a_clear_difference_is_said_with_interval_and_pairs() {
    let words = words(&summary(&[("beta", "0.4")], &[("assist_leaders", "1")]));
    assert!(words.main.starts_with("With the assist leader, the team finishes "), "{words:?}");
    assert!(words.main.contains("\u{a0}% more tasks on average (95\u{a0}% interval "), "{words:?}");
    assert!(words.main.ends_with(" of 60 teams like this with other people and luck."), "{words:?}");
    assert!(words.also.ends_with("So far 60 of 100 runs."), "{words:?}");
}

/// The sentence about a measure, made of these values of the control arm and these differences.
fn sentence(measure: Measure, control: &[f64], differences: &[f64]) -> String {
    said_of(&summary(&[], &[("assist_leaders", "1")]), measure, control, differences).main
}

/// The words of a summary in which a measure has these values of the control arm and these differences.
fn said_of(summary: &EnsembleSummary, measure: Measure, control: &[f64], differences: &[f64]) -> Words {
    let mut summary = summary.clone();
    let values = control.iter().cycle().zip(differences).map(|(control, difference)| [*control, control + difference]);
    summary.main.measure = measure;
    summary.main.contrast = Contrast::of(values);
    let Words { main, also, note, caution, alarm, tally } = words(&summary);
    let [main, also, caution, tally] = [main, also, caution, tally].map(|text| text.replace('\u{a0}', " "));
    Words { main, also, note, caution, alarm, tally }
}

#[test]
fn a_guess_is_asked_for_in_the_unit_of_the_sentence() {
    let check = |measure: &str, control: Option<f64>, expect: &str| {
        let mut draft = Draft::default();
        measure.clone_into(&mut draft.texts.measure);
        draft.set_text(Scope::Only(Arm::Treatment), "assist_leaders", "1");
        let scenario = Rc::new(draft.finish().expect("valid"));
        let mut summary = EnsembleSummary::of(&scenario, &Ensemble::default(), Goal::Pairs(100));
        let known = control.map(|control| {
            summary.main.contrast = Contrast::of(UP.map(|difference| [control, control + difference]).into_iter());
            &summary
        });
        assert_eq!(unit_name(unit_of_difference(&scenario, known), &scenario), expect, "{measure}");
        if let Some(known) = known {
            let said = words(known).main.replace('\u{a0}', " ");
            assert!(said.contains(&format!(" {expect} ")), "{said}");
        }
    };
    check("throughput", Some(10.0), "%");
    check("throughput", None, "%");
    check("morale", Some(0.6), "%");
    check("morale", Some(0.0), "points");
    check("enps", Some(20.0), "points");
    check("enps", None, "points");
    check("burnout", Some(0.0), "percentage points");
}

/// Differences from 10 that are clear, and such as are not.
const UP: [f64; 4] = [0.5, 0.4, 0.6, 0.5];
const DOWN: [f64; 4] = [-0.5, -0.4, -0.6, -0.5];
const UNCLEAR: [f64; 4] = [0.5, -0.4, -0.6, 0.5];

#[test]
fn where_one_team_hires_what_gets_finished_is_said_of_each_member() {
    let note =
        "That is for each person: one team has more people. “Output of the team” counts what all of them finish. ";
    let check = |both: &[(&str, &str)], treatment: &[(&str, &str)], with: &str, name: &str| {
        let summary = summary(both, treatment);
        let check = |differences: &[f64], main: &str| {
            let said = said_of(&summary, Measure::Throughput, &[10.0], differences);
            assert_eq!(said.main, main);
            assert!(said.also.starts_with(note), "{said:?}");
            assert!(said.tally.starts_with(&format!("More finished by each person {name} in ")), "{said:?}");
            let others = said_of(&summary, Measure::Wip, &[10.0], differences);
            assert!(!others.also.contains("for each") && others.main.contains(", work in progress: 5 %"), "{others:?}");
        };
        check(
            &UP,
            &format!(
                "{with}, each person finishes 5 % more tasks on average (95 % interval 4 to 6 %), and more in 4 of 4 teams like this with other people and luck."
            ),
        );
        check(
            &DOWN,
            &format!(
                "{with}, each person finishes 5 % fewer tasks on average (95 % interval 4 to 6 %), and fewer in 4 of 4 teams like this with other people and luck."
            ),
        );
        let unclear = said_of(&summary, Measure::Throughput, &[10.0], &UNCLEAR).main;
        let start =
            format!("There is no clear difference: w{}, the number of tasks that each person finishes", &with[1..]);
        assert!(unclear.starts_with(&start), "{unclear}");
    };
    check(&[], &[("extra_members", "1")], "With the extra person", "with extra person");
    check(&[("assist_leaders", "1")], &[("extra_members", "1")], "With the extra person", "with extra person");
    check(&[], &[("extra_members", "2")], "With extra people", "with extra people");
    check(
        &[("assist_leaders", "1")],
        &[("assist_leaders", "0"), ("extra_members", "1")],
        "With the extra person instead of the assist leader",
        "with extra person",
    );
    check(
        &[],
        &[("assist_leaders", "1"), ("extra_members", "1")],
        "With the assist leader and the extra person",
        "with assist leader and extra person",
    );
    // Where both hire, the teams are of one size.
    let both = summary(&[("extra_members", "1")], &[("assist_leaders", "1")]);
    let said = said_of(&both, Measure::Throughput, &[10.0], &UP);
    assert!(said.main.starts_with("With the assist leader, the team finishes 5 % more tasks"), "{said:?}");
    assert!(said.also.starts_with("Morale"), "{said:?}");
}

#[test]
fn other_decisions_are_called_decisions() {
    let check = |id: &str, value: &str| {
        let said = said_of(&summary(&[], &[(id, value)]), Measure::Throughput, &[10.0], &UP);
        assert!(said.main.starts_with("With these decisions, the team finishes 5 % more tasks"), "{id}: {said:?}");
        assert!(said.tally.starts_with("More finished as you decide in "), "{id}: {said:?}");
        assert!(!said.also.contains("assist leader"), "{id}: {said:?}");
    };
    check("team_training", "2");
    check("formal_lead", "no");
    check("lead_attention", "0.6");
    check("hours_per_week", "44");
}

#[test]
fn only_who_takes_the_role_in_the_second_team_is_said_to_be_in_it() {
    let check = |both: &[(&str, &str)], treatment: &[(&str, &str)], start: &str| {
        let said = said_of(&summary(both, treatment), Measure::ExhaustionAssist, &[10.0], &UP).main;
        assert!(said.starts_with(start), "{said}");
    };
    let leader = [("assist_leaders", "1")];
    check(&[], &leader, "In the role, the assist leader is 5 % more exhausted on average (");
    check(
        &leader,
        &[("assist_leaders", "0")],
        "Without the assist leader, exhaustion, assist leader: 5 % higher on average (",
    );
    check(
        &leader,
        &[("extra_members", "1")],
        "With the extra person, exhaustion, assist leader: 5 % higher on average (",
    );
    check(
        &leader,
        &[("team_training", "2")],
        "With these decisions, exhaustion, assist leader: 5 % higher on average (",
    );
}

#[test]
fn a_measure_that_neither_team_has_is_not_said_to_be_finished() {
    let said = said_of(&summary(&[], &[("extra_members", "1")]), Measure::ExhaustionAssist, &[f64::NAN], &UP).main;
    assert_eq!(said, "With the extra person, there is too little to compare.");
}

#[test]
fn pairs_are_counted_in_the_direction_that_is_said() {
    let check = |measure, differences: &[f64], said: &str, counted: &str| {
        let sentence = sentence(measure, &[9.9, 10.0, 10.1], differences);
        assert!(sentence.contains(said) && sentence.ends_with(counted), "{measure:?}: {sentence}");
    };
    let up = [5.0, 5.1, 4.9, 5.0, 5.2, 4.8, 5.0, 5.1, 4.9, -0.1];
    let down = up.map(|difference| -difference);
    for measure in [Measure::Utilisation, Measure::Throughput, Measure::LeadMedian, Measure::Morale, Measure::Wip] {
        check(measure, &up, "45 % ", "in 9 of 10 teams like this with other people and luck.");
        check(measure, &down, "45 % ", "in 9 of 10 teams like this with other people and luck.");
    }
    check(Measure::Utilisation, &up, "utilisation: 45 % higher", "");
    check(Measure::Utilisation, &down, "utilisation: 45 % lower", "");
}

#[test]
fn where_per_cent_say_nothing_the_unit_does() {
    let check = |measure, control: &[f64], differences: &[f64], expected: &str| {
        let way = if expected.contains("lower") { "lower" } else { "higher" };
        let expected = format!(
            "With the assist leader, {expected}, and {way} in 4 of 4 teams like this with other people and luck."
        );
        assert_eq!(sentence(measure, control, differences), expected, "{measure:?}");
    };
    let [up, down] = [1.0, -1.0].map(|sign: f64| [24.0, 26.0, 25.0, 25.0].map(|difference| sign * difference));
    let points = "eNPS (proxy): 25 points";
    check(Measure::Enps, &[-20.0, -21.0], &up, &format!("{points} higher on average (95 % interval 24 to 26 points)"));
    check(Measure::Enps, &[20.0, 21.0], &down, &format!("{points} lower on average (95 % interval 24 to 26 points)"));
    let share = "percentage points";
    check(
        Measure::Burnout,
        &[0.0],
        &up.map(|difference| 0.01 * difference),
        &format!("burnt out: 25 {share} higher on average (95 % interval 24 to 26 {share})"),
    );
    check(
        Measure::HoursStandBy,
        &[0.0],
        &up,
        "hours standing by: 25 hours per person and week higher on average (95 % interval 24 to 26 hours per person and week)",
    );
    let unclear = sentence(Measure::Leavers, &[0.0], &[0.0, 1.0, -1.0, 0.0]);
    assert_eq!(
        unclear,
        "There is no clear difference in leavers with the assist leader: 0 people (95 % interval −1 to +1 people)."
    );
    let small = sentence(Measure::Throughput, &[100.0], &[0.01, 0.011, 0.009, 0.01]);
    assert!(small.contains("finishes 0.01 % more tasks on average (95 % interval 0.01 to 0.01 %)"), "{small}");
}

#[test]
fn precision_is_said_of_the_story_s_measure() {
    let summary = summary(&[("beta", "0.4")], &[("assist_leaders", "1")]);
    let said = precision(&summary).expect("known");
    assert!(said.starts_with("± ") && said.ends_with(" % (throughput, mean of 60 pairs)"), "{said}");
}

#[test]
fn the_same_policy_needs_no_statistics() {
    assert!(words(&summary(&[], &[])).main.starts_with("Both teams decide the same"));
}

#[test]
fn no_difference_is_said_as_such() {
    let idle = words(&summary(&[], &[("career_path", "0.9")]));
    assert!(idle.main.starts_with("There is no clear difference"), "{idle:?}");
    let none = words(&summary(&[], &[("assist_share", "0.2")]));
    assert!(none.main.starts_with("Exactly the same"), "{none:?}");
    // Nobody waits in either team, but the rest of what happens is not the same.
    let mut draft = library::scenario("emergency").expect("built in").draft();
    draft.set(Scope::Both, "demand", Some(10.0));
    let scenario = Rc::new(draft.finish().expect("valid"));
    let mut ensemble = Ensemble::default();
    ensemble.put(0, run(&scenario, 0..8));
    let calm = words(&EnsembleSummary::of(&scenario, &ensemble, Goal::Pairs(8)));
    assert!(calm.main.ends_with("is the same in both teams, in every pair.") && !calm.also.is_empty(), "{calm:?}");
}

#[test]
fn every_story_has_a_sentence_in_the_words_of_its_field() {
    for name in library::names() {
        let scenario = Rc::new(library::scenario(name).expect("built in"));
        let mut ensemble = Ensemble::default();
        ensemble.put(0, run(&scenario, 0..6));
        let words = words(&EnsembleSummary::of(&scenario, &ensemble, Goal::Pairs(6)));
        let sentence = format!("{} {} {}", words.main, words.also, words.tally);
        assert!(
            !sentence.contains("  ") && !sentence.contains(" ,") && !sentence.contains("NaN"),
            "{name}: {sentence}"
        );
        let assist = Labels::of(&scenario).assist(1);
        if scenario.policy(Arm::Treatment).assist_leaders == 1 && assist != "assist leader" {
            assert!(sentence.contains(assist) && !sentence.contains("assist leader"), "{name}: {sentence}");
        }
    }
}

#[test]
fn in_flow_time_counts_and_overload_is_named() {
    let flow = words(&summary(&[("source", "flow"), ("beta", "0.3")], &[("assist_leaders", "1")]));
    assert!(flow.main.contains(" a task takes "), "{flow:?}");
    let flooded = words(&summary(&[("source", "flow"), ("demand", "20")], &[("assist_leaders", "1")]));
    assert!(flooded.caution.starts_with("Work piles up"), "{flooded:?}");
}

#[test]
fn in_how_many_worlds_it_holds_is_said_only_where_there_is_something_to_hold() {
    let mut draft = library::scenario("software").expect("built in").draft();
    draft.plausible.on = true;
    let of = |scenario: Scenario| {
        let scenario = Rc::new(scenario);
        let mut ensemble = Ensemble::default();
        ensemble.put(0, run(&scenario, 0..40));
        EnsembleSummary::of(&scenario, &ensemble, Goal::Pairs(40))
    };
    let [teams, worlds] = [of(library::scenario("software").expect("built in")), of(draft.finish().expect("valid"))];
    let said = of_other_kind(&teams, &worlds);
    let higher = worlds.main.contrast.higher;
    assert_eq!(said, format!("The difference goes the same way in {higher} of 40 plausible worlds."));
    assert!(of_other_kind(&worlds, &teams).ends_with(" of 40 teams of this one world."));
    let mut draft = library::scenario("software").expect("built in").draft();
    draft.set(Scope::Only(Arm::Treatment), "assist_leaders", Some(0.0));
    let equal = of(draft.finish().expect("valid"));
    assert_eq!(of_other_kind(&equal, &worlds), "", "there is no difference that could hold");
}

//! Who is not heard, the lead as a person, practices without a person, help that spreads, relief and successors: what follows from them.

use experiment::pair::{Pair, run_pair};
use model::outcome::Measure as M;
use model::scenario::{Arm, Draft, Scope};
use model::series::Series;
use model::shock::{Change, Shock};

type Settings = [(&'static str, &'static str)];

fn draft(world: &Settings, control: &Settings, treatment: &Settings) -> Draft {
    let mut draft = Draft::default();
    let scopes = [(Scope::Both, world), (Scope::Only(Arm::Control), control), (Scope::Only(Arm::Treatment), treatment)];
    for (scope, settings) in scopes {
        settings.iter().for_each(|(id, text)| draft.set_text(scope, id, text));
    }
    draft
}

fn pairs(draft: Draft, count: u32) -> Vec<Pair> {
    let scenario = draft.finish().expect("valid");
    (0..count).map(|replicate| run_pair(&scenario, replicate)).collect()
}

/// Mean difference of an outcome, and its standard error.
fn difference(pairs: &[Pair], measure: M) -> (f64, f64) {
    let values: Vec<f64> = pairs
        .iter()
        .map(|pair| pair.treatment.get(measure) - pair.control.get(measure))
        .filter(|x| !x.is_nan())
        .collect();
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0);
    (mean, (variance / n).sqrt())
}

/// Each outcome is clearly higher in the treatment arm (`true`), or clearly lower.
fn check(pairs: &[Pair], expected: &[(M, bool)]) {
    for &(measure, higher) in expected {
        let (mean, se) = difference(pairs, measure);
        let sign = if higher { 1.0 } else { -1.0 };
        assert!(sign * mean > 2.5 * se && se > 0.0, "{}: {mean} +- {se}", measure.info().id);
    }
}

const STEADY: (&str, &str) = ("h0", "0");

#[test]
fn quiet_members_are_stuck_longer_and_control_makes_it_worse() {
    let world = [STEADY, ("quiet", "0.5")];
    let held = pairs(draft(&world, &[], &[("micromanagement", "0.8")]), 40);
    check(&held, &[(M::GapStuck, true)]);
    let heard = [("assist_leaders", "1"), ("competence", "0")];
    let listened = [("assist_leaders", "1"), ("competence", "0"), ("listening", "1"), ("fairness", "1")];
    check(&pairs(draft(&world, &heard, &listened), 60), &[(M::GapStuck, false)]);
    // Fairness alone does it, too.
    let fair = [("assist_leaders", "1"), ("competence", "0"), ("fairness", "1")];
    check(&pairs(draft(&world, &heard, &fair), 100), &[(M::GapStuck, false)]);
}

#[test]
fn a_lead_who_helps_pays_with_the_queue_and_with_clarity() {
    let pairs = pairs(draft(&[STEADY], &[], &[("lead_assists", "0.6")]), 40);
    check(&pairs, &[(M::LeadHoursFree, false), (M::ApprovalWait, true), (M::Clarity, false), (M::OwnDecisions, false)]);
    // Without the price of attention clarity stays.
    let free = pairs_of_clarity(&[STEADY, ("k_desk", "0")]);
    assert!(free.abs() < 1e-12, "{free}");
}

fn pairs_of_clarity(world: &Settings) -> f64 {
    difference(&pairs(draft(world, &[], &[("lead_assists", "0.6")]), 10), M::Clarity).0
}

#[test]
fn a_gatekeeper_takes_questions_off_the_lead() {
    let world = [STEADY, ("mix_clarity", "1"), ("route", "0")];
    let pairs = pairs(draft(&world, &[("assist_leaders", "1")], &[("assist_leaders", "1"), ("gatekeeping", "1")]), 40);
    check(&pairs, &[(M::LeadHoursFree, true), (M::Empowerment, true)]);
}

#[test]
fn close_control_teaches_to_wait_and_it_takes_time_to_unlearn() {
    let control = [("micromanagement", "0.9")];
    let world = [STEADY, ("intervention_weeks", "52")];
    let [with, without] = ["0.8", "0"].map(|depend| {
        let world = [&world[..], &[("depend", depend)]].concat();
        difference(&pairs(draft(&world, &[], &control), 40), M::SelfSolved).0
    });
    assert!(with < without - 0.03, "solved alone: {with} with dependence, {without} without");
    // A month after control ended, fewer are solved alone than a year after.
    let mut ended = draft(&[STEADY, ("intervention_weeks", "76"), ("depend", "0.8")], &[], &control);
    ended.until_week = Some(24);
    let pairs = pairs(ended, 60);
    let before = (pairs[0].treatment.weeks.len() - 76) + 24;
    let behind = |weeks: std::ops::Range<usize>| -> f64 {
        let of = |pair: &Pair, week: usize| {
            let solved = |weeks: &[model::series::Week]| weeks[before + week][Series::SelfSolved as usize];
            solved(&pair.treatment.weeks) - solved(&pair.control.weeks)
        };
        pairs.iter().map(|pair| weeks.clone().map(|week| of(pair, week)).sum::<f64>()).sum::<f64>()
            / (pairs.len() * weeks.len()) as f64
    };
    let (soon, late) = (behind(0..4), behind(40..52));
    assert!(soon < late - 0.02, "{soon} then {late}");
}

#[test]
fn under_close_control_fewer_are_solved_alone_and_fewer_decisions_are_ones_own() {
    // At the defaults of the world: who has learned to wait no longer solves what one would have solved.
    let control = [("micromanagement", "0.9")];
    let pairs = pairs(draft(&[("intervention_weeks", "52")], &[], &control), 60);
    check(&pairs, &[(M::SelfSolved, false), (M::OwnDecisions, false)]);
}

#[test]
fn passing_on_to_those_at_work_teaches_more() {
    let role = [("assist_leaders", "1")];
    let pairs = pairs(draft(&[STEADY], &role, &[("assist_leaders", "1"), ("pass_on", "yes")]), 60);
    check(&pairs, &[(M::Skill, true)]);
}

#[test]
fn each_practice_does_what_it_is_for_and_costs_its_hours() {
    let costs = |policy: (&'static str, &'static str), world: &Settings, expected: &[(M, bool)]| {
        let pairs = pairs(draft(world, &[], &[policy]), 60);
        check(&pairs, &[&[(M::HoursPractice, true)], expected].concat());
    };
    let steady = [STEADY, ("silo", "0.8")];
    costs(("shared_board", "1"), &steady, &[(M::SelfSolved, false)]);
    costs(("huddle", "1"), &steady, &[(M::TrustAcross, true), (M::Known, true)]);
    costs(("documentation", "2"), &[("h0", "0.6")], &[(M::SkillNewcomers, true)]);
    costs(("check_ins", "1"), &[STEADY, ("remote_share", "1"), ("remote_contact", "0.3")], &[(M::SelfSolved, false)]);
}

#[test]
fn what_is_written_down_stays_when_the_practice_ends() {
    let mut ended = draft(&[("h0", "1"), ("k_write", "0.2")], &[], &[("documentation", "2")]);
    ended.until_week = Some(6);
    check(&pairs(ended, 60), &[(M::SkillNewcomers, true)]);
}

#[test]
fn helping_spreads_where_readiness_drifts_and_not_where_it_does_not() {
    let role = [("assist_leaders", "1")];
    let drifts = pairs(draft(&[STEADY, ("a_G", "0.05"), ("intervention_weeks", "52")], &[], &role), 40);
    check(&drifts, &[(M::RefusalShare, false), (M::HelpOthers, true)]);
    let fixed = pairs(draft(&[STEADY, ("intervention_weeks", "52")], &[], &role), 40);
    check(&fixed, &[(M::HelpOthers, false)]);
}

#[test]
fn trouble_wears_out_and_relief_takes_some_of_it() {
    let troubled = |change: Option<Change>| {
        let role = [("assist_leaders", "1"), ("assist_who", "seated"), ("empathy", "1")];
        let relief = [("assist_leaders", "1"), ("assist_who", "seated"), ("empathy", "1"), ("relief", "yes")];
        let mut draft = draft(&[STEADY], &role, &relief);
        draft.shocks =
            change.into_iter().map(|change| Shock { week: 2, weeks: Some(16), change, label: String::new() }).collect();
        pairs(draft, 150)
    };
    let (calm, trouble) = (troubled(None), troubled(Some(Change::Trouble(5))));
    let exhaustion = |pairs: &[Pair]| pairs.iter().map(|pair| pair.control.get(M::Exhaustion)).sum::<f64>() / 150.0;
    assert!(exhaustion(&trouble) > exhaustion(&calm) + 0.005);
    check(&trouble, &[(M::BurnoutOthers, false), (M::ExhaustionAssist, true)]);
}

#[test]
fn successors_are_there_only_where_they_are_prepared() {
    let role = [("assist_leaders", "1")];
    let pairs = pairs(draft(&[("h0", "0.5")], &role, &[("assist_leaders", "1"), ("successors", "yes")]), 30);
    check(&pairs, &[(M::Heirs, true)]);
    assert!(pairs.iter().all(|pair| pair.control.get(M::Heirs) == 0.0));
}

#[test]
fn tasks_to_grow_by_teach_more_and_bring_less() {
    let role = [("assist_leaders", "1"), ("delegation", "1")];
    let stretch = [("assist_leaders", "1"), ("delegation", "1"), ("stretch", "yes")];
    check(&pairs(draft(&[STEADY], &role, &stretch), 60), &[(M::Skill, true), (M::Throughput, false)]);
}

#[test]
fn mistakes_come_to_light_where_people_feel_safe() {
    let [safe, unsafe_] = ["0.9", "0.1"].map(|safety| {
        let pairs = pairs(draft(&[STEADY, ("safety0", safety), ("a_S", "0")], &[], &[]), 60);
        pairs.iter().map(|pair| pair.control.get(M::Escaped)).sum::<f64>() / 60.0
    });
    assert!(safe < 0.7 * unsafe_, "{safe} against {unsafe_} in 100");
}

#[test]
fn a_merger_costs_trust_and_a_new_tool_skill() {
    let shocked = |change: Change| {
        let shock = Shock { week: 1, weeks: None, change, label: String::new() };
        [Vec::new(), vec![shock]].map(|shocks| {
            let mut draft = draft(&[STEADY], &[], &[]);
            draft.shocks = shocks;
            pairs(draft, 20)
        })
    };
    let mean = |pairs: &[Pair], measure| pairs.iter().map(|pair| pair.control.get(measure)).sum::<f64>() / 20.0;
    let [calm, merged] = shocked(Change::Estrange(0.8));
    assert!(mean(&merged, M::TrustAcross) < 0.8 * mean(&calm, M::TrustAcross));
    assert!(calm.iter().all(|pair| pair.control.get(M::RecoveryWeeks).is_nan()));
    let [calm, new_tool] = shocked(Change::Unlearn(0.4));
    assert!(mean(&new_tool, M::Skill) < mean(&calm, M::Skill) - 0.05);
    let [_, nothing] = shocked(Change::Unlearn(0.0));
    let weeks = [&new_tool, &nothing].map(|pairs| mean(pairs, M::RecoveryWeeks));
    assert!(weeks[0] > weeks[1] + 2.0, "{weeks:?} weeks to recover");
}

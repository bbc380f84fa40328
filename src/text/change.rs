//! What sets two setups apart, in a few words.

use super::{list, value};
use crate::names::cut;
use crate::state::history::Setup;
use model::difference::Difference;
use model::parameters::idle::idle;
use model::parameters::{Group, Parameter};
use model::scenario::Arm;
use words::{change, parameter};

/// Most changes that are listed.
const LISTED: usize = 3;
/// Longest title of a scenario that is changed to [characters].
const TITLE: usize = 80;

/// What changed from one setup to the other.
pub fn describe(before: &Setup, after: &Setup) -> String {
    let name = |setup: &Setup| setup.built_in.texts().name.clone();
    if name(before) != name(after) {
        return change::scenario(&cut(&after.built_in.texts().title, TITLE));
    }
    let differences = before.scenario.diff(&after.scenario);
    let changes = |seen: &dyn Fn(Arm, &Parameter) -> bool| -> Vec<String> {
        differences.iter().filter_map(|difference| of_parameter(difference, seen)).collect()
    };
    // What does nothing before or after is worth a word only where nothing else changed.
    let acts =
        |arm: Arm, row: &Parameter| [before, after].iter().any(|setup| idle(&setup.scenario, arm, row.id).is_none());
    let mut changes = Some(changes(&acts)).filter(|some| !some.is_empty()).unwrap_or_else(|| changes(&|_, _| true));
    changes.extend(differences.iter().filter_map(|difference| match difference {
        Difference::Seed { before, after } => Some(change::Seed { before, after }.say()),
        Difference::UntilWeek { after, .. } => Some(match after {
            Some(week) => change::ends(week),
            None => change::goes_on().to_owned(),
        }),
        Difference::Plausible { after } => Some(if *after { change::worlds() } else { change::one_world() }.to_owned()),
        Difference::Known { .. } => Some(change::known().to_owned()),
        _ => None,
    }));
    if changes.is_empty() {
        return change::other().to_owned();
    }
    if changes.len() > LISTED {
        let left = changes.split_off(LISTED - 1);
        changes.push(change::more(&left.len()));
    }
    list::clauses(changes)
}

/// What a setup changed of the scenario its levers return to; `None` if nothing.
fn of_built_in(setup: &Setup) -> Option<String> {
    let start = Setup { built_in: setup.built_in.clone(), scenario: setup.built_in.clone() };
    (start != *setup).then(|| describe(&start, setup))
}

/// What a pinned setup is called: by what it changed.
pub fn pin_name(setup: &Setup) -> String {
    of_built_in(setup).unwrap_or_else(|| cut(&setup.built_in.texts().title, TITLE))
}

/// A parameter's change in the arms where it is seen.
fn of_parameter(difference: &Difference, seen: &dyn Fn(Arm, &Parameter) -> bool) -> Option<String> {
    let Difference::Parameter { row, scope, before, after } = difference else { return None };
    let arms: Vec<Arm> = scope.arms().iter().copied().filter(|&arm| seen(arm, row)).collect();
    let (label, before, after) = (&parameter::label(row), &value::show(row, *before), &value::show(row, *after));
    Some(match (row.group, arms.as_slice()) {
        (_, []) => return None,
        (Group::World, _) | (_, [Arm::Treatment]) => change::Parameter { label, before, after }.say(),
        (_, [Arm::Control]) => change::ParameterFirst { label, before, after }.say(),
        _ => change::ParameterBoth { label, before, after }.say(),
    })
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use model::scenario::Scope;

    fn setup(name: &str, changes: &[(Scope, &str, f64)], seed: u64) -> Setup {
        let built_in = Rc::new(library::scenario(name).expect("built in"));
        let mut draft = built_in.draft();
        draft.seed = seed;
        for (scope, id, value) in changes {
            draft.set(*scope, id, Some(*value));
        }
        Setup { built_in, scenario: Rc::new(draft.finish().expect("valid")) }
    }

    fn check(changes: &[(Scope, &str, f64)], expect: &str) {
        let [before, after] = [setup("software", &[], 1), setup("software", changes, 1)];
        assert_eq!(describe(&before, &after), expect);
    }

    #[test]
    fn a_change_is_named_with_its_values() {
        let [first, second] = Arm::BOTH.map(Scope::Only);
        check(&[(second, "assist_share", 0.6)], "Time for assisting 40 % → 60 %");
        check(&[(first, "formal_lead", 0.0)], "Formal lead in the first team yes → no");
        check(&[(Scope::Both, "hours_per_week", 45.0)], "Hours per week in both teams 40 h a week → 45 h a week");
        check(&[(Scope::Both, "beta", 0.3)], "How often work is blocked 0.2 per hour → 0.3 per hour");
        check(
            &[(Scope::Both, "beta", 0.3), (second, "notice", 2.0)],
            "How often work is blocked 0.2 per hour → 0.3 per hour; Noticing 0.5 per hour → 2 per hour",
        );
        // The first team has no assist leader.
        check(&[(Scope::Both, "assist_share", 0.6)], "Time for assisting 40 % → 60 %");
        check(&[(first, "assist_share", 0.6)], "Time for assisting in the first team 40 % → 60 %");
        check(
            &[(first, "assist_share", 0.6), (first, "assist_leaders", 1.0)],
            "Assist leaders in the first team 0 people → 1 person; Time for assisting in the first team 40 % → 60 %",
        );
        let many = ["beta", "alpha", "eta", "m"].map(|id| (Scope::Both, id, 0.9));
        check(
            &many,
            "How often work is blocked 0.2 per hour → 0.9 per hour; Readiness to ask 1.2 per hour → 0.9 per hour; and 2 more",
        );
    }

    #[test]
    fn another_seed_and_another_scenario_are_named() {
        let software = setup("software", &[], 1);
        assert_eq!(describe(&software, &setup("software", &[], 2)), "seed 1 → 2");
        let other = setup("silos", &[], 1);
        assert_eq!(describe(&software, &other), format!("scenario “{}”", other.built_in.texts().title));
        let seed = other.built_in.seed();
        assert_eq!(of_built_in(&setup("silos", &[], seed)), None);
    }
}

//! What the two arms are called.

use super::labels::Labels;
use model::scenario::{Arm, Scenario};
use words::arms;

/// Assist leaders by arm, control first.
fn counts(scenario: &Scenario) -> [usize; 2] {
    Arm::BOTH.map(|arm| scenario.policy(arm).assist_leaders as usize)
}

/// The two arms by name, control first: by what sets them apart, if that is the assist leaders.
pub fn names(scenario: &Scenario) -> [String; 2] {
    let labels = Labels::of(scenario);
    let with = |count| arms::with(&labels.assist(count));
    let without = |count| arms::without(&labels.assist(count));
    match counts(scenario).into() {
        (0, count @ 1..) => [without(count), with(count)],
        (count @ 1.., 0) => [with(count), without(count)],
        (first, second) if first != second => {
            [first, second].map(|count| arms::WithCount { count: &count, assist: &labels.assist(count) }.say())
        }
        _ => [arms::as_it_is(), arms::as_you_decide()].map(str::to_owned),
    }
}

/// What happens at the intervention, in a few words for a chart.
pub fn change(scenario: &Scenario) -> String {
    match counts(scenario).into() {
        (0, count @ 1..) => arms::Starts { count, assist: &Labels::of(scenario).assist(count) }.say(),
        _ => arms::change().to_owned(),
    }
}

/// The treatment as the subject's circumstance, at the start of a sentence.
pub fn with_treatment(scenario: &Scenario) -> String {
    let labels = Labels::of(scenario);
    match counts(scenario).into() {
        (0, count @ 1..) => arms::CircumstanceWith { count, assist: &labels.assist(count) }.say(),
        (count @ 1.., 0) => arms::CircumstanceWithout { count, assist: &labels.assist(count) }.say(),
        (first, second) if first != second => {
            arms::CircumstanceWithCount { count: &second, assist: &labels.assist(second) }.say()
        }
        _ => arms::circumstance_decisions().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::scenario::Scope;

    fn check(settings: &[(Arm, f64)], expected: [&str; 4]) {
        let mut draft = library::scenario("emergency").expect("built in").draft();
        for (arm, count) in settings {
            draft.set(Scope::Only(*arm), "assist_leaders", Some(*count));
        }
        let scenario = draft.finish().expect("valid");
        let [without, with] = names(&scenario);
        assert_eq!([without, with, change(&scenario), with_treatment(&scenario)], expected);
    }

    #[test]
    fn arms_are_called_by_what_sets_them_apart() {
        check(&[], ["Without flow nurse", "With flow nurse", "flow nurse starts", "With the flow nurse"]);
        check(
            &[(Arm::Treatment, 2.0)],
            ["Without flow nurses", "With flow nurses", "flow nurses start", "With flow nurses"],
        );
        check(
            &[(Arm::Control, 1.0), (Arm::Treatment, 0.0)],
            ["With flow nurse", "Without flow nurse", "the change", "Without the flow nurse"],
        );
        check(
            &[(Arm::Control, 1.0), (Arm::Treatment, 2.0)],
            ["With 1 flow nurse", "With 2 flow nurses", "the change", "With 2 flow nurses"],
        );
        check(&[(Arm::Control, 1.0)], ["As it is", "As you decide", "the change", "With these decisions"]);
    }
}

//! What the two arms are called.

use super::labels::Labels;
use super::list;
use model::scenario::{Arm, Scenario};
use words::arms;

/// People of whom the arms have other numbers: in the role of assist leader, or hired on top of the team.
struct Apart {
    /// What they are called in the singular and the plural.
    called: [String; 2],
    /// How many, control first.
    counts: [usize; 2],
}

impl Apart {
    fn count(&self, arm: Arm) -> usize {
        self.counts[arm as usize]
    }

    fn called(&self, count: usize) -> &str {
        &self.called[usize::from(count != 1)]
    }

    /// Those of an arm: by number where both have some.
    fn name(&self, arm: Arm) -> String {
        let count = self.count(arm);
        if self.counts.contains(&0) { self.called(count).to_owned() } else { arms::count(&count, &self.called(count)) }
    }

    /// The same within a sentence.
    fn phrase(&self, arm: Arm) -> String {
        let count = self.count(arm);
        if self.counts.contains(&0) { arms::the(count, &self.called(count)) } else { self.name(arm) }
    }
}

/// The people that set the arms apart.
fn apart(scenario: &Scenario) -> Vec<Apart> {
    let labels = Labels::of(scenario);
    let policies = Arm::BOTH.map(|arm| scenario.policy(arm));
    let assist = Apart {
        called: [1, 2].map(|count| labels.assist(count).to_owned()),
        counts: policies.map(|policy| policy.assist_leaders as usize),
    };
    let extra = Apart {
        called: [1, 2].map(|count| labels.extra(count)),
        counts: policies.map(|policy| policy.extra_members as usize),
    };
    [assist, extra].into_iter().filter(|apart| apart.counts[0] != apart.counts[1]).collect()
}

/// Those of them whom an arm has.
fn of(apart: &[Apart], arm: Arm, said: fn(&Apart, Arm) -> String) -> Vec<String> {
    apart.iter().filter(|apart| apart.count(arm) > 0).map(|apart| said(apart, arm)).collect()
}

/// The two arms by name, control first: by the people that set them apart, if any do.
pub fn names(scenario: &Scenario) -> [String; 2] {
    let apart = apart(scenario);
    let [control, treatment] = Arm::BOTH.map(|arm| of(&apart, arm, Apart::name));
    let with = |people| arms::with(&list::and(people));
    let without = |people| arms::without(&list::or(people));
    match (control.is_empty(), treatment.is_empty()) {
        (true, true) => [arms::as_it_is(), arms::as_you_decide()].map(str::to_owned),
        (true, false) => [without(treatment.clone()), with(treatment)],
        (false, true) => [with(control.clone()), without(control)],
        (false, false) => [control, treatment].map(with),
    }
}

/// What happens at the intervention, in a few words for a chart.
pub fn change(scenario: &Scenario) -> String {
    let apart = apart(scenario);
    let people: usize = apart.iter().map(|apart| apart.count(Arm::Treatment)).sum();
    if people == 0 || apart.iter().any(|apart| apart.count(Arm::Control) > 0) {
        return arms::change().to_owned();
    }
    arms::starts(people, &list::and(of(&apart, Arm::Treatment, Apart::name)))
}

/// The treatment as the subject's circumstance, at the start of a sentence.
pub fn with_treatment(scenario: &Scenario) -> String {
    let apart = apart(scenario);
    let here = list::and(of(&apart, Arm::Treatment, Apart::phrase));
    let gone = apart.iter().filter(|apart| apart.count(Arm::Treatment) == 0);
    let gone: Vec<String> = gone.map(|apart| apart.phrase(Arm::Control)).collect();
    match (here.is_empty(), gone.is_empty()) {
        (true, true) => arms::circumstance_decisions().to_owned(),
        (true, false) => arms::without(&list::or(gone)),
        (false, true) => arms::with(&here),
        (false, false) => arms::instead(&here, &list::and(gone)),
    }
}

/// Whether the arms hire other numbers of people on top of the team, so that what each gets done is not what its team does.
pub fn differ_in_size(scenario: &Scenario) -> bool {
    let [control, treatment] = Arm::BOTH.map(|arm| scenario.policy(arm).extra_members);
    control != treatment
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::scenario::Scope;

    /// With these assist leaders and hires in each arm: both names, what happens at the change, the circumstance.
    fn check(leaders: [u32; 2], hires: [u32; 2], expected: [&str; 4]) {
        let mut draft = library::scenario("emergency").expect("built in").draft();
        for arm in Arm::BOTH {
            draft.set(Scope::Only(arm), "assist_leaders", Some(f64::from(leaders[arm as usize])));
            draft.set(Scope::Only(arm), "extra_members", Some(f64::from(hires[arm as usize])));
        }
        let scenario = draft.finish().expect("valid");
        let [without, with] = names(&scenario);
        assert_eq!(
            [without, with, change(&scenario), with_treatment(&scenario)],
            expected,
            "leaders {leaders:?}, hires {hires:?}"
        );
    }

    #[test]
    fn arms_are_called_by_the_assist_leaders_that_set_them_apart() {
        let one = ["Without flow nurse", "With flow nurse", "flow nurse starts", "With the flow nurse"];
        check([0, 1], [0, 0], one);
        check([0, 1], [2, 2], one);
        check([0, 2], [0, 0], ["Without flow nurses", "With flow nurses", "flow nurses start", "With flow nurses"]);
        check([1, 0], [0, 0], ["With flow nurse", "Without flow nurse", "the change", "Without the flow nurse"]);
        check([1, 2], [0, 0], ["With 1 flow nurse", "With 2 flow nurses", "the change", "With 2 flow nurses"]);
        check([1, 1], [0, 0], ["As it is", "As you decide", "the change", "With these decisions"]);
    }

    #[test]
    fn arms_are_called_by_the_hires_that_set_them_apart() {
        let one =
            ["Without extra clinician", "With extra clinician", "extra clinician starts", "With the extra clinician"];
        check([0, 0], [0, 1], one);
        check([1, 1], [0, 1], one);
        check(
            [0, 0],
            [0, 2],
            ["Without extra clinicians", "With extra clinicians", "extra clinicians start", "With extra clinicians"],
        );
        check(
            [0, 0],
            [1, 0],
            ["With extra clinician", "Without extra clinician", "the change", "Without the extra clinician"],
        );
        check(
            [0, 0],
            [2, 1],
            ["With 2 extra clinicians", "With 1 extra clinician", "the change", "With 1 extra clinician"],
        );
    }

    #[test]
    fn arms_are_called_by_both_where_both_set_them_apart() {
        check(
            [1, 0],
            [0, 1],
            [
                "With flow nurse",
                "With extra clinician",
                "the change",
                "With the extra clinician instead of the flow nurse",
            ],
        );
        check(
            [0, 1],
            [2, 0],
            [
                "With extra clinicians",
                "With flow nurse",
                "the change",
                "With the flow nurse instead of extra clinicians",
            ],
        );
        check(
            [0, 1],
            [0, 1],
            [
                "Without flow nurse or extra clinician",
                "With flow nurse and extra clinician",
                "flow nurse and extra clinician start",
                "With the flow nurse and the extra clinician",
            ],
        );
        check(
            [1, 0],
            [1, 0],
            [
                "With flow nurse and extra clinician",
                "Without flow nurse or extra clinician",
                "the change",
                "Without the flow nurse or the extra clinician",
            ],
        );
        check(
            [1, 2],
            [0, 1],
            [
                "With 1 flow nurse",
                "With 2 flow nurses and extra clinician",
                "the change",
                "With 2 flow nurses and the extra clinician",
            ],
        );
    }
}

//! What the two arms are called.

use super::labels::Labels;
use super::list;
use model::parameters::Policy;
use model::scenario::{Arm, Scenario};
use words::{Text, arms};

/// What sets an arm apart, by what it is called: who is in the role, whom it hires, what it gives everyone's time to. Where both arms
/// have people of a kind it is by number; otherwise, within a sentence, with an article.
fn people(scenario: &Scenario, arm: Arm, within: bool) -> Vec<String> {
    let labels = Labels::of(scenario);
    let own = scenario.policy(arm);
    let other = scenario.policy(if arm == Arm::Control { Arm::Treatment } else { Arm::Control });
    let mut said = Vec::new();
    let mut say = |count: u32, there: u32, called: &str| match (count, there) {
        (0, _) => {}
        _ if count == there => {}
        (_, 1..) => said.push(arms::Count { count: &count, what: &called }.say()),
        _ if within => said.push(arms::The { count: count as usize, what: &called }.say()),
        _ => said.push(called.to_owned()),
    };
    say(own.assist_leaders, other.assist_leaders, labels.assist(own.assist_leaders as usize));
    say(own.extra_members, other.extra_members, &labels.extra(own.extra_members as usize));
    for (what, more, hours) in GIVEN_TIME {
        let (here, there) = (hours(own), hours(other));
        if here > there {
            said.push(if there > 0.0 { more() } else { what() }.to_owned());
        }
    }
    said
}

/// What a policy may give everyone's time to: what it is called, what more of it is, and how much there is.
type GivenTime = (Text, Text, fn(&Policy) -> f64);

const GIVEN_TIME: [GivenTime; 5] = [
    (arms::improving, arms::improving_more, |policy| policy.improvement_share),
    (arms::board, arms::board_more, |policy| policy.shared_board),
    (arms::meeting, arms::meeting_more, |policy| policy.huddle),
    (arms::writing, arms::writing_more, |policy| policy.documentation),
    (arms::check_ins, arms::check_ins_more, |policy| policy.check_ins),
];

/// With these people, or else without those.
fn with_or_without(people: Vec<String>, others: Vec<String>) -> String {
    if people.is_empty() { arms::without(&list::or(others)) } else { arms::with(&list::and(people)) }
}

/// The two arms by name, control first: by the people and practices that set them apart, if any do.
pub fn names(scenario: &Scenario) -> [String; 2] {
    let [control, treatment] = Arm::BOTH.map(|arm| people(scenario, arm, false));
    if control.is_empty() && treatment.is_empty() {
        return [arms::as_it_is(), arms::as_you_decide()].map(str::to_owned);
    }
    [with_or_without(control.clone(), treatment.clone()), with_or_without(treatment, control)]
}

/// What happens at the intervention, in a few words for a chart.
pub fn change(scenario: &Scenario) -> String {
    let [control, treatment] = Arm::BOTH.map(|arm| scenario.policy(arm));
    let come = people(scenario, Arm::Treatment, false);
    if come.is_empty() || !people(scenario, Arm::Control, false).is_empty() {
        return arms::change().to_owned();
    }
    let people = treatment.assist_leaders + treatment.extra_members - control.assist_leaders - control.extra_members;
    let times = GIVEN_TIME.iter().filter(|(_, _, hours)| hours(treatment) > hours(control)).count();
    arms::Starts { count: people as usize + times, what: &list::and(come) }.say()
}

/// The treatment as the subject's circumstance, at the start of a sentence.
pub fn with_treatment(scenario: &Scenario) -> String {
    let [control, treatment] = Arm::BOTH.map(|arm| people(scenario, arm, true));
    match (control.is_empty(), treatment.is_empty()) {
        (true, true) => arms::circumstance_decisions().to_owned(),
        (false, false) => arms::Instead { what: &list::and(treatment), other: &list::and(control) }.say(),
        _ => with_or_without(treatment, control),
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
        check(
            [1, 2],
            [0, 0],
            ["With 1 flow nurse", "With 2 flow nurses", "the change", "With 2 flow nurses instead of 1 flow nurse"],
        );
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
            [
                "With 2 extra clinicians",
                "With 1 extra clinician",
                "the change",
                "With 1 extra clinician instead of 2 extra clinicians",
            ],
        );
    }

    /// With these assist leaders and shares of time for improving in each arm: the names and the circumstance.
    fn check_improving(leaders: [f64; 2], share: [f64; 2], expected: [&str; 3]) {
        let mut draft = library::scenario("emergency").expect("built in").draft();
        for arm in Arm::BOTH {
            draft.set(Scope::Only(arm), "assist_leaders", Some(leaders[arm as usize]));
            draft.set(Scope::Only(arm), "improvement_share", Some(share[arm as usize]));
        }
        let scenario = draft.finish().expect("valid");
        let [without, with] = names(&scenario);
        assert_eq!([without, with, with_treatment(&scenario)], expected, "leaders {leaders:?}, share {share:?}");
    }

    #[test]
    fn arms_are_called_by_time_for_improving() {
        let alone = ["Without time for improving", "With time for improving", "With time for improving"];
        check_improving([0.0, 0.0], [0.0, 0.1], alone);
        check_improving([1.0, 1.0], [0.0, 0.1], alone);
        check_improving(
            [0.0, 1.0],
            [0.0, 0.1],
            [
                "Without flow nurse or time for improving",
                "With flow nurse and time for improving",
                "With the flow nurse and time for improving",
            ],
        );
        check_improving(
            [0.0, 1.0],
            [0.1, 0.0],
            ["With time for improving", "With flow nurse", "With the flow nurse instead of time for improving"],
        );
        check_improving(
            [0.0, 0.0],
            [0.05, 0.1],
            ["Without more time for improving", "With more time for improving", "With more time for improving"],
        );
        check_improving([0.0, 1.0], [0.1, 0.1], ["Without flow nurse", "With flow nurse", "With the flow nurse"]);
    }

    #[test]
    fn arms_are_called_by_the_practices_that_set_them_apart() {
        let scenario = library::scenario("board_or_person").expect("built in");
        let [without, with] = names(&scenario);
        assert_eq!(
            [without, with, with_treatment(&scenario), change(&scenario)],
            [
                "With a shared board and a meeting of all",
                "With assist leader",
                "With the assist leader instead of a shared board and a meeting of all",
                "the change",
            ]
        );
        let mut draft = scenario.draft();
        for (arm, hours) in [(Arm::Control, 0.5), (Arm::Treatment, 1.0)] {
            draft.set(Scope::Only(arm), "assist_leaders", Some(0.0));
            draft.set(Scope::Only(arm), "shared_board", Some(0.0));
            draft.set(Scope::Only(arm), "huddle", Some(hours));
        }
        let scenario = draft.finish().expect("valid");
        assert_eq!(names(&scenario), ["Without a longer meeting of all", "With a longer meeting of all"]);
        assert_eq!(change(&scenario), "a longer meeting of all starts");
        // Each is one thing, so that the verb agrees.
        let mut draft = library::scenario("baseline").expect("built in").draft();
        draft.set(Scope::Only(Arm::Treatment), "assist_leaders", Some(0.0));
        draft.set(Scope::Only(Arm::Treatment), "check_ins", Some(1.0));
        assert_eq!(change(&draft.finish().expect("valid")), "time for check-ins starts");
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
                "With 2 flow nurses and the extra clinician instead of 1 flow nurse",
            ],
        );
    }
}

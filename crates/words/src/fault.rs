//! A fault in words.

use model::fault::{Fault, Rule};
use model::number::Slip;
use model::parameters::{Kind, Parameter};

use super::{faults, parameter};

/// What is wrong, in a sentence without its full stop: field, value, and what is allowed.
pub fn sentence(fault: &Fault) -> String {
    let Fault { field, value, rule } = fault;
    let what = rule_in_words(rule, value);
    if value.is_empty() {
        faults::Wrong { field, what: &what }.say()
    } else {
        faults::Refused { field, value, allowed: &what }.say()
    }
}

/// The same of several.
pub fn sentences(faults: &[Fault]) -> Vec<String> {
    faults.iter().map(sentence).collect()
}

fn rule_in_words(rule: &Rule, value: &str) -> String {
    match rule {
        Rule::Said(text) => text.clone(),
        Rule::Known(None) => faults::unknown().to_owned(),
        Rule::Known(Some(near)) => faults::unknown_near(near),
        Rule::Given(row) => faults::nothing_given(&allowed(row)),
        Rule::Read(row, slip) => unread(row, value, slip),
        Rule::Guessed => faults::guessed().to_owned(),
        Rule::InRange(row) => allowed(row),
        Rule::BothArms => faults::both_arms().to_owned(),
        Rule::Whole(low, high, slip) => whole(*low, *high, slip),
        Rule::Number(low, high) => faults::Number { low, high }.say(),
        Rule::AsMembers(members) => faults::as_members(members),
        Rule::GiversAndTakers => faults::givers_and_takers().to_owned(),
        Rule::KindsOfBlocker => faults::kinds_of_blocker().to_owned(),
        Rule::WeightsOfMorale => faults::weights_of_morale().to_owned(),
        Rule::Tasks(most, tasks) => faults::Tasks { most, tasks: &tasks.round() }.say(),
        Rule::Requests(most) => faults::requests(most),
        Rule::MemberWeeks(most) => faults::member_weeks(most),
        Rule::Week(first, last) => faults::Week { first, last }.say(),
        Rule::ShockWeeks => faults::shock_weeks().to_owned(),
        Rule::Shocks(most) => faults::shocks(most),
        Rule::Seats(most) => faults::seats(most),
        Rule::SomeOutcome => faults::some_outcome().to_owned(),
        Rule::Once => faults::once().to_owned(),
        Rule::Parameters(low, high) => faults::Parameters { low, high }.say(),
        Rule::LeftToScreen(most) => faults::left_to_screen(most),
        Rule::NotKnown => faults::not_known().to_owned(),
        Rule::NotOff => faults::not_off().to_owned(),
        Rule::PowerOfTwo(low, high) => faults::PowerOfTwo { low, high }.say(),
        Rule::Worlds(points, worlds, most) => faults::Worlds { points, worlds, most }.say(),
        Rule::PairsOfWorld(least) => faults::pairs_of_world(least),
        Rule::NotDrawn => faults::not_drawn().to_owned(),
        Rule::NoPrecision => faults::no_precision().to_owned(),
    }
}

fn unread(row: &Parameter, text: &str, slip: &Slip) -> String {
    if let Some(why) = why(slip) {
        return faults::Because { allowed: &allowed(row), why: &why }.say();
    }
    // Another unit may stand behind a number, or a word.
    let number = !matches!(row.kind, Kind::Switch | Kind::Choice(_));
    match row.unit {
        _ if !number || !text.contains(char::is_alphabetic) => allowed(row),
        "" => allowed(row),
        "share" => faults::as_share(&allowed(row)),
        _ => faults::InUnit { allowed: &allowed(row), unit: &parameter::unit(row) }.say(),
    }
}

/// What may be written for a parameter, as files and options have it.
pub fn allowed(row: &Parameter) -> String {
    match row.kind {
        Kind::Number => faults::Number { low: &row.min, high: &row.max }.say(),
        Kind::Count => faults::Whole { low: &row.min, high: &row.max }.say(),
        Kind::Switch => faults::yes_or_no().to_owned(),
        Kind::Choice(names) => faults::one_of(&names.join(", ")),
        Kind::Optional => faults::Optional { low: &row.min, high: &row.max }.say(),
    }
}

/// Why a text is no number; `None` where there is nothing more to say.
pub fn why(slip: &Slip) -> Option<String> {
    Some(match slip {
        Slip::NoNumber => return None,
        Slip::TooSmall => faults::too_small().to_owned(),
        Slip::TwoMeanings(said) => faults::TwoMeanings { text: &said[0], large: &said[1], small: &said[2] }.say(),
        Slip::Thousands => faults::thousands().to_owned(),
        Slip::PerCent => faults::no_per_cent().to_owned(),
    })
}

/// What is allowed where a whole number is asked for, and why a text is none.
pub fn whole(low: u64, high: u64, slip: &Slip) -> String {
    let allowed = faults::Whole { low: &low, high: &high }.say();
    why(slip).map_or(allowed.clone(), |why| faults::Because { allowed: &allowed, why: &why }.say())
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::parameters::parameter;
    use model::scenario::{Draft, Scope};

    fn faults(settings: &[(&str, &str)]) -> Vec<String> {
        let mut draft = Draft::default();
        for (id, text) in settings {
            draft.set_text(Scope::Both, id, text);
        }
        sentences(&draft.finish().err().unwrap_or_default())
    }

    #[test]
    fn faults_name_field_value_and_range_all_at_once() {
        let found = faults(&[("beta", "-1"), ("betta", "1"), ("members", "2.5"), ("source", "sea")]);
        assert_eq!(
            found,
            [
                "beta = -1: must be a number from 0 to 10",
                "betta: no parameter has this name; did you mean beta?",
                "members = 2.5: must be a whole number from 1 to 300",
                "source = sea: must be one of backlog, flow, project",
            ]
        );
        assert_eq!(
            faults(&[("members", "3"), ("groups", "4")]),
            ["groups = 4: must be at most the number of members (3)"]
        );
        assert_eq!(
            faults(&[("assist_leaders", "9")]),
            ["assist_leaders = 9: must be at most the number of members (8)"],
            "a fault of both arms is said once"
        );
        assert!(faults(&[("beta", "NaN"), ("beta", "inf"), ("beta", "")]).len() == 3);
    }

    #[test]
    fn a_number_that_may_mean_two_is_refused_as_it_was_typed() {
        let found = faults(&[
            ("beta", "1,000"),
            ("members", "1,000"),
            ("members", " 7,5 "),
            ("assist_share", "40"),
            ("beta", "5 %"),
        ]);
        assert_eq!(
            found,
            [
                "beta = 1,000: must be a number from 0 to 10; 1,000 could mean 1000 or 1.0, so write the one you mean",
                "members = 1,000: must be a whole number from 1 to 300",
                "members = 7,5: must be a whole number from 1 to 300",
                "assist_share = 40: must be a number from 0 to 1",
                "beta = 5 %: must be a number from 0 to 10; a per cent sign has no meaning here",
            ]
        );
    }

    #[test]
    fn what_cannot_be_read_is_told_what_is_expected() {
        let check = |id: &str, text: &str, expect: &str| {
            let row = parameter(id).expect("a parameter");
            assert_eq!(sentence(&Fault::unread(row, text, Slip::NoNumber)), expect);
        };
        check("task_hours", "", "task_hours: no value given; must be a number from 0.01 to 1000");
        check("task_hours", "6 days", "task_hours = 6 days: must be a number from 0.01 to 1000, in h");
        check(
            "assist_share",
            "half",
            "assist_share = half: must be a number from 0 to 1, or a percentage written with %",
        );
        check("members", "7.5", "members = 7.5: must be a whole number from 1 to 300");
        check("formal_lead", "maybe", "formal_lead = maybe: must be yes or no");
    }
}

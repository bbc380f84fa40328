//! Valid scenarios drawn at random over the levers' ranges, for tests of what holds in all of them.
use model::outcome::Outcome;
use model::parameters::{Group, Kind, PARAMETERS};
use model::scenario::{Arm, Draft, Scenario, Scope};
use model::series::Week;
use model::shock::{Change, Shock};
use proptest::prelude::*;

/// Settings for all parameters: for each a number in 0..1 that says where on its lever it stands, and whether it is set at all.
pub fn places() -> impl Strategy<Value = Vec<Option<f64>>> {
    proptest::collection::vec(proptest::option::weighted(0.3, 0.0..1.0), 2 * PARAMETERS.len())
}

/// A valid scenario of a small team over a few weeks, from `places`; the second half of them sets the treatment policy.
pub fn scenario(places: &[Option<f64>]) -> Scenario {
    let mut draft = library::scenario("baseline").expect("built in").draft();
    draft.seed = 11;
    for (index, place) in places.iter().enumerate() {
        let row = &PARAMETERS[index % PARAMETERS.len()];
        let treatment = index >= PARAMETERS.len();
        if let Some(place) = place
            && (!treatment || row.group == Group::Policy)
        {
            let (low, high) = row.lever;
            let value = low + place * (high - low);
            let whole = !matches!(row.kind, Kind::Number | Kind::Optional);
            draft.set(scope(treatment), row.id, Some(if whole { value.round() } else { value }));
        }
    }
    tame(&mut draft, places);
    draft.finish().expect("values on the levers are valid")
}

fn scope(treatment: bool) -> Scope {
    if treatment { Scope::Only(Arm::Treatment) } else { Scope::Both }
}

/// Keeps the case small, and what must fit together fitting.
pub fn tame(draft: &mut Draft, places: &[Option<f64>]) {
    let place = |index: usize| places[index].unwrap_or(0.5);
    let members = 1.0 + (place(0) * 11.0).round();
    draft.set(Scope::Both, "members", Some(members));
    draft.set(Scope::Both, "groups", Some(1.0 + (place(1) * 3.0).round().min(members - 1.0)));
    draft.set(Scope::Both, "warmup_weeks", Some(1.0));
    draft.set(Scope::Both, "baseline_weeks", Some(1.0));
    draft.set(Scope::Both, "intervention_weeks", Some(4.0));
    draft.set(Scope::Both, "givers", Some(0.6 * place(2)));
    draft.set(Scope::Both, "takers", Some(0.4 * place(3)));
    draft.set(Scope::Both, "mix_expertise", Some(0.1 + 0.9 * place(4)));
    draft.set(Scope::Both, "w_x", Some(0.1 + 0.9 * place(5)));
    draft.set(Scope::Both, "assist_leaders", Some((place(6) * 1.0).round()));
    draft.set(Scope::Only(Arm::Treatment), "assist_leaders", Some((place(7) * 3.0).round().min(members)));
    if place(8) > 0.4 {
        let lasting = |change: Change| Shock { week: 1, weeks: Some(2), change, label: String::new() };
        let at_once = |week: u32, change: Change| Shock { week, weeks: None, change, label: String::new() };
        draft.shocks = vec![
            lasting(Change::Demand(0.5 + place(9))),
            lasting(Change::Blockers(0.5 + 2.0 * place(10))),
            lasting(Change::LeadAway),
            lasting(Change::Hours(0.75 + 0.5 * place(13))),
            lasting(Change::Asking(0.5 + place(14))),
            lasting(Change::Trouble(1)),
            at_once(1, Change::Unlearn(0.5 * place(9))),
            at_once(1, Change::Estrange(place(10))),
            at_once(0, Change::Leaves(1)),
            at_once(2, Change::Joins(1 + (2.0 * place(11)) as u32)),
            at_once(3, Change::Redo(place(12))),
        ];
    }
    draft.until_week = (place(15) > 0.6).then_some(3);
}

/// Equal to the bit, a `NaN` being equal to a `NaN`.
pub fn same(a: &Outcome, b: &Outcome) -> bool {
    format!("{a:?}") == format!("{b:?}")
}

/// The same, where a week with nothing to measure is as good as another one.
pub fn same_weeks(a: &[Week], b: &[Week]) -> bool {
    format!("{a:?}") == format!("{b:?}")
}

pub fn with(scenario: &Scenario, settings: &[(Scope, &str, f64)]) -> Scenario {
    let mut draft = scenario.draft();
    for &(scope, id, value) in settings {
        draft.set(scope, id, Some(value));
    }
    draft.finish().expect("valid")
}

/// The same scenario with the control policy in both arms.
pub fn without_difference(scenario: &Scenario) -> Scenario {
    let mut draft = scenario.draft();
    for row in PARAMETERS.iter().filter(|row| row.group == Group::Policy) {
        let value = scenario.get(Arm::Control, row.id).expect("a parameter");
        draft.set(Scope::Only(Arm::Treatment), row.id, value);
    }
    draft.finish().expect("valid")
}

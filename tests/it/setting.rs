//! Scenarios with settings on top.

use model::scenario::{Arm, Scenario, Scope};

/// A scenario with these settings on top, written as on the command line; `control.` and `treatment.` set one policy.
pub fn change(scenario: &Scenario, settings: &[(&str, f64)]) -> Scenario {
    let mut draft = scenario.draft();
    for &(id, value) in settings {
        let (scope, id) = match id.split_once('.') {
            Some(("control", id)) => (Scope::Only(Arm::Control), id),
            Some(("treatment", id)) => (Scope::Only(Arm::Treatment), id),
            _ => (Scope::Both, id),
        };
        draft.set(scope, id, Some(value));
    }
    draft.finish().expect("the settings are valid")
}

//! What the two arms are called.

use crate::model::scenario::{Arm, Scenario};

/// The two arms by name, control first: by what sets them apart, if that is the assist leaders.
pub fn names(scenario: &Scenario) -> [&'static str; 2] {
    let [without, with] = Arm::BOTH.map(|arm| scenario.policy(arm).assist_leaders);
    match (without, with) {
        (0, 1) => ["Without assist leader", "With assist leader"],
        (0, 2..) => ["Without assist leaders", "With assist leaders"],
        (1, 0) => ["With assist leader", "Without assist leader"],
        (2.., 0) => ["With assist leaders", "Without assist leaders"],
        _ => ["As it is", "As you decide"],
    }
}

/// What happens at the intervention, in a few words for a chart.
pub fn change(scenario: &Scenario) -> &'static str {
    let [without, with] = Arm::BOTH.map(|arm| scenario.policy(arm).assist_leaders);
    match (without, with) {
        (0, 1) => "assist leader starts",
        (0, 2..) => "assist leaders start",
        _ => "the change",
    }
}

/// The treatment as the subject's circumstance, at the start of a sentence.
pub fn with_treatment(scenario: &Scenario) -> &'static str {
    let [without, with] = Arm::BOTH.map(|arm| scenario.policy(arm).assist_leaders);
    match (without, with) {
        (0, 1) => "With the assist leader",
        (0, 2..) => "With assist leaders",
        (1, 0) => "Without the assist leader",
        (2.., 0) => "Without assist leaders",
        _ => "With these decisions",
    }
}

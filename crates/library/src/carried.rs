//! What carries the result of each built-in scenario: the part of its difference, in the direction in which that goes, that is largest.
//!
//! Worked out with `assist-lab why`; a test of the evidence holds each to the model.

/// The part that is owed to no mechanism, but to the hours of the role.
pub const ROLE: &str = "role";

const CARRIED: [(&str, &str); 27] = [
    ("software", "noticing"),
    ("emergency", "noticing"),
    ("marketing", "noticing"),
    ("nonprofit", "noticing"),
    ("basketball", "listening"),
    ("research", "noticing"),
    ("over_assisting", ROLE),
    ("overload_knee", "noticing"),
    ("helper_burnout", "strain"),
    ("role_confusion", "two_voices"),
    ("dependency", ROLE),
    ("approvals", "two_voices"),
    ("unrecognised", "credit"),
    ("takers", "strain"),
    ("silos", ROLE),
    ("remote", ROLE),
    ("turnover", "noticing"),
    ("automation", "noticing"),
    ("ambiguity", "clarifying"),
    ("already_good", ROLE),
    ("two_ways_to_lead", "formal_lead"),
    ("lead_away", "delegated"),
    ("everything_changes", "formal_lead"),
    ("new_tool", ROLE),
    ("merger", "connecting"),
    ("loudest_voice", "listening"),
    ("board_or_person", "noticing"),
];

/// The id of the mechanism that carries a built-in scenario's result, or [`ROLE`]; `None` where the teams decide the same.
pub fn carried_by(name: &str) -> Option<&'static str> {
    CARRIED.iter().find(|(scenario, _)| *scenario == name).map(|(_, part)| *part)
}

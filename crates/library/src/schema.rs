//! The JSON Schema of scenario files, made from the parameter table.

use serde_json::{Map, Value, json};

use super::file::FORMAT;
use super::texts;
use model::parameters::{Group, Kind, PARAMETERS, Parameter};
use model::plausible;
use model::scenario::MAX_SEED;
use words::parameter;

/// The schema, in the dialect of 2020-12. What no schema can say (groups at most as many as members, and the like) is left to
/// the reading of the file.
pub fn schema() -> Value {
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Assist Lab scenario",
        "type": "object",
        "required": ["format"],
        "additionalProperties": false,
        "properties": {
            "format": {"const": FORMAT, "description": "Version of the format."},
            "seed": {"type": "integer", "minimum": 0, "maximum": MAX_SEED, "description": "Random seed."},
            "world": settings(Group::World, "How the world works; both arms share it."),
            "policy": settings(Group::Policy, "What both arms decide."),
            "control": settings(Group::Policy, "What the control arm decides."),
            "treatment": settings(Group::Policy, "What the treatment arm decides, from the intervention on."),
            "shocks": {"type": "array", "maxItems": 100, "items": shock()},
            "treatment_until_week": {
                "type": "integer",
                "minimum": 1,
                "description": "Week after the intervention at whose start the control policy returns.",
            },
            "plausible": {
                "type": "boolean",
                "description": "Whether each replicate also draws its world, from what is plausible; both arms have the same.",
            },
            "known": {
                "type": "array",
                "items": {"enum": plausible::all().map(|row| row.id).collect::<Vec<_>>()},
                "description": "Parameters that are known, and stay as they are where worlds are drawn.",
            },
        },
    });
    if let Some(properties) = schema["properties"].as_object_mut() {
        properties.extend(texts::schema());
    }
    schema
}

fn settings(group: Group, description: &str) -> Value {
    let rows = PARAMETERS.iter().filter(|row| row.group == group);
    let properties: Map<String, Value> = rows.map(|row| (row.id.to_owned(), property(row))).collect();
    json!({"type": "object", "additionalProperties": false, "description": description, "properties": properties})
}

pub(super) fn property(row: &Parameter) -> Value {
    let mut property = match row.kind {
        Kind::Switch => json!({"type": "boolean"}),
        Kind::Choice(names) => json!({"enum": names}),
        Kind::Count => json!({"type": "integer", "minimum": row.min as u64, "maximum": row.max as u64}),
        Kind::Number => json!({"type": "number", "minimum": row.min, "maximum": row.max}),
        Kind::Optional => json!({"type": ["number", "null"], "minimum": row.min, "maximum": row.max}),
    };
    let unit = if row.unit.is_empty() { String::new() } else { format!(" [{}]", row.unit) };
    property["description"] = json!(format!("{}: {}{unit}", parameter::label(row), parameter::help(row)));
    property["default"] = super::file::json_of(row, row.default());
    property
}

fn shock() -> Value {
    let factor = || json!({"type": "number", "minimum": 0.1, "maximum": 10.0});
    let share = || json!({"type": "number", "minimum": 0.0, "maximum": 1.0});
    let count = || json!({"type": "integer", "minimum": 1, "maximum": 300});
    let lasting = |name: &str| json!({"required": ["week", name]});
    // What happens at once has no duration.
    let at_once = |name: &str| json!({"required": ["week", name], "properties": {"weeks": false}});
    json!({
        "type": "object",
        "description": "Something that happens at the start of a week after the intervention.",
        "additionalProperties": false,
        "properties": {
            "week": {"type": "integer", "minimum": 0, "description": "Weeks after the intervention, from 0."},
            "weeks": {"type": "integer", "minimum": 1, "description": "For how many weeks; to the end if missing."},
            "label": {"type": "string", "maxLength": 80},
            "demand": factor(),
            "blockers": factor(),
            "asking": factor(),
            "hours": factor(),
            "lead_away": {"const": true},
            "leaves": count(),
            "joins": count(),
            "redo": share(),
            "unlearn": share(),
            "estrange": share(),
            "trouble": count(),
        },
        "oneOf": [
            lasting("demand"),
            lasting("blockers"),
            lasting("asking"),
            lasting("hours"),
            lasting("lead_away"),
            at_once("leaves"),
            at_once("joins"),
            at_once("redo"),
            at_once("unlearn"),
            at_once("estrange"),
            lasting("trouble"),
        ],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_knows_every_parameter_once_and_every_field_of_the_built_in_files() {
        let schema = schema();
        for row in &PARAMETERS {
            let places = if row.group == Group::World { vec!["world"] } else { vec!["policy", "control", "treatment"] };
            for place in places {
                let property = &schema["properties"][place]["properties"][row.id];
                assert!(property["description"].is_string() && property.get("default").is_some(), "{}", row.id);
            }
        }
        for name in crate::names() {
            let scenario = crate::scenario(name).expect("built in");
            let file: Value = serde_json::from_str(&crate::file::write(&scenario)).expect("JSON");
            for field in file.as_object().expect("an object").keys() {
                assert!(!schema["properties"][field].is_null(), "{name}: {field}");
            }
        }
    }
}

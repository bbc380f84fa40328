//! The JSON Schema of experiment files, made from the tables of parameters, outcomes and scenarios.

use serde_json::{Map, Value, json};

use super::{COUNT, MAX_TITLE, PRECISION, QUESTIONS, VERSION};
use crate::origin::DEFAULTS;
use experiment::design::{LEAST_PAIRS_OF_WORLD, PAIRS, PAIRS_OF_WORLD};
use experiment::indices::{MOST_VARIED, POINTS};
use experiment::points::MOST_POINTS;
use experiment::screening::BASES;
use experiment::sweep::MOST_VALUES;
use model::chance::MAX_REPLICATE;
use model::outcome::MEASURE_IDS;
use model::parameters::{Group, PARAMETERS, Parameter};
use model::plausible;
use model::scenario::MAX_SEED;

/// The schema, in the dialect of 2020-12. What no schema can say (values within a parameter's range, points that are not too many) is left
/// to the reading of the file.
pub fn schema() -> Value {
    let [low, high] = PRECISION;
    let scenario = crate::schema::schema();
    let mut settings = settings();
    for other in super::OTHER_SETTINGS {
        settings.insert(other.to_owned(), scenario["properties"][other].clone());
    }
    settings["treatment_until_week"]["type"] = json!(["integer", "null"]);
    let names: Vec<&str> = crate::names().chain([DEFAULTS]).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Assist Lab experiment",
        "type": "object",
        "required": ["experiment", "scenario", "question"],
        "additionalProperties": false,
        "properties": {
            "experiment": {"const": VERSION, "description": "Version of the format."},
            "title": {"type": "string", "maxLength": MAX_TITLE, "description": "What it is about."},
            "scenario": {
                "description": "A built-in scenario by name, or one as in a scenario file.",
                "oneOf": [{"enum": names}, inner(scenario)],
            },
            "seed": {"type": "integer", "minimum": 0, "maximum": MAX_SEED, "description": "Random seed, instead of the scenario's."},
            "settings": {
                "type": "object",
                "additionalProperties": false,
                "description": "What is set otherwise in the scenario, by the keys that results list; c. and t. mark what one team decides.",
                "properties": settings,
            },
            "question": {"enum": QUESTIONS, "description": "What is asked."},
            "outcomes": {
                "type": "array",
                "minItems": 1,
                "items": {"enum": MEASURE_IDS.as_slice()},
                "description": "What is looked at, each once; of pairs all if missing, otherwise the one that the scenario is about.",
            },
            "pairs": {
                "type": "integer",
                "minimum": 1,
                "maximum": MAX_REPLICATE,
                "description": format!("Pairs of each point; {PAIRS} if missing, {PAIRS_OF_WORLD} in a screening and for indices."),
            },
            "precision": {
                "type": "number",
                "minimum": low,
                "maximum": high,
                "description": "Instead of pairs: how far the 95 % interval of the mean difference in the first outcome may reach to each \
                    side, as a share of the first team's mean.",
            },
            "vary": {"type": "array", "minItems": 1, "maxItems": 2, "items": axis(), "description": "What a sweep varies."},
            "points": {
                "type": "integer",
                "minimum": 2,
                "maximum": MOST_POINTS,
                "description": format!(
                    "Base points of a screening, {BASES} if missing; for indices points of each scrambling, a power of two, {POINTS} if missing."
                ),
            },
            "parameters": {
                "type": "array",
                "minItems": 1,
                "maxItems": MOST_VARIED,
                "items": {"enum": plausible::all().map(|row| row.id).collect::<Vec<_>>()},
                "description": "Of which parameters indices tell the shares, each once.",
            },
        },
        "oneOf": QUESTIONS.iter().flat_map(|question| forms(question)).collect::<Vec<_>>(),
    })
}

/// A question with a number of pairs, or with a goal of precision where it has one.
fn forms(question: &str) -> Vec<Value> {
    match question {
        "screen" => vec![of_worlds(question, json!({"parameters": false}), &[])],
        "indices" => {
            let powers: Vec<u32> = (1..=MOST_POINTS.ilog2()).map(|power| 1 << power).collect();
            vec![of_worlds(question, json!({"points": {"enum": powers}}), &["parameters"])]
        }
        _ => ["pairs", "precision"].map(|left_out| of_points(question, left_out)).to_vec(),
    }
}

/// With one of the two left out.
fn of_points(question: &str, left_out: &str) -> Value {
    let mut fields = json!({"question": {"const": question}, left_out: false, "points": false, "parameters": false});
    let mut required = Vec::new();
    // The one without precision is also that which says neither.
    if left_out == "pairs" {
        required.push("precision");
    }
    if question == "sweep" {
        required.push("vary");
    } else {
        fields["vary"] = json!(false);
    }
    json!({"properties": fields, "required": required})
}

/// Of worlds that the question draws itself.
fn of_worlds(question: &str, mut fields: Value, required: &[&str]) -> Value {
    fields["question"] = json!({"const": question});
    fields["pairs"] = json!({"minimum": LEAST_PAIRS_OF_WORLD});
    for other in ["precision", "vary"] {
        fields[other] = json!(false);
    }
    json!({"properties": fields, "required": required})
}

/// A schema within another.
fn inner(mut schema: Value) -> Value {
    if let Some(fields) = schema.as_object_mut() {
        fields.remove("$schema");
    }
    schema
}

/// The keys by which a parameter is set: for both teams, and what a team decides for one of them.
fn keys(row: &Parameter) -> Vec<String> {
    let marks = if row.group == Group::Policy { &["", "c.", "t."][..] } else { &[""] };
    marks.iter().map(|mark| format!("{mark}{}", row.id)).collect()
}

fn settings() -> Map<String, Value> {
    let rows =
        PARAMETERS.iter().flat_map(|row| keys(row).into_iter().map(move |key| (key, crate::schema::property(row))));
    rows.collect()
}

fn axis() -> Value {
    let keys: Vec<String> = PARAMETERS.iter().flat_map(keys).collect();
    // A number, or what a switch or a choice is called.
    let value = || json!({"type": ["number", "boolean", "string"]});
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["parameter"],
        "properties": {
            "parameter": {"enum": keys},
            "from": value(),
            "to": value(),
            "count": {"type": "integer", "minimum": 2, "maximum": MOST_VALUES, "default": COUNT},
            "spacing": {"enum": ["linear", "log"], "default": "linear"},
            "values": {"type": "array", "minItems": 2, "maxItems": MOST_VALUES, "items": value()},
        },
        "oneOf": [
            {"required": ["from", "to"], "properties": {"values": false}},
            {"required": ["values"], "properties": {"from": false, "to": false, "count": false, "spacing": false}},
        ],
    })
}

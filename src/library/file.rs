//! Scenario files: JSON to a scenario, or to the list of all that is wrong with it, and back.
//!
//! Only what differs from the defaults needs to be there. `world` holds world parameters, `policy` what both arms decide alike,
//! `control` and `treatment` what one arm decides.

use serde_json::{Map, Value, json};

use crate::model::parameters::{Group, Kind, PARAMETERS, Parameter, parameter};
use crate::model::scenario::{Arm, Draft, Fault, Scenario, Scope, Texts};

/// Version of the format.
pub const FORMAT: u64 = 1;
/// Largest file read [bytes].
pub const MAX_BYTES: usize = 1 << 20;
/// Longest text in a file [characters].
const MAX_TEXT: usize = 4_000;

/// Reads a scenario from the text of a file.
pub fn parse(text: &str) -> Result<Scenario, Vec<Fault>> {
    if text.len() > MAX_BYTES {
        return Err(vec![Fault::new("file", &format!("{} bytes", text.len()), &format!("at most {MAX_BYTES} bytes"))]);
    }
    let value: Value = serde_json::from_str(text)
        .map_err(|error| vec![Fault::new("file", "", &format!("not valid JSON: {error}"))])?;
    let Value::Object(fields) = value else {
        return Err(vec![Fault::new("file", "", "a JSON object is expected, such as {\"format\": 1, \"world\": {}}")]);
    };
    let mut draft = Draft::default();
    if !fields.contains_key("format") {
        draft.fault(Fault::new("format", "", &format!("missing; this version reads {FORMAT}")));
    }
    for (field, value) in &fields {
        read_field(&mut draft, field, value);
    }
    draft.finish()
}

fn read_field(draft: &mut Draft, field: &str, value: &Value) {
    match field {
        "format" if value.as_u64() == Some(FORMAT) => {}
        "format" => draft.fault(Fault::new(field, &shown(value), &format!("{FORMAT}, the only one this version reads"))),
        "name" => read_text(draft, field, value, |texts| &mut texts.name),
        "title" => read_text(draft, field, value, |texts| &mut texts.title),
        "story" => read_text(draft, field, value, |texts| &mut texts.story),
        "team" => read_text(draft, field, value, |texts| &mut texts.team),
        "task" => read_task(draft, value),
        "seed" => match value.as_u64() {
            Some(seed) => draft.seed = seed,
            None => draft.fault(Fault::new(field, &shown(value), "a whole number, 0 or more")),
        },
        "world" => read_settings(draft, field, value, Scope::Both, Group::World),
        "policy" => read_settings(draft, field, value, Scope::Both, Group::Policy),
        "control" => read_settings(draft, field, value, Scope::Only(Arm::Control), Group::Policy),
        "treatment" => read_settings(draft, field, value, Scope::Only(Arm::Treatment), Group::Policy),
        _ => draft.fault(Fault::new(
            field,
            "",
            "not a field of a scenario; allowed are format, name, title, story, team, task, seed, world, policy, control, treatment",
        )),
    }
}

fn read_text(draft: &mut Draft, field: &str, value: &Value, place: fn(&mut Texts) -> &mut String) {
    match value.as_str() {
        Some(text) if text.chars().count() <= MAX_TEXT => text.clone_into(place(&mut draft.texts)),
        _ => draft.fault(Fault::new(field, &shown(value), &format!("a text of at most {MAX_TEXT} characters"))),
    }
}

fn read_task(draft: &mut Draft, value: &Value) {
    match value.as_array().map(Vec::as_slice) {
        Some([Value::String(one), Value::String(many)]) if one.len().max(many.len()) <= 60 => {
            draft.texts.task = [one.clone(), many.clone()];
        }
        _ => draft.fault(Fault::new(
            "task",
            &shown(value),
            "two short texts, what a task is called in the singular and the plural",
        )),
    }
}

fn read_settings(draft: &mut Draft, field: &str, value: &Value, scope: Scope, group: Group) {
    let Some(settings) = value.as_object() else {
        return draft.fault(Fault::new(field, &shown(value), "an object of parameters and their values"));
    };
    for (id, value) in settings {
        match parameter(id) {
            None => draft.fault(Fault::unknown(id)),
            Some(row) if row.group != group => {
                let place = if row.group == Group::World { "world" } else { "policy, control or treatment" };
                draft.fault(Fault::new(id, "", &format!("belongs under {place}, not under {field}")));
            }
            Some(row) => match number_of(row, value) {
                Some(number) => draft.set(scope, id, number),
                None => draft.fault(Fault::new(id, &shown(value), &row.allowed())),
            },
        }
    }
}

fn number_of(row: &Parameter, value: &Value) -> Option<Option<f64>> {
    match (row.kind, value) {
        (Kind::Optional, Value::Null) => Some(None),
        (Kind::Switch, Value::Bool(on)) => Some(Some(f64::from(u8::from(*on)))),
        (Kind::Choice(names), Value::String(text)) => {
            names.iter().position(|name| name == text).map(|place| Some(place as f64))
        }
        (Kind::Switch | Kind::Choice(_), _) => None,
        (_, Value::Number(number)) => number.as_f64().map(Some),
        _ => None,
    }
}

/// A value in a fault's sentence, cut to a readable length.
fn shown(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() > 60 { text.chars().take(60).chain("…".chars()).collect() } else { text }
}

/// Writes a scenario as the text of a file; reading it gives the same scenario.
pub fn write(scenario: &Scenario) -> String {
    let texts = scenario.texts();
    let mut fields = Map::new();
    fields.insert("format".to_owned(), json!(FORMAT));
    fields.insert("name".to_owned(), json!(texts.name));
    fields.insert("title".to_owned(), json!(texts.title));
    fields.insert("story".to_owned(), json!(texts.story));
    fields.insert("task".to_owned(), json!(texts.task));
    fields.insert("team".to_owned(), json!(texts.team));
    fields.insert("seed".to_owned(), json!(scenario.seed()));
    let values = |group: Group, arm: Arm| -> Map<String, Value> {
        let rows = PARAMETERS.iter().filter(|row| row.group == group);
        rows.filter_map(|row| {
            let value = scenario.get(arm, row.id)?;
            (value != row.default()).then(|| (row.id.to_owned(), json_of(row, value)))
        })
        .collect()
    };
    fields.insert("world".to_owned(), Value::Object(values(Group::World, Arm::Control)));
    fields.insert("control".to_owned(), Value::Object(values(Group::Policy, Arm::Control)));
    fields.insert("treatment".to_owned(), Value::Object(values(Group::Policy, Arm::Treatment)));
    let mut text = serde_json::to_string_pretty(&Value::Object(fields)).expect("invariant: strings and finite numbers");
    text.push('\n');
    text
}

/// A parameter's value as files hold it.
pub fn json_of(row: &Parameter, value: Option<f64>) -> Value {
    match (row.kind, value) {
        (_, None) => Value::Null,
        (Kind::Switch, Some(value)) => Value::Bool(value != 0.0),
        (Kind::Choice(_), _) => Value::String(row.show(value)),
        (Kind::Count, Some(value)) => json!(value as u64),
        (Kind::Number | Kind::Optional, Some(value)) => json!(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<String> {
        parse(text).err().unwrap_or_default().iter().map(Fault::to_string).collect()
    }

    #[test]
    fn every_fault_is_reported_at_once() {
        let found = faults(r#"{"format": 2, "wrld": 1, "world": {"beta": 99, "trust": 1, "notice": 1}, "seed": -1}"#);
        assert_eq!(found.len(), 6, "{found:#?}");
        assert!(found.iter().any(|fault| fault == "beta = 99: allowed is a number from 0 to 10"), "{found:#?}");
        assert!(found.iter().any(|fault| fault.contains("did you mean trust0?")), "{found:#?}");
        assert!(found.iter().any(|fault| fault.contains("belongs under policy")), "{found:#?}");
    }

    #[test]
    fn hostile_texts_are_refused_in_words() {
        let deep = "[".repeat(100_000);
        let long = " ".repeat(MAX_BYTES + 1);
        for text in ["", "null", "{", "[]", "1e999", "{\"format\": 1, \"world\": []}", &deep, &long] {
            assert!(!faults(text).is_empty(), "{:.20}", text);
        }
    }

    #[test]
    fn a_round_trip_is_exact() {
        for name in crate::library::names() {
            let scenario = crate::library::scenario(name).expect("built in");
            assert_eq!(parse(&write(&scenario)).expect("valid"), scenario);
        }
        let odd = parse(r#"{"format": 1, "world": {"beta": 0.1234567890123456}, "policy": {"empathy": 0.3}}"#);
        let odd = odd.expect("valid");
        assert_eq!(parse(&write(&odd)).expect("valid"), odd);
    }
}

//! Scenario files: JSON to a scenario, or to the list of all that is wrong with it, and back.
//!
//! Only what differs from the defaults needs to be there. `world` holds world parameters, `policy` what both arms decide alike,
//! `control` and `treatment` what one arm decides.

use serde_json::{Map, Value, json};

use super::words;
use crate::model::fault::Fault;
use crate::model::parameters::{Group, Kind, PARAMETERS, Parameter, parameter};
use crate::model::scenario::{Arm, Draft, Scenario, Scope};
use crate::model::shock::{Change, Shock};

/// Version of the format.
pub const FORMAT: u64 = 1;
/// Largest file read [bytes].
pub const MAX_BYTES: usize = 1 << 20;

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
        "format" => {
            draft.fault(Fault::new(field, &shown(value), &format!("{FORMAT}, the only one this version reads")))
        }
        "seed" => match value.as_u64() {
            Some(seed) => draft.seed = seed,
            None => draft.fault(Fault::new(field, &shown(value), "a whole number, 0 or more")),
        },
        "shocks" => read_shocks(draft, value),
        "treatment_until_week" => match whole(value) {
            Some(week) => draft.until_week = Some(week),
            None => draft.fault(Fault::new(field, &shown(value), "a whole number of weeks after the change")),
        },
        "world" => read_settings(draft, field, value, Scope::Both, Group::World),
        "policy" => read_settings(draft, field, value, Scope::Both, Group::Policy),
        "control" => read_settings(draft, field, value, Scope::Only(Arm::Control), Group::Policy),
        "treatment" => read_settings(draft, field, value, Scope::Only(Arm::Treatment), Group::Policy),
        _ if words::read(draft, field, value) => {}
        _ => draft.fault(Fault::new(
            field,
            "",
            &format!(
                "not a field of a scenario; allowed are format, {}, seed, world, policy, control, treatment, shocks, \
                 treatment_until_week",
                words::FIELDS.join(", ")
            ),
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

fn whole(value: &Value) -> Option<u32> {
    value.as_u64().and_then(|number| u32::try_from(number).ok())
}

fn read_shocks(draft: &mut Draft, value: &Value) {
    let Some(shocks) = value.as_array() else {
        return draft.fault(Fault::new(
            "shocks",
            &shown(value),
            "a list of shocks, such as [{\"week\": 4, \"demand\": 1.5}]",
        ));
    };
    for (index, value) in shocks.iter().enumerate() {
        match read_shock(value) {
            Ok(shock) => draft.shocks.push(shock),
            Err((field, value, allowed)) => {
                draft.fault(Fault::new(&format!("shocks[{index}]{field}"), &value, allowed));
                // Holds the place, so that faults found later count the shocks as the file does.
                draft.shocks.push(Shock { week: 0, weeks: None, change: Change::LeadAway, label: String::new() });
            }
        }
    }
}

/// What is wrong with a shock: the field within it, what stood there, what is allowed.
type ShockFault = (String, String, &'static str);

fn read_shock(value: &Value) -> Result<Shock, ShockFault> {
    let expected = "an object with week and one of demand, blockers, asking, hours, lead_away, leaves, joins, redo";
    let fields = value.as_object().ok_or_else(|| (String::new(), shown(value), expected))?;
    let (mut week, mut weeks, mut label, mut change) = (None, None, String::new(), None);
    for (field, value) in fields {
        let fault = |allowed: &'static str| (format!(".{field}"), shown(value), allowed);
        let number = || value.as_f64().ok_or_else(|| fault("a number"));
        let count = || whole(value).ok_or_else(|| fault("a whole number"));
        let found = match field.as_str() {
            "week" => {
                week = Some(count()?);
                continue;
            }
            "weeks" => {
                weeks = Some(count()?);
                continue;
            }
            "label" => {
                let text = value.as_str().filter(|text| text.chars().count() <= 80);
                text.ok_or_else(|| fault("a text of at most 80 characters"))?.clone_into(&mut label);
                continue;
            }
            "demand" => Change::Demand(number()?),
            "blockers" => Change::Blockers(number()?),
            "asking" => Change::Asking(number()?),
            "hours" => Change::Hours(number()?),
            "lead_away" if *value == Value::Bool(true) => Change::LeadAway,
            "lead_away" => return Err(fault("true")),
            "leaves" => Change::Leaves(count()?),
            "joins" => Change::Joins(count()?),
            "redo" => Change::Redo(number()?),
            _ => return Err(fault(expected)),
        };
        if change.replace(found).is_some() {
            return Err(fault("only one change in a shock; write another shock"));
        }
    }
    match (week, change) {
        (Some(week), Some(change)) => Ok(Shock { week, weeks, change, label }),
        _ => Err((String::new(), shown(value), expected)),
    }
}

fn json_of_shocks(scenario: &Scenario) -> Value {
    scenario.shocks().iter().map(json_of_shock).collect()
}

/// What happens from outside as a file holds it, without spaces.
pub(super) fn shocks_text(scenario: &Scenario) -> String {
    json_of_shocks(scenario).to_string()
}

fn json_of_shock(shock: &Shock) -> Value {
    let mut fields = Map::new();
    fields.insert("week".to_owned(), json!(shock.week));
    if let Some(weeks) = shock.weeks {
        fields.insert("weeks".to_owned(), json!(weeks));
    }
    if !shock.label.is_empty() {
        fields.insert("label".to_owned(), json!(shock.label));
    }
    let value = match shock.change {
        Change::Demand(number)
        | Change::Blockers(number)
        | Change::Asking(number)
        | Change::Hours(number)
        | Change::Redo(number) => json!(number),
        Change::LeadAway => json!(true),
        Change::Leaves(count) | Change::Joins(count) => json!(count),
    };
    fields.insert(shock.change.name().to_owned(), value);
    Value::Object(fields)
}

/// A value in a fault's sentence, cut to a readable length.
pub(super) fn shown(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() > 60 { text.chars().take(60).chain("…".chars()).collect() } else { text }
}

/// Writes a scenario as the text of a file; reading it gives the same scenario.
pub fn write(scenario: &Scenario) -> String {
    let mut text = serde_json::to_string_pretty(&value_of(scenario)).expect("invariant: strings and finite numbers");
    text.push('\n');
    text
}

/// The same without spaces, for where it is to be short.
pub fn write_short(scenario: &Scenario) -> String {
    value_of(scenario).to_string()
}

fn value_of(scenario: &Scenario) -> Value {
    let mut fields = Map::new();
    fields.insert("format".to_owned(), json!(FORMAT));
    words::write(&mut fields, scenario.texts());
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
    if !scenario.shocks().is_empty() {
        fields.insert("shocks".to_owned(), json_of_shocks(scenario));
    }
    if let Some(week) = scenario.until_week() {
        fields.insert("treatment_until_week".to_owned(), json!(week));
    }
    Value::Object(fields)
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
    fn faults_in_shocks_say_where() {
        let found = faults(
            r#"{"format": 1, "shocks": [{"week": 99, "demand": 2}, {"week": 1, "joins": 2, "redo": 0.1}, {"weeks": 1},
                {"week": 1, "weeks": 3, "leaves": 40}], "treatment_until_week": 26}"#,
        );
        let starts = ["shocks[1]", "shocks[2]", "shocks[0].week = 99", "shocks[3].weeks = 3", "shocks[3].leaves = 40"];
        for start in starts {
            assert!(found.iter().any(|fault| fault.starts_with(start)), "{start}: {found:#?}");
        }
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
        let odd = parse(
            r#"{"format": 1, "world": {"beta": 0.1234567890123456}, "policy": {"empathy": 0.3}, "treatment_until_week": 9,
                "shocks": [{"week": 1, "weeks": 2, "demand": 1.7, "label": "surge"}, {"week": 3, "lead_away": true},
                           {"week": 4, "joins": 2}, {"week": 5, "leaves": 1}, {"week": 6, "redo": 0.25}]}"#,
        );
        let odd = odd.expect("valid");
        assert_eq!(parse(&write(&odd)).expect("valid"), odd);
    }
}

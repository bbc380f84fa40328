//! What happens from outside, as scenario files hold it.

use crate::json_number::json_number;
use serde_json::{Map, Value, json};

use super::printable::printable;
use super::strict::{self, count, shown};
use model::fault::Fault;
use model::scenario::Draft;
use model::shock::{Change, Shock};
use words::file_faults;

/// Longest label of a shock [characters].
const MAX_LABEL: usize = 80;

fn expected() -> String {
    file_faults::shocks(&"[{\"week\": 4, \"demand\": 1.5}]")
}

/// Reads the list of a file into the draft, or notes what is wrong with it.
pub fn read(draft: &mut Draft, value: &Value) {
    let Some(shocks) = value.as_array() else {
        return draft.fault(Fault::new("shocks", &shown(value), &expected()));
    };
    for (index, value) in shocks.iter().enumerate() {
        match shock_of(value) {
            Ok(shock) => draft.shocks.push(shock),
            Err((field, value, allowed)) => {
                draft.fault(Fault::new(&format!("shocks[{index}]{field}"), &value, &allowed));
                // Holds the place, so that faults found later count the shocks as the file does.
                draft.shocks.push(Shock { week: 0, weeks: None, change: Change::LeadAway, label: String::new() });
            }
        }
    }
}

/// What is wrong with a shock: the field within it, what stood there, what is allowed.
type ShockFault = (String, String, String);

fn shock_of(value: &Value) -> Result<Shock, ShockFault> {
    let no_shock = || (String::new(), shown(value), file_faults::shock().to_owned());
    let fields = value.as_object().ok_or_else(no_shock)?;
    let (mut week, mut weeks, mut label, mut change) = (None, None, String::new(), None);
    for (field, value) in fields {
        let fault = |allowed: &str| (format!(".{field}"), shown(value), allowed.to_owned());
        let number = || value.as_f64().ok_or_else(|| fault(file_faults::number()));
        let count = || count(value, file_faults::whole, file_faults::smaller).map_err(fault);
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
                let text = value.as_str().filter(|text| text.chars().count() <= MAX_LABEL);
                label = printable(text.ok_or_else(|| fault(&file_faults::text(&MAX_LABEL)))?);
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
            "unlearn" => Change::Unlearn(number()?),
            "estrange" => Change::Estrange(number()?),
            "trouble" => Change::Trouble(count()?),
            _ => return Err(fault(file_faults::shock())),
        };
        if change.replace(found).is_some() {
            return Err(fault(file_faults::one_change()));
        }
    }
    match (week, change) {
        (Some(week), Some(change)) => Ok(Shock { week, weeks, change, label }),
        _ => Err(no_shock()),
    }
}

/// Sets what happens from outside to a list as a file holds it.
pub fn set(draft: &mut Draft, text: &str) {
    let list = strict::read(text).ok().filter(|(value, twice)| value.is_array() && twice.is_empty());
    match list {
        Some((value, _)) => {
            draft.shocks.clear();
            read(draft, &value);
        }
        None => draft.fault(Fault::new("shocks", text, &expected())),
    }
}

/// The list as a file holds it.
pub fn write(shocks: &[Shock]) -> Value {
    shocks.iter().map(json_of).collect()
}

/// What happens from outside as a file holds it, without names, which change no run, and without spaces.
pub fn text(shocks: &[Shock]) -> String {
    Value::Array(shocks.iter().map(|shock| json_of(&unnamed(shock))).collect()).to_string()
}

/// A shock without its name.
pub fn unnamed(shock: &Shock) -> Shock {
    Shock { label: String::new(), ..shock.clone() }
}

fn json_of(shock: &Shock) -> Value {
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
        | Change::Redo(number)
        | Change::Unlearn(number)
        | Change::Estrange(number) => json_number(number),
        Change::LeadAway => json!(true),
        Change::Leaves(count) | Change::Joins(count) | Change::Trouble(count) => json!(count),
    };
    fields.insert(shock.change.name().to_owned(), value);
    Value::Object(fields)
}

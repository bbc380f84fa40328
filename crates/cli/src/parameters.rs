//! The parameter table as text, JSON and Markdown.

use std::fmt::Write;

use serde_json::{Value, json};

use library::file::json_of;
use model::parameters::{Group, Kind, PARAMETERS, Parameter};
use words::{fault, parameter};

/// A table to read.
pub fn text() -> String {
    PARAMETERS.iter().fold(String::new(), |mut out, row| {
        let default = row.show(row.default());
        let (unit, range) = (row.unit, range(row));
        let _ = writeln!(
            out,
            "{:<20} {default:>14} {unit:<14} {range:<24} {} [{}]",
            row.id,
            parameter::label(row),
            parameter::source(row)
        );
        out
    })
}

/// What may be written for it, as short as it goes.
fn range(row: &Parameter) -> String {
    match row.kind {
        Kind::Switch => "yes, no".to_owned(),
        Kind::Choice(names) => names.join(", "),
        Kind::Number | Kind::Count | Kind::Optional => format!("{} to {}", row.min, row.max),
    }
}

/// An array of objects, one a parameter.
pub fn json() -> String {
    let rows: Vec<Value> = PARAMETERS
        .iter()
        .map(|row| {
            let mut value = serde_json::to_value(row).expect("invariant: strings and finite numbers");
            value["label"] = json!(parameter::label(row));
            value["help"] = json!(parameter::help(row));
            value["source"] = json!(parameter::source(row));
            value["default"] = json_of(row, row.default());
            value
        })
        .collect();
    serde_json::to_string_pretty(&json!(rows)).expect("invariant: strings and finite numbers") + "\n"
}

/// Markdown, a table for the world and one for the policies.
pub fn markdown() -> String {
    let mut out = String::new();
    for (group, title) in [(Group::World, "World: both arms share it"), (Group::Policy, "Policy: each arm has its own")]
    {
        let _ = writeln!(out, "### {title}\n");
        out.push_str("| id | meaning | unit | range | default | evidence | source |\n|---|---|---|---|---|---|---|\n");
        for row in PARAMETERS.iter().filter(|row| row.group == group) {
            let _ = writeln!(
                out,
                "| `{}` | {}: {} | {} | {} | {} | {:?} | {} |",
                row.id,
                parameter::label(row),
                parameter::help(row),
                row.unit,
                fault::allowed(row),
                row.show(row.default()),
                row.evidence,
                parameter::source(row),
            );
        }
        out.push('\n');
    }
    out
}

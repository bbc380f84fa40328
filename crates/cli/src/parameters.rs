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
            "{:<20} {default:>14} {unit:<14} {range:<24} {:<18} {} [{}]",
            row.id,
            row.plausible.map_or_else(|| "-".to_owned(), |(lowest, highest)| format!("{lowest} to {highest}")),
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
            value["plausible_why"] = json!(parameter::range(row));
            value["default"] = json_of(row, row.default());
            value
        })
        .collect();
    serde_json::to_string_pretty(&json!(rows)).expect("invariant: strings and finite numbers") + "\n"
}

/// Markdown, a table for the world, one for the policies, and one for what is plausible.
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
    out + &plausible()
}

/// What of the world and of a person is plausible, and what of the world is never drawn.
fn plausible() -> String {
    let mut out =
        "### What is plausible\n\n| id | lowest | most likely | highest | why |\n|---|---|---|---|---|\n".to_owned();
    let of_world = |row: &&Parameter| row.group == Group::World || row.plausible.is_some();
    for row in PARAMETERS.iter().filter(of_world) {
        let (lowest, highest) = row.plausible.unzip();
        let [lowest, highest] = [lowest, highest].map(|end| end.map_or_else(String::new, |end| end.to_string()));
        let _ = writeln!(
            out,
            "| `{}` | {lowest} | {} | {highest} | {} |",
            row.id,
            row.show(row.default()),
            parameter::range(row)
        );
    }
    out
}

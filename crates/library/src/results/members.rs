//! The table of members: a row for each arm, member and outcome of a member.

use super::{Format, ORIGIN, csv_field, csv_number, fields, json, of_all};
use crate::origin::Origin;
use experiment::members::{Members, OUTCOMES};
use model::scenario::{Arm, Scenario};

/// The columns behind those that say what the table is of.
const COLUMNS: [&str; 8] = ["outcome", "unit", "arm", "role", "rank", "n", "mean", "se"];

/// What the members come to over many pairs, as a whole; ranks are counted from 1.
pub fn members(scenario: &Scenario, members: &Members, format: Format) -> String {
    let origin = Origin::of(scenario);
    let before = |text: fn(&str) -> String| of_all(&origin, members.caveats, members.pairs, text);
    match format {
        Format::Csv => {
            let before = before(csv_field).join(",");
            let rows = rows(members, csv_field, csv_number).map(|row| format!("{before},{}\n", row.join(",")));
            [ORIGIN.as_slice(), &COLUMNS].concat().join(",") + "\n" + &rows.collect::<String>()
        }
        Format::Json => {
            let rows = rows(members, json::text, json::number).map(|row| {
                let fields: Vec<String> =
                    COLUMNS.iter().zip(row).map(|(name, value)| format!("\"{name}\":{value}")).collect();
                format!("\n{{{}}}", fields.join(","))
            });
            format!("{{{}\n\"members\":[{}\n]\n}}\n", fields(before(json::text)), rows.collect::<Vec<_>>().join(","))
        }
    }
}

/// The fields of each row, with texts and numbers as a format has them.
fn rows(
    members: &Members,
    text: fn(&str) -> String,
    number: fn(f64) -> String,
) -> impl Iterator<Item = [String; COLUMNS.len()]> {
    members.rows.iter().flat_map(move |row| {
        let arm = match row.arm {
            Arm::Control => "control",
            Arm::Treatment => "treatment",
        };
        let (role, rank) = (text(row.role.name()), row.rank.to_string());
        OUTCOMES.into_iter().zip(row.estimates).map(move |((id, unit), estimate)| {
            let [id, unit, arm] = [id, unit, arm].map(text);
            let [mean, se] = [estimate.mean, estimate.se].map(number);
            [id, unit, arm, role.clone(), rank.clone(), estimate.n.to_string(), mean, se]
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use experiment::members::Observed;
    use serde_json::Value;

    #[test]
    fn both_formats_hold_the_same_rows_to_the_last_bit() {
        let scenario = crate::scenario("software").expect("built in");
        let observed: Vec<Observed> = (0..3).map(|replicate| Observed::new(&scenario, replicate)).collect();
        let found = Members::of(&scenario, &observed);
        let csv = members(&scenario, &found, Format::Csv);
        let json: Value = serde_json::from_str(&members(&scenario, &found, Format::Json)).expect("JSON");
        let rows = json["members"].as_array().expect("rows");
        assert_eq!((rows.len(), csv.lines().count()), (2 * 8 * OUTCOMES.len(), rows.len() + 1));
        assert_eq!((&json["scenario"], &json["replications"]), (&Value::from("software"), &Value::from(3)));
        let columns: Vec<&str> = csv.lines().next().expect("a head").split(',').collect();
        for (line, row) in csv.lines().skip(1).zip(rows) {
            for (column, cell) in columns.iter().zip(line.split(',')) {
                let same = match row.get(column).unwrap_or(&json[column]) {
                    Value::Null => cell.is_empty(),
                    Value::String(text) => cell == text,
                    number => cell.parse::<f64>().ok().map(f64::to_bits) == number.as_f64().map(f64::to_bits),
                };
                assert!(same, "{column}: {cell} in {line}, {row}");
            }
        }
    }
}

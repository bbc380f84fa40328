//! The table of parts: what a difference is made of, a row for each mechanism.

use super::{Format, ORIGIN, csv_field, csv_number, fields, json, of_all};
use crate::origin::Origin;
use experiment::caveats::Caveats;
use experiment::why::{Explained, Part, Why};
use model::outcome::Measure;
use model::scenario::Scenario;

/// The columns behind those that say what the table is of.
const COLUMNS: [&str; 11] = [
    "outcome",
    "unit",
    "pairs_compared",
    "control_mean",
    "difference_mean",
    "mechanism",
    "mean",
    "se",
    "ci95_low",
    "ci95_high",
    "exact",
];

/// What the part is called that is owed to no mechanism.
pub const ROLE: &str = "role";

/// What a part is called.
pub fn name(part: &Part) -> &'static str {
    part.mechanism.map_or(ROLE, |mechanism| mechanism.id)
}

/// Why the teams differ in an outcome, as a whole.
pub fn why(scenario: &Scenario, why: &Why, caveats: Caveats, outcome: Measure, format: Format) -> String {
    let origin = Origin::of(scenario);
    let before = |text: fn(&str) -> String| of_all(&origin, caveats, why.pairs(), text);
    let explained = why.of(outcome);
    match format {
        Format::Csv => csv(&before(csv_field).join(","), why, outcome, &explained),
        Format::Json => format!("{{{}{}\n}}\n", fields(before(json::text)), object(why, outcome, &explained)),
    }
}

fn csv(before: &str, why: &Why, outcome: Measure, explained: &Explained) -> String {
    let mut out = [ORIGIN.as_slice(), &COLUMNS].concat().join(",") + "\n";
    let Explained { contrast, parts } = explained;
    let of_all = [outcome.info().id, outcome.info().unit].map(csv_field).join(",");
    let means = [contrast.control.mean, contrast.difference.mean].map(csv_number).join(",");
    for part in parts {
        let [low, high] = part.estimate.ci95();
        let values = [part.estimate.mean, part.estimate.se, low, high].map(csv_number).join(",");
        let (name, pairs, exact) = (name(part), contrast.difference.n, u8::from(why.is_exact()));
        out.push_str(&format!("{before},{of_all},{pairs},{means},{name},{values},{exact}\n"));
    }
    out
}

fn object(why: &Why, outcome: Measure, explained: &Explained) -> String {
    let Explained { contrast, parts } = explained;
    let estimate = |estimate: &experiment::statistics::sample::Estimate| {
        let [low, high] = estimate.ci95().map(json::float);
        format!("\"mean\":{},\"se\":{},\"ci95\":[{low},{high}]", json::float(estimate.mean), json::float(estimate.se))
    };
    let parts: Vec<String> = parts
        .iter()
        .map(|part| format!("\n{{\"mechanism\":\"{}\",{}}}", name(part), estimate(&part.estimate)))
        .collect();
    format!(
        "\n\"outcome\":{},\n\"unit\":{},\n\"pairs_compared\":{},\n\"exact\":{},\n\"control\":{{\"mean\":{},\"se\":{}}},\n\"difference\":{{{}}},\n\"parts\":[{}\n]",
        json::text(outcome.info().id),
        json::text(outcome.info().unit),
        contrast.difference.n,
        why.is_exact(),
        json::float(contrast.control.mean),
        json::float(contrast.control.se),
        estimate(&contrast.difference),
        parts.join(","),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use experiment::ensemble::Ensemble;
    use experiment::why::run_pair;
    use serde_json::Value;

    #[test]
    fn both_formats_say_the_same_and_the_parts_add_up() {
        let scenario = crate::scenario("software").expect("built in");
        let mut pairs = Ensemble::default();
        pairs.put(0, (0..4).map(|replicate| run_pair(&scenario, replicate)).collect());
        let found = Why::new(&scenario, &pairs);
        let text = |format| why(&scenario, &found, pairs.caveats(), Measure::Throughput, format);
        let json: Value = serde_json::from_str(&text(Format::Json)).expect("JSON");
        let csv = text(Format::Csv);
        let mut lines = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let head = lines.next().expect("a head");
        let parts = json["parts"].as_array().expect("parts");
        let mut sum = 0.0;
        for (part, line) in parts.iter().zip(lines.by_ref()) {
            let cell = |name: &str| line[head.iter().position(|column| *column == name).expect("a column")];
            assert_eq!(part["mechanism"], cell("mechanism"));
            assert_eq!(part["mean"].as_f64(), cell("mean").parse().ok());
            assert_eq!(part["ci95"][1].as_f64(), cell("ci95_high").parse().ok());
            sum += part["mean"].as_f64().expect("a number");
        }
        assert!(lines.next().is_none() && parts.len() == 14);
        let difference = json["difference"]["mean"].as_f64().expect("a number");
        assert!((sum - difference).abs() < 1e-12, "{sum} is not {difference}");
        assert_eq!((&json["replications"], &json["outcome"]), (&Value::from(4), &Value::from("throughput")));
    }
}

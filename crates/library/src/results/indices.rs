//! The table of shares: what of the spread over worlds is owed to each of a few parameters.

use super::{Format, ORIGIN, csv_field, csv_number, fields, json, of_all};
use crate::origin::Origin;
use experiment::caveats::Caveats;
use experiment::indices::{Found, Owed, SCRAMBLINGS};
use experiment::plausible::ends;
use experiment::statistics::sample::Estimate;
use model::outcome::Measure;
use model::scenario::Scenario;

/// The columns behind those that say what the table is of.
const COLUMNS: [&str; 20] = [
    "outcome",
    "unit",
    "points",
    "scramblings",
    "points_missing",
    "variance",
    "luck",
    "luck_low",
    "luck_high",
    "parameter",
    "parameter_unit",
    "lowest",
    "highest",
    "first",
    "first_low",
    "first_high",
    "total",
    "total_low",
    "total_high",
    "unlikely",
];

/// Indices and what they are of.
pub struct Spread<'a> {
    /// Of what.
    pub scenario: &'a Scenario,
    /// The outcome that is looked at.
    pub outcome: Measure,
    /// Points of each scrambling.
    pub points: u32,
    /// Pairs of each world.
    pub pairs: u32,
    /// In how many pairs of all worlds the numbers say less than they seem to.
    pub caveats: Caveats,
    /// What was found.
    pub found: Found,
}

/// Whether an index lies where no share can, which is noise.
pub fn is_noise(owed: &Owed) -> bool {
    [owed.first.mean, owed.total.mean].iter().any(|index| !(0.0..=1.0).contains(index))
}

impl Spread<'_> {
    /// As a file, as a whole.
    pub fn file(&self, format: Format) -> String {
        match format {
            Format::Csv => self.csv(),
            Format::Json => self.json(),
        }
    }

    fn before(&self, text: fn(&str) -> String) -> [String; ORIGIN.len()] {
        of_all(&Origin::of(self.scenario), self.caveats, self.pairs, text)
    }

    /// What holds for all rows, behind what they are of.
    fn of_all(&self, text: fn(&str) -> String, number: fn(f64) -> String) -> Vec<String> {
        let info = self.outcome.info();
        let counts = [self.points, SCRAMBLINGS, self.found.missing as u32].map(|count| count.to_string());
        let [luck_low, luck_high] = self.found.luck.ci95();
        let numbers = [self.found.variance.mean, self.found.luck.mean, luck_low, luck_high].map(number);
        [info.id, info.unit].map(text).into_iter().chain(counts).chain(numbers).collect()
    }

    /// A row, from `parameter` on.
    fn row(&self, owed: &Owed, text: fn(&str) -> String, number: fn(f64) -> String) -> Vec<String> {
        let three = |index: Estimate| [index.mean, index.ci95()[0], index.ci95()[1]];
        let names = [owed.parameter.id, owed.parameter.unit].map(text);
        let numbers = [&ends(self.scenario, owed.parameter)[..], &three(owed.first), &three(owed.total)].concat();
        let unlikely = u8::from(is_noise(owed)).to_string();
        names.into_iter().chain(numbers.into_iter().map(number)).chain([unlikely]).collect()
    }

    fn csv(&self) -> String {
        let mut out = [ORIGIN.as_slice(), &COLUMNS].concat().join(",") + "\n";
        let before = [&self.before(csv_field)[..], &self.of_all(csv_field, csv_number)].concat();
        for owed in &self.found.owed {
            let cells = [&before[..], &self.row(owed, csv_field, csv_number)].concat();
            out.push_str(&(cells.join(",") + "\n"));
        }
        out
    }

    fn json(&self) -> String {
        let all = self.of_all(json::text, json::number);
        let count = all.len();
        let all = COLUMNS.iter().zip(all).map(|(name, value)| format!("\n\"{name}\":{value},")).collect::<String>();
        let rows = self.found.owed.iter().map(|owed| {
            let cells = COLUMNS[count..].iter().zip(self.row(owed, json::text, json::number));
            let cells = cells.map(|(name, value)| format!("\"{name}\":{value}"));
            format!("\n{{{}}}", cells.collect::<Vec<_>>().join(","))
        });
        let rows = rows.collect::<Vec<_>>().join(",");
        format!("{{{}{all}\n\"parameters\":[{rows}\n]\n}}\n", fields(self.before(json::text)))
    }
}

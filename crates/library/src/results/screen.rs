//! The table of assumptions: what each has to do with a difference, a row for each parameter.

use super::{Format, ORIGIN, csv_field, csv_number, fields, json, of_all};
use crate::origin::Origin;
use experiment::caveats::Caveats;
use experiment::plausible::ends;
use experiment::screening::Screened;
use experiment::statistics::elementary::{FIRST, Stability};
use model::outcome::Measure;
use model::scenario::Scenario;

/// The columns behind those that say what the table is of.
const COLUMNS: [&str; 16] = [
    "outcome",
    "unit",
    "base_points",
    "same_order",
    "same_first",
    "parameter",
    "parameter_unit",
    "lowest",
    "highest",
    "mu_star",
    "mu_star_low",
    "mu_star_high",
    "mu",
    "sigma",
    "luck",
    "effects",
];

/// A screening and what it found.
pub struct Screen<'a> {
    /// Of what.
    pub scenario: &'a Scenario,
    /// The outcome that is looked at.
    pub outcome: Measure,
    /// Base points.
    pub bases: usize,
    /// Pairs of each world.
    pub pairs: u32,
    /// In how many pairs of all worlds the numbers say less than they seem to.
    pub caveats: Caveats,
    /// The parameters, the one that matters most first.
    pub rows: Vec<Screened>,
    /// How stable that order is.
    pub stability: Stability,
}

impl Screen<'_> {
    /// As a file, as a whole.
    pub fn file(&self, format: Format) -> String {
        match format {
            Format::Csv => self.csv(),
            Format::Json => self.json(),
        }
    }

    /// The numbers of a row, in the order of the columns from `lowest` on.
    fn numbers(&self, row: &Screened) -> [f64; 9] {
        let [lowest, highest] = ends(self.scenario, row.parameter);
        let effects = row.effects;
        let [low, high] = effects.ci95;
        [lowest, highest, effects.size, low, high, effects.mean, effects.sd, row.luck, f64::from(effects.n)]
    }

    fn before(&self, text: fn(&str) -> String) -> [String; ORIGIN.len()] {
        of_all(&Origin::of(self.scenario), self.caveats, self.pairs, text)
    }

    fn csv(&self) -> String {
        let mut out = [ORIGIN.as_slice(), &COLUMNS].concat().join(",") + "\n";
        let mut before = self.before(csv_field).to_vec();
        before.extend([self.outcome.info().id, self.outcome.info().unit].map(csv_field));
        before.push(self.bases.to_string());
        before.extend([self.stability.order, self.stability.same].map(csv_number));
        for row in &self.rows {
            let names = [row.parameter.id, row.parameter.unit].map(csv_field);
            let cells = [&before[..], &names, &self.numbers(row).map(csv_number)].concat();
            out.push_str(&(cells.join(",") + "\n"));
        }
        out
    }

    fn json(&self) -> String {
        let rows = self.rows.iter().map(|row| {
            let names = [row.parameter.id, row.parameter.unit].map(json::text);
            let cells = names.into_iter().chain(self.numbers(row).map(json::number));
            let cells = COLUMNS[5..].iter().zip(cells).map(|(name, value)| format!("\"{name}\":{value}"));
            format!("\n{{{}}}", cells.collect::<Vec<_>>().join(","))
        });
        format!(
            "{{{}\n\"outcome\":{},\n\"unit\":{},\n\"base_points\":{},\n\"stability\":{{\"first\":{FIRST},\"same_order\":{},\"same_first\":{}}},\n\
             \"parameters\":[{}\n]\n}}\n",
            fields(self.before(json::text)),
            json::text(self.outcome.info().id),
            json::text(self.outcome.info().unit),
            self.bases,
            json::number(self.stability.order),
            json::number(self.stability.same),
            rows.collect::<Vec<_>>().join(",")
        )
    }
}

//! Results as files: tidy tables, as comma-separated values (RFC 4180) or JSON, the same from the page and from the command line.
//!
//! Each table has a row for each observation and says in every row what it is of. Numbers are in the model's own units and to the last
//! digit: whoever reads them back has the same bits. A value that was not there to measure is an empty field, or `null`.
//! docs/results.md describes the columns.

mod answered;
mod csv;
mod indices;
mod json;
mod members;
mod screen;
mod sweep;
mod table;
mod why;

use std::fmt::Write;

use super::origin::Origin;
pub use answered::{Answered, Tidy};
pub use csv::{BOM, csv_field, csv_number};
use experiment::caveats::Caveats;
use experiment::ensemble::{Contrast, Ensemble, WeekContrast};
use experiment::study::results::Results;
pub use indices::{Spread, is_noise};
pub use members::members;
use model::outcome::{Measure, Outcome};
use model::scenario::Scenario;
pub use screen::Screen;
pub use sweep::{Swept, axis_key, key, of_key, sign as sign_name};
pub use table::{Format, Table, week_number};
pub use why::{ROLE, name as part_name, why};

/// The version of the program, on which results depend.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The columns of every table that say what a row is of. JSON has them once.
const ORIGIN: [&str; 12] = [
    "scenario",
    "based_on",
    "settings",
    "version",
    "seed",
    "replications",
    "idle",
    "control_unstable",
    "treatment_unstable",
    "control_unfinished",
    "treatment_unfinished",
    "over_before_change",
];

/// The column that says what is wrong with a point of an experiment.
const FAULT: &[&str] = &["fault"];

/// How many of so many outcomes luck alone puts beyond their 95 % intervals where nothing differs, on average and rounded.
pub fn marked_by_luck(outcomes: usize) -> usize {
    (outcomes + 10) / 20
}

/// Writes a table part by part, so that whoever must not be held up can rest in between: an outcome at a time, and of that at most so
/// many pairs.
pub struct Writer {
    origin: Origin,
    caveats: Caveats,
    results: Results,
    /// The pairs, where rows are of them.
    ensemble: Ensemble,
    table: Table,
    format: Format,
    outcomes: Vec<Measure>,
    /// Weeks before the change that are shown and that are not.
    weeks_before: [usize; 2],
    /// Parts written, the head among them.
    step: usize,
    /// Whether a row was written.
    begun: bool,
}

impl Writer {
    /// Of the pairs that are there without a gap, all outcomes.
    pub fn new(scenario: &Scenario, ensemble: &Ensemble, table: Table, format: Format) -> Self {
        // Pairs that came early are not among the first so many, which is what anyone can repeat.
        Self::of(scenario, Results::Pairs(ensemble.first(ensemble.unbroken())), table, format)
    }

    /// A row for each outcome, for which no pair need have been kept.
    pub fn summary(scenario: &Scenario, results: &Results, format: Format) -> Self {
        Self::of(scenario, results.clone(), Table::Summary, format)
    }

    fn of(scenario: &Scenario, results: Results, table: Table, format: Format) -> Self {
        let world = scenario.world();
        Self {
            origin: Origin::of(scenario),
            caveats: results.caveats(),
            // Without pairs there are but rows of outcomes.
            ensemble: results.pairs().cloned().unwrap_or_default(),
            results,
            table,
            format,
            outcomes: Measure::ALL.to_vec(),
            weeks_before: [world.baseline_weeks as usize, world.warmup_weeks as usize],
            step: 0,
            begun: false,
        }
    }

    /// Of one outcome only.
    #[must_use]
    pub fn only(self, outcome: Measure) -> Self {
        self.of_outcomes(&[outcome])
    }

    /// Of these outcomes.
    #[must_use]
    pub fn of_outcomes(mut self, outcomes: &[Measure]) -> Self {
        self.outcomes = outcomes.to_vec();
        self
    }

    /// Without the head, to be put behind another table with the same columns.
    #[must_use]
    pub fn headless(mut self) -> Self {
        self.step = 1;
        self
    }

    /// What a file with the table is called: a beginning, the scenario's name, of which as much as a name of a file may hold, and an end.
    pub fn file_name(&self) -> [String; 3] {
        let (seed, pairs, table) = (self.origin.seed, self.results.done(), self.table.name());
        let end = format!("{}-seed{seed}-{pairs}pairs-{table}.{}", self.origin.mark(), self.format.ending());
        [format!("assist-lab-{VERSION}-"), self.origin.scenario.clone(), end]
    }

    fn head(&self) -> String {
        match self.format {
            Format::Csv => [&ORIGIN, self.table.columns()].concat().join(",") + "\n",
            Format::Json => {
                let fields = fields(self.of_all(json::text));
                let summary = self.table == Table::Summary;
                let nested = if summary { json::nested(&self.results, &self.outcomes) } else { String::new() };
                format!("{{{fields}{nested}\n\"{}\":[", self.table.name())
            }
        }
    }

    /// What holds for all rows, with texts as the format has them.
    fn of_all(&self, text: fn(&str) -> String) -> [String; ORIGIN.len()] {
        of_all(&self.origin, self.caveats, self.results.done(), text)
    }

    fn tail(&self) -> &'static str {
        match self.format {
            Format::Csv => "",
            Format::Json => "\n]\n}\n",
        }
    }

    /// Rows in all.
    pub fn row_count(&self) -> usize {
        let pairs = self.results.done() as usize;
        let weeks = self.ensemble.pairs().next().map_or(0, |pair| pair.control.weeks.len());
        let weeks = weeks.saturating_sub(self.weeks_before[1]);
        let courses = self.outcomes.iter().filter(|outcome| outcome.info().series.is_some()).count();
        match self.table {
            Table::Summary => self.outcomes.len(),
            Table::Pairs => self.outcomes.len() * pairs,
            Table::Weeks => courses * weeks,
            Table::PairWeeks => courses * weeks * pairs,
        }
    }

    /// Pairs in a part, where a part has not all of them.
    fn stride(&self) -> usize {
        match self.table {
            Table::Summary | Table::Weeks => usize::MAX,
            Table::Pairs => 500,
            Table::PairWeeks => 20,
        }
    }

    /// Parts of an outcome.
    fn blocks(&self) -> usize {
        (self.results.done() as usize).div_ceil(self.stride()).max(1)
    }

    /// The rows of an outcome, of one block of pairs.
    fn rows(&mut self, outcome: Measure, block: usize) -> String {
        let info = outcome.info();
        let mut rows = Rows {
            text: String::new(),
            format: self.format,
            before: self.before(info.id, info.unit),
            columns: &self.table.columns()[2..],
            begun: self.begun,
        };
        match self.table {
            Table::Summary => summary(&mut rows, &self.results.contrast(outcome)),
            Table::Pairs => {
                for (pair, both) in self.pairs(block) {
                    let [control, treatment] = both.map(|arm| arm.get(outcome));
                    rows.row(&[pair, control, treatment, treatment - control]);
                }
            }
            Table::Weeks => self.weeks(&mut rows, outcome),
            Table::PairWeeks => self.pair_weeks(&mut rows, outcome, block),
        }
        self.begun = rows.begun;
        rows.text
    }

    /// What every row of an outcome begins with.
    fn before(&self, outcome: &str, unit: &str) -> String {
        match self.format {
            Format::Csv => format!("{},{outcome},{unit}", self.of_all(csv_field).join(",")),
            Format::Json => format!("{{\"outcome\":{},\"unit\":{}", json::text(outcome), json::text(unit)),
        }
    }

    /// The pairs of a block with their numbers, from 1.
    fn pairs(&self, block: usize) -> impl Iterator<Item = (f64, [&Outcome; 2])> {
        let stride = self.stride();
        let block = self.ensemble.pairs().enumerate().skip(block * stride).take(stride);
        block.map(|(place, pair)| (place as f64 + 1.0, [&pair.control, &pair.treatment]))
    }

    fn weeks(&self, rows: &mut Rows, outcome: Measure) {
        let Some(series) = outcome.info().series else { return };
        let [shown, hidden] = self.weeks_before;
        for (place, week) in self.ensemble.series(series).iter().skip(hidden).enumerate() {
            let [low, high] = week.ci95;
            let [q025, q25, median, q75, q975] = week.quantiles;
            let WeekContrast { control, treatment, difference, .. } = *week;
            let number = week_number(place as f64 - shown as f64);
            rows.row(&[number, control, treatment, difference, low, high, q025, q25, median, q75, q975]);
        }
    }

    fn pair_weeks(&self, rows: &mut Rows, outcome: Measure, block: usize) {
        let Some(series) = outcome.info().series else { return };
        let [shown, hidden] = self.weeks_before;
        for (pair, [control, treatment]) in self.pairs(block) {
            for (place, (control, treatment)) in control.weeks.iter().zip(&treatment.weeks).skip(hidden).enumerate() {
                let [control, treatment] = [control, treatment].map(|week| week[series as usize]);
                let number = week_number(place as f64 - shown as f64);
                rows.row(&[pair, number, control, treatment, treatment - control]);
            }
        }
    }
}

/// What holds for all rows of a table, with texts as a format has them.
fn of_all(origin: &Origin, caveats: Caveats, pairs: u32, text: fn(&str) -> String) -> [String; ORIGIN.len()] {
    let Origin { scenario, based_on, settings, idle, seed } = origin;
    let Caveats { unstable, unfinished, over_before } = caveats;
    let [scenario, based_on, settings, version, idle] =
        [scenario.as_str(), based_on, settings, VERSION, idle].map(text);
    let counts = [unstable[0], unstable[1], unfinished[0], unfinished[1], over_before];
    let [a, b, c, d, e] = counts.map(|pairs| pairs.to_string());
    [scenario, based_on, settings, version, seed.to_string(), pairs.to_string(), idle, a, b, c, d, e]
}

/// The same as fields of a JSON object.
fn fields(values: [String; ORIGIN.len()]) -> String {
    ORIGIN.into_iter().zip(values).map(|(name, value)| format!("\n\"{name}\":{value},")).collect()
}

fn summary(rows: &mut Rows, contrast: &Contrast) {
    let Contrast { control, treatment, difference, higher, lower } = *contrast;
    let [low, high] = difference.ci95();
    let [compared, higher, lower] = [difference.n, higher, lower].map(f64::from);
    rows.row(&[
        compared,
        control.mean,
        control.se,
        treatment.mean,
        treatment.se,
        difference.mean,
        difference.se,
        low,
        high,
        higher,
        lower,
        contrast.share_higher(),
        contrast.share_lower(),
    ]);
}

/// The head, then the rows part by part, then the end.
impl Iterator for Writer {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let step = self.step;
        self.step += 1;
        let Some(place) = step.checked_sub(1) else { return Some(self.head()) };
        let (outcome, block) = (place / self.blocks(), place % self.blocks());
        match self.outcomes.get(outcome) {
            Some(&outcome) => Some(self.rows(outcome, block)),
            None => (place == self.outcomes.len() * self.blocks()).then(|| self.tail().to_owned()),
        }
    }
}

/// Rows of one outcome.
struct Rows {
    text: String,
    format: Format,
    before: String,
    columns: &'static [&'static str],
    begun: bool,
}

impl Rows {
    fn row(&mut self, values: &[f64]) {
        let csv = self.format == Format::Csv;
        if !csv {
            self.text.push_str(if self.begun { ",\n" } else { "\n" });
        }
        self.begun = true;
        self.text.push_str(&self.before);
        for (column, &value) in self.columns.iter().zip(values) {
            self.text.push(',');
            if csv {
                self.text.push_str(&csv_number(value));
            } else {
                let _ = write!(self.text, "\"{column}\":{}", json::number(value));
            }
        }
        self.text.push_str(if csv { "\n" } else { "}" });
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate as library;
    use experiment::ensemble::run;

    fn ensemble(scenario: &Scenario) -> Ensemble {
        let mut ensemble = Ensemble::default();
        ensemble.put(0, run(scenario, 0..6));
        ensemble
    }

    /// A table of a scenario in both formats.
    fn written(scenario: &Scenario, table: Table) -> [String; 2] {
        let ensemble = ensemble(scenario);
        [Format::Csv, Format::Json].map(|format| Writer::new(scenario, &ensemble, table, format).collect())
    }

    #[test]
    fn both_formats_hold_the_same_rows_to_the_last_bit() {
        for name in ["software", "emergency", "research"] {
            let scenario = library::scenario(name).expect("built in");
            for table in Table::ALL {
                let [csv, json] = written(&scenario, table);
                let mut lines = csv.lines();
                let columns: Vec<&str> = lines.next().expect("a head").split(',').collect();
                let whole: Value = serde_json::from_str(&json).expect("JSON");
                let rows = whole[table.name()].as_array().expect("rows");
                assert_eq!(lines.clone().count(), rows.len(), "{name} {table:?}");
                for (line, row) in lines.zip(rows) {
                    let cells: Vec<&str> = line.split(',').collect();
                    assert_eq!(cells.len(), columns.len(), "{line}");
                    for (column, cell) in columns.iter().zip(cells) {
                        let value = row.get(column).unwrap_or(&whole[column]);
                        let same = match value {
                            Value::Null => cell.is_empty(),
                            Value::String(text) => cell == text,
                            number => {
                                let read = cell.parse::<f64>().expect("a number");
                                number.as_f64().map(f64::to_bits) == Some(read.to_bits())
                            }
                        };
                        assert!(same, "{name} {table:?} {column}: {cell} and {value}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_table_has_a_row_for_each_observation() {
        let scenario = library::scenario("software").expect("built in");
        let rows = |table: Table| written(&scenario, table)[0].lines().count() - 1;
        let with_weeks = Measure::ALL.iter().filter(|outcome| outcome.info().series.is_some()).count();
        let weeks = (scenario.days() / 5 - scenario.world().warmup_weeks) as usize;
        assert_eq!(rows(Table::Summary), Measure::ALL.len());
        assert_eq!(rows(Table::Pairs), 6 * Measure::ALL.len());
        assert_eq!(rows(Table::Weeks), weeks * with_weeks);
        assert_eq!(rows(Table::PairWeeks), 6 * weeks * with_weeks);
    }

    #[test]
    fn a_part_is_short_and_nothing_is_lost_between_two() {
        let scenario = library::scenario("software").expect("built in");
        let mut ensemble = Ensemble::default();
        ensemble.put(0, run(&scenario, 0..45));
        for table in Table::ALL {
            let writer = || Writer::new(&scenario, &ensemble, table, Format::Csv);
            let longest = writer().map(|part| part.lines().count()).max();
            assert!(longest <= Some(600), "{table:?}: {longest:?}");
            assert_eq!(writer().collect::<String>().lines().count(), writer().row_count() + 1, "{table:?}");
        }
    }

    #[test]
    fn weeks_are_counted_as_on_the_page() {
        let numbers: Vec<f64> = (-2..3).map(|week| week_number(f64::from(week) + 0.5)).collect();
        assert_eq!(numbers, [-2.0, -1.0, 1.0, 2.0, 3.0]);
        let scenario = library::scenario("software").expect("built in");
        let [csv, _] = written(&scenario, Table::Weeks);
        let weeks: Vec<&str> = csv
            .lines()
            .filter(|line| line.contains(",morale,"))
            .map(|line| line.split(',').nth(14).expect("a week"))
            .collect();
        assert_eq!([weeks[0], weeks[3], weeks[4], weeks[29]], ["-4", "-1", "1", "26"]);
    }

    #[test]
    fn pairs_that_came_early_are_left_out() {
        let scenario = library::scenario("software").expect("built in");
        let mut gap = ensemble(&scenario);
        gap.put(8, run(&scenario, 8..10));
        let text: String = Writer::new(&scenario, &gap, Table::Pairs, Format::Csv).only(Measure::Morale).collect();
        assert_eq!(text.lines().count(), 7);
        assert!(
            text.lines()
                .skip(1)
                .all(|line| line.starts_with(&format!("software,software,,{VERSION},60,6,,0,0,0,0,0,morale,"))),
            "{text}"
        );
    }

    #[test]
    fn tables_of_two_scenarios_stand_in_one_file() {
        let scenario = library::scenario("software").expect("built in");
        let ensemble = ensemble(&scenario);
        let write = || Writer::new(&scenario, &ensemble, Table::Weeks, Format::Csv).only(Measure::Morale);
        let text: String = write().chain(write().headless()).collect();
        assert_eq!(text.lines().filter(|line| line.starts_with("scenario,")).count(), 1);
        assert_eq!(text.lines().count(), 61);
    }
}

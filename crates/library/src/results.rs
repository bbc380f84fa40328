//! Results as files: tidy tables, as comma-separated values (RFC 4180) or JSON, the same from the page and from the command line.
//!
//! Each table has a row for each observation and says in every row what it is of. Numbers are in the model's own units and to the last
//! digit: whoever reads them back has the same bits. A value that was not there to measure is an empty field, or `null`.
//! docs/results.md describes the columns.

use std::fmt::Write;

use super::origin::Origin;
use experiment::ensemble::{Contrast, Ensemble, WeekContrast};
use experiment::statistics::sample::Estimate;
use experiment::study::results::Results;
use model::outcome::{Measure, Outcome};
use model::scenario::{Arm, Scenario};

/// The version of the program, on which results depend.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Byte order mark: by it some spreadsheets know a text for UTF-8.
pub const BOM: &str = "\u{feff}";

/// What the rows of a table are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// A row for each outcome: means, differences, intervals.
    Summary,
    /// A row for each outcome and pair.
    Pairs,
    /// A row for each outcome that has a course and each week: means, differences, intervals over the pairs.
    Weeks,
    /// A row for each such outcome, week and pair.
    PairWeeks,
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values, without a byte order mark.
    Csv,
    /// JSON: an object that says what the rows are of, and the rows under the name of the table.
    Json,
}

/// The columns of every table that say what a row is of. JSON has them once.
const ORIGIN: [&str; 6] = ["scenario", "based_on", "settings", "version", "seed", "replications"];

impl Table {
    /// All of them.
    pub const ALL: [Table; 4] = [Table::Summary, Table::Pairs, Table::Weeks, Table::PairWeeks];

    /// Its name in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Table::Summary => "summary",
            Table::Pairs => "pairs",
            Table::Weeks => "weeks",
            Table::PairWeeks => "pair-weeks",
        }
    }

    /// Its columns behind those that say what it is of.
    fn columns(self) -> &'static [&'static str] {
        match self {
            Table::Summary => &[
                "outcome",
                "unit",
                "pairs_compared",
                "control_mean",
                "control_se",
                "treatment_mean",
                "treatment_se",
                "difference_mean",
                "difference_se",
                "ci95_low",
                "ci95_high",
                "pairs_higher",
                "pairs_lower",
                "share_higher",
                "share_lower",
            ],
            Table::Pairs => &["outcome", "unit", "pair", "control", "treatment", "difference"],
            Table::Weeks => &[
                "outcome",
                "unit",
                "week",
                "control_mean",
                "treatment_mean",
                "difference_mean",
                "ci95_low",
                "ci95_high",
                "difference_q025",
                "difference_q25",
                "difference_median",
                "difference_q75",
                "difference_q975",
            ],
            Table::PairWeeks => &["outcome", "unit", "pair", "week", "control", "treatment", "difference"],
        }
    }
}

impl Format {
    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Json => "json",
        }
    }
}

/// The number of the week that holds a moment [weeks since the change]: the week after the change is week 1, and there is no week 0.
pub fn week_number(at: f64) -> f64 {
    let number = at.floor();
    if number < 0.0 { number } else { number + 1.0 }
}

/// Writes a table part by part, so that whoever must not be held up can rest in between: an outcome at a time, and of that at most so
/// many pairs.
pub struct Writer {
    origin: Origin,
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
            ensemble: results.ensemble(),
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
    pub fn only(mut self, outcome: Measure) -> Self {
        self.outcomes = vec![outcome];
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
        let Origin { scenario, based_on, settings, seed } = &self.origin;
        let (seed, pairs) = (seed.to_string(), self.results.done().to_string());
        let mut out = String::new();
        match self.format {
            Format::Csv => {
                out.push_str(&[&ORIGIN, self.table.columns()].concat().join(","));
                out.push('\n');
            }
            Format::Json => {
                let values =
                    [json_text(scenario), json_text(based_on), json_text(settings), json_text(VERSION), seed, pairs];
                out.push('{');
                for (name, value) in ORIGIN.into_iter().zip(values) {
                    let _ = write!(out, "\n\"{name}\":{value},");
                }
                if self.table == Table::Summary {
                    self.nested(&mut out);
                }
                let _ = write!(out, "\n\"{}\":[", self.table.name());
            }
        }
        out
    }

    /// The summary by arm, outcome and estimate, for programs that look for one number.
    fn nested(&self, out: &mut String) {
        let contrasts: Vec<Contrast> = self.outcomes.iter().map(|&outcome| self.results.contrast(outcome)).collect();
        let objects = |out: &mut String, write: &dyn Fn(&mut String, Contrast)| {
            for (place, (outcome, contrast)) in self.outcomes.iter().zip(&contrasts).enumerate() {
                let _ = write!(out, "{}\n\"{}\":{{", if place == 0 { "" } else { "," }, outcome.info().id);
                write(out, *contrast);
                out.push('}');
            }
            out.push('}');
        };
        let estimate = |out: &mut String, of: Estimate| {
            let _ = write!(out, "\"mean\":{},\"se\":{}", json_float(of.mean), json_float(of.se));
        };
        out.push_str("\n\"arms\":{\"control\":{");
        objects(out, &|out, contrast| estimate(out, contrast.control));
        out.push_str(",\n\"treatment\":{");
        objects(out, &|out, contrast| estimate(out, contrast.treatment));
        out.push_str("},\n\"paired\":{");
        objects(out, &|out, contrast| {
            estimate(out, contrast.difference);
            let [low, high] = contrast.difference.ci95().map(json_float);
            let _ = write!(out, ",\"ci95\":[{low},{high}],\"share_higher\":{}", json_float(contrast.share_higher()));
        });
        let [control, treatment] = Arm::BOTH.map(|arm| json_float(self.results.unstable(arm)));
        let _ = write!(out, ",\n\"unstable\":{{\"control\":{control},\"treatment\":{treatment}}},");
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
        let courses = self.outcomes.iter().filter(|outcome| outcome.series().is_some()).count();
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
        let Origin { scenario, based_on, settings, seed } = &self.origin;
        match self.format {
            Format::Csv => format!(
                "{},{based_on},{},{VERSION},{seed},{},{outcome},{unit}",
                csv_field(scenario),
                csv_field(settings),
                self.results.done()
            ),
            Format::Json => format!("{{\"outcome\":{},\"unit\":{}", json_text(outcome), json_text(unit)),
        }
    }

    /// The pairs of a block with their numbers, from 1.
    fn pairs(&self, block: usize) -> impl Iterator<Item = (f64, [&Outcome; 2])> {
        let stride = self.stride();
        let block = self.ensemble.pairs().enumerate().skip(block * stride).take(stride);
        block.map(|(place, pair)| (place as f64 + 1.0, [&pair.control, &pair.treatment]))
    }

    fn weeks(&self, rows: &mut Rows, outcome: Measure) {
        let Some(series) = outcome.series() else { return };
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
        let Some(series) = outcome.series() else { return };
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
                let _ = write!(self.text, "\"{column}\":{}", json_number(value));
            }
        }
        self.text.push_str(if csv { "\n" } else { "}" });
    }
}

/// How many of so many outcomes luck alone puts beyond their 95 % intervals where nothing differs, on average and rounded.
pub fn marked_by_luck(outcomes: usize) -> usize {
    (outcomes + 10) / 20
}

/// A text without characters that no text should hold, such as those that move a terminal's cursor or that XML forbids; a space stands
/// for each.
pub fn printable(text: &str) -> String {
    text.replace(
        |letter: char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}'),
        " ",
    )
}

/// A number as a field of a comma-separated file: the shortest that reads back as the same bits, and nothing for what is not there.
pub fn csv_number(value: f64) -> String {
    if value.is_finite() { value.to_string() } else { String::new() }
}

fn json_number(value: f64) -> String {
    if value.is_finite() { value.to_string() } else { "null".to_owned() }
}

/// A number that programs shall take for one with a fraction even where it has none.
fn json_float(value: f64) -> String {
    let text = json_number(value);
    if text.contains(['.', 'n']) { text } else { text + ".0" }
}

fn json_text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A text as a field of a comma-separated file (RFC 4180). One that a spreadsheet would take for a formula gets an apostrophe before
/// it, as OWASP advises against CSV injection.
pub fn csv_field(text: &str) -> String {
    let text = &printable(text);
    let unseen = |letter: char| letter.is_whitespace() || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{feff}');
    let formula = text.trim_start_matches(unseen).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let mark = if formula { "'" } else { "" };
    if text.contains([',', '"', ';']) {
        format!("\"{mark}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{mark}{text}")
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
        let with_weeks = Measure::ALL.iter().filter(|outcome| outcome.series().is_some()).count();
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
            .map(|line| line.split(',').nth(8).expect("a week"))
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
            text.lines().skip(1).all(|line| line.starts_with(&format!("software,software,,{VERSION},4,6,morale,"))),
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

    #[test]
    fn what_no_text_should_hold_is_a_space() {
        assert_eq!(printable("a\u{0}b\u{1b}[31mc\nd\u{ffff}é😀"), "a b [31mc d é😀");
    }

    #[test]
    fn what_would_break_a_row_or_be_taken_for_a_formula_is_marked() {
        for (text, field) in [
            ("silos", "silos"),
            ("a,b", "\"a,b\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("two\nlines", "two lines"),
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-2+3", "'-2+3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
            ("\t=1", "' =1"),
            (" =1", "' =1"),
            ("\u{feff}=1", "'\u{feff}=1"),
            ("＝1", "'＝1"),
            ("\u{1b}[2J", " [2J"),
            ("a=b", "a=b"),
        ] {
            assert_eq!(csv_field(text), field);
        }
    }
}

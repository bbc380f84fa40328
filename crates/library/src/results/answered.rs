//! What an experiment came to, as files: in the tables of its question, or tidy, with a row for each point, pair and outcome.

use super::{
    FAULT, Format, ORIGIN, ROLE, Screen, Spread, Swept, Writer, csv_field, csv_number, fields, json, key, of_all, why,
};
use crate::origin::Origin;
use experiment::caveats::Caveats;
use experiment::design::{Asked, Experiment, Question};
use experiment::ensemble::Ensemble;
use experiment::pair::Pair;
use experiment::study::results::Results;
use experiment::why::Why;
use model::mechanism::differing;
use model::outcome::Measure;
use words::fault;

/// An experiment and what its points came to.
pub struct Answered {
    /// Of what.
    pub experiment: Experiment,
    /// Of each point; of one that cannot be run, of no pairs.
    results: Vec<Results>,
    /// What is wrong with each point, empty where nothing is.
    faults: Vec<String>,
}

impl Answered {
    /// By the results of the points that can be run, in their order, whose pairs were kept.
    pub fn new(experiment: Experiment, results: Vec<Results>) -> Self {
        let mut results = results.into_iter();
        let faults = experiment.faults().iter().map(|faults| fault::sentences(faults).join("; ")).collect::<Vec<_>>();
        let of_point = |fault: &String| match fault.as_str() {
            "" => results.next().expect("invariant: results of every point"),
            _ => Results::Pairs(Ensemble::default()),
        };
        Self { results: faults.iter().map(of_point).collect(), experiment, faults }
    }

    /// What was asked.
    fn asked(&self) -> &Asked {
        self.experiment.asked()
    }

    /// What the pairs of its first point say; all of them where nothing is varied.
    pub fn first(&self) -> &Results {
        &self.results[0]
    }

    /// Pairs of all points, and of how many the numbers say less than they seem to.
    pub fn caveats(&self) -> (u32, Caveats) {
        let all = self.results.iter().fold(Caveats::default(), |all, results| all.plus(results.caveats()));
        (self.results.iter().map(Results::done).sum(), all)
    }

    /// How many points cannot be run, and how many there are.
    pub fn refused(&self) -> [usize; 2] {
        [self.faults.iter().filter(|fault| !fault.is_empty()).count(), self.faults.len()]
    }

    /// Why the teams differ, where that is asked.
    pub fn why(&self) -> Why {
        Why::new(&self.asked().scenario, pairs(self.first()))
    }

    /// An outcome along the axes, where some are varied.
    pub fn swept(&self, outcome: Measure) -> Swept<'_> {
        Swept {
            scenario: &self.asked().scenario,
            axes: self.experiment.axes(),
            results: &self.results,
            faults: Some(&self.faults),
            outcome,
            settled: None,
        }
    }

    /// What each assumption has to do with the difference in an outcome, where that is asked.
    pub fn screened(&self, outcome: Measure) -> Option<Screen<'_>> {
        let screening = self.experiment.screening()?;
        let (rows, stability) = screening.of(&self.differences(outcome));
        let (bases, pairs, caveats) = (screening.bases(), self.experiment.most_pairs(), self.caveats().1);
        Some(Screen { scenario: &self.asked().scenario, outcome, bases, pairs, caveats, rows, stability })
    }

    /// What of the spread of the difference in an outcome is owed to which assumption, where that is asked.
    pub fn owed(&self, outcome: Measure) -> Option<Spread<'_>> {
        let indices = self.experiment.indices()?;
        let found = indices.of(&self.differences(outcome));
        let (points, pairs, caveats) = (indices.points(), self.experiment.most_pairs(), self.caveats().1);
        Some(Spread { scenario: &self.asked().scenario, outcome, points, pairs, caveats, found })
    }

    /// What the teams differ by, by point and pair.
    fn differences(&self, outcome: Measure) -> Vec<Vec<f64>> {
        self.results.iter().map(|results| results.differences(outcome)).collect()
    }

    /// The tables of its question: in CSV one below the other under one head, in JSON a list under `results`.
    pub fn summary(&self, format: Format) -> String {
        let Asked { scenario, outcomes, question, .. } = self.asked();
        let tables: Vec<String> = match question {
            Question::Pairs => {
                vec![Writer::summary(scenario, self.first(), format).of_outcomes(outcomes).collect()]
            }
            Question::Why => {
                let found = self.why();
                outcomes.iter().map(|&outcome| why(scenario, &found, self.caveats().1, outcome, format)).collect()
            }
            Question::Sweep(_) => outcomes.iter().map(|&outcome| self.swept(outcome).file(format)).collect(),
            Question::Screen { .. } => {
                outcomes.iter().filter_map(|&outcome| Some(self.screened(outcome)?.file(format))).collect()
            }
            Question::Indices { .. } => {
                outcomes.iter().filter_map(|&outcome| Some(self.owed(outcome)?.file(format))).collect()
            }
        };
        match format {
            Format::Csv => {
                let rows = tables.iter().skip(1).filter_map(|table| table.split_once('\n'));
                tables[0].clone() + &rows.map(|(_, rows)| rows).collect::<String>()
            }
            Format::Json => {
                let tables: Vec<&str> = tables.iter().map(|table| table.trim_end()).collect();
                format!("{{\"results\":[{}]}}\n", tables.join(",\n"))
            }
        }
    }
}

fn pairs(results: &Results) -> &Ensemble {
    results.pairs().expect("invariant: an experiment keeps its pairs")
}

/// The tidy table: a row for each point, outcome and pair; of parts a row for each of them; and one for each point that cannot be run. It is
/// written part by part, an outcome of a point at a time.
pub struct Tidy {
    answered: Answered,
    origin: Origin,
    /// The parts of a difference by name, where they are asked for.
    parts: Vec<&'static str>,
    /// The columns behind those that say what the table is of.
    columns: Vec<String>,
    format: Format,
    /// Parts written, the head among them.
    step: usize,
    /// Whether a row was written.
    begun: bool,
    /// The values of the point that is written.
    values: Vec<String>,
}

impl Tidy {
    /// Of an experiment.
    pub fn new(answered: Answered, format: Format) -> Self {
        let scenario = &answered.asked().scenario;
        let parts = if answered.experiment.has_parts() {
            [ROLE].into_iter().chain(differing(scenario).into_iter().map(|mechanism| mechanism.id)).collect()
        } else {
            Vec::new()
        };
        let columns = columns(&answered.experiment);
        let origin = Origin::of(scenario);
        Self { origin, answered, parts, columns, format, step: 0, begun: false, values: Vec::new() }
    }

    fn head(&self) -> String {
        match self.format {
            Format::Csv => [ORIGIN.map(str::to_owned).to_vec(), self.columns.clone()].concat().join(",") + "\n",
            Format::Json => {
                let (_, caveats) = self.answered.caveats();
                let pairs = self.answered.results.iter().map(Results::done).max().unwrap_or(0);
                format!("{{{}\n\"rows\":[", fields(of_all(&self.origin, caveats, pairs, json::text)))
            }
        }
    }

    /// A text as the format has it.
    fn text(&self, text: &str) -> String {
        match self.format {
            Format::Csv => csv_field(text),
            Format::Json => json::text(text),
        }
    }

    /// A number as the format has it.
    fn number(&self, value: f64) -> String {
        match self.format {
            Format::Csv => csv_number(value),
            Format::Json => json::number(value),
        }
    }

    /// The rows of an outcome at a point.
    fn rows(&mut self, point: usize, outcome: Measure) -> String {
        let before = self.before(point, outcome);
        let fault = &self.answered.faults[point];
        let rows: Vec<Vec<String>> = if fault.is_empty() {
            let pairs = pairs(&self.answered.results[point]).pairs().enumerate();
            pairs.flat_map(|(place, pair)| self.of_pair(place, pair, outcome)).collect()
        } else {
            // Pair, control, treatment and difference, and of what is taken apart mechanism and part.
            let nothing = vec![self.number(f64::NAN); if self.parts.is_empty() { 4 } else { 6 }];
            vec![[nothing, vec![self.text(fault)]].concat()]
        };
        rows.into_iter().map(|row| self.row([&before[..], &row].concat())).collect()
    }

    /// What every row of an outcome at a point begins with.
    fn before(&self, point: usize, outcome: Measure) -> Vec<String> {
        let results = &self.answered.results[point];
        let mut before = match self.format {
            Format::Csv => of_all(&self.origin, results.caveats(), results.done(), csv_field).to_vec(),
            Format::Json => Vec::new(),
        };
        before.extend([outcome.info().id, outcome.info().unit].map(|text| self.text(text)));
        before.push((point + 1).to_string());
        before.extend_from_slice(&self.values);
        before
    }

    /// The cells of a pair behind that: a row, or one for each part.
    fn of_pair(&self, place: usize, pair: &Pair, outcome: Measure) -> Vec<Vec<String>> {
        let [control, treatment] = [&pair.control, &pair.treatment].map(|arm| arm.get(outcome));
        let mut row = vec![(place + 1).to_string()];
        row.extend([control, treatment, treatment - control].map(|value| self.number(value)));
        let no_fault = vec![self.number(f64::NAN)];
        if self.parts.is_empty() {
            return vec![[row, no_fault].concat()];
        }
        let values = pair.parts.iter().flat_map(|parts| std::iter::once(&parts.role).chain(&parts.mechanisms));
        let parts = self.parts.iter().zip(values);
        let parts = parts.map(|(name, values)| vec![self.text(name), self.number(values[outcome as usize])]);
        parts.map(|part| [row.clone(), part, no_fault.clone()].concat()).collect()
    }

    fn row(&mut self, cells: Vec<String>) -> String {
        let separator = if std::mem::replace(&mut self.begun, true) { "," } else { "" };
        match self.format {
            Format::Csv => cells.join(",") + "\n",
            Format::Json => {
                let cells = self.columns.iter().zip(cells);
                let cells: Vec<String> = cells.map(|(name, cell)| format!("{}:{cell}", json::text(name))).collect();
                format!("{separator}\n{{{}}}", cells.join(","))
            }
        }
    }
}

/// The columns behind those that say what the table is of: a column for each parameter that is varied, by its key.
fn columns(experiment: &Experiment) -> Vec<String> {
    let varied = experiment.varied().into_iter().map(|(scope, row)| key(scope, row));
    let parts = if experiment.has_parts() { &["mechanism", "part"][..] } else { &[] };
    let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let mut columns = named(&["outcome", "unit", "point"]);
    columns.extend(varied);
    columns.extend(named(&["pair", "control", "treatment", "difference"]));
    columns.extend(named(parts));
    columns.extend(named(FAULT));
    columns
}

impl Iterator for Tidy {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let outcomes = &self.answered.asked().outcomes;
        let parts = self.answered.results.len() * outcomes.len();
        let step = self.step;
        self.step += 1;
        if step == 0 {
            return Some(self.head());
        }
        if step <= parts {
            let (point, place) = ((step - 1) / outcomes.len(), (step - 1) % outcomes.len());
            let outcome = outcomes[place];
            if place == 0 {
                let values = self.answered.experiment.values(point);
                self.values = values.into_iter().map(|value| self.number(value)).collect();
            }
            return Some(self.rows(point, outcome));
        }
        (step == parts + 1 && self.format == Format::Json).then(|| "\n]\n}\n".to_owned())
    }
}

//! The table of a sweep: a row for each point.

use super::{FAULT, Format, ORIGIN, csv_field, csv_number, fields, json, of_all};
use crate::origin::Origin;
use experiment::caveats::Caveats;
use experiment::ensemble::Contrast;
use experiment::study::results::Results;
use experiment::sweep::{Axis, Crossing, Sign, crossings, values};
use model::metrics::{ascending, quantile};
use model::outcome::{Better, Measure};
use model::parameters::Parameter;
use model::scenario::{Arm, Scenario, Scope};

/// The columns behind those that say what the table is of.
const COLUMNS: [&str; 18] = [
    "outcome",
    "unit",
    "x_parameter",
    "x",
    "y_parameter",
    "y",
    "pairs_compared",
    "control_mean",
    "treatment_mean",
    "difference_mean",
    "difference_se",
    "ci95_low",
    "ci95_high",
    "difference_q025",
    "difference_median",
    "difference_q975",
    "share_higher",
    "sign",
];

/// A sweep and what came of it.
pub struct Swept<'a> {
    /// What is the same at all points but for the axes.
    pub scenario: &'a Scenario,
    /// One axis or two.
    pub axes: &'a [Axis],
    /// Of each point; of one that cannot be run, of no pairs.
    pub results: &'a [Results],
    /// What is wrong with each point, empty where nothing is; `None` where no point can be wrong, and then there is no column for it.
    pub faults: Option<&'a [String]>,
    /// What it is looked at for.
    pub outcome: Measure,
    /// Where pairs were added until the sign was settled, whether it is, by point: an interval looked at several times says less than it
    /// seems to. Nothing where each point had a number of pairs that was fixed before.
    pub settled: Option<&'a [bool]>,
}

/// The key of an axis, as a link has it.
pub fn axis_key(axis: &Axis) -> String {
    key(axis.scope, axis.parameter)
}

/// The key of a parameter in these hands.
pub fn key(scope: Scope, row: &Parameter) -> String {
    let mark = match scope {
        Scope::Both => "",
        Scope::Only(Arm::Control) => "c.",
        Scope::Only(Arm::Treatment) => "t.",
    };
    format!("{mark}{}", row.id)
}

/// In whose hands a key says that something is, and the id behind that.
pub fn of_key(key: &str) -> (Scope, &str) {
    match key.trim().split_once('.') {
        Some(("c", id)) => (Scope::Only(Arm::Control), id),
        Some(("t", id)) => (Scope::Only(Arm::Treatment), id),
        _ => (Scope::Both, key.trim()),
    }
}

/// What a sign is called, of a measure.
pub fn sign(measure: Measure, sign: Sign) -> &'static str {
    match (sign, measure.info().better) {
        (Sign::Pays, Better::Neither) => "higher",
        (Sign::Harms, Better::Neither) => "lower",
        (Sign::Pays, _) => "better",
        (Sign::Harms, _) => "worse",
        (Sign::Same, _) => "same",
        (Sign::Open, _) => "open",
    }
}

impl Swept<'_> {
    /// As a file, as a whole.
    pub fn file(&self, format: Format) -> String {
        match format {
            Format::Csv => self.csv(),
            Format::Json => self.json(),
        }
    }

    /// What pairs say at each point.
    pub fn contrasts(&self) -> Vec<Contrast> {
        self.results.iter().map(|results| results.contrast(self.outcome)).collect()
    }

    /// Where the mean difference passes zero, along the only axis.
    pub fn crossings(&self) -> Vec<Crossing> {
        match self.axes {
            [axis] => crossings(&axis.values, &self.contrasts()),
            _ => Vec::new(),
        }
    }

    /// 2.5, 50 and 97.5 % of what single pairs differ by at a point; not known where no pairs were kept.
    pub fn spread(&self, point: usize) -> [f64; 3] {
        let Some(pairs) = self.results[point].pairs() else { return [f64::NAN; 3] };
        let differences = pairs.values(self.outcome).into_iter().map(|[control, treatment]| treatment - control);
        let differences = ascending(differences.collect());
        [0.025, 0.5, 0.975].map(|p| quantile(&differences, p))
    }

    /// The numbers of a point, in the order of the columns from `control_mean` on.
    fn numbers(&self, point: usize) -> [f64; 10] {
        let contrast = self.results[point].contrast(self.outcome);
        let [low, high] = contrast.difference.ci95();
        let [q025, median, q975] = self.spread(point);
        let Contrast { control, treatment, difference, .. } = contrast;
        let share = contrast.share_higher();
        [control.mean, treatment.mean, difference.mean, difference.se, low, high, q025, median, q975, share]
    }

    /// What is wrong with a point; empty if nothing is.
    pub fn fault(&self, point: usize) -> &str {
        self.faults.map_or("", |faults| &faults[point])
    }

    fn sign(&self, point: usize) -> &'static str {
        if !self.fault(point).is_empty() {
            return "";
        }
        if self.settled.is_some_and(|settled| !settled[point]) {
            return sign(self.outcome, Sign::Open);
        }
        sign(self.outcome, Sign::of(self.outcome, &self.results[point].contrast(self.outcome)))
    }

    /// The columns that say where a point is: parameter and value of each axis, with texts and numbers as a format has them.
    fn place(&self, point: usize, text: fn(&str) -> String, nothing: &str) -> [String; 4] {
        let values = values(self.axes, point);
        let column = |axis: usize| match (self.axes.get(axis), values.get(axis)) {
            (Some(axis), Some(value)) => [text(&axis_key(axis)), csv_number(*value)],
            _ => [nothing.to_owned(), nothing.to_owned()],
        };
        let [[x_name, x], [y_name, y]] = [column(0), column(1)];
        [x_name, x, y_name, y]
    }

    fn csv(&self) -> String {
        let origin = Origin::of(self.scenario);
        let info = self.outcome.info();
        let fault_column = if self.faults.is_some() { FAULT } else { &[] };
        let mut out = [ORIGIN.as_slice(), &COLUMNS, fault_column].concat().join(",") + "\n";
        for (point, results) in self.results.iter().enumerate() {
            let mut row = of_all(&origin, results.caveats(), results.done(), csv_field).to_vec();
            row.extend([info.id, info.unit].map(csv_field));
            row.extend(self.place(point, csv_field, ""));
            row.push(results.contrast(self.outcome).difference.n.to_string());
            row.extend(self.numbers(point).map(csv_number));
            row.push(self.sign(point).to_owned());
            row.extend(self.faults.map(|faults| csv_field(&faults[point])));
            out.push_str(&(row.join(",") + "\n"));
        }
        out
    }

    fn json(&self) -> String {
        let origin = Origin::of(self.scenario);
        let caveats = self.results.iter().fold(Caveats::default(), |all, results| all.plus(results.caveats()));
        let pairs = self.results.iter().map(Results::done).max().unwrap_or(0);
        let head = fields(of_all(&origin, caveats, pairs, json::text));
        let info = self.outcome.info();
        let rows: Vec<String> = (0..self.results.len())
            .map(|point| {
                let mut row = self.place(point, json::text, "null").to_vec();
                row.push(self.results[point].contrast(self.outcome).difference.n.to_string());
                row.extend(self.numbers(point).map(json::number));
                row.push(json::text_or_null(self.sign(point)));
                row.extend(self.faults.map(|faults| json::text_or_null(&faults[point])));
                let row = COLUMNS[2..].iter().chain(FAULT).zip(row).map(|(name, value)| format!("\"{name}\":{value}"));
                format!("\n{{{}}}", row.collect::<Vec<_>>().join(","))
            })
            .collect();
        let crossings: Vec<String> = self
            .crossings()
            .iter()
            .map(|Crossing { at, between: [low, high] }| {
                let [at, low, high] = [at, low, high].map(|value| json::number(*value));
                format!("{{\"at\":{at},\"between\":[{low},{high}]}}")
            })
            .collect();
        format!(
            "{{{head}\n\"outcome\":{},\n\"unit\":{},\n\"crossings\":[{}],\n\"points\":[{}\n]\n}}\n",
            json::text(info.id),
            json::text(info.unit),
            crossings.join(","),
            rows.join(",")
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use experiment::study::plan::{Keep, Point};
    use experiment::study::{Study, threads};
    use experiment::sweep::{Spacing, scenarios};
    use model::parameters::parameter;
    use serde_json::Value;

    #[test]
    fn both_formats_hold_the_same_points() {
        let scenario = crate::scenario("software").expect("built in");
        let axis = |id: &str, scope, ends| {
            Axis::new(parameter(id).expect("a parameter"), scope, ends, 2, Spacing::Linear).expect("an axis")
        };
        let axes = [axis("beta", Scope::Both, [0.1, 0.2]), axis("notice", Scope::Only(Arm::Treatment), [0.0, 1.0])];
        let points = scenarios(&scenario, &axes).expect("valid");
        let points = points.into_iter().map(|scenario| Point::new(scenario, 4, Keep::Outcomes));
        let results = threads::all(&mut Study::new(0), points);
        let outcome = Measure::Throughput;
        let swept = Swept { scenario: &scenario, axes: &axes, results: &results, faults: None, outcome, settled: None };
        let json: Value = serde_json::from_str(&swept.file(Format::Json)).expect("JSON");
        let csv = swept.file(Format::Csv);
        let head: Vec<&str> = csv.lines().next().expect("a head").split(',').collect();
        let points = json["points"].as_array().expect("points");
        assert_eq!((points.len(), csv.lines().count()), (4, 5));
        for (line, point) in csv.lines().skip(1).zip(points) {
            let cells: Vec<&str> = line.split(',').collect();
            assert_eq!(cells.len(), head.len());
            for (column, cell) in head.iter().zip(cells).filter(|(column, _)| COLUMNS[2..].contains(column)) {
                let same = match &point[column] {
                    Value::Null => cell.is_empty(),
                    Value::String(text) => cell == text,
                    number => cell.parse::<f64>().ok() == number.as_f64(),
                };
                assert!(same, "{column}: {cell} in {line}, {point}");
            }
        }
        let open = Swept { settled: Some(&[false; 4]), ..swept };
        let json: Value = serde_json::from_str(&open.file(Format::Json)).expect("JSON");
        let signs = json["points"].as_array().expect("points").iter().map(|point| point["sign"].clone());
        assert!(signs.into_iter().all(|sign| sign == "open"), "what is not settled is open");
        assert_eq!((&points[1]["y_parameter"], &points[1]["y"]), (&Value::from("t.notice"), &Value::from(1)));
    }
}

//! Where it pays, in words: what someone typed, what it will take, what came of it.

use super::asked::{grouped, time};
use super::list;
use super::numbers::minus;
use super::value;
use crate::charts::swept::{Picture, Side};
use crate::inquiry::Question;
use experiment::sweep::{Axis, Crossing, Sign, Spacing};
use library::results::{key, of_key};
use model::fault::Fault;
use model::outcome::{Better, Measure};
use model::parameters::idle::idle;
use model::parameters::{Group, Kind, PARAMETERS, Parameter, parameter};
use model::scenario::{Arm, Scenario, Scope};
use words::{numbers, swept};

/// A setting and the ends of its axis, as typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The setting.
    pub row: &'static Parameter,
    /// In whose hands it is.
    pub scope: Scope,
    /// First and last value.
    pub ends: [String; 2],
    /// Whether each value is the one before times the same factor.
    pub log: bool,
}

impl Field {
    /// Of a setting, through the values of its lever. Both teams share the world; of what is decided it is the second team's.
    pub fn new(row: &'static Parameter) -> Self {
        let scope = match row.group {
            Group::World => Scope::Both,
            Group::Policy => Scope::Only(Arm::Treatment),
        };
        Self::of(row, scope)
    }

    /// Of a setting in someone's hands.
    pub fn of(row: &'static Parameter, scope: Scope) -> Self {
        let (low, high) = row.lever;
        Self { row, scope, ends: [low, high].map(|end| value::typed(row, end)), log: false }
    }

    /// By the key that results have for it.
    pub fn named(key: &str) -> Option<Self> {
        let (scope, id) = of_key(key);
        parameter(id).map(|row| Self::of(row, scope))
    }

    /// The key that results have for it.
    pub fn key(&self) -> String {
        key(self.scope, self.row)
    }

    /// The axis.
    ///
    /// # Errors
    /// What is wrong, in a sentence.
    pub fn axis(&self, count: usize) -> Result<Axis, String> {
        let mut ends = [0.0; 2];
        for (end, text) in ends.iter_mut().zip(&self.ends) {
            *end = value::read(self.row, text)?;
            if !self.row.accepts(Some(*end)) {
                let fault = Fault::out_of_range(self.row, &self.row.show(Some(*end)));
                return Err(value::refusal(self.row, Some(*end), &[fault]));
            }
        }
        if ends[0] >= ends[1] {
            return Err(swept::order().to_owned());
        }
        if self.log && ends[0] <= 0.0 {
            return Err(swept::log_zero().to_owned());
        }
        let spacing = if self.log { Spacing::Log } else { Spacing::Linear };
        // All else was looked at before.
        Axis::new(self.row, self.scope, ends, count, spacing)
    }
}

/// What a setting is called here.
pub fn name(row: &Parameter, scope: Scope) -> String {
    match scope {
        Scope::Both => words::parameter::label(row).to_owned(),
        Scope::Only(Arm::Control) => swept::first_team(&words::parameter::label(row)),
        Scope::Only(Arm::Treatment) => swept::second_team(&words::parameter::label(row)),
    }
}

/// The same of an axis.
pub fn axis_name(axis: &Axis) -> String {
    name(axis.parameter, axis.scope)
}

/// A setting that can go through values, and in whose hands.
pub type Offered = (&'static Parameter, Scope);

/// Whether a setting can go through values.
pub fn has_values(row: &Parameter) -> bool {
    matches!(row.kind, Kind::Number | Kind::Count | Kind::Optional)
}

/// The settings that can go through values and do something in a scenario, by heading.
pub fn offered(scenario: &Scenario) -> Vec<(&'static str, Vec<Offered>)> {
    let mut headings: Vec<(&'static str, Vec<Offered>)> = Vec::new();
    for row in PARAMETERS.iter().filter(|row| has_values(row)) {
        let scopes = match row.group {
            Group::World => vec![Scope::Both],
            Group::Policy => [Arm::Treatment, Arm::Control].map(Scope::Only).to_vec(),
        };
        let acts = |scope: &Scope| scope.arms().iter().any(|&arm| idle(scenario, arm, row.id).is_none());
        let settings = scopes.into_iter().filter(acts).map(|scope| (row, scope));
        let heading = words::parameter::section(row);
        match headings.iter_mut().find(|(other, _)| *other == heading) {
            Some((_, rows)) => rows.extend(settings),
            None => headings.push((heading, settings.collect())),
        }
    }
    headings.retain(|(_, rows)| !rows.is_empty());
    headings
}

/// What is asked by one or two fields.
///
/// # Errors
/// What is wrong, by field.
pub fn question(
    scenario: &Scenario,
    fields: &[Field],
    count: usize,
    outcome: Measure,
) -> Result<Question, Vec<Option<String>>> {
    let axes: Vec<Result<Axis, String>> = fields.iter().map(|field| field.axis(count)).collect();
    let mut wrong: Vec<Option<String>> = axes.iter().map(|axis| axis.as_ref().err().cloned()).collect();
    if let [first, second] = fields
        && (first.row, first.scope) == (second.row, second.scope)
    {
        wrong[1] = Some(swept::same().to_owned());
    }
    if wrong.iter().any(Option::is_some) {
        return Err(wrong);
    }
    Question::sweep(scenario, axes.into_iter().flatten().collect(), outcome)
        .map_err(|faults| vec![Some(list::clauses(words::fault::sentences(&faults)))])
}

/// What it will take; `pace` is how long a member's day takes [ms], if that is known.
pub fn cost(question: &Question, pace: Option<f64>) -> String {
    let (points, is_map) = (question.count(), question.is_map());
    let each = if is_map { question.rounds()[0] } else { question.experiment.most_pairs() };
    let pairs = grouped(points as u64 * u64::from(each));
    let said = if is_map {
        swept::CostMap { points: &points, pairs: &pairs }.say()
    } else {
        swept::CostLine { points: &points, pairs: &pairs }.say()
    };
    let Some(pace) = pace else { return said };
    let time = time(question, each, pace);
    list::sentences(vec![said, if is_map { swept::cost_time_map(&time) } else { swept::cost_time(&time) }])
}

/// Where a point is.
pub fn place(picture: &Picture, point: usize) -> String {
    let axes = picture.axes().iter().zip(picture.values(point));
    list::commas(
        axes.map(|(axis, at)| {
            format!("{} {}", name(axis.parameter, axis.scope), value::show(axis.parameter, Some(at)))
        })
        .collect(),
    )
}

/// What is known of a point.
pub fn point(picture: &Picture, point: usize) -> String {
    let place = place(picture, point);
    if let Some(fault) = picture.swept.question.fault(point) {
        return swept::PointRefused { place: &place, fault: &fault }.say();
    }
    let Some(results) = &picture.swept.results[point] else { return swept::point_unknown(&place) };
    let contrast = results.contrast(picture.measure);
    let estimate = match picture.side {
        Side::Difference => contrast.difference,
        Side::Of(Arm::Control) => contrast.control,
        Side::Of(Arm::Treatment) => contrast.treatment,
    };
    let [low, high] = estimate.ci95().map(|value| write(picture, value));
    let amount = numbers::WithUnit { number: &write(picture, estimate.mean), unit: &picture.unit.name }.say();
    let range = numbers::Range { low: &low, high: &high }.say();
    swept::Point { place: &place, amount: &amount, range: &range, pairs: &results.done() }.say()
}

/// What a picture's signs are.
pub fn signs(picture: &Picture) -> &'static str {
    match (picture.swept.question.is_map(), picture.side) {
        (false, Side::Difference) => swept::signs_line(),
        (false, Side::Of(_)) => swept::signs_line_team(),
        (true, Side::Difference) => swept::signs_map(),
        (true, Side::Of(_)) => swept::signs_map_team(),
    }
}

/// From where to where the means of a map's cells go, and so its colours.
pub fn reach(picture: &Picture) -> Option<String> {
    let cells = if picture.swept.question.is_map() { picture.cells() } else { Vec::new() };
    let values = || cells.iter().flatten().map(|cell| cell.value);
    let ends = [values().min_by(f64::total_cmp)?, values().max_by(f64::total_cmp)?];
    let [low, high] = ends.map(|value| write(picture, value));
    Some(swept::Reach { low: &low, high: &high, unit: &picture.unit.name }.say())
}

/// A value with as many digits as its outcome has, and a difference with its sign.
fn write(picture: &Picture, value: f64) -> String {
    if picture.side == Side::Difference { picture.unit.signed(value) } else { picture.unit.fixed(value) }
}

/// What the picture says, as far as it is known.
pub fn said(picture: &Picture) -> String {
    // On the way signs would come and go.
    if picture.side != Side::Difference || !picture.swept.complete {
        return String::new();
    }
    let signs: Vec<Sign> = (0..picture.swept.results.len()).filter_map(|point| picture.sign(point)).collect();
    let count = |wanted: Sign| signs.iter().filter(|sign| **sign == wanted).count();
    let [pays, harms, open] = [Sign::Pays, Sign::Harms, Sign::Open].map(count);
    let open = &swept::too_close(open);
    let all = signs.len();
    let refused = picture.swept.results.len() - all;
    let refused = if refused > 0 { swept::refused(refused) } else { String::new() };
    if all == 0 {
        return refused;
    }
    let measured =
        |point: usize| picture.swept.contrast(picture.measure, point).is_some_and(|found| found.difference.n > 1);
    if !(0..picture.swept.results.len()).any(measured) {
        return words::asked::sure_none().to_owned();
    }
    let neither = picture.measure.info().better == Better::Neither;
    let same = count(Sign::Same);
    let same = if same > 0 { swept::same_in(same) } else { String::new() };
    if picture.swept.question.is_map() {
        let cells = if neither {
            swept::CellsNeither { all: &all, pays: &pays, harms: &harms, open }.say()
        } else {
            swept::Cells { all: &all, pays: &pays, harms: &harms, open }.say()
        };
        return list::sentences(vec![cells, same, refused]);
    }
    let crossings = picture.crossings();
    if crossings.is_empty() {
        let said = match (pays == all, harms == all, neither) {
            (true, _, false) => swept::better_everywhere().to_owned(),
            (_, true, false) => swept::worse_everywhere().to_owned(),
            (true, _, true) => swept::higher_everywhere().to_owned(),
            (_, true, true) => swept::lower_everywhere().to_owned(),
            (_, _, false) => {
                let values = swept::ValuesMixed { all: &all, pays: &pays, harms: &harms, open }.say();
                list::sentences(vec![values, same])
            }
            (_, _, true) => {
                let values = swept::ValuesNeither { all: &all, pays: &pays, harms: &harms, open }.say();
                list::sentences(vec![values, same])
            }
        };
        return list::sentences(vec![said, refused]);
    }
    let row = picture.axes()[0].parameter;
    let show = |at: f64| value::show(row, Some(rounded(at)));
    let crossing = |Crossing { at, between: [low, high] }| {
        swept::Crossing { at: &show(at), low: &show(low), high: &show(high) }.say()
    };
    list::sentences(crossings.into_iter().map(crossing).collect())
}

/// With three digits: where a mean passes zero is not known better.
fn rounded(value: f64) -> f64 {
    format!("{value:.2e}").parse().unwrap_or(value)
}

/// A row of the table of a line: the value, mean, interval, spread.
pub fn rows(picture: &Picture) -> Vec<[String; 4]> {
    let write = |value: f64| {
        if picture.side == Side::Difference { picture.unit.signed(value) } else { picture.unit.fixed(value) }
    };
    let range = |low: f64, high: f64| numbers::Range { low: &write(low), high: &write(high) }.say();
    let points = picture.line().into_iter().zip(picture.labels(0));
    points
        .map(|(point, label)| match point {
            None => [minus(&label), "–".to_owned(), "–".to_owned(), "–".to_owned()],
            Some(point) => [
                minus(&label),
                write(point.mean),
                range(point.ci95[0], point.ci95[1]),
                range(point.spread[0], point.spread[4]),
            ],
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::rc::Rc;

    fn software() -> Scenario {
        library::scenario("software").expect("built in")
    }

    fn field(id: &str, ends: [&str; 2]) -> Field {
        Field { ends: ends.map(str::to_owned), ..Field::new(parameter(id).expect("a parameter")) }
    }

    #[test]
    fn a_field_takes_the_values_of_its_lever_as_they_are_written() {
        let share = Field::new(parameter("assist_share").expect("a parameter"));
        let axis = share.axis(5).expect("an axis");
        assert_eq!((axis.scope, axis.values), (Scope::Only(Arm::Treatment), vec![0.0, 0.25, 0.5, 0.75, 1.0]));
        assert_eq!(field("beta", ["0.1", "0.3"]).axis(3).expect("an axis").values, [0.1, 0.2, 0.3]);
        for (_, rows) in offered(&software()) {
            for (row, scope) in rows {
                assert!(Field::of(row, scope).axis(5).is_ok(), "{}", row.id);
            }
        }
    }

    #[test]
    fn what_is_refused_is_said_at_its_field() {
        let check = |fields: &[Field], expect: &[Option<&str>]| {
            let wrong = question(&software(), fields, 5, Measure::Throughput).expect_err("refused");
            let starts = |(wrong, expect): (&Option<String>, &Option<&str>)| match (wrong, expect) {
                (Some(wrong), Some(expect)) => wrong.contains(expect),
                (wrong, expect) => wrong.is_none() && expect.is_none(),
            };
            assert!(wrong.len() == expect.len() && wrong.iter().zip(expect).all(starts), "{wrong:?}");
        };
        check(&[field("assist_share", ["0", "150"])], &[Some("Enter a number from 0 to 100 %")]);
        check(&[field("assist_share", ["x", "100"])], &[Some("Enter a number from 0 to 100 %")]);
        check(&[field("assist_share", ["50", "50"])], &[Some("below the last")]);
        let log = Field { log: true, ..field("beta", ["0", "0.5"]) };
        check(&[log], &[Some("above 0")]);
        let beta = || field("beta", ["0.1", "0.3"]);
        check(&[beta(), beta()], &[None, Some("two different settings")]);
        check(&[field("assist_share", ["9", "1"]), beta()], &[Some("below the last"), None]);
    }

    #[test]
    fn what_it_takes_is_said_before() {
        let asked = |fields: &[Field], count: usize| {
            question(&software(), fields, count, Measure::Throughput).expect("an axis")
        };
        let line = asked(&[field("beta", ["0.1", "0.3"])], 9);
        assert_eq!(cost(&line, None), "9 values with 200 pairs each, 1800 pairs in all.");
        assert!(cost(&line, Some(0.001)).ends_with(" About 3 s here."), "{}", cost(&line, Some(0.001)));
        let map = asked(&[field("beta", ["0.1", "0.3"]), field("assist_share", ["0", "100"])], 21);
        assert!(
            cost(&map, Some(0.001)).starts_with("441 cells with 24 pairs each, 10,584 in all"),
            "{}",
            cost(&map, None)
        );
        assert!(
            question(&software(), &[field("beta", ["0.1", "0.3"]), field("m", ["0", "1"])], 99, Measure::Morale)
                .is_err(),
            "too many"
        );
    }

    #[test]
    fn a_picture_is_told_in_words() {
        use crate::inquiry::Findings;
        use experiment::study::plan::{Point, Replicates};
        use experiment::study::{Study, threads};
        let picture = |fields: &[Field], measure, side| {
            let question = Rc::new(question(&software(), fields, 3, measure).expect("an axis"));
            let points = (0..question.count()).map(|point| Point {
                replicates: Replicates::Count(24),
                ..question.point(point, 0).expect("it can be run")
            });
            let results = threads::all(&mut Study::new(0), points).into_iter().map(Some).collect();
            let log = vec![false; fields.len()];
            let swept = Findings { question, results, pairs: [72, 72], left: None, round: [1, 2], complete: true };
            Picture::new(Rc::new(swept), measure, side, log, None)
        };
        let share = field("assist_share", ["0", "100"]);
        let line = picture(std::slice::from_ref(&share), Measure::Throughput, Side::Difference);
        assert_eq!(
            said(&line),
            "The second team does better at 2 of 3 values and worse at 0; none is too close to call. In one the teams never differ."
        );
        assert!(point(&line, 1).starts_with("Time for assisting (second team) 50 %: +"), "{}", point(&line, 1));
        assert!(point(&line, 1).ends_with("; 24 pairs)"));
        assert_eq!(rows(&line).len(), 3);
        let first = picture(std::slice::from_ref(&share), Measure::Morale, Side::Of(Arm::Control));
        assert!(said(&first).is_empty() && !point(&first, 1).contains('+'), "{}", point(&first, 1));
        let map = picture(&[share, field("beta", ["0", "0.4"])], Measure::Throughput, Side::Difference);
        assert!(said(&map).starts_with("Of 9 cells the second team does better in "), "{}", said(&map));
        let values: Vec<f64> = map.cells().into_iter().flatten().map(|cell| cell.value).collect();
        let [low, high] = [values.iter().copied().reduce(f64::min), values.iter().copied().reduce(f64::max)]
            .map(|end| map.unit.signed(end.expect("a cell")));
        assert_eq!(reach(&map), Some(format!("The means go from {low} to {high} {}.", map.unit.name)));
        assert!(place(&map, 5).ends_with("50 %, How often work is blocked 0.4 per hour"), "{}", place(&map, 5));
    }

    #[test]
    fn what_cannot_be_run_is_no_value_at_which_anything_holds() {
        use crate::inquiry::Findings;
        use experiment::study::{Study, threads};
        let told = |values: &str| {
            let text = format!(
                r#"{{"experiment": 1, "scenario": "software", "question": "sweep", "pairs": 12,
                    "vary": [{{"parameter": "groups", "values": {values}}}]}}"#
            );
            let opened = library::experiment_file::parse(&text).expect("an experiment");
            let question = Rc::new(Question::of(opened.experiment).expect("small enough"));
            let points: Vec<usize> = question.order();
            let asked = points.iter().map(|&point| question.point(point, 0).expect("it can be run"));
            let mut known = threads::all(&mut Study::new(0), asked).into_iter();
            let results = (0..question.count()).map(|point| points.contains(&point).then(|| known.next()).flatten());
            let results = results.collect();
            let found = Findings { question, results, pairs: [12; 2], left: None, round: [1, 1], complete: true };
            let picture = Picture::new(Rc::new(found), Measure::Throughput, Side::Difference, vec![false], None);
            (said(&picture), point(&picture, 1))
        };
        assert_eq!(told("[20, 30]").0, "2 points cannot be run.");
        let (said, second) = told("[2, 20]");
        assert!(said.ends_with(" One point cannot be run."), "{said}");
        assert!(second.starts_with("Groups 20 groups cannot be run: "), "{second}");
    }
}

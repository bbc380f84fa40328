//! A chart in words and numbers: its summary, what it says at one place, and its table.

use super::data::{Body, ChartData, Course, Spread};
use crate::text::list;
use crate::text::numbers::fixed;
use library::results::week_number;
use words::{charts, numbers};

/// What a chart says at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Where.
    pub place: String,
    /// What is read there, and the value.
    pub lines: Vec<[String; 2]>,
}

/// A table: a head for each column, and rows that begin with their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Heads of the columns.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// Steps in which the spread of the pairs is gone through.
const STEPS: usize = 20;

impl ChartData {
    /// The chart in words.
    pub fn summary(&self) -> String {
        let happens = list::clauses(self.happenings());
        let happens = if happens.is_empty() { happens } else { charts::happenings(&happens) };
        list::sentences(vec![self.in_a_sentence(), happens])
    }

    /// What happens when, each with its weeks; the change itself not, of which all else speaks.
    pub fn happenings(&self) -> Vec<String> {
        let Body::Course(course) = &self.body else { return Vec::new() };
        let others = course.seen_marks().filter(|mark| mark.from > 0.0 || Some(*mark) != course.marks.first());
        others
            .map(|mark| match mark.to.map(|to| to - 1.0).filter(|last| *last > mark.from) {
                None => charts::HappensInWeek { week: &number(mark.from), what: &mark.label }.say(),
                Some(last) => {
                    charts::HappensInWeeks { from: &number(mark.from), last: &number(last), what: &mark.label }.say()
                }
            })
            .collect()
    }

    fn in_a_sentence(&self) -> String {
        let [without, with] = &self.names;
        let (title, unit, pairs) = (&self.title, &self.unit.name, self.origin.pairs as usize);
        match &self.body {
            Body::Course(course) => {
                let [first, second, difference] = course.means();
                let (first, second, difference) = (&self.fixed(first), &self.fixed(second), &self.signed(difference));
                if course.weeks.is_empty() {
                    return charts::CourseOfPerson { title, unit, first, without, second, with }.say();
                }
                if course.whole.is_some() {
                    charts::CourseOfProject { title, unit, first, without, second, with, difference, pairs }.say()
                } else {
                    charts::Course { title, unit, first, without, second, with, difference, pairs }.say()
                }
            }
            Body::Spread(spread) => {
                let [first, second] = &spread.arms.map(|arm| self.fixed(arm[2]));
                let [low, _, median, _, high] = &spread.quantiles().map(|value| self.signed(value));
                charts::Spread { title, unit, first, without, second, with, median, low, high, pairs }.say()
            }
        }
    }

    /// How many places there are to read at.
    pub fn places(&self) -> usize {
        match &self.body {
            Body::Course(course) => course.at.len(),
            Body::Spread(_) => STEPS + 1,
        }
    }

    /// The place nearest to a share of the axis [0, 1].
    pub fn place_at(&self, share: f64) -> usize {
        let last = self.places().saturating_sub(1);
        match &self.body {
            Body::Course(course) => {
                let week = course.ends[0] + share * (course.ends[1] - course.ends[0]);
                let distances = course.at.iter().map(|at| (at - week).abs()).enumerate();
                distances.min_by(|(_, a), (_, b)| a.total_cmp(b)).map_or(0, |(place, _)| place)
            }
            Body::Spread(spread) => {
                let [low, high] = spread.ends();
                let value = low + share * (high - low);
                let below = spread.differences.partition_point(|difference| *difference < value);
                let share = below as f64 / spread.differences.len().max(1) as f64;
                ((share * STEPS as f64).round() as usize).min(last)
            }
        }
    }

    /// Where a place is on the axis [0, 1].
    pub fn share_at(&self, place: usize) -> f64 {
        match &self.body {
            Body::Course(course) => {
                let [from, to] = course.ends;
                course.at.get(place).map_or(0.0, |at| (at - from) / (to - from))
            }
            Body::Spread(spread) => {
                let [low, high] = spread.ends();
                (spread.at_step(place) - low) / (high - low)
            }
        }
    }

    /// What the chart says at a place.
    pub fn read(&self, place: usize) -> Reading {
        match &self.body {
            Body::Course(course) => self.read_course(course, place),
            Body::Spread(spread) => {
                let value = spread.at_step(place);
                let percent = 100 * place / STEPS;
                Reading {
                    place: charts::share_of_pairs(&percent),
                    lines: vec![[
                        charts::differ_at_most().to_owned(),
                        numbers::WithUnit { number: &self.signed(value), unit: &self.unit.name }.say(),
                    ]],
                }
            }
        }
    }

    fn read_course(&self, course: &Course, place: usize) -> Reading {
        let [without, with] = &self.names;
        let value = |line: &[f64]| line.get(place).map_or("–".to_owned(), |&value| self.fixed(value));
        let mut lines = vec![[without.clone(), value(&course.arms[0])], [with.clone(), value(&course.arms[1])]];
        if let Some(baseline) = &course.baseline {
            lines.push([charts::pinned().to_owned(), value(baseline)]);
        }
        if let Some(week) = course.weeks.get(place) {
            let [low, _, median, _, high] = &week.quantiles.map(|value| self.signed(value));
            let text = charts::MedianAndRange { median, low, high }.say();
            lines.push([charts::difference_of_most().to_owned(), text]);
        } else {
            let difference = course.arms[1][place] - course.arms[0][place];
            lines.push([charts::difference().to_owned(), self.signed(difference)]);
        }
        if let Some(single) = &course.single {
            let both = list::and(single.iter().map(|line| value(line)).collect());
            lines.push([charts::pair(&self.origin.pair), both]);
        }
        Reading { place: week(course.at.get(place).copied().unwrap_or(0.0)), lines }
    }

    /// The numbers as a table.
    pub fn table(&self) -> Table {
        let [without, with] = &self.names;
        match &self.body {
            Body::Course(course) if course.weeks.is_empty() => Table {
                head: [charts::head_week(), without, with].map(str::to_owned).to_vec(),
                rows: (0..course.at.len())
                    .map(|place| {
                        let arm = |arm: usize| self.fixed(course.arms[arm][place]);
                        vec![week(course.at[place]), arm(0), arm(1)]
                    })
                    .collect(),
            },
            Body::Course(course) => Table {
                head: [
                    charts::head_week(),
                    without,
                    with,
                    charts::head_median_difference(),
                    charts::head_half(),
                    charts::head_most(),
                    charts::head_mean_difference(),
                ]
                .map(str::to_owned)
                .to_vec(),
                rows: (0..course.at.len()).map(|place| self.row(course, place)).collect(),
            },
            Body::Spread(spread) => {
                let row = |name: &str, value: &dyn Fn(f64) -> String, at: [f64; 5]| {
                    [vec![name.to_owned()], at.into_iter().map(value).collect()].concat()
                };
                Table {
                    head: vec![
                        String::new(),
                        charts::head_share(&"2.5"),
                        charts::head_share(&"25"),
                        charts::head_median().to_owned(),
                        charts::head_share(&"75"),
                        charts::head_share(&"97.5"),
                    ],
                    rows: vec![
                        row(without, &|value| self.fixed(value), spread.arms[0]),
                        row(with, &|value| self.fixed(value), spread.arms[1]),
                        row(charts::row_difference(), &|value| self.signed(value), spread.quantiles()),
                    ],
                }
            }
        }
    }

    fn row(&self, course: &Course, place: usize) -> Vec<String> {
        let contrast = &course.weeks[place];
        let range = |low: f64, high: f64| numbers::Range { low: &self.signed(low), high: &self.signed(high) }.say();
        let [low, quarter, median, three_quarters, high] = contrast.quantiles;
        let [mean, from, to] =
            &[contrast.difference, contrast.ci95[0], contrast.ci95[1]].map(|value| self.signed(value));
        vec![
            week(course.at[place]),
            self.fixed(contrast.control),
            self.fixed(contrast.treatment),
            self.signed(median),
            range(quarter, three_quarters),
            range(low, high),
            charts::MeanAndInterval { mean, low: from, high: to }.say(),
        ]
    }

    /// A value in the chart's unit.
    fn fixed(&self, value: f64) -> String {
        self.unit.fixed(value)
    }

    /// A difference in the chart's unit.
    fn signed(&self, value: f64) -> String {
        self.unit.signed(value)
    }
}

impl Course {
    /// Means of both arms and of their difference.
    fn means(&self) -> [f64; 3] {
        self.whole.unwrap_or_else(|| {
            let differences: Vec<f64> = self.weeks.iter().map(|week| week.difference).collect();
            [&self.arms[0], &self.arms[1], &differences].map(|line| self.after(line))
        })
    }

    /// Mean over what lies after the change.
    fn after(&self, line: &[f64]) -> f64 {
        let after = self.at.iter().zip(line).filter(|(at, value)| **at > 0.0 && !value.is_nan());
        let (sum, count) = after.fold((0.0, 0.0), |(sum, count), (_, value)| (sum + value, count + 1.0));
        sum / count
    }
}

impl Spread {
    /// Ends of the axis: all pairs, and no difference.
    pub fn ends(&self) -> [f64; 2] {
        let low = self.differences.first().copied().unwrap_or(0.0).min(0.0);
        let high = self.differences.last().copied().unwrap_or(0.0).max(0.0);
        let room = (0.05 * (high - low)).max(1e-9);
        [low - room, high + room]
    }

    /// The difference that a share of the pairs does not exceed.
    fn at_step(&self, step: usize) -> f64 {
        model::metrics::quantile(&self.differences, step as f64 / STEPS as f64)
    }
}

/// The week that holds a moment.
fn week(at: f64) -> String {
    charts::week(&number(at))
}

fn number(at: f64) -> String {
    fixed(week_number(at), 0)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;
    use std::sync::Arc;

    use super::*;
    use crate::charts::data::PersonState;
    use crate::charts::tests::summary;
    use crate::ensemble_summary::EnsembleSummary;
    use experiment::ensemble::{Ensemble, run};
    use experiment::goal::Goal;
    use experiment::recording::Recording;
    use experiment::story::Story;
    use model::outcome::Measure;
    use model::shock::{Change, Shock};

    fn check(measure: Measure, test: impl FnOnce(&ChartData)) {
        let summary = summary("software", 12);
        test(&ChartData::of(measure, &summary, summary.pair(0).map(Arc::as_ref), 0, None));
    }

    #[test]
    fn a_course_is_read_at_a_week() {
        check(Measure::Morale, |data| {
            let reading = data.read(data.place_at(0.0));
            assert_eq!(reading.place, "Week −4");
            assert_eq!(reading.lines[2], ["Difference, 95 % of pairs", "0.0 (0.0 to 0.0)"]);
            let reading = data.read(data.place_at(1.0));
            assert_eq!(reading.place, "Week 26");
            assert_eq!(reading.lines.len(), 4);
            for place in 0..data.places() {
                assert_eq!(data.place_at(data.share_at(place)), place);
            }
        });
    }

    #[test]
    fn a_person_is_read_by_week_too_and_a_gap_is_a_dash() {
        let scenario = library::scenario("turnover").expect("built in");
        let story = Story::new(Recording::new(&scenario, 0).finish(), &scenario);
        let mut gaps = 0;
        for seat in 0..story.seats() {
            let data = ChartData::of_person(PersonState::Morale, &story, seat, &scenario, 0);
            let Table { head, rows } = data.table();
            assert_eq!(head[0], "Week");
            assert_eq!([&rows[0][0], &data.read(0).place], ["Week −4"; 2]);
            let read = (0..data.places()).flat_map(|place| data.read(place).lines.into_iter().flatten());
            let cells: Vec<String> = rows.into_iter().flatten().chain(read).collect();
            assert!(cells.iter().all(|cell| !cell.contains("NaN")), "{cells:?}");
            gaps += cells.iter().filter(|cell| *cell == "–").count();
        }
        assert!(gaps > 0, "someone leaves");
    }

    #[test]
    fn a_spread_is_read_by_share_of_pairs() {
        check(Measure::Participation, |data| {
            assert_eq!(data.places(), 21);
            assert_eq!(data.read(20).place, "100 % of the pairs");
            assert_eq!(data.place_at(1.0), 20);
            assert!((0..20).all(|place| data.share_at(place) <= data.share_at(place + 1)));
        });
    }

    #[test]
    fn all_that_happens_is_in_words_however_many() {
        let of = |name: &str| ChartData::of(Measure::Morale, &summary(name, 2), None, 0, None);
        assert_eq!(of("software").happenings(), [""; 0]);
        assert_eq!(of("emergency").happenings(), ["Weeks 5 to 10: surge"]);
        assert!(of("emergency").summary().ends_with(" Weeks 5 to 10: surge."), "{}", of("emergency").summary());
        let mut draft = library::scenario("emergency").expect("built in").draft();
        draft.shocks = (0..26)
            .map(|week| Shock { week, weeks: None, change: Change::Redo(0.1), label: format!("mishap {week}") })
            .collect();
        let scenario = Rc::new(draft.finish().expect("valid"));
        let mut ensemble = Ensemble::default();
        ensemble.put(0, run(&scenario, 0..2));
        let found = EnsembleSummary::of(&scenario, &ensemble, Goal::Pairs(2));
        let data = ChartData::of(Measure::Morale, &found, None, 0, None);
        assert_eq!(data.happenings().len(), 26);
        assert!((0..26).all(|week| data.summary().contains(&format!("Week {}: mishap {week}", week + 1))));
    }

    #[test]
    fn summaries_and_tables_hold_numbers() {
        let check = |summary: &EnsembleSummary, measure: Measure| {
            let data = ChartData::of(measure, summary, summary.pair(0).map(Arc::as_ref), 0, None);
            let summary = data.summary();
            assert!(!summary.contains("NaN") && summary.ends_with('.'), "{summary}");
            let Table { head, rows } = data.table();
            assert!(rows.iter().all(|row| row.len() == head.len()), "{measure:?}");
            assert!(rows.iter().flatten().all(|cell| !cell.contains("NaN")), "{measure:?}");
        };
        let [backlog, project] = ["software", "marketing"].map(|name| summary(name, 12));
        for &measure in Measure::ALL {
            check(&backlog, measure);
            check(&project, measure);
        }
    }

    #[test]
    fn a_project_is_summed_up_by_its_outcome_and_read_until_its_end() {
        let summary = summary("marketing", 12);
        for measure in [Measure::Throughput, Measure::BlockedShare, Measure::Morale] {
            let data = ChartData::of(measure, &summary, summary.pair(0).map(Arc::as_ref), 0, None);
            let contrast = summary.contrast(measure);
            let means = [data.fixed(contrast.control.mean), data.fixed(contrast.treatment.mean)];
            let (summary, difference) = (data.summary(), data.signed(contrast.difference.mean));
            assert!(summary.contains("until the project’s end on average"), "{summary}");
            assert!(means.iter().chain([&difference]).all(|number| summary.contains(number.as_str())), "{summary}");
            let last = data.read(data.places() - 1);
            assert_eq!([&last.place, &last.lines[0][1], &last.lines[1][1]], ["Week 26", "–", "–"]);
        }
    }
}

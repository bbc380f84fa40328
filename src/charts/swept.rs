//! Where it pays, as numbers for a picture: along one parameter a line with the spread of teams, over two a map.

use std::rc::Rc;

use super::catalogue::{Unit, difference_unit, wording};
use crate::inquiry::Findings;
use crate::text::value;
use experiment::effort::coarser;
use experiment::ensemble::Contrast;
use experiment::sweep::{self, Axis, Crossing, Sign, crossings};
use model::metrics::{ascending, quantile};
use model::outcome::Measure;
use model::scenario::Arm;

/// What is shown of an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Second team less first.
    Difference,
    /// One team's own value.
    Of(Arm),
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What it is of.
    pub swept: Rc<Findings>,
    /// The outcome.
    pub measure: Measure,
    /// What of it.
    pub side: Side,
    /// How its numbers are written.
    pub unit: Unit,
    /// Whether steps along each axis are by equal factors.
    pub log: Vec<bool>,
    /// The point that is chosen.
    pub chosen: Option<usize>,
}

/// What is known of a point of a line, in the outcome's own unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinePoint {
    /// Mean over the pairs.
    pub mean: f64,
    /// 95 % interval of that.
    pub ci95: [f64; 2],
    /// 2.5, 25, 50, 75, 97.5 % of single teams or pairs.
    pub spread: [f64; 5],
}

/// What a cell of a map shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// The value; of the nearest coarser point where nothing is known yet.
    pub value: f64,
    /// Whether that is its own.
    pub own: bool,
    /// Whether its sign is settled, or it is one team's value.
    pub settled: bool,
}

impl Picture {
    /// A picture of the difference in an outcome.
    pub fn new(swept: Rc<Findings>, measure: Measure, side: Side, log: Vec<bool>, chosen: Option<usize>) -> Self {
        let unit = match side {
            Side::Difference => difference_unit(measure, swept.question.scenario()),
            Side::Of(_) => wording(measure, swept.question.scenario()).1,
        };
        Self { swept, measure, side, unit, log, chosen }
    }

    /// The axes.
    pub fn axes(&self) -> &[Axis] {
        self.swept.question.axes()
    }

    /// Where each value of an axis stands [0, 1].
    pub fn shares(&self, axis: usize) -> Vec<f64> {
        let values = &self.axes()[axis].values;
        let scaled = |value: f64| if self.log[axis] { model::math::ln(value) } else { value };
        let [low, high] = [values.first(), values.last()].map(|end| scaled(end.copied().unwrap_or(0.0)));
        values.iter().map(|value| (scaled(*value) - low) / (high - low)).collect()
    }

    /// Where a value between those of the axis stands [0, 1].
    pub fn share_of(&self, axis: usize, value: f64) -> f64 {
        let values = &self.axes()[axis].values;
        let shares = self.shares(axis);
        let next = values.partition_point(|other| *other < value).clamp(1, values.len() - 1);
        let part = (value - values[next - 1]) / (values[next] - values[next - 1]);
        shares[next - 1] + part * (shares[next] - shares[next - 1])
    }

    /// The values of an axis as they are written.
    pub fn labels(&self, axis: usize) -> Vec<String> {
        let Axis { parameter, values, .. } = &self.axes()[axis];
        values.iter().map(|value| value::typed(parameter, *value)).collect()
    }

    /// What pairs say at a point.
    fn contrast(&self, point: usize) -> Option<Contrast> {
        self.swept.contrast(self.measure, point)
    }

    /// The points of a line, as far as they are known.
    pub fn line(&self) -> Vec<Option<LinePoint>> {
        (0..self.swept.results.len()).map(|point| self.line_point(point)).collect()
    }

    fn line_point(&self, point: usize) -> Option<LinePoint> {
        let results = self.swept.results[point].as_ref()?;
        let contrast = results.contrast(self.measure);
        let estimate = match self.side {
            Side::Difference => contrast.difference,
            Side::Of(Arm::Control) => contrast.control,
            Side::Of(Arm::Treatment) => contrast.treatment,
        };
        let of = |[control, treatment]: [f64; 2]| match self.side {
            Side::Difference => treatment - control,
            Side::Of(arm) => [control, treatment][arm as usize],
        };
        let values = ascending(results.pairs()?.values(self.measure).into_iter().map(of).collect());
        let spread = [0.025, 0.25, 0.5, 0.75, 0.975].map(|share| quantile(&values, share));
        // What no pair has cannot be drawn.
        estimate.mean.is_finite().then_some(())?;
        Some(LinePoint { mean: estimate.mean, ci95: estimate.ci95(), spread })
    }

    /// Where the mean difference passes zero, as far as the line is known.
    pub fn crossings(&self) -> Vec<Crossing> {
        let contrasts: Option<Vec<Contrast>> =
            (0..self.swept.results.len()).map(|point| self.contrast(point)).collect();
        match (self.side, contrasts) {
            (Side::Difference, Some(contrasts)) => {
                let all = crossings(&self.axes()[0].values, &contrasts);
                all.into_iter().filter(|crossing| self.is_clear(crossing.at, &contrasts)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether the nearest signs that can be called on both sides of a value differ: noise around zero passes it many times.
    fn is_clear(&self, at: f64, contrasts: &[Contrast]) -> bool {
        let called = |(value, contrast): (&f64, &Contrast)| {
            let sign = Sign::of(self.measure, contrast);
            matches!(sign, Sign::Pays | Sign::Harms).then_some((*value, sign))
        };
        let signs: Vec<(f64, Sign)> = self.axes()[0].values.iter().zip(contrasts).filter_map(called).collect();
        let before = signs.iter().rev().find(|(value, _)| *value <= at);
        let after = signs.iter().find(|(value, _)| *value >= at);
        before.zip(after).is_some_and(|(before, after)| before.1 != after.1)
    }

    /// The cells of a map; nothing where even no coarser point is known.
    pub fn cells(&self) -> Vec<Option<Cell>> {
        let counts = self.swept.question.counts();
        let value = |point: usize| {
            let contrast = self.contrast(point)?;
            let value = match self.side {
                Side::Difference => contrast.difference.mean,
                Side::Of(Arm::Control) => contrast.control.mean,
                Side::Of(Arm::Treatment) => contrast.treatment.mean,
            };
            value.is_finite().then_some(value)
        };
        let cell = |point: usize| {
            if self.swept.question.fault(point).is_some() {
                return None;
            }
            let mut at = point;
            while value(at).is_none() && coarser(&counts, at) != at {
                at = coarser(&counts, at);
            }
            let settled = self.side != Side::Difference || self.sign(at).is_some_and(|sign| sign != Sign::Open);
            Some(Cell { value: value(at)?, own: at == point, settled })
        };
        (0..self.swept.results.len()).map(cell).collect()
    }

    /// Which way a point goes, if that can be called.
    pub fn sign(&self, point: usize) -> Option<Sign> {
        let contrast = self.contrast(point)?;
        let settled = self.swept.is_settled(self.measure, point);
        Some(if settled { Sign::of(self.measure, &contrast) } else { Sign::Open })
    }

    /// The values of the axes at a point.
    pub fn values(&self, point: usize) -> Vec<f64> {
        sweep::values(self.axes(), point)
    }

    /// The point nearest to a place in the picture, by shares of its width and height from the lower left corner.
    pub fn point_at(&self, [across, up]: [f64; 2]) -> usize {
        let nearest = |axis: usize, share: f64| {
            let count = self.axes()[axis].values.len();
            if self.swept.question.is_map() {
                return ((share * count as f64) as usize).min(count - 1);
            }
            let distances = self.shares(axis).into_iter().map(|at| (at - share).abs()).enumerate();
            distances.min_by(|(_, a), (_, b)| a.total_cmp(b)).map_or(0, |(place, _)| place)
        };
        match self.axes() {
            [_] => nearest(0, across),
            [_, y] => nearest(0, across) * y.values.len() + nearest(1, up),
            _ => 0,
        }
    }

    /// The point beside another, so many steps along each axis; the same at the edge.
    pub fn beside(&self, point: usize, steps: [i32; 2]) -> usize {
        let counts = self.swept.question.counts();
        let step =
            |place: usize, count: usize, by: i32| (place as i64 + i64::from(by)).clamp(0, count as i64 - 1) as usize;
        match counts[..] {
            [count] => step(point, count, steps[0]),
            [x, y] => step(point / y, x, steps[0]) * y + step(point % y, y, steps[1]),
            _ => point,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inquiry::Question;
    use experiment::study::plan::{Point, Replicates};
    use experiment::study::{Study, threads};
    use experiment::sweep::Spacing;
    use model::parameters::parameter;
    use model::scenario::Scope;

    /// All that is known with so many pairs at each point, but for those left out.
    fn picture(axes: &[(&str, Scope, [f64; 2], usize, Spacing)], pairs: u32, without: &[usize]) -> Picture {
        let scenario = library::scenario("software").expect("built in");
        let log = axes.iter().map(|(.., spacing)| *spacing == Spacing::Log).collect();
        let axes = axes.iter().map(|&(id, scope, ends, count, spacing)| {
            Axis::new(parameter(id).expect("a parameter"), scope, ends, count, spacing).expect("an axis")
        });
        let question = Rc::new(Question::sweep(&scenario, axes.collect(), Measure::Throughput).expect("valid"));
        let points = (0..question.count()).map(|point| Point {
            replicates: Replicates::Count(pairs),
            ..question.point(point, 0).expect("it can be run")
        });
        let mut results: Vec<_> = threads::all(&mut Study::new(0), points).into_iter().map(Some).collect();
        for point in without {
            results[*point] = None;
        }
        let swept =
            Findings { question, results, pairs: [0; 2], left: None, round: [1, 1], complete: without.is_empty() };
        Picture::new(Rc::new(swept), Measure::Throughput, Side::Difference, log, None)
    }

    const SHARE: (&str, Scope, [f64; 2], usize, Spacing) =
        ("assist_share", Scope::Only(Arm::Treatment), [0.0, 1.0], 3, Spacing::Linear);

    #[test]
    fn a_line_has_spread_around_its_mean_and_its_values_as_they_are_written() {
        let picture = picture(&[SHARE], 24, &[]);
        for point in picture.line().into_iter().map(|point| point.expect("known")) {
            assert!(point.ci95[0] <= point.mean && point.mean <= point.ci95[1]);
            assert!(point.spread.is_sorted() && point.spread[0] <= point.ci95[0]);
        }
        assert_eq!(
            (picture.labels(0), picture.shares(0)),
            (vec!["0".into(), "50".into(), "100".into()], vec![0.0, 0.5, 1.0])
        );
        assert_eq!([0.0, 0.2, 0.3, 1.0].map(|share| picture.point_at([share, 0.5])), [0, 0, 1, 2]);
        assert_eq!([-1, 0, 1].map(|step| picture.beside(1, [step, 1])), [0, 1, 2]);
        assert_eq!(picture.beside(2, [1, 0]), 2);
    }

    #[test]
    fn steps_by_factors_stand_at_equal_distances() {
        let picture = picture(&[("beta", Scope::Both, [0.01, 1.0], 3, Spacing::Log)], 4, &[]);
        let shares = picture.shares(0);
        assert!((shares[1] - 0.5).abs() < 1e-9, "{shares:?}");
        assert!((picture.share_of(0, 0.055) - 0.25).abs() < 1e-9);
    }

    #[test]
    fn a_cell_of_which_nothing_is_known_shows_its_coarser_neighbour() {
        let beta = ("beta", Scope::Both, [0.1, 0.3], 3, Spacing::Linear);
        let picture = picture(&[SHARE, beta], 24, &[4, 8]);
        let cells = picture.cells();
        let cell = |point: usize| cells[point].expect("known");
        assert!(cell(0).own && !cell(4).own && cell(4).value == cell(0).value && cell(8).value == cell(0).value);
        assert_eq!((picture.point_at([0.99, 0.01]), picture.values(6)), (6, vec![1.0, 0.1]));
        assert_eq!(picture.beside(4, [0, 1]), 5);
        assert_eq!(picture.sign(4), None);
    }
}

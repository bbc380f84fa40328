//! Where it pays: one parameter or two through their values, all else as in a scenario.
//!
//! Every point has the same luck, so what differs between two of them is the parameter, and curves are smooth sooner than their intervals
//! say. Points are scenarios of a study, so what is known of one is not run again.

use crate::contrast::Contrast;
use model::fault::Fault;
use model::outcome::{Better, Measure};
use model::parameters::{Kind, Parameter};
use model::scenario::{Scenario, Scope};

/// Most values of an axis.
pub const MOST_VALUES: usize = 201;
/// Most points of a sweep.
pub const MOST_POINTS: usize = 2601;

/// How the values of an axis are spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spacing {
    /// By equal steps.
    Linear,
    /// By equal factors.
    Log,
}

/// A parameter and the values it goes through.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The parameter.
    pub parameter: &'static Parameter,
    /// In whose hands: both teams', or one team's decision.
    pub scope: Scope,
    /// Its values, in ascending order, each once.
    pub values: Vec<f64>,
}

impl Axis {
    /// So many values from the lowest to the highest; of whole numbers those that lie nearest, so there may be fewer.
    ///
    /// # Errors
    /// What is wrong with the ends, the number of values, or the spacing, in a sentence that says what must be.
    pub fn new(
        parameter: &'static Parameter,
        scope: Scope,
        [low, high]: [f64; 2],
        count: usize,
        spacing: Spacing,
    ) -> Result<Self, String> {
        let whole = !matches!(parameter.kind, Kind::Number | Kind::Optional);
        if ![low, high].iter().all(|&end| parameter.accepts(Some(end))) {
            return Err(in_range(parameter));
        }
        if low >= high {
            return Err(format!("a lowest value below the highest, not {low} to {high}"));
        }
        if !(2..=MOST_VALUES).contains(&count) {
            return Err(format!("2 to {MOST_VALUES} values"));
        }
        if spacing == Spacing::Log && low <= 0.0 {
            return Err("a lowest value above 0 on a logarithmic axis".to_owned());
        }
        let value = |place: usize| match place {
            0 => low,
            last if last == count - 1 => high,
            _ => {
                let share = place as f64 / (count - 1) as f64;
                match spacing {
                    Spacing::Linear => low + share * (high - low),
                    Spacing::Log => low * libm::exp(share * libm::log(high / low)),
                }
            }
        };
        let mut values: Vec<f64> =
            (0..count).map(value).map(|value| if whole { value.round() } else { short(value) }).collect();
        values.dedup();
        Ok(Self { parameter, scope, values })
    }

    /// These values.
    ///
    /// # Errors
    /// What is wrong with them, in a sentence that says what must be.
    pub fn of(parameter: &'static Parameter, scope: Scope, values: Vec<f64>) -> Result<Self, String> {
        if !values.iter().all(|&value| parameter.accepts(Some(value))) {
            return Err(in_range(parameter));
        }
        if !(2..=MOST_VALUES).contains(&values.len()) {
            return Err(format!("2 to {MOST_VALUES} values"));
        }
        if !values.is_sorted_by(|a, b| a < b) {
            return Err("values in ascending order, each once".to_owned());
        }
        Ok(Self { parameter, scope, values })
    }
}

/// What values of a parameter must be.
fn in_range(parameter: &Parameter) -> String {
    let whole = !matches!(parameter.kind, Kind::Number | Kind::Optional);
    format!("{} from {} to {}", if whole { "whole numbers" } else { "numbers" }, parameter.min, parameter.max)
}

/// A value without digits that only rounding put there: who types it gets the same point.
fn short(value: f64) -> f64 {
    format!("{value:.11e}").parse().unwrap_or(value)
}

/// The scenarios of all points: the first axis goes slowest.
///
/// # Errors
/// Too many points, or all that is wrong with the first that cannot be.
pub fn scenarios(scenario: &Scenario, axes: &[Axis]) -> Result<Vec<Scenario>, Vec<Fault>> {
    let count = count(axes);
    if count > MOST_POINTS {
        let allowed = format!("at most {MOST_POINTS} points in all, not {count}");
        return Err(vec![Fault::new("--vary", "", &allowed)]);
    }
    design(scenario, axes).into_iter().collect()
}

/// How many points there are.
pub fn count(axes: &[Axis]) -> usize {
    axes.iter().map(|axis| axis.values.len()).product()
}

/// The scenarios of all points, the first axis going slowest, or all that is wrong with those that cannot be.
pub fn design(scenario: &Scenario, axes: &[Axis]) -> Vec<Result<Scenario, Vec<Fault>>> {
    (0..count(axes)).map(|point| at(scenario, axes, point)).collect()
}

/// The values of a point, by axis.
pub fn values(axes: &[Axis], point: usize) -> Vec<f64> {
    let mut rest = point;
    let mut values: Vec<f64> = axes
        .iter()
        .rev()
        .map(|axis| {
            let value = axis.values[rest % axis.values.len()];
            rest /= axis.values.len();
            value
        })
        .collect();
    values.reverse();
    values
}

/// The points at the ends of the axes. What gets too large along axes of numbers is so at one of them.
pub fn corners(axes: &[Axis]) -> Vec<usize> {
    axes.iter().fold(vec![0], |points, axis| {
        let count = axis.values.len();
        points.into_iter().flat_map(|point| [point * count, point * count + count - 1]).collect()
    })
}

/// The scenario of a point.
///
/// # Errors
/// All that is wrong with it if it cannot be.
pub fn at(scenario: &Scenario, axes: &[Axis], point: usize) -> Result<Scenario, Vec<Fault>> {
    let mut draft = scenario.draft();
    for (axis, value) in axes.iter().zip(values(axes, point)) {
        draft.set(axis.scope, axis.parameter.id, Some(value));
        // What is varied is not drawn besides; what is never drawn need not be known.
        if draft.plausible.on {
            let _ = draft.plausible.know(axis.parameter.id);
        }
    }
    draft.finish()
}

/// What can be said of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The second team does better, or where neither is better its value is higher.
    Pays,
    /// It does worse, or its value is lower.
    Harms,
    /// Both teams always come to the same.
    Same,
    /// The interval of the mean holds zero.
    Open,
}

impl Sign {
    /// Of what pairs say of a measure.
    pub fn of(measure: Measure, contrast: &Contrast) -> Self {
        let [low, high] = contrast.difference.ci95();
        let lower_is_better = measure.info().better == Better::Lower;
        match (low > 0.0, high < 0.0) {
            _ if !contrast.differs() && contrast.difference.n > 0 => Self::Same,
            (true, _) if lower_is_better => Self::Harms,
            (_, true) if lower_is_better => Self::Pays,
            (true, _) => Self::Pays,
            (_, true) => Self::Harms,
            _ => Self::Open,
        }
    }
}

/// Where the mean difference passes zero between two values of an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crossing {
    /// The value at which a straight line between the means is zero.
    pub at: f64,
    /// From the value at which one bound of the interval is zero to that at which the other is; where a bound never is, the axis ends there.
    pub between: [f64; 2],
}

/// All of them, in the order of the axis.
pub fn crossings(values: &[f64], contrasts: &[Contrast]) -> Vec<Crossing> {
    let means: Vec<f64> = contrasts.iter().map(|contrast| contrast.difference.mean).collect();
    let bounds = [0, 1].map(|end| contrasts.iter().map(|contrast| contrast.difference.ci95()[end]).collect::<Vec<_>>());
    zeros(values, &means)
        .into_iter()
        .map(|at| {
            // The bounds' zeros nearest to it on either side.
            let all: Vec<f64> = bounds.iter().flat_map(|bound| zeros(values, bound)).collect();
            let below = all.iter().copied().filter(|zero| *zero <= at).fold(f64::NEG_INFINITY, f64::max);
            let above = all.iter().copied().filter(|zero| *zero >= at).fold(f64::INFINITY, f64::min);
            let ends = [values.first(), values.last()].map(|end| end.copied().unwrap_or(at));
            Crossing { at, between: [below.max(ends[0]), above.min(ends[1])] }
        })
        .collect()
}

/// Where straight lines between points pass zero from one side to the other. Points at zero, and those of which nothing is known, are passed
/// over: where two teams always come to the same there is nothing to pass.
fn zeros(values: &[f64], heights: &[f64]) -> Vec<f64> {
    let known: Vec<(f64, f64)> = values
        .iter()
        .copied()
        .zip(heights.iter().copied())
        .filter(|(_, height)| height.is_finite() && *height != 0.0)
        .collect();
    let passes = known.windows(2).filter(|pair| (pair[0].1 < 0.0) != (pair[1].1 < 0.0));
    passes.map(|pair| pair[0].0 + (pair[1].0 - pair[0].0) * pair[0].1 / (pair[0].1 - pair[1].1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::parameters::parameter;
    use model::scenario::{Arm, Draft};

    fn axis(id: &str, ends: [f64; 2], count: usize, spacing: Spacing) -> Result<Axis, String> {
        Axis::new(parameter(id).expect("a parameter"), Scope::Both, ends, count, spacing)
    }

    fn values_of(id: &str, ends: [f64; 2], count: usize, spacing: Spacing) -> Vec<f64> {
        axis(id, ends, count, spacing).expect("an axis").values
    }

    #[test]
    fn values_go_from_end_to_end_by_steps_or_by_factors() {
        assert_eq!(values_of("beta", [0.0, 1.0], 5, Spacing::Linear), [0.0, 0.25, 0.5, 0.75, 1.0]);
        assert_eq!(values_of("beta", [0.0, 0.3], 4, Spacing::Linear), [0.0, 0.1, 0.2, 0.3]);
        assert_eq!(values_of("beta", [0.01, 1.0], 3, Spacing::Log), [0.01, 0.1, 1.0]);
        assert_eq!(values_of("members", [2.0, 5.0], 11, Spacing::Linear), [2.0, 3.0, 4.0, 5.0]);
    }

    #[test]
    fn what_is_no_axis_is_refused_with_what_must_be() {
        let check = |id: &str, ends, count, spacing, expect: &str| {
            let found = axis(id, ends, count, spacing).expect_err("no axis");
            assert!(found.contains(expect), "{id}: {found}");
        };
        check("beta", [-1.0, 1.0], 5, Spacing::Linear, "numbers from 0 to 10");
        check("beta", [0.5, 0.5], 5, Spacing::Linear, "below the highest");
        check("beta", [f64::NAN, 1.0], 5, Spacing::Linear, "numbers from 0 to 10");
        check("beta", [0.0, 1.0], 1, Spacing::Linear, "2 to 201 values");
        check("beta", [0.0, 1.0], 202, Spacing::Linear, "2 to 201 values");
        check("beta", [0.0, 1.0], 5, Spacing::Log, "above 0");
        check("members", [2.5, 8.0], 5, Spacing::Linear, "whole numbers from 1 to 300");
    }

    #[test]
    fn corners_have_the_first_and_the_last_value_of_each_axis() {
        let of = |id: &str, values: &[f64]| {
            Axis::of(parameter(id).expect("a parameter"), Scope::Both, values.to_vec()).expect("an axis")
        };
        let axes = [of("beta", &[0.1, 0.2, 0.4]), of("members", &[4.0, 8.0])];
        let found: Vec<Vec<f64>> = corners(&axes).into_iter().map(|point| values(&axes, point)).collect();
        assert_eq!(found, [[0.1, 4.0], [0.1, 8.0], [0.4, 4.0], [0.4, 8.0]]);
        assert_eq!(corners(&[]), [0]);
    }

    #[test]
    fn values_may_be_given_one_by_one() {
        let of = |id: &str, values: &[f64]| Axis::of(parameter(id).expect("a parameter"), Scope::Both, values.to_vec());
        assert_eq!(of("beta", &[0.1, 0.2, 0.4]).expect("an axis").values, [0.1, 0.2, 0.4]);
        let check = |id: &str, values: &[f64], expect: &str| {
            let found = of(id, values).expect_err("no axis");
            assert!(found.contains(expect), "{id}: {found}");
        };
        check("beta", &[0.1, 20.0], "numbers from 0 to 10");
        check("members", &[2.0, 2.5], "whole numbers from 1 to 300");
        check("beta", &[0.1], "2 to 201 values");
        check("beta", &[0.2, 0.1], "in ascending order, each once");
        check("beta", &[0.1, 0.1], "in ascending order, each once");
    }

    #[test]
    fn points_are_the_scenario_with_their_values_and_no_more() {
        let scenario = Draft::default().finish().expect("valid");
        let share = parameter("assist_share").expect("a parameter");
        let axes = [
            axis("beta", [0.1, 0.3], 3, Spacing::Linear).expect("an axis"),
            Axis::new(share, Scope::Only(Arm::Treatment), [0.0, 1.0], 2, Spacing::Linear).expect("an axis"),
        ];
        let all = scenarios(&scenario, &axes).expect("valid");
        assert_eq!(all.len(), 6);
        for (point, one) in all.iter().enumerate() {
            let [beta, share] = values(&axes, point)[..] else { panic!("two values") };
            assert_eq!((one.world().beta, one.policy(Arm::Treatment).assist_share), (beta, share), "{point}");
            assert_eq!(one.policy(Arm::Control), scenario.policy(Arm::Control));
        }
        let many = axis("beta", [0.0, 1.0], 60, Spacing::Linear).expect("an axis");
        let faults = scenarios(&scenario, &[many.clone(), many]).expect_err("too many");
        assert_eq!(faults.len(), 1);
    }

    #[test]
    fn a_crossing_lies_where_the_mean_is_zero_and_its_interval_where_the_bounds_are() {
        let contrast =
            |mean: f64| Contrast::of([-0.1, 0.1, 0.1, -0.1].map(|noise| [1.0, 1.0 + mean + noise]).into_iter());
        let values: Vec<f64> = (0..=10).map(f64::from).collect();
        // Falls by 0.1 a step and passes zero at 6.
        let contrasts: Vec<Contrast> = values.iter().map(|value| contrast(0.6 - 0.1 * value)).collect();
        let [found] = crossings(&values, &contrasts)[..] else { panic!("one") };
        let half = 0.5 * (contrasts[0].difference.ci95()[1] - contrasts[0].difference.ci95()[0]);
        let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
        near(found.at, 6.0);
        near(found.between[0], 6.0 - half / 0.1);
        near(found.between[1], 6.0 + half / 0.1);
        assert!(crossings(&values, &contrasts[..6]).is_empty());
        for (heights, expected) in [
            (vec![0.0, -1.0, -2.0], vec![]),
            (vec![0.0, 1.0, 2.0], vec![]),
            (vec![-1.0, 0.0, -1.0], vec![]),
            (vec![-1.0, 0.0, 1.0], vec![1.0]),
            (vec![f64::NAN, -1.0, 1.0], vec![1.5]),
            (vec![-1.0, f64::NAN, 1.0], vec![1.0]),
        ] {
            assert_eq!(zeros(&values[..3], &heights), expected, "{heights:?}");
        }
        assert_eq!(Sign::of(Measure::Throughput, &contrasts[0]), Sign::Pays);
        assert_eq!(Sign::of(Measure::LeadMedian, &contrasts[0]), Sign::Harms);
        assert_eq!(Sign::of(Measure::Throughput, &contrasts[6]), Sign::Open);
        let same = Contrast::of([[1.0, 1.0]; 4].into_iter());
        assert_eq!(Sign::of(Measure::Throughput, &same), Sign::Same);
    }
}

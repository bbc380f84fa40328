//! Rows under one another on one axis: bars with their intervals, or a dot for each fiftieth of many values.

use super::scale::Scale;
use model::metrics::{ascending, quantile};
use model::outcome::{Better, Measure};

/// Dots of a row: so few that they can be counted.
pub const DOTS: usize = 50;

/// A picture of rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// From above.
    pub rows: Vec<Row>,
    /// What the numbers on the axis are.
    pub unit: String,
    /// Whether they have a sign.
    pub signed: bool,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is of.
    pub label: String,
    /// What is in it.
    pub marks: Marks,
}

/// What is in a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Marks {
    /// Bars from zero, under one another.
    Bars(Vec<Bar>),
    /// A dot for each value, and which team it is good for.
    Dots(Vec<(f64, Tone)>),
}

/// A bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Where it ends.
    pub value: f64,
    /// Interval of that.
    pub ci95: [f64; 2],
    /// Which colour it has.
    pub tone: Tone,
    /// What luck alone would give, if that is known.
    pub luck: Option<f64>,
}

/// A colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// That of the first team.
    First,
    /// That of the second team.
    Second,
    /// Neither's.
    Neutral,
}

impl Tone {
    /// Whom a difference is good for; where neither is better, which team is higher.
    pub fn of(measure: Measure, difference: f64) -> Self {
        let up = if measure.info().better == Better::Lower { difference < 0.0 } else { difference > 0.0 };
        match (difference == 0.0 || difference.is_nan(), up) {
            (true, _) => Tone::Neutral,
            (_, true) => Tone::Second,
            (_, false) => Tone::First,
        }
    }
}

impl Rows {
    /// The axis: it holds zero and all there is.
    pub fn scale(&self) -> Scale {
        let values = self.rows.iter().flat_map(|row| match &row.marks {
            Marks::Bars(bars) => {
                bars.iter().flat_map(|bar| [bar.value, bar.ci95[0], bar.ci95[1], bar.luck.unwrap_or(0.0)]).collect()
            }
            Marks::Dots(dots) => dots.iter().map(|(value, _)| *value).collect::<Vec<_>>(),
        });
        Scale::around(values.chain([0.0]), 5)
    }
}

/// A dot for each fiftieth of many values, in their order: the middle of each fiftieth.
pub fn dots(measure: Measure, factor: f64, values: Vec<f64>) -> Marks {
    let values = ascending(values.into_iter().filter(|value| !value.is_nan()).collect());
    let at = |place: usize| quantile(&values, (place as f64 + 0.5) / DOTS as f64);
    let places = if values.is_empty() { 0 } else { DOTS };
    Marks::Dots((0..places).map(at).map(|value| (factor * value, Tone::of(measure, value))).collect())
}

/// How dots of this size are stacked: each one's place on the axis in sizes, and how many lie below it.
pub fn stacked(places: &[f64], size: f64) -> Vec<(f64, usize)> {
    let mut stacks: Vec<(i64, usize)> = Vec::new();
    let stack = |place: &f64| {
        let bin = (place / size).round() as i64;
        let below = match stacks.last_mut() {
            Some((last, count)) if *last == bin => {
                *count += 1;
                *count - 1
            }
            _ => {
                stacks.push((bin, 1));
                0
            }
        };
        (bin as f64 * size, below)
    };
    places.iter().map(stack).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_the_middles_of_fiftieths_and_coloured_by_whom_they_are_good_for() {
        let values: Vec<f64> = (0..=100).map(|value| f64::from(value) - 20.0).collect();
        let Marks::Dots(found) = dots(Measure::Throughput, 2.0, values.clone()) else { panic!("dots") };
        assert_eq!(found.len(), DOTS);
        assert_eq!((found[0], found[49]), ((-38.0, Tone::First), (158.0, Tone::Second)));
        let Marks::Dots(found) = dots(Measure::LeadMedian, 1.0, values) else { panic!("dots") };
        assert_eq!((found[0].1, found[49].1), (Tone::Second, Tone::First));
        assert_eq!(dots(Measure::Morale, 1.0, vec![f64::NAN]), Marks::Dots(Vec::new()));
    }

    #[test]
    fn dots_that_lie_together_are_stacked() {
        assert_eq!(stacked(&[0.0, 1.0, 9.0, 10.0, 30.0], 10.0), [(0.0, 0), (0.0, 1), (10.0, 0), (10.0, 1), (30.0, 0)]);
    }

    #[test]
    fn an_axis_holds_zero_and_every_interval() {
        let bar = Bar { value: 3.0, ci95: [2.0, 4.2], tone: Tone::Neutral, luck: Some(0.5) };
        let rows = Rows {
            rows: vec![Row { label: "a".to_owned(), marks: Marks::Bars(vec![bar]) }],
            unit: "h".to_owned(),
            signed: false,
        };
        let scale = rows.scale();
        assert!(scale.low == 0.0 && scale.high >= 4.2, "{scale:?}");
    }
}

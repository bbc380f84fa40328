//! What a chart shows: both arms week by week, and their difference.

use std::rc::Rc;

use crate::app::findings::{CHARTED, Findings};
use crate::app::text::numbers::{fixed, signed};
use crate::app::text::{arms, labels::Labels};
use crate::experiment::ensemble::WeekContrast;
use crate::experiment::pair::Pair;
use crate::model::record::Series;
use crate::model::scenario::{Arm, Scenario};

/// What one chart shows.
#[derive(Clone, Debug)]
pub struct ChartData {
    /// What is shown.
    pub title: String,
    /// Its unit; empty for a number from 0 to 1.
    pub unit: String,
    /// Whether the axis starts at zero.
    pub from_zero: bool,
    /// What the arms are called.
    pub names: [String; 2],
    /// What happens at week 0.
    pub change: String,
    /// First week shown, relative to the intervention.
    pub first_week: i32,
    /// The ensemble, by week.
    pub weeks: Vec<WeekContrast>,
    /// The visible pair, by arm and week.
    pub single: [Vec<f64>; 2],
    /// Pairs in the ensemble.
    pub pairs: u32,
    /// Generation of the ensemble, replicate of the pair.
    key: (u32, u32),
}

/// Data of one state of the page are the same.
impl PartialEq for ChartData {
    fn eq(&self, other: &Self) -> bool {
        (&self.title, self.key, self.pairs, self.first_week) == (&other.title, other.key, other.pairs, other.first_week)
    }
}

impl ChartData {
    /// The chart at a place among the charted series; `single` is the visible pair.
    pub fn new(place: usize, findings: &Findings, single: &Pair, replicate: u32) -> Rc<Self> {
        let scenario = &findings.scenario;
        let series = CHARTED[place];
        let (title, unit) = wording(series, scenario);
        let warmup = scenario.world().warmup_weeks as usize;
        Rc::new(Self {
            title,
            unit,
            from_zero: false,
            names: arms::names(scenario),
            change: arms::change(scenario),
            first_week: -(scenario.world().baseline_weeks as i32),
            weeks: findings.series[place].clone(),
            single: Arm::BOTH
                .map(|arm| single.arm(arm).weeks.iter().skip(warmup).map(|week| week[series as usize]).collect()),
            pairs: findings.done,
            key: (findings.generation, replicate),
        })
    }

    /// Where a week stands on the axis: in its middle, counted from the intervention [weeks].
    pub fn position(&self, index: usize) -> f64 {
        f64::from(self.first_week) + index as f64 + 0.5
    }

    /// Mean over the weeks after the intervention.
    fn after(&self, value: fn(&WeekContrast) -> f64) -> f64 {
        let before = (-self.first_week) as usize;
        let weeks = self.weeks.get(before..).unwrap_or(&[]);
        weeks.iter().map(value).sum::<f64>() / weeks.len() as f64
    }

    /// The chart in words.
    pub fn summary(&self) -> String {
        let decimals = 2;
        format!(
            "{}, {}: after the change on average {} in “{}” and {} in “{}”, a difference of {} over {} pairs.",
            self.title,
            if self.unit.is_empty() { "0 to 1" } else { &self.unit },
            fixed(self.after(|week| week.control), decimals),
            self.names[0],
            fixed(self.after(|week| week.treatment), decimals),
            self.names[1],
            signed(self.after(|week| week.difference), decimals),
            self.pairs,
        )
    }

    /// The rows of the chart's table: week, both arms, difference, its interval.
    pub fn rows(&self) -> impl Iterator<Item = [String; 5]> {
        self.weeks.iter().enumerate().map(|(index, week)| {
            let number = self.first_week + index as i32;
            [
                // The week after the intervention is week 1; there is no week 0.
                fixed(f64::from(if number < 0 { number } else { number + 1 }), 0),
                fixed(week.control, 3),
                fixed(week.treatment, 3),
                signed(week.difference, 3),
                format!("{} to {}", signed(week.ci95[0], 3), signed(week.ci95[1], 3)),
            ]
        })
    }
}

fn wording(series: Series, scenario: &Scenario) -> (String, String) {
    let labels = Labels::of(scenario);
    match series {
        Series::Throughput => (format!("Finished by the {}", labels.team()), labels.throughput()),
        Series::Morale => ("Morale".to_owned(), "mean, 0 to 1".to_owned()),
        _ => (format!("{series:?}"), String::new()),
    }
}

//! What a difference is made of, in words and as bars.

use super::list;
use super::numbers::{decimals_for, fixed, signed};
use super::result::Unit;
use crate::ensemble_summary::main_measure;
use crate::explanation::Explanation;
use experiment::statistics::sample::Estimate;
use experiment::story::Topic;
use experiment::why::{Explained, Part};
use model::outcome::{Better, Measure};
use words::{mechanism, why};

/// The difference in an outcome, taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The largest part, and the largest that pulls the other way.
    pub sentences: Vec<String>,
    /// A row for each part, as they are added up.
    pub rows: Vec<Row>,
    /// All of them together.
    pub total: Row,
    /// Pairs in which everything could be measured, if that is not all.
    pub known: Option<u32>,
}

/// A part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What tests call it.
    pub id: &'static str,
    /// Its name.
    pub label: &'static str,
    /// What it is.
    pub help: &'static str,
    /// The parameter that moves it.
    pub lever: Option<&'static str>,
    /// In which episodes of a person's story it is met, if in any.
    pub topic: Option<Topic>,
    /// What it adds, with its unit.
    pub amount: String,
    /// Between what that may lie.
    pub range: String,
    /// Whether it could as well be nothing.
    pub unclear: bool,
    /// Whether it is for the better, where either is.
    pub better: Option<bool>,
    /// Where its bar begins and ends, shares of the picture's width.
    pub bar: [f64; 2],
    /// Where the interval of its end begins and ends.
    pub interval: [f64; 2],
}

/// Tells it; `None` where there was nothing to measure.
pub fn told(explanation: &Explanation, measure: Measure) -> Option<Told> {
    let Explained { contrast, parts } = explanation.why.of(measure);
    if contrast.difference.n < 2 {
        return None;
    }
    let unit = Unit::of(measure, &contrast, &explanation.scenario);
    // Parts that are exactly nothing take a line each and say little.
    let parts: Vec<Part> =
        parts.into_iter().filter(|part| part.estimate.mean != 0.0 || part.estimate.se != 0.0).collect();
    let scale = Scale::of(&parts, &contrast.difference);
    let total = scale.row(("total", why::total(), "", None), 0.0, &contrast.difference, (measure, &unit));
    let mut sum = 0.0;
    let rows = parts.iter().map(|part| {
        let named = part.mechanism;
        let (id, lever) = named.map_or(("role", "assist_share"), |known| (known.id, known.levers[0]));
        let from = sum;
        sum += part.estimate.mean;
        let name = (id, mechanism::label(named), mechanism::help(named), Some(lever));
        scale.row(name, from, &part.estimate, (measure, &unit))
    });
    let rows: Vec<Row> = rows.collect();
    let known = Some(contrast.difference.n).filter(|known| *known < explanation.why.pairs());
    Some(Told { sentences: sentences(&contrast.difference, &parts, &rows), rows, total, known })
}

/// The same two sentences alone, for where the result stands; nothing before all is known.
pub fn in_short(explanation: &Explanation) -> String {
    let told = told(explanation, main_measure(&explanation.scenario)).filter(|_| explanation.complete);
    told.map_or_else(String::new, |told| list::sentences(told.sentences)).replace(" %", "\u{a0}%")
}

/// The largest part in the direction of the difference and the largest against it, of those that are sure to be something.
fn sentences(difference: &Estimate, parts: &[Part], rows: &[Row]) -> Vec<String> {
    let largest = |up: bool| {
        let sure = parts.iter().zip(rows).filter(|(_, row)| !row.unclear);
        let there = sure.filter(|(part, _)| (part.estimate.mean > 0.0) == up);
        let size = |part: &Part| part.estimate.mean.abs();
        there.max_by(|(a, _), (b, _)| size(a).total_cmp(&size(b))).map(|(_, row)| row)
    };
    let [low, high] = difference.ci95();
    let sure = low > 0.0 || high < 0.0;
    let first = difference.mean > 0.0 || !sure;
    let say = |row: &Row, along: bool| match (sure, along) {
        (true, true) => why::Up { part: &row.label, amount: &row.amount }.say(),
        (true, false) => why::Down { part: &row.label, amount: &row.amount }.say(),
        (false, true) => why::Higher { part: &row.label, amount: &row.amount }.say(),
        (false, false) => why::Lower { part: &row.label, amount: &row.amount }.say(),
    };
    let both = [(largest(first), true), (largest(!first), false)];
    both.into_iter().filter_map(|(row, along)| Some(say(row?, along))).collect()
}

/// In which episodes a mechanism is met.
fn topic(id: &str) -> Option<Topic> {
    match id {
        "role" | "noticing" | "asked_first" | "connecting" | "passing_on" | "listening" | "explaining" | "craft"
        | "credit" | "relief" | "gatekeeping" | "delegated" | "two_voices" => Some(Topic::Help),
        "clarifying" | "documentation" | "shared_board" | "automation" => Some(Topic::Stuck),
        "fairness" | "task_choice" | "hours" => Some(Topic::Task),
        "role_training" | "successors" | "strain" | "handing_over" | "recognition" | "role_charter" | "career_path"
        | "check_ins" => Some(Topic::Turn),
        _ => None,
    }
}

/// From a value to its place in the picture.
struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// Which holds all bars and their intervals, and nothing at all.
    fn of(parts: &[Part], difference: &Estimate) -> Self {
        let mut ends = vec![0.0];
        let mut sum = 0.0;
        for part in parts {
            let half = 0.5 * (part.estimate.ci95()[1] - part.estimate.ci95()[0]);
            sum += part.estimate.mean;
            ends.extend([sum, sum - half, sum + half]);
        }
        ends.extend(difference.ci95());
        let low = ends.iter().copied().fold(0.0, f64::min);
        let high = ends.iter().copied().fold(0.0, f64::max);
        Self { low, high: if high > low { high } else { low + 1.0 } }
    }

    fn place(&self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low)
    }

    /// The row of an estimate whose bar begins at a value.
    fn row(
        &self,
        (id, label, help, lever): (&'static str, &'static str, &'static str, Option<&'static str>),
        from: f64,
        estimate: &Estimate,
        (measure, unit): (Measure, &Unit),
    ) -> Row {
        let [low, high] = estimate.ci95();
        let half = 0.5 * (high - low);
        let decimals = decimals_for(unit.factor * half, 1);
        let better = match measure.info().better {
            Better::Higher => Some(estimate.mean > 0.0),
            Better::Lower => Some(estimate.mean < 0.0),
            Better::Neither => None,
        };
        let end = from + estimate.mean;
        Row {
            topic: topic(id),
            id,
            label,
            help,
            lever,
            amount: unit.write(&signed(unit.factor * estimate.mean, decimals)).replace(" %", "\u{a0}%"),
            range: unit.range([low, high].map(|end| fixed(unit.factor * end, decimals))),
            unclear: low <= 0.0 && high >= 0.0,
            better,
            bar: [from, end].map(|value| self.place(value)),
            interval: [end - half, end + half].map(|value| self.place(value)),
        }
    }
}

/// Where nothing is in the picture of a difference.
pub fn zero(told: &Told) -> f64 {
    told.total.bar[0]
}

#[cfg(test)]
mod tests {
    use super::*;
    use experiment::ensemble::Ensemble;
    use experiment::why::{Why, run_pair};
    use std::rc::Rc;

    fn explanation(name: &str, pairs: u32) -> Explanation {
        let scenario = library::scenario(name).expect("built in");
        let mut ensemble = Ensemble::default();
        ensemble.put(0, (0..pairs).map(|replicate| run_pair(&scenario, replicate)).collect());
        let why = Why::new(&scenario, &ensemble);
        Explanation { scenario: Rc::new(scenario), why, complete: true }
    }

    #[test]
    fn bars_lead_from_nothing_to_the_difference_and_stay_in_the_picture() {
        let told = told(&explanation("software", 24), Measure::Throughput).expect("measured");
        assert_eq!(told.rows[0].id, "role");
        let mut at = zero(&told);
        for row in &told.rows {
            assert!((row.bar[0] - at).abs() < 1e-9, "{row:?}");
            at = row.bar[1];
            assert!(row.bar.iter().chain(&row.interval).all(|end| (-1e-9..=1.0 + 1e-9).contains(end)), "{row:?}");
        }
        assert!((told.total.bar[1] - at).abs() < 1e-9);
        assert!(told.total.amount.ends_with("\u{a0}%") && !told.total.unclear);
    }

    #[test]
    fn what_does_most_and_what_stands_against_it_are_named() {
        let told = told(&explanation("software", 48), Measure::Throughput).expect("measured");
        let [up, down] = &told.sentences[..] else { panic!("{:?}", told.sentences) };
        assert!(up.starts_with("Main driver: noticing who is stuck, +"), "{up}");
        assert!(down.starts_with("Main counterweight: hours of the role, −"), "{down}");
    }

    #[test]
    fn what_is_lower_is_for_the_better_where_less_is() {
        let told = told(&explanation("software", 24), Measure::BlockedShare).expect("measured");
        let noticing = told.rows.iter().find(|row| row.id == "noticing").expect("a part");
        assert_eq!((noticing.better, noticing.lever), (Some(true), Some("notice")));
        assert!(noticing.amount.starts_with('−'), "{noticing:?}");
    }

    #[test]
    fn what_was_not_there_to_measure_is_not_told() {
        assert!(told(&explanation("software", 3), Measure::Makespan).is_none());
    }
}

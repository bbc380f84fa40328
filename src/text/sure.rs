//! How sure an answer is, in words and rows of dots: luck by itself, and with what nobody knows.

use super::list;
use super::numbers::fixed;
use crate::charts::catalogue::{Unit, difference_unit};
use crate::charts::rows::{Row, Rows, dots};
use crate::ensemble_summary::EnsembleSummary;
use experiment::statistics::sample::Estimate;
use model::metrics::{ascending, quantile};
use model::outcome::{Better, Measure};
use words::{asked, numbers};

/// What is said of one kind of teams.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// How single teams lie.
    pub teams: String,
    /// How well the mean is known.
    pub mean: String,
}

/// Differences in an outcome, pair by pair, where both teams have it.
fn differences(summary: &EnsembleSummary, measure: Measure) -> Vec<f64> {
    let values = summary.values(measure).into_iter().map(|[first, second]| second - first);
    values.filter(|value| !value.is_nan()).collect()
}

/// What single teams and their mean say; nothing where there are too few.
pub fn told(summary: &EnsembleSummary, measure: Measure) -> Option<Told> {
    let unit = difference_unit(measure, &summary.scenario);
    let values = ascending(differences(summary, measure));
    let contrast = summary.contrast(measure);
    if values.len() < 2 {
        return None;
    }
    let [low, quarter, three_quarters, high] =
        [0.025, 0.25, 0.75, 0.975].map(|share| unit.signed(quantile(&values, share)));
    let (better, worse) = match measure.info().better {
        Better::Lower => (contrast.lower, contrast.higher),
        Better::Higher | Better::Neither => (contrast.higher, contrast.lower),
    };
    let same = values.len() - (better + worse) as usize;
    let (better, all) = (&better, &values.len());
    let (low, high, quarter, three_quarters) = (&low, &high, &quarter, &three_quarters);
    let teams = if measure.info().better == Better::Neither {
        asked::SureRowNeither { better, all, quarter, three_quarters, low, high }.say()
    } else {
        asked::SureRow { better, all, quarter, three_quarters, low, high }.say()
    };
    let [from, to] = contrast.difference.ci95().map(|end| unit.signed(end));
    let range = numbers::Range { low: &from, high: &to }.say();
    let mean = asked::SureMean { mean: &with_unit(&unit, contrast.difference.mean), range: &range }.say();
    let equal = if same > 0 { asked::SureSame { first: &worse, same: &same }.say() } else { String::new() };
    Some(Told { teams: list::sentences(vec![teams, equal]), mean })
}

fn with_unit(unit: &Unit, value: f64) -> String {
    let number = unit.signed(value);
    if unit.name.is_empty() { number } else { numbers::WithUnit { number: &number, unit: &unit.name }.say() }
}

/// How much of the variance between single teams of different worlds luck has by itself; nothing where that cannot be told.
pub fn share_of_luck(teams: &EnsembleSummary, worlds: &EnsembleSummary, measure: Measure) -> String {
    let variance = |summary: &EnsembleSummary| {
        let values = differences(summary, measure);
        let Estimate { se, n, .. } = Estimate::of(values.into_iter());
        se * se * f64::from(n)
    };
    let share = variance(teams) / variance(worlds);
    // A share of more than all is luck of the drawing; the rows show what there is.
    if share.is_finite() && share <= 1.0 { asked::sure_luck(&fixed(100.0 * share, 0)) } else { String::new() }
}

/// The rows of dots, those of teams above those of worlds, as far as they are known.
pub fn rows(teams: Option<&EnsembleSummary>, worlds: Option<&EnsembleSummary>, measure: Measure) -> Option<Rows> {
    let any = teams.or(worlds)?;
    let unit = difference_unit(measure, &any.scenario);
    let named = [(asked::sure_teams(), teams), (asked::sure_worlds(), worlds)];
    let rows = named.into_iter().filter_map(|(label, summary)| {
        let differences = differences(summary?, measure);
        let marks = dots(measure, unit.factor, differences.clone());
        (!differences.is_empty()).then(|| Row { label: label.to_owned(), marks })
    });
    let rows: Vec<Row> = rows.collect();
    (!rows.is_empty()).then_some(())?;
    Some(Rows { rows, unit: unit.name.clone(), signed: true })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::tests::summary;
    use crate::ensemble_summary::EnsembleSummary;
    use experiment::ensemble::{Ensemble, run};
    use experiment::goal::Goal;
    use std::rc::Rc;

    fn worlds(pairs: u32) -> EnsembleSummary {
        let mut draft = library::scenario("software").expect("built in").draft();
        draft.plausible.on = true;
        let scenario = Rc::new(draft.finish().expect("valid"));
        let mut ensemble = Ensemble::default();
        ensemble.put(0, run(&scenario, 0..pairs));
        EnsembleSummary::of(&scenario, &ensemble, Goal::Pairs(pairs))
    }

    #[test]
    fn single_teams_and_their_mean_are_told_apart() {
        let teams = summary("software", 40);
        let said = told(&teams, Measure::Throughput).expect("enough");
        assert!(said.teams.starts_with("The second team does better in 3"), "{}", said.teams);
        assert!(said.teams.contains(" of 40. Half of the differences lie between +"), "{}", said.teams);
        assert!(said.mean.starts_with("Mean difference: +") && said.mean.contains("95 % interval"), "{}", said.mean);
        let blocked = told(&teams, Measure::BlockedShare).expect("enough");
        assert!(blocked.teams.contains("between −"), "less is better: {}", blocked.teams);
        assert_eq!(told(&summary("software", 1), Measure::Throughput), None);
    }

    #[test]
    fn worlds_lie_further_apart_than_luck_alone_makes_teams() {
        let (teams, worlds) = (summary("software", 60), worlds(60));
        let share = share_of_luck(&teams, &worlds, Measure::Throughput);
        assert!(share.starts_with("About "), "{share}");
        let both = rows(Some(&teams), Some(&worlds), Measure::Throughput).expect("known");
        assert_eq!(both.rows.len(), 2);
        assert_eq!(share_of_luck(&worlds, &teams, Measure::Throughput), "", "never more than all");
    }
}

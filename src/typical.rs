//! Which pair of many is worth looking at first: a typical one, a lucky one, an unlucky one.

use crate::charts::catalogue::fronts;
use crate::ensemble_summary::EnsembleSummary;
use crate::state::look::{Kind, Shown};
use model::metrics::{ascending, quantile, ranking};
use model::outcome::Better;

/// Pairs among which a typical one is chosen.
pub const AMONG: usize = 24;
/// Share of the pairs that did better, or worse, than the lucky or unlucky one: a rare freak is no good example.
const BEYOND: f64 = 0.1;

/// The pair of a kind, as far as enough pairs are known.
pub fn shown(kind: Kind, summary: &EnsembleSummary) -> Option<Shown> {
    let replicate = match kind {
        Kind::Any => None,
        Kind::Typical => typical(summary),
        Kind::Lucky => at_share(summary, 1.0 - BEYOND),
        Kind::Unlucky => at_share(summary, BEYOND),
    };
    replicate.map(|replicate| Shown { replicate: replicate as u32, kind })
}

/// Of the first pairs the one nearest to their medians: in both measures in front, of the first team and of the difference, each
/// distance in quartile ranges.
fn typical(summary: &EnsembleSummary) -> Option<usize> {
    if (summary.done as usize) < AMONG && !summary.complete() {
        return None;
    }
    let mut distances = vec![0.0; AMONG.min(summary.done as usize)];
    for measure in fronts(None, &summary.scenario) {
        let values = summary.values(measure);
        let first: Vec<[f64; 2]> = values.into_iter().take(AMONG).collect();
        for value in [|[control, _]: [f64; 2]| control, |[control, treatment]: [f64; 2]| treatment - control] {
            let values: Vec<f64> = first.iter().copied().map(value).collect();
            let known = ascending(values.iter().copied().filter(|value| value.is_finite()).collect());
            let [low, median, high] = [0.25, 0.5, 0.75].map(|share| quantile(&known, share));
            let range = if high > low { high - low } else { continue };
            for (distance, value) in distances.iter_mut().zip(values) {
                *distance += ((value - median) / range).powi(2);
            }
        }
    }
    // What has no value in a measure is not typical in it.
    let distances: Vec<f64> =
        distances.into_iter().map(|distance: f64| if distance.is_nan() { f64::MAX } else { distance }).collect();
    ranking(&distances).first().copied()
}

/// The pair that so large a share of them stand below, by what the second team gains in what the result is about.
fn at_share(summary: &EnsembleSummary, share: f64) -> Option<usize> {
    let measure = summary.main.measure;
    let sign = if measure.info().better == Better::Lower { -1.0 } else { 1.0 };
    let values = summary.values(measure);
    let known: Vec<usize> =
        (0..values.len()).filter(|&pair| values[pair].iter().all(|value| value.is_finite())).collect();
    let gains: Vec<f64> = known.iter().map(|&pair| sign * (values[pair][1] - values[pair][0])).collect();
    let place = (share * known.len().saturating_sub(1) as f64).round() as usize;
    ranking(&gains).get(place).map(|&place| known[place])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::tests::summary;
    use experiment::goal::Goal;

    #[test]
    fn a_typical_pair_is_in_the_middle_of_the_first_and_stays_so_with_more() {
        let few = summary("software", AMONG as u32);
        let found = shown(Kind::Typical, &few).expect("enough");
        assert_eq!(shown(Kind::Typical, &summary("software", 40)), Some(found));
        let values = few.values(few.main.measure);
        let gain = |pair: usize| values[pair][1] - values[pair][0];
        let sorted = ascending((0..AMONG).map(gain).collect());
        let own = gain(found.replicate as usize);
        assert!(quantile(&sorted, 0.25) <= own && own <= quantile(&sorted, 0.75), "{own} of {sorted:?}");
    }

    #[test]
    fn luck_is_counted_by_what_is_gained() {
        for name in ["software", "emergency"] {
            let many = summary(name, 41);
            let [lucky, unlucky] =
                [Kind::Lucky, Kind::Unlucky].map(|kind| shown(kind, &many).expect("enough").replicate as usize);
            let sign = if many.main.measure.info().better == Better::Lower { -1.0 } else { 1.0 };
            let gains: Vec<f64> = many
                .values(many.main.measure)
                .iter()
                .map(|[control, treatment]| sign * (treatment - control))
                .collect();
            let above = |pair: usize| gains.iter().filter(|gain| **gain > gains[pair]).count();
            assert_eq!((above(lucky), above(unlucky)), (4, 36), "{name}");
        }
    }

    #[test]
    fn of_too_few_pairs_none_is_typical() {
        let few = summary("software", 8);
        assert!(shown(Kind::Typical, &few).is_some(), "no more are asked for");
        let (scenario, pairs) = few.pairs();
        let on_the_way = EnsembleSummary::of(&scenario, &pairs, Goal::Pairs(400));
        assert_eq!(shown(Kind::Typical, &on_the_way), None);
        assert_eq!(shown(Kind::Any, &on_the_way), None);
    }
}

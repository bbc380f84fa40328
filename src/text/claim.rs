//! What a story claims beside what the model shows.

use super::numbers::{decimals_for, fixed, signed};
use crate::ensemble_summary::Main;
use experiment::ensemble::Contrast;
use experiment::relative::base;
use model::outcome::Better;
use model::texts::Claimed;
use words::{charts, claim, numbers, outcome};

/// A claim and what was found, on one line of numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Whether they agree, in a sentence.
    pub verdict: String,
    /// What the numbers are.
    pub axis: String,
    /// Where the claim lies.
    pub claim: ClaimMark,
    /// What the model shows: low end of the interval, mean, high end.
    pub shown: [f64; 3],
    /// What it is compared with: no change, or the level without.
    pub reference: f64,
}

/// Where a claim lies on the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ClaimMark {
    /// At a number.
    At(f64),
    /// Anywhere above the reference.
    Above,
    /// Anywhere below it.
    Below,
}

/// Compares a claim about a measure with what was found; `None` while too little was.
pub fn compare(claimed: Claimed, main: &Main) -> Option<Comparison> {
    let Contrast { control, treatment, difference, .. } = main.contrast;
    let info = main.measure.info();
    let label = outcome::label(main.measure);
    let (percent, unit) = match info.unit {
        "share" => (100.0, charts::unit_per_cent()),
        _ => (1.0, outcome::unit(main.measure)),
    };
    if let Claimed::Level(level) = claimed {
        let [low, high] = treatment.ci95().map(|bound| percent * bound);
        let shown = [low, percent * treatment.mean, high];
        let (level, reference) = (percent * level, percent * control.mean);
        let axis = if unit.is_empty() { label.to_owned() } else { claim::Axis { outcome: &label, unit: &unit }.say() };
        return all_finite(&shown).then(|| Comparison {
            verdict: level_verdict(level, shown, reference, info.better, unit),
            axis,
            claim: ClaimMark::At(level),
            shown,
            reference,
        });
    }
    let (scale, axis) = match base(main.measure, &main.contrast) {
        Some(base) => (100.0 / base, claim::axis_change(&label)),
        // Where per cent say nothing, a direction can still be told, but no change in per cent.
        None if matches!(claimed, Claimed::Change(_)) => return None,
        None if unit.is_empty() => (percent, claim::axis_difference_plain(&label)),
        None => (percent, claim::AxisDifference { outcome: &label, unit: &unit }.say()),
    };
    let [low, high] = difference.ci95().map(|bound| scale * bound);
    let shown = [low, scale * difference.mean, high];
    let (verdict, claim) = match claimed {
        Claimed::Change(share) => (change_verdict(100.0 * share, shown), ClaimMark::At(100.0 * share)),
        Claimed::Higher => (direction_verdict(1.0, shown), ClaimMark::Above),
        Claimed::Lower => (direction_verdict(-1.0, shown), ClaimMark::Below),
        Claimed::Same | Claimed::Level(_) => (same_verdict(shown, info.better), ClaimMark::At(0.0)),
    };
    all_finite(&shown).then(|| Comparison { verdict: verdict.to_owned(), axis, claim, shown, reference: 0.0 })
}

fn all_finite(values: &[f64]) -> bool {
    values.iter().all(|value| value.is_finite())
}

/// Which way an interval lies: 1, -1, or 0 if it holds zero.
fn sign([low, _, high]: [f64; 3]) -> f64 {
    if low > 0.0 {
        1.0
    } else if high < 0.0 {
        -1.0
    } else {
        0.0
    }
}

fn change_verdict(claim: f64, shown: [f64; 3]) -> &'static str {
    let [low, mean, high] = shown;
    if (low..=high).contains(&claim) {
        claim::agrees()
    } else if sign(shown) == 0.0 {
        claim::no_difference()
    } else if sign(shown) != claim.signum() {
        claim::opposite()
    } else if mean.abs() > claim.abs() {
        claim::more()
    } else {
        claim::less()
    }
}

fn direction_verdict(claim: f64, shown: [f64; 3]) -> &'static str {
    match sign(shown) {
        0.0 => claim::no_difference(),
        sign if sign == claim => claim::same_way(),
        _ => claim::opposite(),
    }
}

fn same_verdict(shown: [f64; 3], better: Better) -> &'static str {
    match (sign(shown), better) {
        (0.0, _) => claim::same(),
        (sign, Better::Higher) if sign > 0.0 => claim::gain(),
        (sign, Better::Lower) if sign < 0.0 => claim::gain(),
        (_, Better::Neither) => claim::difference(),
        _ => claim::harm(),
    }
}

fn level_verdict(level: f64, shown: [f64; 3], reference: f64, better: Better, unit: &str) -> String {
    let [low, mean, high] = shown;
    let decimals = decimals_for(0.5 * (high - low), 0).min(1);
    let [without, shown] = [reference, mean].map(|value| match unit {
        "" => fixed(value, decimals),
        unit => numbers::WithUnit { number: &fixed(value, decimals), unit: &unit }.say(),
    });
    let reached = if better == Better::Lower { high <= level } else { low >= level };
    if (low..=high).contains(&level) {
        claim::level_agrees(&without)
    } else if reached {
        claim::LevelBeyond { shown: &shown, without: &without }.say()
    } else {
        claim::LevelShort { shown: &shown, without: &without }.say()
    }
}

impl Comparison {
    /// All of it in words.
    pub fn describe(&self) -> String {
        let [low, mean, high] = self.shown;
        let decimals = decimals_for(0.5 * (high - low), 0).min(1);
        // A level is no change.
        let write =
            |value, decimals| if self.reference == 0.0 { signed(value, decimals) } else { fixed(value, decimals) };
        let [mean, low, high] = [mean, low, high].map(|value| write(value, decimals));
        let reference = fixed(self.reference, 0);
        match self.claim {
            ClaimMark::At(number) => {
                claim::AllAt { axis: &self.axis, claim: &write(number, 0), mean: &mean, low: &low, high: &high }.say()
            }
            ClaimMark::Above => {
                claim::AllAbove { axis: &self.axis, reference: &reference, mean: &mean, low: &low, high: &high }.say()
            }
            ClaimMark::Below => {
                claim::AllBelow { axis: &self.axis, reference: &reference, mean: &mean, low: &low, high: &high }.say()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::outcome::Measure;

    /// A comparison of pairs that all differ by about as much.
    fn check(measure: Measure, claimed: Claimed, control: f64, differences: [f64; 4], verdict: &str) -> Comparison {
        let contrast = Contrast::of(differences.iter().map(|difference| [control, control + difference]));
        let main = Main { measure, contrast, tally: [0; 3] };
        let comparison = compare(claimed, &main).expect("finite");
        assert!(comparison.verdict.contains(verdict), "{claimed:?}: {}", comparison.verdict);
        comparison
    }

    #[test]
    fn claim_and_model_agree_differ_or_contradict() {
        let up = [0.9, 1.0, 1.1, 1.0];
        check(Measure::Throughput, Claimed::Change(0.1), 10.0, up, "agrees");
        check(Measure::Throughput, Claimed::Change(0.2), 10.0, up, "shows less");
        check(Measure::Throughput, Claimed::Change(0.05), 10.0, up, "shows more");
        check(Measure::WaitMean, Claimed::Change(-0.15), 10.0, up, "the opposite");
        check(Measure::Throughput, Claimed::Change(0.9), 10.0, [-1.0, 1.0, -2.0, 2.5], "no clear difference");
        check(Measure::Throughput, Claimed::Higher, 10.0, up, "the same way");
        check(Measure::Throughput, Claimed::Lower, 10.0, up, "the opposite");
        check(Measure::ExhaustionAssist, Claimed::Same, 10.0, up, "a harm");
        check(Measure::Throughput, Claimed::Same, 10.0, up, "a gain");
        check(Measure::Throughput, Claimed::Same, 10.0, [-1.0, 1.0, -1.0, 1.0], "agrees");
    }

    #[test]
    fn a_level_is_compared_with_what_is_reached_and_says_what_would_be_without() {
        let few = check(Measure::OnTime, Claimed::Level(0.95), 0.75, [0.09, 0.1, 0.11, 0.1], "does not reach");
        assert!(few.verdict.contains("85") && few.verdict.contains("75"), "{}", few.verdict);
        assert_eq!(few.claim, ClaimMark::At(95.0));
        assert!(few.describe().contains("Claimed: at 95. Model: 85"), "{}", few.describe());
        check(Measure::OnTime, Claimed::Level(0.85), 0.75, [0.09, 0.1, 0.11, 0.1], "agrees");
        check(Measure::OnTime, Claimed::Level(0.5), 0.75, [0.09, 0.1, 0.11, 0.1], "goes beyond");
    }

    #[test]
    fn per_cent_of_nothing_are_not_compared_but_a_direction_is() {
        for control in [0.0, -10.0] {
            let contrast = Contrast::of([1.0, 2.0, 1.5].map(|difference| [control, control + difference]).into_iter());
            let main = Main { measure: Measure::Enps, contrast, tally: [0; 3] };
            assert_eq!(compare(Claimed::Change(0.1), &main), None, "{control}");
            let comparison = compare(Claimed::Higher, &main).expect("a direction");
            assert_eq!(comparison.verdict, "The model points the same way.");
            assert!(comparison.describe().starts_with("eNPS (proxy): difference [points]. Claimed: above 0. Model: +"));
        }
    }

    #[test]
    fn nothing_is_said_before_there_are_numbers() {
        let contrast = Contrast::of([[1.0, 2.0]].into_iter());
        assert_eq!(compare(Claimed::Higher, &Main { measure: Measure::Throughput, contrast, tally: [0; 3] }), None);
    }

    #[test]
    fn it_reads_as_a_sentence() {
        let comparison = check(Measure::Throughput, Claimed::Change(0.07), 10.0, [0.5, 0.6, 0.7, 0.6], "agrees");
        assert_eq!(comparison.describe(), "Throughput: change [%]. Claimed: at +7. Model: +6, 95 % interval +5 to +7.");
    }
}

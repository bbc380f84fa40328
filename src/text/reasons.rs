//! Why, in a few numbers: what moved besides the result itself, and what it cost.

use super::list;
use crate::charts::catalogue::wording;
use crate::charts::tile::Verdict;
use crate::ensemble_summary::EnsembleSummary;
use model::outcome::Measure;
use model::scenario::Arm;
use words::{outcome, reasons};

/// One number that moved, or did not.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The measure whose chart tells more.
    pub measure: Measure,
    /// What it is, in two or three words.
    pub title: String,
    /// In the first team and in the second, with the unit.
    pub means: String,
    /// Whether they differ, and for the better.
    pub verdict: Verdict,
}

/// What moved: how long people were stuck, what of the helper's own work got done, how exhausted that made them, what the others learned.
pub fn reasons(summary: &EnsembleSummary) -> Vec<Reason> {
    let scenario = &summary.scenario;
    let helped = scenario.policy(Arm::Treatment).assist_leaders > 0;
    let of_helper = [
        (Measure::WorkAssist, reasons::own_work().to_owned()),
        (Measure::ExhaustionAssist, reasons::exhaustion().to_owned()),
    ];
    let mut all = vec![(Measure::BlockedShare, outcome::label(Measure::BlockedShare).to_owned())];
    all.extend(of_helper.into_iter().filter(|_| helped));
    all.push((Measure::Skill, reasons::skill().to_owned()));
    all.into_iter().filter_map(|(measure, title)| reason(measure, title, summary)).collect()
}

fn reason(measure: Measure, title: String, summary: &EnsembleSummary) -> Option<Reason> {
    let contrast = summary.contrast(measure);
    let means = [contrast.control.mean, contrast.treatment.mean];
    if means.iter().any(|mean| !mean.is_finite()) {
        return None;
    }
    let (_, unit) = wording(measure, &summary.scenario);
    let verdict = Verdict::of(&contrast, measure);
    let [first, second] = if verdict.differs() { unit.apart(means) } else { means.map(|mean| unit.fixed(mean)) };
    // The title says whose hours they are.
    let unit = match measure.info().unit {
        "" => reasons::points().to_owned(),
        _ if measure == Measure::WorkAssist => reasons::hours().to_owned(),
        _ => unit.name,
    };
    let means = match first == second {
        true => reasons::Same { value: &first, unit: &unit }.say(),
        false => reasons::Moved { first: &first, second: &second, unit: &unit }.say(),
    };
    Some(Reason { measure, title, means, verdict })
}

/// What may pay for a result that is better, or make good for one that is worse.
const ELSEWHERE: [Measure; 8] = [
    Measure::Throughput,
    Measure::LeadMedian,
    Measure::Escaped,
    Measure::Morale,
    Measure::BurnoutOthers,
    Measure::SkillHome,
    Measure::QuitHazard,
    Measure::OnTime,
];
/// Most of them that are named.
const NAMED: usize = 2;
/// The least change worth a word, as a share of the first team's mean.
const WORTH: f64 = 0.02;

/// That the price of a better result, or what makes good for a worse one, lies elsewhere; empty where that is not so.
pub fn elsewhere(summary: &EnsembleSummary) -> String {
    let main = summary.main.measure;
    let (opposite, say): (Verdict, fn(&dyn std::fmt::Display) -> String) =
        match Verdict::of(&summary.main.contrast, main) {
            Verdict::Better => (Verdict::Worse, reasons::price),
            Verdict::Worse => (Verdict::Better, reasons::in_return),
            _ => return String::new(),
        };
    let counts = |measure: &Measure| {
        let contrast = summary.contrast(*measure);
        let change = contrast.difference.mean.abs() / contrast.control.mean.abs();
        *measure != main && change >= WORTH && Verdict::of(&contrast, *measure) == opposite
    };
    let said = ELSEWHERE.into_iter().filter(counts).filter_map(|measure| {
        let reason = reason(measure, wording(measure, &summary.scenario).0, summary)?;
        Some(reasons::Elsewhere { outcome: &reason.title, means: &reason.means }.say())
    });
    let said: Vec<String> = said.take(NAMED).collect();
    if said.is_empty() { String::new() } else { say(&list::commas(said)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::tests::summary;

    #[test]
    fn what_moved_is_said_with_both_values() {
        let found = reasons(&summary("software", 60));
        let measures: Vec<Measure> = found.iter().map(|reason| reason.measure).collect();
        let all = [Measure::BlockedShare, Measure::WorkAssist, Measure::ExhaustionAssist, Measure::Skill];
        assert_eq!(measures, all);
        assert!(found[0].means.contains(" → ") && found[0].verdict == Verdict::Better, "{found:?}");
    }

    #[test]
    fn where_nobody_assists_nothing_is_said_of_who_does() {
        let found = reasons(&summary("baseline", 8));
        assert!(found.iter().all(|reason| !matches!(reason.measure, Measure::WorkAssist | Measure::ExhaustionAssist)));
    }

    #[test]
    fn what_lies_elsewhere_is_named_for_a_better_result_and_for_a_worse_one() {
        // Two answers: more gets done, and more mistakes come through, which is what that story is about.
        let said = elsewhere(&summary("role_confusion", 200));
        assert!(said.starts_with("In return: finished by the team "), "{said}");
        // Help that does not teach: the team is faster, and knows less.
        let said = elsewhere(&summary("dependency", 200));
        assert!(said.starts_with("In return: "), "{said}");
        let said = elsewhere(&summary("lead_away", 200));
        assert!(said.starts_with("The price: ") && said.contains(" → "), "{said}");
        assert_eq!(elsewhere(&summary("baseline", 8)), "", "nothing differs");
    }
}

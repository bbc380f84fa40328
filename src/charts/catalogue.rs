//! Which outcomes have a chart, in which order and under which heading, and how each is shown: week by week where that makes
//! sense, otherwise by the pairs' differences.

use crate::ensemble_summary::main_measure;
use crate::text::arms;
use crate::text::labels::Labels;
use crate::text::numbers::{fixed, signed};
use model::outcome::Measure;
use model::scenario::Scenario;

use Measure as M;
use words::{charts, outcome};

/// The outcomes that are always in sight.
pub const FIRST: [Measure; 8] = [
    M::Throughput,
    M::LeadMedian,
    M::BlockedShare,
    M::HelpPerWeek,
    M::Morale,
    M::Burnout,
    M::ExhaustionAssist,
    M::Skill,
];

/// What says a heading.
pub type Heading = fn() -> &'static str;

/// All outcomes under their headings.
pub const GROUPS: [(Heading, &[Measure]); 5] = [
    (
        charts::work,
        &[
            M::Throughput,
            M::Output,
            M::LeadMedian,
            M::LeadMean,
            M::LeadP85,
            M::WaitMean,
            M::CycleMedian,
            M::CycleP85,
            M::Makespan,
            M::OnTime,
            M::ApprovalWait,
            M::ApprovalWaitP85,
            M::Wip,
            M::FlowEfficiency,
            M::ReworkShare,
            M::Escaped,
            M::Misunderstandings,
            M::RecoveryWeeks,
            M::CostPerTask,
            M::CostHours,
            M::CostHires,
            M::CostTraining,
            M::Utilisation,
        ],
    ),
    (
        charts::help,
        &[
            M::BlockedShare,
            M::StuckMean,
            M::Averted,
            M::CausesRemoved,
            M::IdeasRaised,
            M::IdeasAdopted,
            M::SelfSolved,
            M::OwnDecisions,
            M::Empowerment,
            M::GapStuck,
            M::GapVoice,
            M::HelpPerWeek,
            M::HelpOthers,
            M::RefusalShare,
            M::Unwelcome,
            M::Known,
            M::Ripple,
            M::Participation,
            M::Top1,
            M::Top5,
            M::Reciprocity,
            M::Centralisation,
            M::BetweennessTop,
            M::LeadLoad,
            M::LeadHoursFree,
        ],
    ),
    (
        charts::people,
        &[
            M::Morale,
            M::Energy,
            M::MoraleAssist,
            M::Engagement,
            M::Enps,
            M::Exhaustion,
            M::ExhaustionAssist,
            M::Burnout,
            M::BurnoutOthers,
            M::Safety,
            M::TrustWithin,
            M::TrustAcross,
            M::Clarity,
            M::SkillHome,
            M::Skill,
        ],
    ),
    (
        charts::turnover,
        &[
            M::Leavers,
            M::Retention,
            M::TurnoverYear,
            M::QuitHazard,
            M::QuitAssist,
            M::SeatFill,
            M::SkillNewcomers,
            M::Heirs,
        ],
    ),
    (
        charts::hours,
        &[
            M::HoursWork,
            M::WorkAssist,
            M::HoursStuck,
            M::HoursHelp,
            M::HoursStandBy,
            M::HoursIdle,
            M::HoursTraining,
            M::HoursImproving,
            M::HoursPractice,
        ],
    ),
];

/// How an outcome's numbers are written.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// What it is called.
    pub name: String,
    /// By how much a number is multiplied to be shown in it.
    pub factor: f64,
}

/// In what a difference in a measure is told: of shares in percentage points.
pub fn difference_unit(measure: Measure, scenario: &Scenario) -> Unit {
    let (_, unit) = wording(measure, scenario);
    if measure.info().unit == "share" {
        return Unit { name: words::result::percentage_points().to_owned(), ..unit };
    }
    unit
}

impl Unit {
    /// A value in it, without its name.
    pub fn fixed(&self, value: f64) -> String {
        self.write(value, fixed)
    }

    /// A difference in it, without its name.
    pub fn signed(&self, value: f64) -> String {
        self.write(value, signed)
    }

    /// Two values that are said to differ, with as many decimals as it takes to see it.
    pub fn apart(&self, values: [f64; 2]) -> [String; 2] {
        let shown = values.map(|value| self.fixed(value));
        let same = |shown: &[String; 2]| shown[0] == shown[1];
        let with = |decimals: usize| values.map(|value| fixed(value * self.factor, decimals));
        if same(&shown) { (2..9).map(with).find(|shown| !same(shown)).unwrap_or(shown) } else { shown }
    }

    fn write(&self, value: f64, write: fn(f64, usize) -> String) -> String {
        if value.is_nan() {
            return "–".to_owned();
        }
        let value = value * self.factor;
        write(value, if self.factor > 1.0 { 1 } else { decimals(value) })
    }
}

/// Decimals that leave a number three digits.
fn decimals(value: f64) -> usize {
    match value.abs() {
        large if large >= 99.95 => 0,
        middle if middle >= 9.995 => 1,
        small if small >= 0.9995 => 2,
        _ => 3,
    }
}

/// An outcome's title and unit in a scenario.
pub fn wording(measure: Measure, scenario: &Scenario) -> (String, Unit) {
    let info = measure.info();
    let labels = Labels::of(scenario);
    let many = labels.task(2);
    let title = match measure {
        M::Throughput if arms::differ_in_size(scenario) => charts::finished_by_each(&labels.member(1)),
        M::Throughput => charts::finished_by(&labels.team()),
        _ => outcome::label(measure).to_owned(),
    };
    let name = match info.unit {
        "" => charts::unit_index().to_owned(),
        "share" => charts::unit_per_cent().to_owned(),
        "h" => charts::unit_hours().to_owned(),
        "h/wk" => charts::unit_hours_a_week().to_owned(),
        "h/person-week" => charts::unit_hours_each(&labels.member(1)),
        "tasks/person-week" => labels.throughput(),
        "tasks/wk" => charts::unit_tasks(&labels.task(2)),
        "per 100 tasks" => charts::unit_per_hundred(&many),
        "tasks" => many.to_owned(),
        _ => outcome::unit(measure).to_owned(),
    };
    // Of an index, from 0 to 1, people say points of 100.
    let factor = if matches!(info.unit, "" | "share") { 100.0 } else { 1.0 };
    (title, Unit { name, factor })
}

/// The measures of the two charts in front: the one chosen, or else what the story is about; and morale beside it.
pub fn fronts(chosen: Option<Measure>, scenario: &Scenario) -> [Measure; 2] {
    let main = main_measure(scenario);
    match chosen.unwrap_or(main) {
        Measure::Morale if main == Measure::Morale => [Measure::Morale, Measure::Throughput],
        Measure::Morale => [Measure::Morale, main],
        other => [other, Measure::Morale],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::scenario::{Arm, Scope};

    #[test]
    fn every_outcome_stands_under_one_heading() {
        for &measure in Measure::ALL {
            let places = GROUPS.iter().flat_map(|(_, measures)| *measures).filter(|&&other| other == measure);
            assert_eq!(places.count(), 1, "{measure:?}");
        }
    }

    #[test]
    fn numbers_have_three_digits_and_shares_are_percentages() {
        let plain = Unit { name: "hours".to_owned(), factor: 1.0 };
        assert_eq!(["2.35", "12.3", "235", "0.012"], [2.345_1, 12.34, 234.6, 0.012].map(|value| plain.fixed(value)));
        let share = Unit { name: "%".to_owned(), factor: 100.0 };
        assert_eq!(share.fixed(0.2345), "23.4");
        assert_eq!(share.signed(-0.05), "−5.0");
        assert_eq!(share.fixed(f64::NAN), "–");
    }

    #[test]
    fn units_are_words() {
        let scenario = library::scenario("emergency").expect("built in");
        for &measure in Measure::ALL {
            let (title, unit) = wording(measure, &scenario);
            assert!(!title.is_empty() && !unit.name.is_empty(), "{measure:?}");
            assert!(!unit.name.contains('/'), "{measure:?}: {}", unit.name);
        }
        assert_eq!(wording(M::Throughput, &scenario).1.name, "patients per clinician and week");
        assert_eq!(wording(M::Output, &scenario).1.name, "patients a week");
        assert_eq!(wording(M::Throughput, &scenario).0, "Finished by the department");
        let mut draft = scenario.draft();
        draft.set(Scope::Only(Arm::Treatment), "extra_members", Some(1.0));
        let hired = draft.finish().expect("valid");
        assert_eq!(wording(M::Throughput, &hired).0, "Finished by each clinician");
        assert_eq!(wording(M::BlockedShare, &scenario).1, Unit { name: "%".to_owned(), factor: 100.0 });
    }
}

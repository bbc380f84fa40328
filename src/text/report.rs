//! What a report says besides the result: what is decided in each team, what was changed, what to beware of.

use super::labels::Labels;
use super::numbers::plain;
use super::{list, value};
use crate::charts::catalogue::wording;
use crate::charts::tile::Verdict;
use crate::ensemble_summary::EnsembleSummary;
use model::difference::Difference;
use model::outcome::Measure;
use model::parameters::idle::idle;
use model::parameters::{Group, PARAMETERS, Source, parameter};
use model::scenario::{Arm, Scenario, Scope};
use model::shock::{Change, Shock};
use words::{parameter as parameter_words, report};

/// A parameter with two values: before and after, or without and with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The parameter, and in which team if not in both.
    pub label: String,
    /// First value.
    pub first: String,
    /// Second value.
    pub second: String,
}

/// What the team is, each with what it is called: people, work, hours, who leads, from where, what must be approved.
pub fn team(scenario: &Scenario) -> Vec<[String; 2]> {
    let source = match scenario.world().source {
        Source::Project => "project_tasks",
        Source::Flow => "demand",
        Source::Backlog => "task_hours",
    };
    let rows = [
        "members",
        "groups",
        "source",
        source,
        "task_hours",
        "hours_per_week",
        "formal_lead",
        "lead_attention",
        "remote_share",
        "p_approval",
    ];
    let mut told: Vec<[String; 2]> = Vec::new();
    for row in rows.into_iter().filter_map(parameter) {
        let label = parameter_words::label(row).to_owned();
        let acts = |arm: &Arm| idle(scenario, *arm, row.id).is_none();
        if told.iter().any(|[known, _]| *known == label) || !Arm::BOTH.iter().any(acts) {
            continue;
        }
        let [first, second] = Arm::BOTH.map(|arm| value::show(row, scenario.get(arm, row.id).flatten()));
        told.push([label, if first == second { first } else { report::Both { first: &first, second: &second }.say() }]);
    }
    told
}

/// An outcome with both teams' means and what sets them apart.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeRow {
    /// The outcome, with its unit.
    pub label: String,
    /// Means of the first team and of the second.
    pub means: [String; 2],
    /// Mean difference with its 95 % interval.
    pub difference: String,
    /// Whether it differs, in a word or two.
    pub verdict: &'static str,
}

/// The outcomes that matter, whatever the story is about: what it is about first, then work, help, people, leaving, skill.
const MATTER: [Measure; 10] = [
    Measure::Throughput,
    Measure::LeadMedian,
    Measure::Escaped,
    Measure::BlockedShare,
    Measure::Morale,
    Measure::Burnout,
    Measure::ExhaustionAssist,
    Measure::TurnoverYear,
    Measure::Skill,
    Measure::WorkAssist,
];

/// A row for each of them that there is anything to measure of.
pub fn outcomes(summary: &EnsembleSummary) -> Vec<OutcomeRow> {
    let main = summary.main.measure;
    let others = MATTER.into_iter().filter(|measure| *measure != main);
    std::iter::once(main).chain(others).filter_map(|measure| outcome_row(measure, summary)).collect()
}

fn outcome_row(measure: Measure, summary: &EnsembleSummary) -> Option<OutcomeRow> {
    let contrast = summary.contrast(measure);
    let means = [contrast.control.mean, contrast.treatment.mean];
    if means.iter().all(|mean| mean.is_nan()) {
        return None;
    }
    let (title, unit) = wording(measure, &summary.scenario);
    let [low, high] = contrast.difference.ci95();
    let difference = if contrast.difference.mean.is_finite() && low.is_finite() {
        let [mean, low, high] = [contrast.difference.mean, low, high].map(|value| unit.signed(value));
        report::Interval { mean: &mean, low: &low, high: &high }.say()
    } else {
        "–".to_owned()
    };
    Some(OutcomeRow {
        label: report::Outcome { outcome: &title, unit: &unit.name }.say(),
        means: means.map(|mean| unit.fixed(mean)),
        difference,
        verdict: Verdict::of(&contrast, measure).words(),
    })
}

/// What sets the two teams apart.
pub fn apart(scenario: &Scenario) -> Vec<Row> {
    let rows = PARAMETERS.iter().filter(|row| row.group == Group::Policy);
    rows.filter_map(|row| {
        let [first, second] = Arm::BOTH.map(|arm| scenario.get(arm, row.id));
        // Who has no assist leader needs no word on what assist leaders would do.
        let acts = |arm: Arm| idle(scenario, arm, row.id).is_none();
        let shown = |arm: Arm, value| if acts(arm) { value::show(row, value) } else { "–".to_owned() };
        (first != second && Arm::BOTH.into_iter().any(acts)).then(|| Row {
            label: parameter_words::label(row).to_owned(),
            first: shown(Arm::Control, first.flatten()),
            second: shown(Arm::Treatment, second.flatten()),
        })
    })
    .collect()
}

/// What was changed in a scenario.
pub fn changed(built_in: &Scenario, scenario: &Scenario) -> Vec<Row> {
    let row_of = |label: &str, [first, second]: [String; 2]| Row { label: label.to_owned(), first, second };
    let row = |difference: Difference| match difference {
        Difference::Parameter { row, scope, before, after } => {
            let label = parameter_words::label(row);
            // It is named all the same: it is part of what was set.
            let idles = scope.arms().iter().all(|&arm| idle(scenario, arm, row.id).is_some());
            let label = match (scope, idles) {
                (Scope::Both, false) => label.to_owned(),
                (Scope::Both, true) => report::idle(&label),
                (Scope::Only(Arm::Control), false) => report::first(&label),
                (Scope::Only(Arm::Control), true) => report::idle_first(&label),
                (Scope::Only(Arm::Treatment), false) => report::second(&label),
                (Scope::Only(Arm::Treatment), true) => report::idle_second(&label),
            };
            Some(row_of(&label, [before, after].map(|value| value::show(row, value))))
        }
        Difference::Shocks { .. } => Some(row_of(report::outside(), [built_in, scenario].map(happens))),
        Difference::UntilWeek { before, after } => Some(row_of(report::ends(), [before, after].map(ends))),
        // They stand in the report by themselves.
        Difference::Seed { .. } | Difference::Plausible { .. } | Difference::Known { .. } | Difference::Texts => None,
    };
    built_in.diff(scenario).into_iter().filter_map(row).collect()
}

fn happens(scenario: &Scenario) -> String {
    if scenario.shocks().is_empty() { report::outside_nothing().to_owned() } else { list::clauses(shocks(scenario)) }
}

fn ends(until_week: Option<u32>) -> String {
    until_week.map_or_else(|| report::ends_never().to_owned(), |week| report::ends_after(&week))
}

/// What happens from outside, a line each.
pub fn shocks(scenario: &Scenario) -> Vec<String> {
    scenario.shocks().iter().map(|shock| line(shock, scenario)).collect()
}

fn line(shock: &Shock, scenario: &Scenario) -> String {
    let week = shock.week + 1;
    let when = match shock.weeks.filter(|weeks| *weeks > 1) {
        Some(weeks) if shock.change.lasts() => report::InWeeks { from: &week, last: &(week + weeks - 1) }.say(),
        None if shock.change.lasts() && shock.weeks.is_none() => report::from_week(&week),
        _ => report::in_week(&week),
    };
    let labels = Labels::of(scenario);
    let what = match shock.change {
        Change::Demand(factor) => report::demand(&plain(factor)),
        Change::Blockers(factor) => report::blockers(&plain(factor)),
        Change::Asking(factor) => report::asking(&plain(factor)),
        Change::Hours(factor) => report::hours(&plain(factor)),
        Change::LeadAway => report::lead_away(&labels.lead()),
        Change::Leaves(seat) => report::leaves(&labels.person(seat.saturating_sub(1) as usize)),
        Change::Joins(count) => report::joins(count as usize),
        Change::Redo(share) => report::redo(&plain(100.0 * share)),
        Change::Unlearn(share) => report::unlearn(&plain(100.0 * share)),
        Change::Estrange(share) => report::estrange(&plain(100.0 * share)),
        Change::Trouble(seat) => report::trouble(&labels.person(seat.saturating_sub(1) as usize)),
    };
    if shock.label.is_empty() {
        report::Shock { when: &when, what: &what }.say()
    } else {
        report::ShockNamed { when: &when, label: &shock.label, what: &what }.say()
    }
}

/// What every report has to say of itself.
pub fn caveats() -> [&'static str; 3] {
    [report::caveat_simulation(), report::caveat_assumptions(), report::caveat_interval()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(rows: &[Row]) -> Vec<String> {
        rows.iter().map(|row| format!("{}: {} / {}", row.label, row.first, row.second)).collect()
    }

    #[test]
    fn the_team_is_described_by_what_acts_in_it() {
        let of = |name: &str| -> Vec<String> {
            let told = team(&library::scenario(name).expect("built in"));
            told.into_iter().map(|[label, value]| format!("{label}: {value}")).collect()
        };
        let software = of("software");
        for line in ["Team size: 8 people", "Groups: 2 groups", "Hours per week: 40 h a week"] {
            assert!(software.iter().any(|told| told == line), "{line}: {software:#?}");
        }
        assert!(of("emergency").iter().any(|told| told.starts_with("Demand: 113")), "{:#?}", of("emergency"));
        assert!(of("marketing").iter().any(|told| told.starts_with("Size of the project")), "{:#?}", of("marketing"));
    }

    #[test]
    fn the_outcomes_that_matter_begin_with_what_the_story_is_about() {
        let rows = outcomes(&crate::charts::tests::summary("emergency", 40));
        assert!(rows[0].label.starts_with("Waiting time"), "{rows:#?}");
        for part in ["Burnt out", "Exhaustion", "Turnover", "Skill"] {
            assert!(rows.iter().any(|row| row.label.starts_with(part)), "{part}: {rows:#?}");
        }
        assert!(rows.iter().all(|row| row.difference.contains(" to ") || row.difference == "–"), "{rows:#?}");
    }

    #[test]
    fn what_sets_the_teams_apart_and_what_was_changed() {
        let built_in = library::scenario("two_ways_to_lead").expect("built in");
        assert_eq!(lines(&apart(&built_in)), ["Micromanagement: 0.7 / 0.1", "Assist leaders: 0 people / 1 person"]);
        assert!(changed(&built_in, &built_in).is_empty());
        let mut draft = built_in.draft();
        draft.set(Scope::Both, "beta", Some(0.3));
        draft.set(Scope::Only(Arm::Treatment), "role_charter", Some(1.0));
        draft.set(Scope::Both, "recognition", Some(0.5));
        draft.set(Scope::Both, "micromanagement", Some(0.4));
        let scenario = draft.finish().expect("valid");
        let found = lines(&changed(&built_in, &scenario));
        let starts = [
            "How often work is blocked",
            "Micromanagement, first team: 0.7 / 0.4",
            "Micromanagement, second team: 0.1 / 0.4",
            "Recognition: 0",
            "Role charter, second team: no / yes",
        ];
        for start in starts {
            assert!(found.iter().any(|line| line.starts_with(start)), "{start}: {found:#?}");
        }
        assert_eq!(found.len(), 5, "{found:#?}");
    }

    #[test]
    fn other_shocks_are_a_change_too() {
        let built_in = library::scenario("emergency").expect("built in");
        let mut draft = built_in.draft();
        draft.shocks.clear();
        draft.until_week = Some(20);
        let found = lines(&changed(&built_in, &draft.finish().expect("valid")));
        assert_eq!(
            found,
            [
                "What happens from outside: Weeks 5 to 10: surge (1.25 times the work that arrives) / nothing",
                "The second team's decisions end: never / after week 20"
            ]
        );
    }

    #[test]
    fn what_does_nothing_is_said_to() {
        let built_in = library::scenario("software").expect("built in");
        let mut draft = built_in.draft();
        for (scope, id, value) in [
            (Scope::Both, "role_charter", 1.0),
            (Scope::Only(Arm::Control), "assist_share", 0.6),
            (Scope::Only(Arm::Treatment), "training", 2.0),
            (Scope::Both, "project_tasks", 100.0),
        ] {
            draft.set(scope, id, Some(value));
        }
        let scenario = draft.finish().expect("valid");
        let changed = lines(&changed(&built_in, &scenario));
        assert_eq!(
            changed,
            [
                "Size of the project (no effect): 60 tasks / 100 tasks",
                "Time for assisting, first team (no effect): 40 % / 60 %",
                "Role charter: no / yes",
                "Training, second team: 0 h a week / 2 h a week",
            ]
        );
        let apart = lines(&apart(&scenario));
        let of_the_role = [
            "Assist leaders: 0 people / 1 person",
            "Who assists: – / the most skilled person",
            "Time for assisting: – / 40 %",
            "Training: – / 2 h a week",
        ];
        assert_eq!(apart, of_the_role);
    }

    #[test]
    fn nobody_in_the_role_needs_no_word_on_the_role() {
        let mut draft = library::scenario("baseline").expect("built in").draft();
        draft.set(Scope::Only(Arm::Treatment), "assist_share", Some(0.2));
        assert!(apart(&draft.finish().expect("valid")).is_empty());
        let mut draft = library::scenario("baseline").expect("built in").draft();
        draft.set(Scope::Only(Arm::Treatment), "formal_lead", Some(0.0));
        let rows = apart(&draft.finish().expect("valid"));
        assert_eq!(rows.iter().map(|row| row.label.as_str()).collect::<Vec<_>>(), ["Formal lead"]);
    }

    #[test]
    fn shocks_are_said_with_their_weeks() {
        let of = |name| shocks(&library::scenario(name).expect("built in"));
        assert_eq!(of("emergency"), ["Weeks 5 to 10: surge (1.25 times the work that arrives)"]);
        assert!(of("research")[0].starts_with("Week 9: the main experiment fails ("), "{:?}", of("research"));
    }
}

//! Which assumptions matter, in words and bars.

use super::list;
use super::numbers::fixed;
use super::value;
use crate::charts::catalogue::{Unit, difference_unit};
use crate::charts::rows::{Bar, Marks, Row, Rows, Tone};
use crate::inquiry::Question;
use experiment::design::{Asked, Experiment, PAIRS_OF_WORLD, Question as Kind};
use experiment::goal::Goal;
use experiment::indices::{Found, Owed};
use experiment::plausible::{ends, own};
use experiment::screening::Screened;
use experiment::statistics::elementary::{FIRST, Stability};
use experiment::statistics::sample::Estimate;
use model::fault::Fault;
use model::outcome::Measure;
use model::parameters::Parameter;
use model::scenario::Scenario;
use words::{asked, numbers, outcome, parameter};

/// Assumptions that are drawn; all are in the table.
const DRAWN: usize = 12;
/// Points of each scrambling.
const POINTS: u32 = 64;
/// Of an effect's mean size, how much of its mean it takes to say which way it goes.
const ONE_WAY: f64 = 0.5;

/// Which assumptions matter for an outcome, from so many base points.
///
/// # Errors
/// There is nothing to screen, or a world could not be run.
pub fn screening(scenario: &Scenario, outcome: Measure, bases: u32) -> Result<Question, Vec<Fault>> {
    of(scenario, outcome, Kind::Screen { bases })
}

/// How much each of the first assumptions of a screening explains.
///
/// # Errors
/// A world could not be run.
pub fn shares(scenario: &Scenario, outcome: Measure, rows: &[Screened]) -> Result<Question, Vec<Fault>> {
    let parameters = first(rows).map(|row| row.parameter.id.to_owned()).collect();
    of(scenario, outcome, Kind::Indices { parameters, points: POINTS })
}

fn of(scenario: &Scenario, outcome: Measure, question: Kind) -> Result<Question, Vec<Fault>> {
    let asked = Asked {
        title: String::new(),
        scenario: own(scenario),
        question,
        outcomes: vec![outcome],
        effort: Goal::Pairs(PAIRS_OF_WORLD),
    };
    Question::of(Experiment::new(asked)?)
}

/// The assumptions that come first: those that move the difference by more than luck would.
fn first(rows: &[Screened]) -> impl Iterator<Item = &Screened> {
    rows.iter().filter(|row| row.effects.ci95[0] > row.luck).take(FIRST)
}

/// How many come first.
pub fn count_first(rows: &[Screened]) -> usize {
    first(rows).count()
}

/// What a screening says first.
pub fn screened(rows: &[Screened]) -> String {
    let names: Vec<String> =
        first(rows).map(|row| asked::matters_most_name(&parameter::label(row.parameter))).collect();
    if names.is_empty() {
        return asked::matters_none().to_owned();
    }
    asked::matters_most(&list::and(names))
}

/// How stable the order is.
pub fn stable(rows: &[Screened], stability: &Stability) -> String {
    // Where there are no more than those, they are always the first.
    if rows.len() <= FIRST || count_first(rows) == 0 {
        return String::new();
    }
    asked::MattersStable { count: &FIRST, share: &fixed(100.0 * stability.same, 0) }.say()
}

/// The bars of a screening, the assumption that matters most above.
pub fn screened_rows(scenario: &Scenario, measure: Measure, rows: &[Screened]) -> Rows {
    let unit = difference_unit(measure, scenario);
    let known = rows.iter().filter(|row| row.effects.size.is_finite()).take(DRAWN);
    let bar = |row: &Screened| Bar {
        value: unit.factor * row.effects.size,
        ci95: row.effects.ci95.map(|end| unit.factor * end),
        tone: tone(measure, row),
        luck: Some(unit.factor * row.luck),
    };
    let drawn = known.map(|row| Row { label: label(row.parameter), marks: Marks::Bars(vec![bar(row)]) });
    let name = if unit.name.is_empty() { words::result::points().to_owned() } else { unit.name.clone() };
    Rows { rows: drawn.collect(), unit: asked::matters_unit(&name), signed: false }
}

fn label(row: &Parameter) -> String {
    parameter::label(row).to_owned()
}

/// Whom a higher value helps, if it mostly goes one way.
fn tone(measure: Measure, row: &Screened) -> Tone {
    let one_way = row.effects.mean.abs() > ONE_WAY * row.effects.size;
    if one_way { Tone::of(measure, row.effects.mean) } else { Tone::Neutral }
}

/// A row of the table of a screening: the assumption, what is plausible, its effect with its interval, what luck alone would give.
pub fn cells(scenario: &Scenario, measure: Measure, row: &Screened) -> [String; 3] {
    let unit = difference_unit(measure, scenario);
    let [lowest, highest] = ends(scenario, row.parameter).map(|end| value::show(row.parameter, Some(rounded(end))));
    let plausible = numbers::Range { low: &lowest, high: &highest }.say();
    let [low, high] = row.effects.ci95.map(|end| write(&unit, end));
    let range = numbers::Range { low: &low, high: &high }.say();
    let effect = words::why::Amount { mean: &write(&unit, row.effects.size), range: &range }.say();
    [plausible, effect, write(&unit, row.luck)]
}

/// With three digits, for an end is worked out on a scale of its own.
fn rounded(value: f64) -> f64 {
    format!("{value:.2e}").parse().unwrap_or(value)
}

/// With three digits: sizes of effects are not known better.
fn write(unit: &Unit, value: f64) -> String {
    let value = unit.factor * value;
    let decimals = (0..4).find(|&decimals| value.abs() >= 10.0_f64.powi(1 - decimals)).unwrap_or(3);
    fixed(value, decimals as usize)
}

/// The bars of shares, and luck's own below them.
pub fn share_rows(found: &Found) -> Rows {
    let bar = |share: Estimate, tone| Bar {
        value: 100.0 * share.mean,
        ci95: share.ci95().map(|end| 100.0 * end),
        tone,
        luck: None,
    };
    let row = |owed: &Owed| Row {
        label: label(owed.parameter),
        marks: Marks::Bars([owed.first, owed.total].map(|share| bar(share, Tone::Second)).to_vec()),
    };
    let luck = Row { label: asked::shares_luck().to_owned(), marks: Marks::Bars(vec![bar(found.luck, Tone::Neutral)]) };
    Rows {
        rows: found.owed.iter().map(row).chain([luck]).collect(),
        unit: asked::shares_unit().to_owned(),
        signed: false,
    }
}

/// What is said of shares: whose they are, and how much luck has.
pub fn share_words(found: &Found, measure: Measure) -> String {
    let per_cent = |share: f64| fixed(100.0 * share, 0);
    let [low, high] = found.luck.ci95().map(per_cent);
    let range = numbers::Range { low: &low, high: &high }.say();
    let luck = if found.luck.n > 1 {
        asked::SharesLuckNote { share: &per_cent(found.luck.mean), range: &range }.say()
    } else {
        String::new()
    };
    let noise = found.owed.iter().any(library::results::is_noise);
    let noise = if noise { asked::shares_noise().to_owned() } else { String::new() };
    list::sentences(vec![noise, asked::shares_text(&outcome::label(measure)), luck])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inquiry::Findings;
    use experiment::study::{Study, threads};
    use std::rc::Rc;

    fn findings(question: Question) -> Findings {
        let points = (0..question.count()).map(|point| question.point(point, 0).expect("it can be run"));
        let results = threads::all(&mut Study::new(0), points).into_iter().map(Some).collect();
        Findings { question: Rc::new(question), results, pairs: [0; 2], left: None, round: [1, 1], complete: true }
    }

    /// All known but for two.
    fn scenario() -> Scenario {
        let mut draft = library::scenario("software").expect("built in").draft();
        for row in experiment::plausible::open(&library::scenario("software").expect("built in")) {
            if !["alpha", "beta"].contains(&row.id) {
                draft.know(row.id);
            }
        }
        draft.finish().expect("valid")
    }

    #[test]
    fn what_matters_is_told_drawn_and_leads_to_shares() {
        let scenario = scenario();
        let found = findings(screening(&scenario, Measure::Throughput, 20).expect("valid"));
        let (rows, stability, bases) = found.screened(Measure::Throughput).expect("known");
        assert_eq!((rows.len(), bases), (2, 20));
        let said = screened(&rows);
        assert_eq!(stable(&rows, &stability), "", "two of two are always the first");
        assert!(said.starts_with("Clearly above luck: readiness to ask"), "{said}");
        let drawn = screened_rows(&scenario, Measure::Throughput, &rows);
        assert_eq!(drawn.rows.len(), 2);
        assert!(cells(&scenario, Measure::Throughput, &rows[0])[0].contains(" to "));
        // Half of the base points are known: so much is told of those.
        let mut half = found.clone();
        half.results.iter_mut().skip(13).for_each(|results| *results = None);
        assert_eq!(half.screened(Measure::Throughput).map(|(.., bases)| bases), Some(4));
        half.results.iter_mut().skip(5).for_each(|results| *results = None);
        assert!(half.screened(Measure::Throughput).is_none(), "one base point says nothing of others");
    }

    #[test]
    fn shares_have_a_bar_each_and_luck_its_own() {
        let scenario = scenario();
        let kind = Kind::Indices { parameters: vec!["beta".to_owned(), "alpha".to_owned()], points: 2 };
        let found = findings(of(&scenario, Measure::Throughput, kind).expect("valid"));
        let (owed, scramblings) = found.owed(Measure::Throughput).expect("known");
        assert_eq!((scramblings, share_rows(&owed).rows.len()), (4, 3));
        assert!(share_words(&owed, Measure::Throughput).contains("Of how far worlds lie apart in throughput"));
    }

    #[test]
    fn where_nothing_is_left_to_screen_that_is_said() {
        let mut draft = scenario().draft();
        draft.know("beta");
        draft.know("alpha");
        assert!(screening(&draft.finish().expect("valid"), Measure::Throughput, 10).is_err());
    }
}

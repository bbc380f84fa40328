//! Results as text, JSON and comma-separated values.

use std::fmt::Write;

use crate::notes;
use experiment::ensemble::Contrast;
use experiment::members::{Members, OUTCOMES};
use experiment::study::results::Results;
use library::origin::{DEFAULTS, Origin};
use library::printable::printable;
use library::results::{VERSION, marked_by_luck};
use model::outcome::{Better, Measure};
use model::scenario::{Arm, Scenario};

/// The built-in scenarios, a line each.
pub fn scenarios() -> String {
    library::names()
        .filter_map(library::scenario)
        .map(|scenario| format!("{:<12} {}\n", scenario.texts().name, scenario.texts().title))
        .collect()
}

/// A table to read, of these outcomes; where worlds are drawn, with what teams of the scenario's own world come to.
pub fn text(scenario: &Scenario, results: &Results, teams: Option<&Results>, outcomes: &[Measure]) -> String {
    let mut out = head(scenario, results.done());
    if let Some(teams) = teams {
        out.push_str(&worlds(scenario.main_measure(), teams, results));
    }
    let _ = writeln!(
        out,
        "\n{:<20} {:>10} {:>10} {:>11}  {:<24} {:>12}  unit",
        "", "control", "treatment", "difference", "95 % interval", "higher in"
    );
    let mut intervals = 0;
    for &measure in outcomes {
        let contrast = results.contrast(measure);
        let Contrast { control, treatment, difference, .. } = contrast;
        let [low, high] = difference.ci95();
        // What is left over from rounding is no difference.
        let differs = contrast.differs();
        let mean = if differs || difference.n == 0 { difference.mean } else { 0.0 };
        let higher = if differs { contrast.higher } else { 0 };
        let interval = match (low.is_nan(), differs) {
            (true, _) => "-".to_owned(),
            (_, false) => "the same".to_owned(),
            _ => format!("[{}, {}]", signed(low), signed(high)),
        };
        intervals += usize::from(interval.starts_with('['));
        let counted = if difference.n == 0 { "-".to_owned() } else { format!("{higher} of {}", difference.n) };
        let _ = writeln!(
            out,
            "{:<20} {:>10} {:>10} {:>11}  {interval:<24} {counted:>12}  {}",
            measure.info().id,
            number(control.mean),
            number(treatment.mean),
            signed(mean),
            measure.info().unit,
        );
    }
    out.push_str(&luck(intervals));
    for note in notes::caveats(results.done(), results.caveats()) {
        let _ = writeln!(out, "\n{note}");
    }
    out
}

/// How often the second team does better: by luck alone, and in plausible worlds.
fn worlds(measure: Measure, teams: &Results, worlds: &Results) -> String {
    let [teams, worlds] = [teams, worlds].map(|results| {
        let contrast = results.contrast(measure);
        let lower = measure.info().better == Better::Lower;
        let better = if lower { contrast.lower } else { contrast.higher };
        format!("{better} of {}", contrast.difference.n)
    });
    let verdict = if measure.info().better == Better::Neither { "higher" } else { "better" };
    format!(
        "\nThe second team's {} is {verdict} in {teams} teams like this, which differ in people and luck,\n\
         and in {worlds} plausible worlds, which also differ in what has to be guessed. The table is of these worlds.\n",
        measure.info().id,
    )
}

/// What a text is of: the scenario, and what of it was set otherwise.
pub fn head(scenario: &Scenario, pairs: u32) -> String {
    let origin = Origin::of(scenario);
    let mut out = format!(
        "{} ({}), seed {}, {pairs} {}, assist-lab {VERSION}\n",
        printable(&scenario.texts().title),
        printable(&origin.scenario),
        origin.seed,
        if pairs == 1 { "pair" } else { "pairs" },
    );
    let settings = printable(&origin.settings);
    let _ = match (origin.based_on, settings.as_str()) {
        (DEFAULTS, "") => writeln!(out, "not a built-in scenario: everything is at its default"),
        (DEFAULTS, settings) => writeln!(out, "not a built-in scenario: the defaults with {settings}"),
        (_, "") => Ok(()),
        (name, settings) => writeln!(out, "differs from the built-in scenario {name}: {settings}"),
    };
    out
}

/// A table of members to read: for each arm a line for each member, with means.
pub fn members(scenario: &Scenario, members: &Members) -> String {
    let mut out = head(scenario, members.pairs);
    for (arm, name) in Arm::BOTH.into_iter().zip(["control", "treatment"]) {
        let _ = write!(out, "\n{name}\n{:<13} rank", "role");
        let width = |id: &str| id.len().max(8) + 2;
        for (id, _) in OUTCOMES {
            let _ = write!(out, "{id:>0$}", width(id));
        }
        out.push('\n');
        for row in members.rows.iter().filter(|row| row.arm == arm) {
            let _ = write!(out, "{:<13} {:>4}", row.role.name(), row.rank);
            for ((id, _), estimate) in OUTCOMES.iter().zip(&row.estimates) {
                let _ = write!(out, "{:>1$}", number(estimate.mean), width(id));
            }
            out.push('\n');
        }
    }
    let units: Vec<String> =
        OUTCOMES.iter().filter(|(_, unit)| !unit.is_empty()).map(|(id, unit)| format!("{id} [{unit}]")).collect();
    let _ = writeln!(
        out,
        "\nMeans over the pairs; units: {}. Use --format csv or json for standard errors.",
        units.join(", ")
    );
    for note in notes::caveats(members.pairs, members.caveats) {
        let _ = writeln!(out, "\n{note}");
    }
    out
}

/// What to make of so many intervals at once.
fn luck(intervals: usize) -> String {
    let marked = match (intervals, marked_by_luck(intervals)) {
        (0, _) => return String::new(),
        (_, 0) => "less than one".to_owned(),
        (_, whole) => format!("about {whole}"),
    };
    format!(
        "\nEach interval holds for its own outcome. Even if nothing differed, luck alone would put {marked} of {intervals} intervals off zero.\n"
    )
}

/// Four decimals, or where those would make a nought of it as many as show it.
pub fn number(value: f64) -> String {
    match value {
        nothing if nothing.is_nan() => "-".to_owned(),
        small if small != 0.0 && small.abs() < 0.00005 => format!("{small:.1e}"),
        value => format!("{value:.4}"),
    }
}

/// The same with its sign.
pub fn signed(value: f64) -> String {
    let text = number(value);
    if value > 0.0 { format!("+{text}") } else { text }
}

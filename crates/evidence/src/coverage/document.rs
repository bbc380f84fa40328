//! docs/coverage.md, from what was found.

use std::collections::BTreeMap;
use std::fmt::Write;

use experiment::ensemble::{Contrast, Ensemble};

use super::{Reading, Statement, Status, statements};
use crate::validation::document::{digits, figure, fingerprint, number};
use crate::validation::figure::{Figure, ensemble};

/// What the chapters are about.
pub const CHAPTERS: [&str; 10] = [
    "Who assist leaders are, and what they bring",
    "Traits",
    "Support in history",
    "Assisting and directing",
    "What it does to people",
    "Cases",
    "What wears the role down",
    "How to develop them",
    "Measuring",
    "What comes next",
];

/// Pairs for each scenario and its settings.
const PAIRS: u32 = 1600;

/// A statement with what its readings come to.
type Found = (Statement, Vec<Contrast>);

/// Works everything out and writes the document; `progress` hears what is being done. Answers the text and whether every reading shows what
/// its statement's text rests on.
pub fn coverage(mut progress: impl FnMut(&str)) -> (String, bool) {
    let found = find(PAIRS, &mut progress);
    let holds = found.iter().all(|(statement, contrasts)| {
        let mut shown = statement.readings.iter().zip(contrasts);
        shown.all(|(reading, contrast)| reading.shows.is_none_or(|shows| shows.holds(contrast)))
    });
    let mut out = opening(&found);
    write_contradicted(&mut out, &found);
    write_missing(&mut out, &found);
    write_statements(&mut out, &found);
    (out, holds)
}

/// What all readings come to; what several have in common is run once.
fn find(pairs: u32, progress: &mut impl FnMut(&str)) -> Vec<Found> {
    let mut runs: BTreeMap<(String, String), Ensemble> = BTreeMap::new();
    let mut chapter = 0;
    let read = |statement: Statement| {
        if statement.chapter() != chapter {
            chapter = statement.chapter();
            progress(CHAPTERS[chapter - 1]);
        }
        let contrast = |reading: &Reading| {
            let run = runs
                .entry((reading.scenario.clone(), reading.settings.clone()))
                .or_insert_with(|| ensemble(&reading.scenario(), pairs));
            run.contrast(reading.measure())
        };
        let contrasts = statement.readings.iter().map(contrast).collect();
        (statement, contrasts)
    };
    statements().into_iter().map(read).collect()
}

fn opening(found: &[Found]) -> String {
    let count = |status, chapter: Option<usize>| {
        let wanted = |statement: &Statement| {
            statement.status == status && chapter.is_none_or(|chapter| statement.chapter() == chapter)
        };
        found.iter().filter(|(statement, _)| wanted(statement)).count()
    };
    let contradicted = |chapter: Option<usize>| {
        let wanted = |statement: &Statement| {
            statement.contradicted.is_some() && chapter.is_none_or(|chapter| statement.chapter() == chapter)
        };
        found.iter().filter(|(statement, _)| wanted(statement)).count()
    };
    let row = |title: &str, chapter: Option<usize>| {
        let counts = Status::ALL.map(|status| count(status, chapter).to_string());
        format!("| {title} | {} | {} |\n", counts.join(" | "), contradicted(chapter))
    };
    let mut out = format!(
        "# Coverage\n\n\
         What is claimed about assist leaders, and how much of it can be seen in Assist Lab? An essay about them was read chapter by chapter; what \
         it states is listed here in {} short sentences, each with \
         the place where its effect can be seen, or the reason why it cannot.\n\n\
         In short: {} can be seen, {} in part, {} not, and {} are not for a simulator of work teams. In {} cases the model contradicts the claim.\n\n\
         *Seen* means that a lever, an outcome or a scenario of the lab shows the effect, not that the model agrees with the claim: claims that it \
         contradicts can be tried out like the rest. Nor does the model prove anything about real teams; the evidence for it is in the \
         [validation](validation.md) and the [verification](verification.md).\n\n\
         | chapter | {} | contradicted |\n|---|---|---|---|---|---|\n",
        found.len(),
        count(Status::Seen, None),
        count(Status::Part, None),
        count(Status::Not, None),
        count(Status::Outside, None),
        contradicted(None),
        Status::ALL.map(Status::words).join(" | "),
    );
    for (place, title) in CHAPTERS.iter().enumerate() {
        out.push_str(&row(&format!("{} {title}", place + 1), Some(place + 1)));
    }
    out.push_str(&row("all", None));
    let _ = write!(
        out,
        "\nThis page is written by `cargo xtask coverage`; nothing in it is edited by hand. Statements, places and reasons are in \
         `crates/evidence/src/coverage.json`; figures come from {PAIRS} pairs of \
         each scenario. Made by assist-lab {} with a model in which the treatment arm of the default scenario has throughput, morale and exhaustion \
         of `{}` over 20 pairs; a test fails if these change.\n",
        env!("CARGO_PKG_VERSION"),
        fingerprint(),
    );
    out
}

/// How the table of readings is read, said once.
const READINGS: &str = "| no. | scenario | settings | outcome | control | treatment | difference (95 % interval) | |\n|---|---|---|---|---|---|---|---|\n";

fn write_contradicted(out: &mut String, found: &[Found]) {
    out.push_str(
        "\n## 1 What the model contradicts\n\n\
         To repeat a figure, run `assist-lab run` with the scenario's name; put each of the settings after `--set`, or, if it begins with \
         `control.` or `treatment.`, after `--control` or `--treatment`, without that prefix. If the last column says higher, lower or alike (less \
         than 1 % of control), the text relies on it.\n\n\
         | no. | claim | model |\n|---|---|---|\n",
    );
    let against = || found.iter().filter(|(statement, _)| statement.contradicted.is_some());
    for (Statement { number, statement, contradicted, .. }, _) in against() {
        let _ = writeln!(out, "| {number} | {statement} | {} |", contradicted.as_deref().unwrap_or_default());
    }
    let _ = write!(out, "\nTheir figures:\n\n{READINGS}");
    against().for_each(|found| write_readings(out, found));
}

fn write_missing(out: &mut String, found: &[Found]) {
    out.push_str("\n## 2 What is not shown, or in part\n");
    for status in [Status::Part, Status::Not, Status::Outside] {
        let _ = write!(out, "\n### {}\n\n| no. | claim | why |\n|---|---|---|\n", capital(status.words()));
        for (Statement { number, statement, how, .. }, _) in
            found.iter().filter(|(statement, _)| statement.status == status)
        {
            let _ = writeln!(out, "| {number} | {statement} | {how} |");
        }
    }
}

fn write_statements(out: &mut String, found: &[Found]) {
    out.push_str("\n## 3 All statements\n");
    for (place, title) in CHAPTERS.iter().enumerate() {
        let chapter = || found.iter().filter(|(statement, _)| statement.chapter() == place + 1);
        let _ = write!(out, "\n### {title}\n\n| no. | claim | shown | where, or why not |\n|---|---|---|---|\n");
        for (statement, _) in chapter() {
            let _ = writeln!(out, "{}", row(statement));
        }
        let _ = write!(out, "\nFigures:\n\n{READINGS}");
        chapter().for_each(|found| write_readings(out, found));
    }
}

/// A statement as a row of its chapter's table.
pub fn row(statement: &Statement) -> String {
    let Statement { number, statement, status, how, contradicted, .. } = statement;
    let against = if contradicted.is_some() { ", contradicted" } else { "" };
    format!("| {number} | {statement} | {}{against} | {how} |", status.words())
}

fn write_readings(out: &mut String, (statement, contrasts): &Found) {
    for (reading, contrast) in statement.readings.iter().zip(contrasts) {
        let settings = if reading.settings.is_empty() { "-".to_owned() } else { format!("`{}`", reading.settings) };
        let shows = match reading.shows {
            None => "",
            Some(shows) if shows.holds(contrast) => shows.words(),
            Some(_) => "**fails**",
        };
        let _ = writeln!(
            out,
            "| {} | `{}` | {settings} | `{}` | {} | {} | {} | {shows} |",
            statement.number,
            reading.scenario,
            reading.measure,
            level(contrast.control.mean),
            level(contrast.treatment.mean),
            difference(contrast),
        );
    }
}

/// A mean, to three figures; nothing, where no run has a value.
fn level(value: f64) -> String {
    if value.is_finite() { number(value, digits(value)) } else { "-".to_owned() }
}

/// The difference with its interval, and as a share of control where that has a size.
fn difference(contrast: &Contrast) -> String {
    let found = Figure::from(contrast.difference);
    if !found.mean.is_finite() {
        return "-".to_owned();
    }
    let control = contrast.control.mean.abs();
    let share = if control > 0.0 { format!(", {} %", number(100.0 * found.mean / control, 1)) } else { String::new() };
    format!("{}{share}", figure(found))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

//! docs/validation.md, from what was found.

use std::fmt::Write;

use experiment::ensemble::run;
use model::outcome::Measure;
use model::parameters::Source;
use words::outcome;

use super::calibration::{Calibration, SPREAD, TARGETS, calibrate};
use super::failure_modes::{Mode, modes};
use super::figure::{Figure, Target, Verdict};
use super::parts::{Parts, TOLD, parts};
use super::patterns::{Pattern, Role, patterns};
use super::stories::{Story, stories};
use super::worlds::{LOAD, Map, PLAUSIBLE, REPORTED, map};
use crate::settings::built_in;

/// Replications for each setting of a pattern.
const PATTERN_RUNS: u32 = 400;
/// Pairs for each setting of a failure mode and each story.
const PAIRS: u32 = 400;
/// Pairs for each mechanism that carries the effect.
const PARTS: u32 = 1000;
/// Settings tried in calibration, and replications for each.
const CALIBRATION: (usize, u32) = (1000, 40);
/// Worlds drawn, and pairs for each.
const WORLDS: (usize, u32) = (2000, 60);

/// Works everything out and writes the document; `progress` hears what is being done. Answers the text and whether all failure modes
/// show their signs.
pub fn validation(mut progress: impl FnMut(&str)) -> (String, bool) {
    let patterns = patterns(PATTERN_RUNS, &mut progress);
    progress("calibration");
    let calibration = calibrate(CALIBRATION.0, CALIBRATION.1);
    progress("failure modes");
    let modes = modes(PAIRS);
    progress("stories");
    let stories = stories(PAIRS);
    progress("what carries the effect");
    let parts = parts(PARTS);
    progress("plausible worlds");
    let map = map(WORLDS.0, WORLDS.1);
    let shown = modes.iter().flat_map(|mode| &mode.signs).all(|sign| sign.target.judge(sign.figure) == Verdict::Met);
    let mut out = opening(&patterns, &map);
    write_patterns(&mut out, &patterns);
    write_calibration(&mut out, &calibration);
    write_modes(&mut out, &modes);
    write_stories(&mut out, &stories);
    write_map(&mut out, &map);
    write_parts(&mut out, &parts);
    (out, shown)
}

/// The section of the patterns alone, with so many replications, for who works on the model.
pub fn patterns_alone(n: u32, mut progress: impl FnMut(&str)) -> String {
    let mut out = String::new();
    write_patterns(&mut out, &patterns(n, &mut progress));
    out
}

/// Figures that move whenever the model does: means over 20 pairs of the default scenario, to the last digits. The golden digest would also change
/// when only an outcome is added.
pub fn fingerprint() -> String {
    let pairs = run(&built_in("software", ""), 0..20);
    let mean = |measure| pairs.iter().map(|pair| pair.treatment.get(measure)).sum::<f64>() / pairs.len() as f64;
    [Measure::Throughput, Measure::Morale, Measure::Exhaustion]
        .map(|measure| format!("{:.12}", mean(measure)))
        .join(", ")
}

fn opening(patterns: &[Pattern], map: &Map) -> String {
    let verdicts: Vec<Verdict> = patterns
        .iter()
        .filter(|pattern| pattern.role == Role::Validation)
        .flat_map(|pattern| &pattern.readings)
        .filter_map(|reading| Some(reading.target?.judge(reading.figure)))
        .collect();
    let count = |verdict| verdicts.iter().filter(|&&found| found == verdict).count();
    let backlog = map.tally(Source::Backlog, 0);
    format!(
        "# Validation\n\n\
         Does the model behave like real teams? This page is written by `cargo xtask validate`; nothing in it is edited by hand. Figures are means \
         with 95 % \
         intervals over replications of the seeds of the scenarios. *Met* means that the whole interval lies within the target, *missed* that it \
         lies outside, *open* that it straddles a limit.\n\n\
         In short: of {} targets that were not used to set a default, {} are met, {} open, {} missed. In {} of {} plausible teams with a backlog an assist leader raises output, \
         in {} it lowers it. Verification, whether the program computes what it should, is [another page](verification.md).\n\n\
         Made with a model in which the treatment arm of the default scenario has throughput, morale and exhaustion of `{}` over 20 pairs; a test \
         fails if these change.\n",
        verdicts.len(),
        count(Verdict::Met),
        count(Verdict::Open),
        count(Verdict::Missed),
        backlog.helps,
        backlog.worlds,
        backlog.harms,
        fingerprint(),
    )
}

/// Digits that show three figures of a size.
pub(crate) fn digits(size: f64) -> usize {
    match size.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        _ => 3,
    }
}

/// A number with so many decimals.
pub(crate) fn number(value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    // No negative zero.
    if text.trim_start_matches(['-', '0', '.']).is_empty() { text.trim_start_matches('-').to_owned() } else { text }
}

/// A figure with its interval.
pub(crate) fn figure(figure: Figure) -> String {
    let Figure { mean, ci: [low, high] } = figure;
    let digits = digits(low.abs().max(high.abs()));
    if low == high {
        number(mean, digits)
    } else {
        format!("{} ({} to {})", number(mean, digits), number(low, digits), number(high, digits))
    }
}

fn target(target: Target) -> String {
    match target {
        Target::Within(from, to) => format!("{from} to {to}"),
        Target::Above(from) => format!("over {from}"),
        Target::Below(to) => format!("under {to}"),
    }
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::Open => "open",
        Verdict::Missed => "**missed**",
    }
}

fn write_patterns(out: &mut String, patterns: &[Pattern]) {
    let _ = write!(
        out,
        "\n## 1 Patterns\n\nThe approach is pattern-oriented modelling (Grimm et al. 2005): many weak patterns at several levels rather than one curve fitted. {PATTERN_RUNS} \
         replications for each setting, fewer for large teams. Sources are given in full in the [model document](model.md#9-sources).\n"
    );
    for pattern in patterns {
        let role = match pattern.role {
            Role::Calibration => "used in calibration",
            Role::Validation => "kept for validation",
        };
        let _ = write!(
            out,
            "\n### {}\n\n{} ({role}). {}\n\n| what | target | model | |\n|---|---|---|---|\n",
            pattern.title, pattern.source, pattern.experiment
        );
        for reading in &pattern.readings {
            let unit = if reading.unit.is_empty() { String::new() } else { format!(" [{}]", reading.unit) };
            let judged = reading.target.map_or("", |wanted| verdict(wanted.judge(reading.figure)));
            let wanted = reading.target.map_or_else(|| "-".to_owned(), target);
            let _ = writeln!(out, "| {}{unit} | {wanted} | {} | {judged} |", reading.what, figure(reading.figure));
        }
        let _ = write!(out, "\n{}\n", pattern.comment);
    }
    out.push_str(
        "\n### Not represented\n\n\
         - Overtime pushed by backlog oscillates, and a limit on hours stabilises it (Homer 1985). Hours in the model are decided, they do not follow the backlog; no replication is claimed.\n",
    );
}

fn write_calibration(out: &mut String, calibration: &Calibration) {
    let Calibration { tried, met, kept, rows } = calibration;
    let (_, runs) = CALIBRATION;
    let _ = write!(
        out,
        "\n## 2 Calibration\n\nApart from `c_o` (long hours) and `g_u` (thanks), only the targets of the first pattern were used for calibration. \
         Defaults were chosen by hand near round numbers, then \
         compared with {tried} settings from a Latin hypercube from {} to {} times each default, {runs} replications each. Taken singly, the \
         targets were met by {} (burnt out), {} (time stuck), {} \
         (turnover) and {} (morale) of them; {kept} met all four. Four targets cannot determine {} parameters: most can lie anywhere in the range \
         tried if others compensate, and only those that move a target strongly are narrowed. So the defaults are one plausible setting among many, \
         and the map in section 5 does not rest on them.\n\n\
         The last columns give rank correlations with the four measures over all settings tried: which parameter moves which measure.\n\n\
         | parameter | default | tried | median and middle half of those kept | burnt out | stuck | turnover | morale |\n|---|---|---|---|---|---|---|---|\n",
        SPREAD[0],
        SPREAD[1],
        met[0],
        met[1],
        met[2],
        met[3],
        rows.len(),
    );
    debug_assert_eq!(TARGETS.len(), 4, "the table has a column for each");
    for row in rows {
        let [low, middle, high] = row.kept;
        let [from, to] = row.tried;
        let digits = digits(to).min(3);
        let pull: Vec<String> = row.pull.iter().map(|pull| format!("{pull:+.2}")).collect();
        let _ = writeln!(
            out,
            "| `{}` | {} | {} to {} | {} ({} to {}) | {} |",
            row.row.id,
            row.row.show(row.row.default()),
            number(from, digits),
            number(to, digits),
            number(middle, digits),
            number(low, digits),
            number(high, digits),
            pull.join(" | "),
        );
    }
}

fn write_modes(out: &mut String, modes: &[Mode]) {
    let _ = write!(
        out,
        "\n## 3 Failure modes\n\nEach is a built-in scenario, over {PAIRS} pairs; treatment minus control unless stated otherwise. A test checks \
         their signs.\n\n\
         | what goes wrong | scenario | sign | wanted | model | |\n|---|---|---|---|---|---|\n"
    );
    for mode in modes {
        for sign in &mode.signs {
            let _ = writeln!(
                out,
                "| {} | `{}` | {} | {} | {} | {} |",
                mode.title,
                mode.scenario,
                sign.what,
                target(sign.target),
                figure(sign.figure),
                verdict(sign.target.judge(sign.figure))
            );
        }
    }
}

fn write_stories(out: &mut String, stories: &[Story]) {
    let _ = write!(
        out,
        "\n## 4 Stories and their claims\n\nWhat each built-in story claims, and what the model shows for the nearest measure, over {PAIRS} pairs. \
         Settings were chosen to fit what the story says about the team and its work, not its claim.\n\n| scenario | claim | measure | without | \
         with | change | higher in |\n|---|---|---|---|---|---|---|\n"
    );
    for story in stories {
        let [control, treatment] = story.arms;
        let digits = digits(control);
        let _ = writeln!(
            out,
            "| {} (`{}`) | {} | {} | {} | {} | {} % | {:.0} % of pairs |",
            story.title,
            story.name,
            story.claim,
            outcome::label(story.measure),
            number(control, digits),
            number(treatment, digits),
            figure(story.change.times(100.0)),
            100.0 * story.pairs[0],
        );
    }
}

fn write_map(out: &mut String, map: &Map) {
    let kept = map.worlds.len();
    let (backlog, flow) = (map.of(Source::Backlog).count(), map.of(Source::Flow).count());
    let criteria: Vec<String> = PLAUSIBLE
        .iter()
        .map(|(measure, from, to)| format!("{} {from} to {to}", outcome::label(*measure).to_lowercase()))
        .collect();
    let _ = write!(
        out,
        "\n## 5 Where an assist leader helps\n\n{} worlds from a Latin hypercube over {} parameters, each over the middle half of its lever's range (halfway from the default to either end), half with a \
         backlog, half with arrivals at {} to {} of what the same team finishes with a backlog (the load). {kept} of them have a plausible team without assist leader ({}; work does not pile up in half of the runs): {backlog} with a backlog, {flow} with \
         arrivals. In each, one assist leader is compared with none, over {} pairs. *Helps* and *harms* mean that \
         the 95 % interval of the difference excludes zero on that side; with so many comparisons, about \
         2 % on either side would do so by luck. Changes are in per cent of control's level, as quartiles over worlds.\n",
        map.drawn,
        map.axes.len(),
        LOAD[0],
        LOAD[1],
        criteria.join(", "),
        map.pairs
    );
    for (source, name) in [(Source::Backlog, "Backlog"), (Source::Flow, "Arrivals")] {
        let _ = write!(
            out,
            "\n### {name}\n\n| measure | helps | harms | unclear | change, lower quartile | median | upper quartile | goes most with |\n|---|---|---|---|---|---|---|---|\n"
        );
        for (place, measure) in REPORTED.iter().enumerate() {
            let tally = map.tally(source, place);
            let share = |count: usize| 100.0 * count as f64 / tally.worlds as f64;
            let [low, middle, high] = tally.quartiles.map(|size| format!("{:+.1} %", 100.0 * size));
            let drivers: Vec<String> = map
                .drivers(source, place, 4)
                .iter()
                .map(|&(axis, correlation)| format!("`{}` {correlation:+.2}", map.name(axis)))
                .collect();
            let _ = writeln!(
                out,
                "| {} | {:.0} % | {:.0} % | {:.0} % | {low} | {middle} | {high} | {} |",
                outcome::label(*measure),
                share(tally.helps),
                share(tally.harms),
                share(tally.worlds - tally.helps - tally.harms),
                drivers.join(", ")
            );
        }
    }
    out.push_str(
        "\nWhere nearly all worlds agree, look for the reason in how the model is built before believing it: help ends nearly all the blockers it \
         reaches, so time stuck falls; the role is always a strain, so the assist leader's exhaustion rises. For output, morale, burnout of the \
         whole team and the hazard of leaving there are forces in both directions, and there an assist leader does harm in a good part of the \
         worlds.\n",
    );
    out.push_str("\n### Where not\n\nBy thirds of the two parameters most strongly related to the effect: worlds in which the measure gets better / worse, out of all.\n");
    for (source, place, name) in [
        (Source::Backlog, 0, "Output with a backlog"),
        (Source::Flow, 1, "Median lead time with arrivals"),
        (Source::Backlog, 8, "Burnout of the others with a backlog"),
    ] {
        write_grid(out, map, source, place, name);
    }
}

fn write_grid(out: &mut String, map: &Map, source: Source, place: usize, name: &str) {
    let drivers = map.drivers(source, place, 2);
    let axes = [drivers[0].0, drivers[1].0];
    let grid = map.grid(source, place, axes);
    let parts = |axis: usize| {
        let [low, high] = map.range(axis);
        let step = (high - low) / 3.0;
        let digits = digits(high);
        [0.0, 1.0, 2.0].map(|part| {
            let from = low + part * step;
            format!("{} to {}", number(from, digits), number(from + step, digits))
        })
    };
    let [rows, columns] = axes.map(parts);
    let _ = write!(
        out,
        "\n{name}:\n\n| `{}` \\ `{}` | {} |\n|---|---|---|---|\n",
        map.name(axes[0]),
        map.name(axes[1]),
        columns.join(" | ")
    );
    for (row, cells) in rows.iter().zip(grid) {
        let cells = cells.map(|[all, helps, harms]| format!("{helps} / {harms} of {all}"));
        let _ = writeln!(out, "| {row} | {} |", cells.join(" | "));
    }
}

fn write_parts(out: &mut String, parts: &Parts) {
    let labels = TOLD.map(|measure| outcome::label(measure).to_lowercase());
    let cells = |figures: &[Figure]| -> String {
        figures.iter().map(|part| figure(part.times(100.0))).collect::<Vec<_>>().join(" | ")
    };
    let _ = write!(
        out,
        "\n## 6 What carries the effect\n\nOne assist leader in the plain team, {PARTS} pairs for each row: the change in per cent of control's \
         level, and how much of it is missing when a mechanism is switched off. Parts need not add up to the whole, because some mechanisms do each \
         other's work and others build on each other.\n\n\
         | mechanism | off | {} without it | {} |\n|---|---|---|---|---|---|\n",
        labels[0],
        labels.iter().map(|label| format!("{label}: carried by it")).collect::<Vec<_>>().join(" | "),
    );
    let _ = writeln!(out, "| all | - | - | {} |", cells(&parts.whole));
    for part in &parts.parts {
        let _ = writeln!(
            out,
            "| {} | `{}` | {} | {} |",
            part.name,
            part.off,
            cells(&part.without[..1]),
            cells(&part.carries)
        );
    }
}

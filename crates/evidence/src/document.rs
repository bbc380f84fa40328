//! docs/verification.md, from what was found.

use std::fmt::Write;

use model::outcome::Measure;

use crate::case::{Case, Depth, Exact, Family, Finding, PRECISION, REACH};
use crate::coupling::{CONTRASTS, LOSSES, Loss, PAIRS, Reduction};
use crate::limits;
use crate::relations::{Claim, Comparison, RELATIONS, Relation};
use crate::settings::{Preset, arguments};
use crate::validation::document::fingerprint;

/// What was found of a family's cases.
type Findings = Vec<(Family, Vec<Finding>)>;
/// What was found of the relations.
type Comparisons = Vec<(&'static Relation, Vec<Comparison>)>;

/// Works everything out and writes the document; `progress` hears what is being done. Answers the text and whether everything passed.
pub fn verification(seed: u64, mut progress: impl FnMut(&str)) -> (String, bool) {
    let families: Findings = limits::families()
        .into_iter()
        .map(|family| {
            progress(family.title);
            let examine = |case: &Case| case.examine(&family.presets, case.effort.at(Depth::Deep), seed);
            let found = family.cases.iter().map(examine).collect();
            (family, found)
        })
        .collect();
    progress("relations");
    let relations: Comparisons =
        RELATIONS.iter().map(|relation| (relation, relation.compare(Depth::Deep, seed))).collect();
    progress("shared luck");
    let reductions = CONTRASTS.map(|contrast| contrast.measure(PAIRS, seed));
    let losses = LOSSES.map(|loss| loss.measure(PAIRS, seed));

    let passed = families.iter().flat_map(|(_, found)| found).all(|finding| finding.passes)
        && relations.iter().flat_map(|(_, found)| found).all(|comparison| comparison.holds);
    let mut out = opening(&families);
    write_presets(&mut out, &families);
    for (family, found) in &families {
        write_family(&mut out, family, found);
    }
    write_relations(&mut out, &relations);
    write_coupling(&mut out, &reductions);
    write_losses(&mut out, &losses);
    write_properties(&mut out);
    write_making(&mut out, seed);
    let _ = write!(out, "\n## 7 Sources\n\n{}", include_str!("sources.md"));
    (out, passed)
}

fn opening(families: &Findings) -> String {
    let all: Vec<&Finding> = families.iter().flat_map(|(_, found)| found).collect();
    let passed = all.iter().filter(|finding| finding.passes).count();
    // A mean field is met within a tolerance, not within chance.
    let z: Vec<f64> = families
        .iter()
        .flat_map(|(family, found)| family.cases.iter().zip(found))
        .filter(|(case, _)| matches!(case.exact, Exact::Mean(_)))
        .filter_map(|(_, finding)| finding.z())
        .collect();
    let beyond = z.iter().filter(|z| z.abs() > 1.96).count();
    let largest = z.iter().fold(0.0, |largest: f64, z| largest.max(z.abs()));
    format!(
        "# Verification\n\n\
         Does the program compute what it should? This page is written by `cargo xtask verify`; nothing in it is edited by hand. Whether the model \
         behaves like real teams is the subject of [another page](validation.md).\n\n\
         In short: {passed} of {} limiting cases agree with theory. {} of them agree up to rounding, {} within chance; of these {beyond} lie beyond \
         1.96 standard errors, where chance \
         alone would put {:.0}, and the farthest at {largest:.2}. Cases share the luck of one seed, so they are not independent.\n\n\
         A mean passes when it lies within {REACH} standard errors of the exact value, and the standard error within {} % of it. Where no chance is \
         involved, or theory applies to every single run, the two must agree to nine digits. The same cases run as tests \
         (`crates/evidence/tests/limits.rs`), with fewer replications.\n\n",
        all.len(),
        all.len() - z.len(),
        z.len(),
        0.05 * z.len() as f64,
        100.0 * PRECISION,
    )
}

fn write_presets(out: &mut String, families: &Findings) {
    let mut presets: Vec<Preset> = Vec::new();
    for preset in families.iter().flat_map(|(family, _)| &family.presets) {
        if !presets.contains(preset) {
            presets.push(*preset);
        }
    }
    out.push_str(
        "## 1 How to repeat a case\n\n\
         Every case is a command. Its table lists the settings that it adds to those of its family; put each after `--set`, or, if it begins with \
         `control.` or `treatment.`, after `--control` or `--treatment`, without that prefix. The value is the one that the command prints for the \
         outcome named, in the column `control` or, for a difference, in the column of differences. To keep the commands short, these lines give \
         names to settings that families share; paste them into a shell such as bash as they are.\n\n",
    );
    out.push_str("| name | meaning |\n|---|---|\n");
    for Preset { name, what, .. } in &presets {
        let _ = writeln!(out, "| `{name}` | {what} |");
    }
    out.push_str("\n```sh\n");
    for Preset { name, settings, .. } in &presets {
        let _ = writeln!(out, "{name}=\"{}\"", arguments(settings).join(" "));
    }
    out.push_str("```\n\n## 2 Limiting cases\n");
}

/// The command that repeats a case.
fn command(family: &Family, case: &Case, replications: u32) -> String {
    let presets = family.presets.iter().map(|preset| format!("${}", preset.name));
    let words: Vec<String> = presets.chain(arguments(&case.settings)).collect();
    format!("assist-lab run baseline {} --replications {replications}", words.join(" "))
}

fn write_family(out: &mut String, family: &Family, found: &[Finding]) {
    let Family { title, theory, source, cases, .. } = family;
    let _ = write!(out, "\n### {title}\n\n{theory}.\nSource: {source}.\n\n```sh\n");
    let _ = writeln!(out, "{}\n```\n", command(family, &cases[0], cases[0].effort.at(Depth::Deep)));
    out.push_str("| case | settings | read off | exact | simulated | s.e. | z | runs | |\n|---|---|---|---|---|---|---|---|---|\n");
    for (case, finding) in cases.iter().zip(found) {
        let Finding { exact, simulated, passes, .. } = finding;
        let z = match (&case.exact, finding.z()) {
            (Exact::MeanField(_, tolerance), _) => format!("within {tolerance}"),
            (Exact::Each(_), _) => "each run".to_owned(),
            (Exact::Mean(_), Some(z)) => format!("{z:+.2}"),
            (Exact::Mean(_), None) => "exact".to_owned(),
        };
        let se = if finding.z().is_some() { figures(simulated.se, 2) } else { "-".to_owned() };
        let _ = writeln!(
            out,
            "| {} | `{}` | {} | {} | {} | {se} | {z} | {} | {} |",
            case.title,
            case.settings,
            case.reading.name(),
            figures(*exact, 6),
            figures(simulated.mean, 6),
            simulated.n,
            verdict(*passes),
        );
    }
}

fn verdict(passes: bool) -> &'static str {
    if passes { "passes" } else { "**fails**" }
}

/// A number to so many significant figures.
fn figures(value: f64, count: i32) -> String {
    if value == 0.0 || !value.is_finite() {
        return format!("{value}").replace("-0", "0");
    }
    let size = value.abs().log10().floor() as i32;
    if !(-5..7).contains(&size) {
        return format!("{value:.*e}", (count - 1) as usize);
    }
    format!("{value:.*}", (count - 1 - size).max(0) as usize)
}

fn write_relations(out: &mut String, relations: &Comparisons) {
    out.push_str(
        "\n## 3 Relations between runs\n\n\
         Where nobody knows the number, something is still known of two numbers (metamorphic testing; Chen, Cheung & Yiu 1998). *Equal* and *times* hold when the difference is \
         within 3.2 standard errors of none and these within 1 % of the value; *never less* in every single run; *higher* and *lower* when the mean difference is more than 3.2 standard errors. \
         Both sides share seed and luck. Shown as tests too (`crates/evidence/tests/relations.rs`).\n",
    );
    for (relation, found) in relations {
        let Relation { title, common, one, other, .. } = relation;
        let _ = write!(
            out,
            "\n### {title}\n\nBoth: `{common}`. One: `{one}`. Other: `{other}`. {} runs each.\n\n\
             | outcome | other must be | one | other | difference | s.e. | higher in | |\n|---|---|---|---|---|---|---|---|\n",
            relation.effort.at(Depth::Deep)
        );
        for Comparison { measure, claim, one, other, difference, higher, holds } in found {
            let higher =
                if matches!(claim, Claim::Times(_)) { "-".to_owned() } else { format!("{:.0} %", 100.0 * higher) };
            let _ = writeln!(
                out,
                "| `{}` | {} | {} | {} | {} | {} | {higher} | {} |",
                measure.info().id,
                claim.words(),
                figures(*one, 5),
                figures(*other, 5),
                figures(difference.mean, 3),
                figures(difference.se, 2),
                verdict(*holds),
            );
        }
    }
}

fn write_coupling(out: &mut String, reductions: &[Vec<Reduction>]) {
    let _ = write!(
        out,
        "\n## 4 What shared luck is worth\n\n\
         Both arms of a pair, and two runs of one seed with a lever moved, share the luck of tasks, blockers, people and answers. The variance of their difference is \
         smaller than that of two runs with luck of their own, V(control) + V(treatment); the ratio says how many times more runs it would take without. From {PAIRS} pairs; in \
         brackets the 95 % interval, by the jackknife of the logarithm (Efron & Stein 1981). Above 1 sharing pays.\n\n\
         | outcome |{} |\n|---|{}\n",
        CONTRASTS.map(|contrast| format!(" {}", contrast.title)).join(" |"),
        "---|".repeat(CONTRASTS.len()),
    );
    for row in 0..reductions[0].len() {
        let _ = write!(out, "| `{}` |", reductions[0][row].measure.info().id);
        for column in reductions {
            let _ = write!(out, " {} |", ratio(&column[row]));
        }
        out.push('\n');
    }
    out.push_str("\nSettings:\n\n");
    for contrast in CONTRASTS {
        let other = contrast.other.map_or(String::new(), |other| format!(" against `{other}`"));
        let _ = writeln!(out, "- {}: `{}`{other}", contrast.title, contrast.settings);
    }
}

fn ratio(reduction: &Reduction) -> String {
    let Reduction { ratio, interval: [low, high], .. } = reduction;
    if ratio.is_nan() {
        return "-".to_owned();
    }
    let show = |value: f64| if value < 10.0 { format!("{value:.1}") } else { format!("{value:.0}") };
    format!("{} ({} to {})", show(*ratio), show(*low), show(*high))
}

fn write_losses(out: &mut String, losses: &[Vec<Reduction>]) {
    out.push_str(
        "\n### Where luck is lost\n\n\
         A lever moved by next to nothing, `beta` from 0.16 to 0.1603, in a backlog, with a mechanism switched off. What is left of sharing then is what the mechanisms that remain do \
         with a tiny change.\n\n| switched off |",
    );
    let shown = [Measure::Throughput, Measure::BlockedShare, Measure::LeadMedian, Measure::Morale, Measure::Burnout];
    for measure in shown {
        let _ = write!(out, " `{}` |", measure.info().id);
    }
    let _ = writeln!(out, "\n|---|{}", "---|".repeat(shown.len()));
    for (Loss { title, settings }, found) in LOSSES.iter().zip(losses) {
        let settings = if settings.is_empty() { String::new() } else { format!(" (`{settings}`)") };
        let _ = write!(out, "| {title}{settings} |");
        for measure in shown {
            let reduction = found.iter().find(|reduction| reduction.measure == measure).expect("invariant: measured");
            let _ = write!(out, " {} |", ratio(reduction));
        }
        out.push('\n');
    }
    out.push_str(
        "\nSharing is lost where people ask each other: a question that comes a little earlier or later finds another colleague free, who has other ties and memories, and says no \
         where the first said yes. That moves trust, safety and the next questions, and two teams drift apart for good. Luck itself is not lost: an effort, a patience, an answer are \
         the same for the same blocker and attempt in both. To draw a colleague by a race of clocks of their own, one for each candidate, instead of by one number for all, was tried, and \
         made no difference beyond the intervals: what differs is who is free and willing, not how one of them is drawn.\n",
    );
}

fn write_properties(out: &mut String) {
    out.push_str(
        "\n## 5 What holds in every scenario\n\n\
         Property tests draw scenarios at random over the levers of all parameters, with shocks and treatments that end, and shrink what fails. Each runs 500 to 1,500 scenarios in every test run.\n\n\
         | property | holds | test |\n|---|---|---|\n",
    );
    const INVARIANTS: &str = "tests/it/invariants.rs";
    const METAMORPHIC: &str = "tests/it/metamorphic.rs";
    for (property, holds, place) in [
        (
            "the hours of every seat add up to the paid ones; every task is somewhere; states stay in range; shares lie in 0 to 1; weeks add up to the window; nothing is infinite",
            "to rounding",
            INVARIANTS,
        ),
        ("the ends of every parameter's range are survived", "-", INVARIANTS),
        ("the same policy in both arms: no difference", "to the bit", INVARIANTS),
        (
            "the arms are one until the intervention, and the control arm never learns of the other",
            "to the bit",
            INVARIANTS,
        ),
        ("an assist leader without time, routing, noticing and training changes nothing", "to the bit", INVARIANTS),
        ("to look in between changes nothing", "to the bit", INVARIANTS),
        ("members listed in another order, with their chance keys: results go with them", "to rounding", INVARIANTS),
        (
            "hours twice as long, all rates and times restated: the same, but for numbers of hours. To take out: what the model has as constants in hours (48 h a week, the ledger's hour, blocks of duty, 40 h of training)",
            "to the bit; with assist leaders to rounding",
            METAMORPHIC,
        ),
        (
            "days are a grid: two days of four hours do what one of eight does, where nothing moves at a day's end",
            "to rounding",
            METAMORPHIC,
        ),
        (
            "parameters of what is switched off change nothing, those of reports their report alone",
            "to the bit",
            METAMORPHIC,
        ),
        ("twice the pay, twice the cost", "to the bit", METAMORPHIC),
        ("groups without silos, coordination and loss of speed are one group", "to the bit", METAMORPHIC),
        (
            "a shock from the first day to the last is a setting: twice the arrivals, blockers or readiness to ask, half the hours",
            "to the bit",
            METAMORPHIC,
        ),
        ("a longer run leaves the weeks before as they were", "to the bit", METAMORPHIC),
    ] {
        let _ = writeln!(out, "| {property} | {holds} | `{place}` |");
    }
    out.push_str(
        "\nClosed forms that no run shows are unit tests beside the code: the acceptance function and its fixed point (`crates/model/src/processes/asking.rs`), Gini coefficient, Freeman's centralisation (star 1, \
         ring 0), betweenness, mutual help and quantiles on known cases (`crates/model/src/metrics.rs`), the generator's published answers (`crates/model/src/chance.rs`). The bits of whole runs are held by one digest, \
         natively and in a browser (`tests/golden/digest.rs`). Hostile scenario files and links are the business of property tests (`tests/it/files.rs`) and of fuzz targets (`fuzz`).\n",
    );
}

fn write_making(out: &mut String, seed: u64) {
    let _ = write!(
        out,
        "\n## 6 How this page was made\n\n\
         assist-lab {}, `cargo xtask verify`, seed {seed}; replications as the tables say. Runs are independent of machine and number of threads. The model was one in which the treatment arm of the default \
         scenario has throughput, morale and exhaustion of `{}` over 20 pairs; a test fails if these change. `cargo run --release --package \
         evidence -- verify --seed 2 --out FILE` \
         does the same with other luck.\n",
        env!("CARGO_PKG_VERSION"),
        fingerprint(),
    );
}

#[cfg(test)]
mod tests {
    use super::figures;

    #[test]
    fn numbers_have_the_figures_asked_for() {
        let check = |value: f64, count, text: &str| assert_eq!(figures(value, count), text);
        check(0.001_234_567, 3, "0.00123");
        check(1234.567, 6, "1234.57");
        check(123_456.7, 2, "123457");
        check(-0.05, 2, "-0.050");
        check(1e-9, 2, "1.0e-9");
        check(0.0, 4, "0");
        check(-0.0, 4, "0");
    }
}

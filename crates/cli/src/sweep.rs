//! `assist-lab sweep`: where it pays.

use std::fmt::Write;

use clap::Args;

use crate::printing::Printing;
use crate::question::{Question, outcome};
use crate::report::{head, number, signed};
use crate::{Answer, ROOM, notes};
use experiment::caveats::Caveats;
use experiment::ensemble::Contrast;
use experiment::study::plan::Keep;
use experiment::study::results::Results;
use experiment::sweep::{Axis, Crossing, MOST_POINTS, MOST_VALUES, Sign, Spacing, scenarios};
use library::experiment_file::COUNT;
use library::results::{Swept, axis_key, of_key, sign_name};
use model::fault::Fault;
use model::outcome::{Better, Measure};
use model::parameters::{Group, parameter};
use model::scenario::{Scenario, Scope};

/// The arguments.
#[derive(Args)]
pub struct Sweep {
    #[command(flatten)]
    question: Question,
    /// A parameter and the values it goes through, such as beta=0.05..0.4 or t.assist_share=0..1:21; :log behind spaces them by equal
    /// factors. Give it twice for a map of two parameters. c.ID and t.ID vary the policy of one team.
    #[arg(long, value_name = "ID=LOW..HIGH[:COUNT][:log]", required = true)]
    vary: Vec<String>,
    /// The id of the outcome that is looked at; by default the one that the scenario is about.
    #[arg(long, value_name = "ID")]
    outcome: Option<String>,
    #[command(flatten)]
    printing: Printing,
}

impl Sweep {
    /// Runs it.
    pub fn answer(&self) -> Result<Answer, Vec<Fault>> {
        if let Some(fault) = self.printing.fault() {
            return Err(vec![fault]);
        }
        let scenario = self.question.scenario()?;
        let outcome = outcome(self.outcome.as_ref(), &scenario)?;
        let axes = self.axes()?;
        let points = scenarios(&scenario, &axes)?;
        // A map has more points than anyone looks at one by one, so of its pairs only statistics are kept.
        let keep = if axes.len() == 1 { Keep::Outcomes } else { Keep::Statistics };
        self.check_room(&points, keep)?;
        self.question.tell_of(&scenario, axes.iter().map(|axis| (axis.scope, axis_key(axis))).collect());
        let results = self.question.results_of(points, keep);
        let swept = Swept { scenario: &scenario, axes: &axes, results: &results, faults: None, outcome, settled: None };
        let caveats = results.iter().fold(Caveats::default(), |all, results| all.plus(results.caveats()));
        let pairs = results.iter().map(|results| results.done()).sum();
        let notes = notes::caveats(pairs, caveats);
        Ok(self.printing.answer(&notes, || text(&swept), |format| swept.file(format)))
    }

    fn axes(&self) -> Result<Vec<Axis>, Vec<Fault>> {
        if self.vary.len() > 2 {
            return Err(vec![Fault::new("--vary", "", "given at most twice")]);
        }
        let (mut axes, mut faults) = (Vec::new(), Vec::new());
        for text in &self.vary {
            match axis(text) {
                Ok(axis) => axes.push(axis),
                Err(fault) => faults.push(fault),
            }
        }
        if let [a, b] = &axes[..]
            && axis_key(a) == axis_key(b)
        {
            faults.push(Fault::new("--vary", &self.vary[1], "another parameter than the first"));
        }
        if faults.is_empty() { Ok(axes) } else { Err(faults) }
    }

    /// What would not fit into memory.
    fn check_room(&self, points: &[Scenario], keep: Keep) -> Result<(), Vec<Fault>> {
        let bytes = |pairs: u32| points.iter().map(|point| keep.most_bytes(point, pairs)).sum::<u64>();
        let pairs = self.question.replications;
        if bytes(pairs) <= ROOM {
            return Ok(());
        }
        let most = ROOM / bytes(1).max(1);
        let allowed = format!("at most {most} with so many points, for what is kept of each has to fit into memory");
        Err(vec![Fault::new("--replications", &pairs.to_string(), &allowed)])
    }
}

/// Reads an axis.
fn axis(text: &str) -> Result<Axis, Fault> {
    let wrong = |allowed: &str| Fault::new("--vary", text, allowed);
    let shape = "ID=LOW..HIGH, such as beta=0.05..0.4, with :COUNT and :log behind it if you like";
    let (key, rest) = text.split_once('=').ok_or_else(|| wrong(shape))?;
    let mut parts = rest.split(':');
    let ends = parts.next().and_then(|ends| ends.split_once("..")).ok_or_else(|| wrong(shape))?;
    let (mut count, mut spacing) = (COUNT, Spacing::Linear);
    for part in parts {
        match part.trim() {
            "log" => spacing = Spacing::Log,
            number => {
                count =
                    number.parse().map_err(|_| wrong(&format!("2 to {MOST_VALUES} values, or log, after a colon")))?;
            }
        }
    }
    let (scope, id) = of_key(key);
    let row = parameter(id).ok_or_else(|| Fault::unknown(id))?;
    if row.group == Group::World && scope != Scope::Both {
        return Err(wrong("a parameter of a policy behind c. or t., because both teams share the world"));
    }
    let number = |text: &str| row.read(text).map_err(|slip| Fault::unread(row, text.trim(), slip));
    let ends = [number(ends.0)?, number(ends.1)?];
    Axis::new(row, scope, ends, count, spacing).map_err(|allowed| wrong(&allowed))
}

/// A table to read: of one axis a row for each value, of two a map.
pub fn text(swept: &Swept<'_>) -> String {
    let pairs = swept.results.iter().map(Results::done).max().unwrap_or(0);
    let mut out = head(swept.scenario, pairs);
    let info = swept.outcome.info();
    let unit = if info.unit.is_empty() { String::new() } else { format!(" [{}]", info.unit) };
    let _ = writeln!(out, "\nDifference in {}{unit}, treatment minus control", info.id);
    match swept.axes {
        [x, y] => map(&mut out, swept, x, y),
        _ => line(&mut out, swept),
    }
    out
}

fn line(out: &mut String, swept: &Swept<'_>) {
    let Some(axis) = swept.axes.first() else { return };
    let key = axis_key(axis);
    let width = key.len().max(10);
    let _ = writeln!(out, "\n{key:>width$} {:>11}  {:<24} 95 of 100 pairs between", "mean", "95 % interval");
    for (point, (value, contrast)) in axis.values.iter().zip(swept.contrasts()).enumerate() {
        let value = axis.parameter.show(Some(*value));
        let fault = swept.fault(point);
        if !fault.is_empty() {
            let _ = writeln!(out, "{value:>width$} cannot be run: {fault}");
            continue;
        }
        let [low, high] = contrast.difference.ci95();
        let [q025, _, q975] = swept.spread(point);
        let [low, high, q025, q975] = [low, high, q025, q975].map(signed);
        let sign = sign_name(swept.outcome, Sign::of(swept.outcome, &contrast));
        let _ = writeln!(
            out,
            "{:>width$} {:>11}  {:<24} {:<26} {sign}",
            value,
            signed(contrast.difference.mean),
            format!("[{low}, {high}]"),
            format!("[{q025}, {q975}]"),
        );
    }
    for Crossing { at, between: [low, high] } in swept.crossings() {
        let [at, low, high] = [at, low, high].map(number);
        let _ = writeln!(out, "\nThe mean difference passes zero at {key} = {at}, which may be from {low} to {high}.");
    }
}

fn map(out: &mut String, swept: &Swept<'_>, x: &Axis, y: &Axis) {
    let [low, high] = match swept.outcome.info().better {
        Better::Neither => ["lower", "higher"],
        _ => ["worse", "better"],
    };
    let _ = writeln!(
        out,
        "+ {high}, - {low}, = the same, . too close to call (the 95 % interval holds zero)\n{} across, {} down",
        axis_key(y),
        axis_key(x)
    );
    let contrasts = swept.contrasts();
    let labels: Vec<String> = x.values.iter().map(|value| x.parameter.show(Some(*value))).collect();
    let width = labels.iter().map(String::len).max().unwrap_or(0);
    let letter = |(point, contrast): (usize, &Contrast)| match swept.fault(point) {
        "" => letter(swept.outcome, contrast),
        _ => "x",
    };
    let letters: Vec<&str> = contrasts.iter().enumerate().map(letter).collect();
    if let Some(point) = letters.iter().position(|letter| *letter == "x") {
        let _ = writeln!(out, "x cannot be run, such as the first: {}", swept.fault(point));
    }
    let _ = writeln!(out);
    for (label, row) in labels.iter().zip(letters.chunks(y.values.len())) {
        let _ = writeln!(out, "{label:>width$}  {}", row.join(" "));
    }
    let [first, last] = [y.values.first(), y.values.last()].map(|end| y.parameter.show(end.copied()));
    let _ = writeln!(out, "{:>width$}  {first} to {last}", "");
}

fn letter(measure: Measure, contrast: &Contrast) -> &'static str {
    match Sign::of(measure, contrast) {
        Sign::Pays => "+",
        Sign::Harms => "-",
        Sign::Same => "=",
        Sign::Open => ".",
    }
}

const _: () = assert!(MOST_POINTS >= 51 * 51, "a map of 51 by 51 can be asked for");

//! `assist-lab why`: what a difference is made of.

use std::fmt::Write;

use clap::Args;

use crate::printing::Printing;
use crate::question::{Question, outcome};
use crate::report::{head, number, signed};
use crate::{Answer, ROOM, notes};
use experiment::relative::base;
use experiment::study::plan::Keep;
use experiment::why::{Explained, Part, Why as Found};
use library::results::{self, part_name};
use model::fault::Fault;
use model::outcome::Measure;
use model::scenario::Scenario;
use words::mechanism;

/// The arguments.
#[derive(Args)]
pub struct Why {
    #[command(flatten)]
    question: Question,
    /// The id of the outcome whose difference is explained; by default the one that the scenario is about.
    #[arg(long, value_name = "ID")]
    outcome: Option<String>,
    #[command(flatten)]
    printing: Printing,
}

impl Why {
    /// Runs it.
    pub fn answer(&self) -> Result<Answer, Vec<Fault>> {
        if let Some(fault) = self.printing.fault() {
            return Err(vec![fault]);
        }
        let scenario = self.question.scenario()?;
        let outcome = outcome(self.outcome.as_ref(), &scenario)?;
        if let Some(fault) = self.out_of_room(&scenario) {
            return Err(vec![fault]);
        }
        self.question.tell(&scenario);
        let results = self.question.results(&scenario, Keep::Parts);
        let why = Found::new(&scenario, results.pairs().expect("invariant: pairs are kept with their parts"));
        let as_file = |format| results::why(&scenario, &why, results.caveats(), outcome, format);
        let caveats = notes::caveats(results.done(), results.caveats());
        Ok(self.printing.answer(&caveats, || text(&scenario, &why, outcome), as_file))
    }

    /// What would not fit into memory.
    fn out_of_room(&self, scenario: &Scenario) -> Option<Fault> {
        let each = Keep::Parts.pair_bytes(scenario);
        let most = ROOM / each;
        (u64::from(self.question.replications) > most).then(|| {
            let allowed = format!("at most {most}, because every pair is kept in memory, {each} bytes each");
            Fault::new("--replications", &self.question.replications.to_string(), &allowed)
        })
    }
}

/// A table to read.
pub fn text(scenario: &Scenario, why: &Found, outcome: Measure) -> String {
    let Explained { contrast, parts } = why.of(outcome);
    let info = outcome.info();
    let base = base(outcome, &contrast);
    let mut out = head(scenario, why.pairs());
    let of = if contrast.difference.n == why.pairs() {
        String::new()
    } else {
        format!(", in {} pairs that have it", contrast.difference.n)
    };
    let unit = if info.unit.is_empty() { String::new() } else { format!(" [{}]", info.unit) };
    let _ = writeln!(out, "\nWhy the teams differ in {}{unit}{of}\n", info.id);
    let mut row = |name: &str, label: &str, mean: f64, interval: [f64; 2]| {
        let per_cent = base.map_or(String::new(), |base| per_cent(mean / base));
        let [low, high] = interval.map(signed);
        let interval = if interval[0].is_nan() { "-".to_owned() } else { format!("[{low}, {high}]") };
        let _ = writeln!(out, "{name:<15} {label:<26} {:>11}  {interval:<24} {per_cent:>9}", signed(mean));
    };
    for part in &parts {
        let Part { mechanism, estimate } = part;
        row(part_name(part), mechanism::label(*mechanism), estimate.mean, estimate.ci95());
    }
    let difference = contrast.difference;
    row("difference", "All together", difference.mean, difference.ci95());
    let _ = writeln!(
        out,
        "\n{} to {}. {}",
        number(contrast.control.mean),
        number(contrast.treatment.mean),
        if why.is_exact() {
            "Shapley values of the mechanisms, from all their combinations."
        } else {
            "Shapley values of the mechanisms, estimated from one random order and its reverse in each pair."
        }
    );
    out
}

/// A share with its sign, which nothing has none of.
fn per_cent(share: f64) -> String {
    let text = format!("{:+.1} %", 100.0 * share);
    if text[1..].starts_with("0.0 ") { text[1..].to_owned() } else { text }
}

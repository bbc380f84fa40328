//! `assist-lab indices`: which assumption explains how much.

use std::fmt::Write;

use clap::Args;

use crate::printing::Printing;
use crate::question::{Question, by_option, outcome};
use crate::report::{head, number};
use crate::screen::short;
use crate::{Answer, notes};
use experiment::indices::{Indices as Asked, POINTS, SCRAMBLINGS};
use experiment::plausible::ends;
use experiment::statistics::sample::Estimate;
use library::results::{Spread, is_noise};
use model::fault::Fault;

/// The arguments.
#[derive(Args)]
pub struct Indices {
    #[command(flatten)]
    question: Question,
    /// The assumptions whose shares are told apart, at most eight; all others stay as they are.
    #[arg(long, value_name = "ID,ID...", required = true, value_delimiter = ',')]
    vary: Vec<String>,
    /// Points of each of the four scramblings, a power of two.
    #[arg(long, default_value_t = POINTS)]
    points: u32,
    /// The id of the outcome that is looked at; by default the one that the scenario is about.
    #[arg(long, value_name = "ID")]
    outcome: Option<String>,
    #[command(flatten)]
    printing: Printing,
}

impl Indices {
    /// Runs it.
    pub fn answer(&self) -> Result<Answer, Vec<Fault>> {
        if let Some(fault) = self.printing.fault() {
            return Err(vec![fault]);
        }
        let scenario = self.question.own_world()?;
        let outcome = outcome(self.outcome.as_ref(), &scenario)?;
        let ids: Vec<String> = self.vary.iter().map(|id| id.trim().to_owned()).collect();
        let indices = Asked::new(&scenario, &ids, self.points).map_err(by_option)?;
        self.question.tell_of_named(&scenario);
        let worlds = (0..indices.count()).map(|number| indices.world(number));
        let (differences, caveats) = self.question.differences(worlds, outcome);
        let spread = Spread {
            scenario: &scenario,
            outcome,
            points: indices.points(),
            pairs: self.question.replications,
            caveats,
            found: indices.of(&differences),
        };
        let notes = notes::caveats(indices.count() as u32 * self.question.replications, caveats);
        Ok(self.printing.answer(&notes, || text(&spread), |format| spread.file(format)))
    }
}

/// A table to read.
pub fn text(spread: &Spread<'_>) -> String {
    let mut out = head(spread.scenario, spread.pairs);
    let info = spread.outcome.info();
    let found = &spread.found;
    let unit = if info.unit.is_empty() { String::new() } else { format!(" [{}]", info.unit) };
    let _ = writeln!(
        out,
        "\nWhat explains how far plausible worlds lie apart in the difference in {}{unit},\n\
         with all but these assumptions as they are: by itself (first order), and with all it does together with others (total).\n",
        info.id,
    );
    let _ = writeln!(
        out,
        "{:<18} {:<24} {:>11}  {:<20} {:>9}  95 % interval",
        "", "plausible", "first order", "95 % interval", "total"
    );
    for owed in &found.owed {
        let [lowest, highest] = ends(spread.scenario, owed.parameter).map(short);
        let _ = writeln!(
            out,
            "{:<18} {:<24} {:>11}  {:<20} {:>9}  {}",
            owed.parameter.id,
            format!("{lowest} to {highest} {}", owed.parameter.unit).trim_end(),
            per_cent(owed.first.mean),
            interval(owed.first),
            per_cent(owed.total.mean),
            interval(owed.total),
        );
    }
    let _ = writeln!(
        out,
        "\n{} of what differs between single teams of these worlds is luck, {}.\n\
         Worlds differ by a standard deviation of {}; luck is taken out of that and of all shares.\n\
         {SCRAMBLINGS} times {} points, {} pairs of each world.",
        per_cent(found.luck.mean),
        interval(found.luck),
        if found.variance.mean > 0.0 {
            number(found.variance.mean.sqrt())
        } else {
            "nothing that luck does not explain".to_owned()
        },
        spread.points,
        spread.pairs,
    );
    if found.owed.iter().any(is_noise) {
        out.push_str("\nA share below 0 or above 100 % is noise: take more --points.\n");
    }
    if found.missing > 0 {
        let _ = writeln!(out, "\n{} points are left out, because the outcome was not there to measure.", found.missing);
    }
    out
}

fn per_cent(share: f64) -> String {
    if share.is_nan() { "-".to_owned() } else { format!("{:.1} %", 100.0 * share) }
}

fn interval(share: Estimate) -> String {
    let [low, high] = share.ci95().map(|end| 100.0 * end);
    if low.is_nan() { "-".to_owned() } else { format!("[{low:.1}, {high:.1}]") }
}

//! `assist-lab screen`: which assumptions matter.

use std::fmt::Write;

use clap::Args;

use crate::printing::Printing;
use crate::question::{Question, by_option, outcome};
use crate::report::{head, number, signed};
use crate::{Answer, notes};
use experiment::plausible::ends;
use experiment::screening::{BASES, Screening};
use experiment::statistics::elementary::FIRST;
use library::results::Screen as Found;
use model::fault::Fault;

/// The arguments.
#[derive(Args)]
pub struct Screen {
    #[command(flatten)]
    question: Question,
    /// Base points, from each of which every parameter moves by itself. 20 to 50 are enough.
    #[arg(long, default_value_t = BASES)]
    points: u32,
    /// The id of the outcome that is looked at; by default the one that the scenario is about.
    #[arg(long, value_name = "ID")]
    outcome: Option<String>,
    #[command(flatten)]
    printing: Printing,
}

impl Screen {
    /// Runs it.
    pub fn answer(&self) -> Result<Answer, Vec<Fault>> {
        if let Some(fault) = self.printing.fault() {
            return Err(vec![fault]);
        }
        let scenario = self.question.own_world()?;
        let outcome = outcome(self.outcome.as_ref(), &scenario)?;
        let screening = Screening::new(&scenario, self.points).map_err(by_option)?;
        self.question.tell_of_worlds(&scenario);
        let worlds = (0..screening.count()).map(|number| screening.world(number));
        let (differences, caveats) = self.question.differences(worlds, outcome);
        let (rows, stability) = screening.of(&differences);
        let found = Found {
            scenario: &scenario,
            outcome,
            bases: screening.bases(),
            pairs: self.question.replications,
            caveats,
            rows,
            stability,
        };
        let notes = notes::caveats(screening.count() as u32 * self.question.replications, caveats);
        Ok(self.printing.answer(&notes, || text(&found), |format| found.file(format)))
    }
}

/// A table to read.
pub fn text(found: &Found<'_>) -> String {
    let mut out = head(found.scenario, found.pairs);
    let info = found.outcome.info();
    let unit = if info.unit.is_empty() { String::new() } else { format!(" [{}]", info.unit) };
    let _ = writeln!(
        out,
        "\nWhat the difference in {}{unit} changes by when one assumption goes through all that is plausible,\n\
         from {} base points with {} each: its mean size (mu*), with sign (mu), and how much it depends on the rest (sigma).\n",
        info.id,
        found.bases,
        if found.pairs == 1 { "one pair".to_owned() } else { format!("{} pairs", found.pairs) },
    );
    let _ = writeln!(
        out,
        "{:<18} {:<24} {:>10}  {:<24} {:>11} {:>10} {:>10}",
        "", "plausible", "mu*", "95 % interval", "mu", "sigma", "by luck"
    );
    for row in &found.rows {
        let [lowest, highest] = ends(found.scenario, row.parameter).map(short);
        let [low, high] = row.effects.ci95.map(number);
        let _ = writeln!(
            out,
            "{:<18} {:<24} {:>10}  {:<24} {:>11} {:>10} {:>10}",
            row.parameter.id,
            format!("{lowest} to {highest} {}", row.parameter.unit).trim_end(),
            number(row.effects.size),
            format!("[{low}, {high}]"),
            signed(row.effects.mean),
            number(row.effects.sd),
            number(row.luck),
        );
    }
    let [order, same] = [found.stability.order, found.stability.same].map(|share| (100.0 * share).round());
    let first = FIRST.min(found.rows.len());
    let _ = writeln!(
        out,
        "\nWere the base points others, the first {first} would be the same in {same} of 100 cases, and in the same order in {order}.\n\
         \"By luck\" is the mu* of an assumption that does nothing but change who has luck; what is no larger need not matter."
    );
    out
}

/// A value without digits that nobody reads.
pub fn short(value: f64) -> String {
    let text = format!("{value:.3e}");
    text.parse::<f64>().map_or(text, |value| value.to_string())
}

//! `assist-lab experiment` and `assist-lab merge`: experiments from files, as a whole or in shards.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use clap::{Args, ValueEnum};

use crate::printing::{Format, Printing};
use crate::question::{self, run_points};
use crate::{Answer, ROOM, indices, notes, report, say, screen, sweep, why};
use experiment::design::{Asked, Experiment, Question};
use experiment::goal::Goal;
use experiment::shard::Shard;
use experiment::study::results::Results;
use library::results::{Answered, Tidy, key};
use library::{experiment_file, file, partial};
use model::fault::Fault;

/// The arguments of `assist-lab experiment`.
#[derive(Args)]
pub struct Run {
    /// The path of an experiment file (JSON).
    file: String,
    #[command(flatten)]
    output: Output,
    /// Run only this part of the runs, such as 2/5 for the second of five, and print it for assist-lab merge.
    #[arg(long, value_name = "I/N", value_parser = shard, conflicts_with_all = ["format", "table", "bom"])]
    shard: Option<Shard>,
    /// Number of threads, at most four per processor; 0 means one per processor. Results do not depend on it.
    #[arg(long, default_value_t = 0, value_parser = question::threads, allow_negative_numbers = true)]
    threads: usize,
}

/// The arguments of `assist-lab merge`.
#[derive(Args)]
pub struct Merge {
    /// The files of all shards of an experiment, in any order.
    #[arg(required = true)]
    files: Vec<String>,
    #[command(flatten)]
    output: Output,
}

/// How an experiment's results are printed.
#[derive(Args)]
struct Output {
    #[command(flatten)]
    printing: Printing,
    /// What each row of a file is about; text has only summary.
    #[arg(long, value_enum)]
    table: Option<Table>,
}

/// What rows are about.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Table {
    /// What run, why, sweep, screen or indices prints: means, differences, intervals.
    Summary,
    /// A row for each point, pair and outcome; the default of CSV and JSON.
    Pairs,
}

fn shard(text: &str) -> Result<Shard, String> {
    let number = |text: &str| text.trim().parse::<u32>().ok();
    let shard = text.split_once('/').and_then(|(place, of)| Shard::new(number(place)?, number(of)?));
    shard.ok_or_else(|| "two whole numbers, the first from 1 to the second, such as 2/5".to_owned())
}

impl Run {
    /// Runs it.
    pub fn answer(&self) -> Result<Answer, Vec<Fault>> {
        self.output.check()?;
        let experiment = open(&self.file)?;
        if let (Some(_), Goal::Sure(_)) = (self.shard, experiment.asked().effort) {
            let said = "does not go with precision: after each round all pairs decide whether there are enough; give a number of pairs instead";
            return Err(vec![Fault::new("--shard", "", said)]);
        }
        let varied = experiment.axes().iter().map(|axis| (axis.scope, key(axis.scope, axis.parameter)));
        notes::idle(&experiment.asked().scenario, varied).iter().for_each(|note| say(note));
        let shard = self.shard.unwrap_or(Shard::WHOLE);
        let results = results(&experiment, shard, self.threads)?;
        if self.shard.is_some() {
            return Ok(Box::new(partial::write(&experiment, shard, results)));
        }
        Ok(self.output.answer(Answered::new(experiment, results)))
    }
}

impl Merge {
    /// Puts the files together.
    pub fn answer(&self) -> Result<Answer, Vec<Fault>> {
        self.output.check()?;
        let mut faults: Vec<Fault> = self.files.iter().filter_map(|name| unreadable(name)).collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        // Each is read when the one before it is done with.
        let files = self.files.iter().filter_map(|name| match fs::read(name) {
            Ok(bytes) => Some((name, bytes)),
            Err(problem) => {
                faults.push(cannot_be_read(name, &problem));
                None
            }
        });
        let merged = partial::merge(files, ROOM);
        if !faults.is_empty() {
            return Err(faults);
        }
        let (experiment, results) = merged?;
        Ok(self.output.answer(Answered::new(experiment, results)))
    }
}

/// Why a shard's file cannot be read, or is more than fits into memory.
fn unreadable(name: &str) -> Option<Fault> {
    match File::open(name).and_then(|file| file.metadata()) {
        Ok(file) if file.len() > ROOM => {
            let said = format!("{} bytes; at most {ROOM} of a file are read here", file.len());
            Some(Fault::new(name, "", &said))
        }
        Ok(_) => None,
        Err(problem) => Some(cannot_be_read(name, &problem)),
    }
}

fn cannot_be_read(name: &str, problem: &io::Error) -> Fault {
    Fault::new(name, "", &format!("cannot be read ({problem})"))
}

/// Reads an experiment from a file.
fn open(name: &str) -> Result<Experiment, Vec<Fault>> {
    if Path::new(name).is_dir() {
        return Err(vec![Fault::new("file", "", &format!("“{name}” is a folder, not an experiment file"))]);
    }
    let bytes = question::read(name).map_err(|problem| {
        let allowed = format!("the path of a readable JSON file of at most {} bytes ({problem})", file::MAX_BYTES);
        vec![Fault::new("experiment", name, &allowed)]
    })?;
    let opened = experiment_file::open(&bytes)?;
    opened.notes.iter().for_each(|note| say(&format!("{name}: {note}")));
    Ok(opened.experiment)
}

/// Runs what a shard has of each point that can be run.
fn results(experiment: &Experiment, shard: Shard, threads: usize) -> Result<Vec<Results>, Vec<Fault>> {
    if let Some(fault) = partial::too_large(experiment, ROOM) {
        return Err(vec![fault]);
    }
    let bytes = experiment.bytes(shard);
    if bytes > ROOM {
        let most = (u128::from(ROOM) * u128::from(experiment.most_pairs()) / u128::from(bytes)) as u64;
        let allowed =
            format!("at most {most} here, because every pair is kept in memory; or run it in shards (--shard)");
        return Err(vec![Fault::new("pairs", &experiment.most_pairs().to_string(), &allowed)]);
    }
    Ok(run_points(experiment.points(shard), threads))
}

impl Output {
    /// Whether what is asked of a format is there.
    fn check(&self) -> Result<(), Vec<Fault>> {
        let mut faults: Vec<Fault> = self.printing.fault().into_iter().collect();
        if self.printing.format == Format::Text && self.table == Some(Table::Pairs) {
            let said = "summary to be shown as text; for a row for each pair add --format csv or json";
            faults.push(Fault::new("--table", "pairs", said));
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    fn answer(&self, answered: Answered) -> Answer {
        let [refused, points] = answered.refused();
        if refused > 0 {
            say(&format!("{refused} of {points} points cannot be run; their rows say why"));
        }
        let (pairs, caveats) = answered.caveats();
        let notes = notes::caveats(pairs, caveats);
        let format = match self.printing.format {
            Format::Text => return Box::new(std::iter::once(text(&answered, &notes))),
            Format::Json => library::results::Format::Json,
            Format::Csv => library::results::Format::Csv,
        };
        notes.iter().for_each(|note| say(note));
        let mark = std::iter::once(self.printing.mark().to_owned());
        match self.table {
            Some(Table::Summary) => Box::new(mark.chain(std::iter::once(answered.summary(format)))),
            Some(Table::Pairs) | None => Box::new(mark.chain(Tidy::new(answered, format))),
        }
    }
}

/// What the command of its question prints, for each outcome.
fn text(answered: &Answered, notes: &[String]) -> String {
    let Asked { title, scenario, question, outcomes, .. } = answered.experiment.asked();
    let texts: Vec<String> = match question {
        // The notes are in it.
        Question::Pairs => vec![report::text(scenario, answered.first(), None, outcomes)],
        Question::Why => {
            let found = answered.why();
            outcomes.iter().map(|&outcome| why::text(scenario, &found, outcome)).collect()
        }
        Question::Sweep(_) => outcomes.iter().map(|&outcome| sweep::text(&answered.swept(outcome))).collect(),
        Question::Screen { .. } => {
            outcomes.iter().filter_map(|&outcome| Some(screen::text(&answered.screened(outcome)?))).collect()
        }
        Question::Indices { .. } => {
            outcomes.iter().filter_map(|&outcome| Some(indices::text(&answered.owed(outcome)?))).collect()
        }
    };
    let title = if title.is_empty() { String::new() } else { format!("{title}\n\n") };
    let notes = if *question == Question::Pairs { &[] } else { notes };
    notes.iter().fold(title + &texts.join("\n"), |all, note| all + "\n" + note + "\n")
}

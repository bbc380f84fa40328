//! The command line: `assist-lab run`, `why`, `sweep`, `screen`, `indices`, `experiment`, `merge`, `scenarios`, `parameters`.
//!
//! Results go to standard output when all is worked out, part by part; progress and faults go to standard error. Exit code 2 says that
//! the question was wrong, with one line for each fault; 1 that the answer could not be written.

mod experiment;
mod indices;
mod notes;
mod parameters;
mod printing;
mod progress;
mod question;
mod report;
mod rows;
mod screen;
mod sweep;
mod why;

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use ::experiment::members::{Members, Observed};
use ::experiment::plausible;
use ::experiment::study::threads;
use indices::Indices;
use library::printable::printable;
use library::results::{self, Table, Writer};
use model::fault::Fault;
use model::outcome::Measure;
use model::scenario::Scenario;
use printing::{Format, Printing};
use question::Question;
use rows::Rows;
use screen::Screen;
use sweep::Sweep;
use why::Why;
use words::fault;

/// Simulates work teams with and without assist leaders.
#[derive(Parser)]
#[command(name = "assist-lab", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run a scenario many times in both arms and show what differs.
    Run(Run),
    /// Show why the two teams of a scenario differ: the difference broken down by mechanism.
    Why(Why),
    /// Where it pays: one parameter or two through their values, and what differs between the teams at each.
    Sweep(Sweep),
    /// Which assumptions matter: each moved by itself through what is plausible, from many places.
    #[command(mut_arg("replications", |arg| arg.default_value(PAIRS)))]
    Screen(Screen),
    /// Which assumption explains how much: shares of the spread over plausible worlds, luck apart.
    #[command(mut_arg("replications", |arg| arg.default_value(PAIRS)))]
    Indices(Indices),
    /// Run an experiment from a file: pairs, why, a sweep, a screening or indices, as a whole or in shards on several machines.
    Experiment(experiment::Run),
    /// Put the shards of an experiment together: the result is the same, to the last bit, as on one machine.
    Merge(experiment::Merge),
    /// List the built-in scenarios.
    Scenarios,
    /// Print the JSON Schema of scenario files, or of experiment files.
    Schema {
        /// Of which files.
        #[arg(value_enum, default_value_t = Files::Scenario)]
        of: Files,
    },
    /// List the parameters with default, unit, range and source; JSON and Markdown also say what each does.
    Parameters {
        /// How to print them.
        #[arg(long, value_enum, default_value_t = TableFormat::Text)]
        format: TableFormat,
    },
}

#[derive(Args)]
struct Run {
    #[command(flatten)]
    question: Question,
    #[command(flatten)]
    printing: Printing,
    /// What each row is about; text has only summary and members.
    #[arg(long, value_enum, default_value_t = Rows::Summary)]
    table: Rows,
    /// The same as --table members: outcomes by member.
    #[arg(long, conflicts_with = "table")]
    members: bool,
}

/// Files of which there is a schema.
#[derive(Clone, Copy, ValueEnum)]
enum Files {
    /// Scenario files.
    Scenario,
    /// Experiment files.
    Experiment,
}

/// How the parameter table is printed.
#[derive(Clone, Copy, ValueEnum)]
enum TableFormat {
    /// A table to read.
    Text,
    /// JSON.
    Json,
    /// A Markdown table.
    Markdown,
}

/// What an answer may say, in parts.
type Answer = Box<dyn Iterator<Item = String>>;

/// Pairs of each of many worlds where no number is given: more worlds say more than more pairs of each.
const PAIRS: &str = "4";

/// What pairs may take that are kept for a table [bytes].
const ROOM: u64 = 4 << 30;

/// Reads the arguments, does what they ask, and answers with the exit code.
pub fn main() -> ExitCode {
    let answer = match Cli::parse().command {
        Command::Run(run) => run.answer(),
        Command::Why(why) => why.answer(),
        Command::Sweep(sweep) => sweep.answer(),
        Command::Screen(screen) => screen.answer(),
        Command::Indices(indices) => indices.answer(),
        Command::Scenarios => Ok(whole(report::scenarios())),
        Command::Experiment(run) => run.answer(),
        Command::Merge(merge) => merge.answer(),
        Command::Schema { of } => {
            let schema = match of {
                Files::Scenario => library::schema::schema(),
                Files::Experiment => library::experiment_file::schema(),
            };
            Ok(whole(serde_json::to_string_pretty(&schema).expect("invariant: strings and numbers") + "\n"))
        }
        Command::Parameters { format } => Ok(whole(match format {
            TableFormat::Text => parameters::text(),
            TableFormat::Json => parameters::json(),
            TableFormat::Markdown => parameters::markdown(),
        })),
    };
    match answer {
        Ok(parts) => print(parts),
        Err(faults) => {
            for fault in faults {
                say(&fault::sentence(&fault));
            }
            ExitCode::from(2)
        }
    }
}

/// A complaint or a note may quote a file or an argument, whose control characters are not for the terminal.
fn say(note: &dyn Display) {
    eprintln!("assist-lab: {}", printable(&note.to_string()));
}

fn whole(text: String) -> Answer {
    Box::new(std::iter::once(text))
}

fn print(mut parts: Answer) -> ExitCode {
    let mut out = io::stdout().lock();
    match parts.try_for_each(|part| out.write_all(part.as_bytes())) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads has had enough, as in `assist-lab parameters | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("cannot write the result: {error}"));
            ExitCode::FAILURE
        }
    }
}

impl Run {
    /// What the rows are of.
    fn rows(&self) -> Rows {
        if self.members { Rows::Members } else { self.table }
    }

    /// What is asked of a format that it has not.
    fn out_of_place(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if matches!(self.printing.format, Format::Text) && !matches!(self.rows(), Rows::Summary | Rows::Members) {
            faults.push(Fault::new(
                "--table",
                self.rows().name(),
                "summary or members to be shown as text; for other tables add --format csv or json",
            ));
        }
        faults.extend(self.printing.fault());
        faults
    }

    /// What would not fit into memory.
    fn out_of_room(&self, scenario: &Scenario) -> Option<Fault> {
        let [each, all] = self.rows().bytes(scenario, self.question.replications);
        (all > ROOM).then(|| {
            let most = ROOM / each;
            let allowed = format!(
                "at most {most} with --table {}, which keeps every pair in memory, {each} bytes each; the summary keeps none",
                self.rows().name(),
            );
            Fault::new("--replications", &self.question.replications.to_string(), &allowed)
        })
    }

    fn answer(&self) -> Result<Answer, Vec<Fault>> {
        let faults = self.out_of_place();
        if !faults.is_empty() {
            return Err(faults);
        }
        let scenario = self.question.scenario()?;
        if let Some(fault) = self.out_of_room(&scenario) {
            return Err(vec![fault]);
        }
        self.question.tell(&scenario);
        let Some(table) = self.rows().table() else { return Ok(whole(self.members(&scenario))) };
        let text = matches!(self.printing.format, Format::Text);
        // A text of worlds says beside them what luck alone does.
        let teams = (text && scenario.plausible().on).then(|| plausible::own(&scenario));
        let all = std::iter::once(scenario.clone()).chain(teams);
        let all = self.question.results_of(all, self.rows().keep());
        let results = &all[0];
        if !text {
            for note in notes::caveats(results.done(), results.caveats()) {
                say(&note);
            }
        }
        let table = |format| match table {
            Table::Summary => Writer::summary(&scenario, results, format),
            table => Writer::new(
                &scenario,
                results.pairs().expect("invariant: pairs are kept for tables of them"),
                table,
                format,
            ),
        };
        Ok(match self.printing.format {
            Format::Text => whole(report::text(&scenario, results, all.get(1), Measure::ALL)),
            Format::Json => Box::new(table(results::Format::Json)),
            Format::Csv => {
                let mark = self.printing.mark();
                Box::new(std::iter::once(mark.to_owned()).chain(table(results::Format::Csv)))
            }
        })
    }

    /// The table of members.
    fn members(&self, scenario: &Scenario) -> String {
        let observed = threads::each_on(self.question.threads, self.question.replications, |replicate| {
            Observed::new(scenario, replicate)
        });
        let members = Members::of(scenario, &observed);
        if !matches!(self.printing.format, Format::Text) {
            for note in notes::caveats(members.pairs, members.caveats) {
                say(&note);
            }
        }
        match self.printing.format {
            Format::Text => report::members(scenario, &members),
            Format::Json => results::members(scenario, &members, results::Format::Json),
            Format::Csv => {
                let mark = self.printing.mark();
                mark.to_owned() + &results::members(scenario, &members, results::Format::Csv)
            }
        }
    }
}

/// The scenario that the arguments of `assist-lab run` ask for, the scenario's name first, or the complaints about them.
pub fn scenario(arguments: &[String]) -> Result<Scenario, Vec<String>> {
    let words = ["assist-lab", "run"].into_iter().chain(arguments.iter().map(String::as_str));
    let Command::Run(run) = Cli::try_parse_from(words).map_err(|error| vec![error.to_string()])?.command else {
        unreachable!("invariant: the command is run");
    };
    run.question.scenario().map_err(|faults| faults.iter().map(fault::sentence).collect())
}

//! The command line: `assist-lab run`, `scenarios`, `parameters`.
//!
//! Results go to standard output when all is worked out, part by part; progress and faults go to standard error. Exit code 2 says that
//! the question was wrong, with one line for each fault; 1 that the answer could not be written.

mod notes;
mod parameters;
mod progress;
mod report;
mod rows;

use std::fmt::Display;
use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use experiment::members::{Members, Observed};
use experiment::study::Study;
use experiment::study::plan::Point;
use experiment::study::results::Results;
use experiment::study::threads;
use library::origin::{self, DEFAULTS};
use library::printable::printable;
use library::results::{self, Table, Writer};
use library::{self, file};
use model::chance::MAX_REPLICATE;
use model::fault::Fault;
use model::number;
use model::scenario::{Arm, Draft, MAX_SEED, Scenario, Scope};
use rows::Rows;
use words::fault;

/// Work teams with and without assist leaders, simulated.
#[derive(Parser)]
#[command(name = "assist-lab", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run a scenario: both arms, many replications, and what differs.
    Run(Run),
    /// List the built-in scenarios.
    Scenarios,
    /// Print the JSON Schema of scenario files.
    Schema,
    /// List the parameters with default, unit, range and source; what each does too as JSON or Markdown.
    Parameters {
        /// How to print them.
        #[arg(long, value_enum, default_value_t = TableFormat::Text)]
        format: TableFormat,
    },
}

#[derive(Args)]
struct Run {
    /// A built-in scenario's name, "defaults" for none of them, or the path of a scenario file (JSON).
    scenario: String,
    /// Number of pairs.
    #[arg(long, default_value_t = 100, value_parser = replications, allow_negative_numbers = true)]
    replications: u32,
    /// Seed of all chance, instead of the scenario's.
    #[arg(long, value_parser = seed, allow_negative_numbers = true)]
    seed: Option<u64>,
    /// Set a parameter of the world, or of both policies; may be given several times, and for the same parameter the last counts.
    /// Takes what results call settings, too: c.ID and t.ID of one policy, treatment_until_week, shocks.
    #[arg(long, value_name = "ID=VALUE")]
    set: Vec<String>,
    /// Set a parameter of the control policy.
    #[arg(long, value_name = "ID=VALUE")]
    control: Vec<String>,
    /// Set a parameter of the treatment policy.
    #[arg(long, value_name = "ID=VALUE")]
    treatment: Vec<String>,
    /// How to print the results.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// What the rows are of; as text only summary and members.
    #[arg(long, value_enum, default_value_t = Rows::Summary)]
    table: Rows,
    /// The same as --table members: outcomes by member.
    #[arg(long, conflicts_with = "table")]
    members: bool,
    /// Begin CSV with a byte order mark, by which some spreadsheets know UTF-8.
    #[arg(long)]
    bom: bool,
    /// Number of threads, at most four for each processor; 0 takes one for each. The result does not depend on it.
    #[arg(long, default_value_t = 0, value_parser = threads, allow_negative_numbers = true)]
    threads: usize,
}

/// How results are printed.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A table to read.
    Text,
    /// JSON.
    Json,
    /// Comma-separated values.
    Csv,
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

/// What pairs may take that are kept for a table [bytes].
const ROOM: u64 = 4 << 30;

fn replications(text: &str) -> Result<u32, String> {
    whole_number(text, 1, u64::from(MAX_REPLICATE)).map(|number| number as u32)
}

fn seed(text: &str) -> Result<u64, String> {
    whole_number(text, 0, MAX_SEED)
}

fn threads(text: &str) -> Result<usize, String> {
    whole_number(text, 0, u64::from(u32::MAX)).map(|number| number as usize)
}

fn whole_number(text: &str, low: u64, high: u64) -> Result<u64, String> {
    number::whole(text, low..=high).map_err(|slip| fault::whole(low, high, &slip))
}

/// Reads the arguments, does what they ask, and answers with the exit code.
pub fn main() -> ExitCode {
    let answer = match Cli::parse().command {
        Command::Run(run) => run.answer(),
        Command::Scenarios => Ok(whole(report::scenarios())),
        Command::Schema => Ok(whole(
            serde_json::to_string_pretty(&library::schema::schema()).expect("invariant: strings and numbers") + "\n",
        )),
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
        if matches!(self.format, Format::Text) && !matches!(self.rows(), Rows::Summary | Rows::Members) {
            faults.push(Fault::new(
                "--table",
                self.rows().name(),
                "only summary and members as text; for others add --format csv or json",
            ));
        }
        if self.bom && !matches!(self.format, Format::Csv) {
            faults.push(Fault::new("--bom", "", "only with --format csv"));
        }
        faults
    }

    /// What would not fit into memory.
    fn out_of_room(&self, scenario: &Scenario) -> Option<Fault> {
        let [each, all] = self.rows().bytes(scenario, self.replications);
        (all > ROOM).then(|| {
            let most = ROOM / each;
            let allowed = format!(
                "at most {most} with --table {}, for which all pairs are kept, {each} bytes each; the summary keeps none of them",
                self.rows().name(),
            );
            Fault::new("--replications", &self.replications.to_string(), &allowed)
        })
    }

    fn results(&self, scenario: &Scenario) -> Results {
        let mut study = Study::new(0);
        let point = study.add(Point::new(scenario.clone(), self.replications, self.rows().keep()));
        let mut line = io::stderr().is_terminal().then(progress::Line::new);
        threads::run(&mut study, self.threads, |study| {
            if let Some(line) = &mut line {
                line.show(&study.progress());
            }
        });
        drop(line);
        study.results(point).cloned().expect("invariant: a study that is not paused comes to its end")
    }

    fn answer(&self) -> Result<Answer, Vec<Fault>> {
        let faults = self.out_of_place();
        if !faults.is_empty() {
            return Err(faults);
        }
        let scenario = self.scenario()?;
        if let Some(fault) = self.out_of_room(&scenario) {
            return Err(vec![fault]);
        }
        for note in self.notes(&scenario) {
            say(&note);
        }
        let Some(table) = self.rows().table() else { return Ok(whole(self.members(&scenario))) };
        let results = self.results(&scenario);
        if !matches!(self.format, Format::Text) {
            for note in notes::caveats(results.done(), results.caveats()) {
                say(&note);
            }
        }
        let table = |format| match table {
            Table::Summary => Writer::summary(&scenario, &results, format),
            table => Writer::new(
                &scenario,
                results.pairs().expect("invariant: pairs are kept for tables of them"),
                table,
                format,
            ),
        };
        Ok(match self.format {
            Format::Text => whole(report::text(&scenario, &results)),
            Format::Json => Box::new(table(results::Format::Json)),
            Format::Csv => {
                let mark = if self.bom { results::BOM } else { "" };
                Box::new(std::iter::once(mark.to_owned()).chain(table(results::Format::Csv)))
            }
        })
    }

    /// The table of members.
    fn members(&self, scenario: &Scenario) -> String {
        let observed =
            threads::each_on(self.threads, self.replications, |replicate| Observed::new(scenario, replicate));
        let members = Members::of(scenario, &observed);
        if !matches!(self.format, Format::Text) {
            for note in notes::caveats(members.pairs, members.caveats) {
                say(&note);
            }
        }
        match self.format {
            Format::Text => report::members(scenario, &members),
            Format::Json => results::members(scenario, &members, results::Format::Json),
            Format::Csv => {
                let mark = if self.bom { results::BOM } else { "" };
                mark.to_owned() + &results::members(scenario, &members, results::Format::Csv)
            }
        }
    }

    /// Each option that sets something, the keys by which results name what it sets begin, and what it was given.
    fn settings(&self) -> [(&str, &str, &Vec<String>); 3] {
        [("--set", "", &self.set), ("--control", "c.", &self.control), ("--treatment", "t.", &self.treatment)]
    }

    /// What there is to say before anything is run.
    fn notes(&self, scenario: &Scenario) -> Vec<String> {
        let mut notes = self.set_again();
        let keys = self.settings().into_iter().flat_map(|(_, mark, settings)| {
            let ids = settings.iter().filter_map(|setting| setting.split_once('='));
            ids.map(move |(id, _)| format!("{mark}{}", id.trim()))
        });
        let scoped = keys.map(|key| match key.split_once('.') {
            Some(("c", _)) => (Scope::Only(Arm::Control), key),
            Some(("t", _)) => (Scope::Only(Arm::Treatment), key),
            _ => (Scope::Both, key),
        });
        notes.extend(notes::idle(scenario, scoped));
        let most = threads::most();
        if self.threads > most {
            notes.push(format!("--threads {}: {most} are used, four for each processor", self.threads));
        }
        notes
    }

    /// A line for each setting that is given more than once, to different values, by one option or by two: settings may be kept in a
    /// variable of the shell and some of them set anew, but not without a word.
    fn set_again(&self) -> Vec<String> {
        let seed = self.seed.map(|seed| ("--seed".to_owned(), "seed".to_owned(), seed.to_string()));
        let given = self.settings().into_iter().flat_map(|(option, mark, settings)| {
            let pairs = settings.iter().filter_map(|setting| setting.split_once('='));
            pairs.map(move |(id, value)| {
                (format!("{option} {}", id.trim()), format!("{mark}{}", id.trim()), value.trim().to_owned())
            })
        });
        let all: Vec<(String, String, String)> = seed.into_iter().chain(given).collect();
        let mut notes = Vec::new();
        for (place, (said, key, value)) in all.iter().enumerate() {
            let later = all[place + 1..].iter().any(|(_, other, _)| other == key);
            let other = all[..place].iter().find(|(_, earlier, before)| earlier == key && before != value);
            if let (false, Some((_, _, before))) = (later, other) {
                notes.push(format!("{said} is set more than once, to {before} and at last to {value}, which counts"));
            }
        }
        notes
    }

    fn scenario(&self) -> Result<Scenario, Vec<Fault>> {
        let mut draft = load(&self.scenario)?.draft();
        if let Some(seed) = self.seed {
            draft.seed = seed;
        }
        for (option, mark, settings) in self.settings() {
            for setting in settings {
                draft.at(&format!("{option} "), |draft| apply(draft, mark, setting));
            }
        }
        draft.finish()
    }
}

/// Does what an option says that sets something, in the arm whose mark it has.
fn apply(draft: &mut Draft, mark: &str, setting: &str) {
    match (setting.split_once('='), mark) {
        (Some((key, value)), "") => origin::set(draft, key.trim(), value),
        (Some((id, value)), "c.") => draft.set_text(Scope::Only(Arm::Control), id.trim(), value),
        (Some((id, value)), _) => draft.set_text(Scope::Only(Arm::Treatment), id.trim(), value),
        (None, _) => draft.fault(Fault::new(setting, "", "write ID=VALUE, such as beta=0.2")),
    }
}

/// The scenario that the arguments of `assist-lab run` ask for, the scenario's name first, or the complaints about them.
pub fn scenario(arguments: &[String]) -> Result<Scenario, Vec<String>> {
    let words = ["assist-lab", "run"].into_iter().chain(arguments.iter().map(String::as_str));
    let Command::Run(run) = Cli::try_parse_from(words).map_err(|error| vec![error.to_string()])?.command else {
        unreachable!("invariant: the command is run");
    };
    run.scenario().map_err(|faults| faults.iter().map(fault::sentence).collect())
}

/// A built-in scenario, or one from a file.
fn load(name: &str) -> Result<Scenario, Vec<Fault>> {
    if let Some(scenario) = library::scenario(name) {
        return Ok(scenario);
    }
    if name == DEFAULTS {
        let mut draft = Draft::default();
        DEFAULTS.clone_into(&mut draft.texts.name);
        "The defaults".clone_into(&mut draft.texts.title);
        return draft.finish();
    }
    if Path::new(name).is_dir() {
        return Err(vec![Fault::new("file", "", &format!("“{name}” is a folder, not a scenario file"))]);
    }
    let looks_like_a_path = name.contains(['/', '\\', '.']);
    let bytes = read(name).map_err(|problem| {
        let names = library::names().collect::<Vec<_>>().join(", ");
        let allowed = if looks_like_a_path {
            format!("the path of a readable JSON file of at most {} bytes ({problem})", file::MAX_BYTES)
        } else {
            format!("one of {names}, {DEFAULTS}, or the path of a JSON file")
        };
        vec![Fault::new("scenario", name, &allowed)]
    })?;
    let opened = file::open(name, &bytes)?;
    for note in opened.told() {
        say(&format!("{name}: {note}"));
    }
    Ok(opened.scenario)
}

/// The bytes of a file, without reading more than it takes to see that it is too large for a scenario.
fn read(path: &str) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(file::MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

//! What is asked about: a scenario, with settings of one's own, and how many pairs of it on how many threads.

use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

use clap::Args;

use crate::{notes, progress, say};
use experiment::caveats::Caveats;
use experiment::plausible;
use experiment::study::Study;
use experiment::study::plan::{Keep, Point};
use experiment::study::results::Results;
use experiment::study::threads;
use library::file;
use library::origin::{self, DEFAULTS};
use model::chance::MAX_REPLICATE;
use model::fault::Fault;
use model::number;
use model::outcome::{MEASURE_IDS, Measure};
use model::scenario::{Arm, Draft, MAX_SEED, Scenario, Scope};
use words::fault;

/// Worlds that are worked on together.
const TOGETHER: usize = 500;

/// Arguments of every command that runs a scenario.
#[derive(Args)]
pub struct Question {
    /// A built-in scenario's name, "defaults" for none of them, or the path of a scenario file (JSON).
    scenario: String,
    /// Number of pairs.
    #[arg(long, default_value_t = 100, value_parser = replications, allow_negative_numbers = true)]
    pub replications: u32,
    /// Random seed, instead of the scenario's.
    #[arg(long, value_parser = seed, allow_negative_numbers = true)]
    seed: Option<u64>,
    /// Set a parameter of the world, or of both policies. May be repeated; a parameter's last value counts.
    /// Also takes the keys that results list under settings: c.ID and t.ID for one policy, treatment_until_week, shocks.
    #[arg(long, value_name = "ID=VALUE")]
    set: Vec<String>,
    /// Set a parameter of the control policy.
    #[arg(long, value_name = "ID=VALUE")]
    control: Vec<String>,
    /// Set a parameter of the treatment policy.
    #[arg(long, value_name = "ID=VALUE")]
    treatment: Vec<String>,
    /// Draw what has to be guessed anew for each pair, from what is plausible (see `assist-lab parameters`).
    #[arg(long)]
    pub plausible: bool,
    /// Parameters that are known, and stay as they are where worlds are drawn.
    #[arg(long, value_name = "ID[,ID]", value_delimiter = ',')]
    known: Vec<String>,
    /// Number of threads, at most four per processor; 0 means one per processor. Results do not depend on it.
    #[arg(long, default_value_t = 0, value_parser = threads, allow_negative_numbers = true)]
    pub threads: usize,
}

fn replications(text: &str) -> Result<u32, String> {
    whole_number(text, 1, u64::from(MAX_REPLICATE)).map(|number| number as u32)
}

fn seed(text: &str) -> Result<u64, String> {
    whole_number(text, 0, MAX_SEED)
}

/// A number of threads, as it is typed.
pub fn threads(text: &str) -> Result<usize, String> {
    whole_number(text, 0, u64::from(u32::MAX)).map(|number| number as usize)
}

fn whole_number(text: &str, low: u64, high: u64) -> Result<u64, String> {
    number::whole(text, low..=high).map_err(|slip| fault::whole(low, high, &slip))
}

/// Faults of what is asked of many worlds, named by the options that ask for it.
pub fn by_option(mut faults: Vec<Fault>) -> Vec<Fault> {
    let options = [("points", "--points"), ("parameters: ", "--vary "), ("parameters", "--vary"), ("known", "--known")];
    for fault in &mut faults {
        match options.iter().find(|(name, _)| fault.field.starts_with(name)) {
            Some((name, option)) => fault.field.replace_range(..name.len(), option),
            // A world that could not be run.
            None => fault.field.insert_str(0, "in a plausible world, "),
        }
    }
    faults
}

/// The outcome of this id, or the one that a scenario is about.
pub fn outcome(id: Option<&String>, scenario: &Scenario) -> Result<Measure, Vec<Fault>> {
    let Some(id) = id else { return Ok(scenario.main_measure()) };
    let unknown = || vec![Fault::new("--outcome", id, &format!("one of {}", MEASURE_IDS.join(", ")))];
    Measure::named(id).ok_or_else(unknown)
}

/// What points come to, on so many threads.
pub fn run_points(points: impl IntoIterator<Item = Point>, threads: usize) -> Vec<Results> {
    let mut study = Study::new(0);
    let points: Vec<_> = points.into_iter().map(|point| study.add(point)).collect();
    let mut line = io::stderr().is_terminal().then(progress::Line::new);
    threads::run(&mut study, threads, |study| {
        if let Some(line) = &mut line {
            line.show(&study.progress());
        }
    });
    drop(line);
    let results = points.into_iter().map(|point| study.results(point).cloned());
    results.map(|results| results.expect("invariant: a study that is not paused comes to its end")).collect()
}

impl Question {
    /// Its pairs; of each is kept what is said.
    pub fn results(&self, scenario: &Scenario, keep: Keep) -> Results {
        self.results_of([scenario.clone()], keep).remove(0)
    }

    /// The same of many scenarios.
    pub fn results_of(&self, scenarios: impl IntoIterator<Item = Scenario>, keep: Keep) -> Vec<Results> {
        run_points(scenarios.into_iter().map(|scenario| Point::new(scenario, self.replications, keep)), self.threads)
    }

    /// What the arms of many worlds differ by in an outcome, by world and pair, and what is to be said of all of them. Few worlds are there at
    /// a time.
    pub fn differences(
        &self,
        worlds: impl ExactSizeIterator<Item = Scenario>,
        outcome: Measure,
    ) -> (Vec<Vec<f64>>, Caveats) {
        let total = worlds.len();
        let mut line = io::stderr().is_terminal().then(progress::Line::new);
        let (mut differences, mut caveats) = (Vec::with_capacity(total), Caveats::default());
        let mut worlds = worlds.peekable();
        while worlds.peek().is_some() {
            let mut study = Study::new(0);
            let points = worlds.by_ref().take(TOGETHER);
            let points: Vec<_> =
                points.map(|world| study.add(Point::new(world, self.replications, Keep::Outcomes))).collect();
            threads::run(&mut study, self.threads, |_| {});
            for results in points.into_iter().filter_map(|point| study.results(point)) {
                differences.push(results.differences(outcome));
                caveats = caveats.plus(results.caveats());
            }
            if let Some(line) = &mut line {
                line.show_worlds(differences.len(), total);
            }
        }
        (differences, caveats)
    }

    /// Says what there is to say before anything is run.
    pub fn tell(&self, scenario: &Scenario) {
        self.tell_of(scenario, Vec::new());
    }

    /// The same where these parameters are varied besides.
    pub fn tell_of(&self, scenario: &Scenario, varied: Vec<(Scope, String)>) {
        self.notes(scenario, varied).iter().for_each(|note| say(note));
        if !self.known.is_empty() && !scenario.plausible().on {
            say(&"--known does nothing here: no world is drawn without --plausible");
        }
    }

    /// The same where the command draws worlds by itself.
    pub fn tell_of_worlds(&self, scenario: &Scenario) {
        self.notes(scenario, Vec::new()).iter().for_each(|note| say(note));
    }

    /// Says that what is known does nothing where only what is named is drawn.
    pub fn tell_of_named(&self, scenario: &Scenario) {
        self.tell_of_worlds(scenario);
        if !self.known.is_empty() {
            say(&"--known does nothing here: only what --vary names is drawn");
        }
    }

    /// Each option that sets something, the keys by which results name what it sets begin, and what it was given.
    fn settings(&self) -> [(&str, &str, &Vec<String>); 3] {
        [("--set", "", &self.set), ("--control", "c.", &self.control), ("--treatment", "t.", &self.treatment)]
    }

    /// What there is to say before anything is run.
    fn notes(&self, scenario: &Scenario, varied: Vec<(Scope, String)>) -> Vec<String> {
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
        notes.extend(notes::idle(scenario, scoped.chain(varied)));
        let most = threads::most();
        if self.threads > most {
            notes.push(format!("--threads {}: only {most} are used, four per processor", self.threads));
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
                notes.push(format!("{said} is set more than once: to {before} and last to {value}, which counts"));
            }
        }
        notes
    }

    /// The scenario with its settings, or all that is wrong with them.
    pub fn scenario(&self) -> Result<Scenario, Vec<Fault>> {
        let mut draft = load(&self.scenario)?.draft();
        if let Some(seed) = self.seed {
            draft.seed = seed;
        }
        for (option, mark, settings) in self.settings() {
            for setting in settings {
                draft.at(&format!("{option} "), |draft| apply(draft, mark, setting));
            }
        }
        draft.plausible.on |= self.plausible;
        draft.at("--known ", |draft| self.known.iter().for_each(|id| draft.know(id)));
        let scenario = draft.finish()?;
        if scenario.plausible().on {
            self.check_worlds(&scenario)?;
        }
        Ok(scenario)
    }

    /// The scenario for what draws worlds by itself, which takes a few pairs of each.
    pub fn own_world(&self) -> Result<Scenario, Vec<Fault>> {
        if self.plausible {
            return Err(vec![Fault::new(
                "--plausible",
                "",
                "works with run, why and sweep; here worlds are drawn anyway",
            )]);
        }
        if self.replications < 2 {
            let allowed = "at least 2, for what luck does is known by what pairs of one world differ by";
            return Err(vec![Fault::new("--replications", &self.replications.to_string(), allowed)]);
        }
        Ok(plausible::own(&self.scenario()?))
    }

    /// Whether there are as many worlds as are asked for, and each can be run.
    fn check_worlds(&self, scenario: &Scenario) -> Result<(), Vec<Fault>> {
        if self.replications > plausible::MOST_WORLDS {
            let allowed = format!("at most {} where worlds are drawn", plausible::MOST_WORLDS);
            return Err(vec![Fault::new("--replications", &self.replications.to_string(), &allowed)]);
        }
        plausible::check(scenario).map_err(|mut faults| {
            let place = "in a plausible world (--known makes a parameter stay), ";
            faults.iter_mut().for_each(|fault| fault.field.insert_str(0, place));
            faults
        })
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

/// A built-in scenario, or one from a file.
fn load(name: &str) -> Result<Scenario, Vec<Fault>> {
    if let Some(scenario) = library::named(name) {
        return Ok(scenario);
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
pub fn read(path: &str) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(file::MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

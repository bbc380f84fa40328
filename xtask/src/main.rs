//! The project's commands: `cargo xtask serve | dist | pages | test | bench | measure | verify | validate | coverage | fuzz | screenshots`.
//!
//! They need rustup's cargo, git and Node, on Linux or macOS; what else they need they bring,
//! pinned, into a cache folder ([`tools`]).
#![forbid(unsafe_code)]

mod against;
mod bench;
mod browser;
mod busy;
mod cluster;
mod command;
mod compress;
mod content;
mod evidence;
mod first_words;
mod fuzz;
mod lab;
mod languages;
mod likeness;
mod measure;
mod module;
mod packages;
mod pages;
mod screenshots;
mod serve;
mod shorten;
mod site;
mod test;
mod tools;

use busy::Busy;
use clap::Parser;
use std::path::PathBuf;
use std::process::ExitCode;

/// The project's commands.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Task {
    /// Build the release site and serve it on this machine
    Serve {
        /// The port on 127.0.0.1
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Build the release site into dist/ and print the size of the download
    Dist,
    /// Render only the documents, as on the site
    Pages {
        /// The folder in whose `docs` they are put
        #[arg(long, default_value = "target/site")]
        out: PathBuf,
    },
    /// Run all checks, or only the stages named
    Test {
        /// Stages to run; their order is fixed
        stages: Vec<test::Stage>,
        /// Only the end-to-end tests whose names contain this; may be repeated
        #[arg(long, value_name = "NAME")]
        only: Vec<String>,
        /// Keep this many processors busy meanwhile: the checks must pass on a busy machine, too
        #[arg(long, value_name = "COUNT", default_value_t = 0)]
        busy: usize,
    },
    /// Run the benchmarks
    Bench {
        /// Time pairs of this revision and of the working tree in turns, natively and as WebAssembly
        #[arg(long, value_name = "REVISION")]
        against: Option<String>,
        /// What to pass on to criterion, such as a benchmark's name
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
    /// Measure the page in the browsers and write the results into docs/performance.md
    Measure {
        /// Parts to measure; all if none is named
        parts: Vec<measure::Part>,
    },
    /// Check the model against theory in many cases and write docs/verification.md
    Verify,
    /// Check the model against observations of real teams and write docs/validation.md
    Validate,
    /// List which claims about assist leaders can be seen, and write docs/coverage.md
    Coverage,
    /// Feed hostile bytes to the readers of files or links
    Fuzz {
        /// Which reader to feed
        target: fuzz::Target,
        /// For how long [s]
        #[arg(long, default_value_t = 600)]
        seconds: u32,
    },
    /// Build the site and take screenshots at four widths, light, dark and for the projector
    Screenshots {
        /// The folder the pictures go to
        #[arg(long, default_value = "target/screenshots")]
        out: PathBuf,
        /// A query string, to take screenshots of one state of the page
        #[arg(long, default_value = "")]
        query: String,
    },
}

fn main() -> ExitCode {
    let outcome = match Task::parse() {
        Task::Serve { port } => serve::run(port),
        Task::Dist => site::dist(),
        Task::Pages { out } => pages::write(&command::root().join(out)),
        Task::Test { stages, only, busy } => {
            let _busy = Busy::start(busy);
            test::run(&stages, &only)
        }
        Task::Bench { against: Some(revision), .. } => against::run_against(&revision),
        Task::Bench { args, .. } => bench::run(&args),
        Task::Measure { parts } => measure::run(&parts),
        Task::Validate => evidence::write("validate"),
        Task::Coverage => evidence::write("coverage"),
        Task::Verify => evidence::write("verify"),
        Task::Fuzz { target, seconds } => fuzz::fuzz(target, seconds),
        Task::Screenshots { out, query } => screenshots::run(&out, &query),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

//! The project's commands: `cargo xtask serve | dist | pages | test | bench | measure | verify | validate | coverage | fuzz | screenshots`.
//!
//! They need rustup's cargo, git and Node, on Linux or macOS; what else they need they bring,
//! pinned, into a cache folder ([`tools`]).
#![forbid(unsafe_code)]

mod bench;
mod browser;
mod busy;
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
    /// Build the release site into dist/ and print what a reader has to download
    Dist,
    /// Render the documents alone, as they stand on the site
    Pages {
        /// The folder of which `docs` they go into
        #[arg(long, default_value = "target/site")]
        out: PathBuf,
    },
    /// Run the checks, all of them or the stages named
    Test {
        /// Stages; they run in their own order
        stages: Vec<test::Stage>,
        /// Only the end-to-end tests whose names contain this; may be said more than once
        #[arg(long, value_name = "NAME")]
        only: Vec<String>,
        /// How many processors' worth of other work goes on beside: the checks must pass on a busy machine, too
        #[arg(long, value_name = "COUNT", default_value_t = 0)]
        busy: usize,
    },
    /// Run the benchmarks
    Bench {
        /// What to pass on to criterion, such as a benchmark's name
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
    /// Measure the page in Chromium and write what it says into docs/performance.md
    Measure {
        /// Parts of it; all if none is named
        parts: Vec<measure::Part>,
    },
    /// Hold the model against theory at many points and write docs/verification.md
    Verify,
    /// Hold the model against what was seen in real teams and write docs/validation.md
    Validate,
    /// Say what of what is claimed of assist leaders can be seen and write docs/coverage.md
    Coverage,
    /// Feed hostile bytes to what reads files or links
    Fuzz {
        /// What is fed
        target: fuzz::Target,
        /// For how long [s]
        #[arg(long, default_value_t = 600)]
        seconds: u32,
    },
    /// Build the site and picture it at four widths, light, dark and for the projector
    Screenshots {
        /// The folder the pictures go to
        #[arg(long, default_value = "target/screenshots")]
        out: PathBuf,
        /// The page's query string, to picture one state of it
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
        Task::Bench { args } => bench::run(&args),
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

//! `cargo run --release --package evidence -- verify`: works the evidence out and writes its document.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use evidence::{coverage, document, settings, validation};

/// Works out what speaks for the model, and writes the documents that show it.
#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Hold the model against theory, and write docs/verification.md
    Verify {
        /// Where to write
        #[arg(long)]
        out: Option<PathBuf>,
        /// The seed
        #[arg(long, default_value_t = settings::SEED)]
        seed: u64,
    },
    /// Hold the model against what was seen in real teams, and write docs/validation.md
    Validate {
        /// Where to write
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Say what of what is claimed of assist leaders can be seen, with figures, and write docs/coverage.md
    Coverage {
        /// Where to write
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Print the patterns alone, which is quicker
    Patterns {
        /// Replications for each setting
        #[arg(long, default_value_t = 200)]
        runs: u32,
    },
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Verify { out, seed } => {
            let (text, passed) = document::verification(seed, |title| eprintln!("{title}"));
            write(out, "docs/verification.md", &text, passed)
        }
        Command::Validate { out } => {
            let (text, passed) = validation::document::validation(|title| eprintln!("{title}"));
            write(out, "docs/validation.md", &text, passed)
        }
        Command::Coverage { out } => {
            let (text, shown) = coverage::document::coverage(|title| eprintln!("{title}"));
            write(out, "docs/coverage.md", &text, shown)
        }
        Command::Patterns { runs } => {
            println!("{}", validation::document::patterns_alone(runs, |title| eprintln!("{title}")));
            ExitCode::SUCCESS
        }
    }
}

/// Writes a document; a failure of what it shows is a failure of the command too.
fn write(out: Option<PathBuf>, usual: &str, text: &str, passed: bool) -> ExitCode {
    let path = out.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(usual));
    if let Err(error) = std::fs::write(&path, text) {
        eprintln!("cannot write {}: {error}", path.display());
        return ExitCode::FAILURE;
    }
    if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

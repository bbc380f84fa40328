//! The command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    assist_lab::cli::main()
}

//! The benchmarks, always measured alike.

use crate::command::{self, cargo};
use anyhow::Result;

/// Enough for a stable median on a busy machine, little enough to run them often.
const MEASURING: [&str; 4] = ["--warm-up-time", "1", "--measurement-time", "5"];

/// Runs the benchmarks; `args` go to criterion.
pub fn run(args: &[String]) -> Result<()> {
    command::run(
        cargo().args(["bench", "--package", "experiment", "--bench", "model", "--"]).args(MEASURING).args(args),
    )
}

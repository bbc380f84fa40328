//! The documents that show what speaks for the model.

use crate::command::{cargo, run};
use anyhow::Result;

/// Has the evidence of a kind worked out and its document written.
pub fn write(kind: &str) -> Result<()> {
    run(cargo().args(["run", "--release", "--package", "evidence", "--", kind]))
}

//! An outcome in words.

use model::outcome::{MEASURE_IDS, Measure};

use super::{outcomes, rows};

const _: () = assert!(rows::same(&outcomes::IDS, &MEASURE_IDS), "outcomes.ftl: a row for each outcome, in their order");

/// Its name.
pub fn label(measure: Measure) -> &'static str {
    outcomes::label(measure as usize)
}

/// What it is.
pub fn help(measure: Measure) -> &'static str {
    outcomes::help(measure as usize)
}

/// Its unit; empty for a pure number, `share` for a share of one.
pub fn unit(measure: Measure) -> &'static str {
    outcomes::unit(measure as usize)
}

//! Outcomes that have sentences of their own for a difference.

use model::outcome::{MEASURE_IDS, Measure};

use super::{differences, rows};

const _: () = assert!(
    rows::within(&differences::IDS, &MEASURE_IDS),
    "differences.ftl: a row for some of the outcomes, in their order"
);

/// The row of an outcome; `None` where its difference is said as that of most.
pub fn row(measure: Measure) -> Option<usize> {
    differences::IDS.iter().position(|id| *id == MEASURE_IDS[measure as usize])
}
